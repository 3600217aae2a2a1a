from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import Any, Literal, TypeAlias, overload
from typing_extensions import Buffer
from _compression import BaseStream

_Filters: TypeAlias = Sequence[Mapping[str, Any]]

FORMAT_AUTO: int
FORMAT_XZ: int
FORMAT_ALONE: int
FORMAT_RAW: int
CHECK_NONE: int
CHECK_CRC32: int
CHECK_CRC64: int
CHECK_SHA256: int
CHECK_ID_MAX: int
CHECK_UNKNOWN: int
FILTER_LZMA1: int
FILTER_LZMA2: int
FILTER_DELTA: int
FILTER_X86: int
FILTER_IA64: int
FILTER_ARM: int
FILTER_ARMTHUMB: int
FILTER_POWERPC: int
FILTER_SPARC: int
MF_HC3: int
MF_HC4: int
MF_BT2: int
MF_BT3: int
MF_BT4: int
MODE_FAST: int
MODE_NORMAL: int
PRESET_DEFAULT: int
PRESET_EXTREME: int

class LZMAError(Exception): ...

class LZMACompressor:
    def __init__(self, format: int = ..., check: int = -1, preset: int | None = None, filters: _Filters | None = None) -> None: ...
    def compress(self, data: Buffer, /) -> bytes: ...
    def flush(self) -> bytes: ...

class LZMADecompressor:
    def __init__(self, format: int = ..., memlimit: int | None = None, filters: _Filters | None = None) -> None: ...
    def decompress(self, data: Buffer, max_length: int = -1) -> bytes: ...
    @property
    def check(self) -> int: ...
    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...

class LZMAFile(BaseStream):
    def __init__(self, filename: Any = None, mode: str = "r", *, format: int | None = None, check: int = -1, preset: int | None = None, filters: _Filters | None = None) -> None: ...
    def peek(self, n: int = 0) -> bytes: ...
    def fileno(self) -> int: ...

@overload
def open(filename: Any, mode: Literal["r", "rb", "w", "wb", "x", "xb", "a", "ab"] = "rb", *, format: int | None = None, check: int = -1, preset: int | None = None, filters: _Filters | None = None, encoding: None = None, errors: None = None, newline: None = None) -> LZMAFile: ...
@overload
def open(filename: Any, mode: Literal["rt", "wt", "xt", "at"], *, format: int | None = None, check: int = -1, preset: int | None = None, filters: _Filters | None = None, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> TextIOWrapper: ...
@overload
def open(filename: Any, mode: str, *, format: int | None = None, check: int = -1, preset: int | None = None, filters: _Filters | None = None, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> Any: ...
def compress(data: Buffer, format: int = ..., check: int = -1, preset: int | None = None, filters: _Filters | None = None) -> bytes: ...
def decompress(data: Buffer, format: int = ..., memlimit: int | None = None, filters: _Filters | None = None) -> bytes: ...
def is_check_supported(check_id: int, /) -> bool: ...
def _encode_filter_properties(filter: Mapping[str, Any], /) -> bytes: ...
def _decode_filter_properties(filter_id: int, encoded_props: Buffer, /) -> dict[str, Any]: ...
