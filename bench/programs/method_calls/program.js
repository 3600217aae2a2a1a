class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }

  add(o) { return new Vector(this.x + o.x, this.y + o.y); }
  scaled(factor) { return new Vector(this.x * factor, this.y * factor); }
  lengthSquared() { return this.x * this.x + this.y * this.y; }
}

class Toggle {
  constructor(state) {
    this.state = state;
  }

  value() { return this.state; }
  activate() {
    this.state = !this.state;
    return this;
  }
}

class Every extends Toggle {
  constructor(state, count) {
    super(state);
    this.count = count;
    this.counter = 0;
  }

  activate() {
    if (++this.counter >= this.count) {
      this.state = !this.state;
      this.counter = 0;
    }
    return this;
  }
}

function walk(steps) {
  let place = new Vector(0.0, 0.0);
  const step = new Vector(1.0, 0.5);
  for (let i = 0; i < steps; i++) {
    place = place.add(step.scaled(0.5));
    if (place.lengthSquared() > 1000.0) place = new Vector(0.0, 0.0);
  }
  return place;
}

function toggles(steps) {
  let on = 0;
  const both = [new Toggle(true), new Every(true, 3)];
  for (let i = 0; i < steps; i++) {
    for (const toggle of both) if (toggle.activate().value()) on++;
  }
  return on;
}

const n = Number(process.argv[2]);
const last = walk(n);
console.log(`${last.x.toFixed(3)} ${last.y.toFixed(3)} ${toggles(n)}`);
