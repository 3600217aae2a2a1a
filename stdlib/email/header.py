"""Headers with other text than ASCII (library reference, "email.header").

A Header is a list of (text, charset) chunks. encode() makes lines of them: ASCII text is broken at the best place that there is (behind ";", then
behind ",", then at white space), other text becomes encoded words, as many as the lines ask for.
"""
import binascii
import re
from itertools import repeat, chain
from . import charset as _charset, errors
from .charset import Charset

__all__ = ["Header", "decode_header", "make_header"]

USASCII, UTF8 = Charset("us-ascii"), Charset("utf-8")
MAXLINELEN = 78
_WORD = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=", re.MULTILINE)
_FIELD_NAME = re.compile(r"[\041-\176]+:$")
_EMBEDDED = re.compile(r"\n[^ \t]+:")


def _decoded_words(line):
    """[(text, encoding or None, charset or None)] of a line; white space between encoded words is gone."""
    pieces = _WORD.split(line)
    plain = pieces[::4]
    words = [(pieces[i + 2], pieces[i + 1].lower(), pieces[i].lower()) for i in range(1, len(pieces), 4)]
    made = []
    for i, text in enumerate(plain):
        if i == 0:
            text = text.lstrip()
        if text and not (text.isspace() and 0 < i < len(words)):
            made.append((text, None, None))
        if i < len(words):
            made.append(words[i])
    return made


