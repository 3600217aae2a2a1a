# Type aliases of every form, and NewType.
from typing import *
from typing import TypeAlias as TA
import typing as t
from typing_extensions import TypeAliasType
from collections.abc import Callable as C2, Sequence
T = TypeVar("T"); S = TypeVar("S"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); F = TypeVar("F", bound=float)
Url = str
def retry(url: Url, n: int) -> None: ...
retry(3, 3)  # E: [arg-type]
Response = dict[int, T]
U1: TA = "int | str"
U2 = "int"
def u2(x: U2): ...  # E: [valid-type]
U3: TA = "Later"
class Later: ...
def u3(x: U3): assert_type(x, Later)
B1: TA = eval("int")  # E: [valid-type]
B2: TA = [int, str]  # E: [valid-type]
B3: TA = ((int, str),)  # E: [valid-type]
B4: TA = [int for i in range(1)]  # E: [valid-type]
B5: TA = {"a": int}  # E: [valid-type]
B6: TA = (lambda: int)()  # E: [valid-type]
B7: TA = [int][0]  # E: [valid-type]
B8: TA = int if 1 < 3 else str  # E: [valid-type]
B9: TA = var  # E: [used-before-def]  # E: [valid-type]
B10: TA = True  # E: [valid-type]
B11: TA = 1  # E: [valid-type]
B12: TA = list or set  # E: [valid-type]
B13: TA = f"{'int'}"  # E: [valid-type]
var = 3
I1 = int | str
I2 = list[T] | None
I3 = Callable[P, T]
I4 = tuple[int, Unpack[Ts]]
I5 = dict[str, I2[T]]
I6 = Callable[Concatenate[int, P], T]
I7 = Optional[int]
I8 = Union[T, list[S]]
I9 = Literal["a", "b"]
I10 = Annotated[int, 3]
I11 = type(None)
I12 = t.List[int]
I13 = type[int]
I14 = C2[[int], str]
I15 = list
I16 = dict[T, T]
I17 = list[F]
def good(a: I1, b: I2[int], c: I3[[int], str], d: I4[str], e: I5[int], f: I6[[str], int], g: I7, h: I8[int, str], i: I9, j: I10, k: None, l: I12, m: I13, n: I14, o: I15[int], p: I16[int], q: I3[..., int], r: I2, s: I17[int], tt: I8):
    assert_type(a, int | str)
    assert_type(b, list[int] | None)
    assert_type(c, Callable[[int], str])
    assert_type(d, tuple[int, str])
    assert_type(e, dict[str, list[int] | None])
    assert_type(f, Callable[[int, str], int])
    assert_type(g, int | None)
    assert_type(h, int | list[str])
    assert_type(k, None)
    assert_type(o, list[int])
    assert_type(p, dict[int, int])
    assert_type(r, list[Any] | None)
    assert_type(tt, Any | list[Any])
def bad(a: I1[int], b: I2[int, str], c: I3[int], d: I7[int],  # E: [type-arg]  # E: [type-arg]  # E: [type-arg]  # E: [type-arg]  # E: [type-arg]
    e: I8[int],  # E: [type-arg]
    f: I2[3],  # E: [valid-type]
    g: I16[int, str],  # E: [type-arg]
    h: I17[str],  # E: [type-var]
    i: I9[int],  # E: [type-arg]
    j: I3[[int]],  # E: [type-arg]
    k: I3[int, [int]],  # E: [type-arg]  # E: [type-arg]
    l: I15[int, str],  # E: [type-arg]
    m: Url[int],  # E: [type-arg]
    ): ...
x1 = [int, str]
x2 = 3
x3 = {}
x4 = (lambda: 3)()
x5 = [int][0]
x6 = int if 1 < 2 else str
x7 = eval("int")
x8 = list or set
x9 = f"int"
x10 = (int, str)
x11 = "int"
x12 = True
def badv(a: x1,  # E: [valid-type]
    b: x2,  # E: [valid-type]
    c: x3,  # E: [valid-type]
    d: x4,  # E: [valid-type]
    e: x5,  # E: [valid-type]
    f: x6,  # E: [valid-type]
    g: x7,  # E: [valid-type]
    h: x8,  # E: [valid-type]
    i: x9,  # E: [valid-type]
    j: x10,  # E: [valid-type]
    k: x11,  # E: [valid-type]
    l: x12): ...  # E: [valid-type]
