"""How objects are pickled on their way between processes (library reference, "multiprocessing": ForkingPickler.register is told of there)."""
import copyreg
import io
import pickle
import sys

__all__ = ["ForkingPickler", "dump", "register", "DupFd", "send_handle", "recv_handle"]


class ForkingPickler(pickle.Pickler):
    """A Pickler with reductions of its own, beside copyreg's."""

    _extra_reducers = {}
    loads = pickle.loads

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**copyreg.dispatch_table, **self._extra_reducers}
        if "socket" in sys.modules:
            self.dispatch_table.setdefault(sys.modules["socket"].socket, _reduce_socket)

    @classmethod
    def register(cls, type, reduce):
        """reduce(object) says how objects of the type are made again, as __reduce__ does."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The pickle of an object, as a view of bytes."""
        file = io.BytesIO()
        cls(file, protocol).dump(obj)
        return file.getbuffer()


register = ForkingPickler.register


def _pickled(obj):
    """For pipes and queues: the quick way where no reduction was registered."""
    if not ForkingPickler._extra_reducers:
        try:
            return pickle.dumps(obj)
        except TypeError:
            pass  # sockets are among it
    return bytes(ForkingPickler.dumps(obj))


def dump(obj, file, protocol=None):
    """Writes the pickle of an object to a file."""
    ForkingPickler(file, protocol).dump(obj)


def DupFd(fd):
    """A wrapper of a descriptor, for a child that is being made, or whoever reads it from a pipe: detach() gives the other's."""
    from .context import get_spawning_popen
    child = get_spawning_popen()
    if child is None:
        from .resource_sharer import DupFd
        return DupFd(fd)
    return child.DupFd(child.duplicate_for_child(fd))


def send_handle(conn, handle, destination_pid):
    """Sends a descriptor over a connection that is a socket."""
    import socket
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        socket.send_fds(s, [b"D"], [handle])


def recv_handle(conn):
    """Takes a descriptor from a connection that is a socket."""
    import socket
    with socket.fromfd(conn.fileno(), socket.AF_UNIX, socket.SOCK_STREAM) as s:
        data, handles, _, _ = socket.recv_fds(s, 1, 1)
    if not data or not handles:
        raise EOFError
    return handles[0]


def _reduce_socket(s):
    return _rebuild_socket, (DupFd(s.fileno()), s.family, s.type, s.proto)


def _rebuild_socket(df, family, type, proto):
    import socket
    return socket.socket(family, type, proto, fileno=df.detach())
