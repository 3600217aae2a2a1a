"""Tasks and what waits for several (library reference, "Coroutines and Tasks").

A task runs its coroutine step by step, in callbacks of the loop. What a step yields is a future to wait for (its end is the callback that makes the next
step) or None: the next turn of the loop will do.
"""
import contextvars
import types
from asyncio import events, futures
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.futures import _PENDING, Future, _answer, _end_like, isfuture

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep",
           "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks", "iscoroutine",
           "iscoroutinefunction", "eager_task_factory", "create_eager_task_factory")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"

_numbered = 0   # tasks that were named after their number
_unfinished = {}  # the tasks that have not ended, in the order they were made
_running = {}     # by loop: the task whose step it makes
_IS_COROUTINE = 0x80  # of a code object's flags


def iscoroutinefunction(func):
    """Whether calling it gives a coroutine."""
    while (inner := getattr(func, "__func__", None) or (func.func if type(func).__name__ == "partial" else None)) is not None:
        func = inner
    flags = getattr(getattr(func, "__code__", None), "co_flags", 0)
    if flags & _IS_COROUTINE or getattr(func, "_is_coroutine", None) is True:
        return True
    if getattr(func, "_is_coroutine_marker", None) is None:
        return False
    import inspect
    return inspect.iscoroutinefunction(func)


def iscoroutine(obj):
    """Whether it is a coroutine, or an object that behaves like one."""
    if isinstance(obj, types.CoroutineType):
        return True
    from collections.abc import Coroutine
    return isinstance(obj, Coroutine)


def current_task(loop=None):
    """The task that runs in the loop now, or None."""
    return _running.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks of the loop that have not ended."""
    loop = events.get_running_loop() if loop is None else loop
    return {task for task in [*_unfinished] if task._loop is loop and not task.done()}


# ---- the task

def _where(coro):
    "What runs in it and where it stands, for the repr."
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None) or f"<{type(coro).__name__} without __name__>"
    code, frame = getattr(coro, "cr_code", None), getattr(coro, "cr_frame", None)
    if code is None:
        return f"{name}()"
    if frame is None and not getattr(coro, "cr_running", False):
        return f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"
    return f"{name}() running at {code.co_filename}:{code.co_firstlineno if frame is None else frame.f_lineno}"


class Task(Future):
    """A coroutine that is run by a loop."""

    _cancels = 0            # cancel() minus uncancel()
    _must_cancel = False    # the next step raises CancelledError
    _fut_waiter = None      # the future

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            global _numbered
            _numbered += 1
            name = f"Task-{_numbered}"
        self._name, self._coro = str(name), coro
        self._context = contextvars.copy_context() if context is None else context
        _unfinished[self] = None
        if not eager_start or not self._loop.is_running():
            self._loop.call_soon(self._advance, context=self._context)
            return
        starter = _running.get(self._loop)
        try:
            self._context.run(self._advance)
        finally:
            _running[self._loop] = starter

    def _words(self):
        state, *rest = super()._words()
        yield "cancelling" if self._cancels and not self.done() else state
        yield f"name={self._name!r}"
        yield f"coro=<{_where(self._coro)}>"
        if self._fut_waiter is not None:
            yield f"wait_for={self._fut_waiter!r}"
        yield from rest

    # its parts

    def get_coro(self):
        """What it runs."""
        return self._coro

    def get_context(self):
        """The context it runs in."""
        return self._context

    def get_name(self):
        """Its name."""
        return self._name

    def set_name(self, value):
        """Give it another name."""
        self._name = str(value)

    def get_stack(self, *, limit=None):
        """Where it stands: a list of frames."""
        frame = getattr(self._coro, "cr_frame", None)
        return [frame] if frame is not None else []

    def print_stack(self, *, limit=None, file=None):
        """Show where it stands."""
        import traceback
        stack = [(frame, frame.f_lineno) for frame in self.get_stack(limit=limit)]
        traceback.print_list(traceback.StackSummary.extract(stack), file=file)

    def set_result(self, result):
        """Not for tasks."""
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        """Not for tasks."""
        raise RuntimeError("Task does not support set_exception operation")

    # cancelling

    def cancel(self, msg=None):
        """Raise CancelledError where it stands: whether it had not ended."""
        if self._unseen is not None:
            self._unseen.is_unseen = False
        if self.done():
            return False
        self._cancels += 1
        if self._fut_waiter is None or not self._fut_waiter.cancel(msg=msg):
            self._must_cancel, self._cancel_text = True, msg
        return True

    def cancelling(self):
        """How many cancellations it has not answered with uncancel()."""
        return self._cancels

    def uncancel(self):
        """Count one cancellation less: how many are left."""
        if self._cancels:
            self._cancels -= 1
            self._must_cancel = self._must_cancel and self._cancels > 0
        return self._cancels

    # running

    def _advance(self, exc=None):
        "A step: until it waits for something, or ends."
        if self._state is not _PENDING:
            raise InvalidStateError(f"_step(): already done: {self!r}, {exc!r}")
        if self._must_cancel:
            if not isinstance(exc, CancelledError):
                exc = self._cancellation()
            self._must_cancel = False
        self._fut_waiter = None
        loop, coro = self._loop, self._coro
        outer = _running.get(loop)
        _running[loop] = self
        try:
            wanted = coro.send(None) if exc is None else coro.throw(exc)
        except StopIteration as stop:
            _unfinished.pop(self, None)
            if self._must_cancel:
                # Cancelled by itself, in its last step.
                self._must_cancel = False
                Future.cancel(self, self._cancel_text)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as error:
            _unfinished.pop(self, None)
            self._cancel_error = error
            Future.cancel(self)
        except BaseException as error:
            _unfinished.pop(self, None)
            self._fail(error)
            if isinstance(error, (SystemExit, KeyboardInterrupt)):
                raise  # out of the loop
        else:
            try:
                self._wait(wanted)
            except Exception as error:  # an object that is like a future, but not quite
                loop.call_soon(self._advance, error, context=self._context)
        finally:
            if outer is not None:
                _running[loop] = outer
            else:
                _running.pop(loop, None)

    def _wait(self, wanted):
        blocking = getattr(wanted, "_asyncio_future_blocking", None)
        if blocking and wanted.get_loop() is self._loop and wanted is not self:
            wanted._asyncio_future_blocking = False
            wanted.add_done_callback(self._wake, context=self._context)
            self._fut_waiter = wanted
            if self._must_cancel and wanted.cancel(msg=self._cancel_text):
                self._must_cancel = False
        elif wanted is None:
            self._loop.call_soon(self._advance, context=self._context)
        else:
            self._loop.call_soon(self._advance, RuntimeError(self._objection(wanted, blocking)), context=self._context)

    def _objection(self, wanted, blocking):
        if blocking is None:
            return f"Task got bad yield: {wanted!r}"
        if wanted.get_loop() is not self._loop:
            return f"Task {self!r} got Future {wanted!r} attached to a different loop"
        if not blocking:
            return f"yield was used instead of yield from in task {self!r} with {wanted!r}"
        return f"Task cannot await on itself: {self!r}"

    def _wake(self, future):
        try:
            future.result()
        except BaseException as failure:
            self._advance(failure)
        else:
            self._advance()


def create_task(coro, *, name=None, context=None):
    """Run a coroutine in the running loop, as a task."""
    return _named(events.get_running_loop().create_task(coro, context=context), name)


def _named(task, name):
    """A task that was numbered before it got its name, as those of create_task() and of task groups are."""
    if name is not None:
        task.set_name(name)
    return task


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks make their first step at once."""
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=True)
    return factory


