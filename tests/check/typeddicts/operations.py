# Typed dictionaries: what may be done with a value.
from typing import Any, Literal, Mapping, NotRequired, TypedDict, assert_type
from typing_extensions import ReadOnly


class Movie(TypedDict):
    name: str
    year: int


class Optional(TypedDict, total=False):
    name: str
    year: int


movie: Movie = {"name": "Blade Runner", "year": 1982}
movie["name"] = "Other"
movie["year"] = 1983
movie["year"] = ""  # E: [typeddict-item]
movie["director"] = ""  # E: [typeddict-item]
movie = {"title": "", "year": 1}  # E
movie = {"name": "", "year": ""}  # E: [typeddict-item]
movie = {"name": "", "year": 1, "other": ""}  # E: [typeddict-unknown-key]
assert_type(movie["name"], str)
movie["other"]  # E: [typeddict-item]
m2 = Movie(name="", year=1)
assert_type(m2, Movie)
Movie(name="")  # E: [call-arg]
Movie(name="", year="")  # E: [arg-type]
Movie(name="", year=1, other=2)  # E: [call-arg]
m3: Movie = dict(name="Alien", year=1979)


def variable(key: str, literal: Literal["name", "year"]) -> None:
    movie[key]  # E: [literal-required]
    assert_type(movie[literal], str | int)
    assert_type(movie.get(key), object)
    key in movie


assert_type(movie.get("name"), str)
opt: Optional = {}
assert_type(opt.get("name"), str | None)
assert_type(opt.get("name", ""), str)
assert_type(opt.get("name", 1), str | int)
movie.clear()  # E: [attr-defined]
movie.popitem()  # E: [attr-defined]
del movie["name"]  # E: [misc]
del opt["name"]
assert_type(opt.setdefault("name", ""), str)
opt.setdefault("name", 1)  # E
assert_type(opt.pop("name"), str)
assert_type(opt.pop("name", 1), str | int)
movie.pop("name")  # E
movie.update({"name": ""})
movie.update({"name": 1})  # E
movie.update({"other": ""})  # E
movie.update(m2)
movie.update(name="")
assert_type(movie | {"year": 2}, Movie)
movie |= {"name": "x"}
assert_type(movie.copy(), Movie)
for k in movie:
    assert_type(k, str)
assert_type(list(movie.keys()), list[str])
assert_type(list(movie.items()), list[tuple[str, object]])
movie.name  # E: [attr-defined]
len(movie)


def narrowing(value: Optional) -> None:
    if "name" in value:
        assert_type(value["name"], str)


class A(TypedDict):
    x: int | None


class B(TypedDict):
    x: int


class C(TypedDict, total=False):
    x: int


class D(TypedDict):
    x: int
    y: str


def assign(b: B, d: D, c: C) -> None:
    a: A = b  # E: [assignment]
    b = d
    c = b  # E: [assignment]
    b = c  # E: [assignment]
    d = b  # E: [assignment]
    m1: Mapping[str, object] = b
    m2: Mapping[str, int] = b  # E: [assignment]
    d1: dict[str, int] = b  # E: [assignment]
    d2: dict[str, Any] = b  # E: [assignment]


class Frozen(TypedDict):
    x: ReadOnly[int]
    y: NotRequired[ReadOnly[list[str]]]


def read_only(f: Frozen, b: B) -> None:
    f["x"] = 1  # E: [typeddict-readonly-mutated]
    f["x"] += 1  # E: [typeddict-readonly-mutated]
    del f["y"]  # E: [typeddict-readonly-mutated]
    f.update({"x": 3})  # E
    f.setdefault("y", [])  # E
    b = f  # E: [assignment]


Functional = TypedDict("Functional", {"in": int, "x-y": str}, total=False)
func: Functional = {"in": 1, "x-y": ""}
assert_type(func["in"], int)
Bad1 = TypedDict("Other", {"a": int})  # E: [misc]
Bad2 = TypedDict("Bad2", {1: int})  # E: [misc]
Bad3 = TypedDict("Bad3", {"a": int}, total=False, other=1)  # E: [call-arg]
keys = {"a": int}
Bad4 = TypedDict("Bad4", keys)  # E: [misc]
