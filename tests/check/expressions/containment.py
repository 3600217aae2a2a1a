# `in` without __contains__ asks what iterating gives.
from collections.abc import Iterator
from typing import Any, NamedTuple
from argparse import ArgumentParser
from warnings import deprecated


class Names:
    def __iter__(self) -> Iterator[str]: ...


class Old:
    def __getitem__(self, index: int) -> str: ...


def ask(names: Names, old: Old, numbers: Iterator[int], thing: object, maybe: str | None, anything: Any) -> None:
    None in names  # E: Unsupported operand types for in
    3 in names  # E: [operator]
    "x" in names
    thing in names
    maybe in names
    anything in names
    3 in old  # E: [operator]
    "" in old
    "" not in numbers  # E: [operator]
    True in numbers
    [] in (str(number) for number in numbers)  # E: [operator]
    3 in thing  # E: [operator]


# One error a mistake.
class Pair(NamedTuple):
    x: int


class Derived(Pair):
    x: str  # E: Cannot override the field "x"


class Mixed(NamedTuple, Pair): ...  # E: [misc]


@deprecated(3)  # E: [arg-type]
def old() -> None: ...


# Parsers of sub-commands are of the class of the parser, or of `parser_class`.
class Parser(ArgumentParser):
    def extra(self) -> int: ...


Parser().add_subparsers().add_parser("a").extra()
ArgumentParser().add_subparsers(dest="name", parser_class=Parser).add_parser("a").extra()
ArgumentParser().add_subparsers().add_parser("a").extra()  # E: [attr-defined]
