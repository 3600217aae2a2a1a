"""assert_type where branches meet: a union and what it is without the items that others take in are one type."""
from typing import Literal, Sequence, assert_type

class A: ...
class B(A): ...

def joins(i: int, a: A, x: float, s: Sequence[int], o: object, u: int | str, text: str) -> None:
    if i is True:
        pass
    assert_type(i, int)
    if isinstance(a, B):
        assert_type(a, B)
    assert_type(a, A)
    assert_type(a, B | A)
    if isinstance(x, int):
        assert_type(x, int)
    else:
        assert_type(x, float)
    assert_type(x, float)
    if isinstance(s, list):
        pass
    assert_type(s, Sequence[int])
    if isinstance(o, str):
        pass
    elif isinstance(o, int):
        pass
    assert_type(o, object)
    assert_type(u, int)  # E: [assert-type]
    assert_type(a, B)  # E: [assert-type]

def values(i: int, text: str) -> None:
    one_or_two: Literal[1, 2] = 1
    letter: Literal["a", "b"] = "a"
    if i == 1:
        one_or_two = i
        assert_type(i, int)
    if i in (1, 2):
        one_or_two = i
    if text in ("a", "b"):
        letter = text
    if i == 3:
        one_or_two = i  # E: [assignment]
    one_or_two = i  # E: [assignment]
