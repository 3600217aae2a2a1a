import multiprocessing as mp
import os
import queue
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import Pool, Process, Queue
from multiprocessing.pool import ThreadPool

mp.set_start_method("fork", force=True)


def attempt(function, *args, **kwargs):
    try:
        print("->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def square(n):
    return n * n


def fail(n):
    raise ValueError(f"no {n}")


def put_squares(q, numbers):
    for n in numbers:
        q.put(n * n)
    q.put(None)


def work(n, lock, results):
    with lock:
        results.put((n, os.getpid() != n))


def exits(how):
    if how == "exit":
        sys.exit(3)
    if how == "error":
        sys.stderr = open(os.devnull, "w")
        raise KeyError("wrong")
    if how == "text":
        sys.stderr = open(os.devnull, "w")
        sys.exit("message")
    time.sleep(9)


class Doubler(Process):
    def __init__(self, connection):
        super().__init__(name="doubler")
        self.connection = connection

    def run(self):
        while True:
            try:
                value = self.connection.recv()
            except EOFError:
                break
            if value is None:
                break
            self.connection.send([value, value * 2, self.name, mp.current_process() is self])


def waits(event, semaphore, out):
    event.wait()
    with semaphore:
        out.put("woken")


def counts(value, array):
    for _ in range(100):
        with value.get_lock():
            value.value += 1
    array[1] = array[1] + 5


def joins(q):
    while (item := q.get()) is not None:
        q.task_done()
    q.task_done()


if __name__ == "__main__":
    print("-- Process")
    p = Process(target=print, args=("in the child",), kwargs={"flush": True})
    print(p.name, p.is_alive(), p.exitcode, p.pid, p.daemon)
    p.start()
    p.join()
    print(p.is_alive(), p.exitcode, p.pid is not None, repr(p).startswith("<Process name='Process-1' pid="), repr(p).endswith("stopped exitcode=0>"))
    for how in ("exit", "error", "text"):
        p = Process(target=exits, args=(how,))
        p.start()
        p.join()
        print(how, p.exitcode)
    p = Process(target=exits, args=("sleep",), daemon=True)
    p.start()
    print(p.is_alive(), p in mp.active_children(), p.join(0.01), p.is_alive())
    attempt(p.close)
    p.terminate()
    p.join()
    print(p.exitcode, p.is_alive(), mp.active_children(), p.close())
    attempt(p.is_alive)
    attempt(Process(target=print).join)
    print(mp.current_process().name, mp.parent_process(), mp.cpu_count() > 0, mp.get_start_method(), mp.get_context("fork").Process is not None)
    attempt(mp.get_context, "nothing")

    print("-- Pipe, Queue")
    ours, theirs = mp.Pipe()
    d = Doubler(theirs)
    d.start()
    for value in (21, "ab", [1]):
        ours.send(value)
        print(ours.recv())
    print(ours.poll(), ours.send(None), d.join(), d.exitcode)
    a, b = mp.Pipe(duplex=False)
    print(b.send_bytes(b"bytes"), a.poll(1), a.recv_bytes(), a.readable, a.writable, b.writable)
    attempt(a.send, 1)
    attempt(b.recv)
    b.close()
    attempt(a.recv)
    attempt(b.send, 1)
    q = Queue()
    p = Process(target=put_squares, args=(q, range(5)))
    p.start()
    got = []
    while (item := q.get()) is not None:
        got.append(item)
    p.join()
    print(got, q.empty())
    attempt(q.get, timeout=0.01)
    attempt(q.get_nowait)
    small = Queue(1)
    small.put(1)
    time.sleep(0.05)
    print(small.full(), small.qsize())
    attempt(small.put, 2, timeout=0.01)
    print(small.get(), small.close(), small.join_thread())
    try:
        small.put(1)
    except ValueError as error:
        print(str(error)[:6])
    s = mp.SimpleQueue()
    s.put({"a": 1})
    print(s.get(), s.empty())
    j = mp.JoinableQueue()
    p = Process(target=joins, args=(j,))
    p.start()
    for n in range(3):
        j.put(n)
    j.put(None)
    j.join()
    p.join()
    attempt(j.task_done)

    print("-- locks")
    lock = mp.Lock()
    results = Queue()
    processes = [Process(target=work, args=(n, lock, results)) for n in range(4)]
    for p in processes:
        p.start()
    print(sorted(results.get() for _ in processes))
    for p in processes:
        p.join()
    print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release())
    attempt(lock.release)
    r = mp.RLock()
    print(r.acquire(), r.acquire(), r.release(), r.release())
    attempt(r.release)
    event, semaphore = mp.Event(), mp.Semaphore(2)
    processes = [Process(target=waits, args=(event, semaphore, results)) for _ in range(3)]
    for p in processes:
        p.start()
    print(event.is_set(), event.wait(0.01), event.set(), [results.get() for _ in processes], event.is_set())
    for p in processes:
        p.join()
    print(event.clear(), event.is_set(), semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore.get_value())
    bounded = mp.BoundedSemaphore(1)
    attempt(bounded.release)

    print("-- shared numbers")
    value, array = mp.Value("i", 7), mp.Array("d", [1.5, 2, 3])
    processes = [Process(target=counts, args=(value, array)) for _ in range(3)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(value.value, array[0], array[1] >= 7, array[:1], len(array), list(array)[2])
    raw = mp.RawArray("i", 3)
    raw[0] = 2 ** 31
    print(raw[:], mp.RawValue("d", 2.5).value, mp.Array("c", b"text").value, mp.Value("b", lock=False).value)
    attempt(array.__getitem__, 9)

    print("-- pools")
    with Pool(2) as pool:
        print(pool.map(square, range(6)), pool.apply(square, (7,)), pool.starmap(pow, [(2, 3), (3, 2)]))
        result = pool.apply_async(square, (9,))
        print(result.get(5), result.ready(), result.successful())
        print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(square, range(4))), pool.map_async(square, [1, 2]).get())
        called = []
        result = pool.map_async(square, [3], callback=called.append)
        result.wait()
        attempt(pool.map, fail, [1])
        attempt(pool.apply, fail, (2,))
        print(result.get(), called)
        attempt(pool.apply_async(time.sleep, (0.3,)).get, 0.01)
        attempt(pool.join)
    pool = Pool(2)
    print(pool.map(len, ["a", "bb"]), pool.close(), pool.join())
    attempt(pool.map, len, [])
    with ThreadPool(3) as pool:
        print(pool.map(lambda n: n + 1, range(4)))
    attempt(Pool, 0)
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(5))), executor.submit(pow, 2, 10).result())
        futures = [executor.submit(square, n) for n in range(4)]
        print(sorted(f.result() for f in as_completed(futures)))
        f = executor.submit(fail, 5)
        attempt(f.result)
        print(type(f.exception().__cause__).__name__)
        crashed = executor.submit(os._exit, 1)
        try:
            crashed.result()
        except Exception as error:
            print(type(error).__name__)
    attempt(executor.submit, square, 1)
    print(issubclass(mp.TimeoutError, mp.ProcessError))
