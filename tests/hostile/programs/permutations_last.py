import itertools, collections
collections.deque(itertools.permutations(range(100)), maxlen=0)
