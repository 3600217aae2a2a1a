"""Tasks that end together (library reference, "Task Groups").

A group is entered, left and over. Its parent task waits in __aexit__ for the members; the first failure of a member, or of the body, cancels all others,
and the parent too if it is still in the body: `_cut` remembers that this cancellation is ours, to be taken back on the way out.
"""
from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ("TaskGroup",)

_FATAL = SystemExit, KeyboardInterrupt


class TaskGroup:
    """Waits for the tasks it makes; one that fails cancels the others."""

    def __init__(self):
        self._parent = self._loop = None
        self._members = set()
        self._failures = []
        self._fatal = None        # the first SystemExit or KeyboardInterrupt
        self._left = False        # the body is over
        self._failing = False     # the members were cancelled
        self._cut = False         # the parent was
        self._emptied = None      # the future the parent waits for

    def __repr__(self):
        words = ["TaskGroup"]
        for word, items in ("tasks", self._members), ("errors", self._failures):
            if items:
                words.append(f"{word}={len(items)}")
        if self._failing or self._parent:
            words.append("cancelling" if self._failing else "entered")
        return f"<{' '.join(words)}>"

    async def __aenter__(self):
        if self._parent is not None:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._loop = events.get_running_loop()
        self._parent = tasks.current_task(self._loop)
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, exc_type, exc, traceback):
        self._left = True
        self._note_fatal(exc)
        interruption = exc if isinstance(exc, CancelledError) else None
        if self._cut and not self._parent.uncancel():
            interruption = None  # it was we who interrupted the body
        if exc is not None:
            self._fail()
        while self._members:
            self._emptied = self._loop.create_future()
            try:
                await self._emptied
            except CancelledError as from_outside:
                if not self._failing:
                    interruption = from_outside
                    self._fail()
            self._emptied = None
        if self._fatal is not None:
            raise self._fatal
        if interruption is not None and not self._failures:
            raise interruption
        failures, self._failures = self._failures, []
        if exc is not None and not isinstance(exc, CancelledError):
            failures.append(exc)
        if failures:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", failures) from None

    def create_task(self, coro, *, name=None, context=None):
        """Make a task that the group waits for."""
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._left and not self._members:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._failing:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        member = tasks._named(self._loop.create_task(coro, context=context), name)
        if not member.done():
            self._members.add(member)
            member.add_done_callback(self._ended)
        return member

    def _note_fatal(self, exc):
        if self._fatal is None and isinstance(exc, _FATAL):
            self._fatal = exc

    def _fail(self):
        if not self._failing:
            self._failing = True
            for member in list(self._members):
                member.cancel()

    def _ended(self, member):
        self._members.discard(member)
        if not self._members and self._emptied is not None and not self._emptied.done():
            self._emptied.set_result(None)
        failure = None if member.cancelled() else member.exception()
        if failure is None:
            return
        self._failures.append(failure)
        self._note_fatal(failure)
        if self._parent.done():
            # Nobody is left to raise it to.
            self._loop.call_exception_handler({
                "message": f"Task {member!r} has errored out but its parent task {self._parent} is already completed",
                "exception": failure, "task": member})
        elif not self._failing:
            self._fail()
            if not self._cut:
                self._cut = True
                self._parent.cancel()
