from collections.abc import Iterable
from types import ModuleType
from typing import Any
from unittest.loader import TestLoader
from unittest.result import TestResult

class TestProgram:
    result: TestResult
    module: ModuleType | str | None
    verbosity: int
    failfast: bool | None
    catchbreak: bool | None
    buffer: bool | None
    progName: str | None
    warnings: str | None
    testNamePatterns: list[str] | None
    durations: int | None
    def __init__(
        self, module: str | ModuleType | None = "__main__", defaultTest: str | Iterable[str] | None = None, argv: list[str] | None = None, testRunner: Any = None,
        testLoader: TestLoader = ..., exit: bool = True, verbosity: int = 1, failfast: bool | None = None, catchbreak: bool | None = None,
        buffer: bool | None = None, warnings: str | None = None, *, tb_locals: bool = False, durations: int | None = None
    ) -> None: ...
    def parseArgs(self, argv: list[str]) -> None: ...
    def createTests(self, from_discovery: bool = False, Loader: TestLoader | None = None) -> None: ...
    def runTests(self) -> None: ...

main = TestProgram

MAIN_EXAMPLES: str
MODULE_EXAMPLES: str
