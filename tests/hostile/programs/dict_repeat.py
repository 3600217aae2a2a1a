import itertools
dict(itertools.repeat((1, 2)))
