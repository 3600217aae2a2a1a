"""UTF-7 (RFC 2152), and the encodings of East Asia, whose tables are the C library's (module _iconv).

A codec here is two functions: encode(text, errors) -> bytes, decode(data, errors, final) -> (text, bytes consumed).
"""
import codecs


def _handled(error, errors):
    """(what an error handler puts in place, the position to go on at) of an error."""
    replacement, position = codecs.lookup_error(errors or "strict")(error)
    size = len(error.object)
    if position < 0:
        position += size
    if not 0 <= position <= size:
        raise IndexError(f"position {position} from error handler out of bounds")
    return replacement, position


# ---- UTF-7

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(c): i for i, c in enumerate(_BASE64)}
_DIRECT = frozenset(chr(c) for c in range(32, 126) if chr(c) not in "+\\") | frozenset("\t\n\r")


def utf_7_encode(text, errors="strict"):
    out, at = [], 0
    while at < len(text):
        c = text[at]
        if c in _DIRECT or c == "+":
            out.append("+-" if c == "+" else c)
            at += 1
            continue
        end = at
        while end < len(text) and text[end] not in _DIRECT:
            end += 1
        units = text[at:end].encode("utf-16-be", "surrogatepass")
        bits = int.from_bytes(units, "big") << -len(units) * 8 % 6
        digits = (len(units) * 8 + 5) // 6
        out.append("+" + "".join(_BASE64[bits >> 6 * i & 63] for i in range(digits - 1, -1, -1)))
        if end == len(text) or text[end] in _BASE64 or text[end] == "-":
            out.append("-")
        at = end
    return "".join(out).encode("ascii")


class _Shifted:
    """What stands between "+" and the end of base64."""

    def __init__(self):
        self.bits = self.value = self.high = 0
        self.text = []

    def add(self, digit):
        self.value, self.bits = self.value << 6 | digit, self.bits + 6
        if self.bits >= 16:
            self.bits -= 16
            self.unit(self.value >> self.bits)
            self.value &= (1 << self.bits) - 1

    def unit(self, unit):
        if self.high:
            high, self.high = self.high, 0
            if 0xDC00 <= unit < 0xE000:
                self.text.append(chr(0x10000 + (high - 0xD800 << 10) + unit - 0xDC00))
                return
            self.text.append(chr(high))
        if 0xD800 <= unit < 0xDC00:
            self.high = unit
        else:
            self.text.append(chr(unit))

    def fault(self):
        if self.bits >= 6:
            return "partial character in shift sequence"
        return "non-zero padding bits in shift sequence" if self.value else None


def utf_7_decode(data, errors="strict", final=True):
    data = bytes(data)
    out, at = [], 0

    def fail(start, end, reason):
        nonlocal data
        error = UnicodeDecodeError("utf7", data, start, end, reason)
        replacement, position = _handled(error, errors)
        data = error.object  # a handler may have put something else there
        out.append(replacement)
        return position
    while at < len(data):
        byte = data[at]
        if byte >= 128:
            at = fail(at, at + 1, "unexpected special character")
        elif byte != 0x2B:
            out.append(chr(byte))
            at += 1
        elif data[at + 1:at + 2] == b"-":
            out.append("+")
            at += 2
        elif at + 1 < len(data) and data[at + 1] not in _VALUES:
            at = fail(at, at + 2, "ill-formed sequence")
        else:
            start, shifted = at, _Shifted()
            at += 1
            while at < len(data) and data[at] in _VALUES:
                shifted.add(_VALUES[data[at]])
                at += 1
            if at == len(data) and not final:
                return "".join(out), start
            out += shifted.text
            if at == len(data):
                if shifted.high or shifted.bits >= 6 or shifted.value:
                    at = fail(start, at, "unterminated shift sequence")
            elif shifted.fault():
                at = fail(start, at + 1, shifted.fault())
            else:
                if shifted.high:
                    out.append(chr(shifted.high))
                at += data[at] == 0x2D
    return "".join(out), len(data)


# ---- the C library's tables

