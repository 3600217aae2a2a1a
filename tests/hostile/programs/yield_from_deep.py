def g(n):
    if n: yield from g(n - 1)
    yield n
import sys
sys.setrecursionlimit(10**6)
for i in g(500000): pass
