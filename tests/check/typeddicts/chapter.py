# TypedDict: the chapter's sentences.
from typing import Annotated, Any, Dict, Final, Generic, Literal, Mapping, NotRequired, Required, TypedDict, TypeVar, assert_type, cast, Optional, Never, Unpack
from typing_extensions import ReadOnly
from collections.abc import Collection, MutableMapping

T = TypeVar("T")


class Movie(TypedDict):
    name: str
    year: int


class Doc(TypedDict):
    """A docstring."""


class Empty(TypedDict):
    pass


class Bad1(TypedDict):
    x: int = 1  # E: [misc]

    def method(self) -> None: ...  # E: [misc]
    y = 3  # E: [misc]
    z: str


class Meta(type): ...


class Bad2(TypedDict, metaclass=Meta):  # E: [misc]
    x: int


class Bad3(TypedDict, other=True):  # E: [call-arg]
    x: int


class Bad4(TypedDict, dict):  # E: [misc]
    x: int


class Plain: ...


class Bad5(Movie, Plain):  # E: [misc]
    x: int


class Forward(TypedDict):
    next: "Forward | None"
    items: "list[Movie]"


class GenericTD(TypedDict, Generic[T]):
    key: str
    value: T


class Modern[K](TypedDict):
    items: list[K]


movie: Movie = {"name": "Blade Runner", "year": 1982}


def record_movie(movie: Movie) -> None: ...


record_movie({"name": "Blade Runner", "year": 1982})
record_movie({"name": "Blade Runner"})  # E: [typeddict-item]
record_movie({"name": "Blade Runner", "year": "1982"})  # E: [typeddict-item]
movie = {"name": "Blade Runner", "year": 1982}
movie["director"] = "Ridley Scott"  # E: [typeddict-item]
movie["year"] = "1982"  # E: [typeddict-item]
movie["year"] += 1
movie2: Movie = {"title": "Blade Runner", "year": 1982}  # E: [typeddict-item] # E: [typeddict-unknown-key]
movie["other"]  # E: [typeddict-item]
assert_type(movie["name"], str)
m = Movie(name="Blade Runner", year=1982)
assert_type(m, Movie)
Movie(name="x")  # E: [call-arg]
Movie("x", 1)  # E: [call-arg]
Movie(name="x", year="1")  # E: [arg-type]
Movie(name="x", year=1, extra=2)  # E: [call-arg]
Movie({"name": "x", "year": 1})
Movie({"name": "x"}, year=1)  # E: [typeddict-item]
print(isinstance(movie, Movie))  # E: [misc]
issubclass(dict, Movie)  # E: [misc]
cast(Movie, {})
g: GenericTD[int] = {"key": "a", "value": 1}
g2: GenericTD[int] = {"key": "a", "value": ""}  # E: [typeddict-item]
assert_type(g["value"], int)
g3 = GenericTD(key="a", value=b"")
assert_type(g3["value"], bytes)
mod: Modern[int] = {"items": [1]}
mod2: Modern[int] = {"items": [""]}  # E: [typeddict-item]
cls = Movie
T2 = TypeVar("T2", bound=TypedDict)  # E: [valid-type]
x_td: TypedDict  # E: [valid-type]


# ---- inheritance
class BookBasedMovie(Movie):
    based_on: str


class X(TypedDict):
    x: int


class Y(TypedDict):
    y: str


class XYZ(X, Y):
    z: bool


xyz: XYZ = {"x": 1, "y": "", "z": True}
b: BookBasedMovie = {"name": "", "year": 1, "based_on": ""}
b2: BookBasedMovie = {"name": "", "based_on": ""}  # E: [typeddict-item]
movie = b


class BadY(X):
    x: str  # E: [misc]


class X2(TypedDict):
    x: str


class BadXYZ(X, X2):  # E: [misc]
    xyz: bool


class SameX(X):
    x: int


# ---- totality
class Partial(TypedDict, total=False):
    name: str
    year: int


p1: Partial = {}
p2: Partial = {"year": 2015}
p3: Partial = {"year": ""}  # E: [typeddict-item]


def non_literal(flag: bool):
    class NonLiteralTotal(TypedDict, total=flag):  # E: [misc]
        x: int


class Mixed(Movie, total=False):
    based_on: str


mixed: Mixed = {"name": "", "year": 1}
mixed2: Mixed = {"name": ""}  # E: [typeddict-item]

