"""Rational numbers (library reference, "fractions").

What is computed is computed with the integers, by functions of both numbers' tops and bottoms; the methods say only which of them goes with
which other kind of number.
"""
import operator
import sys
from math import gcd, isfinite
from numbers import Complex, Rational, Real

__all__ = ["Fraction"]
_hashes = sys.hash_info


def _parse(text):
    """(numerator, denominator) of "3/4", " -1.5e3 ", "1_000"; None when it is no fraction."""
    s = text.strip()
    sign = 1
    if s[:1] in ("+", "-"):
        sign = -1 if s[0] == "-" else 1
        s = s[1:]
    if "/" in s:
        top, _, bottom = s.partition("/")
        top = top.rstrip()
        bottom = bottom.lstrip()
        if not (_digits(top) and _digits(bottom)):
            return None
        return sign * int(top), int(bottom)
    mantissa, e, exponent = s.replace("E", "e").partition("e")
    if e:
        unsigned = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not _digits(unsigned):
            return None
    whole, dot, decimals = mantissa.partition(".")
    if whole and not _digits(whole) or decimals and not _digits(decimals) or not (whole or decimals):
        return None
    numerator = int(whole or "0")
    denominator = 1
    if decimals:
        decimals = decimals.replace("_", "")
        scale = 10 ** len(decimals)
        numerator = numerator * scale + int(decimals)
        denominator = scale
    if e:
        exponent = int(exponent)
        if exponent >= 0:
            numerator *= 10 ** exponent
        else:
            denominator *= 10 ** -exponent
    return sign * numerator, denominator


def _digits(s):
    return bool(s) and s[0] != "_" and s[-1] != "_" and "__" not in s and s.replace("_", "").isdecimal()


# ---- fractions of integers: tops and bottoms of two numbers in, a result out

_new = object.__new__


def _exactly(top, bottom):
    """The Fraction of two integers without a common factor, the second one positive."""
    made = _new(Fraction)
    made._numerator = top
    made._denominator = bottom
    return made


