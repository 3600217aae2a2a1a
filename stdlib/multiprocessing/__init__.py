"""Processes that work together (library reference, "multiprocessing"). They are made by fork; what they send each other is pickled.

Not here, and refused by name: the start methods spawn and forkserver, ctypes types in shared memory, listeners and clients of connections.
"""
from multiprocessing.context import (BufferTooShort, ProcessError, TimeoutError, AuthenticationError, Process, Pipe, Queue, SimpleQueue, JoinableQueue, Lock, RLock,
                                     Semaphore, BoundedSemaphore, Event, Condition, Barrier, Pool, cpu_count, current_process, parent_process,
                                     active_children, freeze_support, get_context, get_start_method, set_start_method, get_all_start_methods,
                                     get_logger, log_to_stderr, set_executable, set_forkserver_preload, allow_connection_pickling, Manager, Value, Array,
                                     RawValue, RawArray)
from multiprocessing import context, process

__all__ = ["Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe",
           "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray", "RawValue", "Semaphore", "SimpleQueue", "TimeoutError", "Value",
           "active_children", "allow_connection_pickling", "cpu_count", "current_process", "freeze_support", "get_all_start_methods", "get_context",
           "get_logger", "get_start_method", "log_to_stderr", "parent_process", "set_executable", "set_forkserver_preload", "set_start_method", "reducer"]
reducer = None
SUBDEBUG, SUBWARNING = 5, 25  # levels of get_logger()
