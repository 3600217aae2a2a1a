# python3.12
"""Matrix library with operators, Gauss elimination over Fractions, determinants, formatting, pickling, hashing."""
from __future__ import annotations
import copy, itertools, math, operator, pickle, random, sys
from fractions import Fraction as F
from functools import reduce, total_ordering, singledispatchmethod, cached_property


class ShapeError(ArithmeticError):
    pass


class Matrix:
    __slots__ = ("rows", "_hash", "__dict__")

    def __init__(self, rows):
        self.rows = tuple(tuple(r) for r in rows)
        if len({len(r) for r in self.rows}) > 1:
            raise ShapeError("ragged rows: " + ", ".join(str(len(r)) for r in self.rows))

    @classmethod
    def identity(cls, n): return cls([[F(int(i == j)) for j in range(n)] for i in range(n)])
    @classmethod
    def random(cls, n, m=None, seed=0):
        r = random.Random(seed)
        return cls([[F(r.randint(-9, 9)) for _ in range(m or n)] for _ in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0]) if self.rows else 0
    @property
    def T(self): return type(self)(zip(*self.rows))
    def __getitem__(self, key):
        match key:
            case int(i): return self.rows[i]
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as a, slice() as b): return type(self)(r[b] for r in self.rows[a])
            case (slice() as a, int(j)): return tuple(r[j] for r in self.rows[a])
            case (int(i), slice() as b): return self.rows[i][b]
            case _: raise TypeError(f"bad index {key!r}")
    def __iter__(self): return itertools.chain.from_iterable(self.rows)
    def __len__(self): return math.prod(self.shape)
    def __eq__(self, o): return self.rows == o.rows if isinstance(o, Matrix) else NotImplemented
    def __hash__(self):
        try: return self._hash
        except AttributeError: self._hash = hash(self.rows); return self._hash
    def _zip(self, o, f):
        if not isinstance(o, Matrix): return type(self)([f(x, o) for x in r] for r in self.rows)
        if self.shape != o.shape: raise ShapeError(f"{self.shape} vs {o.shape}")
        return type(self)(map(f, a, b) for a, b in zip(self.rows, o.rows))
    def __add__(self, o): return self._zip(o, operator.add)
    def __sub__(self, o): return self._zip(o, operator.sub)
    def __mul__(self, o): return NotImplemented if isinstance(o, str) else self._zip(o, operator.mul)
    __radd__, __rmul__ = __add__, __mul__
    def __rsub__(self, o): return -self + o
    def __neg__(self): return self * -1
    def __pos__(self): return self
    def __abs__(self): return math.sqrt(sum(x * x for x in self))
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ShapeError(f"cannot multiply {self.shape} by {o.shape}")
        cols = list(zip(*o.rows))
        return type(self)([sum(map(operator.mul, r, c)) for c in cols] for r in self.rows)
    def __pow__(self, n, mod=None):
        if n < 0: return self.inverse ** -n
        result, base = self.identity(self.shape[0]), self
        while n:
            if n & 1: result = result @ base
            base = base @ base
            if mod: result, base = (type(self)([x % mod for x in r] for r in m.rows) for m in (result, base))
            n >>= 1
        return result
    def _echelon(self):
        m, sign, pivots = [list(r) for r in self.rows], 1, []
        row = 0
        for col in range(self.shape[1]):
            p = next((i for i in range(row, len(m)) if m[i][col]), None)
            if p is None: continue
            if p != row: m[p], m[row] = m[row], m[p]; sign = -sign
            for i in range(row + 1, len(m)):
                f = F(m[i][col]) / m[row][col]
                m[i] = [a - f * b for a, b in zip(m[i], m[row])]
            pivots.append(col); row += 1
            if row == len(m): break
        return m, sign, pivots
    @cached_property
    def det(self):
        if self.shape[0] != self.shape[1]: raise ShapeError("not square")
        m, s, p = self._echelon()
        return reduce(operator.mul, (m[i][i] for i in range(len(m))), F(s))
    @cached_property
    def inverse(self):
        n = self.shape[0]
        m = [list(map(F, r)) + list(i) for r, i in zip(self.rows, self.identity(n).rows)]
        for c in range(n):
            p = next((i for i in range(c, n) if m[i][c]), None)
            if p is None: raise ZeroDivisionError("singular matrix")
            m[c], m[p] = m[p], m[c]
            k = m[c][c]; m[c] = [x / k for x in m[c]]
            for i in range(n):
                if i != c and (k := m[i][c]): m[i] = [a - k * b for a, b in zip(m[i], m[c])]
        return type(self)(r[n:] for r in m)
    @singledispatchmethod
    def apply(self, arg): raise NotImplementedError(type(arg).__name__)
    @apply.register
    def _(self, arg: int): return self * arg
    @apply.register(list)
    @apply.register(tuple)
    def _(self, arg): return [sum(map(operator.mul, r, arg)) for r in self.rows]
    def __repr__(self): return f"{type(self).__name__}({[list(map(str, r)) for r in self.rows]})"
    def __format__(self, spec):
        cells = [[format(float(x), spec) if spec else str(x) for x in r] for r in self.rows]
        w = [max(map(len, c)) for c in zip(*cells)]
        return "\n".join("[" + " ".join(f"{x:>{n}}" for x, n in zip(r, w)) + "]" for r in cells)
    def __bool__(self): return any(self)
    def __contains__(self, x): return any(x in r for r in self.rows)
    def __reversed__(self): return reversed(list(self))
    def __round__(self, n=None): return type(self)([round(x, n) for x in r] for r in self.rows)


a, b = Matrix.random(3, seed=1), Matrix.random(3, seed=2)
print(f"{a}\n{b:6.1f}\n{a @ b}\n{a * b - 2 + b}")
print(a.det, a.inverse, a @ a.inverse == Matrix.identity(3), (a @ b).det == a.det * b.det)
print(a[0], a[1, 2], a[:2, 1:], a[:, 0], a[-1, ::2], len(a), F(3) in a, abs(Matrix([[3, 4]])), bool(Matrix([[0]])))
print(Matrix([[1, 1], [1, 0]]) ** 90, pow(Matrix([[1, 1], [1, 0]]), 10 ** 15, 10 ** 9 + 7), (Matrix([[2, 0], [0, 4]]) ** -2))
print(a.apply(2) == 2 * a, a.apply([1, 2, 3]), a.apply((1, 0, 0)), round(a.inverse, 2), list(reversed(a))[:2], 1 - a == -(a - 1))
c = pickle.loads(pickle.dumps(a)); d = copy.deepcopy(a)
print(c == a, c is a, d == a, len({a, c, d, b}), {a: 1}[d], vars(c))
for bad in ["a @ Matrix.random(2)", "a + Matrix.random(2)", "Matrix([[1], [1, 2]])", "Matrix([[1, 2], [2, 4]]).inverse", "a['x']", "a * 'x'", "'x' * a", "a.apply('s')", "a < b", "Matrix.random(2, 3).det", "a[5]", "a @ 3", "del a[0]", "a.rows[0][0] = 1", "hash([])"]:
    try: print(eval(bad) if not bad.startswith("del") and " = " not in bad else exec(bad))
    except Exception as e: print(f"{bad:35} {type(e).__name__}: {e}")
