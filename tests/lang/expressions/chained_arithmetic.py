"""Two and three operators on one another's results, with operands of all kinds: ints, large ints, floats, zeros, infinities, classes, errors."""
import operator
import zlib


class Number:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __add__(self, other):
        return Number(f"({self}+{other})")

    def __radd__(self, other):
        return Number(f"({other}r+{self})")

    def __sub__(self, other):
        return Number(f"({self}-{other})") if other != 3 else NotImplemented

    def __rsub__(self, other):
        return Number(f"({other}r-{self})")

    def __mul__(self, other):
        return Number(f"({self}*{other})")

    def __rmul__(self, other):
        return Number(f"({other}r*{self})")

    def __truediv__(self, other):
        return Number(f"({self}/{other})")

    def __rtruediv__(self, other):
        return Number(f"({other}r/{self})")

    def __iadd__(self, other):
        return Number(f"({self}+={other})")

    def __mod__(self, other):
        return Number(f"({self}%{other})")

    def __lshift__(self, other):
        return Number(f"({self}<<{other})")


FORMS = [
    lambda a, b, c: a + b + c, lambda a, b, c: a + (b + c), lambda a, b, c: a + b - c, lambda a, b, c: a - (b + c), lambda a, b, c: (a + b) * c, lambda a, b, c: a * (b + c),
    lambda a, b, c: (a + b) / c, lambda a, b, c: a / (b + c), lambda a, b, c: a - b + c, lambda a, b, c: a + (b - c), lambda a, b, c: a - b - c, lambda a, b, c: a - (b - c),
    lambda a, b, c: (a - b) * c, lambda a, b, c: a * (b - c), lambda a, b, c: (a - b) / c, lambda a, b, c: a / (b - c), lambda a, b, c: a * b + c, lambda a, b, c: a + b * c,
    lambda a, b, c: a * b - c, lambda a, b, c: a - b * c, lambda a, b, c: a * b * c, lambda a, b, c: a * (b * c), lambda a, b, c: a * b / c, lambda a, b, c: a / (b * c),
    lambda a, b, c: a / b + c, lambda a, b, c: a + b / c, lambda a, b, c: a / b - c, lambda a, b, c: a - b / c, lambda a, b, c: a / b * c, lambda a, b, c: a * (b / c),
    lambda a, b, c: a / b / c, lambda a, b, c: a / (b / c), lambda a, b, c: 2 * a + b * c, lambda a, b, c: a * 2 - b * 0.5 / c, lambda a, b, c: (a + b * 3) * (c - a * 1.5),
    lambda a, b, c: 2.5 * a * b - c, lambda a, b, c: 1 - a + (2 - b) * (1 / c), lambda a, b, c: a * a + b * b + c * c, lambda a, b, c: (a + 1) * (b - 1) % 7 + c,
    lambda a, b, c: a * 3 // 2 + b * -3 // 4 - c, lambda a, b, c: 4 / a - b, lambda a, b, c: 1.0 * a * b * c,
]


def in_place(a, b, c):
    a += b * c
    a -= b + c
    a *= b - c
    a -= b * 2
    a += 2 * c
    return a


def in_place_of(a, b, c):
    box = [a]
    box[0] += b * c
    box[0] -= b / c
    return box[0]


NAN = float("nan")
VALUES = [0, -3, 7, 1 << 61, -(1 << 62), 10**25, 0.0, -0.0, 1.5, 1e300, 5e-324, float("inf"), NAN, True, Number("n"), "text", None]


