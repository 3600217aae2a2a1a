# multiprocessing.managers.SharedMemoryManager: what it gave is released when it is shut down, also when nobody does.
import os
from multiprocessing import Process, shared_memory
from multiprocessing.managers import SharedMemoryManager


def is_there(name):
    try:
        block = shared_memory.SharedMemory(name)
    except FileNotFoundError:
        return False
    block.close()
    return True


def double(values, block):
    for at in range(len(values)):
        values[at] *= 2
    block.buf[0] = 7


def main():
    with SharedMemoryManager() as manager:
        values = manager.ShareableList([1, 2, 3])
        block = manager.SharedMemory(size=128)
        gone = manager.SharedMemory(10)
        gone.close()
        gone.unlink()
        worker = Process(target=double, args=(values, block))
        worker.start()
        worker.join()
        print(list(values), block.buf[0], block.size >= 128, worker.exitcode)
        names = [values.shm.name, block.name]
        print([is_there(name) for name in names], is_there(gone.name))
        values.shm.close()
        block.close()
    print([is_there(name) for name in names])

    manager = SharedMemoryManager()
    try:
        manager.SharedMemory(10)
    except Exception as error:
        print("not started", isinstance(error, Exception))
    manager.start()
    name = manager.ShareableList("abc").shm.name
    print(is_there(name))
    manager.shutdown()
    print(is_there(name))


if __name__ == "__main__":
    main()
