"""ThreadPoolExecutor (library reference, "concurrent.futures").

The threads of a pool know its crew only: the calls to make, who is idle, whether it is over. So a pool that nobody refers to can go, and its crew then
ends as after shutdown(). A None among the calls wakes a thread that has nothing else to do; each leaves it to the next.
"""
import itertools
import os
import queue
import threading
from concurrent.futures import _base

_crews = set()  # of pools that have threads
_all_over = False  # the program ends


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a thread has failed."""


class _Crew:
    def __init__(self, most, prefix, initializer, initargs):
        self.most, self.prefix = most, prefix
        self.initializer, self.initargs = initializer, initargs
        self.calls = queue.SimpleQueue()
        self.guard = threading.Lock()
        self.threads = set()
        self.working = 0  # threads that have not ended
        self.idle = 0     # threads that wait for a call and were not promised one
        self.broken = self.closed = False

    def add(self, call):
        "With the guard held."
        self.calls.put(call)
        if self.idle:
            self.idle -= 1
        elif len(self.threads) < self.most:
            thread = threading.Thread(target=self.work, name=f"{self.prefix}_{len(self.threads)}")
            thread._daemonic = True  # waited for by _end_all
            self.threads.add(thread)
            self.working += 1
            _crews.add(self)
            thread.start()

    def next(self):
        try:
            return self.calls.get_nowait()
        except queue.Empty:
            with self.guard:
                self.idle += 1
            return self.calls.get()

    def work(self):
        "What each thread does."
        try:
            self.take_turns()
        finally:
            with self.guard:
                self.working -= 1
                if not self.working:
                    _crews.discard(self)

    # What a pool of another kind does in its own way (interpreter.py).

    broken_pool = BrokenThreadPool

    def begin(self):
        "Where the calls of a thread are made."
        if self.initializer is not None:
            self.initializer(*self.initargs)

    def call(self, place, fn, args, kwargs):
        return fn(*args, **kwargs)

    def end(self, place):
        pass

    def take_turns(self):
        try:
            place = self.begin()
        except BaseException:
            _base._log().critical("Exception in initializer:", exc_info=True)
            self.give_up()
            return
        try:
            self.make_calls(place)
        finally:
            self.end(place)

    def make_calls(self, place):
        while True:
            call = self.next()
            if call is not None:
                self.make(place, *call)
                call = None
            elif self.closed or _all_over:
                self.closed = True
                self.calls.put(None)
                return

    def make(self, place, future, fn, args, kwargs):
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = self.call(place, fn, args, kwargs)
        except BaseException as failure:
            future.set_exception(failure)
        else:
            future.set_result(result)

    def waiting(self):
        "The futures of the calls that nobody has begun; they are nobody's then."
        try:
            while True:
                if (call := self.calls.get_nowait()) is not None:
                    yield call[0]
        except queue.Empty:
            pass

    def give_up(self):
        with self.guard:
            self.broken = "A thread initializer failed, the thread pool is not usable anymore"
            for future in self.waiting():
                future.set_exception(self.broken_pool(self.broken))

    def close(self):
        self.closed = True
        self.calls.put(None)


def _end_all():
    global _all_over
    _all_over = True
    crews = [*_crews]
    for crew in crews:
        with crew.guard:
            crew.calls.put(None)
    for crew in crews:
        for thread in [*crew.threads]:
            thread.join()


threading._register_atexit(_end_all)


class ThreadPoolExecutor(_base.Executor):
    """Makes calls in a number of threads."""

    _numbers = itertools.count()
    _crew_class = _Crew

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        most = max_workers if max_workers is not None else min(32, 4 + (os.cpu_count() or 1))
        if most <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not (initializer is None or callable(initializer)):
            raise TypeError("initializer must be a callable")
        prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(self._numbers)}"
        self._crew = crew = self._crew_class(most, prefix, initializer, initargs)
        self._max_workers, self._threads, self._work_queue = most, crew.threads, crew.calls

    def submit(self, fn, /, *args, **kwargs):
        """Have a call made in a thread: a future."""
        crew = self._crew
        with crew.guard:
            if crew.broken:
                raise crew.broken_pool(crew.broken)
            if crew.closed or _all_over:
                raise RuntimeError(f"cannot schedule new futures after {'' if crew.closed else 'interpreter '}shutdown")
            future = _base.Future()
            crew.add((future, fn, args, kwargs))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        """No more calls; those submitted are made, unless they are cancelled, and waited for."""
        crew = self._crew
        with crew.guard:
            crew.closed = True
            if cancel_futures:
                for future in crew.waiting():
                    future.cancel()
            crew.close()
        if wait:
            for thread in crew.threads:
                thread.join()

    def __del__(self):
        crew = getattr(self, "_crew", None)
        if crew is not None and not crew.closed:
            crew.close()