eager_task_factory = create_eager_task_factory(Task)


async def _awaited(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A task for a coroutine or another awaitable; a future itself."""
    what = coro_or_future
    if isfuture(what):
        if loop is not None and what.get_loop() is not loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return what
    if not iscoroutine(what):
        if not hasattr(type(what), "__await__") and not (type(what) is types.GeneratorType and what.gi_code.co_flags & 0x100):  # types.coroutine's
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        what = _awaited(what)
    return (events.get_event_loop() if loop is None else loop).create_task(what)


# ---- waiting

class _Turn:
    "Awaited: the next turn of the loop."

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Wait for some seconds: the result given."""
    if delay > 0:
        loop = events.get_running_loop()
        over = loop.create_future()
        alarm = loop.call_later(delay, _answer, over, result)
        try:
            return await over
        finally:
            alarm.cancel()
    await _Turn()
    return result


def _has_failed(future):
    return not future.cancelled() and future.exception() is not None


# Whether the end of one future is the end of waiting for several.
_is_enough = {ALL_COMPLETED: lambda future: False, FIRST_COMPLETED: lambda future: True, FIRST_EXCEPTION: _has_failed}


def _refuse_single(fs, what):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect {what} of futures, not {type(fs).__name__}")


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Wait for the end of several futures: (those that have ended, the others)."""
    _refuse_single(fs, "a list")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    enough = _is_enough.get(return_when)
    if enough is None:
        raise ValueError(f"Invalid return_when value: {return_when}")
    if any(map(iscoroutine, fs := set(fs))):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    pending, over = set(fs), loop.create_future()

    def ended(future):
        pending.discard(future)
        if (not pending or enough(future)) and not over.done():
            over.set_result(None)
    for future in fs:  # of one that has ended, too: other callbacks run before this goes on
        future.add_done_callback(ended)
    alarm = None if timeout is None else loop.call_later(timeout, _answer, over, None)
    try:
        await over
    finally:
        if alarm is not None:
            alarm.cancel()
        for future in fs:
            future.remove_done_callback(ended)
    done = {future for future in fs if future.done()}
    return done, fs - done


async def wait_for(fut, timeout):
    """Wait for an awaitable, but no longer than timeout seconds: its result, or TimeoutError after cancelling it."""
    if timeout is None or timeout > 0:
        from asyncio.timeouts import timeout as limit
        async with limit(timeout):
            return await fut
    task = ensure_future(fut)
    if not task.done():
        task.cancel()
        await wait([task])
        if task.cancelled():
            try:
                task.result()
            except CancelledError as error:
                raise TimeoutError from error
    return task.result()


def as_completed(fs, *, timeout=None):
    """Awaitables for the results of several, in the order they end."""
    _refuse_single(fs, "an iterable")
    from asyncio.queues import Queue
    ended = Queue()
    loop = events.get_event_loop()
    pending = {ensure_future(future, loop=loop) for future in set(fs)}
    alarm = None

    def on_end(future):
        if future in pending:
            pending.remove(future)
            ended.put_nowait(future)
        if alarm is not None and not pending:
            alarm.cancel()

    def too_late():
        late = [*pending]
        pending.clear()
        for future in late:
            future.remove_done_callback(on_end)
            ended.put_nowait(None)

    async def next_result():
        future = await ended.get()
        if future is None:
            raise TimeoutError
        return future.result()
    for future in pending:
        future.add_done_callback(on_end)
    if pending and timeout is not None:
        alarm = loop.call_later(timeout, too_late)
    for _ in [*pending]:
        yield next_result()


class _GatheringFuture(Future):
    "Ends when its children have; to cancel it is to cancel them."

    def __init__(self, children, count, keeps_errors, loop):
        super().__init__(loop=loop)
        self._children, self._left, self._keeps_errors = children, count, keeps_errors
        self._is_asked = False  # to be cancelled

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = [child.cancel(msg=msg) for child in self._children]
        self._is_asked = self._is_asked or any(asked)
        return any(asked)

    def _child_ended(self, child):
        self._left -= 1
        if self.done():
            _has_failed(child)  # nobody else will look
        elif not self._keeps_errors and child.cancelled():
            self._fail(child._cancellation())
        elif not self._keeps_errors and _has_failed(child):
            self._fail(child.exception())
        elif not self._left:
            if self._is_asked:
                # Also when a child has swallowed its cancellation, and as the last to end was told.
                self._fail(child._cancellation())
            else:
                self.set_result([*map(self._outcome, self._children)])

    def _outcome(self, child):
        if child.cancelled():
            return CancelledError("" if child._cancel_text is None else child._cancel_text)
        failure = child.exception()
        return child.result() if failure is None else failure


def gather(*coros_or_futures, return_exceptions=False):
    """Run several awaitables: a future of the list of their results."""
    loop = events._get_running_loop()
    if not coros_or_futures:
        empty = (loop or events.get_event_loop()).create_future()
        empty.set_result([])
        return empty
    found = {}
    for each in coros_or_futures:
        if each not in found:
            found[each] = child = ensure_future(each, loop=loop)
            loop = loop or child.get_loop()
    together = _GatheringFuture([found[each] for each in coros_or_futures], len(found), return_exceptions, loop)
    for child in found.values():
        if not child.done():
            child.add_done_callback(together._child_ended)
    for child in found.values():
        if child.done():
            together._child_ended(child)
    return together


def shield(arg):
    """A future that ends like the awaitable, which does not hear when it is cancelled."""
    inside = ensure_future(arg)
    if inside.done():
        return inside
    outside = inside.get_loop().create_future()

    def ended(inside):
        if outside.cancelled():
            _has_failed(inside)  # nobody else will look
        else:
            _end_like(outside, inside)
    inside.add_done_callback(ended)
    outside.add_done_callback(lambda _: inside.done() or inside.remove_done_callback(ended))
    return outside


def run_coroutine_threadsafe(coro, loop):
    """Run a coroutine in the loop of another thread: a concurrent.futures.Future."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future as ThreadFuture
    outside = ThreadFuture()

    def start():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as failure:
            if outside.set_running_or_notify_cancel():
                outside.set_exception(failure)
            raise
        task.add_done_callback(lambda task: _end_like(outside, task))
        outside.add_done_callback(lambda _: outside.cancelled() and not task.done() and loop.call_soon_threadsafe(task.cancel))
    loop.call_soon_threadsafe(start)
    return outside
