"""Lines out of the parts of a header's value.

A part is a Leaf (text that is never taken apart but as encoded words) or a Branch of parts. `encodable`: may stand in an encoded word; `is_break`: a good
place to begin a line before it; `joins`: goes into the encoded word before it, with the space between.
"""
import sys
from . import _encoded_words, errors, utils


class Leaf(str):
    """Text of a header."""

    encodable, is_break, joins, unknown = True, True, True, False
    parts = None

    def starts_with_space(self):
        return self[:1] in (" ", "\t") and self != ""


class Space(Leaf):
    """White space."""


class Fixed(Leaf):
    """What means something as it is written: signs, parts of addresses."""

    encodable = False


class Unsure(Leaf):
    """Text with bytes that were no text."""

    unknown = True


class Branch:
    """Parts that belong together."""

    def __init__(self, parts, encodable=True, is_break=True):
        self.parts, self.encodable, self.is_break = parts, encodable, is_break
        self.text = "".join([str(part) for part in parts])
        self.unknown = any([part.unknown for part in parts])

    def __str__(self):
        return self.text

    def starts_with_space(self):
        return bool(self.parts) and self.parts[0].starts_with_space()


class Parameters(Branch):
    """Parameters of a MIME header: [(name, value)]. They are quoted, or written as RFC 2231 has it."""

    def __init__(self, pairs):
        self.pairs = pairs
        shown = [f"{name}={quoted(value)}" if value is not None else name for name, value in pairs]
        super().__init__([Fixed(" " + "; ".join(shown))] if shown else [], False)


def quoted(text):
    """Text as a quoted string."""
    return '"' + utils.quote(text) + '"'


