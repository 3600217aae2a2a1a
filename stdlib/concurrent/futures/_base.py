"""What the executors have in common (library reference, "concurrent.futures").

A future is guarded by a lock of its own. Who waits for its result brings a gate, a lock that is released when it is done; wait() and as_completed() bring
a _Watch, which is told when it is over, that is when its executor knows that it is done, too.
"""
from _thread import allocate_lock
from collections import namedtuple
from time import monotonic
from types import GenericAlias

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
PENDING, RUNNING, FINISHED = "PENDING", "RUNNING", "FINISHED"
CANCELLED, CANCELLED_AND_NOTIFIED = "CANCELLED", "CANCELLED_AND_NOTIFIED"

_CANCELLED = {CANCELLED, CANCELLED_AND_NOTIFIED}
_DONE = {FINISHED, *_CANCELLED}
_OVER = {FINISHED, CANCELLED_AND_NOTIFIED}


class Error(Exception):
    """What goes wrong with futures."""


class CancelledError(Error):
    """It was cancelled."""


class InvalidStateError(Error):
    """It is done already."""


class BrokenExecutor(RuntimeError):
    """The executor cannot go on."""


TimeoutError = TimeoutError


def _log():
    import logging
    return logging.getLogger("concurrent.futures")


class Future:
    """The result of a call that runs somewhere else."""

    _state = PENDING
    _result = _exception = None

    def __init__(self):
        self._guard = allocate_lock()
        self._gates, self._watches, self._callbacks = [], [], []

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        state = self._state
        shown = "cancelled" if state in _CANCELLED else state.lower()
        if state == FINISHED:
            kind, value = ("returned", self._result) if self._exception is None else ("raised", self._exception)
            shown += f" {kind} {type(value).__name__}"
        return f"<{type(self).__name__} at {id(self):#x} state={shown}>"

    # asking

    def cancelled(self):
        """Whether it was cancelled."""
        return self._state in _CANCELLED

    def running(self):
        """Whether its call is being executed."""
        return self._state == RUNNING

    def done(self):
        """Whether it has finished or was cancelled."""
        return self._state in _DONE

    def _wait(self, timeout):
        gate = allocate_lock()
        gate.acquire()
        with self._guard:
            if self._state in _DONE:
                return
            self._gates.append(gate)
        gate.acquire(True, -1 if timeout is None else max(timeout, 0))
        if self._state not in _DONE:
            with self._guard:
                if gate in self._gates:
                    self._gates.remove(gate)
        if self._state not in _DONE:
            raise TimeoutError()

    def exception(self, timeout=None):
        """The exception of the call, None if it has a result; waited for."""
        if self._state not in _DONE:
            self._wait(timeout)
        if self._state in _CANCELLED:
            raise CancelledError()
        return self._exception

    def result(self, timeout=None):
        """The result of the call, waited for; its exception is raised."""
        failure = self.exception(timeout)
        if failure is not None:
            raise failure
        return self._result

    # changing

    def _change(self, state):
        "With the guard held. The callbacks that are to be called without it."
        self._state = state
        if state in _OVER:
            for watch in self._watches:
                watch.note(self)
        if state not in _DONE:
            return ()
        for gate in self._gates:
            gate.release()
        self._gates, callbacks, self._callbacks = [], self._callbacks, []
        return callbacks

    def _tell(self, callbacks):
        for callback in callbacks:
            try:
                callback(self)
            except Exception:
                _log().exception("exception calling callback for %r", self)

    def add_done_callback(self, fn):
        """Call it with the future when that is done: in the thread that makes it so, or now."""
        with self._guard:
            if self._state not in _DONE:
                self._callbacks.append(fn)
                return
        self._tell([fn])

    def cancel(self):
        """Cancel it, if it does not run or has finished: whether it is cancelled."""
        with self._guard:
            if self._state != PENDING:
                return self._state in _CANCELLED
            callbacks = self._change(CANCELLED)
        self._tell(callbacks)
        return True

    def set_running_or_notify_cancel(self):
        """For executors, before the call: whether it is to be made."""
        with self._guard:
            if self._state == PENDING:
                self._change(RUNNING)
                return True
            if self._state == CANCELLED:
                self._change(CANCELLED_AND_NOTIFIED)
                return False
        _log().critical("Future %s in unexpected state: %s", id(self), self._state)
        raise RuntimeError("Future in unexpected state")

    def _finish(self, result, exception):
        with self._guard:
            if self._state in _DONE:
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result, self._exception = result, exception
            callbacks = self._change(FINISHED)
        self._tell(callbacks)

    def set_result(self, result):
        """For executors: the call has returned."""
        self._finish(result, None)

    def set_exception(self, exception):
        """For executors: the call has raised."""
        self._finish(None, exception)


