"""Interpreters: several in one program, isolated from each other and truly parallel (library reference, "concurrent.interpreters").

Each is a VM with a heap, modules and limits of its own. A thread that calls into one runs there; meanwhile the other threads of this interpreter go on.
Values are copied: plain data and dataclasses at once, anything else by pickle. Functions go by module and name.
"""
import queue
import sys
import threading
import time
import weakref
from types import SimpleNamespace

import _interpreter_calls
import _interpreters

__all__ = ["get_current", "get_main", "create", "list_all", "is_shareable", "Interpreter", "InterpreterError", "InterpreterNotFoundError", "ExecutionFailed",
           "NotShareableError", "create_queue", "Queue", "QueueEmpty", "QueueFull"]

sys.modules.setdefault("__mp_main__", sys.modules["__main__"])  # what the script defines is called so in other interpreters


class InterpreterError(Exception):
    """A cross-interpreter operation failed."""


class InterpreterNotFoundError(InterpreterError):
    """The interpreter no longer exists."""


class NotShareableError(TypeError):
    """An object cannot be sent to another interpreter."""


class ExecutionFailed(InterpreterError):
    """An exception was not handled in the interpreter: `excinfo` tells of it."""

    def __init__(self, excinfo):
        super().__init__(excinfo.formatted)
        self.excinfo = excinfo

    def __str__(self):
        return f"{self.excinfo.formatted}\n\nUncaught in the interpreter:\n\n{self.excinfo.errdisplay}"


def _failure(description):
    name, qualname, module, message, shown = description
    kind = SimpleNamespace(__name__=name, __qualname__=qualname, __module__=module)
    return ExecutionFailed(SimpleNamespace(type=kind, msg=message, formatted=f"{name}: {message}" if message else name, errdisplay=shown))


def _is_of_sending(exc):
    return isinstance(exc, (TypeError, AttributeError)) or type(exc).__name__ == "PicklingError"


def _call(number, function, argument):
    try:
        return _interpreters.call(number, "_interpreter_calls", function, argument)
    except RecursionError:
        raise
    except LookupError as exc:
        raise InterpreterNotFoundError(*exc.args) from None
    except RuntimeError as exc:
        raise InterpreterError(*exc.args) from None
    except Exception as exc:
        if _is_of_sending(exc):
            raise NotShareableError(str(exc)) from exc
        raise


def _main():
    "How other interpreters get at what the program's script defines."
    if _interpreters.get_current():
        return _interpreter_calls._main
    main = sys.modules["__main__"]
    file, package = getattr(main, "__file__", None), getattr(main, "__package__", None)
    if file is not None:
        return "file", file, package
    words = sys.orig_argv
    return ("code", words[words.index("-c") + 1], package) if "-c" in words[1:-1] else None


def _place(function):
    "(module, qualified name) of a function or class that can be found so, else the callable itself."
    module, qualname = getattr(function, "__module__", None), getattr(function, "__qualname__", None)
    found = sys.modules.get(module) if type(module) is str and type(qualname) is str else None
    for name in qualname.split(".") if found is not None else ():
        found = getattr(found, name, None)
    return (module, qualname) if found is function and function is not None else function


_known = weakref.WeakValueDictionary()


def create():
    """A new (idle) interpreter."""
    try:
        number = _interpreters.create()
    except RuntimeError as exc:
        raise InterpreterError(*exc.args) from None
    made = Interpreter(number)
    made._is_mine = True
    _call(number, "begin", ([*map(str, sys.path)], _main()))
    return made


def list_all():
    """All existing interpreters."""
    return [Interpreter(number) for number in _interpreters.list_all()]


def get_current():
    """The currently running interpreter."""
    return Interpreter(_interpreters.get_current())


def get_main():
    """The main interpreter."""
    return Interpreter(0)


_PLAIN = frozenset({type(None), bool, int, float, str, bytes})


def is_shareable(obj):
    """Whether the object is sent without pickle or is a Queue."""
    return type(obj) in _PLAIN or isinstance(obj, Queue) or type(obj) is tuple and all(map(is_shareable, obj))


class Interpreter:
    """An interpreter. Equal ids are the same object."""

    def __new__(cls, id, /):
        if not isinstance(id, int):
            raise TypeError(f"id must be an int, got {id!r}")
        if (found := _known.get(id)) is not None:
            return found
        if _interpreters.is_running(id) is None:
            raise InterpreterNotFoundError(f"unrecognized interpreter ID {id}")
        self = super().__new__(cls)
        self._id, self._is_mine = id, False
        _known[id] = self
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.id})"

    def __hash__(self):
        return hash(self._id)

    def __del__(self):
        if getattr(self, "_is_mine", False):
            try:
                self.close()
            except InterpreterError:
                pass

    def __reduce__(self):
        return type(self), (self._id,)

    @property
    def id(self):
        return self._id

    @property
    def whence(self):
        return "_interpreters module" if self._id else "runtime init"

    def is_running(self):
        """Whether something runs in it."""
        running = _interpreters.is_running(self._id)
        if running is None:
            raise InterpreterNotFoundError(f"unrecognized interpreter ID {self._id}")
        return running

    def close(self):
        """Ends the interpreter. Only where nothing runs in it."""
        try:
            _interpreters.destroy(self._id)
        except LookupError as exc:
            raise InterpreterNotFoundError(*exc.args) from None
        except RuntimeError as exc:
            raise InterpreterError("cannot close: " + exc.args[0]) from None
        self._is_mine = False
        _known.pop(self._id, None)

    def prepare_main(self, ns=None, /, **kwargs):
        """Binds names in its __main__."""
        _call(self._id, "set_names", dict(ns, **kwargs) if ns is not None else kwargs)

    def exec(self, code, /):
        """Runs the source in its __main__. What is not handled there raises ExecutionFailed."""
        if not isinstance(code, str):
            raise TypeError(f"code must be str, not {type(code).__name__}")
        if failed := _call(self._id, "execute", str(code)):
            raise _failure(failed)

    def call(self, callable, /, *args, **kwargs):
        """Calls it there, in the current thread, and returns what it returns."""
        return self._call(callable, args, kwargs)

    def _call(self, function, args, kwargs, wants_exception=False):
        failed, value = _call(self._id, "call", (_place(function), args, kwargs, wants_exception))
        if failed is None:
            return value
        failure = _failure(failed)
        if value is None:
            raise failure
        import pickle
        raise pickle.loads(value) from failure

    def call_in_thread(self, callable, /, *args, **kwargs):
        """Calls it there in a new thread, which is returned."""
        thread = threading.Thread(target=self.call, args=(callable, *args), kwargs=kwargs)
        thread.start()
        return thread


