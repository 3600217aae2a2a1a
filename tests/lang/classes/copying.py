# copy and deepcopy of instances: object.__reduce_ex__, __getstate__, __getnewargs__, __slots__, subclasses of built-in types.


import copy
class Cp:
    def __init__(self): self.a = [1]
c = Cp(); r = c.__reduce_ex__(4); print(r[1:], c.__getstate__())
c2 = copy.copy(c); c3 = copy.deepcopy(c); print(c2.a is c.a, c3.a is c.a, c3.a)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]; t = copy.deepcopy(s); print(t.a, t.a is s.a, hasattr(t, 'b'))
class L(list): pass
l = L([1, [2]]); l.x = {3: 4}; m = copy.deepcopy(l); print(m, m.x, type(m), m[1] is l[1])
class D(dict): pass
d = D(a=[1]); d.z = 1; e = copy.copy(d); print(e, e.z, type(e), e['a'] is d['a'])
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)
t = T(1, [2]); u = copy.deepcopy(t); print(u, type(u))
class I(int): pass
i = I(5); i.q = 1; j = copy.copy(i); print(j, j.q, type(j))
class E(Exception):
    def __init__(self, a): super().__init__(a); self.a = a
e = copy.copy(E(3)); print(repr(e), e.a)
print(copy.copy(len) is len, copy.copy(int) is int, copy.deepcopy([1, (2, {3})]))
class G:
    def __getstate__(self): return {'k': 1}
    def __setstate__(self, st): self.st = st
print(copy.copy(G()).st)
class R:
    def __reduce__(self): return (list, ((1, 2),))
print(copy.copy(R()))
try: copy.copy((x for x in []))
except TypeError as e: print(e)
class GX:
    def __new__(cls, a, *, k): o = super().__new__(cls); o.v = (a, k); return o
    def __getnewargs_ex__(self): return (1,), {'k': 2}
r = GX(5, k=6); print(copy.copy(r).v, r.__reduce_ex__(4)[1:])
