"""A response's headers as a mapping (library reference, "wsgiref.headers")."""
import re

_NEEDS_QUOTES = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


class Headers:
    """A mapping over a list of pairs, which it keeps and changes. Names are the same in any case, and may come more than once."""

    def __init__(self, headers=None):
        headers = [] if headers is None else headers
        if type(headers) is not list:
            raise TypeError("Headers must be a list of name/value tuples")
        self._headers = headers
        for name, value in headers:
            self._text(name)
            self._text(value)

    @staticmethod
    def _text(value):
        if type(value) is not str:
            raise AssertionError(f"Header names/values must be of type str (got {value!r})")
        return value

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, val):
        del self[name]
        self._headers.append((self._text(name), self._text(val)))

    def __delitem__(self, name):
        wanted = self._text(name.lower())
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != wanted]

    def __getitem__(self, name):
        """The first value; None if there is none."""
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        """All values of a name."""
        wanted = self._text(name.lower())
        return [value for known, value in self._headers if known.lower() == wanted]

    def get(self, name, default=None):
        """The first value of a name."""
        return next(iter(self.get_all(name)), default)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return [*self._headers]

    def __repr__(self):
        return f"{type(self).__name__}({self._headers!r})"

    def __str__(self):
        """As they are sent, with the empty line behind them."""
        return "".join(f"{name}: {value}\r\n" for name, value in self._headers) + "\r\n"

    def __bytes__(self):
        return str(self).encode("iso-8859-1")

    def setdefault(self, name, value):
        """The first value of a name, which is added if there is none."""
        if (known := self.get(name)) is not None:
            return known
        self._headers.append((self._text(name), self._text(value)))
        return value

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters; underscores of their names are written as dashes, None means a name alone."""
        parts = [] if _value is None else [self._text(_value)]
        for name, value in _params.items():
            name = self._text(name).replace("_", "-")
            parts.append(name if value is None else _parameter(name, self._text(value)))
        self._headers.append((self._text(_name), "; ".join(parts)))


def _parameter(name, value):
    if not value:
        return name
    escaped = value.replace("\\", "\\\\").replace('"', r"\"")
    return f'{name}="{escaped}"'
