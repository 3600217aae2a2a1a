import itertools
next(itertools.product(range(2), repeat=10**9))
