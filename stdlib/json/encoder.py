"""JSONEncoder. The writing itself is done in C."""
from _json import encode as _encode, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]

py_encode_basestring, py_encode_basestring_ascii = encode_basestring, encode_basestring_ascii
c_encode_basestring, c_encode_basestring_ascii = encode_basestring, encode_basestring_ascii


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
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """Encode the given object and yield each string representation as available."""
        if not _one_shot:
            return self._pieces(o, 0, {})
        return iter((_encode(o, self.default, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys, self.skipkeys, self.indent,
                             self.item_separator, self.key_separator),))

    def _scalar(self, o):
        return _encode(o, self.default, self.ensure_ascii, False, self.allow_nan, False, False, None, "", "")

    def _pieces(self, o, level, open_):
        "What iterencode() yields: the text of a container piece by piece."
        if isinstance(o, str) or o is None or isinstance(o, (int, float)):
            yield self._scalar(o)
        elif isinstance(o, (list, tuple, dict)):
            if not o:
                yield "{}" if isinstance(o, dict) else "[]"
                return
            if self.check_circular:
                if id(o) in open_:
                    raise ValueError("Circular reference detected")
                open_[id(o)] = o
            yield from (self._dict_pieces if isinstance(o, dict) else self._list_pieces)(o, level + 1, open_)
            if self.check_circular:
                del open_[id(o)]
        else:
            if self.check_circular:
                if id(o) in open_:
                    raise ValueError("Circular reference detected")
                open_[id(o)] = o
            yield from self._pieces(self.default(o), level, open_)
            if self.check_circular:
                del open_[id(o)]

    def _line(self, level):
        indent = self.indent
        return "\n" + (" " * indent if isinstance(indent, int) else indent) * level

    def _list_pieces(self, items, level, open_):
        line = "" if self.indent is None else self._line(level)
        before = "[" + line
        for item in items:
            if isinstance(item, str) or item is None or isinstance(item, (int, float)):
                yield before + self._scalar(item)
            else:
                yield before
                yield from self._pieces(item, level, open_)
            before = self.item_separator + line
        if line:
            yield self._line(level - 1)
        yield "]"

    def _dict_pieces(self, items, level, open_):
        yield "{"
        line = "" if self.indent is None else self._line(level)
        if line:
            yield line
        first = True
        for key, value in sorted(items.items()) if self.sort_keys else items.items():
            if isinstance(key, str):
                text = key
            elif key is None or isinstance(key, (int, float)):
                text = self._scalar(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if not first:
                yield self.item_separator + line
            first = False
            yield self._scalar(text)
            yield self.key_separator
            if isinstance(value, str) or value is None or isinstance(value, (int, float)):
                yield self._scalar(value)
            else:
                yield from self._pieces(value, level, open_)
        if line:
            yield self._line(level - 1)
        yield "}"


def __getattr__(name):
    if name in ("_make_iterencode", "c_make_encoder", "ESCAPE", "ESCAPE_ASCII", "ESCAPE_DCT", "HAS_UTF8", "INFINITY"):
        from json import _pieces
        return getattr(_pieces, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
