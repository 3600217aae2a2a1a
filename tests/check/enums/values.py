# Enumerations: names and values of members.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto
from typing import Any, Literal, assert_type


class Color(Enum):
    RED = 1
    GREEN = "green"
    PAIR = (1, "x")


assert_type(Color.RED.value, int)
assert_type(Color.RED._value_, int)
assert_type(Color.GREEN.value, str)
assert_type(Color.PAIR.value, tuple[int, str])
assert_type(Color.RED.name, Literal["RED"])
assert_type(Color.RED._name_, Literal["RED"])
Color.RED.value = 3  # E: [misc]


def values(one: Literal[Color.RED, Color.GREEN], any_color: Color) -> None:
    assert_type(one.value, int | str)
    assert_type(any_color.value, int | str | tuple[int, str])
    assert_type(any_color.name, str)


class Auto(Enum):
    A = auto()
    B = auto()


assert_type(Auto.A.value, int)


class Text(StrEnum):
    A = auto()
    B = "b"


assert_type(Text.A.value, str)
s: str = Text.B
Text.A.upper()


class Number(IntEnum):
    A = 1
    B = auto()


assert_type(Number.A.value, int)
assert_type(Number.B.value, int)
assert_type(Number.A + 1, int)


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return name.lower()

    A = auto()


assert_type(Named.A.value, str)


class Planet(Enum):
    def __init__(self, value: int, mass: float, radius: float):
        self._value_ = value
        self.mass = mass
        self.radius = radius

    MERCURY = (1, 3.303e23, 2.4397e6)
    VENUS = (2, 4.869e24, 6.0518e6)
    MARS = (6.421e23, 3.3972e6)  # E: [call-arg]
    JUPITER = 5  # E: [call-arg]


assert_type(Planet.MERCURY.value, int)
assert_type(Planet.MERCURY.mass, float)


class Declared(Enum):
    _value_: int
    RED = 1
    GREEN = "green"  # E: [assignment]


class DeclaredPlanet(Enum):
    _value_: str

    def __init__(self, value: int, mass: float):
        self._value_ = value  # E: [assignment]

    MERCURY = (1, 3.303e23)


assert_type(DeclaredPlanet.MERCURY.value, str)


class Coordinate(bytes, Enum):
    def __new__(cls, value: int, label: str) -> "Coordinate":
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        return obj

    PX = (0, "P.X")
    PY = (1, 2)  # E: [arg-type]


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


assert_type(Permission.READ | Permission.WRITE, Permission)
assert_type(Permission.READ.value, int)


class Bits(IntFlag):
    A = 1
    B = 2


assert_type(Bits.A | Bits.B, Bits)
