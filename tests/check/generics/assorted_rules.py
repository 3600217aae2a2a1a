# Rules of the chapter on generics that are easily missed.
from __future__ import annotations
from typing import Any, Dict, Generic, List, ParamSpec, Protocol, Self, TypeVar, TypeVarTuple, assert_type
K = TypeVar("K")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)
Ts = TypeVarTuple("Ts")
Bound = ParamSpec("Bound", bound=int)  # E: [misc]

# A class that is generic no more takes no arguments, whatever its bases take when they run.
class MyDict(Dict[K, V]): ...
class Names(MyDict[str, int]): ...
Names[int]()  # E: [type-arg]
MyDict[str, int]()

# A covariant variable as a parameter of any kind.
class Source(Generic[T_co]):
    def one(self, x: T_co) -> None: ...  # E: [misc]
    def many(self, *x: T_co) -> None: ...  # E: [misc]
    def named(self, **x: T_co) -> None: ...  # E: [misc]
    def only(self, *, x: T_co) -> None: ...  # E: [misc]
    def __init__(self, *x: T_co) -> None: ...

# Self beside an annotation of self that is something else, quoted or not.
class Shape:
    def one(self: "Shape") -> Self: ...  # E: [valid-type]
    def two(self: Shape) -> Self: ...  # E: [valid-type]
    def three(self: "Self") -> "Self": return self

# Packs.
class Array(Generic[*Ts]): ...
a: Array[*tuple[int, ...], *tuple[str, ...]]  # E: [type-arg]
def unpacks_any(x: Array[*Any]) -> None: ...  # E: [valid-type]

# A generic alias that is called is of anything.
Items = List[K]
Items([1]).append("")
assert_type(Items[int]([1]), list[int])

# Methods of protocols with empty bodies are not to be called through super(), unless they may return None.
class Proto(Protocol):
    def a(self) -> int: ...
    def b(self) -> None: ...
    def c(self) -> int: raise NotImplementedError
    def d(self) -> int: return 3
class Impl(Proto):
    def a(self) -> int: return super().a()  # E: [safe-super]
    def b(self) -> None: return super().b()
    def c(self) -> int: return super().c()  # E: [safe-super]
    def d(self) -> int: return super().d()
def match_protocol(o: object) -> None:
    match o:
        case Proto(): ...  # E: [misc]
