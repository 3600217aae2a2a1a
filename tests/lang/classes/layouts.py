# python3.12
# Endless recursion through special methods, deep hierarchies, odd namespaces, __slots__, attributes of subclasses of built-in types, slot wrappers.


def t(f, *a):
    try: print(repr(f(*a))[:200])
    except RecursionError as e: print('RecursionError')
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __getattr__(self, n): return self.nope
t(lambda: A().x)
class A:
    def __eq__(self, o): return self == o
t(lambda: A() == 1)
class A:
    def __repr__(self): return repr(self)
t(lambda: repr(A()))
class A:
    def __hash__(self): return hash(self)
t(lambda: hash(A()))
class A: pass
A.__call__ = A()
t(lambda: A()())
class A: pass
A.__get__ = A()
class B: x = A()
t(lambda: B().x)
class A: pass
A.__add__ = A(); 
t(lambda: A() + 1)
class A:
    def __init__(self): A()
t(lambda: A())
class A:
    def __new__(cls): return A()
t(lambda: A())
class A:
    @property
    def __class__(self): return self.__class__
t(lambda: isinstance(A(), int))
C = object
for i in range(500): C = type('C%d' % i, (C,), {})
c = C(); c.x = 1; print(len(C.__mro__), c.x)
C.__mro__[-3].zz = 5; C.__mro__[-2].__len__ = lambda s: 7
print(c.zz, len(c))
# namespace mapping
class Map:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
class MM(type):
    @classmethod
    def __prepare__(m, n, b): return Map()
    def __new__(m, n, b, ns): 
        print(sorted(ns.d)); return super().__new__(m, n, b, ns.d)
class X(metaclass=MM):
    a = 1
    def f(self): return __class__
print(X().f(), X.a)
class MM2(type):
    @classmethod
    def __prepare__(m, n, b): return Map()
try:
    class X(metaclass=MM2): pass
