"""A ParamSpec and a TypeVarTuple of a class are invariant, however they are used."""
from typing import Any, Callable, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R", covariant=True)

class Takes[**Q]:
    def method(self, f: Callable[Q, None]) -> None: ...
class Gives[**Q]:
    def method(self) -> Callable[Q, None]: ...
class Pack[*Ts]:
    def method(self) -> tuple[*Ts]: ...

def assign(a: Takes[[int]], b: Takes[[float]], c: Gives[[int]], d: Gives[[float]], e: Pack[int], f: Pack[float]) -> None:
    a1: Takes[[float]] = a  # E: [assignment]
    a2: Takes[[int]] = b  # E: [assignment]
    c1: Gives[[float]] = c  # E: [assignment]
    c2: Gives[[int]] = d  # E: [assignment]
    e1: Pack[float] = e  # E: [assignment]
    e2: Pack[int] = f  # E: [assignment]
    a3: Takes[[int]] = a
    a4: Takes[...] = a

class Job(Generic[P, R]):
    def __init__(self, f: Callable[P, R]) -> None: ...

def one(x: int) -> str: ...
def two(x: int, y: str = "") -> str: ...

expected: Job[[int], object] = Job(one)
optional: Job[[int], str] = Job(two)
narrower: Job[[bool], str] = Job(one)
wider: Job[[float], str] = Job(one)  # E: [assignment]
made = Job(one)
same: Job[[int], str] = made
other: Job[[bool], str] = made  # E: [assignment]
gradual: Job[..., str] = made

def gradually(c: Job[..., str], d: Job[[Any], str]) -> None:
    c1: Job[[int], str] = c
    d1: Job[[int], str] = d
