# What realistic annotated programs do with type variables: found by programs that CPython runs and other checkers accept.
import functools
import operator
from fractions import Fraction
from typing import Callable, Generic, Iterable, List, Optional, Type, TypeVar, Union, assert_type, overload

N = TypeVar("N", int, float, Fraction)
T = TypeVar("T")
R = TypeVar("R")


class Matrix(Generic[N]):
    def __init__(self, rows: Iterable[Iterable[N]]) -> None:
        self.rows: List[List[N]] = [list(row) for row in rows]

    def __neg__(self) -> "Matrix[N]":
        return Matrix([[-value for value in row] for row in self.rows])

    def positive(self, value: N) -> N:
        return +value

    def inverted(self) -> List[List[N]]:
        return [[~value for value in row] for row in self.rows]  # E: [operator]


class computed(Generic[T, R]):
    """A descriptor that knows its owner by the unannotated `self` of what it decorates."""

    def __init__(self, function: Callable[[T], R]) -> None:
        self.function = function

    @overload
    def __get__(self, instance: None, owner: Type[T]) -> "computed[T, R]": ...
    @overload
    def __get__(self, instance: T, owner: Type[T]) -> R: ...
    def __get__(self, instance: Optional[T], owner: Type[T]) -> Union["computed[T, R]", R]:
        return self if instance is None else self.function(instance)


class Circle:
    @computed
    def area(self) -> float:
        return 3.0


class Disc(Circle):
    pass


assert_type(Circle().area, float)
assert_type(Disc().area, float)
assert_type(Circle.area, computed[Circle, float])


class Quantity:
    """Operators that a descriptor makes."""

    def __init__(self, value: float) -> None:
        self.value = value

    def _combine(self, other: "Quantity", function: Callable[[float, float], float]) -> "Quantity":
        return Quantity(function(self.value, other.value))

    __add__ = functools.partialmethod(_combine, function=operator.add)
    __getitem__ = functools.partialmethod(_combine, function=max)


assert_type(Quantity(1) + Quantity(2), Quantity)
assert_type(Quantity(1)[Quantity(2)], Quantity)
Quantity(1) - Quantity(2)  # E: [operator]


def made(make: Callable[[int], T] = str) -> T:
    return make(1)


def built(kind: Type[T] = int, wrong: List[T] = {}) -> T:  # E: [assignment]
    return kind()


mixed = {"a": [1], "b": 2}
mixed["a"].append(1)  # type: ignore[attr-defined]