class _Lines:
    """Lines being filled. `word_at`: where the encoded word begins that more may be joined to, None: there is none."""

    def __init__(self, policy):
        self.longest = policy.max_line_length or sys.maxsize
        self.charset = "utf-8" if policy.utf8 else "us-ascii"
        self.lines = [""]
        self.word_at = self.word_charset = None
        self.word_text = ""

    def room(self):
        return self.longest - len(self.lines[-1])

    def taken_space(self):
        """White space at the end of the line, which goes to the next one."""
        line = self.lines[-1]
        if line[-1:] not in (" ", "\t") or not line:
            return ""
        self.lines[-1] = line[:-1]
        return line[-1]

    def charset_of(self, part):
        """The charset a part needs, None: what headers are written in will do."""
        text = str(part)
        if "\n" in text or "\r" in text:
            return "utf-8"  # came out of an encoded word; as it is it would end the header
        try:
            text.encode(self.charset)
            return None
        except UnicodeEncodeError:
            return "unknown-8bit" if part.unknown else "utf-8"

    # -- putting parts

    def put_all(self, parts, blocked):
        for part in parts:
            self.put(part, blocked)

    def put(self, part, blocked=False, force=False):
        """Adds a part; `blocked`: encoded words may not be made of it for want of room."""
        if isinstance(part, Parameters):
            self.put_parameters(part)
            return
        charset = self.charset_of(part)
        if (charset is not None or force) and not blocked:
            self.put_encoded(part, charset or self.charset)
        elif len(str(part)) <= self.room():
            self.lines[-1] += str(part)
        else:
            self.put_broken(part, blocked)

    def put_encoded(self, part, charset):
        if not part.encodable:
            self.word_at = None
            if part.is_break and self.put_whole(part):
                return
        if part.parts is not None:
            self.put_all(part.parts, False)
            return
        self.add_word(str(part), charset, part.joins)

    def put_whole(self, part):
        """Tries a part on a line: this one or the next."""
        if part.parts is None:
            return False
        trial = _Lines.__new__(_Lines)
        trial.longest, trial.charset, trial.lines = self.longest, self.charset, [""]
        trial.word_at = trial.word_charset = None
        trial.word_text = ""
        trial.put_all(part.parts, False)
        if len(trial.lines) > 1:
            return False
        if len(trial.lines[0]) > self.room():
            self.lines.append(self.taken_space())
        self.lines[-1] += trial.lines[0]
        return True

    def put_broken(self, part, blocked):
        """Adds what the line has no room for."""
        text = str(part)
        if part.is_break and len(text) + 1 <= self.longest and self.on_new_line(part, text):
            return
        if part.parts is not None:
            self.put_all(part.parts, blocked or not part.encodable)
        elif part.encodable and not blocked:
            self.put(part, force=True)
        elif not self.on_new_line(part, text):
            self.lines[-1] += text

    def on_new_line(self, part, text):
        space = self.taken_space()
        if not space and not part.starts_with_space():
            return False
        self.lines.append(space + text)
        self.word_at = None
        return True

    # -- encoded words

    def add_word(self, text, charset, joins):
        changed = charset != self.word_charset and (self.word_charset == "unknown-8bit" or self.word_charset == "utf-8" and charset != "us-ascii")
        if self.word_at is not None and not changed and joins:
            text = self.word_text + self.lines[-1][self.word_end:] + text
            self.lines[-1] = self.lines[-1][:self.word_at]
        else:
            self.word_at = None
            if text[:1] in (" ", "\t") and text:
                if self.room() == 0:
                    self.lines.append(self.taken_space())
                self.lines[-1] += text[0]
                text = text[1:]
        trailing = ""
        if text[-1:] in (" ", "\t") and text:
            text, trailing = text[:-1], text[-1]
        self.word_charset = charset
        written = "utf-8" if charset == "us-ascii" else charset
        frame = len(f"=?{written}?q??=")
        if frame + 1 >= self.longest:
            raise errors.HeaderParseError("max_line_length is too small to fit an encoded word")
        self.word_at, self.word_text = len(self.lines[-1]), ""
        while text:
            room = self.room()
            if room - frame <= 0:
                self.lines.append(self.taken_space() or " ")
                self.word_at = len(self.lines[-1])
                continue
            size = min(len(text), room - frame)
            word = _encoded_words.encode(text[:size], written)
            while len(word) > room and size > 1:
                size -= 1
                word = _encoded_words.encode(text[:size], written)
            if len(word) > room:
                self.lines.append(" ")
                self.word_at = len(self.lines[-1])
                continue
            self.lines[-1] += word
            self.word_text, text = text[:size], text[size:]
            if text:
                self.lines.append(" ")
                self.word_at = len(self.lines[-1])
        self.word_end = len(self.lines[-1])
        self.lines[-1] += trailing
        if not joins:
            self.word_at = None

    # -- parameters

    def put_parameters(self, part):
        for name, value in part.pairs:
            if not self.lines[-1].rstrip().endswith(";"):
                self.lines[-1] += ";"
            self.put_parameter(name, value)

    def put_parameter(self, name, value):
        if value is None:
            shown, plain = name, True
        else:
            try:
                value.encode(self.charset)
                plain, charset = True, self.charset
                shown = f"{name}={quoted(value)}"
            except UnicodeEncodeError:
                plain, charset = False, "unknown-8bit" if utils._has_surrogates(value) else "utf-8"
                shown = f"{name}*={charset}''{_percent(value, charset)}"
        if len(self.lines[-1]) + len(shown) + 1 < self.longest:
            self.lines[-1] += " " + shown
            return
        if len(shown) + 2 <= self.longest:
            self.lines.append(" " + shown)
            return
        # In sections, each on a line of its own.
        section, prefix = 0, charset + "''"
        while value:
            frame = len(name) + len(str(section)) + 3 + len(prefix)
            size = max(1, min(len(value), self.longest - 1 - frame - 1 if self.longest - frame > 2 else 77))
            while size > 1 and len(_percent(value[:size], charset)) > self.longest - frame - 2:
                size -= 1
            piece, value = value[:size], value[size:]
            self.lines.append(f" {name}*{section}*={prefix}{_percent(piece, charset)}" + (";" if value else ""))
            section, prefix = section + 1, ""


def _percent(text, charset):
    from urllib.parse import quote
    if charset == "unknown-8bit":
        return quote(text.encode("ascii", "surrogateescape"), safe="")
    return quote(text, safe="", encoding=charset)


def fold(name, value, policy):
    """The lines of a header, whose value is a part (or None)."""
    lines = _Lines(policy)
    lines.lines[0] = name + ":"
    if value is not None and str(value):
        lines.put(Space(" "))
        lines.put(value)
    return policy.linesep.join(lines.lines) + policy.linesep
