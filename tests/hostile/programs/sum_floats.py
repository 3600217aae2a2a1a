import itertools
sum(itertools.repeat(0.5))
