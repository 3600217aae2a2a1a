# More of what typed programs do every day, and no checker may refuse.
import dataclasses
from os import (  # type: ignore
    path,
    no_such_name,
)
from os import (
    sep,
    no_other_name,  # E: [attr-defined]
)
from typing import *

# ---- names that only functions give to the module
def set_up() -> None:
    global settings, loads, Local, count
    settings = {"a": 1}
    from json import loads
    class Local: ...
    def count() -> int: return 1
def use() -> None:
    print(settings, loads("1"), Local(), count())
    print(setings)  # E: [name-defined]

# ---- a class that may be missing
try:
    import json
    Context = json.JSONDecoder
except ImportError:
    Context = object  # type: ignore
def context(x: Optional[Context]) -> None:
    if x: assert_type(x, json.JSONDecoder)

# ---- given something else on purpose
def headers(x: dict[str, str] | list[tuple[str, str]] | None) -> None:
    if x:
        if isinstance(x, dict):
            x = x.items()  # type: ignore[assignment]
        for a, b in x: print(a.upper(), b.upper())
class Connected:
    def __init__(self) -> None:
        self.other: Connected = None  # type: ignore
        self.other.again()
    def again(self) -> None: ...

# ---- whether a field has a default
def default_of(field: dataclasses.Field[Any]) -> Callable[[], Any] | None:
    if field.default_factory is not dataclasses.MISSING: return field.default_factory
    return None

# ---- some of the arguments of a function with overloads
from functools import partial
open_bytes = partial(open, mode="rb")
def read_bytes(name: str) -> bytes:
    with open_bytes(name) as f: return f.read()
