#!/usr/bin/env python3
"""Writes runtime/modules/unicodedata_tables.inc: what the unicodedata module answers and utf8proc does not have.

    python3.12 tools/make_unicodedata_tables.py > runtime/modules/unicodedata_tables.inc
"""
import fractions, glob, sys, unicodedata

if unicodedata.unidata_version != "15.0.0":
    sys.exit(f"needs Unicode 15.0.0 (Python 3.12), this is {unicodedata.unidata_version}")
ALL = [chr(c) for c in range(0x110000)]


def rows(items):
    line = "   "
    for item in items:
        if len(line) + len(item) > 138:
            print(line)
            line = "   "
        line += " " + item
    print(line)


print("// Made by tools/make_unicodedata_tables.py from Python %s (Unicode %s). Do not edit." % (sys.version.split()[0], unicodedata.unidata_version))
print("// Values of numeric characters that are no digits: first and last code; numerator of the first, each next one's is one more; denominator.")
print("static const NumericRun numeric_runs[] = {")
runs = []
for c in ALL:
    if unicodedata.digit(c, None) is not None or unicodedata.numeric(c, None) is None:
        continue
    value = fractions.Fraction(unicodedata.numeric(c)).limit_denominator(1000)
    code = ord(c)
    if runs and runs[-1][1] == code - 1 and runs[-1][3] == 1 == value.denominator and value.numerator == runs[-1][2] + code - runs[-1][0]:
        runs[-1][1] = code
    else:
        runs.append([code, code, value.numerator, value.denominator])
    assert float(value) == unicodedata.numeric(c), c
rows("{0x%x, 0x%x, %d, %d}," % tuple(run) for run in runs)
print("};\n// East_Asian_Width: where each stretch starts.\nstatic const WidthRun width_runs[] = {")
widths, last = [], None
for c in ALL:
    width = unicodedata.east_asian_width(c)
    if width != last:
        widths.append((ord(c), width))
        last = width
rows('{0x%x, "%s"},' % run for run in widths)
print("};\n// Decompositions, without Hangul's.\nstatic const Decomposition decompositions[] = {")
rows('{0x%x, "%s"},' % (ord(c), unicodedata.decomposition(c)) for c in ALL if unicodedata.decomposition(c) and not "\uac00" <= c <= "\ud7a3")
print("};\n// Bidi_Class: where each stretch starts.\nstatic const WidthRun bidi_runs[] = {")
classes, last = [], None
for c in ALL:
    kind = unicodedata.bidirectional(c)
    if kind != last:
        classes.append((ord(c), kind))
        last = kind
rows('{0x%x, "%s"},' % run for run in classes)
print("};")
print("// Named sequences (candidates from Perl's unicore/NamedSequences.txt, those that unicodedata.lookup knows), in order.")
print("static const NamedSequence named_sequences[] = {")
sequences = []
for path in glob.glob("/usr/share/perl/*/unicore/NamedSequences.txt"):
    for line in open(path):
        name = line.partition(";")[0].strip()
        try:
            text = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(text) > 1:
            sequences.append((name, "".join("\\%03o" % byte for byte in text.encode())))
rows('{"%s", "%s"},' % item for item in sorted(set(sequences)))
print("};")
