from collections.abc import Callable, Mapping, Sequence
from typing import Any

class CoverageResults:
    counts: dict[tuple[str, int], int]
    calledfuncs: dict[tuple[str, str, str], int]
    callers: dict[tuple[tuple[str, str, str], tuple[str, str, str]], int]
    infile: str | None
    outfile: str | None
    def __init__(
        self, counts: dict[tuple[str, int], int] | None = None, calledfuncs: dict[tuple[str, str, str], int] | None = None, infile: str | None = None,
        callers: dict[Any, int] | None = None, outfile: str | None = None
    ) -> None: ...
    def update(self, other: CoverageResults) -> None: ...
    def write_results(self, show_missing: bool = True, summary: bool = False, coverdir: str | None = None, *, ignore_missing_files: bool = False) -> None: ...

class Trace:
    infile: str | None
    outfile: str | None
    counts: dict[tuple[str, int], int]
    def __init__(
        self, count: int = 1, trace: int = 1, countfuncs: int = 0, countcallers: int = 0, ignoremods: Sequence[str] = (), ignoredirs: Sequence[str] = (),
        infile: str | None = None, outfile: str | None = None, timing: bool = False
    ) -> None: ...
    def run(self, cmd: str) -> None: ...
    def runctx(self, cmd: str, globals: Mapping[str, Any] | None = None, locals: Mapping[str, Any] | None = None) -> None: ...
    def runfunc(self, func: Callable[..., Any], /, *args: Any, **kw: Any) -> Any: ...
    def results(self) -> CoverageResults: ...
