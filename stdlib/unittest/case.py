"""TestCase: one test, its fixtures and how it runs."""
import sys
import time
import types
import warnings
from functools import wraps

from . import result
from ._assertions import DIFF_OMITTED, Assertions
from ._expect import _AssertRaisesContext, _AssertWarnsContext
from .util import safe_repr, strclass

__unittest = True

_NO_MESSAGE = object()  # subTest() without one


class SkipTest(Exception):
    """Raised in a test, it skips the test."""


class _EndOfTest(Exception):
    """Raised at the end of a sub-test: the rest of the test is not to be run."""


# ---- skipping, failing as expected ----

def skip(reason):
    """Decorator: the test, or all of a class, is not run, for this reason."""
    if isinstance(reason, types.FunctionType):  # used without parentheses
        return skip("")(reason)

    def mark(test):
        if not isinstance(test, type):
            @wraps(test)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            return _mark_skipped(skipped, reason)
        return _mark_skipped(test, reason)
    return mark


def _mark_skipped(test, reason):
    test.__unittest_skip__, test.__unittest_skip_why__ = True, reason
    return test


def _unmarked(test):
    return test


def skipIf(condition, reason):
    """Decorator: not run if the condition is true."""
    return skip(reason) if condition else _unmarked


def skipUnless(condition, reason):
    """Decorator: not run if the condition is false."""
    return _unmarked if condition else skip(reason)


