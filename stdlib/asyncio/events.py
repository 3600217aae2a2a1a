"""The event loop: callbacks that are ready, callbacks of later, one thread (library reference, "Event Loop")."""
import contextvars
import heapq
import os
import sys
import time
from _thread import _storage, _count as _thread_count, get_ident
from collections import deque

__all__ = ("AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop", "set_event_loop", "new_event_loop", "get_running_loop",
           "_get_running_loop", "_set_running_loop", "AbstractEventLoopPolicy", "DefaultEventLoopPolicy", "get_event_loop_policy",
           "set_event_loop_policy", "BaseEventLoop", "SelectorEventLoop", "AbstractServer")

def _get_running_loop():
    return _storage().get("running_loop")


def _set_running_loop(loop):
    _storage()["running_loop"] = loop


def get_running_loop():
    loop = _storage().get("running_loop")
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def _call_text(function, args, keywords, behind=""):
    from functools import partial
    from reprlib import repr as short
    texts = [*map(short, args), *(f"{name}={short(value)}" for name, value in keywords.items())]
    behind = f"({', '.join(texts)}){behind}"
    if isinstance(function, partial):
        return _call_text(function.func, function.args, function.keywords, behind)
    return (getattr(function, "__qualname__", None) or getattr(function, "__name__", None) or repr(function)) + behind


def _shown_call(function, args):
    """A callback in messages: "f(1) at file.py:3"."""
    from functools import partial
    inner = function
    while isinstance(inner, partial) or hasattr(inner, "__wrapped__"):
        inner = inner.func if isinstance(inner, partial) else inner.__wrapped__
    text, code = _call_text(function, args, {}), inner.__code__ if type(inner) is type(_shown_call) else None
    return text if code is None else f"{text} at {code.co_filename}:{code.co_firstlineno}"


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = contextvars.copy_context() if context is None else context
        self._cancelled = False

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def get_context(self):
        return self._context

    def _run(self):
        context = self._context
        try:
            if type(context) is not contextvars.Context or context._entered:
                context.run(self._callback, *self._args)
                return
            here = _storage()  # as Context.run() does it
            outer = here.get("context")
            context._entered = True
            here["context"] = context
            try:
                self._callback(*self._args)
            finally:
                here["context"] = outer
                context._entered = False
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({"message": f"Exception in callback {_shown_call(self._callback, self._args)}", "exception": exc, "handle": self})

    def _words(self):
        if self._cancelled:
            yield "cancelled"

    def __repr__(self):
        call = [] if self._callback is None else [_shown_call(self._callback, self._args)]
        return f"<{' '.join([type(self).__name__, *self._words(), *call])}>"


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def _words(self):
        yield from super()._words()
        yield f"when={self._when}"

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __hash__(self):
        return hash(self._when)

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (other._when, other._callback, other._args, other._cancelled)


class AbstractEventLoop:
    """What a loop has (library reference, "Event Loop"); here all of it raises NotImplementedError."""


class AbstractEventLoopPolicy:
    """What get_event_loop() and its like ask; here it raises NotImplementedError."""


def _promise(cls, names, asynchronous=False):
    for name in names.split():
        if asynchronous:
            async def method(self, *args, **named):
                raise NotImplementedError
        else:
            def method(self, *args, **named):
                raise NotImplementedError
        method.__name__, method.__qualname__ = name, f"{cls.__name__}.{name}"
        setattr(cls, name, method)


_promise(AbstractEventLoop, """run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time create_future create_task call_soon_threadsafe
         run_in_executor set_default_executor add_reader remove_reader add_writer remove_writer add_signal_handler remove_signal_handler set_task_factory get_task_factory
         get_exception_handler set_exception_handler default_exception_handler call_exception_handler get_debug set_debug""")
_LATE = """create_connection create_server create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint connect_read_pipe connect_write_pipe
           subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendto sock_sendall sock_connect sock_accept sock_sendfile start_tls"""
_promise(AbstractEventLoop, "shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo sendfile " + _LATE, True)
_promise(AbstractEventLoopPolicy, "get_event_loop set_event_loop new_event_loop get_child_watcher set_child_watcher")


