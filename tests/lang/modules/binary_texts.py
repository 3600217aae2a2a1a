# binascii, base64, zlib.
import binascii, base64, zlib


def t(f, *a, **k):
    try: print(getattr(f, "__name__", "?"), a, k, repr(f(*a, **k)))
    except Exception as e: print(getattr(f, "__name__", "?"), a, k, type(e).__module__ + "." + type(e).__name__, e)


for a in ["YWJj", "YW Jj\n", "YWJ", "Y", "YQ", "YQ=", "YQ==", "YQ===", "YQ==YQ==", "=YQ==", "Y=Q=", "====", "a", "é", "YWJj!!", "Y!W@J#j", "YWJjZA", "YWJjZA=", "AB=C", "YQ==\n", "", "YWJj====", "YWJjYQ", "YWJjY"]:
    t(binascii.a2b_base64, a); t(binascii.a2b_base64, a, strict_mode=True)
t(binascii.b2a_base64, b"abc"); t(binascii.b2a_base64, b"abcd", newline=False); t(binascii.b2a_base64, "x"); t(binascii.a2b_base64, 5); t(binascii.b2a_base64, bytes(range(256)))
for a in ["00ff", "0", "zz", b"AbCd", " 00", "é", 5]: t(binascii.unhexlify, a)
t(binascii.hexlify, b"\x00\xff\x10"); t(binascii.hexlify, b"\x01\x02\x03\x04\x05", "-", 2); t(binascii.hexlify, b"\x01\x02\x03", b"_", -2); t(binascii.hexlify, b"ab", "ab"); t(binascii.hexlify, "a")
t(binascii.crc32, b"hello"); t(binascii.crc32, b"lo", binascii.crc32(b"hel")); t(binascii.crc32, b"", -1); t(binascii.crc_hqx, b"hello", 0); t(binascii.crc_hqx, b"a", 70000); t(binascii.crc32, bytes(range(256)) * 5)
t(binascii.b2a_uu, b"hello"); t(binascii.b2a_uu, b"x" * 46); t(binascii.b2a_uu, b"", backtick=True); t(binascii.b2a_uu, b"\0\0", backtick=True); t(binascii.a2b_uu, b"%:&5L;&\\ \n"); t(binascii.a2b_uu, b"!"); t(binascii.a2b_uu, b"")
t(binascii.a2b_uu, b"#86)C\x80"); t(binascii.a2b_uu, b"#86)Cxyz"); t(binascii.a2b_uu, binascii.b2a_uu(bytes(range(45))))
t(binascii.b2a_qp, b"a=b \n \xff\t"); t(binascii.b2a_qp, b"x" * 100); t(binascii.b2a_qp, b"a b", quotetabs=True); t(binascii.b2a_qp, b"a b_", header=True); t(binascii.b2a_qp, b"a\nb", istext=False); t(binascii.a2b_qp, b"a=3Db=\nc=20")
t(binascii.a2b_qp, b"a_b", header=True); t(binascii.a2b_qp, b"=zz=4"); t(binascii.b2a_qp, b".\n.a\n"); t(binascii.b2a_qp, b"a\r\nb \r\n"); t(binascii.b2a_qp, b"\xe9" * 40); t(binascii.b2a_qp, b"y" * 76 + b"\n" + b"z" * 75 + b"\n")
print(binascii.Error.__mro__, binascii.Incomplete.__mro__)
for data in (b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"\xff\xfb\xfe" * 3, b"\0\0\0\0", b"    ", bytes(range(50))):
    for e, d in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.standard_b64encode, base64.standard_b64decode), (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode), (base64.b16encode, base64.b16decode), (base64.a85encode, base64.a85decode), (base64.b85encode, base64.b85decode), (base64.encodebytes, base64.decodebytes)):
        x = e(data); print(e.__name__, x, d(x) == data)
t(base64.b64decode, "YWJj", validate=True); t(base64.b64decode, "YW-j", b"-_"); t(base64.b64encode, b"\xff\xfe", b"-_"); t(base64.b32decode, b"MFRGG==="); t(base64.b32decode, "mfrgg===", casefold=True); t(base64.b32decode, "mfrgg==="); t(base64.b32decode, "MFRGG"); t(base64.b16decode, "zz"); t(base64.b16decode, "ab", True)
t(base64.a85encode, b"hello world" * 3, wrapcol=10, adobe=True); t(base64.a85decode, b"<~87cURD]i,\"Ebo7~>", adobe=True); t(base64.a85encode, b"    \0\0\0\0", foldspaces=True); t(base64.a85decode, b"zz"); t(base64.a85decode, b"v"); t(base64.b85decode, b"\"\""); t(base64.b64encode, "str"); t(base64.b64decode, 5); t(base64.b32decode, "MZXW6YQ=", map01="l"); t(base64.encodebytes, b"x" * 100); t(base64.decodebytes, "x")
data = b"the quick brown fox jumps over the lazy dog. " * 200
for level in (-1, 0, 1, 6, 9):
    c = zlib.compress(data, level); print(level, len(c), zlib.decompress(c) == data)
t(zlib.decompress, b"junk"); t(zlib.decompress, zlib.compress(b"abc")[:-1]); t(zlib.compress, b"", 10); t(zlib.compress, "x"); t(zlib.crc32, b"abc"); t(zlib.adler32, b"abc"); t(zlib.crc32, b"c", zlib.crc32(b"ab")); t(zlib.adler32, b"", 5)
c = zlib.compressobj(9, zlib.DEFLATED, -15); x = c.compress(data) + c.flush(); print(len(x), zlib.decompress(x, -15) == data, zlib.decompressobj(wbits=-15).decompress(x) == data)
d = zlib.decompressobj(); z = zlib.compress(data) + b"trailing"; out = b""
while not d.eof:
    out += d.decompress(z, 1000); z = d.unconsumed_tail
print(out == data, d.unused_data, d.eof, d.flush(), d.unconsumed_tail)
d = zlib.decompressobj(); out = b"".join(d.decompress(bytes([b])) for b in zlib.compress(b"byte by byte" * 50)); print(out == b"byte by byte" * 50, d.eof)
c = zlib.compressobj(zdict=b"hello world"); x = c.compress(b"hello world hello") + c.flush(); print(zlib.decompressobj(zdict=b"hello world").decompress(x)); t(zlib.decompress, x)
c = zlib.compressobj(); a = c.compress(b"abc" * 100); k = c.copy(); print(zlib.decompress(a + c.compress(b"1") + c.flush())[-4:], zlib.decompress(a + k.compress(b"2") + k.flush())[-4:])
c = zlib.compressobj(); a = c.compress(b"part one"); a += c.flush(zlib.Z_SYNC_FLUSH); d = zlib.decompressobj(); print(d.decompress(a), c.flush(zlib.Z_NO_FLUSH)); e = d.copy(); a = c.compress(b" two") + c.flush(); print(d.decompress(a), e.decompress(a), d.flush())
t(zlib.compressobj, 99); t(zlib.decompressobj, 99); t(zlib.decompressobj().decompress, b"x", -1); g = zlib.compressobj(wbits=31); x = g.compress(b"gz") + g.flush(); print(zlib.decompress(x, 47), zlib.decompress(x, 31), x[:2]); print(zlib.error.__mro__, zlib.MAX_WBITS, zlib.DEFLATED)
import random; random.seed(1); big = random.randbytes(300000); print(zlib.decompress(zlib.compress(big)) == big, zlib.crc32(big))
