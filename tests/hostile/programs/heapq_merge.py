import heapq, itertools
for _ in heapq.merge(*[itertools.count() for _ in range(100)]): pass
