"""Number theory in plain loops: trial division, greatest common divisors, Collatz chains."""
import sys


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def chain(n: int) -> int:
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def main() -> None:
    limit = int(sys.argv[1])
    primes = 0
    divisors = 0
    longest = 0
    for n in range(1, limit):
        if is_prime(n):
            primes += 1
        divisors += gcd(n, 360360)
        longest = max(longest, chain(n))
    print(primes, divisors, longest)


if __name__ == "__main__":
    main()
