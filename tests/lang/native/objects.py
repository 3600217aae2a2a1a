# Hot comparisons of enumerations and objects, membership in tuples, loops that unpack, truth of what has a length.
import collections
import enum


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Count(int):
    pass


class Odd(int):
    def __eq__(self, other):
        return "odd"

    def __lt__(self, other):
        return NotImplemented

    __hash__ = int.__hash__


class Plain:
    pass


class Loud(Plain):
    def __eq__(self, other):
        return "loud"

    def __gt__(self, other):
        return "greater"

    __hash__ = None


def order(x, y):
    out = []
    if x == y:
        out.append("==")
    if x != y:
        out.append("!=")
    if x < y:
        out.append("<")
    if x >= y:
        out.append(">=")
    out.append(x == y)
    out.append(x != y)
    return out


def same(x, y):
    if x == y:
        return x == y, x != y
    return x != y, x == y


a, b = Plain(), Plain()
things = [Level.LOW, Level.HIGH, Color.RED, Color.BLUE, Count(1), Count(10**30), Odd(1), a, b, Loud(), 1, 10, 10**30, 1.0, True, None, "x", Plain, Level]
for x, y in ((Level.LOW, Level.HIGH), (Color.RED, Color.BLUE), (a, b), (Count(1), 1), (Count(2), Count(3)), (Loud(), a)):
    for _ in range(400):
        same(x, y), attempt(order, x, y)
    print([attempt(order, p, q) for p in things for q in things].count("TypeError"))
    for p in things:
        print(*[same(p, q) for q in things])


def weigh(level):
    match level:
        case Level.LOW:
            return 1
        case Level.HIGH:
            return 2
        case Color.RED:
            return 3
    return 0


print(sum(weigh(l) for l in [Level.LOW, Level.HIGH, Color.RED, Color.BLUE, 1, 10, "x", Odd(5), a] * 100))
Plain.__eq__ = lambda self, other: "patched"
print(same(a, b), weigh(a), attempt(order, a, b))


def among(x):
    return x in ("a", "b", "longer"), x in (1, 2, 3), x not in (None, 1, "x"), x in ()


def inside(x, t):
    return x in t


class Hidden(tuple):
    def __contains__(self, x):
        return "never"


nan = float("nan")
values = ["a", "b", "lon" + "ger", "c", 1, 2.0, 3, 10**30, None, True, nan, Odd(7), Level.LOW, [], "x", (1,), Loud()]
for _ in range(150):
    for v in values:
        among(v), inside(v, ("q", 1)), inside(v, (v,))
print([among(v) for v in values])
print([inside(v, (nan, 10**30, [], "x")) for v in values], inside(1, Hidden()), inside("a", "abc"), inside(1, [1]), attempt(inside, 1, 5), attempt(inside, [], {1}))


class Fails:
    def __eq__(self, other):
        raise ValueError

    __hash__ = None


for _ in range(300):
    attempt(inside, Fails(), (1,))
print(attempt(inside, Fails(), (1,)), attempt(inside, 1, (2, Fails())), inside(2, (2, Fails())), attempt(among, Fails()))


def pairs(items):
    found = []
    for i, x in items:
        found.append((i, x))
        if x == "stop":
            break
    else:
        found.append("end")
    return found


class Pairs:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left, -self.left


for start in (lambda: enumerate("abc"), lambda: {1: 2}.items(), lambda: zip("ab", "cd"), Pairs):
    for _ in range(500):
        pairs(start())
    for make in (lambda: enumerate("ab"), lambda: {1: 2, 3: 4}.items(), lambda: zip("ab", [1, "stop"]), Pairs, lambda: [(1, 2), [3, 4]], lambda: ["ab", "cd"], lambda: enumerate([]), lambda: [(1, 2, 3)], lambda: [5], lambda: map(lambda x: (x, x), "q"), lambda: ((k, k) for k in range(2)), lambda: zip("ab"), lambda: zip("a", "b", "c"), lambda: reversed([(1, 2)])):
        print(attempt(pairs, make()), end=" ")
    print()


def growing(d):
    for k, v in d.items():
        d[k + 100] = v


for _ in range(200):
    try:
        growing({1: 2})
    except RuntimeError as e:
        message = str(e)
print(message)


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        if self.n == 5:
            raise ValueError
        return self.n


def asked(x):
    n = 0
    if x:
        n += 1
    if not x:
        n += 2
    while x:
        n += 4
        break
    return n


for start in (collections.deque([1]), Sized(2), {1}, b"x", 2.5):
    for _ in range(600):
        asked(start)
    print([attempt(asked, x) for x in (collections.deque(), collections.deque([0]), Sized(0), Sized(1), Sized(5), set(), {0}, b"", b"0", 0.0, 0.5, range(0), 10**30, Plain, 0j, 1j, NotImplementedError())])
