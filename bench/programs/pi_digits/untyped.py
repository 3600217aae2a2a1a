"""Big integers: digits of pi from a series, a factorial, powers with a modulus, printing."""
import sys


def digits(count):
    q, r, t, k, n, step = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < count:
        if 4 * q + r - t < n * t:
            out.append(n)
            q, r, n = q * 10, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, step = q * k, (2 * q + r) * step, t * step, k + 1, (q * (7 * k + 2) + r * step) // (t * step), step + 2
    return "".join([str(digit) for digit in out])


def main():
    n = int(sys.argv[1])
    print(digits(n)[-20:])
    factorial = 1
    for i in range(1, 2 * n):
        factorial *= i
    power = 1
    for i in range(n // 4):
        power = pow(power + 3, 65537, 10**50 + 151)
    print(factorial.bit_length(), factorial % (10**9 + 7), power, factorial // 3**n % 1000)


if __name__ == "__main__":
    main()
