class Random {
  constructor(seed) {
    this.seed = seed;
  }

  below(limit) {
    this.seed = (this.seed * 16807) % 2147483647;
    return this.seed % limit;
  }
}

class Customer {
  constructor(number, arrived, work) {
    this.number = number;
    this.arrived = arrived;
    this.work = work;
  }
}

class Ring {
  constructor(size) {
    this.items = new Array(size).fill(null);
    this.first = 0;
    this.count = 0;
  }

  put(customer) {
    if (this.count === this.items.length) return false;
    this.items[(this.first + this.count) % this.items.length] = customer;
    this.count++;
    return true;
  }

  take() {
    if (this.count === 0) return null;
    const customer = this.items[this.first];
    this.items[this.first] = null;
    this.first = (this.first + 1) % this.items.length;
    this.count--;
    return customer;
  }
}

class Counter {
  constructor() {
    this.freeAt = 0;
    this.served = 0;
    this.idle = 0;
  }

  step(now, queue) {
    if (now < this.freeAt) return -1;
    const customer = queue.take();
    if (customer === null) {
      this.idle++;
      return -1;
    }
    this.freeAt = now + customer.work;
    this.served++;
    return now - customer.arrived;
  }
}

const ticks = Number(process.argv[2]);
const random = new Random(11), queue = new Ring(50);
const counters = [new Counter(), new Counter(), new Counter()];
let waited = 0, lost = 0, longest = 0;
for (let now = 0; now < ticks; now++) {
  if (random.below(100) < 62) {
    if (!queue.put(new Customer(now, now, 1 + random.below(9)))) lost++;
  }
  for (const counter of counters) {
    const wait = counter.step(now, queue);
    if (wait >= 0) {
      waited += wait;
      longest = Math.max(longest, wait);
    }
  }
}
const idle = counters.reduce((sum, counter) => sum + counter.idle, 0);
console.log(`${waited} ${lost} ${longest} [${counters.map((counter) => counter.served).join(", ")}] ${idle}`);
