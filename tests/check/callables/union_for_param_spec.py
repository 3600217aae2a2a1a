# A union of callables where the parameters of one are to be found: the ones they have in common, or any where they differ.
import functools
from typing import Any, Callable, ParamSpec, TypeVar, Union, reveal_type

P = ParamSpec("P")
R = TypeVar("R")
Action = Union[Callable[[], int], Callable[[int], str]]
Same = Union[Callable[[int], int], Callable[[int], str]]


def through(function: Callable[P, R]) -> Callable[P, R]:
    return function


def wrapped(function: Action) -> Action:
    @functools.wraps(function)
    def inner(*args: Any) -> Any:
        return None

    return inner


def both(action: Action, same: Same, broken: Union[Action, int]) -> None:
    reveal_type(through(action))  # N: "def (...) -> builtins.int | builtins.str"
    reveal_type(through(same))  # N: "def (builtins.int) -> builtins.int | builtins.str"
    through(same)("")  # E: [arg-type]
    through(broken)  # E: [arg-type]


def make() -> Action:
    return lambda: 3


class Holder:
    action = staticmethod(make())
