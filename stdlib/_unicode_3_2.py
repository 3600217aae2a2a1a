"""unicodedata.ucd_3_2_0: the characters as Unicode 3.2 had them, which names of hosts are prepared by (RFC 3454)."""
import unicodedata
from bisect import bisect
from _unicode_3_2_tables import ASSIGNED, BIDIRECTIONAL, CATEGORY, CORRECTED, DECIMAL, EAST_ASIAN_WIDTH, MIRRORED


def _stretches(text):
    for stretch in text.split():
        first, _, last = stretch.partition("-")
        yield int(first, 16), int(last or first, 16)


_bounds = [bound for first, last in _stretches(ASSIGNED[True]) for bound in (first, last + 1)]
_absent = object()


class _Table:
    """Values of characters that differ from later ones'."""

    def __init__(self, rows):
        found = sorted((first, last, value) for value, text in rows.items() for first, last in _stretches(text))
        self.firsts, self.found = [first for first, _, _ in found], found

    def get(self, code):
        at = bisect(self.firsts, code) - 1
        return self.found[at][2] if at >= 0 and code <= self.found[at][1] else _absent


def _is_assigned(character):
    return bisect(_bounds, ord(character)) & 1


def _looked_up(name, rows, unassigned):
    table, of_now = _Table(rows), getattr(unicodedata, name)

    def method(self, chr, /):
        value = of_now(chr)
        changed = table.get(ord(chr))
        return changed if changed is not _absent else value if _is_assigned(chr) else unassigned
    method.__name__, method.__qualname__, method.__doc__ = name, f"UCD.{name}", of_now.__doc__
    return method


class UCD:
    """The functions of unicodedata, as methods."""

    __slots__ = ()
    __module__ = "unicodedata"
    unidata_version = "3.2.0"
    category = _looked_up("category", CATEGORY, "Cn")
    bidirectional = _looked_up("bidirectional", BIDIRECTIONAL, "")
    east_asian_width = _looked_up("east_asian_width", EAST_ASIAN_WIDTH, "N")
    mirrored = _looked_up("mirrored", MIRRORED, 0)
    combining = _looked_up("combining", {}, 0)
    decomposition = _looked_up("decomposition", {}, "")
    _decimals = _Table(DECIMAL)

    def decimal(self, chr, default=_absent, /):
        """Converts a Unicode character into its equivalent decimal value."""
        value = unicodedata.decimal(chr, None)
        changed = self._decimals.get(ord(chr))
        if changed is not _absent:
            value = changed
        elif not _is_assigned(chr):
            value = None
        return _given(value, default, "not a decimal")

    def digit(self, chr, default=_absent, /):
        """Converts a Unicode character into its equivalent digit value."""
        return _given(unicodedata.digit(chr, None), default, "not a digit")

    def numeric(self, chr, default=_absent, /):
        """Converts a Unicode character into its equivalent numeric value."""
        value = unicodedata.numeric(chr, None)
        return _given(value if _is_assigned(chr) else None, default, "not a numeric character")

    def name(self, chr, default=_absent, /):
        """Returns the name assigned to the character chr as a string."""
        value = unicodedata.name(chr, None)
        return _given(value if _is_assigned(chr) else None, default, "no such name")

    def lookup(self, name, /):
        """Look up character by name."""
        found = unicodedata.lookup(name)
        if len(found) > 1 or not _is_assigned(found):
            raise KeyError(f"undefined character name '{name}'")
        return found

    def normalize(self, form, unistr, /):
        """Return the normal form 'form' for the Unicode string unistr."""
        if unistr.isascii():
            return unicodedata.normalize(form, unistr)
        # What was not assigned stays as it is; how marks are ordered is not asked of old tables, as CPython does.
        pieces, start = [], 0
        corrected = unistr.translate(CORRECTED)
        for at, character in enumerate(corrected):
            if not _is_assigned(character) and unicodedata.decomposition(character):
                pieces += [unicodedata.normalize(form, corrected[start:at]), character]
                start = at + 1
        return "".join(pieces) + unicodedata.normalize(form, corrected[start:])

    def is_normalized(self, form, unistr, /):
        """Return whether the Unicode string unistr is in the normal form 'form'."""
        return self.normalize(form, unistr) == unistr


def _given(value, default, problem):
    if value is not None:
        return value
    if default is _absent:
        raise ValueError(problem)
    return default


ucd_3_2_0 = UCD()
