import inspect
def f(): pass
for i in range(100000):
    g = lambda: 0
    g.__wrapped__ = f
    f = g
inspect.signature(f)
