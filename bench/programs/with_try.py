import contextlib


class Lock:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, *exc):
        self.depth -= 1
        return False


@contextlib.contextmanager
def tracked(log):
    log.append("in")
    try:
        yield log
    finally:
        log.append("out")


lock, log, total = Lock(), [], 0
for i in range(60000):
    with lock as l:
        total += l.depth
    try:
        total += 1
    finally:
        total -= 1
for i in range(6000):
    with tracked(log):
        total += 1
print(total, len(log))
