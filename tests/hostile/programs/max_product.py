import itertools
max(itertools.product(range(10), repeat=30))
