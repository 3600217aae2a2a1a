# Members: bodies, self attributes, inheritance, class variables.
from typing import Any, ClassVar, Final, Generic, NewType, TypeVar, overload
T = TypeVar("T")

class A:
    x = 3
    y: int
    z: ClassVar[str] = ""
    w = None
    def __init__(self, v: int) -> None:
        self.v = v
        self.w = 3
        self.later: str
        self._private = [1]
        self.__mangled = "a"
    def set(self) -> None:
        self.u = "a"
        self.y = ""  # E: [assignment]
        self.__mangled = ""
    @classmethod
    def on_class(cls) -> None:
        cls.count = 0

a = A(1)
reveal_type(a.x)  # N: Revealed type is "builtins.int"
reveal_type(a.y)  # N: Revealed type is "builtins.int"
reveal_type(a.z)  # N: Revealed type is "builtins.str"
reveal_type(a.w)  # N: Revealed type is "None | builtins.int"
reveal_type(a.v)  # N: Revealed type is "builtins.int"
reveal_type(a.u)  # N: Revealed type is "builtins.str"
reveal_type(a.later)  # N: Revealed type is "builtins.str"
reveal_type(A.x)  # N: Revealed type is "builtins.int"
reveal_type(A.z)  # N: Revealed type is "builtins.str"
reveal_type(A.count)  # N: Revealed type is "builtins.int"
A.v  # E:
a.nothing  # E: [attr-defined]
a.set.nothing  # E: [attr-defined]

class B(A):
    y = 4
    def __init__(self) -> None:
        super().__init__(3)
        reveal_type(super().x)  # N: Revealed type is "builtins.int"
        reveal_type(self.v)  # N: Revealed type is "builtins.int"

b = B()
reveal_type(b.y)  # N: Revealed type is "builtins.int"
reveal_type(b.u)  # N: Revealed type is "builtins.str"

class Base(Generic[T]):
    item: T
    items: list[T]
    def get(self) -> T:
        return self.item
    def pair(self) -> tuple[T, T]:
        return (self.item, self.item)
class Mid(Base[list[T]]): ...
class Leaf(Mid[int]):
    extra: str
leaf = Leaf()
reveal_type(leaf.item)  # N: Revealed type is "builtins.list[builtins.int]"
reveal_type(leaf.items)  # N: Revealed type is "builtins.list[builtins.list[builtins.int]]"
reveal_type(leaf.get())  # N: Revealed type is "builtins.list[builtins.int]"
reveal_type(leaf.pair())  # N: Revealed type is "tuple[builtins.list[builtins.int], builtins.list[builtins.int]]"

class Wide:
    value: int | None = None
class Narrow(Wide):
    value = None
def inherited(n: Narrow) -> None:
    reveal_type(n.value)  # N: Revealed type is "builtins.int | None"
    n.value = 3

UserId = NewType("UserId", int)
u = UserId(3)
reveal_type(u)  # N: Revealed type is "members.UserId"
n: int = u
u2: UserId = 3  # E: [assignment]
UserId("a")  # E: [arg-type]
class SubUser(UserId): ...  # E:
Wrong = NewType("Other", int)  # E: [misc]
N1 = NewType("N1", int | str)  # E: [valid-newtype]
N2 = NewType("N2", list[int])
N3 = NewType("N3", T)  # E:
N4 = NewType("N4", int, int)  # E:
N5 = NewType("N5", Any)  # E:
reveal_type(u + 1)  # N: Revealed type is "builtins.int"
N2([1]).append(3)
isinstance(u, UserId)  # E:

Dynamic = type("Dynamic", (A,), {"extra": 3})
d = Dynamic(1)
reveal_type(d.extra)  # N: Revealed type is "builtins.int"
reveal_type(d.x)  # N: Revealed type is "builtins.int"

class Outer:
    class Inner:
        def hello(self) -> "Outer.Inner":
            return self
    def make(self) -> Inner:
        return Outer.Inner()
reveal_type(Outer().make().hello())  # N: Revealed type is "members.Outer.Inner"

class Slots:
    __slots__ = ("a",)
    def __init__(self) -> None:
        self.a = 1

class Meta(type):
    registry: list[str] = []
    @property
    def title(cls) -> str:
        return cls.__name__
    def create(cls: type[T]) -> T:
        return cls()
class WithMeta(metaclass=Meta): ...
reveal_type(WithMeta.registry)  # N: Revealed type is "builtins.list[builtins.str]"
reveal_type(WithMeta.title)  # N: Revealed type is "builtins.str"
reveal_type(WithMeta.create())  # N: Revealed type is "members.WithMeta"
WithMeta().registry  # E: [attr-defined]
class ViaMeta(WithMeta): ...
reveal_type(ViaMeta.title)  # N: Revealed type is "builtins.str"
from missing_module import Unknown  # type: ignore
class FromUnknown(Unknown):
    def f(self) -> None:
        self.anything.goes()
FromUnknown().x.y
FromUnknown(1, 2, 3)
