# PEP 696: defaults of every kind of type parameter, old and new syntax.
from typing import *
from typing_extensions import TypeVar as TV, TypeVarTuple as TVT, ParamSpec as PS, TypeAliasType as TAT, Unpack as UP
# PEP 696
D1 = TV("D1", default=int)
D2 = TV("D2", default=str)
N1 = TV("N1")
T4 = TV("T4")
class A1(Generic[N1, D1]): ...
class A2(Generic[D1, N1]): ...  # E: [misc]
class A3(Generic[D1, D2]): ...
class A4(Generic[N1, D1, D2]): ...
assert_type(A1[str](), A1[str, int])
assert_type(A3(), A3[int, str])
assert_type(A3[bool](), A3[bool, str])
A1[str, str, str]  # E: [type-arg]
A1[()]  # E: [valid-type]
def fx(a: A1, b: A3): 
    assert_type(a, A1[Any, int])
    assert_type(b, A3[int, str])
assert_type(A3, type[A3[int, str]])
Al: TypeAlias = A4[D1, N1]
def al(x: A4[int], y: A4[int, bool]):
    assert_type(x, A4[int, int, str])
    assert_type(y, A4[int, bool, str])
StartT = TV("StartT", default=int)
StopT = TV("StopT", default=StartT)
StepT = TV("StepT", default=int | None)
class slice2(Generic[StartT, StopT, StepT]): ...
assert_type(slice2(), slice2[int, int, int | None])
assert_type(slice2[str](), slice2[str, str, int | None])
assert_type(slice2[str, bool, float](), slice2[str, bool, float])
Y1 = TV("Y1", default="Y2")
Y2 = TV("Y2", default=int)
class B1(Generic[Y1, Y2]): ...  # E: [misc]
class B2(Generic[StopT, StartT]): ...  # E: [misc]
Bd1 = TV("Bd1", bound=float, default=int)
Bd2 = TV("Bd2", bound=str, default=int)  # E: [misc]
C1 = TV("C1", float, str, default=int)  # E: [misc]
C2 = TV("C2", float, str, default=str)
X1 = TV("X1", bound=int)
Bd3 = TV("Bd3", bound=float, default=X1)
Bd4 = TV("Bd4", bound=str, default=X1)  # E: [misc]
C3 = TV("C3", float, str, int, default=C2)
C4 = TV("C4", int, str, default=C2)  # E: [misc]
C5 = TV("C5", bool, complex, default=X1)  # E: [misc]
class UsesDef(Generic[Y2]):
    x: Y2
class Sub(UsesDef): ...
assert_type(Sub().x, int)
class Sub2(UsesDef[str]): ...
assert_type(Sub2().x, str)
L1 = TV("L1", default=list[D1])
class Bx(Generic[D1, L1]): 
    y: L1
assert_type(Bx(), Bx[int, list[int]])
assert_type(Bx[str](), Bx[str, list[str]])
assert_type(Bx[str]().y, list[str])
PSD = PS("PSD", default=[str, int])
class CP(Generic[PSD]):
    x: Callable[PSD, None]
assert_type(CP().x, Callable[[str, int], None])
assert_type(CP[[bool]]().x, Callable[[bool], None])
assert_type(CP[...]().x, Callable[..., None])
PSE = PS("PSE", default=...)
class CPE(Generic[PSE]): ...
PSB = PS("PSB", default=int)  # E: [misc]
TSD = TVT("TSD", default=UP[tuple[str, int]])
class CT(Generic[Unpack[TSD]]):
    x: tuple[Unpack[TSD]]
assert_type(CT().x, tuple[str, int])
assert_type(CT[int, bool]().x, tuple[int, bool])
assert_type(CT[()]().x, tuple[()])
TSB = TVT("TSB", default=tuple[int])  # E: [misc]
TSB2 = TVT("TSB2", default=int)  # E: [misc]
Ts = TVT("Ts")
T5 = TV("T5", default=bool)
class FT(Generic[Unpack[Ts], T5]): ...  # E: [misc]
P5 = PS("P5", default=[float, bool])
class FP(Generic[Unpack[Ts], P5]): ...
assert_type(FP[int, str](), FP[int, str, [float, bool]])
assert_type(FP[int, str, [bytes]](), FP[int, str, [bytes]])
def deff(x: int | D1) -> list[D1]: ...
assert_type(deff(3), list[int])
def deff2(x: D2 | None = None) -> D2: ...
assert_type(deff2(), str)
assert_type(deff2(3), int)
class Mth(Generic[D1]):
    def m(self, x: D2) -> tuple[D1, D2]: ...
assert_type(Mth().m(3.0), tuple[int, float])
# syntax
class S1[T = int, U = str]: 
    x: T
    y: U
class S2[T = int, U]: ...  # E: [misc]
class S3[T, U = T]: ...
assert_type(S3[int](), S3[int, int])
class S4[U = T, T = int]: ...  # E: [misc]
class S5[T: str = int]: ...  # E: [misc]
class S6[T: (int, str) = bool]: ...  # E: [misc]
class S7[**P = [int]]: ...
class S8[**P = int]: ...  # E: [misc]
class S9[*Ts = *tuple[int, str]]:
    x: tuple[*Ts]
assert_type(S9().x, tuple[int, str])
class S10[*Ts = tuple[int]]: ...  # E: [misc]
class S11[*Ts, T = int]: ...  # E: [misc]
type A[T = int] = list[T]
def tal(x: A, y: A[str]):
    assert_type(x, list[int])
    assert_type(y, list[str])
def sf[T = int](x: T | None = None) -> list[T]: ...
assert_type(sf(), list[int])
class S12[T1, T2 = T1]: 
    def __init__(self, a: T1, b: T2 = ...) -> None: ...
assert_type(S12(1), S12[int, int])
assert_type(S12(1, ""), S12[int, str])
class Foo7(Generic[D1]):
    def __new__(cls, *a: D1) -> Self: ...
assert_type(Foo7(), Foo7[int])
TAl = TAT("TAl", list[D1], type_params=(D1,))
def tt(x: TAl): assert_type(x, list[int])
class Gd[T = int]:
    def meth(self) -> Self: return self
    attr: type[T]
class Fooo(Gd): ...
assert_type(Gd.meth(Gd()), Gd[int])
class Baz(Gd[str]): ...
f0: A1[int, str] = A1()
TT1 = TV("TT1", default=TT2)  # E: [used-before-def]
TT2 = TV("TT2")
def nodef(x: TT2) -> TT2: ...

SelfNamed = TypeVar("SelfNamed", default=SelfNamed)  # E: [misc]
SelfQuoted = TypeVar("SelfQuoted", default="list[SelfQuoted]")  # E: [misc]
