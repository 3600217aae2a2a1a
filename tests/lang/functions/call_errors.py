# Calls (language reference 6.3.4): how arguments are bound, and the words of every error about them.
def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
def f0(): return 0
def f1(a): return a
def f2(a, b): return (a, b)
def f3(a, b=2, c=3): return (a, b, c)
def fp(a, b, /, c, d=4): return (a,b,c,d)
def fk(a, *, k, m=5): return (a,k,m)
def fk2(a, *, k, m, n): return (a,k,m,n)
def fv(a, *args, **kw): return (a, args, kw)
def fv2(a, b=1, *args, c, d=2, **kw): return (a,b,args,c,d,kw)
def fpk(a, /, **kw): return a, kw
class C:
    def m(self): return 'm'
    def m1(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    def __call__(self, *a, **k): return a, k
    def __init__(self, *a): self.a = a
t(f0, 1); t(f0, 1, 2); t(f1); t(f1, 1, 2); t(f2); t(f2, 1); t(f2, 1, 2, 3); t(f3); t(f3, 1, 2, 3, 4); t(f3, 1, c=5); t(f3, 1, a=5); t(f3, z=1)
t(fp, 1, 2, 3); t(fp, a=1, b=2, c=3); t(fp, 1, b=2, c=3); t(fp, 1); t(fp, 1,2); t(fp,1,2,3,4,5); t(fp,1,2,c=3,d=4,e=5)
t(fk, 1); t(fk, 1, 2); t(fk, 1, 2, k=3); t(fk, 1, k=3); t(fk2, 1); t(fk2, 1, k=1); t(fk2, 1, k=1, m=2); t(fk, 1, 2, 3, k=1, m=2)
t(fv); t(fv, 1, 2, 3, x=4); t(fv, 1, a=2); t(fv2, 1); t(fv2, 1, 2, 3, c=4, e=5); t(fv2, c=1); t(fpk, 1, a=2); t(fpk, a=2)
c = C()
t(c.m, 1); t(c.m1); t(C.m); t(C.m1, c); t(c.s); t(c.s, 1); t(c.c, 2); t(C.c); t(c, 1, 2, x=3); t(lambda x: x); t(lambda x, y: x, 1)
def outer():
    def inner(a): pass
    t(inner)
outer()
t(f2, *[1, 2]); t(f2, *(1,), **{'b': 2}); t(f2, *[1], **{'a': 2}); t(fv, *range(3), **{'k': 1})
t(lambda: f2(*1)); t(lambda: f2(**1)); t(lambda: f2(*[1], **{1: 2})); t(lambda: fv(1, **{'x': 1}, **{'x': 2})); t(lambda: fv(1, x=1, **{'x': 2}))
t(lambda: f2(1, *None)); t(lambda: c.m1(*5)); t(lambda: print(*5)); t(lambda: 5()); t(lambda: None()); t(lambda: "a"()); t(lambda: c.a())
class D:
    def __init__(self, x, y=2): self.x, self.y = x, y
t(D); t(D, 1, 2, 3); print(D(1).y, D(1, y=5).y, D(y=1, x=0).x)
class E:
    def __init__(self): return 5
t(E)
class F:
    def __new__(cls, *a): return object.__new__(cls)
t(lambda: type(F(1,2)).__name__)
class G: pass
t(G, 1); t(lambda: G(x=1)); t(object, 1)
class H:
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw)
class I(H, k=1): pass
def dflt(a, b=[]): b.append(a); return b
print(dflt(1), dflt(2))
import functools
print(functools.reduce(lambda a,b: a+b, [1,2,3]))
def rec(n): return 0 if n == 0 else 1 + rec(n-1)
print(rec(900))
try: rec(2000)
except RecursionError as e: print('RecursionError', e)
class R:
    def __getattr__(self, n): return getattr(self, n + 'x')
try: R().a
except RecursionError as e: print('RecursionError', str(e)[:32])
class S:
    def __repr__(self): return repr(self)
try: repr(S())
except RecursionError as e: print('RecursionError', str(e)[:32])
def gen(a, b): yield a
t(gen); t(gen, 1); t(lambda: list(gen(1, 2)))
async def co(a): pass
t(co)
print((lambda *a, **k: (a, k))(1, 2, x=3))
print(f3.__defaults__, fk.__kwdefaults__, f3.__name__, C.m.__qualname__)
f3.__defaults__ = (9,)
t(f3, 1, 2); t(f3, 1)
f3.__defaults__ = (2, 3)
m = c.m1
print(m(3), m.__self__ is c, m.__func__ is C.m1)
print([*map(C.s, [1,2])], sorted([3,1,2], key=lambda x: -x), max([1,2], key=lambda x: -x))
def kwonly_many(*, a=1, b=2, c=3): return a, b, c
print(kwonly_many(c=9, a=7))
print(f2(b=1, a=2), f3(c=1, a=2), f2(1, b=3))
x = 5
print(eval("f2(x, y)", {"f2": f2, "x": 1}, {"y": 2}))
exec("def zz(a): return a * x", globals()); print(zz(3))
class Meta(type):
    def __call__(cls, *a): return ('meta', a, super().__call__())
class MM(metaclass=Meta): pass
print(MM(1)[0:2])
class Prop:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
p = Prop()
for _ in range(3): p.v += 1; print(p.v)
class Desc:
    def __get__(self, o, t=None): return ('get', o is None)
    def __set__(self, o, v): print('set', v)
class UD: d = Desc()
u = UD(); print(u.d, UD.d); u.d = 3
