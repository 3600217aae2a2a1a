# Typed dictionaries: read-only items, update, consistency, Final keys, nesting.
from typing import Any, Annotated, Final, Literal, NotRequired, Required, TypedDict, Union, Unpack, assert_type
from typing_extensions import Never, ReadOnly


class A(TypedDict):
    x: NotRequired[ReadOnly[int]]
    y: int


a1: A = {"x": 3, "y": 4}
a2: A = {"x": 5, "y": 7}
a1.update(a2)  # E


class B(TypedDict):
    x: NotRequired[Never]
    y: ReadOnly[int]


def update_a(a: A, b: B) -> None:
    a.update(b)


YEAR: Final = "year"


class Movie(TypedDict):
    name: str
    year: int


m: Movie = {"name": "", "year": 1}
assert_type(m[YEAR], int)
m[YEAR] = 2
m = {"name": "", YEAR: 3}


class Inner1(TypedDict):
    key: str


class Inner2(TypedDict):
    inner: Inner1


class Outer(TypedDict):
    outer: Inner2
    items: list[Inner1]


o: Outer = {"outer": {"inner": {"key": "hi"}}, "items": [{"key": ""}]}
o = {"outer": {"inner": {"key": 1}}, "items": []}  # E: [typeddict-item]
o["outer"]["inner"]["key"] = 1  # E: [typeddict-item]
o["items"].append({"key": ""})
o["items"].append({"kay": ""})  # E


class Cat(TypedDict):
    kind: Literal["cat"]
    lives: int


class Dog(TypedDict):
    kind: Literal["dog"]
    breed: str


Animal = Union[Cat, Dog]


def discriminate(animal: Animal) -> None:
    if animal["kind"] == "cat":
        assert_type(animal, Cat)
        animal["lives"]
    else:
        assert_type(animal["breed"], str)


animal: Animal = {"kind": "dog", "breed": ""}
animal = {"kind": "cat", "breed": ""}  # E


class WithReadOnly(TypedDict):
    a: ReadOnly[Required[int]]
    b: Required[Annotated[ReadOnly[str], ""]]
    c: Annotated[NotRequired[ReadOnly[str]], ""]


wr: WithReadOnly = {"a": 1, "b": ""}
wr["a"] = 1  # E: [typeddict-readonly-mutated]
wr["b"] = ""  # E: [typeddict-readonly-mutated]
wr["c"] = ""  # E: [typeddict-readonly-mutated]


class Loose(TypedDict):
    x: ReadOnly[float]
    y: ReadOnly[NotRequired[int]]


class Tight(TypedDict):
    x: int
    y: int


class NoY(TypedDict):
    x: int


def read_only_structure(t: Tight, n: NoY) -> None:
    l: Loose = t
    k: Loose = n  # E: [assignment]


class Kw(TypedDict, total=False):
    a: Required[int]
    b: str


def takes(**kwargs: Unpack[Kw]) -> None:
    assert_type(kwargs["a"], int)
    if "b" in kwargs:
        assert_type(kwargs["b"], str)


takes(a=1)
takes(a=1, b="")
takes(b="")  # E: [call-arg]
takes(a="")  # E: [arg-type]
takes(a=1, c=2)  # E: [call-arg]
kw: Kw = {"a": 1}
takes(**kw)


class Recursive(TypedDict, total=False):
    left: "Recursive"
    right: "Recursive"
    value: int


r: Recursive = {"left": {"value": 1}, "right": {"left": {}}}
r2: Recursive = {"left": {"value": ""}}  # E: [typeddict-item]


def loops(movie: Movie) -> None:
    for key in ("name", "year"):
        print(movie[key])
    for k in movie:
        movie[k]  # E: [literal-required]
    for k2, v in movie.items():
        assert_type(v, object)
    copy = movie.copy()
    assert_type(copy, Movie)
    merged = {**movie, "extra": 1}
    again: Movie = {**movie, "year": 2}
    bool(movie)
    str(movie)
    movie == again


def untyped(value: dict[str, Any]) -> Movie:
    return value  # E: [return-value]


class Method(TypedDict):
    def_: int


class Multi(TypedDict, total=False):
    a: int


class Multi2(Multi, total=True):
    b: int


mm: Multi2 = {"b": 1}
mm = {"a": 1}  # E: [typeddict-item]
