# dict(zip(...)) and update(zip(...)): over lists and tuples, begun and not, of equal and unequal lengths; keys that compare themselves; zips that are used on.
import gc


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        SEEN.append((self.n, getattr(other, "n", other)))
        if HOOK:
            HOOK[0]()
        return self.n == (other.n if isinstance(other, Key) else other)

    def __repr__(self):
        return "Key(%r)" % self.n


SEEN = []
HOOK = []


def both(left, right):
    z = zip(left, right)
    d = dict(z)
    return d, list(z)


names = ["a", "b", "c", "d", "e", "f"]
cases = [
    ([], []), (["a"], []), ([], [1]), (names, range(6)), (names, [1, 2, 3, 4, 5, 6]), (tuple(names), [1, 2]), (names, (1, 2, 3)), (["a", "b", "a"], [1, 2, 3]), ([1, 1.0, True, 2**70, 2**70], [1, 2, 3, 4, 5]),
    ([None, True, False, 0, 1], "abcde"), ([(1, 2), (1, 2)], [1, 2]), (["x", Key(1), "y", Key(1), 1], [1, 2, 3, 4, 5]), (list(range(200)), list(range(200))), ("abc", names), (iter(names), iter(names)), ([float("nan")] * 2, [1, 2]),
    (["a", "b", "c", "a", "b"] * 40, list(range(200))),
]
for n in range(30):
    for left, right in cases if n in (0, 29) else cases[:14]:
        result = both(left, right)
        if n == 0:
            print(str(result)[:300])
print(SEEN[:4])
for bad in ([["a"], ["b"]], [[1, []], [2, 3]], [[[], 1], [2, 3]]):
    try:
        print(dict(zip(*bad)))
    except TypeError as e:
        print(e)
for strict in ((names, [1, 2]), ([1, 2], names), (names, names)):
    try:
        print(len(dict(zip(*strict, strict=True))))
    except ValueError as e:
        print(e)

# one iterator for both, and what is left afterwards
it = iter(range(10))
print(dict(zip(it, it)), list(it))
it = iter(list(range(11)))
print(dict(zip(it, it)), list(it))
left, right = iter([1, 2, 3, 4]), iter((10, 20))
print(dict(zip(left, right)), list(left), list(right))
left, right = iter([1, 2]), iter((10, 20, 30))
print(dict(zip(left, right)), list(left), list(right))
begun = iter(names)
next(begun)
z = zip(begun, [1, 2, 3])
next(z)
d = {"z": 0, "d": "old"}
d.update(z, q=1)
print(d, list(begun))

# keys that change the lists, or the dict, while they are compared
keys, values = ["a", Key("k"), "b", Key("k"), "c"], [1, 2, 3, 4, 5]
HOOK.append(lambda: (keys.append("more"), values.append("later")) if len(keys) < 7 else None)
print(dict(zip(keys, values)))
d = {Key("k"): 0}
HOOK[:] = [lambda: d.pop("a", None)]
d.update(zip(["a", "b", "k", "c"], [1, 2, 3, 4]))
print(d)
HOOK.clear()
d = {n: n for n in range(20)}
for n in range(0, 20, 2):
    del d[n]
d.update(zip(list(range(30)), names * 5))
print(d)


class Record:
    def __init__(self, **fields):
        self.__dict__.update(zip(fields, fields.values()))


class Sub(dict):
    def __setitem__(self, key, value):
        raise RuntimeError


print(vars(Record(a=1, b=2)), Sub(zip(names, names)), dict(zip(names, names), a="kept", z=1), {**dict(zip("ab", "cd"))})
rows = [dict(zip(names, row)) for row in ([k, k * 2, k * 3] for k in range(3000))]
gc.collect()
print(sum(r["b"] for r in rows), rows[-1])
