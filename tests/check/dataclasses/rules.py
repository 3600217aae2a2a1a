# dataclasses: what the module's documentation and the specification say, rule by rule.
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace, make_dataclass
import dataclasses
from typing import Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, Protocol, TypeVar, assert_type, overload, Self

T = TypeVar("T")


@dataclass
class Item:
    name: str
    price: float
    count: int = 0
    office = "unassigned"
    tags: list[str] = field(default_factory=list)

    def total(self) -> float:
        return self.price * self.count


Item("a", 1.0)
Item("a", 1.0, 2, ["x"])
Item(name="a", price=1.0, tags=[])
Item("a")  # E: [call-arg]
Item("a", "b")  # E: [arg-type]
Item("a", 1.0, 2, [], 3)  # E: [call-arg]
Item("a", 1.0, office="x")  # E: [call-arg]
Item(price=2)  # E: [call-arg]
Item("a", 1.0, tags=[1])  # E: [arg-type]
assert_type(Item("a", 1).total(), float)


@dataclass
class Order1:
    a: int = 0
    b: int  # E: [misc]


@dataclass
class Order2:
    a: int = field(default=1)
    b: int  # E: [misc]


@dataclass
class Order3:
    a: int = field(default_factory=int)
    b: int = field(init=False)
    c: int  # E: [misc]


@dataclass
class Order4:
    a: int = 0
    b: int = field(init=False)
    c: int = field(kw_only=True)
    d: ClassVar[int]


@dataclass(init=False)
class Order5:
    a: int = 0
    b: int


@dataclass(kw_only=True)
class Order6:
    a: int = 0
    b: int


@dataclass
class Base1:
    a: int = 0


@dataclass
class Derived1(Base1):
    b: str  # E: [misc]


@dataclass
class Derived2(Base1):
    b: str = field(kw_only=True)


# ---- defaults
@dataclass
class Defaults:
    a: int = ""  # E: [assignment]
    b: int = field(default="")  # E: [assignment]
    c: list[int] = field(default_factory=dict)  # E: [assignment]
    d: str = "x"
    e: bytes = b""
    f: float = 1
    g: int = field(default=1, default_factory=int)  # E: [call-overload]
    h: list[str] = field(default_factory=lambda: ["a"])
    i: int | None = field(default=None)


# ---- kw_only
@dataclass
class Sentinel:
    a: int
    _: KW_ONLY
    b: int = 1
    c: str


Sentinel(1, c="")
Sentinel(1, b=2, c="")
Sentinel(1, 2, "")  # E: [call-arg]
Sentinel(1)  # E: [call-arg]


@dataclass
class TwoSentinels:
    a: int
    _: KW_ONLY
    b: int
    __: KW_ONLY  # E: [misc]
    c: int


@dataclass(kw_only=True)
class AllKeyword:
    a: int
    b: int = field(kw_only=False)


AllKeyword(1, a=2)
AllKeyword(1, 2)  # E: [call-arg]


@dataclass
class KeywordChild(AllKeyword):
    c: int = 3


KeywordChild(1, 3, a=2)


# ---- InitVar and __post_init__
@dataclass
class WithInit:
    x: int
    database: InitVar[str]
    other: InitVar[int] = 3
    y: int = field(init=False)

    def __post_init__(self, database: str, other: int) -> None:
        self.y = len(database) + other


w = WithInit(1, "d")
WithInit(1, "d", 4)
WithInit(1, 2)  # E: [arg-type]
w.database  # E: [attr-defined]
assert_type(w.y, int)


@dataclass
class WrongPost:
    x: InitVar[int]
    y: InitVar[str]

    def __post_init__(self, x: int, y: int) -> None: ...  # E: [override]


@dataclass
class ShortPost:
    x: InitVar[int]
    y: InitVar[str]

    def __post_init__(self, x: int) -> None: ...  # E: [override]


@dataclass
class NamesPost:
    x: InitVar[int]

    def __post_init__(self, anything: int) -> None: ...


@dataclass
class ChildPost(WithInit):
    z: InitVar[bytes] = b""

    def __post_init__(self, database: str, other: int, z: bytes) -> None: ...


# ---- frozen
@dataclass(frozen=True)
class Frozen:
    a: int
    b: str = ""


fr = Frozen(1)
fr.a = 2  # E: [misc]
fr.b += "x"  # E: [misc]
del fr.a  # E: [misc]
hash(fr)
Frozen.b


@dataclass
class NotFrozen(Frozen):  # E: [misc]
    c: int = 0


@dataclass
class Plain:
    a: int


@dataclass(frozen=True)
class FrozenChild(Plain):  # E: [misc]
    b: int


class Regular(Frozen):
    d: int = 3

    def method(self) -> None:
        self.a = 3  # E: [misc]


# ---- order
@dataclass(order=True)
class Ordered:
    a: int


@dataclass
class Unordered:
    a: int


Ordered(1) < Ordered(2)
Ordered(1) >= Ordered(2)
Ordered(1) < 3  # E: [operator]
Unordered(1) < Unordered(2)  # E: [operator]
Unordered(1) == Unordered(2)
Ordered(1) < Unordered(1)  # E: [operator]


