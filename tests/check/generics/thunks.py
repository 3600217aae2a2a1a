# callable(T), unpacked TypedDicts whose keys may be missing.
from typing import *
T = TypeVar("T")
Thunk = Union[Callable[[], T], T]
def resolve(thunk: Thunk[T]) -> T:
    return thunk() if callable(thunk) else thunk
class TD(TypedDict, total=False):
    a: int
def f(a: int) -> None: ...
def g(t: TD):
    f(**t)
