# Ints around 2^62, 2^64, 2^120 and 2^128, where their form changes: every operator with every pair, and what random ones come to.
import hashlib
import operator
import random

edges = [0, 1, 2, 3, 7, 59, 60, 61, 62, 63, 64, 65, 127, 128]
for bits in (31, 32, 52, 53, 59, 60, 61, 62, 63, 64, 65, 95, 96, 119, 120, 121, 124, 126, 127, 128, 129, 180):
    edges += [2 ** bits - 1, 2 ** bits, 2 ** bits + 1]
edges += [-e for e in edges] + [True, False]
names = ["add", "sub", "mul", "floordiv", "mod", "and_", "or_", "xor", "lshift", "rshift", "truediv", "lt", "eq", "iadd", "imul", "iand"]


class Sub(int):
    pass


def outcome(function, x, y):
    if function in (operator.lshift,) and abs(y) > 300:
        return "left out"
    try:
        return repr(function(x, y))
    except (ZeroDivisionError, ValueError, OverflowError) as e:
        return f"{type(e).__name__} {e}"


for name in names:
    function = getattr(operator, name)
    digest = hashlib.md5()
    for x in edges:
        for y in edges:
            digest.update(outcome(function, x, y).encode())
    for x in edges[::7]:
        for y in edges[::5]:
            digest.update((outcome(function, Sub(x), y) + outcome(function, x, Sub(y))).encode())
    print(name, digest.hexdigest())

rng = random.Random(5)
digest = hashlib.md5()
for _ in range(20000):
    x = rng.getrandbits(rng.randrange(1, 140)) * rng.choice((1, 1, -1))
    y = rng.getrandbits(rng.randrange(1, 140)) * rng.choice((1, 1, -1))
    s = rng.randrange(140)
    parts = [x + y, x - y, x * y, x & y, x | y, x ^ y, x << s, x >> s, -x, ~x, abs(y), x == y, hash(x)]
    if y:
        parts += [x // y, x % y, divmod(x, y)]
    digest.update(repr(parts).encode())
print(digest.hexdigest())

M = 2 ** 64 - 1


def generators(n):
    lcg, fnv, shift, wide = 1, 0xCBF29CE484222325, 0x2545F4914F6CDD1D, 1
    for i in range(n):
        lcg = (lcg * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        fnv = ((fnv ^ i & 255) * 0x100000001B3) & M
        shift ^= (shift << 13) & M
        shift ^= shift >> 7
        shift ^= (shift << 17) & M
        wide = (wide * 1103515245 + 12345) % 2 ** 96
    return lcg, fnv, shift, wide


print(generators(3000))
total = 0
for i in range(2000):
    total += (-1) ** i * (2 ** 62 + i) * (2 ** 63 - i)
print(total)