def expectedFailure(test_item):
    """Decorator: the test fails, and it would be wrong if it did not."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


# ---- clean-ups: stacks of calls to be made later, of a test, a class or a module ----

class _Cleanups(list):
    """(function, args, kwargs) in the order in which they were added"""

    def add(self, function, /, *args, **kwargs):
        self.append((function, args, kwargs))

    def unwind(self):
        """Takes them off one by one, the last first; they may add new ones."""
        while self:
            yield self.pop()

    def call_all(self):
        """Calls them; returns what they raised, as sys.exc_info() gives it."""
        raised = []
        for function, args, kwargs in self.unwind():
            try:
                function(*args, **kwargs)
            except Exception:
                raised.append(sys.exc_info())
        return raised


_module_cleanups = _Cleanups()


def addModuleCleanup(function, /, *args, **kwargs):
    """To be called after tearDownModule, or after a setUpModule that failed."""
    _module_cleanups.add(function, *args, **kwargs)


def doModuleCleanups():
    """Calls them, the last added first; done after tearDownModule. Raises the first exception, when all have been called."""
    for _, exception, _ in _module_cleanups.call_all():
        raise exception


def _enter(cm, enter, leave, protocol):
    """The two methods of a context manager, as a `with` statement finds them."""
    kind = type(cm)
    try:
        return getattr(kind, enter), getattr(kind, leave)
    except AttributeError:
        raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support {protocol}") from None


def _enter_now(cm, add_cleanup):
    enter, leave = _enter(cm, "__enter__", "__exit__", "the context manager protocol")
    value = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return value


def enterModuleContext(cm):
    """Enters a context manager, which is left by a clean-up of the module; returns what entering gave."""
    return _enter_now(cm, addModuleCleanup)


# ---- telling the result, which may be one that knows less than TestResult ----

def _tell_skip(result, test, reason):
    add_skip = getattr(result, "addSkip", None)
    if add_skip is not None:
        add_skip(test, reason)
    else:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test)


class _UnexpectedSuccess(Exception):
    """For results that do not know of it: a failure."""


class _Outcome:
    """How the test that is running stands."""

    def __init__(self, result=None):
        self.result = result
        self.success = True  # of the part that is running: set-up, test, sub-test, ...
        self.may_fail = False  # the running part is a test that is expected to
        self.expectedFailure = None  # how it did
        self.knows_subtests = hasattr(result, "addSubTest")

    def attempt(self, test, part, *args):
        """Calls a part of the test, or a clean-up; what it raises goes to the result."""
        try:
            return part(*args)
        except KeyboardInterrupt:
            raise
        except:
            self.record(test, sys.exc_info())

    def record(self, test, exc_info, told=None):
        kind, exception, _ = exc_info
        if issubclass(kind, _EndOfTest):
            return
        if issubclass(kind, SkipTest):
            self.success = False
            _tell_skip(self.result, test, str(exception))
        elif self.may_fail:
            self.expectedFailure = exc_info
        else:
            self.success = False
            if told is not None:
                told(exc_info)
            elif self.result is not None:
                (self.result.addFailure if issubclass(kind, test.failureException) else self.result.addError)(test, exc_info)

    def conclude(self, test, may_fail):
        """Tells the result of a test all parts of which went well."""
        result = self.result
        if not may_fail:
            result.addSuccess(test)
        elif self.expectedFailure:
            if hasattr(result, "addExpectedFailure"):
                result.addExpectedFailure(test, self.expectedFailure)
            else:
                warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
                result.addSuccess(test)
        elif hasattr(result, "addUnexpectedSuccess"):
            result.addUnexpectedSuccess(test)
        else:
            warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
            try:
                raise _UnexpectedSuccess from None
            except _UnexpectedSuccess:
                result.addFailure(test, sys.exc_info())


class TestCase(Assertions):
    """One test: a method of a subclass, between `setUp` and `tearDown`. For each of its methods the loader makes an instance of the class, with
    the method's name; without a name it is `runTest`."""

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._class_cleanups = _Cleanups()

    _class_cleanups = _Cleanups()

    def __init__(self, methodName="runTest"):
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest" and not hasattr(self, methodName):  # without runTest it still has its assertions
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._testMethodName = methodName
        self._testMethodDoc = "No test" if method is None else method.__doc__
        self._outcome = self._subtest = None
        self._cleanups = _Cleanups()

    # ---- fixtures, to be overridden ----

    def setUp(self):
        """Comes before the test."""

    def tearDown(self):
        """Comes after the test, if setUp went well."""

    @classmethod
    def setUpClass(cls):
        """Comes before the first test of the class."""

    @classmethod
    def tearDownClass(cls):
        """Comes after the last test of the class."""

    # ---- clean-ups ----

    def addCleanup(self, function, /, *args, **kwargs):
        """To be called after tearDown, or after a setUp that failed; the last added is called first."""
        self._cleanups.add(function, *args, **kwargs)

    def enterContext(self, cm):
        """Enters a context manager, which is left by a clean-up; returns what entering gave."""
        return _enter_now(cm, self.addCleanup)

    def doCleanups(self):
        """Calls the clean-ups; done after tearDown. Whether all is well."""
        outcome = self._outcome or _Outcome()
        for cleanup in self._cleanups.unwind():
            outcome.attempt(self, self._clean_up, *cleanup)
        return outcome.success

    def _clean_up(self, function, args, kwargs):
        function(*args, **kwargs)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """To be called after tearDownClass, or after a setUpClass that failed."""
        cls._class_cleanups.add(function, *args, **kwargs)

    @classmethod
    def enterClassContext(cls, cm):
        """Enters a context manager, which is left by a clean-up of the class; returns what entering gave."""
        return _enter_now(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Calls the clean-ups of the class; done after tearDownClass. `tearDown_exceptions` lists what they raised."""
        cls.tearDown_exceptions = cls._class_cleanups.call_all()

    # ---- what a test is ----

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        """The result used by run() when it is given none."""
        return result.TestResult()

    def id(self):
        """The dotted name of the test."""
        return ".".join((strclass(type(self)), self._testMethodName))

    def shortDescription(self):
        """The first line of the method's documentation; None if there is none."""
        return self._testMethodDoc.strip().partition("\n")[0].strip() if self._testMethodDoc else None

    def __str__(self):
        return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self._testMethodName, type(self)))

    # ---- running ----

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result=None):
        """Runs the test; what it comes to is told to the result, which is returned."""
        if result is not None:
            return self._run_into(result)
        result = self.defaultTestResult()
        getattr(result, "startTestRun", int)()
        try:
            return self._run_into(result)
        finally:
            getattr(result, "stopTestRun", int)()

    def _run_into(self, result):
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            reason = self._reason_to_skip(method)
            if reason is None:
                self._run_parts(method, result)
            else:
                _tell_skip(result, self, reason)
            return result
        finally:
            result.stopTest(self)

    def _reason_to_skip(self, method):
        holders = (type(self), method)
        if any(getattr(holder, "__unittest_skip__", False) for holder in holders):
            return next(filter(None, (getattr(holder, "__unittest_skip_why__", "") for holder in holders)), "")

    def _run_parts(self, method, result):
        may_fail = any(getattr(holder, "__unittest_expecting_failure__", False) for holder in (self, method))
        outcome = self._outcome = _Outcome(result)
        began = time.perf_counter()
        try:
            outcome.attempt(self, self._prepare)
            if outcome.success:
                outcome.may_fail = may_fail
                outcome.attempt(self, self._call_test, method, self._depth)
                outcome.may_fail = False
                outcome.attempt(self, self._finish)
            self.doCleanups()
            add_duration = getattr(result, "addDuration", None)
            if add_duration is not None:
                add_duration(self, time.perf_counter() - began)
            else:
                warnings.warn("TestResult has no addDuration method", RuntimeWarning)
            if outcome.success:
                outcome.conclude(self, may_fail)
        finally:
            outcome.expectedFailure = self._outcome = None

    _depth = 6  # of calls, from _call_test to who called run()

    def _call_test(self, method, depth):
        if self._callTestMethod(method) is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning, depth)

    def _prepare(self):
        self.setUp()

    def _callTestMethod(self, method):
        return method()

    def _finish(self):
        self.tearDown()

    def debug(self):
        """Runs the test so that exceptions come out."""
        method = getattr(self, self._testMethodName)
        reason = self._reason_to_skip(method)
        if reason is not None:
            raise SkipTest(reason)
        self._prepare()
        self._call_test(method, self._depth - 3)
        self._finish()
        for cleanup in self._cleanups.unwind():
            self._clean_up(*cleanup)

    def skipTest(self, reason):
        """The test ends here, skipped."""
        raise SkipTest(reason)

    def subTest(self, msg=_NO_MESSAGE, **params):
        """A context manager for a part of the test: when it fails, the test has failed, but goes on after the part. `msg` and the parameters say
        which part it is."""
        return _SubTestBlock(self, msg, params)


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = (setUp, tearDown, testFunc)
        self._about = description

    def setUp(self):
        if self._functions[0]:
            self._functions[0]()

    def tearDown(self):
        if self._functions[1]:
            self._functions[1]()

    def runTest(self):
        self._functions[2]()

    def id(self):
        return self._functions[2].__name__

    def shortDescription(self):
        if self._about is None:
            return (self._functions[2].__doc__ or "").partition("\n")[0].strip() or None
        return self._about

    def __eq__(self, other):
        return (self._functions, self._about) == (other._functions, other._about) if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._functions, self._about))

    def __str__(self):
        return f"{strclass(type(self))} ({self.id()})"

    def __repr__(self):
        return f"<{strclass(type(self))} tec={self._functions[2]}>"


