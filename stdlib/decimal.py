"""Decimal fixed-point and floating-point arithmetic (library reference, "decimal"; General Decimal Arithmetic Specification 1.70).

A Decimal is sign, coefficient (an int) and exponent, or a special value: _kind "" finite, "F" infinity, "n" quiet NaN, "N" signaling NaN
(then the coefficient is the payload). An operation notes the conditions it meets in context._status, bit by bit; when it is done,
_signal() raises the exception that is trapped, or sets flags.
"""
from _thread import _storage
import math as _math
import numbers as _numbers
from _collections_abc import MutableMapping as _MutableMapping
from _decimal_functions import exp_digits as _exp_digits, ln_digits as _ln_digits, log10_digits as _log10_digits
from _decimal_functions import count_digits as _count_digits, digits_of as _digits_of, int_of as _int_of, power_of_ten as _ten
from _runtime import show_module as _show_module

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
           "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN",
           "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
           "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_roundings = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

from collections import namedtuple as _namedtuple

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


# ---- conditions ----

class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_INVALID, _CONVERSION, _IMPOSSIBLE, _UNDEFINED, _BAD_CONTEXT = 1, 2, 4, 8, 16
_ANY_INVALID = 31
_FLOAT, _ZERO_DIVISION, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = 32, 64, 128, 256, 512, 1024, 2048, 4096
# in the order in which the first one that is trapped is raised
_signal_bits = ((InvalidOperation, _ANY_INVALID), (FloatOperation, _FLOAT), (DivisionByZero, _ZERO_DIVISION), (Overflow, _OVERFLOW),
                (Underflow, _UNDERFLOW), (Subnormal, _SUBNORMAL), (Inexact, _INEXACT), (Rounded, _ROUNDED), (Clamped, _CLAMPED))
_invalid_bits = ((InvalidOperation, _INVALID), (ConversionSyntax, _CONVERSION), (DivisionImpossible, _IMPOSSIBLE),
                 (DivisionUndefined, _UNDEFINED), (InvalidContext, _BAD_CONTEXT))
_bit_of = dict(_signal_bits)
_shown_order = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_bad_signal = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, "
               "Rounded,\n   Clamped]")


def _signal(context, status):
    """Ends an operation that met these conditions."""
    trapped = status & context._traps
    context._flags |= status
    if trapped:
        # one invalid condition traps as all of them
        found = [signal for signal, bit in _invalid_bits if trapped & bit] + [signal for signal, bit in _signal_bits[1:] if trapped & bit]
        for signal, bits in _signal_bits:
            if trapped & bits:
                raise signal(found)


class _SignalDict(_MutableMapping):
    """The flags or traps of a context."""

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def __getitem__(self, key):
        try:
            return getattr(self._context, self._name) & _bit_of[key] != 0
        except (KeyError, TypeError):
            raise KeyError(_bad_signal) from None

    def __setitem__(self, key, value):
        try:
            bits = _bit_of[key]
        except (KeyError, TypeError):
            raise KeyError(_bad_signal) from None
        old = getattr(self._context, self._name)
        setattr(self._context, self._name, old | bits if value else old & ~bits)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter([signal for signal, _ in _signal_bits])

    def __len__(self):
        return len(_signal_bits)

    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{self[signal]!r}" for signal in self]) + "}"

    def copy(self):
        return dict(self)

    def __eq__(self, other):
        if isinstance(other, (dict, _SignalDict)):
            return dict(self) == dict(other)
        return NotImplemented

    def _mask(self):
        return getattr(self._context, self._name)



# ---- contexts ----

def _mask_of(value):
    if isinstance(value, _SignalDict):
        return value._mask()
    if isinstance(value, dict):
        if len(value) != len(_signal_bits) or any(key not in _bit_of for key in value):
            raise KeyError(_bad_signal if len(value) == len(_signal_bits) else "invalid signal dict")
        return sum(_bit_of[signal] for signal, is_set in value.items() if is_set)
    if not isinstance(value, list):
        raise TypeError("argument must be a signal dict")
    mask = 0
    for signal in value:
        try:
            mask |= _bit_of[signal]
        except (KeyError, TypeError):
            raise KeyError(_bad_signal) from None
    return mask


def _number(name, value, low, high, text):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not low <= value <= high:
        raise ValueError(text)
    return int(value)


class Context:
    """Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)

    The context affects almost all operations and controls rounding, Over/Underflow, raising of exceptions and much more.
    """

    __hash__ = None

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        put = object.__setattr__
        base = _default_values
        put(self, "_flags", 0)
        put(self, "_traps", base._traps if base is not None else _ANY_INVALID | _ZERO_DIVISION | _OVERFLOW)
        put(self, "_status", 0)
        for name, value, otherwise in (("prec", prec, 28), ("rounding", rounding, ROUND_HALF_EVEN), ("Emin", Emin, -999999), ("Emax", Emax, 999999),
                                       ("capitals", capitals, 1), ("clamp", clamp, 0)):
            setattr(self, name, value if value is not None else getattr(base, name) if base is not None else otherwise)
        if traps is not None:
            put(self, "_traps", _mask_of(traps))
        if flags is not None:
            put(self, "_flags", _mask_of(flags))

    @property
    def flags(self):
        return _SignalDict(self, "_flags")

    @property
    def traps(self):
        return _SignalDict(self, "_traps")

    def __setattr__(self, name, value):
        if name == "prec":
            value = _number(name, value, 1, MAX_PREC, "valid range for prec is [1, MAX_PREC]")
        elif name == "Emin":
            value = _number(name, value, MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]")
        elif name == "Emax":
            value = _number(name, value, 0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]")
        elif name == "capitals":
            value = _number(name, value, 0, 1, "valid values for capitals are 0 or 1")
        elif name == "clamp":
            value = _number(name, value, 0, 1, "valid values for clamp are 0 or 1")
        elif name == "rounding":
            if value not in _roundings:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                                "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name == "flags" or name == "traps":
            object.__setattr__(self, "_" + name, _mask_of(value))
            return
        elif name not in ("_flags", "_traps", "_status"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        def names(mask):
            return "[" + ", ".join([signal.__name__ for signal in _shown_order if mask & _bit_of[signal]]) + "]"
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, "
                f"clamp={self.clamp}, flags={names(self._flags)}, traps={names(self._traps)})")

    def copy(self):
        """Return a duplicate of the context with all flags cleared."""
        new = _copy_context(self)
        object.__setattr__(new, "_flags", self._flags)
        return new

    __copy__ = copy

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s, b in _signal_bits if self._flags & b], [s for s, b in _signal_bits if self._traps & b])

    def clear_flags(self):
        """Reset all flags to False."""
        self._flags = 0

    def clear_traps(self):
        """Set all traps to False."""
        self._traps = 0

    def Etiny(self):
        """Return a value equal to Emin - prec + 1, which is the minimum exponent value for subnormal results."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self.Emax - self.prec + 1

    def radix(self):
        """Return 10."""
        return Decimal(10)

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context: it is rounded."""
        if isinstance(num, float):
            _float_operation(self, "decimal")
        self._status = 0
        if isinstance(num, str):
            value = _invalid(self, _CONVERSION) if num != num.strip() or "_" in num else _from_text(num, self)
        else:
            value = _exact(num)
        if value._kind in ("n", "N") and value._int and _count_digits(value._int) > self.prec - self.clamp:
            value = _invalid(self, _CONVERSION)
        value = _finish(value, self)
        _signal(self, self._status)
        return value

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded by the context."""
        value = Decimal.from_float(f)
        self._status = 0
        value = _finish(value, self)
        _signal(self, self._status)
        return value


def _copy_context(context):
    new = object.__new__(Context)
    put = object.__setattr__
    for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "_traps"):
        put(new, name, getattr(context, name))
    put(new, "_flags", 0)
    put(new, "_status", 0)
    return new


_default_values = None
DefaultContext = Context()
_default_values = DefaultContext
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])


def getcontext():
    """Get the current default context."""
    here = _storage()
    if "decimal" not in here:
        here["decimal"] = _copy_context(DefaultContext)
    return here["decimal"]


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if any(context is template for template in (DefaultContext, BasicContext, ExtendedContext)):
        context = _copy_context(context)
    _storage()["decimal"] = context


class ContextManager:
    """What localcontext() gives: sets a context, and the old one again when it is left."""

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, t, v, tb):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the with-statement and restore the previous
    default context when exiting the with-statement."""
    for name in kwargs:
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if value is not None:
            setattr(ctx, name, value)
    return ContextManager(ctx)


