# The examples of the specification: type variable tuples, ParamSpec, Self, callables.
from __future__ import annotations
from typing import *
from typing import Generic, TypeVar
from dataclasses import dataclass
T = TypeVar("T"); T1 = TypeVar("T1"); T2 = TypeVar("T2"); T3 = TypeVar("T3"); K = TypeVar("K")
Ts = TypeVarTuple("Ts"); Ts1 = TypeVarTuple("Ts1"); Ts2 = TypeVarTuple("Ts2"); P = ParamSpec("P")
R = TypeVar("R")
Shrubbery = tuple[*Ts, T1, T2]
Ptang = tuple[T1, *Ts, T2, T3]
Elder = tuple[*Ts, T1]
Hamster = Elder[*tuple[int, ...]]
E2 = Elder[*tuple[int, ...], str]
E3 = Elder[str, *tuple[int, ...]]
Camelot = tuple[T, *Ts1]
C2 = Camelot[*Ts2]  # E: [type-arg]
IntT = tuple[int, T]
I1 = IntT[*Ts]  # E: [type-arg]
I2 = IntT[*tuple[float, ...]]  # E: [type-arg]
IntTuple = tuple[int, *Ts1]
IntFloat = IntTuple[float, *Ts2]
def f1(a: Shrubbery[str, bool], b: Shrubbery[str, bool, float], c: Shrubbery[str, bool, float, int], d: Ptang[str, bool, float], e: Ptang[str, bool, float, int], f: Hamster, g: E2, h: E3, i: Camelot[int], j: Camelot, k: IntFloat[str], l: IntTuple[()]):
    assert_type(a, tuple[str, bool])
    assert_type(b, tuple[str, bool, float])
    assert_type(c, tuple[str, bool, float, int])
    assert_type(d, tuple[str, bool, float])
    assert_type(e, tuple[str, bool, float, int])
    assert_type(f, tuple[*tuple[int, ...], int])
    assert_type(g, tuple[*tuple[int, ...], str])
    assert_type(h, tuple[str, *tuple[int, ...], int])
    assert_type(i, tuple[int])
    assert_type(j, tuple[Any, *tuple[Any, ...]])
    assert_type(k, tuple[int, float, str])
    assert_type(l, tuple[int])
def f2(a: Shrubbery[int]) -> None: ...  # E: [type-arg]
class Array(Generic[*Ts]):
    def __abs__(self) -> Array[*Ts]: ...
    @overload
    def tr(self: Array[T1, T2]) -> Array[T2, T1]: ...
    @overload
    def tr(self: Array[T1, T2, T3]) -> Array[T3, T2, T1]: ...
    def tr(self) -> Any: ...
def f3(a: Array[int, str], b: Array[int, str, bool], c: Array[int]):
    assert_type(abs(a), Array[int, str])
    assert_type(a.tr(), Array[str, int])
    assert_type(b.tr(), Array[bool, str, int])
    c.tr()  # E: [misc]
x1: tuple[int, *Ts, str, *Ts2]  # E: [valid-type]  # E: [valid-type]  # E: [valid-type]
x2: tuple[int, *tuple[int, ...], str, *tuple[str, ...]]  # E: [valid-type]
class Env: ...
def execle(path: str, *args: *tuple[*Ts, Env]) -> tuple[*Ts]: ...
assert_type(execle("", 1, "a", Env()), tuple[int, str])
execle("", 1, "a")  # E: [arg-type]
assert_type(execle("", Env()), tuple[()])
class Process:
    def __init__(self, target: Callable[[*Ts], None], args: tuple[*Ts]) -> None: ...
def pf(a: int, b: str) -> None: ...
def pg(a: int, b: str, c: bool = True) -> None: ...
Process(target=pf, args=(0, "foo"))
Process(target=pf, args=("foo", 0))  # E: [arg-type]
Process(pg, (0, "foo"))
def f4(f: Callable[[int, *Ts, T], tuple[T, *Ts]]) -> tuple[*Ts, T]: ...
def cb1(a: int, b: str, c: float) -> tuple[float, str]: ...
def cb2(a: int, b: float) -> tuple[float]: ...
def cb3(a: str, b: float) -> tuple[float]: ...
assert_type(f4(cb1), tuple[str, float])
assert_type(f4(cb2), tuple[float])
f4(cb3)  # E: [arg-type]
def call_ar(f: Callable[[*Ts], T], *args: *Ts) -> T: ...
assert_type(call_ar(cb2, 1, 2.0), tuple[float])
call_ar(cb2, 1)  # E: [arg-type]
call_ar(cb2, "", 2.0)  # E: [arg-type]
class DArr(Generic[T, *Ts]): ...
F32 = DArr[float, *Ts]
A1D = DArr[T, Any]
def anyf(x: F32): ...
def specf(x: F32[int, str]): ...
def uf(a: DArr[float, int, str], b: F32, c: DArr[int, int]):
    anyf(a)
    specf(b)
    anyf(c)  # E: [arg-type]
    specf(a)
