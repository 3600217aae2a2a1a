"""The sun and the four large planets, moved step by step; the energy of the system shows how exact the steps are."""
import math
import sys
from typing import Final

SOLAR_MASS: Final = 4 * math.pi * math.pi
DAYS: Final = 365.24


class Body:
    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx * DAYS
        self.vy = vy * DAYS
        self.vz = vz * DAYS
        self.mass = mass * SOLAR_MASS


def planets() -> list[Body]:
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        Body(4.84143144246472, -1.16032004402743, -0.10362204447113, 0.00166007664274, 0.00769901118420, -0.00006904600170, 0.00095479193842),
        Body(8.34336671824458, 4.12479856412431, -0.40352341711432, -0.00276742510726, 0.00499852801235, 0.00002304172976, 0.00028588598067),
        Body(12.8943695621391, -15.1111514016986, -0.22330757889266, 0.00296460137564, 0.00237847173959, -0.00002965895685, 0.00004366244043),
        Body(15.3796971148509, -25.9193146099879, 0.17925877295037, 0.00268067772490, 0.00162824170038, -0.00009515922545, 0.00005151389020),
    ]


def energy(bodies: list[Body]) -> float:
    total = 0.0
    for i, body in enumerate(bodies):
        total += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz)
        for other in bodies[i + 1:]:
            dx, dy, dz = body.x - other.x, body.y - other.y, body.z - other.z
            total -= body.mass * other.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def hold_still(bodies: list[Body]) -> None:
    """Gives the first body the speed that leaves the centre of mass at rest."""
    sun = bodies[0]
    for body in bodies[1:]:
        sun.vx -= body.vx * body.mass / sun.mass
        sun.vy -= body.vy * body.mass / sun.mass
        sun.vz -= body.vz * body.mass / sun.mass


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


def main() -> None:
    bodies = planets()
    hold_still(bodies)
    print(f"{energy(bodies):.9f}")
    advance(bodies, 0.01, int(sys.argv[1]))
    print(f"{energy(bodies):.9f}")


if __name__ == "__main__":
    main()
