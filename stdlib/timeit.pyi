from collections.abc import Callable
from typing import Any, TextIO

default_timer: Callable[[], float]
default_number: int
default_repeat: int

class Timer:
    def __init__(
        self, stmt: str | Callable[[], object] = "pass", setup: str | Callable[[], object] = "pass", timer: Callable[[], float] = ...,
        globals: dict[str, Any] | None = None
    ) -> None: ...
    def print_exc(self, file: TextIO | None = None) -> None: ...
    def timeit(self, number: int = 1000000) -> float: ...
    def repeat(self, repeat: int = 5, number: int = 1000000) -> list[float]: ...
    def autorange(self, callback: Callable[[int, float], object] | None = None) -> tuple[int, float]: ...

def timeit(
    stmt: str | Callable[[], object] = "pass", setup: str | Callable[[], object] = "pass", timer: Callable[[], float] = ..., number: int = 1000000,
    globals: dict[str, Any] | None = None
) -> float: ...
def repeat(
    stmt: str | Callable[[], object] = "pass", setup: str | Callable[[], object] = "pass", timer: Callable[[], float] = ..., repeat: int = 5,
    number: int = 1000000, globals: dict[str, Any] | None = None
) -> list[float]: ...
