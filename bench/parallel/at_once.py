"""The classic comparison: work for the processor and work that waits, one after the other, in threads, in interpreters and in processes. Prints a table."""
import sys
import time
from concurrent.futures import Executor, InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from statistics import median


def compute(n: int) -> int:
    total = 0
    for i in range(n):
        total += i * i % 7
    return total


def wait(milliseconds: int) -> int:
    time.sleep(milliseconds / 1000)
    return milliseconds


def main(workers: int = 2, rounds: int = 5, size: int = 4_000_000, milliseconds: int = 50) -> None:
    pools: dict[str, Executor | None] = {
        "one after the other": None,
        "threads": ThreadPoolExecutor(workers),
        "interpreters": InterpreterPoolExecutor(workers),
        "processes": ProcessPoolExecutor(workers),
    }
    kinds = {"processor": (compute, size), "waiting": (wait, milliseconds)}
    times: dict[tuple[str, str], list[float]] = {(pool, kind): [] for pool in pools for kind in kinds}
    for number in range(rounds + 1):
        for name, pool in pools.items():
            for kind, (function, argument) in kinds.items():
                start = time.perf_counter()
                jobs = [argument] * workers
                results = [*map(function, jobs)] if pool is None else [*pool.map(function, jobs)]
                assert len({*results}) == 1
                if number:  # the first round starts the workers
                    times[name, kind].append(time.perf_counter() - start)
    for pool in pools.values():
        if pool is not None:
            pool.shutdown()
    print(f"| {workers} jobs | {' | '.join(kinds)} |\n|---|{'---|' * len(kinds)}")
    for name in pools:
        cells = []
        for kind in kinds:
            scale = median(one / many for one, many in zip(times["one after the other", kind], times[name, kind]))
            cells.append(f"{median(times[name, kind]) * 1000:.0f} ms ({scale:.2f})")
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
