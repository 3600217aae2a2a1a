"""What `sqlite3` is made of: the interface of PEP 249."""
import collections.abc as _abc
import datetime as _datetime
import time as _time
from _sqlite import library_version as _library_version
from ._connection import Blob, Connection, LEGACY_TRANSACTION_CONTROL, PARSE_COLNAMES, PARSE_DECLTYPES, PrepareProtocol, adapt, adapters, converters
from ._constants import constants as _constants
from ._cursor import adapted_plain, Cursor, Row
from ._errors import (DatabaseError, DataError, Error, IntegrityError, InterfaceError, InternalError, NotSupportedError, OperationalError,
                      ProgrammingError, Warning)

paramstyle, apilevel = "qmark", "2.0"
sqlite_version, _threads = _library_version()
threadsafety = {0: 0, 1: 3, 2: 1}[_threads]
sqlite_version_info = tuple([int(part) for part in sqlite_version.split(".")])
_version = "2.6.0"
globals().update(_constants)

Date, Time, Timestamp, Binary = _datetime.date, _datetime.time, _datetime.datetime, memoryview


def DateFromTicks(ticks):
    """The day of a time stamp."""
    return Date(*_time.localtime(ticks)[:3])


def TimeFromTicks(ticks):
    """The time of day of a time stamp."""
    return Time(*_time.localtime(ticks)[3:6])


def TimestampFromTicks(ticks):
    """The day and time of a time stamp."""
    return Timestamp(*_time.localtime(ticks)[:6])


def connect(*args, **kwargs):
    """Opens a database: a file, or ":memory:"."""
    factory = args[5] if len(args) > 5 else kwargs.get("factory", Connection)
    return factory(*args, **kwargs)


connect.__wrapped__ = Connection  # whose parameters these are


def register_adapter(type, adapter, /):
    """Says how values of a type become what SQLite has: int, float, str, bytes."""
    adapters[type, PrepareProtocol] = adapter
    if type in (int, float, str, bytearray):
        adapted_plain.add(type)


def register_converter(typename, converter, /):
    """Says what is made of the bytes of columns of a type (see detect_types)."""
    converters[typename.upper()] = converter


def complete_statement(statement):
    """Whether the text ends with a complete statement."""
    from _sqlite import complete
    return complete(statement)


def enable_callback_tracebacks(enable, /):
    """Whether errors in callbacks, which fail their statement in general words, are told to sys.unraisablehook."""
    from _sqlite import show_errors
    show_errors(enable)


# ---- the usual adapters

_HERE = connect.__code__.co_filename.rpartition("/")[0] + "/"


def _deprecated(what):
    import warnings
    warnings.warn(f"The default {what} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes",
                  DeprecationWarning, skip_file_prefixes=(_HERE,))


def _adapt_date(value):
    _deprecated("date adapter")
    return value.isoformat()


def _adapt_datetime(value):
    _deprecated("datetime adapter")
    return value.isoformat(" ")


def _convert_date(data):
    _deprecated("date converter")
    return _datetime.date(*map(int, data.split(b"-")))


def _convert_timestamp(data):
    _deprecated("timestamp converter")
    day, clock = data.split(b" ")
    clock, _, fraction = clock.partition(b".")
    return _datetime.datetime(*map(int, day.split(b"-")), *map(int, clock.split(b":")), int(f"{fraction.decode():0<6.6}"))


register_adapter(_datetime.date, _adapt_date)
register_adapter(_datetime.datetime, _adapt_datetime)
register_converter("date", _convert_date)
register_converter("timestamp", _convert_timestamp)
_abc.Sequence.register(Row)


def _deprecated_names(name, module):
    if name in ("version", "version_info"):
        import warnings
        warnings.warn(f"{name} is deprecated and will be removed in Python 3.14", DeprecationWarning, stacklevel=3)
        return _version if name == "version" else tuple(map(int, _version.split(".")))
    raise AttributeError(f"module {module!r} has no attribute {name!r}")


def __getattr__(name):
    return _deprecated_names(name, __name__)