# ---- functional
M1 = TypedDict("M1", {"name": str, "year": int})
M2 = TypedDict("M2", {"name": str, "year": int}, total=False)
M3 = TypedDict("M3", {"in": int, "x-y": str})
m1: M1 = {"name": "", "year": 1}
m1b: M1 = {"name": ""}  # E: [typeddict-item]
m2: M2 = {"name": ""}
m3: M3 = {"in": 1, "x-y": ""}
assert_type(m3["in"], int)
WrongName = TypedDict("Other", {"name": str})  # E: [misc]
NotDict = TypedDict("NotDict", dict(name=str))  # E: [misc]
BadKey = TypedDict("BadKey", {1: str})  # E: [misc]
BadArg = TypedDict("BadArg", {"a": str}, tot=True)  # E: [call-arg]
NoArg = TypedDict("NoArg")  # E: [call-arg]
MF = TypedDict("MF", {"self": "MF | None", "r": Required[int], "n": NotRequired[str], "ro": ReadOnly[int]})
mf: MF = {"self": None, "r": 1, "ro": 2}
mf["ro"] = 2  # E: [typeddict-readonly-mutated]


# ---- assignability
class A1(TypedDict):
    x: int | None


class B1(TypedDict):
    x: int


class A2(TypedDict, total=False):
    x: int


class A3(TypedDict, total=False):
    x: int
    y: int


def assignable(b1: B1, a2: A2, a1: A1, a3: A3, movie: Movie, bb: BookBasedMovie):
    v1: Mapping[str, object] = b1
    v2: A1 = b1  # E: [assignment]
    v3: A2 = b1  # E: [assignment]
    v4: B1 = a2  # E: [assignment]
    v5: A3 = a2  # E: [assignment]
    v6: A2 = a3
    v7: Dict[str, int] = b1  # E: [assignment]
    v8: Mapping[str, int] = b1  # E: [assignment]
    v9: Movie = bb
    v10: BookBasedMovie = movie  # E: [assignment]
    v11: dict[str, Any] = movie  # E: [assignment]
    v12: M1 = movie
    v13: MutableMapping[str, object] = movie  # E: [assignment]
    v14: Mapping[str, Any] = movie
    v15: object = movie
    v16: X = b1


# ---- operations
def operations(movie: Movie, partial: Partial, key: str, lit: Literal["name", "year"], name: Literal["name"], opt: dict[str, str]) -> None:
    movie[key]  # E: [literal-required]
    movie[key] = 3  # E: [literal-required]
    assert_type(movie.get("name"), str)
    assert_type(partial.get("name"), str | None)
    assert_type(partial.get("name", ""), str)
    assert_type(partial.get("name", 3), str | int)
    key in movie
    "name" in movie
    movie.get(key)
    assert_type(movie.get(key), object)
    movie.clear()  # E: [attr-defined]
    movie.popitem()  # E: [attr-defined]
    partial.clear()  # E: [attr-defined]
    partial.popitem()  # E: [attr-defined]
    del movie["name"]  # E: [misc]
    del partial["name"]
    del movie[key]  # E: [literal-required]
    del movie["zzz"]  # E: [typeddict-item]
    partial["name"]
    movie.pop("name")  # E: Key "name" of TypedDict "Movie" cannot be deleted
    assert_type(partial.pop("name"), str)
    assert_type(partial.pop("name", 3), str | int)
    partial.pop("zzz")  # E: [call-overload]
    assert_type(movie[lit], str | int)
    assert_type(movie[name], str)
    movie.setdefault("name", "x")
    movie.setdefault("name", 3)  # E: [call-overload]
    movie.setdefault("zz", 3)  # E: [call-overload]
    movie.update({"name": "x"})
    movie.update({"name": 3})  # E: [typeddict-item]
    movie.update({"zz": 3})  # E: [typeddict-unknown-key]
    movie.update(name="x")
    movie.keys()
    for k in movie:
        assert_type(k, str)
    for k, v in movie.items():
        assert_type(v, object)
    assert_type(movie.copy(), Movie)
    len(movie)
    movie | {"name": "x"}
    movie |= {"name": "y"}
    movie |= {"name": 3}  # E: [typeddict-item]
    movie == {}
    dict(movie)
    list(movie)
    str(movie)
    bool(movie)
    not movie
    movie.missing  # E: [attr-defined]
    {**movie}
    copy: Movie = {**movie}
    copy2: Movie = {**movie, "name": "z"}
    copy3: Movie = {**partial}  # E: [typeddict-item]
    copy4: Movie = {**partial, "name": "", "year": 1}
    dict_movie: Movie = dict(name="Alien", year=1979, director="R")  # E: [call-arg]
    dict_movie2: Movie = dict(name="Alien", year=1979)


YEAR: Final = "year"
assert_type(movie[YEAR], int)


def get_value(movie: Movie, key: Literal["year", "name"]) -> int | str:
    return movie[key]


def set_value(movie: Movie, key: Literal["year", "name"]) -> None:
    movie[key] = 3  # E: [typeddict-item]


# ---- Required and NotRequired
class R1(TypedDict, total=False):
    title: Required[str]
    year: int


class R2(TypedDict):
    title: str
    year: NotRequired[int]
    redundant: Required[int]
    annotated: NotRequired[Annotated[int, "x"]]
    annotated2: Annotated[NotRequired[int], "x"]
    text: "NotRequired[int]"


