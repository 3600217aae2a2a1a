"""Threads and what they wait with (library reference, "threading"). One of them at a time runs Python code, as in CPython.

Whoever waits does so at a gate: a lock that is taken already, and is released to let him pass.
"""
import sys
from _collections import deque as _deque
import _thread_local
from _thread import LockType as Lock, RLock, TIMEOUT_MAX, _storage, allocate_lock as _allocate_lock, get_ident, get_native_id, stack_size, start_new_thread as _start_new_thread
from itertools import count as _count
from time import monotonic as _monotonic

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
           "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile", "settrace",
           "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile", "gettrace", "setprofile_all_threads", "settrace_all_threads",
           "get_native_id"]

ThreadError = RuntimeError
Lock = _allocate_lock


def _warn(old, instead, level=3):
    import warnings
    warnings.warn(f"{old}() is deprecated, {instead} instead", DeprecationWarning, stacklevel=level)


def _former(old, new):
    "A method or function under the name it had before."
    def method(*subject):
        _warn(old, f"use {new}()")
        return getattr(subject[0], new)() if subject else globals()[new]()
    method.__name__ = method.__qualname__ = old
    return method


_PyRLock = _CRLock = RLock  # CPython's tests ask for both


def _show(self, state):
    kind = type(self)
    return f"<{kind.__module__}.{kind.__qualname__} at {id(self):#x}: {state}>"


# ---- gates -------------------------------------------------------------------------------------------------------------------

def _gate():
    gate = _allocate_lock()
    gate.acquire()
    return gate


def _pass(gate, timeout):
    "Wait at a gate: whether it was opened in time."
    if timeout is None:
        return gate.acquire()
    return gate.acquire(True, timeout) if timeout > 0 else gate.acquire(False)


def _rests(timeout):
    "What to wait for at most, again and again until the time is over: the whole time first."
    if timeout is None:
        while True:
            yield None
    deadline = _monotonic() + timeout
    rest = timeout
    while True:
        yield rest
        rest = deadline - _monotonic()
        if rest <= 0:
            return


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._flag = False
        self._guard, self._gates = _allocate_lock(), []

    def __repr__(self):
        return _show(self, "set" if self._flag else "unset")

    def is_set(self):
        """Whether the flag is up."""
        return self._flag

    isSet = _former("isSet", "is_set")

    def set(self):
        """The flag goes up: all who wait go on."""
        with self._guard:
            self._flag = True
            opened, self._gates = self._gates, []
            for gate in opened:
                gate.release()

    def clear(self):
        """The flag goes down."""
        with self._guard:
            self._flag = False

    def wait(self, timeout=None):
        """Wait until the flag is up: False when that takes too long."""
        if self._flag:
            return True
        gate = _gate()
        with self._guard:
            if self._flag:
                return True
            self._gates.append(gate)
        passed = False
        try:
            passed = _pass(gate, timeout)
        finally:
            if not passed:
                with self._guard:
                    passed = gate not in self._gates  # opened a moment ago
                    if not passed:
                        self._gates.remove(gate)
        return passed


class Condition:
    """A lock, and threads that wait for what its holders change."""

    def __init__(self, lock=None):
        lock = RLock() if lock is None else lock
        self._lock, self._gates = lock, _deque()
        self.acquire, self.release = lock.acquire, lock.release
        # A lock that may be held several times has methods to leave it altogether, and to come back.
        self._leave = getattr(lock, "_release_save", lock.release)
        self._return = getattr(lock, "_acquire_restore", None)
        self._is_held = getattr(lock, "_is_owned", None) or self._is_taken

    def _is_taken(self):
        if not self._lock.acquire(False):
            return True
        self._lock.release()
        return False

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._gates)})>"

    def wait(self, timeout=None):
        """Leave the lock, wait to be notified, take it again: False when that takes too long."""
        if not self._is_held():
            raise RuntimeError("cannot wait on un-acquired lock")
        gate = _gate()
        self._gates.append(gate)
        held = self._leave()
        passed = False
        try:
            passed = _pass(gate, timeout)
        finally:
            self._return(held) if self._return is not None else self._lock.acquire()
            if not passed and gate in self._gates:
                self._gates.remove(gate)
        return passed

    def wait_for(self, predicate, timeout=None):
        """Wait until the predicate is true: its last value."""
        if value := predicate():
            return value
        for rest in _rests(timeout):
            self.wait(rest)
            if value := predicate():
                break
        return value

    def notify(self, n=1):
        """Wake n of those who wait."""
        if not self._is_held():
            raise RuntimeError("cannot notify on un-acquired lock")
        while self._gates and n > 0:
            self._gates.popleft().release()
            n -= 1

    def notify_all(self):
        """Wake all who wait."""
        self.notify(len(self._gates))

    notifyAll = _former("notifyAll", "notify_all")


