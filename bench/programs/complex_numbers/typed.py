"""Complex numbers: a Julia set, a Fourier transform by halves, roots by Newton's steps."""
import cmath
import math
import sys


def julia(size: int, c: complex) -> int:
    total = 0
    for y in range(size):
        for x in range(size):
            z = complex(3.0 * x / size - 1.5, 2.0 * y / size - 1.0)
            n = 0
            while n < 40 and z.real * z.real + z.imag * z.imag < 4.0:
                z = z * z + c
                n += 1
            total += n
    return total


def transform(values: list[complex]) -> list[complex]:
    n = len(values)
    if n == 1:
        return values
    even = transform(values[::2])
    odd = transform(values[1::2])
    result = [0j] * n
    for k in range(n // 2):
        turned = cmath.exp(-2j * math.pi * k / n) * odd[k]
        result[k] = even[k] + turned
        result[k + n // 2] = even[k] - turned
    return result


def root(z: complex) -> int:
    steps = 0
    while abs(z * z * z - 1) > 1e-9 and steps < 50:
        z = z - (z * z * z - 1) / (3 * z * z)
        steps += 1
    return steps


def main() -> None:
    n = int(sys.argv[1])
    length = 1
    while length < n * 8:
        length *= 2
    spectrum = transform([complex(i % 16, i % 3) for i in range(length)])
    steps = 0
    for i in range(n * 4):
        steps += root(complex(i % 20 - 9.5, i % 7 - 3.25))
    print(julia(n, complex(-0.4, 0.6)), f"{abs(spectrum[1]):.4f} {spectrum[length // 4].real:.4f}", steps)


if __name__ == "__main__":
    main()
