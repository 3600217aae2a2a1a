"""with and try in loops: context managers as classes and as generators, finally, break and continue through them."""
from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from types import TracebackType


class Lock:
    def __init__(self) -> None:
        self.depth = 0

    def __enter__(self) -> Lock:
        self.depth += 1
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> bool:
        self.depth -= 1
        return kind is KeyError


@contextlib.contextmanager
def tracked(log: list[str]) -> Iterator[list[str]]:
    log.append("in")
    try:
        yield log
    finally:
        log.append("out")


def main() -> None:
    n = int(sys.argv[1])
    lock = Lock()
    log: list[str] = []
    total = 0
    for i in range(n):
        with lock as held:
            total += held.depth
        try:
            total += 1
            if i % 5 == 0:
                continue
            total += 2
        finally:
            total -= 1
    for i in range(n // 4):
        with lock, lock:
            total += lock.depth
            if i % 16 == 0:
                raise KeyError(i)
    for i in range(n // 8):
        with tracked(log) as entries:
            total += len(entries) % 2
    print(total, len(log), lock.depth)


if __name__ == "__main__":
    main()
