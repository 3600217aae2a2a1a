# Captured variables, hasattr, receivers in containers, two-argument super, methods through their class.
from typing import *
from collections import deque
class A:
    @classmethod
    def mk(cls, x: int) -> "A": ...
    def ls(self) -> list[int]: ...
class B(A):
    @classmethod
    def mk(cls, x: int) -> "A":
        return super(B, cls).mk(x)
    def ls(self) -> list[int]:
        return super(B, self).ls()
    @staticmethod
    def st() -> None:
        super(B, B).mk(3)
class Node:
    def kids(self) -> Iterator["Node"]: ...
    def walk(self) -> Iterator["Node"]:
        todo = deque([self])
        while todo:
            n = todo.popleft()
            todo.extend(n.kids())
            yield n
        l = [self]
        l.append(Node())
        d = {"a": self}
        d["b"] = Node()
    def ret(self) -> list[Self]:
        l = [self]
        return l
class GT(NamedTuple):
    a: int
    def __repr__(self) -> str:
        return tuple.__repr__(self)
    def f(self) -> int:
        return tuple.index(self, 3)
def lst(x: list[int]):
    list.append(x, 3)
    list.append(x, "a")  # E: [arg-type]
    dict.get({"a": 1}, "a")
def ha(x: int | AsyncIterable[int] | Iterable[int], y: object, z: A):
    if hasattr(x, "__aiter__"):
        x.__aiter__()
    if hasattr(y, "foo"):
        y.foo
    if hasattr(z, "foo"):
        z.foo
    z.foo  # E: [attr-defined]
def cap(logger: Optional[str] = None) -> Callable[[], str]:
    if logger is None:
        logger = "x"
    def inner() -> str:
        return logger.upper()
    f = lambda: logger.upper()
    return inner
def cap2(logger: Optional[str] = None) -> Callable[[], str]:
    if logger is None:
        logger = "x"
    def inner() -> str:
        return logger.upper()  # E: [union-attr]
    logger = None
    return inner
class Mk(str):
    def __add__(self, o: str) -> Self:
        return NotImplemented
