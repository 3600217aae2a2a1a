"""ProcessPoolExecutor: calls in child processes. Calls and results travel pickled through pipes."""
import os
import pickle
import struct
import sys
import threading
from collections import deque
from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """Raised when a process in a ProcessPoolExecutor terminated abruptly while a future was in the running state."""


class _RemoteTraceback(Exception):
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


def _send(fd, data):
    data = struct.pack("<Q", len(data)) + data
    while data:
        data = data[os.write(fd, data):]


def _receive(fd):
    "The bytes of a message; None: the other side has ended."
    def exactly(size):
        parts = []
        while size:
            part = os.read(fd, min(size, 1 << 20))
            if not part:
                return None
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
    header = exactly(8)
    return None if header is None else exactly(struct.unpack("<Q", header)[0])


def _serve(calls, results, initializer, initargs):
    "The child: answers one call after the other."
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            import logging
            logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
            return
    while data := _receive(calls):  # an empty message: no more
        try:
            fn, args, kwargs = pickle.loads(data)
            answer = (True, fn(*args, **kwargs), None)
        except BaseException as exc:
            import traceback
            answer = (False, exc, "".join(traceback.format_exception(type(exc), exc, exc.__traceback__)))
        try:
            data = pickle.dumps(answer)
        except BaseException as exc:
            data = pickle.dumps((False, exc, None))
        _send(results, data)


def _serve_elsewhere(calls, results, initializer, initargs):
    "The same in a child that was not forked, with connections."
    _serve(calls.fileno(), results.fileno(), initializer, initargs)


def _named_process(kind, what, **options):
    made = kind(**options)
    made.name = f"{kind.__name__.removesuffix('Process')}{what}-{':'.join(map(str, made._identity))}"
    return made


class _Worker:
    "A child and the pipes to it: a thread of the parent feeds it."

    def __init__(self, pool):
        self.pool = pool
        calls, self.calls = os.pipe()
        self.results, results = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        process = self.process = pool._new_process()
        if pool._mp_context.get_start_method() != "fork":
            self.start(process, pool, calls, results)
            return
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                process._enter()
                for worker in pool._workers:
                    os.close(worker.calls)
                    os.close(worker.results)
                os.close(self.calls)
                os.close(self.results)
                _serve(calls, results, pool._initializer, pool._initargs)
                status = 0
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        os.close(calls)
        os.close(results)
        self.done = 0

    def start(self, process, pool, calls, results):
        from multiprocessing.connection import Connection
        with Connection(calls, writable=False) as calls, Connection(results, readable=False) as results:
            process._target, process._args = _serve_elsewhere, (calls, results, pool._initializer, pool._initargs)
            try:
                process.start()
            except BaseException:
                os.close(self.calls)
                os.close(self.results)
                raise
        self.pid, self.done = None, 0

    def close(self):
        try:
            _send(self.calls, b"")
        except OSError:
            pass
        os.close(self.calls)
        os.close(self.results)
        if self.pid is None:
            self.process.join()
        else:
            os.waitpid(self.pid, 0)


class ProcessPoolExecutor(_base.Executor):
    _processes = ()  # what multiprocessing.Pool has made for its workers

    def _new_process(self):
        "What current_process() gives in a worker."
        if self._processes:
            return self._processes.pop(0)
        return _named_process(self._mp_context.Process, "Process")

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        if mp_context is None:
            from multiprocessing.context import _default_context
            mp_context = _default_context.get_context("spawn" if max_tasks_per_child is not None else None)
        elif max_tasks_per_child is not None and mp_context.get_start_method() == "fork":
            raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.")
        self._mp_context = mp_context
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._most_calls = max_tasks_per_child
        self._pending = deque()
        self._condition = threading.Condition()
        self._workers = []
        self._threads = []
        self._idle = 0
        self._shutdown = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        with self._condition:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = _base.Future()
            self._pending.append((future, fn, args, kwargs))
            if not self._idle and len(self._threads) < self._max_workers:
                # Forked here, in the thread that asks, while it holds the lock of the pool.
                worker = _Worker(self)
                self._workers.append(worker)
                thread = threading.Thread(target=self._feed, args=(worker,), name=f"ProcessPoolExecutor-{len(self._threads)}")
                self._threads.append(thread)
                thread.daemon = True
                thread.start()
                threading._register_atexit(self.shutdown)
            self._condition.notify()
            return future

    def _feed(self, worker):
        while True:
            with self._condition:
                self._idle += 1
                while not self._pending and not self._shutdown:
                    self._condition.wait()
                self._idle -= 1
                if not self._pending:
                    break
                future, fn, args, kwargs = self._pending.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                data = pickle.dumps((fn, args, kwargs))
            except BaseException as exc:
                future.set_exception(exc)
                continue
            try:
                _send(worker.calls, data)
                answer = _receive(worker.results)
            except OSError:
                answer = None
            if answer is None:
                self._break(future)
                break
            good, value, text = pickle.loads(answer)
            if good:
                future.set_result(value)
            else:
                if text is not None:
                    value.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
                future.set_exception(value)
            worker.done += 1
            if worker.done == self._most_calls:
                with self._condition:
                    self._workers.remove(worker)
                    worker.close()
                    worker = _Worker(self)
                    self._workers.append(worker)
        with self._condition:
            if worker in self._workers:
                self._workers.remove(worker)
                worker.close()

    def _break(self, future):
        text = "A process in the process pool was terminated abruptly while the future was running or pending."
        with self._condition:
            self._broken = "A child process terminated abruptly, the process pool is not usable anymore"
            self._shutdown = True
            waiting = list(self._pending)
            self._pending.clear()
            self._condition.notify_all()
        future.set_exception(BrokenProcessPool(text))
        for other, *_ in waiting:
            if other.set_running_or_notify_cancel():
                other.set_exception(BrokenProcessPool(text))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._condition:
            self._shutdown = True
            if cancel_futures:
                for future, *_ in self._pending:
                    future.cancel()
                self._pending.clear()
            self._condition.notify_all()
        if wait:
            for thread in self._threads:
                thread.join()
