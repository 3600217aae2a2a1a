"""What decimal consists of: Decimal and Context are native (runtime/modules/decimal_*.c); here are the exceptions and what else is rarely in a hurry.

Apart from decimal.py because it runs once: the native part keeps these classes, whoever imports decimal again.
"""
import numbers as _numbers
from collections import namedtuple as _namedtuple
from _collections_abc import MutableMapping as _MutableMapping
from _decimal_machine import Context, Decimal, getcontext, setcontext
from _decimal_machine import install as _install, mask as _mask, set_mask as _set_mask, templates as _templates
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
HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

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


# As the native part has them in the status of an operation: bits in order; an invalid condition is one of the signal InvalidOperation.
_conditions = (InvalidOperation, ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext,
               FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_signal_bits = {InvalidOperation: 31} | {signal: 32 << i for i, signal in enumerate(_conditions[5:])}
_bad_signal = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, "
               "Rounded,\n   Clamped]")


def _bits_of(signal):
    try:
        return _signal_bits[signal]
    except (KeyError, TypeError):
        raise KeyError(_bad_signal) from None


class SignalDict(_MutableMapping):
    """The flags or traps of a context."""

    __slots__ = ("_context", "_is_traps")

    def __init__(self, context, is_traps):
        self._context = context
        self._is_traps = is_traps

    def __getitem__(self, key):
        return _mask(self._context, self._is_traps) & _bits_of(key) != 0

    def __setitem__(self, key, value):
        bits = _bits_of(key)
        is_set = bool(value)
        old = _mask(self._context, self._is_traps)
        _set_mask(self._context, self._is_traps, old | bits if is_set else old & ~bits)

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_signal_bits)

    def __len__(self):
        return len(_signal_bits)

    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{self[signal]!r}" for signal in self]) + "}"

    def copy(self):
        return dict(self)

    def __eq__(self, other):
        if isinstance(other, (dict, SignalDict)):
            return dict(self) == dict(other)
        return NotImplemented


def _mask_of(value, takes_list):
    """The signals that are set in a SignalDict, a dict of all, or (for Context()) a list of some, as bits."""
    if isinstance(value, SignalDict):
        return _mask(value._context, value._is_traps)
    if isinstance(value, dict):
        if len(value) != len(_signal_bits):
            raise KeyError("invalid signal dict")
        return sum([_bits_of(signal) for signal, is_set in value.items() if _bits_of(signal) and is_set])
    if not takes_list or not isinstance(value, list):
        raise TypeError("argument must be a signal dict")
    mask = 0
    for signal in value:
        mask |= _bits_of(signal)
    return mask


_install(_conditions, DecimalTuple, SignalDict, _mask_of, _numbers.Rational)
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_templates(DefaultContext, BasicContext, ExtendedContext)


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
            if name in ("flags", "traps") and isinstance(value, list):
                value = getattr(Context(**{name: value}), name)  # only the constructor takes a list of signals
            setattr(ctx, name, value)
    return ContextManager(ctx)


for _class in (ContextManager, SignalDict, *_conditions, DecimalException):
    _show_module(_class)
    _class.__module__ = "decimal"
localcontext.__module__ = "decimal"
_numbers.Number.register(Decimal)
del _class
