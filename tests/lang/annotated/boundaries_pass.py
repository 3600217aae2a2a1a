# python3.12: What the annotations allow passes every guard, and so does what stays Any.
import abc
import enum
import functools
import json
import os
from collections import OrderedDict, UserDict, UserList, deque
from dataclasses import dataclass, field
from typing import Any, Callable, ClassVar, Final, Generic, Iterable, Iterator, Literal, Mapping, NamedTuple, NewType, Optional, Protocol, Self, Sequence, TypedDict, TypeVar, cast
from unittest.mock import MagicMock, Mock


def unchecked(value):
    return value


# ---- numbers
@dataclass
class Sizes:
    a: float
    b: complex = 0
    c: int = True
    d: Optional[float] = None
    e: list[float] = field(default_factory=list)
    f: "Sizes | None" = None
    kind: ClassVar[str] = "sizes"


class Whole(int): pass
class Text(str): pass


def numbers(a: float, b: complex, c: int, d: Optional[float] = None, *rest: float, **more: complex) -> float:
    total: float = unchecked(a) + c
    for x in rest: total += x
    for key, y in more.items(): total += y.real
    return total if d is None else d


print(numbers(1, 2, True), numbers(unchecked(Whole(1)), 2.5, Whole(3), 4, True, 2.5, x=1, y=2j, z=True))
print(Sizes(1), Sizes(True, 1.5, Whole(2), 3, [1, 2.5], Sizes(2)))
sizes = Sizes(1.5)
for value in (1, True, Whole(5), 2.5): setattr(sizes, "a", value); print(sizes.a)
sizes.f = unchecked(sizes)
Sizes.kind = unchecked("other")


# ---- classes, by whatever name
class Shape(abc.ABC):
    sides: int = 0

    @abc.abstractmethod
    def area(self) -> float: ...

    def same(self, other: Self) -> bool: return self.area() == other.area()


class Square(Shape):
    sides = 4

    def __init__(self, side: float) -> None: self.side = side
    def area(self): return self.side * self.side


class Circle:
    def area(self): return 3


Shape.register(Circle)


class Pretender:
    __class__ = Square  # type: ignore
    side = 2.0
    def area(self): return 5


class AnyShape(Any):
    def area(self): return 6


def area(shape: Shape, more: Shape | None = None, *rest: Shape) -> float:
    return shape.area() + (more.area() if more else 0) + sum(s.area() for s in rest)


mock = Mock(); mock.area.return_value = 7
magic = MagicMock(spec=Square); magic.area.return_value = 8
print(area(Square(2)), area(unchecked(Circle())), area(unchecked(Pretender())), area(unchecked(AnyShape())), area(mock), area(magic), area(Square(1), None, unchecked(Circle())))
print(Square(1).same(unchecked(Square(1))), Square(1).same(unchecked(Circle())))


def local_classes(n: int) -> list[str]:
    class Inner:
        def __init__(self, next: "Inner | None") -> None: self.next = next
    class Deeper(Inner): pass
    def named(x: Inner) -> str: return type(x).__name__
    return [named(Inner(None)), named(Deeper(Inner(None)))] * n


print(local_classes(1), local_classes(2))


class Outer:
    class Inner:
        value: int = 1
    def take(self, inner: Inner) -> int: return inner.value


print(Outer().take(unchecked(Outer.Inner())))


class Meta(type):
    def __instancecheck__(cls, v): return hasattr(v, "quack")


class Duck(metaclass=Meta):
    quack = 1


class Goose:
    quack = 2


def quack(d: Duck) -> int: return d.quack
print(quack(Duck()), quack(unchecked(Goose())))


def registered(cls):
    class Wrapper(cls): pass
    return Wrapper


@registered
class Plugin:
    name: str = "plugin"


def plugin(p: Plugin) -> str: return p.name
print(plugin(Plugin()))


# ---- protocols and library classes
class Named(Protocol):
    name: str
    def greet(self, word: str = ...) -> str: ...


class OnInstance:
    def __init__(self): self.name, self.greet = "instance", lambda word="": "hi"


class Dynamic:
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return (lambda: "dynamic") if name == "greet" else name


class OnClass:
    name = "class"
    @classmethod
    def greet(cls, word=""): return "from the class"


def greet(n: Named) -> str: return n.name + n.greet()
print(greet(unchecked(OnInstance())), greet(unchecked(Dynamic())), greet(unchecked(OnClass)), greet(unchecked(OnClass())))


class HasSep(Protocol):
    sep: str
def separator(m: HasSep) -> str: return m.sep
print(separator(os) == os.sep, separator(unchecked(os)) == os.sep)


class OldSequence:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i


