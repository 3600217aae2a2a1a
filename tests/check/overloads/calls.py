# Overloaded functions, called.
from typing import Any, overload


@overload
def f(x: int) -> str: ...
@overload
def f(x: str) -> int: ...
@overload
def f(x: bytes, y: int) -> bytes: ...
def f(x: Any, y: int = 0) -> Any:
    return x


reveal_type(f(1))  # N: Revealed type is "builtins.str"
reveal_type(f(""))  # N: Revealed type is "builtins.int"
reveal_type(f(b"", 1))  # N: Revealed type is "builtins.bytes"
f(1.5)  # E: [call-overload]
f()  # E: [call-overload]
f(b"")  # E


def union(x: int | str) -> None:
    reveal_type(f(x))  # N: Revealed type is "builtins.str | builtins.int"


def anything(x: Any) -> None:
    reveal_type(f(x))  # N: Revealed type is "Any"
