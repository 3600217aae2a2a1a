"""Logins from a .netrc file (library reference, "netrc")."""
import os
import stat

__all__ = ["netrc", "NetrcParseError"]


class NetrcParseError(Exception):
    """What is wrong in a netrc file, and where."""

    def __init__(self, msg, filename=None, lineno=None):
        Exception.__init__(self, msg)
        self.filename, self.lineno, self.msg = filename, lineno, msg

    def __str__(self):
        return f"{self.msg} ({self.filename}, line {self.lineno})"


class _Words:
    """The words of a text: between white space, quoted with `"`, a backslash taking the next character as it is."""

    def __init__(self, text):
        self._text, self._at = text, 0
        self.line = 1
        self._waiting = []

    def give_back(self, word):
        self._waiting.append(word)

    def _character(self):
        c = self._text[self._at:self._at + 1]
        self._at += 1
        self.line += c == "\n"
        return c

    def rest_of_line(self):
        """What is left of the current line, with its end; it is not counted."""
        end = self._text.find("\n", self._at) + 1 or len(self._text)
        line, self._at = self._text[self._at:end], end
        return line

    def next(self):
        """The next word; empty at the end."""
        if self._waiting:
            return self._waiting.pop(0)
        while (c := self._character()) and c in "\n\t\r ":
            pass
        quoted = c == '"'
        ends = '"' if quoted else "\n\t\r "
        if quoted:
            c = self._character()
        word = []
        while c and c not in ends:
            word.append(self._character() if c == "\\" else c)
            c = self._character()
        return "".join(word)


class netrc:
    """A netrc file: `hosts` maps machines to (login, account, password), `macros` names to lines."""

    def __init__(self, file=None):
        own = file is None
        if own:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts, self.macros = {}, {}
        try:
            with open(file, encoding="utf-8") as stream:
                text = stream.read()
                status = os.fstat(stream.fileno()) if own else None
        except UnicodeDecodeError:
            with open(file, encoding="locale") as stream:
                text = stream.read()
                status = os.fstat(stream.fileno()) if own else None
        self._read(_Words(text), file, status)

    def _read(self, words, file, status):
        while True:
            line_before = words.line
            word = words.next()
            if not word:
                return
            if word[0] == "#":
                if word == "#" and words.line == line_before:  # without a space only the word is a comment here
                    words.rest_of_line()
            elif word == "machine":
                self._read_entry(words, words.next(), file, status, word)
            elif word == "default":
                self._read_entry(words, "default", file, status, word)
            elif word == "macdef":
                self._read_macro(words, file)
            else:
                raise NetrcParseError(f"bad toplevel token {word!r}", file, words.line)

    def _read_macro(self, words, file):
        lines = self.macros[words.next()] = []
        while True:
            line = words.rest_of_line()
            if not line:
                raise NetrcParseError("Macro definition missing null line terminator.", file, words.line)
            if line == "\n":  # an empty line ends the macro
                return
            lines.append(line)

    def _read_entry(self, words, machine, file, status, kind):
        if not machine:
            raise NetrcParseError(f"missing {kind!r} name", file, words.line)
        fields = {"login": "", "account": "", "password": ""}
        while True:
            line_before = words.line
            word = words.next()
            if word.startswith("#"):
                if words.line == line_before:
                    words.rest_of_line()
            elif word in ("", "machine", "default", "macdef"):
                words.give_back(word)
                break
            elif word in ("login", "user"):
                fields["login"] = words.next()
            elif word in fields:
                fields[word] = words.next()
            else:
                raise NetrcParseError(f"bad follower token {word!r}", file, words.line)
        self._check_owner(status, fields["login"])
        self.hosts[machine] = tuple(fields.values())

    def _check_owner(self, status, login):
        """Refuses one's own file with passwords that others own or may read."""
        if status is None or os.name != "posix" or login == "anonymous":
            return
        if status.st_uid != os.getuid():
            raise NetrcParseError(f"~/.netrc file owner ({_user(status.st_uid)}) does not match current user ({_user(os.getuid())})")
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError("~/.netrc access too permissive: access permissions must restrict access to only the owner")

    def authenticators(self, host):
        """(login, account, password) for a host, those of `default` if it is not named, or None."""
        return self.hosts.get(host, self.hosts.get("default"))

    def __repr__(self):
        """The data as a netrc file."""
        lines = []
        for host, (login, account, password) in self.hosts.items():
            lines.append(f"machine {host}\n\tlogin {login}\n")
            if account:
                lines.append(f"\taccount {account}\n")
            lines.append(f"\tpassword {password}\n")
        for name, body in self.macros.items():
            lines += [f"macdef {name}\n", *body, "\n"]
        return "".join(lines)


def _user(number):
    try:
        import pwd
        return pwd.getpwuid(number)[0]
    except (ImportError, LookupError):
        return f"uid {number}"
