# TypedDict: what stands in a class, in which order, and what of a body it keeps.
import typing
from typing import Annotated, Any, Generic, Optional, TypedDict, TypeVar, Union

T = TypeVar("T")


class Plain(TypedDict):
    """A text."""

    a: int
    b: Optional[str]
    c: None


class Partial(TypedDict, total=False):
    a: "int"
    b: list[int]


class Nothing(TypedDict):
    pass


class Own(TypedDict):
    __total__ = "own"
    a: int


class Keys(TypedDict):
    __required_keys__ = 5
    a: int | None


class Odd(TypedDict, total=0):
    a: Annotated[Optional[int], "x"]
    b: Any


kept = {}


class Kept(TypedDict):
    a: int
    kept["annotations"] = __annotations__
    kept["space"] = locals()
    b: None


for cls in (Plain, Partial, Nothing, Own, Keys, Odd, Kept):
    names = [name for name in cls.__dict__ if name not in ("__doc__", "__static_attributes__", "__firstlineno__", "__readonly_keys__", "__mutable_keys__")]
    print(cls.__name__, names, cls.__annotations__, sorted(cls.__required_keys__), sorted(cls.__optional_keys__), cls.__total__, cls.__mro__, cls.__orig_bases__ == (TypedDict,), cls.__doc__, cls.__module__, cls.__qualname__)
    print(type(cls.__required_keys__).__name__, type(cls.__optional_keys__).__name__, type(cls).__name__, cls.__bases__)
print(kept["annotations"], kept["annotations"] is Kept.__annotations__, "__total__" in kept["space"], kept["space"]["__annotations__"])
kept["space"]["late"] = 1
kept["annotations"]["late"] = int
print(hasattr(Kept, "late"), Kept.__annotations__)


def local():
    class Inner(TypedDict):
        x: Plain
        y: Union[Plain, int]
    return Inner


print(local().__qualname__, local().__annotations__)
for text in ("a: int\n    b = 5", "a: int = 5", "a: Generic", "a: 5", "a: (int, str)", "a: typing.ClassVar[int]", "def m(self): pass", "__slots__ = ('q',)", "__annotations__ = {'z': int}", "__annotations__ = {1: int}"):
    space = {"typing": typing, "TypedDict": TypedDict, "Generic": Generic}
    try:
        exec(f"class A(TypedDict):\n    {text}", space)
        print(text, "->", space["A"].__annotations__, sorted(map(str, space["A"].__required_keys__)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for f in (lambda: isinstance({}, Plain), lambda: issubclass(dict, Plain), lambda: Plain(a=1, b="x"), lambda: Plain({"a": 2}, c=None)):
    try:
        print(f())
    except TypeError as error:
        print(error)
