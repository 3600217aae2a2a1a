"""Names of the processes of pools and executors, and what they say of themselves."""
import concurrent.futures
import multiprocessing as mp
import os


def name(x):
    current = mp.current_process()
    return current.name.split("-")[0], current.daemon, mp.parent_process().name, current.pid == os.getpid()


def number(x):
    return int(mp.current_process().name.rpartition("-")[2])


if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(set(pool.map(name, range(20))))
        print(set(pool.map(number, range(20))) <= {1, 2})
    print(mp.Process(target=print).name)
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        print(set(executor.map(name, range(5))))
    print(mp.current_process().name, mp.parent_process())
