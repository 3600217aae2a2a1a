# Bodies of functions with constrained type variables hold for each constraint.
from typing import *
S = TypeVar("S", str, bytes)
U = TypeVar("U", int, str)
def fa(x: S) -> S:
    if isinstance(x, str):
        return x.upper()
    return x.lower()
def fb(x: S, y: S) -> S:
    if isinstance(x, str):
        assert_type(x, str)
        z: S = y
        return x + y
    else:
        return b"".join([x, y])
def fc(x: S) -> S:
    return "x"  # E: [return-value]
def fd(x: S) -> list[S]:
    out: list[S] = []
    for i in range(3):
        out.append(x)
    out.append("y")  # E: [arg-type]
    return out
def fe(x: S, y: U) -> tuple[S, U]:
    if isinstance(y, int):
        return x, y + 1
    return x, y.upper()
def ff(x: S) -> S:
    x.nope()  # E: [attr-defined]
    return x
def fg[T: (int, str)](x: T) -> T:
    match x:
        case int():
            return x + 1
        case str():
            return x + "a"
def fh(x: S) -> S:
    y = x[0:1]
    return y
class C(Generic[S]):
    def m(self, x: S) -> S:
        return x
    def n(self, x: U) -> U:
        return x * 2
def fi(x: S) -> S:
    def inner() -> S:
        return x
    return inner()
assert_type(fa("x"), str)
assert_type(fb(b"", b""), bytes)


# Comparisons try each constraint by themselves, in methods of a generic class as well.
K = TypeVar("K", int, str)
Q = TypeVar("Q", int, complex)


class Ordered(Generic[K]):
    def __init__(self, key: K) -> None:
        self.key: K = key

    def is_before(self, other: "Ordered[K]", limit: K) -> bool:
        return self.key < other.key and other.key <= limit

    def larger(self, key: K) -> K:
        return key if key > self.key else self.key


class Unordered(Generic[Q]):
    def __init__(self, key: Q) -> None:
        self.key: Q = key

    def is_before(self, key: Q) -> bool:
        return self.key < key  # E: [operator]
