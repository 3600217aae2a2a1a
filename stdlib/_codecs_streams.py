"""codecs: streams that encode and decode what they carry."""
import builtins
from _codecs_provided import need_mark, partial, without_mark
from codecs import BOM_UTF8, Codec, lookup


class _Wrapper:
    # What the classes around a stream share: whatever they have not is the stream's.
    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(_Wrapper, Codec):
    """Writes encoded data to a stream."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Wrapper, Codec):
    """Reads from a stream and decodes. What was read too far waits: bytes in bytebuffer, characters in charbuffer."""
    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reset()

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _decode_first_lines(self, data, error):
        # What stands before an error, when that is at least one whole line.
        text, consumed = self.decode(data[:error.start], self.errors)
        if len(text.splitlines(keepends=True)) <= 1:
            raise error
        return text, consumed

    def _fill(self, size, firstline):
        # One read from the stream, decoded into charbuffer. False: the stream is at its end.
        fresh = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + fresh
        if not data:
            return False
        try:
            text, consumed = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if not firstline:
                raise
            text, consumed = self._decode_first_lines(data, error)
        self.bytebuffer = data[consumed:]
        self.charbuffer += text
        return bool(fresh)

    def read(self, size=-1, chars=-1, firstline=False):
        """At most `chars` characters; `size` is about how many bytes to read at a time."""
        if chars < 0:
            chars = size
        while not 0 <= chars <= len(self.charbuffer):
            if not self._fill(size, firstline):
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """One line; `size` is about how much to read at a time."""
        line, step = self._empty, size or 72
        while True:
            fresh = self.read(step, firstline=True)
            if fresh and fresh.endswith(self._cr):
                fresh += self.read(size=1, chars=1)  # it may be the first half of a line end
            line += fresh
            lines = line.splitlines(keepends=True)
            if lines and (len(lines) > 1 or lines[0].splitlines()[0] != lines[0]):
                self.charbuffer = line[len(lines[0]):] + self.charbuffer
                return lines[0] if keepends else lines[0].splitlines()[0]
            if not fresh or size is not None:
                return line
            step = min(step * 2, 8000)

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b""
        self._empty = self.charbuffertype()
        self._cr = "\r" if self.charbuffertype is str else b"\r"
        self.charbuffer = self._empty

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_Wrapper):
    """A stream that is read through one class and written through another."""
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(_Wrapper):
    """A stream in one encoding seen as one in another: what is read is encoded again, what is written is decoded first."""
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._encoded(next(self.reader))

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)


# ---- files and iterators -------------------------------------------------------------------------------------------

def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file in binary mode and wraps it so that it encodes and decodes."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    wrapped.encoding = encoding
    return wrapped


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A wrapper around a file in file_encoding that reads and writes bytes in data_encoding."""
    file_encoding = file_encoding or data_encoding
    data, outer = lookup(data_encoding), lookup(file_encoding)
    wrapped = StreamRecoder(file, data.encode, data.decode, outer.streamreader, outer.streamwriter, errors)
    wrapped.data_encoding, wrapped.file_encoding = data_encoding, file_encoding
    return wrapped


# ---- of the encodings that the runtime has -------------------------------------------------------------------------

class _StreamWriter(StreamWriter):
    def encode(self, input, errors="strict"):
        return input.encode(self._name, errors), len(input)


class _MarkedWriter(StreamWriter):
    def __init__(self, stream, errors="strict"):
        StreamWriter.__init__(self, stream, errors)
        self._first = True

    def encode(self, input, errors="strict"):
        name = self._name if self._first else without_mark(self._name)
        self._first = False
        return input.encode(name, errors), len(input)

    def reset(self):
        StreamWriter.reset(self)
        self._first = True


class _StreamReader(StreamReader):
    def decode(self, input, errors="strict"):
        return partial(self._name, input, errors)


class _MarkedReader(StreamReader):
    def reset(self):
        StreamReader.reset(self)
        self._settled = None

    def decode(self, input, errors="strict"):
        if self._settled is not None:
            return partial(self._settled, input, errors)
        size = {"utf_16": 2, "utf_32": 4, "utf_8_sig": 3}[self._name]
        if len(input) < size and (self._name != "utf_8_sig" or BOM_UTF8.startswith(input)):
            return "", 0
        self._settled, start = need_mark(self._name, input)
        text, consumed = partial(self._settled, input[start:], errors)
        return text, consumed + start


def base_classes(is_marked):
    """Of the reader and the writer of an encoding, which may begin with a byte order mark; `_name` is the encoding's."""
    return (_MarkedReader, _MarkedWriter) if is_marked else (_StreamReader, _StreamWriter)


for _each in StreamWriter, StreamReader, StreamReaderWriter, StreamRecoder, open, EncodedFile:
    _each.__module__ = "codecs"
