"""The game of life twice: on a torus of lists, and on a plane without end, a set of cells and a dictionary of counts."""
import sys


def torus_step(grid):
    height, width = len(grid), len(grid[0])
    result = []
    for y in range(height):
        above, here, below = grid[y - 1], grid[y], grid[(y + 1) % height]
        row = []
        for x in range(width):
            right = (x + 1) % width
            count = above[x - 1] + above[x] + above[right] + here[x - 1] + here[right] + below[x - 1] + below[x] + below[right]
            row.append(1 if count == 3 or (count == 2 and here[x] == 1) else 0)
        result.append(row)
    return result


def plane_step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def main():
    steps = int(sys.argv[1])
    grid = [[1 if (x * 7 + y * 13) % 5 < 2 else 0 for x in range(64)] for y in range(48)]
    cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)} | {(x, 40) for x in range(30)} | {(40 + x * y % 7, y) for x in range(5) for y in range(9)}
    for _ in range(steps):
        grid = torus_step(grid)
        cells = plane_step(cells)
    print(sum([sum(row) for row in grid]), len(cells), min(cells), max(cells))


if __name__ == "__main__":
    main()
