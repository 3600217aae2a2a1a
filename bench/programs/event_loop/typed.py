"""An event loop of generators: tasks that sleep, send messages through channels, and wait for each other."""
from __future__ import annotations

import heapq
import sys
from collections import deque
from collections.abc import Generator
from typing import Union


class Sleep:
    def __init__(self, ticks: int) -> None:
        self.ticks = ticks


class Channel:
    def __init__(self) -> None:
        self.items: deque[int] = deque()
        self.waiting: deque[Task] = deque()


class Receive:
    def __init__(self, channel: Channel) -> None:
        self.channel = channel


Request = Union[Sleep, Receive]
Coroutine = Generator[Request, int, None]


class Task:
    def __init__(self, name: str, body: Coroutine) -> None:
        self.name = name
        self.body = body
        self.value = 0
        self.started = False


class Loop:
    def __init__(self) -> None:
        self.ready: deque[Task] = deque()
        self.sleeping: list[tuple[int, int, Task]] = []
        self.now = 0
        self.steps = 0
        self.finished: list[str] = []

    def start(self, name: str, body: Coroutine) -> None:
        self.ready.append(Task(name, body))

    def send(self, channel: Channel, item: int) -> None:
        if channel.waiting:
            task = channel.waiting.popleft()
            task.value = item
            self.ready.append(task)
        else:
            channel.items.append(item)

    def step(self, task: Task) -> None:
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

    def run(self) -> None:
        while self.ready or self.sleeping:
            while self.ready:
                self.step(self.ready.popleft())
            if self.sleeping:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)


def producer(loop: Loop, channel: Channel, count: int, pause: int) -> Coroutine:
    for i in range(count):
        loop.send(channel, i)
        if i % 4 == 0:
            yield Sleep(pause)
    loop.send(channel, -1)


def worker(loop: Loop, source: Channel, target: Channel) -> Coroutine:
    while True:
        item = yield Receive(source)
        if item < 0:
            loop.send(target, item)
            return
        loop.send(target, item * 3 % 1000)


def collector(source: Channel, ends: int, result: list[int]) -> Coroutine:
    while ends > 0:
        item = yield Receive(source)
        if item < 0:
            ends -= 1
        else:
            result.append(item)


def main() -> None:
    n = int(sys.argv[1])
    loop = Loop()
    result: list[int] = []
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
