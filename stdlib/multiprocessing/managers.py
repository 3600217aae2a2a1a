"""Objects that several processes share (library reference, "multiprocessing.managers").

A manager has a server process, in which the objects live; others have proxies, which send calls to it, each thread of a process over a
connection of its own. In the server a thread answers each connection, so a call that waits makes nobody else wait.
"""
import array
import os
import queue
import socket
import sys
import threading
from .connection import Connection
from . import context
from .process import current_process

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]

_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


class RemoteError(Exception):
    """Something has failed in the server that cannot be sent."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Token:
    """What a proxy knows of its object: typeid, address of the server, id."""

    __slots__ = "typeid", "address", "id"

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


# ---- the server

class _Server:
    """Keeps objects, and calls their methods for others."""

    def __init__(self, listener, address, registry):
        self.listener, self.address, self.registry = listener, address, registry
        self.objects, self.lock, self.over = {}, threading.Lock(), threading.Event()
        self.blocks = set()  # names of shared memory that ends with the server

    def serve(self):
        try:
            threading.Thread(target=self.accept, daemon=True).start()
            self.over.wait()
        finally:
            self.release_blocks()

    def release_blocks(self):
        if not self.blocks:
            return
        from .shared_memory import SharedMemory
        for name in self.blocks:
            try:
                block = SharedMemory(name)
            except FileNotFoundError:
                continue
            block.close()
            block.unlink()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(Connection(client.detach()),), daemon=True).start()

    def answer(self, connection):
        while True:
            try:
                request = connection.recv()
            except (EOFError, OSError):
                connection.close()
                return
            try:
                reply = True, self.do(*request)
            except BaseException as problem:
                reply = False, problem
            try:
                connection.send(reply)
            except (OSError, EOFError):
                return
            except Exception:
                import traceback
                connection.send((False, RemoteError(traceback.format_exc())))

    def do(self, kind, *arguments):
        return getattr(self, "do_" + kind)(*arguments)

    def do_create(self, typeid, args, kwds):
        make = self.registry[typeid][0]
        made = args[0] if make is None else make(*args, **kwds)
        return self.keep(made)

    def keep(self, made):
        with self.lock:
            number = f"{id(made):x}"
            self.objects[number] = made
        return number, [name for name in dir(made) if not name.startswith("_") and callable(getattr(made, name))]

    def do_call(self, number, method, args, kwds, typeid):
        owner = self.objects[number]
        result = getattr(owner, method)(*args, **kwds)
        wanted = (self.registry.get(typeid) or (None, None, None, None))[3] or {}
        if method in wanted:
            return wanted[method], *self.keep(result)
        return None, list(result) if isinstance(result, _VIEWS) else result

    def do_value(self, number):
        return self.objects[number]

    def do_text(self, number):
        return repr(self.objects[number])

    def do_hello(self):
        return True

    def do_keep_block(self, name):
        self.blocks.add(name)

    def do_shutdown(self):
        self.over.set()


_own_connections = threading.local()


def _ask(address, *request):
    """Sends a request to a server, over this thread's connection to it."""
    known = getattr(_own_connections, "known", None)
    if known is None or _own_connections.process != os.getpid():
        known = _own_connections.known = {}
        _own_connections.process = os.getpid()
    if address not in known:
        client = socket.socket(socket.AF_UNIX if isinstance(address, str) else socket.AF_INET)
        client.connect(address)
        known[address] = Connection(client.detach())
    connection = known[address]
    connection.send(request)
    worked, result = connection.recv()
    if not worked:
        raise result
    return result


# ---- managers

