# typhon-only: what annotations say is looked at wherever an unchecked value comes in
import json
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Callable, Iterator, Literal, NamedTuple, NewType, Protocol, TypedDict, TypeVar, Optional, Iterable, Sequence, Mapping, Generator


def any_value(text: str) -> Any:
    return json.loads(text)


class Point:
    x: float
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y: float = y


class Named(Protocol):
    name: str
    def greet(self) -> str: ...


class Color(Enum):
    RED = 1


class Movie(TypedDict):
    title: str
    year: int


class Pair(NamedTuple):
    a: int
    b: str


@dataclass
class Data:
    n: int
    text: str = ""
    p: Point | None = field(default=None, repr=False)


UserId = NewType("UserId", int)
T = TypeVar("T", bound=Point)

def f_point(p: Point) -> None: print("ok", type(p).__name__)
def f_opt(p: Optional[Point]) -> None: print("ok", p is None)
def f_union(p: Point | int | Color) -> None: print("ok", p is None)
def f_named(p: Named) -> None: print("ok")
def f_call(p: Callable[[int], int]) -> int: return p(1)
def f_movie(p: Movie) -> int: return p["year"]
def f_pair(p: Pair) -> int: return p.a
def f_id(p: UserId) -> None: print("ok")
def f_color(p: Color) -> None: print("ok")
def f_lit(p: Literal["a", "b"]) -> None: print("ok")
def f_type(p: type[Point]) -> None: print("ok")
def f_tup(p: tuple[int, str]) -> int: return p[0]
def f_tv(p: T) -> T: return p
def f_iter(p: Iterable[int]) -> int:
    total = 0
    for x in p: total += x
    return total
def f_list(p: list[int]) -> int: return p[0] + 1
def f_dict(p: dict[str, int]) -> int:
    return sum(v for k, v in p.items())
def f_args(*args: int, **kw: str) -> None: print(args, kw)
def f_seq(p: Sequence[int]) -> int: return len(p)
def f_map(p: Mapping[str, int]) -> int: return p["a"]
def f_ret() -> Point: return any_value("3")
def f_var() -> None:
    x: int = any_value('"s"')
    print(x)
def f_attr(p: Point) -> None: p.x = any_value('"s"')
def f_gen() -> Iterator[int]:
    yield any_value('"s"')
def f_send() -> Generator[int, str, None]:
    x = yield 1
    print(x)
def drive(g):
    next(g); g.send(5)

def show(f, *args, **kw):
    try:
        result = f(*args, **kw)
        print(f.__name__, "->", result if isinstance(result, (int, str, list, Data)) or result is None else type(result).__name__)
    except Exception as e: print(f.__name__, "|", type(e).__name__, e)

class Dog:
    name = "rex"
    def greet(self): return "wau"
for f in (f_point, f_opt, f_union, f_named, f_id, f_color, f_lit, f_type, f_tv, f_iter, f_list, f_seq, f_map):
    for v in (1, None, Point(1, 2), "s", Dog(), Color.RED, Point, [1], ["a"], {"a": "x"}, Dog, len):
        show(f, v)
show(f_call, 3); show(f_call, lambda x: "s"); show(f_call, lambda x: x)
show(f_movie, 3); show(f_movie, {"year": "x"}); show(f_movie, {"year": 2})
show(f_pair, (1, "x")); show(f_pair, Pair(any_value('"q"'), "s"))
show(f_tup, ("a", "b")); show(f_tup, (1, "b"))
show(f_dict, {"a": "b"}); show(f_dict, {"a": 1})
show(f_args, 1, 2, "3"); show(f_args, 1, a=1); show(f_args, 1, a="s")
show(f_ret); show(f_var); show(f_attr, Point(1, 2)); show(lambda: list(f_gen())); show(drive, f_send())
def wild(p):
    p.x = "wild"
show(wild, Point(1, 2))
def wild2(p):
    p.y = None
show(wild2, Point(1, 2))
show(setattr, Point(1, 2), "y", "s")
show(Data, "s"); show(Data, 1, 2); show(Data, 1, "s", 3); show(Data, 1, "s", Point(1, 2)); show(Data, 1)
def wild3(c): c.x = "s"
show(wild3, Point)


# ---- module variables, with, unpacking, augmented assignment, walrus, comprehensions
LEVEL: int = 1
HOME: Point = Point(0, 0)


def set_globals(level, home):
    global LEVEL, HOME
    LEVEL = level
    HOME = home


class Manager:
    def __init__(self, value): self.value = value
    def __enter__(self): return self.value
    def __exit__(self, *exc): return False


def opened(m: Any) -> int:
    x: int
    with m as x:
        return x
    return 0


def unpacked(pair: Any) -> tuple[int, str]:
    a: int
    b: str
    a, b = pair
    return a, b


def unpacked_tuple(pair: tuple[int, str]) -> str:
    a, b = pair
    return b * a


def augmented(n: Any) -> int:
    total: int = 0
    total += n
    return total


