"""What gzip, bz2 and lzma have in common: reading a stream that is decompressed on the way."""
import io

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


class BaseStream(io.BufferedIOBase):
    """Mode-checking helper functions."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation("File not open for reading")

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation("File not open for writing")

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation("Seeking is only supported on files open for reading")
        if not self.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")


class Reader:
    """The decompressed bytes of a file, with a position. `more()` gives the next piece, b"" at the end; `restart()` goes back to the start."""

    def __init__(self, more, restart):
        self.more = more
        self.restart = restart
        self._begin(b"", 0)
        self.at_end = False
        self.size = -1

    def _begin(self, data, position):
        """What is read next is `data`, which stands at `position`."""
        self._ahead = io.BytesIO(data)
        self._ahead_size = len(data)
        self._ahead_at = position

    @property
    def position(self):
        return self._ahead_at + self._ahead.tell()

    def _fill(self):
        """Has one piece more ahead; False at the end."""
        if self.at_end:
            return False
        data = self.more()
        position, rest = self.position, self._ahead.read()
        self._begin(rest + data if rest else data, position)
        if not data:
            self.at_end = True
            self.size = position + len(rest)
        return bool(data)

    def read(self, size=-1):
        everything = size is None or size < 0
        data = self._ahead.read(-1 if everything else size)
        if not everything and len(data) == size:
            return data
        parts, have = [data], len(data)
        while (everything or have < size) and self._fill():
            data = self._ahead.read(-1 if everything else size - have)
            parts.append(data)
            have += len(data)
        return b"".join(parts)

    def read1(self, size=-1):
        if size is None:
            size = -1
        return self._ahead.read(size) or (self._ahead.read(size) if size and self._fill() else b"")

    def peek(self):
        if self._ahead.tell() == self._ahead_size:
            self._fill()
        at, data = self._ahead.tell(), self._ahead.read()
        self._ahead.seek(at)
        return data

    def readline(self, size=-1):
        if size is None:
            size = -1
        line = self._ahead.readline(size)
        if line.endswith(b"\n") or len(line) == size:
            return line
        parts, have = [line], len(line)
        while not line.endswith(b"\n") and have != size and self._fill():
            line = self._ahead.readline(size - have if size >= 0 else -1)
            parts.append(line)
            have += len(line)
        return b"".join(parts)

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self.position
        elif whence == 2:
            while self.size < 0:
                self._skip(1 << 20)
            offset += self.size
        elif whence != 0:
            raise ValueError(f"whence value {whence} unsupported")
        if offset < self.position:
            self.restart()
            self._begin(b"", 0)
            self.at_end = False
        while self.position < offset and self._skip(offset - self.position):
            pass
        return self.position

    def _skip(self, size):
        return len(self.read1(size))


def decompressed(new_decompressor, data, error, too_short):
    """What one stream or several hold. `error`: what the decompressor raises when data are none of its own, `too_short`: what is raised without an end."""
    parts = []
    while True:
        work = new_decompressor()
        try:
            parts.append(work.decompress(data))
        except error:
            if parts:
                break  # what stands behind the streams is none
            raise
        if not work.eof:
            raise too_short("Compressed data ended before the end-of-stream marker was reached")
        data = work.unused_data
        if not data:
            break
    return b"".join(parts)


class DecompressReader(io.RawIOBase):
    """A raw stream of what the file fp has, decompressed: for packages of formats of their own. decomp_factory(**decomp_args) makes a decompressor; what it raises
    of trailing_error behind the end of a stream is not data, and ends the file."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp, self._decomp_factory, self._trailing_error, self._decomp_args = fp, decomp_factory, trailing_error, decomp_args
        self._size = -1  # known once the end was reached
        self._begin()

    def _begin(self):
        self._eof, self._pos = False, 0
        self._decompressor = self._decomp_factory(**self._decomp_args)

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def tell(self):
        return self._pos

    def close(self):
        self._decompressor = None
        return super().close()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as room:
            data = self.read(len(room))
            room[:len(data)] = data
        return len(data)

    def _more(self, size):
        """The next bytes, `size` at most; b"" at the end."""
        decompressor = self._decompressor
        if not decompressor.eof:
            if not decompressor.needs_input:
                return decompressor.decompress(b"", size)
            given = self._fp.read(BUFFER_SIZE)
            if not given:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            return decompressor.decompress(given, size)
        given = decompressor.unused_data or self._fp.read(BUFFER_SIZE)
        if not given:
            return None
        self._decompressor = self._decomp_factory(**self._decomp_args)
        try:
            return self._decompressor.decompress(given, size)
        except self._trailing_error:
            return None

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        data = b""
        while size and not self._eof and not data:
            data = self._more(size)
            if data is None:
                self._eof, self._size, data = True, self._pos, b""
        self._pos += len(data)
        return data

    def readall(self):
        return b"".join(iter(lambda: self.read(BUFFER_SIZE), b""))

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self._size < 0 and self.read(BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError(f"Invalid value for whence: {whence}")
        if offset < self._pos:
            self._fp.seek(0)
            self._begin()
        while self._pos < offset and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos
