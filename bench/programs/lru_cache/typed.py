"""A cache that forgets what was used longest ago: a dictionary and a list of linked entries; beside it functools.lru_cache and OrderedDict."""
from __future__ import annotations

import functools
import sys
from collections import OrderedDict


class Entry:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key: int, value: int) -> None:
        self.key = key
        self.value = value
        self.before: Entry = self
        self.after: Entry = self


class Cache:
    def __init__(self, size: int) -> None:
        self.size = size
        self.entries: dict[int, Entry] = {}
        self.root = Entry(-1, -1)
        self.hits = 0

    def unlink(self, entry: Entry) -> None:
        entry.before.after = entry.after
        entry.after.before = entry.before

    def link(self, entry: Entry) -> None:
        last = self.root.before
        last.after = entry
        entry.before = last
        entry.after = self.root
        self.root.before = entry

    def get(self, key: int) -> int | None:
        entry = self.entries.get(key)
        if entry is None:
            return None
        self.hits += 1
        self.unlink(entry)
        self.link(entry)
        return entry.value

    def put(self, key: int, value: int) -> None:
        if len(self.entries) >= self.size:
            oldest = self.root.after
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = Entry(key, value)
        self.entries[key] = entry
        self.link(entry)


@functools.lru_cache(maxsize=None)
def ways(steps: int, longest: int) -> int:
    if steps == 0:
        return 1
    return sum([ways(steps - k, longest) for k in range(1, min(longest, steps) + 1)]) % 1000007


def main() -> None:
    n = int(sys.argv[1])
    cache = Cache(500)
    ordered: OrderedDict[int, int] = OrderedDict()
    x = 1
    total = 0
    for _ in range(n):
        x = x * 16807 % 2147483647
        key = x % 1000 if x % 3 else x % 100
        value = cache.get(key)
        if value is None:
            value = key * key % 1009
            cache.put(key, value)
        total += value
        if key in ordered:
            ordered.move_to_end(key)
        else:
            ordered[key] = value
            if len(ordered) > 500:
                ordered.popitem(last=False)
    print(cache.hits, total, len(ordered), next(iter(ordered)), sum([ways(i % 300, 5) for i in range(n // 4)]))


if __name__ == "__main__":
    main()
