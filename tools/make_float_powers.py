#!/usr/bin/env python3
"""Writes runtime/objects/float_powers.inc: powers of ten, 128 bits each, for printing and reading floats (float_text.c); and float_powers_core.inc: every ninth, for the core library."""
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
core = pathlib.Path(__file__).resolve().parent.parent / "runtime/objects/float_powers_core.inc"
out = pathlib.Path(__file__).resolve().parent.parent / "runtime/objects/float_powers.inc"
out.write_text("\n".join([title] + lines) + "\n")

# A power between: the one before it times a power of five, and what that lacks: -1 to 2, in two bits.
STEP = 9
rows, lacking = [], []
for k in range(FIRST, LAST + 1):
    after = (k - FIRST) % STEP
    product = power(k - after) * 5 ** after
    lacks = power(k) - (product >> product.bit_length() - 128)
    assert -1 <= lacks <= 2
    lacking.append(lacks + 1)
    if not after:
        rows.append("    {0x%016x, 0x%016x}," % (power(k) >> 64, power(k) & (1 << 64) - 1))
packed = [sum(two << 2 * i for i, two in enumerate(lacking[at:at + 4])) for at in range(0, len(lacking), 4)]
numbers = ["    " + " ".join("%d," % number for number in packed[at:at + 30]) for at in range(0, len(packed), 30)]
core.write_text("\n".join([f"// Made by tools/make_float_powers.py: every ninth of float_powers.inc, and by how much more than -1 the product of one of these "
                           "and of 5, 5^2 .. 5^8 is to be raised.", "static const struct PowerOfTen ninth_powers[] = {"] + rows +
                          ["};", "static const unsigned char power_errors[] = {"] + numbers + ["};"]) + "\n")
