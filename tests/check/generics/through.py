# Generic functions handed through other generic functions.
from typing import Callable, ParamSpec, TypeVar, Generic
P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
def accepts(cb: Callable[P, R]) -> Callable[P, R]:
    return cb
def ident(x: T) -> list[T]: ...
reveal_type(accepts(ident))  # N: Revealed type is "def [T] (x: T) -> builtins.list[T]"
reveal_type(accepts(ident)(3))  # N: Revealed type is "builtins.list[builtins.int]"
class C(Generic[T]):
    def __init__(self, x: T, y: T) -> None: ...
reveal_type(accepts(C))  # N: Revealed type is "def [T] (x: T, y: T) -> through.C[T]"
reveal_type(accepts(C)(1, 2))  # N: Revealed type is "through.C[builtins.int]"
class D(Generic[T]):
    def __new__(cls, x: T, y: T) -> "D[T]": ...
reveal_type(accepts(D))  # N: Revealed type is "def [T] (x: T, y: T) -> through.D[T]"
import functools
from typing import Iterable, Any
@functools.cache
def gen(x: T) -> list[T]: ...
reveal_type(gen(3))  # N: Revealed type is "builtins.list[Any]"
def compose(f: Callable[[T], R], g: Callable[[R], Any]) -> Callable[[T], R]: ...
reveal_type(list(map(ident, [1])))  # N: Revealed type is "builtins.list[builtins.list[builtins.int]]"
reveal_type(sorted([1], key=ident))  # N: Revealed type is "builtins.list[builtins.int]"
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return f(*args, **kwargs)
    reveal_type(inner)  # N: Revealed type is "functools._Wrapped[P, R, P, R]"
    return inner
@logged
def first(x: Iterable[T], default: T) -> T: ...
reveal_type(first)  # N: Revealed type is "def [T] (x: typing.Iterable[T], default: T) -> T"
reveal_type(first([1], 2))  # N: Revealed type is "builtins.int"
