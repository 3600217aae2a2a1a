# obj.name += piece: the attribute's string grows in place as long as nobody else has it
import copy, gc, pickle, weakref
class A:
    def __init__(self): self.t = ""; self.n = 0; self.u = ""
    def add(self, piece): self.t += piece; return piece
def many(n):
    a = A()
    for i in range(n): a.t += "abcdefgh"
    return a
a = many(1000)
print(len(a.t), a.t[-9:], a.t == "abcdefgh" * 1000)
def looks():
    a, kept = A(), []
    for i in range(300):
        a.t += chr(97 + i % 26) * 3
        if i % 7 == 0: kept.append(a.t)
        if i % 50 == 0: kept.append(getattr(a, "t"))
        if i % 60 == 0: kept.append(vars(copy.copy(a))["t"])
    return [len(k) for k in kept], all(a.t.startswith(k) for k in kept), len(a.t)
print(looks())
# the left side is read before the right one is computed
a = many(100)
a.t += a.add("!")
print(len(a.t), a.t[-3:])
a.t += a.t[-1] + str(len(a.t))
a.t += a.t
print(len(a.t), a.t[-5:])
def replaced():
    a.t = "new" * 50
    return "+"
a.t += "x"
a.t += replaced()
print(len(a.t), a.t[-3:])
def deleted():
    del a.t
    return "-"
a.t += "y"
a.t += deleted()
print(len(a.t), a.t[-3:])
for wrong in (5, None, b"x"):
    try: a.t += wrong
    except TypeError as e: print(e, len(a.t))
try: a.t += 1 // 0
except ZeroDivisionError: print(len(a.t))
# every way to look at it
a = many(50)
def views():
    yield lambda: a.__dict__["t"]
    yield lambda: vars(a)["t"]
    yield lambda: getattr(a, "t")
    yield lambda: object.__getattribute__(a, "t")
    yield lambda: pickle.loads(pickle.dumps(a)).t
    yield lambda: copy.deepcopy(a).t
    yield lambda: a.__reduce_ex__(2)[2]["t"]
    yield lambda: {k: v for k, v in a.__dict__.items()}["t"]
    yield lambda: hasattr(a, "t") and a.t
    yield lambda: gc.collect() and 0 or a.t
for view in views():
    a = many(50)
    a.t += "tail"
    before = view()
    a.t += "more"
    print(len(before), before[-4:], view()[-8:], end="; ")
print()
# dict made while it grows, attributes added and taken away
a = many(60); a.z = 1; a.t += "1"; a.y = 2; a.t += "2"; del a.y; a.t += "3"; del a.n; a.t += "4"; print(a.t[-5:], sorted(a.__dict__)); a.t += "5"; print(a.t[-3:])
a = many(60); a.__dict__ = {"t": "fresh"}; a.t += "x" * 200; a.t += "y"; print(len(a.t))
a = many(60); b = a.__dict__; a.t += "end"; print(b["t"][-4:]); b["t"] = "other" * 40; a.t += "!"; print(a.t[-6:])
class B(A): pass
a = many(60); a.t += "p"; a.__class__ = B; a.t += "q"; print(type(a).__name__, a.t[-3:])
class S:
    __slots__ = ("t", "u")
    def __init__(self): self.t = ""; self.u = ""
s = S()
for i in range(200): s.t += "ab"; s.u += "cd"
print(len(s.t), len(s.u), S.t.__get__(s)[-2:])
s.t += "x"; del s.t
try: s.t += "y"
except AttributeError as e: print(e)
try: s.t
except AttributeError as e: print(e)
s.t = "q" * 200; s.t += "r"; s.t += "s"; print(s.t[-3:], s.__reduce_ex__(2)[2][1]["t"][-3:])
# many objects at a time
objects = [A() for _ in range(10)]
for i in range(400):
    for k, o in enumerate(objects):
        o.t += "z" * k
        o.n += 1
        if k % 3 == 0: o.u += "w"
print([len(o.t) for o in objects], [len(o.u) for o in objects], {o.t == "z" * len(o.t) for o in objects})
# what is not a plain attribute
class P:
    _t = ""
    log = []
    @property
    def t(self): self.log.append("get"); return self._t
    @t.setter
    def t(self, v): self.log.append("set"); self._t = v
p = P()
for i in range(100): p.t += "property"
print(len(p.t), len(p.log), len(p._t))
class H:
    t = ""
    def __setattr__(self, k, v): object.__setattr__(self, k, v + "." if k == "t" else v)
h = H()
for i in range(100): h.t += "hook"
print(len(h.t), h.t[-6:])
class G:
    def __getattr__(self, k): return "missing" * 30
    t2 = f"x"
g = G()
g.t += "1"; g.t += "2"; print(len(g.t), g.t[-3:])
class C: t = ""
for i in range(300): C.t += "class"
c = C(); c.t += "mine"; c.t += "more"; print(len(C.t), len(c.t), C.t[-5:])
class L:
    t = ""
l = L(); l.t = [1]; m = l.t; l.t += [2]; l.t += (3,); print(m, l.t is m)
l.t = 1; l.t += 2.5; print(l.t)
class R:
    def __radd__(self, other): self.got = other; return other + "R"
r = R(); l.t = "k" * 150; l.t += "1"; l.t += r; l.t += "2"; print(r.got[-2:], l.t[-3:])
class Sub(str): pass
l.t = Sub("s" * 150); l.t += "1"; l.t += Sub("2"); print(type(l.t).__name__, l.t[-3:])
# objects that die while they gather
def short_lived():
    for i in range(200):
        a = A()
        for k in range(30): a.t += "temporary"
        w = weakref.ref(a)
    del a
    gc.collect()
    return w()
print(short_lived())
# text that is not ASCII
a = A()
for i in range(300): a.t += "é" if i % 3 else "日本"
print(len(a.t), a.t[5], a.t[-2:], a.t.count("日"))
def gen():
    a = A()
    for i in range(100): a.t += "gen"; a.t += (yield a.t[-4:] if i % 10 == 0 else "")
g = gen(); next(g); print([g.send("<%d>" % i) for i in range(30)][-1])
import io
class W:
    def __init__(self): self.buffer = f""
    def __call__(self, *parts):
        for part in parts: self.buffer += str(part)
        return self
w = W()
for i in range(500): w(i, ",", i * i, "\n")
print(len(w.buffer), w.buffer[-14:])
for i in range(3000): w.buffer += "x"; garbage = [i] * 100
print(len(w.buffer), set(w.buffer[-3000:]))
# more attributes than there was room for, one by one, while it grows: the last one inside moves out
for room in range(1, 9):
    o = A.__new__(A)
    for k in range(room): setattr(o, "a%d" % k, k)
    o.t = "m" * 200
    for k in range(40):
        o.t += "n"
        o.t += "o"
        setattr(o, "b%d" % k, k)
        if k == 20: delattr(o, "b20")
    print(len(o.t), o.t[198:204], len(o.__dict__), end=" ")
class M:
    def __init__(self): self.x = 1; self.t = ""
m = M()
for i in range(100): m.t += "0123"
m.y = 2; m.t += "a"; m.z = 3; m.t += "b"; m.w = 4; m.t += "c"; m.v = 5; m.t += "d"
for i in range(100): m.t += "e"
del m.v; m.t += "f"
print(m.t[398:405], len(m.t), sorted(m.__dict__))
class D:
    t: str = ""
    n: int = 0
d = D()
for i in range(100): d.t += "typed"
print(len(d.t), d.t[-5:])
