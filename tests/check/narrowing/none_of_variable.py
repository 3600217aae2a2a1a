# A value of a type variable found to be None: None, and still the variable.
from typing import TypeVar, Callable
T = TypeVar("T")
O = TypeVar("O", bound=int | None)
def f(x: T) -> T:
    if x is None:
        print()
    return x
def g(x: T) -> T:
    if isinstance(x, str):
        print(x.upper())
    return x
def h(x: T, y: T) -> T:
    if x is None:
        x.foo  # E
        z: None = x
        return x
    if x is not None:
        return x
    return y
def i(x: O) -> O:
    if x is None:
        return x
    return x
def j(x: O) -> O:
    if x is None:
        pass
    return x
def k(x: T) -> T | None:
    if x is not None:
        return x
    return x
def l(x: T, d: list[T]) -> list[T]:
    if x is None:
        return [x]
    elif x == None:
        return [x]
    if not x:
        return [x]
    return [x]
def m(x: T | None, y: T) -> T:
    if x is None:
        return x  # E
    return x
def n(x: T, f: Callable[[T], int]) -> int:
    match x:
        case None:
            return f(x)
        case str():
            return f(x)
        case 3:
            return f(x)
        case _:
            return f(x)
def o(x: T) -> T:
    if x == 3:
        return x
    if x is True:
        return x
    if x in (1, 2):
        return x
    if callable(x):
        return x
    return x
class Box:
    def __init__(self, v: int | None) -> None: self.v = v
    def me(self: T) -> T:
        if self is None: return self
        return self
