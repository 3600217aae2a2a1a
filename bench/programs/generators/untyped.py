"""Generators: pipelines, recursion by yield from, coroutines that take values, expressions."""
import sys


def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def balanced(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(middle, balanced(low, middle), balanced(middle + 1, high))


def averager():
    total = 0.0
    count = 0
    average = 0.0
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def main():
    n = int(sys.argv[1])
    squares = sum(x * x % 1009 for x in evens(numbers(4 * n)))
    tree = balanced(0, n)
    assert tree is not None
    weighted = 0
    for i, value in enumerate(tree):
        weighted += i * value % 7
    average = averager()
    next(average)
    last = 0.0
    for i in range(n):
        last = average.send(i * 0.5)
    print(squares, weighted, f"{last:.3f}")


if __name__ == "__main__":
    main()
