"""Recursion: two functions that do nothing but call themselves, compare and add."""
import sys


def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def tak(x: int, y: int, z: int) -> int:
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def main() -> None:
    n = int(sys.argv[1])
    print(fib(n), tak(n // 2, n // 4, n // 8))


if __name__ == "__main__":
    main()