# ---- waiting for several

def _has_failed(future):
    return future._state == FINISHED and future._exception is not None


# Whether the end of one is enough for wait().
_is_enough = {ALL_COMPLETED: lambda future: False, FIRST_COMPLETED: lambda future: True, FIRST_EXCEPTION: _has_failed}


class _Watch:
    "Over futures: which of them are over, in that order, and a gate that opens when there are enough of them, or all."

    def __init__(self, futures, is_enough):
        self._is_enough = is_enough
        self._guard, self._gate = allocate_lock(), allocate_lock()
        self._gate.acquire()
        self.over = []
        self._watched = set()
        self._left = len(futures)
        for future in futures:
            with future._guard:
                if future._state in _OVER:
                    self.note(future)
                else:
                    future._watches.append(self)
                    self._watched.add(future)

    def note(self, future):
        with self._guard:
            self.over.append(future)
            self._left -= 1
            if (self._left <= 0 or self._is_enough(future)) and self._gate.locked():
                self._gate.release()

    def wait(self, timeout):
        "Until the gate is open; it is closed again."
        self._gate.acquire(True, -1 if timeout is None else max(timeout, 0))

    def take(self):
        "Those that are over and were not taken yet."
        with self._guard:
            taken, self.over = self.over, []
        return taken

    def end(self):
        for future in self._watched:
            with future._guard:
                future._watches.remove(self)
        self._watched.clear()


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for several futures: (done, not_done), two sets."""
    fs = set(fs)
    watch = _Watch(fs, _is_enough.get(return_when, _is_enough[ALL_COMPLETED]))
    try:
        if watch._left and return_when not in _is_enough:
            raise ValueError(f"Invalid return condition: {return_when!r}")
        if watch._left and watch._gate.locked():
            watch.wait(timeout)
    finally:
        watch.end()
    done = set(watch.take())
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """An iterator over futures: each as it is done."""
    deadline = None if timeout is None else monotonic() + timeout
    left = set(fs)
    total = len(left)
    watch = _Watch(left, _is_enough[FIRST_COMPLETED])
    try:
        while left:
            for future in watch.take():
                left.discard(future)
                yield future
            if not left:
                break
            rest = None if deadline is None else deadline - monotonic()
            if rest is not None and rest < 0:
                raise TimeoutError(f"{len(left)} (of {total}) futures unfinished")
            if not watch.over:
                watch.wait(rest)
    finally:
        watch.end()


# ---- executors

class Executor:
    """Executes calls somewhere else."""

    def submit(self, fn, /, *args, **kwargs):
        """Have a call made: a future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Have a function called with each tuple of items: an iterator over the results, in their order."""
        deadline = None if timeout is None else monotonic() + timeout
        calls = [self.submit(fn, *items) for items in zip(*iterables)]

        def results():
            calls.reverse()
            try:
                while calls:
                    first = calls.pop()
                    try:
                        yield first.result(None if deadline is None else deadline - monotonic())
                    finally:
                        first.cancel()
            finally:
                for rest in calls:
                    rest.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; those that were submitted are waited for."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown(wait=True)
        return False


for _class in Error, CancelledError, InvalidStateError, BrokenExecutor, Future, Executor:
    _class.__module__ = "concurrent.futures._base"
del _class
