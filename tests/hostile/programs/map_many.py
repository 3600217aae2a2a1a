import itertools
list(map(lambda *a: a, *[itertools.count()] * 1000))
