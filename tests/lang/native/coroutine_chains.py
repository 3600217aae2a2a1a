# Coroutines that wait for coroutines, hot: what goes in and out of the chain, what ends it, what is told of those that nobody waited for.
import asyncio
import gc
import sys
import types
import warnings


@types.coroutine
def pause(value):
    return (yield value)


async def leaf(n):
    t = 0
    for i in range(n):
        got = await pause(i)
        t += 1 if got is None else got
    return t


async def middle(n):
    try:
        return await leaf(n) + await leaf(n // 2)
    except ValueError as e:
        return -int(str(e)) + await leaf(2)
    finally:
        log.append("middle")


async def outer(n):
    total = 0
    for k in range(2):
        total += await middle(n)
    return total


log = []


def run(coroutine, sent=None, at=None, what=None):
    steps = 0
    try:
        x = coroutine.send(None)
        while True:
            steps += 1
            x = coroutine.throw(what) if steps == at else coroutine.send(sent)
    except StopIteration as e:
        return steps, e.value
    except BaseException as e:
        names, tb = [], e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        return steps, repr(e), names


for n in (3, 300):
    print(run(outer(n)), run(outer(n), 5), run(outer(n), None, n // 2 + 1, ValueError("7")), run(outer(n), None, n // 2 + 1, KeyError("k")))
print(log)


def closes(n):
    del log[:]
    c = outer(n)
    for i in range(n // 2):
        c.send(None)
    waits = c.cr_await.cr_await.__name__, c.cr_running, c.cr_suspended if sys.version_info >= (3, 11) else None
    c.close()
    try:
        c.send(None)
    except RuntimeError as e:
        return waits, str(e), log


print(closes(10), closes(600))


class Waits:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        t = 0
        for i in range(self.n):
            t += (yield i) or 1
        return t


async def objects(n):
    return await Waits(n), await Waits(2)


print(run(objects(3)), run(objects(500)), run(objects(300), 2))


class Again:
    def __await__(self):
        return iter([1, 2, 3])


async def iterators(n):
    for i in range(n):
        await Again()
    return "iterated"


print(run(iterators(2)), run(iterators(200)))


async def deep(n, steps):
    return await deep(n - 1, steps) + 1 if n else await leaf(steps)


print(run(deep(5, 300)), run(deep(100, 20)))


async def makes(n):
    t = 0
    for i in range(n):
        t += await leaf(1)
    return t


print(run(makes(400)))


def never(n):
    told = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for i in range(n):
            leaf(i)
        gc.collect()
        told = {str(w.message) for w in caught}
        return told, len(caught)


print(never(3), never(400))


class Held:
    pass


async def holds(n):
    held, text = Held(), ["text"]
    held.text = text
    for i in range(n):
        await pause(i)
        text.append(i)
        if i % 150 == 0:
            gc.collect()
    return len(held.text), held.text[-1]


async def holds_all(n):
    a = await holds(n)
    b = [await holds(n // 2)]
    return a, b


print(run(holds_all(400)))


# ---- asyncio: tasks, cancellation, generators
async def worker(name, n, out):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            out.append((name, i))
    except asyncio.CancelledError:
        out.append((name, "cancelled"))
        raise
    return name


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    out = []
    print(await asyncio.gather(*(worker(k, 150, out) for k in range(3))), len(out), out[:4])
    task = asyncio.create_task(worker("x", 10**6, out))
    for i in range(200):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(out[-1])
    total = 0
    async for x in agen(300):
        total += x
    print(total, sum([x async for x in agen(200)]))
    queue = asyncio.Queue(3)

    async def fills():
        for i in range(300):
            await queue.put(i)
        await queue.put(None)

    async def drains():
        t = 0
        while (item := await queue.get()) is not None:
            t += item
        return t

    print(await asyncio.gather(fills(), drains()))
    try:
        await asyncio.wait_for(worker("late", 10**9, []), 0.01)
    except asyncio.TimeoutError:
        print("timed out")


asyncio.run(main())


# ---- sent to generators
def averager():
    total = count = 0
    average = None
    while True:
        x = yield average
        total += x
        count += 1
        average = total / count


def delegates():
    yield from averager()


for make in (averager, delegates):
    g = make()
    next(g)
    t = 0.0
    for i in range(500):
        t += g.send(i % 7)
    print(round(t, 6))
    try:
        g.send("text")
    except TypeError as e:
        print(e)
