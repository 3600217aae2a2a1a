import functools
f = len
class P(functools.partial): pass
for i in range(100000): f = P(f)
try: f([])
except RecursionError: print('ok')
repr(f)
