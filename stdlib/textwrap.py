"""Text wrapping and filling (library reference, "textwrap")."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "
_punctuation = frozenset("!\"'&.,?")


def _is_word_char(c):
    return c.isalnum() or c == "_"


class TextWrapper:
    """Breaks text into lines of at most `width` columns. The settings are attributes, which may be changed between calls."""

    unicode_whitespace_trans = {ord(character): " " for character in _whitespace}

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.max_lines, self.placeholder, self.tabsize = width, max_lines, placeholder, tabsize
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens, self.fix_sentence_endings = break_long_words, break_on_hyphens, fix_sentence_endings

    def fill(self, text):
        """The lines of a paragraph, as one str."""
        return "\n".join(self.wrap(text))

    def wrap(self, text):
        """The lines of a paragraph, as a list."""
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    # ---- from text to chunks, which no line's end comes into

    def _munge_whitespace(self, text):
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(self.unicode_whitespace_trans) if self.replace_whitespace else expanded

    def _split(self, text):
        """Runs of whitespace, and words, which end at a hyphen where they may be broken there."""
        chunks = []
        plain = text.translate(TextWrapper.unicode_whitespace_trans)
        start, size = 0, len(text)
        while start < size:
            end = plain.find(" ", start)
            if end > start or end < 0:
                end = size if end < 0 else end
                word = text[start:end]
                if self.break_on_hyphens and "-" in word:
                    chunks += _hyphenated(word)
                else:
                    chunks.append(word)
                start = end
            while end < size and plain[end] == " ":
                end += 1
            if end > start:
                chunks.append(text[start:end])
                start = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        for at, chunk in enumerate(chunks[1:]):
            if chunk == " " and _ends_sentence(chunks[at]):
                chunks[at + 1] = "  "

    # ---- from chunks to lines

    def _wrap_chunks(self, chunks):
        self._check()
        lines, rest = [], chunks[::-1]  # the next one last
        while rest:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            line = self._take_line(rest, room, bool(lines))
            if not line:
                continue
            may_follow = self.max_lines is None or len(lines) + 1 < self.max_lines
            if not may_follow and not self._is_all(rest, line, room):
                self._put_placeholder(lines, line, indent, room)
                break
            lines.append(indent + "".join(line))
        return lines

    def _check(self):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is None:
            return
        indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
        if len(self.placeholder.lstrip()) > self.width - len(indent):
            raise ValueError("placeholder too large for max width")

    def _take_line(self, rest, room, is_continued):
        # The chunks of the next line; blank ones are dropped at both ends (but at the start of the first line).
        if is_continued and self.drop_whitespace and not rest[-1].strip():
            rest.pop()
        line, size = [], 0
        while rest and size + len(rest[-1]) <= room:
            size += len(rest[-1])
            line.append(rest.pop())
        if rest and len(rest[-1]) > room:
            self._handle_long_word(rest, line, size, room)
        if line and self.drop_whitespace and not line[-1].strip():
            line.pop()
        return line

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """The next chunk is longer than any line: the line takes what there is room for, or all of it if it is empty."""
        if not self.break_long_words:
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        chunk = reversed_chunks[-1]
        end = left = width - cur_len if width >= 1 else 1
        if self.break_on_hyphens and left < len(chunk):
            hyphen = chunk.rfind("-", 0, left)
            if chunk[:max(hyphen, 0)].strip("-"):  # there is more than hyphens before it
                end = hyphen + 1
        reversed_chunks[-1] = chunk[end:]
        cur_line.append(chunk[:end])

    def _is_all(self, rest, line, room):
        # Whether the text ends with this line.
        is_end = not rest or self.drop_whitespace and len(rest) == 1 and not rest[0].strip()
        return is_end and sum(map(len, line)) <= room

    def _put_placeholder(self, lines, line, indent, room):
        # Behind the last word that leaves room for it: of this line, else of the line before, else alone.
        room -= len(self.placeholder)
        while line:
            if sum(map(len, line)) <= room and line[-1].strip():
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        before = lines[-1].rstrip() if lines else None
        if before is not None and len(before) + len(self.placeholder) <= self.width:
            lines[-1] = before + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())


def _hyphenated(word):
    """Parts of a word without whitespace: it may be broken behind hyphens between letters ("well-known"), and around dashes ("a--b")."""
    parts = []
    start = at = 0
    n = len(word)
    while at < n:
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < n and word[end] == "-":
            end += 1
        before = word[at - 1] if at else ""
        after = word[end] if end < n else ""
        if end - at >= 2:
            # an em-dash: a chunk of its own between words
            if before and (_is_word_char(before) or before in _punctuation) and after and _is_word_char(after):
                if at > start:
                    parts.append(word[start:at])
                parts.append(word[at:end])
                start = end
        elif at > start and _may_end_line(word, at) and _two_letters(word, end):
            parts.append(word[start:end])
            start = end
        at = end
    if start < n:
        parts.append(word[start:])
    return parts


def _is_letter(c):
    return _is_word_char(c) and not c.isdecimal()


def _may_end_line(word, at):
    # What stands before a hyphen that may end a line: two letters, or a letter, a hyphen and a letter.
    if at < 2 or not _is_letter(word[at - 1]):
        return False
    return _is_letter(word[at - 2]) or at >= 3 and word[at - 2] == "-" and _is_letter(word[at - 3])


def _two_letters(word, at):
    # What follows a hyphen that may end a line: two letters, or a letter, a hyphen and a letter.
    if at >= len(word) or not _is_letter(word[at]):
        return False
    after = word[at + 1:at + 2]
    if after == "-":
        after = word[at + 2:at + 3]
    return bool(after) and _is_letter(after)


def _ends_sentence(chunk):
    # A lower case letter, one of .!?, and perhaps a quote.
    if chunk[-1:] in ("'", '"'):
        chunk = chunk[:-1]
    return len(chunk) >= 2 and chunk[-1] in ".!?" and "a" <= chunk[-2] <= "z"


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph, as a list. The other arguments are those of TextWrapper."""
    return TextWrapper(width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The lines of a paragraph, as one str. The other arguments are those of TextWrapper."""
    return TextWrapper(width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """As much of the text as fits into one line, with single blanks between words."""
    return TextWrapper(width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the blanks and tabs that all its lines begin with. Lines of nothing else become empty, and don't count."""
    if not isinstance(text, str):
        import re
        re.sub("x", "", text)  # says what is wrong with it
    lines = [(line, line.lstrip(" \t")) for line in text.split("\n")]
    margins = [line[:len(line) - len(rest)] for line, rest in lines if rest]
    # What the first and the last one, in order, have in common, have all.
    first, last = (min(margins), max(margins)) if margins else ("", "")
    cut = next((at for at, character in enumerate(first) if character != last[at]), len(first))
    return "\n".join([line[cut:] if rest else "" for line, rest in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix before its lines: those that the predicate says yes to, or all that aren't blank."""
    wanted = str.strip if predicate is None else predicate
    return "".join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