class _SubTest(TestCase):
    """What results are given in place of a test: a part of it, with its parameters."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _words(self):
        message = "" if self._message is _NO_MESSAGE else f"[{self._message}]"
        values = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return " ".join(filter(None, (message, values and f"({values})"))) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._words()}"

    def __str__(self):
        return f"{self.test_case} {self._words()}"

    def shortDescription(self):
        """That of the test."""
        return self.test_case.shortDescription()


class _SubTestBlock:
    """What `with self.subTest(...)` enters."""

    def __init__(self, test_case, message, params):
        self.test_case, self.message, self.params = test_case, message, params

    def __enter__(self):
        test, outcome = self.test_case, self.test_case._outcome
        self.outcome = outcome if outcome is not None and outcome.knows_subtests else None
        if self.outcome is not None:
            self.outer = test._subtest
            params = {**self.params, **self.outer.params, **self.params} if self.outer is not None else self.params
            self.subtest = test._subtest = _SubTest(test, self.message, params)
            self.was_success, outcome.success = outcome.success, True

    def __exit__(self, exc_type, exception, tb):
        outcome = self.outcome
        if outcome is None:
            return False
        try:
            if exc_type is None:
                if outcome.success:
                    self._tell(None)
            elif issubclass(exc_type, KeyboardInterrupt):
                return False
            else:
                outcome.record(self.subtest, (exc_type, exception, tb), self._tell)
            outcome.success = outcome.success and self.was_success
        finally:
            self.test_case._subtest = self.outer
        if outcome.expectedFailure if outcome.success else getattr(outcome.result, "failfast", False):
            raise _EndOfTest
        return True

    def _tell(self, exc_info):
        self.outcome.result.addSubTest(self.test_case, self.subtest, exc_info)
