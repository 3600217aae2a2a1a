"""Pools of processes, over concurrent.futures."""
import os
from concurrent.futures import ThreadPoolExecutor, TimeoutError as _Timeout
from concurrent.futures.process import ProcessPoolExecutor, _named_process
from multiprocessing.context import _default_context

__all__ = ["Pool", "ThreadPool"]


def _starred(func, args):
    return func(*args)


class ApplyResult:
    def __init__(self, futures, make, callback, error_callback):
        self._futures = futures
        self._make = make
        self._left = len(futures)
        import threading
        self._over = threading.Event()
        self._callbacks = callback, error_callback
        if not futures:
            self._finish()
        for future in futures:
            future.add_done_callback(self._one_done)

    __class_getitem__ = classmethod(type(list[int]))

    def _one_done(self, future):
        self._left -= 1
        if self._left == 0:
            self._finish()

    def _finish(self):
        callback, error_callback = self._callbacks
        try:
            value = self._make([future.result() for future in self._futures])
        except Exception as exc:
            if error_callback is not None:
                error_callback(exc)
        else:
            if callback is not None:
                callback(value)
        self._over.set()

    def ready(self):
        return self._over.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return all(future.exception() is None for future in self._futures)

    def wait(self, timeout=None):
        self._over.wait(timeout)

    def get(self, timeout=None):
        if not self._over.wait(timeout):
            from multiprocessing.context import TimeoutError
            raise TimeoutError
        return self._make([future.result() for future in self._futures])


AsyncResult = ApplyResult


class Pool:
    """A pool of processes that calls are handed to."""

    _executor_class = ProcessPoolExecutor

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._state = "RUN"
        more = {}
        if self._executor_class is ProcessPoolExecutor:
            context = context or _default_context.get_context()
            more["mp_context"] = context
        self._executor = self._executor_class(processes, initializer=initializer, initargs=initargs, **more)
        if self._executor_class is ProcessPoolExecutor:
            self._executor._most_calls = maxtasksperchild
            self._executor._processes = [_named_process(context.Process, "PoolWorker", daemon=True) for _ in range(processes)]

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} state={self._state} pool_size={self._processes}>"

    def _check_running(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        return AsyncResult([self._executor.submit(func, *args, **kwds)], lambda results: results[0], callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        return AsyncResult([self._executor.submit(func, item) for item in iterable], list, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        return AsyncResult([self._executor.submit(_starred, func, tuple(args)) for args in iterable], list, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        self._check_running()
        futures = [self._executor.submit(func, item) for item in iterable]
        return _Results(iter(futures))

    def imap_unordered(self, func, iterable, chunksize=1):
        from concurrent.futures import as_completed
        self._check_running()
        return _Results(as_completed([self._executor.submit(func, item) for item in iterable]))

    def close(self):
        if self._state == "RUN":
            self._state = "CLOSE"
            self._executor.shutdown(wait=False)

    def terminate(self):
        self._state = "TERMINATE"
        self._executor.shutdown(wait=False, cancel_futures=True)

    def join(self):
        if self._state == "RUN":
            raise ValueError("Pool is still running")
        self._executor.shutdown(wait=True)

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *args):
        self.terminate()


class _Results:
    def __init__(self, futures):
        self._futures = futures

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._futures).result()

    def next(self, timeout=None):
        try:
            return next(self._futures).result(timeout)
        except _Timeout:
            from multiprocessing.context import TimeoutError
            raise TimeoutError from None


class ThreadPool(Pool):
    _executor_class = ThreadPoolExecutor

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)
