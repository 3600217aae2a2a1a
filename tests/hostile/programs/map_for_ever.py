import itertools
max(map(abs, itertools.repeat(-1)))
