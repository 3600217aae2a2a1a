# Generators, coroutines and asynchronous generators driven by hand (6.2.9, 3.4).
import sys, types, warnings
def attempt(f, *args):
    try:
        return f(*args)
    except BaseException as e:
        return f"{type(e).__name__}: {e} {e.__cause__!r} {e.__context__!r}" + (f" value={e.value!r}" if isinstance(e, StopIteration) else "")
def plain():
    print("started")
    x = yield 1
    print("got", x)
    try:
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("finally")
    return "done"
g = plain()
print(attempt(g.send, 5), attempt(next, g), attempt(g.send, "a"), attempt(g.send, "b"), attempt(next, g), attempt(g.send, 1), attempt(g.close))
g = plain(); print(attempt(g.throw, KeyError("early")), attempt(next, g))
g = plain(); next(g); print(attempt(g.throw, KeyError, "value"), attempt(next, g))
g = plain(); next(g); next(g); print(attempt(g.throw, ValueError("v")), attempt(g.close), attempt(g.close))
g = plain(); next(g); next(g); print(attempt(g.throw, ValueError), attempt(next, g))
g = plain(); print(attempt(g.close), attempt(next, g))
warnings.simplefilter("ignore")
for args in [(1,), (int,), (ValueError, 1), (ValueError, ValueError(2)), (ValueError(1), 2), (ValueError, None, 5), (ValueError, KeyError(1)), (), ("x",), (ValueError, (1, 2)), (Exception("e"), None, None)]:
    g = plain(); next(g)
    print(args, attempt(g.throw, *args))
# close: what the generator answers to GeneratorExit
def answers(how):
    try: yield 1
    except GeneratorExit as e:
        print("exit", repr(e))
        if how == "yield": yield 2
        if how == "return": return 3
        if how == "raise": raise
        if how == "other": raise KeyError(4)
        if how == "stop": raise StopIteration(5)
for how in ("yield", "return", "raise", "other", "stop", "fall"):
    g = answers(how); next(g)
    print(how, attempt(g.close), attempt(next, g))
# StopIteration inside a generator (PEP 479)
def stops(): yield 1; raise StopIteration("inside")
def stops_next(): yield next(iter(()))
def stops_async():
    raise StopAsyncIteration("fine")
    yield
g = stops(); next(g); print(attempt(next, g), attempt(list, stops_next()), attempt(next, stops_async()))
# running already
def reentrant():
    try: next(g)
    except ValueError as e: print(e)
    try: g.close()
    except ValueError as e: print(e)
    try: g.throw(KeyError)
    except ValueError as e: print(e)
    yield g.gi_running
g = reentrant(); print(next(g))
# yield from: values, sends, throws, closes and returns pass through
class Delegate:
    def __iter__(self): return self
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("delegate result")
        return self.n
class Full(Delegate):
    def send(self, v): print("send", v); return ("sent", v)
    def throw(self, *a): print("throw", [getattr(x, "__name__", x) if not isinstance(x, BaseException) else repr(x) for x in a]); return "thrown"
    def close(self): print("close")
def outer(d):
    try:
        r = yield from d
        print("result", r)
        return r
    finally: print("outer finally")
g = outer(Delegate()); print(next(g), attempt(g.send, 1), attempt(next, g))
g = outer(Delegate()); print(list(g))
g = outer(Full()); print(next(g), g.send("x"), g.throw(ValueError("y")), attempt(g.close))
g = outer(Full()); print(next(g), attempt(g.throw, GeneratorExit), attempt(next, g))
g = outer(Delegate()); next(g); print(attempt(g.throw, ValueError("none")), attempt(next, g))
for bad in (5, None, object()):
    print(attempt(list, outer(bad)))
def inner():
    try:
        while True: print("inner got", (yield))
    except KeyError as e: print("inner caught", e); return "inner result"
    finally: print("inner finally")
g = outer(inner()); next(g); print(g.send(1), g.gi_yieldfrom.__name__, attempt(g.throw, KeyError("k")))
g = outer(inner()); next(g); g.send(2); print(attempt(g.close), g.gi_frame)
def chain(n):
    if n: x = yield from chain(n - 1); return (n, x)
    try: yield "bottom"
    except ValueError: return "saved"
    return "end"
