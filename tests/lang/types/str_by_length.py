# Short texts take ways of their own (masks of 64 bytes, blocks of 16): the same questions to texts of every length around those bounds.
number = 1


def below(limit):
    global number
    number = number * 16807 % 2147483647
    return number % limit


ALPHABET = "abc ,=\t\n"


def text(length):
    return "".join([ALPHABET[below(len(ALPHABET))] for _ in range(length)])


def checksum(value):
    total = 7
    for c in ascii(value):
        total = (total * 31 + ord(c)) % 1000003
    return total


for length in [*range(0, 36), *range(46, 52), *range(61, 69), 79, 80, 127, 128, 129, 200]:
    for tail in ("", "é", "日"):
        s = text(length) + tail
        a, b, most = ALPHABET[below(8)], ["", "x", "xy", "é", " "][below(5)], [-1, 0, 1, 2, 5, 64][below(6)]
        split = [s.split(), s.split(a), s.split(a, most), s.split(None, most), s.rsplit(a, most), s.splitlines(), s.split("ab"), s.partition(a)]
        changed = [s.replace(a, b), s.replace(a, b, most), s.replace(a, "Z"), s.expandtabs(), s.strip(a), s.translate({ord(a): b})]
        padded = [s.center(70), s.rjust(20, "é"), s.ljust(33, "*"), s.zfill(20), f"{s:>40}", f"{s:é^70.10}", "%-20s|%.3s" % (s, s)]
        joined = ["".join(reversed(s)), "|".join(s), s.join([a, b, s]), "".join([s, a, s]), repr(s), str([s, a]), s[::-1], list(s) == [*s]]
        coded = [s.encode(), s.encode("utf-8", "x"), s.encode("latin-1", "replace"), s.encode("ascii", "backslashreplace"), s.encode("latin-1", "replace").decode("latin-1")]
        data = s.encode()
        cut = [data.split(), data.split(a.encode()), data.split(a.encode(), most), data.replace(a.encode(), b"--"), [*data][:5], bytes([*data]) == data]
        print(length, tail, checksum(split), checksum(changed), checksum(padded), checksum(joined), checksum(coded), checksum(cut))

it = reversed("hello")
print(next(it), next(it), "".join(it), list(it), list(reversed("")), "".join(reversed("héllo")))
print("ab cd".split(), " ab ".split(), "".split(), " ".split(), "a,b".split(","), ",".split(","), "".split(","), ("a" * 64).split(), (" " + "a" * 63).split())
print("aab".replace("a", "", 1), "aa".replace("a", ""), "ab".replace("b", ""), "ab".replace("a", "", 0), "x".replace("x", "é"))
for s in ("12", "-12", "+12", " 12 ", "-", "+", "", "1_2", "999999999999999999", "9999999999999999999", "-999999999999999999", "１２", "1.5", "0x1"):
    try:
        print(repr(s), int(s), list(map(int, [s, 3])), [float(s)])
    except ValueError as e:
        print(repr(s), e)
for s in ("1.5", ".5", "5.", ".", "-.25", "1e3", "1.5e", "123456789012345678", "0.1234567890123456789", "9007199254740993", "9007199254740993.5", "000000000000000000001", "1..2", "1_0.2_5", "nan", "inf", "-0.0"):
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(repr(s), e)
print(list(map(str, [1, -5, "a", 2.5, None])), sum(map(int, "1 22 333".split())))
print(bytes([1, 2, 255]), bytes((0,)), bytes([]), [int.from_bytes(b"\x80\x01", "big", signed=True), int.from_bytes(b"\xff" * 7, "little", signed=True), int.from_bytes(b"\xff" * 8, "big"), int.from_bytes(b"", "big")])
for bad in ([256], [-1], ["a"], [1.5], [True, 2]):
    try:
        print(bytes(bad))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print((258).to_bytes(2, "little"), (0).to_bytes(1, "big"), (2**56 - 1).to_bytes(7, "big"), (1).to_bytes(10, "little"))
try:
    (256).to_bytes(1, "big")
except OverflowError as e:
    print(e)
