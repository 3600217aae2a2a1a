# int from text and back: bases, underscores, spaces, digits of other scripts, limits.
import sys


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for text, *base in [("12",), (" 12 ",), ("\t-12\n",), ("+7",), ("",), (" ",), ("-",), ("+-1",), ("- 1",), ("1 2",), ("1_000",), ("_1",), ("1_",), ("1__0",),
                    ("0x1f", 16), ("0x1f", 0), ("0X1F", 0), ("0o17", 8), ("0b101", 2), ("0b101", 0), ("0b102", 2), ("0x", 16), ("x1", 16), ("0x_1", 16), ("0x_1", 0),
                    ("0x__1", 0), ("010", 0), ("00", 0), ("0_0", 0), ("-0", 0), ("010", 10), ("zz", 36), ("ZZ", 36), ("z", 35), ("9", 9), ("8", 9), ("12", 1), ("12", 37),
                    ("12", -1), ("12", 0), ("1.5",), ("1e5",), ("nan",), ("\u0661\u0662\u0663",), ("\u0967\u0968", 16), ("\uff11",), ("\u00b2",), ("\u00a012\u2003",),
                    ("\U0001d7d8\U0001d7d9",), ("1\x00",), ("\u2212" "5",), ("\ud800",), ("a" * 250,), ("0b1", 16), ("0b1g", 16), ("1L",)]:
    show(lambda: int(text, *base))
for data in [b"12", b" 12\n", bytearray(b"0x1f"), b"x", b"1\xff", b"", b"1_0"]:
    show(lambda: int(data))
    show(lambda: int(data, 16))
for args, keywords in [((), {}), ((), {"base": 10}), (("12",), {"base": 8}), (("12", 8), {"base": 8}), ((12, 10), {}), ((None,), {}), (([],), {}), ((1, 2, 3), {}), ((), {"x": 1}),
                       (("1", 2.5), {}), (("1", 10 ** 30), {}), ((1.9,), {}), ((-1.9,), {}), ((1e30,), {}), ((float("nan"),), {}), ((float("inf"),), {}), ((1j,), {}), ((True,), {})]:
    show(lambda: int(*args, **keywords))

for n in (0, 7, -7, 255, 2 ** 62 - 1, 2 ** 62, -2 ** 62, -2 ** 62 - 1, 2 ** 63, 2 ** 64, 10 ** 18, 10 ** 19, -10 ** 36, 2 ** 200 - 1, 3 ** 300):
    print(n, bin(n), oct(n), hex(n), repr(n) == str(n) == f"{n}" == "%d" % n, int(str(n)) == n, int(hex(n), 16) == n, int(oct(n), 0) == n, int(bin(n), 2) == n)

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
show(lambda: len(str(10 ** 4299)))
show(lambda: str(10 ** 4300))
show(lambda: str(-10 ** 4300))
show(lambda: repr(10 ** 100000))
show(lambda: f"{10 ** 4300:d}")
show(lambda: int("1" * 4300) % 1000007)
show(lambda: int("1" * 4301))
show(lambda: int("-" + "1" * 4301))
show(lambda: int("0" * 4300 + "1"))
show(lambda: int("1_1" * 2150) % 1000007)
show(lambda: len(hex(10 ** 5000)))
show(lambda: int("f" * 5000, 16).bit_length())
show(lambda: int("3" * 5000, 32).bit_length())
show(lambda: int("6" * 5000, 7))
show(lambda: sys.set_int_max_str_digits(100))
sys.set_int_max_str_digits(640)
show(lambda: len(str(10 ** 639)))
show(lambda: str(10 ** 640))
sys.set_int_max_str_digits(0)

# long ones, through other ways of computing the same
for digits in (500, 575, 576, 577, 1151, 1153, 3000, 12345, 40000):
    n = 7 ** (digits * 1183 // 1000)
    text = str(n)
    m = 0
    for i in range(0, len(text), 900):
        part = text[i:i + 900]
        m = m * 10 ** len(part) + int(part)
    print(digits, len(text), m == n, int(text) == n, int("-" + text) == -n, str(-n) == "-" + text, sum(map(int, text)))
n = 10 ** 20000
print(str(n) == "1" + "0" * 20000, str(n - 1) == "9" * 20000, int("1" + "0" * 20000) == n, str(n + 1)[-3:], len(str(n * n)))
for base in (3, 7, 11, 36):
    text = "".join("0123456789abcdefghijklmnopqrstuvwxyz"[(i * i + 1) % base] for i in range(3000))
    value = 0
    for c in text:
        value = value * base + int(c, 36)
    print(base, int(text, base) == value, int(text.upper(), base) == value)
