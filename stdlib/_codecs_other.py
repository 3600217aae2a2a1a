"""Codecs between bytes and bytes, or text and text; punycode (RFC 3492) and idna (RFC 3490)."""
import codecs


def _strict_only(errors):
    if errors != "strict":
        raise ValueError(f"unsupported error handling: {errors!r}")


def _hex_encode(input, errors="strict"):
    import binascii
    _strict_only(errors)
    return binascii.b2a_hex(input), len(input)


def _hex_decode(input, errors="strict"):
    import binascii
    _strict_only(errors)
    return binascii.a2b_hex(input), len(input)


def _base64_encode(input, errors="strict"):
    import base64
    _strict_only(errors)
    return base64.encodebytes(input), len(input)


def _base64_decode(input, errors="strict"):
    import base64
    _strict_only(errors)
    return base64.decodebytes(input), len(input)


def _quopri_encode(input, errors="strict"):
    import binascii
    _strict_only(errors)
    return binascii.b2a_qp(bytes(input), quotetabs=True), len(input)


def _quopri_decode(input, errors="strict"):
    import binascii
    _strict_only(errors)
    return binascii.a2b_qp(input), len(input)


def _uu_encode(input, errors="strict", filename="<data>", mode=0o666):
    import binascii
    _strict_only(errors)
    data = bytes(input)
    name = filename.replace("\n", "\\n").replace("\r", "\\r")
    lines = [b"begin %o %s\n" % (mode & 0o777, name.encode("ascii"))]
    lines += [binascii.b2a_uu(data[i:i + 45]) for i in range(0, len(data), 45)]
    return b"".join(lines) + b" \nend\n", len(input)


def _uu_decode(input, errors="strict"):
    import binascii
    _strict_only(errors)
    lines = iter(bytes(input).splitlines(keepends=True))
    for line in lines:
        if line[:5] == b"begin":
            break
    else:
        raise ValueError('Missing "begin" line in input data')
    pieces = []
    for line in lines:
        if line.strip(b" \t\r\n\f") == b"end":
            break
        try:
            pieces.append(binascii.a2b_uu(line))
        except binascii.Error:
            pieces.append(binascii.a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3]))  # trailing garbage of some encoders
    else:
        raise ValueError("Truncated input data")
    return b"".join(pieces), len(input)


def _zlib_encode(input, errors="strict"):
    import zlib
    _strict_only(errors)
    return zlib.compress(input), len(input)


def _zlib_decode(input, errors="strict"):
    import zlib
    _strict_only(errors)
    return zlib.decompress(input), len(input)


def _bz2_encode(input, errors="strict"):
    import bz2
    _strict_only(errors)
    return bz2.compress(input), len(input)


def _bz2_decode(input, errors="strict"):
    import bz2
    _strict_only(errors)
    return bz2.decompress(input), len(input)


_ROT13 = {ord(a): b for low in "aA" for i in range(26) for a, b in [(chr(ord(low) + i), chr(ord(low) + (i + 13) % 26))]}


def _rot13(input, errors="strict"):
    return str.translate(input, _ROT13), len(input)


# ---- punycode ------------------------------------------------------------------------------------------------------

_BASE, _T_MIN, _T_MAX, _SKEW, _DAMP = 36, 1, 26, 38, 700
_DIGITS = b"abcdefghijklmnopqrstuvwxyz0123456789"


def _adapt(delta, points, first):
    delta = delta // _DAMP if first else delta // 2
    delta += delta // points
    k = 0
    while delta > (_BASE - _T_MIN) * _T_MAX // 2:
        delta //= _BASE - _T_MIN
        k += _BASE
    return k + (_BASE - _T_MIN + 1) * delta // (delta + _SKEW)


def _threshold(k, bias):
    return min(max(k - bias, _T_MIN), _T_MAX)


