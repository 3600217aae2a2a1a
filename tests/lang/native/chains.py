# Generators that delegate to generators, in loops that are hot: who gets an item, what ends a chain, what makes it go another way for a moment.
import gc
import types


def leaf(n):
    for i in range(n):
        yield i


def middle(n):
    got = yield from leaf(n)
    return ("result", n, got)


def outer(n):
    return (yield from middle(n))


def total(g):
    t = 0
    for x in g:
        t += x
    return t


print([total(outer(n)) for n in (0, 1, 2, 1000)], sum(outer(900)), list(outer(4)), max(outer(700)))


def results(n):
    got = []
    for k in range(3):
        got.append((yield from outer(n)))
    yield got


print([x for x in results(300)][-1])


# ---- sent in, thrown in, closed, in the middle
def echo(log):
    total = 0
    while True:
        try:
            got = yield total
            total += 1 if got is None else got
        except ValueError as e:
            log.append(str(e))
            total += 1000
        except GeneratorExit:
            log.append("closed")
            raise


def between(log):
    try:
        yield from echo(log)
    finally:
        log.append("between")


def above(log):
    yield from between(log)


def drive(turns):
    log = []
    g = above(log)
    last = None
    for x in g:
        last = x
        if x % 1000 == 200:
            last = g.send(50)
        if last % 1000 == 400:
            last = g.throw(ValueError(f"at {last}"))
        if last > turns:
            break
    g.close()
    for x in g:
        log.append("never")
    return last, log


for _ in range(3):
    print(drive(2500))


# ---- an exception from below, and what handles it on the way
def breaks(n):
    for i in range(n):
        yield i
    raise KeyError(n)


def lets(n):
    yield from breaks(n)


def catches(n):
    try:
        yield from lets(n)
    except KeyError as e:
        yield -e.args[0]
        yield from leaf(2)
    yield "end"


for n in (3, 300):
    print([x for x in catches(n)][-5:])
    try:
        for x in lets(n):
            pass
    except KeyError as e:
        names, tb = [], e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(x, names)


# ---- other iterators below, and what is below used by others as well
class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration("stepped")
        self.n -= 1
        return self.n


def takes(it):
    return (yield from it)


def any_of(things):
    for thing in things:
        yield (yield from takes(thing))


print([x for x in any_of([[1, 2], (3,), Steps(3), leaf(2), {4: 5}, range(2), iter("ab"), outer(2), Steps(0)])])
print(total(takes(range(1000))), total(takes(Steps(500))), total(takes(takes(takes(leaf(500))))))


def shared():
    below = leaf(600)
    a, b = takes(below), takes(below)
    out = []
    for x in a:
        out.append(x)
        if x % 7 == 0:
            out.append(next(b, "end"))
    return out, list(b)


print(shared()[0][-6:], len(shared()[0]), shared()[1])


def finishes_below():
    below = leaf(900)
    g = takes(takes(below))
    for x in g:
        if x == 500:
            below.close()
    return x, next(g, "end")


print(finishes_below())


def itself(n):
    for i in range(n):
        yield i
    yield from me


for _ in range(3):
    me = itself(300)
    try:
        for x in me:
            pass
    except ValueError as e:
        print(x, e)


# ---- what a generator holds while it delegates; handlers; many registers
class Held:
    def __init__(self, n):
        self.n = n


def holding(n):
    a, b = Held(n), [Held(n + 1)]
    got = yield from leaf(n)
    text = f"{a.n} {b[0].n}"
    for k, item in enumerate([Held(7), Held(8)]):
        yield from leaf(k + 1)
        text += f" {item.n}{k}"
    return text


def holds_all(n):
    text = yield from holding(n)
    yield text


out = []
for x in holds_all(700):
    junk = [[x] for _ in range(10)]
    if x == 300 or x == 600:
        gc.collect()
    out.append(x)
print(out[-4:], len(out))


def within(n):
    try:
        raise KeyError("handled")
    except KeyError:
        yield from leaf(n)
        yield from takes(leaf(2))
    try:
        raise
    except RuntimeError as e:
        yield str(e)


print([x for x in within(400)][-3:])


def wide(n):
    a = b = c = d = e = f = g = h = i = j = k = l = m = o = p = q = r = s = t = u = v = w = x = y = z = 1
    aa = ab = ac = ad = ae = af = ag = ah = ai = aj = ak = al = am = an = ao = ap = aq = ar = at = au = av = aw = ax = ay = az = 2
    ba = bb = bc = bd = be = bf = bg = bh = bi = bj = bk = bl = bm = bn = bo = bp = bq = br = bs = bt = bu = bv = bw = bx = by = bz = 3
    yield from takes(leaf(n))
    yield a + z + aa + az + ba + bz
    for turn in range(n):
        yield turn + bx


print(total(wide(500)), total(takes(wide(500))), total(takes(takes(wide(400)))))


# ---- a coroutine that waits for a generator
@types.coroutine
def pause(n):
    for i in range(n):
        yield i
    return n


@types.coroutine
def pauses(n):
    return (yield from pause(n))


async def waits(n):
    return await pauses(n) + await pause(n)


async def waits_more(n):
    return [await waits(n), await waits(n + 1)]


def run(coroutine):
    steps = 0
    try:
        while True:
            steps += 1 + coroutine.send(None)
    except StopIteration as e:
        return steps, e.value


print(run(waits_more(3)), run(waits_more(400)))


def loops_over_awaited(n):
    steps = 0
    for x in waits_more(n).__await__():
        steps += x
    return steps


print(loops_over_awaited(3), loops_over_awaited(300))


# ---- depth, and too much of it
def nest(depth, n):
    if depth:
        yield from nest(depth - 1, n)
    else:
        yield from leaf(n)


print(total(nest(40, 300)), total(nest(300, 40)))


def grows(n):
    yield n
    yield from grows(n + 1)


for _ in range(3):
    try:
        for x in grows(0):
            pass
    except RecursionError:
        print("too deep", x > 100)


def flat(x):
    for item in x:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


print(sum(sum(flat([1, [2, [3, [4, [], 5]], 6], [7]])) for _ in range(300)))


# ---- seen from outside
def watched(n):
    g = outer(n)
    seen = set()
    for x in g:
        inner = g.gi_yieldfrom
        seen.add((inner.__name__, inner.gi_yieldfrom.__name__, inner.gi_running, g.gi_running, g.gi_frame.f_lineno - g.gi_code.co_firstlineno))
    return sorted(seen), g.gi_yieldfrom


print(watched(500))
