import itertools
for _ in itertools.accumulate(itertools.repeat(2), lambda a, b: a * b): pass
