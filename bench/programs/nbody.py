"""The sun and the four large planets, moved step by step; the energy of the system shows how exact the steps are."""
import math
import sys

PI = 3.141592653589793
SOLAR_MASS = 4 * PI * PI
DAYS = 365.24


class Body:
    def __init__(self, name: str, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        self.name = name
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SOLAR_MASS


def read(path: str) -> list[Body]:
    bodies: list[Body] = []
    with open(path) as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            name, *numbers = line.split()
            x, y, z, vx, vy, vz, mass = [float(number) for number in numbers]
            bodies.append(Body(name, x, y, z, vx, vy, vz, mass))
    return bodies


def energy(bodies: list[Body]) -> float:
    total = 0.0
    for i, body in enumerate(bodies):
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
        for other in bodies[i + 1:]:
            dx, dy, dz = body.x - other.x, body.y - other.y, body.z - other.z
            total -= body.mass * other.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def hold_still(bodies: list[Body]) -> None:
    """Gives the first body the speed that leaves the centre of mass at rest."""
    sun = bodies[0]
    sun.vx = -sum(body.vx * body.mass for body in bodies[1:]) / sun.mass
    sun.vy = -sum(body.vy * body.mass for body in bodies[1:]) / sun.mass
    sun.vz = -sum(body.vz * body.mass for body in bodies[1:]) / sun.mass


def advance(bodies: list[Body], dt: float, steps: int) -> None:
    count = len(bodies)
    for _ in range(steps):
        for i in range(count):
            a = bodies[i]
            for j in range(i + 1, count):
                b = bodies[j]
                dx = a.x - b.x
                dy = a.y - b.y
                dz = a.z - b.z
                square = dx * dx + dy * dy + dz * dz
                force = dt / (square * math.sqrt(square))
                a.vx -= dx * b.mass * force
                a.vy -= dy * b.mass * force
                a.vz -= dz * b.mass * force
                b.vx += dx * a.mass * force
                b.vy += dy * a.mass * force
                b.vz += dz * a.mass * force
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def main(path: str, steps: int) -> None:
    bodies = read(path)
    hold_still(bodies)
    print(f"energy at the start   {energy(bodies):.12f}")
    advance(bodies, 0.01, steps)
    print(f"after {steps} steps      {energy(bodies):.12f}")
    for body in bodies:
        print(f"{body.name:>8} {body.x:12.6f} {body.y:12.6f} {body.z:12.6f}")



main("../../examples/scripts/data/planets.txt", 40000)
