"""Processes that work together (library reference, "multiprocessing"). They are made by fork, or are fresh ones (spawn); what they send each other is pickled.

Not here: ctypes types in shared memory, and the server of forkserver, whose children are made as spawn does.
"""
import sys
from multiprocessing import context, process

__all__ = ["Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe",
           "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray", "RawValue", "Semaphore", "SimpleQueue", "TimeoutError", "Value",
           "active_children", "allow_connection_pickling", "cpu_count", "current_process", "freeze_support", "get_all_start_methods", "get_context",
           "get_logger", "get_start_method", "log_to_stderr", "parent_process", "set_executable", "set_forkserver_preload", "set_start_method", "reducer"]
globals().update((name, getattr(context._default_context, name)) for name in __all__ if name != "reducer")
SUBDEBUG, SUBWARNING = 5, 25  # levels of get_logger()
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]  # as what children of the method spawn send is called


def __getattr__(name):
    if name == "reducer":  # asks for pickle
        return context._default_context.reducer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
