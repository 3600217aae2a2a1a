"""Reads TOML 1.0 documents (library reference, "tomllib"; the specification at toml.io)."""

__all__ = ("loads", "load", "TOMLDecodeError")

from datetime import date, datetime, time, timedelta, timezone
import re
from string import ascii_letters, digits

_BARE = frozenset(ascii_letters + digits + "-_")
_spaces = re.compile(r"[ \t]*")
_spaces_and_lines = re.compile(r"[ \t\n]*")
_bare_key = re.compile(r"[A-Za-z0-9_-]+")
_illegal_in_line = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_illegal_in_lines = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_plain_in_line = re.compile(r'[^"\\\x00-\x08\x0a-\x1f\x7f]*')
_plain_in_lines = re.compile(r'[^"\\\x00-\x08\x0b-\x1f\x7f]*')
_time = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_local_time = re.compile(_time)
_datetime = re.compile(rf"([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]{_time}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_number = re.compile(r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|"
                     r"[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)")
_special_float = re.compile(r"[+-]?(?:inf|nan)")
_escapes = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


def load(fp, /, *, parse_float=float):
    """The content of a binary file that holds a TOML document, as a dict."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The TOML document as a dict."""
    return _Reader(s.replace("\r\n", "\n"), parse_float).document()


class _Name:
    "What has been said about a name and the names under it: whether it was declared, and whether it is complete (an inline table or an array)."

    def __init__(self):
        self.parts = {}
        self.declared = self.closed = False

    def find(self, key):
        "The name, or the closed one it lies in; None when there is nothing known."
        node = self
        for part in key:
            node = node.parts.get(part)
            if node is None or node.closed:
                return node
        return node

    def make(self, key):
        node = self
        for part in key:
            node = node.parts.setdefault(part, _Name())
        return node

    def is_closed(self, key):
        node = self.find(key)
        return node is not None and node.closed

    def is_declared(self, key):
        node = self.find(key)
        return node is not None and (node.declared or node.closed)

    def forget(self, key):
        node = self.find(key[:-1])
        if node is not None:
            node.parts.pop(key[-1], None)


def _table(root, key, through_arrays=True):
    "The table of this key, made if it is new. KeyError: it is something else."
    for part in key:
        root = root.setdefault(part, {})
        if through_arrays and isinstance(root, list):
            root = root[-1]
        if not isinstance(root, dict):
            raise KeyError
    return root


