"""Decimal numbers, exact and rounded as the General Decimal Arithmetic Specification says (library reference, "decimal").

A finite number is sign, coefficient (an int) and exponent. Every operation makes the exact result, or one of enough digits
and a sticky last one, and _fix rounds it to the context and raises the signals.
"""
import math
import numbers
import _runtime
from collections import namedtuple
from contextvars import ContextVar

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
           "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
           "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext",
           "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


class DecimalException(ArithmeticError): pass
class Clamped(DecimalException): pass
class InvalidOperation(DecimalException): pass
class ConversionSyntax(InvalidOperation): pass
class DivisionImpossible(InvalidOperation): pass
class DivisionUndefined(InvalidOperation, ZeroDivisionError): pass
class InvalidContext(InvalidOperation): pass
class DivisionByZero(DecimalException, ZeroDivisionError): pass
class Inexact(DecimalException): pass
class Rounded(DecimalException): pass
class Subnormal(DecimalException): pass
class Overflow(Inexact, Rounded): pass
class Underflow(Inexact, Rounded, Subnormal): pass
class FloatOperation(DecimalException, TypeError): pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_CONDITIONS = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation, DivisionUndefined: InvalidOperation,
               InvalidContext: InvalidOperation}


def _digits(n):
    "How many decimal digits a non-negative int has; 1 for 0."
    if n < 10:
        return 1
    if n.bit_length() < 13000:
        return len(str(n))
    guess = int((n.bit_length() - 1) * 0.30102999566398119521) + 1
    return guess + 1 if n >= 10 ** guess else guess if n >= 10 ** (guess - 1) else guess - 1


def _text(n):
    "str(n) without the limit that int has for it."
    if n.bit_length() < 13000:
        return str(n)
    half = _digits(n) // 2
    high, low = divmod(n, 10 ** half)
    return _text(high) + _text(low).rjust(half, "0")


def _parse_int(text):
    if len(text) < 4000:
        return int(text or "0")
    half = len(text) // 2
    return _parse_int(text[:-half]) * 10 ** half + _parse_int(text[-half:])


def _round_int(n, shift, rounding, sign):
    "n / 10**shift rounded; and whether that was exact."
    power = 10 ** shift
    q, r = divmod(n, power)
    if not r:
        return q, True
    if rounding == ROUND_HALF_EVEN:
        up = 2 * r > power or 2 * r == power and q & 1
    elif rounding == ROUND_HALF_UP:
        up = 2 * r >= power
    elif rounding == ROUND_HALF_DOWN:
        up = 2 * r > power
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = q % 5 == 0
    return q + 1 if up else q, False


def _match_number(text):
    "(sign, kind or None, coefficient text, exponent) of a number's text; None when it is none."
    sign = 0
    if text[:1] in ("+", "-"):
        sign = int(text[0] == "-")
        text = text[1:]
    low = text.lower()
    if low in ("inf", "infinity"):
        return sign, "F", "0", 0
    for word, kind in ("snan", "N"), ("nan", "n"):
        if low.startswith(word):
            rest = text[len(word):]
            return (sign, kind, rest.lstrip("0"), 0) if not rest or rest.isdecimal() else None
    mantissa, mark, exponent = low.partition("e")
    if mark:
        plain = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not plain.isdecimal():
            return None
    whole, _, fraction = mantissa.partition(".")
    if not (whole + fraction).isdecimal() or whole and not whole.isdecimal() or fraction and not fraction.isdecimal():
        return None
    return sign, None, whole + fraction, (int(exponent) if mark else 0) - len(fraction)


