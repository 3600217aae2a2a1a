"""Dataclasses: made, compared, hashed, ordered, replaced, with defaults and fields."""
import sys
from dataclasses import dataclass, field


@dataclass
class Point:
    x: float
    y: float = 0.0

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, order=True)
class Key:
    number: int
    name: str


@dataclass
class Path:
    points: list = field(default_factory=list)

    def length(self):
        total = 0.0
        for p, q in zip(self.points, self.points[1:]):
            total += ((p.x - q.x) ** 2 + (p.y - q.y) ** 2) ** 0.5
        return total


def main():
    n = int(sys.argv[1])
    path = Path()
    p = Point(0.0)
    for i in range(n):
        p = p.moved(i % 7, i % 5)
        path.points.append(p)
    keys = {}
    for i in range(n):
        keys[Key(i % 100, str(i % 30))] = i
    equal = 0
    for i in range(n):
        if path.points[i] == Point(float(i), 0.0) or path.points[i] == p:
            equal += 1
    first = sorted(keys)[0]
    print(f"{path.length():.3f}", len(keys), first, equal, Point(1.0, 2.0))


if __name__ == "__main__":
    main()
