import heapq, itertools
for x in heapq.merge(*[itertools.repeat(i) for i in range(1000)]): pass
