"""How objects are pickled on their way between processes (library reference, "multiprocessing": ForkingPickler.register is told of there)."""
import copyreg
import io
import pickle
import sys

__all__ = ["ForkingPickler", "dump", "register", "DupFd"]


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
    return bytes(ForkingPickler.dumps(obj)) if ForkingPickler._extra_reducers else pickle.dumps(obj)


def dump(obj, file, protocol=None):
    """Writes the pickle of an object to a file."""
    ForkingPickler(file, protocol).dump(obj)


def DupFd(fd):
    """A wrapper of a descriptor, for a child that is being made: detach() gives the child's."""
    from .context import get_spawning_popen
    child = get_spawning_popen()
    if child is None:
        raise TypeError("descriptors are handed to processes that are being started, not to others")
    return child.DupFd(child.duplicate_for_child(fd))


def _reduce_socket(s):
    return _rebuild_socket, (DupFd(s.fileno()), s.family, s.type, s.proto)


def _rebuild_socket(df, family, type, proto):
    import socket
    return socket.socket(family, type, proto, fileno=df.detach())
