# TypeVarTuple and Unpack: where they may stand, arity, *args, aliases, assignability.
from __future__ import annotations
from typing import *
from typing import Generic, NewType, TypeVarTuple, TypeVar, Unpack
from typing_extensions import TypeVarTuple as TVT
Ts = TypeVarTuple("Ts"); Ts2 = TypeVarTuple("Ts2")
T = TypeVar("T"); T1 = TypeVar("T1"); T2 = TypeVar("T2"); P = ParamSpec("P"); DT = TypeVar("DT")
BadTs1 = TypeVarTuple("BadTs")  # E: [misc]
BadTs2 = TypeVarTuple("BadTs2", int)  # E: [misc]
BadTs3 = TypeVarTuple("BadTs3", bound=int)  # E: [misc]
BadTs4 = TypeVarTuple("BadTs4", covariant=True)  # E: [misc]
H = NewType("H", int); W = NewType("W", int); Ti = NewType("Ti", int)
class Array(Generic[*Ts]):
    def __init__(self, shape: tuple[*Ts]): 
        self._s: tuple[*Ts] = shape
    def get(self) -> tuple[*Ts]: return self._s
class Arr2(Generic[Unpack[Ts]]): ...
v1: Array[H, W] = Array((H(1), W(2)))
v2: Array[Ti, H, W] = Array((Ti(0), H(1), W(2)))
v3: Array[H, W] = Array(H(1))  # E: [arg-type]
v4: Array[Ti, H, W] = Array((Ti(1), W(2)))  # E: [assignment]
v5: Array[Ti, H, W] = Array((Ti(1), W(2), H(2)))  # E: [assignment]
class Bad1(Generic[Ts]): ...  # E: [valid-type]
class Bad2(Generic[*Ts, *Ts2]): ...  # E: [misc]
class Bad3(Generic[*Ts, T, *Ts2]): ...  # E: [misc]
def bad4(x: Ts) -> None: ...  # E: [valid-type]
def bad5(x: tuple[Ts]) -> None: ...  # E: [valid-type]
def bad7(*args: Ts) -> None: ...  # E: [valid-type]
def bad8(x: Array[Ts]) -> None: ...  # E: [valid-type]
def bad9(x: tuple[*Ts, *Ts2], y: tuple[*Ts2]) -> None: ...  # E: [valid-type]
def bad10(x: Unpack[Ts]) -> None: ...  # E: [valid-type]
def bad11(x: tuple[*tuple[int, ...], *tuple[str, ...]]) -> None: ...  # E: [valid-type]
def bad12(x: tuple[*tuple[int, ...], *Ts]) -> None: ...  # E: [valid-type]
def bad13(x: list[*Ts]) -> None: ...  # E: [type-arg]
def bad14(x: Union[*Ts]) -> None: ...  # E: [valid-type]
def bad15() -> Unpack[Ts]: ...  # E: [valid-type]
def bad16(**kwargs: Unpack[Ts]) -> None: ...  # E: [misc]
def f1(x: tuple[*Ts], y: tuple[*Ts]) -> tuple[*Ts]: ...
f1((0,), (1,))
f1((0, ""), (1,))  # E: [arg-type]
f1((0,), ("a",))  # E: [arg-type]
def f2(x: Array[*Ts], y: Array[*Ts]) -> Array[*Ts]: ...
def f2u(a: Array[H], b: Array[W], c: Array[H, W]):
    f2(a, a)
    f2(a, b)  # E: [arg-type]
    f2(a, c)  # E: [arg-type]
    f2(c, c)
def f3(*args: *Ts) -> tuple[*Ts]: ...
assert_type(f3(1, "a"), tuple[int, str])
assert_type(f3(), tuple[()])
def f3v(t: tuple[int, str], l: list[int], v: tuple[int, *tuple[str, ...]]):
    assert_type(f3(*t), tuple[int, str])
    assert_type(f3(*l), tuple[int, ...])
    assert_type(f3(True, *l), tuple[bool, *tuple[int, ...]])
    assert_type(f3(*v), tuple[int, *tuple[str, ...]])
def f4(*args: *tuple[int, *Ts]) -> tuple[*Ts]: ...
assert_type(f4(1, "a", b""), tuple[str, bytes])
f4("a")  # E: [arg-type]
f4()  # E: [call-arg]
def f5(*args: *tuple[*Ts, int]) -> tuple[*Ts]: ...
assert_type(f5("a", 1), tuple[str])
f5("a")  # E: [arg-type]
def f6(*args: *tuple[int, *tuple[str, ...], str]) -> None: ...
f6(1, "a")
f6(1, "a", "b", "c")
f6(1)  # E: [arg-type]
f6(1, 2, "a")  # E: [arg-type]
f6(1, "a", 2)  # E: [arg-type]
def f7(*args: *tuple[int, str]) -> None: ...
f7(1, "a")
f7(1)  # E: [call-arg]
f7(1, "a", 3)  # E: [call-arg]
def f8(*args: *tuple[int, ...]) -> None: ...
f8(1, 2)
f8("a")  # E: [arg-type]
def f9(*args: tuple[*Ts]) -> None: ...
f9((0,), (1,))
f9((0,), (1, 2))  # E: [arg-type]
f9((0,), ("a",))  # E: [arg-type]
def f10(target: Callable[[*Ts], T], args: tuple[*Ts]) -> T: ...
def cb1(a: int, b: str) -> float: ...
assert_type(f10(cb1, (1, "a")), float)
f10(cb1, ("a", 1))  # E: [arg-type]
f10(cb1, (1,))  # E: [arg-type]
f10(target=cb1, args=(1, "a"))
def f11(f: Callable[[int, *Ts, T], tuple[T, complex]], *a: *Ts) -> tuple[*Ts, T]: ...
def cb2(a: int, b: str, c: int, d: bytes) -> tuple[bytes, complex]: ...
assert_type(f11(cb2, "a", 1), tuple[str, int, bytes])
class Arr3(Generic[DT, *Ts]):
    def __add__(self, o: Arr3[DT, *Ts]) -> Arr3[DT, *Ts]: ...
    def first(self) -> DT: ...
