t = frozenset()
for _ in range(10**5): t = frozenset([t])
hash(t)
