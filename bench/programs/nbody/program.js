const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS = 365.24;

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS;
    this.vy = vy * DAYS;
    this.vz = vz * DAYS;
    this.mass = mass * SOLAR_MASS;
  }
}

const bodies = [
  new Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
  new Body(4.84143144246472, -1.16032004402743, -0.10362204447113, 0.00166007664274, 0.00769901118420, -0.00006904600170, 0.00095479193842),
  new Body(8.34336671824458, 4.12479856412431, -0.40352341711432, -0.00276742510726, 0.00499852801235, 0.00002304172976, 0.00028588598067),
  new Body(12.8943695621391, -15.1111514016986, -0.22330757889266, 0.00296460137564, 0.00237847173959, -0.00002965895685, 0.00004366244043),
  new Body(15.3796971148509, -25.9193146099879, 0.17925877295037, 0.00268067772490, 0.00162824170038, -0.00009515922545, 0.00005151389020),
];

function energy() {
  let total = 0.0;
  bodies.forEach((a, i) => {
    total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (const b of bodies.slice(i + 1)) {
      const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
      total -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  });
  return total;
}

function holdStill() {
  const sun = bodies[0];
  for (const b of bodies.slice(1)) {
    sun.vx -= b.vx * b.mass / sun.mass;
    sun.vy -= b.vy * b.mass / sun.mass;
    sun.vz -= b.vz * b.mass / sun.mass;
  }
}

function advance(dt, steps) {
  const count = bodies.length;
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < count; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < count; j++) {
        const b = bodies[j];
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        const square = dx * dx + dy * dy + dz * dz;
        const force = dt / (square * Math.sqrt(square));
        a.vx -= dx * b.mass * force;
        a.vy -= dy * b.mass * force;
        a.vz -= dz * b.mass * force;
        b.vx += dx * a.mass * force;
        b.vy += dy * a.mass * force;
        b.vz += dz * a.mass * force;
      }
    }
    for (const b of bodies) {
      b.x += dt * b.vx;
      b.y += dt * b.vy;
      b.z += dt * b.vz;
    }
  }
}

holdStill();
console.log(energy().toFixed(9));
advance(0.01, Number(process.argv[2]));
console.log(energy().toFixed(9));
