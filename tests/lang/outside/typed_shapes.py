# python3.12
"""Typing-annotated program, mypy-clean: Protocols, generics, overloads, TypedDict, NewType, Literal, ABCs."""
from __future__ import annotations

import abc
import enum
import functools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import (Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NoReturn, Optional, Protocol, Self,
                    TypedDict, TypeVar, Union, cast, overload, runtime_checkable, TYPE_CHECKING, assert_never, get_type_hints)

if TYPE_CHECKING:
    from decimal import Decimal

T = TypeVar("T")
K = TypeVar("K")
N = TypeVar("N", int, float)
UserId = NewType("UserId", int)
Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
LIMIT: Final = 3


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def __add__(self, other: tuple[Any, ...]) -> "Point":
        return Point(self.x + other[0], self.y + other[1])

    @property
    def norm(self) -> float:
        return math.hypot(*self)


@runtime_checkable
class HasArea(Protocol):
    def area(self) -> float: ...


class Shape(abc.ABC):
    count: ClassVar[int] = 0

    def __init__(self, name: str) -> None:
        self.name = name
        type(self).count += 1

    @abc.abstractmethod
    def area(self) -> float: ...

    @property
    @abc.abstractmethod
    def sides(self) -> int: ...

    def __lt__(self, other: Shape) -> bool:
        return self.area() < other.area()

    def describe(self) -> str:
        return f"{self.name}: {self.area():.2f} ({self.sides} sides)"


class Circle(Shape):
    def __init__(self, r: float) -> None:
        super().__init__("circle")
        self.r = r

    def area(self) -> float:
        return math.pi * self.r ** 2

    @property
    def sides(self) -> int:
        return 0


class Polygon(Shape):
    def __init__(self, *points: Point) -> None:
        super().__init__("polygon")
        self.points: list[Point] = list(points)

    def area(self) -> float:
        pairs = zip(self.points, self.points[1:] + self.points[:1])
        return abs(sum(a.x * b.y - a.y * b.x for a, b in pairs)) / 2

    @property
    def sides(self) -> int:
        return len(self.points)

    @classmethod
    def regular(cls, n: int, r: float = 1) -> Self:
        return cls(*(Point(r * math.cos(2 * math.pi * i / n), r * math.sin(2 * math.pi * i / n)) for i in range(n)))


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"
    BLUE = "b"

    @classmethod
    def parse(cls, s: str) -> Color:
        return cls(s[0].lower())


def mix(c: Color) -> str:
    if c is Color.RED:
        return "warm"
    elif c is Color.GREEN or c is Color.BLUE:
        return "cold"
    else:
        assert_never(c)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = [*items]

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)

    def map(self, f: Callable[[T], K]) -> Stack[K]:
        return Stack(f(i) for i in self._items)


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x: int | str) -> int | str:
    return x * 2


def first(xs: Sequence[T], default: Optional[T] = None) -> T | None:
    return xs[0] if xs else default


def total(xs: Iterable[N]) -> N:
    result: N = cast(N, 0)
    for x in xs:
        result += x
    return result


def depth(j: Json) -> int:
    match j:
        case list(items):
            return 1 + max(map(depth, items), default=0)
        case dict():
            return 1 + max((depth(v) for v in j.values()), default=0)
        case _:
            return 0


def fail(message: str) -> NoReturn:
    raise SystemExit(message)


def memo(f: Callable[[int], int]) -> Callable[[int], int]:
    cache: dict[int, int] = {}

    @functools.wraps(f)
    def inner(n: int) -> int:
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return inner


@memo
def fib(n: int) -> int:
    """nth Fibonacci"""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@dataclass(frozen=True, slots=True)
class Money:
    cents: int
    currency: Literal["EUR", "USD"] = "EUR"
    history: tuple[int, ...] = field(default=(), compare=False)

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            return NotImplemented
        return Money(self.cents + other.cents, self.currency, (*self.history, other.cents))


def group_by(items: Iterable[T], key: Callable[[T], K]) -> Mapping[K, list[T]]:
    out: dict[K, list[T]] = {}
    for item in items:
        out.setdefault(key(item), []).append(item)
    return out


def main() -> None:
    shapes: list[Shape] = [Circle(1), Polygon.regular(6), Polygon(Point(0), Point(4), Point(4, 3))]
    for s in sorted(shapes):
        print(s.describe(), isinstance(s, HasArea))
    print(Circle.count, Polygon.count, Shape.count, isinstance(3, HasArea))
    print(Point(1, 2) + (3, 4), Point(3, 4).norm, mix(Color.parse("Green")))
    m: Movie = {"title": "Blade Runner"}
    m["year"] = 1982
    print(m, Movie.__total__, Movie.__optional_keys__ == frozenset({"title", "year"}))
    st = Stack([1, 2]).push(3)
    print(list(st.map(str).map(lambda s: s + "!")), st.pop(), twice(4), twice("ab"))
    print(first([], 3), first("xyz"), total([1, 2, 3]), total([0.5, 0.25]), depth({"a": [1, [2, {"b": None}]]}))
    print(fib(80), fib.__name__, fib.__doc__, UserId(5) + 1, LIMIT)
    print(Money(5) + Money(7), {Money(1): "x"}[Money(1)], group_by(range(7), lambda n: n % 3))
    print(get_type_hints(group_by)["return"], get_type_hints(Point), get_type_hints(Movie))
    try:
        Money(1) + Money(1, "USD")
    except TypeError as e:
        print(e)
    try:
        Shape("x")  # type: ignore[abstract]
    except TypeError as e:
        print(e)
    try:
        Money(1).cents = 4  # type: ignore[misc]
    except AttributeError as e:
        print(type(e).__name__, e)
    Stack[int]().pop()


if __name__ == "__main__":
    main()
