# Class patterns are held to __match_args__ whether or not anything reaches them; isinstance with Union[...] and Optional[...].
from dataclasses import KW_ONLY, dataclass
from typing import NamedTuple, Optional, Union, assert_never, assert_type


class Point(NamedTuple):
    x: int
    y: int
    unit: str


@dataclass
class Leaf:
    value: int
    _: KW_ONLY
    name: str = ""


class Named:
    __match_args__ = ("x", "y")
    x: int
    y: int


def values(p: Point) -> None:
    match p:
        case Point(1, 2, 3, 4):  # E: Too many positional patterns [misc]
            pass
        case Point(1, 2, ""):
            pass


def exhausted(p: Leaf | Point) -> None:
    match p:
        case Leaf(value):
            assert_type(value, int)
        case Leaf(a, b):  # E: [misc]
            pass
        case Point() | Leaf(_, _):  # E: [misc]
            pass


def keywords(p: Named | int | str, q: object) -> None:
    match p:
        case Named(a, y=b):
            pass
        case Named(a, x=b):  # E: Keyword "x" already matches a positional pattern
            pass
        case int(a, b):  # E: [misc]
            pass
    match q:
        case object(a):  # E: [misc]
            pass
        case dict(x, y):  # E: [misc]
            pass
        case list(x):
            pass


ALIAS = Union[int, str]


def unions(x: int | str | bytes, y: object, z: str | int | None) -> None:
    if isinstance(x, Union[int, str]):
        assert_type(x, int | str)
    else:
        assert_type(x, bytes)
    if isinstance(y, Union[int, str]):
        assert_type(y, int | str)
    if isinstance(z, Optional[str]):
        assert_type(z, str | None)
    else:
        assert_type(z, int)
    if isinstance(x, (ALIAS, bytes)):
        pass
    else:
        assert_never(x)
