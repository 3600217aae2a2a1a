# Enumerations made by a call.
from enum import Enum, IntEnum
from typing import Literal, assert_type

Color2 = Enum("Color2", ["RED", "GREEN"])
Color3 = Enum("Color3", ("RED", "GREEN"))
Color4 = Enum("Color4", "RED, GREEN")
Color5 = Enum("Color5", "RED GREEN")
Color6 = Enum("Color6", [("RED", 1), ("GREEN", "g")])
Color7 = Enum("Color7", {"RED": 1, "GREEN": 2})
Color8 = IntEnum("Color8", "RED GREEN")

assert_type(Color2.RED, Literal[Color2.RED])
assert_type(Color3.RED, Literal[Color3.RED])
assert_type(Color4.GREEN, Literal[Color4.GREEN])
assert_type(Color5.GREEN.value, int)
assert_type(Color6.GREEN.value, str)
assert_type(Color7.RED.value, int)
number: int = Color8.RED
Color2.BLUE  # E: [attr-defined]


def paint(c: Color5) -> int:
    if c is Color5.RED:
        return 1
    assert_type(c, Literal[Color5.GREEN])
    return 2


names = ["A", "B"]
Dynamic = Enum("Dynamic", names)
Dynamic.A
Other = Enum("Different", "A")  # E: [misc]