g = chain(5); print(next(g), attempt(next, g)); g = chain(3); next(g); print(attempt(g.throw, ValueError))
print(list((yield_ for yield_ in outer("ab"))))
def yf_dict(): return (yield from {"a": 1})
print(list(yf_dict()))
# throw(): context and cause
def context():
    try: raise KeyError("first")
    except KeyError:
        yield
g = context(); next(g)
try: g.throw(ValueError("second"))
except ValueError as e: print(repr(e.__context__), e.__cause__)
# sys.exc_info and bare raise around yields
def exc():
    try: raise ValueError("own")
    except ValueError:
        print("in", sys.exc_info()[1]); yield 1; print("in", sys.exc_info()[1])
        try: raise
        except ValueError as e: print("again", e); yield 2
    yield sys.exc_info()[1]
try: raise KeyError("outside")
except KeyError:
    g = exc(); print(next(g), sys.exc_info()[1]); print(next(g), sys.exc_info()[1]); print(repr(next(g)))
print(sys.exc_info())
# generator expressions: the first iterable at once, everything else late
def noisy(n): print("noisy", n); return range(n)
e = (i * j for i in noisy(2) for j in noisy(3)); print("made"); print(list(e))
print(attempt(lambda: (i for i in 5)), attempt(lambda: list(i for i in [1] for j in 5)), (i for i in ()).__name__, attempt(lambda: next(x for x in [] )), sum(i for i in range(5)), max((i for i in [3, 9]), default=1))
# coroutines
class Await:
    def __init__(self, v): self.v = v
    def __await__(self): r = yield self.v; return ("resumed", r)
class BadAwait:
    def __await__(self): return [1]
class CoAwait:
    def __await__(self): return coro(1)
async def coro(x):
    try: return await x
    finally: print("coro finally")
c = coro(Await(7)); print(c.send(None), c.cr_await is not None, c.cr_suspended, attempt(c.send, "v"), attempt(c.send, None), attempt(c.close))
for x in (5, BadAwait(), CoAwait(), None, [1], plain(), "s"):
    c = coro(x); print(attempt(c.send, None))
c = coro(Await(1)); print(attempt(c.send, 1), attempt(lambda: iter(c)), attempt(lambda: next(c)), attempt(lambda: list(c)), attempt(lambda: [*c]), hasattr(c, "__await__"), hasattr(c, "__iter__")); c.close()
c = coro(Await(1)); c.send(None); print(attempt(c.throw, ValueError("t")), attempt(c.send, None), attempt(c.throw, KeyError), c.cr_running)
c = coro(Await(1)); w = c.__await__(); print(next(w), attempt(w.send, 3), attempt(next, w)); print(attempt(w.throw, ValueError))
c = coro(Await(1)); c.send(None); c2 = coro(c); print(attempt(c2.send, None)); c.close()
@types.coroutine
def old(): x = yield "old"; return x
c = coro(old()); print(c.send(None), attempt(c.send, 4)); print(attempt(lambda: types.coroutine(5)), types.coroutine(len) is not len)
async def nested(n): return n if n == 0 else 1 + await nested(n - 1)
print(attempt(nested(50).send, None))
async def raises_stop(): raise StopIteration(5)
print(attempt(raises_stop().send, None))
async def raises_stop_async(): raise StopAsyncIteration(6)
print(attempt(raises_stop_async().send, None))
# async for, async with, comprehensions
class AsyncIter:
    def __init__(self, *v): self.v = list(v)
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.v: raise StopAsyncIteration
        return await Await(self.v.pop(0))
class Manager:
    async def __aenter__(self): print("aenter"); return await Await("entering")
    async def __aexit__(self, *a): print("aexit", a[0]); await Await("leaving"); return self.swallow
    def __init__(self, swallow=False): self.swallow = swallow
def run(c):
    got = []
    try:
        v = None
        while True:
            v = c.send(v); got.append(v)
    except StopIteration as e: return got, e.value
    except Exception as e: return got, f"{type(e).__name__}: {e}"
