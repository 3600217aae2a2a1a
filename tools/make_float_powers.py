#!/usr/bin/env python3
"""Writes runtime/objects/float_powers.inc: powers of ten, 128 bits each, for printing and reading floats (float_text.c)."""
import pathlib
from fractions import Fraction

FIRST, LAST = -292, 324


def power(k):
    exponent = k * 1741647 >> 19  # floor(log2(10^k))
    exact = Fraction(10) ** k * Fraction(2) ** (127 - exponent)
    rounded = -(-exact.numerator // exact.denominator)
    assert 1 << 127 <= rounded < 1 << 128
    return rounded


lines, line = [], ""
for number in map(power, range(FIRST, LAST + 1)):
    entry = "{0x%016x,0x%016x}," % (number >> 64, number & (1 << 64) - 1)
    if len(line) + len(entry) > 138:
        lines.append(line)
        line = ""
    line += entry
lines.append(line)
title = (f"// Made by tools/make_float_powers.py: for k = {FIRST} .. {LAST} the upper and lower half of "
         "ceil(10^k / 2^(floor(log2 10^k) - 127)).")
out = pathlib.Path(__file__).resolve().parent.parent / "runtime/objects/float_powers.inc"
out.write_text("\n".join([title] + lines) + "\n")