def punycode_encode(text):
    basic = bytes(ord(c) for c in text if ord(c) < 128)
    out = bytearray(basic + b"-" if basic else b"")
    n, delta, bias, done = 128, 0, 72, len(basic)
    while done < len(text):
        least = min(ord(c) for c in text if ord(c) >= n)
        delta += (least - n) * (done + 1)
        n = least
        for c in text:
            delta += ord(c) < n
            if ord(c) == n:
                rest, k = delta, _BASE
                while rest >= (t := _threshold(k, bias)):
                    rest, digit = divmod(rest - t, _BASE - t)
                    out.append(_DIGITS[t + digit])
                    k += _BASE
                out.append(_DIGITS[rest])
                bias = _adapt(delta, done + 1, done == len(basic))
                delta, done = 0, done + 1
        delta, n = delta + 1, n + 1
    return bytes(out)


def punycode_decode(data, errors="strict"):
    data = bytes(data)
    cut = data.rfind(b"-")
    basic, extended = (data[:cut], data[cut + 1:]) if cut >= 0 else (b"", data)
    extended.decode("ascii")
    text, n, index, bias, at = list(basic.decode("ascii", errors)), 128, 0, 72, 0
    while at < len(extended):
        before, weight, k = index, 1, _BASE
        while True:
            if at >= len(extended):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(text)
            digit = _DIGITS.find(extended[at:at + 1].lower())
            at += 1
            if digit < 0:
                if errors == "strict":
                    raise UnicodeError(f"Invalid extended code point '{chr(extended[at - 1]).upper()}'")
                return "".join(text)
            t = _threshold(k, bias)
            index += digit * weight
            if digit < t:
                break
            weight *= _BASE - t
            k += _BASE
        bias = _adapt(index - before, len(text) + 1, before == 0)
        n += index // (len(text) + 1)
        index %= len(text) + 1
        if n > 0x10FFFF:
            if errors == "strict":
                raise UnicodeError(f"Invalid character U+{n:x}")
            n = ord("?")
        text.insert(index, chr(n))
        index += 1
    return "".join(text)


def _check_text_errors(errors):
    if errors not in ("strict", "replace", "ignore"):
        raise UnicodeError(f"Unsupported error handling {errors}")


def _punycode_encode(input, errors="strict"):
    return punycode_encode(input), len(input)


def _punycode_decode(input, errors="strict"):
    _check_text_errors(errors)
    data = input.encode("ascii") if isinstance(input, str) else input
    return punycode_decode(data, errors), len(input)


# ---- idna ----------------------------------------------------------------------------------------------------------

def _to_ascii(label):
    try:
        data = label.encode("ascii")
    except UnicodeError:
        import unicodedata
        folded = unicodedata.normalize("NFKC", label.casefold() if "\xdf" not in label else label.lower().replace("\xdf", "ss"))
        try:
            data = folded.encode("ascii")
        except UnicodeError:
            if folded.startswith("xn--"):
                raise UnicodeError("Label starts with ACE prefix")
            data = b"xn--" + punycode_encode(folded)
    if not data:
        raise UnicodeError("label empty")
    if len(data) >= 64:
        raise UnicodeError("label too long")
    return data


def _to_unicode(label):
    if len(label) > 1024:  # what takes time grows with its square
        raise UnicodeError("label way too long")
    if not label.lower().startswith(b"xn--"):
        return label.decode("ascii")
    text = punycode_decode(label[4:])
    if _to_ascii(text).lower() != label.lower():
        raise UnicodeError("IDNA does not round-trip", label, _to_ascii(text))
    return text


def _idna_encode(input, errors="strict"):
    import re
    if errors != "strict":
        raise UnicodeError(f"unsupported error handling {errors}")
    if not input:
        return b"", 0
    labels = re.split("[.\u3002\uff0e\uff61]", input)
    ending = b""
    if not labels[-1]:
        labels.pop()
        ending = b"."
    return b".".join(map(_to_ascii, labels)) + ending, len(input)


def _idna_decode(input, errors="strict"):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling {errors}")
    if not input:
        return "", 0
    labels = bytes(input).split(b".")
    ending = ""
    if not labels[-1]:
        labels.pop()
        ending = "."
    return ".".join(map(_to_unicode, labels)) + ending, len(input)