class Semaphore:
    """A number of tokens, each of which one thread may hold."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._given = Condition(Lock())

    def __repr__(self):
        return _show(self, f"value={self._value}")

    def acquire(self, blocking=True, timeout=None):
        """Take a token, waiting for one: False when there is none, or that takes too long."""
        if timeout is not None and not blocking:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._given:
            if not self._value and not (blocking and self._given.wait_for(lambda: self._value, timeout)):
                return False
            self._value -= 1
        return True

    def release(self, n=1):
        """Give n tokens back."""
        if n < 1:
            raise ValueError("n must be one or more")
        with self._given:
            self._check(n)
            self._value += n
            self._given.notify(n)

    def _check(self, n):
        "Any number is good."

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()


class BoundedSemaphore(Semaphore):
    """A Semaphore that does not get more tokens than it had."""

    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def __repr__(self):
        return _show(self, f"value={self._value}/{self._most}")

    def _check(self, n):
        if n > self._most - self._value:
            raise ValueError("Semaphore released too many times")


class BrokenBarrierError(RuntimeError):
    """A thread left the barrier, or it was broken or reset."""


class Barrier:
    """Threads wait until there are enough of them, then all go on.

    It fills; the last one to come lets all out, and while it drains (or is reset) those who come for the next turn wait.
    """

    def __init__(self, parties, action=None, timeout=None):
        self._size, self._action, self._patience = parties, action, timeout
        self._changed = Condition(Lock())
        self._inside, self._phase = 0, "filling"  # draining, resetting, broken

    def __repr__(self):
        return _show(self, "broken" if self.broken else f"waiters={self.n_waiting}/{self._size}")

    def _enter_phase(self, phase):
        self._phase = phase
        self._changed.notify_all()

    def wait(self, timeout=None):
        """Wait for the others: a number, which each of them has another of."""
        patience = self._patience if timeout is None else timeout
        with self._changed:
            while self._phase in ("draining", "resetting"):
                self._changed.wait()
            if self.broken:
                raise BrokenBarrierError
            mine = self._inside
            self._inside += 1
            try:
                if self._inside == self._size:
                    self._run_action()
                    self._enter_phase("draining")
                elif not self._changed.wait_for(lambda: self._phase != "filling", patience):
                    self._enter_phase("broken")
                if self._phase != "draining":
                    raise BrokenBarrierError
                return mine
            finally:
                self._inside -= 1
                if not self._inside and not self.broken:
                    self._enter_phase("filling")

    def _run_action(self):
        if self._action:
            try:
                self._action()
            except BaseException:
                self._enter_phase("broken")
                raise

    def reset(self):
        """Back to the beginning; those who wait get a BrokenBarrierError."""
        with self._changed:
            if not self._inside:
                self._enter_phase("filling")
            elif self._phase in ("filling", "broken"):
                self._enter_phase("resetting")

    def abort(self):
        """Break it, for all who wait and will."""
        with self._changed:
            self._enter_phase("broken")

    @property
    def parties(self):
        """How many threads it takes."""
        return self._size

    @property
    def n_waiting(self):
        """How many are waiting."""
        return self._inside if self._phase == "filling" else 0

    @property
    def broken(self):
        """Whether it is broken."""
        return self._phase == "broken"


# ---- attributes of one thread ------------------------------------------------------------------------------------------------

_next_local = _count(1).__next__


class local(_thread_local.base):
    """Attributes that each thread has of its own. The base takes what only the thread has, and asks these methods for all else."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = _thread_local.base.__new__(cls)
        key = _next_local()
        _storage()[key] = {}
        _thread_local.start(self, (key, args, kwargs))
        return self

    def _local__get(self, name):
        mine = _attributes_here(self)
        if name == "__dict__":
            return mine
        if name in mine:
            found = getattr(type(self), name, None)
            if not hasattr(type(found), "__set__"):
                return mine[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            raise _no_attribute(self, name) from None

    def _local__set(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        mine = _attributes_here(self)
        for cls in type(self).__mro__:
            if name in cls.__dict__:
                if hasattr(type(cls.__dict__[name]), "__set__"):
                    return _thread_local.set_attribute(self, name, value)
                break
        mine[name] = value

    def _local__delete(self, name):
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        mine = _attributes_here(self)
        if name not in mine:
            return _thread_local.set_attribute(self, name)
        del mine[name]

    def __del__(self):
        _storage().pop(_thread_local.start(self)[0], None)


local.__module__, local.__name__, local.__qualname__ = "_thread", "_local", "_local"


def _attributes_here(place):
    "The attributes of a local in this thread; its __init__ is called once in each."
    here = _storage()
    key, args, kwargs = _thread_local.start(place)
    mine = here.get(key)
    if mine is None:
        mine = here[key] = {}
        cls = type(place)
        if cls.__init__ is not object.__init__:
            cls.__init__(place, *args, **kwargs)
    return mine


def _no_attribute(place, name):
    cls = type(place)
    return AttributeError(f"'{"_thread._local" if cls is local else cls.__name__}' object has no attribute '{name}'", name=name, obj=place)


# ---- threads -----------------------------------------------------------------------------------------------------------------

_registry = RLock()  # guards the two
_known = {}          # the threads that run, by identity
_starting = set()    # those that do not yet

_numbers = _count(1)
_dangling = set()    # CPython's tests look at its size


class Thread:
    """A thread of control: run() runs in it once start() is called."""

    _stage = None  # initial, started, stopped; None: __init__ was not called
    _daemonic = False
    _ident = _native_id = _name = None
    _end = None    # a gate that is opened when it has ended; None: not started, or known to have ended

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if not name:
            name = f"Thread-{next(_numbers)}"
            label = getattr(target, "__name__", None)
            if label is not None:
                name += f" ({label})"
        self._name = str(name)
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = daemon if daemon is not None else current_thread().daemon
        self._stderr = getattr(sys, "stderr", None)
        self._stage = "initial"

    def _need_init(self):
        raise AssertionError("Thread.__init__() not called")

    def __repr__(self):
        assert self._stage is not None, "Thread.__init__() was not called"
        self.is_alive()  # it may have ended unnoticed
        words = [self._stage, *["daemon"] * bool(self._daemonic), *[str(self._ident)] * (self._ident is not None)]
        return f"<{type(self).__name__}({self._name}, {' '.join(words)})>"

    # its course

    def start(self):
        """Have run() called in a new thread."""
        if self._stage != "initial":
            raise RuntimeError("threads can only be started once" if self._stage else "thread.__init__() not called")
        self._end, self._begin = _gate(), _gate()
        with _registry:
            _starting.add(self)
        try:
            _start_new_thread(self._live, (), None, self._end)
        except Exception:
            with _registry:
                _starting.discard(self)
            self._end = None
            raise
        self._begin.acquire()
        del self._begin

    def _live(self):
        "What the new thread does."
        mine = self._ident = get_ident()
        self._native_id = get_native_id()
        with _registry:
            _starting.discard(self)
            _known[mine] = self
        self._stage = "started"
        self._begin.release()
        try:
            if _trace_hook is not None:
                sys.settrace(_trace_hook)
            if _profile_hook is not None:
                sys.setprofile(_profile_hook)
            self.run()
        except:
            _report(self)
        finally:
            with _registry:
                _known.pop(mine, None)

    def run(self):
        """What the thread is for: calls the target; or a subclass says."""
        target = self._target
        try:
            if target is not None:
                target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        """Wait until it has ended."""
        if self._stage in (None, "initial"):
            raise RuntimeError("cannot join thread before it is started" if self._stage else "Thread.__init__() not called")
        if current_thread() is self:
            raise RuntimeError("cannot join current thread")
        self._await_end(timeout)

    def _await_end(self, timeout):
        end = self._end
        if end is not None and _pass(end, timeout):
            end.release()  # for others who wait
            self._stage, self._end = "stopped", None

    def is_alive(self):
        """Whether it was started and has not ended."""
        if self._stage is None:
            self._need_init()
        if self._stage == "started":
            self._await_end(0)
        return self._stage == "started"

    # what is known of it

    @property
    def name(self):
        """Its name: for people only."""
        if self._stage is None:
            self._need_init()
        return self._name

    @name.setter
    def name(self, name):
        if self._stage is None:
            self._need_init()
        self._name = str(name)

    @property
    def ident(self):
        """Its identity, None before it is started."""
        if self._stage is None:
            self._need_init()
        return self._ident

    @property
    def native_id(self):
        """Its number in the system, None before it is started."""
        if self._stage is None:
            self._need_init()
        return self._native_id

    @property
    def daemon(self):
        """Whether the program may end without waiting for it."""
        if self._stage is None:
            self._need_init()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._stage != "initial":
            raise RuntimeError("cannot set daemon status of active thread" if self._stage else "Thread.__init__() not called")
        self._daemonic = daemonic

    def isDaemon(self):
        """The daemon attribute."""
        _warn("isDaemon", "get the daemon attribute")
        return self.daemon

    def setDaemon(self, daemonic):
        """Set the daemon attribute."""
        _warn("setDaemon", "set the daemon attribute")
        self.daemon = daemonic

    def getName(self):
        """The name attribute."""
        _warn("getName", "get the name attribute")
        return self.name

    def setName(self, name):
        """Set the name attribute."""
        _warn("setName", "set the name attribute")
        self.name = name


class Timer(Thread):
    """Calls a function after a number of seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        """Do not call it."""
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
            self.finished.set()


class _FoundThread(Thread):
    "A thread that this module has not started, but which asks who it is."

    def __init__(self, name, daemon):
        super().__init__(name=name, daemon=daemon)
        self._stage = "started"
        self._ident, self._native_id = get_ident(), get_native_id()
        with _registry:
            _known[self._ident] = self


class _MainThread(_FoundThread):
    def __init__(self):
        super().__init__("MainThread", False)
        self._end = _gate()


class _DummyThread(_FoundThread):
    def __init__(self):
        super().__init__(f"Dummy-{next(_numbers)}", True)

    def is_alive(self):
        return True

    def join(self, timeout=None):
        raise AssertionError("cannot join a dummy thread")


def current_thread():
    """The thread that asks."""
    known = _known.get(get_ident())
    return known if known is not None else _DummyThread()


_main_thread = _MainThread()


def main_thread():
    """The thread the program began in."""
    return _main_thread


def enumerate():
    """The threads that live."""
    with _registry:
        return [*_known.values(), *_starting]


def active_count():
    """How many threads live."""
    return len(enumerate())


currentThread = _former("currentThread", "current_thread")
activeCount = _former("activeCount", "active_count")


# ---- the end of the program, and processes -------------------------------------------------------------------------------------

_before_end = []  # functions to be called before threads are waited for
_is_ending = False


def _register_atexit(func, *args, **kwargs):
    if _is_ending:
        raise RuntimeError("can't register atexit after shutdown")
    _before_end.append((func, args, kwargs))


def _shutdown():
    "The program ends: the main thread has, then all others that are not daemons are waited for."
    global _is_ending
    if _main_thread._end is not None:
        _main_thread._end.release()
        _main_thread._await_end(0)
    _is_ending = True
    while _before_end:
        function, args, kwargs = _before_end.pop()
        function(*args, **kwargs)
    me = current_thread()
    while left := [thread for thread in enumerate() if not thread._daemonic and thread is not me and thread is not _main_thread]:
        for thread in left:
            if thread._end is not None:
                thread._await_end(None)


def _after_fork():
    "In the child of fork: the thread that forked is the only one."
    global _main_thread, _is_ending
    _is_ending = False
    _registry._at_fork_reinit()
    _main_thread = current_thread()
    for thread in [*_known.values(), *_starting]:
        if thread is not _main_thread:  # it is not in this process, and nobody is to wait for it
            thread._stage, thread._end = "stopped", None
    _known.clear()
    _starting.clear()
    _main_thread._ident, _main_thread._native_id = get_ident(), get_native_id()
    _known[_main_thread._ident] = _main_thread


# ---- hooks -------------------------------------------------------------------------------------------------------------------

_trace_hook = _profile_hook = None


def settrace(func):
    """What sys.settrace() is called with in threads that start from now on."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """What settrace() was given."""
    return _trace_hook


def setprofile(func):
    """What sys.setprofile() is called with in threads that start from now on."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """What setprofile() was given."""
    return _profile_hook


def settrace_all_threads(func):
    """The same, and for this thread: those that run already are not reached."""
    settrace(func)
    sys.settrace(func)


def setprofile_all_threads(func):
    """Likewise."""
    setprofile(func)
    sys.setprofile(func)


class ExceptHookArgs(tuple):
    """What excepthook gets."""

    exc_type, exc_value, exc_traceback, thread = [property(lambda self, n=n: self[n]) for n in range(4)]

    def __new__(cls, args):
        return super().__new__(cls, args)

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type={!r}, exc_value={!r}, exc_traceback={!r}, thread={!r})".format(*self)


def excepthook(args):
    """Show an exception that run() raised."""
    if args.exc_type is SystemExit:
        return
    stream = _stream_for(args.thread)
    if stream is None:
        return
    import traceback
    who = get_ident() if args.thread is None else args.thread.name
    stream.write(f"Exception in thread {who}:\n")
    traceback.print_exception(*args[:3], file=stream)
    stream.flush()


def _stream_for(thread):
    "Where errors of a thread are shown: as it is now, or was when the thread was made; None: nowhere."
    stream = getattr(sys, "stderr", None)
    return stream if stream is not None else getattr(thread, "_stderr", None)


__excepthook__ = excepthook


def _report(thread):
    "The exception being handled has ended a thread."
    try:
        (excepthook or __excepthook__)(ExceptHookArgs([*sys.exc_info(), thread]))
    except Exception as failure:
        failure.__suppress_context__ = True
        stream = _stream_for(thread)
        if stream is None:
            return
        stream.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(failure), failure, failure.__traceback__)
