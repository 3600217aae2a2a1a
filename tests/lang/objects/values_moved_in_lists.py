"""Lists of many values in which new values move about between collections: heaps, insertions, reversals, slices."""
import heapq


def fill():
    return {(i, j): i * j for i in range(200) for j in range(200)}


def heaps(n):
    heap, total = [], 0
    for i in range(n):
        heapq.heappush(heap, (i * 7919 % n, i))
        if i % 3 == 2:
            total += heapq.heappop(heap)[1]
        if i % 7 == 6:
            total += heapq.heapreplace(heap, (i, i))[0] + heapq.heappushpop(heap, (i + 1, i))[0]
    while heap:
        total += heapq.heappop(heap)[0]
    return total


def moves(n):
    row = []
    for i in range(n):
        row.append((i, str(i)))
        row.insert(i % (len(row) + 1), (str(i), i))
        if i % 50 == 0:
            row.reverse()
        if i % 40 == 1:
            del row[1::9]
        if i % 30 == 2:
            row[5:9] = [(i, [i]), (i, (i,))]
        if i % 20 == 3:
            row.pop(0)
        if i % 500 == 499:
            row.sort(key=repr)
    return len(row), sum(len(repr(entry)) for entry in row), row[0], row[-1]


for _ in range(3):
    fill()
    print(heaps(20000), moves(6000))
