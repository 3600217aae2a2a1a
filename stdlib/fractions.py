"""Rational numbers (library reference, "fractions")."""
import math
import operator
import sys
from numbers import Complex, Rational, Real

__all__ = ["Fraction"]

_HASH_MODULUS = sys.hash_info.modulus
_HASH_INF = sys.hash_info.inf


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


class Fraction(Rational):
    """This class implements rational numbers."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or not isinstance(numerator, (str, type)) and hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parts = _parse(numerator)
            if parts is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parts
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, Rational) and isinstance(denominator, Rational):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        """Converts a finite float to a rational number, exactly."""
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        if isinstance(dec, int):
            return cls(dec)
        if type(dec).__name__ != "Decimal":
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        self = super(Fraction, cls).__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator (continued fractions)."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        """Format this fraction according to the given format specification."""
        if not format_spec:
            return str(self)
        from _fraction_format import format_fraction
        return format_fraction(self, format_spec)

    # ---- arithmetic: each with ints and fractions exactly, with floats and complex numbers as these

    def _with(a, b, exact, inexact, reflected):
        if isinstance(b, Fraction):
            pass
        elif isinstance(b, int) or isinstance(b, Rational):
            b = Fraction(b)
        elif isinstance(b, (float, complex)) or isinstance(b, Complex):
            if isinstance(b, Real):
                return inexact(float(b), float(a)) if reflected else inexact(float(a), float(b))
            return inexact(complex(b), complex(a)) if reflected else inexact(complex(a), complex(b))
        else:
            return NotImplemented
        return exact(b, a) if reflected else exact(a, b)

    def __add__(a, b): return a._with(b, _add, operator.add, False)
    def __radd__(a, b): return a._with(b, _add, operator.add, True)
    def __sub__(a, b): return a._with(b, _sub, operator.sub, False)
    def __rsub__(a, b): return a._with(b, _sub, operator.sub, True)
    def __mul__(a, b): return a._with(b, _mul, operator.mul, False)
    def __rmul__(a, b): return a._with(b, _mul, operator.mul, True)
    def __truediv__(a, b): return a._with(b, _div, operator.truediv, False)
    def __rtruediv__(a, b): return a._with(b, _div, operator.truediv, True)
    def __floordiv__(a, b): return a._with(b, _floordiv, operator.floordiv, False)
    def __rfloordiv__(a, b): return a._with(b, _floordiv, operator.floordiv, True)
    def __mod__(a, b): return a._with(b, _mod, operator.mod, False)
    def __rmod__(a, b): return a._with(b, _mod, operator.mod, True)
    def __divmod__(a, b): return a._with(b, _divmod, divmod, False)
    def __rdivmod__(a, b): return a._with(b, _divmod, divmod, True)

    def __pow__(a, b):
        """a ** b: a Fraction when b is a whole number, else a float or complex number."""
        if isinstance(b, Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power = b.numerator
            if power >= 0:
                return Fraction._from_coprime_ints(a._numerator ** power, a._denominator ** power)
            if a._numerator > 0:
                return Fraction._from_coprime_ints(a._denominator ** -power, a._numerator ** -power)
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction._from_coprime_ints((-a._denominator) ** -power, (-a._numerator) ** -power)
        return float(a) ** b

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a):
        if a._numerator < 0:
            return -(-a._numerator // a._denominator)
        return a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits): halves go to the even neighbour."""
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """hash(self): that of the equal int or float."""
        try:
            dinv = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            hash_ = _HASH_INF
        else:
            hash_ = hash(hash(abs(self._numerator)) * dinv)
        result = hash_ if self._numerator >= 0 else -hash_
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b): return a._richcmp(b, operator.lt)
    def __gt__(a, b): return a._richcmp(b, operator.gt)
    def __le__(a, b): return a._richcmp(b, operator.le)
    def __ge__(a, b): return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
    if nb == 0:
        raise ZeroDivisionError(f"Fraction({db}, 0)")
    return Fraction(na * db, da * nb)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    da, db = a._denominator, b._denominator
    return Fraction((a._numerator * db) % (b._numerator * da), da * db)


def _divmod(a, b):
    da, db = a._denominator, b._denominator
    div, top = divmod(a._numerator * db, da * b._numerator)
    return div, Fraction(top, da * db)
