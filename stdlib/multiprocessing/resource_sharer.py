"""Descriptors on their way to other processes: who unpickles one asks the process that pickled it, where a thread waits for that."""
import os
import threading
from . import process, reduction, util

__all__ = ["DupFd", "stop"]


class DupFd:
    """A copy of a descriptor that can be pickled. It can be taken once."""

    def __init__(self, fd):
        self._id = _sharer.register(os.dup(fd))

    def detach(self):
        """The descriptor, in the process that asks."""
        from .connection import Client
        address, key = self._id
        with Client(address, authkey=process.current_process().authkey) as connection:
            connection.send((key, os.getpid()))
            return reduction.recv_handle(connection)


class _Sharer:
    "Keeps descriptors until somebody asks for them."

    def __init__(self):
        self._forget()
        util.register_after_fork(self, _Sharer._forget)

    def _forget(self):
        for fd in getattr(self, "_kept", {}).values():
            os.close(fd)
        self._kept, self._key, self._lock = {}, 0, threading.Lock()
        self._listener = self._thread = None

    def register(self, fd):
        with self._lock:
            if self._listener is None:
                from .connection import Listener
                self._listener = Listener(authkey=process.current_process().authkey, family="AF_UNIX", backlog=128)
                self._thread = threading.Thread(target=self._serve, args=(self._listener,), daemon=True)
                self._thread.start()
                util.Finalize(None, self.stop, exitpriority=10)
            self._key += 1
            self._kept[self._key] = fd
            return self._listener.address, self._key

    def _serve(self, listener):
        while True:
            try:
                with listener.accept() as connection:
                    asked = connection.recv()
                    if asked is None:
                        break
                    key, destination = asked
                    fd = self._kept.pop(key)
                    try:
                        reduction.send_handle(connection, fd, destination)
                    finally:
                        os.close(fd)
            except Exception:
                import sys
                import traceback
                if not util.is_exiting():
                    traceback.print_exc(file=sys.stderr)
        listener.close()

    def stop(self, timeout=None):
        """Ends the thread; what nobody has asked for is closed."""
        from .connection import Client
        with self._lock:
            if self._listener is not None:
                with Client(self._listener.address, authkey=process.current_process().authkey) as connection:
                    connection.send(None)
                self._thread.join(timeout)
                self._listener = self._thread = None
                for fd in self._kept.values():
                    os.close(fd)
                self._kept.clear()


_sharer = _Sharer()
stop = _sharer.stop