r1: R1 = {"title": ""}
r1b: R1 = {"year": 1}  # E: [typeddict-item]
r2: R2 = {"title": "", "redundant": 1}
r3: NotRequired[int] = 1  # E: [valid-type]


class Bad6(TypedDict):
    a: NotRequired[Required[int]]  # E: [valid-type]
    b: list[NotRequired[int]]  # E: [valid-type]
    c: Required[Required[int]]  # E: [valid-type]
    d: Required[int, str]  # E: [valid-type]
    e: NotRequired[NotRequired[int]]  # E: [valid-type]
    f: int | NotRequired[int]  # E: [valid-type]
    g: NotRequired  # E: [valid-type]


class NotTD:
    x: Required[int]  # E: [valid-type]
    y: ReadOnly[int]  # E: [valid-type]

    def f(self, p: NotRequired[int]) -> Required[int]: ...  # E: [valid-type] # E: [valid-type]


# ---- ReadOnly
class Band(TypedDict):
    name: str
    members: ReadOnly[list[str]]


blur: Band = {"name": "blur", "members": []}
blur["name"] = "Blur"
blur["members"] = ["Damon Albarn"]  # E: [typeddict-readonly-mutated]
blur["members"].append("Damon Albarn")
blur["members"] += [""]  # E: [typeddict-readonly-mutated]
del blur["members"]  # E: [typeddict-readonly-mutated]
blur.update({"members": []})  # E: [typeddict-item]
blur.update({"name": ""})


class RO1(TypedDict):
    title: ReadOnly[Required[str]]
    year: ReadOnly[NotRequired[Annotated[int, "x"]]]
    a: Required[ReadOnly[str]]
    b: Annotated[NotRequired[ReadOnly[int]], "x"]
    c: ReadOnly[ReadOnly[int]]  # E: [valid-type]


class NamedDict(TypedDict):
    name: ReadOnly[str]


class Album(NamedDict):
    name: str
    year: int


album: Album = {"name": "Flood", "year": 1990}
album["year"] = 1973
album["name"] = "Dark Side Of The Moon"


class Album2(NamedDict):
    year: int


album2: Album2 = {"name": "Flood", "year": 1990}
album2["name"] = ""  # E: [typeddict-readonly-mutated]


class AlbumCollection(TypedDict):
    albums: ReadOnly[Collection[Album]]


class RecordShop(AlbumCollection):
    name: str
    albums: ReadOnly[list[Album]]


class WrongShop(AlbumCollection):
    albums: ReadOnly[int]  # E: [misc]


class OptionalName(TypedDict):
    name: ReadOnly[NotRequired[str]]


class RequiredName(OptionalName):
    name: ReadOnly[Required[str]]


d: RequiredName = {}  # E: [typeddict-item]


class Back(RequiredName):
    name: ReadOnly[NotRequired[str]]  # E: [misc]


class MutableBack(Movie):
    name: ReadOnly[str]  # E: [misc]


class LooseBack(Movie):
    name: NotRequired[str]  # E: [misc]


class OptionalIdent(TypedDict):
    ident: ReadOnly[NotRequired[str | int]]


class User(OptionalIdent):
    ident: str


user: User = {"ident": ""}
user["ident"] = "x"
user["ident"] = 3  # E: [typeddict-item]
user2: User = {}  # E: [typeddict-item]


class C1(TypedDict):
    x: ReadOnly[int | None]


class C2(TypedDict):
    x: int
    y: ReadOnly[NotRequired[object]]


class C3(TypedDict):
    x: int
    y: ReadOnly[NotRequired[int]]


class C4(TypedDict):
    x: ReadOnly[int]


def read_only(c1: C1, c2: C2, c3: C3, b1: B1, c4: C4):
    v1: C1 = b1
    v2: B1 = c1  # E: [assignment]
    v3: C2 = b1
    v4: C3 = b1  # E: [assignment]
    v5: B1 = c4  # E: [assignment]
    v6: C4 = b1
    v7: C1 = c4


class U1(TypedDict):
    x: ReadOnly[int]
    y: int


class U2(TypedDict):
    x: NotRequired[Never]
    y: ReadOnly[int]


def update(a1: U1, a2: U1, b: U2):
    a1.update(a2)  # E: [arg-type]
    a1.update(b)
    a1 | {"y": 3}
    a1 | {"x": 3}
    a1 |= {"x": 3}  # E: [typeddict-item]
    a1 |= {"y": 3}


class RA(TypedDict):
    key1: ReadOnly[int]
    key2: ReadOnly[str]


def impl(**kwargs: Unpack[RA]) -> None:
    kwargs["key1"] = 3  # E: [typeddict-readonly-mutated]


impl(key1=1, key2="")
impl(key1="", key2="")  # E: [arg-type]
