# Assignments from outside to attributes of generic classes that nothing declares.
from __future__ import annotations
from typing import Generic, TypeVar, Callable, Any
T = TypeVar("T")
S = TypeVar("S")
class Link(Generic[T]):
    def __init__(self, v: T, n: Link[T] | None = None) -> None:
        self.v = v
        self.n = n
        self.cache = {v: 1}
        self.items = [v]
        self.opt = None
        self.cb = lambda x: x
    def swap(self, o: Link[T]) -> None:
        o.v, self.v = self.v, o.v
        o.n = self
        o.n = None
        o.v = 1  # E: [assignment]
        self.n = Link("a")
        o.cache = {}
        o.items = []
    def set(self, v: T) -> Link[T]:
        self.v = v
        c = Link(v)
        c.v = v
        c.n = self
        return c
class Sub(Link[int]):
    def m(self) -> None:
        self.v = 3
        self.v = "a"
        self.n = Link(3)
        self.n = Link("a")
class Sub2(Link[list[S]]):
    def m(self, s: S) -> None:
        self.v = [s]
        self.v = s
def use(a: Link[int], b: Link[Any], c: Sub, d: Link[float]) -> None:
    a.n = Link(2)
    a.n = Link("x")
    a.items = []
    a.items = ["a"]  # E:
    a.cache = {}
    b.v = "a"
    b.n = a
    c.v = 1
    c.n = a
    c.v = ""
    d.v = 1
    d.n = Link(1)
    a.opt = None
    x = Link(None)
    x.v = None
    y = Link([])
    y.v = [1]
    y.v = ["a"]
