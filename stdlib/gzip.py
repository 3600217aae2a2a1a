"""Files in the format of gzip (library reference, "gzip"; RFC 1952)."""
import builtins
import io
import os
import struct
import time
import zlib
import _compression

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 1, 2
READ_BUFFER_SIZE = 128 * 1024
_COMPRESS_LEVEL_FAST = 1
_COMPRESS_LEVEL_TRADEOFF = 6
_COMPRESS_LEVEL_BEST = 9


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    gz_mode = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        binary = GzipFile(filename, gz_mode, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        binary = GzipFile(None, gz_mode, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    if "t" in mode:
        return io.TextIOWrapper(binary, encoding, errors, newline)
    return binary


class _Source:
    "The file below, with what was read too far."

    def __init__(self, file):
        self.file = file
        self.ahead = b""

    def read(self, size):
        if self.ahead:
            data, self.ahead = self.ahead[:size], self.ahead[size:]
            return data if len(data) == size else data + self.file.read(size - len(data))
        return self.file.read(size)

    def prepend(self, data):
        self.ahead = data + self.ahead

    def exactly(self, size):
        data = self.read(size)
        while len(data) < size:
            part = self.read(size - len(data))
            if not part:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            data += part
        return data


def _read_header(source):
    """Past a member's header: its time; None at the end of the file."""
    magic = source.read(2)
    if magic == b"":
        return None
    if magic != b"\x1f\x8b":
        raise BadGzipFile("Not a gzipped file (%r)" % magic)
    method, flags, mtime = struct.unpack("<BBIxx", source.exactly(8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & FEXTRA:
        source.exactly(struct.unpack("<H", source.exactly(2))[0])
    for flag in (FNAME, FCOMMENT):
        if flags & flag:
            while source.exactly(1) != b"\0":
                pass
    if flags & FHCRC:
        source.exactly(2)
    return mtime


class _Members:
    "The decompressed pieces of all members of a file."

    tells_crc = True

    def __init__(self, file):
        self.file = file
        self.source = _Source(file)
        self.decompressor = None
        self.mtime = None

    def restart(self):
        self.file.seek(0)
        self.source = _Source(self.file)
        self.decompressor = None

    def more(self):
        while True:
            if self.decompressor is None:
                mtime = _read_header(self.source)
                if mtime is None:
                    return b""
                self.mtime = mtime
                self.decompressor = zlib.decompressobj(-zlib.MAX_WBITS)
                self.crc = zlib.crc32(b"")
                self.size = 0
            tail = self.decompressor.unconsumed_tail
            chunk = tail or self.source.read(io.DEFAULT_BUFFER_SIZE)
            data = self.decompressor.decompress(chunk, 1 << 20)
            self.crc = zlib.crc32(data, self.crc)
            self.size += len(data)
            if self.decompressor.eof:
                self.source.prepend(self.decompressor.unused_data)
                self._check_trailer()
                self.decompressor = None
            elif not chunk and not data:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            if data:
                return data

    def _check_trailer(self):
        crc, size = struct.unpack("<II", self.source.exactly(8))
        if crc != self.crc:
            raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self.crc)) if self.tells_crc else "CRC check failed")
        if size != self.size & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        # Zeros may follow.
        c = b"\0"
        while c == b"\0":
            c = self.source.read(1)
        if c:
            self.source.prepend(c)


class GzipFile(_compression.BaseStream):
    """The GzipFile class simulates most of the methods of a file object, with the exception of truncate()."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError("Invalid mode: {!r}".format(mode))
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        if mode.startswith("r"):
            self.mode = READ
            self._members = _Members(fileobj)
            self._buffer = _compression.Reader(self._members.more, self._members.restart)
            self.name = filename
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self.name = filename
            self.crc = zlib.crc32(b"")
            self.size = 0
            self.offset = 0
            self.bufsize = 0
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._write_mtime = mtime
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self.fileobj = fileobj
        if self.mode == WRITE:
            self._write_header(compresslevel)

    def __repr__(self):
        text = repr(self.fileobj)
        return "<gzip " + text[1:-1] + " " + hex(id(self)) + ">"

    def _write_header(self, compresslevel):
        name = os.path.basename(self.name)
        try:
            if not isinstance(name, bytes):
                name = name.encode("latin-1")
            name = name.removesuffix(b".gz")
        except UnicodeEncodeError:
            name = b""
        mtime = time.time() if self._write_mtime is None else self._write_mtime
        effort = b"\2" if compresslevel == _COMPRESS_LEVEL_BEST else b"\4" if compresslevel == _COMPRESS_LEVEL_FAST else b"\0"
        self.fileobj.write(b"\x1f\x8b\x08" + bytes([FNAME if name else 0]) + struct.pack("<L", int(mtime)) + effort + b"\xff" + (name + b"\0" if name else b""))

    @property
    def mtime(self):
        """Last modification time read from stream, or None"""
        return self._members.mtime

    def write(self, data):
        self._check_not_closed()
        if self.mode != WRITE:
            import errno
            raise OSError(errno.EBADF, "write() on read-only GzipFile object")
        if self.fileobj is None:
            raise ValueError("write() on closed GzipFile object")
        if not isinstance(data, (bytes, bytearray)):
            data = bytes(memoryview(data))
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
            self.offset += len(data)
        return len(data)

    def _check_reading(self, name):
        self._check_not_closed()
        if self.mode != READ:
            import errno
            raise OSError(errno.EBADF, f"{name}() on write-only GzipFile object")

    def read(self, size=-1):
        self._check_reading("read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_reading("read1")
        return self._buffer.read1(io.DEFAULT_BUFFER_SIZE if size < 0 else size)

    def peek(self, n):
        self._check_reading("peek")
        return self._buffer.peek()

    def readline(self, size=-1):
        self._check_not_closed()
        self._check_reading("readline")
        return self._buffer.readline(size)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    @property
    def closed(self):
        return self.fileobj is None

    def close(self):
        fileobj = self.fileobj
        if fileobj is None:
            return
        try:
            if self.mode == WRITE:
                fileobj.write(self.compress.flush())
                fileobj.write(struct.pack("<LL", self.crc, self.size & 0xffffffff))
        finally:
            self.fileobj = None
            myfileobj, self.myfileobj = self.myfileobj, None
            if myfileobj:
                myfileobj.close()

    def __del__(self):
        if getattr(self, "fileobj", None) is not None:
            self.close()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check_not_closed()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def fileno(self):
        return self.fileobj.fileno()

    def rewind(self):
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        self._check_not_closed()
        return self.offset if self.mode == WRITE else self._buffer.position

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_not_closed()
        if self.mode == READ:
            return self._buffer.seek(offset, whence)
        if whence != io.SEEK_SET:
            if whence != io.SEEK_CUR:
                raise ValueError("Seek from end not supported")
            offset += self.offset
        if offset < self.offset:
            raise OSError("Negative seek in write mode")
        count = offset - self.offset
        while count:
            zeros = bytes(min(count, 1 << 16))
            self.write(zeros)
            count -= len(zeros)
        return self.offset


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Compress data in one shot and return the compressed string."""
    if mtime == 0:
        made = zlib.compressobj(compresslevel, zlib.DEFLATED, 31)  # zlib writes header and trailer itself
        return made.compress(data) + made.flush()
    made = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    effort = b"\2" if compresslevel == _COMPRESS_LEVEL_BEST else b"\4" if compresslevel == _COMPRESS_LEVEL_FAST else b"\0"
    header = b"\x1f\x8b\x08\0" + struct.pack("<L", int(time.time() if mtime is None else mtime)) + effort + b"\xff"
    data = bytes(data) if not isinstance(data, (bytes, bytearray)) else data
    return header + made.compress(data) + made.flush() + struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)


def decompress(data):
    """Decompress a gzip compressed string in one shot."""
    members = _Members(io.BytesIO(data))
    members.tells_crc = False
    return b"".join(iter(members.more, b""))