# ---- queues


class QueueError(Exception):
    """Something is wrong with a queue between interpreters."""


class QueueNotFoundError(QueueError):
    """There is no such queue any more."""


class QueueEmpty(QueueError, queue.Empty):
    """There is nothing to get."""


class QueueFull(QueueError, queue.Full):
    """There is no room to put anything."""


class ItemInterpreterDestroyed(QueueError):
    """The interpreter that an item came from is gone."""


class _Unbound:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"<{self._name}>"

    def __reduce__(self):
        return self._name


UNBOUND, UNBOUND_ERROR, UNBOUND_REMOVE = map(_Unbound, ["UNBOUND", "UNBOUND_ERROR", "UNBOUND_REMOVE"])
_UNBOUNDS = {UNBOUND_REMOVE: 1, UNBOUND_ERROR: 2, UNBOUND: 3}
_queues = weakref.WeakValueDictionary()


def create_queue(maxsize=0, *, unbounditems=UNBOUND):
    """A queue that any interpreter may use; with room for maxsize items, or any number if that isn't positive."""
    if unbounditems not in _UNBOUNDS:
        raise ValueError(f"unsupported unbounditems: {unbounditems!r}")
    return Queue(_interpreters.queue_create(int(maxsize)), _unbound=unbounditems, _is_new=True)


def _checked(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return timeout


class Queue:
    """A first-in, first-out queue between interpreters."""

    def __new__(cls, id, /, *, _unbound=UNBOUND, _is_new=False):
        if not isinstance(id, int):
            raise TypeError(f"id must be an int, got {id!r}")
        if (found := _queues.get(id)) is not None:
            return found
        if not _is_new and _interpreters.queue_retain(id) is None:
            raise QueueNotFoundError(f"queue {id} not found")
        self = super().__new__(cls)
        self._id, self._unbound = id, _unbound
        _queues[id] = self
        return self

    def __repr__(self):
        return f"{type(self).__name__}({self.id})"

    def __hash__(self):
        return hash(self._id)

    def __del__(self):
        if hasattr(self, "_id"):
            _interpreters.queue_release(self._id)

    def __reduce__(self):
        return _restored, (self._id, _UNBOUNDS[self._unbound])

    def _state(self, index):
        state = _interpreters.queue_state(self._id)
        if state is None:
            raise QueueNotFoundError(f"queue {self._id} not found")
        return state[index]

    @property
    def id(self):
        return self._id

    @property
    def maxsize(self):
        return self._state(1)

    @property
    def unbounditems(self):
        return self._unbound

    def qsize(self):
        """How many items there are."""
        return self._state(0)

    def empty(self):
        """Whether there are none."""
        return self.qsize() == 0

    def full(self):
        """Whether there is no room."""
        return 0 < self.maxsize <= self.qsize()

    def put(self, obj, block=True, timeout=None, *, unbounditems=None):
        """Adds an item: when there is room, or QueueFull is raised, at once without `block`, or after `timeout` seconds."""
        how = self._unbound if unbounditems is None else unbounditems
        if how not in _UNBOUNDS:
            raise ValueError(f"unsupported unbounditems: {how!r}")
        try:
            done = _interpreters.queue_put(self._id, (obj, _UNBOUNDS[how]), _checked(timeout) if block else 0)
        except Exception as exc:
            if _is_of_sending(exc):
                raise NotShareableError(str(exc)) from exc
            raise
        if done is None:
            raise QueueNotFoundError(f"queue {self._id} not found")
        if not done:
            raise QueueFull

    def put_nowait(self, obj, *, unbounditems=None):
        """Adds an item if there is room now."""
        self.put(obj, False, unbounditems=unbounditems)

    def get(self, block=True, timeout=None):
        """Takes an item: when there is one, or QueueEmpty is raised, at once without `block`, or after `timeout` seconds."""
        end = time.monotonic() + timeout if block and _checked(timeout) is not None else None
        while True:
            found = _interpreters.queue_get(self._id, 0 if not block else None if end is None else max(end - time.monotonic(), 0))
            if found is None:
                raise QueueNotFoundError(f"queue {self._id} not found")
            if not found:
                raise QueueEmpty
            (obj, how), _, is_there = found
            if is_there:
                return obj
            if how == _UNBOUNDS[UNBOUND]:
                return UNBOUND
            if how == _UNBOUNDS[UNBOUND_ERROR]:
                raise ItemInterpreterDestroyed("item's original interpreter destroyed")

    def get_nowait(self):
        """Takes an item if there is one now."""
        return self.get(False)


def _restored(id, how):
    return Queue(id, _unbound=next(each for each, number in _UNBOUNDS.items() if number == how))
