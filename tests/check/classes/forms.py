# Kinds of classes together: recursive bases, named tuples, enums, descriptors, metaclasses, class keywords.
from __future__ import annotations
import collections, enum, abc, functools, dataclasses
from typing import *
from typing_extensions import deprecated
T = TypeVar("T")
K = TypeVar("K")
class Node(dict[str, "Node"]):
    parent: Node | None
n = Node()
reveal_type(n["a"])  # N: Revealed type is "forms.Node"
reveal_type(n["a"].parent)  # N: Revealed type is "forms.Node | None"
class Base(Generic[T]):
    def me(self) -> T: ...
class Curious(Base["Curious"]):
    x: int
reveal_type(Curious().me().x)  # N: Revealed type is "builtins.int"
class A(Generic[T], Base["A[T]"]):
    y: T
reveal_type(A[int]().me().y)  # N: Revealed type is "builtins.int"
class Emp(NamedTuple):
    name: str
    boss: "Emp | None" = None
    def hello(self) -> str: return self.name
e = Emp("a", Emp("b"))
reveal_type(e.boss)  # N: Revealed type is "forms.Emp | None"
reveal_type(e[1])  # N: Revealed type is "forms.Emp | None"
a, b = e
reveal_type(b)  # N: Revealed type is "forms.Emp | None"
class SubEmp(Emp):
    extra = 3
reveal_type(SubEmp("a").name)  # N: Revealed type is "builtins.str"
reveal_type(SubEmp("a")[0])  # N: Revealed type is "builtins.str"
x: tuple[str, Emp | None] = SubEmp("x")
class GNT(NamedTuple, Generic[T]):
    v: T
reveal_type(GNT(3))  # N: Revealed type is "forms.GNT[builtins.int]"
reveal_type(GNT(3).v)  # N: Revealed type is "builtins.int"
P = collections.namedtuple("P", "x y")
p = P(1, 2)
reveal_type(p.x)  # N: Revealed type is "Any"
reveal_type(p)  # N: Revealed type is "forms.P"
Q = NamedTuple("Q", [("a", int), ("b", str)])
reveal_type(Q(1, "").b)  # N: Revealed type is "builtins.str"
class Color(enum.Enum):
    RED = 1
    GREEN = "g"
    def m(self) -> Color: return Color.RED
    @property
    def prop(self) -> int: return 3
reveal_type(Color.RED.m())  # N: Revealed type is "forms.Color"
reveal_type(Color.GREEN.value)  # N: Revealed type is "builtins.str"
reveal_type(Color("g"))  # N: Revealed type is "forms.Color"
reveal_type([c for c in Color])  # N: Revealed type is "builtins.list[forms.Color]"
Anim = enum.Enum("Anim", "CAT DOG")
reveal_type(Anim.CAT)  # N: Revealed type is "forms.Anim"
reveal_type(Color["RED"])  # N: Revealed type is "forms.Color"
class WithAlias:
    Items = list[int]
    TV = TypeVar("TV")
    def f(self, x: Items) -> Items: return x
    def g(self, x: TV) -> list[TV]: return [x]
reveal_type(WithAlias().f([1]))  # N: Revealed type is "builtins.list[builtins.int]"
reveal_type(WithAlias().g(""))  # N: Revealed type is "builtins.list[builtins.str]"
class Desc(Generic[T]):
    @overload
    def __get__(self, i: None, o: type) -> Desc[T]: ...
    @overload
    def __get__(self, i: object, o: type) -> T: ...
    def __get__(self, i: Any, o: Any) -> Any: ...
    def __set__(self, i: object, v: T) -> None: ...
class UsesDesc:
    d: Desc[int] = Desc()
reveal_type(UsesDesc().d)  # N: Revealed type is "builtins.int"
reveal_type(UsesDesc.d)  # N: Revealed type is "forms.Desc[builtins.int]"
UsesDesc().d = ""  # E: [assignment]
class Cls:
    attr: int
    def __init_subclass__(cls, /, tag: str, **kw: Any) -> None: ...
class Sub1(Cls, tag="x"): ...
class Sub2(Cls): ...  # E: [call-arg]
class Sub3(Cls, tag=3): ...  # E: [arg-type]
def deco(cls: type[T]) -> type[T]: return cls
@deco
class Decorated:
    z: int
reveal_type(Decorated().z)  # N: Revealed type is "builtins.int"
@dataclasses.dataclass
class DC(Generic[T]):
    a: T
    b: list[T] = dataclasses.field(default_factory=list)
reveal_type(DC(1))  # N: Revealed type is "forms.DC[builtins.int]"
reveal_type(DC(1).b)  # N: Revealed type is "builtins.list[builtins.int]"
TD = TypedDict("TD", {"a": int, "b": NotRequired[str]})
td: TD = {"a": 1}
reveal_type(td["a"])  # N: Revealed type is "builtins.int"
class TD2(TD, Generic[T]):
    c: T
def ff(t: TD2[int]) -> None:
    reveal_type(t["c"])  # N: Revealed type is "builtins.int"
class Meta(abc.ABCMeta):
    def __len__(cls) -> int: ...
class UsesMeta(metaclass=Meta): ...
len(UsesMeta)
def mk(c: type[T], *a: Any) -> T: ...
reveal_type(mk(Curious))  # N: Revealed type is "forms.Curious"
cls_map: dict[str, type[Base[Any]]] = {"a": Curious}
reveal_type(cls_map["a"]().me())  # N: Revealed type is "Any"
reveal_type(type(n))  # N: Revealed type is "type[forms.Node]"
reveal_type(type(n)())  # N: Revealed type is "forms.Node"
reveal_type(n.__class__)  # N: Revealed type is "type[forms.Node]"
