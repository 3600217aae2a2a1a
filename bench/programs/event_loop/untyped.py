"""An event loop of generators: tasks that sleep, send messages through channels, and wait for each other."""
import heapq
import sys
from collections import deque


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks


class Channel:
    def __init__(self):
        self.items = deque()
        self.waiting = deque()


class Receive:
    def __init__(self, channel):
        self.channel = channel


class Task:
    def __init__(self, name, body):
        self.name = name
        self.body = body
        self.value = 0
        self.started = False


class Loop:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.now = 0
        self.steps = 0
        self.finished = []

    def start(self, name, body):
        self.ready.append(Task(name, body))

    def send(self, channel, item):
        if channel.waiting:
            task = channel.waiting.popleft()
            task.value = item
            self.ready.append(task)
        else:
            channel.items.append(item)

    def step(self, task):
        self.steps += 1
        try:
            if task.started:
                request = task.body.send(task.value)
            else:
                task.started = True
                request = next(task.body)
        except StopIteration:
            self.finished.append(task.name)
            return
        if isinstance(request, Sleep):
            heapq.heappush(self.sleeping, (self.now + request.ticks, self.steps, task))
        elif request.channel.items:
            task.value = request.channel.items.popleft()
            self.ready.append(task)
        else:
            request.channel.waiting.append(task)

    def run(self):
        while self.ready or self.sleeping:
            while self.ready:
                self.step(self.ready.popleft())
            if self.sleeping:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)


def producer(loop, channel, count, pause):
    for i in range(count):
        loop.send(channel, i)
        if i % 4 == 0:
            yield Sleep(pause)
    loop.send(channel, -1)


def worker(loop, source, target):
    while True:
        item = yield Receive(source)
        if item < 0:
            loop.send(target, item)
            return
        loop.send(target, item * 3 % 1000)


def collector(source, ends, result):
    while ends > 0:
        item = yield Receive(source)
        if item < 0:
            ends -= 1
        else:
            result.append(item)


def main():
    n = int(sys.argv[1])
    loop = Loop()
    result = []
    last = Channel()
    for k in range(4):
        first, middle = Channel(), Channel()
        loop.start(f"producer {k}", producer(loop, first, n, k + 1))
        loop.start(f"worker {k}", worker(loop, first, middle))
        loop.start(f"second {k}", worker(loop, middle, last))
    loop.start("collector", collector(last, 4, result))
    loop.run()
    print(loop.steps, loop.now, len(result), sum(result), loop.finished[-1])


if __name__ == "__main__":
    main()
