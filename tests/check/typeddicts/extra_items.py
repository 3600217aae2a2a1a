# Typed dictionaries: closed=True and extra_items= (PEP 728).
from typing import Mapping, MutableMapping, Never, assert_type
from typing_extensions import NotRequired, ReadOnly, Required, TypedDict


class Movie(TypedDict, extra_items=bool):
    name: str


m: Movie = {"name": "Alien", "novel": True}
m = {"name": "Alien", "novel": "no"}  # E: [typeddict-item]
assert_type(m["other"], bool)
m["other"] = True
m["other"] = 1  # E: [typeddict-item]


class Closed(TypedDict, closed=True):
    name: str


c: Closed = {"name": ""}
c = {"name": "", "x": 1}  # E: [typeddict-unknown-key]


class Never1(TypedDict, extra_items=Never):
    name: str


class BadChild(Closed):  # E: [misc]
    age: int


class StillClosed(Closed):
    pass


sc: StillClosed = {"name": "", "x": 1}  # E: [typeddict-unknown-key]


class Both(TypedDict, closed=True, extra_items=int):  # E: [misc]
    name: str


class BadClosed(TypedDict, closed=bool(1)):  # E: [misc]
    name: str


class BadRequired(TypedDict, extra_items=Required[int]):  # E: [misc]
    name: str


class BadNotRequired(TypedDict, extra_items=NotRequired[int]):  # E: [misc]
    name: str


class Reopened(Closed, closed=False):  # E: [misc]
    pass


class MovieBase(TypedDict, extra_items=int | None):
    name: str


class WrongRequired(MovieBase):  # E: [misc]
    year: int | None


class WrongType(MovieBase):  # E: [misc]
    year: NotRequired[int]


class RightChild(MovieBase):
    year: NotRequired[int | None]


class ReadOnlyBase(TypedDict, extra_items=ReadOnly[int | str]):
    name: str


class Narrowed(ReadOnlyBase):
    age: int


class BadNarrowed(ReadOnlyBase):  # E: [misc]
    age: list[int]


class ChangedExtra(MovieBase, extra_items=int):  # E: [misc]
    pass


class NarrowExtra(ReadOnlyBase, extra_items=int):
    pass


def mappings(c: Closed, m: Movie, o: MovieBase) -> None:
    a: Mapping[str, str] = c
    b: Mapping[str, str | bool] = m
    d: Mapping[str, int] = c  # E: [assignment]
    assert_type(list(m.values()), list[str | bool])


class IntDict(TypedDict, extra_items=int):
    pass


class IntDictWithNum(IntDict):
    num: NotRequired[int]


def as_dict(x: IntDict, y: IntDictWithNum) -> None:
    v: dict[str, int] = x
    w: dict[str, int] = y
    y.clear()
    assert_type(y.popitem(), tuple[str, int])

# A TypedDict that is as good as a dict is a MutableMapping as well.
class OnlyInts(TypedDict, extra_items=int): ...
class NamedInts(TypedDict, extra_items=int):
    a: int

def as_mutable_mapping(only: OnlyInts, named: NamedInts) -> None:
    first: MutableMapping[str, int] = only
    second: MutableMapping[str, object] = only  # E: [assignment]
    third: MutableMapping[str, int] = named  # E: [assignment]
