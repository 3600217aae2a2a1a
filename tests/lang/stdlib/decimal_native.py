# python3.12
# what the native classes do as Python objects: subclasses, copies, pickles, contexts of threads and tasks, words, sizes
import asyncio, contextvars, copy, decimal, numbers, pickle, threading
from decimal import *
from fractions import Fraction

def t(f):
    try:
        return repr(f())
    except BaseException as e:
        return type(e).__name__ + str(e.args)

D = Decimal
# ---- subclasses
class Money(Decimal):
    def __new__(cls, value="0", currency="EUR"):
        self = super().__new__(cls, value)
        self.currency = currency
        return self
    def __add__(self, other):
        return Money(super().__add__(other), self.currency)
    __radd__ = __add__

m = Money("1.50", "USD")
print(m, repr(m), m.currency, type(m), type(m + 1), (m + 1).currency, type(m * 2), type(-m), sum([m, m], Money()).currency, m == D("1.5"), hash(m) == hash(D("1.5")))
print(type(Money.from_float(0.5)), Money.from_float(0.5), type(m.quantize(D("0.1"))), type(copy.copy(m)), copy.deepcopy(m) is m, isinstance(m, numbers.Number), m.__dict__)
print(type(D(m)), D(m) is m, D(D("1")) == 1, type(getcontext().create_decimal(m)), D("7" * 70) + Money("1"))
class Bare(Decimal):
    __slots__ = ()
print(t(lambda: setattr(Bare(1), "x", 1)), t(lambda: setattr(D(1), "x", 1)), repr(Bare("2.50")), [type(x) for x in divmod(Bare(7), Bare(2))])
class Scientific(Context):
    def sqrt_twice(self, x):
        return self.sqrt(self.sqrt(x))
s = Scientific(prec=5)
s.note = "kept"
print(s.sqrt_twice(D(2)), s.note, type(s.copy()), isinstance(s, Context), s.flags[Inexact])

# ---- pickles and copies
for value in [D("-0"), D("1E+1000"), D("NaN12"), D("-sNaN"), D("Infinity"), D("7" * 100 + "E-50")]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(value, protocol))
        assert repr(back) == repr(value) and type(back) is D
c = Context(prec=7, rounding=ROUND_UP, Emin=-5, Emax=5, capitals=0, clamp=1, flags=[Inexact], traps=[Overflow])
print(repr(pickle.loads(pickle.dumps(c))) == repr(c), repr(copy.copy(c)) == repr(c), c.__reduce__(), pickle.loads(pickle.dumps(D("1.5").as_tuple())))

# ---- the current context
def worker(prec):
    getcontext().prec = prec
    found.append(str(D(1) / 3))
found = []
for prec in (3, 5, 7):
    thread = threading.Thread(target=worker, args=(prec,))
    thread.start(), thread.join()
print(found, getcontext().prec)

async def task(prec):
    with localcontext(prec=prec):
        await asyncio.sleep(0)
        first = D(1) / 7
        await asyncio.sleep(0)
        return str(first), getcontext().prec
async def tasks():
    return await asyncio.gather(*(task(n) for n in (2, 4, 6)))
print(asyncio.run(tasks()), getcontext().prec)
def inside():
    old = getcontext().prec
    setcontext(Context(prec=11))
    return old, getcontext().prec
print(contextvars.copy_context().run(inside), getcontext().prec)
with localcontext() as ctx:
    ctx.prec = 50
    with localcontext(Context(prec=3)) as inner:
        print(D(2).sqrt(), inner is getcontext())
    print(D(2).sqrt())
print(t(lambda: localcontext(precision=3)), t(lambda: setcontext(3)), getcontext() is getcontext())
for template in (DefaultContext, BasicContext, ExtendedContext):
    setcontext(template)
    print(getcontext() is template, getcontext().prec)
setcontext(Context())

# ---- flags and traps
c = Context(traps=[])
print(c.flags is c.flags, c.flags == c.traps, len(c.flags), Inexact in c.flags, list(c.flags) == list(c.traps), c.flags.get(Inexact), dict(c.flags) == c.flags)
c.flags[Inexact] = 1
c.traps[DivisionByZero] = True
print(c, t(lambda: c.divide(1, 0)), c.flags[DivisionByZero])
c.traps = dict.fromkeys(c.traps, False)
c.flags = c.traps
print(c, c.divide(1, 0), c.divide(0, 0), c.flags)
print(t(lambda: c.flags["x"]), t(lambda: c.flags.pop(Inexact)), t(lambda: setattr(c, "traps", [Inexact])), t(lambda: setattr(c, "traps", {Inexact: 1})), t(lambda: delattr(c, "prec")),
      t(lambda: setattr(c, "prec", 10 ** 30)), t(lambda: setattr(c, "clamp", 5)), t(lambda: Context(traps=[1])), t(lambda: c.nothing))
