# Parts of hot functions that run for the first time when there is native code already: loops, attributes, globals; and comparisons of ints with floats.
class Node:
    kind = "node"

    def __init__(self, value):
        self.value = value


class Other:
    __slots__ = ("value", "next", "kind")

    def __init__(self, value):
        self.value = value
        self.kind = "other"


class Guarded:
    left: "Guarded | None"
    right: Node
    count: int

    def __init__(self):
        self.left = None
        self.right = Node(0)
        self.count = 0


LATE = 5


def late(n, when, make, items):
    total = 0
    found = []
    for i in range(n):
        if i < when:
            total += 1
            continue
        node = make(i)
        for k in range(3):
            total += k
        for k in [1, 2]:
            total += k
        for k in items:
            found.append(k)
        for a, b in ((1, 2), (3, 4)):
            total += a * b
        total += node.value + LATE
        node.value = i
        node.next = node.value
        found.append(node.kind)
    return total, len(found), found[:2], found[-2:]


for when in (0, 5, 2000, 4000, 4990):
    for make in (Node, Other):
        for items in ((1, 2), [3], "xy", {"k": 1}, range(2), "é", (), b"z"):
            print(late(5000, when, make, items))
        print(late(300, when // 20, lambda i: (Node, Other)[i % 2](i), iter("ab")))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__


def link(n, make):
    first = make()
    for i in range(n):
        more = make()
        more.left = first
        more.right = Node(i)
        more.count = more.count + 1
        first = more
    length = 0
    while first is not None:
        length += first.right.value * 0 + first.count
        first = first.left
    return length


class Free:
    def __init__(self):
        self.left = None
        self.right = Node(0)
        self.count = 0


print(link(3000, Guarded), link(300, Free), link(10, Guarded))


def over(items):
    n = 0
    for outer in (1, 2):
        for item in items:
            n += outer
    return n


class Items(list):
    def __iter__(self):
        return iter((7, 8, 9))


class Bad:
    def __iter__(self):
        return 5


def again():
    def over(items):
        found = []
        for item in items:
            found.append(item)
        return found

    return over


for start in ([1, 2], (1, 2), "ab", range(2), {1: 2}, Items([1])):
    f = again()
    for _ in range(1600):
        f(start)
    for items in ([1, 2], (3,), "ab", "é", range(3), {4: 5}, {6}, Items([1]), Bad(), None, 5, [], (), iter([1]), (x for x in "pq"), b"r", [].__iter__(), {1: 2}.items(), type("T", (tuple,), {})((1, 2))):
        print(attempt(f, items), end=" ")
    print()


def changed(n):
    items = [1, 2, 3]
    seen = 0
    for _ in range(n):
        for x in items:
            seen += 1
            if seen % 7 == 0:
                items.append(x)
            if len(items) > 40:
                del items[3:]
        for k in {1: 2, 3: 4}:
            seen += k
    d = {1: 2, 3: 4}
    try:
        for k in d:
            d[k + 10] = 1
    except RuntimeError as e:
        print(e)
    return seen, items


print(changed(500))


def negations(x):
    y = not x
    return y, not y, not not x


class No:
    def __bool__(self):
        return False


class Raises:
    def __bool__(self):
        raise ValueError


for start in (True, 0, "x", None):
    def negate(x):
        return not x

    for _ in range(1600):
        negate(start), negations(start)
    print([attempt(negate, x) for x in (True, False, 0, 1, "", "x", None, [], [0], 0.0, 2.5, No(), Raises(), 10**30, ...)])
    print([attempt(negations, x) for x in (True, False, 0, 1, "", None, No(), Raises())])

big = 2**53
numbers = [0, 1, -1, big, big + 1, -big, -big - 1, 2**61, -(2**61), 10**30, 0.0, -0.0, 0.5, 1.0, -1.5, float(big), float(big + 2), float("inf"), float("-inf"), float("nan"), 1e300, 5e-324, True, None, "x"]


def compared(x, y):
    return x < y, x <= y, x > y, x >= y, x == y, x != y


def branches(x, y):
    n = 0
    if x < y:
        n += 1
    if x <= y:
        n += 2
    if x > y:
        n += 4
    if x >= y:
        n += 8
    if x == y:
        n += 16
    if x != y:
        n += 32
    return n


def constants(x):
    n = 0
    if x < 1:
        n += 1
    if x <= 0.5:
        n += 2
    if x > 9007199254740993:
        n += 4
    if x == 1.0:
        n += 8
    if x != 0:
        n += 16
    return n, x > 0, x < 9007199254740992.0, x >= -9007199254740993


for pair in ((1, 2.5), (2.5, 1), (1, 2), (0.5, 0.25)):
    for _ in range(900):
        compared(*pair), branches(*pair), constants(pair[0]), constants(pair[1])
    print([attempt(compared, x, y) for x in numbers for y in numbers].count((True, True, False, False, False, True)))
    print(sum(k * (n if isinstance(n, int) else 77) for k, n in enumerate(attempt(branches, x, y) for x in numbers for y in numbers)))
    print([attempt(constants, x) for x in numbers])
for x in numbers:
    print(x, *[r if isinstance(r, str) else "".join(str(int(b)) for b in r) for r in (attempt(compared, x, y) for y in numbers)])
