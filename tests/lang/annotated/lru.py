# An annotated program, as people write them.
from __future__ import annotations

import functools
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, MutableMapping
from typing import Any, Generic, Iterator, NamedTuple, Optional, ParamSpec, TypeVar, Union

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")
R = TypeVar("R")


class CacheInfo(NamedTuple):
    hits: int
    misses: int
    size: int
    limit: Optional[int] = None

    @property
    def rate(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0


class Node(Generic[K, V]):
    __slots__ = "key", "value", "before", "after"

    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value
        self.before: Node[K, V] | None = None
        self.after: Node[K, V] | None = None


class LRU(MutableMapping[K, V]):
    def __init__(self, limit: int = 4) -> None:
        if limit < 1:
            raise ValueError("limit must be positive")
        self.limit = limit
        self._nodes: dict[K, Node[K, V]] = {}
        self._first: Node[K, V] | None = None
        self._last: Node[K, V] | None = None
        self.hits = self.misses = 0

    def _unlink(self, node: Node[K, V]) -> None:
        if node.before:
            node.before.after = node.after
        else:
            self._first = node.after
        if node.after:
            node.after.before = node.before
        else:
            self._last = node.before
        node.before = node.after = None

    def _push(self, node: Node[K, V]) -> None:
        node.after = self._first
        if self._first is not None:
            self._first.before = node
        self._first = node
        if self._last is None:
            self._last = node

    def __getitem__(self, key: K) -> V:
        try:
            node = self._nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key: K, value: V) -> None:
        node = self._nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self._nodes) >= self.limit:
                last = self._last
                assert last is not None
                self._unlink(last)
                del self._nodes[last.key]
            node = self._nodes[key] = Node(key, value)
        self._push(node)

    def __delitem__(self, key: K) -> None:
        self._unlink(self._nodes.pop(key))

    def __iter__(self) -> Iterator[K]:
        keys: list[K] = []
        node = self._first
        while node:
            keys.append(node.key)
            node = node.after
        yield from keys

    def __len__(self) -> int:
        return len(self._nodes)

    def info(self) -> CacheInfo:
        return CacheInfo(self.hits, self.misses, len(self), self.limit)


class Timed(Generic[V]):
    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.seconds, self.clock = seconds, clock
        self.entries: OrderedDict[str, tuple[float, V]] = OrderedDict()

    def get(self, key: str, make: Callable[[], V]) -> V:
        now = self.clock()
        entry = self.entries.get(key)
        if entry and entry[0] > now:
            return entry[1]
        value = make()
        self.entries[key] = now + self.seconds, value
        self.entries.move_to_end(key)
        return value


def cached(limit: int = 8) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        cache: LRU[Any, R] = LRU(limit)

        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            key = args, tuple(sorted(kwargs.items()))
            if key in cache:
                return cache[key]
            result = cache[key] = function(*args, **kwargs)
            return result

        setattr(wrapper, "cache", cache)
        return wrapper

    return decorate


@cached(limit=3)
def power(base: int, exponent: int = 2) -> int:
    calls.append((base, exponent))
    return base ** exponent


calls: list[tuple[int, int]] = []


def main() -> None:
    cache: LRU[str, Union[int, str]] = LRU(3)
    for word in "a b c a d".split():
        cache[word] = cache.get(word, 0) or len(cache)
    print(list(cache), dict(cache.items()), cache.info(), round(cache.info().rate, 2))
    cache.update(z="last", a=1)
    print(cache.pop("z"), cache.pop("nope", None), "a" in cache, list(cache.values()), cache.setdefault("q", 5))
    del cache["q"]
    try:
        del cache["q"]
    except KeyError as error:
        print("KeyError", error)
    print(power(2), power(2), power(3, exponent=3), power(2, 2), power(base=5), power(2), calls)
    now = [0.0]
    timed: Timed[list[int]] = Timed(5, lambda: now[0])
    first = timed.get("x", lambda: [1])
    now[0] = 4
    print(timed.get("x", lambda: [2]) is first)
    now[0] = 6
    print(timed.get("x", lambda: [2]))
    cache.clear()
    print(len(cache), cache.info()._replace(limit=None))


main()