c = Context(traps=[FloatOperation])
setcontext(c)
print(t(lambda: D(1.5)), t(lambda: D("1.5") == 1.5), t(lambda: D("1.5") < 1.6), D.from_float(1.5), c.flags[FloatOperation])
setcontext(Context())

# ---- limits of exponents; text
for text in ["1e1000000000000000000", "0e1000000000000000000", "1e-1999999999999999997", "1e-1999999999999999998", "12e999999999999999998", "12e999999999999999999", "0e-1999999999999999998",
             "1e99999999999999999999999", "0e-99999999999999999999999", "1e", "1e+", ".", "1_0", "_1_", " 1 ", "_ 1", "1 _", "1 1", "\uff11\u0662", "1e\u0663", "\u00a01\u2003", "\u00b9", "1\x00",
             "-sNaN007", "inf_", "infinit", "1.5E_3", "nan1.5", ""]:
    print(ascii(text), t(lambda: D(text)), t(lambda: getcontext().create_decimal(text)))
for parts in [(0, (1, 2), 10 ** 18), (0, (1, 2), 10 ** 19), (0, (), 0), (0, (0, 0, 1), 0), (1, (), "N"), (1, (0, 1, 2), "n"), (1, (1, 2), "F"), (True, (1, 2), True), (1, 5, "F"), (1, [1, True], 0),
              (1, "12", 0), (2, (1,), 0), (1, (1,), "x"), (1, (1,), 1.5), (1, (1,)), [0, [1], 2], (0, (10,), 0)]:
    print(parts, t(lambda: D(parts)))

# ---- large
x = D("7" * 3000)
print((x * x).adjusted(), Context(prec=6000).multiply(x, x) == D(int("7" * 3000) ** 2), int(x) == int("7" * 3000), D(int(x)) == x, str(x) == "7" * 3000, hash(x) == hash(int(x)))
big = Context(prec=4000)
q = big.divide(D("3" * 3500), D("7" * 1900))
print(q.adjusted(), big.divide(1, 7) == D("0." + "142857" * 666 + "1429"), big.sqrt(D("7" * 3000) ** 2).adjusted(), hash(q))
exact = Context(prec=20000)
n, d = int("91" * 4000), int("37" * 1700)
print([exact.divide_int(D(n), D(d)) == n // d, exact.remainder(D(n), D(d)) == n % d, exact.multiply(D(n), D(d)) == n * d, exact.add(D(n), D(d)) == n + d, exact.sqrt(D(n * n)) == n])
wide = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
print(t(lambda: wide.divide(1, 3)), t(lambda: wide.sqrt(2)), t(lambda: wide.logical_invert(1)), t(lambda: wide.next_plus(1)), t(lambda: wide.shift(1, 10 ** 17)), t(lambda: wide.add(D("1e999999999999999999"), 1)))
print(t(lambda: D("1e999999999999999999") + 1), D("1e999999999999999999") > D("1e-1999999999999999997"), int(D("1e-1999999999999999997")), D("-1e-1999999999999999997").__floor__(),
      float(D("1e999999999999999999")), float(D("-1e-1999999999999999997")), hash(D("1e999999999999999999")), t(lambda: format(D("1e999999999999999999"), "f")))
print(pow(D(3), D("1e99999"), D(7)), pow(D("1e999999999"), D(3), D(7)), t(lambda: D("1e-999999").exp()), D("1e999999").ln(), D(10) ** 3, D("1.0") ** 22)

# ---- other numbers
print(D(1) == 1 + 0j, D(1) == Fraction(1), D("0.5") < Fraction(2, 3), Fraction(1, 3) < D("0.5"), t(lambda: D(1) + Fraction(1)), t(lambda: D(1) + 1.0), t(lambda: D(1) < "1"), D(1) == "1", t(lambda: D(1) < 1j))
print(format(D("1234567.891"), ",.2f"), D("1.5").__format__("", {"decimal_point": ","}), D("1234567.5").__format__("n", {"decimal_point": ",", "thousands_sep": ".", "grouping": "\3\3"}),
      D(1234567).__format__("015n", {"decimal_point": "::", "thousands_sep": "\u2009", "grouping": "\1\2"}), t(lambda: D(1).__format__("", "")), t(lambda: format(D(1), "99999999999999999999")))
