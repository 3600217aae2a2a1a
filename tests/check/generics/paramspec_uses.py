# ParamSpec and Concatenate: where they may stand, their components, calls.
from typing import *
from typing_extensions import TypeVar as TV
import typing
T = TypeVar("T"); R = TypeVar("R"); K = TypeVar("K")
R_co = TypeVar("R_co", covariant=True)
P = ParamSpec("P"); P2 = ParamSpec("P2")
WrongName = ParamSpec("Wrong")  # E: [misc]
TA1: TypeAlias = P  # E: [valid-type]
def f1(x: P) -> P: ...  # E: [valid-type]
def f2(x: list[P]) -> None: ...  # E: [valid-type]
def f3(x: Concatenate[int, P]) -> int: ...  # E: [valid-type]
def f4(x: Callable[[int, str], P]) -> None: ...  # E: [valid-type]
def f4b(x: P.args, y: P.kwargs) -> None: ...  # E: [valid-type]
def f5(x: Callable[P, int], y: Callable[P, int]) -> Callable[P, bool]: ...
def x_int_y_str(x: int, y: str) -> int: ...
def y_int_x_str(y: int, x: str) -> int: ...
f5(x_int_y_str, x_int_y_str)
f5(x_int_y_str, y_int_x_str)
def kwonly(*, x: int) -> int: ...
def kwonly2(*, y: int) -> int: ...
f5(kwonly, kwonly2)  # E: [arg-type]
def f6(f: Callable[P, R]) -> Callable[P, list[R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        f(*args, **kwargs)
        f(*args)  # E: [call-arg]
        f(**kwargs)  # E: [call-arg]
        f()  # E: [call-arg]
        f(1, *args, **kwargs)  # E: [call-arg]
        f(*args, 1, **kwargs)  # E: [call-arg]
        f(*args, x=1, **kwargs)  # E: [call-arg]
        args2: tuple[object, ...] = args
        assert_type(args, P.args)  # E: [valid-type]
        kwargs["x"]
        return [f(*args, **kwargs)]
    return inner
assert_type(f6(x_int_y_str)(1, "a"), list[int])
assert_type(f6(x_int_y_str)(x=1, y="a"), list[int])
f6(x_int_y_str)("a", 1)  # E: [arg-type]  # E: [arg-type]
f6(x_int_y_str)(1)  # E: [call-arg]
f6(x_int_y_str)(1, "a", z=2)  # E: [call-arg]
def f7(f: Callable[Concatenate[int, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        f(*args, **kwargs)  # E: [call-arg]
        f("x", *args, **kwargs)  # E: [arg-type]
        return f(1, *args, **kwargs)
    return inner
assert_type(f7(x_int_y_str)("a"), int)
f7(x_int_y_str)(y="a")
f7(y_int_x_str)(x="a")
f7(kwonly)  # E: [arg-type]
f7(f1)
def f7b(x: str) -> int: ...
f7(f7b)  # E: [arg-type]
def f8(f: Callable[P, R]) -> Callable[Concatenate[str, P], R]:
    def inner(s: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    def inner2(s: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    def inner3(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    def inner4(s: int, *args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    if s1: return inner2
    if s2: return inner3  # E: [return-value]
    if s3: return inner4  # E: [return-value]
    return inner
s1 = s2 = s3 = bool()
f8(x_int_y_str)("s", 1, "y")
f8(x_int_y_str)(1, "y")  # E: [call-arg]
def f9(f: Callable[Concatenate[int, str, P], R]) -> Callable[Concatenate[str, P], R]: ...
assert_type(f9(x_int_y_str)("x"), int)
def g1(*args: P.args) -> None: ...  # E: [valid-type]
def g2(**kwargs: P.kwargs) -> None: ...  # E: [valid-type]
def g3(*args: P.args, **kwargs: Any) -> None: ...  # E: [valid-type]
def g4(*args: P.args, **kwargs: P2.kwargs) -> None: ...  # E: [valid-type]  # E: [valid-type]
def g5(*args: P.kwargs, **kwargs: P.args) -> None: ...  # E: [valid-type]
def g6(f: Callable[P, int], *args: P.args, s: str, **kwargs: P.kwargs) -> None: ...  # E: [valid-type]
def g7(f: Callable[P, int], s: str, *args: P.args, **kwargs: P.kwargs) -> None: ...
def g8(*args: P.args, **kwargs: P.kwargs) -> None: ...  # E: [valid-type]
def g9(f: Callable[P, int]) -> None:
    x: P.args  # E: [valid-type]
    y: P.kwargs  # E: [valid-type]
    def i(x: P.args) -> None: ...  # E: [valid-type]
    def j(*args: P.args, **kwargs: P.kwargs) -> None: 
        f(*args, **kwargs)
        f(*args, *args, **kwargs)  # E: [call-arg]
    j()  # E: [call-arg]
    f()  # E: [call-arg]
g7(x_int_y_str, "s", 1, "x")
g7(x_int_y_str, "s", 1)  # E: [call-arg]
g7(x_int_y_str, "s", x=1, y="x")
g7(x_int_y_str, "s", 1, 2)  # E: [arg-type]
g7(x_int_y_str, 3, 1, "x")  # E: [arg-type]
class X(Generic[T, P]):
    f: Callable[P, int]
    x: T
    def call(self, *args: P.args, **kwargs: P.kwargs) -> int: return self.f(*args, **kwargs)
def h1(x: X[int, P2]) -> str: ...
def h2(x: X[int, Concatenate[int, P2]]) -> str: ...
def h3(x: X[int, [int, bool]]) -> str: 
    x.call(1, True)
    x.call(1, "x")  # E: [arg-type]
    x.call(1)  # E: [call-arg]
    return ""
def h4(x: X[int, ...]) -> str: 
    x.call(1, 2, x=3)
    return ""
def h5(x: X[int, int]) -> str: ...  # E: [type-arg]
def h6(x: X[int, []]) -> str: ...
def h7(x: X[[int], int]) -> str: ...  # E: [type-arg]  # E: [type-arg]
def h8(x: X[int]) -> str: ...  # E: [type-arg]
class Z(Generic[P]):
    f: Callable[P, int]
def h9(x: Z[[int, str, bool]], y: Z[int, str, bool], z: Z[...], w: Z[[]], v: Z) -> str:
    assert_type(x, Z[int, str, bool])
    x.f(1, "", True)
    y.f(1, "", 1)  # E: [arg-type]
    z.f(3); v.f(3, 4)
    a: Z[[int, str, bool]] = y
    b: Z[[int]] = y  # E: [assignment]
    c: Z[...] = x
    d: Z[int] = z
    return ""
class Y(Generic[P, P2]): ...
y: Y[[int], [str]]
y2: Y[int, str]  # E: [type-arg]  # E: [type-arg]
class Prot(Protocol[P, R_co]):
    def __call__(self, x: int, /, *args: P.args, **kwargs: P.kwargs) -> R_co: ...
def usep(p: Prot[[str], int], q: Prot[..., int], r: Prot[[], int]):
    assert_type(p(1, "x"), int)
    p(1)  # E: [call-arg]
    q(1, 2, 3, x=3)
    q("x")  # E: [arg-type]
    r(1)
    r(1, 2)  # E: [call-arg]
def trans(f: Callable[Concatenate[K, P], R]) -> Prot[P, R]: ... 
def change(f: Callable[Concatenate[T, P], R]) -> Callable[P, Callable[[T], R]]: ...
class C:
    @f6
    def m(self, a: int) -> str: ...
    @staticmethod
    @f6
    def s(a: int) -> str: ...
    @classmethod
    @f6
    def c(cls, a: int) -> str: ...
assert_type(C().m(3), list[str])
C().m("x")  # E: [arg-type]
C.s(1); C.c(1); C.c("x")  # E: [arg-type]
def withdef(x: int = 3, *a: str, k: bool, **kw: float) -> None: ...
f6(withdef)(k=True)
f6(withdef)(1, "a", k=True, z=1.0)
f6(withdef)(1, 2, k=True)  # E: [arg-type]
f6(withdef)()  # E: [call-arg]
async def af(x: int) -> str: ...
def f10(f: Callable[P, Awaitable[R]]) -> Callable[P, R]: ...
assert_type(f10(af)(1), str)
def f11(f: Callable[Concatenate[int, ...], str]) -> None: ...
f11(lambda x: "")
def fi(x: int, y: str) -> str: ...
def fs(x: str) -> str: ...
f11(fi)
f11(fs)  # E: [arg-type]
x10: Callable[[P], int]  # E: [valid-type]
x11: Callable[[int, P], int]  # E: [valid-type]
x12: Callable[Concatenate[P, int], int]  # E: [valid-type]
x13: Callable[Concatenate[int], int]  # E: [valid-type]
x14: Callable[Concatenate[int, str], int]  # E: [valid-type]
x15: Callable[int, int]  # E: [valid-type]
x16: Callable[[...], int]  # E: [valid-type]
x17: Callable[[int]]  # E: [valid-type]
x18: Callable[...]  # E: [valid-type]
x19: Callable[[int], [int]]  # E: [valid-type]
x20: Callable[(int,), str]  # E: [valid-type]
x21: Callable[..., int, int]  # E: [valid-type]
x22: Callable
x23: Callable[[int, ...], int]  # E: [valid-type]
x24: Callable[[], None]
P4 = ParamSpec("P4", bound=int)  # E: [misc]
P5 = ParamSpec("P5", covariant=True)  # E: [misc]
P6 = ParamSpec()  # E: [misc]
class InvP(Generic[P]): 
    def m(self, f: Callable[P, int]) -> None: ...
CA = Callable[P, int]
def u1(x: CA[[int]], y: CA[int], z: CA[...], w: CA): 
    x(1); y(1); z(1, 2); w(3)
    x("a")  # E: [arg-type]
CB = Callable[Concatenate[int, P], R]
def u2(x: CB[[str], bool], y: CB[..., int], z: CB[int]):  # E: [type-arg]  # E: [type-arg]
    assert_type(x(1, ""), bool)
