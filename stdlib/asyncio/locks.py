"""Locks between tasks (library reference, "Synchronization Primitives").

All of them are a little state and a line of tasks that wait for it to change. A task in the line has a future, its place; to call a task is to give its
place a result. A called task runs later, and may be cancelled before it does: then what it was called for is passed on to the next.
"""
from collections import deque
from asyncio import events
from asyncio.exceptions import BrokenBarrierError, CancelledError

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _Line(deque):
    "Places, first come first served."
    __slots__ = ()

    async def stand(self, loop, pass_on=None):
        "Wait to be called. pass_on() is done for a task that was called but cancelled before it ran."
        place = loop.create_future()
        self.append(place)
        try:
            answer = await place
        except BaseException:
            self.remove(place)
            if not place.cancel() and not place.cancelled() and pass_on is not None:
                pass_on()
            raise
        self.remove(place)
        return answer

    def call(self, most=1, answer=True):
        "Calls the first of those not called yet: how many there were."
        called = 0
        for place in self:
            if called >= most:
                break
            if not place.done():
                place.set_result(answer)
                called += 1
        return called

    def call_head(self):
        "Calls the first, unless that has been done."
        if self and not self[0].done():
            self[0].set_result(True)

    def waits(self):
        "Whether there is anybody who will take his turn."
        for place in self:
            if not place.cancelled():
                return True
        return False


class _Bound:
    "What has a line belongs to the loop it first had to wait in."
    _loop = None

    def _bound_loop(self):
        loop = events.get_running_loop()
        if self._loop is not loop:
            if self._loop is not None:
                raise RuntimeError(f"{self!r} is bound to a different event loop")
            self._loop = loop
        return loop

    def __repr__(self):
        return f"<{object.__repr__(self)[1:-1]} [{self._summary()}{f', waiters:{len(self._waiters)}' if self._waiters else ''}]>"


class _Held(_Bound):
    "`async with`: acquired in the block, released after it."

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc_info):
        self.release()


class Lock(_Held):
    """One task at a time."""

    def __init__(self):
        self._waiters = _Line()
        self._locked = False

    def _summary(self):
        return "locked" if self._locked else "unlocked"

    def locked(self):
        """Whether a task holds it."""
        return self._locked

    async def acquire(self):
        """Wait until nobody holds it, and take it."""
        if self._locked or self._waiters and self._waiters.waits():
            try:
                await self._waiters.stand(self._bound_loop())
            except CancelledError:
                if not self._locked:
                    self._waiters.call_head()
                raise
        self._locked = True
        return True

    def release(self):
        """Let the next have it."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._waiters.call_head()


class Event(_Bound):
    """A flag that tasks wait for."""

    def __init__(self):
        self._waiters = _Line()
        self._value = False

    def _summary(self):
        return "set" if self._value else "unset"

    def is_set(self):
        """Whether the flag is up."""
        return self._value

    def set(self):
        """The flag goes up: all who wait go on."""
        if not self._value:
            self._value = True
            self._waiters.call(len(self._waiters))

    def clear(self):
        """The flag goes down."""
        self._value = False

    async def wait(self):
        """Wait until the flag is up."""
        return self._value or await self._waiters.stand(self._bound_loop())


class Condition(_Held):
    """A lock, and tasks that wait for what its holders change."""

    def __init__(self, lock=None):
        self._lock = lock = Lock() if lock is None else lock
        self._waiters = _Line()
        self.acquire, self.release, self.locked = lock.acquire, lock.release, lock.locked

    def _summary(self):
        return "locked" if self.locked() else "unlocked"

    async def wait(self):
        """Give the lock away, wait to be notified, take it back."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        loop = self._bound_loop()
        self.release()
        try:
            await self._waiters.stand(loop)
            return True
        finally:
            await self._take_back()

    async def _take_back(self):
        "The caller's block ends with release(): so the lock is waited for whatever happens, and a cancellation comes later."
        interruption = None
        while True:
            try:
                await self.acquire()
            except CancelledError as exc:
                interruption = exc
            else:
                break
        if interruption is not None:
            raise interruption

    async def wait_for(self, predicate):
        """Wait until the predicate is true: its value."""
        while not (value := predicate()):
            await self.wait()
        return value

    def notify(self, n=1):
        """Wake n of those who wait."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiters.call(n, False)

    def notify_all(self):
        """Wake all who wait."""
        self.notify(len(self._waiters))


class Semaphore(_Held):
    """A number of tokens, each of which one task may hold."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = _Line()
        self._value = value

    def _summary(self):
        return "locked" if self.locked() else f"unlocked, value:{self._value}"

    def locked(self):
        """Whether acquire() would have to wait."""
        return not self._value or bool(self._waiters) and self._waiters.waits()

    async def acquire(self):
        """Wait for a token and take it."""
        if not self.locked():
            self._value -= 1
            return True
        await self._waiters.stand(self._bound_loop(), self._put_back)  # who is called has been given a token
        if self._value:
            self._hand_out()
        return True

    def _put_back(self):
        self._value += 1
        self._hand_out()

    def _hand_out(self):
        self._value -= self._waiters.call()

    def release(self):
        """Give a token back."""
        self._put_back()


class BoundedSemaphore(Semaphore):
    """A Semaphore that does not get more tokens than it had."""

    def __init__(self, value=1):
        self._most = value
        super().__init__(value)

    def release(self):
        """Give a token back that was taken."""
        if self._value >= self._most:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_Bound):
    """Tasks wait until there are enough of them, then all go on.

    It fills; the last one to come lets all out, and while it drains (or is reset) those who come for the next turn wait outside.
    """

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._size = parties
        self._inside = 0
        self._phase = "filling"  # draining, resetting, broken
        self._waiters, self._outside = _Line(), _Line()

    def __repr__(self):
        count = "" if self.broken else f", waiters:{self.n_waiting}/{self._size}"
        return f"<{object.__repr__(self)[1:-1]} [{self._phase}{count}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc_info):
        pass

    def _change(self, phase):
        self._phase = phase
        for line in self._waiters, self._outside:
            line.call(len(line))

    async def wait(self):
        """Wait for the others: a number, which each of them has another of."""
        loop = self._bound_loop()
        while self._phase in ("draining", "resetting"):
            await self._outside.stand(loop)
        if self._phase == "broken":
            raise BrokenBarrierError("Barrier aborted")
        mine = self._inside
        self._inside += 1
        try:
            if self._inside == self._size:
                self._change("draining")
            while self._phase == "filling":
                await self._waiters.stand(loop)
            if self._phase != "draining":
                raise BrokenBarrierError("Abort or reset of barrier")
            return mine
        finally:
            self._inside -= 1
            if not self._inside:
                self._change("broken" if self._phase == "broken" else "filling")

    async def reset(self):
        """Back to the beginning; those who wait get a BrokenBarrierError."""
        self._change("resetting" if self._inside else "filling")

    async def abort(self):
        """Break it, for all who wait and will."""
        self._change("broken")

    @property
    def parties(self):
        """How many tasks it takes."""
        return self._size

    @property
    def n_waiting(self):
        """How many are waiting."""
        return self._inside if self._phase == "filling" else 0

    @property
    def broken(self):
        """Whether abort() was called."""
        return self._phase == "broken"
