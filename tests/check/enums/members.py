# Enumerations: which names of the body are members.
from enum import Enum, EnumType, Flag, IntEnum, StrEnum, auto, member, nonmember
from typing import Literal, assert_type


class Color(Enum):
    RED = 1
    GREEN = "green"
    BLUE = (1, 2)


assert_type(Color.RED, Literal[Color.RED])
assert_type(Color["GREEN"], Literal[Color.GREEN])
c: Literal[Color.RED] = Color.RED
c = Color.GREEN  # E: [assignment]
for color in Color:
    assert_type(color, Color)
assert_type(list(Color), list[Color])
assert_type(Color(1), Color)
assert_type(len(Color), int)
Color.PURPLE  # E: [attr-defined]
Color.RED = 3  # E: [misc]


class Custom(Enum):
    pass


class Shade(Custom):
    DARK = 1


assert_type(Shade.DARK, Literal[Shade.DARK])


class CustomType(EnumType):
    pass


class CustomEnum(metaclass=CustomType):
    pass


class Tone(CustomEnum):
    HIGH = 1
    LOW = 2


assert_type(Tone.HIGH, Literal[Tone.HIGH])


class More(Color):  # E: [misc]
    EXTRA = 4


def identity(x: int) -> int:
    return x


class Pet(Enum):
    genus: str
    species: str
    CAT = 1
    DOG: int = 2  # E: [misc]

    converter = lambda x: str(x)
    transform = identity

    @property
    def kind(self) -> str:
        return "mammal"

    def speak(self) -> None:
        print("meow" if self is Pet.CAT else "woof")

    class Nested: ...


p: Literal[Pet.genus]  # E: [valid-type]
q: Literal[Pet.converter]  # E: [valid-type]
r: Literal[Pet.kind]  # E: [valid-type]
s: Literal[Pet.speak]  # E: [valid-type]
t: Literal[Pet.Nested]  # E: [valid-type]
assert_type(Pet.CAT.genus, str)
assert_type(Pet.CAT.kind, str)


class Light(Enum):
    RED = 1
    GREEN = 2
    YELLOW = 3
    AMBER = YELLOW
    BROWN = 3


assert_type(Light.AMBER, Literal[Light.YELLOW])
assert_type(Light.BROWN, Literal[Light.YELLOW])
a: Literal[Light.YELLOW] = Light.AMBER


class Example(Enum):
    a = member(1)
    b = nonmember(2)

    @member
    def c(self) -> None:
        pass

    def d(self) -> None:
        pass


assert_type(Example.a, Literal[Example.a])
assert_type(Example.b, int)
assert_type(Example.c, Literal[Example.c])
Example.d.value  # E: [attr-defined]


class Private(Enum):
    A = 1
    __B = 2

    def method(self) -> None:
        assert_type(Private.__B, int)


Private.__B  # E: [attr-defined]


class Ignoring(Enum):
    _ignore_ = "DOG FISH"
    CAT = 1
    DOG = 2
    FISH = 3


u: Literal[Ignoring.DOG]  # E: [valid-type]
v: Literal[Ignoring.CAT]


class Twice(Enum):
    ONE = 1
    ONE = 2  # E: Attempted to reuse member name "ONE" in Enum definition "Twice" [misc]


class Mixed(int, Enum):
    ONE = 1
    TWO = 2


n: int = Mixed.ONE
Mixed.ONE + 1


class Wrong(Enum, int):  # E: [misc]
    pass
