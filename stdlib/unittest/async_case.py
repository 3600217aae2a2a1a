"""IsolatedAsyncioTestCase: tests that are coroutines, each in an event loop of its own."""
from .case import TestCase, _enter

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
    """A TestCase whose test methods and clean-ups may be coroutine functions; `asyncSetUp` and `asyncTearDown` come right after `setUp` and
    right before `tearDown`. All parts of a test run in the same loop and the same context."""

    _runner = None  # an asyncio.Runner while the test runs
    _context = None
    _depth = TestCase._depth + 2

    async def asyncSetUp(self):
        """What is to be done before the test, in its loop."""

    async def asyncTearDown(self):
        """What is to be done after the test, in its loop."""

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """As addCleanup, for a coroutine function."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        """Enters an asynchronous context manager, which is left by a clean-up; returns what entering gave."""
        enter, leave = _enter(cm, "__aenter__", "__aexit__", "the asynchronous context manager protocol")
        value = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return value

    # ---- the parts of a test, all in one context: coroutines by the runner ----

    def _in_context(self, function, /, *args, **kwargs):
        from inspect import iscoroutinefunction
        if iscoroutinefunction(function):
            return self._runner.run(function(*args, **kwargs), context=self._context)
        return self._context.run(function, *args, **kwargs)

    def _prepare(self):
        self._runner.get_loop()  # makes it, so that setUp finds one
        self._context.run(self.setUp)
        self._runner.run(self.asyncSetUp(), context=self._context)

    def _callTestMethod(self, method):
        return self._in_context(method)

    def _finish(self):
        self._runner.run(self.asyncTearDown(), context=self._context)
        self._context.run(self.tearDown)

    def _clean_up(self, function, args, kwargs):
        self._in_context(function, *args, **kwargs)

    def _with_runner(self, run, *args):
        import asyncio
        import contextvars
        self._runner, self._context = asyncio.Runner(debug=True), contextvars.copy_context()
        try:
            return run(*args)
        finally:
            self._runner.close()
            self._runner = None

    def run(self, result=None):
        return self._with_runner(super().run, result)

    def debug(self):
        self._with_runner(super().debug)
