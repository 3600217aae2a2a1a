"""The registry of encodings, error handlers, streams that encode and decode (library reference, "codecs")."""
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


# ---- iterators -----------------------------------------------------------------------------------------------------

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


# ---- what is not asked for often, and not in the core library ------------------------------------------------------

_STREAMS = "StreamWriter", "StreamReader", "StreamReaderWriter", "StreamRecoder", "open", "EncodedFile"


def __getattr__(name):
    # Streams, and utf_8_decode and its like: one function for each encoding and direction.
    value = None
    try:
        if name in _STREAMS:
            import _codecs_streams
            value = getattr(_codecs_streams, name)
        elif not name.startswith("__"):
            import _codecs_functions
            value = _codecs_functions.function(name)
    except ModuleNotFoundError:
        pass
    if value is None:
        raise AttributeError(f"module 'codecs' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_STREAMS})
