# Named tuples: class syntax.
from typing import Any, Generic, NamedTuple, TypeVar, assert_type


class Point(NamedTuple):
    x: int
    y: int
    units: str = "meters"

    def norm(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


p = Point(1, 2)
p2 = Point(1, 2, "inches")
p3 = Point(x=1, y=2)
assert_type(p.x, int)
assert_type(p[0], int)
assert_type(p[2], str)
assert_type(p[-1], str)
assert_type(p.norm(), float)
assert_type(p._replace(x=3), Point)
assert_type(Point._make([1, 2, ""]), Point)
assert_type(p._asdict(), dict[str, Any])
Point(1)  # E: [call-arg]
Point(1, "")  # E: [arg-type]
Point(1, 2, 3)  # E: [arg-type]
Point(1, 2, "", 4)  # E: [call-arg]
Point(1, 2, unit="")  # E: [call-arg]
p[3]  # E: [misc]
p._replace(z=1)  # E: [call-arg]
p._replace(x="")  # E: [arg-type]

p.x = 3  # E: [misc]
p[0] = 3  # E: [index]
del p.x  # E: [misc]
del p[0]  # E

a, b, units = p
assert_type(a, int)
assert_type(units, str)
c, d = p  # E: [misc]
c, d, e, f = p  # E: [misc]

v1: tuple[int, int, str] = p
v2: tuple[Any, ...] = p
v3: tuple[int, int] = p  # E: [assignment]
v4: tuple[int, str, str] = p  # E: [assignment]
v5: tuple[float, float, str] = p
v6: Point = (1, 2, "")  # E: [assignment]


class Location(NamedTuple):
    altitude: float = 0.0
    latitude: float  # E: [misc]
    longitude: float  # E: [misc]


class Underscore(NamedTuple):
    _x: int  # E: [misc]


class PointWithName(Point):
    name: str = ""


pn = PointWithName(1, 2, "")
assert_type(pn.name, str)
PointWithName(1, 2, "", "")  # E: [call-arg]


class BadPoint(Point):
    name: str = ""
    x: int = 0  # E: [misc]


class Unit(NamedTuple, object):  # E: [misc]
    name: str


T = TypeVar("T")


class Property(NamedTuple, Generic[T]):
    name: str
    value: T


class NewProperty[S](NamedTuple):
    name: str
    value: S


pr1 = Property("", 3.4)
assert_type(pr1, Property[float])
assert_type(pr1[1], float)
assert_type(pr1.value, float)
pr2 = NewProperty("", 3)
assert_type(pr2, NewProperty[int])
pr3: Property[str] = Property("", 3.1)  # E
q = Property[str]("", 3.1)  # E: [arg-type]


class Node(NamedTuple):
    value: int
    parent: "Node | None" = None


node = Node(1, Node(2))
if node.parent:
    assert_type(node.parent.value, int)


class Overwriting(NamedTuple):
    x: int

    def _asdict(self) -> dict[str, Any]:  # E: [misc]
        return {}


def matching(point: Point) -> None:
    match point:
        case Point(x, y, u):
            assert_type(x, int)
            assert_type(u, str)
