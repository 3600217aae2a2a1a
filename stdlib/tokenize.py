"""The tokens of Python source, comments included (library reference, "tokenize")."""

from builtins import open as _open
from collections import namedtuple
import io
import re
import token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo"]

cookie_re = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
blank_re = re.compile(br"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)

_compile = re.compile  # packages ask for it by this name

_spaces = re.compile(r"[ \f\t]*")
_comment = re.compile(r"#[^\r\n]*")
_name = re.compile(r"\w+")
_operator = re.compile("|".join(re.escape(sign) for sign in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True)))
_number = re.compile(r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|"
                     r"(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*|[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?")
_string_start = re.compile(r"([bB][rR]?|[rR][bB]?|[uU]|[fF][rR]?|[rR][fF]|)('''|\"\"\"|'|\")")
_string_rest = {quote: re.compile(rf"(?:[^\\{quote[0]}]|\\.|{quote[0]}(?!{quote[0] * 2}))*?{quote}" if len(quote) == 3 else
                                  rf"(?:[^\\\r\n{quote}]|\\(?:\r\n|.))*{quote}", re.S) for quote in ("'", '"', "'''", '"""')}


class TokenError(Exception):
    pass


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    def __repr__(self):
        return (f"TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, start={self.start!r}, end={self.end!r}, "
                f"line={self.line!r})")

    @property
    def exact_type(self):
        """The number of the operator, where `type` is OP."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class _FString:
    "An f-string being read: where in it the reader is."

    def __init__(self, quote, raw, line):
        self.quote = quote
        self.raw = raw
        self.line = line
        self.fields = []  # of each open replacement field: the depth of brackets around its inside, and whether its format is being read

    def reads_text(self):
        return not self.fields or self.fields[-1][1]


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.starts = [0]  # of lines
        for match in re.finditer(r"\n", text):
            self.starts.append(match.end())
        self.line = 0
        self.depth = 0
        self.strings = []

    def place(self, at):
        line = self.line
        while line + 1 < len(self.starts) and self.starts[line + 1] <= at:
            line += 1
        while self.starts[line] > at:
            line -= 1
        return line + 1, at - self.starts[line]

    def lines(self, first, last):
        "The text of the lines, from 1."
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        return self.text[self.starts[first - 1]:end]

    def made(self, kind, start, end, text=None):
        first, last = self.place(start), self.place(end)
        self.line = last[0] - 1
        shown_last = last[0] - 1 if last[1] == 0 and last[0] > first[0] and kind in (NEWLINE, NL) else last[0]
        if kind in (NEWLINE, NL):
            last = (first[0], first[1] + end - start)
        self.at = end
        return TokenInfo(kind, self.text[start:end] if text is None else text, first, last, self.lines(first[0], max(first[0], shown_last)))

    def error(self, message, at):
        line, column = self.place(at)
        return TokenError(message, (line, column + 1))

    def tokens(self):
        text = self.text
        indents = [(0, 0)]
        at_line_start = True
        while self.at < len(text) or self.strings:
            if self.strings and self.strings[-1].reads_text():
                yield from self.string_text()
                continue
            if at_line_start and not self.depth and not self.strings:
                blank = yield from self.line_start(indents)
                if blank:
                    continue
                at_line_start = False
                if self.at >= len(text):
                    break
            self.at = _spaces.match(text, self.at).end()
            if self.at >= len(text):
                break
            c = text[self.at]
            if c in "\r\n":
                size = 2 if text.startswith("\r\n", self.at) else 1
                inside = self.depth or self.strings
                yield self.made(NL if inside else NEWLINE, self.at, self.at + size)
                at_line_start = not inside
            elif c == "#":
                yield self.made(COMMENT, self.at, _comment.match(text, self.at).end())
            elif c == "\\" and text[self.at + 1:self.at + 2] in ("", "\n", "\r"):
                self.at += 3 if text.startswith("\r\n", self.at + 1) else 2
                if self.at >= len(text):
                    line, column = self.place(len(text) - 1)
                    raise TokenError("unexpected EOF in multi-line statement", (line, column + 1 if text.strip() != "\\" else 0))
            elif c == "\\":
                raise self.error("unexpected character after line continuation character", self.at)
            else:
                yield self.word()
        if self.depth or self.strings:
            line, column = self.place(len(text))
            raise TokenError("unexpected EOF in multi-line statement", (max(1, line - (1 if column == 0 else 0)), 0))
        if text and text[-1] not in "\r\n" and not at_line_start:
            line, column = self.place(len(text))
            after_comment = self.text[self.starts[line - 1]:].lstrip(" \t\f").startswith("#")
            yield TokenInfo(NL if after_comment else NEWLINE, "", (line, column), (line, column + 1), self.lines(line, line))
        line = self.place(len(text))[0] + (1 if text and text[-1] not in "\r\n" else 0)
        for _ in indents[1:]:
            yield TokenInfo(DEDENT, "", (line, 0), (line, 0), "")
        yield TokenInfo(ENDMARKER, "", (line, 0), (line, 0), "")

    def line_start(self, indents):
        "Blank lines and lines of comments; or the change of indentation. Whether the line was one without a statement."
        text = self.text
        column = alternative = 0
        start = self.at
        while self.at < len(text) and text[self.at] in " \t\f":
            c = text[self.at]
            if c == " ":
                column, alternative = column + 1, alternative + 1
            elif c == "\t":
                column, alternative = (column // 8 + 1) * 8, alternative + 1
            else:
                column = alternative = 0
            self.at += 1
        if self.at >= len(text):
            return True
        c = text[self.at]
        if c == "#":
            yield self.made(COMMENT, self.at, _comment.match(text, self.at).end())
            if self.at < len(text):
                yield self.made(NL, self.at, self.at + (2 if text.startswith("\r\n", self.at) else 1))
            else:
                line, end = self.place(self.at)
                yield TokenInfo(NL, "", (line, end), (line, end + 1), self.lines(line, line))
            return True
        if c in "\r\n":
            yield self.made(NL, self.at, self.at + (2 if text.startswith("\r\n", self.at) else 1))
            return True
        if c == "\\" and text[self.at + 1:self.at + 2] in ("\n", "\r"):
            return False
        yield from self.changed_indentation(indents, start, (column, alternative))
        return False

    def changed_indentation(self, indents, start, indent):
        "An indent is the column with tabs to every 8th, and that with tabs to the next: both must tell the same."
        column, alternative = indent
        if column > indents[-1][0]:
            if alternative <= indents[-1][1]:
                raise self.bad_indentation(TabError, "inconsistent use of tabs and spaces in indentation")
            indents.append(indent)
            yield self.made(INDENT, start, self.at)
            return
        if all(column != known for known, _ in indents):
            raise self.bad_indentation(IndentationError, "unindent does not match any outer indentation level")
        place = self.place(self.at)
        while column < indents[-1][0]:
            indents.pop()
            if column == indents[-1][0] and alternative != indents[-1][1]:
                break
            yield TokenInfo(DEDENT, "", place, place, self.lines(place[0], place[0]))
        if alternative != indents[-1][1]:
            raise self.bad_indentation(TabError, "inconsistent use of tabs and spaces in indentation")

    def bad_indentation(self, kind, message):
        line, _ = self.place(self.at)
        shown = self.lines(line, line).rstrip("\n")
        return kind(message, ("<string>", line, len(shown) + 1, shown, None, None))

    def word(self):
        text, at = self.text, self.at
        match = _string_start.match(text, at)
        if match:
            return self.string(match)
        c = text[at]
        if c.isdigit() and c.isascii() or c == "." and text[at + 1:at + 2].isdigit():
            return self.number()
        if c == "_" or c.isidentifier() or ord(c) > 127 and _name.match(text, at):
            return self.made(NAME, at, _name.match(text, at).end())
        if c == "\ufeff":
            return self.made(NAME, at, _name.match(text, at + 1).end() if _name.match(text, at + 1) else at + 1)
        match = _operator.match(text, at)
        end = match.end() if match else at + 1
        sign = text[at:end]
        if self.strings:
            self.in_field(sign)
            if sign in (":=", "!=") and self.strings[-1].fields and self.depth == self.strings[-1].fields[-1][0]:
                if sign == ":=":
                    end = at + 1
                    self.strings[-1].fields[-1][1] = True
        if sign in ("(", "[", "{"):
            self.depth += 1
        elif sign in (")", "]", "}"):
            self.depth = max(0, self.depth - 1)
        return self.made(OP, at, end)

    def in_field(self, sign):
        string = self.strings[-1]
        if not string.fields:
            return
        depth, _ = string.fields[-1]
        if sign == "}" and self.depth == depth:
            string.fields.pop()
        elif sign == ":" and self.depth == depth:
            string.fields[-1][1] = True

    def number(self):
        match = _number.match(self.text, self.at)
        end = match.end()
        follows = self.text[end:end + 1]
        digits = match[0]
        kinds = {"0x": "hexadecimal", "0o": "octal", "0b": "binary"}
        begins = digits == "0" and kinds.get("0" + follows.lower())  # and no digit of its own behind it
        kind = begins or kinds.get(digits[:2].lower(), "imaginary" if digits[-1] in "jJ" else "decimal")
        digit = self.text[end + 1:end + 2] if begins else follows
        if kind in ("octal", "binary") and "0" <= digit <= "9":
            raise self.error(f"invalid digit {digit!r} in {kind} literal", end + bool(begins))
        signed = kind == "decimal" and follows in ("e", "E") and self.text[end + 1:end + 2] in ("+", "-")
        if begins or follows == "_" or signed:
            raise self.error(f"invalid {kind} literal", end + bool(signed or begins and digit == "_"))
        return self.made(NUMBER, self.at, end)

    def string(self, match):
        start, quote = self.at, match[2]
        if "f" in match[1].lower():
            self.strings.append(_FString(quote, "r" in match[1].lower(), self.place(start)[0]))
            return self.made(FSTRING_START, start, match.end())
        rest = _string_rest[quote].match(self.text, match.end())
        if rest is None:
            line = self.place(start)[0]
            if len(quote) == 3:
                raise self.error("EOF in multi-line string", start)
            raise self.error(f"unterminated string literal (detected at line {line})", start)
        return self.made(STRING, start, rest.end())

    def string_text(self):
        "What stands in an f-string up to the next replacement field or the end."
        text = self.text
        string = self.strings[-1]
        in_format = bool(string.fields)
        start = at = self.at
        while True:
            if at >= len(text) or len(string.quote) == 1 and text[at] in "\r\n" and not in_format:
                line = self.place(start)[0]
                kind = "triple-quoted f-string" if len(string.quote) == 3 else "f-string"
                raise self.error(f"unterminated {kind} literal (detected at line {line})", start - 1)
            c = text[at]
            if c == "\\" and not string.raw and text.startswith("\\N{", at):
                at = text.find("}", at) + 1 or len(text)
            elif c == "\\":
                at += 1 if text[at + 1:at + 2] in ("{", "}") else 2
            elif not in_format and text.startswith(string.quote, at):
                if at > start:
                    yield self.made(FSTRING_MIDDLE, start, at)
                self.strings.pop()
                yield self.made(FSTRING_END, at, at + len(string.quote))
                return
            elif c in "{}" and text[at + 1:at + 2] == c and not in_format:
                yield self.made(FSTRING_MIDDLE, start, at + 1)
                self.at = start = at = at + 2
            elif c == "{":
                if at > start:
                    yield self.made(FSTRING_MIDDLE, start, at)
                yield self.made(OP, at, at + 1)
                self.depth += 1
                string.fields.append([self.depth, False])
                return
            elif c == "}" and in_format:
                if at > start or text[start - 1] == "}":
                    yield self.made(FSTRING_MIDDLE, start, at)
                string.fields.pop()
                self.depth -= 1
                yield self.made(OP, at, at + 1)
                return
            elif c == "}":
                raise self.error("f-string: single '}' is not allowed", at)
            else:
                at += 1


def _read_all(readline):
    lines = []
    try:
        while line := readline():
            lines.append(line)
    except StopIteration:
        pass
    return lines


def generate_tokens(readline):
    """The tokens of the lines (str) that readline() gives."""
    return _Reader("".join(_read_all(readline))).tokens()


def tokenize(readline):
    """The tokens of the lines (bytes) that readline() gives; first ENCODING."""
    encoding, consumed = detect_encoding(readline)
    data = b"".join([*consumed, *_read_all(readline)])
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    yield from _Reader(data.decode(encoding if encoding != "utf-8-sig" else "utf-8")).tokens()


# ---- back to text

class Untokenizer:
    def __init__(self):
        self.parts = []
        self.row, self.column = 1, 0
        self.encoding = None

    def space_to(self, start):
        row, column = start
        if row < self.row or row == self.row and column < self.column:
            raise ValueError(f"start ({row},{column}) precedes previous end ({self.row},{self.column})")
        if row > self.row:
            self.parts.append("\\\n" * (row - self.row))
            self.column = 0
        self.parts.append(" " * (column - self.column))

    def untokenize(self, iterable):
        iterator = iter(iterable)
        indents = []
        at_line_start = False
        for item in iterator:
            if len(item) == 2:
                self.compat(item, iterator)
                break
            kind, text, start, end, _ = item
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                indent = indents[-1]
                if start[1] >= len(indent):
                    self.parts.append(indent)
                    self.column = len(indent)
                at_line_start = False
            elif at_line_start:
                at_line_start = False
            if kind == FSTRING_MIDDLE and ("{" in text or "}" in text):
                text = _doubled_braces(text)
            self.space_to(start)
            self.parts.append(text)
            self.row, self.column = end
            if kind == FSTRING_MIDDLE and text != item[1]:
                self.column += 1
            if kind in (NEWLINE, NL):
                self.row += 1
                self.column = 0
        return "".join(self.parts)

    def compat(self, token, iterator):
        from itertools import chain
        indents = []
        at_line_start = token[0] in (NEWLINE, NL)
        previous_string = False
        depth = 0
        for kind, text in (item[:2] for item in chain([token], iterator)):
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING:
                if previous_string:
                    text = " " + text
                previous_string = True
            else:
                previous_string = False
            if kind == FSTRING_START:
                depth += 1
            elif kind == FSTRING_END:
                depth -= 1
            elif kind == FSTRING_MIDDLE:
                text = _doubled_braces(text)
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                self.parts.append(indents[-1])
                at_line_start = False
            self.parts.append(text)


def _doubled_braces(text):
    parts = re.split(r"(\\N\{[^}]*\})", text)
    return "".join(part if part.startswith("\\N{") else part.replace("{", "{{").replace("}", "}}") for part in parts)


def untokenize(iterable):
    """The text of tokens: bytes when the first one is ENCODING. Of pairs of type and string, the spaces are made up."""
    writer = Untokenizer()
    text = writer.untokenize(iterable)
    return text.encode(writer.encoding) if writer.encoding is not None else text


# ---- encodings (PEP 263)

def _normal_name(name):
    start = name[:12].lower().replace("_", "-")
    if start == "utf-8" or start.startswith("utf-8-"):
        return "utf-8"
    if start in ("latin-1", "iso-8859-1", "iso-latin-1") or start.startswith(("latin-1-", "iso-8859-1-", "iso-latin-1-")):
        return "iso-8859-1"
    return name


def detect_encoding(readline):
    """The encoding of a source, and the lines (bytes) read to find it."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)
    default = "utf-8"
    mark = False

    def read():
        try:
            return readline()
        except StopIteration:
            return b""

    def find_cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            message = "invalid or missing encoding declaration"
            raise SyntaxError(message if filename is None else f"{message} for {filename!r}")
        match = cookie_re.match(text)
        if not match:
            return None
        encoding = _normal_name(match[1])
        try:
            "".encode(encoding)
        except LookupError:
            raise SyntaxError("unknown encoding: " + encoding if filename is None else f"unknown encoding for {filename!r}: {encoding}")
        if mark:
            if encoding != "utf-8":
                raise SyntaxError("encoding problem: utf-8" if filename is None else f"encoding problem for {filename!r}: utf-8")
            encoding += "-sig"
        return encoding

    first = read()
    if first.startswith(b"\xef\xbb\xbf"):
        mark = True
        first = first[3:]
        default = "utf-8-sig"
    if not first:
        return default, []
    encoding = find_cookie(first)
    if encoding:
        return encoding, [first]
    if not blank_re.match(first):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    encoding = find_cookie(second)
    if encoding:
        return encoding, [first, second]
    return default, [first, second]


def open(filename):
    """Opens a source file to read text in the encoding it declares."""
    buffer = _open(filename, "rb")
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        return text
    except:
        buffer.close()
        raise


def main():
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog="python -m tokenize")
    parser.add_argument(dest="filename", nargs="?", metavar="filename.py", help="the file to tokenize; defaults to stdin")
    parser.add_argument("-e", "--exact", dest="exact", action="store_true", help="display token names using the exact type")
    args = parser.parse_args()
    if args.filename:
        with _open(args.filename, "rb") as f:
            tokens = list(tokenize(f.readline))
    else:
        tokens = list(generate_tokens(sys.stdin.readline))
    for item in tokens:
        kind = item.exact_type if args.exact else item.type
        place = "%d,%d-%d,%d:" % (item.start + item.end)
        print("%-20s%-15s%-15r" % (place, tok_name[kind], item.string))


if __name__ == "__main__":
    main()
