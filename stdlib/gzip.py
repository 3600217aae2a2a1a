"""Files in the format of gzip (library reference, "gzip"; RFC 1952)."""
import builtins
import io
import os
import struct
import time
import zlib
import _compression

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = (1 << bit for bit in range(5))
READ, WRITE = 1, 2
READ_BUFFER_SIZE = 1 << 17
_FAST, _USUAL, _BEST = 1, 6, 9  # levels of compression
_EFFORT = {_BEST: b"\2", _FAST: b"\4"}
_CUT_OFF = "Compressed file ended before the end-of-stream marker was reached"


class BadGzipFile(OSError):
    """What was read is no gzip file, or a broken one."""


def open(filename, mode="rb", compresslevel=_BEST, encoding=None, errors=None, newline=None):
    """Open a compressed file, given by its path or as a file object, for bytes or text."""
    is_text = "t" in mode
    if is_text and "b" in mode:
        raise ValueError(f"Invalid mode: {mode!r}")
    for name, value in {} if is_text else {"encoding": encoding, "errors": errors, "newline": newline}.items():
        if value is not None:
            raise ValueError(f"Argument '{name}' not supported in binary mode")
    is_path = isinstance(filename, (str, bytes, os.PathLike))
    if not (is_path or hasattr(filename, "read") or hasattr(filename, "write")):
        raise TypeError("filename must be a str or bytes object, or a file")
    file = GzipFile(filename if is_path else None, mode.replace("t", ""), compresslevel, None if is_path else filename)
    return io.TextIOWrapper(file, encoding, errors, newline) if is_text else file


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
                raise EOFError(_CUT_OFF)
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
        self.mtime = None
        self._start()

    def _start(self):
        self.source = _Source(self.file)
        self.pieces = self._read()
        self.failure = None

    def restart(self):
        self.file.seek(0)
        self._start()

    def more(self):
        if self.failure is not None:
            raise self.failure
        try:
            return next(self.pieces, b"")
        except (EOFError, OSError, zlib.error) as failure:
            self.failure = failure
            raise

    def _read(self):
        while (mtime := _read_header(self.source)) is not None:
            self.mtime = mtime
            crc = size = 0
            stream = zlib.decompressobj(-zlib.MAX_WBITS)
            while not stream.eof:
                chunk = stream.unconsumed_tail or self.source.read(io.DEFAULT_BUFFER_SIZE)
                data = stream.decompress(chunk, 1 << 20)
                crc, size = zlib.crc32(data, crc), size + len(data)
                if data:
                    yield data
                elif not chunk:
                    raise EOFError(_CUT_OFF)
            self.source.prepend(stream.unused_data)
            self._check_trailer(crc, size)

    def _check_trailer(self, crc, size):
        told_crc, told_size = struct.unpack("<II", self.source.exactly(8))
        if told_crc != crc:
            raise BadGzipFile(f"CRC check failed {told_crc:#x} != {crc:#x}" if self.tells_crc else "CRC check failed")
        if told_size != size & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        while (after := self.source.read(1)) == b"\0":  # padding
            pass
        self.source.prepend(after)


def _header(name, mtime, level):
    "What a member begins with; its name, if there is one, is bytes."
    return (b"\x1f\x8b\x08" + (bytes([FNAME]) if name else b"\0") + struct.pack("<L", int(time.time() if mtime is None else mtime))
            + _EFFORT.get(level, b"\0") + b"\xff" + (name + b"\0" if name else b""))


class GzipFile(_compression.BaseStream):
    """A compressed file, which is read or written like one that is not."""

    myfileobj = None  # the file below, when we opened it
    fileobj = None    # None: closed, or could not be opened

    def __init__(self, filename=None, mode=None, compresslevel=_BEST, fileobj=None, mtime=None):
        if mode is not None and set(mode) & set("tU"):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        label = getattr(fileobj, "name", "") if filename is None else os.fspath(filename)
        self.name = label if isinstance(label, (str, bytes)) else ""
        guessed = mode is None
        if guessed:
            mode = getattr(fileobj, "mode", "rb")
        if mode[:1] not in ("r", "w", "a", "x"):
            raise ValueError(f"Invalid mode: {mode!r}")
        self.mode = READ if mode[0] == "r" else WRITE
        if self.mode == READ:
            self._members = _Members(fileobj)
            self._buffer = _compression.Reader(self._members.more, self._members.restart)
            self.fileobj = fileobj
            return
        if guessed:
            import warnings
            warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  Specify the mode argument for opening it "
                          "for writing.", FutureWarning, 2)
        self.crc = self.size = self.offset = self.bufsize = 0
        self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        fileobj.write(_header(self._stored_name(), mtime, compresslevel))
        self.fileobj = fileobj

    def _stored_name(self):
        "As RFC 1952 wants it: without folders, in Latin 1, of the file that was compressed."
        name = os.path.basename(self.name)
        try:
            return (name if isinstance(name, bytes) else name.encode("latin-1")).removesuffix(b".gz")
        except UnicodeEncodeError:
            return b""

    def __repr__(self):
        return f"<gzip {repr(self.fileobj)[1:-1]} {id(self):#x}>"

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
        if self.fileobj is not None:
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


def compress(data, compresslevel=_BEST, *, mtime=None):
    """Bytes as a compressed file."""
    if mtime == 0:
        made = zlib.compressobj(compresslevel, zlib.DEFLATED, 31)  # zlib writes header and trailer itself
        return made.compress(data) + made.flush()
    data = data if isinstance(data, (bytes, bytearray)) else bytes(data)
    made = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    content = made.compress(data) + made.flush()
    return _header(b"", mtime, compresslevel) + content + struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)


def decompress(data):
    """The bytes of a compressed file."""
    try:
        whole = zlib.decompressobj(31)  # zlib reads header and trailer itself
        content = whole.decompress(data)
        if whole.eof and not whole.unused_data:
            return content
    except zlib.error:
        pass  # said below
    members = _Members(io.BytesIO(data))
    members.tells_crc = False
    return b"".join(iter(members.more, b""))


def main():
    """Run as a command: like gzip, but what was read stays."""
    import shutil, sys
    from argparse import ArgumentParser
    parser = ArgumentParser(description="A simple command line interface for the gzip module: act like gzip, but do not delete the input file.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--fast", action="store_true", help="compress faster")
    what.add_argument("--best", action="store_true", help="compress better")
    what.add_argument("-d", "--decompress", action="store_true", help="act like gunzip instead of gzip")
    parser.add_argument("args", nargs="*", default=["-"], metavar="file")
    options = parser.parse_args()
    level = _FAST if options.fast else _BEST if options.best else _USUAL
    for name in options.args:
        is_stream = name == "-"
        if options.decompress:
            if not (is_stream or name.endswith(".gz")):
                sys.exit(f"filename doesn't end in .gz: {name!r}")
            source = GzipFile("", "rb", fileobj=sys.stdin.buffer) if is_stream else open(name, "rb")
            target = sys.stdout.buffer if is_stream else builtins.open(name[:-3], "wb")
        else:
            source = sys.stdin.buffer if is_stream else builtins.open(name, "rb")
            target = GzipFile("", "wb", level, sys.stdout.buffer) if is_stream else open(name + ".gz", "wb", level)
        shutil.copyfileobj(source, target)
        for file in source, target:
            if file not in (sys.stdin.buffer, sys.stdout.buffer):
                file.close()


if __name__ == "__main__":
    main()
