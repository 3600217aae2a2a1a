# A class without a constructor: a decorator that nothing is known of may have given it one; one with annotations has not.
from typing import Any, Callable, TypeVar

from no_such_library import define  # type: ignore[import-not-found]

T = TypeVar("T")


def with_init(cls):
    def __init__(self, **given):
        self.__dict__.update(given)
    cls.__init__ = __init__
    return cls


def options(**given):
    return with_init


def register(cls: type[T]) -> type[T]:
    return cls


def any_way(cls: type) -> Any:
    return cls


@define
class A:
    x: int


@define(frozen=True)
class B:
    x: int


@with_init
class C:
    x: int


@options(slots=True)
class D:
    x: int


class E(C):
    y: int


@register
class F:
    x: int


@register
@any_way
class G:
    x: int


A(1), B(x=1), C(x=1), D(x=2), E(x=1, y=2), G(3)
F(1)  # E: [call-arg]
value: int = C(x=1).x
