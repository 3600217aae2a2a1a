"""Lines out of the parts of a header's value.

A part is a Leaf (text that is never taken apart but as encoded words) or a Branch of parts. It puts itself on lines, in one of these ways, the first
that works: as it is, where the line has room; in encoded words, if it has other characters than the header may have; whole on the next line, if there
is white space to begin that with; by its parts; in encoded words for want of room; as it is.

The line being filled is `fixed` text, then an encoded word, kept as the text it stands for (`word`), then what came `behind` it. The next text to be
encoded goes into the same word, with all that stands between: two encoded words would lose the white space.
"""
import sys
from . import _encoded_words, errors, utils

_BLANKS = (" ", "\t")


def quoted(text):
    """Text as a quoted string."""
    return f'"{utils.quote(text)}"'


# ---- lines

class _Lines:
    """Lines being filled; the last one is open."""

    def __init__(self, longest, charset):
        self.longest, self.charset = longest, charset
        self.full = []
        self.open("")

    def open(self, text):
        self.fixed, self.word, self.word_charset, self.behind = text, "", None, ""

    @property
    def current(self):
        return self.fixed + (self.encoded(self.word, self.word_charset) if self.word else "") + self.behind

    @property
    def room(self):
        return self.longest - len(self.current)

    @staticmethod
    def encoded(text, charset):
        return _encoded_words.encode(text, "utf-8" if charset == "us-ascii" else charset)

    def add(self, text):
        if self.word:
            self.behind += text
        else:
            self.fixed += text

    def end_word(self):
        self.open(self.current)

    def next(self, text):
        self.full.append(self.current)
        self.open(text)

    def move_down(self, part):
        """Puts a part on the next line, which must begin with white space: its own, or that at the end of this line. False: there is none."""
        text = str(part)
        line = self.current
        if line.endswith(_BLANKS):
            self.open(line[:-1])
            self.next(line[-1] + text)
        elif part.begins_with_blank():
            self.next(text)
        else:
            return False
        return True

    # Encoded words.

    def add_encoded(self, text, charset, joins):
        if self.word and joins and self.may_join(charset):
            text = self.word + self.behind + text
            self.word = self.behind = ""
        else:
            self.end_word()
            if text.startswith(_BLANKS):  # stays outside
                if not self.room:
                    self.next("")
                self.fixed += text[0]
                text = text[1:]
        text, blank = (text[:-1], text[-1]) if text.endswith(_BLANKS) else (text, "")
        self.word_charset = charset
        self.fill_words(text, len(self.encoded("", charset)))
        self.behind = blank
        if not joins:
            self.end_word()

    def may_join(self, charset):
        before = self.word_charset
        return charset == before or before != "unknown-8bit" and not (before == "utf-8" and charset != "us-ascii")

    def fill_words(self, text, frame):
        if frame + 1 >= self.longest:
            raise errors.HeaderParseError("max_line_length is too small to fit an encoded word")
        charset = self.word_charset
        while text:
            room = self.longest - len(self.fixed)
            size = min(len(text), room - frame)
            while size > 0 and len(self.encoded(text[:size], charset)) > room:
                size -= 1
            if size <= 0 and self.fixed != " ":
                if room > frame:
                    self.fixed += self.encoded("", charset)  # no use, but what everybody sends
                self.next(" ")
            else:
                size = max(size, 1)  # one that no line has room for
                self.word, text = text[:size], text[size:]
                self.word_charset = charset
                if text:
                    self.next(" ")
        self.word_charset = charset


# ---- parts

class _Part:
    """encodable: may stand in an encoded word; is_break: may be put on the next line; joins: goes into the encoded word before it;
    unknown: has bytes that were no text."""

    encodable = is_break = joins = True
    unknown = False

    def begins_with_blank(self):
        return str(self).startswith(_BLANKS)

    def charset(self, lines):
        """The charset it needs; None: that of the lines will do."""
        text = str(self)
        if "\n" in text or "\r" in text:
            return "utf-8"  # came out of an encoded word; as it is it would end the header
        try:
            text.encode(lines.charset)
        except UnicodeEncodeError:
            return "unknown-8bit" if self.unknown else "utf-8"
        return None

    def put(self, lines, sealed=False):
        """Puts itself on lines; sealed: in something that encoded words may not be made of for want of room."""
        charset = None if sealed else self.charset(lines)
        if charset is not None:
            self.put_encoded(lines, charset)
        elif len(str(self)) <= lines.room:
            lines.add(str(self))
        elif not (self.is_break and len(str(self)) < lines.longest and lines.move_down(self)):
            self.put_too_long(lines, sealed)


