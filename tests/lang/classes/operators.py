# Operators on instances and on numbers of every kind: special methods, NotImplemented, iteration by __next__.
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        if isinstance(o, (A, int)): return ('A+', self.v, getattr(o, 'v', o))
        return NotImplemented
    def __radd__(self, o): return ('A r+', self.v, o)
    def __eq__(self, o): return NotImplemented if not isinstance(o, A) else self.v == o.v
    def __lt__(self, o): return NotImplemented if not isinstance(o, A) else self.v < o.v
    def __getitem__(self, i):
        if i == 'err': raise KeyError(i)
        return ('item', i)
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, x): return x == 1
    def __len__(self): return 2
    def __bool__(self): return self.v != 0
    def __call__(self, *a, **k): return (a, k)
    def __mul__(self, o): return NotImplemented
    def __sub__(self, o): self = None; return 'subbed'
    def __neg__(self): return 'neg'
    def __invert__(self): return 'inv'
    def __pos__(self): return 'pos'
class B(A):
    def __radd__(self, o): return ('B r+', self.v)
    def __gt__(self, o): return ('B gt')
class C:
    def __radd__(self, o): return 'C radd'
    def __rmul__(self, o): return 'C rmul'
    def __eq__(self, o): return 'C eq'
    def __gt__(self, o): return ''
a, b, c = A(1), B(2), C()
for _ in range(3):
    t(lambda: a + a); t(lambda: a + 1); t(lambda: 1 + a); t(lambda: a + 'x'); t(lambda: a + b); t(lambda: b + a); t(lambda: a + c); t(lambda: a * 2); t(lambda: a * a); t(lambda: a * c); t(lambda: a - 1)
    t(lambda: a == A(1)); t(lambda: a == 5); t(lambda: a != A(1)); t(lambda: a != 5); t(lambda: a == c); t(lambda: c == a); t(lambda: a < A(2)); t(lambda: a < 5); t(lambda: a < c); t(lambda: a > A(0)); t(lambda: a >= a); t(lambda: a < b)
    t(lambda: a[1]); t(lambda: a['err']); t(lambda: a[1:2]); t(lambda: 1 in a); t(lambda: len(a)); t(lambda: a(1, x=2)); t(lambda: -a); t(lambda: ~a); t(lambda: +a); t(lambda: a @ a); t(lambda: a ** 2); t(lambda: a // 2)
    if a == A(1): print('eq branch')
    if a < A(0): print('no')
    else: print('else')
    if a < c: print('truthy')
    else: print('falsy str')
    try:
        if a < 5: pass
    except TypeError as e: print(e)
    while a == A(2): pass
    a[1] = 2; del a[3]
    x = a; x += 1; print(x)
    if not a: print('falsy')
    if a: print('t')
def badcmp():
    class X:
        def __eq__(self, o): raise ValueError('eq')
        def __bool__(self): raise ValueError('bool')
        def __lt__(self, o): return self
    x = X()
    t(lambda: x == 1); t(lambda: bool(x < x))
    def q():
        if x < x: return 1
    t(q)
    t(lambda: x in [X()])
badcmp()
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        if self.n == -5: raise ValueError('bad')
        self.n -= 1
        return self.n
for x in It(3): print(x, end=' ')
print()
try:
    for x in It(-3): print(x)
except ValueError as e: print('VE', e)
def f():
    for x in It(3):
        for y in It(2): yield x, y
print(list(f()))
class StopIn:
    def __iter__(self): return self
    def __next__(self): return next(iter([]))
print(list(StopIn()))
for x in StopIn(): print('no')
def g():
    for x in StopIn(): yield 1
    yield 2
print(list(g()))
class GI:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
print(list(GI()), [*GI()], 2 in GI())
for x in GI(): print(x, end=',')
print()
class NoIter: __iter__ = None
t(lambda: iter(NoIter())); t(lambda: [*NoIter()])
class BadIter:
    def __iter__(self): return 5
t(lambda: iter(BadIter()))
def bb():
    for x in BadIter(): pass
t(bb)
# big ints, floats, mixes
vals = [0, 1, -1, 2**61, -2**61, 2**62, -2**62, 2**63, 10**20, -10**20, 0.0, -0.0, 1.5, -2.5, 1e300, 1e-300, float('inf'), float('nan'), True, False, 7, -7, 3]
import operator as op
for x in vals:
    for y in vals:
        r = []
        for name in ('+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=', '&', '|', '^'):
            try: r.append(repr(eval(f'x {name} y')))
            except Exception as e: r.append(type(e).__name__ + str(e))
        print(x, y, r)
for x in (0, 1, -1, 5, -5, 2**61, -2**61, 2**70):
    for s in (0, 1, 5, 60, 61, 62, 63, 64, 100, -1):
        for name in ('<<', '>>'):
            try: print(x, name, s, eval(f'x {name} s'))
            except Exception as e: print(e)
for x in (0, 1, -1, 2, 3, -3, 10, 1.5, -2.0, 0.0):
    for s in (0, 1, 2, 3, -1, -2, 0.5, 62, 63, 40):
        try: print(x, s, x ** s)
        except Exception as e: print(e)
def loopvars():
    n = 2**62 - 3
    for i in range(6): n += 1
    m = -2**62 + 2
    for i in range(6): m -= 1
    k = 2**62 - 1; k += 1; j = -2**62; j -= 1
    return n, m, k, j, -(-2**62), -2**62 - 1, 2**62 * 2, (2**31) * (2**31), 3037000500 * 3037000500, -3037000500 * 3037000500
print(loopvars())
print(7 // 2, -7 // 2, 7 % -2, -7 % 2, 7 % 2**40, -1 >> 70, 1 << 62, ~5, ~-1, ~(2**62))
