"""ast: literal_eval alone (library reference, "ast"). Typhon keeps no syntax trees at run time."""
__all__ = ["literal_eval", "parse", "walk", "dump", "unparse"]

_MESSAGE = "ast.{}() is not supported by this build of Typhon: syntax trees are not kept at run time"


def parse(*args, **kwargs):
    raise NotImplementedError(_MESSAGE.format("parse"))


def walk(node):
    raise NotImplementedError(_MESSAGE.format("walk"))


def dump(*args, **kwargs):
    raise NotImplementedError(_MESSAGE.format("dump"))


def unparse(node):
    raise NotImplementedError(_MESSAGE.format("unparse"))


def literal_eval(node_or_string):
    "The value of a text that consists of literals: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")  # what is no expression at all is a SyntaxError
    return _Reader(text).read()


class _Reader:
    "Reads a text that is known to be an expression; everything but literals is refused before it could run."

    def __init__(self, text):
        import re
        self.text = text
        self.tokens = []
        pattern = re.compile(r'''(?:[ \t\r\n\f]|\\\n|\#[^\n]*)*(?:
            (?P<string>(?:[rRbBuU]|[rR][bB]|[bB][rR])?(?:"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))|
            (?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?[jJ]?)|
            (?P<name>\.\.\.|\w+)|(?P<mark>.)|(?P<end>\Z))''', re.X | re.S)
        at = 0
        while True:
            match = pattern.match(text, at)
            self.tokens.append((match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)))
            at = match.end()
            if match.lastgroup == "end":
                break
        self.at = 0

    def malformed(self):
        line = self.text.count("\n", 0, self.tokens[self.at][2]) + 1
        return ValueError(f"malformed node or string on line {line}: {self.text.strip()!r}")

    def peek(self):
        return self.tokens[self.at][1] if self.tokens[self.at][0] in ("mark", "name") else None

    def take(self, mark):
        if self.peek() == mark:
            self.at += 1
            return True
        return False

    def read(self):
        value = self.items_or_one("", False)
        if self.tokens[self.at][0] != "end":
            raise self.malformed()
        return value

    def items_or_one(self, end, parenthesised):
        "A value, or a tuple when there is a comma."
        first = self.value()
        if self.peek() != ",":
            return first
        items = [first]
        while self.take(","):
            if self.tokens[self.at][0] == "end" or self.peek() == end:
                break
            items.append(self.value())
        return tuple(items)

    def value(self):
        value, signed_number = self.term()
        while self.peek() in ("+", "-"):
            minus = self.take("-") or not self.take("+")
            right, _ = self.term()
            if not signed_number or type(value) not in (int, float) or type(right) is not complex:
                raise self.malformed()
            value = value - right if minus else value + right
            signed_number = False
        return value

    def term(self):
        minus = plus = False
        if self.take("-"):
            minus = True
        elif self.take("+"):
            plus = True
        if (minus or plus) and self.tokens[self.at][0] != "number":
            if self.peek() in ("(",):
                value = self.atom()
                if type(value) not in (int, float, complex):
                    raise self.malformed()
                return -value if minus else value, True
            raise self.malformed()
        value = self.atom()
        return -value if minus else value, type(value) in (int, float)

    def atom(self):
        kind, text, _ = self.tokens[self.at]
        self.at += 1
        if kind == "string":
            value = eval(text, {"__builtins__": {}})
            while self.tokens[self.at][0] == "string":
                value += eval(self.tokens[self.at][1], {"__builtins__": {}})
                self.at += 1
            return value
        if kind == "number":
            return eval(text, {"__builtins__": {}})
        if kind == "name":
            if text in _NAMES:
                return _NAMES[text]
            if text == "set" and self.take("(") and self.take(")"):
                return set()
        elif text == "(":
            if self.take(")"):
                return ()
            value = self.items_or_one(")", True)
            if self.take(")"):
                return value
        elif text == "[":
            return list(self.items("]"))
        elif text == "{":
            return self.braces()
        raise self.malformed()

    def items(self, end):
        items = []
        while not self.take(end):
            items.append(self.value())
            if not self.take(",") and self.peek() != end:
                raise self.malformed()
        return items

    def braces(self):
        if self.take("}"):
            return {}
        first = self.value()
        if not self.take(":"):
            if self.take("}"):
                return {first}
            if not self.take(","):
                raise self.malformed()
            return {first, *self.items("}")}
        result = {first: self.value()}
        while not self.take("}"):
            if not self.take(","):
                raise self.malformed()
            if self.take("}"):
                break
            key = self.value()
            if not self.take(":"):
                raise self.malformed()
            result[key] = self.value()
        return result


_NAMES = {"None": None, "True": True, "False": False, "...": ...}
