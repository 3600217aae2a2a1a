import itertools
tuple(itertools.count())
