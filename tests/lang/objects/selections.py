# heapq.nlargest and nsmallest of numbers and others, sum() of ranges, setdefault, views with sets; sorting while the collector is at work.
import heapq, random
r = random.Random(1)
for mk in (lambda: r.randrange(-1000, 1000), lambda: r.uniform(-3, 3), lambda: round(r.uniform(-3, 3), 1) or 1.0, lambda: r.choice((1, 2.5, 0.0)), lambda: str(r.random()), lambda: r.choice((2**62, 3, -2**63))):
    for size in (0, 5, 100, 3000):
        l = [mk() for _ in range(size)]
        for n in (-1, 0, 1, 2, 3, 10, 12, 100, 374, 375, 5000, True):
            assert heapq.nlargest(n, l) == sorted(l, reverse=True)[:max(n, 0)], (n, size)
            assert heapq.nsmallest(n, iter(l)) == sorted(l)[:max(n, 0)]
            assert heapq.nsmallest(n, l, key=lambda x: x) == sorted(l)[:max(n, 0)]
for a in (range(10), range(0), range(5, 3), range(3, 100, 7), range(100, 3, -7), range(2**70, 2**70 + 5), range(-2**63, 2**64, 2**40 + 1), range(1, 2)):
    print(sum(a), sum(a, 5), sum(a, -2**61), sum(a, 0.5) if True else "", sum(a, True) if len(a) < 1000 else "")
d = {1: 2, "a": 3}
print(d.setdefault(1, 5), d.setdefault("b", 6), d.setdefault((1, 2), 7), d.setdefault((1, 2), 8), d.setdefault(2.5), d.setdefault(2.5, 9), d, sorted(d.keys() & {1, "zz", 2.5}, key=str), d.keys() - frozenset(["a"]) == {1, "b", (1, 2), 2.5}, len(d.keys() | {7}), len(d.keys() ^ {7, 1}))
class S(set):
    def __rand__(self, other): return "rand"
print(d.keys() & S([1]))
kept = []
for size in (100, 3000, 3000):
    l = [r.uniform(-3, 3) for _ in range(size)]
    for n in range(40):
        kept = [sorted(l, key=lambda x: x + 0.0), sorted(l), [float(x) for x in range(2000)], kept[:1]]
    assert kept[0] == kept[1]
