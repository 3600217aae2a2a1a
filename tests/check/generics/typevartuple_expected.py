# A pack that the context expects: wide enough for what flows in, exact where it is a type argument.
from typing import *

Ts = TypeVarTuple("Ts")
T = TypeVar("T")


class Arr(Generic[*Ts]):
    def __init__(self, t: tuple[*Ts]) -> None:
        self.t = t


def make(*args: *Ts) -> Arr[*Ts]: ...
def same(a: Arr[*Ts]) -> Arr[*Ts]:
    return a
def tail(a: Arr[int, *Ts]) -> Arr[*Ts]:
    return Arr(a.t[1:])
def listed(a: tuple[*Ts]) -> list[tuple[*Ts]]:
    return [a]


a1: Arr[int, *tuple[str, ...]] = Arr((1, "a"))
a2: Arr[int, str] = Arr((1,))  # E: [assignment]
a3: Arr[*tuple[int, ...]] = Arr((1, 2))
a4: Arr[*tuple[int, ...]] = Arr((1, ""))  # E: [assignment]


def uses(a: Arr[int, str], b: Arr[int, *tuple[str, ...]], c: Arr[str]) -> Arr[*tuple[float, ...]]:
    x1: Arr[int, *tuple[str, ...]] = make(1, "")
    x2: Arr[int, *tuple[str, ...]] = same(a)  # E: [assignment]
    x3: Arr[float, object] = make(1, "")
    x4: list[tuple[float, str]] = listed((1, ""))
    x5: list[tuple[float, ...]] = listed((1, 2.0))
    x6: list[tuple[float, ...]] = listed((1, ""))  # E: [assignment]
    x7: Arr[*tuple[float, ...]] = make()
    x8: Arr[object, str] = same(a)  # E: [assignment]
    x9: Arr[float, str] = Arr((1, ""))
    assert_type(tail(a), Arr[str])
    assert_type(tail(b), Arr[*tuple[str, ...]])
    tail(c)  # E: [arg-type]
    return Arr((1, 2.0))


def wants(a: Arr[int, *tuple[str, ...]]) -> None: ...
wants(make(1, "", ""))
wants(make("", ""))  # E: [arg-type]
wants(Arr((1,)))


def items(*args: *Ts, **kwargs: int) -> None:
    assert_type(args, tuple[*Ts])
    assert_type(args[0], object)


def of_spec[**P](f: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> None:
    assert_type(args[0], object)  # what a subscript of P.args gives
    assert_type(args[-1], object)
    assert_type(args[1:], tuple[object, ...])
    assert_type(kwargs["x"], object)