class BaseManager:
    """A server process for objects of registered types. start() makes it; a context manager does that, too."""

    _registry = {}  # typeid: (what makes one, class of its proxies, exposed names, {method: typeid of its result})

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        self._address, self._process, self._folder = address, None, None
        self._ctx = ctx or context._default_context.get_context()

    def start(self, initializer=None, initargs=()):
        """Starts the server."""
        if self._process is not None:
            raise AssertionError("server already started")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if self._address is None:
            import tempfile
            self._folder = tempfile.mkdtemp(prefix="pymp-")
            self._address = os.path.join(self._folder, "listener")
        listener = socket.socket(socket.AF_UNIX if isinstance(self._address, str) else socket.AF_INET)
        listener.bind(self._address)
        listener.listen(64)
        if not isinstance(self._address, str):
            self._address = listener.getsockname()
        self._process = self._ctx.Process(target=_run_server, args=(listener, self._address, self._registry, initializer, initargs), daemon=True)
        self._process.name = f"{type(self).__name__}-{':'.join(map(str, self._process._identity))}"
        try:
            self._process.start()
        except BaseException:
            self._process = None
            raise
        finally:
            listener.close()

    def connect(self):
        """Uses a server that runs already."""
        _ask(self._address, "hello")

    def shutdown(self):
        """Ends the server."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            _ask(self._address, "shutdown")
        except (OSError, EOFError):
            pass
        process.join(1)
        if process.is_alive():
            process.terminate()
            process.join()
        if self._folder is not None:
            import shutil
            shutil.rmtree(self._folder, ignore_errors=True)

    def join(self, timeout=None):
        """Waits for the server's end."""
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        return self._address

    def __enter__(self):
        if self._process is None:
            self.start()
        return self

    def __exit__(self, *exception):
        self.shutdown()

    def __del__(self):
        if self._process is not None and self._process._parent_pid == os.getpid():
            self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Makes a type known: manager.TYPEID(...) makes an object, and gives a proxy of it."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        cls._registry[typeid] = callable, proxytype or AutoProxy, exposed, method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        if create_method:
            def make(self, /, *args, **kwds):
                number, names = _ask(self._address, "create", typeid, args, kwds)
                return _proxy(self._registry, typeid, self._address, number, names)
            make.__name__ = typeid
            setattr(cls, typeid, make)


def _run_server(listener, address, registry, initializer, initargs):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    current_process()._daemonic = False  # it ends with its parent as daemons do, but pools in it have workers
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
    _Server(listener, address, registry).serve()


_registries = {}  # by addresses: for proxies that come pickled


def _proxy(registry, typeid, address, number, names):
    _registries[address] = registry
    _, proxytype, exposed, _ = registry[typeid]
    token = Token(typeid, address, number)
    if proxytype is AutoProxy:
        return AutoProxy(token, "pickle", exposed=exposed or names)
    return proxytype(token, "pickle")


# ---- proxies

