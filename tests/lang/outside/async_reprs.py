# python3.12
import asyncio, functools
async def main():
    loop = asyncio.get_running_loop()
    def cb(*a): pass
    class C:
        def m(self): pass
        def __call__(self): pass
        def __repr__(self): return "<C>"
    for f, a in ((cb, ()), (cb, (1, "x"*5)), (lambda: 0, ()), (print, (1,)), (C().m, ()), (C(), (2,)), (functools.partial(cb, 1, k=2), (3,)), ([].append, (1,)), (C, ())):
        h = loop.call_soon(f, *a); print(repr(h)); h.cancel(); print(repr(h))
    h = loop.call_later(5, cb, 1); print(repr(h)[:17], 'cb(1) at' in repr(h)); h.cancel(); print(repr(h)[:27])
    f = loop.create_future(); print(f); f.add_done_callback(cb); print(f); f.add_done_callback(print); f.add_done_callback(functools.partial(cb, 5)); print(f); f.cancel(); print(f)
    async def co(): await asyncio.sleep(0)
    t = asyncio.create_task(co(), name="n"); print(t); await t; print(t)
    t = asyncio.create_task(co(), name="n"); t.add_done_callback(cb); await asyncio.sleep(0); print(t); await t
    loop.call_soon(lambda: 1/0); await asyncio.sleep(0)
    loop.call_soon(functools.partial(cb, x=1), 5)
    loop.call_soon(lambda *a: a.x, 5, "a"); await asyncio.sleep(0)
    print(loop)
    async def bad(): raise ValueError("never retrieved")
    t = asyncio.create_task(bad()); await asyncio.sleep(0); await asyncio.sleep(0); print(t); del t
    import gc; gc.collect()
    f = loop.create_future(); f.set_exception(KeyError(1)); print(f); del f; gc.collect()
    print(asyncio.Queue(3), asyncio.PriorityQueue())
asyncio.run(main())
