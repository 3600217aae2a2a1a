# The context of what generators, coroutines and asynchronous generators are closed with
def g():
    try: yield
    except BaseException as e:
        print(repr(e), repr(e.__context__))
for how in ("close", "throw"):
    x = g(); next(x)
    try: raise KeyError(1)
    except KeyError:
        try:
            x.close() if how == "close" else x.throw(ValueError(2))
        except StopIteration as e: print(repr(e.__context__))
import asyncio
async def ag():
    try: yield
    except BaseException as e: print(repr(e), repr(e.__context__))
async def main():
    x = ag(); await x.__anext__()
    try: raise KeyError(1)
    except KeyError: await x.aclose()
asyncio.run(main())
async def co():
    try: await asyncio.sleep(0)
    except BaseException as e: print(repr(e), repr(e.__context__))
c = co(); c.send(None)
try: raise KeyError(3)
except KeyError: c.close()
def outer(): yield from g()
x = outer(); next(x)
try: raise KeyError(4)
except KeyError: x.close()
