# Hot calls with defaults and keywords, places that call functions and built-in ones by turns, and guards of several classes.
import gc
from typing import Any, Callable, Optional


def plain(a, b=2, *, c=3, d="d"):
    return a, b, c, d


def positional(a, b=1, /, c=2):
    return a, b, c


def many(a, b=1, *rest, c=2, **others):
    return a, b, rest, c, others


def needs(a, *, key):
    return a, key


def produces(a, b=5):
    yield a
    yield b


def cells(a, b=4, *, c=7):
    def inner():
        nonlocal a
        a += 1
        return a, b, c

    b = [b]
    return inner


def one(f, x):
    return f(x)


def two(f, x, y):
    return f(x, y)


def named(f, x, y):
    return f(x, c=y)


def swapped(f, x, y):
    return f(c=y, a=x)


def keyed(f, x, y):
    return f(x, key=y)


for i in range(300):
    one(plain, i), two(plain, i, i), named(plain, i, i), swapped(plain, i, i), keyed(needs, i, i)


def attempt(call, *args):
    try:
        result = call(*args)
        return list(result) if hasattr(result, "__next__") else result() if callable(result) else result
    except TypeError as e:
        return str(e)


kinds = plain, positional, many, needs, produces, cells, abs, len, dict, print, lambda a, c=0: (a, c), lambda *a: a, [].append, plain.__call__
for f in kinds:
    print(getattr(f, "__name__", "?"), attempt(one, f, -7), attempt(two, f, -7, -8), attempt(named, f, -7, -8), attempt(swapped, f, -7, -8), attempt(keyed, f, -7, -8))

plain.__defaults__ = ("new",)
print(one(plain, 1), two(plain, 1, 2), named(plain, 1, 2))
plain.__defaults__ = (7, 8, 9)
print(one(plain, 1), attempt(named, plain, 1, 2), attempt(lambda: plain()))
plain.__defaults__ = None
print(attempt(one, plain, 1), two(plain, 1, 2))
plain.__defaults__ = (2,)
plain.__kwdefaults__ = {"d": 4, "c": 5}
print(one(plain, 1), named(plain, 1, 2), swapped(plain, 1, 2))
plain.__kwdefaults__ = {"c": 5}
print(attempt(one, plain, 1), attempt(named, plain, 1, 2))
del plain.__kwdefaults__["c"]
plain.__kwdefaults__["x"] = 1
print(attempt(one, plain, 1))
plain.__kwdefaults__ = None
print(attempt(one, plain, 1))
plain.__code__ = needs.__code__
print(attempt(one, plain, 1), attempt(keyed, plain, 1, 2))


class Shape:
    def area(self, scale=1, *, unit="cm"):
        return 0, scale, unit

    def twice(self, n, unit):
        return self.area(n), self.area(n, unit=unit), self.area(unit=unit), self.area()

    def __eq__(self, other):
        gc.collect()
        return True


class Square(Shape):
    def area(self, scale=2, unit="m"):
        return 4, scale, unit


class Odd(Shape):
    area = staticmethod(lambda scale=3, **rest: (scale, rest))


class Property(Shape):
    @property
    def area(self):
        return lambda *a, **k: (a, k)


for _ in range(200):
    Shape().twice(1, "in")
for kind in Shape, Square, Odd, Property:
    print(kind().twice(3, "ft"))


def guarded(s: Shape, f: Callable[[int], int], o: Optional[Shape]) -> object:
    return s.area(), f(-3), o is s


shapes = [Shape(), Square(), Odd(), Shape()]
functions: list[Any] = [abs, lambda x: x * 2, int, lambda x: x]
out = []
for i in range(1200):
    out = [guarded(s, f, s if i % 2 else None)[1:] for s in shapes for f in functions]
    if i % 400 == 0:
        gc.collect()
        shapes[i // 400].extra = i
print(out)
for n in range(60):
    class Local(Shape):
        pass

    made = Local()
    made.x = n
    if guarded(made, abs, made) != ((0, 1, "cm"), 3, True):
        print("wrong")
    if n % 20 == 0:
        gc.collect()


def pipeline(functions, x):
    for f in functions:
        x = f(x)
    return x


steps = [lambda x: x + 1, abs, lambda x, k=2: x * k, int, lambda x: -x]
for i in range(300):
    pipeline(steps, i)
print(pipeline(steps, -7), pipeline(steps, 2.5), pipeline([str, len, lambda n: n, [1].append], 123))
for bad in "x", None:
    try:
        pipeline(steps, bad)
    except TypeError as e:
        print(e)


def failing(x, *, by=0):
    return x // by


def fails(f, x):
    try:
        return f(x)
    except ZeroDivisionError as e:
        return str(e)


for i in range(300):
    fails(failing, i)
print(fails(failing, 1), fails(lambda x, by=2: x // by, 9))
