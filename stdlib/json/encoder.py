"""JSONEncoder."""

__all__ = ["JSONEncoder"]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_short = str.maketrans({**{chr(i): f"\\u{i:04x}" for i in range(0x20)}, **_ESCAPES})
_infinity = float("inf")


def encode_basestring(s):
    """Return a JSON representation of a Python string"""
    if s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    return f'"{s.translate(_short)}"'


def encode_basestring_ascii(s):
    """Return an ASCII-only JSON representation of a Python string"""
    if s.isascii():
        if s.isprintable() and '"' not in s and "\\" not in s:
            return f'"{s}"'
        return f'"{s.translate(_short)}"'
    parts = []
    for c in s.translate(_short):
        n = ord(c)
        if n < 0x80:
            parts.append(c)
        elif n < 0x10000:
            parts.append(f"\\u{n:04x}")
        else:
            n -= 0x10000
            parts.append(f"\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}")
    return f'"{"".join(parts)}"'


class JSONEncoder:
    """Extensible JSON <https://json.org> encoder for Python data structures."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None,
                 default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """Return a serializable object for ``o``, or raise a TypeError: to be overridden."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """Return a JSON string representation of a Python data structure."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        parts = []
        self._writer(parts.append)(o, 0)
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        parts = []
        self._writer(parts.append)(o, 0)
        return iter(parts)

    def _writer(self, out):
        text = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        allow_nan = self.allow_nan
        sort_keys = self.sort_keys
        skipkeys = self.skipkeys
        item_separator = self.item_separator
        key_separator = self.key_separator
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        markers = set() if self.check_circular else None

        def number(o):
            if o != o:
                shown = "NaN"
            elif o == _infinity:
                shown = "Infinity"
            elif o == -_infinity:
                shown = "-Infinity"
            else:
                return float.__repr__(o)
            if not allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
            return shown

        def key_text(key):
            if key.__class__ is str or isinstance(key, str):
                return text(key)
            if isinstance(key, float):
                return text(number(key))
            if key is True:
                return '"true"'
            if key is False:
                return '"false"'
            if key is None:
                return '"null"'
            if isinstance(key, int):
                return text(int.__repr__(key))
            if skipkeys:
                return None
            raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

        def write(o, level):
            if o.__class__ is str or isinstance(o, str):
                out(text(o))
            elif o is None:
                out("null")
            elif o is True:
                out("true")
            elif o is False:
                out("false")
            elif isinstance(o, int):
                out(int.__repr__(o))
            elif isinstance(o, float):
                out(number(o))
            else:
                if markers is not None:
                    mark = id(o)
                    if mark in markers:
                        raise ValueError("Circular reference detected")
                    markers.add(mark)
                if isinstance(o, (list, tuple)):
                    write_list(o, level)
                elif isinstance(o, dict):
                    write_dict(o, level)
                else:
                    write(self.default(o), level)
                if markers is not None:
                    markers.discard(mark)

        def write_list(items, level):
            if not items:
                out("[]")
                return
            out("[")
            separator = item_separator
            if indent is not None:
                level += 1
                newline = "\n" + indent * level
                separator += newline
                out(newline)
            first = True
            for item in items:
                if first:
                    first = False
                else:
                    out(separator)
                write(item, level)
            if indent is not None:
                out("\n" + indent * (level - 1))
            out("]")

        def write_dict(mapping, level):
            if not mapping:
                out("{}")
                return
            out("{")
            separator = item_separator
            newline = None
            if indent is not None:
                level += 1
                newline = "\n" + indent * level
                separator += newline
            first = True
            for key, value in sorted(mapping.items()) if sort_keys else mapping.items():
                shown = key_text(key)
                if shown is None:
                    continue
                if first:
                    first = False
                    if newline is not None:
                        out(newline)
                else:
                    out(separator)
                out(shown)
                out(key_separator)
                write(value, level)
            if not first and indent is not None:
                out("\n" + indent * (level - 1))
            out("}")

        return write
