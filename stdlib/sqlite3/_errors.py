"""The errors of sqlite3, and which of them a code of SQLite is."""
from ._constants import constants, error_names


class Warning(Exception):
    """What is worth saying."""


class Error(Exception):
    """The base of the errors; those of SQLite have `sqlite_errorcode` and `sqlite_errorname`."""


class InterfaceError(Error):
    """The interface is misused."""


class DatabaseError(Error):
    """The base of errors of the database."""


class DataError(DatabaseError):
    """Values that are too large."""


class OperationalError(DatabaseError):
    """What may go wrong without a mistake of the program, and mistakes in SQL."""


class IntegrityError(DatabaseError):
    """A constraint does not hold."""


class InternalError(DatabaseError):
    """SQLite is in trouble."""


class ProgrammingError(DatabaseError):
    """The interface is used wrongly."""


class NotSupportedError(DatabaseError):
    """SQLite cannot do it."""


for _class in (Warning, Error, InterfaceError, DatabaseError, DataError, OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError):
    _class.__module__ = "sqlite3"

_KINDS = {InternalError: "INTERNAL NOTFOUND", DataError: "TOOBIG", IntegrityError: "CONSTRAINT MISMATCH", InterfaceError: "MISUSE RANGE", DatabaseError: "CORRUPT",
          OperationalError: "ERROR PERM ABORT BUSY LOCKED READONLY INTERRUPT IOERR FULL CANTOPEN PROTOCOL EMPTY SCHEMA"}
_BY_CODE = {constants["SQLITE_" + name]: kind for kind, names in _KINDS.items() for name in names.split()}


def error_of(failure):
    """The error for a _sqlite.Failure."""
    code, extended, message = failure.args
    if extended == -1:
        return OperationalError(message)
    if extended in (-2, -3):
        return ProgrammingError(message)
    if code == 21 and message in ("closed", "finalized"):
        return ProgrammingError(f"Cannot operate on a closed {'database' if message == 'closed' else 'cursor'}.")
    made = _BY_CODE.get(code, DatabaseError)(message)
    made.sqlite_errorcode = extended
    made.sqlite_errorname = error_names.get(extended, "unknown")
    return made
