"""Connections: a database with its transactions, statements at hand, and the functions that scripts give it."""
import os
import threading
from _sqlite import Database, Failure
from ._cursor import Cursor, _NOTHING, first_try
from . import _errors
from ._errors import (DatabaseError, DataError, Error, IntegrityError, InterfaceError, InternalError, NotSupportedError, OperationalError,
                      ProgrammingError, Warning, error_of)

PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
LEGACY_TRANSACTION_CONTROL = -1
_READ_WRITE, _CREATE, _URI, _DETERMINISTIC = 2, 4, 0x40, 0x800
_LEVELS = ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE")
adapters, converters = {}, {}


class PrepareProtocol:
    """What adapters are for: values are made ready for SQLite."""


PrepareProtocol.__module__ = "sqlite3"
_MISSING = object()


def adapt(obj, proto=PrepareProtocol, alt=_MISSING, /):
    """What an adapter makes of a value."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for holder, method, other in ((proto, "__adapt__", obj), (obj, "__conform__", proto)):
        found = getattr(holder, method, None)
        if found is not None:
            try:
                made = found(other)
            except TypeError:
                continue
            if made is not None:
                return made
    if alt is not _MISSING:
        return alt
    raise ProgrammingError("can't adapt")


def adapted(value):
    """What SQLite is given for a value."""
    return adapt(value, PrepareProtocol, value)


class Connection:
    """A connection to a database."""

    Warning, Error, InterfaceError, DatabaseError, DataError = Warning, Error, InterfaceError, DatabaseError, DataError
    OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError = OperationalError, IntegrityError, InternalError, ProgrammingError, NotSupportedError
    _database, _ready = None, False

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None, cached_statements=128,
                 uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
        if autocommit not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")
        self._ready = False  # it may have been another database's
        self._isolation = self._checked_level(isolation_level)
        self._thread = threading.get_ident() if check_same_thread else None
        self._detect, self._kept, self._keep_most = detect_types, {}, max(cached_statements, 5)
        self._changing = {}  # the text of a statement -> whether it changes something
        self.row_factory, self.text_factory = None, str
        self._autocommit = autocommit
        path = os.fsdecode(os.fspath(database))
        try:
            self._database = Database(path, _READ_WRITE | _CREATE | (_URI if uri else 0))
            self._database.busy_timeout(int(timeout * 1000))
            self._ready = True
            if autocommit is False:
                self._simply("BEGIN")
        except Failure as failure:
            raise error_of(failure) from None

    # -- checks

    def _check_thread(self):
        if not self._ready:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._thread is not None and self._thread != threading.get_ident():
            raise ProgrammingError("SQLite objects created in a thread can only be used in that same thread. The object was created in thread id "
                                   f"{self._thread} and this is thread id {threading.get_ident()}.")

    def _check(self):
        if self._ready and self._database is not None and (self._thread is None or self._thread == threading.get_ident()):
            return
        self._check_thread()
        if self._database is None:
            raise ProgrammingError("Cannot operate on a closed database.")

    def _call(self, method, *args):
        self._check()
        try:
            return first_try(getattr(self._database, method), None, *args)
        except Failure as failure:
            raise error_of(failure) from None

    # -- statements: those that are not at work wait under their text

    def _statement(self, sql):
        statement = self._kept.pop(sql, None)
        if statement is not None:
            return statement
        statement, rest = self._database.prepare(sql)
        if rest and _NOTHING.match(rest).end() != len(rest):
            if statement is None:
                return self._statement(rest)
            raise ProgrammingError("You can only execute one statement at a time.")
        return statement

    def _note_changing(self, sql, changes):
        if len(self._changing) > 200:
            self._changing.clear()
        self._changing[sql] = changes
        return changes

    def _give_back(self, sql, statement):
        statement.reset()
        if self._database is None or sql in self._kept:
            statement.close()
            return
        self._kept[sql] = statement
        if len(self._kept) > self._keep_most:
            self._kept.pop(next(iter(self._kept))).close()

    def _simply(self, sql):
        statement, _ = self._database.prepare(sql)
        try:
            first_try(statement.step, statement.reset, False)
        finally:
            statement.close()

    def _converters_of(self, columns, declared):
        found = []
        for name, kind in zip(columns, declared):
            convert = None
            if self._detect & PARSE_COLNAMES and name and "[" in name:
                convert = converters.get(name.rpartition("[")[2].partition("]")[0].upper())
            if convert is None and self._detect & PARSE_DECLTYPES and kind:
                convert = converters.get(kind.partition(" ")[0].partition("(")[0].upper())
            found.append(convert)
        return found

    # -- transactions

    @staticmethod
    def _checked_level(level):
        if level is None:
            return None
        if not isinstance(level, str):
            raise TypeError("isolation_level must be str or None")
        upper = str.upper(level)
        if upper not in _LEVELS:
            raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
        return upper

    @property
    def _legacy(self):
        return self._autocommit == LEGACY_TRANSACTION_CONTROL

    def _begin_implicitly(self):
        "As the rules of old have it: a statement that changes something begins a transaction."
        if self._legacy and self._isolation is not None and not self._database.in_transaction():
            self._simply(f"BEGIN {self._isolation}")

    @property
    def isolation_level(self):
        """"DEFERRED", "IMMEDIATE", "EXCLUSIVE": how transactions begin; None: only where the program says so."""
        self._check()
        return self._isolation

    @isolation_level.setter
    def isolation_level(self, level):
        if level is None:
            self._isolation = None
            self.commit()
        else:
            self._isolation = self._checked_level(level)

    @property
    def autocommit(self):
        """True: no transactions but explicit ones; False: there always is one; LEGACY_TRANSACTION_CONTROL: see isolation_level."""
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._check()
        if value not in (True, False, LEGACY_TRANSACTION_CONTROL):
            raise ValueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL")
        try:
            if value is True and self._database.in_transaction():
                self._simply("COMMIT")
            elif value is False and not self._database.in_transaction():
                self._simply("BEGIN")
        except Failure as failure:
            raise error_of(failure) from None
        self._autocommit = value

    @property
    def in_transaction(self):
        """Whether there are changes that are not committed."""
        return bool(self._call("in_transaction"))

    @property
    def total_changes(self):
        """How many rows have been changed."""
        return self._call("total_changes")

    def _end(self, word):
        self._check()
        try:
            if self._legacy:
                if self._database.in_transaction():
                    self._simply(word)
            elif self._autocommit is False:
                self._simply(word)
                self._simply("BEGIN")
        except Failure as failure:
            raise error_of(failure) from None

    def commit(self):
        """Makes the changes last."""
        self._end("COMMIT")

    def rollback(self):
        """Takes the changes back."""
        self._end("ROLLBACK")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback, /):
        if type is None:
            try:
                self.commit()
            except BaseException:
                self.rollback()
                raise
        else:
            self.rollback()
        return False

    def close(self):
        """Closes the database; what was not committed is lost."""
        self._check_thread()
        database = self._database
        if database is None:
            return
        try:
            if self._autocommit is False and database.in_transaction():
                self._simply("ROLLBACK")
        except Failure as failure:
            raise error_of(failure) from None
        finally:
            for statement in self._kept.values():
                statement.close()
            self._kept.clear()
            self._database = None
            database.close()

    # -- cursors

    def cursor(self, factory=Cursor):
        """A cursor."""
        self._check()
        made = factory(self)
        if not issubclass(type(made), Cursor):
            raise TypeError(f"factory must return a cursor, not {type(made).__name__}")
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        """A cursor that has run the statement."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        """A cursor that has run the statement for each element."""
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """A cursor that has run the statements."""
        return self.cursor().executescript(sql_script)

    def __call__(self, *args):
        """The statement, made ready."""
        self._check()
        if len(args) != 1:
            raise TypeError(f"function takes exactly 1 argument ({len(args)} given)")
        try:
            return self._statement(args[0])
        except Failure as failure:
            raise error_of(failure) from None

    # -- functions of scripts

    def create_function(self, name, narg, func, *, deterministic=False):
        """Makes a function known to SQL; None takes it away. `narg` -1: of any number of arguments."""
        self._define("function", name, narg, _DETERMINISTIC if deterministic else 0, func)

    def create_aggregate(self, name, n_arg, aggregate_class):
        """Makes a class known to SQL: its objects gather values by step() and answer by finalize()."""
        self._define("aggregate", name, n_arg, False, aggregate_class)

    def create_window_function(self, name, num_params, aggregate_class, /):
        """The same with value() and inverse() besides, for windows."""
        self._define("aggregate", name, num_params, True, aggregate_class)

    def _define(self, kind, *args):
        self._check()
        try:
            first_try(getattr(self._database, kind), None, *args)
        except Failure:
            if args[2] is True:
                raise ProgrammingError("bad parameter or other API misuse") from None
            raise OperationalError(f"Error creating {kind}") from None

    def create_collation(self, name, callback, /):
        """Makes an order of texts known to SQL: callback(a, b) is negative, zero or positive."""
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")
        if isinstance(name, str):
            name.encode()
        self._call("collation", name, callback)

    def set_authorizer(self, authorizer_callback):
        """Asks for each access: SQLITE_OK, SQLITE_DENY, SQLITE_IGNORE."""
        self._call("hook", 2, authorizer_callback, 0)

    def set_progress_handler(self, progress_handler, n):
        """Calls the handler after so many instructions; what is true ends the statement."""
        self._call("hook", 0, progress_handler, n)

    def set_trace_callback(self, trace_callback):
        """Calls with each statement that runs."""
        self._call("hook", 1, trace_callback, 0)

    # -- the database as a whole

    def interrupt(self):
        """Ends the statements that run."""
        if not self._ready:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._database is None:
            raise ProgrammingError("Cannot operate on a closed database.")
        self._database.interrupt()

    def backup(self, target, *, pages=-1, progress=None, name="main", sleep=0.250):
        """Copies the database into that of another connection."""
        if not isinstance(target, Connection):
            raise TypeError(f"backup() argument 'target' must be sqlite3.Connection, not {type(target).__name__}")
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        target._check()
        self._call("backup", target._database, pages or -1, name, progress, float(sleep))

    def serialize(self, *, name="main"):
        """The database as bytes."""
        return self._call("serialize", name)

    def deserialize(self, data, /, *, name="main"):
        """Takes the database out of bytes."""
        self._call("deserialize", data, name)

    def getlimit(self, category, /):
        """A limit: SQLITE_LIMIT_..."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Sets a limit; what it was before."""
        before = self._call("limit", category, limit)
        if before < 0:
            raise ProgrammingError("'category' is out of bounds")
        return before

    def getconfig(self, op, /):
        """A setting: SQLITE_DBCONFIG_..."""
        return bool(self._configured(op, -1))

    def setconfig(self, op, enable=True, /):
        """Sets a setting."""
        if bool(self._configured(op, bool(enable))) != bool(enable):
            raise OperationalError("Unable to set config")

    def _configured(self, op, value):
        if not 1002 <= op <= 1017 or op == 1000:
            raise ValueError(f"unknown config 'op': {op}")
        return self._call("config", op, int(value))

    def iterdump(self):
        """The statements that make the database."""
        self._check()
        from ._dump import statements
        return statements(self)

    def blobopen(self, table, column, row, /, *, readonly=False, name="main"):
        """A blob, as a file of fixed size."""
        return Blob(self, table, column, row, readonly, name)


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


