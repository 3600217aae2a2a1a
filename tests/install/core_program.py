# What the core library has (docs/embedding.md), and what it says of the rest.
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
import abc, atexit, collections, collections.abc, contextlib, copy, functools, gc, itertools, keyword, math, numbers, operator, sys, types, typing, typing_extensions, warnings, weakref


@dataclass(order=True, frozen=True)
class Point:
    x: int = 3
    tags: list[str] = field(default_factory=list)


class CountsCalls(type):
    def __call__(cls, *args):
        return super().__call__(*args)


@dataclass
class Made(metaclass=CountsCalls):
    size: int = 1


class Colour(Enum):
    RED = auto()
    BLUE = auto()


class Mode(Flag):
    READ = auto()
    WRITE = auto()


@functools.lru_cache
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Named(typing.NamedTuple):
    name: str


class Speaks(typing.Protocol):
    def speak(self) -> str: ...


@contextlib.contextmanager
def opened() -> typing.Iterator[int]:
    yield 1


async def answer() -> int:
    return 42


print(Point(), Point(4) > Point(), copy.deepcopy(Point(5, ["a"])), Made(2))
print(Colour.RED, list(Colour), Mode.READ | Mode.WRITE)
print(fib(50), Named("n"), collections.Counter("abca"), collections.namedtuple("Pair", "a b")(1, 2))
with opened() as value:
    print(value, typing.get_type_hints(Point), round(math.pi, 4), list(itertools.chain([1], [2])))
print("é".encode("latin-1"), f"{1:>5}|{'a'!r}", 10**30, isinstance(3, numbers.Integral))
try:
    "я".encode("koi8-r")  # of one byte a character there are only ascii and latin-1
except LookupError as error:
    print(error)
for module in ("json", "re", "os", "asyncio", "nonsense"):
    try:
        __import__(module)
    except ModuleNotFoundError as error:
        print(error)
for text in (r'"\N{GREEK SMALL LETTER PI}"', r'rb"\N{DASH}".decode("unicode_escape")'):
    try:
        print(eval(text))
    except (SyntaxError, UnicodeError) as error:
        print(error)
print("π".encode("ascii", "namereplace"))
try:
    "x".encode("nonsense")
except LookupError as error:
    print(error)
try:
    answer().send(None)
except StopIteration as stop:
    print(stop.value)
