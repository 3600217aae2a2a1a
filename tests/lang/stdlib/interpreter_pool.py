# typhon-only: InterpreterPoolExecutor is of Python 3.14
# Library reference, "concurrent.futures", "InterpreterPoolExecutor".
import logging
import os
import sys
import time
from concurrent import futures
from concurrent.futures import InterpreterPoolExecutor, as_completed, wait
from concurrent.futures.interpreter import BrokenInterpreterPool, ExecutionFailed
from dataclasses import dataclass

logging.getLogger("concurrent.futures").addHandler(logging.NullHandler())
logging.getLogger("concurrent.futures").propagate = False


class Refused(Exception):
    def __init__(self, reason, code):
        super().__init__(reason, code)
        self.code = code


class Closed(Exception):
    def __init__(self):
        self.what = lambda: 1


@dataclass(frozen=True)
class Job:
    number: int
    words: tuple[str, ...] = ()


state = "fresh"


def prepare(value, other="x"):
    global state
    state = value + other


def read_state():
    return state


def square(n):
    return n * n


def work(job: Job) -> Job:
    return Job(job.number + 1, job.words + ("done",))


def refuse(n):
    raise Refused("no", n)


def refuse_closed():
    raise Closed


def fail(*args):
    1 / 0


def sleep(seconds):
    time.sleep(seconds)
    return seconds


def main():
    with InterpreterPoolExecutor(max_workers=2) as pool:
        print(isinstance(pool, futures.ThreadPoolExecutor), isinstance(pool, futures.Executor))
        print(pool.submit(square, 7).result(), pool.submit(pow, 2, 10).result(), pool.submit(int, "11", base=2).result())
        print(list(pool.map(square, range(20))), list(pool.map(work, [Job(1), Job(2, ("a",))])))
        print(list(pool.map(max, [1, 5], [3, 2])))
        failed = pool.submit(refuse, 4)
        exc = failed.exception()
        print(type(exc) is Refused, exc.args, exc.code, type(exc.__cause__) is ExecutionFailed)
        print(exc.__cause__.excinfo.formatted, "in refuse" in exc.__cause__.excinfo.errdisplay)
        print(type(pool.submit(refuse_closed).exception()).__name__)
        try:
            pool.submit(fail).result()
        except ZeroDivisionError as exc:
            print(exc)
        print(type(pool.submit(lambda: 1).exception()).__name__)
        print(type(pool.submit(square, object()).exception()).__name__)
        print(pool.submit(square, 3).result())  # and goes on
        done, not_done = wait([pool.submit(sleep, s) for s in (0.02, 0.01)])
        print(sorted(each.result() for each in done), not_done)
        print(sorted(each.result() for each in as_completed([pool.submit(square, n) for n in range(5)])))
        # State is that of the interpreter, not of this one.
        print(read_state(), pool.submit(read_state).result())
    try:
        pool.submit(square, 1)
    except RuntimeError as exc:
        print(exc)

    with InterpreterPoolExecutor(1, initializer=prepare, initargs=("made",)) as pool:
        print(state, pool.submit(read_state).result(), pool.submit(read_state).result())
    broken = InterpreterPoolExecutor(1, initializer=fail, initargs=(1,))
    future = broken.submit(square, 1)
    print(type(future.exception()).__name__, future.exception())
    try:
        broken.submit(square, 1)
    except BrokenInterpreterPool as exc:
        print(exc)
    broken.shutdown()
    for wrong in ({"max_workers": 0}, {"initializer": 1}):
        try:
            InterpreterPoolExecutor(**wrong)
        except (ValueError, TypeError) as exc:
            print(exc)
    # Cancelled before it began; left to the end of the program.
    pool = InterpreterPoolExecutor(1)
    first, later = pool.submit(sleep, 0.05), pool.submit(square, 2)
    print(later.cancel(), first.result())
    left = pool.submit(print, "at the end", flush=True)


if __name__ == "__main__":
    main()