def walrus(v: Any) -> int:
    n: int
    if (n := v): return n
    return 0


def caught(v: Any) -> int:
    x: int = 7
    try:
        x = v
    except TypeError as e:
        print("caught", e)
    return x


def caught_in_loop(xs: list[int]) -> int:
    last = -1
    try:
        for last in xs: pass
    except TypeError as e:
        print("caught", e)
    return last


def comprehended(rows: list[list[int]]) -> int: return sum([x for row in rows for x in row])
def of_dict(d: dict[str, list[int]]) -> int: return d["a"][0] + d.get("b", [0])[0]
def chained(d: dict[str, Point]) -> float: return d["a"].x
def popped(xs: list[int]) -> int:
    x = xs.pop()
    return x
def best(xs: list[int]) -> int: return max(xs)
def counted(d: dict[str, int], k: str) -> None: d[k] += 1
def later_bound(xs: list[Point]) -> list[float]: return [p.x for p in xs]


show(set_globals, 1, 2); show(set_globals, None, HOME); show(set_globals, 3, HOME); print(LEVEL)
for value in (3, "s"):
    show(opened, Manager(value)), show(augmented, value), show(walrus, value), show(caught, value), show(caught_in_loop, [1, value]), show(popped, [value]), show(best, [value])
    show(unpacked, (1, value)), show(unpacked, (value, "s")), show(unpacked_tuple, (2, value)), show(unpacked_tuple, (value, "x")), show(comprehended, [[1], [value]]), show(comprehended, [value])
    show(of_dict, {"a": [value]}), show(of_dict, {"a": value}), show(of_dict, {"a": [1], "b": [value]}), show(chained, {"a": value}), show(counted, {"k": value}, "k"), show(later_bound, [Point(1, 2), value])


# ---- coroutines, generators
import asyncio
from typing import AsyncIterator, Awaitable


async def coroutine(v: Any) -> int: return v
async def awaits(c: Awaitable[int]) -> int:
    n = await c
    return n + 1
async def yields(v: Any) -> AsyncIterator[int]:
    yield v
async def loops(it: AsyncIterator[int]) -> int:
    total = 0
    async for n in it: total += n
    return total
async def loose(v): return v
async def loose_items(v): yield v
def ends(v: Any) -> Generator[int, None, str]:
    yield 1
    return v
def delegates(v: Any) -> Generator[int, None, str]:
    text = yield from ends(v)
    return text + "!"


def run(f, *args):
    return asyncio.run(f(*args))


for value in (3, "s"):
    show(run, coroutine, value), show(run, awaits, coroutine(value)), show(run, awaits, loose(value)), show(run, loops, yields(value)), show(run, loops, loose_items(value)), show(lambda: list(delegates(value)))


# ---- overriding without annotations
class Base:
    limit: int = 1
    def area(self) -> float: return 1.0
    def name(self) -> Point: return Point(0, 0)
class Derived(Base):
    def __init__(self, v): self.v = v
    def area(self): return self.v
    def name(self): return self.v
def measure(b: Base) -> float: return b.area() * 2
def named(b: Base) -> float: return b.name().x
class Plain:
    def __init__(self, v): self.v = v
class Sized(Protocol):
    def size(self) -> int: ...
class Sizer:
    def __init__(self, v): self.v = v
    def size(self): return self.v
def size_of(s: Sized) -> int: return s.size() + 1


for value in (3, "s", Point(1, 2)):
    show(measure, Derived(value)), show(named, Derived(value)), show(size_of, Sizer(value)), show(setattr, Derived(1), "limit", value), show(setattr, Base, "limit", value)


# ---- generic classes, slots
U = TypeVar("U")
class Box(Protocol[U]):
    def get(self) -> U: ...
class Cell:
    def __init__(self, v): self.v = v
    def get(self): return self.v
def unbox(b: Box[int]) -> int: return b.get() + 1
@dataclass(slots=True)
class Slotted:
    n: int
class Counter:
    __slots__ = ("n",)
    n: int
def fill(c): c.n = "s"
show(unbox, Cell(1)), show(unbox, Cell("s")), show(Slotted, "s"), show(fill, Counter()), show(fill, Slotted(1))


# ---- attributes that take over a parameter; receivers of several classes
class Holder:
    def __init__(self, name: str, numbers: list[int]) -> None:
        self.name = name
        self.numbers = numbers
        self.count = 0
    def total(self) -> int:
        total = 0
        for n in self.numbers: total += n
        return total
class Other:
    name: str = ""
def rename_either(h: Holder | Other, name: Any) -> str:
    h.name = name
    return h.name
def rename(h: Holder, name: Any) -> None: h.name = name
def free(h, **values):
    for name, v in values.items(): setattr(h, name, v)
VALUES: list[Any] = ["s", 3]
for value in VALUES:
    show(free, Holder("a", []), name=value), show(free, Holder("a", []), count=value), show(Holder("a", [1, value]).total), show(rename, Holder("a", []), value)
    show(rename_either, Holder("a", []), value), show(rename_either, Other(), value)
