"""Results of later (library reference, "Futures").

A future ends once: with a result, an exception or cancelled. Then its callbacks are scheduled; those added later are scheduled at once.
"""
import contextvars
from asyncio import events
from asyncio.exceptions import CancelledError, InvalidStateError

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


def isfuture(obj):
    """Whether it is a future, or an object that behaves like one."""
    return getattr(obj.__class__, "_asyncio_future_blocking", obj) is not obj and obj._asyncio_future_blocking is not None


class _Unseen:
    "What a future has that failed: says so unless somebody asks. It, and not the future, has a __del__: most futures need none."
    __slots__ = ("_future", "is_unseen")

    def __init__(self, future):
        self._future, self.is_unseen = future, True

    def __del__(self):
        if self.is_unseen:
            future = self._future
            future._loop.call_exception_handler({"message": f"{type(future).__name__} exception was never retrieved",
                                                 "exception": future._exception, "future": future})


class Future:
    """The result of something that is still going on."""

    _state = _PENDING
    _result = _exception = _traceback = None
    _cancel_text = _cancel_error = None  # what a CancelledError is to say, or the one that ended a task
    _asyncio_future_blocking = False
    _unseen = None  # of one that failed

    def __init__(self, *, loop=None):
        self._loop = loop if loop is not None else events.get_event_loop()
        self._callbacks = []

    # showing

    def _words(self):
        yield self._state.lower()
        if self._state is _FINISHED:
            yield f"result={self._result!r}" if self._exception is None else f"exception={self._exception!r}"
        if self._callbacks:
            names = [events._shown_call(function, ()) for function, _ in self._callbacks]
            yield f"cb=[{', '.join(names if len(names) < 3 else [names[0], f'<{len(names) - 2} more>', names[-1]])}]"

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._words())}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    # asking

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    def done(self):
        """Whether it has ended."""
        return self._state is not _PENDING

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state is _CANCELLED

    def result(self):
        """Its result; its exception is raised."""
        if self._state is _FINISHED and self._exception is None:
            return self._result
        raise self._failure("Result").with_traceback(self._traceback)

    def exception(self):
        """Its exception, None if it has a result."""
        return self._failure("Exception")

    def _failure(self, what):
        if self._state is _FINISHED:
            if self._unseen is not None:
                self._unseen.is_unseen = False
            return self._exception
        raise self._cancellation() if self._state is _CANCELLED else InvalidStateError(f"{what} is not set.")

    def _cancellation(self):
        error, self._cancel_error = self._cancel_error, None
        if error is None:
            error = CancelledError(*[self._cancel_text] * (self._cancel_text is not None))
        return error

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self  # the task comes back when it has ended
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    # ending

    def _end(self, state):
        self._state = state
        waiting, self._callbacks = self._callbacks, []
        for function, context in waiting:
            self._loop.call_soon(function, self, context=context)

    def cancel(self, msg=None):
        """End it as cancelled: whether it had not ended."""
        if self._unseen is not None:
            self._unseen.is_unseen = False
        if self._state is not _PENDING:
            return False
        self._cancel_text = msg
        self._end(_CANCELLED)
        return True

    def set_result(self, result):
        """End it with a result."""
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception):
        """End it with an exception."""
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type) and issubclass(exception, BaseException):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._fail(exception)

    def _fail(self, exception):
        self._exception, self._traceback, self._unseen = exception, exception.__traceback__, _Unseen(self)
        self._end(_FINISHED)

    # callbacks

    def add_done_callback(self, fn, *, context=None):
        """Call it with the future, soon after that has ended."""
        if self._state is _PENDING:
            self._callbacks.append((fn, contextvars.copy_context() if context is None else context))
        else:
            self._loop.call_soon(fn, self, context=context)

    def remove_done_callback(self, fn):
        """Do not call it: how often it was to be called."""
        before = len(self._callbacks)
        self._callbacks[:] = [entry for entry in self._callbacks if entry[0] != fn]
        return before - len(self._callbacks)


def _answer(future, result):
    "Its result, unless it was cancelled meanwhile."
    if not future.cancelled():
        future.set_result(result)


def _end_like(target, source):
    "Ends one future, of this module or of concurrent.futures, as another has ended."
    if source.cancelled():
        target.cancel()
    begin = getattr(target, "set_running_or_notify_cancel", None)
    if target.cancelled() if begin is None else not begin():
        return
    failure = source.exception()
    if failure is not None:
        target.set_exception(failure)
    else:
        target.set_result(source.result())


def wrap_future(future, *, loop=None):
    """A future of this module that ends as one of concurrent.futures does."""
    if isfuture(future):
        return future
    from concurrent.futures import Future as ThreadFuture
    assert isinstance(future, ThreadFuture), f"concurrent.futures.Future is expected, got {future!r}"
    loop = loop if loop is not None else events.get_event_loop()
    loop._expect_others()
    made = loop.create_future()

    def follow():
        if not made.cancelled():
            _end_like(made, future)

    def ended(_):
        if not loop.is_closed():
            loop.call_soon_threadsafe(follow)
    made.add_done_callback(lambda made: made.cancelled() and future.cancel())
    future.add_done_callback(ended)
    return made
