import threading
import time
import concurrent.futures
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Executor, Future, ThreadPoolExecutor, TimeoutError,
                                as_completed, wait)


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def square(n):
    return n * n


def fail(n):
    raise ValueError(f"no {n}")


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(square, n) for n in range(10)]
    print([f.result() for f in futures])
    print(list(pool.map(square, range(5))), list(pool.map(pow, [2, 3], [3, 2])))
    print(sorted(f.result() for f in as_completed(futures)))
    f = pool.submit(fail, 3)
    attempt(f.result)
    print(repr(f.exception()), f.done(), f.cancelled(), f.running())
    attempt(list, pool.map(fail, [1]))
    print(pool.submit(dict, a=1, b=2).result())
    done, not_done = wait(futures)
    print(len(done), len(not_done))
    result = wait([pool.submit(square, 2), pool.submit(fail, 1)], return_when=FIRST_EXCEPTION)
    print(type(result).__name__, result._fields, any(f.exception() for f in result.done))
    gate = threading.Event()
    slow = pool.submit(gate.wait, 5)
    fast = pool.submit(square, 9)
    result = wait([slow, fast], return_when=FIRST_COMPLETED)
    print(fast in result.done, slow in result.not_done, slow.running(), slow.done())
    attempt(slow.result, timeout=0.01)
    attempt(slow.exception, 0.01)
    attempt(list, as_completed([slow], timeout=0.01))
    print(slow.cancel(), wait([slow], timeout=0.01).done)
    gate.set()
    print(slow.result())
    attempt(wait, [pool.submit(time.sleep, 0.05)], return_when="WHENEVER")
attempt(pool.submit, square, 1)
print(repr(f).split(" at ")[0], repr(f).split(" ")[-3:], repr(futures[0]).split(" ")[-3:])

print("-- cancelling")
gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    first = pool.submit(gate.wait)
    second = pool.submit(square, 1)
    print(second.cancel(), second.cancelled(), second.cancel(), second.done())
    attempt(second.result)
    called = []
    third = pool.submit(square, 4)
    third.add_done_callback(lambda f: called.append(f.result()))
    third.add_done_callback(lambda f: called.append(f is third))
    gate.set()
print(called)
third.add_done_callback(lambda f: called.append("at once"))
print(called)
gate = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(gate.wait)
waiting = [pool.submit(square, n) for n in range(3)]
threading.Timer(0.02, gate.set).start()
pool.shutdown(wait=True, cancel_futures=True)
print(running.result(), [f.cancelled() for f in waiting])

print("-- workers")
names = set()
with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    barrier = threading.Barrier(2)
    for f in [pool.submit(lambda: (barrier.wait(), names.add(threading.current_thread().name))) for _ in range(2)]:
        f.result()
print(sorted(names))
local = threading.local()


def prepare(value):
    local.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as pool:
    print(set(pool.map(lambda _: local.value, range(4))))
attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, 1, "x", 5)

print("-- Future by hand")
f = Future()
print(repr(f).split(" ")[-1], f.set_running_or_notify_cancel(), f.running(), f.cancel())
f.set_result(5)
print(f.result(), repr(f).split(" ")[-3:])
try:
    f.set_result(6)
except concurrent.futures.InvalidStateError as error:
    print(str(error).split(" at ")[0])
f = Future()
print(f.cancel(), f.set_running_or_notify_cancel(), f.cancelled())
f = Future()
f.set_exception(KeyError("k"))
attempt(f.result)
print(concurrent.futures.TimeoutError is __builtins__.TimeoutError, issubclass(CancelledError, concurrent.futures._base.Error), ALL_COMPLETED, Future[int])
attempt(Executor().submit, square, 1)

print("-- much")


def tree(depth):
    return [] if depth == 0 else [tree(depth - 1), tree(depth - 1)]


def count(t):
    return 1 + sum(count(c) for c in t)


with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda d: count(tree(d)), [8, 9, 10, 11, 8, 9])))
    texts = pool.map(lambda n: "".join(str(i) for i in range(n)), [100, 200, 3000])
    print([len(t) for t in texts])