except TypeError as e: print(e)
# OrderedDict-like subclass namespace
class NS(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith('__'): raise TypeError('dup ' + k)
        super().__setitem__(k, v)
class MM3(type):
    @classmethod
    def __prepare__(m, n, b, **k): return NS()
try:
    class X(metaclass=MM3):
        a = 1
        a = 2
except TypeError as e: print(e)
# set_name mutating
class SN:
    def __set_name__(self, o, n):
        setattr(o, n + '_extra', 1); 
        if n == 'b': delattr(o, 'a')
class X: a = SN(); b = SN(); c = SN()
print(sorted(k for k in X.__dict__ if not k.startswith('__')))
# slots from generator and mangling
class X: __slots__ = (n for n in ['q', '__p'])
x = X(); x._X__p = 1; x.q = 2; print(x._X__p, x.q, [k for k in X.__dict__ if 'p' in k or k == 'q'])
class _Y: __slots__ = '__z'
print('_Y__z' in _Y.__dict__)
class X: __slots__ = []
t(lambda: setattr(X(), 'a', 1)); t(lambda: X().__dict__)
class X2(X): pass
x = X2(); x.a = 1; print(x.__dict__)
big = type('Big', (), {'__slots__': ['s%03d' % i for i in range(100)]})
b = big(); b.s000 = 1; b.s099 = 2; b.s050 = 3; print(b.s000, b.s099, b.s050); t(lambda: b.s001)
class Big2(big): pass
b = Big2(); b.s099 = 1; b.z = 2; print(b.s099, b.z, b.__dict__)
for i in range(50): setattr(b, 'd%d' % i, i)
print(b.d49, b.s099, len(b.__dict__))
# instance dict/shape mix
class M: pass
ms = [M() for _ in range(3)]
for m in ms:
    for i in range(40): setattr(m, 'k%d' % i, i)
m = ms[0]; d = m.__dict__; d['new'] = 1; m.k3 = 'x'; print(d['k3'], m.new, len(d), ms[1].k39)
d.clear(); t(lambda: m.k1); m.k1 = 5; print(d)
d[5] = 6; print(m.__dict__)
t(lambda: dir(m)[-3:])
class IS(int): pass
i = IS(2**100); i.a = 1; i.b = 2; i.c = 3; i.d = 4; i.e = 5; print(i, i.a, i.e, i.__dict__)
class TS(tuple): pass
x = TS(range(50)); x.z = 1; print(x[49], x.z); x = TS(); x.z = 1; print(x, x.z)
class SS(str): pass
x = SS('é' * 100); x.z = 1; x.y = 2; print(len(x), x.z, x.y, x[50])
class BS(bytes): pass
x = BS(b'abc'); x.z = 1; print(x, x.z)
class FS(frozenset): pass
x = FS([1]); x.z = 1; print(x.z, x == {1})
class CS(complex): pass
x = CS(1, 2); x.z = 1; print(x, x.z)
class BA(bytearray): pass
x = BA(b'q'); x.z = 1; print(x, x.z)
class PS(property): pass
x = PS(lambda s: 1, doc='hi'); x.z = 1; print(x.z, x.__doc__)
class ST(staticmethod): pass
x = ST(len); x.z = 1; print(x.z, x([1]))
class TM(type): pass
Q = TM('Q', (), {}); Q.z = 1; print(Q.z, type(Q))
import sys as types
class MT(type(types)): 
    def __getattr__(self, n): return 'dyn ' + n
m = MT('mod'); m.a = 1; print(m.a, m.zork, m.__name__, m.__dict__['a'])
class SU(super): pass
class OS(OSError): pass
e = OS(2, 'x'); e.z = 1; print(e, e.z, e.errno)
class DS(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
d = DS(a=1); d.b = 2; print(d.a, d.b, d); del d.a; print(d); t(lambda: d.a)
# many args
class K:
    def __init__(self, *a, **k): self.r = (len(a), len(k))
    def __new__(cls, *a, **k): return object.__new__(cls)
print(K(*range(100), **{f'a{i}': i for i in range(50)}).r)
class KI(list):
    def __init__(self, *a, **k): super().__init__(a); self.k = len(k)
print(KI(*range(30), **{f'a{i}': i for i in range(50)}).k)
print([].__init__.__self__, object().__eq__, 5) if 0 else None
print((5).__add__(3), int.__add__(5, 3), 'a'.__add__('b'), [1].__add__([2]), (1.5).__radd__(2), {1: 2}.__getitem__(1), [3].__contains__(3), (5).__bool__(), (5).__neg__(), 'abc'.__len__(), [1, 2].__iter__().__next__(), (3).__lt__(4), (3).__eq__('a'), 'x'.__hash__() == hash('x'), (2).__pow__(3, 5), (2).__rpow__(3), [1].__iadd__([2]), {}.__setitem__(1, 2), (7).__divmod__(2), (7).__rdivmod__(2), (5).__index__(), (2.5).__int__(), (2).__float__(), 'q'.__format__('>3'), 'q'.__str__(), 'q'.__repr__(), [1].__delitem__(0))
t(lambda: iter([]).__next__())
print(len.__call__([1]), (lambda x: x).__call__(3), int.__call__(3), type.__call__(int, '7'), int.__new__(int, '8'), type(5).__name__, object.__new__(object).__class__)
print(list.__mro__, bool.__mro__, ExceptionGroup.__mro__, ExceptionGroup.__bases__)
print([c.__name__ for c in int.__subclasses__()][:1], int.__subclasses__()[0] is bool)
print(type.__subclasses__(type)[:0], len(object.__subclasses__()) > 20)
x = [].append; print(x.__self__, x.__name__, x.__qualname__); print(list.append.__qualname__, int.__add__.__qualname__, (5).__add__.__qualname__, int.real.__qualname__, (5).__add__.__self__, (5).__add__.__objclass__)
print([].append == [].append, (lambda l: l.append == l.append)([]), (5).__add__ == (5).__add__, hash((5).__add__) == hash((5).__add__))
