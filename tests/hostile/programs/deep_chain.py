import itertools
it = iter([1])
for _ in range(10**6): it = itertools.chain(it, [1])
next(it)
