#!/usr/bin/env python3
"""Writes stdlib/stringprep.py: the tables of RFC 3454, as CPython's module of that name knows them.

    tools/make_stringprep_tables.py CPYTHON > stdlib/stringprep.py
"""
import json
import subprocess
import sys

PROGRAM = """
import json, stringprep, sys, unicodedata
TABLES = "a1 b1 c11 c12 c21 c22 c3 c4 c5 c6 c7 c8 c9 d1 d2".split()
codes = [*range(0x110000)]
def ranges(known):
    found = []
    for code in codes:
        if known(chr(code)):
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    return found
b3 = {code: text for code in codes if (text := stringprep.map_table_b3(chr(code))) != chr(code).lower()}
own_b3 = lambda c: b3.get(ord(c), c.lower())
def own_b2(c):
    folded = own_b3(c)
    normal = unicodedata.normalize("NFKC", folded)
    again = unicodedata.normalize("NFKC", "".join(map(own_b3, normal)))
    return again if again != normal else folded
b2 = {code: text for code in codes if (text := stringprep.map_table_b2(chr(code))) != own_b2(chr(code))}
json.dump([{name: ranges(getattr(stringprep, "in_table_" + name)) for name in TABLES}, b3, b2], sys.stdout)
"""
TITLES = {
    "a1": "Unassigned code points in Unicode 3.2", "b1": "Commonly mapped to nothing", "c11": "ASCII space characters", "c12": "Non-ASCII space characters",
    "c21": "ASCII control characters", "c22": "Non-ASCII control characters", "c3": "Private use", "c4": "Non-character code points", "c5": "Surrogate codes",
    "c6": "Inappropriate for plain text", "c7": "Inappropriate for canonical representation", "c8": "Change display properties or are deprecated",
    "c9": "Tagging characters", "d1": "Characters with bidirectional property R or AL", "d2": "Characters with bidirectional property L"}

HEAD = '''"""Tables for preparing text for protocols (library reference, "stringprep"; RFC 3454). Made by tools/make_stringprep_tables.py.

Each table of a set is a function in_table_NAME(character); the mappings are map_table_b2 and map_table_b3. They are of Unicode 3.2.
"""
from bisect import bisect_right as _bisect
from unicodedata import normalize as _normalize

'''
TAIL = '''

def _bounds(text):
    """Ranges, "first-last" or one code, in order: [first, behind, first, behind...]"""
    bounds = []
    for entry in text.split():
        first, _, last = entry.partition("-")
        bounds += [int(first, 16), int(last or first, 16) + 1]
    return bounds


_ready = {}


def _is_in(name, code):
    if name not in _ready:
        _ready[name] = _bounds(_RANGES[name])
    return _bisect(_ready[name], ord(code)) % 2 == 1


def map_table_b3(code):
    """B.3: Mapping for case-folding used with no normalization."""
    return _b3.get(ord(code), code.lower())


def map_table_b2(a):
    """B.2: Mapping for case-folding used with NFKC."""
    known = _b2.get(ord(a))
    if known is not None:
        return known
    folded = map_table_b3(a)
    normal = _normalize("NFKC", folded)
    again = _normalize("NFKC", "".join([map_table_b3(c) for c in normal]))
    return again if again != normal else folded


def in_table_c11_c12(code):
    """C.1.1 and C.1.2: all space characters."""
    return in_table_c11(code) or in_table_c12(code)


def in_table_c21_c22(code):
    """C.2.1 and C.2.2: all control characters."""
    return in_table_c21(code) or in_table_c22(code)
'''


def wrapped(words, indent):
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 140:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return ("\n" + indent).join(lines)


def main():
    tables, b3, b2 = json.loads(subprocess.run([sys.argv[1], "-c", PROGRAM], capture_output=True, text=True, check=True).stdout)
    print(HEAD + "_RANGES = {")
    for name, ranges in tables.items():
        words = [f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in ranges]
        print(f'    "{name}": """{wrapped(words, "        ")}""",')
    print("}")
    for name, table in (("_b3", b3), ("_b2", b2)):
        print(f"{name} = {{")
        print("    " + wrapped([f"{int(code):#x}: {text!a}," for code, text in table.items()], "    "))
        print("}")
    for name in tables:
        number = f"{name[0].upper()}." + ".".join(name[1:])
        print(f'\n\ndef in_table_{name}(code):\n    """{number}: {TITLES[name]}."""\n    return _is_in("{name}", code)')
    print(TAIL, end="")


main()
