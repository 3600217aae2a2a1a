# Operators of the views of dicts with sets, views, dicts and lists: the order of the sets they make, and what they refuse.
import random, hashlib
r = random.Random(3); ds = [hashlib.md5() for _ in range(12)]
for i in range(400):
    n = r.randrange(0, 60)
    keys = [r.choice((r.randrange(50), r.randrange(2**40), r.random(), (r.randrange(5), 1))) for _ in range(n)]
    if i % 3: keys = [k for k in keys if isinstance(k, int)]
    a = dict.fromkeys(keys, 1); b = set(r.randrange(50) for _ in range(r.randrange(40))); c = dict.fromkeys(b, 1)
    for d, x in zip(ds, (a.keys() & b, a.keys() | b, a.keys() - b, a.keys() ^ b, a.keys() & c.keys(), a.keys() | c.keys(), set(a.keys()), frozenset(a.keys()), set(a), a.items() & c.items(), set(a) | set(c.keys()), b.union(a.keys()))):
        d.update(repr(x).encode())
print(*[d.hexdigest()[:5] for d in ds])
d = {1: 2, 3: 4, "a": [1]}
for f in (lambda: d.keys() & 5, lambda: 5 & d.keys(), lambda: d.keys() | None, lambda: d.items() - 3, lambda: d.keys() ^ 4, lambda: d.items() | [], lambda: d.items() ^ d.items(), lambda: d.items() & d.items(),
          lambda: [3, 1] & d.keys(), lambda: len([3, 9] | d.keys()), lambda: (9, 3, 1) - d.keys(), lambda: [[]] & d.keys(), lambda: d.values() & [1], lambda: "a1" & d.keys(), lambda: sorted(d.items() & [(1, 2)]),
          lambda: {1: [2]}.items() ^ {1: [2]}.items(), lambda: {1: [2]}.items() ^ {1: [3]}.items()):
    try:
        print(f())
    except TypeError as e:
        print(type(e).__name__, e)
w = [str(i) for i in range(2000)]
v = ["".join(c for c in x) for x in w]
print(len(set(w) & set(v)), set(w) == set(v), len(set(w) - set(v)), len(set(w) | set(v)), "1999" in set(v), len({*w, *v}))
