"""Two ends of a pipe that carries objects."""
import os
import struct

__all__ = ["Connection", "Pipe", "wait"]


class Connection:
    """One end of a pipe."""

    def __init__(self, handle, readable=True, writable=True):
        self._handle = handle
        self._readable = readable
        self._writable = writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def __reduce__(self):
        from .reduction import DupFd
        return _rebuild_connection, (DupFd(self.fileno()), self._readable, self._writable)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def _check(self, readable=False, writable=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if readable and not self._readable:
            raise OSError("connection is write-only")
        if writable and not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check()
        return self._handle

    def close(self):
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _write(self, data):
        while data:
            data = data[os.write(self._handle, data):]

    def _read(self, size):
        parts = []
        while size:
            part = os.read(self._handle, min(size, 1 << 20))
            if not part:
                if parts:
                    raise OSError("got end of file during message")
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def send_bytes(self, buf, offset=0, size=None):
        self._check(writable=True)
        data = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._write(struct.pack("!I", size) + bytes(data[offset:offset + size]))

    def send(self, obj):
        from .reduction import _pickled
        self._check(writable=True)
        self.send_bytes(_pickled(obj))

    def recv_bytes(self, maxlength=None):
        self._check(readable=True)
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        size = struct.unpack("!I", self._read(4))[0]
        if maxlength is not None and size > maxlength:
            self._readable = False
            if not self._writable:
                self.close()
            raise OSError("bad message length")
        return self._read(size)

    def recv_bytes_into(self, buf, offset=0):
        data = self.recv_bytes()
        view = memoryview(buf).cast("B")
        if len(data) > len(view) - offset:
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(data)
        view[offset:offset + len(data)] = data
        return len(data)

    def recv(self):
        import pickle
        self._check(readable=True)
        return pickle.loads(self.recv_bytes())

    def poll(self, timeout=0.0):
        self._check(readable=True)
        return bool(wait([self], timeout))


def _rebuild_connection(df, readable, writable):
    return Connection(df.detach(), readable, writable)


def Pipe(duplex=True):
    """Returns pair of connection objects at either end of a pipe."""
    if duplex:
        import socket
        a, b = socket.socketpair()
        return Connection(a.detach()), Connection(b.detach())
    read_end, write_end = os.pipe()
    return Connection(read_end, writable=False), Connection(write_end, readable=False)


def wait(object_list, timeout=None):
    """Wait till an object in object_list is ready/readable."""
    import select
    files = {}
    poller = select.poll()
    for each in object_list:
        fd = each if isinstance(each, int) else each.fileno()
        files[fd] = each
        poller.register(fd, select.POLLIN)
    return [files[fd] for fd, _ in poller.poll(None if timeout is None else max(timeout, 0) * 1000)]
