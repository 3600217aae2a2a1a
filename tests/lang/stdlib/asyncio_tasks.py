# python3.12 # timed: futures and tasks: words, states, corners of what waits for several
import asyncio
async def main():
    loop=asyncio.get_running_loop()
    f=loop.create_future(); f.set_result(1)
    g=asyncio.gather(f); print(g.done(), g)
    f2=loop.create_future(); f2.set_exception(ValueError(1))
    g=asyncio.gather(f2); print(g.done(), type(g).__name__)
    try: await g
    except ValueError as e: print(e)
    g=asyncio.gather(f2, f, f, return_exceptions=True); print(await g)
    for args,kw in [(([],),{}),((f,),{}),(([f],),{'return_when':'x'}),(([asyncio.sleep(0)],),{})]:
        try: print(await asyncio.wait(*args,**kw))
        except Exception as e: print(type(e).__name__,e)
    try: f.set_result(3)
    except Exception as e: print(type(e).__name__,e)
    p=loop.create_future()
    for m in p.result,p.exception:
        try: m()
        except Exception as e: print(type(e).__name__,e)
    try: p.set_exception(3)
    except Exception as e: print(type(e).__name__,e)
    try: p.set_exception(StopIteration(4))
    except Exception as e: print(type(e).__name__,e)
    try: p.set_exception(StopIteration)
    except Exception as e: print(type(e).__name__,e)
    print(p); 
    try: p.exception()
    except Exception as e: print(e)
    p=loop.create_future(); p.add_done_callback(print); print(p); print(p.remove_done_callback(print)); p.cancel('msg'); print(p)
    try: await p
    except asyncio.CancelledError as e: print(repr(e))
    for x in (3, None, [1]):
        for fn in (asyncio.ensure_future, asyncio.shield, asyncio.gather):
            try: fn(x)
            except Exception as e: print(type(e).__name__,e)
        try: await asyncio.wait_for(x, 1)
        except Exception as e: print(type(e).__name__,e)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return 'aw'
    print(await asyncio.wait_for(Aw(), 1), await asyncio.gather(Aw(), Aw()), await asyncio.shield(Aw()))
    t=asyncio.create_task(asyncio.sleep(10), name='nm'); print(repr(t)[:40]); await asyncio.sleep(0); print('wait_for=' in repr(t)); t.cancel(); print(repr(t)[:20])
    try: await t
    except asyncio.CancelledError: print(t.cancelled(), t.cancelling(), t.uncancel())
    print(await asyncio.wait_for(asyncio.sleep(0, 'z'), None))
    for to in (0, -1, 0.01):
        try: await asyncio.wait_for(asyncio.sleep(1), to)
        except Exception as e: print(type(e).__name__, e, type(e.__cause__).__name__)
    print(await asyncio.wait_for(f, 0))
    class Y:
        def __await__(self): yield 5
    try: await Y()
    except Exception as e: print(type(e).__name__, e)
    class Y2:
        def __await__(self): yield loop.create_future()
    try: await Y2()
    except Exception as e: print(type(e).__name__, str(e)[:50])
    loop2=asyncio.new_event_loop()
    try: await loop2.create_future()
    except Exception as e: print(type(e).__name__, str(e)[-30:])
    try: asyncio.ensure_future(loop2.create_future(), loop=loop)
    except Exception as e: print(type(e).__name__, str(e))
    loop2.close()
    for c in asyncio.as_completed([asyncio.sleep(0.02,'b'),asyncio.sleep(0.01,'a')]): print(await c)
    try:
        for c in asyncio.as_completed([asyncio.sleep(5),asyncio.sleep(0,"a")], timeout=0.3): print(await c)
    except Exception as e: print(type(e).__name__, e)
    d,p=await asyncio.wait([asyncio.create_task(asyncio.sleep(0)),asyncio.create_task(asyncio.sleep(9))],return_when='FIRST_COMPLETED'); print(len(d),len(p))
    async def err(): raise KeyError('e')
    d,p=await asyncio.wait([asyncio.create_task(err()),asyncio.create_task(asyncio.sleep(9))],return_when='FIRST_EXCEPTION'); print(len(d),len(p))
    d,p=await asyncio.wait([asyncio.create_task(asyncio.sleep(9))],timeout=0.01); print(len(d),len(p))
    g=asyncio.gather(asyncio.sleep(9), asyncio.sleep(8)); await asyncio.sleep(0); print(g.cancel('why'), g.done())
    try: await g
    except asyncio.CancelledError as e: print(repr(e), g.cancelled())
    i=asyncio.create_task(asyncio.sleep(0.01,'inner')); s=asyncio.shield(i); await asyncio.sleep(0); s.cancel()
    try: await s
    except asyncio.CancelledError: print(i.done(), await i)
    async def eager():
        return 1
    loop.set_task_factory(asyncio.eager_task_factory)
    t=loop.create_task(eager()); print(t.done(), await t); print(await asyncio.gather(eager(),eager()))
    loop.set_task_factory(None)
    import threading
    def th():
        f=asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01,'th'),loop); print(f.result())
        f=asyncio.run_coroutine_threadsafe(err(),loop); print(repr(f.exception()))
        f=asyncio.run_coroutine_threadsafe(asyncio.sleep(50),loop); print(f.cancel(), f.cancelled())
    await asyncio.to_thread(th)
    async def catches():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError as e: print('args', e.args); raise
    t=asyncio.create_task(catches()); await asyncio.sleep(0); t.cancel('text')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    t=asyncio.create_task(catches()); t.cancel('early')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    for m in 'set_result','set_exception':
        try: getattr(t,m)(1)
        except Exception as e: print(type(e).__name__, e)
    print(t.get_coro().__name__, t.get_name()[:5], t.get_stack(), t.get_context() is not None)
    try: asyncio.create_task(3)
    except Exception as e: print(type(e).__name__, e)
    print(asyncio.isfuture(t), asyncio.iscoroutinefunction(main), asyncio.iscoroutine(3))
asyncio.run(main())


async def done_already():  # callbacks of what has ended run before wait() goes on
    loop, order = asyncio.get_running_loop(), []
    ended, open_ = loop.create_future(), loop.create_future()
    ended.set_result(1)
    ended.add_done_callback(lambda _: order.append("callback"))
    done, pending = await asyncio.wait([ended])
    print(order, len(done), len(pending))
    done, pending = await asyncio.wait([ended, open_], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    loop.call_soon(order.append, "soon")
    done, pending = await asyncio.wait([ended, open_], timeout=0)
    print(order, len(done), len(pending))

asyncio.run(done_already())
