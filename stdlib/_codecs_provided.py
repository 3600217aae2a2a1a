"""The encodings that come with the runtime, as module codecs presents them."""
import codecs
import sys
from _runtime import codec_number

_NO_TEXT = 1
# One name of each encoding for text that the runtime has, as modules of CPython's package `encodings` are called.
NAMES = (
    "utf_8 utf_8_sig ascii latin_1 utf_16 utf_16_le utf_16_be utf_32 utf_32_le utf_32_be unicode_escape raw_unicode_escape cp037 cp1006 cp1026 "
    "cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 "
    "cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_2 iso8859_3 iso8859_4 iso8859_5 iso8859_6 "
    "iso8859_7 iso8859_8 iso8859_9 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 koi8_r koi8_t koi8_u kz1048 mac_arabic "
    "mac_croatian mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620"
).split()
_canonical = {}  # number of an encoding: its name


def canonical(encoding):
    """The name of an encoding for text that the runtime has, or None."""
    if not _canonical:
        for name in NAMES:
            if (number := codec_number(name)) > _NO_TEXT:
                _canonical.setdefault(number, name)
    return _canonical.get(codec_number(encoding))


def is_provided(encoding):
    return codec_number(encoding) > _NO_TEXT


def without_mark(encoding):
    """What the rest of a text is encoded in when its start was in `encoding`, byte order mark and all."""
    name, order = canonical(encoding), "le" if sys.byteorder == "little" else "be"
    if name in ("utf_16", "utf_32"):
        return f"{name}_{order}"
    return "utf_8" if name == "utf_8_sig" else encoding


def settle_mark(encoding, data):
    """The encoding without marks that data is in, and where its text begins."""
    name = canonical(encoding)
    if name == "utf_8_sig":
        return "utf_8", 3 if data[:3] == codecs.BOM_UTF8 else 0
    if name in ("utf_16", "utf_32"):
        size = 2 if name == "utf_16" else 4
        for order in ("le", "be"):
            if data[:size] == getattr(codecs, f"BOM_{name.replace('_', '').upper()}_{order.upper()}"):
                return f"{name}_{order}", size
        return without_mark(name), 0
    return encoding, 0


# ---- decoding in pieces --------------------------------------------------------------------------------------------

def _utf_8_tail(data, errors):
    # Bytes at the end that may be the start of a character.
    for size in range(1, min(3, len(data)) + 1):
        byte = data[-size]
        if 0x80 <= byte < 0xC0:
            continue
        needed = 2 if 0xC2 <= byte < 0xE0 else 3 if 0xE0 <= byte < 0xF0 else 4 if 0xF0 <= byte < 0xF5 else 0
        if needed <= size:
            return 0
        if size > 1:
            second = data[1 - size]
            low = {0xE0: 0xA0, 0xF0: 0x90}.get(byte, 0x80)
            high = {0xED: 0xBF if errors == "surrogatepass" else 0x9F, 0xF4: 0x8F}.get(byte, 0xBF)
            if not low <= second <= high:
                return 0
        return size
    return 0


def _utf_16_tail(data, big):
    odd = len(data) % 2
    at = len(data) - odd - 2
    if at >= 0 and 0xD8 <= data[at if big else at + 1] < 0xDC:
        return odd + 2
    return odd


def _escape_tail(data, raw):
    import re
    pattern = rb"\\(?:u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7})?\Z" if raw else \
        rb"\\(?:[0-7]{1,2}|x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}|N(?:\{[^}]*)?)?\Z"
    found = re.search(pattern, data)
    if not found:
        return 0
    start = found.start()
    before = len(data[:start]) - len(data[:start].rstrip(b"\\"))
    return 0 if before % 2 else len(data) - start


def _tail(name, data, errors):
    if name in ("utf_8", "utf_8_sig"):
        return _utf_8_tail(data, errors)
    if name.startswith("utf_16"):
        return _utf_16_tail(data, name.endswith("be") or (name == "utf_16" and settle_mark(name, data)[0].endswith("be")))
    if name.startswith("utf_32"):
        return len(data) % 4
    return _escape_tail(data, name[0] == "r") if name.endswith("escape") else 0


def partial(name, data, errors="strict", final=False):
    """Decodes what is whole of data: (text, number of bytes)."""
    data = bytes(data)
    size = len(data) if final else len(data) - _tail(name, data, errors or "strict")
    return data[:size].decode(name, errors or "strict"), size


HAS_PARTS = ("utf_", "unicode_escape", "raw_unicode_escape")


