import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, centre, radius, colour):
        self.centre = centre
        self.radius = radius
        self.colour = colour

    def hit(self, origin, direction):
        to = origin - self.centre
        b = to.dot(direction)
        c = to.dot(to) - self.radius * self.radius
        d = b * b - c
        if d < 0:
            return None
        t = -b - math.sqrt(d)
        return t if t > 1e-4 else None


def trace(scene, light, origin, direction):
    nearest, found = 1e9, None
    for sphere in scene:
        t = sphere.hit(origin, direction)
        if t is not None and t < nearest:
            nearest, found = t, sphere
    if found is None:
        return 0.1
    point = origin + direction * nearest
    normal = (point - found.centre).unit()
    return max(0.0, normal.dot((light - point).unit())) * found.colour


scene = [Sphere(Vector(0, 0, 5), 1.0, 0.9), Sphere(Vector(2, 0, 6), 1.5, 0.7), Sphere(Vector(-2, 1, 4), 0.7, 0.8)]
light, eye, total = Vector(5, 5, -5), Vector(0, 0, 0), 0.0
for y in range(60):
    for x in range(60):
        total += trace(scene, light, eye, Vector((x - 30) / 30, (y - 30) / 30, 1.0).unit())
print("%.6f" % total)
