# AttributeError.name, descriptors and metaclasses, class bodies, subclasses of built-in types that override what built-in code uses.


def t(f, *a):
    try: print(repr(f(*a))[:300])
    except BaseException as e: print(type(e).__name__, e)
# class_getitem
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[int], G[1, 2])
t(lambda: int[1]); t(lambda: object[1]); t(lambda: type[int]); t(lambda: list[int])
class M(type):
    def __getitem__(c, k): return 'meta'
class H(metaclass=M):
    def __class_getitem__(cls, k): return 'cls'
print(H[1])
# unions
print(int | str, int | None, type(int | str), isinstance(3, int | str), list[int] | None); t(lambda: int | 3); t(lambda: 3 | int)
class N: pass
print(N | int)
# AttributeError attributes
try: N().foo
except AttributeError as e: print(e.name, type(e.obj).__name__)
try: N.foo
except AttributeError as e: print(e.name, e.obj)
try: (5).foo
except AttributeError as e: print(e.name, e.obj, e)
t(lambda: None.foo); t(lambda: setattr(None, 'a', 1)); t(lambda: delattr(5, 'a')); t(lambda: delattr(N(), 'a'))
t(lambda: getattr(N(), 5)); t(lambda: setattr(N(), 5, 1)); t(lambda: hasattr(N(), 5)); t(lambda: N().__dict__.foo)
# functions' attributes & methods
def f(): pass
f.a = 1; print(f.__dict__, f.a); del f.a; t(lambda: f.a); print(f.__name__, f.__get__(5), f.__class__)
class K:
    def m(self): return self
k = K(); b = k.m; print(b() is k, b.__self__ is k, b.__func__ is K.m, b == k.m, K.m.__get__(k)() is k, K.m.__qualname__)
t(lambda: setattr(b, 'x', 1)); K.m.tag = 5; print(b.tag, k.m.__name__)
k.fn = f; print(k.fn is f)
K.stat = len; print(k.stat([1, 2]))
K.lst = list; print(k.lst(), K.lst)
K.part = property(lambda s: 7); print(k.part)
# descriptor precedence
class Data:
    def __get__(s, i, o): return 'data'
    def __set__(s, i, v): i.__dict__['d'] = v
class NonData:
    def __get__(s, i, o): return 'nondata', i is None, o.__name__
class SetOnly:
    def __set__(s, i, v): print('setonly', v)
class DP: d = Data(); n = NonData(); s = SetOnly()
x = DP(); x.d = 1; x.n = 2; print(x.d, x.n, x.__dict__, DP.n, DP.d); x.s = 3; print(type(x.s).__name__); x.__dict__['s'] = 9; print(x.s)
t(lambda: delattr(x, 's')); t(lambda: delattr(x, 'd'))
# metaclass attribute precedence
class Mt(type):
    d = Data(); n = NonData(); z = 'meta z'
class Ct(metaclass=Mt):
    n = 'class n'; d = 'class d'
print(Ct.d, Ct.n, Ct.z); t(lambda: Ct().z)
# class body features
class Body:
    x = 5
    y = [x for _ in range(2)]
    def f(self, a=x): return a
    z = lambda self: self.x
    class Inner: q = 1
    locals()['dyn'] = 7
    for i in range(3): pass
    del i
print(len(Body.y), Body().f(), Body().z(), Body.Inner.q, Body.dyn, Body.Inner.__qualname__, hasattr(Body, 'i'))
def outer():
    v = 'closure'
    class L:
        def g(self): return v, __class__.__name__
        w = v
    return L
print(outer()().g(), outer().w, outer().__qualname__)
# decorators on classes
def dec(c): c.tag = 'd'; return c
@dec
class De: pass
print(De.tag)
# inheritance kwargs & init_subclass w/ metaclass kwargs
class IB:
    def __init_subclass__(cls, **kw): cls.kw = kw
class IC(IB, a=1, b=2): pass
print(IC.kw)
class IS2(IB):
    @classmethod
    def __init_subclass__(cls, **kw): print('cm', cls.__name__, kw); super().__init_subclass__(**kw)
class IT(IS2, c=3): pass
print(IT.kw)
t(lambda: type('Z', (IB,), {}, q=1).kw)
import sys
class MK(type):
    def __new__(m, n, b, ns, extra=None): c = super().__new__(m, n, b, ns); c.extra = extra; return c
    def __init__(c, n, b, ns, extra=None): super().__init__(n, b, ns)
class MKC(metaclass=MK, extra=5): pass
print(MKC.extra); t(lambda: MK('a', (), {}, bogus=1)); t(lambda: type('a', (), {}, metaclass=MK)); 
t(lambda: type.__new__(MK, 'q', (), {})); t(lambda: MK('r', (int,), {})(5) + 1)
# hash/eq
class Eq1:
    def __eq__(s, o): return True
