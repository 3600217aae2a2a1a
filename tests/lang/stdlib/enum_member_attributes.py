# What members have of their own, of enums with values of each kind, and special names in a body that are not the program's own strings.
from dataclasses import dataclass
from enum import Enum, EnumType, Flag, IntEnum, IntFlag, StrEnum, auto


@dataclass(frozen=True)
class Part:
    x: int
    y: str = "d"


class Plain(Enum):
    A = 1
    B = "b"
    C = 1
    D = (1, 2)
    E = [1]
    F = [1]


class Text(str, Enum):
    A = "a"
    B = "b"
    C = b"c", "ascii"
    D = "a"


class Number(IntEnum):
    A = 1
    B = auto()
    C = "11", 2


class Word(StrEnum):
    ONE = auto()
    TWO = "two"
    THREE = b"three", "ascii"


class Bits(Flag):
    A = auto()
    B = auto()
    AB = 3


class IntBits(IntFlag):
    A = 4
    B = auto()


class Parts(Part, Enum):
    A = 1
    B = 2, "z"
    C = 1, "d"


class Floats(float, Enum):
    HALF = 0.5
    QUARTER = "0.25"


class Tuples(tuple, Enum):
    A = (1, 2)
    B = [3]


class OwnNew(str, Enum):
    A = 1
    B = 2

    def __new__(cls, number):
        made = str.__new__(cls, "n" * number)
        made._value_ = -number
        made.number = number
        return made


class OwnInit(Enum):
    A = 1, 2
    B = 3, 4

    def __init__(self, left, right):
        self.left, self.right = left, right


class Slotted(Enum):
    __slots__ = ("extra",)
    A = 1
    B = 2


for cls in (Plain, Text, Number, Word, Bits, IntBits, Parts, Floats, Tuples, OwnNew, OwnInit, Slotted):
    print(cls.__name__, list(cls.__members__), [each.name for each in cls._value2member_map_.values()])
    for name, each in cls.__members__.items():
        own = dict(each.__dict__)
        print("   ", name, own.pop("__objclass__") is cls, own, repr(each._value_), type(each._value_).__name__, each.name)
    first = next(iter(cls))
    first.note = 1
    print("   ", [getattr(each, "note", None) for each in cls], len(cls))

for special in ("_ignore_", "_order_", "__str__", "_generate_next_value_", "_other_"):
    body = EnumType.__prepare__("Made", (StrEnum,))
    try:
        key = "".join(special)
        body["".join(list(special))] = {"_ignore_": "X", "_order_": "A B", "__str__": lambda self: "text"}.get(special, lambda *args: "next")
        body["X" if special == "_ignore_" else "B"] = "x"
        body["A"] = auto()
        body["__module__"] = "m"
        made = EnumType("Made", (StrEnum,), body)
        print(special, list(made), [str(each) for each in made])
    except Exception as error:
        print(special, type(error).__name__, error)
