# ParamSpec and Concatenate: where they may stand, their components, calls.
from typing import *
from typing_extensions import TypeVar as TV
import typing
T = TypeVar("T"); R = TypeVar("R"); K = TypeVar("K")
P = ParamSpec("P"); P2 = ParamSpec("P2")
def f5(x: Callable[P, int], y: Callable[P, int]) -> Callable[P, bool]: ...
def x_int_y_str(x: int, y: str) -> int: ...
def y_int_x_str(y: int, x: str) -> int: ...
f5(x_int_y_str, x_int_y_str)
f5(x_int_y_str, y_int_x_str)
def kwonly(*, x: int) -> int: ...
def kwonly2(*, y: int) -> int: ...
def f6(f: Callable[P, R]) -> Callable[P, list[R]]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
        f(*args, **kwargs)
        args2: tuple[object, ...] = args
        assert_type(args, P.args)  # E: [assert-type]
        kwargs["x"]
        return [f(*args, **kwargs)]
    return inner
assert_type(f6(x_int_y_str)(1, "a"), list[int])
assert_type(f6(x_int_y_str)(x=1, y="a"), list[int])
def f7(f: Callable[Concatenate[int, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(1, *args, **kwargs)
    return inner
assert_type(f7(x_int_y_str)("a"), int)
f7(x_int_y_str)(y="a")
f7(y_int_x_str)(x="a")
f7(f1)  # E: [name-defined]
def f7b(x: str) -> int: ...
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
    return inner
s1 = s2 = s3 = bool()
f8(x_int_y_str)("s", 1, "y")
def f9(f: Callable[Concatenate[int, str, P], R]) -> Callable[Concatenate[str, P], R]: ...
assert_type(f9(x_int_y_str)("x"), int)
def g7(f: Callable[P, int], s: str, *args: P.args, **kwargs: P.kwargs) -> None: ...
def g9(f: Callable[P, int]) -> None:
    def j(*args: P.args, **kwargs: P.kwargs) -> None: 
        f(*args, **kwargs)
g7(x_int_y_str, "s", 1, "x")
g7(x_int_y_str, "s", x=1, y="x")
class X(Generic[T, P]):
    f: Callable[P, int]
    x: T
    def call(self, *args: P.args, **kwargs: P.kwargs) -> int: return self.f(*args, **kwargs)
def h1(x: X[int, P2]) -> str: ...
def h2(x: X[int, Concatenate[int, P2]]) -> str: ...
def h3(x: X[int, [int, bool]]) -> str: 
    x.call(1, True)
    return ""
def h4(x: X[int, ...]) -> str: 
    x.call(1, 2, x=3)
    return ""
def h6(x: X[int, []]) -> str: ...
class Z(Generic[P]):
    f: Callable[P, int]
def h9(x: Z[[int, str, bool]], y: Z[int, str, bool], z: Z[...], w: Z[[]], v: Z) -> str:
    assert_type(x, Z[int, str, bool])
    x.f(1, "", True)
    z.f(3); v.f(3, 4)
    a: Z[[int, str, bool]] = y
    c: Z[...] = x
    d: Z[int] = z
    return ""
class Y(Generic[P, P2]): ...
y: Y[[int], [str]]
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
def withdef(x: int = 3, *a: str, k: bool, **kw: float) -> None: ...
f6(withdef)(k=True)
f6(withdef)(1, "a", k=True, z=1.0)
async def af(x: int) -> str: ...
def f10(f: Callable[P, Awaitable[R]]) -> Callable[P, R]: ...
assert_type(f10(af)(1), str)
def f11(f: Callable[Concatenate[int, ...], str]) -> None: ...
f11(lambda x: "")
def fi(x: int, y: str) -> str: ...
def fs(x: str) -> str: ...
f11(fi)
x22: Callable
x24: Callable[[], None]
P4 = ParamSpec("P4", bound=int)
P5 = ParamSpec("P5", covariant=True)
class InvP(Generic[P]): 
    def m(self, f: Callable[P, int]) -> None: ...
CA = Callable[P, int]
def u1(x: CA[[int]], y: CA[int], z: CA[...], w: CA): 
    x(1); y(1); z(1, 2); w(3)
CB = Callable[Concatenate[int, P], R]
