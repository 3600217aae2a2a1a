# Typed dictionaries: class syntax, its rules, inheritance.
from typing import Any, Generic, NotRequired, Required, TypedDict, TypeVar, assert_type
from typing_extensions import ReadOnly


class Movie(TypedDict):
    """A docstring is fine."""

    name: str
    year: int


class Empty(TypedDict):
    pass


class BadValue(TypedDict):
    x: int = 3  # E: [misc]


class BadMethod(TypedDict):
    x: int

    def method(self) -> None:  # E: [misc]
        pass


class BadStatement(TypedDict):
    x: int
    y = 3  # E: [misc]


class BadMeta(TypedDict, metaclass=type):  # E: [misc]
    x: int


class BadKeyword(TypedDict, other=False):  # E: [call-arg]
    x: int


class BadTotal(TypedDict, total=bool(1)):  # E: [misc]
    x: int


class BookBasedMovie(Movie):
    based_on: str


b: BookBasedMovie = {"name": "", "year": 1, "based_on": ""}
b = {"name": "", "year": 1}  # E: [typeddict-item]


class X(TypedDict):
    x: int


class Y(TypedDict):
    y: str


class XYZ(X, Y):
    z: bool


xyz: XYZ = {"x": 1, "y": "", "z": True}


class Overwrite(X):
    x: str  # E: [misc]


class X2(TypedDict):
    x: str


class Merge(X, X2):  # E: [misc]
    z: bool


class Plain:
    pass


class BadBase(X, Plain):  # E: [misc]
    pass


class Partial(TypedDict, total=False):
    name: str
    year: Required[int]


class Whole(Partial):
    more: int


w: Whole = {"year": 1, "more": 2}
w = {"year": 1}  # E: [typeddict-item]
w = {"more": 1}  # E: [typeddict-item]


class Changes(TypedDict):
    a: Required[int]
    b: NotRequired[int]
    c: ReadOnly[int]
    d: ReadOnly[NotRequired[int]]


class Child1(Changes):
    a: NotRequired[int]  # E: [misc]


class Child2(Changes):
    b: Required[int]  # E: [misc]


class Child3(Changes):
    a: ReadOnly[int]  # E: [misc]


class Child4(Changes):
    c: int
    d: Required[int]


class Child5(Changes):
    c: NotRequired[int]  # E: [misc]


class Child6(Changes):
    c: ReadOnly[bool]
    d: ReadOnly[str]  # E: [misc]


T = TypeVar("T")


class Box(TypedDict, Generic[T]):
    item: T


class NewBox[S](TypedDict):
    item: S


box: Box[int] = {"item": 1}
box = {"item": ""}  # E
assert_type(box["item"], int)
new_box: NewBox[str] = {"item": ""}
assert_type(new_box["item"], str)


class IntBox(Box[int]):
    label: str


ib: IntBox = {"item": 1, "label": ""}
assert_type(ib["item"], int)


class Tree(TypedDict):
    value: int
    children: "list[Tree]"


tree: Tree = {"value": 1, "children": [{"value": 2, "children": []}]}
assert_type(tree["children"][0]["value"], int)

isinstance(tree, Movie)  # E: [misc]
