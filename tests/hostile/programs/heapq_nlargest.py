import heapq, itertools
heapq.nlargest(10, itertools.repeat(1))
