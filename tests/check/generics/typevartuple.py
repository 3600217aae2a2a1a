# TypeVarTuple.
from typing import Callable, Generic, TypeVar, TypeVarTuple, Unpack

Ts = TypeVarTuple("Ts")
T = TypeVar("T")


def make(*args: *Ts) -> tuple[*Ts]:
    return args


reveal_type(make(1, "a"))  # N: Revealed type is "tuple[builtins.int, builtins.str]"
reveal_type(make())  # N: Revealed type is "tuple[()]"


def first(t: tuple[T, *Ts]) -> T:
    return t[0]


reveal_type(first((1, "a")))  # N: Revealed type is "builtins.int"


def spawn(f: Callable[[*Ts], None], args: tuple[*Ts]) -> None:
    f(*args)


def worker(a: int, b: str) -> None: ...


spawn(worker, (1, "a"))
spawn(worker, ("a", 1))  # E: [arg-type]


class Array(Generic[*Ts]):
    def __init__(self, *shape: *Ts) -> None: ...

    def transpose(self: "Array[T, *Ts]") -> "Array[*Ts, T]":
        raise NotImplementedError


a = Array(1, "x")
reveal_type(a)  # N: Revealed type is "typevartuple.Array[builtins.int, builtins.str]"
b: Array[int, str] = a
c: Array[int] = a  # E: [assignment]


def old(*args: Unpack[Ts]) -> tuple[Unpack[Ts]]:
    return args


reveal_type(old(1))  # N: Revealed type is "tuple[builtins.int]"


class New[*Xs]:
    x: tuple[*Xs]


def take(n: New[int, str]) -> None:
    reveal_type(n.x)  # N: Revealed type is "tuple[builtins.int, builtins.str]"
