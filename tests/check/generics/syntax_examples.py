# PEP 695: scopes of type parameters, with decorators, defaults, dataclasses, protocols and old variables.
from typing import *
from typing import Generic, TypeVar
from collections.abc import Sequence, Hashable, Mapping, Callable
from dataclasses import dataclass
S = TypeVar("S")
class Foo[T]: ...
class BaseClass[T]:
    def __init_subclass__(cls, param: Any = None) -> None: ...
def dec(x: Any) -> Callable[[Any], Any]: ...
class ClassA[T](BaseClass[T], param=Foo[T]): ...
@dec(Foo[Q])  # E: [name-defined]
class ClassA2[Q]: ...
def func1[T](a: T) -> T: ...
def func2[Z](a=list[Z]): ...  # E: [name-defined]
@dec(list[Y])  # E: [name-defined]
def func3[Y](): ...
type Alias1[K, V] = Mapping[K, V] | Sequence[K]
class ClassC[V]:
    class ClassD[T: dict[str, V]]: ...  # E: [valid-type]
class ClassE[T: [str, int]]: ...  # E: [valid-type]
class Outer1:
    class Private: pass
    class Inner[T](Private, Sequence[T]):
        pass
    def method1[T](self, a: "Inner[T]") -> "Inner[T]":
        return a
def outer2[T](s: T) -> None:
    def inner(x: T) -> T: return x
    class L:
        y: T
        def m(self) -> T: ...
    inner(s)
def outer3[**P](f: Callable[P, int]) -> Callable[P, int]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> int: return f(*args, **kwargs)
    return inner
class ClassF[T]:
    def m[S2](self, x: T, y: S2) -> T | S2: ...
    @classmethod
    def mk(cls, x: T) -> "ClassF[T]": ...
    @staticmethod
    def st[U](x: U) -> list[U]: ...
assert_type(ClassF[int]().m(3, ""), int | str)
assert_type(ClassF.mk(3), ClassF[int])
assert_type(ClassF.st(""), list[str])
class ClassG[T: Sequence[int]]:
    x: T
ClassG[list[int]]; ClassG[list[str]]  # E: [type-var]
class Bd[T: "Bd"]: ...
type IntFunc[**P] = Callable[P, int]
type LabeledTuple[*Ts] = tuple[str, *Ts]
type HashableSequence[T: Hashable] = Sequence[T]
type IntOrStrSequence[T: (int, str)] = Sequence[T]
def ua(a: IntFunc[[int, str]], b: LabeledTuple[int, bool], c: HashableSequence[int], d: IntOrStrSequence[str], e: IntOrStrSequence[float],  # E: [type-var]
       f: HashableSequence[list[int]]):  # E: [type-var]
    assert_type(a(1, ""), int)
    assert_type(b, tuple[str, int, bool])
class Child1[T](ClassF[T]): ...
class Child2(ClassF[int]): ...
class Child3[T](ClassF[T], Generic[T]): ...  # E: [misc]
def f[T](x: T, y: list[T]) -> T: ...
f(1, ["a"])  # E: [arg-type]
async def af[T](x: T) -> T: return x
lam: Callable[[int], int] = lambda x: x
def gen[T](x: T) -> Iterator[T]: yield x
assert_type(list(gen(3)), list[int])
class CtxT[T]:
    def __enter__(self) -> T: ...
    def __exit__(self, *a: object) -> None: ...
@dataclass
class DCG[T]:
    x: T
    y: list[T]
assert_type(DCG(1, [2]), DCG[int])
class TDG[T](TypedDict):
    v: T
td: TDG[int] = {"v": "x"}  # E: [typeddict-item]
class NTG[T](NamedTuple):
    a: T
assert_type(NTG(3).a, int)
class PG[T](Protocol):
    def m(self) -> T: ...
class PGI:
    def m(self) -> int: ...
pg: PG[int] = PGI()
pg2: PG[str] = PGI()  # E: [assignment]
class EG[T]:
    class Meta: ...
    def __class_getitem__(cls, x: Any) -> Any: ...
T1 = TypeVar("T1")
class Mixed(ClassF[T1]): ...
assert_type(Mixed[int]().m(1, 2), int)
def old(x: T1) -> ClassF[T1]: ...
assert_type(old(3), ClassF[int])
def nested[T](x: T):
    type A = list[T]  # E: [misc]
    y: list[T] = [x]
class Cls[T]:
    type A = list[int]
    type B[U] = dict[str, U]
    z: A
    w: B[int]
assert_type(Cls[int]().w, dict[str, int])
class Shadow[int]:
    def m(self, x: int) -> int: return x
assert_type(Shadow[str]().m("a"), str)
def shadow2[str](x: str) -> str: return x
for T in range(3): pass
def uses_outer(x: T) -> None: ...  # E: [valid-type]
class WithDefault[T = int, *Ts = *tuple[str, bool]]: ...
def wd(x: WithDefault, y: WithDefault[str], z: WithDefault[str, int]):
    assert_type(x, WithDefault[int, str, bool])
    assert_type(y, WithDefault[str, str, bool])
    assert_type(z, WithDefault[str, int])
