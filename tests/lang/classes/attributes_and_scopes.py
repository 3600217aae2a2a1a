# Patterns, scopes, class bodies, attribute access and its caches, displays, f-strings.
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def m(x):
    match x:
        case 0: return 'zero'
        case 1 | 2: return 'one or two'
        case -3: return 'minus three'
        case 'a': return 'str a'
        case None: return 'none'
        case True: return 'true'
        case [a]: return ('list1', a)
        case [a, b]: return ('list2', a, b)
        case [a, *rest, z]: return ('star', a, rest, z)
        case {'k': v, 'l': [w]}: return ('map', v, w)
        case {'k': v, **kw}: return ('rest', v, kw)
        case {}: return 'map'
        case str(s) if len(s) > 3: return ('long', s)
        case str(): return 'str'
        case P(x=0, y=yy): return ('P0', yy)
        case P(a, b): return ('P', a, b)
        case float(f): return ('float', f)
        case int() as i: return ('int', i)
        case (Q() | R()) as qr: return type(qr).__name__
        case _: return 'other'
class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
class Q: pass
class R: pass
for v in [0, 1, 2, -3, 'a', None, True, False, [1], (1, 2), [1, 2, 3, 4], {'k': 1, 'l': [2]}, {'k': 1, 'z': 2}, {}, 'hello', 'hi', P(0, 5), P(1, 2), 1.5, 99, Q(), R(), object, b'ab', range(2), {1: 2}, set()]: t(lambda: m(v))
class BadArgs: __match_args__ = 5
class BadArgs2: __match_args__ = (5,)
class NoArgs: pass
def mm(x):
    match x:
        case BadArgs(a): return a
t(lambda: mm(BadArgs()))
def mm2(x):
    match x:
        case BadArgs2(a): return a
t(lambda: mm2(BadArgs2()))
def mm3(x):
    match x:
        case NoArgs(a): return a
t(lambda: mm3(NoArgs()))
def mm4(x):
    match x:
        case P(1, x=2): return 1
t(lambda: mm4(P(1, 2)))
def scopes():
    x = 1
    def a():
        nonlocal x
        x += 1
        def b():
            nonlocal x
            x *= 10
            return lambda: x
        return b
    f = a()()
    print(f(), x)
    fs = [lambda: i for i in range(3)]; print([q() for q in fs])
    fs = [lambda i=i: i for i in range(3)]; print([q() for q in fs])
    print([x for x in range(3)], x)
    print({k: [y for y in range(k)] for k in range(3)})
    def d():
        print(zz)
    try: d()
    except NameError as e: print(e)
    zz = 1
    del zz
    try: d()
    except NameError as e: print(e)
    try: print(zz)
    except NameError as e: print(type(e).__name__, e)
scopes()
class Body:
    x = 1
    y = [x for _ in range(2)] if False else x
    def get(self): return __class__
    z = locals().get('x')
    print(sorted(k for k in locals() if not k.startswith('__')))
    for i in range(3): pass
    del i
    try: del nothing
    except NameError as e: print(e)
print(Body.y, Body().get() is Body, Body.z, Body.__qualname__, Body.__module__)
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        class D(dict):
            def __setitem__(self, k, v):
                if not k.startswith('__'): print('set', k)
                dict.__setitem__(self, k, v)
            def __missing__(self, k):
                if k == 'magic': return 'MAGIC'
                raise KeyError(k)
        return D()
    def __new__(mcs, name, bases, ns, **kw): print('new', name, kw); return super().__new__(mcs, name, bases, dict(ns))
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class UM(metaclass=Meta, opt=1):
    a = 1
    def f(self): return super().__repr__()[:5]
print(UM.a, UM().f())
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
    def hello(self): return 'base'
    @classmethod
    def make(cls): return cls()
class Derived(Base, tag='t'):
    def hello(self): return 'derived ' + super().hello()
    @classmethod
    def make(cls): return super().make()
    @staticmethod
    def st(): return 'static'
    @property
    def p(self): return super().hello()
d = Derived(); print(d.hello(), type(d.make()).__name__, d.st(), Derived.st(), d.p, Derived.tag)
class Slots:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = Slots()
for _ in range(3):
    t(lambda: s.a); t(lambda: s.b)
    try: s.c = 1
    except AttributeError as e: print(e)
s.b = 2; print(s.b); del s.b; t(lambda: s.b)
class GA:
    def __init__(self): self.real = 1
    def __getattr__(self, n):
        if n.startswith('x'): return n * 2
        raise AttributeError(n)
    def __setattr__(self, n, v): object.__setattr__(self, n, v); print('sa', n) if n != 'real' else None
    def __delattr__(self, n): print('da', n); object.__delattr__(self, n)
