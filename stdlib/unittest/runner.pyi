from collections.abc import Callable
from typing import Any, TextIO
from unittest.case import TestCase
from unittest.result import TestResult
from unittest.suite import TestSuite

class TextTestResult(TestResult):
    separator1: str
    separator2: str
    descriptions: bool
    dots: bool
    showAll: bool
    stream: Any
    durations: int | None
    def __init__(self, stream: Any, descriptions: bool, verbosity: int, *, durations: int | None = None) -> None: ...
    def getDescription(self, test: TestCase) -> str: ...
    def printErrorList(self, flavour: str, errors: Any) -> None: ...

class TextTestRunner:
    resultclass: Any
    stream: Any
    descriptions: bool
    verbosity: int
    failfast: bool
    buffer: bool
    warnings: str | None
    tb_locals: bool
    durations: int | None
    def __init__(
        self, stream: Any = None, descriptions: bool = True, verbosity: int = 1, failfast: bool = False, buffer: bool = False, resultclass: Any = None,
        warnings: str | None = None, *, tb_locals: bool = False, durations: int | None = None
    ) -> None: ...
    def _makeResult(self) -> TextTestResult: ...
    def run(self, test: TestSuite | TestCase) -> TextTestResult: ...