t(lambda: {Eq1(): 1}); print(Eq1.__hash__, '__hash__' in Eq1.__dict__)
class Eq2(Eq1): pass
t(lambda: hash(Eq2()))
class Eq3(Eq1):
    def __hash__(s): return 1
print(hash(Eq3()), Eq3() == 5, Eq3() != 5)
class Ord:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return NotImplemented
    def __le__(s, o): return 'le'
t(lambda: Ord(1) < Ord(2)); print(Ord(1) <= Ord(2), Ord(1) >= Ord(2)); t(lambda: Ord(1) > 3)
class Sub(int):
    def __eq__(s, o): return 'sub eq'
    def __lt__(s, o): return 'sub lt'
    def __gt__(s, o): return 'sub gt'
    __hash__ = int.__hash__
print(5 == Sub(5), Sub(5) == 5, 5 < Sub(1), 5 > Sub(1), Sub(3) < 1, 5 != Sub(5), hash(Sub(7)))
class StrSub(str):
    def __eq__(s, o): return 'ss'
    __hash__ = str.__hash__
print('a' == StrSub('a'), {StrSub('a'): 1}.get('a'))
class ListSub(list):
    def __add__(s, o): return 'ls add'
    def __radd__(s, o): return 'ls radd'
    def __contains__(s, x): return True
    def __iter__(s): return iter('xyz')
    def __getitem__(s, i): return ('gi', i)
    def __len__(s): return 99
    def append(s, x): super().append(x * 2)
l = ListSub([1]); print([0] + l, l + [0], 5 in l, list(l), l[3], l[1:2], len(l), bool(l), l == [1]); l.append(4); print(list.__repr__(l), *l)
class DictSub(dict):
    def __getitem__(s, k): return 'got ' + str(k)
    def __setitem__(s, k, v): super().__setitem__(k, v + 1)
    def __contains__(s, k): return k == 'magic'
    def __delitem__(s, k): print('del', k)
d = DictSub(a=1); d['b'] = 5; print(d['zz'], d.get('b'), 'magic' in d, 'a' in d, dict(d), {**d}); del d['q']
print('%s %r %d' % (N.__name__, 'x', Sub(3)), f'{Sub(3)}', str(Sub(3)), repr(Sub(3)))
class Fm:
    def __format__(s, f): return f'<{f}>'
    def __str__(s): return 'STR'
    def __repr__(s): return 'REPR'
print(f'{Fm()} {Fm():abc} {Fm()!s} {Fm()!r:>6}', format(Fm(), 'q'), '{:x}'.format(Fm()), '%s %r' % (Fm(), Fm()), [Fm()], {1: Fm()})
class OnlyRepr:
    def __repr__(s): return 'OR'
print(str(OnlyRepr()), f'{OnlyRepr()}', '%s' % OnlyRepr()); t(lambda: f'{OnlyRepr():>5}')
class Idx:
    def __index__(s): return 3
print([0,1,2,3,4][Idx()], [0,1,2,3,4][:Idx()], 'a' * Idx(), range(Idx()), int(Idx()), float(Idx()), hex(Idx()), bytes(Idx())) 
class Bl:
    def __len__(s): return 0
class Bt(Bl):
    def __bool__(s): return True
print(bool(Bl()), bool(Bt()), not Bl(), 1 if Bt() else 2, Bl() or 'x', bool(N()))
class LH:
    def __length_hint__(s): return 5
    def __iter__(s): return iter([1])
print(list(LH()))
class Rv:
    def __reversed__(s): return 'rv'
print(reversed(Rv()))
class An:
    def __await__(s): return iter([])
class Rnd:
    def __round__(s, n=0): return n
    def __floor__(s): return 'fl'
    def __ceil__(s): return 'ce'
    def __trunc__(s): return 't'
import math
print(round(Rnd()), round(Rnd(), 3), math.floor(Rnd()), math.ceil(Rnd()), math.trunc(Rnd()))
class EnterBad: pass
def w():
    with EnterBad(): pass
t(w)
t(lambda: iter(5)); t(lambda: next(5)); t(lambda: len(5));  t(lambda: {}[[]]); t(lambda: 3 in 5); t(lambda: [][object()])
x = 5
def s(): x[1] = 2
t(s)
def s(): del x[1]
t(s)
class OnlyGet:
    def __getitem__(s, i): return i
def s(): OnlyGet()[1] = 2
t(s)
def s(): del OnlyGet()[1]
t(s)
class IterBad:
    def __iter__(s): return 5
t(lambda: iter(IterBad())); t(lambda: list(IterBad())); t(lambda: [*IterBad()])
