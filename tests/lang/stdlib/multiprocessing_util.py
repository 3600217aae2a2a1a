# multiprocessing.util, resource_tracker and spawn: what packages use beside the documented modules.
import gc
import multiprocessing
import os
import sys
from multiprocessing import resource_tracker, shared_memory, spawn, util


class Holder:
    pass


def say(*words, **named):
    print("said", *words, named or "", flush=True)
    return len(words)


def child():
    print("in the child:", util.is_exiting(), len(util._finalizer_registry), flush=True)
    util.Finalize(None, say, ("end of the child",), exitpriority=1)


def finalizers():
    first = util.Finalize(None, say, (1, 2), {"a": 3}, exitpriority=5)
    print(first.still_active(), first(), first.still_active(), first())
    print(repr(first), repr(util.Finalize(None, say, exitpriority=-1)))
    util.Finalize(None, say, ("never",), exitpriority=9).cancel()
    for wrong in ((None, say), (Holder(), say, (), {}, "x")):
        try:
            util.Finalize(*wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    holder = Holder()
    bound = util.Finalize(holder, say, ("gone",), {}, 3)
    print(repr(bound))
    del holder
    gc.collect()
    print(bound.still_active())
    for priority in 0, 10, 10, 5:
        util.Finalize(None, say, ("at the end", priority), exitpriority=priority)


def after_fork():
    holder = Holder()
    util.register_after_fork(holder, lambda held: print("after the fork:", held is holder, flush=True))
    process = multiprocessing.Process(target=child)
    process.start()
    process.join()
    print(process.exitcode)


def log():
    import logging
    seen = []
    logger = multiprocessing.get_logger()
    print(logger is util.get_logger(), logger.name, logger.propagate, util.SUBDEBUG, util.SUBWARNING)
    handler = logging.Handler()
    handler.emit = lambda record: seen.append((record.levelno, record.getMessage(), record.funcName))
    logger.addHandler(handler)
    logger.setLevel(util.SUBDEBUG)
    for write in util.sub_debug, util.debug, util.info, util.sub_warning:
        write("%s %d", "number", 1)
    print(seen)
    logger.setLevel(logging.CRITICAL)
    logger.removeHandler(handler)


def descriptors():
    read, write = os.pipe()
    pid = util.spawnv_passfds("/bin/sh".encode(), [b"sh", b"-c", b"echo passed >&%d" % write], (write,))
    os.close(write)
    print(os.waitpid(pid, 0)[1], os.read(read, 100))
    util.close_fds(read)
    print(util.is_abstract_socket_namespace(b"\0x"), util.is_abstract_socket_namespace("x"), util.is_abstract_socket_namespace(""))
    folder = util.get_temp_dir()
    print(os.path.isdir(folder), folder == util.get_temp_dir(), os.path.basename(folder).startswith("pymp-"))


def names():
    memory = shared_memory.SharedMemory(create=True, size=10)
    resource_tracker.unregister(memory._name, "shared_memory")
    resource_tracker.register(memory._name, "shared_memory")
    resource_tracker.ensure_running()
    memory.close()
    memory.unlink()
    print(spawn.get_executable() == os.fsencode(sys.executable), spawn.is_forking(["x", "--multiprocessing-fork"]), spawn.is_forking(["x"]), spawn.WINEXE)
    spawn.freeze_support()
    multiprocessing.set_executable(b"/bin/other")
    print(spawn.get_executable())


if __name__ == "__main__":
    finalizers()
    after_fork()
    log()
    descriptors()
    names()
    lock = util.ForkAwareThreadLock()
    with lock:
        print(lock.acquire(False))
