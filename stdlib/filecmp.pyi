from collections.abc import Callable, Iterable, Sequence
from os import PathLike
from types import GenericAlias
from typing import Any, AnyStr, Generic, Literal

BUFSIZE: int
DEFAULT_IGNORES: list[str]

def cmp(f1: bytes | str | PathLike[bytes] | PathLike[str], f2: bytes | str | PathLike[bytes] | PathLike[str], shallow: bool = True) -> bool: ...
def cmpfiles(
    a: AnyStr | PathLike[AnyStr], b: AnyStr | PathLike[AnyStr], common: Iterable[AnyStr], shallow: bool = True
) -> tuple[list[AnyStr], list[AnyStr], list[AnyStr]]: ...
def clear_cache() -> None: ...

class dircmp(Generic[AnyStr]):
    left: AnyStr
    right: AnyStr
    hide: Sequence[AnyStr]
    ignore: Sequence[AnyStr]
    subdirs: dict[AnyStr, dircmp[AnyStr]]
    same_files: list[AnyStr]
    diff_files: list[AnyStr]
    funny_files: list[AnyStr]
    common_dirs: list[AnyStr]
    common_files: list[AnyStr]
    common_funny: list[AnyStr]
    common: list[AnyStr]
    left_only: list[AnyStr]
    right_only: list[AnyStr]
    left_list: list[AnyStr]
    right_list: list[AnyStr]
    methodmap: dict[str, Callable[[dircmp[Any]], None]]
    def __init__(
        self, a: AnyStr | PathLike[AnyStr], b: AnyStr | PathLike[AnyStr], ignore: Sequence[AnyStr] | None = None, hide: Sequence[AnyStr] | None = None
    ) -> None: ...
    def report(self) -> None: ...
    def report_partial_closure(self) -> None: ...
    def report_full_closure(self) -> None: ...
    def phase0(self) -> None: ...
    def phase1(self) -> None: ...
    def phase2(self) -> None: ...
    def phase3(self) -> None: ...
    def phase4(self) -> None: ...
    def phase4_closure(self) -> None: ...
