# Literal[...]: what may stand in it (specification, "Literals").
import enum
from typing import Any, Literal, TypeVar
from typing_extensions import LiteralString

class Color(enum.Enum):
    RED = 0
    GREEN = 1

T = TypeVar("T")
five = 5

good1: Literal[26, 0x1A, -4, "hello", b"hello", "\u0041", True, Color.RED, None]
good2: Literal[Literal[1, 2], Literal["a"], 3]
good3: Literal["a", "b", "a"]
good4: Literal["list[int]"]
good5: Literal[-1] | Literal["x"] | None
ReadOnlyMode = Literal["r", "r+"]
WriteMode = Literal["w", "w+"]
good6: Literal[ReadOnlyMode, WriteMode]
def modes(good7: Literal[ReadOnlyMode, WriteMode]) -> None:
    reveal_type(good7)  # N: Revealed type is "Literal['r', 'r+', 'w', 'w+']"

bad1: Literal[3 + 4]  # E: [valid-type]
bad2: Literal["foo".replace("o", "b")]  # E: [valid-type]
bad3: Literal[4 + 3j]  # E: [valid-type]
bad4: Literal[3.14]  # E: [valid-type]
bad5: Literal[Any]  # E: [valid-type]
bad6: Literal[...]  # E: [valid-type]
bad7: Literal[{"a": 1}]  # E: [valid-type]
bad8: Literal[int]  # E: [valid-type]
bad9: Literal[T]  # E: [valid-type]
bad10: Literal[five]  # E: [valid-type]
bad11: Literal[(1, "a")]  # E: [valid-type]
bad12: Literal[Color]  # E: [valid-type]
bad13: Literal[f"x"]  # E: [valid-type]
bad14: Literal[()]  # E: [valid-type]
bad15: Literal[(3)]

def function(mode: Literal["r", "w"], number: Literal[3]) -> None:
    a: str = mode
    b: int = number
    c: Literal["r"] = mode  # E: [assignment]
    d: Literal[3, 4] = number
    reveal_type(mode)  # N: Revealed type is "Literal['r', 'w']"

function("r", 3)
function("x", 3)  # E: [arg-type]
function("w", 4)  # E: [arg-type]

def strings(x: LiteralString, y: str) -> None:
    a: str = x
    b: LiteralString = y  # E: [assignment]
    c: LiteralString = "x" + x
    d: Literal[LiteralString]  # E: [valid-type]
