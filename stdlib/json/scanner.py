"""make_scanner(decoder): the function that reads one value, by the decoder's own parse_object, parse_array, parse_string..., which a program may have replaced."""
import re
from _json import scanstring, skip as _skip
from json.decoder import JSONDecodeError

__all__ = ["make_scanner"]

NUMBER_RE = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORDS = {"n": ("null", None), "t": ("true", True), "f": ("false", False)}
_CONSTANTS = {"N": "NaN", "I": "Infinity", "-": "-Infinity"}
c_make_scanner = None  # the one in C asks no decoder for its parts


def _value(scan_once, s, at):
    try:
        return scan_once(s, at)
    except StopIteration as place:
        raise JSONDecodeError("Expecting value", s, place.value) from None


def _next(s, at, closing):
    """(whether the container is over, the index behind its bracket or of the next item) at what follows an item."""
    at = _skip(s, at)
    if s[at:at + 1] == closing:
        return True, at + 1
    if s[at:at + 1] != ",":
        raise JSONDecodeError("Expecting ',' delimiter", s, at)
    return False, _skip(s, at + 1)


def JSONArray(s_and_end, scan_once):
    """(the list, the index behind it) of an array whose first item begins at the index."""
    s, at = s_and_end
    values, at = [], _skip(s, at)
    if s[at:at + 1] == "]":
        return values, at + 1
    over = False
    while not over:
        value, at = _value(scan_once, s, at)
        values.append(value)
        over, at = _next(s, at, "]")
    return values, at


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
    """(the dict or what a hook makes, the index behind it) of an object whose first key begins at the index."""
    s, at = s_and_end
    pairs, at = [], _skip(s, at)
    keys = {} if memo is None else memo
    over = s[at:at + 1] == "}"
    at += over
    while not over:
        if s[at:at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        key, at = scanstring(s, at + 1, strict)
        at = _skip(s, at)
        if s[at:at + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, at)
        value, at = _value(scan_once, s, _skip(s, at + 1))
        pairs.append((keys.setdefault(key, key), value))
        over, at = _next(s, at, "}")
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), at
    return dict(pairs) if object_hook is None else object_hook(dict(pairs)), at


def _constant(name):
    return float(name.lower().replace("inity", ""))


def py_make_scanner(context):
    parse_constant = context.parse_constant or _constant

    def one(s, at):
        c = s[at:at + 1]
        if at < 0 or not c:
            raise StopIteration(at)
        if c == '"':
            return context.parse_string(s, at + 1, context.strict)
        if c == "{":
            return context.parse_object((s, at + 1), context.strict, one, context.object_hook, context.object_pairs_hook, context.memo)
        if c == "[":
            return context.parse_array((s, at + 1), one)
        word, value = _WORDS.get(c, ("", None))
        if word and s.startswith(word, at):
            return value, at + len(word)
        number = NUMBER_RE.match(s, at)
        if number is not None:
            whole, fraction, exponent = number.groups()
            made = context.parse_float(number[0]) if fraction or exponent else context.parse_int(whole)
            return made, number.end()
        name = _CONSTANTS.get(c)
        if name is not None and s.startswith(name, at):
            return parse_constant(name), at + len(name)
        raise StopIteration(at)

    def scan_once(string, idx):
        try:
            return one(string, idx)
        finally:
            context.memo.clear()
    return scan_once


make_scanner = py_make_scanner
