# What checked libraries do: each of these was refused once.
import re
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any, Generic, TypeVar, assert_type

T = TypeVar("T")


# A class attribute with the name of a module: annotations above it mean the module.
class Pattern:
    def f(self, x: re.Pattern[str], y: "re.Pattern[str]") -> None:
        assert_type(x, re.Pattern[str])
        assert_type(y, re.Pattern[str])

    @property
    def re(self) -> int: ...


# Overloaded functions as arguments of overloaded functions.
def overloaded(rows: list[tuple[str, ...]], words: list[str], text: str) -> tuple[list[str], list[int]]:
    assert_type(list(map(str.upper, words)), list[str])
    assert_type(list(map(str.splitlines, text.split("x"))), list[list[str]])
    sizes = [max(map(len, c)) for c in rows]
    table = [" ".join(map(str.ljust, row, sizes)).rstrip() for row in rows]
    return table, sizes


# A tuple that is not empty has a first element.
def any_number(*args: int) -> int:
    if args:
        return args[1] if len(args) > 1 else args[0]
    return 0


# A decorator that names the class of the method.
def checks(function: "Callable[[Spec, int], bool]") -> "Callable[[Spec, int], bool]":
    return function


class Spec:
    @checks
    def compare(self, other: int) -> bool:
        return True

    def make(cls, x):
        return x

    old_style = classmethod(make)
    make = classmethod(make)

    def copy(self) -> "Spec":
        new: Spec = self.__new__(Spec)
        return new

    @classmethod
    def several(cls, n: int) -> "list[list[Spec]]":
        one = [cls()]
        return [one] * n


assert_type(Spec().compare(1), bool)


# An abstract collection takes virtual subclasses.
class Mine: ...


MutableMapping.register(Mine)
MutableMapping.unknown(Mine)  # E: [attr-defined]


# A comment on any line of what is wrong.
def many(a: int, b: int) -> None: ...


x: int = str(
    3
)  # type: ignore[assignment]
many(
    1,
    "a",  # type: ignore[arg-type]
)


# A bare ClassVar without a value worth the name.
class Backend:
    from typing import ClassVar
    lib: ClassVar = None

    @classmethod
    def load(cls) -> None:
        cls.lib = re

    def use(self) -> None:
        self.lib.compile("x")
