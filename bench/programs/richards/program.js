class Packet {
  constructor(source, value) {
    this.source = source;
    this.value = value;
    this.hops = 0;
  }
}

class Task {
  constructor(number, priority) {
    this.number = number;
    this.priority = priority;
    this.queue = [];
    this.done = 0;
    this.waits = false;
  }
}

class Producer extends Task {
  constructor(number, priority, target, count) {
    super(number, priority);
    this.target = target;
    this.left = count;
  }

  run(scheduler) {
    if (this.left === 0) return false;
    this.left--;
    scheduler.send(this.target, new Packet(this.number, this.left));
    return true;
  }
}

class Worker extends Task {
  constructor(number, priority, target) {
    super(number, priority);
    this.target = target;
  }

  run(scheduler) {
    if (this.queue.length === 0) return false;
    const packet = this.queue.pop();
    packet.hops++;
    this.done += packet.value % 8;
    if (packet.hops < 6) scheduler.send(this.target, packet);
    return true;
  }
}

class Device extends Task {
  constructor(number, priority, target) {
    super(number, priority);
    this.target = target;
  }

  run(scheduler) {
    this.waits = !this.waits;
    if (this.queue.length === 0) return false;
    if (this.waits) {
      scheduler.held++;
      return true;
    }
    const packet = this.queue.pop();
    packet.hops += 2;
    this.done++;
    if (packet.hops < 6) scheduler.send(this.target, packet);
    return true;
  }
}

class Scheduler {
  constructor() {
    this.tasks = [];
    this.byNumber = new Map();
    this.sent = 0;
    this.held = 0;
  }

  add(task) {
    this.tasks.push(task);
    this.byNumber.set(task.number, task);
  }

  send(number, packet) {
    this.sent++;
    this.byNumber.get(number).queue.push(packet);
  }

  run() {
    let busy = true;
    while (busy) {
      busy = false;
      for (const task of this.tasks) if (task.run(this)) busy = true;
    }
  }
}

const count = Number(process.argv[2]);
const scheduler = new Scheduler();
scheduler.add(new Producer(1, 10, 3, count));
scheduler.add(new Producer(2, 9, 4, count));
scheduler.add(new Worker(3, 5, 4));
scheduler.add(new Worker(4, 4, 5));
scheduler.add(new Device(5, 3, 6));
scheduler.add(new Worker(6, 2, 3));
scheduler.run();
console.log(`${scheduler.sent} ${scheduler.held}`);
for (const task of scheduler.tasks) console.log(`${task.number} ${task.done}`);
