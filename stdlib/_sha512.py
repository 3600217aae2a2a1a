"""SHA-512 (FIPS 180-4), for seeding random numbers with text."""
from math import isqrt

_MASK = 0xffffffffffffffff


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _cube_root_bits(p):
    # The first 64 bits of the fractional part of the cube root of p: floor(cbrt(p * 2**192)), by Newton's method.
    target = p << 192
    x = 1 << 68
    while True:
        better = (2 * x + target // (x * x)) // 3
        if better >= x:
            return x & _MASK
        x = better


_K = [_cube_root_bits(p) for p in _primes(80)]
_H = [isqrt(p << 128) & _MASK for p in _primes(8)]


def _rotated(x, n):
    return (x >> n | x << 64 - n) & _MASK


def sha512(data):
    """The digest of `data`, 64 bytes."""
    length = len(data)
    data = bytes(data) + b"\x80" + bytes((111 - length) % 128) + (length * 8).to_bytes(16, "big")
    state = list(_H)
    for block in range(0, len(data), 128):
        w = [int.from_bytes(data[i:i + 8], "big") for i in range(block, block + 128, 8)]
        for i in range(16, 80):
            x, y = w[i - 15], w[i - 2]
            w.append((w[i - 16] + (_rotated(x, 1) ^ _rotated(x, 8) ^ x >> 7) + w[i - 7] + (_rotated(y, 19) ^ _rotated(y, 61) ^ y >> 6)) & _MASK)
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            t1 = h + (_rotated(e, 14) ^ _rotated(e, 18) ^ _rotated(e, 41)) + (e & f ^ ~e & g) + _K[i] + w[i]
            t2 = (_rotated(a, 28) ^ _rotated(a, 34) ^ _rotated(a, 39)) + (a & b ^ a & c ^ b & c)
            h, g, f, e, d, c, b, a = g, f, e, (d + t1) & _MASK, c, b, a, (t1 + t2) & _MASK
        state = [(x + y) & _MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join([x.to_bytes(8, "big") for x in state])
