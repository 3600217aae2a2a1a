# Named tuples: made by calls.
from collections import namedtuple
from typing import Any, NamedTuple, assert_type

Point1 = namedtuple("Point1", ["x", "y"])
Point2 = namedtuple("Point2", ("x", "y"))
Point3 = namedtuple("Point3", "x y")
Point4 = namedtuple("Point4", "x, y")
Point5 = NamedTuple("Point5", [("x", int), ("y", str)])
Point6 = NamedTuple("Point6", (("x", int), ("y", str)))

for kind in (Point1, Point2):
    pass
p1 = Point1(1, 2)
assert_type(p1.x, Any)
Point1(1)  # E: [call-arg]
Point2(1, 2, 3)  # E: [call-arg]
Point3(x=1, z=2)  # E: [call-arg]
Point4(x=1, y=2).z  # E: [attr-defined]
p5 = Point5(1, "")
assert_type(p5.x, int)
assert_type(p5[1], str)
Point5("", "")  # E: [arg-type]
Point6(1, 2)  # E: [arg-type]
x, y = p5
assert_type(y, str)

NT1 = namedtuple("NT1", ["a", "a"])  # E: [misc]
NT2 = namedtuple("NT2", ["abc", "def"], rename=False)  # E: [misc]
NT3 = namedtuple("NT3", ["abc", "def"], rename=True)
NT3(abc="", _1="")
NT4 = namedtuple("NT4", "a b c", defaults=(1, 2))
NT4()  # E: [call-arg]
NT4(1)
NT5 = namedtuple("NT5", "a b", defaults=(1, 2, 3))  # E: [misc]
NT6 = namedtuple("NT6", ["_a"])  # E: [misc]
NT7 = NamedTuple("Other", [("a", int)])  # E: [misc]

names = ["a", "b"]
Dynamic = namedtuple("Dynamic", names)
Dynamic(1, 2).a


class Derived(namedtuple("Base", "a b")):
    def total(self) -> int:
        return self.a + self.b


assert_type(Derived(1, 2).total(), int)


class Typed(NamedTuple("TypedBase", [("a", int)])):
    pass


assert_type(Typed(1).a, int)


# Asked for before its statement is walked: the error is said all the same.
def builds_early(first):
    return Early(first)


builds_early(1).first
Early = namedtuple("Earlier", "first")  # E: [misc]
