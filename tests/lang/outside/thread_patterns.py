# python3.12
"""Threads, queues, locks, barriers, thread pools, futures, local storage, timers, conditions."""
import concurrent.futures as cf
import queue
import threading
import time
import sys


class BoundedBuffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.lock = threading.Lock()
        self.not_empty = threading.Condition(self.lock)
        self.not_full = threading.Condition(self.lock)
    def put(self, x):
        with self.not_full:
            self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x); self.not_empty.notify()
    def get(self):
        with self.not_empty:
            while not self.items: self.not_empty.wait()
            x = self.items.pop(0); self.not_full.notify()
            return x


def test_buffer():
    b, out = BoundedBuffer(3), []
    def prod(k):
        for i in range(20): b.put(k * 100 + i)
    def cons():
        while (x := b.get()) is not None: out.append(x)
    ps = [threading.Thread(target=prod, args=(k,), name=f"prod-{k}") for k in range(3)]
    cs = [threading.Thread(target=cons) for _ in range(2)]
    for t in ps + cs: t.start()
    for t in ps: t.join()
    for _ in cs: b.put(None)
    for t in cs: t.join()
    print(len(out), sum(out), sorted(out)[:3], [t.name for t in ps], ps[0].is_alive())


class Account:
    def __init__(self, n): self.balance, self.lock = n, threading.RLock()
    def transfer(self, other, n):
        first, second = sorted((self, other), key=id)
        with first.lock, second.lock:
            if self.balance < n: raise ValueError(f"insufficient: {self.balance} < {n}")
            self.balance -= n; other.balance += n


def test_bank():
    a, b = Account(1000), Account(1000)
    with cf.ThreadPoolExecutor(max_workers=4, thread_name_prefix="bank") as ex:
        fs = [ex.submit(a.transfer if i % 2 else b.transfer, b if i % 2 else a, 10) for i in range(100)]
        cf.wait(fs)
        bad = ex.submit(a.transfer, b, 10 ** 6)
    print(a.balance, b.balance, a.balance + b.balance)
    print(type(bad.exception()).__name__, bad.exception(), bad.done(), bad.cancelled())
    try: bad.result()
    except ValueError as e: print("raised", e)


def test_pool():
    def square(x):
        if x == 5: raise ArithmeticError("five")
        return x * x
    with cf.ThreadPoolExecutor(3) as ex:
        print(list(ex.map(square, range(5))))
        it = ex.map(square, range(8))
        got = []
        try:
            for v in it: got.append(v)
        except ArithmeticError as e: print(got, repr(e))
        futs = {ex.submit(square, i): i for i in (1, 2, 5)}
        res = {}
        for f in cf.as_completed(futs):
            res[futs[f]] = f.exception() or f.result()
        print(sorted(res.items(), key=lambda kv: kv[0]))
        print(list(ex.map(pow, [2, 3, 4], [5, 2, 3])))
        f = ex.submit(time.sleep, 0.3)
        try: f.result(timeout=0.01)
        except cf.TimeoutError as e: print("timeout", repr(e))
        hits = []
        f.add_done_callback(lambda f: hits.append(f.result()))
    print(hits)
    try: ex.submit(square, 1)
    except RuntimeError as e: print(e)


def test_queues():
    q = queue.PriorityQueue()
    for item in [(3, "c"), (1, "a"), (2, "b")]: q.put(item)
    print([q.get() for _ in range(q.qsize())], q.empty())
    l = queue.LifoQueue(2); l.put(1); l.put(2)
    print(l.full())
    try: l.put_nowait(3)
    except queue.Full as e: print("Full", repr(e))
    print(l.get(), l.get())
    try: l.get(timeout=0.01)
    except queue.Empty: print("Empty")
    q = queue.Queue()
    done = []
    def worker():
        while True:
            item = q.get()
            done.append(item * 2); q.task_done()
    for _ in range(3): threading.Thread(target=worker, daemon=True).start()
    for i in range(30): q.put(i)
    q.join()
    print(sorted(done) == [i * 2 for i in range(30)])
    try: q.task_done()
    except ValueError as e: print(e)


def test_misc():
    bar, order = threading.Barrier(3), []
    def at(i):
        order.append("before"); bar.wait(); order.append("after")
    ts = [threading.Thread(target=at, args=(i,)) for i in range(3)]
    [t.start() for t in ts]; [t.join() for t in ts]
    print(order)
    loc = threading.local(); loc.x = "main"; seen = []
    def local():
        seen.append(hasattr(loc, "x")); loc.x = "thread"; seen.append(loc.x)
    t = threading.Thread(target=local); t.start(); t.join(); print(seen, loc.x)
    ev = threading.Event()
    timer = threading.Timer(0.01, ev.set); timer.start()
    print(ev.wait(2), ev.is_set())
    sem = threading.BoundedSemaphore(1)
    with sem: print(sem.acquire(blocking=False))
    try: sem.release()
    except ValueError as e: print(e)
    lk = threading.Lock()
    try: lk.release()
    except RuntimeError as e: print(e)
    try: threading.RLock().release()
    except RuntimeError as e: print(e)
    t = threading.Thread(target=print)
    try: t.join()
    except RuntimeError as e: print(e)
    t.start(); t.join()
    try: t.start()
    except RuntimeError as e: print(e)
    print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
    def hook(a): print("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
    threading.excepthook = hook
    t = threading.Thread(target=lambda: 1 / 0, name="boom"); t.start(); t.join()


for f in [v for k, v in sorted(globals().items()) if k.startswith("test_")]:
    print("--", f.__name__); f()
threading.excepthook = threading.__excepthook__
def broken(n):
    if n: return broken(n - 1)
    raise KeyError("in thread")
t = threading.Thread(target=broken, args=(2,), name="worker-1"); t.start(); t.join()
print("still here"); sys.exit(7)
