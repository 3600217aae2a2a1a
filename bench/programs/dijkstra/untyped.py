"""Shortest paths on a grid and on a graph, with a heap of our own."""
import sys


class Heap:
    """A binary heap of (distance, node); distances and nodes lie in two lists."""

    def __init__(self):
        self.keys = []
        self.nodes = []

    def push(self, key, node):
        keys, nodes = self.keys, self.nodes
        keys.append(key)
        nodes.append(node)
        at = len(keys) - 1
        while at > 0:
            above = (at - 1) // 2
            if keys[above] <= key:
                break
            keys[at] = keys[above]
            nodes[at] = nodes[above]
            at = above
        keys[at] = key
        nodes[at] = node

    def pop(self):
        keys, nodes = self.keys, self.nodes
        result = keys[0], nodes[0]
        key, node = keys.pop(), nodes.pop()
        size = len(keys)
        if size == 0:
            return result
        at = 0
        while True:
            below = 2 * at + 1
            if below >= size:
                break
            if below + 1 < size and keys[below + 1] < keys[below]:
                below += 1
            if keys[below] >= key:
                break
            keys[at] = keys[below]
            nodes[at] = nodes[below]
            at = below
        keys[at] = key
        nodes[at] = node
        return result


class Edge:
    def __init__(self, target, weight):
        self.target = target
        self.weight = weight


def grid(size):
    result = []
    for y in range(size):
        for x in range(size):
            edges = []
            if x + 1 < size:
                edges.append(Edge(y * size + x + 1, (x * 7 + y * 3) % 10 + 1))
            if y + 1 < size:
                edges.append(Edge((y + 1) * size + x, (x * 5 + y * 11) % 10 + 1))
            if x > 0:
                edges.append(Edge(y * size + x - 1, 4))
            result.append(edges)
    return result


def distances(graph, start):
    far = 1 << 30
    distance = [far] * len(graph)
    distance[start] = 0
    heap = Heap()
    heap.push(0, start)
    while heap.keys:
        d, node = heap.pop()
        if d > distance[node]:
            continue
        for edge in graph[node]:
            e = d + edge.weight
            if e < distance[edge.target]:
                distance[edge.target] = e
                heap.push(e, edge.target)
    return distance


def main():
    size = int(sys.argv[1])
    graph = grid(size)
    total = 0
    for start in range(4):
        for d in distances(graph, start * size):
            if d < 1 << 30:
                total += d
    print(len(graph), total)


if __name__ == "__main__":
    main()
