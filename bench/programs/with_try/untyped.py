"""with and try in loops: context managers as classes and as generators, finally, break and continue through them."""
import contextlib
import sys


class Lock:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, value, trace):
        self.depth -= 1
        return kind is KeyError


@contextlib.contextmanager
def tracked(log):
    log.append("in")
    try:
        yield log
    finally:
        log.append("out")


n = int(sys.argv[1])
lock = Lock()
log = []
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
