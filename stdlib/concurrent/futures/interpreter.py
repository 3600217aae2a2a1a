"""InterpreterPoolExecutor (library reference, "concurrent.futures"): a ThreadPoolExecutor each of whose threads makes its calls in an interpreter of its own."""
from concurrent.futures import thread
from concurrent.interpreters import ExecutionFailed, create

__all__ = ["InterpreterPoolExecutor", "BrokenInterpreterPool", "ExecutionFailed"]


class BrokenInterpreterPool(thread.BrokenThreadPool):
    """The initializer of a worker has failed."""


class _Crew(thread._Crew):
    broken_pool = BrokenInterpreterPool

    def begin(self):
        interpreter = create()
        try:
            if self.initializer is not None:
                interpreter._call(self.initializer, self.initargs, {}, True)
        except BaseException:
            interpreter.close()
            raise
        return interpreter

    def call(self, interpreter, fn, args, kwargs):
        return interpreter._call(fn, args, kwargs, True)

    def end(self, interpreter):
        interpreter.close()


class InterpreterPoolExecutor(thread.ThreadPoolExecutor):
    """Makes calls in a number of interpreters, in parallel. Functions go there by module and name; arguments and results are copied."""

    _crew_class = _Crew

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        super().__init__(max_workers, thread_name_prefix or f"InterpreterPoolExecutor-{next(self._numbers)}", initializer, initargs)
