# Classes deriving from int and float, and classes that convert to numbers.
def show(f):
    try:
        print(repr(f()), type(f()).__name__)
    except Exception as e:
        print(type(e).__name__ + ":", e)


class I(int):
    def __new__(cls, value=0, tag="none"):
        self = super().__new__(cls, value)
        self.tag = tag
        return self

    def __add__(self, other):
        return I(int(self) + other, "sum")


a = I(5, "five")
print(a, a.tag, repr(a), a + 1, (a + 1).tag, a * 2, type(a * 2).__name__)
print(a == 5, hash(a) == hash(5), {5: "found"}[a], a in [1, 5], [10, 20, 30, 40, 50, 60][a])
print(-a, type(-a).__name__, abs(a), +a, type(+a).__name__, ~a, a.real, type(a.real).__name__, a.numerator, a.denominator)
big = I(2 ** 100, "big")
print(big, big.tag, big + 1, big == 2 ** 100, big >> 90, -big, hash(big) == hash(2 ** 100))
print(f"{a:>5}|{a:05d}|{big:x}", str(a), "%d" % a, "%s" % a)
print(isinstance(a, int), issubclass(I, int), I.__mro__, int.__new__(I, 7).__class__.__name__)
print(divmod(a, 3), pow(a, 2), pow(a, 2, 7), a ** -1, a / 2, a // 2, round(a), int(a), type(int(a)).__name__, float(a), bool(I(0)))
print(I.from_bytes(b"\x01\x00"), type(I.from_bytes(b"\x01\x00")).__name__)
a.extra = [1]
print(a.__dict__ == {"tag": "five", "extra": [1]}, sorted(vars(a)))
show(lambda: I("12"))
show(lambda: I("x"))


class F(float):
    def __repr__(self):
        return f"F({float(self)!r})"


x = F("1.5")
print(x, x + 1, type(x + 1).__name__, x == 1.5, hash(x) == hash(1.5), str(x), f"{x}", f"{x:.3f}", [x], float(x), type(float(x)).__name__)
print(F.fromhex("0x1.8p1"), -x, abs(F(-2.0)), round(x), round(F(2.345), 2), x.real, x.is_integer(), F(0.0) == 0, bool(F(0.0)))


class C(complex):
    pass


c = C(1, 2)
print(c, c * 2, type(c * 2).__name__, c == 1 + 2j, c.real, c.imag, c.conjugate(), hash(c) == hash(1 + 2j))


class Conv:
    def __init__(self, **methods):
        self.methods = methods

    def __int__(self):
        return 42

    def __float__(self):
        return 4.5


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


show(lambda: int(Conv()))
show(lambda: float(Conv()))
show(lambda: complex(Conv()))
show(lambda: int(Index(3)))
show(lambda: float(Index(3)))
show(lambda: complex(Index(3)))
show(lambda: int("11", Index(3)))
show(lambda: int(Index("x")))
show(lambda: bin(Index(5)) + hex(Index(255)) + oct(Index(8)))
show(lambda: round(1.2345, Index(2)))
show(lambda: (5).to_bytes(Index(2), "big"))
show(lambda: [1, 2, 3][Index(1)])
show(lambda: range(Index(3)))
show(lambda: 2 + Index(3))


class BadInt:
    def __int__(self):
        return "no"

    def __float__(self):
        return 1

    def __index__(self):
        return 1.5

    def __complex__(self):
        return 3


show(lambda: int(BadInt()))
show(lambda: float(BadInt()))
show(lambda: complex(BadInt()))
show(lambda: hex(BadInt()))


class Cplx:
    def __complex__(self):
        return 3 + 4j


show(lambda: complex(Cplx()))
show(lambda: complex(Cplx(), 1))
show(lambda: complex(1, Cplx()))


class R:
    def __radd__(self, other):
        return ("radd", other)

    def __rpow__(self, other):
        return ("rpow", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)

    def __rlshift__(self, other):
        return ("rlshift", other)

    def __round__(self, *n):
        return ("round", n)

    def __lt__(self, other):
        return ("lt", other)

    def __gt__(self, other):
        return ("gt", other)

    def __eq__(self, other):
        return ("eq", other)


r = R()
print(1 + r, 1.5 + r, 1j + r, 2 ** r, pow(2, r), divmod(7, r), 1 << r, round(r), round(r, 2), 1 < r, 1.5 > r, 1 == r, 1.5 == r, True + r)


class Sub(int):
    def __radd__(self, other):
        return "reflected first"

    def __rsub__(self, other):
        return "also"


print(1 + Sub(2), Sub(1) + 1, 1 - Sub(1), 1.5 - Sub(1))


class Half(int):
    def __index__(self):
        return 7

    def __int__(self):
        return 8

    def __float__(self):
        return 9.5


h = Half(3)
print(int(h), float(h), [0, 1, 2, 3, 4, 5, 6, 7][h], h + 1, "%d" % h, f"{h}", hash(h), h == 3)
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
print(int.__add__(1, 2), int.__radd__(1, 2), (1).__add__("x"), (1).__eq__("x"), (1).__lt__(1.5), int.__neg__(5), (7).__divmod__(2), (7).__rfloordiv__(50))
print((2).__pow__(5), (2).__pow__(5, 7), (2).__rpow__(5), (2).__pow__(-1), (1).__bool__(), (3).__index__(), (3).__int__(), (3).__float__(), (3).__hash__())
print((1.5).__add__(1), (1.5).__radd__(1), (1.5).__add__("x"), (1.5).__eq__(3), (1.5).__int__(), (1.5).__bool__(), (7.5).__rmod__(2))
for f in (int, float, complex, bool):
    print(f.__name__, f.__module__, f.__qualname__, f(), f.__base__)
