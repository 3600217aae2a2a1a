# Texts that grow in hot loops, and what looks at them in between.
class Sum:
    def __init__(self):
        self.text = ""

    def __radd__(self, other):
        return other + "r"


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__


def grown(n, piece, part):
    s = ""
    kept = []
    for i in range(n):
        s += part(s, i) + piece
        if i % 100 == 0:
            kept.append(s)
        s = s + piece
    return len(s), s[:6], s[-6:], [len(k) for k in kept]


def keeps(s, i, all=[]):
    all.append(s)
    if len(all) > 50:
        del all[:]
    return str(i % 10)


def looks(s, i):
    return s[-1:] if i else "é"


print(grown(600, "ab", keeps), grown(600, "é", looks), grown(3, "", keeps))


def inner(n):
    out = ""

    def more(x):
        nonlocal out
        out += x
        return x

    total = ""
    for i in range(n):
        total += more("q") + str(len(out))
        out = out + more("z")
    return len(out), len(total), total[-8:]


print(inner(700))


def other(n, start, step):
    x = start
    for i in range(n):
        x += step(x)
    return x


print(len(other(500, "", lambda x: x[:3] + "k")), other(500, 0, lambda x: 1), other(40, 1.5, lambda x: x), len(other(10, [], lambda x: [len(x)])), attempt(other, 5, "a", lambda x: 1), other(3, "s", lambda x: Sum()), len(other(9, b"", lambda x: b"xy")), other(3, (), lambda x: (1,)), other(70, 1, lambda x: x) == 2**70)


def sums(a, b):
    return a + b


for pair in (("a", "b"), (1, 2), (1.5, 2), ("é", "x"), (10**30, 1), (1j, 2), ([1], [2])):
    for _ in range(900):
        sums(*pair)
    print([attempt(sums, x, y) for x in ("a", 1, 2.5, 10**30, None, [1], (2,), 1j, b"x", True, "") for y in ("b", 2, 0.5, 10**20, [2], (3,), 2j, b"y", False)])


class Text(str):
    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "radded"


print(sums(Text("a"), "b"), sums("a", Text("b")), sums(Text("a"), Text("b")), attempt(sums, "a", Sum()))
