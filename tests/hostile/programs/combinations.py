import itertools
for _ in itertools.combinations(range(200), 100): pass
