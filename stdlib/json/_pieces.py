"""What json.encoder has for packages that put an encoder together from its parts."""
import re
from json.encoder import JSONEncoder

ESCAPE = re.compile(r'[\x00-\x1f\\"\b\f\n\r\t]')
ESCAPE_ASCII = re.compile(r'([\\"]|[^\ -~])')
HAS_UTF8 = re.compile(rb"[\x80-\xff]")
ESCAPE_DCT = {chr(n): f"\\u{n:04x}" for n in range(0x20)} | {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
INFINITY = float("inf")
c_make_encoder = None  # the one in C knows no parts


class _Parts(JSONEncoder):
    """An encoder whose texts and floats others write."""

    def _scalar(self, o):
        if isinstance(o, str):
            return self.text_of(o)
        if isinstance(o, float):
            return self.float_text_of(o)
        return super()._scalar(o)


def _make_iterencode(markers, _default, _encoder, _indent, _floatstr, _key_separator, _item_separator, _sort_keys, _skipkeys, _one_shot):
    """A function that gives the pieces of (an object, at a level). markers: a dict for the containers that are open, or None."""
    made = _Parts(skipkeys=_skipkeys, check_circular=markers is not None, sort_keys=_sort_keys, indent=_indent, separators=(_item_separator, _key_separator), default=_default)
    made.text_of, made.float_text_of = _encoder, _floatstr
    return lambda o, _current_indent_level: made._pieces(o, _current_indent_level, markers)
