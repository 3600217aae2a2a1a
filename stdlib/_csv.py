"""Dialects of CSV text, and the readers and writers that the native module makes for them."""
import _csv_machine
from _csv_machine import Error, new_reader, new_writer

__all__ = []
__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_dialects = {}
_unset = object()


# ---- dialects ----

def _bool(name, value, default):
    return default if value is _unset else bool(value)


def _char(name, value, default, may_be_none):
    if value is _unset:
        return default
    if value is None and may_be_none:
        return None
    kind = "string or None" if may_be_none else "string"
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class Dialect:
    __slots__ = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict", "_ready")
    __module__ = "_csv"

    def __new__(cls, dialect=None, /, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        names = ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")
        for name in options:
            if name not in names:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if dialect.__class__ is Dialect and not options:
            return dialect
        values = {}
        for name in names:
            value = options.get(name, _unset)
            if value is _unset and dialect is not None:
                value = getattr(dialect, name, _unset)
            values[name] = value
        self = object.__new__(cls)
        put = object.__setattr__
        put(self, "delimiter", _char("delimiter", values["delimiter"], ",", False))
        put(self, "doublequote", _bool("doublequote", values["doublequote"], True))
        put(self, "escapechar", _char("escapechar", values["escapechar"], None, True))
        terminator = values["lineterminator"]
        if terminator is _unset:
            terminator = "\r\n"
        elif not isinstance(terminator, str):
            raise TypeError('"lineterminator" must be a string')
        put(self, "lineterminator", terminator)
        put(self, "quotechar", _char("quotechar", values["quotechar"], '"', True))
        quoting = values["quoting"]
        if quoting is _unset:
            quoting = QUOTE_MINIMAL
        elif type(quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        put(self, "skipinitialspace", _bool("skipinitialspace", values["skipinitialspace"], False))
        put(self, "strict", _bool("strict", values["strict"], False))
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.delimiter is None:
            raise TypeError('"delimiter" must be set')
        if quoting != QUOTE_NONE and self.quotechar is None:
            if values["quotechar"] is None and values["quoting"] is _unset:
                quoting = QUOTE_NONE
            else:
                raise TypeError("quotechar must be set if quoting enabled")
        put(self, "quoting", quoting)
        put(self, "_ready", True)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


_default = None  # Dialect(), which most readers and writers have


def _make(dialect, options):
    global _default
    if not options and (dialect is _unset or dialect is None):
        if _default is None:
            _default = Dialect()
        return _default
    if dialect is _unset:
        dialect = options.pop("dialect", None)
    return Dialect(dialect, **options)


def register_dialect(name, dialect=_unset, /, **fmtparams):
    """Create a mapping from a string name to a dialect class."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _make(dialect, fmtparams)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def get_dialect(name):
    """Return the dialect instance associated with name."""
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error("unknown dialect") from None


def list_dialects():
    """Return a list of all known dialect names."""
    return list(_dialects)


def field_size_limit(*limit):
    """Sets an upper limit on parsed fields, and tells the one before."""
    return _csv_machine.field_size_limit(*limit)


# ---- readers and writers ----

def _parameters(dialect, options):
    d = _make(dialect, options)
    return d, d.delimiter, d.quotechar, d.escapechar, d.doublequote, d.skipinitialspace, d.lineterminator, d.quoting, d.strict


def reader(iterable, dialect=_unset, /, **fmtparams):
    """Return a reader object that will process lines from the given iterable."""
    return new_reader(iter(iterable), *_parameters(dialect, fmtparams))


def writer(fileobj, dialect=_unset, /, **fmtparams):
    """Return a writer object that will write user data on the given file object."""
    parameters = _parameters(dialect, fmtparams)
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return new_writer(write, *parameters)
