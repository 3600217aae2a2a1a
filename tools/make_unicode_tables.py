#!/usr/bin/env python3
"""Writes runtime/objects/unicode_tables.inc: what Python's text methods need of Unicode and utf8proc does not have.

    python3.12 tools/make_unicode_tables.py > runtime/objects/unicode_tables.inc

The data is what `unicodedata` and the text methods of the Python that runs this answer: run it with a Python 3.12, whose
Unicode is 15.0, the one of utf8proc 2.8. Case mappings equal to utf8proc's simple ones are left out.
"""
import ctypes, ctypes.util, sys, unicodedata

if unicodedata.unidata_version != "15.0.0":
    sys.exit(f"needs Unicode 15.0.0 (Python 3.12), this is {unicodedata.unidata_version}")
utf8proc = ctypes.CDLL(ctypes.util.find_library("utf8proc") or "libutf8proc.so.2")
for function in (utf8proc.utf8proc_toupper, utf8proc.utf8proc_tolower, utf8proc.utf8proc_totitle):
    function.argtypes, function.restype = [ctypes.c_int32], ctypes.c_int32
ALL = [chr(c) for c in range(0x110000)]


def ranges(name, holds, comment):
    found = []
    for c in map(ord, filter(holds, ALL)):
        if found and found[-1][1] == c - 1:
            found[-1][1] = c
        else:
            found.append([c, c])
    print(f"// {comment}\nstatic const CharacterRange {name}[] = {{")
    rows("{0x%x, %d}," % (first, last - first) for first, last in found)
    print("};")


def rows(items):
    line = "   "
    for item in items:
        if len(line) + len(item) > 138:
            print(line)
            line = "   "
        line += " " + item
    if line.strip():
        print(line)


def mappings(name, wanted, simple, comment):
    print(f"// {comment}\nstatic const CaseMapping {name}[] = {{")
    rows("{0x%x, {%s}}," % (ord(c), ", ".join("0x%x" % ord(d) for d in wanted(c))) for c in ALL if wanted(c) != simple(c))
    print("};")


def simple(function):
    return lambda c: chr(function(ord(c)))


# Final_Sigma of chapter 3.13, asked of str.lower(): a sigma after a cased character becomes final.
def is_cased(c):
    return (c + "\u03a3").lower()[-1] == "\u03c2"


def is_case_ignorable(c):
    return not is_cased(c) and ("A" + c + "\u03a3").lower()[-1] == "\u03c2"


print("// Made by tools/make_unicode_tables.py from Python %s (Unicode %s). Do not edit." % (sys.version.split()[0], unicodedata.unidata_version))
ranges("case_ignorable", is_case_ignorable, "Case_Ignorable: what stands between a word's letters and its end")
ranges("decimal_runs", lambda c: c.isdecimal(), "digits zero to nine, in runs of ten (or several tens)")
print("// digits that are not decimal: first, last, value of the first")
print("static const DigitRun digit_runs[] = {")
runs = []
for c in ALL:
    if c.isdigit() and not c.isdecimal():
        code, value = ord(c), unicodedata.digit(c)
        if runs and runs[-1][1] == code - 1 and runs[-1][2] + code - runs[-1][0] == value:
            runs[-1][1] = code
        else:
            runs.append([code, code, value])
rows("{0x%x, 0x%x, %d}," % tuple(run) for run in runs)
print("};")
mappings("upper_mappings", str.upper, simple(utf8proc.utf8proc_toupper), "upper case where it is not utf8proc's simple mapping")
mappings("title_mappings", str.title, simple(utf8proc.utf8proc_totitle), "title case, likewise")
mappings("lower_mappings", str.lower, simple(utf8proc.utf8proc_tolower), "lower case, likewise")
mappings("fold_mappings", str.casefold, str.lower, "case folding where it is not lower case")

print("""// What the methods ask most: bits for each character, in rows of 16; where rows start, 16 to a group; where groups start (FLAG_MAPPED: in one of the four tables above).
enum { FLAG_LOWER = 1, FLAG_UPPER = 2, FLAG_TITLE = 4, FLAG_ALPHA = 8, FLAG_PRINTABLE = 16, FLAG_NUMERIC = 32, FLAG_CHANGES = 64, FLAG_MAPPED = 128 };""")
simple_cases = [(str.upper, utf8proc.utf8proc_toupper), (str.title, utf8proc.utf8proc_totitle), (str.lower, utf8proc.utf8proc_tolower)]


def flags(c):
    mapped = c.casefold() != c.lower() or any(wanted(c) != chr(function(ord(c))) for wanted, function in simple_cases)
    changes = any(change(c) != c for change in (str.upper, str.title, str.lower, str.casefold))
    bits = c.islower(), c.isupper(), unicodedata.category(c) == "Lt", c.isalpha(), c.isprintable(), c.isnumeric(), changes, mapped
    return sum(bit << i for i, bit in enumerate(bits))


def parted(values, size):
    """Parts of that size, each once, and which of them stand one after the other."""
    parts = {}
    return parts, [parts.setdefault(tuple(values[start:start + size]), len(parts)) for start in range(0, len(values), size)]


def table(name, kind, values):
    print(f"static const {kind} {name}[{len(values)}] = {{")
    rows("%d," % value for value in values)
    print("};")


all_flags = [flags(c) for c in ALL]
FAR = 0xE0000  # what has flags from here on is one run
end = max(c for c in range(FAR) if all_flags[c]) // 256 * 256 + 256
far = [c for c in range(FAR, 0x110000) if all_flags[c]]
assert far == list(range(far[0], far[-1] + 1)) and len({all_flags[c] for c in far}) == 1
flag_rows, pages = parted(all_flags[:end], 16)
row_numbers, groups = parted(pages, 16)
table("flag_rows", "unsigned char", [bits for row in flag_rows for bits in row])
table("flag_row_starts", "uint16_t", [number * 16 for group in row_numbers for number in group])
table("flag_groups", "unsigned char", groups)
print(f"enum {{ FLAGS_END = 0x{end:x}, FLAGS_FAR = 0x{far[0]:x}, FLAGS_FAR_LAST = 0x{far[-1]:x}, FLAGS_OF_FAR = {all_flags[far[0]]} }}; // beyond FLAGS_END only one run has flags")