class BaseProxy:
    """Stands for an object in a server. str() shows the object."""

    def __init__(self, token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token

    def _callmethod(self, methodname, args=(), kwds={}):
        """Calls a method of the object."""
        token = self._token
        typeid, *result = _ask(token.address, "call", token.id, methodname, args, kwds, token.typeid)
        if typeid is None:
            return result[0]
        return _proxy(_registries.get(token.address, SyncManager._registry), typeid, token.address, *result)

    def _getvalue(self):
        """A copy of the object."""
        return _ask(self._token.address, "value", self._token.id)

    def __reduce__(self):
        return _rebuilt, (type(self), self._token.typeid, self._token.address, self._token.id, getattr(self, "_exposed", None))

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {id(self):#x}>"

    def __str__(self):
        try:
            return _ask(self._token.address, "text", self._token.id)
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _rebuilt(kind, typeid, address, number, exposed):
    token = Token(typeid, address, number)
    return AutoProxy(token, exposed=exposed) if exposed is not None else kind(token)


def _forwarding(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""
    return type(name, (BaseProxy,), {method: _forwarding(method) for method in exposed} | {"_exposed_": tuple(exposed)})


def AutoProxy(token, serializer="pickle", manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with all public methods of the object."""
    made = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)(token, serializer)
    made._exposed = tuple(exposed)
    return made


_ListBase = MakeProxyType("BaseListProxy", ("__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__", "__setitem__", "append",
                                            "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "__imul__"))


class ListProxy(_ListBase):
    """A list."""

    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self

    def __iter__(self):
        return _by_index(self)


def _by_index(proxy):
    at = 0
    while True:
        try:
            item = proxy[at]
        except IndexError:
            return
        yield item
        at += 1


class DictProxy(MakeProxyType("BaseDictProxy", ("__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "clear", "copy", "get", "items", "keys", "pop", "popitem",
                                                "setdefault", "update", "values"))):
    """A dict; its views are lists."""

    def __iter__(self):
        return iter(self.keys())


ArrayProxy = MakeProxyType("ArrayProxy", ("__len__", "__getitem__", "__setitem__"))


class PoolProxy(MakeProxyType("BasePoolProxy", ("apply", "apply_async", "close", "imap", "imap_unordered", "join", "map", "map_async", "starmap", "starmap_async",
                                                "terminate"))):
    """A pool of workers; results that come later are proxies too."""

    _method_to_typeid_ = {"apply_async": "AsyncResult", "map_async": "AsyncResult", "starmap_async": "AsyncResult", "imap": "Iterator", "imap_unordered": "Iterator"}

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.terminate()


IteratorProxy = MakeProxyType("IteratorProxy", ("__next__", "send", "throw", "close"))
IteratorProxy.__iter__ = lambda self: self


class _Locking:
    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        return self.release()


class AcquirerProxy(_Locking, MakeProxyType("BaseAcquirer", ("acquire", "release"))):
    """A lock."""

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod("acquire", (blocking,) if timeout is None else (blocking, timeout))


class ConditionProxy(_Locking, MakeProxyType("BaseCondition", ("acquire", "release", "wait", "notify", "notify_all"))):
    """A condition."""

    def wait_for(self, predicate, timeout=None):
        import time
        end = None if timeout is None else time.monotonic() + timeout
        while not (result := predicate()):
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result


EventProxy = MakeProxyType("EventProxy", ("is_set", "set", "clear", "wait"))


class BarrierProxy(MakeProxyType("BaseBarrier", ("__getattribute__", "wait", "abort", "reset"))):
    """A barrier."""

    __getattribute__ = BaseProxy.__getattribute__
    parties = property(lambda self: self._callmethod("__getattribute__", ("parties",)))
    n_waiting = property(lambda self: self._callmethod("__getattribute__", ("n_waiting",)))
    broken = property(lambda self: self._callmethod("__getattribute__", ("broken",)))


class Namespace:
    """An object with attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


class NamespaceProxy(BaseProxy):
    """An object with attributes; those that begin with an underscore are the proxy's."""

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key[0] == "_":
            object.__setattr__(self, key, value)
        else:
            self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key[0] == "_":
            object.__delattr__(self, key)
        else:
            self._callmethod("__delattr__", (key,))


class Value:
    """An object with one value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    value = property(get, set)

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"


class ValueProxy(MakeProxyType("BaseValue", ("get", "set"))):
    """An object with one value."""

    __class_getitem__ = classmethod(type(list[int]))

    value = property(lambda self: self.get(), lambda self, value: self.set(value))


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


def _make_pool(*args, **kwds):
    from multiprocessing.pool import Pool
    return Pool(*args, **kwds)


class SyncManager(BaseManager):
    """A manager of the usual types; multiprocessing.Manager() gives one that runs."""


class SharedMemoryManager(BaseManager):
    """Gives blocks of shared memory, which are released when the manager is shut down."""

    def _kept(self, made, block):
        try:
            _ask(self._address, "keep_block", block.name)
        except BaseException:
            block.close()
            block.unlink()
            raise
        return made

    def SharedMemory(self, size):
        """A new block of so many bytes."""
        from .shared_memory import SharedMemory
        block = SharedMemory(create=True, size=size)
        return self._kept(block, block)

    def ShareableList(self, sequence):
        """A new list with the values."""
        from .shared_memory import ShareableList
        values = ShareableList(sequence)
        return self._kept(values, values.shm)


QueueProxy = MakeProxyType("QueueProxy", "empty full get get_nowait put put_nowait qsize join task_done".split())
for _typeid, _make, _kind in (
        ("Queue", queue.Queue, QueueProxy), ("JoinableQueue", queue.Queue, QueueProxy),
        ("Event", threading.Event, EventProxy), ("Lock", threading.Lock, AcquirerProxy), ("RLock", threading.RLock, AcquirerProxy),
        ("Semaphore", threading.Semaphore, AcquirerProxy), ("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy),
        ("Condition", threading.Condition, ConditionProxy), ("Barrier", threading.Barrier, BarrierProxy), ("list", list, ListProxy), ("dict", dict, DictProxy),
        ("Value", Value, ValueProxy), ("Array", Array, ArrayProxy), ("Namespace", Namespace, NamespaceProxy), ("Pool", _make_pool, PoolProxy)):
    SyncManager.register(_typeid, _make, _kind)
    globals().setdefault(_kind.__name__, _kind)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)
for _kind in (QueueProxy, EventProxy, ArrayProxy, IteratorProxy):
    _kind.__module__ = __name__
del _typeid, _make, _kind
