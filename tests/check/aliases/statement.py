# The `type` statement and TypeAliasType.
from typing import Callable, Concatenate, ParamSpec, TypeVar, TypeVarTuple, assert_type
from typing_extensions import TypeAliasType

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
var1 = 3

type G1 = int
type G2[T] = list[T]
type G3[T: str, *Ts, **Q] = Callable[Q, tuple[T, *Ts]]
type G4 = "Later | None"
type G5 = Later | None
class Later: ...
class InClass:
    type T1[X] = dict[str, X]

def good(a: G1, b: G2[int], c: G3[str, int, bytes, [bool]], d: G4, e: G5, f: InClass.T1[int], g: G2) -> None:
    reveal_type(a)  # N: Revealed type is "builtins.int"
    reveal_type(b)  # N: Revealed type is "builtins.list[builtins.int]"
    reveal_type(c)  # N: Revealed type is "def (builtins.bool) -> tuple[builtins.str, builtins.int, builtins.bytes]"
    reveal_type(d)  # N: Revealed type is "statement.Later | None"
    reveal_type(e)  # N: Revealed type is "statement.Later | None"
    reveal_type(f)  # N: Revealed type is "builtins.dict[builtins.str, builtins.int]"
    reveal_type(g)  # N: Revealed type is "builtins.list[Any]"

print(G1.__value__)
G1.bit_count(3)  # E: [attr-defined]
class Bad1(G1): ...  # E: [valid-type]
def isit(x: object) -> None:
    if isinstance(x, G1): ...  # E:
G1(3)  # E:

type B1 = eval("int")  # E: [valid-type]
type B2 = [int, str]  # E: [valid-type]
type B3 = ((int, str),)  # E: [valid-type]
type B4 = [int for i in range(1)]  # E: [valid-type]
type B5 = {"a": "b"}  # E: [valid-type]
type B6 = (lambda: int)()  # E: [valid-type]
type B7 = [int][0]  # E: [valid-type]
type B8 = int if 1 < 3 else str  # E: [valid-type]
type B9 = var1  # E: [valid-type]
type B10 = True  # E: [valid-type]
type B11 = 1  # E: [valid-type]
type B12 = list or set  # E: [valid-type]
type B13 = f"{'int'}"  # E: [valid-type]

type T1[A] = dict[A, V]  # E: [valid-type]
type T2 = list[K]  # E: [valid-type]
type R1[T] = T | list[R1[T]]
type R2[T] = T | list[R2[str]]
type R3 = R3  # E: [misc]
type R4[T] = T | R4[str]  # E: [misc]
type R5 = R6  # E: [misc]
type R6 = R5
def bound(a: G3[int, [str]]) -> None: ...  # E: [type-var]
def func() -> None:
    type Local = int  # E: [misc]

def recursive(a: R1[int]) -> None:
    b: R1[int] = [1, [2]]
    c: R1[int] = ["a"]  # E:

GoodA = TypeAliasType("GoodA", int)
GoodB = TypeAliasType("GoodB", list[K], type_params=(K,))
GoodC = TypeAliasType("GoodC", Callable[P, K], type_params=(P, K))
GoodD = TypeAliasType("GoodD", "int | list[GoodD]")
def good2(a: GoodA, b: GoodB[str], c: GoodC[[int], str], d: GoodD) -> None:
    reveal_type(a)  # N: Revealed type is "builtins.int"
    reveal_type(b)  # N: Revealed type is "builtins.list[builtins.str]"
    reveal_type(c)  # N: Revealed type is "def (builtins.int) -> builtins.str"
BadA = TypeAliasType("BadA", list[K])  # E: [valid-type]
BadB = TypeAliasType("BadB", "BadB")  # E: [misc]
BadC = TypeAliasType("WrongName", int)  # E: [misc]
my_tuple = (K, V)
BadD = TypeAliasType("BadD", dict[K, V], type_params=my_tuple)  # E:
BadE = TypeAliasType("BadE", eval("int"))  # E: [valid-type]
BadF = TypeAliasType("BadF", [int, str])  # E: [valid-type]
print(GoodA.__name__)
GoodA.other  # E: [attr-defined]
