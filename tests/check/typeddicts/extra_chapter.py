# PEP 728 as the specification has it.
from collections.abc import Mapping
from typing import Any, Never, NotRequired, Protocol, Required, TypedDict, Unpack, assert_type
from typing_extensions import ReadOnly, TypedDict as TypedDictX
import typing_extensions as te


class Movie(te.TypedDict, extra_items=bool):
    name: str


a: Movie = {"name": "Blade Runner", "novel_adaptation": True}
b: Movie = {
    "name": "Blade Runner",
    "year": 1982,  # E: [typeddict-item]
}
MovieF = te.TypedDict("MovieF", {"name": str}, extra_items=bool)
c: MovieF = {"name": "", "extra": True}
d: MovieF = {"name": "", "extra": 2}  # E: [typeddict-item]


def f1(movie: Movie) -> None:
    assert_type(movie["name"], str)
    assert_type(movie["novel_adaptation"], bool)
    movie["other"] = True
    movie["other"] = ""  # E: [typeddict-item]
    del movie["other"]
    del movie["name"]  # E: [misc]
    assert_type(movie.get("other"), bool | None)
    assert_type(movie.get("other", 3), bool | int)
    assert_type(movie.pop("other"), bool)
    assert_type(movie.pop("other", None), bool | None)
    assert_type(movie.setdefault("other", True), bool)
    movie.setdefault("other", "")  # E: [arg-type]
    movie.update({"other": True})
    movie.update({"other": ""})  # E: [typeddict-item]


class MovieBase(te.TypedDict, extra_items=ReadOnly[int | None]):
    name: str


class MovieYear(MovieBase):
    year: int


e: MovieYear = {"name": "Blade Runner", "year": None}  # E: [typeddict-item]
f: MovieYear = {"name": "Blade Runner", "year": 1982, "other_extra_key": None}


def f2(m: MovieYear):
    m["other"] = 1  # E: [typeddict-readonly-mutated]
    del m["other"]  # E: [typeddict-readonly-mutated]
    assert_type(m["other"], int | None)


# ---- closed
class Closed(te.TypedDict, closed=True):
    name: str


class MovieA(Closed):
    pass


class MovieB(Closed, closed=True):
    pass


class MovieC(Closed, closed=False):  # E: [misc]
    pass


class MovieD(Closed):  # E: [misc]
    age: int


g: Closed = {"name": ""}
h: Closed = {"name": "", "age": 3}  # E: [typeddict-unknown-key]
i: MovieA = {"name": "", "age": 3}  # E: [typeddict-unknown-key]


class BothArgs(te.TypedDict, closed=True, extra_items=int):  # E: [misc]
    x: int


def flags(flag: bool):
    class NonLiteral(te.TypedDict, closed=flag):  # E: [misc]
        x: int


class OpenOverExtra(Movie, closed=False):  # E: [misc]
    pass


class ROExtra(te.TypedDict, extra_items=ReadOnly[str]):
    pass


class ROClosed(ROExtra, closed=True):
    pass


class RONever(ROExtra, extra_items=Never):
    pass


ClosedF = te.TypedDict("ClosedF", {"name": str}, closed=True)
j: ClosedF = {"name": "", "x": 1}  # E: [typeddict-unknown-key]


class BadReq(te.TypedDict, extra_items=Required[int]):  # E: [misc]
    x: int


class BadNotReq(te.TypedDict, extra_items=NotRequired[int]):  # E: [misc]
    x: int


class TotalExtra(te.TypedDict, total=False, extra_items=int):
    name: str


k: TotalExtra = {"a": 1}


# ---- Unpack
class NoExtra(te.TypedDict):
    name: str


class MovieExtra(te.TypedDict, extra_items=int):
    name: str


def uf(**kwargs: Unpack[NoExtra]) -> None: ...
def ug(**kwargs: Unpack[MovieExtra]) -> None: ...


uf(name="No Country for Old Men", year=2007)  # E: [call-arg]
ug(name="No Country for Old Men", year=2007)
ug(name="No Country for Old Men", year="")  # E: [arg-type]


