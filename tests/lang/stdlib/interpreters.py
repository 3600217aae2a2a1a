# typhon-only: concurrent.interpreters is of Python 3.14
# Library reference, "concurrent.interpreters": interpreters with state of their own, calls into them, queues between them.
import math
import queue
import sys
import threading
import time
from concurrent import interpreters
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction


class Colour(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: float = 0.5


counter = 0


def count():
    global counter
    counter += 1
    return counter


def swap(p: Point, colour: Colour = Colour.RED) -> tuple[Point, Colour]:
    return Point(int(p.y), p.x), colour


def raises(kind):
    raise kind("inside", 1)


def nothing_sendable():
    return lambda: 1


def nap(seconds):
    time.sleep(seconds)
    return interpreters.get_current().id


def nested():
    inner = interpreters.create()
    try:
        return inner.call(math.factorial, 5), inner.id > interpreters.get_current().id
    finally:
        inner.close()


def relay(source, target):
    while (item := source.get()) is not None:
        target.put((interpreters.get_current().id, item))


def expect(kind, function, *args, **kwargs):
    try:
        print("no error:", function(*args, **kwargs))
    except kind as exc:
        print(type(exc).__name__, exc)


def main():
    print(interpreters.get_main(), interpreters.get_current() is interpreters.get_main(), [i.id for i in interpreters.list_all()])
    first, second = interpreters.create(), interpreters.create()
    print(first, second, interpreters.list_all() == [interpreters.get_main(), first, second])
    print(interpreters.Interpreter(1) is first, first.whence, first.is_running(), interpreters.get_main().is_running())

    # State: a __main__ each.
    first.exec("x = 1\nimport sys\nsys.setting = 'first'")
    second.exec("x = 2")
    first.exec("print(x, sys.setting, __name__)")
    second.exec("import sys; print(x, hasattr(sys, 'setting'))")
    first.prepare_main(x="prepared", y=[1, (2.5, b"b", {"k": None})])
    first.prepare_main({"z": {1, 2}, "y2": 10**30}, w=True)
    first.exec("print(x, y, z, y2, w)")
    expect(TypeError, first.exec, 1)

    # Calls.
    print(first.call(math.gcd, 12, 18), first.call(int, "ff", base=16), first.call(pow, 2, 100))
    print([first.call(count), first.call(count), second.call(count), count()])
    print(first.call(swap, Point(3, 7.0)), first.call(swap, Point(1), colour=Colour.RED)[1] is Colour.RED)
    print(first.call(Fraction, 1, 3), first.call(Fraction(1, 2).limit_denominator, 10))  # by pickle
    print(first.call(nested))
    shared = [1]
    result = first.call(list, (shared, shared))
    print(result, result[0] is result[1], result[0] is shared)
    print(len(first.call(bytes.upper, b"a" * 3_000_000)))

    # What goes wrong.
    try:
        first.call(raises, ValueError)
    except interpreters.ExecutionFailed as exc:
        info = exc.excinfo
        print(info.type.__name__, info.type.__qualname__, info.type.__module__, info.msg, info.formatted, sep=" | ")
        print(str(exc).startswith("ValueError: ('inside', 1)\n\nUncaught in the interpreter:\n\nTraceback (most recent call last):\n"), "in raises" in info.errdisplay)
    expect(interpreters.ExecutionFailed, first.exec, "def f():\n    raise SystemExit(3)\nf()")
    expect(interpreters.ExecutionFailed, first.exec, "1 +")
    try:
        first.call(nothing_sendable)
    except interpreters.NotShareableError as exc:
        print("not shareable", isinstance(exc, TypeError))
    try:
        first.call(lambda: 1)
    except interpreters.NotShareableError as exc:
        print("not shareable")
    expect(interpreters.InterpreterError, interpreters.get_main().exec, "1")
    expect(interpreters.InterpreterNotFoundError, interpreters.Interpreter, 99)
    expect(TypeError, interpreters.Interpreter, "1")

    # Threads: an interpreter is in one at a time, several interpreters in several.
    busy = first.call_in_thread(nap, 0.3)
    while not first.is_running():
        time.sleep(0.001)
    expect(interpreters.InterpreterError, first.exec, "1")
    expect(interpreters.InterpreterError, first.close)
    print(second.call(nap, 0))
    busy.join()
    print(first.is_running())

    # Queues.
    numbers = interpreters.create_queue(2)
    print(repr(numbers) == f"Queue({numbers.id})", numbers.maxsize, numbers.empty(), numbers.full(), numbers.qsize())
    numbers.put(1)
    numbers.put_nowait({"a": [Point(1)]})
    print(numbers.full(), numbers.qsize())
    expect(queue.Full, numbers.put_nowait, 3)
    expect(interpreters.QueueFull, numbers.put, 3, timeout=0.01)
    print(numbers.get(), numbers.get_nowait())
    expect(queue.Empty, numbers.get_nowait)
    expect(interpreters.QueueEmpty, numbers.get, timeout=0.01)
    expect(ValueError, numbers.get, timeout=-1)
    expect(interpreters.NotShareableError, numbers.put, (x for x in ()))
    there, back = interpreters.create_queue(), interpreters.create_queue(1)
    relays = [each.call_in_thread(relay, there, back) for each in (first, second)]
    for n in range(20):
        there.put(n)
    got = [back.get() for _ in range(20)]
    print(sorted(item for _, item in got), {who for who, _ in got} <= {first.id, second.id})
    there.put(None), there.put(None)
    for thread in relays:
        thread.join()
    print(interpreters.is_shareable(there), interpreters.is_shareable((1, "a", None)), interpreters.is_shareable([1]))

    # Items of interpreters that are gone.
    third = interpreters.create()
    third.prepare_main(q=there)
    third.exec("from concurrent import interpreters\nq.put(1)\nq.put(2, unbounditems=interpreters.UNBOUND_REMOVE)\nq.put(3, unbounditems=interpreters.UNBOUND_ERROR)\nq.put(4)")
    print(there.get())
    third.put = None
    there.put("mine")
    third.close()
    expect(interpreters.InterpreterNotFoundError, third.exec, "1")
    expect(interpreters.ItemInterpreterDestroyed, there.get)
    print(there.get(), there.get())

    # What nobody refers to ends.
    del third
    fourth = interpreters.create()
    number = fourth.id
    fourth.close()
    print(number in [each.id for each in interpreters.list_all()])
    first.exec("import atexit\natexit.register(print, 'first is over')")
    first.close()
    second.exec("print('left to the end')")


if __name__ == "__main__":
    main()
