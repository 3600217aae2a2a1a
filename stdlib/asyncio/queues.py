"""Queues between tasks (library reference, "Queues").

Two lines stand before the store: of tasks that wait for an item and of tasks that wait for room. Who puts calls the first of one, who takes calls the
first of the other; a task that is called looks again, for somebody else may have been quicker.
"""
from collections import deque
from heapq import heappop, heappush
from asyncio.locks import Event, _Bound, _Line

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")


class QueueEmpty(Exception):
    """get_nowait() of an empty queue."""


class QueueFull(Exception):
    """put_nowait() to a full queue."""


class Queue(_Bound):
    """First in, first out; put() waits while there are maxsize items, when that is above zero."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._for_items, self._for_room = _Line(), _Line()
        self._unfinished_tasks, self._finished = 0, Event()
        self._finished.set()
        self._init(maxsize)

    # the store: subclasses have other ways to make one, to put an item in, to take one out, or other methods

    _ways = deque, deque.append, deque.popleft

    def _init(self, maxsize):
        self._queue = self._ways[0]()

    def _put(self, item):
        self._ways[1](self._queue, item)

    def _get(self):
        return self._ways[2](self._queue)

    # showing

    def _words(self):
        yield f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            yield f"_queue={list(self._queue)!r}"
        for name, line in ("_getters", self._for_items), ("_putters", self._for_room):
            if line:
                yield f"{name}[{len(line)}]"
        if left := self._unfinished_tasks:
            yield f"tasks={left}"

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {' '.join(self._words())}>"

    def __str__(self):
        return f"<{type(self).__name__} {' '.join(self._words())}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    # looking

    @property
    def maxsize(self):
        """How many items fit in."""
        return self._maxsize

    def qsize(self):
        """How many items there are."""
        return len(self._queue)

    def empty(self):
        """Whether there are no items."""
        return not self._queue

    def full(self):
        """Whether put() would wait."""
        return 0 < self._maxsize <= self.qsize()

    # putting and taking

    # Who was called but cancelled leaves what he was called for to the next, unless it is gone already.

    def _leave_room(self):
        self.full() or self._for_room.call()

    def _leave_item(self):
        self.empty() or self._for_items.call()

    async def put(self, item):
        """Wait for room, and put an item in."""
        while self.full():
            await self._for_room.stand(self._bound_loop(), self._leave_room)
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Put an item in, if there is room."""
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished._value = False
        if self._for_items:
            self._for_items.call()

    async def get(self):
        """Wait for an item, and take it."""
        while self.empty():
            await self._for_items.stand(self._bound_loop(), self._leave_item)
        return self.get_nowait()

    def get_nowait(self):
        """Take an item, if there is one."""
        if self.empty():
            raise QueueEmpty
        item = self._get()
        if self._for_room:
            self._for_room.call()
        return item

    # the work on the items

    def task_done(self):
        """The work on an item is done."""
        if self._unfinished_tasks < 1:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._finished.set()

    async def join(self):
        """Wait until the work on all items is done."""
        await self._finished.wait()


class LifoQueue(Queue):
    """Last in, first out."""
    _ways = list, list.append, list.pop


class PriorityQueue(Queue):
    """The least first."""
    _ways = list, heappush, heappop
