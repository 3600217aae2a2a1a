"""Memory that processes share by its name (library reference, "multiprocessing.shared_memory"): a file in /dev/shm, as shm_open() makes it."""
import mmap
import os
import secrets
import struct
import sys
import types

__all__ = ["SharedMemory", "ShareableList"]

_FOLDER = "/dev/shm"


class SharedMemory:
    """A block of memory, made anew or attached to; processes that know its name can use it until one of them unlinks it."""

    _name = _descriptor = _map = _view = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        self._create(size, name) if create else self._attach(name)
        try:
            size = os.fstat(self._descriptor).st_size
            self._map = mmap.mmap(self._descriptor, size)
        except OSError:
            self.unlink()
            raise
        self._size, self._view = size, memoryview(self._map)

    def _attach(self, name, flags=0):
        path = f"{_FOLDER}/{name.lstrip('/')}"
        self._descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | flags, 0o600)
        self._name = name

    def _create(self, size, name):
        if name is not None:
            self._attach(name, os.O_CREAT | os.O_EXCL)
        while self._name is None:
            try:
                self._attach(f"psm_{secrets.token_hex(4)}", os.O_CREAT | os.O_EXCL)
            except FileExistsError:
                continue
        os.ftruncate(self._descriptor, size)

    def __del__(self):
        try:
            self.close()
        except (OSError, BufferError):
            pass

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        "A memoryview of contents of the shared memory block."
        return self._view

    @property
    def name(self):
        "Unique name that identifies the shared memory block."
        return self._name

    @property
    def size(self):
        "Size in bytes."
        return self._size

    def close(self):
        """Closes access to the shared memory from this instance but does not destroy the shared memory block."""
        view, self._view = self._view, None
        if view is not None:
            view.release()
        region, self._map = self._map, None
        if region is not None:
            region.close()
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    def unlink(self):
        """Requests that the underlying shared memory block be destroyed. Its memory goes when nobody uses it any more."""
        if self._name:
            os.unlink(f"{_FOLDER}/{self._name.lstrip('/')}")
            if "multiprocessing.resource_tracker" in sys.modules:  # where a script may have registered it
                sys.modules["multiprocessing.resource_tracker"].unregister(self._name, "shared_memory")


# How a value lies in its room of a multiple of eight bytes, and what becomes of what unpack() gives.
_FORMATS = {int: "q", float: "d", bool: "xxxxxxx?", str: "%ds", bytes: "%ds", type(None): "xxxxxx?x"}
_PLAIN, _TEXT, _BYTES, _NONE = range(4)
_ROOM = 8


def _kind_of(value):
    return _TEXT if isinstance(value, str) else _BYTES if isinstance(value, bytes) else _NONE if value is None else _PLAIN


class ShareableList:
    """A list of int, float, bool, str, bytes and None in shared memory. Its length never changes, nor does the room of an item.

    The block: how many items; where each begins, and where the last ends, from the first on (8 bytes each); the items; the
    format of each (8 bytes); what kind each is (1 byte).
    """

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            values = [*(() if sequence is None else sequence)]
            formats = [self._format_of(value) for value in values]
            self._count = len(values)
            self._starts = [0]
            for value, format in zip(values, formats):
                size = int(format[:-1]) if format[-1] == "s" else _ROOM
                self._starts.append(self._starts[-1] + size)
            self.shm = SharedMemory(name, create=True, size=self._kinds_at + self._count)
            struct.pack_into(f"q{self._count + 1}q", self.shm.buf, 0, self._count, *self._starts)
            for at, (value, format) in enumerate(zip(values, formats)):
                self._write(at, value, format)
        else:
            self.shm = SharedMemory(name)
            self._count = struct.unpack_from("q", self.shm.buf, 0)[0]
            self._starts = list(struct.unpack_from(f"{self._count + 1}q", self.shm.buf, 8))

    @staticmethod
    def _format_of(value):
        if isinstance(value, (str, bytes)):
            size = len(value.encode() if isinstance(value, str) else value)
            return _FORMATS[type(value)] % (_ROOM * (size // _ROOM + 1))
        return _FORMATS[type(value)]

    @property
    def _items_at(self):
        return 8 * (self._count + 2)

    @property
    def _formats_at(self):
        return self._items_at + self._starts[-1]

    @property
    def _kinds_at(self):
        return self._formats_at + 8 * self._count

    def _format_at(self, at):
        return bytes(self.shm.buf[self._formats_at + 8 * at:self._formats_at + 8 * at + 8]).rstrip(b"\0").decode()

    def _write(self, at, value, format):
        encoded = value.encode() if isinstance(value, str) else value
        struct.pack_into(format, self.shm.buf, self._items_at + self._starts[at], encoded)
        struct.pack_into("8s", self.shm.buf, self._formats_at + 8 * at, format.encode())
        self.shm.buf[self._kinds_at + at] = _kind_of(value)

    def _place(self, position, what):
        at = position if position >= 0 else position + self._count
        if not 0 <= at < self._count:
            raise IndexError(what)
        return at

    def __getitem__(self, position):
        at = self._place(position, "index out of range")
        value, = struct.unpack_from(self._format_at(at), self.shm.buf, self._items_at + self._starts[at])
        kind = self.shm.buf[self._kinds_at + at]
        if kind in (_TEXT, _BYTES):
            value = value.rstrip(b"\0")
            return value.decode() if kind == _TEXT else value
        return None if kind == _NONE else value

    def __setitem__(self, position, value):
        at = self._place(position, "assignment index out of range")
        if isinstance(value, (str, bytes)):
            room = self._starts[at + 1] - self._starts[at]
            if len(value.encode() if isinstance(value, str) else value) > room:
                raise ValueError("bytes/str item exceeds available storage")
            format = f"{room}s"
        else:
            format = _FORMATS[type(value)]
        self._write(at, value, format)

    def __reduce__(self):
        from functools import partial
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return self._count

    def __repr__(self):
        return f"{type(self).__name__}({[*self]}, name={self.shm.name!r})"

    @property
    def format(self):
        "The struct packing format used by all currently stored items."
        return "".join(map(self._format_at, range(self._count)))

    def count(self, value):
        "L.count(value) -> integer -- return number of occurrences of value."
        return sum(value == item for item in self)

    def index(self, value):
        "L.index(value) -> integer -- return first index of value, raises ValueError."
        for at, item in enumerate(self):
            if value == item:
                return at
        raise ValueError(f"{value!r} not in this container")

    __class_getitem__ = classmethod(types.GenericAlias)
