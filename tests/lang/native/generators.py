# Generators that loops take items of: what goes on between two items, and what ends them in another way.
import gc
import sys


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def total(items):
    t = 0
    for x in items:
        t += x
    return t


# The loop meets generators first, then other things, then generators again.
print([total(count(n)) for n in (0, 1, 2, 50)], total([1, 2]), total((3, 4)), total(range(5)), total({5: 6}), total(iter([7])), total(count(3)))


# ---- what YIELD comes to; variables that are not assigned yet
def answers(n):
    for i in range(n):
        got = yield i
        if got is not None:
            yield ("got", got)
    else:
        late = n
    yield late


def drive(n):
    out = []
    g = answers(n)
    for x in g:
        out.append(x)
        if x == 1:
            out.append(g.send("sent"))
    return out


for _ in range(4):
    print(drive(3))


def unassigned(flag):
    if flag:
        value = 1
    yield "first"
    yield value


for flag in (True, True, True, False):
    try:
        for x in unassigned(flag):
            print(x, end=" ")
        print()
    except UnboundLocalError as e:
        print(type(e).__name__, e)


# ---- exceptions: out of the generator, thrown into it, in the body of the loop
def fails(n):
    for i in range(n):
        yield i
    raise KeyError(n)


def through(n):
    for x in fails(n):
        yield x


for n in (3, 3, 3):
    try:
        for x in through(n):
            pass
    except KeyError as e:
        names = []
        tb = e.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(x, repr(e), names)


def catches(items):
    for item in items:
        try:
            yield item
        except ValueError as e:
            yield ("caught", str(e), item)
        finally:
            log.append(item)


log = []
for turn in range(4):
    g = catches([1, 2, 3])
    for x in g:
        if x == 2:
            print(g.throw(ValueError(f"thrown {turn}")), end=" ")
        if isinstance(x, int) and turn == 3 and x == 3:
            break
    print(x)
    g.close()
print(log)


def loop_ends_in_handler(items):
    for item in items:
        try:
            yield item
        except ValueError:
            continue  # the loop's state is read again only here
        return item


g = loop_ends_in_handler("abcdef")
out = []
for x in g:
    out.append(x)
    while x < "d":
        gc.collect()
        x = g.throw(ValueError)
        out.append(x)
print(out)


def stops():
    yield 1
    raise StopIteration(5)


for _ in range(3):
    try:
        for x in stops():
            pass
    except RuntimeError as e:
        print(e, repr(e.__cause__))


# ---- what is handled, inside and outside
def within_handler():
    yield repr(sys.exc_info()[1])
    try:
        raise KeyError("inner")
    except KeyError:
        yield repr(sys.exc_info()[1])
        yield repr(sys.exc_info()[1])
    yield repr(sys.exc_info()[1])


def show_handled():
    return [(x, repr(sys.exc_info()[1])) for x in within_handler()]


def show_in_loop():
    out = []
    for x in within_handler():
        out.append((x, repr(sys.exc_info()[1])))
    return out


for _ in range(3):
    print(show_in_loop())
for _ in range(3):
    try:
        raise ValueError("outer")
    except ValueError:
        print(show_in_loop() == show_handled(), show_in_loop())


# ---- running already, finished, closed
def itself():
    yield 1
    for x in me:
        yield x


for _ in range(3):
    me = itself()
    try:
        for x in me:
            pass
    except ValueError as e:
        print(e)

for _ in range(3):
    g = count(5)
    seen = []
    for x in g:
        seen.append(x)
        if x == 2:
            g.close()
    for x in g:
        seen.append("never")
    print(seen, g.gi_frame, next(g, "end"))


def closing():
    try:
        while True:
            yield 1
    except GeneratorExit:
        print("exit", end=" ")
        raise
    finally:
        print("finally")


def leaves_early():
    for x in closing():
        return x


for _ in range(4):
    leaves_early()
    gc.collect()


# ---- frames
def shown(n):
    local = "a"
    for i in range(n):
        yield sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
        local += "b"


def looks(n):
    g = shown(n)
    for names in g:
        frame = g.gi_frame
        kept = frame.f_locals
        line = frame.f_lineno - frame.f_code.co_firstlineno
    return names, sorted(kept.items()), line


for _ in range(3):
    print(looks(3))


def variables(n):
    for i in range(n):
        square = [i] * 2
        yield i


for _ in range(3):
    g = variables(4)
    out = []
    for x in g:
        out.append(sorted(g.gi_frame.f_locals.items()))
    print(out)


# ---- objects that only a suspended generator has; many registers; deep recursion
class Big:
    alive = 0

    def __init__(self, n):
        self.n = n
        self.data = [n] * 10
        Big.alive += 1


