# Literal and LiteralString.
from typing import Any, Final, Generic, Iterable, Literal, LiteralString, Optional, Protocol, Sequence, TypeVar, assert_type, overload
from enum import Enum
T = TypeVar("T")
L = TypeVar("L", bound=LiteralString)
def run_query(sql: LiteralString) -> None: ...
def caller(arbitrary: str, query: LiteralString, n: int) -> None:
    run_query("SELECT * FROM students")
    run_query("SELECT" + query)
    run_query(arbitrary)  # E
    run_query("SELECT" + arbitrary)  # E
    run_query(f"SELECT {query}")
    run_query(f"SELECT {arbitrary}")  # E
    run_query("a" if n else "b")
    q = "SELECT"
    if n:
        q += " WHERE"
    run_query(q)
    run_query(query.upper())
    run_query(", ".join(["a", query]))
    run_query("{}".format(query))
    run_query("{}".format(arbitrary))  # E
    x: str = query
    y: LiteralString = "a"
    z: LiteralString = arbitrary  # E
    w: LiteralString = 3  # E
    v: LiteralString = b"a"  # E
def ident(s: L) -> L: return s
def f2(a: LiteralString, b: str):
    x: LiteralString = ident(a)
    ident(b)  # E
    ident("x")
a: list[str] = ["a".upper()]
b1: list[LiteralString] = ["a"]
c: list[str] = b1  # E
def f3(x: Literal["a", "b"]) -> None:
    if x == "a":
        assert_type(x, Literal["a"])
    else:
        assert_type(x, Literal["b"])
    if x in ("a",):
        assert_type(x, Literal["a"])
    y: LiteralString = x
    for c in x: pass
def f4(x: Literal[1, 2, 3, "a"] | None):
    if x is None: return
    if isinstance(x, str):
        assert_type(x, Literal["a"])
    elif x == 1:
        assert_type(x, Literal[1])
    elif x > 2:
        assert_type(x, Literal[2, 3])
good1: Literal[26]
good2: Literal[0x1A]
good3: Literal[-4]
good4: Literal["hello world"]
good5: Literal[b"hello"]
good6: Literal["\u0048"]
good7: Literal[True]
good8: Literal[None]
bad1: Literal[3 + 4]  # E
bad2: Literal["foo".replace("o", "b")]  # E
bad3: Literal[4 + 3j]  # E
bad4: Literal[3.14]  # E
bad5: Literal[not False]  # E
bad6: Literal[(1, "foo")]  # E
bad7: Literal[{"a": 1}]  # E
bad8: Literal[int]  # E
bad9: Literal[Any]  # E
bad10: Literal[T]  # E
variable = 3
bad11: Literal[variable]  # E
bad12: Literal  # E
class Mode(Enum):
    R = "r"
    W = "w"
m: Literal[Mode.R] = Mode.R
m2: Literal[Mode.R] = Mode.W  # E
def f5(x: Mode) -> str:
    if x is Mode.R:
        assert_type(x, Literal[Mode.R])
        return "a"
    assert_type(x, Literal[Mode.W])
    return "b"
def f6(x: Mode) -> int:
    match x:
        case Mode.R: return 1
        case Mode.W: return 2
def f7(b: bool) -> int:
    if b is True: return 1
    elif b is False: return 2
c1: Final = 19
def f8(x: Literal[19]) -> None: ...
f8(c1)
lst: list[Literal[1, 2]] = [1, 2]
lst2: list[int] = lst  # E
mut = [1, 2]
mut.append(3)
def f9(x: Literal[0, 1, 2]) -> str:
    t = (1, "y", True)
    assert_type(t[0], int)
    return "a"
ReadOnlyMode = Literal["r", "r+"]
AllModes = Literal[ReadOnlyMode, "w", None]
def f10(x: AllModes) -> None: ...
f10("r+"); f10("w"); f10(None)
f10("x")  # E
def expects_bad_status(status: Literal["MALFORMED", "ABORTED"]): ...
def expects_pending_status(status: Literal["PENDING"]): ...
def parse_status1(s: str) -> None:
    if s in ("MALFORMED", "ABORTED"):
        return expects_bad_status(s)
    if s == "PENDING":
        expects_pending_status(s)
