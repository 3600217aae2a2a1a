"""Ctrl-C lets the test under way end, then stops the run; a second one interrupts at once."""
import weakref
from functools import wraps

__unittest = True

_results = weakref.WeakKeyDictionary()  # those to be stopped, as keys
_interrupt_handler = None  # the handler of installHandler


def registerResult(result):
    """Ctrl-C will stop this result's run."""
    _results[result] = True


def removeResult(result):
    """Whether it was registered; it is no more."""
    return _results.pop(result, False)


class _StopRuns:
    """The handler of SIGINT; `replaced` is the one that was there before."""

    def __init__(self, replaced):
        self.replaced = self.interrupt = replaced
        self.called = False
        if isinstance(replaced, int):
            import signal
            try:
                self.interrupt = {signal.SIG_DFL: signal.default_int_handler, signal.SIG_IGN: lambda number, frame: None}[replaced]
            except KeyError:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object") from None

    def __call__(self, number, frame):
        import signal
        if self.called or signal.getsignal(signal.SIGINT) is not self:  # not current: the test's own handler passes the signal on
            self.interrupt(number, frame)
        self.called = True
        for result in list(_results):
            result.stop()


def installHandler():
    """Makes Ctrl-C stop the registered results."""
    import signal
    global _interrupt_handler
    if not _interrupt_handler:
        handler = _interrupt_handler = _StopRuns(signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, handler)


def removeHandler(method=None):
    """Puts back the handler that was there before installHandler; as a decorator: while the function runs."""
    import signal
    if method is None:
        if _interrupt_handler:
            signal.signal(signal.SIGINT, _interrupt_handler.replaced)
        return None

    @wraps(method)
    def without_handler(*args, **kwargs):
        at_entry = signal.getsignal(signal.SIGINT)
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            signal.signal(signal.SIGINT, at_entry)
    return without_handler
