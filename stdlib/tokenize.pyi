from collections.abc import Callable, Generator, Iterable, Sequence
from os import PathLike
from re import Pattern
from typing import Any, NamedTuple, TextIO
from token import *
from token import EXACT_TOKEN_TYPES as EXACT_TOKEN_TYPES

cookie_re: Pattern[str]
blank_re: Pattern[bytes]

class _TokenInfo(NamedTuple):
    type: int
    string: str
    start: tuple[int, int]
    end: tuple[int, int]
    line: str

class TokenInfo(_TokenInfo):
    @property
    def exact_type(self) -> int: ...

class TokenError(Exception): ...

class Untokenizer:
    def untokenize(self, iterable: Iterable[Sequence[Any]]) -> str: ...

def untokenize(iterable: Iterable[Sequence[Any]]) -> str | Any: ...
def detect_encoding(readline: Callable[[], bytes]) -> tuple[str, Sequence[bytes]]: ...
def tokenize(readline: Callable[[], bytes]) -> Generator[TokenInfo, None, None]: ...
def generate_tokens(readline: Callable[[], str]) -> Generator[TokenInfo, None, None]: ...
def open(filename: str | bytes | int | PathLike[Any]) -> TextIO: ...
