# Enumerations: less common forms.
from enum import Enum, Flag, IntEnum, StrEnum, auto, unique, verify, UNIQUE
from functools import cached_property
from typing import Any, Callable, ClassVar, Final, Literal, assert_type

Color2 = Enum("Color2", "RED", "GREEN")
assert_type(Color2.GREEN, Literal[Color2.GREEN])


@unique
class Unique(Enum):
    A = 1
    B = 2

    def describe(self) -> str:
        match self:
            case Unique.A:
                return "a"
            case Unique.B:
                return "b"

    @classmethod
    def parse(cls, text: str) -> "Unique":
        return cls[text.upper()]

    @classmethod
    def all(cls) -> list["Unique"]:
        return list(cls)

    @property
    def next(self) -> "Unique":
        return Unique.B if self is Unique.A else Unique.A

    @staticmethod
    def default() -> "Unique":
        return Unique.A


assert_type(Unique.parse("a"), Unique)
assert_type(Unique.A.next.next, Unique)
assert_type([c.name for c in Unique], list[str])
assert_type({c.name: c.value for c in Unique}, dict[str, int])
table: dict[Unique, str] = {Unique.A: "a", Unique.B: "b"}
handlers: dict[Unique, Callable[[int], int]] = {Unique.A: lambda x: x + 1}
assert_type(Unique.__members__["A"], Unique)
assert_type(Unique.A == Unique.B, bool)
Unique.A in Unique
assert_type(str(Unique.A), str)
hash(Unique.A)
sorted(Unique, key=lambda u: u.value)
max(Unique, key=lambda u: u.value)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


assert_type(Level.LOW < Level.HIGH, bool)
assert_type(Level.LOW + 1, int)
levels: list[int] = [Level.LOW, 3]
assert_type(max(Level.LOW, Level.HIGH), Level)


class Op(Enum):
    PLUS = "+"
    MINUS = "-"

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol

    def apply(self, a: float, b: float) -> float:
        return a + b if self is Op.PLUS else a - b


assert_type(Op.PLUS.symbol, str)
assert_type(Op("+").apply(1, 2), float)


class Weekday(Enum):
    MONDAY = (1, "mon")
    TUESDAY = (2, "tue")

    def __new__(cls, number: int, short: str) -> "Weekday":
        obj = object.__new__(cls)
        obj._value_ = number
        obj.short = short
        return obj

    short: str


assert_type(Weekday.MONDAY.short, str)


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


p = Perm.R | Perm.W
assert_type(p, Perm)
assert_type(p & Perm.R, Perm)
assert_type(~p, Perm)
Perm.R in p
if p:
    pass
for flag in p:
    assert_type(flag, Perm)


class Base(Enum):
    def shout(self) -> str:
        return self.name.upper()


class Concrete(Base):
    X = auto()
    Y = auto()


assert_type(Concrete.X.shout(), str)


class Single(Enum):
    TOKEN = 0


def sentinel(x: int | Single = Single.TOKEN) -> int:
    if x is Single.TOKEN:
        return 0
    assert_type(x, int)
    return x


def literal(x: Literal[Level.LOW, Level.HIGH]) -> Level:
    return x


literal(Level.LOW)
literal(Level(1))
literal(1)  # E: [arg-type]


class Text(StrEnum):
    A = "a"
    B = auto()


assert_type(Text.A.upper(), str)
assert_type(Text.A + "x", str)
assert_type(f"{Text.A}", str)
mapping: dict[str, int] = {Text.A: 1}


def keyed(x: Unique) -> str:
    return {Unique.A: "a", Unique.B: "b"}[x]


def partial(x: Unique | None) -> int:
    if x is None:
        return 0
    if x in (Unique.A, Unique.B):
        return 1
    return 2


class WithNested(Enum):
    A = 1

    class Config:
        flag = True


assert_type(WithNested.Config.flag, bool)


class Missing(Enum):
    A = "a"

    @classmethod
    def _missing_(cls, value: object) -> "Missing":
        return cls.A


class Comparable(Enum):
    A = 1
    B = 2

    def __lt__(self, other: "Comparable") -> bool:
        return self.value < other.value


Comparable.A < Comparable.B
Unique.A < Unique.B  # E: [operator]


class AnnotatedAliases(Enum):
    first = "x"
    second: str = "x"  # E: [misc]
    third: str = first  # E: [misc]
