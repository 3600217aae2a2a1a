#!/usr/bin/env python3
"""Writes stdlib/_unicode_3_2_tables.py: where Unicode 3.2 differs from 15.0.

    python3.12 tools/make_unicode_3_2_tables.py > stdlib/_unicode_3_2_tables.py
"""
import sys, unicodedata

if unicodedata.unidata_version != "15.0.0":
    sys.exit(f"needs Unicode 15.0.0 (Python 3.12), this is {unicodedata.unidata_version}")
OLD = unicodedata.ucd_3_2_0
ALL = [chr(c) for c in range(0x110000)]
IS_ASSIGNED = [OLD.category(c) != "Cn" for c in ALL]


def ranges(characters):
    """'41-43 5a': codes, in hexadecimal, with their neighbours."""
    runs = []
    for code in map(ord, characters):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in runs)


def changed(name, unassigned, *default):
    """{value: ranges} of what neither Unicode 15.0 nor the value of unassigned characters tells."""
    old, new, found = getattr(OLD, name), getattr(unicodedata, name), {}
    for character, is_assigned in zip(ALL, IS_ASSIGNED):
        value = old(character, *default)
        if value != (new(character, *default) if is_assigned else unassigned):
            found.setdefault(value, []).append(character)
    return {value: ranges(characters) for value, characters in found.items()}


def table(name, rows):
    print(f"{name} = {{")
    for value, text in rows.items():
        print(f"    {value!r}:")
        while len(text) > 135:
            cut = text.rindex(" ", 0, 135) + 1
            print(f"        {text[:cut]!r}")
            text = text[cut:]
        print(f"        {text!r},")
    print("}")


print(f"# Made by tools/make_unicode_3_2_tables.py from Python {sys.version.split()[0]}. Do not edit.")
print("# Characters by value: codes in hexadecimal, and first and last of stretches.")
table("ASSIGNED", {True: ranges(c for c, is_assigned in zip(ALL, IS_ASSIGNED) if is_assigned)})
for name, unassigned in ("category", "Cn"), ("bidirectional", ""), ("east_asian_width", "N"), ("mirrored", 0):
    table(name.upper(), changed(name, unassigned))
table("DECIMAL", changed("decimal", None, None))
assert not changed("combining", 0) and not changed("decomposition", "") and not changed("numeric", None, None) and not changed("name", None, None)
assert all(OLD.digit(c, None) == unicodedata.digit(c, None) for c in ALL)
print("# Decompositions that were corrected later.")
print("CORRECTED =", ascii({ord(c): OLD.normalize("NFD", c) for c, is_assigned in zip(ALL, IS_ASSIGNED)
                            if is_assigned and OLD.normalize("NFD", c) != unicodedata.normalize("NFD", c)}))
