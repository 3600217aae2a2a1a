"""Running a program of coroutines (library reference, "Runners").

While a Runner's main task runs in the main thread, SIGINT does not raise KeyboardInterrupt where it happens to arrive: the first one cancels the task, so
that it can clean up, and run() raises KeyboardInterrupt afterwards; the next ones raise it at once.
"""
import contextvars
from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("Runner", "run", "to_thread")


class _Interrupter:
    "Is the handler of SIGINT while the block runs; `came` says how often it was called."

    def __init__(self, task):
        self._task = task
        self.came = 0
        self._signal = None

    def __enter__(self):
        try:
            import _signal
            if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
                _signal.signal(_signal.SIGINT, self)
                self._signal = _signal
        except (ImportError, ValueError, PermissionError):
            pass  # another thread, or a host that keeps signals to itself
        return self

    def __exit__(self, *exc_info):
        signal = self._signal
        if signal is not None and signal.getsignal(signal.SIGINT) is self:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def __call__(self, number, frame):
        self.came += 1
        if self.came > 1 or self._task.done():
            raise KeyboardInterrupt
        self._task.cancel()
        loop = self._task.get_loop()
        getattr(loop, "_stir", lambda: loop.call_soon_threadsafe(lambda: None))()


class Runner:
    """An event loop and a context for several calls of run()."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._options = debug, loop_factory
        self._loop = self._context = None
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def get_loop(self):
        """The loop, which is made when it is first needed."""
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            debug, factory = self._options
            if factory is not None:
                self._loop = factory()
            else:
                self._loop = events.new_event_loop()
                events.set_event_loop(self._loop)
            if debug is not None:
                self._loop.set_debug(debug)
            self._context = contextvars.copy_context()
        return self._loop

    def run(self, coro, *, context=None):
        """Run a coroutine in the loop until it is done: its result."""
        if not tasks.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        _outside("Runner.run()")
        loop = self.get_loop()
        main = loop.create_task(coro, context=self._context if context is None else context)
        with _Interrupter(main) as interrupts:
            try:
                return loop.run_until_complete(main)
            except CancelledError:
                if interrupts.came and not main.uncancel():
                    raise KeyboardInterrupt
                raise

    def close(self):
        """End all that is left in the loop, and the loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _cancel_rest(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._options[1] is None:
                events.set_event_loop(None)
            loop.close()
            self._loop, self._closed = None, True


def _outside(what):
    if events._get_running_loop() is not None:
        raise RuntimeError(f"{what} cannot be called from a running event loop")


def _cancel_rest(loop):
    rest = tasks.all_tasks(loop)
    if not rest:
        return
    for task in rest:
        task.cancel()
    loop.run_until_complete(tasks.gather(*rest, return_exceptions=True))
    for task in rest:
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            loop.call_exception_handler({"message": "unhandled exception during asyncio.run() shutdown", "exception": failure, "task": task})


def run(main, *, debug=None, loop_factory=None):
    """Run a coroutine in a loop of its own: its result."""
    _outside("asyncio.run()")
    with Runner(loop_factory=loop_factory, debug=debug) as runner:
        return runner.run(main)


async def to_thread(func, /, *args, **kwargs):
    """Call a function in another thread, in a copy of this context: its result."""
    call = contextvars.copy_context().run
    return await events.get_running_loop().run_in_executor(None, lambda: call(func, *args, **kwargs))
