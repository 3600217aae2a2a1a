# python3.12: hooks of asynchronous generators; event loops close those that have not ended
import asyncio, sys, gc
print(sys.get_asyncgen_hooks())
for a,k in [((1,),{}),((None,2),{}),((),{'firstiter':3}),((print,None),{}),((),{'finalizer':len}),((None,None),{})]:
    try: print(sys.set_asyncgen_hooks(*a,**k), sys.get_asyncgen_hooks())
    except Exception as e: print(type(e).__name__,e)
async def agen(name):
    try:
        yield 1
        yield 2
    finally:
        print('closing', name)
        await asyncio.sleep(0)
        print('closed', name)
async def main():
    global a, b; a=agen('a'); b=agen('b')
    print(await anext(a), await b.asend(None))
    async for x in agen('c'):
        print(x)
        break
    await asyncio.sleep(0.2)
    print('main done')
    async def bad():
        try: yield 1
        finally: raise ValueError('bad')
    global g
    g=bad()
    await anext(g)
    asyncio.get_running_loop().set_exception_handler(lambda l,c: print(c['message'].split('<')[0], c['exception'], sorted(c)))
asyncio.run(main())
def first(g): print('first', g.__name__)
def final(g):
    print('final', g.__name__)
    try: g.aclose().send(None)
    except StopIteration: print('stopped')
sys.set_asyncgen_hooks(first, final)
async def simple():
    try: yield 1
    finally: print('simple ends')
def use():
    s=simple()
    try: s.asend(None).send(None)
    except StopIteration as e: print(e.value)
    s.__anext__()
use(); gc.collect()
t=simple(); t.aclose(); t.athrow(ValueError); del t; gc.collect()
def boom(g): raise KeyError('boom')
sys.set_asyncgen_hooks(boom, None)
for f in '__anext__','aclose':
    try: getattr(simple(),f)()
    except KeyError as e: print(repr(e))
sys.set_asyncgen_hooks(None, None)
import threading
sys.set_asyncgen_hooks(first)
threading.Thread(target=lambda: print(sys.get_asyncgen_hooks())).start()
