"""enum: verify() and what it can look at."""
from enum import Flag, StrEnum, _aliases, _is_single_bit, _iter_bits_lsb

__name__ = "enum"


class EnumCheck(StrEnum):
    """What verify() can look at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator: an enum must hold what the checks say."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            look = _CHECKS.get(check) if isinstance(check, EnumCheck) else None
            if look is not None:
                look(enumeration)
        return enumeration


def _check_unique(enumeration):
    if aliases := _aliases(enumeration):
        raise ValueError(f"aliases found in {enumeration!r}: {aliases}")


def _check_continuous(enumeration):
    values = {each.value for each in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind, wanted = "flag", [1 << place for place in range(low.bit_length() - 1, high.bit_length())]
    else:
        kind, wanted = "enum", range(low + 1, high)
    if missing := [str(value) for value in wanted if value not in values]:
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join(missing)}"[:256])


def _check_named(enumeration):
    named = {each.value for each in enumeration}
    bad, missing = [], 0
    for name, alias in enumeration._member_map_.items():
        if name not in enumeration._member_names_ and alias.value >= 0:
            unnamed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in named]
            bad += [name] if unnamed else []
            for bit in unnamed:
                missing |= bit
    if not bad:
        return
    *others, last = bad
    which = f"aliases {', '.join(others)} and {last} are" if others else f"alias {last} is"
    what = f"{'value' if _is_single_bit(missing) else 'combined values of'} 0x{missing:x}"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {which} missing {what} [use enum.show_flag_values(value) for details]")


_CHECKS = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named}
