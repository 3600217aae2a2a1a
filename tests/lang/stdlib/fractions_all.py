# python3.12
# fractions: operators with every kind of number on both sides, conversions, literals, limit_denominator
from fractions import Fraction as F
from decimal import Decimal as D
import numbers, operator, math, copy, pickle, random
class R:
    numerator, denominator = 3, 4
    def __repr__(self): return "R"
for n in "add sub mul truediv floordiv mod divmod pow".split():
    setattr(R, f"__r{n}__", lambda self, o, n=n: f"r{n}")
class Re:
    def __float__(self): return 2.5
    def __complex__(self): return 2.5+0j
    imag = 0
    @property
    def real(self): return 2.5
class Co:
    def __complex__(self): return 1+2j
    imag = 2; real = 1
class I(int): pass
class Fl(float): pass
class Sub(F):
    __slots__ = ()
class DD(D): pass
numbers.Rational.register(R); numbers.Real.register(Re); numbers.Complex.register(Co)
vals = [F(3,4), F(-7,2), F(0), Sub(1,3), 2, 0, I(-4), Fl(1.5), float("nan"), 2+1j, D("1.5"), R(), Re(), Co(), "x", 10**30, F(10**25, 3)]
def t(f, *a):
    try: r = f(*a); return type(r).__name__ + " " + (repr(r) if "object at" not in repr(r) else "obj")
    except Exception as e: return type(e).__name__ + " " + str(e)
ops = [operator.add, operator.sub, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.eq, operator.lt, operator.gt]
for i, a in enumerate(vals):
    for j, b in enumerate(vals):
        if isinstance(a, F) or isinstance(b, F):
            # the last ones are too big to be powers
            print(i, j, *(op.__name__ + " " + t(op, a, b) for op in ops if op is not operator.pow or max(i, j) < 15), sep="; ")
for n in "add floordiv divmod radd rsub rtruediv rmod rpow eq lt".split():
    print(n, *(t(getattr(F(5,3), f"__{n}__"), b) for b in vals[:15]), sep="; ")
print(t(pow, F(2), 3, 5), t(pow, F(2), 3, None))
for a in vals[:4] + vals[-1:] + [F(1,2), F(3,2), F(5,2), F(-1,2), F(-3,2), F(25, 10), F(-15, 10), F(7, 3), F(149, 100)]:
    for f in (repr, str, int, float, bool, abs, operator.neg, operator.pos, math.floor, math.ceil, math.trunc, round, hash, complex, copy.copy, copy.deepcopy, F.is_integer, F.as_integer_ratio):
        print(f.__name__, t(f, a), end="; ")
    for k in (-25, -2, -1, 0, 1, 2, 5): print(k, t(round, a, k), end="; ")
    p = pickle.loads(pickle.dumps(a)); print(p == a, type(p).__name__, a.__reduce__())
    print(a.real, a.imag, a.conjugate(), a.numerator, a.denominator)
args = [(), (1,), (1, 2), (2, -4), (0, -4), (1, 0), (F(1,0x10), 3), (F(1,2), F(3,4)), (1.5,), (float("nan"),), (float("inf"),), (D("0.1"),), (D("NaN"),), (D("Infinity"),), (1j,), ("3/4",), (" -3/4 ",), ("1e3",), ("1.5e-2",), ("1_000/7",), ("1__0",), ("_1",), ("1/0",), ("",), ("1/-2",), ("1 / 2",), ("1/ 2",), (".5",), ("5.",), (".",), ("1e",), ("1e+5",), ("+.5E2",), ("١/٢",), ("1.5/2",), ("1/2e3",), ("0x10",), ("nan",), (1.5, 2), (1, 1.5), ("1", 2), (1, "2"), (None,), (1, None), (R(),), (R(), 2), (True, 2), (I(3), I(6)), (Re(),), (int,), (b"1",), (Sub(3, 4), 1), ("1\n",), ("1\n/2",), ("--1",), ("1/2/3",), ("1_/2",), ("1._5",), ("1.5_0",), ("1e1_0",), ("٣.٥",), ("²",)]
for a in args: print(a[:1] != (int,) and not any(isinstance(x, Re) for x in a) and a, t(F, *a), t(Sub, *a))
print(F(1, denominator=3), F(numerator="1/2"))
for x in (1, 1.5, float("nan"), "1", F(1,2), D("1.5"), DD("2.5"), True, D("NaN")):
    print(t(F.from_float, x), t(F.from_decimal, x), t(Sub.from_float, x), t(Sub.from_decimal, x))
f = F(1, 2)
for name in ("numerator", "denominator", "x"):
    print(t(setattr, f, name, 3))
print(t(lambda: f.__dict__))
random.seed(3)
for _ in range(30):
    a = F(random.randrange(-10**6, 10**6), random.randrange(1, 10**6))
    m = random.choice([1, 2, 3, 10, 99, 1000, 10**6])
    print(a.limit_denominator(m), a.limit_denominator(), F(math.pi * random.random()).limit_denominator(m))
print(t(f.limit_denominator, 0), t(f.limit_denominator, -1), t(F(math.pi).limit_denominator, 2.5), type(Sub(1, 3).limit_denominator(2)), type(Sub(1,3).limit_denominator(5)))
print(sum([F(1,2), F(1,3)]), math.prod([F(1,2), 3]), max(F(1,2), .4), sorted([F(1,2), .4, 1, F(1,3)]), F(1,2) in {0.5: 1}, {F(2): 3}[2])
print(isinstance(f, numbers.Rational), t(lambda: F.__slots__), F.__module__, F.__add__.__name__, F.__radd__.__name__, F.__mro__)
import inspect
print(inspect.signature(F), inspect.signature(F.limit_denominator), inspect.signature(F.__round__))
for spec in ("", ".2f", "+.3e", "10.1f", "g", "%", "x", "010.2f", ",.2f", "<10", "z.0f"): print(spec, t(format, F(-22222, 7), spec))
