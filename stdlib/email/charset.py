"""Character sets and how messages encode them (library reference, "email.charset")."""
from . import errors

__all__ = ["Charset", "add_alias", "add_charset", "add_codec"]

QP, BASE64, SHORTEST = 1, 2, 3
UNKNOWN8BIT, DEFAULT_CHARSET = "unknown-8bit", "us-ascii"
_WORD_FRAME = len("=??q??=")

# name -> how headers, how bodies are encoded, what it is converted to
CHARSETS = {name: (QP, QP, None) for name in ("iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-9 iso-8859-10 iso-8859-13 iso-8859-14 "
                                               "iso-8859-15 iso-8859-16 windows-1252 viscii").split()}
CHARSETS |= {"us-ascii": (None, None, None), "big5": (BASE64, BASE64, None), "gb2312": (BASE64, BASE64, None), "koi8-r": (BASE64, BASE64, None),
             "euc-jp": (BASE64, None, "iso-2022-jp"), "shift_jis": (BASE64, None, "iso-2022-jp"), "iso-2022-jp": (BASE64, None, None),
             "utf-8": (SHORTEST, BASE64, "utf-8")}
ALIASES = {f"latin{mark}{number}": f"iso-8859-{part}" for number, part in enumerate((1, 2, 3, 4, 9, 10, 13, 14, 15, 16), 1) for mark in "_-"}
ALIASES |= {"cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii"}
CODEC_MAP = {"gb2312": "eucgb2312_cn", "big5": "big5_tw", "us-ascii": None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how a character set is encoded in headers (QP, BASE64, SHORTEST, None) and bodies (not SHORTEST), and what it is converted to."""
    if body_enc == SHORTEST:
        raise ValueError("SHORTEST not allowed for body_enc")
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    """Gives a character set another name."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """Says which codec converts a character set to text and back."""
    CODEC_MAP[charset] = codecname


class Charset:
    """A character set: what it is called, how headers and bodies encode it, what is sent instead of it."""

    __hash__ = None

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode("ascii")
            else:
                input_charset = str(input_charset, "ascii")
        except UnicodeError:
            raise errors.CharsetError(input_charset) from None
        name = input_charset.lower()
        self.input_charset = name = ALIASES.get(name, name)
        self.header_encoding, self.body_encoding, output = CHARSETS.get(name, (SHORTEST, BASE64, None))
        output = output or name
        self.output_charset = ALIASES.get(output, output)
        self.input_codec = CODEC_MAP.get(name, name)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the transfer encoding of bodies, or the function that encodes a message and sets its header."""
        assert self.body_encoding != SHORTEST
        if self.body_encoding is None:
            from .encoders import encode_7or8bit
            return encode_7or8bit
        return "quoted-printable" if self.body_encoding == QP else "base64"

    def get_output_charset(self):
        """What is sent: the output character set, or the input one."""
        return self.output_charset or self.input_charset

    def _bytes(self, string):
        codec = self.output_codec or "us-ascii"
        return string.encode("ascii", "surrogateescape") if codec == UNKNOWN8BIT else string.encode(codec)

    def _mime_of(self, data):
        "The module that encodes headers; None: they stay."
        from . import base64mime, quoprimime
        if self.header_encoding == SHORTEST:
            return base64mime if base64mime.header_length(data) < quoprimime.header_length(data) else quoprimime
        return {BASE64: base64mime, QP: quoprimime}.get(self.header_encoding)

    def header_encode(self, string):
        """The text as an encoded word."""
        data = self._bytes(string)
        mime = self._mime_of(data)
        return string if mime is None else mime.header_encode(data, self.output_codec)

    def header_encode_lines(self, string, maxlengths):
        """The text as encoded words, each as long as the next of the lengths allows; the first is None if nothing fits there."""
        mime = self._mime_of(self._bytes(string))
        charset = self.get_output_charset()
        room = next(maxlengths) - len(charset) - _WORD_FRAME
        words, taken = [], ""
        for character in string:
            if mime.header_length(self._bytes(taken + character)) <= room:
                taken += character
                continue
            words.append(self._word(mime, taken) if taken or words else None)
            taken = character
            room = next(maxlengths) - len(charset) - _WORD_FRAME
        return words + [self._word(mime, taken)]

    def _word(self, mime, text):
        return mime.header_encode(self._bytes(text), self.get_output_charset())

    def body_encode(self, string):
        """The text as bodies have it: encoded to bytes, and these in base64 or quoted-printable."""
        if not string:
            return string
        from . import base64mime, quoprimime
        if self.body_encoding == BASE64:
            return base64mime.body_encode(string.encode(self.output_charset) if isinstance(string, str) else string)
        if self.body_encoding == QP:
            data = string.encode(self.output_charset) if isinstance(string, str) else string
            return quoprimime.body_encode(data.decode("latin1"))
        return string.encode(self.output_charset).decode("ascii") if isinstance(string, str) else string
