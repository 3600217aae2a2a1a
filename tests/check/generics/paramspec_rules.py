# ParamSpec: where it may stand, components, Concatenate (specification, "ParamSpec").
from typing import Any, Callable, Concatenate, Generic, ParamSpec, Protocol, TypeAlias, TypeVar, Coroutine
P = ParamSpec("P")
P2 = ParamSpec("P2")
T = TypeVar("T")
R = TypeVar("R")

TA1: TypeAlias = P  # E: [valid-type]
TA2: TypeAlias = Callable[P, None]
TA3: TypeAlias = Callable[Concatenate[int, P], None]
TA4: TypeAlias = Callable[..., None]

def invalid1(x: P) -> P: ...  # E: [valid-type] # E: [valid-type]
def invalid2(x: Concatenate[int, P]) -> int: ...  # E: [valid-type]
def invalid3(x: list[P]) -> None: ...  # E: [valid-type]
def invalid4(x: Callable[[int, str], P]) -> None: ...  # E: [valid-type]
def invalid5(*args: P, **kwargs: P) -> None: ...  # E: [valid-type] # E: [valid-type]
def invalid6(x: Callable[Concatenate[P, int], int]) -> None: ...  # E: [valid-type]
def invalid7(*args: P.args) -> None: ...  # E:
def invalid8(**kwargs: P.kwargs) -> None: ...  # E:
def invalid9(*args: P.kwargs, **kwargs: P.args) -> None: ...  # E: [valid-type] # E: [valid-type]
def invalid10(x: Callable[P, int], *args: P.args, s: str, **kwargs: P.kwargs) -> None: ...  # E:
def invalid11(x: P.args) -> None: ...  # E: [valid-type]
def invalid12(*args: P.args, **kwargs: P2.kwargs) -> None: ...  # E:
class InvalidIn:
    args: P.args  # E: [valid-type]
def not_in_scope(*args: P.args, **kwargs: P.kwargs) -> None: ...  # E:

def puts_p_into_scope(f: Callable[P, int]) -> None:
    def inner(*args: P.args, **kwargs: P.kwargs) -> None: ...
    def mixed_up(*args: P.kwargs, **kwargs: P.args) -> None: ...  # E: [valid-type] # E: [valid-type]
    stored_args: P.args  # E: [valid-type]

def decorator(f: Callable[P, int]) -> Callable[P, None]:
    def foo(*args: P.args, **kwargs: P.kwargs) -> None:
        f(*args, **kwargs)
        f(*kwargs, **args)  # E:
        f(1, *args, **kwargs)  # E:
        f(*args)  # E:
        f(**kwargs)  # E:
    return foo

def add(f: Callable[P, R]) -> Callable[Concatenate[str, P], bool]:
    def foo(s: str, *args: P.args, **kwargs: P.kwargs) -> bool:
        f(*args, **kwargs)
        return False
    return foo
def remove(x: Callable[Concatenate[int, P], R]) -> Callable[P, R]:
    def foo(*args: P.args, **kwargs: P.kwargs) -> R:
        return x(1, *args, **kwargs)
    return foo

@add
def a1(x: int, *, y: str = "") -> int: return x
reveal_type(a1)  # N: Revealed type is "def (builtins.str, x: builtins.int, *, y: builtins.str = ...) -> builtins.bool"
@remove
def a2(x: int, y: str) -> bytes: return b""
reveal_type(a2)  # N: Revealed type is "def (y: builtins.str) -> builtins.bytes"
@remove  # E: [arg-type]
def a3(x: str) -> bytes: return b""
@remove  # E: [arg-type]
def a4() -> bytes: return b""

class X(Generic[T, P]):
    f: Callable[P, int]
    x: T
    def call(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self.x
def f_1(x: X[int, P2]) -> str: ...  # type: ignore
def f_2(x: X[int, Concatenate[int, P2]]) -> str: ...  # type: ignore
def f_3(x: X[int, [int, bool]]) -> None:
    reveal_type(x.f)  # N: Revealed type is "def (builtins.int, builtins.bool) -> builtins.int"
    x.call(1, True)
    x.call("")  # E:
def f_4(x: X[int, ...]) -> None:
    x.call(1, 2, 3, a=4)
def f_5(x: X[int, int]) -> str: ...  # E: [type-arg]
class Z(Generic[P]):
    f: Callable[P, int]
def f_6(x: Z[[int, str, bool]], y: Z[int, str, bool]) -> None:
    reveal_type(x.f)  # N: Revealed type is "def (builtins.int, builtins.str, builtins.bool) -> builtins.int"
    reveal_type(y.f)  # N: Revealed type is "def (builtins.int, builtins.str, builtins.bool) -> builtins.int"
def f_7(x: Z[...], y: Z[[]]) -> None:
    x.f(1, 2)
    y.f()
    y.f(1)  # E:

class CallbackProto(Protocol[P]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> int: ...
def twice(f: Callable[P, int], *args: P.args, **kwargs: P.kwargs) -> int:
    return f(*args, **kwargs) + f(*args, **kwargs)
def a_int_b_str(a: int, b: str) -> int: return a
twice(a_int_b_str, 1, "A")
twice(a_int_b_str, b="b", a=1)
twice(a_int_b_str, "A", 1)  # E: [arg-type] # E: [arg-type]
def foo(x: Callable[P, int], y: Callable[P, int]) -> Callable[P, bool]: ...  # type: ignore
def x_int_y_str(x: int, y: str) -> int: return x
def y_int_x_str(y: int, x: str) -> int: return y
foo(x_int_y_str, x_int_y_str)
def keyword_only_x(*, x: int) -> int: return x
def keyword_only_y(*, y: int) -> int: return y
foo(keyword_only_x, keyword_only_y)  # E: [arg-type]
async def co(x: int) -> str: return ""
def awaitable(f: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, R]: ...  # type: ignore
reveal_type(awaitable(co))  # N: Revealed type is "def (x: builtins.int) -> builtins.str"
