# Seeded random numbers are CPython's; hash functions against known answers.
import random, hashlib, hmac


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for seed in (0, 1, 42, -7, 2**100 + 12345, "text", b"bytes", 1.5, "", 10**40):
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(1), random.getrandbits(32), random.getrandbits(33), random.getrandbits(62), random.getrandbits(63), random.getrandbits(64), random.getrandbits(200), random.getrandbits(0))
    print(random.randrange(10), random.randint(1, 6), random.randrange(5, 100, 7), random.choice("abcdef"), random.sample(range(100), 5), random.choices([1, 2, 3], k=4), random.choices("xyz", weights=[1, 2, 3], k=5), random.uniform(1, 5))
    l = list(range(12)); random.shuffle(l); print(l, random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(1, 2), random.triangular(), random.randrange(10**30), random.randbytes(5))
r = random.Random(5); s = r.getstate(); a = [r.random() for _ in range(700)]; r.setstate(s); print(a == [r.random() for _ in range(700)], len(s), len(s[1]), s[0], s[1][-1], a[-1])
show(random.getrandbits, -1); show(random.getrandbits, "a"); show(random.seed, []); show(random.randrange, 0); show(random.choice, []); show(random.sample, [1], 2); show(r.setstate, (3, (1,), None)); show(r.setstate, (3, [1], None)); show(random.randrange, 1, 10, 0)


class Mine(random.Random):
    def random(self): return 0.25


m = Mine(); print(m.random(), m.randrange(8), m.choice("abcd"), m.uniform(0, 4), m.randint(1, 100))


class Bits(random.Random):
    def getrandbits(self, k): return 3


b = Bits(); print(b.randrange(6), b.choice("abcdef"))
x = random.Random(3); y = random.Random(3); print(x.random() == y.random(), random.SystemRandom().random() < 1, 0 <= random.random() < 1)
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name); h.update(b"abc"); h.update(b"x" * 300); c = h.copy(); c.update(b"!")
    n = (20,) if name.startswith("shake") else ()
    print(name, h.hexdigest(*n), c.hexdigest(*n), h.digest_size, h.block_size, h.name, getattr(hashlib, name)(b"").hexdigest(*n), len(h.digest(*n)))
show(hashlib.md5, "text"); show(hashlib.new, "nope"); show(hashlib.sha256(b"").update, "x"); show(lambda: hashlib.new("SHA256", b"a").hexdigest() == hashlib.sha256(b"a").hexdigest())
print(hashlib.blake2b(b"data", digest_size=20, key=b"key", salt=b"salt", person=b"person").hexdigest(), hashlib.blake2s(b"data", digest_size=8, key=b"k" * 32, fanout=2, depth=3, leaf_size=64, node_offset=5, node_depth=1, inner_size=16, last_node=True).hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 100).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 3, 50).hex())
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0); show(lambda: hashlib.sha256(bytearray(b"abc")).hexdigest()); show(lambda: hashlib.sha1(memoryview(b"abc"), usedforsecurity=False).hexdigest())
print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.new(b"k" * 100, b"msg", hashlib.md5).hexdigest(), hmac.digest(b"key", b"m", "sha1").hex(), hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"), hmac.compare_digest(b"", b"x"))
h = hmac.new(b"key", digestmod="sha512"); h.update(b"a"); d = h.copy(); d.update(b"b"); print(h.hexdigest()[:16], d.hexdigest()[:16], h.name, h.digest_size, h.block_size)
big = bytes(range(256)) * 4000; print(hashlib.sha256(big).hexdigest(), hashlib.sha512(big).hexdigest()[:20], hashlib.md5(big).hexdigest(), hashlib.sha3_256(big).hexdigest()[:20])
