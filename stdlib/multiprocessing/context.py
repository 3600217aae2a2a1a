"""What the package multiprocessing offers, as functions and as methods of a context."""
import os
from multiprocessing import process
from multiprocessing.process import BaseProcess, active_children, current_process, parent_process


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


class Process(BaseProcess):
    _start_method = "fork"


Process.__module__ = "multiprocessing.context"


def _refused(what):
    raise NotImplementedError(f"{what} is not supported by Typhon")


def Pipe(duplex=True):
    """Returns two connection object connected by a pipe"""
    from multiprocessing.connection import Pipe
    return Pipe(duplex)


def Queue(maxsize=0):
    """Returns a queue object"""
    from multiprocessing.queues import Queue
    return Queue(maxsize)


def JoinableQueue(maxsize=0):
    from multiprocessing.queues import JoinableQueue
    return JoinableQueue(maxsize)


def SimpleQueue():
    from multiprocessing.queues import SimpleQueue
    return SimpleQueue()


def Lock():
    from multiprocessing.synchronize import Lock
    return Lock()


def RLock():
    from multiprocessing.synchronize import RLock
    return RLock()


def Semaphore(value=1):
    from multiprocessing.synchronize import Semaphore
    return Semaphore(value)


def BoundedSemaphore(value=1):
    from multiprocessing.synchronize import BoundedSemaphore
    return BoundedSemaphore(value)


def Event():
    from multiprocessing.synchronize import Event
    return Event()


def Condition(lock=None):
    from multiprocessing.synchronize import Condition
    return Condition(lock)


def Barrier(parties, action=None, timeout=None):
    from multiprocessing.synchronize import Barrier
    return Barrier(parties, action, timeout)


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    """Returns a process pool object"""
    from multiprocessing.pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild)


def Manager():
    """A running manager of shared objects."""
    from .managers import SyncManager
    made = SyncManager()
    made.start()
    return made


def Value(typecode_or_type, *args, lock=True):
    from multiprocessing.sharedctypes import Value
    return Value(typecode_or_type, *args, lock=lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    from multiprocessing.sharedctypes import Array
    return Array(typecode_or_type, size_or_initializer, lock=lock)


def RawValue(typecode_or_type, *args):
    from multiprocessing.sharedctypes import RawValue
    return RawValue(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    from multiprocessing.sharedctypes import RawArray
    return RawArray(typecode_or_type, size_or_initializer)


def cpu_count():
    """Returns the number of CPUs in the system"""
    count = os.cpu_count()
    if count is None:
        raise NotImplementedError("cannot determine number of cpus")
    return count


def freeze_support():
    pass


def allow_connection_pickling():
    pass


def set_executable(executable):
    from multiprocessing.spawn import set_executable
    set_executable(executable)


def set_forkserver_preload(module_names):
    pass


def get_logger():
    from multiprocessing.util import get_logger
    return get_logger()


def log_to_stderr(level=None):
    from multiprocessing.util import log_to_stderr
    return log_to_stderr(level)


def get_all_start_methods():
    return ["fork"]


def get_start_method(allow_none=False):
    return "fork"


def set_start_method(method, force=False):
    if method not in (None, "fork"):
        if method not in ("spawn", "forkserver"):
            raise ValueError("cannot find context for %r" % method)
        _refused(f"the start method {method!r}")


class _Context:
    """What get_context() gives: the functions of the package."""

    Process = Process

    def __getattr__(self, name):
        found = globals().get(name)
        if found is None or name.startswith("_"):
            raise AttributeError(f"'ForkContext' object has no attribute {name!r}")
        return found

    def get_context(self, method=None):
        return get_context(method)


_context = _Context()


def get_context(method=None):
    set_start_method(method)
    return _context
