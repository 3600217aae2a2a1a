# timed: sleeps decide the order
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def work(name, delay, result=None):
    try:
        await asyncio.sleep(delay)
        print("done", name)
        return result if result is not None else name
    except asyncio.CancelledError as error:
        print("cancelled", name, error.args)
        raise


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def basics():
    print(await asyncio.gather(work("a", 0.6), work("b", 0.2), work("c", 0.4)))
    print(await asyncio.gather(fail(0, ValueError("x")), work("d", 0.01), return_exceptions=True))
    try:
        await asyncio.gather(fail(0, ValueError("y")), work("e", 0.01))
    except ValueError as error:
        print(repr(error))
    task = asyncio.create_task(work("f", 1), name="effi")
    await asyncio.sleep(0)
    print(task.get_name(), task.done(), task.cancel("why"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("outer", error.args, task.cancelled(), task.done())
    try:
        await asyncio.wait_for(work("slow", 1), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(work("fast", 0), 1))
    try:
        async with asyncio.timeout(0.01) as t:
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout", t.expired(), t)
    first, rest = await asyncio.wait([asyncio.create_task(work("w1", 0.01)), asyncio.create_task(work("w2", 0.3))],
                                     return_when=asyncio.FIRST_COMPLETED)
    print(len(first), len(rest), [f.result() for f in first])
    await asyncio.wait(rest)
    for f in asyncio.as_completed([work("x", 0.3), work("y", 0.01)]):
        print("as", await f)
    inner = asyncio.create_task(work("shielded", 0.01))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("shield cancelled")
    print(await inner)


async def groups():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("g1", 0.01, 1))
        b = group.create_task(work("g2", 0.005, 2))
    print(a.result() + b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(0.01, KeyError("k")))
            group.create_task(work("g3", 1))
    except* KeyError as error:
        print(repr(error))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("g4", 1))
            raise OSError("body")
    except ExceptionGroup as error:
        print(repr(error))


async def locks():
    lock = asyncio.Lock()
    order = []

    async def use(name):
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)
    await asyncio.gather(*(use(n) for n in "abc"))
    print(order)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    event = asyncio.Event()
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiting, event.is_set())
    limit = asyncio.Semaphore(2)
    running = most = 0

    async def limited():
        nonlocal running, most
        async with limit:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.001)
            running -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print(most, limit.locked())
    condition = asyncio.Condition()
    items = []

    async def consumer(i):
        async with condition:
            await condition.wait_for(lambda: items)
            print("consumer", i, items.pop())
    consumers = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0)
    for i in range(2):
        async with condition:
            items.append(i)
            condition.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*consumers)
    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))))


async def queues():
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(5):
            await queue.put(i)

    async def consumer():
        while True:
            print("got", await queue.get())
            queue.task_done()
    task = asyncio.create_task(consumer())
    await producer()
    await queue.join()
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    for kind in asyncio.PriorityQueue, asyncio.LifoQueue:
        q = kind()
        for i in 3, 1, 2:
            q.put_nowait(i)
        print([q.get_nowait() for _ in range(3)], q)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    loop.call_later(0.001, future.set_result, 42)
    loop.call_soon(print, "soon")
    future.add_done_callback(lambda f: print("callback", f.result()))
    print(await future, future)
    for wrong in (lambda: future.set_result(1), lambda: loop.create_future().result(), lambda: loop.create_future().exception()):
        try:
            wrong()
        except asyncio.InvalidStateError as error:
            print(repr(error))
    var.set(1)

    async def child():
        var.set(var.get() + 1)
        return var.get()
    print(await asyncio.create_task(child()), var.get())
    try:
        c = basics(); asyncio.run(c)
    except RuntimeError as error:
        print(error)
    async for x in agen():
        print(x)
    async with ctx() as c:
        print(c)
    print(asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))


async def agen():
    for i in range(2):
        await asyncio.sleep(0)
        yield i


class ctx:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return "entered"

    async def __aexit__(self, *args):
        await asyncio.sleep(0)

for part in basics, groups, locks, queues, futures:
    print("--", part.__name__)
    asyncio.run(part())
try:
    asyncio.run(1)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
print(asyncio.iscoroutinefunction(agen), asyncio.iscoroutinefunction(work), asyncio.isfuture(1))


async def leftover():
    asyncio.create_task(work("left", 10))
    await asyncio.sleep(0)
    return "end"
print(asyncio.run(leftover()))
try:
    asyncio.run(fail(0, ZeroDivisionError("z")))
except ZeroDivisionError as error:
    print(repr(error))