# ---- classes of one encoding ---------------------------------------------------------------------------------------

class _IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        return partial(self._name, input, errors, final)


def need_mark(name, data):
    encoding, start = settle_mark(name, data)
    if not start and name != "utf_8_sig" and len(data) >= (2 if name == "utf_16" else 4):
        raise UnicodeError(f"{name.upper().replace('_', '-')} stream does not start with BOM")
    return encoding, start


class _MarkedDecoder(codecs.BufferedIncrementalDecoder):
    # utf-16 and utf-32: the first bytes settle the order; utf-8-sig: they may be a mark, which is no text.
    def __init__(self, errors="strict"):
        codecs.BufferedIncrementalDecoder.__init__(self, errors)
        self._settled = None

    def _buffer_decode(self, input, errors, final):
        if self._settled is not None:
            return partial(self._settled, input, errors, final)
        size = {"utf_16": 2, "utf_32": 4, "utf_8_sig": 3}[self._name]
        if len(input) < size and not final and (self._name != "utf_8_sig" or codecs.BOM_UTF8.startswith(input)):
            return "", 0
        self._settled, start = need_mark(self._name, input)
        text, consumed = partial(self._settled, input[start:], errors, final)
        return text, consumed + start

    def reset(self):
        codecs.BufferedIncrementalDecoder.reset(self)
        self._settled = None

    def getstate(self):
        waiting = codecs.BufferedIncrementalDecoder.getstate(self)[0]
        if self._name == "utf_8_sig":
            return waiting, int(self._settled is None)
        if self._settled is None:
            return waiting, 2
        return waiting, int(self._settled != without_mark(self._name))

    def setstate(self, state):
        codecs.BufferedIncrementalDecoder.setstate(self, state)
        flag, natural = state[1], without_mark(self._name)
        if self._name == "utf_8_sig":
            self._settled = None if flag else "utf_8"
        else:
            other = natural[:-2] + ("be" if natural.endswith("le") else "le")
            self._settled = {0: natural, 1: other}.get(flag)


class _IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return input.encode(self._name, self.errors)


class _MarkedEncoder(codecs.IncrementalEncoder):
    # Only the first piece gets the byte order mark.
    def __init__(self, errors="strict"):
        codecs.IncrementalEncoder.__init__(self, errors)
        self._first = True

    def encode(self, input, final=False):
        if self._first and (input or self._name != "utf_8_sig"):
            self._first = False
            return input.encode(self._name, self.errors)
        return b"" if self._first else input.encode(without_mark(self._name), self.errors)

    def reset(self):
        codecs.IncrementalEncoder.reset(self)
        self._first = True

    def getstate(self):
        return (1 if self._name == "utf_8_sig" else 2) if self._first else 0

    def setstate(self, state):
        self._first = bool(state)


def _class(kind, name, base):
    return type(kind, (base,), {"_name": name, "__module__": "encodings." + name})


def _text_codec(name):
    marked, parts = name in ("utf_8_sig", "utf_16", "utf_32"), name.startswith(HAS_PARTS)

    def encode(input, errors="strict"):
        return input.encode(name, errors or "strict"), len(input)

    def decode(input, errors="strict"):
        return bytes(memoryview(input)).decode(name, errors or "strict"), len(input)
    try:
        from _codecs_streams import base_classes
        reader, writer = base_classes(marked)
    except ModuleNotFoundError:  # the core library has no streams
        reader = writer = None
    return codecs.CodecInfo(
        name="iso8859-1" if name == "latin_1" else name.replace("_", "-"), encode=encode, decode=decode,
        incrementalencoder=_class("IncrementalEncoder", name, _MarkedEncoder if marked else _IncrementalEncoder),
        incrementaldecoder=_class("IncrementalDecoder", name, _MarkedDecoder if marked else _IncrementalDecoder),
        streamreader=reader and _class("StreamReader", name, reader), streamwriter=writer and _class("StreamWriter", name, writer))


def is_single_byte(name):
    """Whether each byte is a character, by a table."""
    import _codecs_multibyte
    return name in NAMES[12:] or name in _codecs_multibyte.EBCDIC


def search(name):
    """The CodecInfo for a name in lower case, or None."""
    text = canonical(name)
    if text:
        return _text_codec(text)
    try:
        import _codecs_other
        import _codecs_multibyte
    except ModuleNotFoundError:  # the core library has the others alone
        return None
    found = _codecs_other.search(name)
    return _codecs_multibyte.search(name) if found is None else found