@overload
def half(x: int, text: Literal[False] = False) -> int: ...
@overload
def half(x: int, text: Literal[True]) -> str: ...
def half(x: int, text: bool = False) -> int | str: return str(x // 2) if text else x // 2
assert_type(partial(half, text=True)(3), str)
assert_type(partial(half, 3)(), int)
assert_type(partial(half, 3)(True), str)
partial(half, 3)("x")  # E: [call-overload]

# ---- annotated where nothing need be
from collections import namedtuple
from enum import Enum
class Licence(namedtuple("Licence", "name free")):
    name: str
    free: bool
    def show(self) -> str: return self.name.upper()
class Otherwise(namedtuple("Otherwise", "name free")):
    name: str = ""  # E: [misc]
Level = Literal["low", "high"]
class Scope(Enum):
    LOW: Level = "low"  # E: [misc]
    HIGH: Level = "high"  # E: [misc]
    def level(self) -> Level: return self.value

# ---- one of several kinds of functions
T = TypeVar("T")
U = TypeVar("U")
Setup = Union[Callable[..., T], Callable[..., Generator[T, None, None]]]
def run(setup: Setup[T]) -> T: raise ValueError
def run_again(setup: Setup[U]) -> U:
    result = run(setup)
    assert_type(result, U)
    return result
Maybe = Union[T, list[T]]
def one_of(x: Maybe[T]) -> T: raise ValueError
def one_of_ints(x: int | list[int], y: list[int], z: int) -> None:
    assert_type(one_of(x), int)
    assert_type(one_of(y), int)
    assert_type(one_of(z), int)

# ---- a function that says nothing of its result
class Plugins:
    def find(self, name):
        return {}.get(name)
    def get(self, name: str):
        found: Optional[object] = self.find(name)
        return found
def plug(plugins: Plugins) -> None:
    found = plugins.get("x")
    if found: found.run()

# ---- a class variable given functions without annotations
def from_text(value): return 1
class Field:
    readers: dict[str, Callable[[str], Any]] = {}
class Time(Field):
    readers = {"iso": from_text}
assert_type(Time().readers, dict[str, Callable[[str], Any]])

# ---- a metaclass that sees to what is assigned to its classes
class Guarding(type):
    def __setattr__(cls, name: str, value: object) -> None: super().__setattr__(name, value)
    def __getattr__(cls, name: str) -> int: return 1
class Guarded(metaclass=Guarding):
    @staticmethod
    def set() -> None: Guarded.late = 1
assert_type(Guarded.anything, int)

# ---- how long a tuple is
def only(x: tuple[str, ...]) -> str | None:
    if len(x) == 0: return None
    elif len(x) > 1: raise ValueError
    else:
        assert_type(x, tuple[str])
        return x[0]
def some(x: tuple[str, ...]) -> str:
    if len(x) != 0: return x[0]
    return x[0]  # E: [misc]

# ---- values that are types, found at run time
def made_of(kind: Any, how_many: int) -> object:
    lists = list[kind]
    return {"": tuple[kind, ...], "s": Optional[kind], "l": lists, "n": list[how_many]}  # E: [valid-type]

# ---- protocols of operators, whatever their arguments are called
class Ordered(Protocol):
    def __lt__(self, other: Any) -> bool: ...
O = TypeVar("O", bound=Ordered)
class Added(Protocol):
    def __add__(self, summand: int) -> "Added": ...
class Numbered(Protocol):
    def __getitem__(self, number: int) -> str: ...
class Read(Protocol):
    def read(self, size: int) -> str: ...
class Reads:
    def read(self, n: int, /) -> str: return ""
class Called(Protocol):
    def __call__(self, x: int) -> int: ...
def smallest(x: list[O]) -> O: return sorted(x)[0]
def add(x: Added, y: Numbered, z: Read, f: Called) -> None: ...
assert_type(smallest([2, 1]), int)
assert_type(smallest(["b", "a"]), str)
smallest([1j])  # E: [arg-type]
add(1, ["a"], Reads(), abs)  # E: [arg-type] # E: [arg-type]

# ---- __new__ without annotations
class Symbol:
    def __new__(cls, name): return Flag(len(name))
class Flag(int): ...
def flags(x: int) -> int: return Symbol("a") | x
class Once:
    only = None
    def __new__(cls, *args):
        if cls.only is None: cls.only = super().__new__(cls)
        return cls.only
assert_type(Once(), Once)

# ---- what a module leaves open for others to fill in
import support.settings as settings_module
settings_module.connection = {"a": 1}
def connected() -> int: return settings_module.connection["a"]
settings_module.count = "x"  # E: [assignment]

# ---- files of bytes take what is like bytes
def write_to(f: BinaryIO, g: IO[bytes], h: IO[str], x: bytes | bytearray) -> None:
    f.write(x)
    g.writelines([x, memoryview(x)])
    h.write("x")
    h.write(x)  # E

# ---- fields called like their types
import datetime
from datetime import date
class Dated:
    date: date
    datetime: datetime.datetime
    other: date
def year(x: Dated) -> int: return x.date.year + x.other.year + x.datetime.hour

# ---- what a module says again of the builtins
from support.compat import str as text, bytes as octets
def again(x: text, y: octets) -> text: return x.upper() + y.decode()
again(1, b"")  # E: [arg-type]

# ---- whatever has a buffer
from collections.abc import Buffer
def buffered(x: Buffer) -> int: return len(bytes(x)) + memoryview(x).nbytes + len(b"".join([x]))

# ---- silenced under the name that the same mistake has elsewhere
def halves(x: bytes | None) -> None:
    bytes.join(b"", x)  # type: ignore[call-overload]
    {"a": 1}.__setitem__("a", "x")  # type: ignore[assignment]
    halves(1)  # type: ignore[return-value]  # E: [arg-type]

# ---- an attribute that is a value or what makes one
class Filled(Generic[T]):
    def __init__(self, value: T) -> None: ...
    def __get__(self, of: Any, owner: Any) -> T: raise ValueError
    def __set__(self, of: Any, value: T) -> None: ...
class Form:
    text: str | Filled[str] = Filled("x")
    number: Filled[int] | None = None
    def shout(self) -> str: return self.text.upper()
def fill(form: Form) -> None:
    assert_type(form.number, int | None)
    form.text = "y"
    form.text = 3  # E: [assignment]

# ---- self in overloads
class Boxed(Generic[T]):
    @overload
    def __init__(self: "Boxed[int]", x: int) -> None: ...
    @overload
    def __init__(self: "Boxed[str]", x: str) -> None: ...
    def __init__(self: "Boxed[int | None]", x: Any) -> None: ...

# ---- one instance for a family of classes
class Single:
    only = None
    @classmethod
    def family(cls) -> "Generator[type[Single], None, None]": yield Single
    @classmethod
    def make(cls) -> "Single":
        made = cls()
        for one in cls.family(): one.only = made
        return made

# ---- classes whose metaclass says what `|` is
class Choosing(type):
    def __or__(cls, other: Any) -> "Choice": return Choice()  # type: ignore[override]
class Choice:
    def __or__(self, other: Any) -> "Choice": return self
    def __call__(self) -> int: return 1
class Left(metaclass=Choosing): ...
class Right(metaclass=Choosing): ...
either = Left | Right
assert_type(either, Choice)
assert_type((Left | Right | int)(), int)
def not_chosen(x: int | Left) -> None: ...

# ---- three dots for what is not given
from types import EllipsisType
def dotted(x: EllipsisType | int = ..., y: int | str | EllipsisType = ...) -> int:
    if y is not ...: assert_type(y, int | str)
    if x is ...: return 0
    assert_type(x, int)
    return x + 1
dotted(...)
dotted("x")  # E: [arg-type]

# ---- operators of numbers as a protocol with a variable for itself says them
class SupportsModulo(Protocol):
    def __mod__(self: T, other: T, /) -> T: ...
def modulo(x: SupportsModulo) -> None: ...
modulo(3)
modulo(2.5)
modulo([])  # E: [arg-type]
