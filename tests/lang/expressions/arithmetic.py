# Language reference 6.5 - 6.9: operators on numbers, their order and their results' types.
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)
print(divmod(7, -2), divmod(-7, 2), divmod(7.5, 2))
print(7 / 2, 4 / 2, -1 / 3)
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 0.5, 0 ** 0)
print(1 << 70, -1 >> 3, 12345678901234567890 >> 30, -12345678901234567890 >> 64)
print(6 & 3, 6 | 3, 6 ^ 3, ~6, -6 & 0xff, -1 ^ (1 << 80))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(1e308 * 10, -1e308 * 10, 1e-320, 0.1 + 0.2, 1e16, 1e15, 123456789.0)
print(1 + 2 * 3 - 4 / 2 ** 2 // 1)
print(not 1 == 2, not (1 and 0) or 5)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1)
print(5 and 0, 0 or "x", [] or {} or None, "a" and "b")
print(0x7fffffffffffffff + 1, -0x8000000000000000 - 1, 4611686018427387903 + 1, -4611686018427387904 - 1)
print(4611686018427387904 * 2, 3037000500 * 3037000500, -(-4611686018427387904))
print(True + True, True * 3.5, False - 1, +True, -True, ~True)
print(10 ** 30 // 7, -(10 ** 30) // 7, 10 ** 30 % 7, -(10 ** 30) % 7, divmod(10 ** 30, -(10 ** 15) + 3))
print(10 ** 30 / 10 ** 10, (10 ** 400) // (10 ** 399), 3 * 10 ** 22 / 7)
print(pow(3, 200, 7), pow(3, -1, 7), pow(2, 10), pow(-3, 3, 10))
print(1 if 0 else 2, (lambda: 3)(), [1, 2][-1])
for expression in ("1 // 0", "1 % 0", "1 / 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "divmod(1, 0)", "1 << -1"):
    try:
        if expression == "1 // 0": 1 // 0
        elif expression == "1 % 0": 1 % 0
        elif expression == "1 / 0": 1 / 0
        elif expression == "1.0 / 0": 1.0 / 0
        elif expression == "1.0 // 0": 1.0 // 0
        elif expression == "1.0 % 0": 1.0 % 0
        elif expression == "0 ** -1": 0 ** -1
        elif expression == "0.0 ** -1": 0.0 ** -1
        elif expression == "divmod(1, 0)": divmod(1, 0)
        else: 1 << -1
    except (ZeroDivisionError, ValueError) as error:
        print(expression, type(error).__name__)


def types(*values):
    return [type(value).__name__ for value in values]


print(types(1 + 1, 1 + 1.0, True + 1, 3 / 1, 2 ** -1, 5 // 2, 5.0 // 2, 1 == 1))
x = 5
x += 3; x -= 1; x *= 2; x //= 3; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xfe; x ^= 3
print(x)
y = 1.5
y /= 2
print(y)
print(hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
print(1 == 1.0, 10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53))
