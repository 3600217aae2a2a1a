"""Queues between processes."""
import os
import threading
from collections import deque
from queue import Empty, Full
from time import monotonic

from multiprocessing import context
from multiprocessing.connection import Pipe
from multiprocessing.synchronize import BoundedSemaphore, Condition, Lock, Semaphore

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_queues = []  # with a thread that sends what was put


def _after_fork():
    "In a child: the threads of the parent are not here."
    for queue in _queues:
        queue._reset()
    _queues.clear()


def _finish():
    for queue in list(_queues):
        if not queue._cancelled:
            queue.close()
            queue.join_thread()


class Queue:
    """A queue over a pipe. Objects are put into a buffer, from where a thread sends them."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, maxsize=0, *, ctx=None):
        self._maxsize = maxsize if maxsize > 0 else 2 ** 15 - 1
        self._reader, self._writer = Pipe(duplex=False)
        self._read_lock = Lock(ctx=ctx)
        self._write_lock = Lock(ctx=ctx)
        self._room = BoundedSemaphore(self._maxsize, ctx=ctx)
        self._cancelled = False
        self._reset()

    def __getstate__(self):
        context.assert_spawning(self)
        return self._maxsize, self._reader, self._writer, self._read_lock, self._write_lock, self._room

    def __setstate__(self, state):
        self._maxsize, self._reader, self._writer, self._read_lock, self._write_lock, self._room = state
        self._cancelled = False
        self._reset()

    def _reset(self):
        self._closed = False
        self._buffer = deque()
        self._notempty = threading.Condition(threading.Lock())
        self._thread = None

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        if not self._room.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._start()
            self._buffer.append(obj)
            self._notempty.notify()

    def _start(self):
        self._thread = threading.Thread(target=self._feed, name="QueueFeederThread", daemon=True)
        self._thread.start()
        _queues.append(self)

    def _feed(self):
        from .reduction import _pickled
        while True:
            with self._notempty:
                while not self._buffer and not self._closed:
                    self._notempty.wait()
                if not self._buffer:
                    return
                obj = self._buffer.popleft()
            try:
                data = _pickled(obj)
                with self._write_lock:
                    self._writer.send_bytes(data)
            except BrokenPipeError:
                return
            except Exception:
                import traceback
                self._room.release()
                traceback.print_exc()

    def get(self, block=True, timeout=None):
        import pickle
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        end = None if timeout is None or not block else monotonic() + timeout
        if not self._read_lock.acquire(block, timeout):
            raise Empty
        try:
            if not block:
                ready = self._reader.poll()
            elif end is None:
                ready = True
            else:
                ready = self._reader.poll(max(end - monotonic(), 0))
            if not ready:
                raise Empty
            data = self._reader.recv_bytes()
            self._room.release()
        finally:
            self._read_lock.release()
        return pickle.loads(data)

    def qsize(self):
        return self._maxsize - self._room.get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return not self._room.get_value()

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        self._closed = True
        with self._notempty:
            self._notempty.notify_all()

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()
            if self in _queues:
                _queues.remove(self)

    def cancel_join_thread(self):
        self._cancelled = True


class JoinableQueue(Queue):
    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize, ctx=ctx)
        self._unfinished = Semaphore(0, ctx=ctx)
        self._all_done = Condition(ctx=ctx)

    def __getstate__(self):
        return super().__getstate__(), self._unfinished, self._all_done

    def __setstate__(self, state):
        queue, self._unfinished, self._all_done = state
        super().__setstate__(queue)

    def put(self, obj, block=True, timeout=None):
        with self._all_done:
            super().put(obj, block, timeout)
            self._unfinished.release()

    def task_done(self):
        with self._all_done:
            if not self._unfinished.acquire(False):
                raise ValueError("task_done() called too many times")
            if not self._unfinished.get_value():
                self._all_done.notify_all()

    def join(self):
        with self._all_done:
            while self._unfinished.get_value():
                self._all_done.wait()


class SimpleQueue:
    def __init__(self, *, ctx=None):
        self._reader, self._writer = Pipe(duplex=False)
        self._read_lock = Lock(ctx=ctx)
        self._write_lock = Lock(ctx=ctx)

    def __getstate__(self):
        context.assert_spawning(self)
        return self._reader, self._writer, self._read_lock, self._write_lock

    def __setstate__(self, state):
        self._reader, self._writer, self._read_lock, self._write_lock = state

    __class_getitem__ = classmethod(type(list[int]))

    def close(self):
        self._reader.close()
        self._writer.close()

    def empty(self):
        return not self._reader.poll()

    def get(self):
        import pickle
        with self._read_lock:
            data = self._reader.recv_bytes()
        return pickle.loads(data)

    def put(self, obj):
        from .reduction import _pickled
        data = _pickled(obj)
        with self._write_lock:
            self._writer.send_bytes(data)
