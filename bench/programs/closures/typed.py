"""Functions that make functions: counters, pipelines, memories, decorators, callbacks by table."""
import sys
from typing import Callable

Function = Callable[[int], int]


def counter() -> Function:
    n = 0

    def up(k: int) -> int:
        nonlocal n
        n += k
        return n

    return up


def compose(functions: list[Function]) -> Function:
    def run(x: int) -> int:
        for f in functions:
            x = f(x)
        return x

    return run


def adder(k: int) -> Function:
    return lambda x: x + k


def memoize(f: Function) -> Function:
    known: dict[int, int] = {}

    def wrapper(n: int) -> int:
        if n not in known:
            known[n] = f(n)
        return known[n]

    return wrapper


@memoize
def steps(n: int) -> int:
    return 0 if n == 1 else 1 + steps(n // 2 if n % 2 == 0 else 3 * n + 1)


def fold(items: list[int], start: int, f: Callable[[int, int], int]) -> int:
    result = start
    for item in items:
        result = f(result, item)
    return result


def main() -> None:
    n = int(sys.argv[1])
    up = counter()
    for i in range(n):
        up(i % 4)
    pipeline = compose([adder(1), lambda x: x * 2, adder(-3), abs])
    total = 0
    for i in range(n // 2):
        total += pipeline(i - 1000)
    numbers = list(range(100))
    folded = 0
    for i in range(n // 200):
        folded += fold(numbers, i, lambda a, b: (a * 3 + b) % 10007)
    longest = 0
    for i in range(1, n // 20 + 2):
        longest = max(longest, steps(i))
    print(up(0), total, folded, longest)


if __name__ == "__main__":
    main()
