"""Files of bz2 and lzma: what they have in common. A kind of file says how its compressors are made and what they raise."""
import builtins
import io
import os
from _compression import BaseStream, Reader

_PIECE = 128 * 1024
_MODES = {"": "rb", "r": "rb", "rb": "rb", "w": "wb", "wb": "wb", "x": "xb", "xb": "xb", "a": "ab", "ab": "ab"}


class CompressedFile(BaseStream):
    """Compressed on the disk. A subclass has _new_compressor(), _new_decompressor() and _errors, which streams raise for what is none."""

    def __init__(self, filename, mode):
        self._fp, self._owned, self._reader, self._compressor = None, False, None, None
        if mode not in _MODES:
            raise ValueError(f"Invalid mode: {mode!r}")
        self._writing = _MODES[mode] != "rb"
        made = self._new_compressor() if self._writing else None
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp, self._owned = builtins.open(filename, _MODES[mode]), True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._compressor, self._position = made, 0
        if not self._writing:
            self._restart(rewind=False)
            self._reader = Reader(self._more, self._restart)

    # ---- reading

    def _restart(self, rewind=True):
        if rewind:
            self._fp.seek(0)
        self._decompressor = None

    def _more(self):
        """The next piece of what the streams of the file hold; b"" behind the last one."""
        while True:
            work = self._decompressor
            if work is None:
                work = self._decompressor = self._new_decompressor()
            if work.eof:
                data = work.unused_data or self._fp.read(_PIECE)
                if not data:
                    return b""
                work = self._new_decompressor()
                try:
                    piece = work.decompress(data, _PIECE)
                except self._errors:
                    return b""  # what stands behind the streams is none
                self._decompressor = work
            elif work.needs_input:
                data = self._fp.read(_PIECE)
                if not data:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
                piece = work.decompress(data, _PIECE)
            else:
                piece = work.decompress(b"", _PIECE)
            if piece:
                return piece

    def _need_reader(self):
        self._check_not_closed()
        self._check_can_read()
        return self._reader

    def read(self, size=-1):
        """At most `size` bytes."""
        return self._need_reader().read(size)

    def read1(self, size=-1):
        """At most `size` bytes, by as few reads of the file as may be."""
        return self._need_reader().read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        """Fills a buffer; how many bytes."""
        with memoryview(b) as view, view.cast("B") as room:
            data = self.read(len(room))
            room[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """A line."""
        return self._need_reader().readline(size)

    def peek(self, n=0):
        """Some bytes ahead, which stay there."""
        return self._need_reader().peek()

    def __iter__(self):
        self._check_not_closed()
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to another place, in a file that is read; back means from the start again."""
        self._check_not_closed()
        self._check_can_seek()
        return self._reader.seek(offset, whence)

    # ---- writing

    def write(self, data):
        """Writes bytes; how many."""
        self._check_not_closed()
        self._check_can_write()
        view = data if isinstance(data, (bytes, bytearray)) else memoryview(data)
        size = len(view) if view is data else view.nbytes
        self._fp.write(self._compressor.compress(view))
        self._position += size
        return size

    # ---- both

    def tell(self):
        """The place in what is not compressed."""
        self._check_not_closed()
        return self._position if self._writing else self._reader.position

    def close(self):
        """Writes what is left, and closes the file if it was opened here."""
        file, self._fp = self._fp, None
        if file is None:
            return
        try:
            if self._compressor is not None:
                file.write(self._compressor.flush())
        finally:
            self._compressor = self._reader = self._decompressor = None
            if self._owned:
                file.close()

    @property
    def closed(self):
        """Whether it has been closed."""
        return self._fp is None

    def _now(self):
        self._check_not_closed()
        return self._fp

    def fileno(self):
        """The descriptor of the file below."""
        return self._now().fileno()

    def seekable(self):
        """Whether it can be read from another place."""
        return self.readable() and self._fp.seekable()

    def readable(self):
        """Whether it was opened for reading."""
        self._check_not_closed()
        return not self._writing

    def writable(self):
        """Whether it was opened for writing."""
        self._check_not_closed()
        return self._writing


def opened(make, mode, encoding, errors, newline):
    """What open() of these modules gives: make(mode) is the binary file."""
    text = "t" in mode
    if text and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    if not text:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
        return make(mode)
    binary = make(mode.replace("t", ""))
    return io.TextIOWrapper(binary, io.text_encoding(encoding), errors, newline)
