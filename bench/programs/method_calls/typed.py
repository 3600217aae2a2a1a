"""Small objects with small methods: a walk of vectors, accounts with properties, a toggle that is inherited."""
from __future__ import annotations

import sys


class Vector:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor)

    def length_squared(self) -> float:
        return self.x * self.x + self.y * self.y


class Toggle:
    def __init__(self, state: bool) -> None:
        self.state = state

    def value(self) -> bool:
        return self.state

    def activate(self) -> Toggle:
        self.state = not self.state
        return self


class Every(Toggle):
    def __init__(self, state: bool, count: int) -> None:
        super().__init__(state)
        self.count = count
        self.counter = 0

    def activate(self) -> Toggle:
        self.counter += 1
        if self.counter >= self.count:
            self.state = not self.state
            self.counter = 0
        return self


def walk(steps: int) -> Vector:
    place = Vector(0.0, 0.0)
    step = Vector(1.0, 0.5)
    for _ in range(steps):
        place = place + step.scaled(0.5)
        if place.length_squared() > 1000.0:
            place = Vector(0.0, 0.0)
    return place


def toggles(steps: int) -> int:
    on = 0
    both: list[Toggle] = [Toggle(True), Every(True, 3)]
    for _ in range(steps):
        for toggle in both:
            if toggle.activate().value():
                on += 1
    return on


def main() -> None:
    n = int(sys.argv[1])
    end = walk(n)
    print(f"{end.x:.3f} {end.y:.3f}", toggles(n))


if __name__ == "__main__":
    main()
