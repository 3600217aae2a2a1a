# ParamSpec, Self and TypeVarTuple: the rules.
from typing import *
from dataclasses import dataclass
P = ParamSpec("P"); R = TypeVar("R"); T = TypeVar("T"); P1 = ParamSpec("P1"); P2 = ParamSpec("P2"); S = TypeVar("S")
def puts_p_into_scope(f: Callable[P, int]) -> None:
    def inner(*args: P.args, **kwargs: P.kwargs) -> None: ...
    def mixed_up(*args: P.kwargs, **kwargs: P.args) -> None: ...  # E
    def misplaced(x: P.args) -> None: ...  # E
    stored_args: P.args  # E
    def just_args(*args: P.args) -> None: ...  # E
    def just_kwargs(**kwargs: P.kwargs) -> None: ...  # E
def out_of_scope(*args: P.args, **kwargs: P.kwargs) -> None: ...  # E
def decorator(f: Callable[P, int]) -> Callable[P, None]:
    def foo(*args: P.args, **kwargs: P.kwargs) -> None:
        f(*args, **kwargs)
        f(*kwargs, **args)  # E
        f(1, *args, **kwargs)  # E
    return foo
def add(x: Callable[P, int]) -> Callable[Concatenate[str, P], bool]:
    def foo(s: str, *args: P.args, **kwargs: P.kwargs) -> bool:
        x(*args, **kwargs)
        return True
    def bar(*args: P.args, s: str, **kwargs: P.kwargs) -> bool: ...  # E
    return foo
def remove(x: Callable[Concatenate[int, P], int]) -> Callable[P, None]:
    def foo(*args: P.args, **kwargs: P.kwargs) -> None:
        x(1, *args, **kwargs)
        x(*args, 1, **kwargs)  # E
        x(*args, **kwargs)  # E
    return foo
def twice(f: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    return f(*args, **kwargs) + f(*args, **kwargs)
def a_int_b_str(a: int, b: str) -> int: ...
twice(a_int_b_str, 1, "A")
twice(a_int_b_str, b="abc", a=1)
twice(a_int_b_str, "A", 1)  # E
def changes(f: Callable[P, R]) -> Callable[P, list[R]]: ...
@changes
def foo1(x: int, y: str = "") -> bool: ...
assert_type(foo1(1), list[bool])
foo1(1, "A"); foo1(1, y="a")
foo1("A")  # E
def foo2(x: Callable[P, int], y: Callable[P, int]) -> Callable[P, bool]: ...
def x_y(x: int, y: str) -> int: ...
def y_x(y: int, x: str) -> int: ...
f3 = foo2(x_y, y_x)
f3(1, "A")
f3(y="A", x=1)  # E
def kw1(*, x: int) -> int: ...
def kw2(*, y: int) -> int: ...
foo2(kw1, kw2)  # E
class X(Generic[T, P]):
    f: Callable[P, int]
    x: T
class Y(Generic[T, P1, P2]):
    f: Callable[P1, T]
def g1(x: X[int, P2]) -> str: ...
def g2(x: X[int, Concatenate[int, P2]]) -> str: ...
def g3(x: X[int, [int, bool]]) -> str: ...
def g4(x: X[int, ...]) -> str: ...
def g5(x: X[int, int]) -> str: ...  # E
class Z(Generic[P]):
    f: Callable[P, int]
def z(a: Z[[int, str, bool]], b: Z[int, str, bool]):
    assert_type(a.f(1, "", True), int)
    a.f("")  # E
    b.f(1, "", True)
    b.f(1)  # E
def conc(x: Callable[Concatenate[int, ...], str]) -> None: ...
def ok1(a: int, b: str) -> str: ...
def nok1(a: str) -> str: ...
conc(ok1)
conc(nok1)  # E
bad1: Callable[P, Concatenate[int, P]]  # E
def badconc(x: Concatenate[int, P]) -> int: ...  # E
def badlist(x: list[P]) -> None: ...  # E
# self
class Shape:
    def set_scale(self, scale: float) -> Self:
        assert_type(self, Self)
        self.scale = scale
        return self
    @classmethod
    def from_config(cls, config: dict[str, float]) -> Self:
        assert_type(cls, type[Self])
        return cls()
    def difference(self, other: Self) -> float: ...
    def apply(self, f: Callable[[Self], None]) -> None: return f(self)
class Circle(Shape): ...
assert_type(Shape().set_scale(1), Shape)
assert_type(Circle().set_scale(1), Circle)
assert_type(Circle.from_config({}), Circle)
@dataclass
class LL(Generic[T]):
    value: T
    next: Self | None = None
ll = LL[int](value=1)
assert_type(ll.next, LL[int] | None)
class Container(Generic[T]):
    value: T
    def set_value(self, v: T) -> Self: ...
def oc(c: Container[int]) -> None: assert_type(c.set_value(1), Container[int])
def selfbad(b: "Self") -> None: ...  # E
TA: TypeAlias = Self  # E
class Base:
    def make(self) -> Self:
        return Base()  # E
    @staticmethod
    def st(a: Self) -> Self: ...  # E
    x: Self
    y: "Callable[[], Self]"
class Meta(type):
    def __new__(cls, *args: Any) -> Self: ...  # E
class BadB(list[Self]): ...  # E
# TypeVarTuple
Ts = TypeVarTuple("Ts"); Ts2 = TypeVarTuple("Ts2")
class Array(Generic[*Ts]):
    def __init__(self, shape: tuple[*Ts]): ...
H = NewType("H", int); W = NewType("W", int)
v1: Array[H, W] = Array((H(1), W(2)))
v2: Array[H, W] = Array(H(1))  # E
v3: Array[H, W] = Array((H(1),))  # E
class Bad(Generic[Ts]): ...  # E
def badt(*args: Ts) -> None: ...  # E
class TwoTs(Generic[*Ts, *Ts2]): ...  # E
def args_to_tuple(t: T, *args: *Ts) -> tuple[T, *Ts]: ...
assert_type(args_to_tuple(1, "a"), tuple[int, str])
def exec_le(path: str, *args: *tuple[*Ts, int], mode: str | None = None) -> tuple[*Ts]: ...
assert_type(exec_le("", "a", 1), tuple[str])
exec_le("", 1, "a")  # E
def func2(*args: *tuple[int, ...]) -> None: ...
func2(); func2(1, 2)
func2("")  # E
def func3(*args: *tuple[int, *tuple[str, ...], str]) -> None: ...
func3(1, "", "")
func3()  # E
func3(1, 2, "")  # E
def args2(*args: tuple[*Ts]) -> None: ...
args2((0,), (1,))
args2((0,), (1, 2))  # E
args2((0,), ("1",))  # E
def call_with(f: Callable[[*Ts], T], *args: *Ts) -> T: ...
def fint(a: int, b: str) -> bytes: ...
assert_type(call_with(fint, 1, ""), bytes)
call_with(fint, "", 1)  # E
IntTuple = tuple[int, *Ts]
NamedArray = tuple[str, Array[*Ts]]
def ia(a: IntTuple[str], b: IntTuple[()], c: NamedArray[H], d: IntTuple[*tuple[float, ...]]):
    assert_type(a, tuple[int, str])
    assert_type(b, tuple[int])
    assert_type(c, tuple[str, Array[H]])
    assert_type(d, tuple[int, *tuple[float, ...]])
def pt(a: tuple[T, *Ts]) -> tuple[*Ts, T]: ...
assert_type(pt((1, "", b"")), tuple[str, bytes, int])
def slices(x: tuple[int, *Ts, str]):
    assert_type(x[0], int)
    assert_type(x[-1], str)