class Decimal:
    "A decimal number. _kind: None finite, 'F' infinity, 'n' quiet NaN, 'N' signaling NaN (whose _int is the payload, '' for none)."
    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            parts = _match_number(value.strip().replace("_", ""))
            if parts is None:
                return (context or getcontext())._signal(ConversionSyntax, [ConversionSyntax])
            sign, kind, digits, exponent = parts
            return _make(cls, sign, _parse_int(digits), exponent, kind)
        if isinstance(value, int):
            return _make(cls, int(value < 0), abs(int(value)), 0)
        if isinstance(value, Decimal):
            return value if type(value) is cls else _make(cls, value._sign, value._int, value._exp, value._kind)
        if isinstance(value, float):
            (context or getcontext())._signal(FloatOperation, [FloatOperation])
            return cls.from_float(value)
        if isinstance(value, (list, tuple)):
            return cls._from_tuple(value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def _from_tuple(cls, value):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exponent = value
        if not isinstance(sign, int) or sign not in (0, 1):
            raise ValueError("sign must be an integer with the value 0 or 1")
        if any(not isinstance(d, int) or not 0 <= d <= 9 for d in digits):
            raise ValueError("coefficient must be a tuple of digits")
        number = _parse_int("".join(map(str, digits)))
        if exponent == "F":
            return _make(cls, sign, 0, 0, "F")
        if exponent in ("n", "N"):
            return _make(cls, sign, number, 0, exponent)
        if isinstance(exponent, str):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        if not isinstance(exponent, int):
            raise ValueError("exponent must be an integer")
        return _make(cls, sign, number, exponent)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f) if cls is Decimal else cls(Decimal(f))
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if math.isinf(f) or math.isnan(f):
            result = _make(Decimal, int(math.copysign(1, f) < 0), 0, 0, "F" if math.isinf(f) else "n")
        else:
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            result = _make(Decimal, int(math.copysign(1, f) < 0), n * 5 ** k, -k)
        return result if cls is Decimal else cls(result)

    # ---- what it is

    def is_nan(self): return self._kind in ("n", "N")
    def is_qnan(self): return self._kind == "n"
    def is_snan(self): return self._kind == "N"
    def is_infinite(self): return self._kind == "F"
    def is_finite(self): return self._kind is None
    def is_signed(self): return self._sign == 1
    def is_zero(self): return self._kind is None and not self._int
    def is_canonical(self): return True
    def canonical(self): return self
    def conjugate(self): return self

    def is_normal(self, context=None):
        return self._kind is None and self._int != 0 and (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        return self._kind is None and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def __bool__(self):
        return self._kind is not None or self._int != 0

    def adjusted(self):
        return self._exp + _digits(self._int) - 1 if self._kind is None else 0

    def radix(self):
        return Decimal(10)

    @property
    def real(self): return self

    @property
    def imag(self): return Decimal(0)

    def as_tuple(self):
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            return DecimalTuple(self._sign, tuple(map(int, _text(self._int))) if self._int else (), self._kind)
        return DecimalTuple(self._sign, tuple(map(int, _text(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._kind == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    def number_class(self, context=None):
        if self._kind == "N":
            return "sNaN"
        if self._kind == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        return sign + ("Zero" if not self._int else "Subnormal" if self.is_subnormal(context) else "Normal")

    # ---- text

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._show(False, getcontext().capitals)

    def to_eng_string(self, context=None):
        return self._show(True, (context or getcontext()).capitals)

    def _show(self, eng, capitals):
        sign = "-" if self._sign else ""
        if self._kind:
            if self._kind == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._kind == "n" else "sNaN") + (_text(self._int) if self._int else "")
        digits = _text(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = "0", "." + "0" * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point], "." + digits[point:]
        exponent = "" if left == point else ("E" if capitals else "e") + f"{left - point:+d}"
        return sign + whole + fraction + exponent

    def __format__(self, specifier):
        import re
        match = re.fullmatch(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,])?(?:\.(\d+))?([eEfFgGn%])?", specifier, re.S)
        if not match:
            raise ValueError("invalid format string")
        fill, align, sign, no_negative_zero, _, zero, width, comma, precision, kind = match.groups()
        if zero and align is None:
            fill, align = "0", "="
        fill, align, width = fill or " ", align or ">", int(width or 0)
        number, context = self, getcontext()
        if self._kind:
            body = str(self.copy_abs()) + ("%" if kind == "%" else "")
            if fill == "0" and align == "=":
                fill = " "
        else:
            body, number = self._format_finite(kind, precision, context)
        negative = number._sign and not (no_negative_zero and not self._kind and not any(c in "123456789" for c in re.split("[eE]", body)[0]))
        prefix = "-" if negative else sign if sign in ("+", " ") else ""
        if comma and not self._kind:
            whole = re.match(r"\d*", body)[0]
            rest = body[len(whole):]
            if fill == "0" and align == "=":
                room = width - len(prefix) - len(rest)
                while len(f"{_group(whole)}") < room:
                    whole = "0" + whole
                    if len(_group(whole)) > room and len(whole) % 3 == 1 and len(_group(whole)) == room + 1:
                        break
            body = _group(whole) + rest
        room = max(width - len(prefix) - len(body), 0)
        if align == "<":
            return prefix + body + fill * room
        if align == ">":
            return fill * room + prefix + body
        if align == "=":
            return prefix + fill * room + body
        return fill * (room // 2) + prefix + body + fill * (room - room // 2)

    def _format_finite(self, kind, precision, context):
        "The text without sign, and the rounded number."
        number = self
        if kind == "%":
            number = _make(Decimal, self._sign, self._int, self._exp + 2)
        rounding = context.rounding
        shape = kind or ("g" if precision is not None else "G" if context.capitals else "g")
        if precision is not None:
            precision = int(precision)
            if shape in "eE":
                number = number._round_digits(precision + 1, rounding)
            elif shape in "fF%":
                number = number._rescale(-precision, rounding)
            elif _digits(number._int) > max(precision, 1):
                number = number._round_digits(max(precision, 1), rounding)
        if not number._int and number._exp > 0 and shape in "fF%":
            number = number._rescale(0, rounding)
        digits = _text(number._int)
        left = number._exp + len(digits)
        if shape in "eE":
            point = 1 - precision if not number._int and precision is not None else 1
        elif shape in "fF%":
            point = left
        else:
            point = left if number._exp <= 0 and left > -6 else 1
        if point <= 0:
            whole, fraction = "0", "0" * -point + digits
        elif point > len(digits):
            whole, fraction = digits + "0" * (point - len(digits)), ""
        else:
            whole, fraction = digits[:point] or "0", digits[point:]
        text = whole + ("." + fraction if fraction else "")
        exponent = left - point
        if shape in "eE" or exponent and shape not in "fF%":
            text += ("E" if shape in "EG" else "e") + f"{exponent:+d}"
        return text + ("%" if kind == "%" else ""), number

    # ---- conversions

    def __hash__(self):
        if self._kind == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "n":
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        p = 2 ** 61 - 1
        power = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, -1, p), -self._exp, p)
        h = self._int * power % p
        result = -h if self._sign else h
        return -2 if result == -1 else result

    def __int__(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10 ** self._exp if self._exp >= 0 else 0 if -self._exp > _digits(self._int) else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(("-nan" if self._sign else "nan") if self._kind else str(self)) if self._kind != "F" else float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return self._integral(ROUND_FLOOR)

    def __ceil__(self):
        return self._integral(ROUND_CEILING)

    def _integral(self, rounding):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return int(self._rescale(0, rounding))

    def __round__(self, n=None):
        if n is None:
            return self._integral(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer")
        return self.quantize(_make(Decimal, 0, 1, -n), ROUND_HALF_EVEN)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else type(self)(str(self))

    # ---- rounding

    def _rescale(self, exp, rounding):
        "With the exponent exp, in any number of digits."
        if self._kind:
            return self
        if not self._int or self._exp == exp:
            return _make(Decimal, self._sign, self._int, exp)
        if self._exp > exp:
            return _make(Decimal, self._sign, self._int * 10 ** (self._exp - exp), exp)
        shift = min(exp - self._exp, _digits(self._int) + 1)
        return _make(Decimal, self._sign, _round_int(self._int, shift, rounding, self._sign)[0], exp)

    def _round_digits(self, places, rounding):
        if not self._int:
            return self
        result = self._rescale(self.adjusted() + 1 - places, rounding)
        if _digits(result._int) > places:
            result = result._rescale(result.adjusted() + 1 - places, rounding)
        return result

    def _fix(self, context):
        if self._kind:
            if self._kind == "F":
                return self
            room = context.prec - context.clamp
            return _make(Decimal, self._sign, self._int % 10 ** room, 0, self._kind) if _digits(self._int) > room else self
        tiny = context.Emin - context.prec + 1
        top = context.Emax - context.prec + 1
        if not self._int:
            exp = min(max(self._exp, tiny), top if context.clamp else context.Emax)
            if exp == self._exp:
                return self
            context._signal(Clamped)
            return _make(Decimal, self._sign, 0, exp)
        size = _digits(self._int)
        least = size + self._exp - context.prec
        if least > top:
            return self._overflow(context)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if self._exp < least:
            shift = least - self._exp
            if shift > size + 1:
                coefficient, exact = _round_int(1, 2, context.rounding, self._sign)
            else:
                coefficient, exact = _round_int(self._int, shift, context.rounding, self._sign)
            if _digits(coefficient) > context.prec:
                coefficient //= 10
                least += 1
            result = self._overflow(context) if least > top else _make(Decimal, self._sign, coefficient, least)
            flags = []
            if not exact and subnormal:
                flags.append(Underflow)
            if subnormal:
                flags.append(Subnormal)
            if not exact:
                flags.append(Inexact)
            flags.append(Rounded)
            if not coefficient:
                flags.append(Clamped)
            context._signal_all(flags)
            return result
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and self._exp > top:
            context._signal(Clamped)
            return _make(Decimal, self._sign, self._int * 10 ** (self._exp - top), top)
        return self

    def _overflow(self, context):
        context._signal_all([Overflow, Inexact, Rounded])
        rounding, sign = context.rounding, self._sign
        if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and sign or rounding == ROUND_FLOOR and not sign:
            return _make(Decimal, sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return _make(Decimal, sign, 0, 0, "F")

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _need(exp)
        rounding = rounding or context.rounding
        if self._kind or exp._kind:
            nan = _nan(context, self, exp)
            if nan is not None:
                return nan
            if self._kind and exp._kind:
                return self
            return context._signal(InvalidOperation)
        tiny = context.Emin - context.prec + 1
        if not tiny <= exp._exp <= context.Emax:
            return context._signal(InvalidOperation)
        if not self._int:
            return _make(Decimal, self._sign, 0, exp._exp)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context._signal(InvalidOperation)
        result = self._rescale(exp._exp, rounding)
        if result.adjusted() > context.Emax or _digits(result._int) > context.prec:
            return context._signal(InvalidOperation)
        flags = []
        if result._int and result.adjusted() < context.Emin:
            flags.append(Subnormal)
        if result._exp > self._exp:
            if _compare(result, self):
                flags.append(Inexact)
            flags.append(Rounded)
        context._signal_all(flags)
        return result._fix(context)

    def to_integral_value(self, rounding=None, context=None):
        context = context or getcontext()
        if self._kind:
            nan = _nan(context, self)
            return self if nan is None else nan
        return self if self._exp >= 0 else self._rescale(0, rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        result = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0 and self._int:
            context._signal_all(([Inexact] if _compare(result, self) else []) + [Rounded])
        return result

    def normalize(self, context=None):
        context = context or getcontext()
        if self._kind:
            nan = _nan(context, self)
            return self if nan is None else nan
        result = self._fix(context)
        if result._kind:
            return result
        if not result._int:
            return _make(Decimal, result._sign, 0, 0)
        n, e = result._int, result._exp
        top = context.Emax - context.prec + 1 if context.clamp else context.Emax
        while n % 10 == 0 and e < top:
            n //= 10
            e += 1
        return _make(Decimal, result._sign, n, e)

    # ---- signs

    def copy_abs(self): return _make(Decimal, 0, self._int, self._exp, self._kind)
    def copy_negate(self): return _make(Decimal, 1 - self._sign, self._int, self._exp, self._kind)
    def copy_sign(self, other, context=None): return _make(Decimal, _need(other)._sign, self._int, self._exp, self._kind)

    def __neg__(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return _nan(context, self)
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        if self.is_nan():
            return _nan(context, self)
        return self.copy_abs()._fix(context) if not self and context.rounding != ROUND_FLOOR else _plain(self)._fix(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    # ---- arithmetic

    def __add__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._kind or other._kind:
            nan = _nan(context, self, other)
            if nan is not None:
                return nan
            if self._kind and other._kind and self._sign != other._sign:
                return context._signal(InvalidOperation)
            return _plain(self if self._kind else other)
        exp = min(self._exp, other._exp)
        if not self._int and not other._int:
            negative = self._sign and other._sign or self._sign != other._sign and context.rounding == ROUND_FLOOR
            return _make(Decimal, int(bool(negative)), 0, exp)._fix(context)
        if not self._int or not other._int:
            number = other if not self._int else self
            exp = max(exp, number._exp - context.prec - 1) if exp < number._exp else exp
            return number._rescale(exp, context.rounding)._fix(context)
        a, b = (self, other) if self._exp >= other._exp else (other, self)
        if a._exp - b._exp > context.prec + 2 and b.adjusted() < a._exp + min(-1, _digits(a._int) - context.prec - 2):
            # b only says on which side of a the result is
            low = a._exp + min(-1, _digits(a._int) - context.prec - 2)
            b = _make(Decimal, b._sign, 1, low)
        n = a._int * 10 ** (a._exp - b._exp)
        n = (-n if a._sign else n) + (-b._int if b._sign else b._int)
        sign = int(n < 0) if n else int(context.rounding == ROUND_FLOOR)
        return _make(Decimal, sign, abs(n), b._exp)._fix(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            return _nan(context or getcontext(), self, other)
        return self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = _nan(context, self, other)
            if nan is not None:
                return nan
            if not self or not other:
                return context._signal(InvalidOperation)
            return _make(Decimal, sign, 0, 0, "F")
        return _make(Decimal, sign, self._int * other._int, self._exp + other._exp)._fix(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            nan = _nan(context, self, other)
            if nan is not None:
                return nan
            if self._kind and other._kind:
                return context._signal(InvalidOperation)
            if self._kind:
                return _make(Decimal, sign, 0, 0, "F")
            context._signal(Clamped)
            return _make(Decimal, sign, 0, context.Emin - context.prec + 1)
        if not other._int:
            if not self._int:
                return context._signal(DivisionUndefined, [DivisionUndefined])
            return context._signal(DivisionByZero, [DivisionByZero], _make(Decimal, sign, 0, 0, "F"))
        exp = self._exp - other._exp
        if not self._int:
            return _make(Decimal, sign, 0, exp)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        if shift >= 0:
            q, r = divmod(self._int * 10 ** shift, other._int)
        else:
            q, r = divmod(self._int, other._int * 10 ** -shift)
        at = exp - shift
        if r:
            if q % 5 == 0:
                q += 1
        else:
            while at < exp and q % 10 == 0:
                q //= 10
                at += 1
        return _make(Decimal, sign, q, at)._fix(context)

    def __rtruediv__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def _divide(self, other, context):
        "Whole quotient and remainder, or None when the quotient has too many digits."
        sign = self._sign ^ other._sign
        exp = self._exp if other._kind else min(self._exp, other._exp)
        apart = self.adjusted() - other.adjusted()
        if not self._int or other._kind or apart <= -2:
            return _make(Decimal, sign, 0, 0), self._rescale(exp, context.rounding)
        if apart <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            q, r = divmod(a, b)
            if q < 10 ** context.prec:
                return _make(Decimal, sign, q, 0), _make(Decimal, self._sign, r, exp)
        return None

    def _whole_division(self, other, context, want):
        context = context or getcontext()
        other = _other(other)
        if other is NotImplemented:
            return other
        nan = _nan(context, self, other)
        if nan is not None:
            return (nan, nan) if want == 2 else nan
        sign = self._sign ^ other._sign
        if self._kind:
            if want == 1 or other._kind:
                nan = _make(Decimal, sign, 0, 0, "F") if want == 0 and not other._kind else context._signal(InvalidOperation)
                return (nan, nan) if want == 2 else nan
            infinity = _make(Decimal, sign, 0, 0, "F")
            return infinity if want == 0 else (infinity, context._signal(InvalidOperation))
        if other._kind is None and not other._int:
            if not self._int:
                bad = context._signal(DivisionUndefined if want != 1 else InvalidOperation, [DivisionUndefined if want != 1 else InvalidOperation])
                return (bad, bad) if want == 2 else bad
            if want == 1:
                return context._signal(InvalidOperation)
            infinity = context._signal(DivisionByZero, [DivisionByZero], _make(Decimal, sign, 0, 0, "F"))
            return infinity if want == 0 else (infinity, context._signal(InvalidOperation))
        result = self._divide(other, context)
        if result is None:
            bad = context._signal(DivisionImpossible, [DivisionImpossible])
            return (bad, bad) if want == 2 else bad
        if want == 0:
            return result[0]
        r = result[1]._fix(context)
        return r if want == 1 else (result[0], r)

    def __floordiv__(self, other, context=None): return self._whole_division(other, context, 0)
    def __mod__(self, other, context=None): return self._whole_division(other, context, 1)
    def __divmod__(self, other, context=None): return self._whole_division(other, context, 2)

    def __rfloordiv__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def __rmod__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __rdivmod__(self, other, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def remainder_near(self, other, context=None):
        context = context or getcontext()
        other = _need(other)
        nan = _nan(context, self, other)
        if nan is not None:
            return nan
        if self._kind or not other:
            return context._signal(InvalidOperation)
        if other._kind:
            return _plain(self)._fix(context)
        exp = min(self._exp, other._exp)
        if not self._int:
            return _make(Decimal, self._sign, 0, exp)._fix(context)
        if self.adjusted() - other.adjusted() >= context.prec + 1:
            return context._signal(DivisionImpossible, [DivisionImpossible])
        if self.adjusted() - other.adjusted() <= -2:
            return self._rescale(exp, context.rounding)._fix(context)
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if q >= 10 ** context.prec:
            return context._signal(DivisionImpossible, [DivisionImpossible])
        sign = self._sign
        if r < 0:
            sign, r = 1 - sign, -r
        return _make(Decimal, sign, r, exp)._fix(context)

    def fma(self, other, third, context=None):
        context = context or getcontext()
        other, third = _need(other), _need(third)
        if self.is_nan() or other.is_nan():
            return _nan(context, self, other)
        if self._kind or other._kind:
            if not self or not other:
                return context._signal(InvalidOperation)
            product = _make(Decimal, self._sign ^ other._sign, 0, 0, "F")
        else:
            product = _make(Decimal, self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product.__add__(third, context)

    # ---- powers and logarithms

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._kind:
            nan = _nan(context, self)
            if nan is not None:
                return nan
            if not self._sign:
                return _plain(self)
        if not self:
            return _make(Decimal, self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return context._signal(InvalidOperation)
        wanted = self._exp >> 1
        coefficient = self._int * 10 if self._exp & 1 else self._int
        size = (_digits(self._int) >> 1) + 1 if self._exp & 1 else (_digits(self._int) + 1) >> 1
        shift = context.prec + 1 - size
        if shift >= 0:
            n, exact = coefficient * 100 ** shift, True
        else:
            n, rest = divmod(coefficient, 100 ** -shift)
            exact = not rest
        exp = wanted - shift
        root = math.isqrt(n)
        if exact and root * root == n:
            root = root // 10 ** shift if shift >= 0 else root * 10 ** -shift
            exp = wanted
        elif root % 5 == 0:
            root += 1
        return _make(Decimal, 0, root, exp)._fix(context._half_even())

    def exp(self, context=None):
        context = context or getcontext()
        nan = _nan(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return _make(Decimal, 0, 0, 0) if self._sign else _plain(self)
        if not self._int:
            return Decimal(1)
        adjusted, prec = self.adjusted(), context.prec
        work = context._half_even()
        if adjusted > len(str(context.Emax)) + 1:
            return (_make(Decimal, 0, 1, context.Emin * 2 - prec - 3) if self._sign else _make(Decimal, 0, 1, context.Emax + 1))._fix(work)
        if adjusted < -prec - 1:
            n = 10 ** (prec + 1) + (-1 if self._sign else 1)
            return _make(Decimal, 0, n, -prec - 1)._fix(work)
        n = -self._int if self._sign else self._int
        extra = 3
        while True:
            coefficient, exp = _exp_digits(n, self._exp, prec + extra)
            if coefficient % (5 * 10 ** (_digits(coefficient) - prec - 1)) not in (0, 1, 2, 5 * 10 ** (_digits(coefficient) - prec - 1) - 1):
                break
            extra += 3
            if extra > 60:
                break
        return _make(Decimal, 0, coefficient, exp)._fix(work)

    def ln(self, context=None):
        context = context or getcontext()
        nan = _nan(context, self)
        if nan is not None:
            return nan
        if not self:
            return _make(Decimal, 1, 0, 0, "F")
        if self._sign:
            return context._signal(InvalidOperation)
        if self._kind:
            return _plain(self)
        if _compare(self, Decimal(1)) == 0:
            return Decimal(0)
        return _log_result(self, context, False)

    def log10(self, context=None):
        context = context or getcontext()
        nan = _nan(context, self)
        if nan is not None:
            return nan
        if not self:
            return _make(Decimal, 1, 0, 0, "F")
        if self._sign:
            return context._signal(InvalidOperation)
        if self._kind:
            return _plain(self)
        if self._int == 10 ** (_digits(self._int) - 1):
            return Decimal(self.adjusted())._fix(context)
        return _log_result(self, context, True)

    def logb(self, context=None):
        context = context or getcontext()
        nan = _nan(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return self.copy_abs()
        if not self._int:
            return context._signal(DivisionByZero, [DivisionByZero], _make(Decimal, 1, 0, 0, "F"))
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _need(other)
        nan = _nan(context, self, other)
        if nan is not None:
            return nan
        if other._kind or other._exp != 0 or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context._signal(InvalidOperation)
        if self._kind:
            return _plain(self)
        return _make(Decimal, self._sign, self._int, self._exp + int(other))._fix(context)

    def _is_integer(self):
        return self._kind is None and (self._exp >= 0 or not self._int or self._int % 10 ** min(-self._exp, _digits(self._int)) == 0)

    def __pow__(self, other, modulo=None, context=None):
        context = context or getcontext()
        other = _other(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        nan = _nan(context, self, other)
        if nan is not None:
            return nan
        if not other:
            return context._signal(InvalidOperation) if not self else Decimal(1)
        whole = other._is_integer()
        sign = int(bool(self._sign and whole and int(other) & 1)) if whole else 0
        if self._sign and not whole and self:
            return context._signal(InvalidOperation)
        base = self.copy_abs()
        if not base:
            return _make(Decimal, sign, 0, 0) if not other._sign else _make(Decimal, sign, 0, 0, "F")
        if base._kind:
            return _make(Decimal, sign, 0, 0, "F") if not other._sign else _make(Decimal, sign, 0, 0)
        one = _compare(base, Decimal(1))
        if one == 0:
            if whole:
                places = 0 if other._sign else min(-base._exp * int(other), context.prec - 1) if int(other) < context.prec * 10 else context.prec - 1
                if other._sign or -base._exp * int(other) >= context.prec:
                    places = 0 if base._exp == 0 else context.prec - 1
                    if base._exp:
                        context._signal_all([Rounded] if not other._sign else [Inexact, Rounded])
                return _make(Decimal, sign, 10 ** places, -places)
            context._signal_all([Inexact, Rounded])
            return _make(Decimal, sign, 10 ** (context.prec - 1), 1 - context.prec)
        if other._kind:
            return _make(Decimal, sign, 0, 0) if bool(other._sign) == (one > 0) else _make(Decimal, sign, 0, 0, "F")
        size = abs(base.adjusted() if base.adjusted() > 0 else base.adjusted() + 1)
        if other.adjusted() > 25 or size and other.adjusted() + len(str(size)) > len(str(context.Emax)) + 2:
            big = (one > 0) != bool(other._sign)
            return _make(Decimal, sign, 1, context.Emax + 1 if big else context.Emin * 2 - context.prec - 3)._fix(context)
        exact = base._exact_power(other, context)
        if exact is not None:
            exact._sign = sign
            return exact._fix(context)
        extra = 4
        while True:
            prec = context.prec + extra
            coefficient, exp = _power_digits(base, other, prec)
            unit = 5 * 10 ** (_digits(coefficient) - context.prec - 1)
            if 3 < coefficient % unit < unit - 3 or extra > 60:
                break
            extra += 4
        return _make(Decimal, sign, coefficient, exp)._fix(context)

    def _exact_power(self, other, context):
        "The power when it has few enough digits to be exact."
        n, e = self._int, self._exp
        while n % 10 == 0:
            n, e = n // 10, e + 1
        ratio_n, ratio_d = abs(int(other)) if other._is_integer() else 0, 1
        if not ratio_n:
            if other.adjusted() < -8 or other._exp < -40:
                return None
            ratio_n, ratio_d = other.copy_abs().as_integer_ratio()
        if ratio_d > 1:
            root = _exact_root(n, ratio_d)
            if root is None or e % ratio_d:
                return None
            n, e = root, e // ratio_d
        if n != 1 and ratio_n * (n.bit_length() - 1) > (context.prec + 2) * 4 * (3 if other._sign else 1):
            return None
        n, e = n ** ratio_n, e * ratio_n
        if other._sign:
            twos = (n & -n).bit_length() - 1
            fives, rest = 0, n >> twos
            while rest % 5 == 0:
                rest //= 5
                fives += 1
            if rest != 1:
                return None
            k = max(twos, fives)
            n, e = 10 ** k // n, -e - k
        if _digits(n) > context.prec:
            return None
        if other._is_integer() and not other._sign:
            ideal = self._exp * ratio_n
        else:
            ideal = 0 if other._is_integer() else e
        if e > ideal:
            pad = min(e - ideal, context.prec - _digits(n))
            n, e = n * 10 ** pad, e - pad
        return _make(Decimal, 0, n, e)

    def _power_modulo(self, other, modulo, context):
        modulo = _other(modulo)
        if modulo is NotImplemented:
            return modulo
        nan = _nan(context, self, other, modulo)
        if nan is not None:
            return nan
        if not (self._is_integer() and other._is_integer() and modulo._is_integer()) or other._sign and other or not modulo:
            return context._signal(InvalidOperation)
        if modulo.adjusted() >= context.prec or not other and not self:
            return context._signal(InvalidOperation)
        result = pow(abs(int(self)), int(other), abs(int(modulo)))
        return _make(Decimal, int(bool(self._sign and int(other) & 1)), result, 0)

    def __rpow__(self, other, modulo=None, context=None):
        other = _other(other)
        return other if other is NotImplemented else other.__pow__(self, modulo, context)

    # ---- comparison

    def _order(self, other, signal_quiet):
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            other = Decimal.from_float(other)
        elif isinstance(other, numbers.Rational) and not isinstance(other, int):
            return _compare(self * other.denominator if self._kind is None else self, Decimal(other.numerator))
        else:
            other = _other(other)
            if other is NotImplemented:
                return other
        if self.is_nan() or other.is_nan():
            if signal_quiet or self._kind == "N" or other._kind == "N":
                getcontext()._signal(InvalidOperation)
            return None
        return _compare(self, other)

    def __eq__(self, other):
        order = self._order(other, False)
        return order if order is NotImplemented else order == 0

    def __lt__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._order(other, True)
        return order if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        other = _need(other)
        nan = _nan(context or getcontext(), self, other)
        return Decimal(_compare(self, other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        other = _need(other)
        if self.is_nan() or other.is_nan():
            context = context or getcontext()
            context._signal(InvalidOperation)
            return _nan(context, self, other)
        return Decimal(_compare(self, other))

    def compare_total(self, other, context=None):
        a, b = _total_key(self), _total_key(_need(other))
        return Decimal((a > b) - (a < b))

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_need(other).copy_abs())

    def _choose(self, other, context, largest, magnitude):
        context = context or getcontext()
        other = _need(other)
        if self.is_nan() or other.is_nan():
            if self._kind == "n" and not other.is_nan():
                return other._fix(context)
            if other._kind == "n" and not self.is_nan():
                return self._fix(context)
            return _nan(context, self, other)
        c = _compare(self.copy_abs(), other.copy_abs()) if magnitude else _compare(self, other)
        if c == 0:
            c = int(self.compare_total(other))
        return (self if (c >= 0) == largest and c or not c else other)._fix(context) if c else _plain(self)._fix(context)

    def max(self, other, context=None): return self._choose(other, context, True, False)
    def min(self, other, context=None): return self._choose(other, context, False, False)
    def max_mag(self, other, context=None): return self._choose(other, context, True, True)
    def min_mag(self, other, context=None): return self._choose(other, context, False, True)

    def same_quantum(self, other, context=None):
        other = _need(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def next_plus(self, context=None): return self._next(context, ROUND_CEILING)
    def next_minus(self, context=None): return self._next(context, ROUND_FLOOR)

    def _next(self, context, rounding):
        context = (context or getcontext())
        nan = _nan(context, self)
        if nan is not None:
            return nan
        quiet = context.copy()
        quiet.traps = dict.fromkeys(_SIGNALS, False)
        quiet.rounding = rounding
        up = rounding == ROUND_CEILING
        if self._kind:
            return _plain(self) if self._sign != up else _make(Decimal, self._sign, 10 ** quiet.prec - 1, quiet.Etop())
        fixed = self._fix(quiet)
        if fixed._kind or _compare(fixed, self):
            return fixed
        return self.__add__(_make(Decimal, int(not up), 1, quiet.Etiny() - 1), quiet)

    def next_toward(self, other, context=None):
        context = context or getcontext()
        other = _need(other)
        nan = _nan(context, self, other)
        if nan is not None:
            return nan
        c = _compare(self, other)
        return self.copy_sign(other) if c == 0 else self.next_plus(context) if c < 0 else self.next_minus(context)

    # ---- digits as bits

    def _bits(self, context):
        if self._kind or self._sign or self._exp:
            return None
        text = _text(self._int)
        return text.rjust(context.prec, "0")[-context.prec:] if not set(text) - {"0", "1"} else None

    def _logical(self, other, context, how):
        context = context or getcontext()
        a, b = self._bits(context), _need(other)._bits(context)
        if a is None or b is None:
            return context._signal(InvalidOperation)
        return _make(Decimal, 0, int("".join(str(how(int(x), int(y))) for x, y in zip(a, b))), 0)

    def logical_and(self, other, context=None): return self._logical(other, context, lambda x, y: x & y)
    def logical_or(self, other, context=None): return self._logical(other, context, lambda x, y: x | y)
    def logical_xor(self, other, context=None): return self._logical(other, context, lambda x, y: x ^ y)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self.logical_xor(_make(Decimal, 0, int("1" * context.prec), 0), context)

    def _moved(self, other, context, rotate):
        context = context or getcontext()
        other = _need(other)
        nan = _nan(context, self, other)
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(int(other)) > context.prec:
            return context._signal(InvalidOperation)
        if self._kind:
            return _plain(self)
        by = int(other)
        digits = _text(self._int).rjust(context.prec, "0")[-context.prec:]
        if rotate:
            digits = digits[by:] + digits[:by]
        else:
            digits = (digits + "0" * by)[-context.prec:] if by >= 0 else digits[:by] or "0"
        return _make(Decimal, self._sign, int(digits), self._exp)

    def rotate(self, other, context=None): return self._moved(other, context, True)
    def shift(self, other, context=None): return self._moved(other, context, False)


def _group(digits):
    first = len(digits) % 3
    parts = ([digits[:first]] if first else []) + [digits[i:i + 3] for i in range(first, len(digits), 3)]
    return ",".join(parts)


def _make(cls, sign, coefficient, exp, kind=None):
    self = object.__new__(cls)
    self._sign, self._int, self._exp, self._kind = sign, coefficient, exp, kind
    return self


def _plain(d):
    return d if type(d) is Decimal else _make(Decimal, d._sign, d._int, d._exp, d._kind)


def _other(value):
    if isinstance(value, Decimal):
        return value
    return _make(Decimal, int(value < 0), abs(int(value)), 0) if isinstance(value, int) else NotImplemented


def _need(value):
    result = _other(value)
    if result is NotImplemented:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return result


def _nan(context, *operands):
    for d in operands:
        if d._kind == "N":
            return context._signal(InvalidOperation, None, _make(Decimal, d._sign, d._int, 0, "n")._fix(context))
    for d in operands:
        if d._kind == "n":
            return _plain(d)._fix(context)
    return None


def _compare(a, b):
    "-1, 0 or 1; no NaNs."
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return (x > y) - (x < y)
    if not a._int or not b._int:
        x = 0 if not a._int else -1 if a._sign else 1
        y = 0 if not b._int else -1 if b._sign else 1
        return (x > y) - (x < y)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    direction = -1 if a._sign else 1
    x, y = a.adjusted(), b.adjusted()
    if x == y:
        exp = min(a._exp, b._exp)
        x, y = a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp)
    return direction * ((x > y) - (x < y))


def _total_key(d):
    "A key of the total order: -NaN < -sNaN < -Infinity < finite < Infinity < sNaN < NaN; of equal numbers the exponents."
    direction = -1 if d._sign else 1
    rank = {None: 0, "F": 1, "N": 2, "n": 3}[d._kind]
    if d._kind:
        return direction * rank, 0 if d._kind == "F" else direction * d._int, 0, 0
    from fractions import Fraction
    value = Fraction(d._int) * Fraction(10) ** d._exp
    return 0, direction * value, direction, direction * d._exp


def _exact_root(n, k):
    "The k-th root of n when it is an int."
    if n == 1:
        return 1
    if k > n.bit_length():
        return None
    x = 1 << -(-n.bit_length() // k)
    while True:
        y = ((k - 1) * x + n // x ** (k - 1)) // k
        if y >= x:
            break
        x = y
    return x if x ** k == n else None


# ---- series, in binary fixed point: a number is an int in units of 2**-bits

def _exp_fixed(x, bits):
    "exp of 0 <= x < 1: halved until small, then the series, then squared back."
    halvings = max(int(bits ** 0.5), 4)
    work = bits + 2 * halvings + 10
    x = x << (work - bits) >> halvings
    total = term = 1 << work
    i = 1
    while term:
        term = (term * x >> work) // i
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total >> work
    return total >> (work - bits)


def _atanh_inverse(n, bits):
    "atanh(1/n)."
    power = (1 << bits) // n
    total, k, square = power, 1, n * n
    while power:
        power //= square
        k += 2
        total += power // k
    return total


def _ln2(bits):
    work = bits + 10
    return (18 * _atanh_inverse(26, work) - 2 * _atanh_inverse(4801, work) + 8 * _atanh_inverse(8749, work)) >> 10


def _ln10(bits):
    work = bits + 10
    return (46 * _atanh_inverse(31, work) + 34 * _atanh_inverse(49, work) + 20 * _atanh_inverse(161, work)) >> 10


def _ln_fixed(n, d, bits):
    "ln of the fraction n/d > 0."
    shift = n.bit_length() - d.bit_length()
    work = bits + 20 + abs(shift).bit_length()
    y = (n << work) // d if shift <= 0 else (n << work) // (d << shift)
    if shift < 0:
        y <<= -shift
        y = (n << (work - shift)) // d
    roots = max(int(bits ** 0.5) // 2, 4)
    extra = 2 * roots + 10
    y <<= extra
    full = work + extra
    for _ in range(roots):
        y = math.isqrt(y << full)
    one = 1 << full
    z = ((y - one) << full) // (y + one)
    square = z * z >> full
    total = term = z
    k = 1
    while term not in (0, -1):  # a shift rounds down: negative ones end at -1
        term = term * square >> full
        k += 2
        total += term // k
    total = total << (roots + 1)
    return (total >> (full - bits)) + shift * _ln2(bits + 10 + abs(shift).bit_length()) // (1 << (10 + abs(shift).bit_length()))


def _bits_for(digits):
    return digits * 3322 // 1000 + 20


def _from_fixed(value, bits, digits, exp10=0):
    "A fixed-point number > 0 as coefficient of `digits` digits and exponent."
    size = int((value.bit_length() - bits) * 0.30103) + 1
    scale = digits - size
    coefficient = value * 10 ** scale >> bits if scale >= 0 else (value >> bits) // 10 ** -scale
    return coefficient, exp10 - scale


def _exp_digits(n, e, digits):
    "exp(n * 10**e) to so many digits and a few."
    magnitude = max(_digits(abs(n)) + e, 0)
    bits = _bits_for(digits + magnitude + 3)
    x = (n * 10 ** e << bits) if e >= 0 else (n << bits) // 10 ** -e
    ten = _ln10(bits)
    power, rest = divmod(x, ten)
    # rest < ln 10 < 3: the series wants it below 1
    value = _exp_fixed(rest >> 2, bits)
    value = value * value >> bits
    value = value * value >> bits
    return _from_fixed(value, bits, digits + 2, power)


def _ratio(d):
    return (d._int * 10 ** d._exp, 1) if d._exp >= 0 else (d._int, 10 ** -d._exp)


def _ln_of(d, bits):
    "ln in fixed point; the power of ten is taken out, so that the size of the exponent does not matter."
    size = _digits(d._int)
    out = d._exp + size - (1 if d._exp + size > 0 else 0)
    exp = d._exp - out
    n, q = (d._int * 10 ** exp, 1) if exp >= 0 else (d._int, 10 ** -exp)
    extra = abs(out).bit_length() + 5
    return _ln_fixed(n, q, bits) + (out * _ln10(bits + extra) >> extra)


def _near_one(d):
    "How many digits of ln(d) are lost because d is close to 1."
    n, q = _ratio(d) if -2 <= d.adjusted() <= 2 else (2, 1)
    return max(_digits(q) - _digits(abs(n - q)), 0) + 2


def _log_result(d, context, ten):
    work = context._half_even()
    digits = context.prec + 6
    while True:
        bits = _bits_for(digits + _near_one(d) + len(str(abs(d.adjusted()))) + 3)
        value = _ln_of(d, bits)
        if ten:
            value = (value << bits) // _ln10(bits)
        sign = int(value < 0)
        coefficient, exp = _from_fixed(abs(value), bits, digits)
        unit = 5 * 10 ** (_digits(coefficient) - context.prec - 1)
        if 9 < coefficient % unit < unit - 9 or digits > context.prec + 80:
            return _make(Decimal, sign, coefficient, exp)._fix(work)
        digits += 10


def _power_digits(base, power, digits):
    "base ** power to so many digits."
    extra = max(power.adjusted(), 0) + len(str(abs(base.adjusted()))) + 8
    bits = _bits_for(digits + extra + _near_one(base))
    n = power._int * (-1 if power._sign else 1)
    x = _ln_of(base, bits) * n
    x = x * 10 ** power._exp if power._exp >= 0 else x // 10 ** -power._exp
    ten = _ln10(bits)
    whole, rest = divmod(x, ten)
    value = _exp_fixed(rest >> 2, bits)
    value = value * value >> bits
    value = value * value >> bits
    return _from_fixed(value, bits, digits + 2, whole)


numbers.Number.register(Decimal)
_runtime.show_module(Decimal)


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        default = globals().get("DefaultContext")
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self.clamp = default.clamp if clamp is None else clamp
        self.traps = dict(default.traps) if traps is None else _signal_map(traps)
        self.flags = _signal_map([] if flags is None else flags)

    def __setattr__(self, name, value):
        if name in _LIMITS:
            low, high = _LIMITS[name]
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not low <= value <= high:
                shown = {"capitals": "valid values for capitals are [0, 1]", "clamp": "valid values for clamp are [0, 1]"}
                raise ValueError(shown.get(name, f"valid range for {name} is [{_RANGES.get(name)}]"))
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                                "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name not in ("flags", "traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        def names(signals):
            return ", ".join(signal.__name__ for signal in _SHOWN if signals[signal])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, "
                f"clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy
    __hash__ = None

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in self.flags if self.flags[s]], [s for s in self.traps if self.traps[s]])

    def _half_even(self):
        "This context, but rounding to even: flags and traps are shared."
        if self.rounding == ROUND_HALF_EVEN:
            return self
        other = self.copy()
        other.rounding = ROUND_HALF_EVEN
        other.flags, other.traps = self.flags, self.traps
        return other

    def _signal(self, condition, args=None, result=None):
        signal = _CONDITIONS.get(condition, condition)
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([condition]) if signal is not condition or args is None else signal(args)
        if result is None and issubclass(signal, InvalidOperation):
            return _make(Decimal, 0, 0, 0, "n")
        return result

    def _signal_all(self, conditions):
        for condition in conditions:
            self.flags[condition] = True
        for signal in _SIGNALS:
            if signal in conditions and self.traps[signal]:
                raise signal([c for c in _SIGNALS if c in conditions])

    def Etiny(self): return self.Emin - self.prec + 1
    def Etop(self): return self.Emax - self.prec + 1
    def radix(self): return Decimal(10)

    def create_decimal(self, num="0"):
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._signal(ConversionSyntax)
        d = Decimal(num, context=self)
        if d.is_nan() and _digits(d._int) > self.prec - self.clamp:
            return self._signal(ConversionSyntax)
        return d._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def abs(self, a): return _need(a).__abs__(self)
    def plus(self, a): return _need(a).__pos__(self)
    def minus(self, a): return _need(a).__neg__(self)
    def add(self, a, b): return _need(a).__add__(_need(b), self)
    def subtract(self, a, b): return _need(a).__sub__(_need(b), self)
    def multiply(self, a, b): return _need(a).__mul__(_need(b), self)
    def divide(self, a, b): return _need(a).__truediv__(_need(b), self)
    def divide_int(self, a, b): return _need(a).__floordiv__(_need(b), self)
    def divmod(self, a, b): return _need(a).__divmod__(_need(b), self)
    def remainder(self, a, b): return _need(a).__mod__(_need(b), self)
    def power(self, a, b, modulo=None): return _need(a).__pow__(_need(b), modulo, self)
    def to_sci_string(self, a): return _need(a)._show(False, self.capitals)
    def to_eng_string(self, a): return _need(a)._show(True, self.capitals)
    def to_integral_value(self, a): return _need(a).to_integral_value(context=self)
    def to_integral_exact(self, a): return _need(a).to_integral_exact(context=self)
    def quantize(self, a, b): return _need(a).quantize(b, context=self)
    def fma(self, a, b, c): return _need(a).fma(b, c, self)


def _delegate(name, count):
    method = getattr(Decimal, name)
    if count == 1:
        return lambda self, a: method(_need(a), context=self)
    return lambda self, a, b: method(_need(a), b, context=self)


for _name in ("exp ln log10 logb sqrt next_plus next_minus normalize logical_invert is_normal is_subnormal number_class").split():
    setattr(Context, _name, _delegate(_name, 1))
for _name in ("compare compare_signal compare_total compare_total_mag max max_mag min min_mag next_toward remainder_near rotate same_quantum "
              "scaleb shift logical_and logical_or logical_xor copy_sign").split():
    setattr(Context, _name, _delegate(_name, 2))
for _name in "is_canonical is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero copy_abs copy_negate canonical".split():
    setattr(Context, _name, (lambda method: lambda self, a: method(_need(a)))(getattr(Decimal, _name)))
Context.copy_decimal = lambda self, a: _plain(_need(a))
Context.to_integral = Context.to_integral_value

_LIMITS = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1), "clamp": (0, 1)}
_RANGES = {"prec": "1, MAX_PREC", "Emin": "MIN_EMIN, 0", "Emax": "0, MAX_EMAX"}


def _signal_map(signals):
    if isinstance(signals, dict):
        return signals
    for signal in signals:
        if signal not in _SIGNALS:
            raise TypeError("values must be signals")
    return {signal: signal in signals for signal in _SIGNALS}


_USUAL = [DivisionByZero, Overflow, InvalidOperation]
DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], _USUAL)
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_current = ContextVar("decimal_context")


def getcontext():
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    def __init__(self, context):
        self.new = context.copy()

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *args):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    manager = _ContextManager(getcontext() if ctx is None else ctx)
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(manager.new, name, _signal_map(value) if name in ("flags", "traps") else value)
    return manager
