# Displays of functions whose parameters the other arguments settle; lambdas that pass on what a ParamSpec took.
from collections.abc import Callable, Iterable, Mapping
from typing import ParamSpec, TypeVar, TypeVarTuple, assert_type

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")


def listed(function: Callable[P, T]) -> Callable[P, list[T]]:
    return lambda *args, **kwargs: [function(*args, **kwargs)]


def listed_twice(function: Callable[P, T]) -> Callable[P, list[T]]:
    result: Callable[P, list[T]] = lambda *args, **kwargs: [function(*args, **kwargs)] * 2
    wrong: Callable[P, list[T]] = lambda *args, **kwargs: [function(*args)]  # E: [call-arg]
    return result


def apply(functions: Iterable[Callable[[T], R]], value: T) -> list[R]:
    return [function(value) for function in functions]


def apply_pack(functions: Iterable[Callable[[*Ts], R]], values: tuple[*Ts]) -> list[R]:
    return [function(*values) for function in functions]


def apply_named(functions: Mapping[str, Callable[[T], R]], value: T) -> R:
    return next(iter(functions.values()))(value)


assert_type(apply([lambda n: n + 1, abs], 3), list[int])
assert_type(apply((lambda n: n.upper(),), str(1)), list[str])
assert_type(apply({lambda n: [n]}, 1.5), list[list[float]])
assert_type(apply([str.upper, lambda text: text.title()], str(1)), list[str])
assert_type(apply_pack([lambda a, b: a + b, max], (3, 4)), list[int])
assert_type(apply_named({"a": lambda n: n.bit_length()}, 3), int)
apply([lambda n: n.upper()], 3)  # E: [attr-defined]
apply([lambda a, b: a], 3)  # E: [arg-type]
apply_named({1: lambda n: n}, 3)  # E: [arg-type]
