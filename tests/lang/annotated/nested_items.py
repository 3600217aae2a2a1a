# Items of items and unpacked tuples: one step while values are what they mostly are, and the same when they are not.
from typing import Any


class Row:
    def __init__(self, n: int) -> None: self.n = n
    def __getitem__(self, i: int) -> int: return self.n * 10 + i


def plain(grid, i, j):
    return grid[i][j]
def typed(grid: list[list[int]], i: int, j: int) -> int:
    return grid[i][j]
def rows(grid: list[list[float]], n: int) -> float:
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += grid[i][j] * grid[j][i]
    return total
def pair(p: tuple[int, int]) -> int:
    a, b = p
    return a * 100 + b
def four(p: tuple[float, float, float, float]) -> float:
    a, b, c, d = p
    return a + b * 2 + c * 3 + d * 4
def mixed(p: tuple[int, str, int]) -> str:
    a, b, c = p
    return f"{a}{b}{c}"


def show(f: Any, *args: Any) -> None:
    for _ in range(2):
        try: print(f.__name__, f(*args))
        except (TypeError, IndexError, KeyError, ValueError) as e: print(f.__name__, type(e).__name__)


grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for i, j in ((0, 0), (2, 1), (-1, -3), (True, False), (0, 3), (3, 0), (-4, 0), (0, -4), (1 << 70, 0)):
    show(plain, grid, i, j), show(typed, grid, i, j)
for other in ([(1, 2), "ab", {0: "zero", 1: "one"}, Row(3), b"xy"], {0: [1, 2], 1: {1: 5}, 2: "text", 3: (3, 4), 4: [[5]]}, ((1, 2), [3, 4], [[5], [6]]), "text"):
    for i in range(5): show(plain, other, i, 1)
show(plain, grid, 1, 1), show(plain, grid, slice(1, 2), 0), show(plain, grid, 0, slice(1, 2)), show(plain, grid, "a", 0), show(plain, grid, 0, "a"), show(plain, [5], 0, 0)
show(rows, [[1.5, 2], [3, True]], 2), show(rows, [[1.5, 2.5], [3.5, 4.5]], 2), show(rows, [[1.5]], 2)
show(pair, (1, 2)), show(pair, (1 << 70, 2)), show(pair, (True, 2)), show(pair, (1, 2, 3)), show(pair, (1,))
show(four, (1.5, 2.5, 3.5, 4.5)), show(four, (1, 2.5, 3, 4)), show(four, (1.0, 1e300, 2, True)), show(four, (1e-320, 1.0, 2.0, float("nan")))
show(mixed, (1, "a", 2)), show(mixed, (True, "", 1 << 65))


# ---- what is not what its annotation says is still found
grid2: Any = [[1, 2], ["a", 4], (5, 6), None, [7, None]]
for i in range(5):
    for j in range(2):
        try: print(i, j, plain(grid2, i, j))
        except TypeError as e: print(i, j, e)
