"""assertRaises, assertWarns and their kin: the context managers, which a callable given along with them runs inside."""
import re
import sys
import types
import warnings

__unittest = True


def _is_kind(expected, base):
    """Whether it is a class of exceptions, or a tuple of them (or of tuples)."""
    if isinstance(expected, tuple):
        return all(_is_kind(each, base) for each in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _Expectation:
    """What the block or the callable is to do. Subclasses say what to wait for (`kind`, in words `kinds`) and look at what happened."""

    def __init__(self, expected, test_case, pattern=None):
        self.expected, self.test_case = expected, test_case
        self.expected_regex = None if pattern is None else re.compile(pattern)
        self.message = self.of = None

    def begin(self, name, args, kwargs):
        """The value of the assertion `name`: this context manager, or None after the callable has been run."""
        if not _is_kind(self.expected, self.kind):
            raise TypeError(f"{name}() arg 1 must be {self.kinds}")
        if args:
            tested, *args = args
            self.of = getattr(tested, "__name__", None) or str(tested)
            with self:
                tested(*args, **kwargs)
            return None
        self.message = kwargs.pop("msg", None)
        for unknown in kwargs:
            raise TypeError(f"{unknown!r} is an invalid keyword argument for this function")
        return self

    def __enter__(self):
        return self

    def _complain(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.message, text))

    def _complain_of(self, verb):
        expected = getattr(self.expected, "__name__", None) or str(self.expected)
        self._complain(f"{expected} {verb} by {self.of}" if self.of else f"{expected} {verb}")

    def _fits(self, value):
        return self.expected_regex is None or self.expected_regex.search(str(value)) is not None

    def _complain_of_text(self, value):
        self._complain(f'"{self.expected_regex.pattern}" does not match "{value}"')


class _AssertRaisesContext(_Expectation):
    """Waits for an exception, and keeps it as `exception`."""

    kind, kinds = BaseException, "an exception type or tuple of exception types"

    __class_getitem__ = classmethod(types.GenericAlias)

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._complain_of("not raised")
        if issubclass(exc_type, self.expected):
            self.exception = exc_value.with_traceback(None)
            if not self._fits(exc_value):
                self._complain_of_text(exc_value)
            return True
        return False


class _AssertWarnsContext(_Expectation):
    """Waits for a warning, and keeps the first that fits: `warning`, and where it was given, `filename` and `lineno`."""

    kind, kinds = Warning, "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}  # what was shown once is shown again
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is None:
            self._judge([caught for caught in self.warnings if isinstance(caught.message, self.expected)])

    def _judge(self, candidates):
        for caught in candidates:
            if self._fits(caught.message):
                self.warning, self.filename, self.lineno = caught.message, caught.filename, caught.lineno
                return
        if candidates:
            self._complain_of_text(candidates[0].message)
        self._complain_of("not triggered")


class _AssertNotWarnsContext(_AssertWarnsContext):
    def _judge(self, candidates):
        if candidates:
            self._complain_of("triggered")