async def uses(k):
    if k == 0:
        async for x in AsyncIter(1, 2): print("item", x)
        else: print("else")
        return "ok"
    if k == 1: return [x async for x in AsyncIter(1, 2, 3) if x[1] != 2]
    if k == 2: return {x: y async for x in AsyncIter(1) for y in [await Await(9)]}
    if k == 3:
        async with Manager() as m, Manager(True): raise ValueError("in body")
        return m
    if k == 4:
        async with Manager(): raise KeyError("out")
    if k == 5: return [y async for y in (x async for x in AsyncIter(5))]
    if k == 6: return [await Await(i) for i in range(3)]
    if k == 7:
        async for x in [1]: pass
    if k == 8:
        async with 5: pass
    if k == 9: return await anext(AsyncIter(1)), await anext(AsyncIter(), "default")
    if k == 10: return await anext(AsyncIter())
    if k == 11:
        async for x in aiter(AsyncIter(3)): break
        else: print("no else")
        return x
    if k == 12:
        class NoNext:
            def __aiter__(self): return 5
        async for x in NoNext(): pass
    if k == 13:
        class BadNext:
            def __aiter__(self): return self
            def __anext__(self): return 5
        async for x in BadNext(): pass
    if k == 14:
        class CoIter:
            async def __aiter__(self): return self
        async for x in CoIter(): pass
    if k == 15:
        class NoExit:
            async def __aenter__(self): pass
        async with NoExit(): pass
    if k == 16:
        class BadEnter:
            def __aenter__(self): return 5
            async def __aexit__(self, *a): pass
        async with BadEnter(): pass
    if k == 17:
        with Manager(): pass
    if k == 18: return {i async for i in AsyncIter(1, 2)} and sorted({i async for i in AsyncIter(1, 2)})
    if k == 19: return list(x async for x in AsyncIter(1))
    if k == 20: return f"{await Await('f')} {[x async for x in AsyncIter(1)]!r:>20}"
    if k == 21: return (lambda v=await Await(1): v)()
for k in range(22): print(k, run(uses(k)))
# asynchronous generators
async def ag():
    try:
        x = yield 1
        print("ag got", x)
        await Await("inside")
        yield 2
    except ValueError as e: print("ag caught", e); yield "after throw"
    finally: print("ag finally"); await Await("in finally")
async def by_hand():
    a = ag()
    print(await a.__anext__(), await a.asend("s"))
    try: await a.__anext__()
    except StopAsyncIteration as e: print("ended", e.args)
    a = ag(); await a.asend(None); print(await a.athrow(ValueError("t")))
    try: await a.asend(1)
    except StopAsyncIteration: print("ended")
    a = ag(); await anext(a); print(await a.aclose(), await a.aclose())
    a = ag()
    try: await a.asend(5)
    except TypeError as e: print(e)
    await a.aclose()
    try: await a.__anext__()
    except StopAsyncIteration: print("closed")
    async def ignores():
        try: yield 1
        except GeneratorExit: yield 2
    a = ignores(); await anext(a)
    try: await a.aclose()
    except RuntimeError as e: print(e)
    async def raises(): raise StopAsyncIteration; yield
    try: await anext(raises())
    except RuntimeError as e: print(e, repr(e.__cause__))
    async def raises2(): raise StopIteration; yield
    try: await anext(raises2())
    except RuntimeError as e: print(e, repr(e.__cause__))
    return "by hand"
print(run(by_hand()))
a = ag(); n1 = a.__anext__(); n2 = a.__anext__()
print(attempt(n1.send, None), attempt(n1.send, None), attempt(n2.send, None) if False else "", attempt(lambda: iter(a)), attempt(lambda: a.__aiter__() is a), attempt(lambda: next(a)))
n3 = a.asend("x"); print(n3.send(None), attempt(a.__anext__().send, None), attempt(a.aclose().send, None), attempt(n3.send, None), attempt(n3.close))
print(attempt(lambda: aiter(5)), attempt(lambda: anext(5)), attempt(lambda: aiter()), attempt(lambda: anext(a, 1, 2)))
for leftover in (n2,): leftover.close()
print(run(a.aclose()))
