# Functions without annotations in a module that has some: what is declared elsewhere holds there, what was only inferred is let be.
from dataclasses import dataclass
from enum import Enum
from typing import Any, Callable, ClassVar, Final, NamedTuple, NotRequired, Protocol, TypedDict, assert_type, cast


class Movie(TypedDict):
    name: str
    year: NotRequired[int]


class Color(Enum):
    RED = 1


@dataclass(frozen=True)
class Point:
    x: int


class Pair(NamedTuple):
    x: int


class Closer(Protocol):
    def close(self) -> None: ...


class Plain:
    y: int = 0
    z: ClassVar[int] = 3

    def __init__(self):
        self.seen = None


movie: Movie = {"name": ""}
LIMIT: Final = 3
def takes(x: int) -> str:
    return str(x)
def many(xs: list[int], d: dict[str, int]) -> None: ...


def contradictions(key):
    movie["nope"]  # E: [typeddict-item]
    movie["name"] = 3  # E: [typeddict-item]
    movie[str(key)]  # E: [literal-required]
    movie.nope  # E: [attr-defined]
    del movie["name"]  # E: [misc]
    takes("")  # E: [arg-type]
    takes(1).nope  # E: [attr-defined]
    many([""], {})  # E: [arg-type]
    many([], {"a": ""})  # E: [arg-type]
    Color.GREEN  # E: [attr-defined]
    Color.RED.nope  # E: [attr-defined]
    Color.RED = 1  # E: [misc]
    Color.RED + 1  # E: [operator]
    Point("")  # E: [arg-type]
    Point()  # E: [call-arg]
    Point(1).nope  # E: [attr-defined]
    Point(1).x = 2  # E: [misc]
    Point(1) + 1  # E: [operator]
    Pair("")  # E: [arg-type]
    Pair(1)[3]  # E: [misc]
    Pair(1).nope  # E: [attr-defined]
    Closer()  # E: [misc]
    Plain().y = ""  # E: [assignment]
    Plain().z = 3  # E: [misc]
    undefined_name  # E: [name-defined]
    a, b = (1, 2, 3)  # E: [misc]
    takes(1)()  # E: [operator]
    assert_type(takes(1), int)  # E: [assert-type]
    cast(3, 3)  # E: [valid-type]


async def awaited():
    await takes(1)  # E: [misc]


def only_inferred(key):
    text = "a"
    text += 1
    1 + ""
    len(3)
    Plain().other
    Plain().seen.append(key)
    Plain().seen()
    key.anything[3] + 1
    takes(key)
    movie[key]
    only_inferred.attribute = 3
    only_inferred.attribute + 1


class Mixin:
    def method(self):
        self.added_elsewhere
        return super().something(self.other)
