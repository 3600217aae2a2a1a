"""The classes of files, over streams of any kind (library reference, "io"). What open() gives is native, and counts as an instance of them."""
import sys
import _io
from io import DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, TextIOBase, UnsupportedOperation
from abc import ABCMeta
from _operator import index
from errno import EAGAIN
from _runtime import codec_knows_handler, codec_number, show_module as _show_module


class _OfFiles(ABCMeta):
    """The class of a class that has a native twin."""

    def __instancecheck__(cls, instance):
        return type(instance) is cls.__dict__.get("_native") or super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        return subclass is cls.__dict__.get("_native") or super().__subclasscheck__(subclass)


def _of_native(name, doc):
    """A method that is that of the native file."""
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__, method.__qualname__, method.__doc__ = name, f"FileIO.{name}", doc
    return method


class FileIO(RawIOBase, metaclass=_OfFiles):
    """An unbuffered file. FileIO() itself gives a native one; an instance of a subclass has one."""

    _native = _io.FileIO
    _file = None

    def __new__(cls, file, mode="r", closefd=True, opener=None, **more):
        if cls is FileIO:
            return _open_raw(file, mode, closefd, opener)
        return super().__new__(cls)

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._file = _open_raw(file, mode, closefd, opener)
        self.name = file

    read = _of_native("read", "At most so many bytes; all if none or a negative number is given.")
    readall = _of_native("readall", "All bytes that are left.")
    readinto = _of_native("readinto", "Reads into a bytes-like object.")
    write = _of_native("write", "Writes bytes; how many.")
    seek = _of_native("seek", "Goes to an offset.")
    tell = _of_native("tell", "The current offset.")
    truncate = _of_native("truncate", "Makes the file end at an offset, the current one if none is given.")
    fileno = _of_native("fileno", "The number of the descriptor.")
    isatty = _of_native("isatty", "Whether it is a terminal.")
    readable = _of_native("readable", "Whether it was opened for reading.")
    writable = _of_native("writable", "Whether it was opened for writing.")
    seekable = _of_native("seekable", "Whether it has offsets.")
    closed = property(lambda self: self._file is None or self._file.closed)
    closefd = property(lambda self: self._file.closefd)
    mode = property(lambda self: self._file.mode)

    def close(self):
        """Closes the file."""
        try:
            super().close()
        finally:
            if self._file is not None:
                self._file.close()

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd!r}>"


def _encode_standard_streams(given):
    """As PYTHONIOENCODING says: "encoding", "encoding:errors" or ":errors". Standard error keeps its error handler."""
    encoding, _, errors = given.partition(":")
    if encoding:
        import codecs
        encoding = codecs.lookup(encoding).name
    for stream in (sys.stdin, sys.stdout):
        if stream is not None:
            stream.reconfigure(encoding=encoding or None, errors=errors or "strict")
    if sys.stderr is not None and encoding:
        sys.stderr.reconfigure(encoding=encoding, errors="backslashreplace")


def _open_raw(file, mode, closefd, opener):
    if not isinstance(mode, str):
        raise TypeError(f"FileIO() argument 'mode' must be str, not {'None' if mode is None else type(mode).__name__}")
    if not all(letter in "rwxab+" for letter in mode):
        raise ValueError(f"invalid mode: {mode}")
    return open(file, mode.replace("b", "") + "b", 0, closefd=closefd, opener=opener)


def _size_to_read(size):
    """The argument of read() and the like: an integer, or None, which is -1."""
    if size is None:
        return -1
    try:
        size = index(size)
    except TypeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None
    if not -sys.maxsize <= size <= sys.maxsize:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return size


def _known_whence(whence):
    if whence not in (0, 1, 2, 3, 4):  # the last two: SEEK_DATA and SEEK_HOLE
        raise ValueError(f"whence value {whence} unsupported")


def _position(of_raw):
    if index(of_raw) < 0:
        raise OSError(f"Raw stream returned invalid position {of_raw}")
    return of_raw


class _Buffered(BufferedIOBase):
    """What buffered streams have in common: the raw one below."""

    _raw = None
    _no_raw = "I/O operation on uninitialized object"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._raw = None
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        bytearray(buffer_size)  # there is to be room for it
        self._raw = raw
        self._size = buffer_size

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError(self._no_raw)
        return self._raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def seekable(self):
        return self.raw.seekable()

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def detach(self):
        self.flush()
        raw, self._raw, self._no_raw = self.raw, None, "raw stream has been detached"
        return raw

    def __repr__(self):
        name = getattr(self._raw, "name", None)
        return f"<_io.{type(self).__name__}>" if name is None else f"<_io.{type(self).__name__} name={name!r}>"


