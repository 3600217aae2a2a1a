"""A bank with counters, customers and a ring buffer as queue: objects, random numbers, simulated time."""
import sys


class Random:
    def __init__(self, seed):
        self.seed = seed

    def below(self, limit):
        self.seed = self.seed * 16807 % 2147483647
        return self.seed % limit


class Customer:
    def __init__(self, number, arrived, work):
        self.number = number
        self.arrived = arrived
        self.work = work


class Ring:
    def __init__(self, size):
        self.items = [None] * size
        self.first = 0
        self.count = 0

    def put(self, customer):
        if self.count == len(self.items):
            return False
        self.items[(self.first + self.count) % len(self.items)] = customer
        self.count += 1
        return True

    def take(self):
        if self.count == 0:
            return None
        customer = self.items[self.first]
        self.items[self.first] = None
        self.first = (self.first + 1) % len(self.items)
        self.count -= 1
        return customer


class Counter:
    def __init__(self):
        self.free_at = 0
        self.served = 0
        self.idle = 0

    def step(self, now, queue):
        """The time that the customer taken had to wait, or -1."""
        if now < self.free_at:
            return -1
        customer = queue.take()
        if customer is None:
            self.idle += 1
            return -1
        self.free_at = now + customer.work
        self.served += 1
        return now - customer.arrived


def main():
    ticks = int(sys.argv[1])
    random = Random(11)
    queue = Ring(50)
    counters = [Counter() for _ in range(3)]
    waited = 0
    lost = 0
    longest = 0
    for now in range(ticks):
        if random.below(100) < 62:
            if not queue.put(Customer(now, now, 1 + random.below(9))):
                lost += 1
        for counter in counters:
            wait = counter.step(now, queue)
            if wait >= 0:
                waited += wait
                longest = max(longest, wait)
    print(waited, lost, longest, [counter.served for counter in counters], sum(counter.idle for counter in counters))


if __name__ == "__main__":
    main()
