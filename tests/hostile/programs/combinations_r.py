import itertools
print(next(itertools.combinations(range(10**7), 5 * 10**6)))
