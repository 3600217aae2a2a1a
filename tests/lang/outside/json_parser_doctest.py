# python3.12
"""A JSON parser from scratch with error positions, tests by doctest."""
import doctest
import sys


class JSONError(ValueError):
    def __init__(self, msg, text, pos):
        self.lineno = text.count("\n", 0, pos) + 1
        self.colno = pos - text.rfind("\n", 0, pos)
        super().__init__(f"{msg} (line {self.lineno}, column {self.colno})")


class Parser:
    """
    >>> Parser('[1, 2.5, "a\\\\n\\\\u00e9", true, null, {"k": []}]').parse()
    [1, 2.5, 'a\\né', True, None, {'k': []}]
    >>> Parser('  -0.5e+2 ').parse()
    -50.0
    >>> Parser('[1, 2').parse()
    Traceback (most recent call last):
        ...
    JSONError: expected ',' or ']' (line 1, column 6)
    >>> Parser('{"a":\\n 1,\\n "b" 2}').parse()   # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    JSONError: expected ':' ... column 6)
    >>> Parser('nope').parse()  # wrong on purpose
    'nope'
    >>> sorted(Parser('{"z": 1, "a": 2}').parse())
    ['a', 'z']
    >>> for i in range(3):
    ...     print(i,
    ...           end=" ")
    0 1 2 
    >>> 1 / 0
    0
    """

    def __init__(self, text):
        self.text, self.pos = text, 0

    def error(self, msg):
        raise JSONError(msg, self.text, self.pos)

    def peek(self):
        while self.pos < len(self.text) and self.text[self.pos] in " \t\r\n":
            self.pos += 1
        return self.text[self.pos] if self.pos < len(self.text) else ""

    def parse(self):
        v = self.value()
        if self.peek():
            self.error("trailing data")
        return v

    def value(self):
        c = self.peek()
        if c == "{":
            return self.obj()
        if c == "[":
            return self.arr()
        if c == '"':
            return self.string()
        for word, v in ("true", True), ("false", False), ("null", None):
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return v
        return self.number()

    def number(self):
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] in "+-0123456789.eE":
            self.pos += 1
        s = self.text[start:self.pos]
        try:
            return int(s) if s.lstrip("-").isdigit() else float(s)
        except ValueError:
            self.pos = start
            self.error("bad value")

    def string(self):
        self.pos += 1
        out = []
        while True:
            try:
                c = self.text[self.pos]
            except IndexError:
                self.error("unterminated string")
            self.pos += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                e = self.text[self.pos]
                self.pos += 1
                if e == "u":
                    out.append(chr(int(self.text[self.pos:self.pos + 4], 16)))
                    self.pos += 4
                else:
                    out.append({"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(e, e))
            else:
                out.append(c)

    def arr(self):
        self.pos += 1
        out = []
        if self.peek() == "]":
            self.pos += 1
            return out
        while True:
            out.append(self.value())
            c = self.peek()
            if c not in ",]" or not c:
                self.error("expected ',' or ']'")
            self.pos += 1
            if c == "]":
                return out

    def obj(self):
        self.pos += 1
        out = {}
        while self.peek() != "}":
            if self.peek() != '"':
                self.error("expected a key")
            k = self.string()
            if self.peek() != ":":
                self.error("expected ':'")
            self.pos += 1
            out[k] = self.value()
            if self.peek() == ",":
                self.pos += 1
            elif self.peek() != "}":
                self.error("expected ',' or '}'")
        self.pos += 1
        return out


def collatz(n):
    """Steps of n.

    >>> collatz(27)
    111
    >>> [collatz(x) for x in range(1, 6)]
    [0, 1, 7, 2, 6]
    >>> collatz(0)
    Traceback (most recent call last):
    ValueError: n must be positive
    """
    if n <= 0:
        raise ValueError("n must be positive")
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


if __name__ == "__main__":
    import contextlib, io, re
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        result = doctest.testmod(report=True)
    print(result, result.failed)
    with contextlib.redirect_stdout(shown):
        result = doctest.testmod(verbose=True, optionflags=doctest.NORMALIZE_WHITESPACE, extraglobs={"q": 1}, name="again")
    lines, skipping = [], False
    for line in shown.getvalue().splitlines():  # without the frames of doctest itself
        skipping = "doctest.py\", line" in line or skipping and line.startswith(" " * 8)
        if not skipping:
            lines.append(line)
    print("\n".join(lines))
    sys.exit(result.failed)
