# python3.12: an annotated program, as people write them.
from __future__ import annotations

import asyncio
import functools
import inspect
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any, ClassVar, Concatenate, Final, Literal, NamedTuple, Never, Protocol, Self, TypedDict, assert_never, cast, get_args, get_origin, get_type_hints, overload, override

type Handler[**P, R] = Callable[Concatenate[Context, P], R]
type Middleware = Callable[[Handler[..., Any]], Handler[..., Any]]
type Listener[E: Event] = Callable[[E], None]
type Nested[T] = T | Sequence[Nested[T]]
type IntOrStr = int | str


class Event: ...


@dataclass(frozen=True)
class UserCreated(Event):
    name: str


@dataclass
class Context:
    user: str
    state: dict[str, Any] = field(default_factory=dict)

    def child(self, **changes: Any) -> Context:
        return Context(self.user, self.state | changes)


class Container:
    def __init__(self) -> None:
        self._factories: dict[type, Callable[[], Any]] = {}
        self._singletons: dict[type, Any] = {}

    def register[T](self, key: type[T], factory: Callable[[], T] | None = None) -> Self:
        self._factories[key] = factory if factory is not None else lambda: self.build(key)
        return self

    def get[T](self, key: type[T]) -> T:
        if key not in self._singletons:
            self._singletons[key] = self._factories[key]()
        return cast(T, self._singletons[key])

    def build[T](self, cls: type[T]) -> T:
        hints = get_type_hints(cls.__init__)
        hints.pop("return", None)
        return cls(**{name: self.get(hint) for name, hint in hints.items()})


class Dispatcher:
    def __init__(self) -> None:
        self._listeners: defaultdict[type[Event], list[Listener[Any]]] = defaultdict(list)

    def on[E: Event](self, kind: type[E]) -> Callable[[Listener[E]], Listener[E]]:
        def register(listener: Listener[E]) -> Listener[E]:
            self._listeners[kind].append(listener)
            return listener

        return register

    def emit[E: Event](self, event: E) -> E:
        for listener in self._listeners[type(event)]:
            listener(event)
        return event


class Repository[K: Hashable, V](ABC):
    registry: ClassVar[dict[str, type[Repository[Any, Any]]]] = {}

    def __init_subclass__(cls, *, name: str | None = None) -> None:
        super().__init_subclass__()
        cls.registry[name or cls.__name__] = cls

    @abstractmethod
    def load(self, key: K) -> V | None: ...

    def require(self, key: K) -> V:
        if (value := self.load(key)) is None:
            raise KeyError(key)
        return value


class MemoryRepository[V](Repository[str, V], name="memory"):
    def __init__(self, **values: V) -> None:
        self.values = values

    @override
    def load(self, key: str) -> V | None:
        return self.values.get(key)

    def transform[U](self, function: Callable[[V], U]) -> MemoryRepository[U]:
        return MemoryRepository(**{key: function(value) for key, value in self.values.items()})


def with_context[**P, R](function: Handler[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(Context("root"), *args, **kwargs)

    return wrapper


@with_context
def greet(context: Context, greeting: str, *, loud: bool = False) -> str:
    text = f"{greeting} {context.user}"
    return text.upper() if loud else text


def flatten(value: Nested[IntOrStr]) -> Iterator[IntOrStr]:
    if isinstance(value, (int, str)):
        yield value
    else:
        for item in value:
            yield from flatten(item)


class Linked[T]:
    class Cell[U](NamedTuple):
        head: U
        tail: Linked.Cell[U] | None = None

    def __init__(self, *items: T) -> None:
        self.cell: Linked.Cell[T] | None = None
        for item in reversed(items):
            self.cell = Linked.Cell(item, self.cell)

    def __iter__(self) -> Iterator[T]:
        cell = self.cell
        while cell:
            yield cell.head
            cell = cell.tail


class Positive:
    def __init__(self, *, below: float = float("inf")) -> None:
        self.below = below


def validated[T](cls: type[T]) -> type[T]:
    original = cls.__init__

    @functools.wraps(original)
    def __init__(self: T, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        for name, hint in get_type_hints(cls, include_extras=True).items():
            if get_origin(hint) is Annotated:
                for extra in get_args(hint)[1:]:
                    if isinstance(extra, Positive) and not 0 < getattr(self, name) < extra.below:
                        raise ValueError(f"{name} is out of range")

    setattr(cls, "__init__", __init__)
    return cls


@validated
@dataclass
class Box:
    width: Annotated[float, Positive(below=10)]
    label: Annotated[str, "shown"] = ""


class Clock(Protocol):
    def now(self) -> float: ...


class FixedClock:
    def now(self) -> float:
        return 5.0


class Service:
    def __init__(self, clock: FixedClock, dispatcher: Dispatcher) -> None:
        self.clock = clock
        self.dispatcher = dispatcher

    def create(self, name: str) -> str:
        return f"{self.dispatcher.emit(UserCreated(name)).name}@{self.clock.now()}"


async def gather_map[T, R](function: Callable[[T], Awaitable[R]], items: Iterable[T], *, limit: int = 2) -> list[R]:
    gate = asyncio.Semaphore(limit)

    async def one(item: T) -> R:
        async with gate:
            return await function(item)

    return await asyncio.gather(*(one(item) for item in items))


async def slow_double(n: int) -> int:
    await asyncio.sleep(0)
    return n * 2


def main() -> None:
    container = Container().register(FixedClock).register(Dispatcher).register(Service)
    created: list[str] = []

    @container.get(Dispatcher).on(UserCreated)
    def remember(event: UserCreated) -> None:
        created.append(event.name)

    print(container.get(Service).create("ann"), created, container.get(Service) is container.get(Service))
    print(greet("hi"), greet("hi", loud=True), greet.__name__, list(flatten([1, [2, [3]], 4])), list(flatten("x")), list(Linked("a", "b")))
    lengths = MemoryRepository(a="xyz", b="").transform(len)
    print(lengths.require("a") + 1, sorted(Repository.registry), lengths.load("zz"))
    try:
        lengths.require("q")
    except KeyError as error:
        print("missing", error)
    print(Box(3).width, Box.__init__.__name__)
    try:
        Box(12)
    except ValueError as error:
        print(error)
    print(asyncio.run(gather_map(slow_double, range(4))), Context("a").child(x=1).state, IntOrStr.__value__, Handler.__type_params__)


main()
