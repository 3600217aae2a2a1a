import functools
f = print
class P(functools.partial): pass
for _ in range(10**5): f = P(P, f)
repr(f)
