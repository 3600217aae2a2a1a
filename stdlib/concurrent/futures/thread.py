"""ThreadPoolExecutor."""
import itertools
import os
import queue
import threading
from concurrent.futures import _base

# The queues of all pools: at the end of the program each of their threads finds a None there.
_queues = {}
_is_over = False
_lock = threading.Lock()


def _at_end():
    global _is_over
    with _lock:
        _is_over = True
    pools = list(_queues.items())
    for thread, work in pools:
        work.put(None)
    for thread, work in pools:
        thread.join()


threading._register_atexit(_at_end)


class _Call:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as exc:
            self.future.set_exception(exc)
            self = None
        else:
            self.future.set_result(result)


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


class ThreadPoolExecutor(_base.Executor):
    _counter = itertools.count().__next__

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or ("ThreadPoolExecutor-%d" % self._counter())
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _is_over:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_Call(future, fn, args, kwargs))
            self._adjust_thread_count()
            return future

    def _adjust_thread_count(self):
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name="%s_%d" % (self._thread_name_prefix, count), target=self._work)
            thread._daemonic = True  # waited for by _at_end
            self._threads.add(thread)
            with _lock:
                _queues[thread] = self._work_queue
            thread.start()

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException:
                import logging
                logging.getLogger("concurrent.futures").critical("Exception in initializer:", exc_info=True)
                self._initializer_failed()
                return
        work = self._work_queue
        try:
            while True:
                try:
                    call = work.get_nowait()
                except queue.Empty:
                    self._idle_semaphore.release()
                    call = work.get(block=True)
                if call is not None:
                    call.run()
                    del call
                    continue
                if _is_over or self._shutdown:
                    self._shutdown = True
                    work.put(None)  # for the next thread
                    return
        finally:
            with _lock:
                _queues.pop(threading.current_thread(), None)

    def _drain(self):
        while True:
            try:
                call = self._work_queue.get_nowait()
            except queue.Empty:
                return
            if call is not None:
                yield call

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for call in self._drain():
                call.future.set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for call in self._drain():
                    call.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
