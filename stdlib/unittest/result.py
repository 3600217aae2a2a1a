"""TestResult: what the tests of a run came to."""
import io
import itertools
import sys
import traceback
from functools import wraps

from .util import strclass

__unittest = True

STDOUT_LINE, STDERR_LINE = ("\n" + name + ":\n%s" for name in ("Stdout", "Stderr"))


def failfast(method):
    """For methods that report something bad: the run stops there when the result's `failfast` says so."""
    @wraps(method)
    def reporting(self, *args, **kwargs):
        _stop_if_wanted(self)
        return method(self, *args, **kwargs)
    return reporting


def _stop_if_wanted(result):
    if getattr(result, "failfast", False):
        result.stop()


class TestResult:
    """Gathers what tests report. The lists of errors, failures and the like hold pairs of the test and a text; runners and suites call the
    methods, subclasses override them."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun, self.shouldStop = 0, False
        self.errors, self.failures, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses, self.collectedDurations = [], [], []
        self.failfast = self.buffer = self.tb_locals = self._mirrorOutput = False
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._stdout_buffer = self._stderr_buffer = None

    def __repr__(self):
        return f"<{strclass(type(self))} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"

    # ---- the course of a run ----

    def startTestRun(self):
        """The run begins."""

    def stopTestRun(self):
        """The run is over."""

    def startTest(self, test):
        """A test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        """A test is over, whatever it came to."""
        self._restoreStdout()
        self._mirrorOutput = False

    def stop(self):
        """No test is begun any more."""
        self.shouldStop = True

    def wasSuccessful(self):
        """Whether all went as expected until now."""
        return not any(getattr(self, bad, None) for bad in ("failures", "errors", "unexpectedSuccesses"))

    def printErrors(self):
        """Called at the end by the runner, for results that print."""

    # ---- what a test came to ----

    def addSuccess(self, test):
        """The test passed."""

    def _add_bad(self, entries, test, err, of=None):
        entries.append((of or test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addError(self, test, err):
        """The test raised an exception it should not; `err` is as sys.exc_info() gives it."""
        self._add_bad(self.errors, test, err)

    @failfast
    def addFailure(self, test, err):
        """An assertion of the test does not hold; `err` is as sys.exc_info() gives it."""
        self._add_bad(self.failures, test, err)

    def addSubTest(self, test, subtest, err):
        """A sub-test is over; `err` is None when it passed."""
        if err is not None:
            _stop_if_wanted(self)
            self._add_bad(self.failures if issubclass(err[0], test.failureException) else self.errors, test, err, of=subtest)

    def addSkip(self, test, reason):
        """The test was left out."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """The test failed, and is marked so."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """The test passed, though marked to fail."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """The test took so many seconds."""
        if hasattr(self, "collectedDurations"):  # subclasses older than this method do not call __init__ always
            self.collectedDurations.append((str(test), elapsed))

    # ---- output kept while a test runs, when `buffer` asks for it ----

    def _setupStdout(self):
        if self.buffer:
            if self._stdout_buffer is None:
                self._stdout_buffer, self._stderr_buffer = io.StringIO(), io.StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _printed(self):
        """(stream it was meant for, text under a heading) for each of the two streams that was written to"""
        for now, meant_for, line in ((sys.stdout, self._original_stdout, STDOUT_LINE), (sys.stderr, self._original_stderr, STDERR_LINE)):
            text = now.getvalue()
            if text:
                yield meant_for, line % (text if text[-1] == "\n" else text + "\n")

    def _restoreStdout(self):
        if self.buffer:
            if self._mirrorOutput:
                for meant_for, text in self._printed():
                    meant_for.write(text)
            sys.stdout, sys.stderr = self._original_stdout, self._original_stderr
            for buffer in (self._stdout_buffer, self._stderr_buffer):
                buffer.seek(0)
                buffer.truncate()

    # ---- the text of an exception ----

    def _exc_info_to_string(self, err, test):
        kind, exception, tb = err
        tb = _cut(tb, kind is test.failureException)
        for related in _chain(exception):
            related.__traceback__ = _cut(related.__traceback__, type(related) is test.failureException)
        text = "".join(traceback.TracebackException(kind, exception, tb, capture_locals=self.tb_locals, compact=True).format())
        return text + "".join(printed for _, printed in self._printed()) if self.buffer else text


def _chain(exception):
    """All exceptions that led to this one, each once."""
    seen, waiting = {id(exception)}, [exception]
    while waiting:
        last = waiting.pop()
        for earlier in (getattr(last, "__cause__", None), getattr(last, "__context__", None)):
            if earlier is not None and id(earlier) not in seen:
                seen.add(id(earlier))
                waiting.append(earlier)
                yield earlier


def _is_own(tb):
    return "__unittest" in tb.tb_frame.f_globals


def _levels(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def _cut(tb, is_failure):
    """The traceback without the frames of unittest around the test, and without those of the assertion that failed."""
    tb = next(itertools.filterfalse(_is_own, _levels(tb)), None)
    if is_failure:
        for last in itertools.takewhile(lambda level: not _is_own(level), _levels(tb)):
            pass
        if tb is not None:
            last.tb_next = None
    return tb