def first(xs: Iterable[int]) -> list[int]: return [x for x in xs]
def middle(xs: Sequence[Any]) -> Any: return xs[len(xs) // 2]
def keys(m: Mapping[str, int]) -> list[str]: return [k for k in m]
print(first(unchecked(OldSequence())), first({1, 2}), first(dict.fromkeys([3])), first(unchecked(range(2))), first(x for x in (1, 2)), first(deque([4])), first(b"a"))
print(middle("abc"), middle((1, 2)), middle(range(9)), middle(UserList([1])), middle(unchecked(deque([1, 2]))), middle(memoryview(b"abc")))
print(keys({"a": 1}), keys(OrderedDict(b=1)), keys(UserDict(c=1)), keys(unchecked(os.environ)) == list(os.environ))
for member in first(unchecked(enum.IntEnum("E", "A B"))): print(member)


# ---- callables, classes as values
class Caller:
    def __call__(self, n): return n + 1


def call(f: Callable[[int], int]) -> int: return f(1)
def make(cls: type[Shape], n: float) -> Shape: return cls(n)  # type: ignore[call-arg]
def any_class(cls: type) -> str: return getattr(cls, "__name__", "?")
print(call(Caller()), call(Whole), call(len.__class__ and abs), call(functools.partial(pow, 2)), call(lambda n: n), call(unchecked(Caller().__call__)))
print(make(unchecked(Square), 3).area(), any_class(int), any_class(unchecked(list[int])))


# ---- the rest of the annotations
UserId = NewType("UserId", int)
class Movie(TypedDict, total=False):
    title: str
    year: int
class Pair(NamedTuple):
    left: int
    right: str = ""
class Color(enum.Enum):
    RED = 1
    BLUE = "b"
T = TypeVar("T", bound=Shape)
U = TypeVar("U", int, str)
type Tree = int | list[Tree]


def forms(i: UserId, m: Movie, p: Pair, c: Color, l: Literal["a", 1, None], t: tuple[int, ...], o: object, a: Any, s: "str | None" = None, k: Tree = 1) -> str:
    return f"{i} {m.get('year', 0)} {p.left}{p.right} {c.name} {l} {len(t)} {o} {a} {s} {k}"


def bounded(x: T) -> T: return x
def constrained(x: U, y: U) -> U: return x + y
def default_none(x: int = None) -> str: return repr(x)  # type: ignore
def default_other(x: int = "text") -> str: return repr(x)  # type: ignore
print(forms(UserId(1), {"year": 2}, Pair(3, "x"), Color.BLUE, unchecked(1), (), None, ..., k=[1, [2]]), bounded(Square(1)).side, constrained("a", "b"), default_none(), default_other())


class Box(Generic[T]):
    def __init__(self, *items: T) -> None: self.items: list[T] = list(items)
    def first(self) -> T: return self.items[0]
    def map(self, f: "Callable[[T], T]") -> "Box[T]": return Box(*[f(i) for i in self.items])


print(Box(Square(2)).map(lambda s: Square(s.side + 1)).first().area())


# ---- attributes that are not plain ones
class Upper:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None) -> str: return getattr(obj, self.name)
    def __set__(self, obj, value: object) -> None: setattr(obj, self.name, str(value).upper())


class Converts:
    size: int
    title: Upper = Upper()

    def __setattr__(self, name, value): super().__setattr__(name, int(value) if name == "size" else value)


class Checked:
    limit: int = 0

    @property
    def level(self) -> int: return self._level
    @level.setter
    def level(self, value: Any) -> None: self._level = int(value)


class Slotted:
    __slots__ = ("a", "b")
    a: int
    b: "Slotted | None"


class Late:
    ready: str = None  # type: ignore
    def __init__(self) -> None: self.other: int = None  # type: ignore


class Redeclared(Checked):
    limit: str = "none"  # type: ignore


def set_all(o, **values):
    for name, value in values.items(): setattr(o, name, value)
    return o


c = set_all(Converts(), size="12", title=5); print(c.size, c.title)
print(set_all(Checked(), level="3").level, set_all(Late(), ready=None, other=None).other, set_all(Redeclared(), limit="x").limit)
s = set_all(Slotted(), a=1, b=Slotted()); s.b = unchecked(None); print(s.a, s.b)
del s.a


@dataclass(slots=True, frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def __add__(self, other: "Version") -> "Version":
        if not isinstance(other, Version): return NotImplemented
        return Version(self.major + other.major, self.minor + other.minor)


print(Version(1) + Version(2, 1), Version(unchecked(1)) < Version(2))
for bad in (1, None):
    try: print(Version(1) + bad)  # type: ignore
    except TypeError as e: print(e)


# ---- what a cast says is believed; what is ignored is not looked at
class Service:
    client: Square = cast(Square, None)
    count: int = json.loads("null")  # type: ignore

    def use(self) -> bool: return self.client is None


print(Service().use(), Service().count)


# ---- types that were only inferred are nobody's promise
class State:
    value = 0


def state(): return State.value
def read() -> str: return repr(state())
State.value = unchecked("text")
print(read())


def mixed() -> list[str]:
    items = [1, "a"]
    items.append(unchecked(2.5))
    return [str(i) for i in items]


print(mixed())


def numbers_of(n: int) -> Iterator[int]:
    for i in range(unchecked(n)): yield i


async def later(n: int) -> int: return unchecked(n)
async def run() -> int: return await later(3) + await unchecked(later(4))
import asyncio
print(list(numbers_of(3)), asyncio.run(run()))
