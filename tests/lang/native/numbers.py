# Loops long enough to become machine code, on numbers that change what they are, at the borders of what a word holds.
import math


def add_up(start, step, count):
    total = start
    for _ in range(count):
        total += step
    return total


print(add_up(0, 1, 5000), add_up(2**62 - 2500, 1, 5000), add_up(-2**62 + 2500, -1, 5000), add_up(2**63 - 2500, 1, 5000))
print(add_up(0.5, 0.25, 5000), add_up(0, 0.5, 5000), add_up(True, True, 5000), add_up(1j, 2, 3000), add_up(0.0, -0.0, 3000))


def powers(factor, count):
    value, seen = 1, []
    for i in range(count):
        value = value * factor
        if i % 500 == 0:
            seen.append(value % 1000003)
        if value > 2**70:
            value = 1
    return seen


print(powers(3, 4000), powers(-7, 4000), powers(2**31, 4000))


def divide(values, divisor):
    out = []
    for v in values:
        try:
            out.append((v // divisor, v % divisor, v / divisor))
        except (ZeroDivisionError, OverflowError) as e:
            out.append(str(e))
    return out


edges = [0, 1, -1, 7, -7, 2**31 - 1, 2**31, -2**31, 2**32 + 5, 2**53 - 1, 2**53, 2**53 + 1, -2**53 - 1, 2**62 - 1, 2**62, -2**62, -2**62 - 1, 2**64]
for divisor in (1, -1, 2, -2, 3, -3, 8, 2**20, 2**33, 2**62, -2**62, 0, 0.5, 0.0, -0.0, True):
    for _ in range(120):
        result = divide(edges, divisor)
    print(divisor, result)


def constants(values):
    out = []
    for v in values:
        out.append((v // 8, v % 8, v // 7, v % 7, v % 1024, v // 1, v % 1, v << 3, v >> 2, v & 255, v | 1, v ^ -1, -v, ~v, v * 3 - 1))
    return out


for _ in range(120):
    result = constants(edges)
for row in result:
    print(row)


def shifts(values, counts):
    out = []
    for v in values:
        for n in counts:
            try:
                out.append((v << n) % 1000003 + (v >> n))
            except ValueError as e:
                out.append(str(e))
    return out


for _ in range(20):
    result = shifts(edges, (0, 1, 31, 32, 61, 62, 63, 64, 100, -1))
print(result)

specials = [0.0, -0.0, 1.0, -1.5, 1e-300, 1e300, 5e-324, math.inf, -math.inf, math.nan, 1e77, 1e-77, 1.7976931348623157e308]


def compare(values):
    out = []
    for x in values:
        for y in values:
            word = 0
            if x < y: word += 1
            if x <= y: word += 2
            if x > y: word += 4
            if x >= y: word += 8
            if x == y: word += 16
            if x != y: word += 32
            out.append(word * 2 + (x == y) - (x < y))
    return out


for _ in range(30):
    result = compare(specials)
print(result)
for _ in range(30):
    mixed = compare([0, 1, -1, 0.0, 0.5, True, 2**53, 2.0**53, 2**53 + 1, 2**70, 2.0**70])
print(mixed)


def calculate(values):
    out = []
    for x in values:
        for y in values:
            out.append((repr(x + y), repr(x - y), repr(x * y), repr(-x)))
            if y:
                out.append(repr(x / y))
    return out


for _ in range(20):
    result = calculate(specials)
print(result[::7])


def chained(n):
    a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r = [0.5 + x for x in range(17)]
    for step in range(n):
        a = a * 0.5 + b
        b, c, d = c - 0.25, d * 0.75 + a, e / 2.0
        e = a + b * c - d / 3.0 + (f - g) * (h + i) - (j * k - l) / (m + o)
        f, g, h, i, j, k = g, h, i, j, k, f
        if e > 1e6: e = 1.5
        l = m = o = l * 0.5 + p * q - r
        p, q, r = 1.0 - p, q * -1.0, r + 1e-9
    return [a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, r]


print(chained(3000))
