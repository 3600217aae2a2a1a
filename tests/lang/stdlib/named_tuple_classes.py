# python3.12: classes of NamedTuple and namedtuple: what stands in them, and what a body may have besides fields.
import copy
import inspect
import pickle
from collections import namedtuple
from typing import Generic, List, NamedTuple, Optional, TypeVar

X = TypeVar("X")


class P(NamedTuple):
    """doc of P"""
    x: int
    y: "str" = "a"
    z: Optional[List[int]] = None
    K = 5

    def m(self):
        return self.x

    @property
    def p(self):
        return self.y

    def __eq__(self, other):
        return "eq"

    def __repr__(self):
        return "R"

    @classmethod
    def c(cls):
        return cls.__name__

    @staticmethod
    def s():
        return 3

    def _late(self):
        return 1


class Empty(NamedTuple):
    pass


class One(NamedTuple):
    a: None


class G(NamedTuple, Generic[X]):
    v: X

    def get(self):
        return self.v


class V(NamedTuple):
    x: int

    def __init_subclass__(cls, **k):
        print("subclass", cls.__name__, k)

    def __class_getitem__(cls, item):
        return item

    def __len__(self):
        return 7

    def after(self):
        return 1


class Sub(P):
    def more(self):
        return self.x


T = namedtuple("T", "a b c", defaults=[1])
N = NamedTuple("N", [("a", int), ("b", "str")])


def show(cls):
    print(list(cls.__dict__))
    print(cls.__doc__, cls.__module__, cls.__qualname__, cls.__dict__.get("__annotations__"), cls._fields, cls._field_defaults, cls.__match_args__)
    for name in "__new__ _make _replace __repr__ _asdict __getnewargs__".split():
        f = getattr(cls, name)
        f = getattr(f, "__func__", f)
        print(name, f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__annotations__)
    for name in cls._fields:
        print(name, cls.__dict__[name].__doc__)
    print(inspect.signature(cls), cls.__mro__, cls.__hash__ is tuple.__hash__, len(getattr(cls, "__orig_bases__", ())))
    print(cls.__new__.__globals__["__name__"], cls.__new__.__module__)


for cls in (P, Empty, One, T, N, V):
    show(cls)
p = P(1)
print(p, p.m(), p.p, p == 3, P.c(), p._replace(x=4).x, p._asdict(), P._make([1, 2, 3]), p.s(), P.K, hash(p) == hash((1, "a", None)), p._late())
print(Empty(), One(1), One(2) == (2,), One(3)._replace(a=1), T(1, 2), T(1, 2)._asdict(), G(1), G(1).get(), len(V(1)), V(1).after(), Sub(1).more(), N(1, "q"))
print(pickle.loads(pickle.dumps(T(1, 2, 3))), copy.copy(T(1, 2, 3)), pickle.loads(pickle.dumps(One(None))))
print(V.__dict__["__init_subclass__"].__class__.__name__, V.__dict__["__class_getitem__"].__class__.__name__)
for work in (lambda: getattr(One(3), "_replace")(b=1), lambda: One._make([1, 2]), lambda: T(1), lambda: setattr(One(1), "a", 2)):
    try:
        work()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for body in ("x: int = 1; y: int", "_x: int", "x: (1, 2)", "__new__ = 1", "x: Generic", "x: int; _fields = 1", "x: int; f = lambda self: __class__", "__slots__ = ()",
             "x: 'a b'", "x: int; x = 3; x: str", "x: 3", "x: int = 2; _make = 1", "y: int; __qualname__ = 'Q'", "__doc__ = 4; y: 'int'", "x: print", "é: int", "__module__ = 'm'; t: int"):
    space = {"NamedTuple": NamedTuple, "Generic": Generic, "__name__": "there"}
    try:
        exec(f"class B(NamedTuple): {body}", space)
        made = space["B"]
        print(body, "->", list(made.__dict__), made.__annotations__, made.__qualname__, made.__module__, made.__doc__, made._field_defaults)
    except Exception as error:
        print(body, "->", type(error).__name__, error)
