import queue
import sys
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print("-- Thread")
results = []


def work(n, scale=1):
    results.append(n * scale)


threads = [threading.Thread(target=work, args=(n,), kwargs={"scale": 10}) for n in range(5)]
print(threads[0].name, threads[0].is_alive(), threads[0].ident, threads[0].daemon, repr(threads[0]))
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), [t.is_alive() for t in threads], threads[0].ident is not None)
attempt(threads[0].start)
attempt(threading.Thread(target=work).join)
attempt(threading.current_thread().join)
print(threading.Thread(name="mine").name, threading.Thread(target=len).name[:7], threading.Thread(daemon=True).daemon)
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, threading.active_count(), len(threading.enumerate()))


class Counter(threading.Thread):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit
        self.count = 0

    def run(self):
        while self.count < self.limit:
            self.count += 1


counters = [Counter(50000) for _ in range(3)]
for c in counters:
    c.start()
for c in counters:
    c.join()
print([c.count for c in counters])


class NoInit(threading.Thread):
    def __init__(self):
        pass


attempt(NoInit().start)
names = []
t = threading.Thread(target=lambda: names.append(threading.current_thread().name), name="worker")
t.start()
t.join(5)
print(names)
t = threading.Thread(target=time.sleep, args=(0.2,), daemon=True)
t.start()
t.join(0.01)
print(t.is_alive(), t in threading.enumerate(), threading.active_count())
attempt(setattr, t, "daemon", False)
t.join()
print(t.is_alive(), threading.active_count())

print("-- exceptions")
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value), args.thread.name, args.exc_traceback is not None))
t = threading.Thread(target=lambda: 1 // 0, name="fails")
t.start()
t.join()
print(caught, t.is_alive())
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()

print("-- Lock, RLock")
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
with lock as got:
    print(got, repr(lock).split(" at ")[0])
print(repr(lock).split(" at ")[0], type(lock).__name__, threading.TIMEOUT_MAX > 1e6)
rlock = threading.RLock()
print(rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release(), repr(rlock).split(" at ")[0])
attempt(rlock.release)
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            value = total
            total = value + 1


threads = [threading.Thread(target=add, args=(5000,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
rlock.acquire()
other = []
t = threading.Thread(target=lambda: (other.append(rlock.acquire(False)), other.append(rlock.acquire(timeout=0.02))))
t.start()
t.join()
print(other, rlock.release())


def release_elsewhere():
    lock.release()


lock.acquire()
threading.Timer(0.02, release_elsewhere).start()
print(lock.acquire(timeout=5), lock.release())

print("-- Condition, Semaphore, Event, Barrier")
condition = threading.Condition()
items = []


def consumer(out):
    with condition:
        while not items:
            condition.wait()
        out.append(items.pop(0))


outs = [[], [], []]
threads = [threading.Thread(target=consumer, args=(out,)) for out in outs]
for t in threads:
    t.start()
for n in range(3):
    with condition:
        items.append(n)
        condition.notify()
for t in threads:
    t.join()
print(sorted(sum(outs, [])))
attempt(condition.wait)
attempt(condition.notify)
with condition:
    print(condition.wait(0.01), condition.wait_for(lambda: False, 0.01), condition.wait_for(lambda: 7))
    print(repr(condition).startswith("<Condition(<locked _thread.RLock object"), repr(condition).endswith(", 0)>"))
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.acquire(timeout=0.01), semaphore.release(), semaphore.acquire())
semaphore.release(2)
attempt(semaphore.release, 0)
attempt(semaphore.acquire, False, 1)
attempt(threading.Semaphore, -1)
bounded = threading.BoundedSemaphore(1)
attempt(bounded.release)
with bounded:
    print("inside", bounded.acquire(blocking=False))
active = most = 0
guard = threading.Lock()


def limited():
    global active, most
    with semaphore:
        with guard:
            active += 1
            most = max(most, active)
        time.sleep(0.01)
        with guard:
            active -= 1


threads = [threading.Thread(target=limited) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(most <= 2, active)
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.wait(0))
threading.Timer(0.02, event.set).start()
print(event.wait(), event.wait(5), event.is_set(), event.clear(), event.is_set())
order = []
barrier = threading.Barrier(3, action=lambda: order.append("action"))


def meet(n):
    index = barrier.wait()
    order.append(index)
    barrier.wait()


threads = [threading.Thread(target=meet, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(order[0], sorted(order[1:4]) == [0, 1, 2] or order.count("action"), order.count("action"), barrier.parties, barrier.n_waiting, barrier.broken)
lonely = threading.Barrier(2)
attempt(lonely.wait, 0.01)
print(lonely.broken)
attempt(lonely.wait)
lonely.reset()
print(lonely.broken, lonely.abort(), lonely.broken)
timer = threading.Timer(50, print, ["never"])
timer.start()
timer.cancel()
timer.join()
print("cancelled", timer.finished.is_set())

print("-- local")
local = threading.local()
local.x = "main"
seen = []


def own():
    seen.append(hasattr(local, "x"))
    local.x = "thread"
    seen.append(local.x)


t = threading.Thread(target=own)
t.start()
t.join()
print(seen, local.x, local.__dict__)
del local.x
attempt(getattr, local, "x")
attempt(threading.local, 1)


class Mine(threading.local):
    kind = "class attribute"

    def __init__(self, start):
        self.start = start

    def next(self):
        self.start += 1
        return self.start

    @property
    def double(self):
        return 2 * self.start


mine = Mine(10)
print(mine.next(), mine.next(), mine.double, mine.kind)
t = threading.Thread(target=lambda: seen.append((mine.next(), mine.double)))
t.start()
t.join()
print(seen[-1], mine.start, mine.__dict__)

print("-- queues")
q = queue.Queue(maxsize=2)
got = []


def take():
    while True:
        item = q.get()
        if item is None:
            break
        got.append(item)
        q.task_done()
    q.task_done()


workers = [threading.Thread(target=take) for _ in range(3)]
for w in workers:
    w.start()
for n in range(50):
    q.put(n)
for _ in workers:
    q.put(None)
q.join()
for w in workers:
    w.join()
print(sorted(got) == list(range(50)), q.qsize(), q.empty(), q.full(), q.unfinished_tasks)
attempt(q.get, timeout=0.01)
attempt(q.get_nowait)
attempt(q.get, True, -1)
q.put(1)
q.put(2)
attempt(q.put, 3, timeout=0.01)
attempt(q.put_nowait, 3)
attempt(q.put, 3, True, -1)
s = queue.SimpleQueue()
threading.Timer(0.02, s.put, ["late"]).start()
print(s.get(), s.empty(), s.qsize())
attempt(s.get, timeout=0.01)
attempt(s.get_nowait)
p = queue.PriorityQueue()
for n in (3, 1, 2):
    p.put((n, "x"))
print([p.get()[0] for _ in range(3)])

print("-- at the end: threads that are no daemons are waited for")
threading.Thread(target=lambda: (time.sleep(0.05), print("last words"))).start()
threading.Thread(target=lambda: (time.sleep(60), print("never")), daemon=True).start()
