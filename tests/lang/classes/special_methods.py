# Attribute hooks, properties, operators, comparisons, calls, iteration; and special methods that come and go.


def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
# __getattr__ & co
class G:
    z = 9
    def __init__(self): self.a = 1
    def __getattr__(self, n):
        if n.startswith('x'): return 'got ' + n
        raise AttributeError(f'no {n}')
g = G(); print(g.a, g.x1, g.z); t(lambda: g.foo); print(hasattr(g,'x'), hasattr(g,'y'), getattr(g,'y',5), getattr(g, 'a', 7))
class GA:
    def __getattribute__(self, n):
        if n == 'magic': return 42
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'fallback ' + n
g = GA(); g.q = 1; print(g.magic, g.q, g.nope, g.__class__, g.__dict__)
class GB(GA):
    __getattribute__ = object.__getattribute__
g = GB(); print(g.magic)
class SA:
    def __setattr__(self, n, v):
        print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n); super().__delattr__(n)
s = SA(); s.a = 3; print(s.a); del s.a; t(lambda: s.a)
def f(): del s.b
t(f)
class P:
    def __init__(self): self._x = 0
    @property
    def x(self): "the x"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('del x'); self._x = None
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: print('wo', v))
    @property
    def bad(self): return self.nonexistent
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x; print(p.x)
def f(): p.ro = 1
t(f)
def f(): del p.ro
t(f)
t(lambda: p.wo)
p.wo = 3
t(lambda: p.bad)
def f(): P.x.fget = 1
t(f)
print(hasattr(p, 'bad'), getattr(p, 'bad', 'dflt'))
t(lambda: property().__get__(p))
def f(): property().__set__(p, 1)
t(f)
class PX(P):
    @P.x.getter
    def x(self): return 'sub' + str(self._x)
px = PX(); px.x = 3; print(px.x)
class CM:
    n = 1
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    @classmethod
    @property
    def cp(cls): return cls.n
class CN(CM): n = 2
print(CM.c(1), CN().c(2), CM.s(1), CN().s(2), CM.__dict__['c'].__func__.__name__, CM.s.__name__, CN.c.__self__)
print(type(CM.__dict__['s']), CM.__dict__['s'](7), CM.__dict__['c'].__wrapped__.__name__, CM.__dict__['s'].__name__)
t(lambda: classmethod()); t(lambda: staticmethod(1,2)); t(lambda: CM.__dict__['c']())
# operators
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): print('N.add'); return NotImplemented
    def __radd__(self, o): print('N.radd'); return 'radd'
    def __iadd__(self, o): print('iadd'); self.v += 1; return self
    def __sub__(self, o): return 'sub'
    def __rsub__(self, o): return 'rsub'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o)
    def __matmul__(self, o): return 'mm'
    def __divmod__(self, o): return 'dm'
    def __rdivmod__(self, o): return 'rdm'
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __int__(self): return 3
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __index__(self): return 2
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __bool__(self): return False
class NS(N):
    def __radd__(self, o): print('NS.radd'); return 'nsradd'
class NT(N): pass
t(lambda: N(1) + N(2)); t(lambda: N(1) + NS(2)); t(lambda: N(1)+NT(2)); t(lambda: NS(1) + N(2)); t(lambda: 1 + N(1)); t(lambda: N(1)+1); t(lambda: 'a'+N(1)); t(lambda: [1]+N(1))
n = N(1); n += 5; print(n.v); t(lambda: n - 1); t(lambda: 1 - n); t(lambda: n ** 2); t(lambda: 2 ** n); t(lambda: pow(n, 2, 3)); t(lambda: n @ 1); t(lambda: 1 @ n); t(lambda: divmod(n,1)); t(lambda: divmod(1,n))
print(-n, +n, ~n, abs(n), int(n), float(n), [10,11,12][n], round(n), round(n,2), bool(n), not n, range(5)[n], 'abc'[n], hex(n))
import math
t(lambda: n << 1); t(lambda: n < 1); t(lambda: -object())
class I(int):
    def __radd__(self, o): return 'I.radd'
    def __rmul__(self, o): return 'I.rmul'
