"""Calls that run in threads or processes of a pool, and their results (library reference, "concurrent.futures")."""
from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError, InvalidStateError, BrokenExecutor,
                                      Future, Executor, wait, as_completed)

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor", "Future", "Executor", "wait",
           "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor", "InterpreterPoolExecutor")


def __dir__():
    return __all__ + ("__author__", "__doc__")


def __getattr__(name):
    if name == "ThreadPoolExecutor":
        from concurrent.futures.thread import ThreadPoolExecutor as found
    elif name == "ProcessPoolExecutor":
        from concurrent.futures.process import ProcessPoolExecutor as found
    elif name == "InterpreterPoolExecutor":
        from concurrent.futures.interpreter import InterpreterPoolExecutor as found
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found
