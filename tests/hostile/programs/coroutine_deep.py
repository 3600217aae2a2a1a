async def f(n):
    if n: await f(n - 1)
import sys
sys.setrecursionlimit(10**6)
try: f(900000).send(None)
except (StopIteration, MemoryError, RecursionError) as e: print(type(e))
