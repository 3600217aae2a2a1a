"""Waiting for many files at once (library reference, "selectors").

A selector is a table of SelectorKey by descriptor and, beside it, what the system waits with. A subclass tells the system of each change of an entry
(`_tell`) and asks it what is ready (`_poll`); everything else is the same for all of them.
"""
import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ, EVENT_WRITE = 1, 2
_BOTH = EVENT_READ | EVENT_WRITE

SelectorKey = namedtuple("SelectorKey", "fileobj fd events data")
SelectorKey.__doc__ = "A registered file: the object, its descriptor, the events waited for, the data given with it."


def _descriptor_of(fileobj):
    number = fileobj
    if not isinstance(number, int):
        try:
            number = int(number.fileno())
        except (TypeError, AttributeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if number < 0:
        raise ValueError(f"Invalid file descriptor: {number}")
    return number


def _unknown(fileobj):
    return KeyError(f"{fileobj!r} is not registered")


class BaseSelector(metaclass=ABCMeta):
    """What all selectors can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Start waiting for the events of a file."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Stop waiting for a file."""
        raise NotImplementedError

    @abstractmethod
    def select(self, timeout=None):
        """The files that are ready, as pairs (key, events)."""
        raise NotImplementedError

    @abstractmethod
    def get_map(self):
        """The keys, by file object."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Wait for other events of a file, or give it other data."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def get_key(self, fileobj):
        """The key of a registered file."""
        keys = self.get_map()
        if keys is None:
            raise RuntimeError("Selector is closed")
        try:
            return keys[fileobj]
        except KeyError:
            raise _unknown(fileobj) from None

    def close(self):
        """Free what the system holds."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class _KeysByFile(Mapping):
    "What get_map() shows: looked up with file objects or descriptors, iterated by descriptor."

    def __init__(self, table, number_of):
        self._table, self._number_of = table, number_of

    def __len__(self):
        return len(self._table)

    def __iter__(self):
        yield from self._table

    def get(self, fileobj, default=None):
        return self._table.get(self._number_of(fileobj), default)

    def __getitem__(self, fileobj):
        try:
            return self._table[self._number_of(fileobj)]
        except KeyError:
            raise _unknown(fileobj) from None


class _TableSelector(BaseSelector):
    def __init__(self):
        self._table = {}
        self._shown = _KeysByFile(self._table, self._number_of)

    def _tell(self, fd, before, events):
        "The events waited for at `fd` change; 0 before it is known and after it is not."
        raise NotImplementedError

    def _poll(self, timeout):
        "Pairs (descriptor, events), perhaps with events nobody asked for."
        raise NotImplementedError

    def _number_of(self, fileobj):
        try:
            return _descriptor_of(fileobj)
        except ValueError:
            # A file that was closed meanwhile does not know its number any more, but we do.
            for fd, key in self._table.items():
                if key.fileobj is fileobj:
                    return fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~_BOTH:
            raise ValueError(f"Invalid events: {events!r}")
        fd = self._number_of(fileobj)
        if fd in self._table:
            raise KeyError(f"{fileobj!r} (FD {fd}) is already registered")
        self._tell(fd, 0, events)
        made = self._table[fd] = SelectorKey(fileobj, fd, events, data)
        return made

    def unregister(self, fileobj):
        fd = self._number_of(fileobj)
        if fd not in self._table:
            raise _unknown(fileobj)
        gone = self._table.pop(fd)
        try:
            self._tell(fd, gone.events, 0)
        except OSError:
            pass  # closed already, which the system noticed
        return gone

    def modify(self, fileobj, events, data=None):
        fd = self._number_of(fileobj)
        if fd not in self._table:
            raise _unknown(fileobj)
        old = self._table[fd]
        if old.events != events:
            if not events or events & ~_BOTH:
                self.unregister(fileobj)
                return self.register(fileobj, events, data)
            try:
                self._tell(fd, old.events, events)
            except BaseException:
                del self._table[fd]
                raise
        elif old.data == data:
            return old
        new = self._table[fd] = SelectorKey(old.fileobj if old.events == events else fileobj, fd, events, data)
        return new

    def select(self, timeout=None):
        try:
            found = self._poll(timeout)
        except InterruptedError:
            return []
        ready = []
        find = self._table.get
        for fd, events in found:
            key = find(fd)
            if key is not None and (events := events & key.events):
                ready.append((key, events))
        return ready

    def get_map(self):
        return self._shown

    def close(self):
        self._table.clear()
        self._shown = None


class SelectSelector(_TableSelector):
    """Waits with select.select()."""

    def __init__(self):
        super().__init__()
        self._readers, self._writers = set(), set()

    def _tell(self, fd, before, events):
        for bit, waiting in ((EVENT_READ, self._readers), (EVENT_WRITE, self._writers)):
            (waiting.add if events & bit else waiting.discard)(fd)

    def _poll(self, timeout):
        if timeout is not None and timeout < 0:
            timeout = 0
        ready = select.select(self._readers, self._writers, (), timeout)
        found = dict.fromkeys(ready[0], EVENT_READ)
        for fd in ready[1]:
            found[fd] = found.get(fd, 0) | EVENT_WRITE
        return found.items()

    def close(self):
        super().close()
        self._readers.clear()
        self._writers.clear()


class _SystemSelector(_TableSelector):
    "One that has an object of the system: `_make` makes it, `_masks` are its masks for our four sets of events, `_second` its unit of time."

    def __init__(self):
        super().__init__()
        self._system = self._make()

    def _tell(self, fd, before, events):
        if not events:
            self._system.unregister(fd)
        elif before:
            self._system.modify(fd, self._masks[events])
        else:
            self._system.register(fd, self._masks[events])

    def _poll(self, timeout):
        if timeout is not None:
            # Rounded up to milliseconds: what is due then must not be found too early, again and again.
            timeout = -int(-timeout * 1000 // 1) / 1000 * self._second if timeout > 0 else 0
        _, read, write, _ = self._masks
        # An error or a hang-up, any other bit, makes both ready.
        return [(fd, (EVENT_READ if mask & ~write else 0) | (EVENT_WRITE if mask & ~read else 0)) for fd, mask in self._ask(timeout)]

    def _ask(self, timeout):
        return self._system.poll(timeout)


class PollSelector(_SystemSelector):
    """Waits with select.poll()."""
    _make = select.poll
    _masks = 0, select.POLLIN, select.POLLOUT, select.POLLIN | select.POLLOUT
    _second = 1000


class EpollSelector(_SystemSelector):
    """Waits with select.epoll()."""
    _make = select.epoll
    _masks = 0, select.EPOLLIN, select.EPOLLOUT, select.EPOLLIN | select.EPOLLOUT
    _second = 1

    def _ask(self, timeout):
        return self._system.poll(timeout, len(self._table) or 1)

    def fileno(self):
        """The descriptor of the epoll object."""
        return self._system.fileno()

    def close(self):
        self._system.close()
        super().close()


DefaultSelector = EpollSelector
