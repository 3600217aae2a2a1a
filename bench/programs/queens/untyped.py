"""Queens on a board, by bits and by lists of what is attacked; permutations by exchange."""
import sys


def by_bits(n, row, columns, left, right):
    if row == n:
        return 1
    count = 0
    free = ~(columns | left | right) & ((1 << n) - 1)
    while free:
        bit = free & -free
        free ^= bit
        count += by_bits(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return count


def by_lists(n, row, columns, rising, falling):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if not (columns[column] or rising[row + column] or falling[row - column + n]):
            columns[column] = rising[row + column] = falling[row - column + n] = True
            count += by_lists(n, row + 1, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + n] = False
    return count


def permutations(items, at):
    if at == len(items):
        return items[0] * items[-1]
    total = 0
    for i in range(at, len(items)):
        items[at], items[i] = items[i], items[at]
        total += permutations(items, at + 1)
        items[at], items[i] = items[i], items[at]
    return total


def main():
    n = int(sys.argv[1])
    lists = by_lists(n - 1, 0, [False] * n, [False] * (2 * n), [False] * (2 * n))
    print(by_bits(n, 0, 0, 0, 0), lists, permutations(list(range(n - 3)), 0))


if __name__ == "__main__":
    main()