class AbstractServer:
    """What create_server() promises of the server it gives."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class _Stirred(BaseException):
    "Ends the loop's waiting from inside, in a handler of a signal."


def _run_until_complete_cb(future):
    # By this callback packages find the task that run_until_complete() waits for.
    if future.cancelled() or not isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        future.get_loop().stop()


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = deque()
        self._scheduled = []
        self._order = 0
        self._stopping = False
        self._closed = False
        self._running = False
        self._debug = sys.flags.dev_mode or not sys.flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG"))
        self._task_factory = None
        self._exception_handler = None
        self._async_generators = {}  # identity: weak reference, of those that were begun and have not ended
        self._takes_generators = True
        self._waiting = False
        self._selector = None  # made when there is a file to wait for
        self._wake = None      # (read end, write end) of a pipe that other threads and signals wake the loop with
        self._signal_handlers = {}
        self._executor = None
        self._thread = None    # identity of the one that runs the loop

    def __repr__(self):
        return f"<{type(self).__name__} running={self._running} closed={self._closed} debug={self._debug}>"

    # what runs when

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_callback(self, callback, method):
        if hasattr(callback, "__await__") or getattr(getattr(callback, "__code__", None), "co_flags", 0) & 0x180:
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon")
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        if self._wake is not None and self._thread != get_ident():
            try:
                os.write(self._wake[1], b"\0")
            except BlockingIOError:
                pass
        return handle

    def _expect_others(self):
        "Other threads will call call_soon_threadsafe()."
        if self._wake is None:
            read_end, write_end = self._wake = os.pipe()
            os.set_blocking(read_end, False)
            os.set_blocking(write_end, False)
            self.add_reader(read_end, self._woken)

    def _woken(self):
        try:
            numbers = os.read(self._wake[0], 4096)
        except BlockingIOError:
            return
        for number in numbers:
            handle = self._signal_handlers.get(number)
            if handle is not None and not handle._cancelled:
                self._ready.append(handle)

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
        timer = TimerHandle(when, callback, args, self, context)
        self._order += 1
        heapq.heappush(self._scheduled, (when, self._order, timer))
        return timer

    def time(self):
        return time.monotonic()

    def _run_once(self):
        scheduled = self._scheduled
        while scheduled and scheduled[0][2]._cancelled:
            heapq.heappop(scheduled)
        if self._wake is None and _thread_count():
            self._expect_others()
        if self._selector is not None:
            self._select()
        elif not self._ready and not self._stopping:
            if not scheduled:
                self._expect_others()
                self._select()
            else:
                wait = scheduled[0][0] - self.time()
                if wait > 0:
                    self._wait(time.sleep, min(wait, 86400))
        end = self.time() + 1e-9
        while scheduled and scheduled[0][0] < end:
            timer = heapq.heappop(scheduled)[2]
            if not timer._cancelled:
                self._ready.append(timer)
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _select(self):
        "Waits for files, until something else is to be done; what became ready is put among the callbacks."
        wait = None
        if self._ready or self._stopping:
            wait = 0
        elif self._scheduled:
            wait = min(max(self._scheduled[0][0] - self.time(), 0), 86400)
        for key, events in self._wait(self._selector.select, wait) or ():
            reader, writer = key.data
            if events & 1 and reader is not None:
                if reader._cancelled:
                    self.remove_reader(key.fd)
                else:
                    self._ready.append(reader)
            if events & 2 and writer is not None:
                if writer._cancelled:
                    self.remove_writer(key.fd)
                else:
                    self._ready.append(writer)

    def _wait(self, how, seconds):
        try:
            self._waiting = True
            found = how(seconds)
            self._waiting = False
            return found
        except _Stirred:
            return None
        finally:
            self._waiting = False

    def _stir(self):
        "Something was put among the callbacks by a handler of a signal: not to be slept on."
        if self._waiting:
            self._waiting = False
            raise _Stirred

    # files

    def _watch(self, fd, index, handle):
        import selectors
        if self._selector is None:
            self._selector = selectors.DefaultSelector()
        key = self._selector.get_map().get(fd)
        if key is None:
            pair = [None, None]
            pair[index] = handle
            self._selector.register(fd, 1 << index, pair)
        else:
            pair = list(key.data)
            if pair[index] is not None:
                pair[index].cancel()
            pair[index] = handle
            self._selector.modify(fd, key.events | 1 << index, pair)
        return handle

    def _unwatch(self, fd, index):
        key = None if self._selector is None else self._selector.get_map().get(fd)
        if key is None or key.data[index] is None:
            return False
        pair = list(key.data)
        pair[index].cancel()
        pair[index] = None
        events = key.events & ~(1 << index)
        if events:
            self._selector.modify(fd, events, pair)
        else:
            self._selector.unregister(fd)
        return True

    def add_reader(self, fd, callback, *args):
        self._check_closed()
        self._watch(fd, 0, Handle(callback, args, self))

    def remove_reader(self, fd):
        return self._unwatch(fd, 0)

    def add_writer(self, fd, callback, *args):
        self._check_closed()
        self._watch(fd, 1, Handle(callback, args, self))

    def remove_writer(self, fd):
        return self._unwatch(fd, 1)

    # signals

    def add_signal_handler(self, sig, callback, *args):
        import signal
        self._check_signal(sig)
        self._check_closed()
        self._expect_others()
        try:
            signal.set_wakeup_fd(self._wake[1])
        except ValueError as exc:
            raise RuntimeError(str(exc)) from None
        self._signal_handlers[int(sig)] = Handle(callback, args, self)
        try:
            signal.signal(sig, lambda number, frame: None)
        except OSError as exc:
            del self._signal_handlers[int(sig)]
            if exc.errno == 22:
                raise RuntimeError(f"sig {sig} cannot be caught") from None
            raise

    def _check_signal(self, sig):
        import signal
        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")
        if sig not in signal.valid_signals():
            raise ValueError(f"invalid signal number {sig}")

    def remove_signal_handler(self, sig):
        import signal
        self._check_signal(sig)
        if self._signal_handlers.pop(int(sig), None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        if not self._signal_handlers:
            signal.set_wakeup_fd(-1)
        return True

    def run_forever(self):
        self._check_closed()
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._running = True
        self._thread = get_ident()
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(self._generator_begins, self._generator_lost)
        _set_running_loop(self)
        depth = sys.get_coroutine_origin_tracking_depth()
        self._track_origins(self._debug)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            self._thread = None
            _set_running_loop(None)
            sys.set_asyncgen_hooks(*hooks)
            sys.set_coroutine_origin_tracking_depth(depth)

    def run_until_complete(self, future):
        from asyncio import tasks, futures
        self._check_closed()
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        if self._executor is not None:
            self._executor.shutdown(wait=False)
            self._executor = None
        if self._wake is not None:
            self.remove_reader(self._wake[0])
            for end in self._wake:
                os.close(end)
            self._wake = None
        if self._selector is not None:
            self._selector.close()
            self._selector = None

    # asynchronous generators

    def _generator_begins(self, generator):
        if not self._takes_generators:
            import warnings
            warnings.warn(f"asynchronous generator {generator!r} was scheduled after loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        from _weakref import ref
        known, key = self._async_generators, id(generator)
        known[key] = ref(generator, lambda gone: known.pop(key, None))

    def _generator_lost(self, generator):
        "It would be collected before its end: it is closed in a task of its own."
        self._async_generators.pop(id(generator), None)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        """Close all asynchronous generators that have not ended."""
        self._takes_generators = False
        if not self._async_generators:
            return
        from asyncio import tasks
        living = [generator for reference in list(self._async_generators.values()) if (generator := reference()) is not None]
        self._async_generators.clear()
        ends = await tasks.gather(*[generator.aclose() for generator in living], return_exceptions=True)
        for generator, end in zip(living, ends):
            if isinstance(end, Exception):
                self.call_exception_handler({"message": f"an error occurred during closing of asynchronous generator {generator!r}", "exception": end,
                                             "asyncgen": generator})

    async def shutdown_default_executor(self, timeout=None):
        executor, self._executor = self._executor, None
        if executor is None:
            return
        import threading
        self._expect_others()
        future = self.create_future()

        def shut_down():
            executor.shutdown(wait=True)
            self.call_soon_threadsafe(future.set_result, None)
        thread = threading.Thread(target=shut_down)
        thread.start()
        try:
            await future
        finally:
            thread.join(timeout)

    # makers

    def create_future(self):
        from asyncio import futures
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        from asyncio import tasks
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        task = self._task_factory(self, coro) if context is None else self._task_factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        from asyncio import futures
        self._check_closed()
        if executor is None:
            if self._executor is None:
                from concurrent.futures import ThreadPoolExecutor
                self._executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._executor
        self._expect_others()
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor
        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        import socket
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    # errors nobody took

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self._running:
            self.call_soon_threadsafe(self._track_origins, enabled)

    def _track_origins(self, enabled):
        "What was never awaited is told of with the place where it was made."
        if enabled:
            sys.set_coroutine_origin_tracking_depth(max(10, sys.get_coroutine_origin_tracking_depth()))

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        from .log import logger
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{key}: {context[key]!r}" for key in sorted(context) if key not in ("message", "exception")]
        logger.error("\n".join(lines), exc_info=context.get("exception") or False)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            return self.default_exception_handler(context)
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self.default_exception_handler({"message": "Unhandled error in exception handler", "exception": exc, "context": context})


def _load_late(name):
    """Sockets, pipes and processes: network.py, loaded when one of its methods is called, puts them in place of these."""
    def method(self, *args, **named):
        from asyncio import network
        return network.methods[name](self, *args, **named)
    method.__name__, method.__qualname__ = name, f"BaseEventLoop.{name}"
    setattr(BaseEventLoop, name, method)


for _name in _LATE.split():
    _load_late(_name)


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self, selector=None):
        super().__init__()
        self._selector = selector  # None: one is made when there is a file to wait for


SelectorEventLoop = _UnixSelectorEventLoop


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        storage = _storage()
        loop = storage.get("event_loop")
        if loop is None:
            import threading
            if "event_loop" in storage or threading.current_thread() is not threading.main_thread():
                raise RuntimeError("There is no current event loop in thread %r." % threading.current_thread().name)
            import warnings
            warnings.warn("There is no current event loop", DeprecationWarning, 2, skip_file_prefixes=("<typhon>/asyncio/",))
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        _storage()["event_loop"] = loop

    def new_event_loop(self):
        return SelectorEventLoop()


_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _policy = DefaultEventLoopPolicy() if policy is None else policy


def get_event_loop():
    running = _get_running_loop()
    return running if running is not None else _policy.get_event_loop()


def set_event_loop(loop):
    _policy.set_event_loop(loop)


def new_event_loop():
    return _policy.new_event_loop()
