"""What gzip, bz2 and lzma have in common: reading a stream that is decompressed on the way."""
import io


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
        self.ahead = b""
        self.position = 0
        self.at_end = False
        self.size = -1

    def _fill(self):
        if self.at_end:
            return False
        data = self.more()
        if not data:
            self.at_end = True
            self.size = self.position + len(self.ahead)
            return False
        self.ahead = self.ahead + data if self.ahead else data
        return True

    def _take(self, size):
        data = self.ahead[:size]
        self.ahead = self.ahead[size:]
        self.position += len(data)
        return data

    def read(self, size=-1):
        if size is None or size < 0:
            parts = [self.ahead]
            self.ahead = b""
            while self._fill():
                parts.append(self.ahead)
                self.ahead = b""
            data = b"".join(parts)
            self.position += len(data)
            self.size = self.position
            return data
        if len(self.ahead) < size:
            parts = [self.ahead]
            have = len(self.ahead)
            self.ahead = b""
            while have < size and self._fill():
                parts.append(self.ahead)
                have += len(self.ahead)
                self.ahead = b""
            self.ahead = b"".join(parts)
        return self._take(size)

    def read1(self, size=-1):
        if not self.ahead and size:
            self._fill()
        return self._take(len(self.ahead) if size is None or size < 0 else size)

    def peek(self):
        if not self.ahead:
            self._fill()
        return self.ahead

    def readline(self, size=-1):
        looked = 0
        while True:
            at = self.ahead.find(b"\n", looked)
            looked = len(self.ahead)
            if at >= 0 or 0 <= size <= looked or not self._fill():
                break
        end = len(self.ahead) if at < 0 else at + 1
        return self._take(end if size is None or size < 0 else min(size, end))

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
            self.ahead = b""
            self.position = 0
            self.at_end = False
        while self.position < offset and self._skip(offset - self.position):
            pass
        return self.position

    def _skip(self, size):
        if not self.ahead and not self._fill():
            return 0
        return len(self._take(size))


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