class Blob:
    """A blob of a row: read and written in place. Its size does not change."""

    def __init__(self, connection, table, column, row, readonly, schema):
        self._connection, self._readonly, self._position = connection, readonly, 0
        self._where = f"{_quoted(schema)}.{_quoted(table)} WHERE rowid = ?"
        self._table, self._column, self._row = f"{_quoted(schema)}.{_quoted(table)}", _quoted(column), row
        self._size = None
        cursor = connection.cursor()
        cursor.row_factory = None
        named = f"{_quoted(table)}.{self._column}"  # a name alone that no column has would be text
        found = cursor.execute(f"SELECT {named}, typeof({named}) FROM {self._where}", (row,)).fetchone()
        if found is None:
            raise error_of(Failure(1, 1, f"no such rowid: {row}"))
        if found[1] not in ("blob", "text"):
            raise error_of(Failure(1, 1, f"cannot open value of type {found[1]}"))
        self._size, self._open = len(self._bytes()), True

    def _bytes(self):
        cursor = self._connection.cursor()
        cursor.row_factory = None
        found = cursor.execute(f"SELECT CAST({self._column} AS BLOB) FROM {self._where}", (self._row,)).fetchone()
        if found is None or self._size is not None and len(found[0] or b"") != self._size:
            raise error_of(Failure(4, 4, "query aborted"))  # as a handle that the row has been changed under
        return found[0]

    def _check(self):
        self._connection._check()
        if not self._open:
            raise ProgrammingError("Cannot operate on a closed blob.")

    def close(self):
        self._connection._check()
        self._open = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, val, tb, /):
        self._check()
        self.close()
        return False

    def __len__(self):
        self._check()
        return self._size

    __iter__ = None

    def read(self, length=-1, /):
        """The next bytes."""
        self._check()
        start = self._position
        end = self._size if length < 0 else min(self._size, start + length)
        self._position = end
        return self._bytes()[start:end]

    def write(self, data, /):
        """Writes bytes over those at the position."""
        self._check()
        data = bytes(data)
        if len(data) > self._size - self._position:
            raise ValueError("data longer than blob length")
        self._put(self._position, data)
        self._position += len(data)

    def _put(self, at, data):
        if self._readonly:
            raise OperationalError("attempt to write a readonly database")
        whole = self._bytes()
        changed = whole[:at] + data + whole[at + len(data):]
        self._connection.execute(f"UPDATE {self._table} SET {self._column} = ? WHERE rowid = ?", (changed, self._row))

    def seek(self, offset, origin=0, /):
        """Sets the position."""
        self._check()
        if origin not in (0, 1, 2):
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        position = offset + (0, self._position, self._size)[origin]
        if position > 0x7FFFFFFF:
            raise OverflowError("seek offset results in overflow")
        if not 0 <= position <= self._size:
            raise ValueError("offset out of blob range")
        self._position = position

    def tell(self):
        """The position."""
        self._check()
        return self._position

    def _index(self, key):
        index = key.__index__()
        if not -(1 << 63) <= index < 1 << 63:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        index += self._size if index < 0 else 0
        if not 0 <= index < self._size:
            raise IndexError("Blob index out of range")
        return index

    def __getitem__(self, key, /):
        self._check()
        if isinstance(key, slice):
            return self._bytes()[key]
        if not hasattr(key, "__index__"):
            raise TypeError("Blob indices must be integers")
        index = self._index(key)
        return self._bytes()[index]

    def __setitem__(self, key, value, /):
        self._check()
        if isinstance(key, slice):
            changed, data = bytearray(self._bytes()), bytes(value)
            if len(changed[key]) != len(data):
                raise IndexError("Blob slice assignment is wrong size")
            changed[key] = data
            self._put(0, bytes(changed))
            return
        if not hasattr(key, "__index__"):
            raise TypeError("Blob indices must be integers")
        index = self._index(key)
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if not 0 <= value < 256:
            raise ValueError("byte must be in range(0, 256)")
        self._put(index, bytes([value]))

    def __delitem__(self, key, /):
        raise TypeError("Blob doesn't support item deletion")


Connection.__module__ = Blob.__module__ = "sqlite3"
