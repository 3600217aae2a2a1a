# The chapter on enumerations.
import enum
from enum import Enum, EnumMeta, EnumType, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, property as enum_property
from typing import Any, Callable, Final, Literal, Never, assert_never, assert_type, reveal_type


class Color(Enum):
    RED = 1
    GREEN = "green"
    BLUE = RGB = 3

    def __init__(self, value: object) -> None:
        self._value_ = value


Color.RED
Color["RED"]
Color(3)
assert_type(Color["RED"], Color)
assert_type(Color(3), Color)
Color.PURPLE  # E: [attr-defined]
for color in Color:
    assert_type(color, Color)
assert_type(list(Color), list[Color])
len(Color)
reversed(Color)
"RED" in Color.__members__
Color.RED in Color
Color.RED == Color.BLUE
Color.RED = 3  # E: [misc]
del Color.RED  # E: [misc]
Color.RED.value = 3  # E: [misc]
Color.RED.name = ""  # E: [misc]


class CustomEnum1(Enum):
    pass


class Color7(CustomEnum1):
    RED = 1


class CustomEnumType(EnumType):
    pass


class CustomEnum2(metaclass=CustomEnumType):
    pass


class Color8(CustomEnum2):
    RED = 1
    GREEN = 2


assert_type(Color7.RED, Literal[Color7.RED])
assert_type(Color8.RED, Literal[Color8.RED])


def color8(c: Color8):
    if c is Color8.RED:
        pass
    else:
        assert_type(c, Literal[Color8.GREEN])


class Shape(CustomEnum1):
    SQUARE = 1
    CIRCLE = 2


class ExtendedShape(Shape):  # E: [misc]
    TRIANGLE = 3


# ---- members
def identity(x: int) -> int:
    return x


class Pet(Enum):
    genus: str
    species: str

    CAT = 1
    DOG = 2
    BIRD: int = 3  # E: [misc]

    converter = lambda x: str(x)
    transform = identity
    fn: Callable[[int], int]

    @property
    def kind(self) -> str:
        return "mammal"

    def speak(self) -> None:
        print("meow" if self is Pet.CAT else "woof")

    @staticmethod
    def static() -> int: ...

    @classmethod
    def make(cls) -> "Pet": ...

    class Nested: ...


assert_type(Pet.CAT, Literal[Pet.CAT])
assert_type(Pet.CAT.genus, str)
assert_type(Pet.CAT.kind, str)
assert_type(Pet.Nested, type[Pet.Nested])
assert_type(Pet.transform(1), int)
Pet.CAT.speak()
Pet.CAT.CAT


class TrafficLight(Enum):
    RED = 1
    GREEN = 2
    YELLOW = 3

    AMBER = YELLOW


assert_type(TrafficLight.AMBER, Literal[TrafficLight.YELLOW])
bad_alias: Literal[TrafficLight.RED] = TrafficLight.AMBER  # E: [assignment]


class Example(Enum):
    a = member(1)
    b = nonmember(2)

    @member
    def c(self) -> None:
        pass

    @nonmember
    class N: ...


assert_type(Example.a, Literal[Example.a])
assert_type(Example.b, int)
assert_type(Example.c, Literal[Example.c])
lit_b: Literal[Example.b]  # E: [valid-type]


class Private(Enum):
    A = 1
    __B = 2

    def method(self) -> None:
        assert_type(Private.__B, int)


assert_type(Private.A, Literal[Private.A])
Private.__B  # E: [attr-defined]
lit_priv: Literal[Private.__B]  # E: [valid-type]


class Ignored(Enum):
    _ignore_ = "DOG FISH"
    CAT = 1
    DOG = 2
    FISH = 3


def ignored(p: Ignored):
    if p is Ignored.CAT:
        pass
    else:
        assert_never(p)


class Ignored2(Enum):
    _ignore_ = ["DOG"]
    CAT = 1
    DOG = 2


class DunderE(Enum):
    A = 1
    __dunder__ = 2
    _single = 3


assert_type(DunderE._single, Literal[DunderE._single])

# ---- names and values
assert_type(TrafficLight.RED.name, Literal["RED"])
assert_type(TrafficLight.RED._name_, Literal["RED"])
assert_type(TrafficLight.RED.value, int)
assert_type(TrafficLight.RED._value_, int)


def names(x: Literal[TrafficLight.RED, TrafficLight.GREEN], any_color: TrafficLight):
    assert_type(x.name, Literal["RED", "GREEN"])
    assert_type(x.value, Literal[1, 2])
    assert_type(any_color.value, int)
    n: str = any_color.name


class Planet(Enum):
    MERCURY = (1, 3.303e23, 2.4397e6)
    VENUS = (2, 4.869e24, 6.0518e6)

    def __init__(self, value: int, mass: float, radius: float):
        self._value_ = value
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return self.mass / self.radius


assert_type(Planet.MERCURY.mass, float)
assert_type(Planet.VENUS.gravity, float)


class PlanetBad(Enum):
    MARS = (6.421e23, 3.3972e6)  # E: [call-arg]
    JUPITER = 5  # E: [call-arg]

    def __init__(self, value: int, mass: float, radius: float):
        self._value_ = value


