# python3.12
# statistics: every function on data of every kind, and what it says to data that doesn't fit
from decimal import Decimal as D, getcontext, localcontext
from fractions import Fraction as F
import math, operator, pickle, random, copy
import statistics as st

random.seed(11)
nan, inf = float("nan"), float("inf")
class I(int): pass
class Fl(float): pass
class Odd:
    def __lt__(self, other): return True
sets = [
    [], [1], [1, 2], [1, 2, 3, 4, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(1, 3), F(5, 6)], [D("0.5"), D("0.75"), D("0.625"), D("0.375")],
    [True, False, True], [1, 2.5, F(1, 3)], [1, D("1.1"), D(3)], [D(1), F(1, 2)], [1.0, D(2)], [1, nan, 3], [1.0, inf, 2], [inf, -inf], [1, None], ["a", "b"], [I(2), I(3)], [Fl(1.5), 2],
    [-1, 2], [0, 1, 2], [10**20, 1, -10**20], [1e308, 1e308], [0.1] * 10, [D("1e400"), D(1)], [D("NaN"), D(1)], [D("Infinity"), D(1)], [1j, 2], [3, 1, 2, 3, 1], "aabbc", [Odd(), Odd()],
    [random.gauss(0, 1) for _ in range(25)], [random.randrange(100) for _ in range(24)], [F(random.randrange(1, 99), random.randrange(1, 99)) for _ in range(9)], [D(random.randrange(9999)) / 7 for _ in range(8)], 5, None,
]
def show(r):
    if isinstance(r, D): return repr(r)
    if isinstance(r, list): return "[" + ", ".join(map(show, r)) + "]"
    s = f"{type(r).__name__} {r!r}"
    return s if " at 0x" not in s else "object"
def t(f, *a, **k):
    try: return show(f(*a, **k))
    except Exception as e: return f"{type(e).__name__}: {e}" if " at 0x" not in str(e) and "coerce" not in str(e) else type(e).__name__
one = [st.mean, st.fmean, st.geometric_mean, st.harmonic_mean, st.median, st.median_low, st.median_high, st.median_grouped, st.mode, st.multimode, st.pstdev, st.pvariance, st.stdev, st.variance, st.quantiles]
for f in one:
    for i, s in enumerate(sets):
        print(f.__name__, i, t(f, s), t(f, iter(s)) == t(f, s) if isinstance(s, (list, str)) else "")
small = [[1, 2, 3, 4], [2.5, 1.0, 3.0], [F(1, 2), F(2, 3)], [D("1.5"), D(2), D("2.25")], [], [1]]
for s in small:
    for c in (2, 2.5, F(1, 2), D("1.5"), "x"):
        print("centre", s, c, *(t(f, s, c) for f in (st.pstdev, st.pvariance, st.stdev, st.variance)), sep="; ")
    for n in (0, 1, 2, 4, 10, 2.5):
        print("quantiles", s, n, *(t(st.quantiles, s, n=n, method=m) for m in ("exclusive", "inclusive", "other")), sep="; ")
    for w in ([1, 2, 3], [0, 0, 0], [-1, 2, 3], [1, 1], [0.5, 0.25, 0.25], [F(1, 2)] * 3, iter([1, 2, 3]), 5, None, ["a", "b", "c"]):
        w = list(w) if hasattr(w, "__next__") else w
        print("weights", s, w, t(st.fmean, s, w), t(st.harmonic_mean, s, weights=w), t(st.fmean, iter(s), weights=iter(w)) if isinstance(w, list) else "", sep="; ")
    for i in (2, F(1, 2), "x", "2", None):
        print("interval", s, i, t(st.median_grouped, s, i), t(st.median_grouped, s, interval=i), sep="; ")
pairs = [([1, 2, 3], [1, 5, 7]), ([1, 2, 3], [1, 2]), ([1], [2]), ([], []), ([1, 1, 1], [1, 2, 3]), ([1, 2, 3], [4, 4, 4]), ([1.5, 2.5, 4.0, 4.0], [3, 2, 1, 0]), ([F(1, 2), F(1, 3), 1], [1, 2, 4]), ([D(1), D(2), D(4)], [1, 2, 3]),
         ((1, 2, 3), (3.5, nan, 1)), (range(5), [2, 4, 6, 8, 11]), ([1, 2, "x"], [1, 2, 3]), (5, [1]), (iter([1, 2]), [1, 2]), ([3, 1, 1, 2, 3], [5, 5, 2, 1, 9]), ([1e200, 2e200], [1e200, 3e200]), ([0, 0], [0, 0])]
