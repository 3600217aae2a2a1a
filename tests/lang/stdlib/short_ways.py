# python3.12
# Places where what is usual takes a shorter way: what is not usual must come out the same.
import collections
import heapq
import itertools
import math
import operator
import random


def show(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Count(int):
    def __add__(self, other):
        return "added"

    def __radd__(self, other):
        return "radded"

    def __pow__(self, other, mod=None):
        return ("pow", int(other), mod)


class Weight:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"W{self.n}"


class Loud:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __eq__(self, other):
        print("eq", self.n, end=" ")
        return NotImplemented

    def __repr__(self):
        return f"L{self.n}"


print("-- ranges into lists")
big = 2**62
for r in (range(0), range(5), range(5, 0, -2), range(-3, 3), range(big - 2, big + 2), range(-big - 2, -big + 1), range(10**30, 10**30 + 3), range(0, 10**20, 10**19), range(3, 3), range(big - 1, 0, -big // 2)):
    items = [7]
    items.extend(r)
    items += r
    print(list(r), items, [*r], tuple(r))
print(show(list, range(10**17)), show(list, range(2**62)))

print("-- sums")
print(sum([]), sum(()), sum([1, 2, 3]), sum((1, 2), 5), sum([2**61, 2**61, 2**61, -1]), sum([2**62 - 1, 1, -5]), sum([1, 2.5, 3]), sum([0.1] * 10), sum([1, True, 2]), sum([True, False]))
print(sum([1, Count(2), 3]) if False else show(sum, [1, Count(2)]), show(sum, [Count(1), 2]), show(sum, [1, "x"]), show(sum, [1, None]), show(sum, ["a"], "b"), sum([[1], [2]], []), sum([1, 2], 0.5), sum((1, 2j)))
print(sum([10**30, 5, -10**30]), sum([-2**62, -1, 1]), sum(range(10), 2**62), sum({1: 2}.values()), sum({3, 4}), sum(x for x in (1, 2)))

print("-- natives called by natives")
print(list(map(abs, [-1, 2.5, -3j, True])), list(map(len, ["ab", [1], {}])), show(list, map(len, [1])), show(list, map(len, ["a"], ["b"])), show(list, map(abs, ["x"])))
print(list(map(operator.add, [1, "a"], [2, "b"])), show(list, map(operator.add, [1], ["b"])), list(map(str.upper, ["a", "b"])), show(list, map(str.upper, ["a", 1])), show(list, map(str.upper, [])))
print(list(map([3, 1, 2].count, [1, 5])), list(map({1: 2}.get, [1, 3], "ab")), list(map(" {} ".format, "ab", "cd")), show(list, map("x".join, [1])), list(map(divmod, [7], [2])))
print(list(map(pow, [2, 3], [3, 2])), list(map(pow, [2], [10], [7])), list(map(isinstance, [1, ""], [int, int])), list(map(int, ["1", " 2 "])), list(map(chr, [97])), sorted("bca", key=ord))
print(list(map(dict.fromkeys, ["a"], ["b"])), list(map(bytes.fromhex, ["00ff"])), list(map(int.from_bytes, [b"\x01\x02"], ["little"])), list(map(float.fromhex, ["0x1p3"])))
print(show(list, map(recursive := lambda x: list(map(recursive, [x])), [1])))

print("-- methods of numbers")
for x in (5, -5, 0, 2**62, 2**70, 1.5, -0.0, True, None):
    print(x, [show(getattr(x, name)) if hasattr(x, name) else "-" for name in ("bit_length", "bit_count", "is_integer", "as_integer_ratio", "conjugate", "__abs__", "__bool__", "__neg__")])
for x in [1, 2.5, True, 1, "a", None, 3] * 3:
    print(show(lambda: x.bit_length()), show(lambda: x.is_integer()), show(lambda: x.__add__(1)), end="; ")
print()

print("-- iterating")
items = [1, 2, 3, 4]
for x in reversed(items):
    if x == 3:
        items.clear()
    print(x, end=" ")
for x in iter(set("a")):
    print(x, end=" ")
chain = itertools.chain([1], (2,), "3", {4: 5}, range(2), (x for x in [9]))
for x in chain:
    print(x, end=" ")

s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
print(list(filter(None, [0, 1, "", "a", None, [], [0], 2.0, 0.0, True, 10**30])), list(filter(bool, [-1, 0])), list(filter(lambda x: x, [0, 1])))

print("-- heapq")
rng = random.Random(1)
data = [(rng.randrange(300), i) for i in range(3000)]
for n in (0, 1, 2, 10, 499, 600, 1600, 2999, 3000, 5000):
    for key in (None, operator.itemgetter(0), lambda p: -p[0]):
        assert heapq.nsmallest(n, data, key=key) == sorted(data, key=key)[:n] and heapq.nlargest(n, iter(data), key=key) == sorted(data, key=key, reverse=True)[:n]
calls = []
print(heapq.nlargest(3, range(2000), key=lambda x: calls.append(x) or x % 7), calls == list(range(2000)), heapq.nsmallest(2, map(Weight, range(1200, 0, -1))), show(heapq.nlargest, 2.5, range(3000)))
print(show(heapq.nsmallest, 2, [1] * 600 + ["a"] * 600), heapq.nsmallest(3, [5.0, 1, True] * 400), show(heapq.nlargest, "a", [1]), heapq.nsmallest(True, [3, 1]), heapq.nlargest(-1, range(1000)))

print("-- deques and counters")
d = collections.deque([1, "a", 2.5, None, (1, 2)])
print(1 in d, True in d, 2.5 in d, "a" in d, "b" in d, 3 in d, float("nan") in d, (1, 2) in d, d.index("a"), show(d.index, 9))
d.extend(d), d.extend((5, 6)), d.extend([])
print(d, collections.deque([1, 2, 3], 2), collections.deque((1, 2), 0), len(collections.deque(list(range(1000)))))
bounded = collections.deque(maxlen=3)
bounded.extend([1, 2, 3, 4]), bounded.extend((5,))
print(bounded, show(lambda: [d.append(1) for _ in d][:0]), Loud(1) in collections.deque([Loud(2)]))
c = collections.Counter(a=2, b=0, c=-1, d=1)
print(list(c.elements()), list(collections.Counter("hello").elements()), show(list, collections.Counter(a=1.5).elements()))

print("-- ints")
print([show(pow, b, e, m) for b in (-7, 0, 3, 2**40, 10**25) for e in (-1, 0, 1, 5, 2**33, 10**20) for m in (-5, 0, 1, 2, 9, 2**32 - 1, 2**32, 2**32 + 15, 10**25 + 13)][::3])
print(show(pow, Count(2), 3, 5), show(pow, 2, Count(3), 5), show(pow, 2, True, 5), pow(True, 5, 3), show(pow, 2, 3, 5.0), [x**2 for x in (3, -3, 2**31, 10**15, -(2**62), 10**25, True)], Count(2) ** 2)
for size in (1, 7, 8, 9, 15, 16, 40):
    raw = bytes((i * 37 + size) % 256 for i in range(size))
    for order in ("little", "big"):
        for signed in (False, True):
            n = int.from_bytes(raw, order, signed=signed)
            assert n.to_bytes(size, order, signed=signed) == raw and n.to_bytes(size + 3, order, signed=signed)[slice(0, size) if order == "little" else slice(3, None)] == raw
            print(n, end=" ")
print()
print([show((n).to_bytes, 8, "big") for n in (0, 1, 2**62, 2**63, 2**64 - 1, 2**64, -1)], [show(n.to_bytes, 8, "little", signed=True) for n in (-1, -(2**63), 2**63 - 1, 2**63, -(2**63) - 1)])
print(int.from_bytes(b"\xff" * 16, "big", signed=True), int.from_bytes(b"\x80" + b"\0" * 14, "big", signed=True), int.from_bytes(b"\x80" + b"\0" * 15, "big", signed=True), int.from_bytes(b"\0" * 20, "big"))
print(math.prod([1.5, 2.0, 4]), math.prod([2, 0.5]), math.prod([]), math.prod([0.1] * 5), math.prod([2.0, Count(3)]), show(math.prod, [2.0, "x"]), math.prod([1e308, 10.0]))


print("-- bits")


def some(rng):
    bits = rng.choice([1, 20, 59, 60, 61, 62, 63, 64, 65, 119, 120, 121, 300, 1000])
    x = rng.choice([rng.getrandbits(bits), rng.getrandbits(bits), 1 << bits, (1 << bits) - 1])
    return -x if rng.random() < 0.4 else x


checksum = 0
for _ in range(5000):
    a, b = some(rng), some(rng)
    assert (a & b) + (a | b) == a + b and a ^ b == (a | b) - (a & b) and (a & 1, a & 255) == (a % 2, a % 256)
    checksum = (checksum * 31 + (a & b) + 3 * (a | b) + 7 * (a ^ b)) % (2**89 - 1)
print(checksum)
