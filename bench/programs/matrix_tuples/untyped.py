"""Matrices of two rows as tuples: Fibonacci numbers by powers, and rotations of points."""
import sys


def product(a, b, modulus):
    a0, a1, a2, a3 = a
    b0, b1, b2, b3 = b
    return (
        (a0 * b0 + a1 * b2) % modulus,
        (a0 * b1 + a1 * b3) % modulus,
        (a2 * b0 + a3 * b2) % modulus,
        (a2 * b1 + a3 * b3) % modulus,
    )


def power(base, exponent, modulus):
    result = (1, 0, 0, 1)
    while exponent:
        if exponent & 1:
            result = product(result, base, modulus)
        base = product(base, base, modulus)
        exponent >>= 1
    return result


def turned(m, p):
    return m[0] * p[0] + m[1] * p[1], m[2] * p[0] + m[3] * p[1]


def main():
    n = int(sys.argv[1])
    total = 0
    for i in range(n):
        total += power((1, 1, 1, 0), i * 37, 1000007)[1]
    rotation = (0.8, -0.6, 0.6, 0.8)
    points = [(1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
    for _ in range(n * 8):
        points = [turned(rotation, p) for p in points]
    x, y = points[2]
    print(total, f"{x:.6f} {y:.6f}")


if __name__ == "__main__":
    main()
