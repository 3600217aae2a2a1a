"""Addresses in the free form of headers (RFC 2822, and what is met beyond it): (name, address) pairs. A comment is a name as well."""
import re

_SPACE = re.compile(r"[ \t\r\n]*")
_WORD = re.compile(r'[^ \t\r\n()<>@,:;."\[\]]+')
_PHRASE_WORD = re.compile(r'[^ \t\r\n()<>@,:;"\[\]]+')
_QUOTED = re.compile(r'"((?:[^"\\\r]|\\.)*)(?:["\r]|\\?\Z)', re.DOTALL)
_LITERAL = re.compile(r"\[([^\]\r]*)(?:[\]\r]|\Z)")
_COMMENT_PIECE = re.compile(r"\\(.)|([()\r])|([^\\()\r]+|\\)", re.DOTALL)


def _unescaped(text):
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


class _Reader:
    """Goes over a text. `comments` are those met since the address began, `space` the white space before what is at hand."""

    def __init__(self, text):
        self.text, self.at, self.comments, self.space = text, 0, [], ""

    def next(self):
        """The character that follows white space and comments; "" at the end."""
        self.space = ""
        while True:
            found = _SPACE.match(self.text, self.at)
            self.space += found[0]
            self.at = found.end()
            c = self.text[self.at:self.at + 1]
            if c != "(":
                return c
            self.comments.append(self.comment())

    def comment(self):
        depth, said = 0, []
        for piece in _COMMENT_PIECE.finditer(self.text, self.at):
            self.at = piece.end()
            if not piece[2]:
                said.append(piece[1] or piece[3] or "")
                continue
            depth += 1 if piece[2] == "(" else -1
            if depth == 0 or piece[2] == "\r":
                break
        return "".join(said)

    def match(self, pattern):
        found = pattern.match(self.text, self.at)
        self.at = found.end()
        return found[found.lastindex or 0]

    def all(self):
        made = []
        while self.at < len(self.text):
            made += self.address() or [("", "")]
        return made

    def address(self):
        """[(name, address)]: several of a group, none where there is no address."""
        self.comments = []
        self.next()
        start, comments = self.at, self.comments.copy()
        words = self.phrase()
        sign = self.next()
        if sign == ":":
            made = self.group()
        elif sign == "<":
            address, name = self.angle(), " ".join(words)
            made = [(f"{name} ({' '.join(self.comments)})" if self.comments else name, address)]
        elif sign and sign in ".@":
            self.at, self.comments = start, comments
            address = self.local_and_domain()
            made = [(" ".join(self.comments), address)]
        else:
            made = [(" ".join(self.comments), words[0])] if words else []
            if not words and sign:
                self.at += 1
        if self.next() == ",":
            self.at += 1
        return made

    def phrase(self):
        words = []
        while (c := self.next()) and c not in ")<>@,:;[]" and (words or c != "."):
            words.append(_unescaped(self.match(_QUOTED)) if c == '"' else self.match(_PHRASE_WORD))
        return words

    def group(self):
        self.at += 1
        made = []
        while (c := self.next()) and c != ";":
            made += self.address()
        self.at += 1
        return made

    def angle(self):
        """The address between < and >; a route before it is passed over."""
        self.at += 1
        while (c := self.next()) and c != ">":
            if c not in "@:":
                address = self.local_and_domain()
                self.at += 1
                return address
            self.at += 1
            if c == "@":
                self.next()
                self.domain()
        self.at += 1
        return ""

    def local_and_domain(self):
        local = ""
        while (c := self.next()) and c not in ")<>@,:;[]":
            if c == ".":
                local += c
                self.at += 1
                continue
            if local and local[-1] != ".":
                local += self.space.replace("\r", "").replace("\n", "")
            if c == '"':
                inner = _unescaped(self.match(_QUOTED))
                local += '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'
            else:
                local += self.match(_WORD)
        if c != "@":
            return local
        self.at += 1
        domain = self.domain()
        return f"{local}@{domain}" if domain else ""

    def domain(self):
        made = ""
        while (c := self.next()) and c not in '()<>,:;"]':
            if c == "@":
                return ""
            if c == ".":
                made += c
                self.at += 1
            elif c == "[":
                made += f"[{self.match(_LITERAL)}]"
            else:
                made += self.match(_WORD)
        return made


def addresses(text):
    """[(name, address)] of a list of addresses; ("", "") for what is none."""
    return _Reader(text).all()
