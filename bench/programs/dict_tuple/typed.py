"""Dictionaries and sets with tuples as keys: a sparse grid that grows, and edges of a graph."""
import sys

Cell = tuple[int, int]


def main() -> None:
    n = int(sys.argv[1])
    grid: dict[Cell, int] = {}
    x = y = 0
    state = 1
    for _ in range(n):
        state = state * 16807 % 2147483647
        turn = state % 4
        if turn == 0:
            x += 1
        elif turn == 1:
            x -= 1
        elif turn == 2:
            y += 1
        else:
            y -= 1
        cell = (x % 200, y % 200)
        grid[cell] = grid.get(cell, 0) + 1
    lonely = 0
    for a, b in grid:
        if (a + 1, b) not in grid or (a, b + 1) not in grid:
            lonely += 1
    edges: set[tuple[str, int]] = set()
    for i in range(n // 2):
        edges.add(("even" if i % 2 == 0 else "odd", i % 1000))
    print(len(grid), max(grid.values()), lonely, len(edges))


if __name__ == "__main__":
    main()
