"""Streams in memory, and the base classes of streams (library reference, "io")."""
from abc import ABCMeta
import sys

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader",
           "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR",
           "SEEK_END", "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder"]

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
        data = self.read(len(b))
        n = len(data)
        b[:n] = data
        return n

    def readinto1(self, b, /):
        data = self.read1(len(b))
        n = len(data)
        b[:n] = data
        return n

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


def _size(value, name="argument"):
    if value is None:
        return -1
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'")
    return method(value)


class BytesIO(BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    def __init__(self, initial_bytes=b""):
        if initial_bytes is not None and not isinstance(initial_bytes, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._buffer = bytearray(initial_bytes or b"")
        self._pos = 0

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        """Retrieve the entire contents of the BytesIO object."""
        self._check_closed()
        return bytes(self._buffer)

    def getbuffer(self):
        """Get a read-write view over the contents of the BytesIO object."""
        self._check_closed()
        return memoryview(self._buffer)

    def close(self):
        """Disable all I/O operations."""
        self._buffer = bytearray()
        self._closed = True

    def read(self, size=-1, /):
        """Read at most size bytes, returned as a bytes object."""
        self._check_closed()
        size = _size(size)
        end = len(self._buffer) if size < 0 else min(len(self._buffer), self._pos + size)
        data = bytes(self._buffer[self._pos:end])
        self._pos += len(data)
        return data

    def read1(self, size=-1, /):
        return self.read(size)

    def readline(self, size=-1, /):
        """Next line from the file, as a bytes object."""
        self._check_closed()
        size = _size(size)
        end = self._buffer.find(b"\n", self._pos) + 1
        if not end:
            end = len(self._buffer)
        if size >= 0:
            end = min(end, self._pos + size)
        data = bytes(self._buffer[self._pos:end])
        self._pos += len(data)
        return data

    def write(self, b, /):
        """Write bytes to file. Return the number of bytes written."""
        self._check_closed()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(b))
        n = len(data)
        if not n:
            return 0
        pos = self._pos
        if pos > len(self._buffer):
            self._buffer += bytes(pos - len(self._buffer))
        self._buffer[pos:pos + n] = data
        self._pos = pos + n
        return n

    def seek(self, pos, whence=0, /):
        """Change stream position."""
        self._check_closed()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        """Current file position, an integer."""
        self._check_closed()
        return self._pos

    def truncate(self, size=None, /):
        """Truncate the file to at most size bytes."""
        self._check_closed()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._buffer[size:]
        return size

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable


class StringIO(TextIOBase):
    """Text I/O implementation using an in-memory buffer.

    While everything is written behind what is there, the pieces are only collected; they are joined when somebody asks.
    """

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._parts = []
        self._text = ""
        self._pos = 0
        if initial_value:
            self._text = self._translated(initial_value)

    def _translated(self, s):
        newline = self._newline
        if newline is None:
            return s.replace("\r\n", "\n").replace("\r", "\n")
        if newline in ("\r", "\r\n"):
            return s.replace("\n", newline)
        return s

    def _joined(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def _check_closed(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def getvalue(self):
        """Retrieve the entire contents of the object."""
        self._check_closed()
        return self._joined()

    def write(self, s, /):
        """Write string to file. Returns the number of characters written."""
        if self._closed:
            self._check_closed()
        if s.__class__ is not str and not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        n = len(s)
        if not n:
            return 0
        if self._newline != "\n":
            s = self._translated(s)
        if self._parts or self._pos == len(self._text):
            self._parts.append(s)
            self._pos += len(s)
            return n
        text = self._text
        pos = self._pos
        if pos > len(text):
            text += "\0" * (pos - len(text))
        self._text = text[:pos] + s + text[pos + len(s):]
        self._pos = pos + len(s)
        return n

    def read(self, size=-1, /):
        """Read at most size characters, returned as a string."""
        self._check_closed()
        size = _size(size)
        text = self._joined()
        data = text[self._pos:] if size < 0 else text[self._pos:self._pos + size]
        self._pos += len(data)
        return data

    def readline(self, size=-1, /):
        """Read until newline or EOF."""
        self._check_closed()
        size = _size(size)
        text = self._joined()
        start = self._pos
        newline = self._newline
        if newline == "":
            ends = [i for i in (text.find("\n", start), text.find("\r", start)) if i >= 0]
            end = min(ends) if ends else -1
            if end >= 0:
                end += 2 if text.startswith("\r\n", end) else 1
        else:
            mark = newline or "\n"
            end = text.find(mark, start)
            if end >= 0:
                end += len(mark)
        if end < 0:
            end = len(text)
        if size >= 0:
            end = min(end, start + size)
        data = text[start:end]
        self._pos += len(data)
        return data

    def seek(self, pos, whence=0, /):
        """Change stream position."""
        self._check_closed()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._joined()
            self._pos = pos
            return pos
        if pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 2:
            self._pos = len(self._joined())
        return self._pos

    def tell(self):
        """Tell the current file position."""
        self._check_closed()
        return self._pos

    def truncate(self, size=None, /):
        """Truncate size to pos."""
        self._check_closed()
        size = self._pos if size is None else _size(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._text = self._joined()[:size]
        return size

    def close(self):
        """Close the IO object."""
        self._parts = []
        self._text = ""
        self._closed = True

    def readable(self):
        self._check_closed()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        self._check_closed()
        return False

    @property
    def newlines(self):
        return None

    @property
    def encoding(self):
        return None

    @property
    def errors(self):
        return None


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self._pending = False

    def decode(self, input, final=False):
        text = input if self.decoder is None else self.decoder.decode(input, final)
        if self._pending and (text or final):
            text = "\r" + text
            self._pending = False
        if text.endswith("\r") and not final:
            text = text[:-1]
            self._pending = True
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    def reset(self):
        self._pending = False


# The classes of files that open() gives: one native type stands for all of them.
_file = type(sys.__stdout__)
TextIOWrapper = _file
BufferedReader = BufferedWriter = BufferedRandom = BufferedRWPair = FileIO = _file
TextIOBase.register(_file)
