#!/usr/bin/env python3
"""Writes base/unicode_names.inc: the names of characters, packed.

    python3.12 tools/make_unicode_names.py > base/unicode_names.inc

Names come from `unicodedata` of the Python that runs this (Unicode 15.0: Python 3.12). Which aliases exist it cannot list: the
candidates are the names in Perl's unicore/Name.pl, those are taken that unicodedata.lookup knows. Names that follow from the
code (ideographs, Hangul syllables) are left out: base/unicode_names.c makes them.

A name is a list of words; words are numbered by how often they occur, 0 being the end of a name:
    number < ONE_BYTE        one byte
    otherwise                ONE_BYTE + (number - ONE_BYTE) // 256, (number - ONE_BYTE) % 256
"""
import collections, glob, re, sys, unicodedata

if unicodedata.unidata_version != "15.0.0":
    sys.exit(f"needs Unicode 15.0.0 (Python 3.12), this is {unicodedata.unidata_version}")
ONE_BYTE, GROUP = 204, 16
computed = re.compile("(CJK UNIFIED IDEOGRAPH-|CJK COMPATIBILITY IDEOGRAPH-|TANGUT IDEOGRAPH-|NUSHU CHARACTER-|KHITAN SMALL SCRIPT CHARACTER-|HANGUL SYLLABLE )")
names = {c: n for c in range(0x110000) if (n := unicodedata.name(chr(c), "")) and not computed.match(n)}
computed_runs = []
for c in range(0x110000):
    match = computed.match(unicodedata.name(chr(c), ""))
    if not match:
        continue
    prefix = match.group()
    if computed_runs and computed_runs[-1][1] == c - 1 and computed_runs[-1][2] == prefix:
        computed_runs[-1][1] = c
    else:
        computed_runs.append([c, c, prefix])

counts = collections.Counter(word for name in names.values() for word in name.split(" "))
words = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
number = {word: i + 1 for i, word in enumerate(words)}
assert ONE_BYTE + (len(words) + 1 - ONE_BYTE) // 256 <= 255


def packed(name):
    out = bytearray()
    for word in name.split(" "):
        n = number[word]
        out += bytes([n]) if n < ONE_BYTE else bytes([ONE_BYTE + (n - ONE_BYTE) // 256, (n - ONE_BYTE) % 256])
    return bytes(out + b"\0")


def text(name, data):
    print(f"static const unsigned char {name}[] =")
    line = ""
    for i, byte in enumerate(data):
        digit_follows = i + 1 < len(data) and chr(data[i + 1]) in "01234567"
        if 32 <= byte < 127 and chr(byte) not in '"\\?':
            line += chr(byte)
        else:
            line += ("\\%03o" if digit_follows else "\\%o") % byte
        if len(line) > 130:
            print(f'    "{line}"')
            line = ""
    print(f'    "{line}";')


def rows(items):
    line = "   "
    for item in items:
        if len(line) + len(item) > 138:
            print(line)
            line = "   "
        line += " " + item
    print(line)


print("// Made by tools/make_unicode_names.py from Python %s (Unicode %s). Do not edit." % (sys.version.split()[0], unicodedata.unidata_version))
print(f"enum {{ ONE_BYTE = {ONE_BYTE}, GROUP = {GROUP}, WORD_COUNT = {len(words)}, NAME_COUNT = {len(names)} }};")
print("// The words, from number 1 on; the last letter of each has its high bit set.")
text("word_text", b"".join(word[:-1].encode() + bytes([ord(word[-1]) | 128]) for word in words))
offsets, at = [], 0
for i, word in enumerate(words):
    if i % GROUP == 0:
        offsets.append(at)
    at += len(word)
print("// Where every GROUP-th word starts.\nstatic const uint32_t word_groups[] = {")
rows(f"{o}," for o in offsets)
print("};\n// The names, in the order of their codes.")
codes = sorted(names)
data = [packed(names[c]) for c in codes]
text("name_text", b"".join(data))
offsets, at = [], 0
for i, d in enumerate(data):
    if i % GROUP == 0:
        offsets.append(at)
    at += len(d)
print("// Where every GROUP-th name starts.\nstatic const uint32_t name_groups[] = {")
rows(f"{o}," for o in offsets)
print("};\n// Codes that have names: first code, number of its name; each run ends where the next one's names begin.\nstatic const NameRun name_runs[] = {")
runs = []
for i, c in enumerate(codes):
    if not i or codes[i - 1] != c - 1:
        runs.append((c, i))
rows("{0x%x, %d}," % run for run in runs)
print("};\n// The numbers of the names in alphabetical order.\nstatic const uint16_t name_order[] = {")
rows(f"{i}," for i in sorted(range(len(codes)), key=lambda i: names[codes[i]]))
print("};\n// Names that follow from the code.\nstatic const ComputedRun computed_runs[] = {")
rows('{0x%x, 0x%x, "%s"},' % tuple(run) for run in computed_runs)
print("};\n// Other names of some characters.\nstatic const NameAlias name_aliases[] = {")
aliases = {}
for path in glob.glob("/usr/share/perl/*/unicore/Name.pl"):
    for name in re.findall(r"^[0-9A-F]+\t?\n?([A-Z0-9][A-Z0-9 \-]*)$", open(path).read(), re.M):
        try:
            c = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(c) == 1 and unicodedata.name(c, "") != name:
            aliases[name] = ord(c)
rows('{"%s", 0x%x},' % item for item in sorted(aliases.items()))
print("};")
