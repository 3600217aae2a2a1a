"""Words and punctuation as shells read them (library reference, "shlex").

A token is read in one go: what lies before it is skipped, its first character says of what kind it is, and _word(), _operator() and _quoted()
take the characters that belong to it. Between two tokens there is nothing to remember but how the stream ended.
"""
from collections import deque
from io import StringIO
import os
import sys

__all__ = "shlex split quote join".split()

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLAIN = _LETTERS + _LETTERS.upper() + "0123456789_"
_ACCENTED = "".join(chr(code) for code in range(0xC0, 0x100) if code not in (0xD7, 0xF7))


class shlex:
    """Splits a stream (or a string, or else the standard input) into tokens; posix says by which of two sets of rules."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if instream is None:
            instream, infile = sys.stdin, None
        self.instream, self.infile = _opened(instream), infile
        self.posix = posix
        self.eof = None if posix else ""
        operators = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        self._punctuation_chars = operators

        # What characters mean; programs change these.
        self.commenters = "#"
        self.whitespace = " \t\r\n"
        self.quotes, self.escapedquotes = "'\"", '"'
        self.escape = "\\"
        self.wordchars = _PLAIN + (_ACCENTED if posix else "")
        if operators:
            self.wordchars = "".join(c for c in self.wordchars + "~-./*?=" if c not in operators)
        self.whitespace_split = False
        self.source = None

        self.state = " "  # None at the end of the stream; behind an error, its message
        self.token = ""  # as far as it is read: after an error it shows where
        self.lineno = 1
        self.debug = 0
        self.pushback = deque()  # tokens to be given before others
        self.filestack = deque()  # what is read on with after this stream: (name, stream, line)
        self._ahead = ""  # the character read too far, where it doesn't count as a token

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def _tell(self, what):
        if self.debug:
            print(f"{self.error_leader()}{what}")

    # ---- tokens from several streams

    def push_token(self, tok):
        """The next call of get_token() is to return this."""
        self._tell(f"token {tok!r} is pushed back")
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another stream first, and goes on with this one after its end."""
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.instream, self.infile, self.lineno = _opened(newstream), newfile, 1
        self._tell("reads from here now")

    def pop_source(self):
        """Goes back to the stream that push_source() interrupted."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "
        self._tell("goes on here")

    def get_token(self):
        """The next token: one that was pushed back, or what comes next in the streams; eof if that's all."""
        if self.pushback:
            token = self.pushback.popleft()
            self._tell(f"token {token!r} from those pushed back")
            return token
        token = self.read_token()
        while True:
            if token == self.eof:
                if not self.filestack:
                    return token
                self.pop_source()
            elif token == self.source and token is not None:
                if opened := self.sourcehook(self.read_token()):
                    name, stream = opened
                    self.push_source(stream, name)
            else:
                self._tell(f"token {token!r}")
                return token
            token = self.pushback.popleft() if self.pushback else self.read_token()

    def __iter__(self):
        return self

    def __next__(self):
        if (token := self.get_token()) == self.eof:
            raise StopIteration
        return token

    # ---- one token

    def read_token(self):
        """The next token of the stream, as it is there: nothing pushed back, no other source."""
        first, self._ahead = self._ahead or self.instream.read(1), ""
        self.lineno += first == "\n"
        is_quoted = False
        if self.state == " ":
            while first and (first in self.whitespace or first in self.commenters):
                if first not in self.whitespace:
                    self._skip_line()
                first = self._next()
            if first:
                is_quoted = self._token_from(first)
            else:
                self.state = None
        elif self.state is not None:
            raise ValueError(self.state)
        token, self.token = self.token, ""
        return token if token or is_quoted or not self.posix else None

    def _next(self):
        c = self.instream.read(1)
        if c == "\n":
            self.lineno += 1
        return c

    def _fail(self, complaint):
        self.state = complaint
        raise ValueError(complaint)

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _token_from(self, c):
        """Reads the token that begins with c. Whether there were quotes: with them, there is a token even if nothing is in it."""
        if self.posix and c in self.escape:
            self._escaped(c)
        elif c in self.wordchars:
            self.token = c
        elif c in self._punctuation_chars:
            self.token = c
            self._operator()
            return False
        elif c in self.quotes:
            self._quoted(c)
            return self.posix and (self._word() or True)
        else:
            self.token = c
            if not self.whitespace_split:
                return False
        return self._word()

    def _word(self):
        """Reads a word to its end, or to that of the stream. Whether there were quotes in it."""
        posix, quotes, white, own, comment = self.posix, self.quotes, self.whitespace, self.wordchars, self.commenters
        read, is_quoted = self.instream.read, False
        while c := read(1):
            if c == "\n":
                self.lineno += 1
            if c in white:
                return is_quoted
            if c in comment:
                self._skip_line()
                if posix:
                    return is_quoted
            elif posix and c in quotes:
                self._quoted(c)
                is_quoted = True
            elif posix and c in self.escape:
                self._escaped(c)
            elif c in own or c in quotes or self.whitespace_split and c not in self._punctuation_chars:
                self.token += c
            else:
                if self._punctuation_chars:
                    self._ahead = c
                else:
                    self.pushback.appendleft(c)
                return is_quoted
        self.state = None
        return is_quoted

    def _operator(self):
        while c := self._next():
            if c in self._punctuation_chars and c not in self.whitespace and c not in self.commenters:
                self.token += c
                continue
            if c in self.commenters and c not in self.whitespace:
                self._skip_line()
                if not self.posix:
                    continue
            elif c not in self.whitespace:
                self._ahead = c
            return
        self.state = None

    def _quoted(self, quote):
        """Reads to the closing quote: by the POSIX rules only what is between the quotes."""
        if not self.posix:
            self.token += quote
        read = self.instream.read
        while (c := read(1)) != quote:
            if not c:
                self._fail("No closing quotation")
            if c == "\n":
                self.lineno += 1
            if self.posix and c in self.escape and quote in self.escapedquotes:
                self._escaped(c, quote)
            else:
                self.token += c
        if not self.posix:
            self.token += quote

    def _escaped(self, escape, quote=""):
        # Between quotes, only they and the escape itself are escaped.
        c = self._next() or self._fail("No escaped character")
        self.token += c if not quote or c == quote or c == escape else escape + c

    # ---- what subclasses may want to change

    def sourcehook(self, newfile):
        """The (name, stream) to be read at the word `source`: relative names are so to the file that names them."""
        name = newfile[1:-1] if newfile[0] == '"' else newfile
        if isinstance(self.infile, str):
            name = os.path.join(os.path.dirname(self.infile), name)
        return name, open(name)

    def error_leader(self, infile=None, lineno=None):
        """What messages begin with so that editors find the place."""
        place = self.infile if infile is None else infile
        return f'"{place}", line {self.lineno if lineno is None else lineno:d}: '


def _opened(stream):
    return StringIO(stream) if isinstance(stream, str) else stream


def split(s, comments=False, posix=True):
    """The words of a command line, as a list."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def join(split_command):
    """A command line that split() makes these words of."""
    return " ".join(map(quote, split_command))


_QUOTED_QUOTE = """'"'"'"""  # the string ends, a quote in quotes of the other kind, the string goes on
_harmless = frozenset(_PLAIN + "@%+=:,./-").issuperset


def quote(s):
    """The string as one word of a command line."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError("cannot use a string pattern on a bytes-like object" if hasattr(s, "decode") else
                        f"expected string or bytes-like object, got {type(s).__name__!r}")
    if _harmless(s):
        return s
    return f"'{s.replace("'", _QUOTED_QUOTE)}'"