t(lambda: 1 + I(2)); t(lambda: I(1) + 2); t(lambda: 3 * I(2)); t(lambda: I(3) + I(4)); t(lambda: I(3).__add__(4)); t(lambda: 'ab' * I(2)); t(lambda: [0] * I(2)); t(lambda: 1.5 + I(1))
# comparison
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, E) and self.v == o.v
t(lambda: hash(E(1))); print(E(1) == E(1), E(1) != E(1), E(1) != E(2), E(1) == 1, 1 == E(1), E(1) in [E(2), E(1)], E.__hash__)
class EH(E):
    __hash__ = object.__hash__
print(isinstance(hash(EH(1)), int))
class EE(E):
    def __hash__(self): return hash(self.v)
print({EE(1), EE(1), EE(2)}.__len__(), {EE(1): 2}[EE(1)])
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'L{self.v}'
print(sorted([L(3), L(1), L(2)]), L(1) < L(2), L(1) > L(2), max(L(1), L(5))); t(lambda: L(1) <= L(2)); t(lambda: L(1) < 5); t(lambda: 5 > L(1))
class LS(L):
    def __gt__(self, o): print('LS.gt'); return 'x'
t(lambda: L(1) < LS(2))
class R:
    def __eq__(self, o): return 'weird'
    def __ne__(self, o): return []
print(R() == 1, R() != 1, 1 == R())
# call
class C:
    def __call__(self, *a, **k): return a, k
print(C()(1, x=2), callable(C()), callable(E(1))); t(lambda: E(1)()); c = C(); c.__call__ = lambda: 1; print(c())
t(lambda: C()(*range(20), **{f'k{i}': i for i in range(20)}))
class CI:
    def __new__(cls, *a, **k): print('new', a, k); o = super().__new__(cls); return o
    def __init__(self, *a, **k): print('init', a, k)
CI(1, 2, x=3)
class CJ:
    def __new__(cls, v): return v
    def __init__(self, v): print('never')
print(CJ(5)); print(isinstance(CJ(CI()), CI))
t(lambda: CJ())
# iteration
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration('done')
        return self.i
print(list(It()), sum(It()), [*It()], 2 in It(), tuple(It())); i = It(); list(i)
try: next(i)
except StopIteration as e: print('SI', e.value)
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), list(reversed([1,2]))); t(lambda: reversed(Seq())); t(lambda: len(Seq()))
class SeqL(Seq):
    def __len__(self): return 3
print(list(reversed(SeqL())), bool(SeqL()))
class Ctx:
    def __enter__(self): return 'e'
    def __exit__(self, *a): print('exit', a[0]); return True
with Ctx() as x: print(x); raise ValueError
class Dyn:
    def __len__(self): return 0
d = Dyn(); print(bool(d)); Dyn.__bool__ = lambda s: True; print(bool(d)); del Dyn.__bool__; print(bool(d)); del Dyn.__len__; print(bool(d)); t(lambda: len(d))
Dyn.__add__ = lambda s, o: 'added'; print(d + 1); Dyn.__add__ = int.__add__; t(lambda: d + 1); del Dyn.__add__; t(lambda: d + 1)
class Dyn2(Dyn): pass
Dyn.__getattr__ = lambda s, n: 'ga ' + n; print(Dyn2().foo, d.bar); del Dyn.__getattr__; t(lambda: Dyn2().foo)
Dyn.__setattr__ = lambda s, n, v: print('sa', n); d.x = 1; Dyn2().y = 2; del Dyn.__setattr__; d.x = 1; print(d.x)
Dyn.__call__ = lambda s: 'called'; print(d(), Dyn2()()); 
Dyn.__eq__ = lambda s, o: True; print(d == 5, hash(d) == hash(d)); del Dyn.__eq__; print(d == 5)
Dyn.__init__ = lambda s, v: print('late init', v); Dyn(4); Dyn2(5); del Dyn.__init__; Dyn()
Dyn.__new__ = lambda cls: 'made'; print(Dyn()); del Dyn.__new__; print(type(Dyn()).__name__)
