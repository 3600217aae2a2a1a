# The specification's chapter on Literal: values, forms, inference, other types.
from enum import Enum
from pathlib import Path
from typing import IO, Any, Final, Generic, List, Literal, LiteralString, NamedTuple, Optional, TypeAlias, TypeVar, Union, assert_type, overload
import typing
import typing as t


class Color(Enum):
    RED = 0
    GREEN = 1
    BLUE = 2

    def method(self) -> None: ...


good1: Literal[26]
good2: Literal[0x1A]
good3: Literal[-4]
good4: Literal[+5]
good5: Literal["hello world"]
good6: Literal[b"hello world"]
good7: Literal["\u0068ello world"]
good8: Literal[u"hello world"]
good9: Literal[True]
good10: Literal[Color.RED]
good11: Literal[None]
good12: typing.Literal["x"]
good13: t.Literal[3, "y"]
good14: Literal[0b11, 0o17, 1_000]
good15: Literal["a" "b"]
good16: Literal["""a
b"""]

ReadOnlyMode = Literal["r", "r+"]
WriteAndTruncateMode: TypeAlias = Literal["w", "w+", "wt", "w+t"]
type WriteNoTruncateMode = Literal["r+", "r+t"]
AllModes: TypeAlias = Literal[ReadOnlyMode, WriteAndTruncateMode, "extra"]
good17: AllModes = "r"
good18: AllModes = "w+t"
good19: AllModes = "nope"  # E: [assignment]
good20: Literal[Literal[Literal[1, 2, 3], "foo"], 5, None]
good21: Optional[Literal[1, 2, 3, "foo", 5]]
good22: "Literal[Color.RED]" = Color.RED
good23: Literal["Color.RED"] = "Color.RED"
good24: Literal["Color.RED"] = Color.RED  # E: [assignment]
good25: list["Literal['a', 'b']"] = ["a"]


def equal(a: Literal[20], b: Literal[0x14], c: Literal[0], d: Literal[False], e: Literal[1, 2] | Literal[3], f: Literal[3, 2, 1], g: Literal[None], h: Literal["foo"], i: Literal[b"foo"]):
    x1: Literal[0x14] = a
    x2: Literal[20] = b
    x3: Literal[0] = d  # E: [assignment]
    x4: Literal[False] = c  # E: [assignment]
    x5: Literal[1, 2, 3] = e
    x6: Literal[1, 2] | Literal[3] = f
    x7: None = g
    x8: Literal[b"foo"] = h  # E: [assignment]
    x9: Literal["foo"] = i  # E: [assignment]
    x10: Literal[u"foo"] = h
    x11: bool = d
    x12: int = c
    x13: int = d
    x14: float = c
    x15: str = h
    x16: Literal[1, 2] = e  # E: [assignment]
    assert_type(good20, Literal[1, 2, 3, "foo", 5, None])
    assert_type(good20, Literal[1, 2, 3, "foo", 5] | None)
    assert_type(a + 5, int)
    assert_type(h.upper(), str)


class ReadOnly:
    pass


T = TypeVar("T")
some_variable = 3
instance = ReadOnly()


def func() -> int:
    return 3


bad1: Literal[3 + 4]  # E: [valid-type]
bad2: Literal["foo".replace("o", "b")]  # E: [valid-type]
bad3: Literal[4 + 3j]  # E: [valid-type]
bad4: Literal[-4 + 2j]  # E: [valid-type]
bad5: Literal[4j]  # E: [valid-type]
bad6: Literal[not False]  # E: [valid-type]
bad7: Literal[~5]  # E: [valid-type]
bad8: Literal[(1, "foo", "bar")]  # E: [valid-type]
bad9: Literal[{"a": "b", "c": "d"}]  # E: [valid-type]
bad10: Literal[[1, 2]]  # E: [valid-type]
bad11: Literal[{1, 2}]  # E: [valid-type]
bad12: Literal[Path]  # E: [valid-type]
bad13: Literal[instance]  # E: [valid-type]
bad14: Literal[3.14]  # E: [valid-type]
bad15: Literal[Any]  # E: [valid-type]
bad16: Literal[...]  # E: [valid-type]
bad17: Literal  # E: [valid-type]
bad18: Literal[some_variable]  # E: [valid-type]
bad19: Literal[func]  # E: [valid-type]
bad20: Literal[func()]  # E: [valid-type]
bad21: Literal[f"x"]  # E: [valid-type]
bad22: Literal[-3.5]  # E: [valid-type]
bad23: Literal[int]  # E: [valid-type]
bad24: Literal[Color]  # E: [valid-type]
bad25: Literal[Color.RED.value]  # E: [valid-type]
bad26: Literal[Color.method]  # E: [valid-type]
bad27: Literal[lambda: 1]  # E: [valid-type]
bad28: Literal[()]  # E: [valid-type]
bad29: Literal[-True]  # E: [valid-type]
bad30: Literal[-"x"]  # E: [valid-type]
bad31: Literal["hello", LiteralString]  # E: [valid-type]
bad32: Literal[LiteralString]  # E: [valid-type]
bad33: Literal[list[int]]  # E: [valid-type]
bad34: Literal["a"].x  # E: [valid-type]


