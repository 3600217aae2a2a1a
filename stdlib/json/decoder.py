"""JSONDecoder. The reading itself is done in C."""
from _json import scan as _scan, scanstring, skip as _skip

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """Subclass of ValueError with the message, the document, and the place where parsing failed."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = 1 + doc.count("\n", 0, pos)
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


JSONDecodeError.__module__ = "json.decoder"


class JSONDecoder:
    """Reads JSON. Hooks make something else of objects, numbers and the constants that aren't JSON (NaN, Infinity, -Infinity)."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_int, self.parse_float, self.parse_constant = parse_int or int, parse_float or float, parse_constant

    def decode(self, s):
        """The object that a str describes, which must hold nothing else."""
        made, end = self.raw_decode(s, _skip(s, 0))
        rest = _skip(s, end)
        if rest < len(s):
            raise JSONDecodeError("Extra data", s, rest)
        return made

    def raw_decode(self, s, idx=0):
        """The object that is described at an index of a str, and the index where that ends."""
        try:
            if "scan_once" in self.__dict__:  # a program has put its own there
                return self.scan_once(s, idx)
            return _scan(s, idx, self.parse_float, self.parse_int, self.parse_constant, self.strict, self.object_hook, self.object_pairs_hook)
        except StopIteration as place:
            raise JSONDecodeError("Expecting value", s, place.value) from None

    def __getattr__(self, name):
        # The parts that json.scanner asks a decoder for.
        if name == "parse_string":
            return scanstring
        if name == "memo":
            self.memo = {}
            return self.memo
        from json import scanner
        parts = {"parse_object": scanner.JSONObject, "parse_array": scanner.JSONArray, "scan_once": lambda s, idx: scanner.make_scanner(self)(s, idx)}
        if name in parts:
            return parts[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def __getattr__(name):
    if name in ("JSONObject", "JSONArray"):
        from json import scanner
        return getattr(scanner, name)
    if name in ("py_scanstring", "c_scanstring"):
        return scanstring
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