class BufferedReader(_Buffered, metaclass=_OfFiles):
    """A buffer for a stream that can be read."""

    _native = _io.BufferedReader

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        super().__init__(raw, buffer_size)
        if not raw.readable():
            raise OSError("File or stream is not readable.")
        self._ahead = b""

    def readable(self):
        return self.raw.readable()

    def _read_raw(self, size):
        """One read of the raw stream: bytes, none at its end; None: it has nothing yet, and does not wait."""
        raw = self.raw
        if not hasattr(raw, "readinto"):
            return raw.read(size)
        with memoryview(bytearray(size)) as room:
            count = raw.readinto(room)
            if count is None:
                return None
            try:
                count = index(count)
            except TypeError as error:
                raise OSError("raw readinto() failed") from error
            if not 0 <= count <= size:
                raise OSError(f"raw readinto() returned invalid length {count} (should have been between 0 and {size})")
            return bytes(room[:count])

    def _fill(self):
        """One read of the raw stream into the buffer; False at its end, None when it has nothing yet."""
        chunk = self._read_raw(self._size)
        if chunk:
            self._ahead += chunk
        return None if chunk is None else bool(chunk)

    def _take(self, size):
        taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken

    def flush(self):
        self._check_closed()
        self.raw.flush()

    def _read_all(self):
        have, self._ahead = self._ahead, b""
        if hasattr(self.raw, "readall"):
            rest = self.raw.readall()
            if rest is not None and not isinstance(rest, bytes):
                raise TypeError("readall() should return bytes")
            return have + rest if rest else have or rest
        parts = [have]
        while chunk := self.raw.read():
            parts.append(chunk)
        return b"".join(parts) or chunk

    def read(self, size=-1, /):
        size = _size_to_read(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        if self.closed:
            raise ValueError("read of closed file")
        if size < 0:
            return self._read_all()
        parts = [self._ahead]
        have = len(self._ahead)
        if have >= size:
            return self._take(size)
        self._ahead, chunk = b"", b""
        try:
            while have < size and (chunk := self._read_raw(max(self._size, size - have))):
                parts.append(chunk)
                have += len(chunk)
        finally:
            self._ahead = b"".join(parts)
        return None if chunk is None and not have else self._take(size)

    def read1(self, size=-1, /):
        size = index(size)
        if self.closed:
            raise ValueError("read of closed file")
        if size < 0:
            size = self._size
        if self._ahead or not size:
            return self._take(size)
        return self._read_raw(size) or b""

    def readinto(self, b, /):
        return self._into(b, False)

    def readinto1(self, b, /):
        return self._into(b, True)

    def _into(self, b, is_one_read):
        """Takes what is in the buffer, then reads: past the buffer where there is room for more than it holds."""
        if self.closed:
            raise ValueError("readinto of closed file")
        with memoryview(b) as given, given.cast("B") as view:
            data = self._take(len(view))
            done = len(data)
            view[:done] = data
            while done < len(view):
                if len(view) - done > self._size:
                    data = self._read_raw(len(view) - done)
                elif is_one_read and done:
                    break
                elif data := self._fill():
                    data = self._take(len(view) - done)
                if not data:
                    return None if data is None and not done else done
                view[done:done + len(data)] = data
                done += len(data)
                if is_one_read:
                    break
            return done

    def peek(self, size=0, /):
        index(size)
        if self.closed:
            raise ValueError("peek of closed file")
        if not self._ahead:
            self._fill()
        return self._ahead

    def readline(self, size=-1, /):
        limit = _size_to_read(size)
        if self.closed:
            raise ValueError("readline of closed file")
        looked = 0
        while True:
            at = self._ahead.find(b"\n", looked)
            looked = len(self._ahead)
            if at >= 0 or 0 <= limit <= looked or not self._fill():
                break
        end = looked if at < 0 else at + 1
        return self._take(end if limit < 0 else min(end, limit))

    def seek(self, offset, whence=0, /):
        _known_whence(whence)
        self._check_closed()
        if whence == 1:
            offset -= len(self._ahead)
        self._ahead = b""
        return _position(self.raw.seek(offset, whence))

    def tell(self):
        return _position(self.raw.tell()) - len(self._ahead)


class BufferedWriter(_Buffered, metaclass=_OfFiles):
    """A buffer for a stream that can be written."""

    _native = _io.BufferedWriter

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        super().__init__(raw, buffer_size)
        if not raw.writable():
            raise OSError("File or stream is not writable.")
        self._pending = bytearray()

    def writable(self):
        return self.raw.writable()

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        if isinstance(data, str):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        with memoryview(data) as given, given.cast("B") as view:
            size = len(view)
            if len(self._pending) + size <= self._size:
                self._pending += view
                return size
            done = 0
            try:
                self._write_pending()
                while size - done > self._size:
                    written = self._write_raw(bytes(view[done:]))
                    if written is None:
                        break
                    done += written
            except BlockingIOError:
                pass
            rest = view[done:done + self._size - len(self._pending)]
            self._pending += rest
            done += len(rest)
            if done < size:
                raise BlockingIOError(EAGAIN, "write could not complete without blocking", done)
            return size

    def _write_raw(self, data):
        """One write to the raw stream: how many bytes it took; None: it takes nothing now."""
        written = self.raw.write(data)
        if written is not None and not 0 <= written <= len(data):
            raise OSError(f"raw write() returned invalid length {written} (should have been between 0 and {len(data)})")
        return written

    def _write_pending(self):
        while self._pending:
            written = self._write_raw(bytes(self._pending))
            if written is None:
                raise BlockingIOError(EAGAIN, "write could not complete without blocking", 0)
            del self._pending[:written]

    def flush(self):
        self._check_closed()
        self._write_pending()

    def seek(self, offset, whence=0, /):
        _known_whence(whence)
        self.flush()
        return _position(self.raw.seek(offset, whence))

    def tell(self):
        return _position(self.raw.tell()) + len(self._pending)

    def truncate(self, size=None, /):
        self.flush()
        return self.raw.truncate(self.raw.tell() if size is None else size)


class BufferedRandom(BufferedWriter, BufferedReader, metaclass=_OfFiles):
    """A buffer for a stream that can be read, written and moved in."""
    _native = _io.BufferedRandom

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def truncate(self, size=None, /):
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)

    def _read_raw(self, size):
        self.flush()
        return super()._read_raw(size)

    def _read_all(self):
        self.flush()
        return super()._read_all()

    def write(self, data, /):
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead = b""
        return super().write(data)

    def seek(self, offset, whence=0, /):
        _known_whence(whence)
        self.flush()
        return BufferedReader.seek(self, offset, whence)

    def tell(self):
        return _position(self.raw.tell()) - len(self._ahead) + len(self._pending)


