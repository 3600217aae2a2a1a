it = iter([1])
for _ in range(10**6): it = map(abs, it)
next(it)
