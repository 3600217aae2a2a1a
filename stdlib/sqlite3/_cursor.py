"""Cursors: statements at work, and their rows."""
import re
from threading import get_ident as _get_ident

from _sqlite import Failure
from ._errors import InterfaceError, ProgrammingError, error_of

_CHANGES = re.compile(r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?(?:\*/|\Z)|;)*(insert|update|delete|replace)\b", re.IGNORECASE | re.DOTALL)
_NOTHING = re.compile(r"(?:\s|--[^\n]*(?:\n|\Z)|/\*.*?(?:\*/|\Z))*", re.DOTALL)
_new = object.__new__
_PLAIN = frozenset({int, float, str, bytes, bytearray, type(None)})
adapted_plain = set()  # those of them that adapters are registered for


def first_try(call, before, *args):
    """The call; where something is busy, once more without the statements of cursors that nobody has any more: they may be what holds it."""
    try:
        return call(*args)
    except Failure as failure:
        if failure.args[0] not in (5, 6):
            raise
    import gc
    gc.collect()
    if before is not None:
        before()
    return call(*args)


class Row:
    """A row whose columns have names as well: row["name"] in any case of letters."""

    __slots__ = "_names", "_values", "_places"

    def __new__(cls, cursor, data, /):
        if type(cursor) is Cursor and type(data) is tuple:
            self = _new(cls)
            self._names, self._values, self._places = cursor.description or (), data, cursor._places
            return self
        if not issubclass(type(cursor), Cursor):
            raise TypeError(f"Row() argument 1 must be sqlite3.Cursor, not {type(cursor).__name__}")
        if not isinstance(data, tuple):
            raise TypeError(f"Row() argument 2 must be tuple, not {type(data).__name__}")
        self = object.__new__(cls)
        self._names, self._values, self._places = cursor.description or (), data, {}
        return self

    def __getitem__(self, key, /):
        if type(key) is str and (at := self._places.get(key)) is not None:
            return self._values[at]
        if isinstance(key, str):
            wanted = key if key in [column[0] for column in self._names] else None
            for at, column in enumerate(self._names):
                if column[0] == wanted or column[0].isascii() and key.isascii() and column[0].lower() == key.lower():
                    self._places[str(key)] = at
                    return self._values[at]
            raise IndexError("No item with that key")
        if not isinstance(key, (int, slice)) and not hasattr(key, "__index__"):
            raise IndexError("Index must be int or string")
        return self._values[key]

    def keys(self):
        """The names of the columns."""
        return [column[0] for column in self._names]

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __hash__(self):
        return hash(self._names) ^ hash(self._values)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._values == other._values


