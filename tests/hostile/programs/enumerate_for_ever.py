import itertools
max(enumerate(itertools.repeat(0)))
