# Defaults that name earlier parameters where no constructor is written, and defaults before and behind a TypeVarTuple.
from typing import Generic, Self, Sequence, TypeVar, assert_type

S = TypeVar("S", default=int)
V = TypeVar("V", default=S)


class Pair[T = int, U = T]: ...
class Nested[T = int, U = list[T]]: ...
class Old(Generic[S, V]): ...
class Around[T, W = str, **P = [int], *Ts = *tuple[int, str]]: ...
class Behind[T, *Ts, **P = [int]]: ...
class Needed[T, *Ts, **P]: ...
class Bounded[T: (int, str), U: Sequence[int] = list[int], *Ts = *tuple[int, str]]: ...


assert_type(Pair(), Pair[int, int])
assert_type(Pair[str](), Pair[str, str])
assert_type(Nested(), Nested[int, list[int]])
assert_type(Old(), Old[int, int])
Around[int]
Behind[int]
Bounded[int]
Bounded[float]  # E
Bounded[()]  # E
Needed[int]  # E


def f(a: Around[int], b: Around[int, bytes], c: Behind[int], d: Bounded[int], e: Bounded[int, range, bool]) -> None:
    assert_type(a, Around[int, str, [int], int, str])
    assert_type(b, Around[int, bytes, [int], int, str])
    assert_type(c, Behind[int, [int]])
    assert_type(d, Bounded[int, list[int], int, str])
    assert_type(e, Bounded[int, range, bool])


# A default that names the parameter before it, with a value for that one only.
Item = TypeVar("Item")
Listed = TypeVar("Listed", default=list[Item])
Same = TypeVar("Same", default=Item)


class OfListed(Generic[Item, Listed]):
    def __init__(self, item: Item, listed: Listed | None = None) -> None: ...


class OfSame(Generic[Item, Same]):
    def __new__(cls, item: Item) -> Self:
        return super().__new__(cls)


def of_both(item: Item, listed: Listed | None = None) -> tuple[Item, Listed]: ...


assert_type(OfListed(1), OfListed[int, list[int]])
assert_type(OfSame(""), OfSame[str, str])
assert_type(of_both(1), tuple[int, list[int]])