class Cursor:
    """Runs statements and gives their rows."""

    _ready = False

    def __init__(self, connection, /):
        if not hasattr(connection, "_statement"):
            raise TypeError(f"Cursor() argument 1 must be sqlite3.Connection, not {type(connection).__name__}")
        if self._ready and self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        self.connection = connection
        self.description = self.lastrowid = self.row_factory = None
        self.arraysize, self.rowcount = 1, -1
        self._statement = self._row = self._converters = None
        self._places = {}  # name of a column as rows were asked for it -> its number
        self._sql, self._closed, self._locked, self._ready, self._changes = "", False, False, True, False
        connection._check()

    def _check(self):
        if self._ready and not self._closed and not self._locked:
            connection = self.connection
            if connection._ready and connection._database is not None and (connection._thread is None or connection._thread == _get_ident()):
                return
        if not self._ready:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        self.connection._check()
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")

    def _rewind(self):
        "Lets go of the statement; it may be used again."
        statement = self._statement
        if statement is not None:
            self._statement = self._row = None
            self.connection._give_back(self._sql, statement)

    def execute(self, sql, parameters=(), /):
        """Runs a statement with these parameters: a sequence for "?", a mapping for ":name"."""
        self._run(sql, parameters, False)
        return self

    def executemany(self, sql, seq_of_parameters, /):
        """Runs a statement that changes something once for each element."""
        self._run(sql, seq_of_parameters, True)
        return self

    def _run(self, sql, parameters, many):
        if not isinstance(sql, str):
            name = "executemany" if many else "execute"
            raise TypeError(f"{name}() argument 1 must be str, not {'None' if sql is None else type(sql).__name__}")
        self._check()
        self._rewind()
        connection = self.connection
        changes = connection._changing.get(sql)
        if changes is None:
            changes = connection._note_changing(sql, _CHANGES.match(sql) is not None)
        if many and not changes:
            raise ProgrammingError("executemany() can only execute DML statements.")
        self.description, self.rowcount, self._converters, self._places = None, 0 if changes else -1, None, {}
        try:
            self._locked = True
            statement = connection._statement(sql)
            if statement is None:
                return
            self._statement, self._sql, self._changes = statement, sql, changes
            if changes:
                connection._begin_implicitly()
            self._describe(statement)
            for values in parameters if many else (parameters,):
                statement.reset()
                if adapted_plain or not statement.bind_all(values):
                    self._bind(statement, statement.parameters(), values)
                self._row = self._step()
                if self._row is not None and len(self._row) != len(self.description):
                    self._describe(statement)  # the tables have changed since it was made ready
                if many:
                    while self._row is not None:
                        self._row = self._step()
                if changes and self._row is None:
                    self.rowcount += connection._database.changes()
            if not many:
                self.lastrowid = connection._database.last_rowid()
            if self._row is None:
                self._rewind()
        except Failure as failure:
            self._drop()
            raise error_of(failure) from None
        except BaseException:
            self._drop()
            raise
        finally:
            self._locked = False

    def _drop(self):
        self._row = None
        try:
            self._rewind()
        except Failure:
            pass

    def _describe(self, statement):
        columns = statement.columns()
        if not columns:
            return
        by_name = self.connection._detect & 2
        self.description = tuple([(name, None, None, None, None, None, None) for name in columns]) if not by_name else \
            tuple([(name.partition(" [")[0] if name else name, None, None, None, None, None, None) for name in columns])
        if self.connection._detect:
            found = self.connection._converters_of(columns, statement.declared())
            self._converters = found if any(found) else None

    def _bind(self, statement, names, values):
        if isinstance(values, (tuple, list)) or not hasattr(values, "keys") and hasattr(values, "__getitem__") and hasattr(values, "__len__"):
            if len(values) != len(names):
                raise ProgrammingError(f"Incorrect number of bindings supplied. The current statement uses {len(names)}, and there are {len(values)} supplied.")
            for number, name in enumerate(names, 1):
                if name is not None:
                    self._warn_of_name(number, name)
                self._bind_one(statement, number, values[number - 1])
        elif hasattr(values, "keys"):
            for number, name in enumerate(names, 1):
                if name is None:
                    raise ProgrammingError(f"Binding {number} has no name, but you supplied a dictionary (which has only names).")
                try:
                    value = values[name[1:]]
                except LookupError:
                    raise ProgrammingError(f"You did not supply a value for binding parameter :{name[1:]}.") from None
                self._bind_one(statement, number, value)
        else:
            raise ProgrammingError("parameters are of unsupported type")

    @staticmethod
    def _warn_of_name(number, name):
        import warnings
        warnings.warn(f"Binding {number} ('{name}') is a named parameter, but you supplied a sequence which requires nameless (qmark) placeholders. "
                      "Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.", DeprecationWarning, skip_file_prefixes=(_HERE,))

    def _bind_one(self, statement, number, value):
        if type(value) not in _PLAIN or adapted_plain:
            from ._connection import adapted
            value = adapted(value)
        if not statement.bind(number, value):
            raise ProgrammingError(f"Error binding parameter {number}: type '{type(value).__name__}' is not supported")

    # -- rows

    def _step(self):
        statement = self._statement
        as_text = self.connection.text_factory is str
        if as_text and self._converters is None:
            try:
                return statement.step(False)
            except Failure as failure:
                if failure.args[0] not in (5, 6):
                    raise
        row = first_try(statement.step, statement.reset, not as_text)
        if row is None:
            return None
        if not as_text:
            factory = self.connection.text_factory
            row = tuple([factory(value[0]) if type(value) is tuple else value for value in row])
        if self._converters is not None:  # _converted() makes something of the bytes when the row is fetched
            row = tuple([value if convert is None or value is None else None if value == b"" else statement.raw(at)
                         for at, (value, convert) in enumerate(zip(row, self._converters))])
        return row

    def _converted(self, row):
        self._locked = True
        try:
            return tuple([value if convert is None or value is None else convert(value) for value, convert in zip(row, self._converters)])
        finally:
            self._locked = False

    def _next(self):
        row = self._row if self._converters is None else self._converted(self._row)
        try:
            self._locked = True
            self._row = self._step()
            if self._row is None:
                self._end()
        except Failure as failure:
            self._drop()
            raise error_of(failure) from None
        finally:
            self._locked = False
        return row if self.row_factory is None else self.row_factory(self, row)

    def _end(self):
        "There are no more rows."
        if self._changes:
            self.rowcount += self.connection._database.changes()
        self._rewind()

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        if self._row is None:
            raise StopIteration
        return self._next()

    def fetchone(self):
        """The next row, or None."""
        self._check()
        return None if self._row is None else self._next()

    def fetchmany(self, size=None):
        """The next rows, at most `size` (arraysize)."""
        self._check()
        rows, left = [], self.arraysize if size is None else size
        while self._row is not None:
            rows.append(self._next())
            left -= 1
            if left == 0:  # so 0 means all
                break
        return rows

    def fetchall(self):
        """The rows that are left."""
        self._check()
        rows = []
        if self._row is not None and self.row_factory is None and self._converters is None and self.connection.text_factory is str:
            self._fetch(rows)
        while self._row is not None:
            rows.append(self._next())
        return rows

    def _fetch(self, rows):
        "All rows that are left, as they are."
        rows.append(self._row)
        try:
            self._locked = True
            while self._statement.fetch(rows):
                pass
            self._row = None
            self._end()
        except Failure as failure:
            self._drop()
            raise error_of(failure) from None
        finally:
            self._locked = False

    def executescript(self, sql_script, /):
        """Runs all statements of a text, after a COMMIT if there is a transaction."""
        if not isinstance(sql_script, str):
            raise TypeError(f"executescript() argument must be str, not {type(sql_script).__name__}")
        self._check()
        if "\0" in sql_script:
            raise ValueError("embedded null character")
        self._rewind()
        connection = self.connection
        try:
            if connection._legacy and connection._database.in_transaction():
                connection._simply("COMMIT")
            rest = sql_script
            while rest:
                statement, rest = connection._database.prepare(rest)
                if statement is None:
                    continue
                try:
                    while first_try(statement.step, statement.reset, False) is not None:
                        pass
                finally:
                    statement.close()
        except Failure as failure:
            raise error_of(failure) from None
        return self

    def close(self):
        """Lets go of the statement; the cursor is of no use any more."""
        if not self._ready:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        self.connection._check_thread()
        if self.connection._database is not None:
            self._rewind()
        self._statement = self._row = None
        self._closed = True

    def setinputsizes(self, sizes, /):
        """Does nothing."""

    def setoutputsize(self, size, column=None, /):
        """Does nothing."""


_HERE = Cursor._bind.__code__.co_filename
Row.__module__ = Cursor.__module__ = "sqlite3"
