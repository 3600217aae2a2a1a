# Aliases of typing whose classes nobody has asked for yet: what is known of them without, and what asks.
import sys
from dataclasses import dataclass, fields
from typing import (
    Annotated, Any, Callable, ClassVar, Deque, Dict, Generic, Iterable, List, Mapping, NamedTuple, NotRequired, Optional, ParamSpec, Required, Sequence, Tuple, TypedDict,
    TypeVar, Union, get_args, get_origin, get_type_hints,
)

T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
ALIASES = [List[int], Sequence[T], Mapping[K, int], Callable[[int], str], Callable[..., T], Callable[P, int], Iterable[str], Tuple[int, ...],
           Dict[str, List[int]], Deque[int], Optional[Sequence[int]], Union[List[int], Sequence[int], None]]
for alias in ALIASES:
    print(alias, alias.__args__, alias.__parameters__, hasattr(alias, "__wrapped__"))
print(len(set(ALIASES)), [a == b for i, a in enumerate(ALIASES) for b in ALIASES[:i]].count(True), List[int] == Sequence[int], List[int] != List[str])
print(Sequence[T][int] == Sequence[int], hash(Sequence[T][int]) == hash(Sequence[int]), Mapping[K, int][str], Callable[[T], T][int], Callable[P, int][[str, int]])


class Pair(NamedTuple):
    first: Sequence[int]
    second: Optional[Mapping[str, int]] = None
    third: Callable[[int], str] = str


class Movie(TypedDict, total=False):
    title: Required[str]
    years: List[int]
    cast: Annotated[NotRequired[Sequence[str]], "names"]


class Sequel(Movie):
    of: Movie


class Plain(TypedDict):
    x: int
    y: "Plain"
    z: None


@dataclass
class Holder:
    items: List[int]
    kind: ClassVar[List[int]]
    rest: Sequence[int] = ()


print(Pair.__annotations__, Pair((1,)).third(3))
for kind in Movie, Sequel, Plain:
    print(kind.__annotations__, sorted(kind.__required_keys__), sorted(kind.__optional_keys__), kind.__total__, kind.__bases__)
print([f.name for f in fields(Holder)], Holder.__doc__)
for bad in (ClassVar[int], Generic, 3):
    for make in (lambda: NamedTuple("N", [("a", bad)]), lambda: TypedDict("D", {"a": bad}), lambda: List[bad]):
        try:
            made = make()
            print(made if made is List[bad] else made.__annotations__)
        except TypeError as error:
            print(type(error).__name__)


class Lists(List[int]):
    pass


class Items(Sequence[T]):
    def __getitem__(self, index):
        raise IndexError

    def __len__(self):
        return 0


class Table(Mapping[str, T], Generic[T]):
    def __getitem__(self, key):
        raise KeyError

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


print(Lists.__bases__, Lists.__orig_bases__, Items.__bases__, Items.__parameters__, Table.__bases__, Table[int])
for alias in ALIASES:
    print(get_origin(alias), alias.__origin__, get_args(alias))
print(get_type_hints(Pair), Sequence[int].__name__, Sequence[int].__module__, Dict[str, int].fromkeys("a"))
