"""JSON encoder and decoder (library reference, "json")."""
from _json import decode as _decode
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_hooks = ("object_hook", "object_pairs_hook", "parse_float", "parse_int", "parse_constant")
_usual_encoder = None  # the one without options, once it is needed


def _encoder(cls, kw, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys):
    return (JSONEncoder if cls is None else cls)(
        skipkeys=skipkeys, sort_keys=sort_keys, indent=indent, separators=separators, default=default,
        ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, **kw)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
          sort_keys=False, **kw):
    """The object as JSON, in a str."""
    global _usual_encoder
    if cls is indent is separators is default is None and ensure_ascii and check_circular and allow_nan and not (skipkeys or sort_keys or kw):
        encoder = _usual_encoder
        if encoder is None:
            encoder = _usual_encoder = JSONEncoder()
    else:
        encoder = _encoder(cls, kw, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys)
    return encoder.encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
         default=None, sort_keys=False, **kw):
    """Writes the object as JSON to a file, or to anything with write()."""
    encoder = _encoder(cls, kw, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys)
    # An encoder that overrides nothing may do it all at once, which is much faster.
    is_plain = type(encoder).iterencode is JSONEncoder.iterencode and type(encoder).encode is JSONEncoder.encode
    for chunk in encoder.iterencode(obj, True) if is_plain else encoder.iterencode(obj):
        fp.write(chunk)


_marks = (
    (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"),
)


def detect_encoding(b):
    """The encoding of JSON text in bytes: by its mark, else by where the first characters, which are ASCII, have zeros."""
    size = len(b)
    if size and b[0] in b"\0\xef\xfe\xff":
        for mark, name in _marks:
            if b.startswith(mark):
                return name
    if size < 2 or size == 3 or b[0] and b[1]:
        return "utf-8"
    if not b[0]:
        return "utf-32-be" if size >= 4 and not b[1] else "utf-16-be"
    return "utf-32-le" if size >= 4 and not any(b[2:4]) else "utf-16-le"


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The object that a file of JSON (or anything with read()) describes."""
    text = fp.read()
    return loads(text, cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                 object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The object that JSON in a str, bytes or bytearray describes."""
    if not isinstance(s, str):
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        s = s.decode(detect_encoding(s), "surrogatepass")
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    if cls is object_hook is object_pairs_hook is parse_float is parse_int is parse_constant is None and not kw:
        return _decode(s)
    for name, hook in zip(_hooks, (object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)):
        if hook is not None:
            kw[name] = hook
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)


def __getattr__(name):
    if name == "scanner":  # loaded when asked for
        import json.scanner
        return json.scanner
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
