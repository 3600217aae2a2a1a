import itertools
list(itertools.zip_longest(*[range(10**6)] * 1000))
