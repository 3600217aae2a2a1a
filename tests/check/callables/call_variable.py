# A variable named __call__ that the class declares: what it holds is called, without the instance.
from typing import Callable, Generic, Protocol, TypeVar

F = TypeVar("F", bound=Callable[..., object])
E = TypeVar("E")


class Plain:
    __call__: Callable[[int], str]


class With(Protocol[F, E]):
    error: E
    __call__: F


class Held(Generic[F]):
    __call__: F


def shout(text: str, times: int = 1) -> str:
    return text * times


def use(p: Plain, w: With[Callable[[str], int], type[ValueError]], h: Held[Callable[[], bytes]]) -> None:
    a: str = p(3)
    p("x")  # E: [arg-type]
    p()  # E: [call-arg]
    b: int = w("x")
    w(1)  # E: [arg-type]
    raise w.error
    c: bytes = h()


def wrap(function: F) -> With[F, type[KeyError]]: ...


wrapped = wrap(shout)
d: str = wrapped("x", times=2)
wrapped(3)  # E: [arg-type]
