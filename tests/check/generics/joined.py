# One type variable from several arguments: the widest of them, if it takes the others.
from typing import TypeVar, assert_type

T = TypeVar("T")


def pick(a: T, b: T) -> T:
    return a


assert_type(pick(1, 2.0), float)
assert_type(pick(True, 1), int)
assert_type(pick(1, ""), int | str)
