"""Generators: pipelines, recursion by yield from, coroutines that take values, expressions."""
from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator


def numbers(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


def evens(source: Iterable[int]) -> Iterator[int]:
    for x in source:
        if x % 2 == 0:
            yield x


class Tree:
    def __init__(self, value: int, left: Tree | None = None, right: Tree | None = None) -> None:
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def balanced(low: int, high: int) -> Tree | None:
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(middle, balanced(low, middle), balanced(middle + 1, high))


def averager() -> Generator[float, float, None]:
    total = 0.0
    count = 0
    average = 0.0
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


def main() -> None:
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