def add_batch(x: Array[*Ts]) -> Array[Ti, *Ts]: ...
def del_batch(x: Array[Ti, *Ts]) -> Array[*Ts]: ...
def add_ch(x: Array[Ti, *Ts]) -> Array[Ti, *Ts, H]: ...
def ub(a: Array[H, W], b: Array[Ti, H]):
    assert_type(add_batch(a), Array[Ti, H, W])
    assert_type(del_batch(b), Array[H])
    assert_type(add_ch(b), Array[Ti, H, H])
    del_batch(a)  # E: [arg-type]
def pre(x: T, y: tuple[*Ts]) -> tuple[T, *Ts]:
    z = (x, *y)
    assert_type(z, tuple[T, *Ts])
    return z
assert_type(pre(1, (0, "")), tuple[int, int, str])
def sw(x: tuple[T1, *Ts, T2]) -> tuple[T2, *Ts, T1]: ...
def usw(a: tuple[int, str, float], b: tuple[int, str], c: tuple[int, *tuple[bool, ...], str]):
    assert_type(sw(a), tuple[float, str, int])
    assert_type(sw(b), tuple[str, int])
    assert_type(sw(c), tuple[str, *tuple[bool, ...], int])
sw((1,))  # E: [arg-type]
def args_any(x: tuple[*tuple[Any, ...]], y: Array[*tuple[Any, ...]], z: Array):
    a: Array[H, W] = y
    b: Array[H] = z
    assert_type(z, Array[*tuple[Any, ...]])
def toarr(x: Array[H, W], y: Array[()], z: Array[*tuple[int, ...]]):
    a: Array = x
    b: Array[*tuple[Any, ...]] = x
    c: Array[H] = z  # E: [assignment]
    y.get()
    assert_type(y.get(), tuple[()])
def p1(x: Array[Ti, *tuple[Any, ...], W]): ...
def up1(a: Array[Ti, W], b: Array[Ti, H, W], c: Array[H, W], d: Array[W], e: Array):
    p1(a); p1(b); p1(e)
    p1(c)  # E: [arg-type]
    p1(d)  # E: [arg-type]
IntTuple = tuple[int, *Ts]
NamedArray = tuple[str, Array[*Ts]]
def al(x: IntTuple[str], y: IntTuple[()], z: IntTuple, w: NamedArray[H], v: IntTuple[*tuple[float, ...]]):
    assert_type(x, tuple[int, str])
    assert_type(y, tuple[int])
    assert_type(z, tuple[int, *tuple[Any, ...]])
    assert_type(w, tuple[str, Array[H]])
    assert_type(v, tuple[int, *tuple[float, ...]])
TA1 = tuple[T, *Ts]
TA2 = tuple[*Ts, T]
TA3 = tuple[T1, *Ts, T2]
def al2(x: TA1[int], y: TA1[*tuple[int, ...]], z: TA2[str, int], w: TA3[int, str, bool, float], v: TA3[int]):  # E: [type-arg]
    assert_type(x, tuple[int])
    assert_type(z, tuple[str, int])
    assert_type(w, tuple[int, str, bool, float])
TA4 = tuple[*Ts, *Ts2]  # E: [valid-type]
TA5 = Array[*Ts]
TA6 = TA5[T, *Ts]
def al3(x: TA6[int, str]): assert_type(x, Array[int, str])
def al4(x: TA5[*Ts], y: TA3[T, *Ts, int]) -> tuple[T, *Ts]: ...
TA7 = tuple[*Ts, T1, T2]
def al5(x: TA7[int]): ...  # E: [type-arg]
def al6(x: TA7[*tuple[int, ...]]): ...
class Fn(Protocol[*Ts]):
    def __call__(self, *args: *Ts) -> tuple[*Ts]: ...
def ufn(f: Fn[int, str]): 
    f(1, "a")
    f(1)  # E: [call-arg]
class GG(Generic[T, *Ts, P]): ...
g1: GG[int, str, bool, [int]]
g2: GG[int, [int]]
g3: GG[int, str]  # E: [type-arg]
g4: GG[int, ...]
g5: GG[int, str, ...]
class Sub(Array[int, *Ts]): ...
def usub(x: Sub[str]): 
    assert_type(x.get(), tuple[int, str])
class Sub2(Array[*Ts]): ...
class Sub3(Array): ...
def ov(x: Array[*Ts], y: T) -> None: ...
@overload
def tr(x: Arr2[T1]) -> int: ...
@overload
def tr(x: Arr2[T1, T2]) -> str: ...
def tr(x: Any) -> Any: ...
def utr(a: Arr2[int], b: Arr2[int, str], c: Arr2[int, int, int]):
    assert_type(tr(a), int)
    assert_type(tr(b), str)
    tr(c)  # E: [call-overload]
def inner(*args: *Ts) -> None:
    for a in args: assert_type(a, object)
    x: tuple[object, ...] = args
    y: tuple[*Ts] = args
    z: tuple[int, ...] = args  # E: [assignment]
    len(args)
def kwonly_after(*args: *Ts, k: int) -> None: ...
kwonly_after(1, 2, k=3)
kwonly_after(1, 2)  # E: [call-arg]
def partial(f: Callable[[*Ts, *tuple[int, ...]], T]) -> None: ...  # E: [type-arg]
