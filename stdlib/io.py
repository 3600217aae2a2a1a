"""Streams in memory, and the base classes of streams (library reference, "io")."""
from abc import ABCMeta
import sys
from _operator import index as _index

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
           "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR",
           "SEEK_END", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder", "text_encoding"]

from builtins import BlockingIOError, open

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


class IOBase(metaclass=ABCMeta):
    """The abstract base class for all I/O classes."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{self.__class__.__name__}.{name}() not supported")

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation("truncate")

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def flush(self):
        self._check_closed()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def _check_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._check_closed()
        return False

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1, /):
        limit = -1 if size is None else size
        result = bytearray()
        while limit < 0 or len(result) < limit:
            b = self.read(1)
            if not b:
                break
            result += b
            if result.endswith(b"\n"):
                break
        return bytes(result)

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        if hint is not None:
            try:
                hint = hint.__index__()
            except AttributeError:
                raise TypeError(f"argument should be integer or None, not '{type(hint).__name__}'") from None
            if abs(hint) >> 63:
                raise OverflowError("cannot fit 'int' into an index-sized integer")
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        n = 0
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines, /):
        self._check_closed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        if n is None:
            return None
        n = _index(n)
        if not 0 <= n <= size:
            raise ValueError(f"readinto returned {n} outside buffer size {size}")
        return bytes(b[:n])

    def readall(self):
        parts = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            parts += data
        return bytes(parts) if parts else data

    def readinto(self, b, /):
        self._unsupported("readinto")

    def write(self, b, /):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        raise UnsupportedOperation("read1")

    def readinto(self, b, /):
        return self._into(b, self.read)

    def readinto1(self, b, /):
        return self._into(b, self.read1)

    def _into(self, b, read):
        view = memoryview(b).cast("B")
        data = read(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")


class TextIOBase(IOBase):
    """Base class for text I/O."""

    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        raise UnsupportedOperation("read")

    def write(self, s, /):
        raise UnsupportedOperation("write")

    def readline(self, size=-1, /):
        raise UnsupportedOperation("readline")

    def detach(self):
        raise UnsupportedOperation("detach")


# The two streams in memory are written in C.
from _io import BytesIO, StringIO

BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self._pending = False  # a "\r" was held back: a "\n" may follow
        self._seen = set()     # which line ends there were

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final=final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._pending and (text or final):
            text, self._pending = "\r" + text, False
        if not final and text.endswith("\r"):
            text, self._pending = text[:-1], True
        pairs = text.count("\r\n")
        for end, number in (("\r", text.count("\r") - pairs), ("\n", text.count("\n") - pairs), ("\r\n", pairs)):
            if number:
                self._seen.add(end)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    @property
    def newlines(self):
        seen = tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
        return seen if len(seen) > 1 else seen[0] if seen else None

    def getstate(self):
        buffered, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffered, flag << 1 | self._pending

    def setstate(self, state, /):
        buffered, flag = state
        self._pending = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffered, flag >> 1))

    def reset(self):
        self._seen.clear()
        self._pending = False
        if self.decoder is not None:
            self.decoder.reset()


import _io

RawIOBase.register(_io.FileIO)
for _class in (_io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom):
    BufferedIOBase.register(_class)
TextIOBase.register(_io.TextIOWrapper)
del _class


def __getattr__(name):
    """The classes of files, which few programs name."""
    if name not in ("BufferedRandom", "BufferedReader", "BufferedRWPair", "BufferedWriter", "FileIO", "TextIOWrapper"):
        raise AttributeError(f"module 'io' has no attribute '{name}'")
    import _io_files
    value = globals()[name] = getattr(_io_files, name)
    return value