g = GA()
for _ in range(3): print(g.real, g.xy); t(lambda: g.other)
g.new = 5; del g.new; t(lambda: g.new)
class GAB:
    def __getattribute__(self, n): return ('gab', n)
print(GAB().anything, GAB().__class__)
class Cnt:
    n = 0
    def inc(self): self.n += 1; return self.n
c = Cnt(); print(c.inc(), c.inc(), Cnt.n, c.__dict__); c.__dict__['n'] = 10; print(c.inc(), c.n); del c.n; print(c.n)
Cnt.n = property(lambda self: 'prop'); print(c.n); del Cnt.n; t(lambda: c.n)
Cnt.inc = lambda self: 'replaced'; print(c.inc())
c.inc = lambda: 'instance'; print(c.inc()); del c.inc; print(c.inc())
class D1:
    def __get__(self, o, ty): return 'nondata'
class D2(D1):
    def __set__(self, o, v): print('D2 set', v)
class HasD: a = D1(); b = D2()
h = HasD(); print(h.a, h.b); h.a = 1; h.b = 2; print(h.a, h.b); h.__dict__['b'] = 5; print(h.b)
for i in range(40): setattr(h, f'attr{i}', i)
print(h.attr39, h.attr0, len(h.__dict__))
for o in [1, 'a', [], {}, None, 1.5, print, len, type, Body, h]: print(type(o).__name__, hasattr(o, '__class__'), end=' ')
print()
def lf(a, b=2, *args, c, **kw):
    x = 1
    return sorted(locals().items())
print(lf(1, c=3, z=4))
print(eval('1 + 2'), eval('[i for i in range(3)]'), eval('x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}))
ns = {}; exec('a = 1\ndef f(): return a\nclass K:\n  z = a\nb = [a for _ in range(2)]', ns); print(ns['f'](), ns['K'].z, ns['b'])
exec('global gg\ngg = 5', ns); print(ns['gg'])
l = {}; exec('q = 1; w = q + 1', {}, l); print(l)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
*a, b = 'xyz'; print(a, b); a, = [1]; print(a); [a, [b]] = 1, [2]; print(a, b)
x = y = [1]; x += [2]; print(y); x = x + [3]; print(y)
i = 0; l = [0, 0]; i, l[i] = 1, 5; print(i, l)
print(f'{1!r:>5}|{"a"!s:<4}|{3.14159:.2f}|{10:#x}|{"é"!a}|{{}}|{1+1=}|{"x":{">"}{5}}')
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2, **{'a': 3}}, {*[1, 2], 3}, (*[1], 2))
print((lambda: (yield))().__class__.__name__, [y := 5, y ** 2], (n := 10) + n)
def walrus(): return [last := v for v in range(3)], last
print(walrus())
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 != 2, 'a' in 'abc' in ['abc'], not 1 in [2], 3 if 0 else 4)
assert True, 'no'
try: assert (1, 2) == 3, f'msg {1}'
except AssertionError as e: print(e)
def deco(n):
    def w(f): print('deco', n, f.__name__); return f
    return w
@deco(1)
@deco(2)
def decorated(): pass
@deco('cls')
class Decorated: pass
def star(*, a): return a
print(star(a=1), (lambda *a: a)(*[1], *(2, 3)), dict(**{'a': 1}, b=2))
def annotations(a: int, b: 'str' = '', *c: float, **d: dict) -> None: pass
print(annotations.__annotations__)
class Ann:
    x: int = 1
    y: 'str'
print(Ann.__annotations__)
vv: int = 5
print(__annotations__)
del d
t(lambda: d)
for q in []: pass
else: print('for else')
while False: pass
else: print('while else')
import math, math as mth
from math import pi as PI, sqrt
print(mth.floor(2.5), PI, sqrt(4), math.__name__)
def gl():
    global newglobal
    newglobal = 1
gl(); print(newglobal)
print(type(lambda: 0).__name__, (lambda: 0).__name__, (lambda: 0).__qualname__, decorated.__doc__, gl.__module__, gl.__code__.co_name, gl.__code__.co_varnames, lf.__code__.co_argcount, lf.__code__.co_kwonlyargcount)
def doc():
    """docstring"""
print(doc.__doc__)
print([(i, j) for i in range(3) for j in range(i) if i != j], {i % 2 for i in range(5)}, {i: i*i for i in range(3)}, sum(i for i in range(5) if i % 2))
big = [0]*300
print(len((lambda *a: a)(*big)), max(*big, 5))
print(f(1) if (f := lambda x: x + 1) else 0)
def many(a0,a1,a2,a3,a4,a5,a6,a7,a8,a9,b0=0,b1=1,b2=2,b3=3,*args,k0=0,k1=1,**kw): return (a0,a9,b0,b3,args,k0,k1,kw)
print(many(*range(10)), many(*range(20), k1=5, zz=1), many(*range(9), a9='x'))
