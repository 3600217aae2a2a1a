"""The spectral norm of a matrix that is computed as it is read: float arithmetic in small functions."""
import math
import sys


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: list[float]) -> list[float]:
    result: list[float] = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += element(i, j) * v[j]
        result.append(total)
    return result


def times_transposed(v: list[float]) -> list[float]:
    result: list[float] = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += element(j, i) * v[j]
        result.append(total)
    return result


def spectral_norm(n: int) -> float:
    u = [1.0] * n
    v = u
    for _ in range(6):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = 0.0
    below = 0.0
    for a, b in zip(u, v):
        above += a * b
        below += b * b
    return math.sqrt(above / below)


def main() -> None:
    print(f"{spectral_norm(int(sys.argv[1])):.9f}")


if __name__ == "__main__":
    main()