ListAlias = list
y1: ListAlias[int] = ListAlias()
y2 = ListAlias()
assert_type(ListAlias([3]), list[int])
LI: TA = list[int]
LI() 
y3 = I1()  # E: [operator]
y4 = I7()  # E: [operator]
UnionAlias: TA = list | dict
y5 = UnionAlias()  # E: [operator]
y6: TA = ListAlias[int, str]  # E: [type-arg]
class CC(ListAlias[int]): ...
class CD(UnionAlias): ...  # E: [valid-type]
class CE(I2[int]): ...  # E: [valid-type]
def fu() -> None:
    Loc: TA = int  # E: [misc]
    Loc2 = int
    z: Loc2 = 3  # E: [valid-type]
    Loc3 = list[int]
    w: Loc3 = [3]
    class LocalBase(Loc2):
        extra: int
    LocalBase(3).extra + ""  # E: [operator]
ReAl = int
if var: ReAl = str
def ra(x: ReAl): ...  # E: [valid-type]
Maybe: type[int] = int
def mb(x: Maybe): ...  # E: [valid-type]
MyA: TA = int
MyA = str  # E: [assignment]
Rec = list["Rec"] 
Rec2: TA = "dict[str, Rec2] | int"
Json: TA = dict[str, "Json"] | list["Json"] | str | int | None
j1: Json = {"a": [1, {"b": None}]}
j2: Json = {"a": [1, {"b": 3j}]}  # E: [dict-item]
RT: TA = Union[T, list["RT[T]"]]
r1: RT[int] = [1, [2, [3]]]
r2: RT[int] = [1, ["a"]]  # E: [list-item]
Cir1: TA = "Cir1"  # E: [misc]
Cir2: TA = Union["Cir2", int]  # E: [misc]
GA1 = TypeAliasType("GA1", int | str)
GA2 = TypeAliasType("GA2", list[T], type_params=(T,))
GA3 = TypeAliasType("GA3", "list[GA3] | int")
GA4 = TypeAliasType("GA4", list[T])  # E: [valid-type]
GA5 = TypeAliasType("GA5", list[S], type_params=(T,))  # E: [valid-type]
GA6 = TypeAliasType("GA6", Callable[P, T], type_params=(P, T))
GA7 = TypeAliasType("GA7", 3)  # E: [valid-type]
GA8 = TypeAliasType("GAX", int)  # E: [misc]
GA9 = TypeAliasType("GA9", "GA9")  # E: [misc]
GA10 = TypeAliasType("GA10", [int])  # E: [valid-type]
tp = (T,)
GA11 = TypeAliasType("GA11", list[T], type_params=tp)  # E: [misc]
GA12 = TypeAliasType("GA12", "GA13 | int")
GA13 = TypeAliasType("GA13", str)
GA14 = TypeAliasType("GA14", list[T], type_params=(3,))  # E: [valid-type]  # E: [misc]
GA15 = TypeAliasType("GA15", var)  # E: [valid-type]
GA1.__value__
GA1.foo  # E: [attr-defined]
def ga(a: GA1, b: GA2[int], c: GA6[[int], str], d: GA2[int, str], e: GA12):  # E: [type-arg]
    assert_type(a, int | str)
    assert_type(b, list[int])
    assert_type(c, Callable[[int], str])
    assert_type(e, str | int)
isinstance(3, GA1)  # E: [arg-type]
class GI(GA1): ...  # E: [valid-type]
# NewType
UserId = NewType("UserId", int)
UserId("x")  # E: [arg-type]
u: UserId = 3  # E: [assignment]
n: int = UserId(3) + 1
UserId(num=3)  # E: [call-arg]
assert_type(UserId(3), UserId)
class SubUid(UserId): ...  # E: [misc]
isinstance(3, UserId)  # E: [arg-type]
N1 = NewType("Wrong", int)  # E: [misc]
N2 = NewType("N2", int | str)  # E: [valid-newtype]
N3 = NewType("N3", list[T])  # E: [valid-type]
N4 = NewType("N4", list[int])
N5 = NewType("N5", Literal[3])  # E: [valid-newtype]
N6 = NewType("N6", UserId)
N7 = NewType("N7", Any)  # E: [valid-newtype]
N8 = NewType("N8", int, str)  # E: [misc]
class Pr(Protocol):
    x: int
N9 = NewType("N9", Pr)  # E: [misc]
class TDx(TypedDict):
    x: int
N10 = NewType("N10", TDx)  # E: [valid-newtype]
N11 = NewType("N11", "Later")
N12 = NewType("N12", list) 
N13 = NewType("N13", tuple[int, str])
N14: type[int] = NewType("N14", int)
N15 = NewType("N15", Sequence[int])
N16 = NewType("N16", int | None)  # E: [valid-newtype]
N17 = NewType("N17", "int | str")  # E: [valid-newtype]
def nt(x: UserId, y: type[UserId], z: N6):
    a: int = x
    b: UserId = z
    c: N6 = x  # E: [assignment]
N4[int]  # E: [index]
N4([1]).append(2)
UserId[int]  # E: [index]
_: type = UserId  # E: [assignment]
