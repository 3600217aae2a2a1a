# python3.12
"""Methods of dataclasses are compiled when they are first called: whatever asks for them first, they are what they are said to be. Fields that are found in
one go, and those that are not."""
import copy
import dataclasses
import inspect
import pickle
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, ClassVar, List, Optional


@dataclass
class Plain:
    x: int
    y: int = 2
    label: str = "p"


print(Plain.__init__.__code__.co_argcount, Plain.__init__.__code__.co_varnames, Plain.__eq__.__code__.co_firstlineno, Plain.__repr__.__name__)
print(inspect.signature(Plain), inspect.signature(Plain.__eq__), Plain.__doc__, Plain.__init__.__defaults__, Plain.__init__.__kwdefaults__)
print(Plain.__init__.__module__, Plain.__init__.__qualname__, Plain.__eq__.__qualname__, Plain.__match_args__)


@dataclass
class Called:
    x: int
    y: int = 2
    label: str = "p"


for arguments, keywords in ((), {}), ((1, 2, 3, 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((), {"y": 1}):
    try:
        Called(*arguments, **keywords)
    except TypeError as error:
        print(error)
print(Called(label="a", x=1), Called(*[1], **{"y": 4}) == Called(1, 4), Called(1) == Plain(1), Called(1) != Called(2))
print(pickle.loads(pickle.dumps(Called(5))), copy.deepcopy(Called([1])), dataclasses.replace(Called(1), y=9))


@dataclass
class Below(Called):
    more: list = field(default_factory=list)
    hidden: int = field(default=0, repr=False, compare=False)

    def __post_init__(self):
        self.more.append(self.x)


print(Below(1), Below(1, hidden=3) == Below(1), Below(1, more=[2]).more, Below.__doc__)


class Further(Below):
    def __init__(self, x):
        super().__init__(x, label="further")

    def __repr__(self):
        return "<" + super().__repr__() + ">"


print(Further(3), Further(3) == Further(3), Further(3) == Below(3))


@dataclass(frozen=True, order=True)
class Key:
    first: str
    second: int = 0


print(Key("a") < Key("a", 1), Key("b") >= Key("a"), hash(Key("a")) == hash(Key("a")), sorted([Key("b"), Key("a", 2), Key("a")]))
for action in "setattr", "delattr":
    try:
        getattr(Key, f"__{action}__")(Key("a"), "first", *(["b"] if action == "setattr" else []))
    except dataclasses.FrozenInstanceError as error:
        print(type(error).__name__, error)
try:
    Key("a") < 3
except TypeError as error:
    print(error)


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: Optional[int] = None
    c: "List[int]" = field(default_factory=lambda: [1])


print(Slotted(a=1), Slotted.__slots__, Slotted.__init__.__kwdefaults__, inspect.signature(Slotted))
try:
    Slotted(1)
except TypeError as error:
    print(error)


@dataclass
class Mixed:
    counter: ClassVar[int] = 3
    text_counter: "ClassVar[int]" = 4
    other: "typing.ClassVar[int]" = 5
    seed: InitVar[int] = 1
    late: "InitVar[int]" = 2
    optional: Optional[int] = None
    union: int | None = None
    alias: Optional[list[int]] = None
    anything: Any = object
    nothing: None = None
    unknown: "NotThere" = 7
    dotted: "typing.Any" = 8
    _: KW_ONLY
    last: "int" = 9

    def __post_init__(self, seed, late):
        self.sum = seed + late


print([f.name for f in dataclasses.fields(Mixed)], Mixed(5, 6).sum, Mixed.__doc__)
print([(f.name, f.type, f.kw_only, f._field_type) for f in dataclasses.fields(Mixed)][-2:])


# What a name in the class gives.
class Meta(type):
    shared = "of the metaclass"


class Descriptor:
    def __get__(self, instance, owner):
        return "described" if instance is None else 2

    def __set__(self, instance, value):
        instance.__dict__["kept"] = value


def function(x):
    return x


@dataclass
class Odd(metaclass=Meta):
    described: Any = Descriptor()
    called: Any = function
    shared: str = "own"
    computed: Any = property(lambda self: 1).fget


print(Odd.__init__.__defaults__[:1], Odd.__init__.__defaults__[1] is function, Odd().kept, dataclasses.fields(Odd)[0].default)


@dataclass
class FromMeta(metaclass=Meta):
    shared: str


print(FromMeta.__init__.__defaults__)
for body in ({"__annotations__": {"x": list}, "x": []}, {"__annotations__": {"x": set}, "x": field(default=set())}, {"x": field()},
             {"__annotations__": {"a": int, "b": int}, "a": 1}, {"__annotations__": {"x": ClassVar[int]}, "x": field(default_factory=int)}):
    try:
        dataclass(type("Wrong", (), body))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# Many fields; names that methods use.
many = dataclasses.make_dataclass("Many", [(f"f{i}", int, i) for i in range(300)], order=True)
print(many().f299, many() == many(), many(1) > many(0), len(repr(many())), many(*range(300)) == many())
Names = dataclasses.make_dataclass("Names", ["self", "other", "_cls", "_set", "_FACTORY", "name", "value", ("_enter", int, 1)], frozen=True)
print(Names(*range(7)), hash(Names(*range(7))) == hash(Names(*range(7))))
empty = dataclass(type("Empty", (), {}))
print(empty(), empty() == empty(), empty.__doc__)


@dataclass
class Node:
    name: str
    parent: "Optional[Node]" = None
    children: list = field(default_factory=list)


node = Node("root")
node.children.append(Node("leaf", node))
print(node)


class Bad:
    def __eq__(self, other):
        return NotImplemented if other is None else 1 // 0


try:
    Plain(Bad()) == Plain(Bad())
except ZeroDivisionError as error:
    at = error.__traceback__.tb_next
    print(at.tb_frame.f_code.co_name, at.tb_frame.f_code.co_filename, at.tb_lineno)
