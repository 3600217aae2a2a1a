# Decorators.
import abc
import contextlib
import functools
from functools import cached_property, wraps
from typing import Any, Callable, Generic, Iterator, ParamSpec, TypeVar, final, no_type_check, overload
from typing_extensions import deprecated, override

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")
F = TypeVar("F", bound=Callable[..., Any])

def identity(f: F) -> F:
    return f
def to_str(f: Callable[P, Any]) -> Callable[P, str]:
    return lambda *args, **kwargs: ""  # type: ignore
def with_arg(n: int) -> Callable[[Callable[P, R]], Callable[P, list[R]]]: ...  # type: ignore
def untyped(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @wraps(f)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        print(f.__name__)
        return f(*args, **kwargs)
    return wrapper
class Registry(Generic[T]):
    def __init__(self, f: Callable[[], T]) -> None: ...
    def __call__(self) -> T: ...  # type: ignore

@identity
def a1(x: int) -> int: return x
@to_str
def a2(x: int) -> int: return x
@with_arg(3)
def a3(x: int) -> int: return x
@untyped
def a4(x: int) -> int: return x
@logged
def a5(x: int, y: str = "") -> bytes: return b""
@Registry
def a6() -> int: return 3
@identity
@to_str
def a7(x: int) -> int: return x
@to_str(3)  # E:
def a8() -> None: ...
@with_arg  # E: [arg-type]
def a9() -> None: ...
@Registry  # E: [arg-type]
def a10(x: int) -> int: return x
@functools.lru_cache(maxsize=None)
def a11(x: int) -> str: return ""
@functools.cache
def a12(x: int) -> str: return ""
@contextlib.contextmanager
def a13(x: int) -> Iterator[str]:
    yield ""

reveal_type(a1)  # N: Revealed type is "def (x: builtins.int) -> builtins.int"
reveal_type(a2)  # N: Revealed type is "def (x: builtins.int) -> builtins.str"
reveal_type(a3)  # N: Revealed type is "def (x: builtins.int) -> builtins.list[builtins.int]"
reveal_type(a4(3))  # N: Revealed type is "Any"
reveal_type(a5)  # N: Revealed type is "def (x: builtins.int, y: builtins.str = ...) -> builtins.bytes"
reveal_type(a6())  # N: Revealed type is "builtins.int"
reveal_type(a7(1))  # N: Revealed type is "builtins.str"
reveal_type(a11(1))  # N: Revealed type is "builtins.str"
reveal_type(a12(1))  # N: Revealed type is "builtins.str"
with a13(1) as s:
    reveal_type(s)  # N: Revealed type is "builtins.str"

class C:
    @property
    def p(self) -> int:
        return 3
    @p.setter
    def p(self, value: int) -> None: ...
    @property
    def read_only(self) -> str:
        return ""
    @property
    def deletable(self) -> str:
        return ""
    @deletable.deleter
    def deletable(self) -> None: ...
    @cached_property
    def cached(self) -> list[int]:
        return []
    @classmethod
    @logged
    def cm(cls, x: int) -> str:
        return ""
    @staticmethod
    @logged
    def sm(x: int) -> str:
        return ""
    @logged
    def m(self, x: int) -> str:
        return ""
    @untyped
    def u(self, x: int) -> str:
        return ""
    @functools.lru_cache
    def lru(self, x: int) -> str:
        return ""
    @property
    def different(self) -> int:
        return 3
    @different.setter
    def different(self, value: str | int) -> None: ...
    @property
    @abc.abstractmethod
    def ab(self) -> int: ...
    @contextlib.contextmanager
    def cman(self) -> Iterator[int]:
        yield 3

c = C()
reveal_type(c.p)  # N: Revealed type is "builtins.int"
c.p = 4
c.p = ""  # E: [assignment]
c.read_only = ""  # E: [misc]
del c.deletable
del c.read_only  # E:
reveal_type(c.cached)  # N: Revealed type is "builtins.list[builtins.int]"
c.cached = [1]
reveal_type(c.cm(1))  # N: Revealed type is "builtins.str"
reveal_type(C.cm(1))  # N: Revealed type is "builtins.str"
reveal_type(c.sm(1))  # N: Revealed type is "builtins.str"
reveal_type(c.m(1))  # N: Revealed type is "builtins.str"
reveal_type(c.u(1))  # N: Revealed type is "Any"
c.different = "a"
reveal_type(c.different)  # N: Revealed type is "builtins.int"
reveal_type(c.lru(1))  # N: Revealed type is "builtins.str"
with c.cman() as i:
    reveal_type(i)  # N: Revealed type is "builtins.int"
reveal_type(C.p)  # N: Revealed type is "builtins.property"

@deprecated("use g")
def old() -> int: return 3
old()  # E: use g
@no_type_check
def nocheck(x: 3 + 4) -> "nothing at all": ...
nocheck(3)

class Over:
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x: int | str) -> int | str:
        return x
    @overload
    @classmethod
    def g(cls, x: int) -> int: ...
    @overload
    @classmethod
    def g(cls, x: str) -> str: ...
    @classmethod
    def g(cls, x: int | str) -> int | str:
        return x
reveal_type(Over().f(1))  # N: Revealed type is "builtins.int"
reveal_type(Over.g(""))  # N: Revealed type is "builtins.str"
class GenericProperty(Generic[T]):
    def __init__(self, x: T) -> None:
        self._x = x
    @property
    def x(self) -> list[T]:
        return [self._x]
    @x.setter
    def x(self, value: list[T]) -> None: ...
g = GenericProperty(3)
reveal_type(g.x)  # N: Revealed type is "builtins.list[builtins.int]"
g.x = [""]  # E:
class SubProperty(C):
    @C.p.setter
    def p(self, value: int) -> None: ...
