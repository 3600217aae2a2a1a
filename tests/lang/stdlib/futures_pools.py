# timed: futures and pools of threads: states, errors, waiting, pools that are forgotten, initializers, callbacks, cancelling
import gc, logging, threading, time
from concurrent import futures
from concurrent.futures import *
from concurrent.futures.thread import BrokenThreadPool

logging.disable(logging.CRITICAL)


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__module__, type(error).__name__, error)


def shown(future):
    return repr(future).split("state=")[1]


f = Future()
print(shown(f), f.done(), f.running(), f.cancelled())
attempt(f.result, 0)
attempt(f.exception, timeout=0.001)
attempt(f.result, -1)
print(f.set_running_or_notify_cancel(), shown(f), f.running(), f.cancel())
f.add_done_callback(lambda f: print("callback", shown(f)))
f.set_result([1])
f.add_done_callback(lambda f: print("late", f.result()))
print(shown(f), f.result(), f.exception())
try:
    f.set_result(2)
except futures.InvalidStateError as error:
    print(str(error).split(" at ")[0], str(error).split("state=")[1])
attempt(f.set_running_or_notify_cancel)
f = Future()
print(f.cancel(), f.cancel(), shown(f), f.done(), f.set_running_or_notify_cancel(), shown(f))
attempt(f.result)
attempt(f.exception)
try:
    f.set_exception(ValueError())
except futures.InvalidStateError as error:
    print(str(error).split(":")[0])
f = Future()
f.set_exception(ZeroDivisionError("zero"))
print(shown(f), repr(f.exception()))
attempt(f.result)
print(Future[int])

for bad in dict(max_workers=0), dict(max_workers=-1), dict(initializer=3):
    attempt(ThreadPoolExecutor, **bad)

with ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    print(pool.submit(lambda: threading.current_thread().name.startswith("pool_")).result())
    print(list(pool.map(pow, range(5), range(5), timeout=5)), pool._max_workers)
    gate = threading.Event()
    blocked = [pool.submit(gate.wait) for _ in range(2)]
    waiting = pool.submit(print, "never")
    print(waiting.cancel(), len(wait([waiting], timeout=0).not_done), waiting.cancelled())
    done, left = wait(blocked, timeout=0.01)
    print(len(done), len(left))
    attempt(lambda: next(as_completed(blocked, timeout=0.01)))
    attempt(lambda: list(pool.map(lambda _: gate.wait(), [1, 2], timeout=0.01)))
    gate.set()
    print([f.result() for f in as_completed(blocked)], wait(blocked).done == set(blocked))
    failing = [pool.submit(lambda: 1 // 0), pool.submit(time.sleep, 0.05)]
    done, left = wait(failing, return_when=FIRST_EXCEPTION)
    print([repr(f.exception()) for f in done], len(left))
    done, left = wait(failing, return_when=FIRST_COMPLETED)
    print(len(done) >= 1, wait([]), list(as_completed([])))
    slow = pool.submit(time.sleep, 0.05)
    attempt(wait, [slow], return_when="SOME")
    print(wait(failing + [slow]).not_done)
attempt(pool.submit, print)

pool = ThreadPoolExecutor(1)
gate = threading.Event()
first = pool.submit(gate.wait)
rest = [pool.submit(print, n) for n in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
gate.set()
print(first.result(), [f.cancelled() for f in rest])

def fail():
    raise RuntimeError("initializer")


pool = ThreadPoolExecutor(1, initializer=fail)
attempt(lambda: pool.submit(print, 1).result())
attempt(pool.submit, print)
print(issubclass(BrokenThreadPool, BrokenExecutor), issubclass(BrokenExecutor, RuntimeError))
pool.shutdown()
pool = ThreadPoolExecutor(2, initializer=lambda a: seen.append(a), initargs=("arg",))
seen = []
print(pool.submit(len, "four").result(), seen)

pool.submit(lambda: 1).add_done_callback(lambda f: 1 / 0)
threads = list(pool._threads)
del pool
gc.collect()
for thread in threads:
    thread.join(5)
print(any(thread.is_alive() for thread in threads))
last = ThreadPoolExecutor(1)
last.submit(lambda: (time.sleep(0.05), print("at the end")))