class _Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float

    def error(self, message):
        at = self.at
        if at >= len(self.text):
            where = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex("\n", 0, at)
            where = f"line {line}, column {column}"
        return TOMLDecodeError(f"{message} (at {where})")

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, pattern=_spaces):
        self.at = pattern.match(self.text, self.at).end()

    def refuse_illegal(self, pattern, end):
        bad = pattern.search(self.text, self.at, end)
        if bad:
            self.at = bad.start()
            raise self.error(f"Found invalid character {bad[0]!r}")

    def skip_comment(self):
        if self.peek() == "#":
            end = self.text.find("\n", self.at)
            end = len(self.text) if end < 0 else end
            self.at += 1
            self.refuse_illegal(_illegal_in_line, end)
            self.at = end

    def skip_comments_and_lines(self):
        while True:
            before = self.at
            self.skip(_spaces_and_lines)
            self.skip_comment()
            if self.at == before:
                return

    # ---- statements

    def document(self):
        self.root = {}
        self.names = _Name()
        self.header = ()
        self.implied = set()  # tables that dotted keys have made since the last header
        while True:
            self.skip()
            start = self.peek()
            if not start:
                break
            if start == "\n":
                self.at += 1
                continue
            if start in _BARE or start in "\"'":
                self.assignment()
                self.skip()
            elif start == "[":
                for key in self.implied:
                    self.names.make(key).declared = True
                self.implied.clear()
                if self.text.startswith("[[", self.at):
                    self.array_header()
                else:
                    self.table_header()
                self.skip()
            elif start != "#":
                raise self.error("Invalid statement")
            self.skip_comment()
            end = self.peek()
            if not end:
                break
            if end != "\n":
                raise self.error("Expected newline or end of document after a statement")
            self.at += 1
        return self.root

    def table_header(self):
        self.at += 1
        self.skip()
        key = self.key()
        if self.names.is_declared(key):
            raise self.error(f"Cannot declare {key} twice")
        self.names.make(key).declared = True
        try:
            _table(self.root, key)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if self.peek() != "]":
            raise self.error("Expected ']' at the end of a table declaration")
        self.at += 1
        self.header = key

    def array_header(self):
        self.at += 2
        self.skip()
        key = self.key()
        if self.names.is_closed(key):
            raise self.error(f"Cannot mutate immutable namespace {key}")
        self.names.forget(key)  # each table of the array is new
        self.names.make(key).declared = True
        try:
            tables = _table(self.root, key[:-1]).setdefault(key[-1], [])
            if not isinstance(tables, list):
                raise KeyError
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        tables.append({})
        if not self.text.startswith("]]", self.at):
            raise self.error("Expected ']]' at the end of an array declaration")
        self.at += 2
        self.header = key

    def assignment(self):
        key, value = self.pair()
        for size in range(1, len(key)):
            inner = self.header + key[:size]
            node = self.names.find(inner)
            if node is not None and node.declared and not node.closed:
                raise self.error(f"Cannot redefine namespace {inner}")
            self.implied.add(inner)
        table = self.header + key[:-1]
        if self.names.is_closed(table):
            raise self.error(f"Cannot mutate immutable namespace {table}")
        try:
            place = _table(self.root, table)
        except KeyError:
            raise self.error("Cannot overwrite a value") from None
        if key[-1] in place:
            raise self.error("Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            self.names.make(self.header + key).closed = True
        place[key[-1]] = value

    def pair(self):
        key = self.key()
        if self.peek() != "=":
            raise self.error("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip()
        return key, self.value()

    def key(self):
        key = [self.key_part()]
        self.skip()
        while self.peek() == ".":
            self.at += 1
            self.skip()
            key.append(self.key_part())
            self.skip()
        return tuple(key)

    def key_part(self):
        bare = _bare_key.match(self.text, self.at)
        if bare:
            self.at = bare.end()
            return bare[0]
        start = self.peek()
        if start == "'":
            return self.literal()
        if start == '"':
            return self.basic()
        raise self.error("Invalid initial character for a key part")

    # ---- values

    def value(self):
        text, at = self.text, self.at
        start = text[at:at + 1]
        if start == '"':
            return self.basic_lines() if text.startswith('"""', at) else self.basic()
        if start == "'":
            return self.literal_lines() if text.startswith("'''", at) else self.literal()
        for word, value in (("true", True), ("false", False)):
            if text.startswith(word, at):
                self.at += len(word)
                return value
        if start == "[":
            return self.array()
        if start == "{":
            return self.inline_table()
        match = _datetime.match(text, at)
        if match:
            try:
                value = _datetime_of(match)
            except ValueError as error:
                raise self.error("Invalid date or datetime") from error
            self.at = match.end()
            return value
        match = _local_time.match(text, at)
        if match:
            self.at = match.end()
            return time(int(match[1]), int(match[2]), int(match[3]), int((match[4] or "").ljust(6, "0")))
        match = _number.match(text, at)
        if match:
            self.at = match.end()
            return self.float(match[0]) if match[1] else int(match[0], 0)
        match = _special_float.match(text, at)
        if match:
            self.at = match.end()
            return self.float(match[0])
        raise self.error("Invalid value")

    def float(self, text):
        if self.parse_float is float:
            return float(text)
        value = self.parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    def array(self):
        self.at += 1
        items = []
        self.skip_comments_and_lines()
        while self.peek() != "]":
            items.append(self.value())
            self.skip_comments_and_lines()
            mark = self.peek()
            if mark == "]":
                break
            if mark != ",":
                raise self.error("Unclosed array")
            self.at += 1
            self.skip_comments_and_lines()
        self.at += 1
        return items

    def inline_table(self):
        self.at += 1
        table, names = {}, _Name()
        self.skip()
        if self.peek() == "}":
            self.at += 1
            return table
        while True:
            key, value = self.pair()
            if names.is_closed(key):
                raise self.error(f"Cannot mutate immutable namespace {key}")
            try:
                place = _table(table, key[:-1], False)
            except KeyError:
                raise self.error("Cannot overwrite a value") from None
            if key[-1] in place:
                raise self.error(f"Duplicate inline table key {key[-1]!r}")
            place[key[-1]] = value
            self.skip()
            mark = self.peek()
            if mark == "}":
                self.at += 1
                return table
            if mark != ",":
                raise self.error("Unclosed inline table")
            if isinstance(value, (dict, list)):
                names.make(key).closed = True
            self.at += 1
            self.skip()

    # ---- strings

    def literal(self):
        self.at += 1
        return self.up_to("'", _illegal_in_line)

    def literal_lines(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        return self.up_to("'''", _illegal_in_lines) + self.more_quotes("'")

    def up_to(self, mark, illegal):
        end = self.text.find(mark, self.at)
        if end < 0:
            self.at = len(self.text)
            raise self.error(f"Expected {mark!r}")
        start = self.at
        self.refuse_illegal(illegal, end)
        self.at = end + len(mark)
        return self.text[start:end]

    def more_quotes(self, quote):
        "One or two quotes may stand before the three that end the string."
        count = 0
        while count < 2 and self.peek() == quote:
            self.at += 1
            count += 1
        return quote * count

    def basic(self):
        self.at += 1
        return self.escaped(_plain_in_line, False)

    def basic_lines(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        return self.escaped(_plain_in_lines, True) + self.more_quotes('"')

    def escaped(self, plain, of_lines):
        parts = []
        while True:
            start = self.at
            self.skip(plain)
            parts.append(self.text[start:self.at])
            mark = self.peek()
            if not mark:
                raise self.error("Unterminated string")
            if mark == "\\":
                parts.append(self.escape(of_lines))
            elif mark != '"':
                raise self.error(f"Illegal character {mark!r}")
            elif not of_lines:
                self.at += 1
                return "".join(parts)
            elif self.text.startswith('"""', self.at):
                self.at += 3
                return "".join(parts)
            else:
                self.at += 1
                parts.append('"')

    def escape(self, of_lines):
        letter = self.text[self.at + 1:self.at + 2]
        self.at += 2
        if of_lines and letter and letter in " \t\n":
            # A backslash at the end of a line: nothing up to the next text.
            if letter != "\n":
                self.skip()
                if self.at >= len(self.text):
                    return ""
                if self.peek() != "\n":
                    raise self.error("Unescaped '\\' in a string")
                self.at += 1
            self.skip(_spaces_and_lines)
            return ""
        if letter and letter in "uU":
            return self.scalar(4 if letter == "u" else 8)
        if letter not in _escapes:
            raise self.error("Unescaped '\\' in a string")
        return _escapes[letter]

    def scalar(self, size):
        code = self.text[self.at:self.at + size]
        if len(code) != size or not re.fullmatch("[0-9A-Fa-f]*", code):
            raise self.error("Invalid hex value")
        self.at += size
        number = int(code, 16)
        if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise self.error("Escaped character is not a Unicode scalar value")
        return chr(number)


def _datetime_of(match):
    year, month, day, hour, minute, second, fraction, zulu, sign, offset_hour, offset_minute = match.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    zone = None
    if zulu:
        zone = timezone.utc
    elif sign:
        offset = timedelta(hours=int(offset_hour), minutes=int(offset_minute))
        zone = timezone(-offset if sign == "-" else offset)
    return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), int((fraction or "").ljust(6, "0")), tzinfo=zone)
