import itertools
list(itertools.zip_longest(itertools.repeat(0), [1]))
