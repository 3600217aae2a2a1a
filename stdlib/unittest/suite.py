"""TestSuite: tests run one after the other, with the fixtures of their classes and modules around them."""
import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """Tests to be run one after the other, without the fixtures of classes and modules."""

    _cleanup = True  # a test that has been run is let go

    def __init__(self, tests=()):
        self._tests, self._removed_tests = [], 0
        self.addTests(tests)

    def addTest(self, test):
        """Adds a test or a suite, at the end."""
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestSuite, case.TestCase)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        """Adds each of them."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for one in tests:
            self.addTest(one)

    def countTestCases(self):
        """How many tests there are, those that have been let go included."""
        return sum((test.countTestCases() for test in self if test), start=self._removed_tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = object.__hash__

    def __repr__(self):
        return f"<{strclass(type(self))} tests={list(self)}>"

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def run(self, result):
        """Runs them until the result is told to stop."""
        def run(test):
            test(result)
        return self._run_each(result, run)

    def _run_each(self, result, run):
        """`run` gets each test; False from it keeps the test."""
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if run(test) is not False and self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Lets go of a test that has been run; subclasses that want to keep them override it."""
        try:
            gone = self._tests[index]
        except TypeError:  # the tests of a subclass are no list
            return
        self._removed_tests += gone.countTestCases() if hasattr(gone, "countTestCases") else 0
        self._tests[index] = None

    def debug(self):
        """Runs them so that exceptions come out."""
        for one in self:
            one.debug()


class TestSuite(BaseTestSuite):
    """Tests to be run one after the other; the fixtures of a class and of a module are called where the first of their tests begins and after
    the last has ended, across suites within suites."""

    def run(self, result, debug=False):
        fixtures = getattr(result, "_fixtures", None)
        if fixtures is None:
            fixtures = result._fixtures = _Fixtures(result)
        outermost = not fixtures.in_use
        fixtures.in_use = True

        def run(test):
            if _is_single(test) and not fixtures.enter(test.__class__):
                return False
            if debug:
                test.debug()
            else:
                test(result)
        self._run_each(result, run)
        if outermost:
            fixtures.leave()
        return result

    def debug(self):
        """Runs them so that exceptions come out, those of fixtures as well."""
        self.run(_DebugResult(), True)


def _is_single(test):
    """What cannot be iterated over is no suite."""
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """The result of debug(): nothing is recorded, exceptions pass."""
    shouldStop = False


class _Fixtures:
    """Which class and which module are set up at the moment; one for each result, shared by all suites that run into it."""

    in_use = False  # by a suite that is running
    test_class = None  # the class of the last test
    class_failed = module_failed = False  # could not be set up

    def __init__(self, result):
        self.result = result

    def enter(self, test_class):
        """Called before each test. False: its fixtures failed, it must not run."""
        if test_class != self.test_class:
            self._leave_class()
            module = test_class.__module__
            if self.test_class is None or module != self.test_class.__module__:
                self._leave_module()
                self.module_failed = False
                self._enter_module(module)
            self.class_failed = False
            if not (self.module_failed or _is_skipped(test_class)):
                self._enter_class(test_class)
            self.test_class = test_class
        return not (self.class_failed or self.module_failed)

    def leave(self):
        """Called after the last test."""
        self._leave_class()
        self._leave_module()
        self.in_use = False

    # ---- one fixture ----

    def _enter_class(self, test_class):
        set_up = getattr(test_class, "setUpClass", None)
        if set_up is None:
            return
        with _Output(self.result):
            self.class_failed = not self._call(set_up, "setUpClass", strclass(test_class))
            if self.class_failed:
                self._clean_class("setUpClass", test_class)

    def _leave_class(self):
        left = self.test_class
        if left is None or self.class_failed or self.module_failed or _is_skipped(left):
            return
        with _Output(self.result):
            if hasattr(left, "tearDownClass"):
                self._call(left.tearDownClass, "tearDownClass", strclass(left))
            self._clean_class("tearDownClass", left)

    def _clean_class(self, title, test_class):
        if hasattr(test_class, "doClassCleanups"):
            test_class.doClassCleanups()
            for exc_info in test_class.tearDown_exceptions:
                self._report(exc_info, title, strclass(test_class))

    def _enter_module(self, name):
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is None:
            return
        with _Output(self.result):
            self.module_failed = not self._call(set_up, "setUpModule", name)
            if self.module_failed:
                self._call(case.doModuleCleanups, "setUpModule", name)

    def _leave_module(self):
        name = self.test_class and self.test_class.__module__
        if name is None or self.module_failed or name not in sys.modules:
            return
        with _Output(self.result):
            tear_down = getattr(sys.modules[name], "tearDownModule", None)
            if tear_down is not None:
                self._call(tear_down, "tearDownModule", name)
            self._call(case.doModuleCleanups, "tearDownModule", name)

    def _call(self, fixture, title, of):
        """Whether the fixture went well; what it raises is reported under this title."""
        try:
            fixture()
        except Exception:
            self._report(sys.exc_info(), title, of)
            return False
        return True

    def _report(self, exc_info, title, of):
        if isinstance(self.result, _DebugResult):
            raise exc_info[1]
        place = _ErrorHolder(f"{title} ({of})")
        if isinstance(exc_info[1], case.SkipTest) and hasattr(self.result, "addSkip"):
            self.result.addSkip(place, str(exc_info[1]))
        else:
            self.result.addError(place, exc_info)


class _Output:
    """While entered, the result keeps what is printed, if it can."""

    def __init__(self, result):
        self.result = result

    def __enter__(self):
        getattr(self.result, "_setupStdout", int)()

    def __exit__(self, *exc_info):
        getattr(self.result, "_restoreStdout", int)()


def _is_skipped(test_class):
    return getattr(test_class, "__unittest_skip__", False)


class _ErrorHolder:
    """Stands in a result where a test is expected: what went wrong is a fixture."""

    failureException = None  # all that fixtures raise are errors

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    __str__ = id

    def __repr__(self):
        return "<ErrorHolder description=%r>" % self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def run(self, result):
        """There is nothing to run."""

    __call__ = run
