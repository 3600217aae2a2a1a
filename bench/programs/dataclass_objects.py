from dataclasses import dataclass, field


@dataclass
class Point:
    x: float
    y: float = 0.0

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


@dataclass(order=True, frozen=True)
class Key:
    a: int
    b: str


@dataclass
class Path:
    points: list = field(default_factory=list)

    def length(self):
        total = 0.0
        for p, q in zip(self.points, self.points[1:]):
            total += ((p.x - q.x) ** 2 + (p.y - q.y) ** 2) ** 0.5
        return total


path = Path()
p = Point(0.0)
for i in range(20000):
    p = p.moved(i % 7, i % 5)
    path.points.append(p)
keys = {Key(i % 100, str(i % 30)): i for i in range(20000)}
print(round(path.length(), 3), len(keys), sorted(keys)[0], Point(1, 2) == Point(1, 2))
