# python3.12
# struct: every code, order and error.
import struct


def t(f, *a):
    try: print(f, a, repr(struct.pack(f, *a)))
    except Exception as e: print(f, a, type(e).__module__ + "." + type(e).__name__, e)


for pre in "@<>":
    for c in "bBhHiIlLqQ":
        for n in (2**70, -2**70, -1, 2**63, 1.5, "a", 0, 100, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, 2**31, -2**31 - 1, 2**32 - 1, 2**32, 2**63 - 1, -2**63, -2**63 - 1, 2**64 - 1, 2**64, True):
            if pre + c != ">H" or n == 100: t(pre + c, n)
    for c in "nNP":
        t(pre + c, 2**70); t(pre + c, -1); t(pre + c, "a"); t(pre + c, 5)
    t(pre + "c", "a"); t(pre + "c", b"ab"); t(pre + "c", 5); t(pre + "?", []); t(pre + "?", "x"); t(pre + "s", "a"); t(pre + "3s", b"abcde"); t(pre + "3s", b"a"); t(pre + "0s", b"a")
    t(pre + "5p", b"abcdefg"); t(pre + "p", b"a"); t(pre + "300p", b"z" * 280); t(pre + "f", "a"); t(pre + "f", 1e40); t(pre + "e", 1e6); t(pre + "e", 65504); t(pre + "d", 3)
    for x in (0.1, -0.0, 1e-45, 3.4028235e38, float("inf"), float("-inf"), float("nan"), 65519.9, 1e-8, 6e-8, 5.9e-8, 2.98e-8, 2.99e-8, -2.5, 6.1e-5, 6.09e-5, 1 / 3, 2047.5, 2048.5, 2049.5): t(pre + "e", x); t(pre + "f", x) if x == x else 0; t(pre + "d", x) if x == x else 0
    t(pre + "bhiq", 1, 2, 3, 4); t(pre + "b0q", 1); t(pre + "2h", 1); t(pre + "h", 1, 2); t(pre + "xx"); t(pre + "3"); t(pre + "y", 1); t(pre + "h h", 1, 2); t(pre + " 2h ", 1, 2); t(pre + "bxh", 1, 2)
t("99999999999999999999s", b""); t("h" * 3, 1, 2, 3); t(3); t(b"h", 1); t("é", 1); t("h\0", 1); t("=P", 1); t("!l", 1); t("@l", 1); t("<@h", 1); t("3 h", 1); t(""); t("s", bytearray(b"x")); t("c", bytearray(b"x")); t("1000000000000q")


class I:
    def __repr__(self): return type(self).__name__
    def __index__(self): return 7


class F:
    __repr__ = I.__repr__
    def __float__(self): return 1.5


class Bad:
    __repr__ = I.__repr__
    def __index__(self): raise KeyError("bad")


t("<h", I()); t("<f", F()); t("<h", Bad()); t("<f", I())


def u(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)


u(struct.unpack, "h", b"abc"); u(struct.unpack_from, "h", b"abc", 2); u(struct.unpack_from, "h", b"abc", -5); u(struct.unpack_from, "h", b"abc", -1); u(struct.unpack_from, "h", b"abc", -2)
u(struct.iter_unpack, "h", b"abc"); u(struct.iter_unpack, "", b"abc"); u(lambda: list(struct.iter_unpack("<h", b"abcd"))); u(struct.unpack_from, "h", buffer=b"abcd", offset=2)
b = bytearray(4)
u(struct.pack_into, "h", b, 3, 1); u(struct.pack_into, "h", b, -5, 1); u(struct.pack_into, "h", b, -1, 1); u(struct.pack_into, "h", b, -2, 258); print(b)
u(struct.pack_into, "h", b"abcd", 0, 1); u(struct.pack_into, "h", b, "a", 1); u(struct.pack_into, "h"); u(struct.pack_into, "h", b, 0); u(struct.pack_into, "h", b, 0, 1, 2)
u(struct.unpack, "h", 3); u(struct.unpack, "h", "ab"); u(struct.calcsize, "@bq"); u(struct.calcsize, "h" * 100); u(struct.pack); u(struct.Struct)
m = memoryview(bytearray(8)); struct.pack_into(">I", m, 2, 0xDEADBEEF); print(bytes(m), struct.unpack(">xxIxx", m))
S = struct.Struct("<hb")
print(S.size, S.format, S.pack(1, 2), S.unpack(b"abc"), S.unpack_from(b"xabc", 1), list(S.iter_unpack(b"abcdef")), type(S)); u(S.pack, 1); u(S.unpack, b"")
it = struct.iter_unpack("h", b"abcd"); print(type(it), it.__length_hint__(), next(it), it.__length_hint__(), next(it), next(it, "end"))
print(struct.unpack("<e?5pc", struct.pack("<e?5pc", 1.5, True, b"abcdef", b"c")), struct.error, issubclass(struct.error, Exception))
for code, data in [("b", b"\xff"), ("B", b"\xff"), (">h", b"\xff\xfe"), ("<H", b"\xff\xfe"), ("<i", b"\xff" * 4), ("<Q", b"\xff" * 8), ("<q", b"\xff" * 8), ("<q", b"\0" * 7 + b"\x80"), ("<d", b"\0\0\0\0\0\0\xf8\x7f"), ("<e", b"\xff\x7b"), ("<e", b"\x01\x00"), ("<e", b"\x00\x7c"), (">f", b"\x3f\x80\0\0"), ("3p", b"\xffab"), ("0s", b""), ("2c", b"ab"), ("?", b"\2"), ("n", b"\xff" * 8), ("N", b"\xff" * 8)]: print(code, struct.unpack(code, data))
