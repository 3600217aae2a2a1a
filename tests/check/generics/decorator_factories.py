# Type parameters that only the returned callable mentions are its own, in the new syntax as in the old.
from typing import Callable, Concatenate, ParamSpec, TypeVar, assert_type
P0 = ParamSpec("P0")
R0 = TypeVar("R0")

def old(n: int) -> Callable[[Callable[P0, R0]], Callable[Concatenate[int, P0], list[R0]]]: ...

def new[**P, R](*, n: int) -> Callable[[Callable[P, R]], Callable[Concatenate[int, P], list[R]]]:
    def outer(f: Callable[P, R]) -> Callable[Concatenate[int, P], list[R]]:
        def inner(k: int, /, *args: P.args, **kwargs: P.kwargs) -> list[R]:
            return [f(*args, **kwargs) for _ in range(n + k)]
        return inner
    return outer

@old(3)
def one(name: str, *, loud: bool = False) -> str: return name
@new(n=3)
def two(name: str, *, loud: bool = False) -> str: return name
assert_type(one(1, "x", loud=True), list[str])
assert_type(two(1, "x", loud=True), list[str])
one(1, 2)  # E: [arg-type]
two(1, 2)  # E: [arg-type]
two("x")  # E
@new(n="")  # E: [arg-type]
def three() -> None: ...

def identity[T]() -> Callable[[T], T]: return lambda x: x
assert_type(identity()(3), int)
def bound[T: int](x: str) -> Callable[[T], T]: ...
assert_type(bound("")(True), bool)
bound("")("")  # E: [type-var]
def both[T, S](x: T) -> Callable[[S], tuple[T, S]]: ...
assert_type(both(1)(""), tuple[int, str])
def unused[T]() -> Callable[[int], int]: ...
unused()(3)
def either[T](x: int) -> Callable[[T], T] | None: ...
