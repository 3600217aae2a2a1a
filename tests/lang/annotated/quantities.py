# An annotated program, as people write them.
from __future__ import annotations

import enum
import math
import operator
from dataclasses import dataclass
from functools import lru_cache, partialmethod, reduce, singledispatch
from typing import Any, Callable, Final, Generic, Iterable, Literal, NewType, SupportsFloat, TypeVar, Union, overload

Meters = NewType("Meters", float)
UserId = NewType("UserId", int)


class Unit(str, enum.Enum):
    METER = "m"
    SECOND = "s"
    KILOGRAM = "kg"

    def __pow__(self, exponent: int) -> Dimension:
        return Dimension({self: exponent})


class Color(enum.IntEnum):
    RED = 1
    GREEN = 2
    BLUE = 4

    @classmethod
    def _missing_(cls, value: object) -> Color | None:
        return cls.RED if value == 0 else None


class Weekday(enum.Enum):
    MON = ("Monday", True)
    SUN = ("Sunday", False)

    def __init__(self, title: str, works: bool) -> None:
        self.title = title
        self.works = works


class Dimension(dict[Unit, int]):
    def __mul__(self, other: Dimension) -> Dimension:
        result = Dimension(self)
        for unit, exponent in other.items():
            result[unit] = result.get(unit, 0) + exponent
            if not result[unit]:
                del result[unit]
        return result

    def __str__(self) -> str:
        return "*".join(f"{unit.value}^{exponent}" if exponent != 1 else unit.value for unit, exponent in sorted(self.items()))


@dataclass(frozen=True)
class Quantity:
    value: float
    dimension: Dimension

    def _combine(self, other: Quantity, function: Callable[[float, float], float]) -> Quantity:
        if self.dimension != other.dimension:
            raise TypeError(f"{self.dimension} and {other.dimension}")
        return Quantity(function(self.value, other.value), self.dimension)

    __add__ = partialmethod(_combine, function=operator.add)
    __sub__ = partialmethod(_combine, function=operator.sub)

    @overload
    def __mul__(self, other: Quantity) -> Quantity: ...
    @overload
    def __mul__(self, other: float) -> Quantity: ...
    def __mul__(self, other: Quantity | float) -> Quantity:
        if isinstance(other, Quantity):
            return Quantity(self.value * other.value, self.dimension * other.dimension)
        return Quantity(self.value * other, self.dimension)

    def __rmul__(self, other: float) -> Quantity:
        return self * other

    def __float__(self) -> float:
        return float(self.value)

    def __format__(self, spec: str) -> str:
        return f"{self.value:{spec or 'g'}} {self.dimension}"


@singledispatch
def show(value: object) -> str:
    return repr(value)


@show.register
def _(value: float) -> str:
    return f"{value:.2f}"


@show.register(list)
def _show_list(value: list[Any]) -> str:
    return "[" + " ".join(map(show, value)) + "]"


@show.register(Quantity)
def _show_quantity(value: Quantity) -> str:
    return format(value, ".1f")


Number = Union[int, float, SupportsFloat]
MODES: Final = ("up", "down", "even")
Mode = Literal["up", "down", "even"]


def rounded(value: Number, mode: Mode = "even") -> int:
    number = float(value)
    if mode == "up":
        return math.ceil(number)
    if mode == "down":
        return math.floor(number)
    return round(number)


@lru_cache
def factor(prefix: str) -> float:
    return {"k": 1e3, "m": 1e-3}.get(prefix, 1.0)


def distance(points: Iterable[tuple[float, float]]) -> Meters:
    total = 0.0
    before: tuple[float, float] | None = None
    for point in points:
        if before is not None:
            total += math.dist(before, point)
        before = point
    return Meters(total)


def main() -> None:
    speed = Quantity(3, Unit.METER**1 * Unit.SECOND**-1)
    time = Quantity(2.5, Unit.SECOND**1)
    length = speed * time
    print(f"{length}", f"{2 * length:.3f}", length + length == length * 2, float(length - length))
    try:
        print(speed + time)
    except TypeError as error:
        print("can't add", error)
    print(show([1.5, "x", length, [2.0]]), rounded(length, "up"), rounded(2.5), rounded("nan" and 3.7, MODES[1]))
    print(Color(0).name, Color.BLUE | Color.RED, Color.GREEN < 4, [c.name.lower() for c in Color], Weekday.MON.title, Weekday.SUN.works, Weekday(("Monday", True)))
    walked: Meters = distance([(0, 0), (3, 4), (3, 5)])
    print(walked + 1, UserId(5) + 1, {UserId(1): "one"}[UserId(1)], factor("k") * factor("m") * factor("x"), factor.cache_info().misses)
    print(reduce(operator.mul, (unit**1 for unit in Unit)), Unit.METER.upper(), Unit("kg"), "m" == Unit.METER, sorted(Unit, reverse=True)[0].name)
    try:
        Color(9)
    except ValueError as error:
        print(error)


main()
