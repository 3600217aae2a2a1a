"""functools.partial: what is given is checked, and so is the call with the rest."""
import functools
from functools import partial
from typing import Any, Callable, TypeVar, assert_type

T = TypeVar("T")

def base(a: int, b: str, *, c: float = 1.0) -> bytes: ...
def many(a: int, *rest: str, **named: int) -> int: ...
def only(a: int, /, b: str) -> int: ...
def generic(a: T, b: list[T]) -> T: ...
class Made:
    def __init__(self, a: int, b: str) -> None: ...
    def method(self, a: int, b: str) -> str: ...

first = partial(base, 1)
assert_type(first, partial[bytes])
assert_type(first("x"), bytes)
first(1)  # E: [arg-type]
first()  # E: [call-arg]
first("x", "y")  # E: [call-arg]
first("x", c="y")  # E: [arg-type]
first("x", c=2)
first(b="x")
first(a=1, b="x")  # E: [call-arg]

named = functools.partial(base, b="x")
named(1)
named("s")  # E: [arg-type]
named(1, "y")  # E: [call-arg]
named(1, b="y")
named(a=1, c=2.0)

partial(base, "x")  # E: [arg-type]
partial(base, 1, "x", 3)  # E: [call-arg]
partial(base, d=1)  # E: [call-arg]
partial(base, c="x")  # E: [arg-type]
partial(base)(1, "x")
partial(base)("x", 1)  # E: [arg-type] # E: [arg-type]

several = partial(many, 1, "a")
several("b", "c", x=1)
several(2)  # E: [arg-type]
several(x="y")  # E: [arg-type]
partial(many, 1, 2)  # E: [arg-type]
partial(only, b="x")(1)
partial(only, 1)(b="x")

made = partial(Made, 1)
assert_type(made("x"), Made)
made(1)  # E: [arg-type]
partial(Made(1, "").method, 1)("x")
partial(Made(1, "").method, "x")  # E: [arg-type]

# What cannot be known is let pass.
partial(generic, 1)([2])
partial(int, base=2)("101")
arguments = (1, "x")
partial(base, *arguments)()
keywords: dict[str, Any] = {}
partial(base, **keywords)()
def given(f: Callable[..., int]) -> None:
    partial(f, 1)("x", y=2)

callback: Callable[[str], bytes] = first
wrong: Callable[[int], bytes] = first  # E: [assignment]
declared: partial[bytes] = partial(base, 1)
declared2: partial[int] = partial(base, 1)  # E
listed = [partial(base, 1), partial(base, 2)]
as_list: list[partial[bytes]] = listed
first.func
first.args
first.nothing  # E: [attr-defined]

class Holder:
    def __init__(self) -> None:
        self.run = partial(base, 1)

    def call(self) -> bytes:
        self.run(1)  # E: [arg-type]
        return self.run("x")
