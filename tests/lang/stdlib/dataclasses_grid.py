# python3.12: dataclasses of many bodies, each under many options: what stands in the class, and what its instances do.
import dataclasses
import inspect
import re
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields

BODIES = r"""
pass
x: int
x: int; y: str = 'a'
x: int = 1; y: int
x: list = []
x: list = field(default_factory=list); y: int = 3
x: int = field(default=3, repr=False); y: int = field(default=4, compare=False); z: int = field(default=5, hash=False)
x: int = field(init=False, default=1); y: int = 2
x: int = field(kw_only=True); y: int = 2
x: ClassVar[int] = 3; y: int = 2
x: ClassVar = 3; y: int = 2; z: ClassVar[list] = []
x: ClassVar[int] = field(default=3)
x: ClassVar[int] = field(default_factory=int)
x: InitVar[int]; y: int = 0\n__post_init__ = lambda self, x: setattr(self, 'y', x)
x: int\n__post_init__ = lambda self: print('post', self.x)
__post_init__ = lambda self: print('post')
x: 'int' = 1; y: 'ClassVar[int]' = 2
x: int; _: KW_ONLY; y: int = 1
self: int = 1; other: int = 2
x: int\n__eq__ = lambda self, other: 'eq'
x: int\n__hash__ = lambda self: 7
x: int\n__repr__ = lambda self: 'mine'
x: int\n__init__ = lambda self, *a: setattr(self, 'x', a)
x: int\n__lt__ = lambda self, other: True
x: int\n__setattr__ = lambda self, n, v: object.__setattr__(self, n, v)
x: int\n__match_args__ = ('q',)
x = field()
x: int = field(default=1); y: int = field(default_factory=int); z = 3
'''doc'''\nx: list[int] = field(default_factory=list); y: Optional[int] = None; z: int | None = None
x: int = property(lambda self: 3)
x: int = field(metadata={'a': 1}, default=2); y: dict = field(default_factory=dict, repr=False, compare=False)
a: int; b: int; c: int = 0; d: int = field(default_factory=lambda: 9)
x: None = None; y: typing.Any = 1.5; z: tuple[int, ...] = (1, 2)
__slots__ = ('x',); x: int
x: int; x: str = 'again'
if_: int = 0; class_: int = field(default_factory=int)
""".strip().splitlines()
OPTIONS = [{}, {"frozen": True}, {"order": True}, {"eq": False}, {"slots": True}, {"frozen": True, "slots": True, "order": True}, {"kw_only": True}, {"unsafe_hash": True, "repr": False}]


def shown(*parts):
    print("  ", re.sub(r" at 0x[0-9a-f]+|<factory>\)", "", " ".join(map(str, parts))))


def attempt(work):
    try:
        return work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def describe(cls):
    shown(sorted(set(cls.__dict__) - {"__dict__", "__weakref__", "__static_attributes__", "__firstlineno__"}), cls.__doc__)
    shown([f.name for f in fields(cls)], list(cls.__dataclass_fields__), cls.__dict__.get("__match_args__"), cls.__hash__ is None, cls.__dict__.get("__slots__"))
    if "__init__" in cls.__dict__ and cls.__init__.__name__ == "__init__":
        shown(inspect.signature(cls.__init__), cls.__init__.__qualname__, cls.__init__.__module__)
    if not fields(cls):
        shown(cls.__dataclass_params__)
    first, again, other = (attempt(lambda: cls(*given)) for given in ((), (), (5,)))
    shown(first, other)
    shown(attempt(lambda: first == again), cls.__hash__ is object.__hash__ or attempt(lambda: hash(first) == hash(again)), attempt(lambda: first < other), attempt(lambda: first >= other), *[attempt(lambda: change(first, f.name, *value)) for f in fields(cls)[:1] for change, value in ((setattr, (2,)), (delattr, ()))])
    shown(attempt(lambda: dataclasses.asdict(other)), attempt(lambda: dataclasses.replace(other)), attempt(lambda: cls(1, 2, 3, 4, 5, 6)))


for body in BODIES:
    for options in OPTIONS:
        lines = body.replace(r"\n", "\n").splitlines()
        space = {"dataclass": dataclass, "field": field, "ClassVar": typing.ClassVar, "Optional": typing.Optional, "InitVar": InitVar, "KW_ONLY": KW_ONLY, "typing": typing, "__name__": __name__}
        print(repr(body), options)
        exec("class X:\n" + "\n".join("  " + line for line in lines), space)
        made = attempt(lambda: dataclass(**options)(space["X"]))
        describe(made) if isinstance(made, type) else shown(made)
for options in ({"repr": False, "init": False, "match_args": False}, {"slots": True, "weakref_slot": True}, {"weakref_slot": True}, {"order": True, "eq": False}):
    made = attempt(lambda: dataclass(**options)(type("X", (), {"x": 1, "__annotations__": {"x": int}, "__module__": __name__})))
    describe(made) if isinstance(made, type) else shown(made)


@dataclass
class Base:
    a: int
    b: int = 2
    limit: typing.ClassVar[int] = 9


@dataclass
class Child(Base):
    c: list = field(default_factory=list)
    b: int = 7


@dataclass(order=True)
class Grandchild(Child):
    """A grandchild."""
    d: str = "d"


class Plain(Base):
    e: int = 5


@dataclass
class Other(Plain):
    f: int = 6


@dataclass
class Stray(Base):
    pass


for cls in (Base, Child, Grandchild, Other, Stray):
    print(cls.__name__)
    describe(cls)
print(attempt(lambda: dataclass(frozen=True)(type("F", (Base,), {"__annotations__": {}}))))


@dataclass(frozen=True)
class Frozen:
    x: int = 1


print(attempt(lambda: dataclass(type("F", (Frozen,), {"__annotations__": {}}))), attempt(lambda: dataclass(type("G", (Base,), {"a": field(default=1)}))))
print(attempt(lambda: type("H", (Frozen,), {})().__setattr__("y", 1)), attempt(lambda: setattr(Frozen(), "x", 2)), attempt(lambda: setattr(Frozen(), "zz", 2)))
