# Named tuples: what is told its name, what repr() shows, what belongs to one class alone.
from collections import namedtuple
from typing import NamedTuple, Optional, Union


class Empty(NamedTuple):
    pass


class One(NamedTuple):
    only: "int"


class Point(NamedTuple):
    """A point."""
    x: int
    y: Optional[int] = None
    z: Union[int, str] = 3

    @property
    def total(self):
        return self.x

    @property
    def twice(self):
        """Twice."""
        return 2 * self.x

    def __lt__(self, other):
        return NotImplemented

    @property
    def late(self):
        return 1


class Sub(Point):
    pass


class Told:
    def __set_name__(self, owner, name):
        print("told", name)


class Untold(NamedTuple):
    x: int
    told = Told()
    after = 5
    __hash__ = None


print(list(Untold.__dict__), Untold.after, Untold.__hash__)


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


p = Point(1)
for name in ("total", "late", "x"):
    attempt(lambda: setattr(p, name, 1))
    attempt(lambda: delattr(p, name))
print(p, Empty(), One(1), Sub(1, 2), namedtuple("N", "a")(5), namedtuple("N", "")(), repr(p) == repr(p), One("%s"), Point("%r", "%", "%%"))
print(Point.twice.__doc__, Point.__doc__, One.__doc__, Empty.__doc__, Point.__new__.__doc__, Empty.__new__.__doc__, Point._make.__doc__, Point._replace.__doc__)
for cls in (Empty, One, Point):
    print(list(cls.__dict__), cls._fields, cls.__match_args__, cls._field_defaults, cls.__annotations__, cls.__new__.__annotations__ == cls.__annotations__)
    for name in ("__new__", "_make", "_replace", "__repr__", "_asdict", "__getnewargs__"):
        f = getattr(cls, name)
        print(name, f.__qualname__, f.__name__, f.__module__.partition("._")[0], end="; ")
    print(cls.__new__.__globals__["__name__"], cls.__new__.__globals__["__builtins__"], cls.__new__.__defaults__, cls.__orig_bases__ == (NamedTuple,))
print(One.__repr__ is Point.__repr__, One.only is One.only, One._make.__func__ is Point._make.__func__, One.__new__.__globals__ is Point.__new__.__globals__)
One.__repr__.mark = 1
One.only.__doc__ = "only one"
print(hasattr(Point.__repr__, "mark"), Point.x.__doc__, One.only.__doc__, Empty.__slots__, Point.y.__doc__)
attempt(lambda: Point._make([1]))
attempt(lambda: Empty._make([1]))
attempt(lambda: Point(1)._replace(q=1))
print(Point._make([1, 2, 3]), Point(1)._replace(x=5)._asdict(), Point(1, 2).__getnewargs__())

types = {}


class Kept(NamedTuple):
    a: int
    types["before"] = __annotations__
    b: str = ""


print(types["before"], Kept.__annotations__ is types["before"], Kept.__annotations__)
for body in ("_fields = 1", "_make = 1", "__new__ = 1", "__init__ = 1", "__slots__ = ()", "_x: int", "class_: int", "x: int; x_: int = 1; y: int", "x: 5", "x: int = 1; _y = 2", "__weird = 3", "x: int; __hash__ = None", "x: int; __qualname__ = 'Q.R'",
             "__doc__ = 5", "x: int; __doc__: str", "x: None; y: 'None'"):
    space = {"NamedTuple": NamedTuple, "__name__": "m"}
    try:
        exec(f"class A(NamedTuple):\n    {body}", space)
        A = space["A"]
        print(body, "->", list(A.__dict__), A.__annotations__, A.__doc__, A.__qualname__, A._make.__qualname__)
    except Exception as error:
        print(body, "->", type(error).__name__, error)


# the fields of one class are names that another one's annotations have, too
Again = NamedTuple("Again", [("x", int), ("y", int)])
print(Again(1, 2), Again.__annotations__)
for bad in ("x y class", "x 1", ["x", "x"], ["x", "y", "_x"]):
    attempt(lambda: namedtuple("Bad", bad))
