# The forms of narrowing.
from typing import *
from enum import Enum
import dataclasses
class Dog:
    kind: Literal["dog"]
    def bark(self): ...
class Cat:
    kind: Literal["cat"]
    def meow(self): ...
def f1(x: Dog | Cat):
    if x.kind == "dog":
        assert_type(x, Dog)
    else:
        assert_type(x, Cat)
class TDA(TypedDict):
    t: Literal["a"]
    v: int
class TDB(TypedDict):
    t: Literal["b"]
    w: str
def f2(x: TDA | TDB):
    if x["t"] == "a":
        assert_type(x, TDA)
    else:
        assert_type(x, TDB)
    if "v" in x:
        assert_type(x, TDA)
def f3(x: object):
    if isinstance(x, (int, str)):
        assert_type(x, int | str)
    if callable(x): x()

    if isinstance(x, list): assert_type(x, list[Any])
    if isinstance(x, dict): x["a"]
def f4(x: int | str | list[str] | None) -> None:
    if not x: return
    assert_type(x, int | str | list[str])
    match x:
        case int(): assert_type(x, int)
        case str(): assert_type(x, str)
        case [a]: assert_type(a, str)
        case [a, *rest]: assert_type(rest, list[str])
        case _: assert_type(x, list[str])
@dataclasses.dataclass
class Pt:
    x: int
    y: str
def f5(p: Pt | tuple[int, int] | dict[str, int]):
    match p:
        case Pt(a, b):
            assert_type(a, int); assert_type(b, str)
        case Pt(x=q): assert_type(q, int)
        case (m, n): assert_type(m, int)
        case {"k": v, **kw}: assert_type(v, int); assert_type(kw, dict[str, int])
def f6(a: int | None, b: int | None) -> int:
    if a is None or b is None: return 0
    assert_type(a, int)
    assert_type(b, int)
    return a + b
def f7(xs: list[int | None]) -> list[int]:
    ys = [x for x in xs if x is not None]
    assert_type(ys, list[int])
    return [x for x in xs if x]
def f8(x: int | str, y: str | None = None):
    while isinstance(x, str):
        assert_type(x, str)
        x = 1
    assert_type(x, int)
    z = y if y else "d"
    assert_type(z, str)
    assert y is not None
    assert_type(y, str)
def f9(d: dict[str, int | None]):
    if d["a"] is not None:
        assert_type(d["a"], int)
        d["a"] = None
        assert_type(d["a"], None)
class N:
    v: int | None = None
    nxt: "N | None" = None
def f10(n: N):
    if n.v is not None and n.nxt is not None:
        assert_type(n.v, int); assert_type(n.nxt, N)
        n = N()
        n.v + 1  # E
    cur: N | None = n
    while cur:
        assert_type(cur, N)
        cur = cur.nxt
    assert_type(cur, None)
def f11(x: int | str):
    def inner(): reveal = x
    if isinstance(x, int):
        lam = lambda: x + 1
    try:
        y = int("1")
    except ValueError:
        y = "a"
    assert_type(y, int | str)
    for i in range(3):
        w = i
    else: pass
    w  # possibly unbound
T = TypeVar("T", int, str)
B = TypeVar("B", bound=int | str)
def f12(x: B) -> B:
    if isinstance(x, int): x + 1
    return x
def f13(x: T, y: T) -> T:
    x + y
    if isinstance(x, str): return x
    return x
def f15(x: type[int] | type[str]):
    if issubclass(x, int): assert_type(x, type[int])
    else: assert_type(x, type[str])
    if x is int: pass
def f16(v: int | None):
    if (w := v) is not None: assert_type(w, int)
    ok = v is not None
    if ok: assert_type(v, int)
class E(Enum):
    A = 1; B = 2; C = 3
def f17(e: E) -> int:
    if e in (E.A, E.B): assert_type(e, Literal[E.A, E.B]); return 1
    assert_type(e, Literal[E.C])
    if e == E.C: return 2
def f18(x: bool | None):
    if x is None: return
    if x: assert_type(x, Literal[True])
    else: assert_type(x, Literal[False])
def f19(t: tuple[int, None] | tuple[None, str]):
    if t[0] is None: assert_type(t, tuple[None, str])
    else: assert_type(t, tuple[int, None])
def f20(x: str | int | Callable[[], int]):
    if callable(x): x()
    else: assert_type(x, str | int)
async def f21(x: Any):
    if isinstance(x, str): assert_type(x, str)
    else: assert_type(x, Any)
