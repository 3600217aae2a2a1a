"""The registry of encodings, error handlers, streams that encode and decode (library reference, "codecs")."""
import builtins
import sys

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16",
    "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
    "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
    "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors",
    "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == "little" else BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """What looking up an encoding gives: the four classic functions as a tuple, the others as attributes."""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))

    def __getnewargs__(self):
        return tuple(self)


# ---- the registry --------------------------------------------------------------------------------------------------

_search_functions = []
_found = {}


def register(search_function, /):
    """Register a codec search function: given a name in lower case it returns a CodecInfo or None."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_functions.append(search_function)


def unregister(search_function, /):
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _found.clear()


def _normal(name):
    # Lower case; what is neither letter, digit nor dot becomes one underscore, what is not ASCII nothing.
    words, gap = [], False
    for c in name.lower():
        if not (c.isalnum() or c == "."):
            gap = True
        elif c.isascii():
            if gap and words:
                words.append("_")
            words.append(c)
            gap = False
    return "".join(words)


def lookup(encoding, /):
    """Looks up a codec in the registry; LookupError when there is none."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if "\0" in encoding:
        raise ValueError("embedded null character")
    name = _normal(encoding)
    if name in _found:
        return _found[name]
    import _codecs_provided
    info = _codecs_provided.search(name)
    if info is None:
        for function in _search_functions:
            info = function(name)
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            raise LookupError(f"unknown encoding: {encoding}")
    _found[name] = info
    return info


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def _with_note(call, operation, encoding, *args):
    try:
        result = call(*args)
    except Exception as error:
        # the innermost words, with the codec they are from
        note = f"{operation} with '{encoding}' codec failed"
        if encoding is not None and note not in getattr(error, "__notes__", ()):
            error.add_note(note)
        raise
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{'encoder' if operation == 'encoding' else 'decoder'} must return a tuple (object, integer)")
    return result[0]


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes obj using the codec registered for encoding, which need not be one for text."""
    return _with_note(lookup(encoding)[0], "encoding", encoding, obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes obj using the codec registered for encoding, which need not be one for text."""
    return _with_note(lookup(encoding)[1], "decoding", encoding, obj, errors)


def _refuse_other(info, encoding, function):
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs")


def _encode_text(text, encoding, errors):
    # str.encode, for an encoding or a handler that only this registry has.
    import _codecs_provided
    if _codecs_provided.is_provided(encoding):
        return _encode_with_handler(text, encoding, errors)
    info = lookup(encoding)
    _refuse_other(info, encoding, "encode")
    result = _with_note(info[0], "encoding", encoding, text, errors)
    if isinstance(result, bytearray):
        import warnings
        warnings.warn(f"encoder {encoding} returned bytearray instead of bytes; use codecs.encode() to encode to arbitrary types", RuntimeWarning, 3)
        return bytes(result)
    if not isinstance(result, bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
    return result


def _decode_text(data, encoding, errors):
    # bytes.decode, likewise.
    import _codecs_provided
    if _codecs_provided.is_provided(encoding):
        return _decode_with_handler(data, encoding, errors)
    info = lookup(encoding)
    _refuse_other(info, encoding, "decode")
    result = _with_note(info[1], "decoding", encoding, data, errors)
    if not isinstance(result, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; use codecs.decode() to decode to arbitrary types")
    return result


# ---- error handlers ------------------------------------------------------------------------------------------------

def _need_unicode_error(exception, kinds=(UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
    if not isinstance(exception, kinds):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def strict_errors(exception, /):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError("codec must pass exception instance")


def _wrong(exception):
    # The part that could not be converted, and where it begins and ends: at least one item, whatever the exception says.
    size = len(exception.object)
    start, end = min(max(exception.start, 0), max(size - 1, 0)), min(max(exception.end, 1), size)
    return exception.object[start:end], start, end


def ignore_errors(exception, /):
    _need_unicode_error(exception)
    return "", _wrong(exception)[2]


def replace_errors(exception, /):
    _need_unicode_error(exception)
    wrong, _, end = _wrong(exception)
    if isinstance(exception, UnicodeEncodeError):
        return "?" * len(wrong), end
    return "\ufffd" * (1 if isinstance(exception, UnicodeDecodeError) else len(wrong)), end


def xmlcharrefreplace_errors(exception, /):
    _need_unicode_error(exception, UnicodeEncodeError)
    wrong, _, end = _wrong(exception)
    return "".join(f"&#{ord(c)};" for c in wrong), end


def _escaped(c):
    code = ord(c)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def backslashreplace_errors(exception, /):
    _need_unicode_error(exception)
    wrong, _, end = _wrong(exception)
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in wrong), end
    return "".join(map(_escaped, wrong)), end


def namereplace_errors(exception, /):
    _need_unicode_error(exception, UnicodeEncodeError)
    import unicodedata
    shown = []
    wrong, _, end = _wrong(exception)
    for c in wrong:
        name = unicodedata.name(c, None)
        shown.append(f"\\N{{{name}}}" if name else _escaped(c))
    return "".join(shown), end


def surrogateescape(exception, /):
    _need_unicode_error(exception, (UnicodeEncodeError, UnicodeDecodeError))
    wrong, start, end = _wrong(exception)
    if isinstance(exception, UnicodeEncodeError):
        if not all("\udc80" <= c <= "\udcff" for c in wrong):
            raise exception
        return bytes(ord(c) - 0xDC00 for c in wrong), end
    size = next((i for i, byte in enumerate(wrong[:4]) if byte < 128), min(len(wrong), 4))
    if not size:
        raise exception
    return "".join(chr(0xDC00 + byte) for byte in wrong[:size]), start + size


def surrogatepass(exception, /):
    _need_unicode_error(exception, (UnicodeEncodeError, UnicodeDecodeError))
    wrong, start, end = _wrong(exception)
    encoding = exception.encoding
    if encoding.lower() in ("utf-16", "utf-32", "utf_16", "utf_32", "utf16", "utf32"):  # no mark
        encoding += "-le" if sys.byteorder == "little" else "-be"
    try:
        if isinstance(exception, UnicodeEncodeError):
            if all("\ud800" <= c <= "\udfff" for c in wrong):
                return wrong.encode(encoding, "surrogatepass"), end
            raise exception
        for size in range(4, 0, -1):
            if _decodes(exception.object[start:start + size], encoding):
                return exception.object[start:start + size].decode(encoding, "surrogatepass"), start + size
    except (UnicodeError, LookupError):
        pass
    raise exception


def _decodes(data, encoding):
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeError:
        return False
    return all("\ud800" <= c <= "\udfff" for c in text)


_handlers = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors, "namereplace": namereplace_errors,
    "surrogateescape": surrogateescape, "surrogatepass": surrogatepass,
}


def register_error(errors, handler, /):
    """Register the specified error handler under the name errors."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(name, /):
    """The error handler registered under a name; LookupError when there is none."""
    if not isinstance(name, str):
        raise TypeError(f"lookup_error() argument must be str, not {type(name).__name__}")
    try:
        return _handlers["strict" if name == "" else name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


def _handled(handler, error, length, kinds, message):
    # What a handler says: its replacement, and where to go on.
    answer = handler(error)
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds):
        raise TypeError(message)
    import operator
    at = operator.index(answer[1])
    at += length if at < 0 else 0
    if not 0 <= at <= length:
        raise IndexError(f"position {at} from error handler out of bounds")
    return answer[0], at


def _utf_unit(encoding):
    # The bytes of a code unit of utf-8, utf-16 or utf-32 (as errors name them); 0: another encoding.
    return int(encoding[4:6]) // 8 if encoding.startswith("utf-1") or encoding.startswith("utf-3") else encoding == "utf-8"


def _encode_with_handler(text, encoding, errors):
    import _codecs_provided
    pieces, at = [], 0
    later = _codecs_provided.without_mark(encoding)
    while True:
        try:
            pieces.append(text[at:].encode(encoding))
            return b"".join(pieces)
        except UnicodeEncodeError as e:
            handler = lookup_error(errors)
            error = UnicodeEncodeError(e.encoding, text, at + e.start, at + e.end, e.reason)
            pieces.append(text[at:at + e.start].encode(encoding))
        encoding = later
        replacement, at = _handled(handler, error, len(text), (str, bytes), "encoding error handler must return (str/bytes, int) tuple")
        is_text, unit = isinstance(replacement, str), _utf_unit(error.encoding)
        if unit and (not replacement.isascii() if is_text else len(replacement) % unit):
            raise error
        if is_text:
            try:
                replacement = replacement.encode(encoding)
            except UnicodeEncodeError:
                raise error from None
        pieces.append(replacement)


def _decode_with_handler(data, encoding, errors):
    import _codecs_provided
    pieces, at = [], 0
    encoding, data_start = _codecs_provided.settle_mark(encoding, data)
    at = data_start
    while True:
        try:
            pieces.append(data[at:].decode(encoding))
            return "".join(pieces)
        except UnicodeDecodeError as e:
            handler = lookup_error(errors)
            error = UnicodeDecodeError(e.encoding, data, at + e.start, at + e.end, e.reason)
            pieces.append(data[at:at + e.start].decode(encoding))
        replacement, at = _handled(handler, error, len(data), str, "decoding error handler must return (str, int) tuple")
        data = error.object
        pieces.append(replacement)


# ---- base classes --------------------------------------------------------------------------------------------------

class Codec:
    """Stateless encoder and decoder: each gives (result, number of items consumed)."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes input piece by piece, remembering what lies between."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that keeps what _buffer_encode(input, errors, final) has not consumed."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        waiting = self.buffer + input
        result, consumed = self._buffer_encode(waiting, self.errors, final)
        self.buffer = waiting[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes input piece by piece, remembering what lies between."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps the bytes _buffer_decode(input, errors, final) has not consumed."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        waiting = self.buffer + input
        result, consumed = self._buffer_decode(waiting, self.errors, final)
        self.buffer = waiting[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


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


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := encoder.encode(input):
            yield output
    if output := encoder.encode("", True):
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        if output := decoder.decode(input):
            yield output
    if output := decoder.decode(b"", True):
        yield output


# ---- tables --------------------------------------------------------------------------------------------------------

def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The reverse of a decoding map; what occurs twice is undefined."""
    reverse = {}
    for key, value in decoding_map.items():
        reverse[value] = None if value in reverse else key
    return reverse


def charmap_build(map, /):
    return {ord(c): i for i, c in enumerate(map)}


def charmap_encode(str, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_encode(str, errors)
    pieces, at = [], 0

    def one(c):
        try:
            code = mapping[ord(c)]
        except LookupError:
            return None
        if code is None or isinstance(code, bytes):
            return code
        if not isinstance(code, int):
            raise TypeError(f"character mapping must return integer, bytes or None, not {type(code).__name__}")
        if not 0 <= code < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((code,))
    while at < len(str):
        piece = one(str[at])
        if piece is not None:
            pieces.append(piece)
            at += 1
            continue
        end = at + 1
        while end < len(str) and one(str[end]) is None:
            end += 1
        error = UnicodeEncodeError("charmap", str, at, end, "character maps to <undefined>")
        replacement, at = _handled(lookup_error(errors or "strict"), error, len(str), (builtins.str, bytes),
                                   "encoding error handler must return (str/bytes, int) tuple")
        if isinstance(replacement, bytes):
            pieces.append(replacement)
            continue
        for c in replacement:
            piece = one(c)
            if piece is None:
                raise error
            pieces.append(piece)
    return b"".join(pieces), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors)
    data = bytes(data)
    pieces, at, is_text = [], 0, isinstance(mapping, str)
    while at < len(data):
        try:
            code = mapping[data[at]]
        except LookupError:
            code = None
        if isinstance(code, int):
            if not 0 <= code < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            code = chr(code)
        if code is not None and not isinstance(code, str):
            raise TypeError(f"character mapping must return integer, None or str, not {type(code).__name__}")
        if code is not None and code != "\ufffe":
            pieces.append(code)
            at += 1
            continue
        error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
        replacement, at = _handled(lookup_error(errors or "strict"), error, len(data), str, "decoding error handler must return (str, int) tuple")
        data = error.object
        pieces.append(replacement)
    return "".join(pieces), len(data)


def __getattr__(name):
    # utf_8_decode and its like: one function for each encoding and direction.
    import _codecs_provided
    function = _codecs_provided.function(name)
    if function is None:
        raise AttributeError(f"module 'codecs' has no attribute {name!r}")
    globals()[name] = function
    return function


def latin_1_encode(str, errors=None, /):
    return str.encode("latin-1", errors or "strict"), len(str)


def latin_1_decode(data, errors=None, /):
    return bytes(data).decode("latin-1", errors or "strict"), len(data)
