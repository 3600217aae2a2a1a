# Dataclasses: fields, the constructor, order of defaults, comparison.
from dataclasses import KW_ONLY, InitVar, asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Final, Generic, Hashable, Literal, TypeVar, assert_type


@dataclass
class Item:
    name: str
    price: float
    count: int = 0
    tags: list[str] = field(default_factory=list)
    cached: int = field(init=False, default=0)
    total: ClassVar[int] = 0
    plain = 3

    def cost(self) -> float:
        return self.price * self.count


i = Item("a", 1.0)
Item("a", 1.0, 3, ["x"])
Item(name="a", price=1)
Item("a")  # E: [call-arg]
Item("a", "b")  # E: [arg-type]
Item("a", 1.0, 1, [1])  # E
Item("a", 1.0, 1, [], 1)  # E: [call-arg]
Item("a", 1.0, cached=1)  # E: [call-arg]
assert_type(i.cost(), float)
assert_type(Item.__match_args__, tuple[Literal["name"], Literal["price"], Literal["count"], Literal["tags"]])
i.name = 3  # E: [assignment]


@dataclass
class BadOrder:
    a: int = 0
    b: str  # E: [misc]
    c: int = field(default=1)
    d: int = field()  # E: [misc]
    e: int = field(init=False)


@dataclass(init=False)
class NoInit:
    a: int = 0
    b: str


@dataclass
class BadDefaults:
    a: int = ""  # E: [assignment]
    b: int = field(default="")  # E: [assignment]
    c: str = field(default_factory=int)  # E
    d: int = field(default=1, default_factory=int)  # E: [call-overload]


@dataclass(order=True)
class Ordered:
    a: int


@dataclass
class Unordered:
    a: int


Ordered(1) < Ordered(2)
Unordered(1) < Unordered(2)  # E: [operator]
Ordered(1) < 1  # E: [operator]
Ordered(1) == Unordered(1)


@dataclass(kw_only=True)
class Keywords:
    a: int = 0
    b: str


Keywords(b="")
Keywords(1, b="")  # E: [call-arg]


@dataclass
class Marker:
    a: int
    _: KW_ONLY
    b: int = 0
    c: str


Marker(1, c="")
Marker(1, 2, "")  # E: [call-arg]


@dataclass
class Mixed:
    a: str
    b: int = field(kw_only=True, default=3)
    c: str = field(default="")


Mixed("", "")
Mixed("", "", b=1)
Mixed("", "", 1)  # E: [call-arg]


@dataclass
class TwoMarkers:
    _: KW_ONLY
    a: int
    __: KW_ONLY  # E: [misc]
    b: int


@dataclass
class Base:
    x: Any = 15.0
    y: int = 0


@dataclass
class Derived(Base):
    z: int = 10
    x: int = 15


d = Derived(1, 2, 3)
assert_type(d.x, int)
Derived("")  # E: [arg-type]


@dataclass
class NeedsDefault(Base):
    w: int  # E: [misc]


T = TypeVar("T")


@dataclass
class Box(Generic[T]):
    item: T
    more: list[T] = field(default_factory=list)


assert_type(Box(1), Box[int])
assert_type(Box("").item, str)
Box[int]("")  # E: [arg-type]


@dataclass
class NewBox[S]:
    item: S


assert_type(NewBox(1), NewBox[int])


@dataclass
class IntBox(Box[int]):
    label: str = ""


IntBox("")  # E: [arg-type]
assert_type(IntBox(1).item, int)


@dataclass
class FinalField:
    a: Final[int]
    b: Final = 3


f = FinalField(1)
f.a = 3  # E: [misc]
assert_type(replace(f, a=2), FinalField)
assert_type(asdict(f), dict[str, Any])


@dataclass
class Unhashable:
    a: int


@dataclass(frozen=True)
class FrozenHash:
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


h1: Hashable = Unhashable(1)  # E: [assignment]
h2: Hashable = FrozenHash(1)
h3: Hashable = UnsafeHash(1)
h4: Hashable = NoEq(1)
h5: Hashable = OwnHash(1)


@dataclass(order=True)
class CustomOrder:
    a: int

    def __lt__(self, other: "CustomOrder") -> bool:  # E: [misc]
        return True


@dataclass
class OwnInit:
    a: int

    def __init__(self, value: str) -> None:
        self.a = int(value)


OwnInit("3")
OwnInit(3)  # E: [arg-type]


@dataclass
class Callback:
    function: "Callback | None" = None


Callback(Callback())


class NotDataclass:
    z: int = 3


@dataclass
class FromPlain(NotDataclass):
    a: int


FromPlain(1)
FromPlain(1, 2)  # E: [call-arg]


def matched(item: Item) -> None:
    match item:
        case Item(name, price):
            assert_type(name, str)
            assert_type(price, float)
