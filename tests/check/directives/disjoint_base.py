# @disjoint_base (PEP 800), slots and builtins that exclude each other.
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypedDict, TypeVar, assert_type, assert_never, final
from typing_extensions import disjoint_base
from enum import Enum

T = TypeVar("T")


@disjoint_base
class L:
    pass


@disjoint_base
class R:
    pass


@disjoint_base
class LChild(L):
    pass


class LPlain(L):
    pass


class RPlain(R, Generic[T]):
    pass


class Ok1(L, LChild if False else LPlain):  # E: [misc]
    pass


class Ok2(LPlain, LChild):
    pass


class Ok3(LChild, LPlain):
    pass


class Bad1(L, R):  # E: [misc]
    pass


class Bad2(LChild, R):  # E: [misc]
    pass


class Bad3(LPlain, RPlain[int]):  # E: [misc]
    pass


class Bad4(int, str):  # E: [misc]
    pass


class Ok4(int, L if True else R):  # E: [misc]
    pass


class S1:
    __slots__ = ("a",)


class S2:
    __slots__ = ("b",)


class S0:
    __slots__ = ()


class Bad5(S1, S2):  # E: [misc]
    pass


class Ok5(S1, S0):
    pass


@dataclass(slots=True)
class D1:
    x: int


@dataclass(slots=True)
class D2:
    y: int


@dataclass(slots=True)
class D0:
    pass


class Bad6(D1, D2):  # E: [misc]
    pass


class Ok6(D1, D0):
    pass


@disjoint_base  # E: [call-arg]
def func() -> None: ...


@disjoint_base  # E: [misc]
class P(Protocol):
    def m(self) -> int: ...


@disjoint_base  # E: [misc]
class TD(TypedDict):
    a: int


@disjoint_base
class NT(NamedTuple):
    a: int


def narrow(x: L | R) -> None:
    if isinstance(x, L):
        assert_type(x, L)
        if isinstance(x, R):
            assert_never(x)
    else:
        assert_type(x, R)


def narrow2(x: L) -> None:
    if isinstance(x, R):
        x.anything()
        assert_never(x)
    if isinstance(x, LChild):
        assert_type(x, LChild)


def narrow3(x: int) -> None:
    if isinstance(x, str):
        assert_never(x)


def narrow4(x: type[L]) -> None:
    if issubclass(x, R):
        assert_never(x)