def generic(x: T, y: Literal[T]) -> T:  # E: [valid-type]
    return x


def my_function(x: Literal[1 + 2]) -> int:  # E: [valid-type]
    return x * 3


some_literal: Literal = 3  # E: [valid-type]


# ---- non-literals where literals are wanted
def expects_str(x: str) -> None: ...
def expects_literal(x: Literal["foo"]) -> None: ...


var: Literal["foo"] = "foo"
expects_str(var)


def runner(my_str: str) -> None:
    expects_literal(my_str)  # E: [arg-type]
    expects_literal("foo")
    expects_literal("bar")  # E: [arg-type]
    expects_literal(var)


# ---- inference
value = 3
my_list = [value]
my_list.append(4)


class MyObject:
    def __init__(self) -> None:
        self.field = 3


m = MyObject()
m.field = 4


# ---- indexing
a: Literal[0] = 0
b: Literal[5] = 5
some_tuple: tuple[int, str, List[bool]] = (3, "abc", [True, False])
assert_type(some_tuple[a], int)
some_tuple[b]  # E: [misc]


class Test:
    def __init__(self, param: int) -> None:
        self.myfield = param

    def mymethod(self, val: int) -> str: ...


# ---- overloads with a fallback
_PathType = Union[str, bytes, int]


@overload
def open_file(path: _PathType, mode: Literal["r", "w"]) -> IO[str]: ...
@overload
def open_file(path: _PathType, mode: Literal["rb", "wb"]) -> IO[bytes]: ...
@overload
def open_file(path: _PathType, mode: str) -> IO[Any]: ...
def open_file(path: _PathType, mode: str) -> IO[Any]: ...


def pick(mode: str, either: Literal["r", "rb"]):
    assert_type(open_file("p", "r"), IO[str])
    assert_type(open_file("p", "rb"), IO[bytes])
    assert_type(open_file("p", mode), IO[Any])
    assert_type(open_file("p", either), IO[Any])


# ---- generics
A = TypeVar("A", bound=int)
B = TypeVar("B", bound=int)
C = TypeVar("C", bound=int)


class Matrix(Generic[A, B]):
    def __add__(self, other: "Matrix[A, B]") -> "Matrix[A, B]": ...
    def __matmul__(self, other: "Matrix[B, C]") -> "Matrix[A, C]": ...
    def transpose(self) -> "Matrix[B, A]": ...


def matrices(foo: Matrix[Literal[2], Literal[3]], bar: Matrix[Literal[3], Literal[7]]):
    baz = foo @ bar
    assert_type(baz, Matrix[Literal[2], Literal[7]])
    assert_type(baz.transpose(), Matrix[Literal[7], Literal[2]])
    foo + bar  # E: [operator]
    bar @ foo  # E: [operator]


L = TypeVar("L", Literal["a"], Literal["b"], Literal["c"])
S = TypeVar("S", bound=Literal["foo"])


def constrained(x: L) -> L:
    return x


def bound(x: S) -> S:
    return x


assert_type(constrained("a"), Literal["a"])
constrained("d")  # E: [type-var]
bound("foo")
bound("bar")  # E: [type-var]


# ---- exhaustiveness
class Status(Enum):
    SUCCESS = 0
    INVALID_DATA = 1
    FATAL_ERROR = 2


def parse_status(s: str | Status) -> None:
    if s is Status.SUCCESS:
        assert_type(s, Literal[Status.SUCCESS])
    elif s is Status.INVALID_DATA:
        print("The given data is invalid because...")
    elif s is Status.FATAL_ERROR:
        print("Unexpected fatal error...")
    else:
        print("Got custom status: " + s)


def expects_bad_status(status: Literal["MALFORMED", "ABORTED"]): ...
def expects_pending_status(status: Literal["PENDING"]): ...


def parse_text(status: str) -> None:
    if status in ("MALFORMED", "ABORTED"):
        return expects_bad_status(status)
    if status == "PENDING":
        expects_pending_status(status)
    expects_pending_status(status)  # E: [arg-type]


# ---- Final
foo: Final = 3


def expects_three(x: Literal[3]) -> None: ...


expects_three(foo)
foo = 4  # E: [misc]
negative: Final = -1
text: Final = "text"
data: Final = b"data"
truth: Final = True
nothing: Final = None
color: Final = Color.RED
v1: Literal[-1] = negative
v2: Literal["text"] = text
v3: Literal[b"data"] = data
v4: Literal[True] = truth
v5: Literal[None] = nothing
v6: Literal[Color.RED] = color
v7: Literal["other"] = text  # E: [assignment]


class Constants:
    LIMIT: Final = 10

    def __init__(self) -> None:
        self.mode: Final = "r"


v8: Literal[10] = Constants.LIMIT
v9: Literal[10] = Constants().LIMIT
v10: Literal["r"] = Constants().mode
v11: Literal["w"] = Constants().mode  # E: [assignment]
