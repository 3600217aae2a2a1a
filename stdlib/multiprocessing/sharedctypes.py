"""Numbers in memory that processes share."""
import os
import struct
from mmap import mmap

from multiprocessing import context
from multiprocessing.synchronize import RLock

__all__ = ["RawValue", "RawArray", "Value", "Array"]

_CODES = "cbBuhHiIlLqQfd"


class _Memory:
    def __init__(self, typecode, count, ctx):
        if typecode not in _CODES or not isinstance(typecode, str):
            raise TypeError(f"this type of shared memory is not supported by Typhon: {typecode!r}")
        self._code = "@" + ("I" if typecode == "u" else typecode)
        self._typecode = typecode
        self._item = struct.calcsize(self._code)
        self._count = count
        self._file = -1
        if ctx is not None and ctx.get_start_method() != "fork":  # others do not inherit memory, but files
            self._file = os.memfd_create("shared numbers")
            os.ftruncate(self._file, self._size())
        self._memory = mmap(self._file, self._size())

    def _size(self):
        return max(self._item * self._count, 1)

    def __del__(self):
        if self.__dict__.get("_file", -1) != -1:
            os.close(self._file)

    def __reduce__(self):
        context.assert_spawning(self)
        if self._file == -1:
            raise RuntimeError("memory that was made in a fork context is being shared with a process in a spawn context")
        from .reduction import DupFd
        return _mapped, (type(self), self._typecode, self._count, DupFd(self._file))

    def _get(self, index):
        at = index * self._item
        value = struct.unpack(self._code, self._memory[at:at + self._item])[0]
        return chr(value) if self._typecode == "u" else value

    def _set(self, index, value):
        at = index * self._item
        if self._typecode == "u":
            value = ord(value)
        try:
            data = struct.pack(self._code, value)
        except struct.error as error:
            if isinstance(value, int) and self._typecode in "bBhHiIlLqQ":
                bits = 8 * self._item
                value &= (1 << bits) - 1
                if self._typecode in "bhilq" and value >> bits - 1:
                    value -= 1 << bits
                data = struct.pack(self._code, value)
            else:
                raise TypeError(str(error)) from None
        self._memory[at:at + self._item] = data


def _mapped(kind, typecode, count, df):
    made = kind.__new__(kind)
    made._typecode, made._count, made._file = typecode, count, df.detach()
    made._code = "@" + ("I" if typecode == "u" else typecode)
    made._item = struct.calcsize(made._code)
    made._memory = mmap(made._file, made._size())
    return made


class _RawValue(_Memory):
    def __init__(self, typecode, *args, ctx=None):
        super().__init__(typecode, 1, ctx)
        if args:
            self.value = args[0]

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)

    def __repr__(self):
        return f"<{type(self).__name__}({self.value!r})>"


class _RawArray(_Memory):
    def __init__(self, typecode, size_or_initializer, ctx=None):
        if isinstance(size_or_initializer, int):
            super().__init__(typecode, size_or_initializer, ctx)
        else:
            items = list(size_or_initializer)
            super().__init__(typecode, len(items), ctx)
            self[:] = items

    def __len__(self):
        return self._count

    def __getitem__(self, item):
        if isinstance(item, slice):
            found = [self._get(i) for i in range(*item.indices(self._count))]
            return b"".join(found) if self._typecode == "c" else "".join(found) if self._typecode == "u" else found
        if item < 0:
            item += self._count
        if not 0 <= item < self._count:
            raise IndexError("invalid index")
        return self._get(item)

    def __setitem__(self, item, value):
        if isinstance(item, slice):
            indices = range(*item.indices(self._count))
            items = [bytes([b]) for b in value] if self._typecode == "c" else list(value)
            if len(items) != len(indices):
                raise ValueError("Can only assign sequence of same size")
            for i, each in zip(indices, items):
                self._set(i, each)
            return
        if item < 0:
            item += self._count
        if not 0 <= item < self._count:
            raise IndexError("invalid index")
        self._set(item, value)

    def __iter__(self):
        for i in range(self._count):
            yield self._get(i)

    @property
    def value(self):
        if self._typecode != "c":
            raise AttributeError(f"'{type(self).__name__}' object has no attribute 'value'")
        return self[:].split(b"\0", 1)[0]

    @value.setter
    def value(self, value):
        if len(value) > self._count:
            raise ValueError("byte string too long")
        data = value + b"\0" if len(value) < self._count else value
        self[:len(data)] = data

    raw = property(lambda self: self[:])


class SynchronizedBase:
    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or RLock(ctx=ctx)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __reduce__(self):
        context.assert_spawning(self)
        return type(self), (self._obj, self._lock)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __iter__(self):
        return iter(self[:])

    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


def RawValue(typecode_or_type, *args):
    return _RawValue(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    return _RawArray(typecode_or_type, size_or_initializer)


def _raw_value(ctx, typecode_or_type, *args):
    return _RawValue(typecode_or_type, *args, ctx=ctx)


def _raw_array(ctx, typecode_or_type, size_or_initializer):
    return _RawArray(typecode_or_type, size_or_initializer, ctx)


def _locked(obj, lock, made, ctx):
    if lock is False:
        return obj
    if lock in (True, None):
        lock = RLock(ctx=ctx)
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return made(obj, lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _locked(_raw_value(ctx, typecode_or_type, *args), lock, Synchronized, ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _locked(_raw_array(ctx, typecode_or_type, size_or_initializer), lock, SynchronizedArray, ctx)
