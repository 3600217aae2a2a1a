# python3.12: # Fields that are given by keyword, and classes with slots: what is seen of them, however they are made.
import copy
import dataclasses
import inspect
import pickle
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar, Optional


def show(cls):
    print(cls.__name__, inspect.signature(cls), cls.__match_args__, cls.__doc__)
    print(" ", cls.__init__.__defaults__, cls.__init__.__kwdefaults__, list(cls.__init__.__annotations__))
    print(" ", [(f.name, f.kw_only) for f in fields(cls)], list(cls.__dataclass_fields__), sorted(k for k in vars(cls) if not k.startswith("__")))
    print(" ", cls.__init__.__code__.co_varnames[: cls.__init__.__code__.co_argcount + cls.__init__.__code__.co_kwonlyargcount], cls.__dataclass_params__.kw_only)


def fails(what, *args, **keywords):
    try:
        print("no error", what(*args, **keywords))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass(kw_only=True)
class All:
    a: int
    b: str = "x"
    c: Optional[float] = None
    d: list[int] = field(default_factory=list)
    e: int


show(All)
print(All(a=1, e=2), All(e=1, a=2, d=[3]) == All(a=2, e=1, d=[3]))
fails(All, 1, e=2)
fails(All, a=1)
print(All(a=1, e=2).d is All(a=1, e=2).d)


@dataclass
class Marked:
    a: int
    b: int = 1
    _: KW_ONLY
    c: int
    d: int = 3
    e: ClassVar[int] = 4


show(Marked)
print(Marked(1, c=2), Marked(1, 5, c=2, d=6), hasattr(Marked, "_"))
fails(Marked, 1, 2, 3)
fails(Marked, 1)


@dataclass
class TextMarked:
    a: int
    _: "KW_ONLY"
    b: int = 2
    c: "int" = 3


show(TextMarked)
print(TextMarked(1, b=5))


@dataclass
class ModuleMarked:
    a: int
    _: "dataclasses.KW_ONLY"
    b: int = 2


show(ModuleMarked)


@dataclass
class Some:
    a: int = field(kw_only=True)
    b: int
    c: int = field(default=7, kw_only=True)
    d: int = 8


show(Some)
print(Some(1, a=2), Some(1, 2, a=3, c=4))


@dataclass(kw_only=True)
class NotAll:
    a: int = field(kw_only=False)
    b: int = 2
    c: int = field(default=3, kw_only=False)


show(NotAll)
print(NotAll(1), NotAll(1, 2), NotAll(1, 2, b=3))


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass(kw_only=True)
class Derived(Base):
    z: int
    y: int = 5


show(Derived)
print(Derived(1, z=3), Derived(1, z=3, y=4))


@dataclass
class Last(Derived):
    w: int = 0


show(Last)
print(Last(1, 2, z=3))


@dataclass(kw_only=True, frozen=True, order=True)
class Frozen:
    a: int
    b: list = field(default_factory=list, compare=False)


show(Frozen)
print(Frozen(a=1) < Frozen(a=2), hash(Frozen(a=1)) == hash(Frozen(a=1, b=[1])), Frozen(a=1))
fails(setattr, Frozen(a=1), "a", 2)


@dataclass(kw_only=True)
class Told:
    a: int
    b: int = 2

    def __post_init__(self):
        print("made", self.a, self.b)


Told(a=1)


@dataclass(kw_only=True)
class Initial:
    a: int
    b: InitVar[int] = 2

    def __post_init__(self, b):
        print("made", self.a, b)


Initial(a=1)
show(Initial)


@dataclass(kw_only=True)
class Nothing:
    pass


show(Nothing)


@dataclass
class OnlyMark:
    _: KW_ONLY


show(OnlyMark)


def two_marks():
    @dataclass
    class Two:
        a: int
        _: KW_ONLY
        b: int
        __: KW_ONLY
        c: int


def bad_order():
    @dataclass
    class Bad:
        a: int = 1
        _: KW_ONLY
        c: int
        d: int = field(kw_only=False)


def given_class_var():
    @dataclass
    class Bad:
        a: ClassVar[int] = field(default=1, kw_only=True)


def mutable():
    @dataclass(kw_only=True)
    class Bad:
        a: list = []


for each in (two_marks, bad_order, given_class_var, mutable):
    fails(each)


# ---- slots

made = []


class Watches:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        made.append((cls.__name__, "__slots__" in vars(cls), "__dataclass_fields__" in vars(cls)))


class Descriptor:
    def __set_name__(self, owner, name):
        made.append((owner.__name__, name, "__slots__" in vars(owner)))


@dataclass(slots=True)
class Slotted(Watches):
    """With a text."""

    a: int
    b: str = "b"
    helper = Descriptor()

    def double(self):
        return self.a * 2

    class Inner:
        pass


print(made, Slotted.__slots__, Slotted.__qualname__, Slotted.__doc__, Slotted.__module__ == __name__)
show(Slotted)
print(Slotted(1), Slotted(1).double(), Slotted(1) == Slotted(1, "b"), Slotted.Inner.__qualname__)
fails(setattr, Slotted(1), "missing", 1)  # Watches has a dict


