class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor)

    def length_squared(self) -> float:
        return self.x * self.x + self.y * self.y


def walk(steps: int) -> Vector:
    place = Vector(0.0, 0.0)
    step = Vector(1.0, 0.5)
    for i in range(steps):
        place = place + step.scaled(0.5)
        if place.length_squared() > 1000.0:
            place = Vector(0.0, 0.0)
    return place


end = walk(700000)
print(end.x, end.y)
