def g(it): yield from it
it = iter([1])
for _ in range(10**5): it = g(it)
next(it)
