# Plain assignments as type aliases, and TypeAlias (specification, "Type aliases").
from typing import Any, Callable, Concatenate, Iterable, Literal, Optional, ParamSpec, TypeAlias, TypeVar, Union
import types

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")
B = TypeVar("B", bound=float)

A1 = int
A2 = list[int]
A3 = int | str
A4 = Optional[str]
A5 = Callable[[int], str]
A6 = list[T]
A7 = dict[T, list[S]]
A8 = Callable[P, T]
A9 = Callable[Concatenate[int, P], T]
A10 = Union[T, None]
A11 = list["int"]
A12 = Literal["a", "b"]
A13 = Any
A14 = None
A15 = types.ModuleType
A16 = list
A17 = A6[int]
A18 = A16[str]
A19 = A7[int, T]
A20 = list[B]

def good(p1: A1, p2: A2, p3: A3, p4: A4, p5: A5, p6: A6, p7: A7[int, str], p8: A8[[int], str], p9: A9[[str], bool], p10: A10[int], p12: A12, p16: A16[int], p17: A17, p18: A18, p19: A19[str], p6b: A6[bytes]) -> None:
    reveal_type(p1)  # N: Revealed type is "builtins.int"
    reveal_type(p2)  # N: Revealed type is "builtins.list[builtins.int]"
    reveal_type(p3)  # N: Revealed type is "builtins.int | builtins.str"
    reveal_type(p4)  # N: Revealed type is "builtins.str | None"
    reveal_type(p5)  # N: Revealed type is "def (builtins.int) -> builtins.str"
    reveal_type(p6)  # N: Revealed type is "builtins.list[Any]"
    reveal_type(p7)  # N: Revealed type is "builtins.dict[builtins.int, builtins.list[builtins.str]]"
    reveal_type(p8)  # N: Revealed type is "def (builtins.int) -> builtins.str"
    reveal_type(p9)  # N: Revealed type is "def (builtins.int, builtins.str) -> builtins.bool"
    reveal_type(p10)  # N: Revealed type is "builtins.int | None"
    reveal_type(p16)  # N: Revealed type is "builtins.list[builtins.int]"
    reveal_type(p17)  # N: Revealed type is "builtins.list[builtins.int]"
    reveal_type(p18)  # N: Revealed type is "builtins.list[builtins.str]"
    reveal_type(p19)  # N: Revealed type is "builtins.dict[builtins.int, builtins.list[builtins.str]]"
    reveal_type(p6b)  # N: Revealed type is "builtins.list[builtins.bytes]"

def too_many(
    a: A2[int],  # E: [type-arg]
    b: A3[int],  # E: [type-arg]
    c: A6[int, str],  # E: [type-arg]
    d: A7[int],  # E: [type-arg]
    e: A17[int],  # E: [type-arg]
    f: A20[str],  # E: [type-var]
) -> None: ...

var = 3
N1 = eval("int")
N2 = [int, str]
N3 = ((int, str),)
N4 = [int for i in range(1)]
N5 = {"a": "b"}
N6 = (lambda: int)()
N7 = [int][0]
N8 = int if 1 < 3 else str
N9 = var
N10 = True
N11 = 1
N12 = list or set
N13 = f"{'int'}"

def bad(
    p2: N2,  # E: [valid-type]
    p3: N3,  # E: [valid-type]
    p4: N4,  # E: [valid-type]
    p5: N5,  # E: [valid-type]
    p8: N8,  # E: [valid-type]
    p9: N9,  # E: [valid-type]
    p10: N10,  # E: [valid-type]
    p11: N11,  # E: [valid-type]
    p12: N12,  # E: [valid-type]
    p13: N13,  # E: [valid-type]
) -> None: ...

E1: TypeAlias = int
E2: "TypeAlias" = "list[Later]"
E3: TypeAlias = "int | None"
E4: TypeAlias = list[T]
E5: TypeAlias = Callable[P, T]
class Later: ...
def explicit(a: E1, b: E2, c: E3, d: E4[str], e: E5[[int], str]) -> None:
    reveal_type(b)  # N: Revealed type is "builtins.list[implicit.Later]"
    reveal_type(c)  # N: Revealed type is "builtins.int | None"
    reveal_type(d)  # N: Revealed type is "builtins.list[builtins.str]"

X1: TypeAlias = eval("int")  # E: [valid-type]
X2: TypeAlias = [int, str]  # E: [valid-type]
X3: TypeAlias = ((int, str),)  # E: [valid-type]
X4: TypeAlias = [int for i in range(1)]  # E: [valid-type]
X5: TypeAlias = {"a": "b"}  # E: [valid-type]
X6: TypeAlias = (lambda: int)()  # E: [valid-type]
X7: TypeAlias = [int][0]  # E: [valid-type]
X8: TypeAlias = int if 1 < 3 else str  # E: [valid-type]
X9: TypeAlias = var  # E: [valid-type]
X10: TypeAlias = True  # E: [valid-type]
X11: TypeAlias = 1  # E: [valid-type]
X12: TypeAlias = list or set  # E: [valid-type]
X13: TypeAlias = f"{'int'}"  # E: [valid-type]
X14: TypeAlias = "undefined"  # E: [name-defined]
X15: TypeAlias  # E:

class InClass:
    Inner: TypeAlias = "InClass"
    Other = list[int]
    def method(self, x: "Other") -> "InClass.Inner":
        return self
def in_function() -> None:
    Local: TypeAlias = int  # E:

A1()
A16()
A16[int]([1])
ListOrSet: TypeAlias = list | set
ListOrSet()  # E:
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"
j: Json = {"a": [1, "b", None]}
j2: Json = {"a": [1, {3: 4}]}  # E:
Recursive = Union[int, list["Recursive"]]
r: Recursive = [1, [2, [3]]]
