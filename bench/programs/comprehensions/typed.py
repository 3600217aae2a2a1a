"""Pipelines of comprehensions: lists, sets, dicts, conditions, sums of generator expressions, zip, enumerate, any, all."""
import sys


def round_of(n: int, shift: int) -> int:
    numbers = [(i * 31 + shift) % 1009 for i in range(n)]
    odd = [x for x in numbers if x % 2]
    squares = {x: x * x for x in odd}
    rests = {v % 101 for v in squares.values() if v > 50}
    pairs = [(a, b) for a in range(40) for b in range(a, 40) if a * b % 7 == shift % 7]
    words = [w.strip().lower() for w in "Alpha, beta ,GAMMA, delta".split(",") * (n // 50)]
    total = sum(x * y for x, y in zip(numbers, odd))
    total += sum(i for i, w in enumerate(words) if w.startswith("g"))
    total += sum([a - b for a, b in pairs]) + len(rests)
    if any(x > 1007 for x in numbers) and all(isinstance(w, str) for w in words):
        total += 1
    nested = [[x + row for x in range(10)] for row in range(n // 50)]
    total += sum([sum(row) for row in nested])
    return total + max(map(len, words)) + sum(filter(None, numbers))


def main() -> None:
    n = int(sys.argv[1])
    print(sum([round_of(1000, i) for i in range(n)]))


if __name__ == "__main__":
    main()