# name: (what iconv calls it, other names of it)
_TABLES = {
    "big5": ("BIG5", "big5_tw csbig5"), "big5hkscs": ("BIG5-HKSCS", "big5_hkscs hkscs"), "cp932": ("CP932", "932 ms932 mskanji ms_kanji windows_31j"),
    "cp949": ("CP949", "949 ms949 uhc"), "cp950": ("CP950", "950 ms950"), "euc_jp": ("EUC-JP", "eucjp ujis u_jis"),
    "euc_jis_2004": ("EUC-JISX0213", "jisx0213 eucjis2004 euc_jis2004"), "euc_jisx0213": ("EUC-JISX0213", "eucjisx0213"),
    "euc_kr": ("EUC-KR", "euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001"),
    "gb2312": ("EUC-CN", "chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58"), "gbk": ("GBK", "936 cp936 ms936"),
    "gb18030": ("GB18030", "gb18030_2000"), "iso2022_jp": ("ISO-2022-JP", "csiso2022jp iso2022jp iso_2022_jp"),
    "iso2022_jp_1": ("ISO-2022-JP-1", "iso2022jp_1 iso_2022_jp_1"), "iso2022_jp_2": ("ISO-2022-JP-2", "iso2022jp_2 iso_2022_jp_2"),
    "iso2022_jp_3": ("ISO-2022-JP-3", "iso2022jp_3 iso_2022_jp_3"), "iso2022_jp_2004": ("ISO-2022-JP-3", "iso_2022_jp_2004 iso2022jp_2004"),
    "iso2022_jp_ext": ("ISO-2022-JP-3", "iso2022jp_ext iso_2022_jp_ext"), "iso2022_kr": ("ISO-2022-KR", "csiso2022kr iso2022kr iso_2022_kr"),
    "johab": ("JOHAB", "cp1361 ms1361"), "shift_jis": ("SJIS", "csshiftjis shiftjis sjis s_jis"),
    "shift_jis_2004": ("SHIFT_JISX0213", "shiftjis2004 sjis_2004 s_jis_2004"), "shift_jisx0213": ("SHIFT_JISX0213", "shiftjisx0213 sjisx0213 s_jisx0213"),
}
_ALIASES = {alias: name for name, (_, aliases) in _TABLES.items() for alias in aliases.split()}
_ALIASES |= {"utf7": "utf_7", "u7": "utf_7", "unicode_1_1_utf_7": "utf_7", "hzgb": "hz", "hz_gb": "hz", "hz_gb_2312": "hz"}


# Characters that the C library has and CPython has not: they are errors. What single bytes stand for in CPython, and not in the C library.
_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))
_REJECTED = {"big5": _CONTROLS, "big5hkscs": _CONTROLS, "cp950": _CONTROLS, "euc_jp": _CONTROLS, "euc_kr": _CONTROLS, "iso2022_jp_2": _CONTROLS, "gbk": "\u20ac",
             "shift_jis": "\uffe0\uffe1\uffe2"}
_JISX0213 = {0xFF3C: "\\", 0xFF5E: "~", 0x2014: "\u2015"}
_EUC_JISX0213 = {0x2014: "\u2015", 0xFF5F: "\u2985", 0xFF60: "\u2986"}
_READ_AS = {"shift_jis": {0xA5: "\\", 0x203E: "~"}, "johab": {0x20A9: "\\"}, "shift_jis_2004": _JISX0213, "shift_jisx0213": _JISX0213,
            "euc_jis_2004": _EUC_JISX0213, "euc_jisx0213": _EUC_JISX0213}
_CUT_AT_END = frozenset("big5 big5hkscs cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk johab".split())  # any byte from 0x80


_FIRST = "\u3131\u3132\u3134\u3137\u3138\u3139\u3141\u3142\u3143\u3145\u3146\u3147\u3148\u3149\u314a\u314b\u314c\u314d\u314e"
_MIDDLE = "".join(map(chr, range(0x314F, 0x3164)))
_LAST = "\u3164" + "".join(c for c in map(chr, range(0x3131, 0x314F)) if c not in "\u3138\u3143\u3149")


