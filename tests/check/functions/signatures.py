# Signatures as defs declare them.
from typing import Any, AsyncIterator, Callable, Generator, Iterator, ParamSpec, TypedDict, TypeVar
from typing_extensions import NotRequired, Required, Unpack
T = TypeVar("T")
P = ParamSpec("P")

def f1(a: int, /, b: str, *, c: bytes = b"") -> None: ...
def f2(*args: int, **kwargs: str) -> None: ...
def f3(a, b=1, *args, c, **kw): ...
def f4(*args: *tuple[int, str]) -> None: ...
def f5(*args: *tuple[int, *tuple[str, ...]]) -> None: ...
class TD(TypedDict):
    v1: Required[int]
    v2: NotRequired[str]
def f6(**kwargs: Unpack[TD]) -> None:
    reveal_type(kwargs)  # N: Revealed type is "signatures.TD"
def f7(f: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    reveal_type(args)  # N: Revealed type is "P.args"
    return f(*args, **kwargs)
def f8(__a: int, __b: str = "") -> None: ...
async def f9(x: int) -> str:
    return ""
def f10() -> Generator[int, str, bytes]:
    x = yield 1
    reveal_type(x)  # N: Revealed type is "builtins.str"
    return b""
async def f11() -> AsyncIterator[int]:
    yield 1
def f12(x: int, y: str = ..., *, z: int) -> int: ...  # type: ignore

reveal_type(f1)  # N: Revealed type is "def (builtins.int, b: builtins.str, *, c: builtins.bytes = ...) -> None"
reveal_type(f2)  # N: Revealed type is "def (*args: builtins.int, **kwargs: builtins.str) -> None"
reveal_type(f9)  # N: Revealed type is "def (x: builtins.int) -> typing.Coroutine[Any, Any, builtins.str]"
reveal_type(f9(1))  # N: Revealed type is "typing.Coroutine[Any, Any, builtins.str]"
reveal_type(f10())  # N: Revealed type is "typing.Generator[builtins.int, builtins.str, builtins.bytes]"
reveal_type(f11())  # N: Revealed type is "typing.AsyncIterator[builtins.int]"
reveal_type(f7(f1, 1, "", c=b""))  # N: Revealed type is "None"

f1(1, "")
f1(1, b="", c=b"x")
f1(a=1, b="")  # E: [call-arg]
f1(1)  # E: [call-arg]
f2(1, 2, x="", y="")
f2("")  # E: [arg-type]
f2(x=1)  # E: [arg-type]
f3(1, c=2)
f3(1)  # E: [call-arg]
f4(1, "")
f4(1)  # E:
f4(1, "", 3)  # E:
f5(1, "", "")
f5(1, 2)  # E:
f6(v1=1)
f6(v1=1, v2="")
f6(v2="")  # E:
f6(v1="")  # E:
f6(v1=1, v3=2)  # E:
f8(1, "")
f8(__a=1)  # E: [call-arg]
f7(f1, 1, 2)  # E: [arg-type]
f7(f1, 1, "", d=3)  # E: [call-arg]

class C:
    def method(self, x: int) -> "C":
        reveal_type(self)  # N: Revealed type is "Self"
        return self
    @classmethod
    def make(cls, x: int = 0) -> "C":
        reveal_type(cls)  # N: Revealed type is "type[Self]"
        return cls()
    @staticmethod
    def static(x: int) -> str:
        return ""
    def __new__(cls) -> "C":
        return super().__new__(cls)
    def __init_subclass__(cls, flag: bool = False) -> None: ...
    def __class_getitem__(cls, item: int) -> str: ...  # type: ignore
    def unannotated(self, a, b): return a

c = C()
reveal_type(c.method)  # N: Revealed type is "def (x: builtins.int) -> signatures.C"
reveal_type(C.method)  # N: Revealed type is "def (self: signatures.C, x: builtins.int) -> signatures.C"
reveal_type(C.make(1))  # N: Revealed type is "signatures.C"
reveal_type(c.make)  # N: Revealed type is "def (x: builtins.int = ...) -> signatures.C"
reveal_type(C.static(1))  # N: Revealed type is "builtins.str"
reveal_type(c.static(1))  # N: Revealed type is "builtins.str"
c.method("")  # E: [arg-type]
c.unannotated(1, 2)
c.unannotated(1)  # E: [call-arg]

def inferred1(): return 3
def inferred2(x: int): return [x]
def inferred3(x: bool):
    if x:
        return 1
    return "a"
def inferred4(x: int):
    yield x
async def inferred5(x: int): return x
def inferred6(x: int):
    if x:
        return x
def inferred7(x: int): raise ValueError
reveal_type(inferred1())  # N: Revealed type is "builtins.int"
reveal_type(inferred2(1))  # N: Revealed type is "builtins.list[builtins.int]"
reveal_type(inferred3(True))  # N: Revealed type is "builtins.int | builtins.str"
reveal_type(inferred4(1))  # N: Revealed type is "typing.Generator[builtins.int, Any, None]"
reveal_type(inferred5(1))  # N: Revealed type is "typing.Coroutine[Any, Any, builtins.int]"
reveal_type(inferred6(1))  # N: Revealed type is "builtins.int | None"
def factorial(n: int):
    return 1 if n == 0 else n * factorial(n - 1)
reveal_type(factorial(3))  # N: Revealed type is "Any"
