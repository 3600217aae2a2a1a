from collections.abc import Callable, Iterator
from email.message import Message
from typing import ClassVar

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP: int
BASE64: int
SHORTEST: int
UNKNOWN8BIT: str
DEFAULT_CHARSET: str
CHARSETS: dict[str, tuple[int | None, int | None, str | None]]
ALIASES: dict[str, str]
CODEC_MAP: dict[str, str | None]

class Charset:
    input_charset: str
    header_encoding: int | None
    body_encoding: int | None
    output_charset: str | None
    input_codec: str | None
    output_codec: str | None
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __init__(self, input_charset: str = "us-ascii") -> None: ...
    def __eq__(self, other: object) -> bool: ...
    def get_body_encoding(self) -> str | Callable[[Message], None]: ...
    def get_output_charset(self) -> str | None: ...
    def header_encode(self, string: str) -> str: ...
    def header_encode_lines(self, string: str, maxlengths: Iterator[int]) -> list[str | None]: ...
    def body_encode(self, string: str | bytes) -> str: ...

def add_charset(charset: str, header_enc: int | None = None, body_enc: int | None = None, output_charset: str | None = None) -> None: ...
def add_alias(alias: str, canonical: str) -> None: ...
def add_codec(charset: str, codecname: str) -> None: ...
