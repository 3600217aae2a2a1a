"""The distance between two texts, row by row: a table of ints, a minimum of three, characters compared."""
import sys


def distance(a, b):
    before = list(range(len(b) + 1))
    for i in range(len(a)):
        now = [i + 1]
        x = a[i]
        for j in range(len(b)):
            cost = before[j] if x == b[j] else before[j] + 1
            now.append(min(before[j + 1] + 1, now[j] + 1, cost))
        before = now
    return before[len(b)]


def main():
    n = int(sys.argv[1])
    a = "the quick brown fox jumps over the lazy dog " * n
    b = "a slow brown cat jumped over that lazy frog " * n
    print(distance(a, b))


if __name__ == "__main__":
    main()
