"""codecs: functions for single encodings (utf_8_decode and its like), escape sequences of bytes, and mappings between characters and bytes."""
import builtins
from _codecs_provided import HAS_PARTS, NAMES, partial, settle_mark, without_mark
from codecs import _handled, lookup_error


def _encoder(name):
    def encode(str, errors=None, /):
        return str.encode(name, errors or "strict"), len(str)
    return encode


def _ordered_encoder(name):
    def encode(str, errors=None, byteorder=0, /):
        order = name if not byteorder else f"{name}_{'le' if byteorder < 0 else 'be'}"
        return str.encode(order, errors or "strict"), len(str)
    return encode


def _decoder(name):
    def decode(data, errors=None, final=name.endswith("escape"), /):
        return partial(name, data.encode() if isinstance(data, str) and name.endswith("escape") else data, errors, final)
    return decode


def _whole_decoder(name):
    def decode(data, errors=None, /):
        data = data.encode() if isinstance(data, str) and name.endswith("escape") else bytes(memoryview(data))
        return data.decode(name, errors or "strict"), len(data)
    return decode


def _ex_decoder(name):
    def decode(data, errors=None, byteorder=0, final=False, /):
        data, start = bytes(data), 0
        order = f"{name}_{'le' if byteorder < 0 else 'be'}" if byteorder else None
        if order is None and len(data) >= (2 if name == "utf_16" else 4):
            order, start = settle_mark(name, data)
            if start:
                byteorder = -1 if order.endswith("le") else 1
        text, consumed = partial(order or without_mark(name), data[start:], errors, final)
        return text, consumed + start, byteorder
    return decode


def escape_decode(data, errors=None, /):
    """What the escape sequences of a bytes literal say."""
    import re
    data = data.encode() if isinstance(data, str) else bytes(data)
    simple = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r", b"\n": b""}

    def replace(found):
        escape = found[1]
        if escape[:1] == b"x":
            if len(escape) == 3:
                return bytes((int(escape[1:], 16),))
            if (errors or "strict") == "strict":
                raise ValueError(f"invalid \\x escape at position {found.start()}")
            if errors not in ("replace", "ignore"):
                raise ValueError(f"decoding error; unknown error handling code: {errors}")
            return b"?" if errors == "replace" else b""
        if escape[:1].isdigit() and escape[:1] < b"8":
            code = int(escape, 8)
            if code > 255:
                import warnings
                warnings.warn(f"invalid octal escape sequence '\\{escape.decode()}'", DeprecationWarning, 3)
            return bytes((code & 255,))
        if not escape:
            raise ValueError("Trailing \\ in string")
        if escape in simple:
            return simple[escape]
        if escape not in (b"\\", b"'", b'"'):
            import warnings
            warnings.warn(f"invalid escape sequence '\\{escape.decode('latin-1')}'", DeprecationWarning, 3)
            return b"\\" + escape
        return escape
    return re.sub(rb"(?s)\\(x[0-9a-fA-F]{0,2}|[0-7]{1,3}|.|\Z)", replace, data), len(data)


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    shown = repr(data)
    text = shown[2:-1]
    return (text.replace("'", "\\'") if shown[1] == '"' else text).encode("ascii"), len(data)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


def _utf_7_function(way):
    import _codecs_multibyte

    def utf_7_encode(str, errors=None, /):
        return _codecs_multibyte.utf_7_encode(str, errors or "strict"), len(str)

    def utf_7_decode(data, errors=None, final=False, /):
        return _codecs_multibyte.utf_7_decode(data, errors or "strict", final)
    return utf_7_encode if way == "encode" else utf_7_decode


def function(name):
    """codecs.utf_8_decode and the others; None: no such name."""
    if name in ("escape_decode", "escape_encode", "readbuffer_encode", "charmap_build", "charmap_encode", "charmap_decode"):
        return globals()[name]
    encoding, _, way = name.rpartition("_")
    if encoding == "utf_7" and way in ("encode", "decode"):
        return _utf_7_function(way)
    if way == "decode" and encoding in ("utf_16_ex", "utf_32_ex"):
        made = _ex_decoder(encoding[:-3])
    elif encoding not in NAMES[:12] or encoding == "utf_8_sig" or way not in ("encode", "decode"):
        return None
    elif way == "decode":
        made = (_decoder if encoding.startswith(HAS_PARTS) else _whole_decoder)(encoding)
    else:
        made = (_ordered_encoder if encoding in ("utf_16", "utf_32") else _encoder)(encoding)
    made.__name__ = made.__qualname__ = name
    return made


# ---- mappings ------------------------------------------------------------------------------------------------------

def charmap_build(map, /):
    return {ord(c): i for i, c in enumerate(map)}


def charmap_encode(str, errors=None, mapping=None, /):
    if mapping is None:
        return function("latin_1_encode")(str, errors)
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
        return function("latin_1_decode")(data, errors)
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
