import itertools
list(itertools.product([], repeat=10**9))
