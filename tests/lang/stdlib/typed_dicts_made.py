# python3.12: TypedDict: what a class statement makes of each kind of annotation.
from typing import (Annotated, Any, Callable, ClassVar, Dict, Final, ForwardRef, Generic, List, Literal, NotRequired, Optional, Required, TypedDict, TypeVar, Union,
                    get_type_hints)

T = TypeVar("T")


def show(cls):
    print(cls.__name__, cls.__annotations__, sorted(cls.__required_keys__), sorted(cls.__optional_keys__), cls.__total__, cls.__bases__, [getattr(base, "__name__", base) for base in cls.__orig_bases__], cls.__module__, cls.__doc__)


class Plain(TypedDict):
    """With a text."""

    a: int
    b: list[str]
    c: dict[str, int] | None
    d: Optional[str]
    e: Union[int, str]


class Others(TypedDict, total=False):
    a: None
    b: Any
    c: "Later"
    d: List[int]
    e: Dict[str, "Later"]
    f: Literal["x"]
    g: Callable[[int], str]
    h: Plain


class Marked(TypedDict):
    a: Required[int]
    b: NotRequired[Optional[str]]
    c: Annotated[NotRequired[int], "note"]
    d: Optional[int]


class HalfMarked(TypedDict, total=False):
    a: Required[List[int]]
    b: NotRequired[int]
    c: int


class Own(TypedDict):
    __total__ = False
    a: int


class Empty(TypedDict):
    pass


class Derived(Plain, total=False):
    f: Required[int]
    g: list[int]


class Record(TypedDict, Generic[T]):
    item: T
    items: list[T]


class Later:
    pass


for each in (Plain, Others, Marked, HalfMarked, Own, Empty, Derived, Record, TypedDict("Made", {"a": int, "b": Optional[str]}), TypedDict("MadeLess", {"a": "int"}, total=False)):
    show(each)
print(get_type_hints(Others)["c"], Others.__annotations__["c"].__forward_module__, get_type_hints(Marked), get_type_hints(Marked, include_extras=True))
print(Plain(a=1), Record[int], Plain.__qualname__, type(Plain).__name__)
for text in ("Generic", "ClassVar[int]", "Final", "(int, str)", "ClassVar", "3"):
    try:
        print(text, type(TypedDict("Bad", {"a": eval(text)})).__name__)
    except TypeError as error:
        print(text, error)
