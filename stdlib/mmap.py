"""Files as memory (library reference, "mmap")."""
import os
from _operator import index as _index
from _mmap import Region as _Region
from _mmap import (PROT_READ, PROT_WRITE, PROT_EXEC, MAP_SHARED, MAP_PRIVATE, MAP_DENYWRITE, MAP_EXECUTABLE, MAP_ANONYMOUS, MAP_ANON, MAP_POPULATE, MAP_STACK,
                   MAP_NORESERVE, PAGESIZE, MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTNEED, MADV_REMOVE, MADV_DONTFORK,
                   MADV_DOFORK, MADV_HWPOISON, MADV_MERGEABLE, MADV_UNMERGEABLE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_DONTDUMP, MADV_DODUMP, MADV_FREE)

ALLOCATIONGRANULARITY = PAGESIZE
ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = 0, 1, 2, 3
error = OSError


class mmap(_Region):
    """Maps a file, or, with fileno -1, memory of its own."""

    __module__ = "mmap"

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_READ | PROT_WRITE, access=ACCESS_DEFAULT, offset=0):
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        if access != ACCESS_DEFAULT and (flags != MAP_SHARED or prot != PROT_READ | PROT_WRITE):
            raise ValueError("mmap can't specify both access and flags, prot.")
        if access == ACCESS_READ:
            flags, prot = MAP_SHARED, PROT_READ
        elif access == ACCESS_WRITE:
            flags, prot = MAP_SHARED, PROT_READ | PROT_WRITE
        elif access == ACCESS_COPY:
            flags, prot = MAP_PRIVATE, PROT_READ | PROT_WRITE
        elif access != ACCESS_DEFAULT:
            raise ValueError("mmap invalid access parameter.")
        elif not prot & PROT_WRITE:
            access = ACCESS_READ
        if fileno != -1:
            size = os.fstat(fileno).st_size
            import stat
            if stat.S_ISREG(os.fstat(fileno).st_mode):
                if length == 0:
                    if size == 0:
                        raise ValueError("cannot mmap an empty file")
                    if offset >= size:
                        raise ValueError("mmap offset is greater than file size")
                    length = size - offset
                elif offset > size or size - offset < length:
                    raise ValueError("mmap length is greater than file size")
        else:
            flags |= MAP_ANONYMOUS
        self = super().__new__(cls, fileno, length, prot, flags, offset)
        self._access = access
        self._offset = offset
        self._position = 0
        self._length = length
        return self

    def __repr__(self):
        if not self._is_open():
            return "<mmap.mmap closed=True>"
        names = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")
        return f"<mmap.mmap closed=False, access={names[self._access]}, length={self._length}, pos={self._position}, offset={self._offset}>"

    def _open(self):
        if not self._is_open():
            raise ValueError("mmap closed or invalid")
        return self

    def _writable(self):
        self._open()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")
        return self

    @property
    def closed(self):
        return not self._is_open()

    def close(self):
        self._close()

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *args):
        self.close()

    # ---- as a sequence

    def __len__(self):
        self._open()
        return self._length

    def _index(self, index):
        index = index.__index__()
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError("mmap index out of range")
        return index

    def __getitem__(self, item):
        region = self._open()
        if isinstance(item, slice):
            start, stop, step = item.indices(self._length)
            region = self._open()  # __index__() may have closed it
            if step == 1:
                return region._get(start, stop)
            return region._get(0, self._length)[item]
        if not hasattr(item, "__index__"):
            raise TypeError("mmap indices must be integers")
        at = self._index(item)
        return self._open()._get(at, at + 1)[0]

    def __setitem__(self, item, value):
        region = self._writable()
        if isinstance(item, slice):
            indices = range(*item.indices(self._length))
            region = self._writable()
            data = bytes(memoryview(value))
            if len(data) != len(indices):
                raise IndexError("mmap slice assignment is wrong size")
            if indices.step == 1:
                region._set(indices.start, data)
            else:
                for at, byte in zip(indices, data):
                    region._set(at, bytes([byte]))
            return
        if not hasattr(item, "__index__"):
            raise TypeError("mmap indices must be integers")
        at = self._index(item)
        value = value.__index__()
        if not 0 <= value <= 255:
            raise ValueError("mmap item value must be in range(0, 256)")
        self._writable()._set(at, bytes([value]))

    def __delitem__(self, item):
        raise TypeError("mmap object doesn't support slice deletion" if isinstance(item, slice) else "mmap doesn't support item deletion")

    def __iter__(self):
        for at in range(self._length):
            yield self._open()._get(at, at + 1)

    def __contains__(self, value):
        return any(item == value for item in self)

    # ---- as a file

    def _range(self, start, stop):
        start = self._position if start is None else start
        stop = self._length if stop is None else stop
        start, stop = _index(start), _index(stop)
        start = max(start + self._length, 0) if start < 0 else min(start, self._length)
        stop = max(stop + self._length, 0) if stop < 0 else min(stop, self._length)
        return start, stop

    def find(self, sub, start=None, end=None, /):
        places = self._range(start, end)
        return self._open()._find(sub, *places, False)

    def rfind(self, sub, start=None, end=None, /):
        places = self._range(start, end)
        return self._open()._find(sub, *places, True)

    def read(self, n=None, /):
        region = self._open()
        if n is not None:
            n = _index(n)
            region = self._open()  # __index__() may have closed it
        left = max(self._length - self._position, 0)
        size = left if n is None or n < 0 else min(n, left)
        data = region._get(self._position, self._position + size)
        self._position += len(data)
        return data

    def read_byte(self):
        if self._position >= len(self):
            raise ValueError("read byte out of range")
        return self.read(1)[0]

    def readline(self):
        region = self._open()
        at = region._find(b"\n", self._position, self._length, False)
        data = region._get(self._position, self._length if at < 0 else at + 1)
        self._position += len(data)
        return data

    def write(self, data, /):
        region = self._writable()
        data = bytes(memoryview(data))
        if self._position > self._length or self._length - self._position < len(data):
            raise ValueError("data out of range")
        region._set(self._position, data)
        self._position += len(data)
        return len(data)

    def write_byte(self, byte, /):
        self._writable()
        if self._position >= self._length:
            raise ValueError("write byte out of range")
        self.write(bytes([byte]))

    def seek(self, pos, whence=0, /):
        self._open()
        if whence == 1:
            pos += self._position
        elif whence == 2:
            pos += self._length
        elif whence != 0:
            raise ValueError("unknown seek type")
        if not 0 <= pos <= self._length:
            raise ValueError("seek out of range")
        self._position = pos

    def tell(self):
        self._open()
        return self._position

    def size(self):
        self._open()
        return os.fstat(self._descriptor()).st_size

    def move(self, dest, src, count, /):
        region = self._writable()
        if dest < 0 or src < 0 or count < 0 or self._length - dest < count or self._length - src < count:
            raise ValueError("source, destination, or count out of range")
        region._set(dest, region._get(src, src + count))

    def resize(self, newsize, /):
        region = self._open()
        if self._access not in (ACCESS_DEFAULT, ACCESS_WRITE):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if newsize < 0:
            raise ValueError("new size out of range")
        if self._descriptor() != -1:
            os.ftruncate(self._descriptor(), self._offset + newsize)
        region._resize(newsize)
        self._length = newsize

    def flush(self, offset=0, size=None, /):
        region = self._open()
        size = self._length - offset if size is None else size
        if offset < 0 or size < 0 or offset + size > self._length:
            raise ValueError("flush values out of range")
        if self._access not in (ACCESS_READ, ACCESS_COPY):
            region._flush(offset, offset + size)

    def madvise(self, option, start=0, length=None, /):
        region = self._open()
        if start < 0 or start >= self._length:
            raise ValueError("madvise start out of bounds")
        length = self._length if length is None else length
        if length < 0:
            raise ValueError("madvise length invalid")
        region._advise(option, start, min(start + length, self._length))
