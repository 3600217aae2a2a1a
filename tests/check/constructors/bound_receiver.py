# `self` and `cls` that name one specialisation; a metaclass whose call never returns.
from typing import Any, Callable, Generic, NoReturn, ParamSpec, Self, TypeVar, assert_type

T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")


class ForInt(Generic[T]):
    def __init__(self: "ForInt[int]") -> None: ...


assert_type(ForInt(), ForInt[int])
ForInt[int]()
ForInt[str]()  # E: Invalid self argument "ForInt[str]" to attribute function "__init__"  [misc]


class MadeForInt(Generic[T]):
    def __new__(cls: "type[MadeForInt[int]]") -> "MadeForInt[int]":
        return super().__new__(cls)


assert_type(MadeForInt(), MadeForInt[int])
MadeForInt[int]()
MadeForInt[str]()  # E: [misc]


class Meta(type):
    def __call__(cls, *args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError


class Never_(metaclass=Meta):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)


def same(f: Callable[P, R]) -> Callable[P, R]:
    return f


reveal_type(same(Never_))  # N: Revealed type is "def (*args: Any, **kwargs: Any) -> Never"
