# python3.12
# Rosetta-like, part 2: sorting algorithms and others, each checked
import random, heapq, operator, functools, bisect, itertools, sys, time
def bubble(a):
    n = len(a)
    while n > 1:
        k = 0
        for i in range(1, n):
            if a[i - 1] > a[i]: a[i - 1], a[i] = a[i], a[i - 1]; k = i
        n = k
    return a
def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i
        while j and a[j - 1] > x: a[j] = a[j - 1]; j -= 1
        a[j] = x
    return a
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if x >= a[0]])
def merge(a):
    if len(a) < 2: return a
    l, r, out = merge(a[:len(a) // 2]), merge(a[len(a) // 2:]), []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def heap(a): heapq.heapify(a); return [heapq.heappop(a) for _ in range(len(a))]
def shell(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x = a[i]
            while i >= gap and a[i - gap] > x: a[i] = a[i - gap]; i -= gap
            a[i] = x
        gap = 1 if gap == 2 else gap * 5 // 11
    return a
def counting(a):
    if not a: return a
    lo, c = min(a), [0] * (max(a) - min(a) + 1)
    for x in a: c[x - lo] += 1
    return [i + lo for i, n in enumerate(c) for _ in range(n)]
def radix(a):
    neg, pos = [-x for x in a if x < 0], [x for x in a if x >= 0]
    def r(v):
        k = 0
        while v and any(x >> k for x in v):
            b = [[] for _ in range(16)]
            for x in v: b[x >> k & 15].append(x)
            v = list(itertools.chain(*b)); k += 4
        return v
    return [-x for x in reversed(r(neg))] + r(pos)
def patience(a):
    piles = []
    for x in a:
        i = bisect.bisect_left([p[-1] for p in piles], x)
        piles[i].append(x) if i < len(piles) else piles.append([x])
    return list(heapq.merge(*map(reversed, piles)))
def cocktail(a):
    up, swapped = True, True
    while swapped:
        swapped = False
        for i in (range(len(a) - 1) if up else reversed(range(len(a) - 1))):
            if a[i] > a[i + 1]: a[i:i + 2] = a[i + 1], a[i]; swapped = True
        up = not up
    return a
def gnome(a):
    i = 0
    while i < len(a):
        if not i or a[i] >= a[i - 1]: i += 1
        else: a[i], a[i - 1] = a[i - 1], a[i]; i -= 1
    return a
def inplace_quick(a, lo=0, hi=None):
    hi = len(a) - 1 if hi is None else hi
    while lo < hi:
        p, i = a[(lo + hi) // 2], lo; j = hi
        while i <= j:
            while a[i] < p: i += 1
            while a[j] > p: j -= 1
            if i <= j: a[i], a[j] = a[j], a[i]; i += 1; j -= 1
        if j - lo < hi - i: inplace_quick(a, lo, j); lo = i
        else: inplace_quick(a, i, hi); hi = j
    return a
rng = random.Random(99)
for f in (bubble, insertion, quick, merge, heap, shell, counting, radix, patience, cocktail, gnome, inplace_quick):
    ok = True
    for n in (0, 1, 2, 10, 100, 300):
        data = [rng.randint(-500, 500) for _ in range(n)]; ok &= f(data[:]) == sorted(data)
    print(f"{f.__name__:14} {ok}")
# n-queens, sudoku, knight tour
def sudoku(s):
    peers = [[j for j in range(81) if j != i and (j // 9 == i // 9 or j % 9 == i % 9 or (j // 27, j % 9 // 3) == (i // 27, i % 9 // 3))] for i in range(81)]
    def solve(s):
        best = None
        for i, c in enumerate(s):
            if c == ".":
                opts = set("123456789") - {s[j] for j in peers[i]}
                if best is None or len(opts) < len(best[1]): best = i, opts
                if len(opts) < 2: break
        if best is None: return s
        i, opts = best
        for o in sorted(opts):
            if r := solve(s[:i] + o + s[i + 1:]): return r
    return solve(s)
r = sudoku("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79")
for i in range(0, 81, 9): print(r[i:i + 9], end="\n" if i % 27 == 18 else " ")
def knight(n):
    m = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]; seen = {(0, 0): 1}; p = (0, 0)
    free = lambda p: [q for d in m if (q := (p[0] + d[0], p[1] + d[1])) not in seen and 0 <= q[0] < n and 0 <= q[1] < n]
    for k in range(2, n * n + 1):
        if not (o := free(p)): return None
        p = min(o, key=lambda q: (len(free(q)), q)); seen[p] = k
    return seen
t = knight(6); print([[t[r, c] for c in range(6)] for r in range(6)] if t else t)
# topological sort, floyd-warshall, kruskal, gale-shapley, convex hull, point in polygon, LU, lines of code
deps = {"des": "std ieee dw02 dw03", "dw01": "ieee gtech", "dw02": "ieee dw01", "dw03": "std dw01 ieee gtech"}
def topo(d):
    d = {k: set(v.split()) - {k} for k, v in d.items()}; [d.setdefault(x, set()) for v in list(d.values()) for x in sorted(v)]
    while ready := sorted(k for k, v in d.items() if not v):
        yield ready
        d = {k: v - set(ready) for k, v in d.items() if k not in ready}
    if d: raise ValueError(f"cycle: {sorted(d)}")
print(list(topo(deps)))
try: print(list(topo(deps | {"ieee": "dw02"})))
except ValueError as e: print(e)
INF = float("inf"); g = [[0, INF, -2, INF], [4, 0, 3, INF], [INF, INF, 0, 2], [INF, -1, INF, 0]]
for k, i, j in itertools.product(range(4), repeat=3): g[i][j] = min(g[i][j], g[i][k] + g[k][j])
print(g)
def gs(men, women):
    free, engaged = sorted(men), {}
    men = {m: list(p) for m, p in men.items()}
    while free:
        m = free.pop(0); w = men[m].pop(0)
        if w not in engaged: engaged[w] = m
        elif women[w].index(m) < women[w].index(engaged[w]): free.append(engaged[w]); engaged[w] = m
        else: free.append(m)
    return engaged
print(sorted(gs({"abe": "xyz", "bob": "yxz", "col": "xzy"}, {"x": ["bob", "abe", "col"], "y": ["abe", "bob", "col"], "z": ["abe", "bob", "col"]}).items()))
def hull(p):
    def half(p):
        h = []
        for x, y in p:
            while len(h) > 1 and (h[-1][0] - h[-2][0]) * (y - h[-2][1]) <= (h[-1][1] - h[-2][1]) * (x - h[-2][0]): h.pop()
            h.append((x, y))
        return h[:-1]
    p = sorted(set(p)); return half(p) + half(p[::-1])
print(hull([(16, 3), (12, 17), (0, 6), (-4, -6), (16, 6), (16, -7), (17, -4), (5, 19), (19, -8), (3, 16), (12, 13), (3, -4)]))
print("%.10f" % (lambda f, a, b, n: sum(f(a + (b - a) * (i + .5) / n) for i in range(n)) * (b - a) / n)(lambda x: x ** 3, 0, 1, 1000)); print(functools.reduce(operator.xor, range(100)), sum(map(operator.mul, *[range(5)] * 2)))
def bwt(s): s = "\2" + s + "\3"; t = sorted(s[i:] + s[:i] for i in range(len(s))); return "".join(r[-1] for r in t)
def ibwt(r):
    t = [""] * len(r)
    for _ in r: t = sorted(r[i] + t[i] for i in range(len(r)))
    return next(x for x in t if x.endswith("\3"))[1:-1]
print(repr(bwt("banana")), ibwt(bwt("SIX.MIXED.PIXIES")), "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby("WWWWBBWWB")))
