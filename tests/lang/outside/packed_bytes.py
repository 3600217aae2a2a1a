# python3.12
"""struct / binascii / zlib / hashlib / base64 / memoryview / array: a tiny archive format, PNG writer, tar-like reader, huffman, LZ77."""
import array, base64, binascii, hashlib, heapq, hmac, io, struct, sys, zlib
from collections import Counter, namedtuple


class Bits:
    def __init__(self): self.acc, self.n, self.out = 0, 0, bytearray()
    def write(self, bits):
        for b in bits:
            self.acc = self.acc << 1 | (b == "1"); self.n += 1
            if self.n == 8: self.out.append(self.acc); self.acc = self.n = 0
    def done(self):
        pad = -self.n % 8
        self.write("0" * pad)
        return bytes(self.out), pad


def huffman(data):
    heap = [(n, i, s) for i, (s, n) in enumerate(sorted(Counter(data).items()))]
    heapq.heapify(heap); k = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], k, (a[2], b[2]))); k += 1
    codes = {}
    def walk(node, prefix):
        if isinstance(node, tuple): walk(node[0], prefix + "0"); walk(node[1], prefix + "1")
        else: codes[node] = prefix or "0"
    walk(heap[0][2], "")
    return codes


text = b"this is an example of a huffman tree, with some repetition repetition repetition"
codes = huffman(text)
bits = Bits(); [bits.write(codes[c]) for c in text]
packed, pad = bits.done()
print(len(text), len(packed), pad, packed[:10].hex(" "), {chr(k): v for k, v in list(codes.items())[:4]})
back, cur, inv = bytearray(), "", {v: k for k, v in codes.items()}
for bit in "".join(f"{b:08b}" for b in packed)[:-pad or None]:
    cur += bit
    if cur in inv: back.append(inv[cur]); cur = ""
print(back == text)


def lz77(data, window=64):
    i, out = 0, []
    while i < len(data):
        best = (0, 0)
        for j in range(max(0, i - window), i):
            n = 0
            while i + n < len(data) - 1 and data[j + n] == data[i + n] and n < 15: n += 1
            if n > best[1]: best = (i - j, n)
        out.append((*best, data[i + best[1]])); i += best[1] + 1
    return out
def unlz(tokens):
    out = bytearray()
    for off, n, c in tokens:
        for _ in range(n): out.append(out[-off])
        out.append(c)
    return bytes(out)
tk = lz77(text); print(len(tk), tk[:3], unlz(tk) == text)


def png(w, h, pixel):
    def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + bytes(c for x in range(w) for c in pixel(x, y)) for y in range(h))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", w, h, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(raw, 0)) + chunk(b"IEND", b"")
img = png(16, 16, lambda x, y: (x * 16, y * 16, (x ^ y) * 16))
print(len(img), hashlib.sha256(img).hexdigest())
def chunks(b):
    f = io.BytesIO(b); assert f.read(8)[1:4] == b"PNG"
    while head := f.read(8):
        n, kind = struct.unpack(">I4s", head); data = f.read(n); (crc,) = struct.unpack(">I", f.read(4))
        yield kind.decode(), n, crc == binascii.crc32(data, binascii.crc32(kind))
print(list(chunks(img)))
Head = namedtuple("Head", "magic ver flags size ratio name")
S = struct.Struct("<4sHB5xqd10p")
rec = S.pack(b"ARCH", 2, 7, -5, 0.75, b"pascal"); print(S.size, rec.hex(), Head._make(S.unpack(rec)), S.format)
buf = bytearray(40); struct.pack_into("!hIf?", buf, 3, -2, 77, 1.5, True); print(bytes(buf[:16]), struct.unpack_from("!hIf?", buf, 3), list(struct.iter_unpack("<HB", bytes(range(9)))), struct.calcsize("@bhilqnP"), struct.calcsize("=bhilq"), struct.pack("e", 0.1), struct.pack(">3s2x0sc", b"abcdef", b"", b"z"))
for bad in ('struct.pack("B", 256)', 'struct.pack("b", "x")', 'struct.unpack("I", b"abc")', 'struct.pack("2I", 1)', 'struct.calcsize("y")', 'struct.pack("c", b"ab")', 'struct.pack("H", -1)', 'struct.pack("f", 1e300)', 'struct.pack("?", [])', 'struct.pack("I", 1.5)', 'struct.unpack_from("I", b"abcd", 2)', 'struct.pack_into("I", bytearray(2), 0, 1)', 'zlib.decompress(b"junk")', 'zlib.decompress(zlib.compress(b"abc")[:-3])', 'binascii.unhexlify("abc")', 'binascii.unhexlify("zz")', 'base64.b64decode("abc")', 'base64.b64decode("a$b=", validate=True)', 'bytes.fromhex("0g")', 'base64.b32decode("A")', 'bytes([300])', 'b"a" + "b"', 'bytearray(b"x")[5]', 'hashlib.new("nope")', 'b"\\xff".decode()', '"é".encode("ascii")', 'memoryview(b"ab")[0:1][5]', 'array.array("b", [200])', 'array.array("z")', 'b"abc".index(b"z")', 'int.from_bytes("x")', 'bytes(-1)'):
    try: print(bad, eval(bad))
    except Exception as e: print(f"{bad:50} {type(e).__name__}: {e}")
for h in ("md5", "sha1", "sha224", "sha512", "blake2b", "sha3_256"): print(h, hashlib.new(h, b"data").hexdigest()[:32], hashlib.new(h).digest_size, hashlib.new(h).block_size)
h = hashlib.sha256(); h.update(b"da"); c = h.copy(); h.update(b"ta"); print(h.hexdigest() == hashlib.sha256(b"data").hexdigest(), c.hexdigest()[:8], h.name, hashlib.shake_128(b"x").hexdigest(5), hmac.new(b"k", b"msg", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha1", b"pw", b"salt", 100).hex(), hashlib.scrypt(b"p", salt=b"s", n=16, r=1, p=1, dklen=8).hex() if hasattr(hashlib, "scrypt") else "")
print(base64.b64encode(bytes(range(250, 256)) + b"??>"), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b85encode(b"hello world"), base64.a85encode(b"hello\0\0\0\0"), base64.b16encode(b"\xab"), binascii.b2a_hex(b"abcd", ":", 2), base64.encodebytes(b"x" * 60), binascii.crc_hqx(b"123456789", 0), zlib.adler32(b"Wikipedia"), zlib.crc32(b"123456789"))
m = memoryview(bytearray(range(12))).cast("B", (3, 4)); print(m.shape, m.tolist(), m.nbytes, m[1, 2], memoryview(array.array("i", [1, -2, 3])).tolist(), m.contiguous)
mv = memoryview(buf)[2:6]; mv[:] = b"WXYZ"; print(buf[:8], mv.hex("-"), mv.readonly, bytes(mv[::-1]), mv == b"WXYZ"); mv.release()
a = array.array("d", [1.5, 2]); a.extend([3]); a.insert(0, 9); a.byteswap(); a.byteswap(); print(a, a.itemsize, a.tobytes()[:8].hex(), a.index(2), a.buffer_info()[1], a * 2 == array.array("d", list(a) * 2), array.array("u", "hé").tounicode(), array.array("H", b"\x01\x02\x03\x04").tolist(), a[::-1])
co = zlib.compressobj(9, zlib.DEFLATED, -15); z = co.compress(text * 20) + co.flush(); print(zlib.decompress(z, -15) == text * 20); do = zlib.decompressobj(); print(do.decompress(zlib.compress(b"abc" * 100) + b"tail", 10), len(do.unconsumed_tail) > 0)
