# An annotated program, as people write them.
from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any, Generic, Iterator, Protocol, TypeVar, overload

E = TypeVar("E", bound="Event")
E_contra = TypeVar("E_contra", bound="Event", contravariant=True)
T = TypeVar("T")


class Event:
    __slots__ = ("stopped",)

    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


class KeyPressed(Event):
    def __init__(self, key: str, *, shift: bool = False) -> None:
        super().__init__()
        self.key = key
        self.shift = shift


class Clicked(Event):
    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self.position = x, y


class Handler(Protocol[E_contra]):
    def __call__(self, event: E_contra, /) -> object: ...


class Bus:
    def __init__(self) -> None:
        self._handlers: dict[type[Event], list[tuple[int, Handler[Any]]]] = {}
        self.history: list[str] = []

    @overload
    def on(self, kind: type[E], handler: Handler[E], *, priority: int = ...) -> Handler[E]: ...
    @overload
    def on(self, kind: type[E], handler: None = ..., *, priority: int = ...) -> Callable[[Handler[E]], Handler[E]]: ...
    def on(self, kind: type[E], handler: Handler[E] | None = None, *, priority: int = 0) -> Any:
        if handler is None:
            return functools.partial(self.on, kind, priority=priority)
        entries = self._handlers.setdefault(kind, [])
        entries.append((priority, handler))
        entries.sort(key=lambda entry: -entry[0])
        return handler

    def off(self, kind: type[E], handler: Handler[E]) -> bool:
        entries = self._handlers.get(kind, [])
        before = len(entries)
        entries[:] = [entry for entry in entries if entry[1] is not handler]
        return len(entries) < before

    def emit(self, event: Event) -> int:
        count = 0
        for cls in type(event).__mro__:
            if not issubclass(cls, Event):
                break
            for _, handler in list(self._handlers.get(cls, ())):
                handler(event)
                count += 1
                if event.stopped:
                    return count
        return count

    @contextmanager
    def subscribed(self, kind: type[E], handler: Handler[E]) -> Iterator[Bus]:
        self.on(kind, handler)
        try:
            yield self
        finally:
            self.off(kind, handler)


class Signal(Generic[T]):
    def __init__(self) -> None:
        self._slots: weakref.WeakKeyDictionary[object, Callable[[T], None]] = weakref.WeakKeyDictionary()

    def connect(self, owner: object, slot: Callable[[T], None]) -> None:
        self._slots[owner] = slot

    def __call__(self, value: T) -> int:
        for slot in list(self._slots.values()):
            slot(value)
        return len(self._slots)


class Counter:
    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def __call__(self, event: Event, /) -> None:
        name = type(event).__name__
        self.seen[name] = self.seen.get(name, 0) + 1


def main() -> None:
    bus, counter = Bus(), Counter()
    bus.on(Event, counter)

    @bus.on(KeyPressed, priority=5)
    def quit_on_q(event: KeyPressed) -> None:
        bus.history.append(event.key.upper() if event.shift else event.key)
        if event.key == "q":
            event.stop()

    bus.on(Clicked, lambda event: bus.history.append(str(event.position)))
    for event in (KeyPressed("a"), KeyPressed("b", shift=True), Clicked(1, 2), KeyPressed("q")):
        print(type(event).__name__, bus.emit(event))
    print(counter.seen, bus.history, bus.off(KeyPressed, quit_on_q), bus.off(KeyPressed, quit_on_q))
    seen: list[int] = []
    with bus.subscribed(Clicked, lambda event: seen.append(event.position[0])) as same:
        same.emit(Clicked(9, 9))
    bus.emit(Clicked(8, 8))
    print(seen, same is bus)
    signal: Signal[tuple[str, int]] = Signal()

    class Owner:
        pass

    owner = Owner()
    got: list[str] = []
    signal.connect(owner, lambda pair: got.append(pair[0] * pair[1]))
    print(signal(("ab", 2)), got)


main()