class BufferedRWPair(BufferedIOBase):
    """Two streams, one to read and one to write, as one."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def readinto(self, b, /):
        return self.reader.readinto(b)

    def write(self, b, /):
        return self.writer.write(b)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto1(self, b, /):
        return self.reader.readinto1(b)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed


def _text_over_file(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
    """The native stream over a file's buffer; None over any other."""
    is_native = type(buffer) in (_io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom)
    is_known = not isinstance(encoding, str) or encoding == "locale" or codec_number(encoding) > 1
    if is_native and is_known and (not isinstance(errors, str) or codec_knows_handler(errors)):
        return _io._text_over(buffer, encoding, errors, newline, line_buffering)


def _open_by_codec(path, mode, buffering, encoding, errors, newline, closefd, opener):
    """open() of text in an encoding that the runtime has no native codec for, or with a handler of errors that a script has registered."""
    binary = open(path, mode.replace("t", "") + "b", -1 if buffering in (0, 1) else buffering, closefd=closefd, opener=opener)
    try:
        if buffering == 0:
            raise ValueError("can't have unbuffered text I/O")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        import codecs
        if encoding is not None and not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(f"{encoding!r} is not a text encoding; use codecs.open() to handle arbitrary codecs")
        text = TextIOWrapper(binary, encoding, errors, newline, buffering == 1)
    except BaseException:
        binary.close()
        raise
    text.mode = mode
    return text


def _without_mark(encoding):
    """The encoding without the byte order mark that it begins with; None: it has none."""
    plain = encoding.lower().replace("-", "").replace("_", "").replace(" ", "")
    return {"utf16": "utf-16-le", "u16": "utf-16-le", "utf32": "utf-32-le", "u32": "utf-32-le", "utf8sig": "utf-8"}.get(plain)


