# s = s + a + b and o.t = o.t + a gather text; what is read in between, what is no text, and what fails half-way is as without.
def f(s, a):
    s = "x"
    for i in range(3): s = s + a + str(i) + "," + "é"
    return s
print(f(1, "abc"), f(1, "x" * 40))
class R:
    def __init__(self, n): self.n = n
    def __add__(self, o): print("add", self.n, o); return R(self.n + 1)
    def __radd__(self, o): print("radd", self.n, o); return "text"
    def __repr__(self): return f"R{self.n}"
def say(x): print("say", x); return x
def g(v, *p):
    s = "begin"
    if v: s = v
    try:
        s = s + say(p[0]) + say(p[1]) + say(p[2])
    except TypeError as e: print("TypeError", e, s)
    return s
print(g(None, "a", "b", "c"), g(None, "a" * 40, "b" * 40, "c"))
print(g(None, "a", 3, "c"))
print(g(None, 3, "b", "c"))
print(g(None, "a", "b", 5))
print(g(R(0), "a", R(7), 5))
print(g(None, "a", R(7), "c"))
print(g(None, R(3), R(7), "c"))
print(g(None, "a", "c", R(7)))
print(g([1], [2], [3], [4]))
print(g(3, 4, 5, 6))
def h():
    s = ""
    kept = []
    for i in range(100):
        s = s + s[-1:] + "," + s[:2]
        if i % 10 == 0: kept.append(s)
    t = s
    s = s + s + s
    print(len(t), len(s), [len(k) for k in kept])
h()
G = ""
def more(): 
    global G
    G += "more" * 10
    return "m"
for i in range(5):
    G = G + more() + "x" + more()
    print(len(G))
class O: pass
def at():
    o = O(); o.t = ""
    for i in range(100):
        o.t = o.t + "abcd"
        if i % 30 == 7: print(o.t)
    o.t = [1]; l = o.t
    o.t = o.t + [2]
    print(o.t, l)
    try: o.t = o.t + say(3)
    except TypeError as e: print(e, o.t)
at()
def bad():
    s = "a"
    s = s + "b" + 3 + "c"
try: bad()
except TypeError as e: print(e)
def none():
    s = ""
    for i in range(2):
        if i: s = None
        s = s + "b" + "c"
try: none()
except TypeError as e: print(e)

def parameter(s, sep):
    before = s
    for i in range(50): s = s + "abcd" + sep
    return before, s
print(*parameter("x" * 40, ","))
def unbound():
    s = "a"
    try: s = s + later + "b"
    except UnboundLocalError as e: print(e, s)
    try: s = s + 5 + later
    except TypeError as e: print(e, s)
    later = 1
unbound()
H = "begin" * 20
class Writer:
    def write(self):
        global H
        H += "X"
        return "p"
w = Writer()
ws = [w.write]
H += "y"
H += w.write()
H = H + ws[0]() + "," + w.write().strip()
H += "".join(f() for f in ws)
H += max("a", "b", key=lambda x: w.write())
print(H[100:])
