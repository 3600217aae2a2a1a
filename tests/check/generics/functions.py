# Functions over type variables.
from typing import Callable, Iterable, Sequence, TypeVar

T = TypeVar("T")
S = TypeVar("S")
N = TypeVar("N", bound=float)
A = TypeVar("A", int, str)


def identity(x: T) -> T:
    return x


def first(xs: Sequence[T]) -> T:
    return xs[0]


def pair(a: T, b: S) -> tuple[T, S]:
    return a, b


def apply(f: Callable[[T], S], xs: Iterable[T]) -> list[S]:
    return [f(x) for x in xs]


def number(x: N) -> N:
    return x


def concat(a: A, b: A) -> A:
    return a


reveal_type(identity(1))  # N: Revealed type is "builtins.int"
reveal_type(identity("a"))  # N: Revealed type is "builtins.str"
reveal_type(first([1, 2]))  # N: Revealed type is "builtins.int"
reveal_type(pair(1, "a"))  # N: Revealed type is "tuple[builtins.int, builtins.str]"
reveal_type(apply(lambda n: str(n), [1, 2]))  # N: Revealed type is "builtins.list[builtins.str]"
reveal_type(apply(str, [1, 2]))  # N: Revealed type is "builtins.list[builtins.str]"
reveal_type(number(1))  # N: Revealed type is "builtins.int"
number("")  # E: Value of type variable "N" of "number" cannot be "str"  [type-var]
reveal_type(concat(1, 2))  # N: Revealed type is "builtins.int"
concat(1, "")  # E
first(1)  # E: [arg-type]
x: int = identity("")  # E
xs: list[float] = [identity(1)]


def modern[K, V](d: dict[K, V]) -> list[tuple[K, V]]:
    return list(d.items())


reveal_type(modern({"a": 1}))  # N: Revealed type is "builtins.list[tuple[builtins.str, builtins.int]]"


def wrong(x: T) -> T:
    return 1  # E: [return-value]


def recursive(x: T, n: int) -> T:
    return recursive(x, n - 1) if n else x


def sorted_by(xs: Iterable[T], key: Callable[[T], int]) -> list[T]:
    return sorted(xs, key=key)


reveal_type(sorted_by(["a"], len))  # N: Revealed type is "builtins.list[builtins.str]"
reveal_type(max([1, 2]))  # N: Revealed type is "builtins.int"
reveal_type(dict(a=1))  # N: Revealed type is "builtins.dict[builtins.str, builtins.int]"
reveal_type(list(map(str, [1])))  # N: Revealed type is "builtins.list[builtins.str]"
reveal_type(list(zip([1], ["a"])))  # N: Revealed type is "builtins.list[tuple[builtins.int, builtins.str]]"
