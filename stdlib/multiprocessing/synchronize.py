"""Locks between processes. A semaphore is a pipe that holds as many bytes as it counts: to take one is to read a byte."""
import os
import threading
from time import monotonic
from . import context

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]


class _Pipe:
    def __init__(self, count, ctx=None):
        self.forked = ctx is None or ctx.get_start_method() == "fork"
        self.read_end, self.write_end = os.pipe()
        os.set_blocking(self.read_end, False)
        self.give(count)

    def __del__(self):
        for end in (self.read_end, self.write_end):
            try:
                os.close(end)
            except OSError:
                pass

    def share(self, owner):
        "For a child that is being made and does not inherit all: what _shared() makes a pipe of again."
        context.assert_spawning(owner)
        if self.forked:
            raise RuntimeError("A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. "
                               "Please use the same context to create multiprocessing objects and Process.")
        child = context.get_spawning_popen()
        return tuple(child.DupFd(child.duplicate_for_child(end)) for end in (self.read_end, self.write_end))

    def give(self, count=1):
        while count:
            count -= os.write(self.write_end, b"\0" * min(count, 4096))

    def take(self, block, timeout):
        end = None if timeout is None else monotonic() + timeout
        while True:
            try:
                os.read(self.read_end, 1)
                return True
            except BlockingIOError:
                pass
            if not block:
                return False
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                return False
            self.await_some(left)

    def await_some(self, timeout):
        import select
        poller = select.poll()
        poller.register(self.read_end, select.POLLIN)
        return bool(poller.poll(None if timeout is None else timeout * 1000))

    def count(self):
        import fcntl
        import termios
        room = bytearray(4)
        fcntl.ioctl(self.read_end, termios.FIONREAD, room)
        return int.from_bytes(room, "little")


def _shared(read_end, write_end):
    made = _Pipe.__new__(_Pipe)
    made.forked, made.read_end, made.write_end = False, read_end.detach(), write_end.detach()
    return made


class Semaphore:
    _most = None

    def __init__(self, value=1, *, ctx=None):
        if value < 0:
            raise ValueError("semaphore or lock released too many times")
        self._pipe = _Pipe(value, ctx)

    def __getstate__(self):
        return self._pipe.share(self), self._most

    def __setstate__(self, state):
        ends, self._most = state
        self._pipe = _shared(*ends)

    def acquire(self, block=True, timeout=None):
        return self._pipe.take(block, None if timeout is None else max(timeout, 0))

    def release(self):
        if self._most is not None and self._pipe.count() >= self._most:
            raise ValueError("semaphore or lock released too many times")
        self._pipe.give()

    def get_value(self):
        return self._pipe.count()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._pipe.count()})>"


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        super().__init__(value, ctx=ctx)
        self._most = value

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._pipe.count()}, maxvalue={self._most})>"


class Lock(BoundedSemaphore):
    def __init__(self, *, ctx=None):
        super().__init__(1, ctx=ctx)

    def locked(self):
        return not self._pipe.count()

    def __repr__(self):
        return f"<{type(self).__name__}(owner={'None' if self._pipe.count() else 'unknown'})>"


class RLock(Lock):
    _owner, _depth = None, 0

    def __init__(self, *, ctx=None):
        super().__init__(ctx=ctx)

    def _is_mine(self):
        return self._owner == (os.getpid(), threading.get_ident())

    def acquire(self, block=True, timeout=None):
        if self._is_mine():
            self._depth += 1
            return True
        if not super().acquire(block, timeout):
            return False
        self._owner = os.getpid(), threading.get_ident()
        self._depth = 1
        return True

    def release(self):
        if not self._is_mine():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._depth -= 1
        if not self._depth:
            self._owner = None
            super().release()


class Event:
    """A flag: a byte in a pipe that nobody takes out but clear()."""

    def __init__(self, *, ctx=None):
        self._pipe = _Pipe(0, ctx)
        self._lock = Lock(ctx=ctx)

    def __getstate__(self):
        return self._pipe.share(self), self._lock

    def __setstate__(self, state):
        ends, self._lock = state
        self._pipe = _shared(*ends)

    def is_set(self):
        return self._pipe.count() > 0

    def set(self):
        with self._lock:
            if not self.is_set():
                self._pipe.give()

    def clear(self):
        with self._lock:
            while self._pipe.take(False, None):
                pass

    def wait(self, timeout=None):
        return self._pipe.await_some(None if timeout is None else max(timeout, 0))

    def __repr__(self):
        return f"<{type(self).__qualname__} at {'set' if self.is_set() else 'unset'}>"


class Condition:
    def __init__(self, lock=None, *, ctx=None):
        self.__setstate__((lock or RLock(ctx=ctx), Semaphore(0, ctx=ctx), Semaphore(0, ctx=ctx), Semaphore(0, ctx=ctx)))

    def __getstate__(self):
        context.assert_spawning(self)
        return self._lock, self._sleeping, self._woken, self._wait

    def __setstate__(self, state):
        self._lock, self._sleeping, self._woken, self._wait = state
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        self._sleeping.release()
        depth = getattr(self._lock, "_depth", 1)
        for _ in range(depth):
            self._lock.release()
        try:
            return self._wait.acquire(True, timeout)
        finally:
            self._woken.release()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        while self._woken.acquire(False):
            self._sleeping.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping.acquire(False):
            self._wait.release()
            sleepers += 1
        for _ in range(sleepers):
            self._woken.acquire()
        while self._wait.acquire(False):
            pass

    def notify_all(self):
        self.notify(2 ** 31)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else monotonic() + timeout
        while not result:
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


class Barrier:
    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self.parties = parties
        self._action = action
        self._timeout = timeout
        self._lock = Lock(ctx=ctx)
        self._arrived = Semaphore(0, ctx=ctx)
        self._gates = Semaphore(0, ctx=ctx), Semaphore(0, ctx=ctx)
        self._turn = 0

    def wait(self, timeout=None):
        timeout = self._timeout if timeout is None else timeout
        gate = self._gates[self._turn]
        self._turn ^= 1
        with self._lock:
            index = self._arrived.get_value()
            if index + 1 == self.parties:
                if self._action:
                    self._action()
                while self._arrived.acquire(False):
                    pass
                for _ in range(self.parties - 1):
                    gate.release()
                return index
            self._arrived.release()
        if not gate.acquire(True, timeout):
            raise threading.BrokenBarrierError
        return index

    @property
    def n_waiting(self):
        return self._arrived.get_value()