def show(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for number, form in enumerate([*FORMS, in_place, in_place_of]):
    seen = []
    for a in VALUES:
        for b in VALUES:
            for c in VALUES:
                seen.append(show(form, a, b, c))
    print(number, zlib.crc32("\n".join(seen).encode()), seen[123], seen[4567 % len(seen)], seen[-30], seen[len(seen) // 2], sep=" | ")

# division and shifts of ints of all signs, against constants and variables
for a in (0, 1, -1, 7, -7, 1 << 40, -(1 << 40), (1 << 62) - 1, -(1 << 62), 1 << 62, 10**30, True):
    row = [a % 7, a % -7, a // 7, a // -7, a % (1 << 40), a // (1 << 40), a % 3.5, a // 0.5, a << 3, a >> 2, a & 255, a | 16, a ^ 5, a * 1000003, a / 4, a ** 2, a << 60, a >> 70, 3 - a, 2 * a, 100 + a]
    print(row)
    for divisor in (1, -1, 3, -3, 1 << 61, -(1 << 62)):
        assert (a // divisor, a % divisor) == divmod(a, divisor), (a, divisor)
        assert a // divisor * divisor + a % divisor == a
    b = a
    b %= 1000
    b <<= 4
    b |= 3
    b ^= 9
    b >>= 1
    b &= 0xFFF
    b *= 3
    b //= 2
    b /= 8
    b -= 0.25
    b += 1.5
    b **= 2
    print(b)
for form in (lambda x: x % 0, lambda x: x // 0, lambda x: x / 0, lambda x: x % 0.0, lambda x: x << -1, lambda x: x >> -1, lambda x: 1 / x, lambda x: x @ 2, lambda x: x - "a", lambda x: 2 - x):
    print([show(form, x) for x in (5, 0, -2.5, "s", None, Number("m"))])

# comparisons with constants
for x in (0, 1, -1, 2.5, 0.0, NAN, 10**20, -(10**20), 1e20, "b", "abc", True, b"b", None, Number("c")):
    row = []
    for test in (lambda x: 1 if x < 100000000000 else 0, lambda x: 1 if x == 2.5 else 0, lambda x: 1 if x != "b" else 0, lambda x: 1 if x == "b" else 0, lambda x: 1 if x >= 1 else 0,
                 lambda x: 1 if x > 0.5 else 0, lambda x: 1 if x <= "abc" else 0, lambda x: 1 if not x == 0 else 0, lambda x: 1 if x == b"b" else 0, lambda x: 1 if 0 < x < 3 else 0,
                 lambda x: 1 if x == 100000000000000000000 else 0, lambda x: 1 if x != (1, 2) else 0):
        row.append(show(test, x))
    print(row)


# subscripts that are constants
class Items:
    def __getitem__(self, key):
        return ("item", key)


for holder in ([1, 2, 3], (4, 5), "text", "\u00e9t\u00e9", b"bytes", {0: "zero", -1: "minus"}, Items(), range(5), None, 7, []):
    print([show(form, holder) for form in (lambda h: h[0], lambda h: h[-1], lambda h: h[2], lambda h: h[-32768], lambda h: h[40000])])


# what a function gives back
def constants(n):
    if n == 0:
        return None
    if n == 1:
        return "one"
    if n == 2:
        return 2
    if n == 3:
        return -70000
    if n == 4:
        return (1, 2, 3)
    try:
        if n == 5:
            return 5
    finally:
        print("finally", n)
    with_name = 6
    return with_name


print([constants(n) for n in range(7)])


# loops that iterate over something else each time, from the same place
def total(*iterables):
    result = []
    for iterable in iterables:
        for item in iterable:
            result.append(item)
    return result


print(total(range(3), [4, 5], (6,), "ab", range(5, 0, -2), [], range(0), {1: 2}, [7], (i * i for i in range(3)), range(2)))


def growing():
    items = [1]
    for item in items:
        if item < 6:
            items.append(item + 1)
    return items


print(growing())


def ranges(*args):
    try:
        return [i for i in range(*args)], sum(1 for _ in range(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def ranges_in_loops(a, b, c):
    result = []
    for i in range(a):
        result.append(i)
    for i in range(a, b):
        result.append(i)
    try:
        for i in range(a, b, c):
            result.append(i)
    except Exception as error:
        result.append(f"{type(error).__name__}: {error}")
    return result


for args in ((3,), (0,), (-2,), (2, 7), (7, 2), (1, 10, 3), (10, 1, -3), (1, 2, 0), (1.5,), (True,), (10**20, 10**20 + 2), ("a",), (1, 2, 3, 4)):
    print(args, ranges(*args))
print([i for i in range(1, (1 << 62) - 1, 1 << 61)])
for args in ((3, 5, 1), (2, 9, 4), (3, -3, -2), (1, 2, 0), (2, 5, -1)):
    print(args, ranges_in_loops(*args))
print(operator.index(True), min(3, 1, 2), max(1.5, 2.5), min(1, 0.5), max("a", "b"), min(True, 0), max(2, 2.0), max(2.0, 2), min(1 << 70, 3))
print(min(5, NAN), min(NAN, 5), max(0.0, -0.0), max(-0.0, 0.0), min(2.5, NAN, 1.5))