# Self
class Shape:
    def set_scale(self, s: float) -> Self: 
        self.scale = s
        return self
    @classmethod
    def fc(cls, c: dict[str, float]) -> Self: return cls()
    def diff(self, o: Self) -> float: ...
    def apply(self, f: Callable[[Self], None]) -> None: ...
    def conc(self) -> Self:
        return Shape()  # E: [return-value]
    def nested(self) -> list[Self]: return [self]
    def meth(self: Self) -> Self: return self
    @classmethod
    def rc(cls) -> type[Self]: return cls
    def conv(self) -> Shape: return self
    def selfless(self):
        return self
class Circle(Shape):
    def set_radius(self, r: float) -> Self: return self
    def set_scale(self, s: float) -> Self: return super().set_scale(s)
assert_type(Circle().set_scale(1).set_radius(3), Circle)
assert_type(Circle.fc({}), Circle)
Circle().diff(Shape())  # E: [arg-type]
Shape().diff(Circle())
assert_type(Circle().nested(), list[Circle])
assert_type(Circle.rc(), type[Circle])
assert_type(Circle().selfless(), Circle)
@dataclass
class LL(Generic[T]):
    value: T
    next: Self | None = None
@dataclass
class OLL(LL[int]):
    def ord(self) -> str: return ""
xs = OLL(value=1, next=LL[int](value=2))  # E: [arg-type]
ys = OLL(1, OLL(2))
if ys.next is not None:
    ys.next = OLL(value=3, next=None)
    ys.next = LL[int](value=3, next=None)  # E: [assignment]
class Cont(Generic[T]):
    value: T
    def sv(self, v: T) -> Self: ...
    def foo(self, o: Self[int], o2: Self) -> Self[str]: ...  # E: [valid-type]
def ct(a: Cont[int], b: Cont[T], v: T) -> Cont[T]:
    assert_type(a.sv(3), Cont[int])
    return b.sv(v)
class ShapeP(Protocol):
    scale: float
    def set_scale(self, s: float) -> Self: ...
class RS:
    scale: float = 1.0
    def set_scale(self, s: float) -> Self: return self
class RCS:
    scale: float = 1.0
    def set_scale(self, s: float) -> RCS: return self
class BadR:
    scale: float = 1.0
    def set_scale(self, s: float) -> int: return 1
class RDC:
    scale: float = 1.0
    def set_scale(self, s: float) -> RCS: return RCS()
def acc(s: ShapeP) -> None:
    assert_type(s.set_scale(0.5), ShapeP)
acc(RS()); acc(RCS())
acc(BadR())  # E: [arg-type]
acc(RDC())  # E: [arg-type]
def sf1(b: Self) -> Self: ...  # E: [valid-type]
sb: Self  # E: [valid-type]
class SF1:
    def h(self: T) -> Self: ...  # E: [valid-type]
    def h2(self: T, o: Self) -> T: ...  # E: [valid-type]
class SBar(Generic[T]):
    def bar(self) -> T: ...
class SBaz(SBar[Self]): ...  # E: [valid-type]
TupleSelf = Tuple[Self, Self]  # E: [valid-type]
class SAl:
    def rt(self) -> TupleSelf: ...
    al: TypeAlias = list[Self]
class SBase:
    @staticmethod
    def make() -> Self: ...  # E: [valid-type]
    @staticmethod
    def rp(foo: Self) -> Self: ...  # E: [valid-type]
class SMeta(type):
    def __new__(cls, *a: Any) -> Self:  # E: [valid-type]
        return super().__new__(cls, *a)
    def __mul__(cls, c: int) -> list[Self]:  # E: [valid-type]
        return [cls()] * c
class SRec:
    next: Self | None
    bar: Callable[[Self], int]
    def foo(self) -> int:
        def nested(z: int, s: Self) -> Self: return s
        nested(4, self)
        x: Self = self
        return 3
class SOuter:
    class SInner:
        def foo(self) -> Self: return self
assert_type(SOuter.SInner().foo(), SOuter.SInner)
assert_type(SRec().next, SRec | None)
# PEP 695 with old
class CA[V](dict[K, V]): ...  # E: [valid-type]
class CB[K2, V](dict[K2, V]): ...
class CC[V]:
    def m1(self, a: V, b: K) -> V | K: ...
    def m2[M](self, a: M, b: K) -> M | K: ...  # E: [misc]