def _undefined(input, errors="strict"):
    raise UnicodeError("undefined encoding")


# ---- the registry's view -------------------------------------------------------------------------------------------

_CODECS = {
    "hex": (_hex_encode, _hex_decode, False), "base64": (_base64_encode, _base64_decode, False), "uu": (_uu_encode, _uu_decode, False),
    "quopri": (_quopri_encode, _quopri_decode, False), "zlib": (_zlib_encode, _zlib_decode, False), "bz2": (_bz2_encode, _bz2_decode, False), "rot-13": (_rot13, _rot13, False),
    "punycode": (_punycode_encode, _punycode_decode, True), "idna": (_idna_encode, _idna_decode, True), "undefined": (_undefined, _undefined, True),
}
_ALIASES = {
    "hex_codec": "hex", "base64_codec": "base64", "base_64": "base64", "uu_codec": "uu", "quopri_codec": "quopri", "quoted_printable": "quopri",
    "quotedprintable": "quopri", "zlib_codec": "zlib", "zip": "zlib", "bz2_codec": "bz2", "rot13": "rot-13", "rot_13": "rot-13",
}


class _ZlibEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors="strict"):
        _strict_only(errors)
        self.errors = errors
        self.reset()

    def encode(self, input, final=False):
        data = self._compressor.compress(input)
        return data + self._compressor.flush() if final else data

    def reset(self):
        import zlib
        self._compressor = zlib.compressobj()


class _ZlibDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors="strict"):
        _strict_only(errors)
        self.errors = errors
        self.reset()

    def decode(self, input, final=False):
        data = self._decompressor.decompress(input)
        return data + self._decompressor.flush() if final else data

    def reset(self):
        import zlib
        self._decompressor = zlib.decompressobj()


class _Bz2Encoder(_ZlibEncoder):
    def reset(self):
        import bz2
        self._compressor = bz2.BZ2Compressor()


class _Bz2Decoder(_ZlibDecoder):
    def decode(self, input, final=False):
        try:
            return self._decompressor.decompress(input)
        except EOFError:
            return b""

    def reset(self):
        import bz2
        self._decompressor = bz2.BZ2Decompressor()


class _IdnaEncoder(codecs.BufferedIncrementalEncoder):
    # A label is encoded when the dot behind it has come.
    def _buffer_encode(self, input, errors, final):
        import re
        dots = [m.end() for m in re.finditer("[.\u3002\uff0e\uff61]", input)]
        size = len(input) if final else dots[-1] if dots else 0
        return _idna_encode(input[:size], errors)[0], size


class _IdnaDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        data = input.encode("ascii") if isinstance(input, str) else bytes(input)
        size = len(data) if final else data.rfind(b".") + 1
        return _idna_decode(data[:size], errors)[0], size


def search(name):
    known = _ALIASES.get(name, name)
    if known not in _CODECS:
        return None
    encode, decode, is_text = _CODECS[known]

    class Codec(codecs.Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    kind = str if is_text or known == "rot-13" else bytes

    class StreamWriter(Codec, codecs.StreamWriter):
        charbuffertype = kind

    class StreamReader(Codec, codecs.StreamReader):
        charbuffertype = kind
    if known == "zlib":
        IncrementalEncoder, IncrementalDecoder = _ZlibEncoder, _ZlibDecoder
    if known == "bz2":
        IncrementalEncoder, IncrementalDecoder = _Bz2Encoder, _Bz2Decoder
    if known == "idna":
        IncrementalEncoder, IncrementalDecoder = _IdnaEncoder, _IdnaDecoder
    return codecs.CodecInfo(name=known, encode=encode, decode=decode, streamreader=StreamReader, streamwriter=StreamWriter,
                            incrementalencoder=IncrementalEncoder, incrementaldecoder=IncrementalDecoder, _is_text_encoding=is_text)