class AutoColor(Enum):
    RED = auto()
    GREEN = auto()


assert_type(AutoColor.RED.value, int)


class TypedValue(Enum):
    _value_: int
    RED = 1
    GREEN = "green"  # E: [assignment]


class TypedPlanet(Enum):
    _value_: str

    def __init__(self, value: int, mass: float, radius: float):
        self._value_ = value  # E: [assignment]

    MERCURY = (1, 3.303e23, 2.4397e6)


assert_type(TypedValue.RED.value, int)


class AutoStr(StrEnum):
    A = auto()
    B = "b"


assert_type(AutoStr.A.value, str)
assert_type(AutoStr.A, Literal[AutoStr.A])
s: str = AutoStr.A
AutoStr.A.upper()


class Number(IntEnum):
    ONE = 1
    TWO = 2


i: int = Number.ONE
assert_type(Number.ONE + 1, int)
Number.ONE < Number.TWO
assert_type(Number.ONE.value, int)


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


assert_type(Perm.R | Perm.W, Perm)
assert_type(~Perm.R, Perm)
Perm.R in Perm.RWX
bool(Perm.R & Perm.W)


class IPerm(IntFlag):
    R = 4
    W = 2


assert_type(IPerm.R | IPerm.W, IPerm)
IPerm.R | 8


def flags(p: Perm):
    if p is Perm.R or p is Perm.W or p is Perm.X or p is Perm.RWX:
        pass
    else:
        assert_type(p, Perm)
    match p:
        case Perm.R | Perm.W | Perm.X | Perm.RWX:
            pass
        case _:
            assert_type(p, Perm)


# ---- expansion
class Three(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


def print_color1(c: Three):
    if c is Three.RED or c is Three.BLUE:
        print("red or blue")
    else:
        assert_type(c, Literal[Three.GREEN])


def print_color2(c: Three):
    match c:
        case Three.RED | Three.BLUE:
            print("red or blue")
        case Three.GREEN:
            print("green")
        case _:
            assert_type(c, Never)


def print_color3(c: Three) -> int:
    if c == Three.RED:
        return 1
    elif c == Three.GREEN:
        return 2
    elif c == Three.BLUE:
        return 3


def print_color4(c: Three) -> int:
    match c:
        case Three.RED:
            return 1
        case Three.GREEN:
            return 2
        case Three.BLUE:
            return 3


def print_color5(c: Three) -> int:  # E: [return]
    match c:
        case Three.RED:
            return 1
        case Three.GREEN:
            return 2


def print_color6(c: Three) -> int:
    if c in (Three.RED, Three.GREEN):
        assert_type(c, Literal[Three.RED, Three.GREEN])
        return 1
    assert_type(c, Literal[Three.BLUE])
    return 2


class Answer(Enum):
    Yes = 1
    No = 2


def func(val: object) -> Answer:
    if val is not Answer.Yes and val is not Answer.No:
        raise ValueError("Invalid value")
    v: Answer = val
    return val


def equivalent(a: Answer, b: Literal[Answer.Yes, Answer.No]):
    x: Literal[Answer.Yes, Answer.No] = a
    y: Answer = b
    assert_type(a, Answer)
    la: list[Answer] = [b]


def optional(a: Answer | None) -> int:
    if a is None:
        return 0
    if a is Answer.Yes:
        return 1
    assert_type(a, Literal[Answer.No])
    return 2


# ---- functional
F1 = Enum("F1", "RED GREEN BLUE")
F2 = Enum("F2", ["RED", "GREEN"])
F3 = Enum("F3", ("RED", "GREEN"))
F4 = Enum("F4", "RED, GREEN")
F5 = Enum("F5", [("RED", 1), ("GREEN", 2)])
F6 = Enum("F6", {"RED": 1, "GREEN": 2})
F7 = IntEnum("F7", "A B")
assert_type(F1.RED, Literal[F1.RED])
F2.RED, F3.RED, F4.GREEN, F5.RED, F6.GREEN, F7.A
F1.PURPLE  # E: [attr-defined]
F2["GREEN"]
F5(1)


# ---- literal expressions
def want(x: Literal[Answer.Yes]) -> None: ...


want(Answer.Yes)
want(Answer.No)  # E: [arg-type]
want(1)  # E: [arg-type]
a: Answer = Answer.Yes
final: Final = Answer.Yes
want(final)
var = Answer.Yes
var = Answer.No


@unique
class Unique(Enum):
    A = 1


class WithNew(Enum):
    def __new__(cls, value: int, label: str) -> "WithNew":
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj

    label: str
    A = (1, "a")
    B = (2, "b")


assert_type(WithNew.A.label, str)


class Mixed(str, Enum):
    A = "a"
    B = "b"


ms: str = Mixed.A
assert_type(Mixed.A.value, str)


class Str2(Enum):
    A = "a"

    def __str__(self) -> str:
        return self.value


class Unannotated(Enum):
    A = 1
    B = "x"

    def value_of(self):
        return self.value


def generic(cls: type[Enum]) -> list[Any]:
    return [m.value for m in cls]
