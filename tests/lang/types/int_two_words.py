# Arithmetic where operands or results lie around 2^60 .. 2^128, both signs.
import random

rng = random.Random(11)
edges = [s * (1 << k) + d for k in (59, 60, 61, 62, 63, 64, 119, 120, 121, 126, 127, 128, 180) for d in (-2, -1, 0, 1, 2) for s in (1, -1)] + [0, 1, -1, 3, -7, 10**18, -(10**30)]
digest = 0
for a in edges:
    for b in edges:
        row = [a + b, a - b, a * b, a & b, a | b, a ^ b]
        if b:
            row += [a // b, a % b, *divmod(a, b)]
        if -5 < b < 200:
            row += [a >> b if b >= 0 else 0, a << b if b >= 0 else 0]
        digest = hash((digest, *row))
print(digest)
for trial in range(4000):
    a = rng.getrandbits(rng.randrange(1, 130)) * rng.choice([1, -1])
    b = rng.getrandbits(rng.randrange(1, 130)) * rng.choice([1, -1])
    k = rng.randrange(0, 140)
    row = [a + b, a - b, a * b, a & b, a | b, a ^ b, a >> k, a << k, -a, ~a, abs(b)]
    if b:
        row += [a // b, a % b]
        assert a // b * b + a % b == a
    assert (a ^ b) ^ b == a and (a << k) >> k == a and a % (1 << k) == a & ((1 << k) - 1)
    digest = hash((digest, *row))
print(digest)


def fnv(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def lcg(n):
    x = 1
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return x


print(hex(fnv(bytes(range(256)))), lcg(1000))


class Counter(int):
    def __add__(self, other):
        return ("added", int(self), other)


big = 1 << 70
print(Counter(big) + 1, big + Counter(5), (big + 1).__class__, -big // 7, -big % 7, divmod(big, -7), (1 << 100) // -(1 << 90), True + big, big & True)
for text in ("big // 0", "big % 0", "big << -1", "big >> -1", "divmod(big, 0)"):
    try:
        eval(text)
    except (ZeroDivisionError, ValueError) as e:
        print(text, type(e).__name__, e)
x = big
x += 1
x *= 3
x -= 1 << 71
x //= 5
x %= 1 << 65
x |= 1 << 66
x ^= 12345
x &= (1 << 67) - 1
x >>= 3
x <<= 1
print(x)
