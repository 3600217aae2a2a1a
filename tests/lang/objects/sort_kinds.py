# Sorting by what the keys are: small ints, floats of all kinds, text, mixtures; stable, in reverse, with keys, with errors on the way.
import functools
import hashlib
import heapq
import math
import random

rng = random.Random(11)
BIG = 2 ** 62


def check(items, **options):
    result = sorted(items, **options)
    copy = list(items)
    copy.sort(**options)
    assert [id(x) for x in copy] == [id(x) for x in result] or repr(copy) == repr(result)
    # by selection of pairs, which shows that equal ones keep their order
    key = options.get("key") or (lambda x: x)
    pairs = sorted(enumerate(items), key=functools.cmp_to_key(lambda p, q: (key(p[1]) > key(q[1])) - (key(p[1]) < key(q[1]))), reverse=options.get("reverse", False))
    assert [x for _, x in pairs] == result and repr([x for _, x in pairs]) == repr(result), (items, result)
    return result


sources = {
    "ints": lambda: rng.randrange(-50, 50),
    "wide ints": lambda: rng.randrange(-BIG, BIG),
    "edges": lambda: rng.choice((BIG - 1, -BIG, 0, -1, 1, BIG - 2)),
    "with big ones": lambda: rng.choice((BIG, -BIG - 1, BIG - 1, 3, 2 ** 70, -2 ** 70)),
    "floats": lambda: rng.uniform(-5, 5),
    "rounded": lambda: round(rng.uniform(-3, 3), 1),
    "zeros": lambda: rng.choice((0.0, -0.0, 1.5, -1.5)),
    "plus zeros": lambda: rng.choice((0.0, 1.5, -1.5, 2.0)),
    "extremes": lambda: rng.choice((math.inf, -math.inf, 1e300, -1e300, 1e-300, 5e-324, 0.0, 1.0)),
    "powers": lambda: rng.choice((-1, 1)) * 2.0 ** rng.randrange(-200, 200),
    "mixed": lambda: rng.choice((1, 1.0, True, 2.5, -3, 0, False, 0.0)),
    "text": lambda: "".join(rng.choice("abAB") for _ in range(rng.randrange(6))),
    "long text": lambda: "a common beginning of more than sixteen " * rng.randrange(3) + rng.choice("xyzé\0") * rng.randrange(4),
    "tuples": lambda: (rng.randrange(4), rng.choice("ab"), rng.random() < 0.5),
}
for name, source in sources.items():
    digest = hashlib.md5()
    for size in (0, 1, 2, 3, 7, 31, 64, 65, 200, 700):
        for reverse in (False, True):
            items = [source() for _ in range(size)]
            digest.update(repr(check(items, reverse=reverse)).encode())
            keyed = list(enumerate(items))
            digest.update(repr(check(keyed, key=lambda p: p[1], reverse=reverse)).encode())
            if size < 100:
                digest.update(repr(check(items[:size // 2] + sorted(items[size // 2:]), reverse=reverse)).encode())
    print(name, digest.hexdigest())

nan = math.nan
print(sorted([3.0, nan, 1.0]), sorted([nan, 2.0]), sorted([1.0, -0.0, 0.0, -1.0]), sorted([0.0, -0.0]), sorted([-0.0, 0.0], reverse=True))
for bad in ([1, "a", 2], [1.0, None], ["a", b"b"], [1 + 2j, 2]):
    try:
        bad.sort()
    except TypeError as e:
        print(e, bad)
calls = []


def key(x):
    calls.append(x)
    if x == 3:
        raise LookupError(len(items))
    return -x


items = [1, 2, 3, 4]
try:
    items.sort(key=key)
except LookupError as e:
    print(repr(e), items, calls)
long = [float(i % 17) for i in range(500)]
long.sort()
print(long[0], long[-1], long == sorted(long, key=lambda x: x), [type(x) for x in long[:2]])
for size in (3, 50, 1000):
    values = [rng.randrange(100) for _ in range(size)]
    print(heapq.nlargest(5, values) == sorted(values, reverse=True)[:5], heapq.nsmallest(5, values) == sorted(values)[:5], heapq.nsmallest(5, values, key=lambda x: -x))

# complex numbers with others, and inverses
for a in (1 + 2j, -0.0 + 0j, 3j, 2.5, 7, True, 2 ** 80):
    for b in (2 - 1j, 0j, 1.5, 0, 3, -0.0, True):
        row = []
        for operation in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a ** b):
            try:
                row.append(operation())
            except (ZeroDivisionError, OverflowError) as e:
                row.append(str(e))
        if isinstance(a, complex) or isinstance(b, complex):
            print(a, b, row)
z = 1j
z += 2
z *= z
z -= 0.5
z /= 2
print(z)
for m in (2, 7, 10, 97, 2 ** 31 - 1, 2 ** 61 - 1, 2 ** 62 + 5, 2 ** 63 - 25, 2 ** 64 + 13):
    row = []
    for base in (1, 2, 3, 5, 10 ** 9, m - 1, -3, 2 ** 70):
        try:
            row.append(pow(base, -1, m))
            assert row[-1] * base % m == 1 % m
        except ValueError as e:
            row.append(str(e)[:4])
    print(m, row)
