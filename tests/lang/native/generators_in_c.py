# Generators whose items C takes one by one (next, zip, map, enumerate...), hot; calls that make generators; sums of lists and tuples.
import gc
import itertools
import sys


def count(n):
    for i in range(n):
        yield i
    return ("ended", n)


def take(n, g):
    out = 0
    for _ in range(n):
        out += next(g)
    return out


g = count(1000)
print(take(900, g), take(50, g), next(g), next(g, "default"))
print([take(200, count(200)) for _ in range(3)])


def ends(n):
    g = count(n)
    got = 0
    while True:
        try:
            got += next(g)
        except StopIteration as e:
            return got, e.value, next(g, "end")


print(ends(3), ends(500), ends(0))
print(sum(x * y for x, y in zip(count(400), count(500))), sum(i * x for i, x in enumerate(count(400))), sum(map(abs, count(400))), sum(filter(None, count(400))), sum(itertools.islice(count(900), 400)), len(list(itertools.chain(count(300), count(300)))), sum(itertools.accumulate(count(300))))


def below(n):
    got = yield from count(n)
    yield got


def inner_send(n):
    g = below(n)
    out = [next(g)]
    for k in range(n):
        out.append(g.send(None))
    return out[-2:], len(out)


print(inner_send(3), inner_send(600))


def echo():
    got = None
    while True:
        got = yield got


def sends(n):
    g = echo()
    next(g)
    out = []
    for i in range(n):
        out.append(g.send(i) if i % 3 else next(g))
    return out[-4:], len(out)


print(sends(10), sends(500))


def fails(n):
    for i in range(n):
        yield i
    try:
        yield "in try"
        raise KeyError(n)
    finally:
        log.append("finally")


log = []
for n in (2, 300):
    g = fails(n)
    try:
        while True:
            x = next(g)
    except KeyError as e:
        names, tb = [], e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(x, repr(e), names, log)
    g = fails(n)
    for x in zip(range(n + 1), g):
        pass
    g.close()
    print(x, log, next(g, "closed"))


def handles():
    try:
        raise KeyError("own")
    except KeyError:
        for i in range(400):
            yield repr(sys.exc_info()[1])
    while True:
        yield repr(sys.exc_info()[1])


g = handles()
seen = set()
for i in range(500):
    try:
        raise ValueError("outer")
    except ValueError:
        seen.add((next(g), i >= 400))
    seen.add((next(g), i >= 400, "outside"))
print(sorted(map(str, seen)))


def itself():
    yield 0
    while True:
        yield next(me)


for _ in range(3):
    me = itself()
    for k in range(2):
        try:
            print(next(me), end=" ")
        except ValueError as e:
            print(e)


def deep(n):
    if n:
        for x in map(int, deep(n - 1)):
            yield x
    for i in range(40):
        yield i


print(sum(deep(30)))


def no_end():
    yield next(no_end())


for _ in range(3):
    try:
        next(no_end())
    except RecursionError:
        print("too deep")


class Thing:
    pass


def holds(n):
    thing, text = Thing(), ""
    for i in range(n):
        text = f"text {i}"
        thing.last = [text, i]
        yield thing.last
    yield text


kept = []
g = holds(800)
for i in range(800):
    kept.append(next(g))
    if i % 200 == 0:
        gc.collect()
print(kept[799], kept[3], next(g))


# ---- generators made by calls of all kinds
def made(a, b=2, *rest, c=3, **more):
    yield a, b, rest, c, sorted(more.items())


def plain(a, b):
    yield a
    yield b


class Has:
    def each(self, a):
        yield self.base + a

    base = 10

    @staticmethod
    def free(a):
        yield a

    @classmethod
    def of_class(cls, a):
        yield cls.base + a


def calls(n):
    has, t = Has(), 0
    for i in range(n):
        for x in plain(i, 1):
            t += x
        for x in has.each(i):
            t += x
        for x in Has.free(i):
            t += x
        for x in has.of_class(i):
            t += x
        for a, b, rest, c, more in made(i):
            t += a + b + c
        for a, b, rest, c, more in made(1, i, 5, c=i, d=6):
            t += a + b + c + rest[0] + more[0][1]
        for x in plain(b=i, a=1):
            t += x
    return t


print(calls(5), calls(400))


def wrong(n):
    told = []
    for i in range(n):
        try:
            for x in plain(i):
                told.append(x)
        except TypeError as e:
            told = [str(e)]
        try:
            for x in plain(i, 2, 3):
                told.append(x)
        except TypeError as e:
            told.append(str(e))
    return told


print(wrong(300))


def unused(n):
    for i in range(n):
        plain(i, i)
    return gc.collect() >= 0


print(unused(500))


# ---- sums of sequences
class L(list):
    def __radd__(self, other):
        return "radd"


class T(tuple):
    pass


def joins(n):
    a, b = [], ()
    for i in range(n):
        c = [i] + [i + 1]
        d = (i,) + (i + 1,)
        a, b = (a + c)[-4:], (b + d)[-4:]
    return a, b


def joins_of(x, y):
    try:
        return x + y
    except TypeError as e:
        return str(e)


print(joins(3), joins(400))
for _ in range(120):
    rows = [joins_of(x, y) for x in ([1], (2,), L([3]), T((4,)), 5) for y in ([1], (2,), L([3]), T((4,)), 5.5)]
print(rows, type(rows[10]).__name__)