class TextIOWrapper(_io._DecodedText, TextIOBase, metaclass=_OfFiles):
    """Text over a binary stream."""

    _native = _io.TextIOWrapper
    _CHUNK_SIZE = 8192

    def __new__(cls, *args, **options):
        native = _text_over_file(*args, **options) if cls is TextIOWrapper and (args or options) else None
        return super().__new__(cls) if native is None else native

    _no_buffer = "I/O operation on uninitialized object"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._buffer = buffer
        self._encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self._errors = "strict"
        self._newline = None
        self._line_buffering = False
        self._write_through = False
        self._text = ""  # decoded; what has been read of it ends at `_at`
        self._at = 0
        self._untranslated = ""  # the same, line ends as they are
        self._held = ""  # "\r" at the end of what was decoded, of which it is not known yet whether it is a line end alone
        self._decoder = None  # made when something is read
        self._pending = []  # encoded, not written yet
        self._pending_size = 0
        self._has_ended = False
        self._has_read = False  # since the last seek(), and not to the end
        self._is_past_mark = False
        self._seen = set()  # the line ends that have been read
        try:
            self.reconfigure(encoding=self._encoding, errors=errors, newline=newline, line_buffering=line_buffering, write_through=write_through)
        except BaseException:
            self._buffer = None
            raise
        self._newline = newline
        self._can_write = buffer.writable()

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        if newline is not ...:
            if newline is not None and not isinstance(newline, str):
                raise TypeError(f"illegal newline type: {type(newline).__name__}")
            if newline not in (None, "", "\n", "\r", "\r\n"):
                raise ValueError(f"illegal newline value: {newline}")
        if self._has_read and (encoding is not None or errors is not None or newline is not ...):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        if encoding == "locale":
            encoding = "UTF-8"
        if encoding is not None:
            "".encode(encoding)
        self.flush()
        self._is_plain = False
        if encoding is not None:
            self._encoding = encoding
            self._markless = _without_mark(encoding)
            self._errors = "strict" if errors is None else errors
        elif errors is not None:
            self._errors = errors
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError(self._no_buffer)
        return self._buffer

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def flush(self):
        self._check_closed()
        self._write_pending()
        self.buffer.flush()

    def _write_pending(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending.clear()
            self._pending_size = 0
            self.buffer.write(data)

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def detach(self):
        self.flush()
        buffer, self._buffer, self._no_buffer = self.buffer, None, "underlying buffer has been detached"
        return buffer

    def _encoding_to_write(self):
        """The encoding of what is written now: a byte order mark stands at the beginning only."""
        past = self._is_past_mark
        if not past:
            past = bool(self._pending) or (self.buffer.seekable() and self.buffer.tell() != 0)
        self._is_past_mark = True
        return self._markless if past else self._encoding

    def write(self, text, /):
        if self._buffer is None or self._buffer.closed:
            self._check_closed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self._can_write:
            raise UnsupportedOperation("not writable")
        out = text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text
        data = out.encode(self._encoding if self._markless is None else self._encoding_to_write(), self._errors)
        size = self._pending_size + len(data)
        if size > self._CHUNK_SIZE:
            self._write_pending()
            size = len(data)
        self._pending.append(data)
        self._pending_size = size
        self._is_plain = False
        if self._line_buffering and ("\n" in text or "\r" in text):
            self.flush()
        elif self._write_through or size >= self._CHUNK_SIZE:
            self._write_pending()
        if self._has_read:  # what was decoded ahead is gone: reading goes on where the buffer is
            self._text = self._untranslated = self._held = ""
            self._at, self._decoder, self._has_read = 0, None, False
        return len(text)

    def _fill(self):
        """Decodes what one read of the buffer gives; False at the end."""
        if self._has_ended:
            return False
        data = self._bytes_of("read1" if hasattr(self.buffer, "read1") else "read", self._CHUNK_SIZE)
        text = self._decoded(data, not data)
        if not data:
            self._has_ended = True
            if not text:
                self._has_read = False
                return False
        self._has_read = True
        if self._at:
            self._untranslated = self._untranslated[self._unread_at():]
            self._text, self._at = self._text[self._at:], 0
        self._untranslated += text
        self._text += self._with_ends(text)
        return True

    def _decoded(self, data, is_last):
        if self._decoder is None:
            from codecs import getincrementaldecoder
            self._decoder = getincrementaldecoder(self._markless or self._encoding if self._is_past_mark else self._encoding)(self._errors)
        text = self._decoder.decode(data, is_last)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._newline:
            return text
        text, self._held = self._held + text, ""
        if text.endswith("\r") and not is_last:
            text, self._held = text[:-1], "\r"
        return text

    def _unread_at(self):
        """Where in `_untranslated` stands what has not been read yet."""
        at, text = self._at, self._untranslated
        if self._newline is not None or "\r" not in text:
            return at
        low, high = at, len(text)
        while low < high:
            middle = (low + high) // 2
            pairs = text.count("\r\n", 0, middle)
            if middle - pairs < at:
                low = middle + 1
            else:
                high = middle
        return low + (text[low - 1:low + 1] == "\r\n") if low else 0

    def _bytes_of(self, operation, *size):
        """What a method of the buffer that reads gives; nothing where that would have to wait."""
        data = getattr(self.buffer, operation)(*size)
        if data is None:
            return b""
        try:
            memoryview(data)
        except TypeError:
            called = "read1" if hasattr(self.buffer, "read1") else "read"
            raise TypeError(f"underlying {called}() should have returned a bytes-like object, not '{type(data).__name__}'") from None
        return data if isinstance(data, (bytes, bytearray)) else bytes(data)

    def _with_ends(self, text):
        """What has been decoded, as it is to be read; the line ends in it are noted."""
        if self._newline:
            return text
        if "\r" not in text:
            if "\n" in text:
                self._seen.add("\n")
            return text
        pairs = text.count("\r\n")
        if text.count("\r") > pairs:
            self._seen.add("\r")
        if text.count("\n") > pairs:
            self._seen.add("\n")
        if pairs:
            self._seen.add("\r\n")
        return text if self._newline == "" else text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def newlines(self):
        seen = tuple(end for end in ("\r", "\n", "\r\n") if end in self._seen)
        return seen if len(seen) > 1 else seen[0] if seen else None

    def _start_reading(self):
        self._check_closed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pending:
            self.flush()
        self._has_ended = False
        self._is_plain = type(self) is TextIOWrapper and (not self._newline or self._newline == "\n")

    def _take(self, size):
        taken = self._text[self._at:self._at + size]
        self._at += len(taken)
        return taken

    def read(self, size=-1, /):
        if (part := self._take_part(size)) is not None:
            return part
        self._start_reading()
        size = _size_to_read(size)
        if size < 0:
            data = self._bytes_of("read")
            if self._decoder is None and not self._is_past_mark and codec_number(self._encoding) > 1:  # all at once
                rest = self._with_ends(data.decode(self._encoding, self._errors))
            else:
                rest = self._with_ends(self._decoded(data, True))
            taken = self._text[self._at:] + rest
            self._text, self._at, self._untranslated, self._has_read = "", 0, "", False
            return taken
        while len(self._text) - self._at < size and self._fill():
            pass
        return self._take(size)

    def _line_end(self, looked):
        """Where the first line that has been decoded ends, of which so many characters hold no end; -1: not yet."""
        begin = self._at + looked
        if self._newline != "":
            end = self._newline or "\n"
            at = self._text.find(end, max(begin - len(end) + 1, self._at))
            return at if at < 0 else at + len(end)
        at, alone = self._text.find("\n", begin), self._text.find("\r", begin)
        if alone >= 0 and (at < 0 or alone < at):
            return alone + (2 if self._text[alone + 1:alone + 2] == "\n" else 1)
        return at if at < 0 else at + 1

    def readline(self, size=-1, /):
        if size == -1 and (line := self._take_line()):
            return line
        size = index(size)
        self._start_reading()
        looked = 0
        while (end := self._line_end(looked)) < 0:
            looked = len(self._text) - self._at
            if 0 <= size <= looked or not self._fill():
                break
        if end < 0:
            end = len(self._text)
        return self._take(end - self._at if size < 0 else min(end - self._at, size))

    def seek(self, cookie, whence=0, /):
        self._check_closed()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and cookie:
            raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        if whence == 1:
            cookie, whence = self.tell(), 0
        if whence == 0 and cookie < 0:
            raise ValueError(f"negative seek position {cookie!r}")
        self.flush()
        place = self.buffer.seek(cookie, whence)
        self._text = self._untranslated = self._held = ""
        self._at, self._decoder, self._has_read = 0, None, False
        self._is_past_mark = place != 0
        return place

    def tell(self):
        self.flush()
        place = self.buffer.tell()
        if self._decoder is not None:
            place -= len(self._decoder.getstate()[0])
        rest = self._untranslated[self._unread_at():] + self._held
        return place - len(rest.encode(self._markless or self._encoding, self._errors)) if rest else place

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)

    def __repr__(self):
        parts = ["_io.TextIOWrapper"]
        for attribute in ("name", "mode"):
            try:
                parts.append(f"{attribute}={getattr(self, attribute)!r}")
            except (AttributeError, ValueError):
                pass
        return f"<{' '.join(parts)} encoding={self._encoding!r}>"


for _class in (FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper):
    _class.__module__ = "_io"
    _show_module(_class)
del _class
