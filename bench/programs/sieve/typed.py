"""The sieve of Eratosthenes in a list of bool."""
import sys


def sieve(limit: int) -> list[bool]:
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    number = 2
    while number * number <= limit:
        if flags[number]:
            for multiple in range(number * number, limit + 1, number):
                flags[multiple] = False
        number += 1
    return flags


def main() -> None:
    flags = sieve(int(sys.argv[1]))
    count = 0
    last = 0
    for number in range(len(flags)):
        if flags[number]:
            count += 1
            last = number
    print(count, last)


if __name__ == "__main__":
    main()
