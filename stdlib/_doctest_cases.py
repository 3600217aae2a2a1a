"""The examples of doctest as tests of unittest: the classes, which doctest imports when they are asked for."""
import doctest
import unittest


class DocTestCase(unittest.TestCase):
    """A DocTest as a test of unittest."""

    __module__ = "doctest"

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_fixtures, self._dt_options = test, (setUp, tearDown), (optionflags, checker)

    def setUp(self):
        test = self._dt_test
        self._dt_globs = test.globs.copy()
        if self._dt_fixtures[0] is not None:
            self._dt_fixtures[0](test)

    def tearDown(self):
        test = self._dt_test
        if self._dt_fixtures[1] is not None:
            self._dt_fixtures[1](test)
        test.globs.clear()
        test.globs.update(self._dt_globs)

    def runTest(self):
        flags, checker = self._dt_options
        runner = doctest.DocTestRunner(checker, verbose=False, optionflags=flags if flags & doctest.REPORTING_FLAGS else flags | doctest._reporting)
        runner.DIVIDER = "-" * 70
        said = []
        if runner.run(self._dt_test, out=said.append, clear_globs=False).failed:
            raise self.failureException(self.format_failure("".join(said)))

    def format_failure(self, err):
        """The message of a failure."""
        test = self._dt_test
        line = test.lineno if test.lineno is not None else "unknown line number"
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line {line}, in {test.name.rpartition(".")[2]}\n\n{err}'

    def debug(self):
        self.setUp()
        flags, checker = self._dt_options
        doctest.DebugRunner(checker, verbose=False, optionflags=flags).run(self._dt_test, clear_globs=False)
        self.tearDown()

    def id(self):
        return self._dt_test.name

    def __eq__(self, other):
        if type(self) is type(other):
            return (self._dt_test, self._dt_options, self._dt_fixtures) == (other._dt_test, other._dt_options, other._dt_fixtures)
        return NotImplemented

    def __hash__(self):
        return hash((self._dt_options, self._dt_fixtures))

    def __repr__(self):
        path, _, last = self._dt_test.name.rpartition(".")
        return f"{last} ({path})"

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


class SkipDocTestCase(DocTestCase):
    """In place of the tests of a module without docstrings."""

    __module__ = "doctest"

    def __init__(self, module):
        super().__init__(None)
        self.module = module

    def setUp(self):
        reason = "DocTestSuite will not work with -O2 and above"
        self.skipTest(reason)

    def shortDescription(self):
        return f"Skipping tests from {self.module.__name__}"

    __str__ = lambda self: self.shortDescription()


class _DocTestSuite(unittest.TestSuite):
    """A suite that does not let go of its tests: they may be run again."""

    __module__ = "doctest"
    _cleanup = False


class DocFileCase(DocTestCase):
    """The examples of a text file as a test of unittest."""

    __module__ = "doctest"

    def id(self):
        return self._dt_test.name.replace(".", "_")

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__

    def format_failure(self, err):
        test = self._dt_test
        return f'Failed doctest test for {test.name}\n  File "{test.filename}", line 0\n\n{err}'
