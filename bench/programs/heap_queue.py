import heapq
from collections import deque


def dijkstra(graph, start):
    distance = {start: 0}
    queue = [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for other, weight in graph[node]:
            e = d + weight
            if other not in distance or e < distance[other]:
                distance[other] = e
                heapq.heappush(queue, (e, other))
    return distance


def bfs(graph, start):
    seen, queue, order = {start}, deque([start]), 0
    while queue:
        node = queue.popleft()
        order += node
        for other, _ in graph[node]:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return len(seen), order


n = 4000
graph = {i: [((i * 7 + 1) % n, i % 13 + 1), ((i * 3 + 2) % n, i % 5 + 1), ((i + 1) % n, 9)] for i in range(n)}
for k in range(4):
    d = dijkstra(graph, k)
print(len(d), sum(d.values()), bfs(graph, 0))
