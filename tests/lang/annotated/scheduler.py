# An annotated program, as people write them.
from __future__ import annotations

import contextvars
import heapq
import itertools
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import partial, wraps
from typing import Any, Deque, Dict, List, NamedTuple, Optional, Set, Tuple, TypeVar, Union, cast

Result = TypeVar("Result")
Yielded = Union["Sleep", "Join", "Recv", None]
Coroutine = Generator[Yielded, Any, Result]
current: contextvars.ContextVar[str] = contextvars.ContextVar("current", default="main")


class Status(Flag):
    READY = auto()
    WAITING = auto()
    DONE = auto()
    FAILED = auto()
    ENDED = DONE | FAILED


class Sleep(NamedTuple):
    seconds: float


class Join(NamedTuple):
    task: Task


class Recv(NamedTuple):
    channel: Channel


class Channel:
    def __init__(self) -> None:
        self.items: Deque[Any] = deque()
        self.waiting: Deque[Task] = deque()

    def get(self) -> Coroutine[Any]:
        value = yield Recv(self)
        return value


@dataclass(eq=False)
class Task:
    name: str
    coroutine: Coroutine[Any]
    status: Status = Status.READY
    result: Any = None
    error: Optional[BaseException] = None
    waiters: List[Task] = field(default_factory=list, repr=False)

    def __lt__(self, other: Task) -> bool:
        return self.name < other.name


class Scheduler:
    def __init__(self, clock: Optional[Callable[[], float]] = None) -> None:
        self.ready: Deque[Tuple[Task, Any]] = deque()
        self.sleeping: List[Tuple[float, int, Task]] = []
        self.now = 0.0
        self.ids = itertools.count()
        self.log: List[str] = []
        self.handlers: Dict[type, Callable[[Task, Any], None]] = {Sleep: self._sleep, Join: self._join, Recv: self._recv, type(None): lambda task, _: self.ready.append((task, None))}

    def spawn(self, coroutine: Coroutine[Any], name: Optional[str] = None) -> Task:
        task = Task(name or f"task-{next(self.ids)}", coroutine)
        self.ready.append((task, None))
        return task

    def send(self, channel: Channel, value: Any) -> None:
        if channel.waiting:
            self.ready.append((channel.waiting.popleft(), value))
        else:
            channel.items.append(value)

    def _sleep(self, task: Task, request: Sleep) -> None:
        task.status = Status.WAITING
        heapq.heappush(self.sleeping, (self.now + request.seconds, next(self.ids), task))

    def _join(self, task: Task, request: Join) -> None:
        if request.task.status & Status.ENDED:
            self.ready.append((task, request.task.result))
        else:
            request.task.waiters.append(task)

    def _recv(self, task: Task, request: Recv) -> None:
        if request.channel.items:
            self.ready.append((task, request.channel.items.popleft()))
        else:
            request.channel.waiting.append(task)

    def _step(self, task: Task, value: Any) -> None:
        token = current.set(task.name)
        try:
            request = task.coroutine.send(value)
        except StopIteration as stop:
            self._end(task, Status.DONE, stop.value)
        except Exception as error:
            task.error = error
            self._end(task, Status.FAILED, None)
        else:
            self.handlers[type(request)](task, request)
        finally:
            current.reset(token)

    def _end(self, task: Task, status: Status, result: Any) -> None:
        task.status, task.result = status, result
        self.log.append(f"{self.now:g} {task.name} {status.name}")
        self.ready.extend((waiter, result) for waiter in task.waiters)

    def run(self) -> None:
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.sleeping)
                task.status = Status.READY
                self.ready.append((task, None))
            self._step(*self.ready.popleft())


def worker(name: str, delays: Iterable[float]) -> Coroutine[str]:
    total = 0.0
    for delay in delays:
        yield Sleep(delay)
        total += delay
    return f"{current.get()}:{name}:{total}"


def failing() -> Coroutine[None]:
    yield None
    raise ValueError("broken")


def consumer(channel: Channel, count: int) -> Coroutine[List[int]]:
    seen: List[int] = []
    while len(seen) < count:
        value = yield from channel.get()
        seen.append(cast(int, value))
    return seen


def producer(scheduler: Scheduler, channel: Channel) -> Coroutine[None]:
    for n in range(3):
        scheduler.send(channel, n * n)
        yield Sleep(0.5)


def boss(*tasks: Task) -> Coroutine[Dict[str, Any]]:
    results: Dict[str, Any] = {}
    for task in tasks:
        results[task.name] = yield Join(task)
    return results


def retry(times: int, *errors: type[Exception]) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    def decorate(function: Callable[..., Result]) -> Callable[..., Result]:
        @wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Result:
            for attempt in range(times):
                try:
                    return function(*args, attempt=attempt, **kwargs)
                except errors:
                    if attempt == times - 1:
                        raise
            raise AssertionError

        return wrapper

    return decorate


@retry(3, ZeroDivisionError, KeyError)
def shaky(n: int, attempt: int = 0) -> float:
    return n / attempt


def main() -> None:
    scheduler, channel = Scheduler(), Channel()
    tasks = [scheduler.spawn(worker("a", [1, 2]), "alpha"), scheduler.spawn(worker("b", iter([0.5]))), scheduler.spawn(failing(), "broken"), scheduler.spawn(consumer(channel, 3), "consumer")]
    scheduler.spawn(producer(scheduler, channel), "producer")
    final = scheduler.spawn(boss(*tasks), "boss")
    scheduler.run()
    print(*scheduler.log, sep="\n")
    print(final.result, [t.error for t in tasks if t.status is Status.FAILED], Status.ENDED & Status.DONE, current.get())
    print(shaky(4), shaky.__name__, sorted(tasks)[0].name)
    if (error := tasks[2].error) is not None:
        print("".join(traceback.format_exception_only(type(error), error)).strip(), error.__traceback__ is not None)
    done: Set[str] = set()
    threads = [threading.Thread(target=done.add, args=(name,), name=name, daemon=True) for name in "xy"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=5)
    timer = threading.Timer(0, partial(done.add, "timer"))
    timer.start()
    timer.join()
    print(sorted(done), signal.Signals.SIGINT.name, time.gmtime(0).tm_year, sys.version_info >= (3, 8))


main()
