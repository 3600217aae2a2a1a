"""Trees made and thrown away: allocation, collection, recursion through attributes."""
import sys

DEEPEST = 14


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None or self.right is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def main():
    times = int(sys.argv[1])
    lasting = make(DEEPEST)
    for depth in range(4, DEEPEST + 1, 2):
        rounds = times << (DEEPEST - depth)
        total = 0
        for _ in range(rounds):
            total += make(depth).count()
        print(rounds, depth, total)
    print(lasting.count())


if __name__ == "__main__":
    main()
