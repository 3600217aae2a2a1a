# Hot code whose world changes under it: other types, classes that get other attributes, globals that go, functions with other code, exceptions.
import gc
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    @property
    def double(self):
        return self.x * 2

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return Point(self.x + other.x, self.y + other.y)

    def __lt__(self, other):
        return self.norm() < other.norm()

    def __eq__(self, other):
        return "yes" if self.x == other.x else ""

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __bool__(self):
        return self.x > 0


class Slotted:
    __slots__ = "x", "y"

    def __init__(self, x, y):
        self.x, self.y = x, y

    def norm(self):
        return self.x + self.y


def total(points):
    t = 0
    for p in points:
        t += p.norm() + p.x
    return t


plain, slotted = [Point(i, 1) for i in range(50)], [Slotted(i, 0.5) for i in range(50)]
for _ in range(60):
    total(plain)
print(total(plain), total(slotted), total(plain + slotted))
Point.norm = lambda self: 1
print(total(plain))
Point.x = 7
print(total(plain))
del Point.x
plain[3].norm = lambda: 1000
print(total(plain))


def sums(n):
    p, q = Point(0, 0), Point(1, 0.5)
    for i in range(n):
        p = p + q
        if p < q:
            p.y = -1
        if p == q:
            p.y += 1
        if p:
            p[0]
        t = p.double + p[1]
    return p.x, p.y, t


print(sums(3000))
try:
    for i in range(3000):
        r = plain[i % 50] + (plain[1] if i < 2500 else 5)
except TypeError as e:
    print(i, e)


def items(container, keys):
    out = 0
    for k in keys:
        try:
            out += container[k]
        except (IndexError, KeyError, TypeError) as e:
            out += len(str(e))
    return out


keys = list(range(-60, 60))
for container in ([3] * 50, (4,) * 50, b"x" * 50, bytearray(b"y" * 50), dict.fromkeys(range(50), 6), range(50), {}, 5):
    for _ in range(30):
        answer = items(container, keys)
    print(type(container).__name__, answer)


class Listlike(list):
    def __getitem__(self, i):
        return 100

    def __setitem__(self, i, v):
        self.append(v)


def fill(target, n):
    for i in range(n):
        target[i % 3] = i
    return target[0], len(target)


print(fill([0] * 3, 3000), fill(Listlike([0] * 3), 3000), fill({}, 3000), fill(bytearray(3), 250))

flag = 1


def reads(n):
    t = 0
    for i in range(n):
        if i == 2500:
            global flag
            flag = 2.5
        t += flag
        if i == 2900:
            del globals()["flag"]
    return t


try:
    reads(3000)
except NameError as e:
    print(e)
flag = 3
print(reads(2000))


def sizes(n):
    t = 0
    for i in range(n):
        t += len("abc")
    return t


print(sizes(3000))
len_, globals()["len"] = len, lambda x: 10
print(sizes(3000))
del globals()["len"]
print(sizes(3000))


def first(x): return x + 1
def second(x): return x * 100


def calls(n):
    t = 0
    for i in range(n):
        if i == n // 2:
            first.__code__ = second.__code__
        t += first(i)
    return t


print(calls(4000))


def unbound(n):
    for i in range(n):
        if i == n - 1:
            del value
        value = i
    return value


try:
    print(unbound(3000))
except UnboundLocalError as e:
    print(e)


def raising(n):
    seen = []
    for i in range(n):
        try:
            if i % 1000 == 999:
                raise ValueError(i)
            1 // (i % 700)
        except ZeroDivisionError:
            seen.append(i)
        except ValueError as e:
            seen.append(str(e))
        finally:
            seen.append(i) if i % 1500 == 0 else None
    return seen


print(raising(5000))


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


for _ in range(40):
    deep(80)
try:
    deep(10**6)
except RecursionError as e:
    print("RecursionError", e)


def generate(n):
    for i in range(n):
        got = yield i
        if got: i = got


def consume(n):
    t = 0
    for x in generate(n):
        t += x
    g = generate(n)
    next(g)
    for i in range(n - 2):
        t += g.send(i)
    g.close()
    return t + sum(x for x in generate(n)) + max(y * 2 for y in generate(n))


print(consume(2000))


def outer(n):
    count = 0.5
    def step():
        nonlocal count
        count += 1
        return count
    for i in range(n):
        step()
    return count


print(outer(3000))


def collected(n):
    keep = []
    for i in range(n):
        keep.append([i, float(i)])
        if i % 500 == 0:
            gc.collect()
            keep = keep[-10:]
    return keep[-1]


print(collected(3000))


def watched(n):
    lines = []
    def trace(frame, event, arg):
        if frame.f_code.co_name == "inner": lines.append(event)
        return trace
    def inner(i): return i + 1
    for i in range(n):
        if i == n - 2: sys.settrace(trace)
        inner(i)
    sys.settrace(None)
    return lines


print(watched(3000))


def variables(n):
    a, b = 0, 0.5
    for i in range(n):
        a, b = a + i, b * 1.0001
        if i == n - 1:
            return sorted(sys._getframe().f_locals.items()), sorted(locals().items())


print(variables(3000))

for k in range(300):
    space = {}
    exec(f"def f(n):\n    t = {k}\n    for i in range(n): t += i\n    return t", space)
    answer = space["f"](1700)
print(answer)
