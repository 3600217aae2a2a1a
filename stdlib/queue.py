"""Queues between threads (library reference, "queue").

A Queue is one lock, three conditions of it, and a container that its subclasses choose, with how things come into it and out of it. A SimpleQueue needs no lock: its
operations on deques are single steps, so that put() may come in the middle of anything, even of another put() by way of a signal's handler.
"""
import threading
from _collections import deque
from _thread import allocate_lock
from heapq import heappop, heappush
from time import monotonic as time

__all__ = "Empty Full Queue PriorityQueue LifoQueue SimpleQueue".split()
_GenericAlias = type(list[int])


class Empty(Exception):
    """There is nothing to get."""

    __module__ = "_queue"


class Full(Exception):
    """There is no room to put anything."""


def _checked(seconds):
    if seconds is None or not seconds < 0:
        return seconds
    raise ValueError("'timeout' must be a non-negative number")


class Queue:
    """First in, first out; with room for maxsize items, or any number if that isn't positive."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.unfinished_tasks = 0
        self.mutex = lock = threading.Lock()
        self.not_empty, self.not_full, self.all_tasks_done = [threading.Condition(lock) for _ in range(3)]

    # What subclasses override: these are called with the lock held.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    # The state; it may have changed before the caller looks at the answer.

    def qsize(self):
        """How many items there are."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether there are none."""
        with self.mutex:
            return self._qsize() == 0

    def full(self):
        """Whether there is no room."""
        with self.mutex:
            return not self._has_room()

    def _has_room(self):
        return self.maxsize <= 0 or self._qsize() < self.maxsize

    # Items in and out.

    def put(self, item, block=True, timeout=None):
        """Adds an item: when there is room, or Full is raised, at once without `block`, or after `timeout` seconds."""
        with self.mutex:
            if self.maxsize > 0 and not (self.not_full.wait_for(self._has_room, _checked(timeout)) if block else self._has_room()):
                raise Full
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        """Takes an item: when there is one, or Empty is raised, at once without `block`, or after `timeout` seconds."""
        with self.mutex:
            if not (self.not_empty.wait_for(self._qsize, _checked(timeout)) if block else self._qsize()):
                raise Empty
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Adds an item if there is room now."""
        self.put(item, False)

    def get_nowait(self):
        """Takes an item if there is one now."""
        return self.get(False)

    # What has become of the items.

    def task_done(self):
        """An item that was taken has been dealt with."""
        with self.mutex:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks = left
            if left == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until all items have been dealt with."""
        with self.mutex:
            self.all_tasks_done.wait_for(lambda: not self.unfinished_tasks)

    __class_getitem__ = classmethod(_GenericAlias)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """The smallest item goes out first."""

    _init = LifoQueue._init

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class SimpleQueue:
    """First in, first out, without limit and without tasks."""

    __slots__ = ("_items", "_sleepers", "__weakref__")
    __module__ = "_queue"

    def __init__(self):
        self._items = deque()
        self._sleepers = deque()  # the locks, each held, on which getters wait; put() releases the first

    def put(self, item, block=True, timeout=None):
        """Adds an item. The other arguments are those of Queue.put(), and mean nothing: there is always room."""
        self._items.append(item)
        if self._sleepers:
            self._wake()

    def _wake(self):
        try:
            self._sleepers.popleft().release()
        except IndexError:
            pass

    def put_nowait(self, item):
        """Adds an item."""
        self.put(item)

    def get(self, block=True, timeout=None):
        """Takes an item: when there is one, or Empty is raised, at once without `block`, or after `timeout` seconds."""
        if timeout is None and self._items:
            try:
                return self._items.popleft()
            except IndexError:  # another thread was faster
                pass
        end = None if not block or _checked(timeout) is None else time() + timeout
        while True:
            try:
                return self._items.popleft()
            except IndexError:
                pass
            if not (block and self._sleep(end)):
                raise Empty

    def get_nowait(self):
        """Takes an item if there is one now."""
        return self.get(False)

    def _sleep(self, end):
        # Whether it is worth to look again. An item that came before the lock stood in the line has woken nobody: so that is asked at the end.
        lock = allocate_lock()
        lock.acquire()
        self._sleepers.append(lock)
        left = -1 if end is None else max(end - time(), 0)
        is_woken = False
        try:
            is_woken = bool(self._items) or lock.acquire(True, left)
        finally:
            try:
                self._sleepers.remove(lock)
            except ValueError:
                # put() has woken it. If that is not why it goes on, somebody else is to have the item.
                if not is_woken and self._items:
                    self._wake()
                    is_woken = True
        return is_woken

    def qsize(self):
        """How many items there are."""
        return len(self._items)

    def empty(self):
        """Whether there are none."""
        return not self._items

    __class_getitem__ = classmethod(_GenericAlias)


_PySimpleQueue = SimpleQueue  # CPython has a second one, for where it can't load the first
