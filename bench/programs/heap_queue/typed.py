"""heapq and deque: jobs by priority, running medians, merged streams, a search by breadth."""
import heapq
import sys
from collections import deque


def jobs(count: int) -> int:
    queue: list[tuple[int, int, str]] = []
    x = 1
    total = 0
    for i in range(count):
        x = x * 16807 % 2147483647
        heapq.heappush(queue, (x % 1000, i, "job"))
        if i % 3 == 2:
            priority, number, name = heapq.heappop(queue)
            total += priority * (number % 10) + len(name)
    while queue:
        total += heapq.heappop(queue)[0]
    return total


def medians(count: int) -> int:
    low: list[int] = []
    high: list[int] = []
    x = 7
    total = 0
    for _ in range(count):
        x = x * 16807 % 2147483647
        heapq.heappush(high, -heapq.heappushpop(low, -(x % 10000)))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        total += -low[0]
    return total


def breadth(graph: dict[int, list[int]], start: int) -> tuple[int, int]:
    seen = {start}
    queue = deque([start])
    order = 0
    while queue:
        node = queue.popleft()
        order = (order * 31 + node) % 1000003
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return len(seen), order


def main() -> None:
    n = int(sys.argv[1])
    graph = {i: [(i * 7 + 1) % n, (i * 3 + 2) % n, (i + 1) % n] for i in range(n)}
    seen, order = breadth(graph, 0)
    print(jobs(n), medians(n // 2), seen, order, sum(heapq.nsmallest(5, graph)))


if __name__ == "__main__":
    main()
