"""What the package's modules, and packages beside it, share: finalizers that run in order at the end of a process, what is to be done in a child, and its log."""
import atexit
import itertools
import os
import sys
import threading
import weakref
from subprocess import _args_from_interpreter_flags

__all__ = ["sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "get_temp_dir", "register_after_fork", "is_exiting", "Finalize",
           "ForkAwareThreadLock", "ForkAwareLocal", "close_all_fds_except", "SUBDEBUG", "SUBWARNING"]

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_logger = None  # as long as nobody asks for it, logging is not loaded
_log_to_stderr = False


def get_logger():
    """Returns logger used by multiprocessing"""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    """Turn on logging and add a handler which prints to stderr"""
    global _log_to_stderr
    import logging
    _log_to_stderr = True
    logger, handler = get_logger(), logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


def _log(level, words, args):
    if _logger is not None:
        _logger.log(level, words, *args, stacklevel=2)


def sub_debug(msg, *args):
    _log(SUBDEBUG, msg, args)


def debug(msg, *args):
    _log(DEBUG, msg, args)


def info(msg, *args):
    _log(INFO, msg, args)


def sub_warning(msg, *args):
    _log(SUBWARNING, msg, args)


def warn(msg, *args):
    _log(WARNING, msg, args)


# ---- addresses and folders

abstract_sockets_supported = sys.platform == "linux"


def is_abstract_socket_namespace(address):
    """Whether the address of a Unix socket is no path."""
    if not address:
        return False
    if isinstance(address, (bytes, str)):
        return address[:1] in ("\0", b"\0")
    raise TypeError(f"address type of {address!r} unrecognized")


def get_temp_dir():
    """A folder of this process and its children, removed at the end of the process that made it."""
    from multiprocessing.process import current_process
    process = current_process()
    folder = getattr(process, "_tempdir", None)
    if folder is None:
        import shutil
        import tempfile
        folder = process._tempdir = tempfile.mkdtemp(prefix="pymp-")
        Finalize(None, shutil.rmtree, (folder,), {"ignore_errors": True}, exitpriority=-100)
    return folder


# ---- what children do first

_afterfork_counter = itertools.count()
_afterfork_registry = weakref.WeakValueDictionary()


def register_after_fork(obj, func):
    """func(obj) is called in each child that is made while obj lives."""
    _afterfork_registry[next(_afterfork_counter), id(obj), func] = obj


def _run_after_forkers():
    for (_, _, func), obj in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        try:
            func(obj)
        except Exception as e:
            info("after forker raised exception %s", e)


class ForkAwareThreadLock:
    """A lock of threads that is free in a child."""

    def __init__(self):
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release
        register_after_fork(self, ForkAwareThreadLock.__init__)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    """Values of a thread, which a child does not take over."""

    def __init__(self):
        register_after_fork(self, lambda values: values.__dict__.clear())

    def __reduce__(self):
        return type(self), ()


# ---- finalizers

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
    """callback(*args, **kwargs), once: when called, when obj dies, or at the end of the process (exitpriority: the highest first)."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is not None:
            self._weakref = weakref.ref(obj, self)
        elif exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._callback, self._args, self._kwargs = callback, args, kwargs or {}
        self._key = exitpriority, next(_finalizer_counter)
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        """Run the callback unless it has already been called or cancelled"""
        if _finalizer_registry.pop(self._key, None) is None:
            return None
        done = self._callback(*self._args, **self._kwargs) if self._pid == os.getpid() else None
        self._forget()
        return done

    def cancel(self):
        """Cancel finalization of the object"""
        if _finalizer_registry.pop(self._key, None) is not None:
            self._forget()

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def still_active(self):
        """Return whether this finalizer is still waiting to invoke callback"""
        return self._key in _finalizer_registry

    def __repr__(self):
        if getattr(self, "_weakref", None) is None or self._weakref() is None:
            return f"<{type(self).__name__} object, dead>"
        callback = self._callback
        words = [f"<{type(self).__name__} object, callback={getattr(callback, '__name__', callback)}"]
        words += [f"args={self._args}"] if self._args else []
        words += [f"kwargs={self._kwargs}"] if self._kwargs else []
        words += [f"exitpriority={self._key[0]}"] if self._key[0] is not None else []
        return ", ".join(words) + ">"


def _run_finalizers(minpriority=None):
    """Calls those with an exitpriority (of minpriority at least): the highest first, among equals the youngest."""
    keys = [key for key in _finalizer_registry if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is not None:
            sub_debug("calling %s", finalizer)
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


# ---- the end of the process

_exiting = False


def is_exiting():
    """Returns true if the process is shutting down"""
    return _exiting


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    from multiprocessing import process
    _run_finalizers(0)
    process._wait_for_children()
    _run_finalizers()


def _enter_child():
    global _exiting
    _exiting = False
    _finalizer_registry.clear()
    _run_after_forkers()


atexit.register(_exit_function)


# ---- descriptors and programs

try:
    MAXFD = os.sysconf("SC_OPEN_MAX")
except Exception:
    MAXFD = 256


def close_all_fds_except(fds):
    """Close all file descriptors but these, which are sorted."""
    bounds = [-1, *sorted(fds), MAXFD]
    for low, high in itertools.pairwise(bounds):
        os.closerange(low + 1, high)


def close_fds(*fds):
    """Close each file descriptor given as an argument"""
    for fd in fds:
        os.close(fd)


def _flush_std_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass


def spawnv_passfds(path, args, passfds):
    """Starts a program that has the standard streams and these descriptors; returns its process id."""
    _flush_std_streams()
    pid = os.fork()
    if pid:
        return pid
    try:
        keep = sorted({0, 1, 2, *map(int, passfds)})
        for fd in keep[3:]:
            os.set_inheritable(fd, True)
        close_all_fds_except(keep)
        os.execv(path, args)
    finally:
        os._exit(127)


def _cleanup_tests():
    """What a test leaves behind: children are waited for, finalizers run."""
    from multiprocessing import process
    _run_finalizers()
    for child in process.active_children():
        child.terminate()
        child.join()