@dataclass(order=True, eq=False)
class OrderNoEq:  # E: [misc]
    a: int


@dataclass(order=True)
class OrderOwn:
    a: int

    def __lt__(self, other: object) -> bool: ...  # E: [misc]


# ---- hash
from collections.abc import Hashable


@dataclass
class DefaultHash:
    a: int


@dataclass(unsafe_hash=True)
class UnsafeHash:
    a: int


@dataclass(eq=False)
class NoEq:
    a: int


@dataclass
class OwnHash:
    a: int

    def __hash__(self) -> int:
        return 0


h1: Hashable = DefaultHash(1)  # E: [assignment]
h2: Hashable = UnsafeHash(1)
h3: Hashable = NoEq(1)
h4: Hashable = Frozen(1)
h5: Hashable = OwnHash(1)
DefaultHash(1).__hash__()  # E: [operator]


# ---- slots
@dataclass(slots=True)
class Slotted:
    a: int

    def set_other(self) -> None:
        self.a = 3
        self.b = 3  # E: [misc]


@dataclass(slots=True)
class SlotsTwice:  # E: [misc]
    __slots__ = ("a",)
    a: int


@dataclass
class OwnSlots:
    __slots__ = ("a",)
    a: int
    b: ClassVar[int] = 0


Slotted.__slots__
Unordered.__slots__  # E: [attr-defined]


# ---- match_args
@dataclass
class Point:
    x: int
    y: int
    z: int = field(kw_only=True, default=0)


assert_type(Point.__match_args__, tuple[Literal["x"], Literal["y"]])


@dataclass(match_args=False)
class NoMatch:
    x: int


NoMatch.__match_args__  # E: [attr-defined]


def matching(p: Point | int):
    match p:
        case Point(a, b):
            assert_type(a, int)
        case Point(a, b, c):  # E: [misc]
            pass


# ---- generic
@dataclass
class Box(Generic[T]):
    value: T
    items: list[T] = field(default_factory=list)


assert_type(Box(1), Box[int])
assert_type(Box("a").value, str)
Box[int]("a")  # E: [arg-type]


@dataclass
class IntBox(Box[int]):
    extra: str = ""


IntBox(1)
IntBox("a")  # E: [arg-type]


@dataclass
class Modern[K, V]:
    key: K
    value: V


assert_type(Modern(1, "a"), Modern[int, str])


# ---- inheritance
@dataclass
class P1:
    x: Any = 15.0
    y: int = 0


@dataclass
class P2(P1):
    z: int = 10
    x: int = 15


P2(1, 2, 3)
P2("a")  # E: [arg-type]


@dataclass
class Uninit:
    x: int

    def __init__(self, a: str) -> None:
        self.x = int(a)


Uninit("1")
Uninit(1)  # E: [arg-type]


@dataclass
class UninitChild(Uninit):
    y: int


UninitChild(1, 2)
UninitChild("1")  # E: [call-arg]


class NotDataclass(Point):
    w: int


NotDataclass(1, 2)
NotDataclass(1, 2, w=3)  # E: [call-arg]


@dataclass(init=False)
class NoInit:
    a: int


NoInit()
NoInit(1)  # E: [call-arg]


# ---- functions
@dataclass
class Callbacks:
    f: Callable[[int], str]
    g: Callable[[int], str] = str


cb = Callbacks(lambda i: str(i))
assert_type(cb.f(1), str)
asdict(cb)
asdict(3)  # E: [arg-type]
replace(cb, f=str)
fields(Callbacks)
fields(cb)
assert_type(asdict(cb), dict[str, Any])
assert_type(astuple(cb), tuple[Any, ...])
assert_type(replace(Item("a", 1)), Item)
cb.__dataclass_fields__
Item.__dataclass_fields__


def guard(x: object):
    if is_dataclass(x) and not isinstance(x, type):
        asdict(x)


class DataclassProto(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


v1: DataclassProto = cb
v2: DataclassProto = 3  # E: [assignment]
v3: DataclassProto = Item("", 1)


# ---- descriptors
class Desc:
    @overload
    def __get__(self, obj: None, owner: Any) -> "Desc": ...
    @overload
    def __get__(self, obj: object, owner: Any) -> int: ...
    def __get__(self, obj: object | None, owner: Any) -> "int | Desc": ...

    def __set__(self, obj: object, value: int) -> None: ...


@dataclass
class WithDesc:
    y: Desc = Desc()


WithDesc(3)
WithDesc("a")  # E: [arg-type]
assert_type(WithDesc(3).y, int)
assert_type(WithDesc.y, Desc)


@dataclasses.dataclass()
class Called:
    a: int


Called(1)
Called()  # E: [call-arg]


@dataclass
class Properties:
    a: int

    @property
    def b(self) -> str: ...

    @classmethod
    def make(cls) -> Self:
        return cls(1)


assert_type(Properties.make(), Properties)
Properties(1).b = ""  # E: [misc]


@dataclass(foo=True)  # E: [call-overload]
class BadOption:
    a: int


@dataclass
class BadField:
    a: int = field(foo=1)  # E: [call-overload]
    b = field(default=1)  # E: [misc]
    c: int = field(3)  # E: [call-overload]
