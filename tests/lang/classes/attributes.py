# python3.12
# Attributes of instances and classes, __dict__, isinstance, mappingproxy, abstract classes, super.


def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
import sys
print(dir(object)); 
class A:
    x = 1
    def __init__(self): self.inst = 2
    def m(self): pass
print([n for n in dir(A()) if not n.startswith('__')], [n for n in dir(A) if not n.startswith('__')], '__class__' in dir(A), 'mro' in dir(A), 'mro' in dir(type))
print(A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__base__, A.__mro__, A.__dict__['x'], A.__annotations__, type(A.__dict__))
A.__name__ = 'AA'; A.__qualname__ = 'Q.AA'; A.__doc__ = 'dd'; A.__module__ = 'mm'; print(A, A.__name__, A.__doc__, repr(A())[:12])
def f(): A.__name__ = 3
t(f)
def f(): del A.__name__
t(f)
def f(): A.__mro__ = 3
t(f)
def f(): int.__name__ = 'x'
t(f)
def f(): A.__dict__ = {}
t(f)
def f(): A.__dict__['x'] = 1
t(f)
t(lambda: int.__annotations__)
class B:
    a: int = 1
    b: 'str'
print(B.__annotations__); B.__annotations__['c'] = 3; print(B.__annotations__); del B.__annotations__; print(B.__annotations__)
class C(B): pass
print(C.__annotations__)
a = A(); a.__dict__['dyn'] = 3; print(a.dyn, vars(a)); a.z = 4; print(a.__dict__); del a.inst; print(a.__dict__, list(a.__dict__)); a.__dict__ = {'q': 1}; print(a.q); t(lambda: a.z)
class Many: pass
m = Many()
for i in range(300): setattr(m, f'a{i}', i)
print(sum(getattr(m, f'a{i}') for i in [0,5,29,30,31,127,128,129,299]), len(m.__dict__), list(m.__dict__)[:3], list(m.__dict__)[-1])
for i in range(0, 300, 2): delattr(m, f'a{i}')
print(len(m.__dict__), hasattr(m, 'a0'), m.a1)
ms = []
for i in range(50):
    x = Many()
    for j in range(i): setattr(x, f'b{j}', j)
    ms.append(x)
print(sum(sum(x.__dict__.values()) for x in ms))
x = Many(); x.a = 1; x.b = 2; del x.b; x.c = 3; print(x.__dict__); x.b = 5; print(x.__dict__); del x.a; print(x.__dict__, x.b, x.c)
for i in range(2000):
    y = Many(); setattr(y, f'uniq{i}', i)
print(y.__dict__)
# isinstance
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), isinstance(Fake(), Fake), type(Fake()))
t(lambda: isinstance(1, 3)); t(lambda: issubclass(1, int)); t(lambda: issubclass(int, 1)); print(isinstance(1, (str, (int,))), issubclass(bool, int), isinstance(True, int))
class Meta(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is str
class MC(metaclass=Meta): pass
print(isinstance(5, MC), isinstance(6, MC), issubclass(str, MC), issubclass(int, MC), isinstance(MC(), MC))
class Abs:
    def __init__(self, bases): self.bases = bases
    @property
    def __bases__(self): return self.bases
a1 = Abs(()); a2 = Abs((a1,))
print(issubclass(a2, a1), issubclass(a1, a2))
t(lambda: isinstance(1, a1))
# mappingproxy
MappingProxyType = type(A.__dict__)
p = MappingProxyType({'a': 1, 'b': 2}); print(p, list(p), p | {'c': 3}, {'z': 0} | p, p == {'a': 1, 'b': 2}, list(reversed(p)), p.items(), p.keys(), p.values())
def f(): p['a'] = 2
t(f)
def f(): del p['a']
t(f)
t(lambda: MappingProxyType([1])); t(lambda: MappingProxyType(3)); t(lambda: MappingProxyType()); t(lambda: hash(p))
# abc
from abc import ABC, abstractmethod
class Sh(ABC):
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def name(self): ...
t(lambda: Sh())
class Sq(Sh):
    def area(self): return 4
t(lambda: Sq())
class Sq2(Sq):
    def name(self): return 'sq'
print(Sq2().area(), sorted(Sh.__abstractmethods__), sorted(Sq.__abstractmethods__))
# super
class S1:
    def f(self): return ['S1']
    @classmethod
    def c(cls): return ['S1c', cls.__name__]
    @staticmethod
    def s(): return 's'
    @property
    def p(self): return 'p1'
class S2(S1):
    def f(self): return super().f() + ['S2']
    @classmethod
    def c(cls): return super().c() + ['S2c']
    @property
    def p(self): return super().p + 'p2'
    def st(self): return super().s()
class S3(S1):
    def f(self): return super().f() + ['S3']
class S4(S2, S3):
    def f(self): return super().f() + ['S4']
    def g(self): return super(S2, self).f()
    def attr(self): return super().__class__, super().__thisclass__, super().__self__ is self, super().__self_class__
    def setit(self): super().zz = 1
    def nested(self):
        def inner(): return super(S4, self).f()
        return inner()
    def closure(self):
        return (lambda: (self, super().f()))()
    def rep(self): return repr(super())
s = S4(); print(s.f(), S4.c(), s.c(), s.p, s.st(), s.g(), s.attr(), s.nested(), s.rep()); t(s.setit); t(lambda: super(S4, s).nope)
u = super(S2); print(u); 
class UU(S1): 
    def f(self): return 'UU'
UU.sup = super(UU); print(UU().sup.f())
print(super(S2, S4).f(s))
# weird bases
class Cyc(list, A): pass
print(Cyc([1]), Cyc.__mro__, Cyc().inst if hasattr(Cyc(),'inst') else 'none')
t(lambda: type('T', (list, dict), {})); t(lambda: type('T', (ValueError, KeyError), {})); t(lambda: type('T', (int, ValueError), {}))
class Multi(A, dict): pass
print(Multi(), Multi.__base__)
# __slots__ inheritance w/ multiple
class Sl1: __slots__ = ('a',)
class Sl2: __slots__ = ('b',)
class Sl0: __slots__ = ()
t(lambda: type('T', (Sl1, Sl2), {})); print(type('T', (Sl1, Sl0), {'__slots__': ('z',)})().__slots__)
class Sl3(Sl1, A): pass
q = Sl3(); q.a = 1; q.b = 2; print(q.a, q.__dict__)
class DC(Exception): __slots__ = ('k',)
e = DC(1); e.k = 2; e.o = 3; print(e.k, e.args, e.__dict__)
class Cp:
    def __init__(self): self.a = [1]
c = Cp(); r = c.__reduce_ex__(4); print(r[1:], c.__getstate__()); print(object().__getstate__(), Sl1().__getstate__())
sl = Sl1(); sl.a = 1; print(sl.__getstate__())
print(type(None), type(NotImplemented), type(...), type(type), type(object()))
class Fin:
    def __del__(self): print('fin')
x = Fin(); 
print(object.__repr__(5)[:15], object.__str__('x'), object.__format__(5, ''), object.__eq__(1, 1), object.__eq__(1, 2), object.__ne__(1, 1), object.__lt__(1, 2), object.__hash__(5) == object.__hash__(5))
t(lambda: format(object(), 'x')); t(lambda: object.__format__(A(), 3))