def _word_bytes(text, encoding):
    if encoding == "q":
        from .quoprimime import header_decode
        return header_decode(text).encode("raw-unicode-escape")
    try:
        return binascii.a2b_base64(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise errors.HeaderParseError("Base64 decoding error") from None


def decode_header(header):
    """[(bytes, charset)] of a header with encoded words, its charset None between them; [(text, None)] of one without."""
    if hasattr(header, "_chunks"):
        return [(_charset_bytes(text, charset), str(charset)) for text, charset in header._chunks]
    if not _WORD.search(header):
        return [(header, None)]
    words = [word for line in header.splitlines() for word in _decoded_words(line)]
    made = []
    for at, (text, encoding, charset) in enumerate(words):
        if encoding is not None:
            data = _word_bytes(text, encoding)
        elif text.isspace() and 0 < at < len(words) - 1 and words[at - 1][1] and words[at + 1][1]:
            continue  # between two lines
        else:
            data = text.encode("raw-unicode-escape")
        if not made or made[-1][1] != charset:
            made.append((data, charset))
        elif charset is None:
            made[-1] = made[-1][0] + b" " + data, charset
        else:
            made[-1] = made[-1][0] + data, charset
    return made


def _charset_bytes(text, charset):
    name = str(charset)
    return text.encode("ascii", "surrogateescape") if name == _charset.UNKNOWN8BIT else text.encode(name)


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """A Header of what decode_header() gave."""
    made = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        made.append(text, charset if charset is None or isinstance(charset, Charset) else Charset(charset))
    return made


class Header:
    """The value of a header, of pieces in any character sets."""

    __hash__ = None

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._charset = USASCII if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        self._continuation_ws, self._chunks = continuation_ws, []
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + len(": ")
        if s is not None:
            self.append(s, self._charset, errors)

    def _normalized(self):
        "The chunks, neighbours of one charset put together."
        made = []
        for text, charset in self._chunks:
            if made and made[-1][1] == charset:
                made[-1][0].append(text)
            else:
                made.append(([text], charset))
        self._chunks = [(" ".join(texts), charset) for texts, charset in made]
        return self._chunks

    def __str__(self):
        made, before, space = [], None, None
        for text, charset in self._normalized():
            carried = charset == _charset.UNKNOWN8BIT
            if carried:
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            # Between ASCII and other text there is a space, unless there is white space.
            plain = charset in (None, "us-ascii")
            if made:
                if before not in (None, "us-ascii"):
                    if plain and not self._is_quiet(text[:1]):
                        made.append(" ")
                elif not plain and not space:
                    made.append(" ")
            space = text and self._is_quiet(text[-1])
            before = charset
            made.append(text)
        return "".join(made)

    @staticmethod
    def _is_quiet(c):
        "White space, or what stands for itself in comments."
        return c.isspace() or c in ("(", ")", "\\")

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors="strict"):
        """Adds text, or bytes in the character set."""
        charset = self._charset if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or "us-ascii"
            s = s.decode("us-ascii", "surrogateescape") if codec == _charset.UNKNOWN8BIT else s.decode(codec, errors)
        codec = charset.output_codec or "us-ascii"
        if codec != _charset.UNKNOWN8BIT:
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != "us-ascii":
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The header in lines, fit for a message. `splitchars`: where ASCII text is broken, the best places first; `maxlinelen` 0: nowhere."""
        longest = self._maxlinelen if maxlinelen is None else maxlinelen
        lines = _Lines(self._headerlen, longest or 1000000, self._continuation_ws, splitchars)
        before = space = None
        for text, charset in self._normalized():
            plain = charset == "us-ascii" or charset is None
            if before is not None:
                if not before:
                    if not plain or not self._is_quiet(text[:1]):
                        lines.transition()
                elif not plain and not space:
                    lines.transition()
            before, space = plain, text and self._is_quiet(text[-1])
            rows = text.splitlines()
            lines.feed("", rows[0] if rows else "", charset)
            for row in rows[1:]:
                lines.end()
                if charset.header_encoding is not None:
                    lines.feed(self._continuation_ws, " " + row.lstrip(), charset)
                else:
                    bare = row.lstrip()
                    lines.feed(row[:len(row) - len(bare)], bare, charset)
            if len(rows) > 1:
                lines.end()
        if self._chunks:
            lines.transition()
        text = lines.text(linesep)
        if _EMBEDDED.search(text):
            raise errors.HeaderParseError(f"header value appears to contain an embedded header: {text!r}")
        return text


class _Lines:
    """Lines that are no longer than `longest`, if that can be. A line is a list of (white space, text); the first begins behind the name."""

    def __init__(self, start, longest, indent, splitchars):
        self.longest, self.indent, self.splitchars = longest, indent, splitchars
        self.done, self.line, self.start = [], [], start

    def text(self, linesep):
        self.end()
        return linesep.join(self.done)

    def size(self):
        return self.start + sum([len(space) + len(text) for space, text in self.line])

    def end(self):
        """Ends the line; it may not consist of white space alone."""
        if self.line[-1:] == [(" ", "")]:
            self.line.pop()
        if self.line:
            written = "".join([space + text for space, text in self.line])
            if self.start == 0 and not written.strip() and self.done:
                self.done[-1] += written
            else:
                self.done.append(written)
        self.line, self.start = [], 0

    def transition(self):
        self.line.append((" ", ""))

    def feed(self, space, text, charset):
        if charset.header_encoding is None:
            for gap, word in re.findall(r"([ \t]*)([^ \t]*)", space + text):
                if gap or word:
                    self.add(gap, word)
            return
        self.encoded(space, text, charset)

    def encoded(self, space, text, charset):
        words = charset.header_encode_lines(text, self.lengths())
        first = words.pop(0)
        if first is not None:
            self.add(space, first)
        if not words:
            return
        last = words.pop()
        self.end()
        self.line.append((self.indent, last)) if not words else None
        if words:
            self.done += [self.indent + word for word in words]
            self.line = [(self.indent, last)]

    def lengths(self):
        return chain([self.longest - self.size()], repeat(self.longest - len(self.indent)))

    def add(self, space, text):
        self.line.append((space, text))
        if self.size() > self.longest:
            self.break_line()

    def break_line(self):
        """Takes the line apart at the best place."""
        for sign in self.splitchars:
            for at in range(len(self.line) - 1, 0, -1):
                space, before = self.line[at][0], self.line[at - 1][1]
                if space[:1] == sign if sign.isspace() else before.endswith(sign):
                    return self.cut(at)
        space, text = self.line.pop()
        if self.start and not self.line:
            self.done.append("")  # the name stays alone
            self.start, space = 0, space or " "
        elif self.line:
            self.end()
            space = space or " "
        self.line.append((space, text))

    def cut(self, at):
        rest = self.line[at:]
        del self.line[at:]
        self.end()
        self.line = rest
