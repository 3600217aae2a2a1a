"""Tables of dynamic programming: a knapsack, the longest common subsequence, coins."""
import sys


def knapsack(weights, values, capacity):
    best = [0] * (capacity + 1)
    for i in range(len(weights)):
        weight, value = weights[i], values[i]
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[len(a)][len(b)]


def coins(kinds, amount):
    ways = [0] * (amount + 1)
    ways[0] = 1
    for coin in kinds:
        for total in range(coin, amount + 1):
            ways[total] = (ways[total] + ways[total - coin]) % 1000007
    return ways[amount]


def main():
    n = int(sys.argv[1])
    weights = [5 + i * 7 % 23 for i in range(n)]
    values = [10 + i * 13 % 37 for i in range(n)]
    a = [i * i % 17 for i in range(3 * n)]
    b = [i * 5 % 19 for i in range(3 * n)]
    print(knapsack(weights, values, 10 * n), common(a, b), coins([1, 2, 5, 10, 20, 50, 100, 200], 20 * n))


if __name__ == "__main__":
    main()
