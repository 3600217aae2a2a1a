# What the context wants of a call tells a lambda among its arguments what its parameters are, also where the lambda is wrong.
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NewType, ParamSpec, TypeVar, assert_type

S = TypeVar("S")
R = TypeVar("R")


class Spec(Generic[S]):
    def holds(self, item: int, /) -> bool: ...

    def negated(self) -> Spec[S]:
        return Where(lambda item: self.holds(item))  # E: [arg-type]


class Where(Spec[S]):
    def __init__(self, test: Callable[[S], bool]) -> None: ...


class User:
    age: int


def make(test: Callable[[S], bool]) -> Spec[S]: ...


def take(spec: Spec[User]) -> None: ...


def older(age: str) -> Spec[User]:
    return Where(lambda user: user.age > age)  # E: [operator]


def generic(test: Callable[[S], bool]) -> Spec[S]:
    return Where(lambda item: item.nope)  # E: [attr-defined]


a: Where[User] = Where(lambda user: user.age > "")  # E: [operator]
b: Spec[User] = Where(lambda user: user.nope)  # E: [attr-defined]
c: Spec[User] = make(lambda user: user.age > "")  # E: [operator]
d: list[Spec[User]] = [Where(lambda user: user.age > 3), make(lambda user: user.nope)]  # E: [attr-defined]
take(Where(lambda user: user.nope))  # E: [attr-defined]
take(Where(lambda user: user.age > 3))
e: Spec[User] = make(lambda user: user.age > 3)


class Tree(Generic[S]):
    def fold(self, function: Callable[[S, list[R]], R]) -> R: ...


def fold(tree: Tree[int], names: Tree[str]) -> None:
    # What a result may be at most says nothing of a parameter.
    print(tree.fold(lambda value, counts: value + sum(counts)), names.fold(lambda value, parts: value + "".join(parts)))
    total = tree.fold(lambda value, counts: value + sum(counts))


# Type parameters take only their names.
P = ParamSpec("P", int)  # E: [misc]

# A type is declared for names and attributes of self.
UserId = NewType("UserId", int)


class Settings:
    table: dict[str, int] = {}

    def load(self, other: Settings) -> None:
        self.loaded: bool = True
        self.table["x"]: int = 3  # E: Type cannot be declared in assignment to non-self attribute
        other.name: str = ""  # E: [misc]


Settings.limit: int = 3  # E: [misc]
isinstance(3, UserId)  # E: [arg-type]
isinstance(3, int | UserId)  # E: Cannot use isinstance() with NewType type


# Of an overloaded function whose arguments fit, what is wrong in a lambda is said there.
sorted(
    [User()],
    key=lambda user: user.nope,  # E: [attr-defined]
)
[User()].sort(key=lambda user: user.age + "")  # E: [operator]
