from collections.abc import Iterable
from email.charset import Charset
from typing import Any, ClassVar

__all__ = ["Header", "decode_header", "make_header"]

class Header:
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __init__(self, s: str | bytes | None = None, charset: str | Charset | None = None, maxlinelen: int | None = None, header_name: str | None = None,
                 continuation_ws: str = " ", errors: str = "strict") -> None: ...
    def append(self, s: str | bytes, charset: str | Charset | None = None, errors: str = "strict") -> None: ...
    def encode(self, splitchars: str = ";, \t", maxlinelen: int | None = None, linesep: str = "\n") -> str: ...
    def __eq__(self, other: object) -> bool: ...

def decode_header(header: Header | str) -> list[tuple[Any, Any | None]]: ...
def make_header(decoded_seq: Iterable[tuple[str | bytes, str | Charset | None]], maxlinelen: int | None = None, header_name: str | None = None, continuation_ws: str = " ") -> Header: ...

from email.charset import Charset as Charset
USASCII: Charset
UTF8: Charset
MAXLINELEN: int
