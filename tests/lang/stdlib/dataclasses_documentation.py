# What dataclass() writes into __doc__: the name and how the class is called, for annotations and defaults of every kind.
import abc
import collections
import collections.abc
import decimal
import enum
from dataclasses import InitVar, dataclass, field
from typing import Any, Callable, ForwardRef, List, Literal, Optional, TypeVar, Union


class Meta(type):
    pass


class Made(metaclass=Meta):
    class Inner:
        pass


class Kind(enum.Enum):
    A = 1


class SaysTyping:
    pass


class Shown:
    def __repr__(self):
        return "shown! \u00e9"


SaysTyping.__module__ = "typing"
T = TypeVar("T")
shown = Shown()
annotations = (
    int, str, list, Made, Made.Inner, Kind, T, SaysTyping, abc.ABC, decimal.Decimal, list[int], dict[str, Made], List[int], Optional[int], Union[int, str], int | None,
    Callable[[int], str], collections.abc.Callable[[int], str], type[int], collections.deque[int], list[T], list["x"], "int", "Optional[int]", None, 5, Any, tuple[int, ...],
    tuple[()], shown, collections.OrderedDict[str, int], list[SaysTyping], ForwardRef("q"), Literal["a"],
)
for annotation in annotations:
    for default in (None, 5, shown):
        namespace = {"__annotations__": {"a": annotation, "b": annotation}}
        if default is not None:
            namespace["b"] = default
        print(dataclass(type("C", (), namespace)).__doc__)


@dataclass
class Factory:
    name: str
    tags: list[str] = field(default_factory=list)
    text: str = "a\n"


@dataclass
class OwnInit:
    a: int
    b: float = 1.0

    def __init__(self, q: "int", *, r=3):
        pass


@dataclass
class InitOnly:
    a: int
    b: InitVar[int] = 1


@dataclass
class Empty:
    pass


@dataclass
class Documented:
    "doc"
    a: int


@dataclass
class EmptyText:
    ""
    a: int


@dataclass(init=False)
class NoInit:
    a: int


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 2


for made in (Factory, OwnInit, InitOnly, Empty, Documented, EmptyText, NoInit, Keywords):
    print(made.__doc__)


class Fails:
    def __repr__(self):
        raise ZeroDivisionError("no repr")


for namespace in ({"__annotations__": {"a": Fails()}}, {"__annotations__": {"a": int}, "a": Fails()}, {"__annotations__": {"a": list[int]}, "a": (Fails(),)}):
    try:
        dataclass(type("C", (), namespace))
    except ZeroDivisionError as error:
        print(error)