@dataclass(slots=True)
class Point:
    x: int
    y: int = 0
    z: ClassVar[int] = 5


print(Point.__slots__, Point.z, Point(1), type(Point.__dict__["x"]).__name__, hasattr(Point(1), "__dict__"))
fails(setattr, Point(1), "missing", 1)
print(pickle.loads(pickle.dumps(Point(1, 2))), copy.copy(Point(3)), copy.deepcopy(Point(4)), "__getstate__" in vars(Point))


@dataclass(frozen=True, slots=True)
class FrozenPoint:
    x: int
    y: list[int] = field(default_factory=list)


print(FrozenPoint.__slots__, FrozenPoint(1), pickle.loads(pickle.dumps(FrozenPoint(1, [2]))), copy.copy(FrozenPoint(3)))
print(FrozenPoint.__getstate__.__name__, FrozenPoint.__setstate__.__name__)
fails(setattr, FrozenPoint(1), "x", 2)
fails(delattr, FrozenPoint(1), "x")


@dataclass(frozen=True, slots=True)
class Stateful:
    x: int

    def __getstate__(self):
        return "own"

    def __setstate__(self, state):
        object.__setattr__(self, "x", state)


print(pickle.loads(pickle.dumps(Stateful(1))), Stateful(1).__getstate__())


@dataclass(slots=True)
class Point3(Point):
    w: int = 9
    x: int = 4


print(Point3.__slots__, Point3(), Point3.__mro__[1] is Point)


@dataclass(slots=True, weakref_slot=True)
class Weak:
    x: int


@dataclass(slots=True, weakref_slot=True)
class Weaker(Weak):
    y: int = 1


print(Weak.__slots__, Weaker.__slots__)


class TextSlots:
    __slots__ = "x"


class MoreSlots:
    __slots__ = {"y": "a text"}


@dataclass(slots=True)
class FromText(TextSlots):
    x: int
    z: int


@dataclass(slots=True)
class FromDict(MoreSlots):
    x: int
    y: int


print(FromText.__slots__, FromDict.__slots__, FromText(1, 2), FromDict(1, 2))


def has_slots():
    @dataclass(slots=True)
    class Bad:
        __slots__ = ("a",)
        a: int


def weakref_alone():
    @dataclass(weakref_slot=True)
    class Bad:
        a: int


for each in (has_slots, weakref_alone):
    fails(each)


class Meta(type):
    def __new__(mcls, name, bases, space, **keywords):
        print("Meta.__new__", name, sorted(k for k in space if not k.startswith("__")), "__slots__" in space)
        return super().__new__(mcls, name, bases, space, **keywords)

    def __init__(cls, name, bases, space):
        print("Meta.__init__", name)
        super().__init__(name, bases, space)


@dataclass(slots=True)
class WithMeta(metaclass=Meta):
    a: int
    b: int = 2


print(WithMeta(1), WithMeta.__slots__)


@dataclass(slots=True, kw_only=True)
class Both:
    a: int
    b: list = field(default_factory=list)
    c: int = 3


show(Both)
print(Both(a=1), Both.__slots__)
print(dataclasses.replace(Both(a=1), c=5), dataclasses.asdict(Both(a=1)), dataclasses.astuple(Both(a=1)))


# ---- metaclasses

from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @abstractmethod
    def __eq__(self, other): ...


@dataclass
class Square(Shape):
    side: int
    names: list = field(default_factory=list)

    def area(self):
        return self.side**2


@dataclass(slots=True, frozen=True)
class Slim(metaclass=ABCMeta):
    side: int = 1

    @abstractmethod
    def area(self): ...


class Slimmer(Slim):
    def area(self):
        return 0


show(Square)
print(Square(2), Square(2) == Square(2), Square.__abstractmethods__, Slim.__abstractmethods__, Slim.__slots__, Slimmer(3))
fails(Slim, 1)


class Answers(type):
    def __getattr__(cls, name):
        if name in ("a", "b"):
            return 77
        raise AttributeError(name)


class Tells(type):
    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)


class Calls(type):
    def __call__(cls, *args):
        return super().__call__(*args, b=5)


@dataclass
class Answered(metaclass=Answers):
    a: int
    b: int


@dataclass
class Called(metaclass=Calls):
    a: int
    b: int = 2


show(Answered)
print(Answered(), Called(1))


@dataclass(kw_only=True)
class Told2(metaclass=Tells):
    a: int
    b: int = 2


print(Told2(a=1))


# ---- documentation: the same alias again, and one of a class that gets another name

class Renamed:
    pass


from typing import Union

for name in ("First", "Second"):
    Renamed.__qualname__ = name

    @dataclass
    class Documented:
        a: Optional[int]
        b: Optional[Renamed]
        c: Union[int, str] = 1
        d: Optional[int] = None

    print(Documented.__doc__.replace(__name__, "here"))
