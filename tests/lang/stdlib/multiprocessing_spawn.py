# python3.12: multiprocessing by the start method spawn: fresh processes, which get what they do pickled
import multiprocessing as mp
import os
import pickle
import socket
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait

print("main", __name__, flush=True)


class Doubler(mp.get_context("spawn").Process):
    def __init__(self, connection):
        super().__init__(name="doubler")
        self.connection = connection

    def run(self):
        parent = mp.parent_process()
        while (value := self.connection.recv()) is not None:
            self.connection.send([value, value * 2, self.name, mp.current_process() is self, parent.name, parent.is_alive(), parent.pid == os.getppid()])
        sys.exit(5)


def uses_all(queue, lock, value, array, event, rlock, condition, joinable, simple):
    with lock, rlock, rlock:
        value.value += 1
        array[0] += 2
    queue.put((__name__, mp.current_process().name, mp.get_start_method(), sys.argv[1:], sys.stdin.read()))
    event.set()
    with condition:
        condition.notify_all()
    joinable.get()
    joinable.task_done()
    simple.put(simple.get() + 1)


def square(number):
    return number * number


def keep(value):
    global kept
    kept = value


def kept_value(_):
    return kept


def answer(listener):
    client, _ = listener.accept()
    with client, listener:
        client.sendall(b"hello")


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


def main():
    spawn = mp.get_context("spawn")
    print("-- what processes share")
    queue, lock, value, array, event = spawn.Queue(), spawn.Lock(), spawn.Value("i", 3), spawn.Array("d", 4), spawn.Event()
    rlock, condition, joinable, simple = spawn.RLock(), spawn.Condition(), spawn.JoinableQueue(), spawn.SimpleQueue()
    joinable.put(1)
    simple.put(41)
    with condition:
        p = spawn.Process(target=uses_all, args=(queue, lock, value, array, event, rlock, condition, joinable, simple))
        p.start()
        print(repr(p).startswith("<SpawnProcess name='SpawnProcess-1' pid="), condition.wait())
    print(queue.get())
    joinable.join()
    p.join()
    print(p.exitcode, value.value, array[:], event.is_set(), simple.get())

    print("-- a class of processes, sentinels")
    here, there = spawn.Pipe()
    p = Doubler(there)
    attempt(lambda: p.sentinel)
    p.start()
    here.send(4)
    print(here.recv(), wait([p.sentinel], 0))
    here.send(None)
    print(wait([p.sentinel]) == [p.sentinel])
    p.join()
    print(p.exitcode)
    forked = mp.get_context("fork").Process(target=square, args=(3,))
    forked.start()
    print(wait([forked.sentinel]) == [forked.sentinel], forked.join(), forked.exitcode)
    forked = mp.get_context("fork").Process(target=square, args=(3,))
    print(forked.start(), forked.join(), wait([forked.sentinel]) == [forked.sentinel], forked.close())

    print("-- pools, sockets, managers")
    with spawn.Pool(1, keep, (7,)) as pool:
        print(pool.map(square, range(5)), pool.map(kept_value, range(2)))
    with ProcessPoolExecutor(1, mp_context=spawn) as executor:
        print(list(executor.map(square, range(4))), executor.submit(os.getpid).result() != os.getpid())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        p = spawn.Process(target=answer, args=(listener,))
        p.start()
        with socket.create_connection(listener.getsockname()) as client:
            print(client.recv(9))
        p.join()
        print(p.exitcode)
    with spawn.Manager() as manager:
        shared = manager.dict()
        p = spawn.Process(target=shared.update, args=({1: 2},))
        p.start()
        p.join()
        print(shared)

    print("-- what is refused, contexts")
    attempt(spawn.Process(target=print, args=(mp.Lock(),)).start)
    attempt(pickle.dumps, spawn.Lock())
    attempt(pickle.dumps, spawn.Queue())
    attempt(pickle.dumps, mp.current_process().authkey)
    print(mp.get_start_method(allow_none=True), mp.get_all_start_methods(), spawn.get_start_method())
    attempt(mp.set_start_method, "spawn")
    attempt(mp.set_start_method, "nothing", force=True)
    attempt(spawn.set_start_method, "fork")
    mp.set_start_method("spawn", force=True)
    print(mp.get_start_method(), mp.get_context() is spawn, issubclass(mp.context.SpawnProcess, mp.process.BaseProcess), mp.context.SpawnProcess is spawn.Process)
    p = mp.Process(target=print, args=("child", 1))
    p.start()
    p.join()
    print(p.exitcode, repr(p)[:8])


if __name__ == "__main__":
    mp.set_start_method("fork")
    main()
