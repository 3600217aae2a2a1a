"""A kernel that schedules tasks of several kinds, which send each other packets: calls of methods that subclasses override."""
from __future__ import annotations

import sys


class Packet:
    def __init__(self, source: int, value: int) -> None:
        self.source = source
        self.value = value
        self.hops = 0


class Task:
    def __init__(self, number: int, priority: int) -> None:
        self.number = number
        self.priority = priority
        self.queue: list[Packet] = []
        self.done = 0
        self.waits = False

    def run(self, scheduler: Scheduler) -> bool:
        raise NotImplementedError


class Producer(Task):
    def __init__(self, number: int, priority: int, target: int, count: int) -> None:
        super().__init__(number, priority)
        self.target = target
        self.left = count

    def run(self, scheduler: Scheduler) -> bool:
        if self.left == 0:
            return False
        self.left -= 1
        scheduler.send(self.target, Packet(self.number, self.left))
        return True


class Worker(Task):
    def __init__(self, number: int, priority: int, target: int) -> None:
        super().__init__(number, priority)
        self.target = target

    def run(self, scheduler: Scheduler) -> bool:
        if not self.queue:
            return False
        packet = self.queue.pop()
        packet.hops += 1
        self.done += packet.value % 8
        if packet.hops < 6:
            scheduler.send(self.target, packet)
        return True


class Device(Task):
    """Takes a packet only every second time."""

    def __init__(self, number: int, priority: int, target: int) -> None:
        super().__init__(number, priority)
        self.target = target

    def run(self, scheduler: Scheduler) -> bool:
        self.waits = not self.waits
        if not self.queue:
            return False
        if self.waits:
            scheduler.held += 1
            return True
        packet = self.queue.pop()
        packet.hops += 2
        self.done += 1
        if packet.hops < 6:
            scheduler.send(self.target, packet)
        return True


class Scheduler:
    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.by_number: dict[int, Task] = {}
        self.sent = 0
        self.held = 0

    def add(self, task: Task) -> None:
        self.tasks.append(task)
        self.by_number[task.number] = task

    def send(self, number: int, packet: Packet) -> None:
        self.sent += 1
        self.by_number[number].queue.append(packet)

    def run(self) -> None:
        busy = True
        while busy:
            busy = False
            for task in self.tasks:
                if task.run(self):
                    busy = True


def main() -> None:
    count = int(sys.argv[1])
    scheduler = Scheduler()
    scheduler.add(Producer(1, 10, 3, count))
    scheduler.add(Producer(2, 9, 4, count))
    scheduler.add(Worker(3, 5, 4))
    scheduler.add(Worker(4, 4, 5))
    scheduler.add(Device(5, 3, 6))
    scheduler.add(Worker(6, 2, 3))
    scheduler.run()
    print(scheduler.sent, scheduler.held)
    for task in scheduler.tasks:
        print(task.number, task.done)


if __name__ == "__main__":
    main()