def _lowest(top, bottom, factor):
    """The Fraction top/bottom of which all that can be cancelled divides `factor`."""
    common = gcd(top, factor)
    return _exactly(top, bottom) if common == 1 else _exactly(top // common, bottom // common)


# Sums need a look for common factors only where the bottoms have one, products only crosswise (Knuth, volume 2, 4.5.1): much smaller numbers.

def _sum(n, d, m, e):
    common = gcd(d, e)
    if common == 1:
        return _exactly(n * e + m * d, d * e)
    d //= common
    return _lowest(n * (e // common) + m * d, d * e, common)


def _difference(n, d, m, e):
    return _sum(n, d, -m, e)


def _product(n, d, m, e):
    left, right = gcd(n, e), gcd(m, d)
    if left != 1:
        n //= left
        e //= left
    if right != 1:
        m //= right
        d //= right
    return _exactly(n * m, d * e)


def _quotient(n, d, m, e):
    if m > 0:
        return _product(n, d, e, m)
    if m:
        return _product(n, d, -e, -m)
    raise ZeroDivisionError(f"Fraction({e}, 0)")


def _whole_quotient(n, d, m, e):
    return n * e // (d * m)


def _remainder(n, d, m, e):
    bottom = d * e
    return _lowest(n * e % (m * d), bottom, bottom)


def _quotient_and_remainder(n, d, m, e):
    whole, rest = divmod(n * e, d * m)
    bottom = d * e
    return whole, _lowest(rest, bottom, bottom)


def _power(n, d, exponent):
    if exponent >= 0:
        return _exactly(n ** exponent, d ** exponent)
    if n < 0:
        n, d = -n, -d
    elif not n:
        raise ZeroDivisionError(f"Fraction({d ** -exponent}, 0)")
    return _exactly(d ** -exponent, n ** -exponent)


def _nearest(n, d):
    """n/d as an integer, halves to the even one."""
    twice = 2 * n + d
    whole = twice // (2 * d)
    return whole - 1 if whole & 1 and whole * 2 * d == twice else whole


# ---- methods made of these

def _named(function, name):
    function.__name__ = name
    function.__qualname__ = f"Fraction.{name}"
    return function


def _operator(name, exact, inexact):
    """An operator's two methods: with rational numbers it is exact, with others what it is for floats or complex numbers."""
    def of_left(self, other):
        kind = type(other)
        if kind is Fraction or isinstance(other, Fraction):
            return exact(self._numerator, self._denominator, other._numerator, other._denominator)
        if kind is int or isinstance(other, int):
            return exact(self._numerator, self._denominator, other.numerator, 1)
        if isinstance(other, float):
            return inexact(self._numerator / self._denominator, other)
        return inexact(complex(self), other) if isinstance(other, complex) else NotImplemented

    def of_right(self, other):
        if isinstance(other, Rational):
            return exact(int(other.numerator), int(other.denominator), self._numerator, self._denominator)
        if isinstance(other, Real):
            return inexact(float(other), self._numerator / self._denominator)
        return inexact(complex(other), complex(self)) if isinstance(other, Complex) else NotImplemented
    return _named(of_left, f"__{name}__"), _named(of_right, f"__r{name}__")


def _relation(name, holds):
    def method(self, other):
        if type(other) is Fraction or isinstance(other, Rational):
            return holds(self._numerator * other.denominator, other.numerator * self._denominator)
        if not isinstance(other, float):
            return NotImplemented
        if not isfinite(other):
            return holds(0.0, other)
        n, d = other.as_integer_ratio()
        return holds(self._numerator * d, n * self._denominator)
    return _named(method, f"__{name}__")


class Fraction(Rational):
    """A rational number: of two integers, a Rational, a float, a Decimal, or a string such as '3/4' or '-1.5e3'."""

    __slots__ = ("_numerator", "_denominator")  # in lowest terms, the bottom positive

    def __new__(cls, numerator=0, denominator=None):
        self = _new(cls)
        if denominator is None:
            self._numerator, self._denominator = (numerator, 1) if type(numerator) is int else _ratio(numerator)
            return self
        if not type(numerator) is int is type(denominator):
            if not (isinstance(numerator, Rational) and isinstance(denominator, Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        common = gcd(numerator, denominator)
        if denominator <= 0:
            if not denominator:
                raise ZeroDivisionError(f"Fraction({numerator}, 0)")
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def _of(cls, kind, name, plural, number):
        if not isinstance(number, (int, kind)):
            raise TypeError(f"{cls.__name__}.from_{name}() only takes {plural}, not {number!r} ({type(number).__name__})")
        return cls(*number.as_integer_ratio())

    @classmethod
    def from_float(cls, f):
        """Exactly the value of a float."""
        return cls._of(float, "float", "floats", f)

    @classmethod
    def from_decimal(cls, dec):
        """Exactly the value of a Decimal."""
        from decimal import Decimal
        return cls._of(Decimal, "decimal", "Decimals", dec)

    # ---- what it is made of

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def is_integer(self):
        """Whether it is a whole number."""
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The Fraction nearest to this one among those whose denominator is not above `max_denominator`."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        n, d = self._numerator, self._denominator
        if d <= max_denominator:
            return Fraction(self)
        # The continued fraction's convergents p/q come nearer and nearer, until one's denominator is too big.
        last_p, last_q, p, q = 0, 1, 1, 0
        high, low = n, d
        while (following := last_q + (whole := high // low) * q) <= max_denominator:
            last_p, p = p, last_p + whole * p
            last_q, q = q, following
            high, low = low, high - whole * low
        # Between that one and the last good one there are others; the best of them is as many steps away as fit.
        steps = (max_denominator - last_q) // q
        other_p, other_q = last_p + steps * p, last_q + steps * q
        is_nearer = abs(p * d - n * q) * other_q <= abs(other_p * d - n * other_q) * q
        return _exactly(p, q) if is_nearer else _exactly(other_p, other_q)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return f"{self._numerator}" if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        """As str() without a specification, as a float's with one, but of any precision."""
        if not format_spec:
            return str(self)
        from _fraction_format import format_fraction
        return format_fraction(self, format_spec)

    # ---- arithmetic

    __add__, __radd__ = _operator("add", _sum, operator.add)
    __sub__, __rsub__ = _operator("sub", _difference, operator.sub)
    __mul__, __rmul__ = _operator("mul", _product, operator.mul)
    __truediv__, __rtruediv__ = _operator("truediv", _quotient, operator.truediv)
    __floordiv__, __rfloordiv__ = _operator("floordiv", _whole_quotient, operator.floordiv)
    __mod__, __rmod__ = _operator("mod", _remainder, operator.mod)
    __divmod__, __rdivmod__ = _operator("divmod", _quotient_and_remainder, divmod)

    def __pow__(a, b):
        """Exact if b is a whole number; else that of floats."""
        if not isinstance(b, Rational):
            return float(a) ** b
        return _power(a._numerator, a._denominator, b.numerator) if b.denominator == 1 else float(a) ** float(b)

    def __rpow__(b, a):
        """Exact if b is a whole number; else that of floats."""
        if b._denominator != 1:
            return Fraction(a.numerator, a.denominator) ** b if isinstance(a, Rational) else a ** float(b)
        if b._numerator < 0 and isinstance(a, Rational):
            return _power(a.numerator, a.denominator, b._numerator)
        return a ** b._numerator

    def __pos__(a):
        return _exactly(a._numerator, a._denominator)

    def __neg__(a):
        return _exactly(-a._numerator, a._denominator)

    def __abs__(a):
        return _exactly(abs(a._numerator), a._denominator)

    # ---- to integers

    def __int__(a):
        return a._numerator // a._denominator if a._numerator > 0 else -(-a._numerator // a._denominator)

    __trunc__ = _named(lambda a: int(a), "__trunc__")

    def __floor__(a):
        """The greatest integer that isn't above a."""
        return a._numerator // a._denominator

    def __ceil__(a):
        """The least integer that isn't below a."""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """The nearest integer, or the nearest Fraction of that many decimal digits; halves go to the even neighbour."""
        if ndigits is None:
            return _nearest(self._numerator, self._denominator)
        scale = 10 ** abs(ndigits)
        if not isinstance(scale, int):
            return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)
        if ndigits > 0:
            return Fraction(_nearest(self._numerator * scale, self._denominator), scale)
        return Fraction(_nearest(self._numerator, self._denominator * scale) * scale)

    # ---- comparing

    def __hash__(self):
        """That of the equal int, float, Decimal or complex number: the fraction modulo a prime (library reference, "Hashing of numeric types")."""
        top, bottom = self._numerator, self._denominator
        if bottom == 1:
            return hash(top)
        try:
            value = hash(hash(abs(top)) * pow(bottom, -1, _hashes.modulus))
        except ValueError:
            value = _hashes.inf
        return value if top >= 0 else -2 if value == 1 else -value

    def __eq__(a, b):
        kind = type(b)
        if kind is int:
            return a._denominator == 1 and a._numerator == b
        if kind is Fraction or isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if not isinstance(b, float):
            if not isinstance(b, Complex) or b.imag:
                return NotImplemented
            b = b.real
            if not isinstance(b, float):
                return NotImplemented
        return isfinite(b) and b.as_integer_ratio() == (a._numerator, a._denominator)

    __lt__ = _relation("lt", operator.lt)
    __gt__ = _relation("gt", operator.gt)
    __le__ = _relation("le", operator.le)
    __ge__ = _relation("ge", operator.ge)

    def __bool__(a):
        return bool(a._numerator)


def _ratio(number):
    """(numerator, denominator) of a Fraction's only argument, in lowest terms."""
    if isinstance(number, str):
        parts = _parse(number)
        if parts is None:
            raise ValueError(f"Invalid literal for Fraction: {number!r}")
        return Fraction(*parts).as_integer_ratio()
    if isinstance(number, Rational):
        return number.numerator, number.denominator
    if not isinstance(number, type) and hasattr(number, "as_integer_ratio"):
        return number.as_integer_ratio()
    raise TypeError("argument should be a string or a Rational instance")
