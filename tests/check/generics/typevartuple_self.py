# Self of a variadic class is the class with its own *Ts.
from typing import Callable, Generic, TypeVar, TypeVarTuple, assert_type

Ts = TypeVarTuple("Ts")
Us = TypeVarTuple("Us")
T = TypeVar("T")


class Array(Generic[*Ts]):
    def __init__(self, shape: tuple[*Ts]) -> None:
        self.shape = shape

    def add(self, other: "Array[*Ts]") -> "Array[*Ts]":
        same: Array[*Ts] = self
        wrong: Array[int] = self  # E: [assignment]
        return self

    def first(self: "Array[T, *Us]") -> T:
        return self.shape[0]


class Named(Generic[T, *Ts]):
    def same(self) -> "Named[T, *Ts]":
        return self

    def other(self) -> "Named[T]":
        return self  # E: [return-value]


class Syntax[*Ts]:
    def same(self) -> "Syntax[*Ts]":
        return self


assert_type(Array((1, "a")).add(Array((2, "b"))), Array[int, str])
assert_type(Array((1, "a")).first(), int)


def keyword(x: int, *, y: str) -> float: ...
def optional(x: int, *, y: str = "") -> float: ...


class WithKeyword:
    def __call__(self, x: int, *, flag: bool = False) -> str: ...


def call(f: Callable[[*Ts], T], args: tuple[*Ts]) -> T:
    return f(*args)


call(keyword, (1,))  # E: [arg-type]
assert_type(call(optional, (1,)), float)
assert_type(call(WithKeyword(), (1,)), str)
call(print, (1, "a"))