for x, y in pairs:
    print(*(t(f, x, y) for f in (st.covariance, st.correlation, st.linear_regression)), t(st.correlation, x, y, method="ranked"), t(st.correlation, x, y, method="none"), t(st.linear_regression, x, y, proportional=True), sep="; ")
r = st.linear_regression([1, 2, 3], [2, 4, 7])
print(r.slope, r.intercept, r._fields, type(r).__module__, type(r) is st.LinearRegression, pickle.loads(pickle.dumps(r)) == r)
N = st.NormalDist
print(N(), N(1, 2), N(F(1, 2), D("1.5")), t(N, 1, -1), t(N, "x"), t(N, 0, 0), N(True, 3).mean)
a, b, z = N(100, 15), N(110, 10), N(5, 0)
for d in (a, z, N(0, 1e-3)):
    for x in (90.5, -3, F(1, 2), D(1), 1e6):
        print(repr(x), *(t(f, x) for f in (d.pdf, d.cdf, d.zscore, d.__add__, d.__sub__, d.__mul__, d.__truediv__, d.__radd__, d.__rsub__, d.__rmul__, d.__eq__)), sep="; ")
    for p in (0, 1, 0.5, 0.001, 0.2, 0.925, 0.074, 1e-12, 1 - 1e-12, 1e-300, -0.1, 2, nan, F(1, 3)):
        print(p, t(d.inv_cdf, p))
    print(t(d.quantiles), t(d.quantiles, n=10), t(d.quantiles, 1), t(d.quantiles, 0), t(d.overlap, b), t(d.overlap, d), t(d.overlap, N(1, 2)), t(d.overlap, 3))
    print(d.mean, d.median, d.mode, d.stdev, d.variance, hash(d) == hash(copy.copy(d)), pickle.loads(pickle.dumps(d)) == d, copy.deepcopy(d) == d, t(setattr, d, "mean", 3), t(setattr, d, "x", 3))
print(a + b, a - b, -a, +a, a * 3, 3 * a, a / -2, 3 - a, a + 3, t(operator.mul, a, b), t(operator.truediv, 1, a), a == N(100, 15), a != b, a == 3, a == (100, 15), a in {a}, type(+a) is N)
class Sub(N): pass
print(Sub(1, 2), Sub.from_samples([1, 2, 4]), type(Sub(1, 2) + 1).__name__, N.from_samples([F(1, 2), 1]), N.from_samples([D(1), D(3)]), t(N.from_samples, [1]), t(N.from_samples, []), t(N.from_samples, 5), N.from_samples([1.1, 2.2, 3.7]))
print(a.samples(3, seed=5), len(a.samples(4)), t(a.samples, 0), t(a.samples, "x"), N(0, 0).samples(2, seed=1))
for prec in (5, 28, 40):
    with localcontext() as c:
        c.prec = prec
        for _ in range(6):
            s = [D(random.randrange(10**6)).scaleb(-random.randrange(6)) for _ in range(random.randrange(2, 6))]
            print(prec, t(st.stdev, s), t(st.pstdev, s), t(st.variance, s))
        print(t(st.stdev, [D(1), D(3), D(5)]), t(st.pstdev, [D(1), D(3)]), t(st.pstdev, [D(2), D(2)]))
for _ in range(6):
    s = [random.choice([random.random, lambda: random.expovariate(1) * 1e10, lambda: random.gauss(0, 1e-10), lambda: F(random.randrange(50), 7), lambda: random.randrange(9)])() for _ in range(random.randrange(2, 8))]
    print(*(t(f, s) for f in one), sep="; ")
class MyDecimal(D):
    def __truediv__(self, other): return type(self)(super().__truediv__(other))
s = [MyDecimal("1.5"), MyDecimal(2), MyDecimal("4.25")]
print(*(type(f(s)).__name__ + str(f(s)) for f in (st.mean, st.stdev, st.pvariance, st.median, st.harmonic_mean)))
print(issubclass(st.StatisticsError, ValueError), sorted(st.__all__))
