"""A generic function given for Callable[P, R]: the arguments for P say what its variables are, and what R is."""
from typing import Callable, ParamSpec, TypeVar, assert_type

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

def call(f: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return f(*args, **kwargs)

def pair(x: T, y: list[T]) -> T: ...
def same(x: T) -> T: ...
def keyed(*, a: T, b: dict[str, T]) -> list[T]: ...

assert_type(call(pair, 1, [2]), int)
assert_type(call(pair, x="", y=[""]), str)
assert_type(call(same, 1), int)
assert_type(call(same, [1]), list[int])
assert_type(call(keyed, a=1, b={"k": 2}), list[int])
call(pair, 1, ["a"])  # E: [arg-type]
call(pair, 1)  # E: [call-arg]
call(same, 1, 2)  # E: [call-arg]
call(keyed, a=1, b={"k": ""})  # E: [arg-type]
