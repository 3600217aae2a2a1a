# python3.12 # timed
"""asyncio: producers/consumers, semaphores, timeouts, task groups, exception groups, async generators, cancellation."""
import asyncio
import contextlib
import random
import sys
import time
from collections import defaultdict

events = []
def log(*a): print(*a)


async def producer(q, name, n):
    for i in range(n):
        await asyncio.sleep(0.001 * (i % 3))
        await q.put((name, i))
    log(f"{name} done")


async def consumer(q, got):
    while True:
        item = await q.get()
        try:
            got[item[0]].append(item[1])
        finally:
            q.task_done()


async def pipeline():
    q, got = asyncio.Queue(maxsize=2), defaultdict(list)
    async with asyncio.TaskGroup() as tg:
        cons = [asyncio.create_task(consumer(q, got), name=f"c{i}") for i in range(2)]
        for name, n in [("alpha", 4)]:
            tg.create_task(producer(q, name, n))
    await q.join()
    for c in cons: c.cancel()
    r = await asyncio.gather(*cons, return_exceptions=True)
    log([type(x).__name__ for x in r], dict(got))


async def fails(after, exc):
    await asyncio.sleep(after)
    raise exc


async def groups():
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(fails(0, ValueError("one")))
            t2 = tg.create_task(fails(0, KeyError("two")))
            t3 = tg.create_task(asyncio.sleep(10))
    except* ValueError as eg:
        log("values", eg.exceptions)
    except* KeyError as eg:
        log("keys", eg, eg.exceptions)
    log(t1.done(), t2.cancelled(), t3.cancelled(), repr(t1.exception()))


class AsyncRes:
    def __init__(self, n): self.n = n
    async def __aenter__(self): log("enter", self.n); await asyncio.sleep(0); return self
    async def __aexit__(self, t, v, tb):
        log("exit", self.n, t and t.__name__)
        return t is LookupError


class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: log("got", got)
    finally:
        log("agen closing")


@contextlib.asynccontextmanager
async def managed(tag):
    log("<", tag)
    try: yield tag.upper()
    except ZeroDivisionError as e: log("swallowed", e)
    finally: log(">", tag)


async def contexts():
    async with AsyncRes(1) as a, AsyncRes(2):
        log("in", a.n)
        raise LookupError("x")
    async with managed("t") as t:
        log(t); 1 // 0
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(managed("s1"))
        st.push_async_callback(asyncio.sleep, 0)
        st.callback(log, "cb")
    log([x async for x in Countdown(3)], {x: y async for x in Countdown(2) for y in "a" if x})
    g = agen(5)
    log(await g.asend(None), await g.asend("hi"), await anext(g))
    await g.aclose()
    log(await anext(g, "default"))
    async for x in agen(3):
        if x == 1: break
    log("sum", sum([x async for x in agen(4)]))


async def timeouts():
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError as e: log("timeout", repr(e), repr(e.__cause__))
    try: await asyncio.wait_for(asyncio.sleep(5, "never"), 0.01)
    except asyncio.TimeoutError: log("wait_for")
    log(await asyncio.wait_for(asyncio.sleep(0, "value"), 1))
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(x, x)) for x in (0.001, 0.002, 3)], timeout=0.05)
    log(sorted(t.result() for t in done), len(pending))
    for t in pending: t.cancel()
    for c in asyncio.as_completed([asyncio.sleep(x, x) for x in (0.03, 0.001, 0.015)]): log(await c)
    sem, active, peak = asyncio.Semaphore(3), 0, 0
    async def work():
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(work() for _ in range(10)))
    log("peak", peak)


async def sync():
    ev, lock, cond = asyncio.Event(), asyncio.Lock(), asyncio.Condition()
    order = []
    async def waiter(n):
        await ev.wait()
        async with lock: order.append(n); await asyncio.sleep(0)
    ts = [asyncio.create_task(waiter(i)) for i in range(4)]
    await asyncio.sleep(0); ev.set()
    await asyncio.gather(*ts); log(order, lock.locked())
    async def cw():
        async with cond:
            await cond.wait_for(lambda: len(order) > 4); return "cond"
    t = asyncio.create_task(cw()); await asyncio.sleep(0)
    async with cond: order.append(9); cond.notify_all()
    log(await t)
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.001, fut.set_result, "fut")
    log(await fut, fut)
    async def stubborn():
        try: await asyncio.sleep(5)
        except asyncio.CancelledError as e: log("cancelled", e.args); raise
        finally: log("cleanup")
    t = asyncio.create_task(stubborn(), name="stub"); await asyncio.sleep(0)
    t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: log("outer", e.args, t.cancelled(), t.get_name())
    shielded = asyncio.create_task(asyncio.sleep(0.001, "in"))
    try: await asyncio.wait_for(asyncio.shield(shielded), 0)
    except TimeoutError: log("shield", await shielded)
    log(await asyncio.to_thread(lambda a, b: a + b, 1, b=2))
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(None, sorted, "hello"))


async def main():
    for f in (pipeline, groups, contexts, timeouts, sync):
        log("==", f.__name__); await f()
    return "end"

print(asyncio.run(main()))
try: asyncio.run(fails(0, RuntimeError("top")))
except RuntimeError as e: print(repr(e))
try: asyncio.run(42)
except (TypeError, ValueError) as e: print(type(e).__name__, e)
async def last():
    await asyncio.gather(fails(0, OSError(2, "No such file", "x.txt")), asyncio.sleep(1))
asyncio.run(last())