def _spelled(syllable):
    """A syllable that EUC-KR has no pair for: the filler and its letters."""
    first, rest = divmod(ord(syllable) - 0xAC00, 21 * 28)
    return "\u3164" + _FIRST[first] + _MIDDLE[rest // 28] + _LAST[rest % 28]


def _composed(text):
    import re
    return re.sub(f"\u3164([{_FIRST}])([{_MIDDLE}])([{_LAST}])",
                  lambda m: chr(0xAC00 + (_FIRST.index(m[1]) * 21 + _MIDDLE.index(m[2])) * 28 + _LAST.index(m[3])), text)


def _nec_selected(data):
    """IBM's extensions of CP932 are encoded as NEC's selection of them."""
    import re

    def replace(found):
        pair = found[0]
        if pair[0] < 0xFA or len(pair) < 2:
            return pair
        index = (pair[0] - 0xFA) * 188 + pair[1] - 0x40 - (pair[1] > 0x7F)
        index += 362 if index < 10 else 352 if 21 <= index <= 23 else -28 if index >= 28 else 13 * 188
        lead, trail = divmod(index, 188)
        return bytes((0xED + lead, trail + 0x40 + (trail >= 0x3F)))
    return re.sub(rb"(?s)[\x81-\x9f\xe0-\xfc].|.", replace, data)




def _table_codec(name):
    import _iconv
    import re
    table, read_as = _TABLES[name][0], _READ_AS.get(name)
    write_as = {ord(own): chr(c) for c, own in read_as.items()} if read_as and name != "shift_jis" else None
    rejected = re.compile("[\U000e0000-\U000e007f" + _REJECTED.get(name, "") + "]").search  # the C library drops tags
    _iconv.encode(table, "")  # LookupError: the C library does not have it

    def accepted(text):
        """(the start of text that can be encoded, encoded, its length)"""
        found = rejected(text)
        if name == "cp932":
            data, size = _iconv.encode(table, text[:found.start()] if found else text)
            return _nec_selected(data), size
        if write_as:
            text = text.translate(write_as)
        return _iconv.encode(table, text[:found.start()] if found else text)

    def encode(text, errors="strict"):
        data, at = accepted(text)
        if at == len(text):
            return data
        out, good = [], [text[:at]]  # all that is good is encoded at once: some encodings have shifts
        while at < len(text):
            if name == "euc_kr" and "\uac00" <= text[at] <= "\ud7a3":
                replacement, at = _spelled(text[at]), at + 1
            else:
                replacement, at = _handled(UnicodeEncodeError(name, text, at, at + 1, "illegal multibyte sequence"), errors)
            if isinstance(replacement, bytes):
                out += accepted("".join(good))[0], replacement
                good = []
            elif accepted(replacement)[1] < len(replacement):
                raise UnicodeEncodeError(name, text, at - 1, at, "illegal multibyte sequence")
            else:
                good.append(replacement)
            rest = text[at:]
            size = accepted(rest)[1]
            good.append(rest[:size])
            at += size
        return b"".join(out) + accepted("".join(good))[0]

    def decode(data, errors="strict", final=True):
        data, out, at = bytes(data), [], 0
        while True:
            text, size, is_cut = _iconv.decode(table, data[at:] if at else data)
            if found := rejected(text):
                text, is_cut = text[:found.start()], False
                size = len(_iconv.encode(table, text)[0])
            if name == "euc_kr" and "\u3164" in text:
                text = _composed(text)
                cut = text.find("\u3164", -3)
                if cut >= 0 and not final and at + size >= len(data) - 1:  # perhaps the rest of a syllable is still to come
                    out.append(text[:cut])
                    return "".join(out), at + size - 2 * (len(text) - cut)
            out.append(text.translate(read_as) if read_as else text)
            at += size
            if at >= len(data):
                return "".join(out), at
            if is_cut and not final:
                return "".join(out), at
            is_cut = is_cut or at + 1 == len(data) and data[at] >= 0x80 and name in _CUT_AT_END
            end, reason = (len(data), "incomplete multibyte sequence") if is_cut else (at + 1, "illegal multibyte sequence")
            error = UnicodeDecodeError(name, data, at, end, reason)
            replacement, at = _handled(error, errors)
            data = error.object
            out.append(replacement)
    return encode, decode


# ---- HZ (RFC 1843): GB 2312 between "~{" and "~}", in seven bits

def _hz_encode(text, errors="strict"):
    table, out, shifted, at = _functions("gb2312")[0], [], False, 0
    while at < len(text):
        c = text[at]
        if c < "\x80":
            out.append((b"~}" if shifted else b"") + (b"~~" if c == "~" else c.encode()))
            shifted = False
            at += 1
            continue
        try:
            pair = table(c, "strict")
        except UnicodeEncodeError:
            replacement, at = _handled(UnicodeEncodeError("hz", text, at, at + 1, "illegal multibyte sequence"), errors)
            if shifted:
                out.append(b"~}")
                shifted = False
            out.append(replacement if isinstance(replacement, bytes) else _hz_encode(replacement))
            continue
        out.append((b"" if shifted else b"~{") + bytes(b & 0x7F for b in pair))
        shifted = True
        at += 1
    return b"".join(out) + (b"~}" if shifted else b"")


def _hz_decode(data, errors="strict", final=True):
    table, data, out, shifted, at = _functions("gb2312")[1], bytes(data), [], False, 0
    while at < len(data):
        pair = data[at:at + 2]
        if len(pair) < 2 and (shifted or pair == b"~"):
            if not final:
                break
            fault, end = "incomplete multibyte sequence", at + 1
        elif pair[:1] == b"~" and pair in (b"~~", b"~{", b"~}", b"~\n") and (pair == b"~}" if shifted else pair != b"~}"):
            shifted = pair == b"~{"
            out.append("~" if pair == b"~~" else "")
            at += 2
            continue
        elif pair[:1] == b"~" or pair[0] >= 0x80:
            fault, end = "illegal multibyte sequence", at + 1
        elif not shifted:
            out.append(chr(pair[0]))
            at += 1
            continue
        elif pair[:1] == b"\n":
            out.append("\n")
            shifted = False
            at += 1
            continue
        else:
            try:
                out.append(table(bytes(b | 0x80 for b in pair), "strict")[0])
                at += 2
                continue
            except UnicodeDecodeError:
                fault, end = "illegal multibyte sequence", at + 1
        error = UnicodeDecodeError("hz", data, at, end, fault)
        replacement, at = _handled(error, errors)
        data = error.object
        out.append(replacement)
    return "".join(out), at


# ---- EBCDIC, and tables given by the caller

# What a byte stands for where it is not what the C library says.
EBCDIC = {"cp037": {}, "cp1026": {0x9D: "\xb8", 0xBC: "\xaf"}, "cp1140": {}, "cp273": {0xBC: "\u203e"}, "cp424": {0x78: "\u2017", 0x8F: "\xb1"}, "cp500": {},
          "cp875": {0x6A: "|", 0x74: "\xa0", 0xDC: "\x1a", 0xDD: "\u0387", 0xE1: "\x1a", 0xEC: "\x1a", 0xED: "\x1a", 0xFC: "\x1a", 0xFD: "\x1a"}}
_EBCDIC_ALIASES = {
    "cp037": "037 csibm037 ebcdic_cp_ca ebcdic_cp_nl ebcdic_cp_us ebcdic_cp_wt ibm037 ibm039", "cp1026": "1026 csibm1026 ibm1026", "cp1140": "1140 ibm1140",
    "cp273": "273 ibm273 csibm273", "cp424": "424 csibm424 ebcdic_cp_he ibm424", "cp500": "500 csibm500 ebcdic_cp_be ebcdic_cp_ch ibm500", "cp875": "",
}
_ALIASES |= {alias: name for name, aliases in _EBCDIC_ALIASES.items() for alias in aliases.split()}


def _ebcdic_table(name):
    import _iconv
    table = []
    for byte in range(256):
        text, size, _ = _iconv.decode(name.upper(), bytes([byte]))
        table.append(EBCDIC[name].get(byte, text if size == 1 else "\ufffe"))
    return "".join(table)


def _charmap_functions(name):
    """With a table, or for the codec `charmap` without one."""
    table = None if name == "charmap" else _ebcdic_table(name)
    map = None if table is None else codecs.charmap_build(table)
    return (lambda text, errors="strict": codecs.charmap_encode(text, errors, map)[0],
            lambda data, errors="strict", final=True: codecs.charmap_decode(data, errors, table))


# ---- codecs

_made = {}


def _functions(name):
    if name not in _made:
        _made[name] = (utf_7_encode, utf_7_decode) if name == "utf_7" else (_hz_encode, _hz_decode) if name == "hz" else \
            _charmap_functions(name) if name in EBCDIC or name == "charmap" else _table_codec(name)
    return _made[name]


def _shift_before(name, data):
    """The escape sequence that holds at the end of data, in HZ or an encoding of the family ISO 2022."""
    if name == "hz":
        return b"~{" if data.rfind(b"~{") > max(data.rfind(b"~}"), data.rfind(b"\n")) else b""
    at = data.rfind(b"\x1b")
    return data[at:at + (4 if data[at + 1:at + 3] in (b"$(", b"&@") else 3)] if at >= 0 else b""


_BACK = b"\x1b(B", b"~}"  # what ends a shift: of ISO 2022, of HZ


def _joined(name, shift, data, final):
    """(what follows data that ended in a shift, the shift it ends in itself): pieces of a text, as if it were encoded at once."""
    back = _BACK[name == "hz"]
    if shift and data:
        data = data[len(shift):] if data.startswith(shift) else data if data.startswith(b"\x1b") else back + data
    elif shift and final:
        return back, b""
    elif not data:
        return data, shift
    if final or not data.endswith(back):
        return data, b""
    data = data[:-len(back)]
    return data, _shift_before(name, data) or shift


class _Errors:
    """The attribute `errors`, which cannot be deleted."""

    @property
    def errors(self):
        return self._errors

    @errors.setter
    def errors(self, errors):
        self._errors = errors


def search(name):
    """The CodecInfo for a name in lower case, or None."""
    known = _ALIASES.get(name, name)
    if known not in _TABLES and known not in EBCDIC and known not in ("utf_7", "hz", "charmap"):
        return None
    try:
        encode, decode = _functions(known)
    except LookupError:
        return None
    return _codec_info(known, encode, decode)


def _codec_info(known, encode, decode):
    has_shifts = known == "hz" or known.startswith("iso2022")

    class Codec(codecs.Codec):
        def encode(self, input, errors="strict"):
            return encode(input, errors), len(input)

        def decode(self, input, errors="strict"):
            return decode(input, errors, False)

    class IncrementalEncoder(_Errors, codecs.IncrementalEncoder):
        _shift = b""

        def encode(self, input, final=False):
            data = encode(input, self.errors)
            if has_shifts:
                data, self._shift = _joined(known, self._shift, data, final)
            return data

        def reset(self):
            self._shift = b""

    class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
        _shift = b""

        def _buffer_decode(self, input, errors, final):
            shift = self._shift
            text, size = decode(shift + input, errors, final)
            size = max(0, size - len(shift))
            if has_shifts:
                self._shift = _shift_before(known, shift + input[:size])
            return text, size

        def reset(self):
            codecs.BufferedIncrementalDecoder.reset(self)
            self._shift = b""

    class StreamReader(Codec, codecs.StreamReader):
        _shift = b""

        def decode(self, input, errors="strict"):
            text, size = decode(self._shift + input, errors, False)
            size = max(0, size - len(self._shift))
            if has_shifts:
                self._shift = _shift_before(known, self._shift + input[:size])
            return text, size

        def reset(self):
            codecs.StreamReader.reset(self)
            self._shift = b""

        def read(self, size=-1, chars=-1, firstline=False):
            return codecs.StreamReader.read(self, -1 if size is None else size, chars, firstline)

    class StreamWriter(Codec, codecs.StreamWriter):
        _shift = b""

        def encode(self, input, errors="strict"):
            data = encode(input, errors)
            if has_shifts:
                data, self._shift = _joined(known, self._shift, data, False)
            return data, len(input)

        def reset(self):
            self._shift = b""
    return codecs.CodecInfo(name="utf-7" if known == "utf_7" else known, encode=lambda input, errors="strict": (encode(input, errors), len(input)),
                            decode=lambda input, errors="strict": decode(input, errors, True), incrementalencoder=IncrementalEncoder,
                            incrementaldecoder=IncrementalDecoder, streamreader=StreamReader, streamwriter=StreamWriter)