# ---- making Decimals ----

_new = object.__new__


def _make(sign, coefficient, exponent):
    self = _new(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    self._kind = ""
    return self


def _special(sign, kind, payload=0):
    self = _new(Decimal)
    self._sign = sign
    self._int = payload
    self._exp = 0
    self._kind = kind
    return self


def _nan():
    return _special(0, "n")


def _invalid(context, bit=_INVALID):
    context._status |= bit
    return _special(0, "n")


def _infinity(sign):
    return _special(sign, "F")


def _parse(text):
    """(sign, coefficient, exponent, kind) of a numeric string; None: it is none."""
    s = text.strip().replace("_", "")
    if not s.isascii():
        made = []
        for c in s:
            if c.isascii():
                made.append(c)
            elif c.isdecimal():
                made.append(str(int(c)))
            else:
                return None
        s = "".join(made)
    sign = 0
    if s[:1] in ("+", "-"):
        sign = 1 if s[0] == "-" else 0
        s = s[1:]
    if not s:
        return None
    if s[0] in "0123456789.":
        mantissa, marker, exponent = s.partition("e") if "e" in s else s.partition("E")
        if marker:
            digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
            if not digits.isdigit():
                return None
            power = _int_of(digits)
            if exponent[0] == "-":
                power = -power
        else:
            power = 0
        whole, dot, fraction = mantissa.partition(".")
        digits = whole + fraction
        if not digits.isdigit():
            return None
        return sign, _int_of(digits), power - len(fraction), ""
    low = s.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    for name, kind in (("snan", "N"), ("nan", "n")):
        if low.startswith(name):
            payload = low[len(name):]
            if payload and not payload.isdigit():
                return None
            return sign, _int_of(payload) if payload else 0, 0, kind
    return None


def _from_text(text, context):
    """Exactly, as far as any exponent permits; notes ConversionSyntax."""
    parts = _parse(text)
    if parts is None:
        return _invalid(context, _CONVERSION)
    sign, coefficient, exponent, kind = parts
    if kind:
        return _special(sign, kind, coefficient)
    return _make(sign, coefficient, exponent)


def _exact(value):
    if isinstance(value, Decimal):
        return _plain(value)
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    if isinstance(value, float):
        return _from_float(value)
    if isinstance(value, (tuple, list)):
        return _from_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _plain(value):
    if type(value) is Decimal:
        return value
    return _special(value._sign, value._kind, value._int) if value._kind else _make(value._sign, value._int, value._exp)


def _from_float(f):
    if f != f:
        return _special(0, "n") if _math.copysign(1.0, f) > 0 else _special(1, "n")
    if f in (_math.inf, -_math.inf):
        return _infinity(1 if f < 0 else 0)
    sign = 1 if _math.copysign(1.0, f) < 0 else 0
    n, d = abs(f).as_integer_ratio()
    k = d.bit_length() - 1
    return _make(sign, n * 5 ** k, -k)


def _from_tuple(value):
    value = tuple(value)
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exponent == "F" and isinstance(exponent, str):
        return _infinity(int(sign))
    try:
        digits = tuple(digits)
    except TypeError:
        raise ValueError("coefficient must be a tuple of digits") from None
    coefficient = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        coefficient = coefficient * 10 + digit
    if isinstance(exponent, str):
        if exponent not in ("n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return _special(int(sign), exponent, coefficient)
    if not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    return _make(int(sign), coefficient, int(exponent))


def _float_operation(context, what):
    context._flags |= _FLOAT
    if context._traps & _FLOAT:
        raise FloatOperation([FloatOperation])


def _operand(value):
    """A Decimal for an operand of an operator; None: not one that it takes."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    return None


def _argument(value):
    """The same for an argument of a method: TypeError."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(1 if value < 0 else 0, abs(int(value)), 0)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


# ---- rounding ----

def _rounds_up(quotient, remainder, divisor, sign, rounding):
    """Whether quotient + remainder / divisor, with a remainder, becomes quotient + 1."""
    if rounding == ROUND_HALF_EVEN:
        twice = remainder * 2
        return twice > divisor or twice == divisor and quotient & 1
    if rounding == ROUND_HALF_UP:
        return remainder * 2 >= divisor
    if rounding == ROUND_HALF_DOWN:
        return remainder * 2 > divisor
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    return quotient % 5 == 0  # ROUND_05UP


def _rescaled(coefficient, drop, sign, rounding):
    """The coefficient without its last `drop` digits, rounded; and whether that was inexact."""
    divisor = _ten(drop)
    quotient, remainder = divmod(coefficient, divisor)
    if not remainder:
        return quotient, False
    if _rounds_up(quotient, remainder, divisor, sign, rounding):
        quotient += 1
    return quotient, True


def _finite(sign, coefficient, exponent, context, rounding=None):
    """The Decimal nearest to that number in the context: precision, exponent limits, clamping."""
    prec = context.prec
    if not coefficient:
        least = context.Emin - prec + 1
        most = context.Emax - prec + 1 if context.clamp else context.Emax
        if exponent < least or exponent > most:
            context._status |= _CLAMPED
            exponent = least if exponent < least else most
        return _make(sign, 0, exponent)
    digits = _count_digits(coefficient)
    top = context.Emax - prec + 1
    wanted = exponent + digits - prec  # the exponent after rounding to prec digits
    if wanted > top:
        return _overflow(sign, context, rounding)
    least = context.Emin - prec + 1
    is_subnormal = wanted < least
    if is_subnormal:
        wanted = least
    if exponent < wanted:
        if rounding is None:
            rounding = context.rounding
        drop = wanted - exponent
        if drop > digits + 1:  # far below: any nonzero number that small will do
            coefficient, drop = 1, 2
        coefficient, is_inexact = _rescaled(coefficient, drop, sign, rounding)
        exponent = wanted
        status = _ROUNDED
        if _count_digits(coefficient or 1) > prec:  # a power of ten
            coefficient //= 10
            exponent += 1
        if exponent > top:
            return _overflow(sign, context, rounding)
        if is_inexact:
            status |= _INEXACT
            if is_subnormal:
                status |= _UNDERFLOW
        if is_subnormal:
            status |= _SUBNORMAL
        if not coefficient:
            status |= _CLAMPED
        context._status |= status
        return _make(sign, coefficient, exponent)
    if is_subnormal:
        context._status |= _SUBNORMAL
    if context.clamp and exponent > top:
        context._status |= _CLAMPED
        coefficient *= _ten(exponent - top)
        exponent = top
    return _make(sign, coefficient, exponent)


def _overflow(sign, context, rounding=None):
    context._status |= _OVERFLOW | _INEXACT | _ROUNDED
    if rounding is None:
        rounding = context.rounding
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and sign or rounding == ROUND_FLOOR and not sign:
        return _make(sign, _ten(context.prec) - 1, context.Emax - context.prec + 1)
    return _infinity(sign)


def _finish(value, context):
    """A Decimal as the context has it."""
    if value._kind:
        return _short_payload(value, context) if value._kind != "F" else value
    return _finite(value._sign, value._int, value._exp, context)


def _short_payload(value, context):
    most = context.prec - context.clamp
    if value._int and _count_digits(value._int) > most:
        return _special(value._sign, value._kind, value._int % _ten(most))
    return _plain(value)


def _nans(a, b, context):
    """The NaN that an operation on a and b comes to; None: neither is one."""
    for x in (a, b):
        if x is not None and x._kind == "N":
            context._status |= _INVALID
            return _short_payload(_special(x._sign, "n", x._int), context)
    for x in (a, b):
        if x is not None and x._kind == "n":
            return _short_payload(x, context)
    return None


# ---- arithmetic: every function notes its conditions in context._status ----

def _add(a, b, context, negate=0):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        b_sign = b._sign ^ negate
        if a._kind:
            if b._kind and a._sign != b_sign:
                return _invalid(context)
            return _infinity(a._sign)
        return _infinity(b_sign)
    a_sign, b_sign = a._sign, b._sign ^ negate
    a_exp, b_exp = a._exp, b._exp
    x, y = a._int, b._int
    exponent = a_exp if a_exp < b_exp else b_exp
    if not x and not y:
        sign = a_sign if a_sign == b_sign else 1 if context.rounding == ROUND_FLOOR else 0
        return _finite(sign, 0, exponent, context)
    if not x:
        exponent = max(exponent, b_exp - context.prec - 1)
        return _finite(b_sign, y * _ten(b_exp - exponent), exponent, context)
    if not y:
        exponent = max(exponent, a_exp - context.prec - 1)
        return _finite(a_sign, x * _ten(a_exp - exponent), exponent, context)
    if a_exp != b_exp:
        # a number far below the last digit that matters counts as a speck
        if a_exp > b_exp:
            low = _count_digits(y) + b_exp - 1
            edge = a_exp + min(-1, _count_digits(x) - context.prec - 2)
            if low < edge and low < edge - 1:
                y, b_exp = 1, edge
        else:
            low = _count_digits(x) + a_exp - 1
            edge = b_exp + min(-1, _count_digits(y) - context.prec - 2)
            if low < edge and low < edge - 1:
                x, a_exp = 1, edge
        if a_exp > b_exp:
            x *= _ten(a_exp - b_exp)
            exponent = b_exp
        else:
            y *= _ten(b_exp - a_exp)
            exponent = a_exp
    if a_sign == b_sign:
        return _finite(a_sign, x + y, exponent, context)
    if x == y:
        return _finite(1 if context.rounding == ROUND_FLOOR else 0, 0, exponent, context)
    if x > y:
        return _finite(a_sign, x - y, exponent, context)
    return _finite(b_sign, y - x, exponent, context)


def _multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if not (a._kind or a._int) or not (b._kind or b._int):
            return _invalid(context)
        return _infinity(sign)
    return _finite(sign, a._int * b._int, a._exp + b._exp, context)


def _divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind and b._kind:
            return _invalid(context)
        if a._kind:
            return _infinity(sign)
        context._status |= _CLAMPED
        return _make(sign, 0, context.Etiny())
    if not b._int:
        if not a._int:
            return _invalid(context, _UNDEFINED)
        context._status |= _ZERO_DIVISION
        return _infinity(sign)
    if not a._int:
        return _finite(sign, 0, a._exp - b._exp, context)
    shift = _count_digits(b._int) - _count_digits(a._int) + context.prec + 1
    exponent = a._exp - b._exp - shift
    if shift >= 0:
        coefficient, remainder = divmod(a._int * _ten(shift), b._int)
    else:
        coefficient, remainder = divmod(a._int, b._int * _ten(-shift))
    if remainder:
        if coefficient % 5 == 0:
            coefficient += 1  # so that it does not look exact, or like a half
    else:
        ideal = a._exp - b._exp
        while exponent < ideal and coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
    return _finite(sign, coefficient, exponent, context)


def _integer_division(a, b, context):
    """(quotient, remainder) of finite a and nonzero b (or infinite b), the quotient truncated; None: it has too many digits."""
    sign = a._sign ^ b._sign
    ideal = a._exp if b._kind else min(a._exp, b._exp)
    difference = _adjusted(a) - _adjusted(b)
    if not a._int or b._kind or difference <= -2:
        return _make(sign, 0, 0), _make(a._sign, a._int * _ten(a._exp - ideal), ideal)
    if difference <= context.prec:
        x, y = a._int, b._int
        if a._exp >= b._exp:
            x *= _ten(a._exp - b._exp)
        else:
            y *= _ten(b._exp - a._exp)
        q, r = divmod(x, y)
        if q < _ten(context.prec):
            return _make(sign, q, 0), _make(a._sign, r, ideal)
    return None


def _adjusted(a):
    return 0 if a._kind else a._exp + (_count_digits(a._int) if a._int else 1) - 1


def _divide_integer(a, b, context):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind:
            return _invalid(context) if b._kind else _infinity(a._sign ^ b._sign)
    if not b._kind and not b._int:
        if not a._int:
            return _invalid(context, _UNDEFINED)
        context._status |= _ZERO_DIVISION
        return _infinity(a._sign ^ b._sign)
    found = _integer_division(a, b, context)
    return _invalid(context, _IMPOSSIBLE) if found is None else _finish(found[0], context)


def _remainder(a, b, context):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind:
            return _invalid(context)
    if not b._kind and not b._int:
        return _invalid(context, _INVALID if a._int else _UNDEFINED)
    found = _integer_division(a, b, context)
    return _invalid(context, _IMPOSSIBLE) if found is None else _finish(found[1], context)


def _divmod(a, b, context):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found, found
        if a._kind:
            if b._kind:
                return _invalid(context), _nan()
            context._status |= _INVALID
            return _infinity(a._sign ^ b._sign), _nan()
    if not b._kind and not b._int:
        if not a._int:
            return _invalid(context, _UNDEFINED), _nan()
        context._status |= _ZERO_DIVISION | _INVALID
        return _infinity(a._sign ^ b._sign), _nan()
    found = _integer_division(a, b, context)
    if found is None:
        return _invalid(context, _IMPOSSIBLE), _nan()
    return _finish(found[0], context), _finish(found[1], context)


def _remainder_near(a, b, context):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind:
            return _invalid(context)
        return _finish(a, context)
    if not b._int:
        return _invalid(context, _INVALID if a._int else _UNDEFINED)
    ideal = min(a._exp, b._exp)
    if not a._int:
        return _finite(a._sign, 0, ideal, context)
    difference = _adjusted(a) - _adjusted(b)
    if difference >= context.prec + 1:
        return _invalid(context, _IMPOSSIBLE)
    if difference <= -2:
        return _finite(a._sign, a._int * _ten(a._exp - ideal), ideal, context)
    x, y = a._int * _ten(a._exp - ideal), b._int * _ten(b._exp - ideal)
    q, r = divmod(x, y)
    sign = a._sign
    if 2 * r + (q & 1) > y:
        r -= y
        q += 1
    if q >= _ten(context.prec):
        return _invalid(context, _IMPOSSIBLE)
    if r < 0:
        sign, r = 1 - sign, -r
    return _finite(sign, r, ideal, context)


def _fused(a, b, c, context):
    """a * b + c, rounded once."""
    if (a._kind == "F" and not b._kind and not b._int) or (b._kind == "F" and not a._kind and not a._int):
        return _invalid(context)  # whatever c is
    if a._kind == "N" or b._kind == "N" or a._kind == "n" or b._kind == "n" or c._kind == "N" or c._kind == "n":
        for x in (a, b, c):
            if x._kind == "N":
                context._status |= _INVALID
                return _short_payload(_special(x._sign, "n", x._int), context)
        for x in (a, b, c):
            if x._kind == "n":
                return _short_payload(x, context)
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        product = _infinity(sign)
    else:
        product = _make(sign, a._int * b._int, a._exp + b._exp)
    return _add(product, c, context)


def _compare(a, b):
    """-1, 0, 1 for numbers and infinities."""
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return 0 if x == y else -1 if x < y else 1
    if not a._int:
        return 0 if not b._int else 1 if b._sign else -1
    if not b._int:
        return -1 if a._sign else 1
    if a._sign != b._sign:
        return -1 if a._sign else 1
    direction = -1 if a._sign else 1
    x, y = _adjusted(a), _adjusted(b)
    if x != y:
        return direction if x > y else -direction
    m, n = a._int, b._int
    if a._exp > b._exp:
        m *= _ten(a._exp - b._exp)
    else:
        n *= _ten(b._exp - a._exp)
    return 0 if m == n else direction if m > n else -direction


def _is_integer(a):
    if a._kind:
        return False
    if a._exp >= 0 or not a._int:
        return True
    if -a._exp > _count_digits(a._int):
        return False
    return a._int % _ten(-a._exp) == 0


def _whole(a):
    """The integer part of a finite number, as an int with its sign."""
    n = a._int * _ten(a._exp) if a._exp >= 0 else 0 if -a._exp > _count_digits(a._int) else a._int // _ten(-a._exp)
    return -n if a._sign else n


def _to_integral(a, context, rounding, exact):
    if a._kind:
        found = _nans(a, None, context)
        return _plain(a) if found is None else found
    if a._exp >= 0:
        return _plain(a)
    if not a._int:
        return _make(a._sign, 0, 0)
    drop = -a._exp
    coefficient = a._int
    if drop > _count_digits(coefficient) + 1:
        coefficient, drop = 1, 2
    coefficient, inexact = _rescaled(coefficient, drop, a._sign, rounding)
    if exact:
        context._status |= _ROUNDED | (_INEXACT if inexact else 0)
    return _make(a._sign, coefficient, 0)


def _quantize(a, exp, context, rounding):
    if a._kind or exp._kind:
        found = _nans(a, exp, context)
        if found is not None:
            return found
        if a._kind and exp._kind:
            return _infinity(a._sign)
        return _invalid(context)
    e = exp._exp
    if not context.Emin - context.prec + 1 <= e <= context.Emax:
        return _invalid(context)
    if not a._int:
        return _finite(a._sign, 0, e, context)
    adjusted = _adjusted(a)
    if adjusted > context.Emax or adjusted - e + 1 > context.prec:
        return _invalid(context)
    if a._exp >= e:
        coefficient = a._int * _ten(a._exp - e)
    else:
        drop = e - a._exp
        coefficient = a._int
        if drop > _count_digits(coefficient) + 1:
            coefficient, drop = 1, 2
        coefficient, inexact = _rescaled(coefficient, drop, a._sign, rounding)
        digits = _count_digits(coefficient) if coefficient else 1
        if digits + e - 1 > context.Emax or digits > context.prec:
            return _invalid(context)
        context._status |= _ROUNDED | (_INEXACT if inexact else 0)
    if coefficient and e + _count_digits(coefficient) - 1 < context.Emin:
        context._status |= _SUBNORMAL
    return _finite(a._sign, coefficient, e, context)


def _normalize(a, context):
    if a._kind:
        found = _nans(a, None, context)
        return _plain(a) if found is None else found
    value = _finite(a._sign, a._int, a._exp, context)
    if value._kind:
        return value
    if not value._int:
        return _make(value._sign, 0, 0)
    most = context.Emax - context.prec + 1 if context.clamp else context.Emax
    coefficient, exponent = value._int, value._exp
    while exponent < most and coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    return _make(value._sign, coefficient, exponent)


# ---- roots, powers, logarithms ----

def _square_root(a, context):
    if a._kind:
        found = _nans(a, None, context)
        if found is not None:
            return found
        return _invalid(context) if a._sign else _infinity(0)
    if not a._int:
        return _finite(a._sign, 0, a._exp >> 1, context)
    if a._sign:
        return _invalid(context)
    prec = context.prec + 1
    exponent = a._exp >> 1
    digits = _count_digits(a._int)
    if a._exp & 1:
        coefficient, half = a._int * 10, (digits >> 1) + 1
    else:
        coefficient, half = a._int, (digits + 1) >> 1
    shift = prec - half
    if shift >= 0:
        coefficient *= _ten(2 * shift)
        exact = True
    else:
        coefficient, remainder = divmod(coefficient, _ten(-2 * shift))
        exact = not remainder
    exponent -= shift
    root = _math.isqrt(coefficient)
    exact = exact and root * root == coefficient
    if exact:
        root = root // _ten(shift) if shift >= 0 else root * _ten(-shift)
        exponent += shift
    elif root % 5 == 0:
        root += 1
    return _finite(0, root, exponent, context, ROUND_HALF_EVEN)


def _rounded_series(sign, digits, prec, context):
    """The number that digits(places) gives ever more exactly (a coefficient of about that many digits, and an exponent), rounded to nearest."""
    extra = 3
    while True:
        coefficient, exponent = digits(prec + extra)
        unit = 5 * _ten(_count_digits(coefficient) - prec - 1)
        # near a half of the last digit, or near a whole, more places are needed
        if (coefficient + 10) % unit > 20:
            return _finite(sign, coefficient, exponent, context, ROUND_HALF_EVEN)
        extra += 3 + extra // 2


def _exponential(a, context):
    if a._kind:
        found = _nans(a, None, context)
        if found is not None:
            return found
        return _make(0, 0, 0) if a._sign else _infinity(0)
    if not a._int:
        return _make(0, 1, 0)
    prec = context.prec
    adjusted = _adjusted(a)
    if not a._sign and adjusted > _count_digits((context.Emax + 1) * 3):
        return _finite(0, 1, context.Emax + 1, context, ROUND_HALF_EVEN)
    if a._sign and adjusted > _count_digits((-context.Etiny() + 1) * 3):
        return _finite(0, 1, context.Etiny() - 1, context, ROUND_HALF_EVEN)
    if not a._sign and adjusted < -prec:
        return _finite(0, _ten(prec + 1) + 1, -prec - 1, context, ROUND_HALF_EVEN)
    if a._sign and adjusted < -prec - 1:
        return _finite(0, _ten(prec + 1) - 1, -prec - 1, context, ROUND_HALF_EVEN)
    signed = -a._int if a._sign else a._int
    return _rounded_series(0, lambda places: _exp_digits(signed, a._exp, places), prec, context)


def _logarithm(a, context):
    if a._kind:
        found = _nans(a, None, context)
        if found is not None:
            return found
        return _invalid(context) if a._sign else _infinity(0)
    if not a._int:
        return _infinity(1)
    if a._sign:
        return _invalid(context)
    if _compare(a, _one) == 0:
        return _make(0, 0, 0)
    sign = 1 if _compare(a, _one) < 0 else 0
    return _rounded_series(sign, lambda places: _ln_digits(a._int, a._exp, places), context.prec, context)


def _logarithm10(a, context):
    if a._kind:
        found = _nans(a, None, context)
        if found is not None:
            return found
        return _invalid(context) if a._sign else _infinity(0)
    if not a._int:
        return _infinity(1)
    if a._sign:
        return _invalid(context)
    digits = _count_digits(a._int)
    if a._int == _ten(digits - 1):  # a power of ten
        n = a._exp + digits - 1
        return _finite(1 if n < 0 else 0, abs(n), 0, context)
    sign = 1 if _compare(a, _one) < 0 else 0
    return _rounded_series(sign, lambda places: _log10_digits(a._int, a._exp, places), context.prec, context)


def _power(a, b, context):
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        return _nans(a, b, context)
    if not b._kind and not b._int:
        return _invalid(context) if not a._kind and not a._int else _make(0, 1, 0)
    sign = 0
    is_whole = _is_integer(b)
    if a._sign:
        if is_whole:
            if _is_odd(b):
                sign = 1
        elif a._kind or a._int:
            return _invalid(context)
        a = _special(0, a._kind, 0) if a._kind else _make(0, a._int, a._exp)
    if not a._kind and not a._int:
        return _make(sign, 0, 0) if not b._sign else _infinity(sign)
    if a._kind:
        return _infinity(sign) if not b._sign else _make(sign, 0, 0)
    to_one = _compare(a, _one)
    if to_one == 0:
        if is_whole:
            n = 0 if b._sign else min(_whole(b), context.prec)
            exponent = a._exp * n
            if exponent < 1 - context.prec:
                exponent = 1 - context.prec
                context._status |= _ROUNDED
        else:
            context._status |= _INEXACT | _ROUNDED
            exponent = 1 - context.prec
        return _make(sign, _ten(-exponent), exponent) if exponent <= 0 else _make(sign, 1, 0)
    if b._kind:
        return _make(0, 0, 0) if (to_one > 0) == bool(b._sign) else _infinity(0)
    bound = _log10_bound(a, to_one) + _adjusted(b)
    if (to_one > 0) == (not b._sign):
        if bound >= _count_digits(max(context.Emax, 1)):
            return _finite(sign, 1, context.Emax + 1, context)
    elif bound >= _count_digits(-context.Etiny()):
        return _finite(sign, 1, context.Etiny() - 1, context)
    if is_whole and _adjusted(b) < 18:
        return _whole_power(sign, a, _whole(b), context)
    return _real_power(sign, a, b, context)


def _is_odd(b):
    if b._exp > 0:
        return False
    return bool(_whole(b) & 1)


def _log10_bound(a, to_one):
    """A lower bound of the adjusted exponent of log10(a)."""
    adjusted = _adjusted(a)
    if adjusted >= 1:
        return _count_digits(adjusted) - 1
    if adjusted <= -2:
        return _count_digits(-1 - adjusted) - 1
    if adjusted == 0:  # 1 < a < 10: log10(a) > (a - 1) / 25 or so
        n = a._int - _ten(-a._exp)
        if n <= 0:
            return 0
        return _count_digits(n) - 1 + a._exp - 1 if n * 10 < _ten(-a._exp) else -2
    n = _ten(-a._exp) - a._int
    return _count_digits(n) - 1 + a._exp - 1 if n * 10 < _ten(-a._exp) else -2


def _whole_power(sign, a, n, context):
    """By squaring, with guard digits."""
    work = _copy_context(context)
    object.__setattr__(work, "prec", context.prec + 4 + _count_digits(abs(n)))
    object.__setattr__(work, "Emax", MAX_EMAX)
    object.__setattr__(work, "Emin", MIN_EMIN)
    object.__setattr__(work, "rounding", ROUND_HALF_EVEN)
    object.__setattr__(work, "clamp", 0)
    base = a
    if n < 0:
        object.__setattr__(work, "prec", work.prec + 1)
        base = _divide(_one, a, work)
        object.__setattr__(work, "prec", work.prec - 1)
        n = -n
    result = None
    while n:
        if n & 1:
            result = base if result is None else _multiply(result, base, work)
        n >>= 1
        if n:
            base = _multiply(base, base, work)
            if base._kind or not base._int:
                break
    if n and (base._kind or not base._int):
        result = base
    if result._kind:
        return _overflow(sign, context)
    context._status |= work._status & (_INEXACT | _ROUNDED)
    return _finite(sign, result._int, result._exp, context, ROUND_HALF_EVEN) if context.rounding == ROUND_HALF_EVEN else \
        _finite(sign, result._int, result._exp, context)


def _real_power(sign, a, b, context):
    """exp(b * ln(a)), with guard digits; never exact, so padded to full precision."""
    if _adjusted(b) + _count_digits(abs(_adjusted(a)) + 1) + 2 < -context.prec - 23 and _adjusted(b) < -23:  # too near to 1 to be told from it
        context._status |= _INEXACT | _ROUNDED
        return _finite(sign, _ten(context.prec - 1), 1 - context.prec, context)
    places = context.prec + 10 + abs(_adjusted(b)) + _count_digits(abs(_adjusted(a)) + 1)
    coefficient, exponent = _ln_digits(a._int, a._exp, places)
    product = coefficient * b._int
    exponent_of_product = exponent = exponent + b._exp
    negative = (_compare(a, _one) < 0) != bool(b._sign)
    coefficient, exponent = _exp_digits(-product if negative else product, exponent, context.prec + 8)
    context._status |= _INEXACT | _ROUNDED
    # what is a hair's breadth from a number of prec digits is that number
    short, _ = _rescaled(coefficient, _count_digits(coefficient) - context.prec, 0, ROUND_HALF_EVEN)
    drop = _count_digits(coefficient) - context.prec
    if abs(short * _ten(drop) - coefficient) <= _ten(max(drop - 6, 0)):
        # But it is never 1 itself: a hair below or above. As CPython's library, which looks no further than so far.
        is_near = _adjusted(b) > -24 or _count_digits(abs(product)) + exponent_of_product >= -context.prec - 23
        if is_near and exponent + drop <= 0 and short == _ten(-exponent - drop):
            places = context.prec + 3
            return _finite(sign, _ten(places) + (-1 if negative else 1), -places, context)
        result = _finite(sign, short, exponent + drop, context)
        if context._status & _SUBNORMAL:
            context._status |= _UNDERFLOW
        return result
    return _finite(sign, coefficient, exponent, context)


def _power_modulo(a, b, c, context):
    if a._kind in ("n", "N") or b._kind in ("n", "N") or c._kind in ("n", "N"):
        for x in (a, b, c):
            if x._kind == "N":
                context._status |= _INVALID
                return _short_payload(_special(x._sign, "n", x._int), context)
        for x in (a, b, c):
            if x._kind == "n":
                return _short_payload(x, context)
    if not (_is_integer(a) and _is_integer(b) and _is_integer(c)) or (b._sign and b._int) or not c._int or _adjusted(c) >= context.prec:
        return _invalid(context)
    if not b._int and not a._int:
        return _invalid(context)
    sign = a._sign if _is_odd(b) else 0
    modulo = abs(_whole(c))
    base = a._int * pow(10, a._exp, modulo) if a._exp > 0 else _whole(_absolute(a))
    tens = max(b._exp, 0)  # never written out
    result = pow(base, b._int if tens else _whole(_absolute(b)), modulo)
    while tens:
        step = min(tens, 1000)
        result = pow(result, _ten(step), modulo)
        tens -= step
    return _make(sign, result, 0)


# ---- order and neighbours ----

def _extreme(a, b, context, want_max, by_magnitude):
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        if a._kind == "N" or b._kind == "N":
            return _nans(a, b, context)
        if a._kind == "n" and b._kind == "n":
            return _nans(a, b, context)
        return _finish(b if a._kind == "n" else a, context)
    if by_magnitude:
        order = _compare(_absolute(a), _absolute(b))
        if order == 0:
            order = _total_order(a, b)
    else:
        order = _compare(a, b)
        if order == 0:
            order = _total_order(a, b)
    return _finish(a if (order >= 0) == want_max or order == 0 else b, context)


def _absolute(a):
    return _special(0, a._kind, a._int) if a._kind else _make(0, a._int, a._exp)


def _total_order(a, b):
    """The total order of the specification: -1, 0, 1."""
    if a._sign != b._sign:
        return -1 if a._sign else 1
    direction = -1 if a._sign else 1
    rank = {"": 0, "F": 1, "N": 2, "n": 3}
    x, y = rank[a._kind], rank[b._kind]
    if x >= 2 or y >= 2:
        if x != y:
            return direction if x > y else -direction
        return 0 if a._int == b._int else direction if a._int > b._int else -direction
    order = _compare(a, b)
    if order:
        return order
    if a._kind or a._exp == b._exp:
        return 0
    return direction if a._exp > b._exp else -direction


def _neighbour(a, context, up):
    """The next number above or below."""
    if a._kind:
        found = _nans(a, None, context)
        if found is not None:
            return found
        if (a._sign == 0) == up:
            return _infinity(a._sign)
        return _make(a._sign, _ten(context.prec) - 1, context.Etop())
    work = _copy_context(context)
    object.__setattr__(work, "rounding", ROUND_CEILING if up else ROUND_FLOOR)
    value = _finish(a, work)
    if value._kind or _compare(value, a) != 0:
        return value
    work._status = 0
    return _add(a, _make(0 if up else 1, 1, context.Etiny() - 1), work)


def _next_toward(a, b, context):
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        return _nans(a, b, context)
    order = _compare(a, b)
    if order == 0:
        if a._kind:
            return _infinity(b._sign)
        return _make(b._sign, a._int, a._exp)
    value = _neighbour(a, context, order < 0)
    if value._kind:
        context._status |= _OVERFLOW | _INEXACT | _ROUNDED
    elif not value._int or _adjusted(value) < context.Emin:
        context._status |= _UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED
        if not value._int:
            context._status |= _CLAMPED
    return value


# ---- digits as bits ----

def _logical(a):
    """The digits of a logical operand (0 and 1 only), last first; None: it is none."""
    if a._kind or a._sign or a._exp:
        return None
    text = _digits_of(a._int)
    return text if not text.strip("01") else None


def _logical_operation(a, b, context, function):
    x = _logical(a)
    y = _logical(b)
    if x is None or y is None:
        return _invalid(context)
    width = context.prec
    x = x.rjust(width, "0")[-width:]
    y = y.rjust(width, "0")[-width:]
    return _make(0, _int_of("".join(["01"[function(p == "1", q == "1")] for p, q in zip(x, y)])), 0)


def _shifting(b, context):
    """The int by which to shift or rotate; None: not within the precision."""
    if b._kind or b._exp:
        return None
    n = _whole(b)
    return n if -context.prec <= n <= context.prec else None


def _rotate(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    n = _shifting(b, context)
    if n is None:
        return _invalid(context)
    if a._kind:
        return _infinity(a._sign)
    text = _digits_of(a._int).rjust(context.prec, "0")[-context.prec:]
    return _make(a._sign, _int_of(text[n:] + text[:n]), a._exp)


def _shift(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    n = _shifting(b, context)
    if n is None:
        return _invalid(context)
    if a._kind:
        return _infinity(a._sign)
    kept = a._int
    if _count_digits(kept or 1) > context.prec:
        kept %= _ten(context.prec)
    kept = kept // _ten(-n) if n < 0 else kept % _ten(context.prec - n) * _ten(n)
    return _make(a._sign, kept, a._exp)


def _scale(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    if b._kind or b._exp:
        return _invalid(context)
    limit = 2 * (context.Emax + context.prec)
    n = _whole(b)
    if not -limit <= n <= limit:
        return _invalid(context)
    if a._kind:
        return _infinity(a._sign)
    return _finite(a._sign, a._int, a._exp + n, context)


def _exponent_of(a, context):
    if a._kind:
        found = _nans(a, None, context)
        return _infinity(0) if found is None else found
    if not a._int:
        context._status |= _ZERO_DIVISION
        return _infinity(1)
    n = _adjusted(a)
    return _finite(1 if n < 0 else 0, abs(n), 0, context)


# ---- the class ----

class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object. If no value is given, return
    Decimal('0'). The context does not affect the conversion and is only passed to determine if the InvalidOperation trap is active."""

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if context is None:
            context = getcontext()
        elif not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        if isinstance(value, str):
            parts = _parse(value)
            if parts is None:
                _signal(context, _CONVERSION)
                made = _nan()
            else:
                sign, coefficient, exponent, kind = parts
                made = _special(sign, kind, coefficient) if kind else _make(sign, coefficient, exponent)
                if not kind and coefficient and (exponent < MIN_ETINY or exponent + len(value) > MAX_EMAX + MAX_PREC):
                    _signal(context, _INVALID)
                    made = _nan()
        else:
            if isinstance(value, float):
                _float_operation(context, value)
            made = _exact(value)
        if cls is not Decimal:
            self = _new(cls)
            self._sign, self._int, self._exp, self._kind = made._sign, made._int, made._exp, made._kind
            return self
        return made

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            made = _make(1 if f < 0 else 0, abs(int(f)), 0)
        elif isinstance(f, float):
            made = _from_float(f)
        else:
            raise TypeError("argument must be int or float")
        return made if cls is Decimal else cls(made)

    # -- text --

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return _text(self, False, getcontext().capitals)

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        context = _context_of(context)
        return _text(self, True, (context or getcontext()).capitals)

    def __format__(self, spec, context=None):
        """Formats the Decimal according to a format specifier."""
        from _decimal_format import format_decimal
        return format_decimal(self, spec, context or getcontext())

    def as_tuple(self):
        """Return a tuple representation of the number."""
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            digits = tuple(map(int, _digits_of(self._int))) if self._int else ()
            return DecimalTuple(self._sign, digits, self._kind)
        return DecimalTuple(self._sign, tuple(map(int, _digits_of(self._int))), self._exp)

    def as_integer_ratio(self):
        """Decimal.as_integer_ratio() -> (int, int): a pair of integers whose ratio is exactly equal to the original Decimal."""
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * _ten(self._exp), 1
        d = _ten(-self._exp)
        g = _math.gcd(n, d)
        return n // g, d // g

    # -- conversions --

    def __bool__(self):
        return bool(self._kind or self._int)

    def __int__(self):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return _whole(self)

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind:
            return float(("-" if self._sign else "") + ("nan" if self._kind == "n" else "inf"))
        return float(f"{'-' if self._sign else ''}{_digits_of(self._int)}e{self._exp}")

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        """Return self."""
        return self

    def __floor__(self):
        return self._rounded_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._rounded_int(ROUND_CEILING)

    def _rounded_int(self, rounding):
        if self._kind:
            if self._kind == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return _whole(_to_integral(self, getcontext(), rounding, False))

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self._rounded_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        context = getcontext()
        context._status = 0
        value = _quantize(self, _make(0, 1, -ndigits), context, context.rounding)
        _signal(context, context._status)
        return value

    def __hash__(self):
        if self._kind:
            if self._kind == "N":
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == "n":
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        modulus = 2305843009213693951
        if self._exp >= 0:
            h = self._int * pow(10, self._exp, modulus) % modulus
        else:
            h = self._int * pow(pow(10, modulus - 2, modulus), -self._exp, modulus) % modulus
        if self._sign:
            h = -h
        return -2 if h == -1 else h

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # -- comparing --

    def _with(self, other, equality):
        """other as a Decimal, for comparing; NotImplemented."""
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return _operand(other)
        if isinstance(other, float):
            context = getcontext()
            context._flags |= _FLOAT
            if context._traps & _FLOAT and not equality:
                raise FloatOperation([FloatOperation])
            return _from_float(other)
        if equality and isinstance(other, complex):
            if other.imag == 0:
                return self._with(other.real, equality)
            return None
        return _rational(other)

    def __eq__(self, other):
        scaled = self
        other = self._with(other, True)
        if other is None or other is NotImplemented:
            return NotImplemented
        if isinstance(other, tuple):
            scaled, other = _cross(self, other)
        if scaled._kind in ("n", "N") or other._kind in ("n", "N"):
            if scaled._kind == "N" or other._kind == "N":
                _signal(getcontext(), _INVALID)
            return False
        return _compare(scaled, other) == 0

    def _ordered(self, other):
        """-1, 0, 1; NotImplemented; None when a NaN is among them and is not trapped."""
        scaled = self
        other = self._with(other, False)
        if other is None or other is NotImplemented:
            return NotImplemented
        if isinstance(other, tuple):
            scaled, other = _cross(self, other)
        if scaled._kind in ("n", "N") or other._kind in ("n", "N"):
            _signal(getcontext(), _INVALID)
            return None
        return _compare(scaled, other)

    def __lt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._ordered(other)
        return order if order is NotImplemented else order is not None and order >= 0

    # -- operators --

    def __neg__(self):
        return _run(_minus, self)

    def __pos__(self):
        return _run(_plus, self)

    def __abs__(self):
        return _run(_magnitude, self)

    def __add__(self, other):
        other = other if isinstance(other, Decimal) else _operand(other)
        return NotImplemented if other is None else _run2(_add, self, other)

    def __radd__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_add, other, self)

    def __sub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_subtract, self, other)

    def __rsub__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_subtract, other, self)

    def __mul__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_multiply, self, other)

    def __rmul__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_multiply, other, self)

    def __truediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divide, self, other)

    def __rtruediv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divide, other, self)

    def __floordiv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divide_integer, self, other)

    def __rfloordiv__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divide_integer, other, self)

    def __mod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_remainder, self, other)

    def __rmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_remainder, other, self)

    def __divmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divmod, self, other)

    def __rdivmod__(self, other):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_divmod, other, self)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is None:
            return NotImplemented
        if modulo is None:
            return _run2(_power, self, other)
        modulo = _operand(modulo)
        if modulo is None:
            return NotImplemented
        context = getcontext()
        context._status = 0
        value = _power_modulo(self, other, modulo, context)
        _signal(context, context._status)
        return value

    def __rpow__(self, other, modulo=None):
        other = _operand(other)
        return NotImplemented if other is None else _run2(_power, other, self)

    # -- what concerns no context --

    def adjusted(self):
        """Return the adjusted exponent of the number.  Defined as exp + digits - 1."""
        return _adjusted(self)

    def canonical(self):
        """Return the canonical encoding of the argument."""
        return self

    def copy_abs(self):
        """Return the absolute value of the argument, unaffected by context."""
        return _absolute(self)

    def copy_negate(self):
        """Return the negation of the argument, unaffected by context."""
        return _special(1 - self._sign, self._kind, self._int) if self._kind else _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign set to be the same as the sign of the second operand."""
        _context_of(context)
        other = _argument(other)
        return _special(other._sign, self._kind, self._int) if self._kind else _make(other._sign, self._int, self._exp)

    def is_canonical(self):
        return True

    def is_finite(self):
        return not self._kind

    def is_infinite(self):
        return self._kind == "F"

    def is_nan(self):
        return self._kind in ("n", "N")

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_normal(self, context=None):
        context = _context_of(context)
        if self._kind or not self._int:
            return False
        return (context or getcontext()).Emin <= _adjusted(self)

    def is_subnormal(self, context=None):
        context = _context_of(context)
        if self._kind or not self._int:
            return False
        return _adjusted(self) < (context or getcontext()).Emin

    def radix(self):
        return _make(0, 10, 0)

    def number_class(self, context=None):
        """Return a string describing the class of the operand."""
        context = _context_of(context)
        if self._kind == "N":
            return "sNaN"
        if self._kind == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN."""
        _context_of(context)
        other = _argument(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation rather than their numerical value."""
        _context_of(context)
        return _from_order(_total_order(self, _argument(other)))

    def compare_total_mag(self, other, context=None):
        """Compare two operands using their abstract representation, signs ignored."""
        _context_of(context)
        return _from_order(_total_order(_absolute(self), _absolute(_argument(other))))

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the exponent of the second operand."""
        context = _context_of(context)
        exp = _argument(exp)
        rounding = _rounding_of(rounding, context)
        context._status = 0
        value = _quantize(self, exp, context, rounding)
        _signal(context, context._status)
        return value

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded."""
        context = _context_of(context)
        rounding = _rounding_of(rounding, context)
        context._status = 0
        value = _to_integral(self, context, rounding, False)
        _signal(context, context._status)
        return value

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate if rounding occurs."""
        context = _context_of(context)
        rounding = _rounding_of(rounding, context)
        context._status = 0
        value = _to_integral(self, context, rounding, True)
        _signal(context, context._status)
        return value

    def fma(self, other, third, context=None):
        """Fused multiply-add.  Return self*other+third with no rounding of the intermediate product."""
        context = _context_of(context)
        other, third = _argument(other), _argument(third)
        context._status = 0
        value = _fused(self, other, third, context)
        _signal(context, context._status)
        return value


def _rounding_of(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in _roundings:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
                        "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


def _context_of(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _from_order(order):
    return _make(1 if order < 0 else 0, abs(order), 0)


def _rational(other):
    """(numerator, denominator) of a Rational, whose denominator is not 1 as a rule; NotImplemented for other things."""
    if isinstance(other, _numbers.Rational):
        return other.numerator, other.denominator
    return NotImplemented


def _cross(a, ratio):
    numerator, denominator = ratio
    if a._kind:
        return a, _operand(numerator)
    return _make(a._sign, a._int * denominator, a._exp), _operand(numerator)


def _run(function, a):
    context = getcontext()
    context._status = 0
    value = function(a, context)
    if context._status:
        _signal(context, context._status)
    return value


def _run2(function, a, b):
    context = getcontext()
    context._status = 0
    value = function(a, b, context)
    if context._status:
        _signal(context, context._status)
    return value


def _subtract(a, b, context):
    return _add(a, b, context, 1)


def _plus(a, context):
    if a._kind:
        found = _nans(a, None, context)
        return _plain(a) if found is None else found
    sign = a._sign if a._int or context.rounding == ROUND_FLOOR else 0
    return _finite(sign, a._int, a._exp, context)


def _minus(a, context):
    if a._kind:
        found = _nans(a, None, context)
        return _infinity(1 - a._sign) if found is None else found
    sign = 1 - a._sign if a._int or context.rounding == ROUND_FLOOR and not a._sign else 0
    return _finite(sign, a._int, a._exp, context)


def _magnitude(a, context):
    if a._kind:
        found = _nans(a, None, context)
        return _infinity(0) if found is None else found
    return _finite(0, a._int, a._exp, context)


def _compare_values(a, b, context):
    found = _nans(a, b, context) if a._kind or b._kind else None
    return _from_order(_compare(a, b)) if found is None else found


def _compare_signal(a, b, context):
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        context._status |= _INVALID
        return _nans(a, b, context)
    return _from_order(_compare(a, b))


def _logical_invert(a, context):
    digits = _logical(a)
    if digits is None:
        return _invalid(context)
    width = context.prec
    text = digits.rjust(width, "0")[-width:]
    return _make(0, _int_of("".join(["1" if c == "0" else "0" for c in text])), 0)


# name of the method -> (function, number of operands): they exist on Decimal (with context=None) and on Context
_methods = {
    "exp": (_exponential, 1, "Return the value of the (natural) exponential function e**x at the given number."),
    "ln": (_logarithm, 1, "Return the natural (base e) logarithm of the operand."),
    "log10": (_logarithm10, 1, "Return the base ten logarithm of the operand."),
    "logb": (_exponent_of, 1, "For a non-zero number, return the adjusted exponent of the operand as a Decimal instance."),
    "logical_invert": (_logical_invert, 1, "Return the digit-wise inversion of the (logical) operand."),
    "next_minus": (lambda a, context: _neighbour(a, context, False), 1, "Return the largest number representable that is smaller than self."),
    "next_plus": (lambda a, context: _neighbour(a, context, True), 1, "Return the smallest number representable that is larger than self."),
    "normalize": (_normalize, 1, "Normalize the number by stripping the rightmost trailing zeros and converting any zero to Decimal('0')."),
    "sqrt": (_square_root, 1, "Return the square root of the argument to full precision."),
    "compare": (_compare_values, 2, "Compare self to other.  Return a decimal value."),
    "compare_signal": (_compare_signal, 2, "Identical to compare, except that all NaNs signal."),
    "logical_and": (lambda a, b, context: _logical_operation(a, b, context, lambda p, q: p and q), 2, "Return the digit-wise 'and' of the two (logical) operands."),
    "logical_or": (lambda a, b, context: _logical_operation(a, b, context, lambda p, q: p or q), 2, "Return the digit-wise 'or' of the two (logical) operands."),
    "logical_xor": (lambda a, b, context: _logical_operation(a, b, context, lambda p, q: p != q), 2, "Return the digit-wise 'exclusive or' of the two (logical) operands."),
    "max": (lambda a, b, context: _extreme(a, b, context, True, False), 2, "Maximum of self and other."),
    "min": (lambda a, b, context: _extreme(a, b, context, False, False), 2, "Minimum of self and other."),
    "max_mag": (lambda a, b, context: _extreme(a, b, context, True, True), 2, "Similar to the max() method, but the comparison is done using the absolute values of the operands."),
    "min_mag": (lambda a, b, context: _extreme(a, b, context, False, True), 2, "Similar to the min() method, but the comparison is done using the absolute values of the operands."),
    "next_toward": (_next_toward, 2, "Return the number closest to the first operand in the direction of the second."),
    "remainder_near": (_remainder_near, 2, "Return the remainder from dividing self by other, the quotient being rounded to nearest."),
    "rotate": (_rotate, 2, "Return the result of rotating the digits of the first operand by an amount specified by the second operand."),
    "scaleb": (_scale, 2, "Return the first operand with the exponent adjusted by the second."),
    "shift": (_shift, 2, "Return the result of shifting the digits of the first operand by an amount specified by the second operand."),
}


def _decimal_method(name, function, operands, doc):
    if operands == 1:
        def method(self, context=None):
            context = _context_of(context)
            context._status = 0
            value = function(self, context)
            _signal(context, context._status)
            return value
    else:
        def method(self, other, context=None):
            context = _context_of(context)
            other = _argument(other)
            context._status = 0
            value = function(self, other, context)
            _signal(context, context._status)
            return value
    method.__name__ = name
    method.__qualname__ = "Decimal." + name
    method.__doc__ = doc
    setattr(Decimal, name, method)


def _context_method(name, function, operands, doc):
    if operands == 1:
        def method(self, x, /):
            x = _argument(x)
            self._status = 0
            value = function(x, self)
            _signal(self, self._status)
            return value
    else:
        def method(self, x, y, /):
            x, y = _argument(x), _argument(y)
            self._status = 0
            value = function(x, y, self)
            _signal(self, self._status)
            return value
    method.__name__ = name
    method.__qualname__ = "Context." + name
    method.__doc__ = doc
    setattr(Context, name, method)


for _name, (_function, _operands, _doc) in _methods.items():
    _decimal_method(_name, _function, _operands, _doc)
    _context_method(_name, _function, _operands, _doc)
for _name, _function, _operands in (
        ("abs", _magnitude, 1), ("plus", _plus, 1), ("minus", _minus, 1), ("add", _add, 2), ("subtract", _subtract, 2), ("multiply", _multiply, 2),
        ("divide", _divide, 2), ("divide_int", _divide_integer, 2), ("remainder", _remainder, 2), ("divmod", _divmod, 2),
        ("_apply", _finish, 1), ("to_integral_exact", lambda a, context: _to_integral(a, context, context.rounding, True), 1),
        ("to_integral_value", lambda a, context: _to_integral(a, context, context.rounding, False), 1),
        ("to_integral", lambda a, context: _to_integral(a, context, context.rounding, False), 1),
        ("quantize", lambda a, b, context: _quantize(a, b, context, context.rounding), 2)):
    _context_method(_name, _function, _operands, None)
# those that only hand on
for _name in ("canonical", "copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed",
              "is_zero", "number_class", "is_normal", "is_subnormal", "copy_sign", "same_quantum", "compare_total", "compare_total_mag"):
    def _handing_on(name):
        takes_context = name in ("number_class", "is_normal", "is_subnormal")
        if name in ("copy_sign", "same_quantum", "compare_total", "compare_total_mag"):
            def method(self, x, y, /):
                return getattr(_argument(x), name)(_argument(y))
        elif takes_context:
            def method(self, x, /):
                return getattr(_argument(x), name)(self)
        else:
            def method(self, x, /):
                if name == "is_canonical" and not isinstance(x, Decimal) or name == "canonical" and not isinstance(x, Decimal):
                    raise TypeError("argument must be a Decimal")
                return getattr(_argument(x), name)()
        method.__name__ = name
        return method
    setattr(Context, _name, _handing_on(_name))


def _context_power(self, a, b, modulo=None):
    """Compute a**b. If 'a' is negative, then 'b' must be integral. With three arguments, compute (a**b) % modulo."""
    a, b = _argument(a), _argument(b)
    self._status = 0
    value = _power(a, b, self) if modulo is None else _power_modulo(a, b, _argument(modulo), self)
    _signal(self, self._status)
    return value


def _context_fma(self, a, b, c, /):
    """Return a multiplied by b, plus c."""
    return _argument(a).fma(_argument(b), _argument(c), self)


def _context_copy_decimal(self, a, /):
    """Return a copy of Decimal a."""
    return _argument(a)


def _context_sci(self, a, /):
    """Convert a number to a string using scientific notation."""
    return _text(_argument(a), False, self.capitals)


def _context_eng(self, a, /):
    """Convert a number to a string, using engineering notation."""
    return _text(_argument(a), True, self.capitals)


Context.power = _context_power
Context.fma = _context_fma
Context.copy_decimal = _context_copy_decimal
Context.to_sci_string = _context_sci
Context.to_eng_string = _context_eng


def _text(a, engineering, capitals):
    sign = "-" if a._sign else ""
    if a._kind:
        if a._kind == "F":
            return sign + "Infinity"
        return f"{sign}{'sNaN' if a._kind == 'N' else 'NaN'}{_digits_of(a._int) if a._int else ''}"
    digits = _digits_of(a._int)
    exponent = a._exp
    left = exponent + len(digits)  # digits before the point when written without exponent
    if exponent <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif not a._int:
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    if place <= 0:
        whole, fraction = "0", "." + "0" * -place + digits
    elif place >= len(digits):
        whole, fraction = digits + "0" * (place - len(digits)), ""
    else:
        whole, fraction = digits[:place], "." + digits[place:]
    if left == place:
        power = ""
    else:
        power = f"{'E' if capitals else 'e'}{left - place:+d}"
    return sign + whole + fraction + power


_one = _make(0, 1, 0)

for _class in (Decimal, Context, ContextManager, _SignalDict):
    _show_module(_class)
for _class in (DecimalException, Clamped, InvalidOperation, ConversionSyntax, DivisionByZero, DivisionImpossible, DivisionUndefined, Inexact,
               InvalidContext, Rounded, Subnormal, Overflow, Underflow, FloatOperation):
    _class.__module__ = "decimal"
_numbers.Number.register(Decimal)
_SignalDict.__name__ = _SignalDict.__qualname__ = "SignalDict"
del _name, _function, _operands, _doc, _class, _handing_on

