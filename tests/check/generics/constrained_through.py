# A function of constrained type variables as an argument whose parameter types are still unknown.
import re
from typing import Any, Callable, TypeVar, assert_type

T = TypeVar("T")
S = TypeVar("S")
Text = TypeVar("Text", str, bytes)


def same(x: Text) -> Text:
    return x


def apply(f: Callable[[T], S], x: T) -> S:
    return f(x)


def f(x: list[Any]) -> None:
    map(re.escape, x)


assert_type(apply(same, "a"), str)
assert_type(list(map(re.escape, ["a"])), list[str])