# ParamSpec text
def changes(x: Callable[P, int]) -> Callable[P, str]: ...
def ri(a: str, b: bool) -> int: ...
f = changes(ri)
f("A", True); f(a="A", b=True)
f("A", "A")  # E: [arg-type]
assert_type(f("A", True), str)
def foo(x: Callable[P, int], y: Callable[P, int]) -> Callable[P, bool]: ...
def kx(*, x: int) -> int: ...
def ky(*, y: int) -> int: ...
foo(kx, ky)  # E: [arg-type]
class Y(Generic[T, P]):
    f: Callable[P, str]
    prop: T
    def __init__(self, f: Callable[P, str], prop: T) -> None: ...
def ya(q: int) -> str: ...
Y(ya, 1).f(q=3)
Y(ya, 1).f("x")  # E: [arg-type]
def bar(x: int, *args: bool) -> int: ...
def add(x: Callable[P, int]) -> Callable[Concatenate[str, P], bool]: ...
def remove(x: Callable[Concatenate[int, P], int]) -> Callable[P, bool]: ...
def transform(x: Callable[Concatenate[int, P], int]) -> Callable[Concatenate[str, P], bool]: ...
add(bar)("a", 1, False, True)
add(bar)("a", 1)
add(bar)("a", x=1)
add(bar)("a", "x")  # E: [arg-type]
add(bar)(1, 1)  # E: [arg-type]
remove(bar)(True, False)
remove(bar)(1)  # E: [arg-type]
remove(bar)()
transform(bar)("a", True)
transform(bar)(1, True)  # E: [arg-type]
def eif(x: Callable[Concatenate[int, P], int]) -> None: ...
@eif  # E: [arg-type]
def one(x: str) -> int: ...
@eif  # E: [arg-type]
def two(*, x: int) -> int: ...
@eif  # E: [arg-type]
def three(**kw: int) -> int: ...
@eif
def four(*a: int) -> int: ...
def outer(f: Callable[P, None]) -> Callable[P, None]:
    def foo(x: int, *args: P.args, **kwargs: P.kwargs) -> None:
        f(*args, **kwargs)
    def bar(*args: P.args, **kwargs: P.kwargs) -> None:
        foo(1, *args, **kwargs)
        foo(x=1, *args, **kwargs)  # E: [call-arg]
    return bar
def twice(f: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    return f(*args, **kwargs) + f(*args, **kwargs)
def aib(a: int, b: str) -> int: ...
twice(aib, 1, "A"); twice(aib, b="A", a=1)
twice(aib, "A", 1)  # E: [arg-type]  # E: [arg-type]
def deco(f: Callable[P, int]) -> Callable[P, None]:
    def foo(*args: P.args, **kwargs: P.kwargs) -> None:
        assert_type(f(*args, **kwargs), int)
        f(*kwargs, **args)  # E: [arg-type]
        f(1, *args, **kwargs)  # E: [call-arg]
    return foo
# callable section
class Proto1(Protocol):
    def __call__(self, *args: Any, **kwargs: Any) -> None: ...
class Proto2(Protocol):
    def __call__(self, a: int, /, *args, **kwargs) -> None: ...
class Proto3(Protocol):
    def __call__(self, a: int, *args: Any, **kwargs: Any) -> None: ...
class Proto4(Protocol[P]):
    def __call__(self, a: int, *args: P.args, **kwargs: P.kwargs) -> None: ...
def pfunc(p1: Proto1, p2: Proto2, p3: Proto3):
    assert_type(p1, Callable[..., None])
    assert_type(p2, Callable[Concatenate[int, ...], None])
    assert_type(p3, Callable[..., None])  # E: [assert-type]
    assert_type(p3, Proto4[...])
class MA:
    def method(self, a: int, /, *args: Any, k: str, **kwargs: Any) -> None: ...
class MB(MA):
    def method(self, a: float, /, b: int, *, k: str, m: str) -> None: ...
class MC(MA):
    def method(self, a: float, /, b: int, *, k: int, m: str) -> None: ...  # E: [override]
Callback: TypeAlias = Callable[P, str]
CBI: TypeAlias = Callable[Concatenate[int, P], str]
CBS: TypeAlias = Callable[Concatenate[str, P], str]
def cfunc(cb: Callable[[int, str], str], c0: Callable[[], str]):
    g: Callback[...] = c0
    f1: Callable[Concatenate[int, ...], str] = cb
    f2: Callable[Concatenate[str, ...], str] = cb  # E: [assignment]
    f3: CBI[...] = cb
    f4: CBS[...] = cb  # E: [assignment]
cb3: Callable[Concatenate[int, ...], str]
cb3 = lambda x: str(x)
cb3 = lambda a, b, c: str(a)
cb3 = lambda : ""  # E: [assignment]
cb3 = lambda *, a: str(a)  # E: [assignment]
class ProtocolWithP(Protocol[P]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None: ...
TAP: TypeAlias = Callable[P, None]
def pwp(proto: ProtocolWithP[P], ta: TAP[P]):
    f1: TAP[P] = proto
    f2: ProtocolWithP[P] = ta
