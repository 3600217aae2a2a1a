# Coroutines driven by hand: await, async for, async with, comprehensions, generators.
class Step:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return got


def drive(coroutine, answers=()):
    answers = list(answers)
    sent = None
    steps = []
    while True:
        try:
            steps.append(coroutine.send(sent))
        except StopIteration as stop:
            return steps, stop.value
        sent = answers.pop(0) if answers else None


async def simple(a, b=2):
    x = await Step(a)
    y = await Step(b)
    return x, y


print(drive(simple(1), ["x", "y"]))


async def nested():
    first = await simple("p", "q")
    try:
        await failing()
    except ValueError as e:
        return first, str(e)


async def failing():
    await Step("before")
    raise ValueError("failed")


print(drive(nested(), [1, 2, 3]))


class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): self.i = 0; return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await Step(("next", self.i))
        return self.i


async def loops():
    out = []
    async for i in Counter(3):
        if i == 2: continue
        out.append(i)
    else:
        out.append("else")
    async for i in Counter(5):
        if i == 2: break
    else:
        out.append("never")
    return out, i


print(drive(loops()))


class Context:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        await Step("enter " + self.name)
        return self.name
    async def __aexit__(self, kind, value, tb):
        await Step("exit " + self.name + (" " + kind.__name__ if kind else ""))
        return self.swallow


async def contexts(mode):
    async with Context("a") as a, Context("b", swallow=True) as b:
        if mode == "raise": raise ValueError
        if mode == "return": return a + b
    return "end"


print(drive(contexts("plain")), drive(contexts("raise")), drive(contexts("return")))


async def agen(n):
    for i in range(n):
        await Step(("gen", i))
        yield i * 10
    try:
        yield "last"
    finally:
        await Step("cleanup")


async def comprehensions():
    a = [x async for x in agen(2)]
    b = {x: y async for x in Counter(2) for y in (x * 2,)}
    c = {await Step(i) for i in range(2)}
    d = [x async for x in (v async for v in Counter(3)) if x != 2]
    e = [[y async for y in Counter(x)] for x in range(3)]
    return a, b, len(c), d, e


print(drive(comprehensions())[1])


async def sends():
    g = agen(1)
    print(await g.asend(None), await g.__anext__())
    try:
        await g.athrow(KeyError("thrown"))
    except KeyError as e:
        print("out", e)
    g2 = agen(0)
    print(await g2.__anext__())
    await g2.aclose()


print(drive(sends()))


async def finally_in_coroutine():
    try:
        await Step("try")
        return "value"
    finally:
        await Step("finally")


print(drive(finally_in_coroutine()))
c = finally_in_coroutine()
c.send(None)
try:
    c.throw(RuntimeError("in"))
except RuntimeError as e:
    print(e)
except StopIteration as e:
    print("?")
else:
    print("cleanup step")
c.close()


async def with_bad():
    for bad in (1,):
        try:
            async with bad: pass
        except TypeError as e:
            print(e)
        try:
            async for x in bad: pass
        except TypeError as e:
            print(e)
        try:
            await bad
        except TypeError as e:
            print(e)


drive(with_bad())
f = lambda: (await_ for await_ in range(2))
print(list(f()))
