import itertools
None in itertools.permutations(range(100), 50)
