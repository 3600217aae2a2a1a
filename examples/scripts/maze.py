"""Finds the shortest way through a maze drawn in a text file, breadth first, and draws it."""
import sys
from typing import Iterator

Cell = tuple[int, int]


class Maze:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.start = self.find("S")
        self.end = self.find("E")

    def find(self, mark: str) -> Cell:
        for y, line in enumerate(self.lines):
            x = line.find(mark)
            if x >= 0:
                return x, y
        raise LookupError(f"the maze has no {mark!r}")

    def neighbours(self, cell: Cell) -> Iterator[Cell]:
        x, y = cell
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            if self.lines[y + dy][x + dx] != "#":
                yield x + dx, y + dy

    def solve(self) -> list[Cell] | None:
        came_from: dict[Cell, Cell | None] = {self.start: None}
        edge: list[Cell] = [self.start]
        while edge:
            following: list[Cell] = []
            for cell in edge:
                if cell == self.end:
                    return self.way_back(came_from)
                for neighbour in self.neighbours(cell):
                    if neighbour not in came_from:
                        came_from[neighbour] = cell
                        following.append(neighbour)
            edge = following
        return None

    def way_back(self, came_from: dict[Cell, Cell | None]) -> list[Cell]:
        way: list[Cell] = []
        cell: Cell | None = self.end
        while cell is not None:
            way.append(cell)
            cell = came_from[cell]
        return way[::-1]

    def draw(self, way: list[Cell]) -> str:
        on_way = set(way[1:-1])
        return "\n".join(
            "".join("." if (x, y) in on_way else mark for x, mark in enumerate(line))
            for y, line in enumerate(self.lines)
        )


def main(path: str) -> None:
    with open(path) as file:
        maze = Maze(file.read().splitlines())
    way = maze.solve()
    if way is None:
        print("no way through")
        return
    print(maze.draw(way))
    print(f"{len(way) - 1} steps from {maze.start} to {maze.end}")


here = __file__.rpartition("/")[0] or "."
main(sys.argv[1] if len(sys.argv) > 1 else here + "/data/maze.txt")
