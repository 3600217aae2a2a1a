# How often keys and items are asked when they are looked up, found or not, is seen by them.
log = []
class K:
    def __init__(self, v): self.v = v
    def __hash__(self):
        log.append("h"); return 5
    def __eq__(self, o):
        log.append("e"); return self.v == getattr(o, "v", o)
def get(d, k):
    try:
        return d[k]
    except KeyError:
        return None
def put(d, k):
    d[k] = 1
def has(d, k):
    return k in d
def hasnt(d, k):
    return k not in d
def grow(d, k):
    d[k] += 1
for w in range(30):
    d = {K(1): 1, K(2): 2}
    for f in get, put, has, hasnt:
        for k in K(2), K(7), K(1), 5:
            log.clear()
            try: r = f(d, k)
            except KeyError: r = "KeyError"
            if w in (0, 1, 5, 29): print(w, f.__name__, getattr(k, "v", k), r, "".join(log))
t = ((1, 2), K(3), "a", 2.0, float("nan"), True)
def intup(t, k): return k in t
for w in range(30):
    for k in 1, True, 2.0, 2, (1, 2), K(3), K(4), "a", float("nan"), t[4], None:
        log.clear(); r = intup(t, k)
        if w in (0, 29): print(r, "".join(log))
class M(dict):
    def __missing__(self, k): return "missing"
for w in range(30):
    if w in (0, 3, 29): print(get(M(), 3), get({3: 4}, 3), get({}, 3))
