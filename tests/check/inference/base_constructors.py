# An __init__ with a written self, inherited by a generic class.
from collections import OrderedDict
from typing import Generic, TypeVar, assert_type

K = TypeVar("K")
V = TypeVar("V")
W = TypeVar("W")


class D(dict[K, V]):
    pass


class Swapped(dict[V, K], Generic[K, V]):
    pass


class OnlyValue(dict[str, V]):
    pass


class E(Generic[K, V]):
    def __init__(self: "E[str, W]", **kw: W) -> None: ...


class F(E[K, V]):
    pass


assert_type(D(a=1), D[str, int])
assert_type(OrderedDict(a=1), OrderedDict[str, int])
assert_type(Swapped(a=1), Swapped[int, str])
assert_type(OnlyValue(a=1), OnlyValue[int])
assert_type(OnlyValue({"a": 1}), OnlyValue[int])
assert_type(F(a=1), F[str, int])
assert_type(D({1: "a"}), D[int, str])
assert_type(D([(1, "a")]), D[int, str])
d: D[int, str] = D()
F[int, int](a=1)  # E: [misc]
D[int, int](a=1)  # E: [call-overload]
