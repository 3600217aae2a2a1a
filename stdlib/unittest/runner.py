"""TextTestRunner: runs tests and tells about it in text."""
import sys
import time
import warnings

from . import result
from .case import _SubTest
from .signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with writeln; everything else is the stream's own."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name == "stream" or name == "__getstate__":  # asked for before __init__, by copying
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, text=None):
        self.write(text + "\n" if text else "\n")


class TextTestResult(result.TestResult):
    """Tells of each test as it ends: by a letter, or in a line with its description when `verbosity` is over 1."""

    separator1, separator2 = "=" * 70, "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.dots, self.showAll = verbosity == 1, verbosity > 1
        self._in_line = False  # whether a description stands at the end of what has been written

    def getDescription(self, test):
        """The test's name, and the first line of its documentation if that is wanted."""
        about = self.descriptions and test.shortDescription()
        return f"{test}\n{about}" if about else str(test)

    def _say(self, text):
        self.stream.write(text)
        self.stream.flush()

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self._in_line = True
            self._say(self.getDescription(test) + " ... ")

    def _tell(self, test, letter, words):
        if self.showAll:
            if isinstance(test, _SubTest):  # on a line of its own, further in
                words = ("\n  " if self._in_line else "  ") + f"{self.getDescription(test)} ... {words}"
            elif not self._in_line:
                words = f"{self.getDescription(test)} ... {words}"
            self._in_line = False
            self._say(words + "\n")
        elif self.dots:
            self._say(letter)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, ".", "ok")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, "s", f"skipped {reason!r}")

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, "F", "FAIL")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._tell(subtest, *(("F", "FAIL") if issubclass(err[0], subtest.failureException) else ("E", "ERROR")))
        super().addSubTest(test, subtest, err)

    def _tell_shortly(self, letter, words):
        if self.showAll or self.dots:
            self._say(words + "\n" if self.showAll else letter)

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell_shortly("x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell_shortly("u", "unexpected success")

    # ---- at the end ----

    def printErrors(self):
        if self.showAll or self.dots:
            self._say("\n")
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        surprises = [f"UNEXPECTED SUCCESS: {self.getDescription(test)}\n" for test in getattr(self, "unexpectedSuccesses", ())]
        if surprises:
            self._say(f"{self.separator1}\n{''.join(surprises)}")

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self._say(f"{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n")


class TextTestRunner:
    """Runs a test or a suite, tells on a stream how it goes, and sums it up at the end."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(stream if stream is not None else sys.stderr)
        self.descriptions, self.verbosity, self.durations = descriptions, verbosity, durations
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        given = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*given, durations=self.durations)
        except TypeError:  # a class that knows nothing of durations
            return self.resultclass(*given)

    def run(self, test):
        """Runs it; returns the result."""
        outcome = self._makeResult()
        registerResult(outcome)
        for name in ("failfast", "buffer", "tb_locals"):
            setattr(outcome, name, getattr(self, name))
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            began = time.perf_counter()
            getattr(outcome, "startTestRun", int)()
            try:
                test(outcome)
            finally:
                getattr(outcome, "stopTestRun", int)()
            seconds = time.perf_counter() - began
        outcome.printErrors()
        if self.durations is not None and outcome.collectedDurations:
            self._print_durations(outcome)
        self._print_summary(outcome, seconds)
        return outcome

    def _ruler(self, outcome):
        if hasattr(outcome, "separator2"):
            self.stream.writeln(outcome.separator2)

    def _print_durations(self, outcome):
        slowest = sorted(outcome.collectedDurations, key=lambda entry: -entry[1])[:self.durations if self.durations > 0 else None]
        shown = slowest if self.verbosity > 1 else [entry for entry in slowest if entry[1] >= 0.001]
        self.stream.writeln("Slowest test durations")
        self._ruler(outcome)
        for test, seconds in shown:
            self.stream.writeln("%-10s %s" % (f"{seconds:.3f}s", test))
        self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)" if len(shown) < len(slowest) else "")

    def _print_summary(self, outcome, seconds):
        self._ruler(outcome)
        count = outcome.testsRun
        self.stream.writeln(f"Ran {count} test{'s' if count != 1 else ''} in {seconds:.3f}s\n")
        counted = [("skipped", "skipped"), ("expected failures", "expectedFailures"), ("unexpected successes", "unexpectedSuccesses")]
        if not outcome.wasSuccessful():
            verdict = "FAILED"
            counted[:0] = ("failures", "failures"), ("errors", "errors")
        else:
            verdict = "OK" if count or outcome.skipped else "NO TESTS RAN"
        numbers = ((words, len(getattr(outcome, name, ()))) for words, name in counted)
        details = ", ".join(f"{words}={number}" for words, number in numbers if number)
        self.stream.writeln(f"{verdict} ({details})" if details else verdict)
        self.stream.flush()
