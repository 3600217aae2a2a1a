# Special types: Any, None, Never, LiteralString, type[], the numeric promotion.
from typing import *
from typing import NoReturn
import types
def f1(x: Any) -> None:
    x.foo.bar(1)[3] += 2
    a: int = x
    b: str = x
def f2(x: object) -> None:
    x.foo  # E: [attr-defined]
    x + 1  # E: [operator]
    a: int = x  # E: [assignment]
    y: Hashable = None
    z: Hashable = []  # E: [assignment]
    h2: Hashable = {}  # E: [assignment]
def f3() -> None: return None
def f4(x: None) -> None:
    x.foo  # E: [attr-defined]
    a: int = None  # E: [assignment]
    assert x == None
    x.__eq__(None)
def stop() -> NoReturn:
    raise RuntimeError("no")
def stop2() -> NoReturn:  # E: [misc]
    print("x")
def stop3(x: int) -> NoReturn:
    if x < 3:
        return  # E: [return-value]
    raise ValueError
def stop4(x: int) -> NoReturn:  # E: [misc]
    if x != 0:
        stop()
def stop5(x: int) -> int:
    if x < 3:
        return 1
    stop()
def stop6(x: int) -> int:  # E: [return]
    if x < 3:
        return 1
    print()
class NR:
    def m(self) -> NoReturn:
        raise
    @classmethod
    def c(cls) -> NoReturn: raise ValueError
    @staticmethod
    def s() -> Never: raise ValueError
    def use(self, x: int) -> int:
        if x == 1: self.m()
        elif x == 2: self.c()
        elif x == 3: self.s()
        elif x == 4: NR.s()
        else: return 3
def f5(v: Never):
    a: int = v
    b: str = v
    c: list[Never] = [] 
def f6(x: list[Never]):
    y: list[int] = x  # E: [assignment]
def f7(x: Sequence[Never]):
    y: Sequence[int] = x
def f8(x: tuple[Never]): ...
T = TypeVar("T")
class CI(Generic[T]): ...
def f9(x: T) -> "CI[T]":
    return CI[Never]()  # E: [return-value]
def f10(a: int | Never):
    assert_type(a, int)
async def f11() -> NoReturn: raise ValueError
async def f12() -> None:
    await f11()
def f13() -> Callable[..., Never]: return stop
x1: type[None] = type(None)
x2: None = type(None)  # E: [assignment]
f14: types.NoneType = None
v1: float = 1
v2: complex = 1.0
v3: complex = 1
v4: int = 1.0  # E: [assignment]
v5: float = 1j  # E: [assignment]
v6: list[float] = [1]
li: list[int] = [1]
v7: list[float] = li  # E: [assignment]
def f15(x: float):
    x.hex()
    x.real
    if isinstance(x, float):
        assert_type(x, float)
    else:
        assert_type(x, int)
v8: LiteralString = "a"
def f16(s: str, l: LiteralString):
    a: LiteralString = s  # E: [assignment]
    b: LiteralString = l + "x"
    c: LiteralString = l + s  # E: [assignment]
    d: LiteralString = f"{l} {b}"
    e: LiteralString = f"{l} {s}"  # E: [assignment]
    g: str = l
    h: LiteralString = l.upper().strip().format(l)
    i: LiteralString = ",".join([l, "a"])
    j: LiteralString = ",".join([s])  # E: [assignment]
    k: LiteralString = l if l else "x"
    m: list[LiteralString] = ["a", l]
    n: list[str] = m  # E: [assignment]
    o: Sequence[str] = m
    p: LiteralString = b"x"  # E: [assignment]
    q: LiteralString = 3  # E: [assignment]
    r: Literal["a"] = l  # E: [assignment]
    t: LiteralString = l % l
    u: LiteralString = l * 3
    v: LiteralString = f"{3}"  # E: [assignment]
    w: LiteralString = l.replace("a", s)  # E: [assignment]
    x: LiteralString = l[0]
    for ch in l:
        y: LiteralString = ch
    z: LiteralString = str(3)  # E: [assignment]
    aa: LiteralString["x"] = ""  # E: [valid-type]
def f17(x: type): 
    assert_type(x(), Any)
    y: type[int] = x
    z: type = int
    z1: type = 3  # E: [assignment]
def f18(x: type[object]):
    y: type[int] = x  # E: [assignment]
    x.foo  # E: [attr-defined]
class U: ...
class BasicU(U): 
    def __init__(self, x: int = 3): ...
class ProU(U): ...
UT = TypeVar("UT", bound=U)
def new_user(c: type[UT]) -> UT: return c()
assert_type(new_user(ProU), ProU)
new_user(int)  # E: [arg-type]
new_user(U())  # E: [arg-type]
def new_nb(c: type[BasicU | ProU]) -> U:
    assert_type(c(), BasicU | ProU)
    return c()
new_nb(BasicU)
new_nb(U)  # E: [arg-type]
w1: type[int, str]  # E: [valid-type]
w2: type[type[int]]
w3: type["int"] = bool
w4: type[Union[int, str]] = str
w5: type[int] | type[str] = float  # E: [assignment]
def f19(a: Type[Any], b: Type, c: type[Any], d: type):
    a.x; b.x; c.x; d.x
    a.__name__; 
    assert_type(a.__name__, str)
def f20(a: type[object]):
    a.unknown  # E: [attr-defined]
    a.__name__
TA1: TypeAlias = Type
TA2: TypeAlias = Type[Any]
TA3: TypeAlias = type
TA4: TypeAlias = type[Any]
def f21() -> TA1:
    return type
TA1.unknown  # E: [attr-defined]
TA2.unknown  # E: [attr-defined]
TA3.unknown  # E: [attr-defined]
TA4.unknown  # E: [attr-defined]
def f22(p: type[T]) -> T: 
    return p()
def f23(x: Callable[[], T]) -> T: ...
def f24(x: T) -> type[T]: return type(x)
assert_type(f24(3), type[int])
