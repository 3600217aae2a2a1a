# A variable declared with Any keeps it; augmented targets are narrowed.
from typing import *
def f(items: list[int], d: dict[str, str]):
    a: Any = None
    b: list[Any] = items[:]
    b.insert(0, "x")
    c: dict[str, Any] = d
    c["x"] = 3
    e: Any | None = items
    g: object = items
    h: Sequence[Any] = items
    i: Any = 3
    i.foo
    i = "x"
    i.foo
    j: Mapping[str, Any] = {"a": 1}
    k: Any = [] if items else None
    k.append(3)
class C:
    lv: int | str | None
    def __init__(self, x: Any = None) -> None:
        self.x: Any = None
        self.x.foo
def g(t: C):
    if isinstance(t.lv, int):
        t.lv *= -1
class P: ...
class Q(P): ...
@overload
def gp(x: list[P]) -> list[Q]: ...
@overload
def gp(x: list[P | None]) -> list[Q | None]: ...
def gp(x: Any) -> Any: ...
