# Coroutines, asynchronous generators, their awaitables (PEP 492, 525).
import sys
def run(c):
    try:
        while True:
            v = c.send(None)
            print('step', v)
    except StopIteration as e: return e.value
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return ('res', self.v, r)
async def co(x):
    r = await Aw(x)
    print(r)
    try:
        await bad()
    except ValueError as e: print('caught', e)
    return x * 2
async def bad():
    await Aw('b')
    raise ValueError('bad')
print(run(co(4)))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__))
c = co(1); run(c); t(lambda: c.send(None)); t(lambda: run(c))
async def aw_int(): await 5
t(lambda: run(aw_int()))
async def twice():
    c = co(1)
    await c
    await c
t(lambda: run(twice()))
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print('sent', x)
            await Aw(('in', i))
    finally: print('agen fin')
async def use():
    async for v in agen(3): print('v', v)
    else: print('else')
    print([v async for v in agen(2) if v], {v: v async for v in agen(2)}, [x async for x in (y async for y in agen(2))])
    g = agen(3)
    print(await g.__anext__()); print(await g.asend('hello'))
    try: await g.athrow(KeyError('k'))
    except KeyError as e: print('KeyError', e)
    try: await g.__anext__()
    except StopAsyncIteration: print('stopped')
    g = agen(3); await g.__anext__(); await g.aclose()
    g = agen(3)
    try: await g.asend(1)
    except TypeError as e: print(e)
    await g.aclose(); await g.aclose()
    g = agen(1); print(await anext(g), await anext(agen(0), 'default')); await g.aclose()
    async with CM() as x: print('in', x)
    try:
        async with CM(): raise ValueError('inside')
    except ValueError: print('not suppressed')
    async with CM(True): raise ValueError('inside')
    try:
        async with 5: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
    try:
        async for x in 5: pass
    except TypeError as e: print(e)
    try:
        async for x in BadIter(): pass
    except TypeError as e: print(e)
    try:
        async for x in BadNext(): pass
    except TypeError as e: print(e, repr(e.__cause__))
    async def ag2():
        yield 1
        raise StopAsyncIteration('x')
    try:
        async for x in ag2(): print(x)
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def ag3():
        yield 1
        raise StopIteration('x')
    try:
        async for x in ag3(): print(x)
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def ag4():
        try: yield 1
        except GeneratorExit: yield 2
    g = ag4(); await g.__anext__()
    try: await g.aclose()
    except RuntimeError as e: print(e)
    return 'done'
class BadIter:
    def __aiter__(self): return 5
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class CM:
    def __init__(self, s=False): self.s = s
    async def __aenter__(self): await Aw('enter'); return 'ctx'
    async def __aexit__(self, t, v, tb): await Aw('exit'); print(t and t.__name__, v); return self.s
print(run(use()))
async def cancel():
    try: await Aw(1)
    except KeyError as e: print('cancelled', e); return 'c'
    finally: print('finally')
c = cancel(); c.send(None)
t(lambda: c.throw(KeyError('stop')))
c = cancel(); c.send(None); c.close()
c = cancel(); print(c.cr_running, c.cr_await, type(c).__name__, c.__name__); c.close()
x = 'old'
async def keep():
    global x
    y = 'old'
    try: y = await bad()
    except ValueError: print(y)
run(keep())
w = co(3).__await__(); print(type(w).__name__, next(w)); w.close()
async def st(): raise StopIteration('q')
t(lambda: run(st()))
g = agen(1); an = g.__anext__(); print(type(an).__name__); an.close()
t(lambda: an.send(None))
