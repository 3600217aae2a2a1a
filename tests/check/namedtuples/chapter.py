# The chapter on named tuples.
import collections
from collections import namedtuple
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Self, Sequence, TypeVar, assert_type
import typing


class Point(NamedTuple):
    x: int
    y: int
    units: str = "meters"


p1 = Point(1, 2)
p2 = Point(1, 2, "inches")
p3 = Point(x=1, y=2)
p4 = Point(x=1, y=2, units="inches")
Point()  # E: [call-arg]
Point(1)  # E: [call-arg]
Point(1, "")  # E: [arg-type]
Point(1, 2, units=3)  # E: [arg-type]
Point(1, 2, "", 3)  # E: [call-arg]
Point(1, 2, other="")  # E: [call-arg]
assert_type(p1[0], int)
assert_type(p1[1], int)
assert_type(p1[2], str)
assert_type(p1[-1], str)
assert_type(p1[-2], int)
assert_type(p1[-3], int)
assert_type(p1[0:2], tuple[int, int])
p1[3]  # E: [misc]
p1[-4]  # E: [misc]
assert_type(p1.x, int)
assert_type(p1.units, str)
p1.z  # E: [attr-defined]
p1.x = 3  # E: [misc]
p1[0] = 3  # E: [index]
del p1.x  # E: [misc]
del p1[0]  # E: [attr-defined]
x, y, units = p1
assert_type(units, str)
x, y = p1  # E: [misc]
x, y, u, v = p1  # E: [misc]
a, *rest = p1


class Location(NamedTuple):
    altitude: float = 0.0
    latitude: float  # E: [misc]
    longitude: float  # E: [misc]


class PointWithName(Point):
    name: str = ""


pn = PointWithName(1, 2, "")
assert_type(pn.name, str)
PointWithName(1, 2, "", "")  # E: [call-arg]


class BadSub(Point):
    x: int = 0  # E: [misc]


class BadUnder(NamedTuple):
    _under: int  # E: [misc]
    ok: int


T = TypeVar("T")


class Property(NamedTuple, Generic[T]):
    name: str
    value: T


pr = Property("height", 3.4)
assert_type(pr, Property[float])
assert_type(pr.value, float)
assert_type(pr[0], str)
assert_type(pr[1], float)
Property[str]("", 3.1)  # E: [arg-type]


class Modern[K](NamedTuple):
    name: str
    value: K


assert_type(Modern("a", b""), Modern[bytes])


class Unit(NamedTuple, object):  # E: [misc]
    name: str


class Other: ...


class Multi(NamedTuple, Other):  # E: [misc]
    name: str


# ---- functional
P1 = namedtuple("P1", ["x", "y"])
P2 = namedtuple("P2", ("x", "y"))
P3 = namedtuple("P3", "x y")
P4 = namedtuple("P4", "x, y")
P5 = NamedTuple("P5", [("x", int), ("y", int)])
P6 = NamedTuple("P6", (("x", int), ("y", int)))
P7 = collections.namedtuple("P7", "x y z")
for P in (P1(1, 2), P2(1, ""), P3(x=1, y=2), P4(1, y="")):
    pass
P1(1)  # E: [call-arg]
P1(1, 2, 3)  # E: [call-arg]
P2(1)  # E: [call-arg]
P3(1, z=2)  # E: [call-arg]
P4(1, 2, 3)  # E: [call-arg]
P5(1, 2)
P5(1, "")  # E: [arg-type]
P5(1)  # E: [call-arg]
P6(1, "")  # E: [arg-type]
P7(1, 2)  # E: [call-arg]
assert_type(P5(1, 2).x, int)
assert_type(P1(1, 2).x, Any)
assert_type(P5(1, 2)[1], int)
P1(1, 2).z  # E: [attr-defined]
NT1 = namedtuple("NT1", ["a", "a"])  # E: [misc]
NT2 = namedtuple("NT2", ["abc", "def"], rename=False)  # E: [misc]
NT3 = namedtuple("NT3", ["abc", "def"], rename=True)
NT3(abc="", _1="")
NT3("", "")
NT3(abc="", other="")  # E: [call-arg]
NT4 = namedtuple("NT4", "a b c", defaults=(1, 2))
NT4()  # E: [call-arg]
NT4(1)
NT4(1, 2, 3)
NT4(1, 2, 3, 4)  # E: [call-arg]
NT5 = namedtuple("NT5", "a b c", defaults=(1, 2, 3, 4))  # E: [misc]
NT6 = namedtuple("NT6", ["_a", "b"])  # E: [misc]
NT7 = namedtuple("Wrong", "a b")  # E: [misc]


class FromCall(NamedTuple("FromCall", [("a", int), ("b", str)])):
    def total(self) -> int:
        assert_type(self.b, str)
        return self.a


class FromCall2(namedtuple("FromCall2", "a b")):
    def total(self) -> int:
        return self.a


FromCall(1, "")
FromCall(1, 2)  # E: [arg-type]
FromCall2(1, 2).total()

# ---- compatibility
p = Point(x=1, y=2, units="inches")
v1: tuple[int, int, str] = p
v2: tuple[Any, ...] = p
v3: tuple[int, int] = p  # E: [assignment]
v4: tuple[int, str, str] = p  # E: [assignment]
v5: tuple[float, float, str] = p
v6: Sequence[int | str] = p
v7: tuple[int | str, ...] = p
v8: Point = (1, 2, "")  # E: [assignment]

# ---- methods
assert_type(p._asdict(), dict[str, Any])
assert_type(p._fields, tuple[str, str, str])
assert_type(p._replace(x=3), Point)
p._replace(x="")  # E: [arg-type]
p._replace(zz=1)  # E: [call-arg]
assert_type(Point._make([1, 2, ""]), Point)
Point._field_defaults
p.count(1)
p.index(1)
p + (1,)
len(p)


class Methods(NamedTuple):
    """Doc."""
    a: int
    b: str = ""
    K: ClassVar[int] = 3  # E: [misc]

    def method(self) -> str:
        return self.b * self.a

    @property
    def prop(self) -> int:
        return self[0]

    @classmethod
    def make(cls) -> Self:
        return cls(1)

    def __str__(self) -> str:
        return ""


assert_type(Methods(1).method(), str)
assert_type(Methods(1).prop, int)
assert_type(Methods.make(), Methods)


class Overwrites(NamedTuple):
    a: int

    def __new__(cls, a: str): ...  # E: [misc]


class NoInitNT(NamedTuple):
    a: int

    def __init__(self, a: str) -> None: ...  # E: [misc]


def matching(p: Point | None):
    match p:
        case Point(a, b, c):
            assert_type(c, str)
        case Point(x=q):
            pass
        case None:
            pass
    match p:
        case (a, b, c):
            assert_type(a, int)


def narrow(v: tuple[int, int, str] | Point | int):
    if isinstance(v, Point):
        assert_type(v, Point)
    elif isinstance(v, tuple):
        assert_type(v, tuple[int, int, str])


class Recursive(NamedTuple):
    value: int
    next: "Recursive | None" = None


assert_type(Recursive(1).next, Recursive | None)


class EmptyNT(NamedTuple):
    pass


EmptyNT()
EmptyNT(1)  # E: [call-arg]
