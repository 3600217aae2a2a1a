# PEP 695 syntax: parameter lists, scopes, type statements and their errors.
from typing import *
from typing import Protocol as Pr
from collections.abc import Callable, Sequence
import typing_extensions as te
K = TypeVar("K"); V = TypeVar("V")
class A1[T](Generic[T]): ...  # E: [misc]
class A2[T](Protocol[T]): ...  # E: [misc]
class A3[T](Sequence[K]): ...  # E: [valid-type]
class A4[T](Sequence[T]): ...
def f1[T](x: T, y: K) -> T: ...  # E: [misc]
class B1[T: 3]: ...  # E: [valid-type]
class B2[T: list[S], S]: ...  # E: [valid-type]
class B3[T: (int,)]: ...  # E: [misc]
class B4[T: ()]: ...  # E: [misc]
class B5[T: (int, "str")]: ...
class B6[T: (int, 3)]: ...  # E: [valid-type]
class B7[T: [int, str]]: ...  # E: [valid-type]
class B8[T: (list[S], str), S]: ...  # E: [valid-type]
class B9[T: "FwdBound"]: ...
class FwdBound: ...
t1 = (int, str)
class B10[T: t1]: ...  # E: [valid-type]
class B11[T: int | str]: ...
class B12[T: Sequence["B12"]]: ...
class B13[T: "list"]: ...
class C1[T, T2]:
    def m[S](self, x: S, y: T) -> dict[T, S]: ...
    def m2[T](self, x: T) -> T: ...  # E: [misc]
    class Inner[T]: ...  # E: [misc]
    class Inner2[U]:
        x: T
assert_type(C1[int, str]().m("a", 3), dict[int, str])
def f2[T](x: T) -> T:
    def inner[T](y: T) -> T: ...  # E: [misc]
    class L[T]: ...  # E: [misc]
    y: list[T] = [x]
    return x
x: T  # E: [name-defined]
print(T)  # E: [name-defined]
class D1[T](Base[T]): ...  # E: [name-defined]
class D2[T]:
    def __init__(self, x: T) -> None: self.x = x
    print(T.__name__)
    y: T
assert_type(D2(3), D2[int])
assert_type(D2[str]("").x, str)
type E1[T] = list[T]
type E2 = list[T]  # E: [name-defined]
type E3 = list[K]  # E: [valid-type]
type E4[T] = T | list[E4[T]]
type E5 = E5  # E: [misc]
type E6 = int | E6  # E: [misc]
type E7 = "int | E7"  # E: [misc]
type E8 = 3  # E: [valid-type]
type E9 = [int]  # E: [valid-type]
type E10 = (int, str)  # E: [valid-type]
type E11 = {}  # E: [valid-type]
type E12 = int if 1 else str  # E: [valid-type]
type E13 = t1  # E: [valid-type]
type E14 = True  # E: [valid-type]
type E15 = 1  # E: [valid-type]
type E16 = list or set  # E: [valid-type]
type E17 = f"int"  # E: [valid-type]
type E18 = eval("int")  # E: [valid-type]
type E19 = (lambda: int)()  # E: [valid-type]
type E20 = [int][0]  # E: [valid-type]
type E21 = [list for x in range(3)]  # E: [valid-type]
type E22 = "list[E22] | int"
type E23[*Ts, **P] = Callable[P, tuple[*Ts]]
type E24[T: str] = list[T]
def u24(x: E24[int], y: E24[str]): ...  # E: [type-var]
E1.__value__
E1.__type_params__
E1.__name__
E1.foo  # E: [attr-defined]
E1.other = 3  # E: [attr-defined]
E1()  # E: [operator]
E1[int]()  # E: [operator]
class F1(E1[int]): ...  # E: [valid-type]
def g1(x):
    isinstance(x, E1)  # E: [arg-type]
    isinstance(3, E22)  # E: [arg-type]
    type Local = int  # E: [misc]
class Cl:
    type In = int
    x: In
y: Cl.In = 3
def m1() -> None:
    type X = int  # E: [misc]
type Dup = int
type Dup = str  # E: [no-redef]
type Fw = "Later"
class Later: ...
type Fw2 = Later2
class Later2: ...
def r1(x: Fw2): assert_type(x, Later2)
Union[int, E22]
z: E1[int] | None = None
def dec[**P, R](f: Callable[P, R]) -> Callable[P, R]: ...
@dec
def h1[T](x: T) -> list[T]: ...
assert_type(h1(3), list[int])
class G1[T]:
    @dec
    def m(self, x: T) -> T: ...
assert_type(G1[int]().m(3), int)
def decT[T](x: T) -> Callable[[T], T]: ...
@decT(T)  # E: [name-defined]
class H1[T]: ...
T9 = 0
@decT(T9)
class H2[T9](Sequence[T9]):
    T9 = 3
    def m3[T9](self, x: T9) -> T9: ...  # E: [misc]
    def m4(self, x: T9): ...  # E: [valid-type]
class I1[T: int]:
    def m(self, x: T) -> int: return x + 1
    def m1(self, x: T) -> T: return x + 1  # E: [return-value]
I1[str]  # E: [type-var]
def j1[T: (int, str)](x: T) -> T:
    return x + x
assert_type(j1(True), int)
j1(3.0)  # E: [type-var]
def j2[*Ts](*args: *Ts) -> tuple[*Ts]: ...
def j3[T: Sequence[int]](x: T) -> T: ...
j3(["a"])  # E: [type-var]
class K2[**P]: 
    def m(self, *a: P.args, **k: P.kwargs): ...
K2[[int]]().m(3)
K2[int]().m("a")  # E: [arg-type]
class L1[T](list["L1[T]"]): ...
class M1[T = int]: ...
async def af1[T](x: T) -> T: return x
lam = lambda: T  # E: [name-defined]
def n1[T](x: T = 3) -> T: ...  # E: [assignment]
def o1[T](x: list[T], default: T | None = None) -> T: ...
class Q1[T]:
    z: ClassVar[T]  # E: [valid-type]
    @staticmethod
    def s(x: T) -> T: ...
    @classmethod
    def c(cls, x: T) -> "Q1[T]": ...
def over[T](x: int):
    pass
class Self1[Self]: ...
type TT = 3.0  # E: [valid-type]
type Rec[T] = Union[T, Sequence["Rec[T]"]]
r: Rec[int] = [1, [2, 3]]
type Mut1 = Mut2  # E: [misc]
type Mut2 = Mut1
type Ok1 = list[Ok2]
type Ok2 = dict[str, Ok1]
