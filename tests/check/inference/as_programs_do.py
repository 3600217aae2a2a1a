# What typed programs do every day, and no checker may refuse.
from typing import *
from collections.abc import Iterable

# ---- what is partly Any decides nothing
def options(given: dict[str, Any], whatever: object) -> list[int]:
    names = list(given.pop("names", None) or ())
    names.extend((1, 2))
    names.append("x")
    wanted = set(getattr(whatever, "wanted", ()))
    wanted.add("x")
    table = dict(given.get("table") or {})
    table["x"] = 1
    numbers = set(given.get("numbers") or {1})
    numbers.add("y")
    return names

def partly(a: Any, b: Any | tuple[()], c: Any | list[int], d: tuple[()] | list[int]) -> None:
    assert_type(list(a), list[Any])
    assert_type(list(b), list[Any])
    assert_type(list(c), list[Any | int])
    assert_type(list(d), list[int])

# ---- a class variable given another value, by what the base says it is
class Base:
    table: dict[str, Callable[[Any], str]] = {}
    numbers: list[float] = []
    name: str | None = None
class Derived(Base):
    table = {"a": str, "b": lambda x: "c"}
    numbers = [1, 2]
    name = "derived"
class Wrong(Base):
    numbers = ["x"]  # E: [assignment]
assert_type(Derived().numbers, list[float])
def to_text(x: object) -> str: return ""
class Commented:
    functions = {"iso": str}  # type: dict[str, Callable[[Any], str]]
class MoreCommented(Commented):
    functions = {"iso": to_text}

# ---- a value that a function within gives
def outer() -> int:
    result: int
    def run() -> None:
        nonlocal result
        result = 4
    run()
    return result
def never_given() -> int:
    result: int
    return result  # E: [used-before-def]

# ---- tuples of several lengths, taken apart
Fragment = tuple[str, str] | tuple[str, str, Callable[[int], object]]
F = TypeVar("F", bound=Fragment)
def fragments(of_one: Iterable[F], of_all: Iterable[Fragment]) -> None:
    for style, text, *rest in of_one: print(style.upper(), text.upper(), *rest)
    for style, text, *rest in of_all: print(style.upper(), text.upper(), *rest)

# ---- called through an attribute
P = ParamSpec("P")
R = TypeVar("R")
class Wrapped(Protocol[P, R]):
    note: str
    __call__: Callable[P, R]
def call(plain: Wrapped[[str], int]) -> int:
    plain(3)  # E: [arg-type]
    return plain("x") + 1

# ---- to be called in any way
class Parser:
    def add(self, kind: int, text: str) -> None: ...
    def add_raw(self, label: str, kind: int, text: str) -> None: ...
    def go(self, raw: bool) -> None:
        add: Callable[..., Any]
        if raw: add = self.add_raw
        else: add = self.add
        values = [1, "x"]
        if raw: values.insert(0, "label")
        add(*values)
        add(1)

# ---- round a loop
def plain_sum(x: int | str) -> int:
    x = int(x)
    for i in range(3): x = x + i
    return x
def replaced(x: object) -> str:
    if not isinstance(x, str): x = repr(x)
    for a, b in [("x", "y")]: x = x.replace(a, b)
    return x
def largest(x: int | str | None) -> int:
    if x is None: x = 3
    elif isinstance(x, str): x = int(x)
    for i in range(3): x = max(x, i)
    return x
def changing(x: int | str) -> None:
    x = int(x)
    for i in range(3):
        x = x + i  # E: [operator]
        if i == 2: x = str(x)

# ---- a dict or the pairs of one
def pairs(x: dict[str, int] | Iterable[tuple[str, int]]) -> None:
    if isinstance(x, dict): x = x.items()
    for k, v in x: print(k.upper(), v + 1)
def pairs_of_mapping(x: Mapping[str, int] | Iterable[tuple[str, int]] | None) -> None:
    if isinstance(x, dict):
        for k, v in x.items(): print(k.upper(), v + 1)
    elif x is not None:
        if isinstance(x, Mapping): x = x.items()
        for k, v in x: print(k.upper(), v + 1)

# ---- options that hold anything
def connect(host: str, port: int, timeout: Any) -> None: ...
def greet(stream: bytes, port: int) -> None: ...
def options_of_both(timeout: Any, stream: bytes) -> None:
    given = {"host": "a", "port": 1, "timeout": timeout}
    connect(**given)
    given = {"stream": stream, "port": 2}
    greet(**given)

# ---- __call__ of a variable's type
C = TypeVar("C", bound=Callable[..., object])
class Failing(Protocol[C]):
    __call__: C
def failing(f: C) -> Failing[C]: return cast(Any, f)
@failing
def fail(reason: str = "", *, code: int = 1) -> NoReturn: raise ValueError
def fails() -> int: fail("x", code=2)

# ---- a method that takes whatever the base's takes, by place
class Entered:
    def __exit__(self, kind: type[BaseException] | None = None, value: BaseException | None = None, traceback: Any = None) -> None: ...
    def draw(self, x: int, y: int, *, colour: str = "") -> None: ...
class EnteredToo(Entered):
    def __exit__(self, *args: Any) -> None: ...
    def draw(self, x: int, *args: int, colour: str = "") -> None: ...
class Narrower(Entered):
    def draw(self, x: int, *args: str, colour: str = "") -> None: ...  # E: [override]
