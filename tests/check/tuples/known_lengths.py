"""A tuple of known length assigned to what was declared as a tuple of any length."""
from typing import Any, Optional, assert_type

def normalised(v: tuple[int, ...]) -> tuple[int, int, int]: ...

class Version:
    def __init__(self, v: Optional[tuple[int, ...]] = None, w: tuple[int, ...] = ()) -> None:
        if v is None:
            v = (3, 12, 0)
        else:
            v = normalised(v)
        assert_type(v, tuple[int, int, int])
        self.v = v
        w = (1, 2)
        assert_type(w, tuple[int, int])

assert_type(Version().v, tuple[int, int, int])

declared: tuple[int, ...] = (1, 2)
assert_type(declared, tuple[int, ...])
unknown: tuple[Any, ...] = (1, 2)
assert_type(unknown, tuple[Any, ...])

def grows(n: int) -> tuple[int, ...]:
    t: tuple[int, ...] = ()
    for i in range(n):
        t = t + (i,)
    assert_type(t, tuple[int, ...])
    while n:
        t = (*t, 1)
        t = (1, 2)
    t = (1, 2) if n else (1,)
    assert_type(t, tuple[int, ...])
    return t


def gradual(values: tuple[str, *tuple[int, ...]]) -> None:
    anything: tuple[Any, ...] = values
    three: tuple[str, int, int] = anything
