# python3.12 # unchecked: exits, handled and unhandled, of managers made of generators and of stacks
import contextlib as c, asyncio
def tell(f, *a):
    try: print("->", f(*a))
    except BaseException as e:
        print(type(e).__name__, e, "| context", repr(e.__context__), "| cause", repr(e.__cause__))
s = c.ExitStack()
s.callback(print, "a"); s.push(lambda *d: print(d[0]) or True); 
def moved():
    with c.ExitStack() as s:
        s.callback(print, "left")
        s.callback(lambda: print("moved", s.pop_all()._exit_callbacks.__len__()))
tell(moved)
def boom(x):
    raise ValueError(x)
def nest():
    with c.ExitStack() as s:
        s.callback(boom, 1); s.callback(boom, 2); s.push(lambda *d: print(repr(d[1]), repr(d[1] and d[1].__context__)))
        raise KeyError(0)
tell(nest)
def inside():
    try: raise OSError("outer")
    except OSError: nest()
tell(inside)
def swallow():
    with c.ExitStack() as s:
        s.callback(boom, 1); s.push(lambda *d: True); s.callback(boom, 2)
    return "x"
tell(swallow)
tell(s.__exit__, None, None, None)
e = ValueError("v")
s.push(lambda *d: False); tell(s.__exit__, ValueError, e, None)
def again(*d): raise d[1]
s.push(again); tell(s.__exit__, ValueError, e, None)
tell(s.enter_context, 5); tell(s.push, 5); s.pop_all()
@c.contextmanager
def g(kind):
    try:
        yield kind
    except BaseException as x:
        if kind == "new": raise KeyError("new")
        if kind == "from": raise RuntimeError("r") from x
        if kind == "same": raise
        if kind == "more": yield 2
        if kind == "eat": return
    if kind == "twice": yield
def use(kind, exc):
    with g(kind):
        if exc: raise exc
    return "end"
for kind in "new", "from", "same", "more", "eat", "twice":
    for exc in None, ValueError("q"), StopIteration(3), RuntimeError("t"), StopAsyncIteration(4), GeneratorExit(): tell(use, kind, exc)
@c.asynccontextmanager
async def ag(kind):
    try:
        yield kind
    except BaseException as x:
        if kind == "new": raise KeyError("new")
        if kind == "from": raise RuntimeError("r") from x
        if kind == "same": raise
        if kind == "more": yield 2
        if kind == "eat": return
    if kind == "twice": yield
async def ause(kind, exc):
    async with ag(kind):
        if exc: raise exc
    return "end"
for kind in "new", "from", "same", "more", "eat", "twice":
    for exc in None, ValueError("q"), RuntimeError("t"), StopAsyncIteration(4): tell(asyncio.run, ause(kind, exc))
async def astack():
    async with c.AsyncExitStack() as s:
        print(await s.enter_async_context(ag("same"))); s.callback(print, "cb"); s.push_async_callback(asyncio.sleep, 0)
        async def ex(*d): print(d[0]); return True
        s.push_async_exit(ex)
        raise ValueError
tell(asyncio.run, astack())
async def bad():
    s = c.AsyncExitStack(); await s.enter_async_context(g("eat"))
tell(asyncio.run, bad())
@g("eat")
def f(a):
    "doc"
    raise ValueError(a)
print(f(1), f.__doc__, f.__name__, f.__wrapped__.__name__, g.__name__, g.__wrapped__.__name__)
class Doc: pass
print(issubclass(c.nullcontext, c.AbstractContextManager), isinstance(open("/dev/null"), c.AbstractContextManager), isinstance(5, c.AbstractContextManager))
def sup(exc, *kinds):
    with c.suppress(*kinds): raise exc
tell(sup, ExceptionGroup("g", [ValueError(1), TypeError(2)]), ValueError); tell(sup, ExceptionGroup("g", [ValueError(1)]), ValueError); tell(sup, KeyError(1), ValueError)
