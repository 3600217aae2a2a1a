"""A ray tracer: vectors as small objects with operators, spheres and a plane, shadows and mirrors."""
import math
import sys


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction


class Thing:
    def __init__(self, colour, mirror):
        self.colour = colour
        self.mirror = mirror

    def hit(self, ray):
        raise NotImplementedError

    def normal(self, point):
        raise NotImplementedError


class Sphere(Thing):
    def __init__(self, centre, radius, colour, mirror):
        super().__init__(colour, mirror)
        self.centre = centre
        self.radius = radius

    def hit(self, ray):
        to = ray.origin - self.centre
        b = to.dot(ray.direction)
        c = to.dot(to) - self.radius * self.radius
        d = b * b - c
        if d < 0.0:
            return None
        t = -b - math.sqrt(d)
        return t if t > 1e-4 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor(Thing):
    def __init__(self, height, colour):
        super().__init__(colour, 0.0)
        self.height = height

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return None
        t = (self.height - ray.origin.y) / ray.direction.y
        return t if t > 1e-4 else None

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, ray):
        best = 1e9
        found = None
        for thing in self.things:
            t = thing.hit(ray)
            if t is not None and t < best:
                best = t
                found = thing
        return found, best

    def trace(self, ray, depth):
        thing, distance = self.nearest(ray)
        if thing is None:
            return 0.1
        point = ray.origin + ray.direction * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        brightness = max(0.0, normal.dot(to_light))
        if brightness > 0.0 and self.nearest(Ray(point, to_light))[0] is not None:
            brightness = 0.0
        shade = thing.colour * (0.1 + 0.9 * brightness)
        if thing.mirror > 0.0 and depth > 0:
            bounced = ray.direction - normal * (2.0 * ray.direction.dot(normal))
            shade = shade * (1.0 - thing.mirror) + self.trace(Ray(point, bounced), depth - 1) * thing.mirror
        return shade


def main():
    size = int(sys.argv[1])
    scene = Scene(
        [
            Sphere(Vector(0.0, 0.0, 5.0), 1.0, 0.9, 0.3),
            Sphere(Vector(2.0, 0.0, 6.0), 1.5, 0.7, 0.5),
            Sphere(Vector(-2.0, 1.0, 4.0), 0.7, 0.8, 0.0),
            Floor(-1.5, 0.6),
        ],
        Vector(5.0, 5.0, -5.0),
    )
    eye = Vector(0.0, 0.0, 0.0)
    total = 0.0
    for y in range(size):
        for x in range(size):
            direction = Vector((x - size / 2) / size, (size / 2 - y) / size, 1.0).unit()
            total += scene.trace(Ray(eye, direction), 3)
    print(f"{total / (size * size):.6f}")


if __name__ == "__main__":
    main()
