# typhon-only: calls whose arguments the checker has proven enter functions behind their guards, and only functions that ask for just that
from typing import Any, Callable, Protocol


def show(f: Any, *args: Any) -> None:
    results = []
    for _ in range(4):
        try: results.append(repr(f(*args)))
        except TypeError as e: results.append(str(e))
    print(f.__name__, *dict.fromkeys(results), len(results))


# ---- functions
def twice(n: int) -> int: return n * 2
def joined(a: str, n: int, *, sep: str = "-") -> str: return sep.join([a] * n)
def either(n: int | None) -> int: return n or 7
def with_default(n: int = 3, name: str | None = None) -> str: return f"{n}{name}"
def untyped(n): return twice(n)
def calls(n: int) -> int: return twice(n) + twice(n + 1) + twice(3)
def calls_all(n: int) -> str: return joined("x", n) + str(either(n)) + str(either(None)) + with_default(n) + with_default(n, "y")
def of_items(xs: list[int]) -> int: return sum(twice(x) for x in xs) + twice(xs[0])
def of_any(n: Any) -> int: return twice(n)
def through(f: Callable[[int], int], n: int) -> int: return f(n)


show(calls, 4), show(calls_all, 2), show(of_items, [1, 2]), show(of_any, 2), show(through, twice, 4)
show(of_items, ["a"]), show(of_any, "a"), show(untyped, "a"), show(untyped, 1), show(through, joined, 4)


# ---- another function under the name
def of_str(s: str) -> int: return len(s)
def of_float(x: float) -> int: return int(x) + 1
def unguarded(n): return n + 100
def many(*args): return len(args)
for other in (of_str, of_float, unguarded, many, lambda n: n + 1000, int):
    globals()["twice"] = other
    show(calls, 4)
def twice(n: int) -> int: return n * 2  # type: ignore
show(calls, 4)


# ---- classes, methods
class Point:
    def __init__(self, x: float, y: float) -> None: self.x, self.y = x, y
    def plus(self, other: "Point") -> "Point": return Point(self.x + other.x, self.y + other.y)
    def scaled(self, by: int) -> "Point": return Point(self.x * by, self.y * by)
    @staticmethod
    def origin(x: float) -> "Point": return Point(x, 0)
    @classmethod
    def square(cls, x: float) -> "Point": return cls(x, x)
    def __repr__(self) -> str: return f"({self.x}, {self.y})"
class Deep(Point):
    def plus(self, other: Point) -> Point: return Point(0, 0)
    def scaled(self, by: float) -> Point: return Point(by, by)
class Strange:
    x = y = "s"


def walk(p: Point) -> Point: return p.plus(p.scaled(2)).plus(Point.origin(1.5)).plus(Point.square(2))
def step(p: Point, q: Point) -> Point: return p.plus(q)
def free(p, q): return p.plus(q)
show(walk, Point(1, 2)), show(walk, Deep(1, 2)), show(step, Point(1, 2), Deep(3, 4)), show(step, Deep(1, 2), Point(3, 4)), show(step, Point(1, 2), Strange()), show(free, Point(1, 2), Strange())
def plus_str(self, other: str) -> str: return "s" + other
kept = Point.plus
setattr(Point, "plus", plus_str)
show(step, Point(1, 2), Point(3, 4)), show(free, Point(1, 2), "t")
setattr(Point, "plus", kept)
show(step, Point(1, 2), Point(3, 4))
kept_init = Point.__init__
def init_of_str(self, x: str, y: str) -> None: self.x, self.y = x, y
def make(x: float) -> Point: return Point(x, x)
show(make, 1.5), setattr(Point, "__init__", init_of_str), show(make, 1.5), setattr(Point, "__init__", kept_init), show(make, 2.5)


# ---- methods of several classes at one call
class Shape(Protocol):
    def grown(self, by: int) -> int: ...
class Line:
    def grown(self, by: int) -> int: return by
class Disc:
    def grown(self, by: float) -> int: return int(by * 3)
class Loose:
    def grown(self, by): return by
class Wrong:
    def grown(self, by: str) -> int: return len(by)
def grow(shapes: list[Any], by: int) -> list[int]:
    found: list[int] = []
    for shape in shapes:
        s: Shape = shape
        try: found.append(s.grown(by))
        except TypeError: found.append(-1)
    return found
show(grow, [Line(), Disc(), Loose(), Wrong(), Line(), Wrong(), Disc()], 4), show(grow, [Wrong(), Line()], 5)


# ---- closures, recursion, bound methods, what is made late
def countdown(n: int) -> int: return 0 if n == 0 else 1 + countdown(n - 1)
def outer(k: int) -> int:
    def inner(n: int) -> int: return n + k
    return inner(k) + inner(2)
def bound(p: Point, n: int) -> Point:
    scaled = p.scaled
    return scaled(n)
show(countdown, 20), show(countdown, "a"), show(outer, 3), show(bound, Point(1, 2), 3), show(bound, Point(1, 2), "s")
