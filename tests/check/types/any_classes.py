# type[Any] is a class, whichever: no instance of another class. type[C] of a class without a constructor may take anything.
from typing import *
class Meta(type): ...
class Base: ...
class HasInit:
    def __init__(self, x: int) -> None: ...
class CBP(Protocol):
    def __call__(self, x: int) -> object: ...
def f(a: type[Any], b: type, c: type[Base], d: type[HasInit], e, g: Any) -> None:
    x1: int = a  # E: [assignment]
    x2: object = a
    x3: Hashable = a
    x4: type[int] = a
    x5: Meta = a
    x6: Callable[[int], str] = a
    x7: int | None = a  # E: [assignment]
    x8: type = a
    x9: Callable[[int, int], object] = c
    x10: Callable[[int], Base] = c
    x11: Callable[[int], int] = c  # E: [assignment]
    x13: Callable[[int], HasInit] = d
    x14: int = e
    x15: int = type(g)  # E: [assignment]
    x16: int = type(e)
    x17: CBP = a
    x18: list[type[int]] = [a]
    x19: type[Base] = b
    for t in (int, str, a):
        t("1")
def unann(a, b):
    x: int = type(a)
    y = b.__class__
    z: str = y
