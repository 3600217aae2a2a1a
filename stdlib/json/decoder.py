"""JSONDecoder: a recursive descent over the text, without regular expressions."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

_constants = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}
_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_blank = " \t\n\r"
_digits = "0123456789"


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the message, the document, and the place where parsing failed."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"


def scanstring(s, end, strict=True):
    """The string whose text begins at `end`, behind the quote, and the index behind its closing quote."""
    begin = end - 1
    find = s.find
    chunks = None
    while True:
        quote = find('"', end)
        if quote < 0:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        back = find("\\", end, quote)
        stop = quote if back < 0 else back
        chunk = s[end:stop]
        if strict and not chunk.isprintable():
            for i, c in enumerate(chunk):
                if c < " ":
                    raise JSONDecodeError("Invalid control character at", s, end + i)
        if back < 0:
            if chunks is None:
                return chunk, quote + 1
            chunks.append(chunk)
            return "".join(chunks), quote + 1
        if chunks is None:
            chunks = []
        chunks.append(chunk)
        esc = s[back + 1:back + 2]
        if not esc:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if esc != "u":
            char = _escapes.get(esc)
            if char is None:
                raise JSONDecodeError("Invalid \\escape", s, back)
            end = back + 2
        else:
            code = _unicode_escape(s, back + 1)
            end = back + 6
            if 0xd800 <= code <= 0xdbff and s[end:end + 2] == "\\u":
                low = _unicode_escape(s, end + 1)
                if 0xdc00 <= low <= 0xdfff:
                    code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                    end += 6
            char = chr(code)
        chunks.append(char)


def _unicode_escape(s, pos):
    text = s[pos + 1:pos + 5]
    if len(text) == 4:
        for c in text:
            if c not in "0123456789abcdefABCDEF":
                break
        else:
            return int(text, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def _skip(s, at):
    while s[at:at + 1] in _blank and at < len(s):
        at += 1
    return at


class _Scanner:
    def __init__(self, decoder):
        self.parse_float = decoder.parse_float
        self.parse_int = decoder.parse_int
        self.parse_constant = decoder.parse_constant
        self.strict = decoder.strict
        self.object_hook = decoder.object_hook
        self.object_pairs_hook = decoder.object_pairs_hook
        self.memo = {}

    def value(self, s, at):
        """The value that begins at `at` and the index behind it; StopIteration(index) when there is none."""
        c = s[at:at + 1]
        if c == '"':
            return scanstring(s, at + 1, self.strict)
        if c == "{":
            return self.object(s, at + 1)
        if c == "[":
            return self.array(s, at + 1)
        if c == "t" and s.startswith("true", at):
            return True, at + 4
        if c == "f" and s.startswith("false", at):
            return False, at + 5
        if c == "n" and s.startswith("null", at):
            return None, at + 4
        if c and c in "-0123456789":
            end = self.number_end(s, at)
            if end is not None:
                stop, is_float = end
                text = s[at:stop]
                if is_float:
                    return self.parse_float(text), stop
                return self.parse_int(text), stop
        for name in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(name, at):
                return self.parse_constant(name), at + len(name)
        raise StopIteration(at)

    def number_end(self, s, at):
        n = len(s)
        if s[at] == "-":
            at += 1
        if at >= n:
            return None
        if s[at] == "0":
            at += 1
        elif s[at] in "123456789":
            at += 1
            while at < n and s[at] in _digits:
                at += 1
        else:
            return None
        is_float = False
        if at + 1 < n and s[at] == "." and s[at + 1] in _digits:
            is_float = True
            at += 2
            while at < n and s[at] in _digits:
                at += 1
        if at + 1 < n and s[at] in "eE":
            i = at + 1
            if s[i] in "+-":
                i += 1
            if i < n and s[i] in _digits:
                is_float = True
                at = i + 1
                while at < n and s[at] in _digits:
                    at += 1
        return at, is_float

    def object(self, s, at):
        pairs = []
        memo = self.memo
        value_of = self.value
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            at += 1
        else:
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            while True:
                key, at = scanstring(s, at + 1, self.strict)
                key = memo.setdefault(key, key)
                if s[at:at + 1] != ":":
                    at = _skip(s, at)
                    if s[at:at + 1] != ":":
                        raise JSONDecodeError("Expecting ':' delimiter", s, at)
                at += 1
                if s[at:at + 1] in _blank:
                    at = _skip(s, at)
                try:
                    value, at = value_of(s, at)
                except StopIteration as err:
                    raise JSONDecodeError("Expecting value", s, err.value) from None
                pairs.append((key, value))
                c = s[at:at + 1]
                if c in _blank:
                    at = _skip(s, at)
                    c = s[at:at + 1]
                at += 1
                if c == "}":
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
                at = _skip(s, at)
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        if self.object_hook is not None:
            made = self.object_hook(made)
        return made, at

    def array(self, s, at):
        values = []
        append = values.append
        value_of = self.value
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return values, at + 1
        while True:
            try:
                value, at = value_of(s, at)
            except StopIteration as err:
                raise JSONDecodeError("Expecting value", s, err.value) from None
            append(value)
            c = s[at:at + 1]
            if c in _blank:
                at = _skip(s, at)
                c = s[at:at + 1]
            at += 1
            if c == "]":
                return values, at
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
            if s[at:at + 1] in _blank:
                at = _skip(s, at)


class JSONDecoder:
    """Simple JSON <https://json.org> decoder"""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """Return the Python representation of ``s`` (a ``str`` instance containing a JSON document)."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """Decode a JSON document from ``s`` and return a 2-tuple of the Python representation and the index where the document ended."""
        try:
            return _Scanner(self).value(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None
