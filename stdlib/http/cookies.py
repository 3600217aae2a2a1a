"""Cookies as headers have them (library reference, "http.cookies")."""
import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_LegalChars = _LEGAL
_PLAIN = re.compile(f"[{re.escape(_LEGAL)}]+")
# What needs quoting, and how.
_QUOTES = {n: f"\\{n:03o}" for n in range(256) if chr(n) not in _LEGAL + " ()/<=>?@[]{}"} | {ord('"'): '\\"', ord("\\"): "\\\\"}
_PAIR = re.compile(r"""
    \s*(?P<key>[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]+?)
    (?:\s*=\s*(?P<value>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=\[\]]*))?
    \s*(?:\s+|;|\Z)""", re.ASCII | re.VERBOSE)
_CONTROLS = re.compile(r"[\x00-\x1F\x7F]")
# attributes of a cookie, as they are written; flags have no value
_ATTRIBUTES = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
               "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
_FLAGS = frozenset({"secure", "httponly"})


class CookieError(Exception):
    """A cookie that may not be."""


def _check(*texts):
    """Control characters would end the header, and begin another."""
    if any(isinstance(text, str) and _CONTROLS.search(text) for text in texts):
        raise CookieError(f"Control characters are not allowed in cookies {' '.join(map(repr, texts))}")


def _quote(text):
    return text if text is None or _PLAIN.fullmatch(text) else '"' + text.translate(_QUOTES) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", lambda found: chr(int(found[1], 8)) if found[1] else found[2], text[1:-1])


def _date(seconds):
    import time
    moment = time.gmtime(time.time() + seconds)
    day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.tm_wday]
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[moment.tm_mon - 1]
    return f"{day}, {moment.tm_mday:02} {month} {moment.tm_year:4} {moment.tm_hour:02}:{moment.tm_min:02}:{moment.tm_sec:02} GMT"


class Morsel(dict):
    """A cookie: `key`, `value`, `coded_value`; the items are its attributes, all of which are there."""

    _reserved, _flags = _ATTRIBUTES, set(_FLAGS)
    __hash__ = None
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, dict.fromkeys(self._reserved, ""))

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def _known(self, name):
        lowered = name.lower()
        if lowered not in self._reserved:
            raise CookieError(f"Invalid attribute {name!r}")
        return lowered

    def __setitem__(self, K, V):
        _check(K, V)
        dict.__setitem__(self, self._known(K), V)

    def setdefault(self, key, val=None):
        _check(key, val)
        return dict.setdefault(self, self._known(key), val)

    def update(self, values):
        given = dict(values)
        for name, value in given.items():
            _check(name, value)
        dict.update(self, {self._known(name): value for name, value in given.items()})

    def __ior__(self, values):
        self.update(values)
        return self

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return dict.__eq__(self, morsel) and (self._value, self._key, self._coded_value) == (morsel._value, morsel._key, morsel._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def isReservedKey(self, K):
        """Whether this is the name of an attribute."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Sets name and value."""
        if self.isReservedKey(key):
            raise CookieError(f"Attempt to set a reserved key {key!r}")
        if not _PLAIN.fullmatch(key):
            raise CookieError(f"Illegal key {key!r}")
        _check(key, val, coded_val)
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        _check(state["key"], state["value"], state["coded_value"])
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The header; `attrs`: which attributes it shows."""
        text = self.OutputString(attrs)
        _check(text)
        return f"{header} {text}"

    __str__ = output

    def __repr__(self):
        return f"<{type(self).__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        """The cookie as JavaScript that sets it."""
        from urllib.parse import quote
        text = self.OutputString(attrs)
        _check(text)
        return f"""
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = decodeURIComponent("{quote(text, safe="", encoding="utf-8")}");
        // end hiding -->
        </script>
        """

    def OutputString(self, attrs=None):
        """The cookie without the name of the header."""
        shown = self._reserved if attrs is None else attrs
        parts = [f"{self.key}={self.coded_value}"]
        for name, value in sorted(self.items()):
            if value != "" and name in shown:
                parts += self._shown(name, value)
        return "; ".join(parts)

    def _shown(self, name, value):
        written = self._reserved[name]
        if name in self._flags:
            return [written] if value else []
        if isinstance(value, int) and name == "expires":
            value = _date(value)
        elif isinstance(value, int) and name == "max-age":
            value = "%d" % value
        elif name == "comment" and isinstance(value, str):
            value = _quote(value)
        return [f"{written}={value}"]


class BaseCookie(dict):
    """Cookies by name. A subclass says how values are written."""

    def value_decode(self, val):
        """(value, as it was written)"""
        return val, val

    def value_encode(self, val):
        """(value, as it is written)"""
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _put(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._put(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
        """The headers of all cookies."""
        return sep.join([morsel.output(attrs, header) for _, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        shown = [f"{name}={morsel.value!r}" for name, morsel in sorted(self.items())]
        return f"<{type(self).__name__}: {' '.join(shown)}>"

    def js_output(self, attrs=None):
        """All cookies as JavaScript that sets them."""
        return "".join([morsel.js_output(attrs) for _, morsel in sorted(self.items())])

    def load(self, rawdata):
        """Takes cookies from a header, or from a mapping."""
        if isinstance(rawdata, str):
            self._read(rawdata)
        else:
            for name, value in rawdata.items():
                self[name] = value

    def _read(self, text):
        read, at, size = [], 0, len(text)  # (name, None for a cookie or the value of an attribute, (value, as written))
        begun = False
        while 0 <= at < size:
            found = _PAIR.match(text, at)
            if not found:
                break
            name, value, at = found["key"], found["value"], found.end()
            lowered = name.lower()
            if name[0] == "$":
                if begun:  # RFC 2109 has attributes with "$"; before all cookies it is a version
                    read.append((name[1:], True, value))
            elif lowered in Morsel._reserved:
                if not begun or value is None and lowered not in Morsel._flags:
                    return  # wrong: nothing of it is taken
                read.append((name, True, True if value is None else _unquote(value)))
            elif value is not None:
                read.append((name, False, self.value_decode(value)))
                begun = True
            else:
                return
        morsel = None
        for name, is_attribute, value in read:
            if is_attribute:
                morsel[name] = value
            else:
                self._put(name, *value)
                morsel = self[name]


class SimpleCookie(BaseCookie):
    """Cookies of text; what cannot stand in a header is quoted."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
