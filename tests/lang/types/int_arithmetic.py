# Operators of int around the borders of machine words, checked against identities and printed.
import math


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


edges = [0, 1, -1, 2, -3, 7, 10, 2 ** 31, 2 ** 59, 2 ** 60 - 1, 2 ** 60, 2 ** 61 - 1, 2 ** 62 - 1, 2 ** 62, 2 ** 63 - 1, 2 ** 63, 2 ** 64, 2 ** 120 - 1, 2 ** 120, 3 ** 100]
edges += [-e for e in edges if e > 2]
total = 0
for a in edges:
    for b in edges:
        total = (total * 31 + (a + b) * 3 + (a - b) * 5 + a * b * 7 + (a & b) * 11 + (a | b) * 13 + (a ^ b) * 17 + (a < b) + (a == b) * 2 + (a >= b) * 4) % (2 ** 127 - 1)
        assert (a + b) - b == a and (a - b) + b == a and a * b == b * a and (a ^ b) ^ b == a and (a & b) + (a | b) == a + b
        if b:
            q, r = divmod(a, b)
            assert q * b + r == a and (0 <= r < b or b < r <= 0) and a // b == q and a % b == r
            total += q * 19 + r * 23
print(total)
for a in edges:
    for n in (0, 1, 59, 60, 61, 63, 64, 119, 120, 121, 200):
        assert a << n == a * 2 ** n and a >> n == a // 2 ** n, (a, n)
    assert ~a == -a - 1 and abs(a) == max(a, -a) and -(-a) == a and +a == a
    print(a, a.bit_length(), a.bit_count(), hash(a), ~a, a ** 3 % 1000003, a ** 2 == a * a, (a * a * a).bit_length())

for e in ["1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "10**30 // 0", "10**30 % 0", "10**30 / 0", "0 ** -1", "0 ** -10**30", "1 << -1", "1 >> -1", "1 << -10**30", "1 << 10**30",
          "0 << 10**30", "1 >> 10**30", "-1 >> 10**30", "2 ** -1", "(-2) ** -3", "10 ** -400", "10**400 / 1", "1 / 10**400", "10**400 / 10**399", "-10**400 / 3**800", "10**400 * 1.0",
          "1.0 + 10**400", "10**400 == 1e308", "10**400 > float('inf')", "10**400 < float('inf')", "10**23 == 1e23", "2**53 + 1 == 2.0**53", "2**53 + 1 > 2.0**53",
          "float(2**1024 - 2**970)", "float(2**1024 - 2**970 - 1)", "float(2**53 + 1)", "float(2**53 + 3)", "float(-10**30)", "0 / -5", "(2**60) / (2**60 + 1)", "7 / 2**70", "(10**50 + 1) / 10**50",
          "pow(2, 10, 1000)", "pow(2, 10, -1000)", "pow(-2, 3, 7)", "pow(2, 3, 0)", "pow(2, -1, 4)", "pow(3, -1, 7)", "pow(3, -5, 7)", "pow(3, -1, -7)", "pow(5, 3, 1)", "pow(5, 0, 1)", "pow(0, 0)",
          "pow(0, 0, 3)", "pow(123456789, 987654321, 10**9 + 7)", "pow(3, 10**40, 10**30 + 57)", "pow(3, 10**40, 2**100)", "pow(7, -1, 2**100)", "pow(10**50, 10**20, 10**40 + 1)",
          "pow(2.0, 3, 5)", "pow(2, 3.0, 5)", "pow(2, 3, 5.0)", "pow('a', 2, 3)", "pow(2, 'a', 3)", "pow(2, 3, 'a')", "pow(base=2, exp=5, mod=7)", "pow(1j, 2, 3)",
          "True + True", "True & False", "True | 2", "True ^ True", "~True", "-True", "True ** 5", "True << 3", "True == 1", "True < 2", "True / 2", "divmod(True, 2)",
          "1 + 'a'", "'a' + 1", "1 - None", "1 < 'a'", "1 << 2.0", "1 & 1.5", "1 @ 2", "-'a'", "~1.5", "1 // 'x'", "1 ** 'x'", "divmod(1, 'x')",
          "round(1234567, -3)", "round(1500, -3)", "round(2500, -3)", "round(-1500, -3)", "round(5, -1)", "round(15, -1)", "round(-5, -1)", "round(99, -2)", "round(49, -2)", "round(50, -2)",
          "round(10**30 + 5 * 10**14, -15)", "round(7, 100)", "round(7, -100)", "round(7, None)", "round(7, 1.5)", "(5).__round__(1, 2)",
          "(255).to_bytes()", "(255).to_bytes(2)", "(255).to_bytes(2, 'little')", "(-1).to_bytes(2, 'big', signed=True)", "(-128).to_bytes(1, 'big', signed=True)",
          "(128).to_bytes(1, 'big', signed=True)", "(-129).to_bytes(1, 'big', signed=True)", "(0).to_bytes(0, 'big')", "(1).to_bytes(0, 'big')", "(-1).to_bytes(1, 'big')",
          "(1).to_bytes(-1, 'big')", "(1).to_bytes(1, 'middle')", "(1).to_bytes(1, 5)", "(2**100).to_bytes(13, 'big')", "(-2**100).to_bytes(14, 'little', signed=True)", "(1).to_bytes(length=3, byteorder='little')",
          "int.from_bytes(b'')", "int.from_bytes(b'\\x01\\x02')", "int.from_bytes(b'\\x01\\x02', 'little')", "int.from_bytes(b'\\xff\\x80', signed=True)", "int.from_bytes([1, 2, 3])", "int.from_bytes(5)",
          "int.from_bytes('abc')", "int.from_bytes([300])", "int.from_bytes(bytes=bytearray(b'ab'), byteorder='little')", "int.from_bytes(b'\\x80' + b'\\0' * 20, signed=True)", "int.from_bytes(b'a', 'x')",
          "(6).as_integer_ratio()", "(5).conjugate()", "(5).real", "(5).imag", "(5).numerator", "(5).denominator", "True.real", "(5).__floor__()", "(5).__ceil__()", "(5).__trunc__()",
          "(5).__getnewargs__()", "(5).__sizeof__()", "(2**100).__sizeof__()", "(0).__sizeof__()", "math.gcd(10**40, 6**30)", "math.lcm(10**20, 6**20)", "math.isqrt(10**41)", "(5).foo", "int.real.__name__"]:
    print(e, end=" -> ")
    show(lambda: eval(e))

# long operands: products and quotients against each other
for bits in (1000, 2160, 4500, 10000, 30000, 90000):
    a = 3 ** bits >> bits // 3
    b = 7 ** (bits // 3) + bits
    c = (1 << bits) - 1
    q, r = divmod(a * b + bits, b)
    print(bits, q == a and r == bits, (a + c) * (a - c) == a * a - c * c, (a * b * c) // (b * c) == a, (a * c + b - 1) % c == (b - 1) % c, divmod(-a, b)[1] == (-a) % b, hash(a * c) == hash(a) * hash(c) % (2 ** 61 - 1),
          math.gcd(a * c, b * c) == c * math.gcd(a, b), math.isqrt(a * a) == a, math.isqrt(a * a - 1) == a - 1, (a ^ c) & c == ~a & c, a >> 777 << 777 | a & ((1 << 777) - 1) == a)
