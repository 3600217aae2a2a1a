import itertools
itertools.tee([], 10**9)