class Leaf(_Part, str):
    """Text of a header."""

    def put_encoded(self, lines, charset):
        if not self.encodable:
            lines.end_word()
        lines.add_encoded(str(self), charset, self.joins)

    def put_too_long(self, lines, sealed):
        if self.encodable and not sealed:
            self.put_encoded(lines, lines.charset)
        elif not lines.move_down(self):
            lines.add(str(self))


class Space(Leaf):
    """White space."""


class Fixed(Leaf):
    """What means something as it is written: signs, parts of addresses."""

    encodable = False


class Unbroken(Fixed):
    """What stays on its line if no line has room for it."""

    def put_too_long(self, lines, sealed):
        lines.add(str(self))


class Unsure(Leaf):
    """Text with bytes that were no text."""

    unknown = True


class InQuotes(Leaf):
    """A word of a quoted string, which is written without quotes: signs that would mean something then are encoded."""

    def charset(self, lines):
        return super().charset(lines) or ("utf-8" if set('()<>@,:;.\\"[]').intersection(self) else None)


class Branch(_Part):
    """Parts that belong together."""

    def __init__(self, parts, encodable=True, is_break=True):
        self.parts, self.encodable, self.is_break = parts, encodable, is_break
        self.text = "".join(map(str, parts))
        self.unknown = any([part.unknown for part in parts])

    def __str__(self):
        return self.text

    def begins_with_blank(self):
        return bool(self.parts) and self.parts[0].begins_with_blank()

    def put_parts(self, lines, sealed):
        for part in self.parts:
            part.put(lines, sealed)

    def put_encoded(self, lines, charset):
        if not self.encodable:
            lines.end_word()
            if self.is_break and self.put_on_one_line(lines):
                return
        self.put_parts(lines, False)

    def put_on_one_line(self, lines):
        alone = _Lines(lines.longest, lines.charset)
        self.put_parts(alone, False)
        if alone.full:
            return False
        text = alone.current
        if len(text) > lines.room:
            lines.move_down(Fixed(text)) or lines.next(text)
        else:
            lines.add(text)
        return True

    def put_too_long(self, lines, sealed):
        self.put_parts(lines, sealed or not self.encodable)


class Quoted(Branch):
    """A quoted string: `text` is what is written where nothing has to be encoded."""

    def __init__(self, text, value):
        import re
        super().__init__([Space(piece) if piece.isspace() else InQuotes(piece) for piece in re.split(r"([ \t]+)", value) if piece])
        self.text = text

    def put_too_long(self, lines, sealed):
        Leaf(self.text).put_too_long(lines, sealed)


class Parameters(Branch):
    """Parameters of a MIME header: [(name, value)]. They are quoted, or written as RFC 2231 has it."""

    _WIDTH = 78  # of a section, where the lines are too short to hold one

    def __init__(self, pairs):
        self.pairs = pairs
        shown = "; ".join(f"{name}={quoted(value)}" if value else name for name, value in pairs)
        super().__init__([Fixed(" " + shown)] if shown else [], False)

    def put(self, lines, sealed=False):
        for name, value in self.pairs:
            if not lines.current.rstrip().endswith(";"):
                lines.add(";")
            charset, shown = self._written(name, value, lines.charset)
            if len(shown) + 1 < lines.room:
                lines.add(" " + shown)
            elif len(shown) + 2 <= lines.longest:
                lines.next(" " + shown)
            else:
                self._put_sections(lines, name, value, charset)

    @staticmethod
    def _written(name, value, charset):
        if value is None:
            return charset, name
        try:
            value.encode(charset)
            return charset, f"{name}={quoted(value)}"
        except UnicodeEncodeError:
            charset = "unknown-8bit" if utils._has_surrogates(value) else "utf-8"
            return charset, f"{name}*={charset}''{_percent(value, charset)}"

    def _put_sections(self, lines, name, value, charset):
        number, begin = 0, f"{charset}''"
        while value:
            head = f" {name}*{number}*={begin}"
            room = (lines.longest if lines.longest > len(head) + 1 else self._WIDTH) - len(head) - 1
            size = max(1, min(len(value), room))
            while size > 1 and len(_percent(value[:size], charset)) > room:
                size -= 1
            lines.next(head + _percent(value[:size], charset) + ";" * (size < len(value)))
            value, number, begin = value[size:], number + 1, ""


def _percent(text, charset):
    from urllib.parse import quote
    data = text.encode("ascii", "surrogateescape") if charset == "unknown-8bit" else text.encode(charset)
    return quote(data, safe="")


def fold(name, value, policy):
    """The lines of a header, whose value is a part (or None)."""
    lines = _Lines(policy.max_line_length or sys.maxsize, "utf-8" if policy.utf8 else "us-ascii")
    lines.add(f"{name}:")
    if value is not None and str(value):
        Space(" ").put(lines)
        value.put(lines)
    return policy.linesep.join([*lines.full, lines.current, ""])
