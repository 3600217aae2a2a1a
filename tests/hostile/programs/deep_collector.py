a = []
for _ in range(10**6): a = [a, a]
import gc
gc.collect()
del a
gc.collect()
