# `yield from` and `await` in machine code: what goes in and out, what ends, what raises, at any depth.
import asyncio
import gc


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 2 if n > 1 else 0)


def flat(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flat(item)
        else:
            yield item


def inner(log):
    total = 0
    while True:
        try:
            got = yield total
        except ValueError as error:
            log.append(str(error))
            got = 100
        except GeneratorExit:
            log.append("closed")
            raise
        if got is None:
            return total
        total += got


def middle(log):
    result = yield from inner(log)
    log.append(result)
    return result * 2


def outer(log):
    while True:
        result = yield from middle(log)
        log.append(("outer", result))
        if result > 1000:
            return "done"


class Counts:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("counted")
        return self.n


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise KeyError("next")


class Sends:
    def __init__(self):
        self.seen = []

    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        self.seen.append(value)
        if value == "stop":
            raise StopIteration(self.seen)
        return value

    def throw(self, error):
        self.seen.append(repr(error))
        return "thrown"


def over(x):
    return (yield from x)


def result_of(generator):
    items = []
    try:
        while True:
            items.append(next(generator))
    except StopIteration as stop:
        return items, stop.value
    except Exception as error:
        return items, repr(error)


for turn in range(4):
    print(list(tree(5)), sum(tree(7)))
    print(list(flat([1, [2, (3, [4]), []], 5])))
    print([result_of(over(x)) for x in ([1, 2], (), "ab", range(3), {"k": 1}, iter([7]), Counts(3), Raises(), 5, inner([]), (n * n for n in range(3)))])
    log = []
    g = outer(log)
    print(next(g), g.send(5), g.send(6), g.throw(ValueError("in")), g.send(None), g.send(1000), g.send(3))
    try:
        g.send(None)
    except StopIteration as stop:
        print(stop.value, log)
    g = outer(log)
    next(g)
    g.close()
    print(log[-1])
    s = Sends()
    g = over(s)
    print(next(g), g.send(1), g.send("x"), g.throw(IndexError("i")))
    try:
        g.send("stop")
    except StopIteration as stop:
        print(stop.value)


# A loop over one that delegates, whose inner ones are shared, running or finished.
def shared(g):
    yield from g
    yield "end"


def twice(n):
    g = tree(n)
    return [list(shared(g)), list(shared(g))]


def itself():
    yield 1
    yield from holder[0]


holder = [None]
for turn in range(4):
    print(twice(3))
    holder[0] = itself()
    try:
        for x in holder[0]:
            print(x)
    except ValueError as error:
        print(error)
    part = tree(4)
    next(part)
    print(list(shared(part)))


# With handlers around, in sum(), sorted() and the like, and collection in between.
def guarded(n):
    try:
        if n == 0:
            raise LookupError("bottom")
        gc.collect() if n % 7 == 0 else None
        yield n
        yield from guarded(n - 1)
    except LookupError as error:
        yield str(error) + str(n)
        raise
    finally:
        ended.append(n)


ended = []
for turn in range(3):
    seen = []
    try:
        for x in guarded(8):
            seen.append(x)
    except LookupError:
        seen.append("out")
    print(seen, ended)
    ended.clear()
    print(sum(tree(6)), sorted(tree(6))[-1], max(tree(6)), dict(enumerate(tree(3))), [*tree(3)], any(n > 4 for n in tree(6)))


def deep(n):
    yield from deep(n + 1)


try:
    list(deep(0))
except RecursionError as error:
    print("RecursionError")


# Coroutines.
async def leaf(i):
    return i * 2


async def step(i):
    if i % 5 == 0:
        await asyncio.sleep(0)
    if i == 13:
        raise ValueError(i)
    return await leaf(i) + 1


async def work(n):
    total = 0
    for i in range(n):
        try:
            total += await step(i)
        except ValueError as error:
            total += 1000
    return total


async def each(n):
    for i in range(n):
        yield await leaf(i)


async def main():
    print(await asyncio.gather(*(work(20 + n) for n in range(4))))
    print([x async for x in each(5)], sum([x async for x in each(50)]))


for turn in range(3):
    asyncio.run(main())
