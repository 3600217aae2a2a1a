# A coroutine that is never awaited is warned about: at once where its call stands alone, else when it is collected.
import warnings
async def f(): pass
class A:
    async def m(self): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f()
    A().m()
    print([(str(x.message), x.category.__name__, x.lineno, x.source is not None) for x in w])
async def main():
    f()
    A().m()
    await f()
c = main()
try: c.send(None)
except StopIteration: pass
f()
print("next")
x = f()