class ProtoG(Protocol):
    def __call__(self, *, name: str, **kwargs: int) -> None: ...


class ProtoF(Protocol):
    def __call__(self, *, name: str) -> None: ...


pg: ProtoG = ug
pg2: ProtoG = uf  # E: [assignment]
pf: ProtoF = uf
pf2: ProtoF = ug


# ---- inheritance
class Parent(te.TypedDict, extra_items=int | None):
    pass


class Child(Parent, extra_items=int):  # E: [misc]
    pass


class Base2(te.TypedDict, extra_items=int | None):
    name: str


class RequiredYear(Base2):  # E: [misc]
    year: int | None


class NotRequiredYear(Base2):  # E: [misc]
    year: NotRequired[int]


class WithYear(Base2):
    year: NotRequired[int | None]


class BookBase(te.TypedDict, extra_items=ReadOnly[int | str]):
    title: str


class Book(BookBase, extra_items=str):
    year: int


class Wrong(BookBase):  # E: [misc]
    year: bytes


# ---- assignability
class Details(te.TypedDict, extra_items=int | None):
    name: str
    year: NotRequired[int]


class DetailsReq(te.TypedDict, extra_items=int | None):
    name: str
    year: int | None


class ROMovie(te.TypedDict, extra_items=ReadOnly[str | int]):
    name: str


class RODetails(te.TypedDict, extra_items=int):
    name: str
    year: NotRequired[int]


class ExtraStr(te.TypedDict, extra_items=str):
    name: str


def assign(details: Details, req: DetailsReq, rod: RODetails, ei: MovieExtra, es: ExtraStr, nc: NoExtra, cl: Closed):
    v1: Base2 = details  # E: [assignment]
    v2: Base2 = req  # E: [assignment]
    v3: ROMovie = rod
    v4: MovieExtra = es  # E: [assignment]
    v5: ExtraStr = ei  # E: [assignment]
    v6: MovieExtra = nc  # E: [assignment]
    v7: NoExtra = ei
    v8: Closed = nc  # E: [assignment]
    v9: NoExtra = cl
    v10: Closed = ei  # E: [assignment]
    v11: MovieExtra = cl  # E: [assignment]
    v12: ROMovie = cl
    v13: Mapping[str, str] = es
    v14: Mapping[str, int] = ei  # E: [assignment]
    v15: Mapping[str, int | str] = ei
    v16: Mapping[str, str] = cl
    v17: Mapping[str, int] = cl  # E: [assignment]
    v18: dict[str, str] = es  # E: [assignment]
    assert_type(list(ei.values()), list[str | int])
    assert_type(list(ei.items()), list[tuple[str, str | int]])


def arbitrary(ei: MovieExtra, key: str, cl: Closed):
    assert_type(ei[key], str | int)
    ei[key] = 3  # E: [literal-required]


# ---- constructors
NoExtra(name="")
NoExtra(name="", year=2007)  # E: [call-arg]
MovieExtra(name="")
MovieExtra(name="", year=2007)
MovieExtra(
    name="",
    language="English",  # E: [arg-type]
)
Closed(name="")
Closed(
    name="",
    year=2007,  # E: [call-arg]
)


# ---- dict
class IntDict(te.TypedDict, extra_items=int):
    pass


class IntDictWithNum(IntDict):
    num: NotRequired[int]


def dicts(x: IntDict, n: IntDictWithNum, key: str, d: dict[str, int]) -> None:
    v: dict[str, int] = x
    v.clear()
    w: dict[str, int] = n
    n.clear()
    assert_type(n.popitem(), tuple[str, int])
    n[key] = 42
    del n[key]
    y: IntDict = d  # E: [assignment]
    z: IntDict = n
    u: dict[str, str] = x  # E: [assignment]
    n[key] = ""  # E: [typeddict-item]
    assert_type(n[key], int)
    m: dict[str, object] = x  # E: [assignment]
