# The format specification mini-language over numbers and str: every combination of a grid, then the errors.
def attempt(value, spec):
    try:
        return format(value, spec)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for value in (0, 7, -42, 1234567, -10 ** 20, True, 2 ** 70):
    for kind in ("", "d", "b", "o", "x", "X", "n", "c", "e", "f", "g", "%"):
        if kind == "c" and not 0 <= value < 1000:
            continue
        print(repr(value), kind, [attempt(value, spec + kind) for spec in ("", "+", " ", "#", "012", "<12", "*^15", "=+12", ",", "_", "015,", "016_", "x=20,", "#020_", "+#x>25")])
for value in (0.0, -0.0, 1.0, -1234567.891, 0.000012345, 1e16, 1.5e300, 5e-324, 2.5, 0.5, 999999.5, float("inf"), float("-inf"), float("nan")):
    for kind in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        print(repr(value), kind, [attempt(value, spec + kind) for spec in ("", "+", " ", "#", ".0", ".1", ".3", "#.0", ".10", "012", "<12", "*^15.2", "=+12.1", ",", "_.2", "015,.2", "z.0", "z.3", "020,.1", "é>15.2")])
for value in ("", "a", "héllo", "日本語"):
    print(repr(value), [attempt(value, spec) for spec in ("", "s", "5", "<7", ">7", "^7", "*^8", ".2", "5.1s", "05", "é<6", "日^9.1", ".0", "10.10", "1")])

for value in (5, 5.0, "a", True, 1j, None, [], object):
    for spec in ("q", "s", "d", "x", "c", "f", "10q", "xxx", "5x5", ".", ".f", "+", " ", "-", "#", "z", "=", "=5", "05", ",", "_", ",,", ",_", "_,", "__", ",d", ",s", ",x", "_x", "_b", ",b", ",c", "_c", ",n", "_n", ".3d", ".3", "+c",
                 "#c", "zd", "zf", "<<", "<<5", "<<<", "\x01", "\x7f", "\u1234", "é", "5\u1234", "1.5.5", "99999999999999999999", ".99999999999999999999f", ".9999999999f", "٥", "0٥", "{", "}"):
        print(type(value).__name__, ascii(spec), attempt(value, spec) if not (value is object and spec == "") else "")
for value in (-1, 2 ** 21, 10 ** 30, -10 ** 30, 0x10FFFF, 65):
    print(value, ascii(attempt(value, "c")), ascii(attempt(value, "5c")), ascii(attempt(value, "05c")), ascii(attempt(value, "<3c|")))
print(attempt(10 ** 400, "f"), attempt(10 ** 400, "e"), attempt(10 ** 50, "f"), attempt(10 ** 50, ".3e"), attempt(3, "%"), attempt(-3, ".1%"))
print(f"{3.14159:.3}", f"{1e10:.3}", f"{100.0:.3}", f"{10.0:.3}", f"{123456.0:.6}", f"{123456.0:#.6g}", f"{0.1:.30f}", f"{1e22:.0f}", f"{2**0.5:.50g}", f"{1e-7:g}", f"{1234.5:,}", f"{1e20:,}", f"{0.5:.0f} {1.5:.0f} {2.5:.0f}")
print(len(f"{1.5:.1000f}"), f"{1.5:.1000f}"[:5], len(f"{5e-324:.1074f}"), f"{5e-324:.1074f}"[-20:], len(f"{1e308:.500e}"), f"{5e-324:.760e}"[-10:], f"{1.7976931348623157e308:.0f}"[:30])
width, precision = 12, 4
print(f"{3.14159265:{width}.{precision}f}|{42:{width}}|{'ab':>{width}.{1}}|{-7:=+{width}}|{255:#0{width}x}|{1234567.891:_.1f}")
print("{:08.3f} {:+d} {:>5} {!r:>6} {:,}".format(-3.14159, 5, 7, "a", 9876543210))
print((5).__format__("03"), (5.5).__format__(".2f"), "a".__format__("3") + "|", True.__format__(""), True.__format__("d"), True.__format__("5"))
for bad in (5, None, b""):
    for value in (1, 1.5, 1j, "a", True):
        try:
            print(value.__format__(bad))
        except TypeError as e:
            print(e)
