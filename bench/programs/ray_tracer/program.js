class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  add(o) { return new Vector(this.x + o.x, this.y + o.y, this.z + o.z); }
  sub(o) { return new Vector(this.x - o.x, this.y - o.y, this.z - o.z); }
  mul(k) { return new Vector(this.x * k, this.y * k, this.z * k); }
  dot(o) { return this.x * o.x + this.y * o.y + this.z * o.z; }
  unit() { return this.mul(1.0 / Math.sqrt(this.dot(this))); }
}

class Ray {
  constructor(origin, direction) {
    this.origin = origin;
    this.direction = direction;
  }
}

class Sphere {
  constructor(centre, radius, colour, mirror) {
    this.centre = centre;
    this.radius = radius;
    this.colour = colour;
    this.mirror = mirror;
  }

  hit(ray) {
    const to = ray.origin.sub(this.centre);
    const b = to.dot(ray.direction);
    const c = to.dot(to) - this.radius * this.radius;
    const d = b * b - c;
    if (d < 0.0) return null;
    const t = -b - Math.sqrt(d);
    return t > 1e-4 ? t : null;
  }

  normal(point) { return point.sub(this.centre).unit(); }
}

class Floor {
  constructor(height, colour) {
    this.height = height;
    this.colour = colour;
    this.mirror = 0.0;
  }

  hit(ray) {
    if (ray.direction.y > -1e-6) return null;
    const t = (this.height - ray.origin.y) / ray.direction.y;
    return t > 1e-4 ? t : null;
  }

  normal() { return new Vector(0.0, 1.0, 0.0); }
}

class Scene {
  constructor(things, light) {
    this.things = things;
    this.light = light;
  }

  nearest(ray) {
    let best = 1e9, found = null;
    for (const thing of this.things) {
      const t = thing.hit(ray);
      if (t !== null && t < best) [best, found] = [t, thing];
    }
    return [found, best];
  }

  trace(ray, depth) {
    const [thing, distance] = this.nearest(ray);
    if (thing === null) return 0.1;
    const point = ray.origin.add(ray.direction.mul(distance));
    const normal = thing.normal(point);
    const toLight = this.light.sub(point).unit();
    let brightness = Math.max(0.0, normal.dot(toLight));
    if (brightness > 0.0 && this.nearest(new Ray(point, toLight))[0] !== null) brightness = 0.0;
    let shade = thing.colour * (0.1 + 0.9 * brightness);
    if (thing.mirror > 0.0 && depth > 0) {
      const bounced = ray.direction.sub(normal.mul(2.0 * ray.direction.dot(normal)));
      shade = shade * (1.0 - thing.mirror) + this.trace(new Ray(point, bounced), depth - 1) * thing.mirror;
    }
    return shade;
  }
}

const size = Number(process.argv[2]);
const scene = new Scene(
  [
    new Sphere(new Vector(0.0, 0.0, 5.0), 1.0, 0.9, 0.3),
    new Sphere(new Vector(2.0, 0.0, 6.0), 1.5, 0.7, 0.5),
    new Sphere(new Vector(-2.0, 1.0, 4.0), 0.7, 0.8, 0.0),
    new Floor(-1.5, 0.6),
  ],
  new Vector(5.0, 5.0, -5.0),
);
const eye = new Vector(0.0, 0.0, 0.0);
let total = 0.0;
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    const direction = new Vector((x - size / 2) / size, (size / 2 - y) / size, 1.0).unit();
    total += scene.trace(new Ray(eye, direction), 3);
  }
}
console.log((total / (size * size)).toFixed(6));
