# Type aliases of every form, and NewType.
from typing import *
from typing import TypeAlias as TA
import typing as t
from typing_extensions import TypeAliasType
from collections.abc import Callable as C2, Sequence
T = TypeVar("T"); S = TypeVar("S"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); F = TypeVar("F", bound=float)
Url = str
def retry(url: Url, n: int) -> None: ...
Response = dict[int, T]
U1: TA = "int | str"
U2 = "int"
U3: TA = "Later"
class Later: ...
def u3(x: U3): assert_type(x, Later)
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
I11 = None
I12 = t.List[int]
I13 = type[int]
I14 = C2[[int], str]
I15 = list
I16 = dict[T, T]
I17 = list[F]
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
ListAlias = list
y1: ListAlias[int] = ListAlias()
y2 = ListAlias()
assert_type(ListAlias([3]), list[int])
LI: TA = list[int]
LI() 
UnionAlias: TA = list | dict
class CC(ListAlias[int]): ...
def fu() -> None:
    Loc2 = int
    z: Loc2 = 3
ReAl = int
if var: ReAl = str
Maybe: type[int] = int
MyA: TA = int
Rec = list["Rec"] 
Rec2: TA = "dict[str, Rec2] | int"
Json: TA = dict[str, "Json"] | list["Json"] | str | int | None
j1: Json = {"a": [1, {"b": None}]}
RT: TA = Union[T, list["RT[T]"]]
r1: RT[int] = [1, [2, [3]]]
GA1 = TypeAliasType("GA1", int | str)
GA2 = TypeAliasType("GA2", list[T], type_params=(T,))
GA3 = TypeAliasType("GA3", "list[GA3] | int")
GA6 = TypeAliasType("GA6", Callable[P, T], type_params=(P, T))
tp = (T,)
GA12 = TypeAliasType("GA12", "GA13 | int")
GA13 = TypeAliasType("GA13", str)
GA1.__value__
# NewType
UserId = NewType("UserId", int)
n: int = UserId(3) + 1
assert_type(UserId(3), UserId)
N4 = NewType("N4", list[int])
N6 = NewType("N6", UserId)
class Pr(Protocol):
    x: int
class TDx(TypedDict):
    x: int
N11 = NewType("N11", "Later")
N12 = NewType("N12", list) 
N13 = NewType("N13", tuple[int, str])
N14: type[int] = NewType("N14", int)
N15 = NewType("N15", Sequence[int])
def nt(x: UserId, y: type[UserId], z: N6):
    a: int = x
    b: UserId = z
N4([1]).append(2)