def holds(n):
    for i in range(n):
        a, b, c = Big(i), [Big(i + 1)], (Big(i + 2), f"text {i}")
        yield a.n
        yield b[0].data[i % 10] + c[0].n + len(c[1]) + a.data[-1]


t = 0
for x in holds(300):
    junk = [[x] for _ in range(20)]
    if x % 50 == 0:
        gc.collect()
    t += x
print(t, Big.alive)


def old_and_young():  # a generator that was collected over takes young objects
    kept = []
    last = None
    for i in range(2000):
        last = [last and last[0], f"number {i}"]
        kept.append(last)
        yield i
    print(len(kept), kept[1999], kept[7])


for i in old_and_young():
    if i % 400 == 0:
        gc.collect()


def many(n):
    a = b = c = d = e = f = g = h = i = j = k = l = m = o = p = q = r = s = t = u = v = w = x = y = z = 1
    aa = ab = ac = ad = ae = af = ag = ah = ai = aj = ak = al = am = an = ao = ap = aq = ar = at = au = av = aw = ax = ay = az = 2
    ba = bb = bc = bd = be = bf = bg = bh = bi = bj = bk = bl = bm = bn = bo = bp = bq = br = bs = bt = bu = bv = bw = bx = by = bz = 3
    for turn in range(n):
        bz += turn
        yield a + z + aa + az + bz
        yield turn * bx


print([x for x in many(5)], sum(many(400)))


def fewer(n):
    a = b = c = d = e = f = g = h = i = j = k = l = m = o = p = q = r = s = t = u = v = w = x = y = z = 1
    for turn in range(n):
        z += turn
        yield a + z
        yield turn * x


print([x for x in fewer(5)], sum(fewer(400)))


def tree(depth):
    if depth:
        for x in tree(depth - 1):
            yield x + 1
    yield 0


print([total(tree(d)) for d in (1, 5, 30)])


def endless(depth):
    for x in endless(depth + 1):
        yield x


for _ in range(3):
    try:
        for x in endless(0):
            pass
    except RecursionError as e:
        print(type(e).__name__)


# ---- two over one, one over two
def pairs(g):
    for x in g:
        yield x, next(g, None)


for _ in range(3):
    print([p for p in pairs(count(5))])


def merged(a, b):
    for x in a:
        for y in b():
            yield x, y


out = []
for p in merged(count(3), lambda: count(2)):
    out.append(p)
print(out)


# ---- floats kept in the loop, large ints
def floats(n):
    x = 0.5
    for i in range(n):
        x = x * 1.5 + i
        y = x - 1.0
        yield x
        x = y + x / 3


def sum_floats(n):
    t = 0.0
    for x in floats(n):
        t = t * 0.5 + x
    return t


print([round(sum_floats(n), 6) for n in (3, 10, 40)])


def powers(n):
    p = 1
    for _ in range(n):
        p *= 1 << 20
        yield p


for _ in range(3):
    print(total(powers(9)))


# ---- what natives take, with a step in between
class Odd(int):
    def __add__(self, other):
        return 100

    __radd__ = __add__


def mixed(n):
    for i in range(n):
        yield i if i != 7 else Odd(3)


for _ in range(3):
    print(sum(mixed(7)), sum(mixed(9)), any(x > 5 for x in mixed(9)), list(x for x in mixed(4)), max(x % 7 for x in mixed(20)), ",".join(str(x) for x in mixed(5)), sum(x * y for x in range(3) for y in range(4)))


def fails_late():
    for i in range(20):
        yield 10 // (15 - i)


for _ in range(4):
    for taker in (sum, list, set, max, any, sorted, tuple):
        try:
            taker(x for x in fails_late() if x < 100 or taker is any)
            print("none", end=" ")
        except ZeroDivisionError as e:
            print(e.__traceback__.tb_next.tb_next.tb_frame.f_code.co_name, end=" ")
    print()


# ---- told of by a trace function that is set in the middle
def traced(n):
    events = []

    def tracer(frame, event, arg):
        if frame.f_code is count.__code__:
            events.append((event, arg))
        return tracer

    for x in count(n):
        if x == n - 2:
            sys.settrace(tracer)
    sys.settrace(None)
    return [e for e in events if e[0] != "line"]


for _ in range(3):
    print(traced(5))


# ---- the function gets another code while one of its generators goes on
def changes(n):
    for i in range(n):
        yield i


def other(n):
    for i in range(n):
        yield -i


g = changes(6)
out = []
for x in g:
    out.append(x)
    if x == 2:
        changes.__code__ = other.__code__
for x in changes(3):
    out.append(x)
print(out)
