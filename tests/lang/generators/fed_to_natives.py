# Natives that take all items of a generator: what the generator, its items and the code between see of it.
import gc, sys, traceback


def numbers(n, log=None):
    try:
        for i in range(n):
            yield i
    finally:
        if log is not None:
            log.append("closed")


def failing(n):
    for i in range(n):
        yield i
    raise LookupError("at the end")


takers = [sum, any, all, min, max, list, tuple, set, frozenset, sorted, dict.fromkeys, lambda g: ",".join(map(str, g)), lambda g: [*g], lambda g: {*g},
          lambda g: dict((x, x) for x in g), bytes, bytearray, lambda g: [].extend(g), lambda g: print(*g)]
for take in takers:
    print(take(numbers(5)), take(x * 2 for x in [3, 1, 2]))
    try:
        take(failing(3))
    except LookupError as e:
        print(type(e).__name__, e, [f.name for f in traceback.extract_tb(e.__traceback__) if f.name != "<lambda>"][:2])

# an item that ends it early: the generator goes on where it was
g = numbers(6)
print(any(x > 2 for x in g), next(g), list(g), next(g, "end"))
g = (x for x in [1, 2, 0, 5, 6])
print(all(g), g.gi_running, next(g), sum(g), g.gi_frame)
g = numbers(4)
print(next(g), max(g), next(g, None))

# items that ask scripts, which look at the generator
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print("add", self.value, g.gi_running)
        return Number(self.value + (other.value if isinstance(other, Number) else other))

    __radd__ = __add__

    def __bool__(self):
        print("bool", self.value, g.gi_running)
        return self.value > 1

    def __lt__(self, other):
        print("lt", self.value, g.gi_running)
        return self.value < other.value

    def __eq__(self, other):
        print("eq", self.value, g.gi_running)
        return isinstance(other, Number) and self.value == other.value

    def __hash__(self):
        print("hash", self.value, g.gi_running)
        return 7


def use(take, *items):
    global g
    g = (item for item in items)
    try:
        result = take(g)
        print(getattr(result, "value", result if isinstance(result, (bool, int)) else type(result).__name__))
    except Exception as e:
        print(type(e).__name__, e)


use(sum, 1, 2, Number(3), 4)
use(any, 0, Number(1), "", Number(2), 5)
use(all, 1, Number(2), Number(0), 3)
use(min, Number(3), Number(1), Number(2))
use(max, 1, 2, "three")
use(sum, 1, 2.5, 3, True, 2 ** 70)
use(sum, 1, "x")
use(set, 1, "a", Number(1), (1, 2), Number(1), 7)
use(dict, (1, 2), (Number(1), 3), (7, 1), (Number(1), 2))
use(dict, (1, 2), "ab", "abc")
use(set, 1, [2])
use(sorted, Number(2), Number(1))

# one that touches itself, or what it fills
def itself():
    yield 1
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    yield me.__name__


me = itself()
print(list(me))
items = []
items.extend(len(items) for _ in range(4))
print(items)
s = set()
s.update(len(s) for _ in range(4))
print(s)


def grows(s):
    yield 1
    s.add(2)
    yield 3


s.clear()
s.update(grows(s))
print(s)

# delegation, handlers, nesting, collections on the way
def delegating(n):
    yield -1
    yield from numbers(n)
    yield from [7, 8]
    return "ignored"


print(list(delegating(3)), sum(delegating(4)), max(delegating(2)))


def in_handler():
    try:
        raise KeyError("inner")
    except KeyError:
        for i in range(3):
            yield i
            print(sys.exc_info()[0].__name__, end=" ")


try:
    raise OSError
except OSError:
    print(sum(in_handler()), sys.exc_info()[0].__name__)
print(sys.exc_info())


def nested(depth):
    yield depth
    if depth:
        yield sum(nested(depth - 1))
        gc.collect()
        yield len([*nested(depth - 1)])


print(sum(nested(6)), sum(sum(x for x in range(i)) for i in range(50)))
log = []
print(any(x > 3 for x in numbers(10)), log)
gen = numbers(10, log)
print(any(x == 3 for x in gen), log)
gen.close()
print(log)


def deep(n):
    return 0 if not n else sum(deep(n - 1) + 1 for _ in range(1))


print(deep(100))
try:
    deep(10 ** 6)
except RecursionError as e:
    print("RecursionError")
print(deep(50))

# text gathered while a generator is on the stack, and keys of every kind
print(",".join(str(i) for i in range(30)), len("".join(chr(65 + i % 26) for i in range(1000))))
table = {i * 7919: i for i in range(5000)}
print(sum(table.get(i, 0) for i in range(0, 7919 * 5000, 7919)), sum(1 for k in range(20000) if k in table), all(k in table for k in list(table)))
for step in (1, 4, 10, 1000, 1024, 65536, 2 ** 40, -3):
    d = {}
    for i in range(3000):
        d[i * step + 5] = i
    for i in range(0, 3000, 2):
        del d[i * step + 5]
    print(step, len(d), sum(d[i * step + 5] for i in range(1, 3000, 2)), any(i * step + 5 in d for i in range(0, 3000, 2)))
