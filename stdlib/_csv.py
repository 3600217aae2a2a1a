"""Rows of CSV text: what the module csv is built on.

The reader is a machine of few states. Where a line needs no more than cutting at delimiters (no quotes, no escapes, minimal quoting), it
is cut at once.
"""
__all__ = []
__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_dialects = {}
_limit = 128 * 1024
_unset = object()


class Error(Exception):
    pass


Error.__module__ = "_csv"


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

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def _make(dialect, options):
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


def field_size_limit(limit=_unset, /):
    """Sets an upper limit on parsed fields."""
    global _limit
    old = _limit
    if limit is not _unset:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit = limit
    return old


# ---- reading ----

_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPE_IN_QUOTED, _QUOTE_IN_QUOTED, _EAT_CRNL, _AFTER_ESCAPED_CRNL = range(9)


class _Reader:
    """Reader object"""

    def __init__(self, lines, dialect, options):
        self._dialect = d = _make(dialect, options)
        self._lines = iter(lines)
        self.line_num = 0
        self._is_plain = d.quoting in (QUOTE_MINIMAL, QUOTE_ALL, QUOTE_STRINGS, QUOTE_NOTNULL) or d.quoting == QUOTE_NONE
        self._plain_cut = self._is_plain and not d.skipinitialspace and d.delimiter not in "\r\n"

    @property
    def dialect(self):
        return self._dialect

    def __iter__(self):
        return self

    def __next__(self):
        d = self._dialect
        line = self._line(None)
        if self._plain_cut:
            # nothing to do but to cut: no quotes, no escapes, one line end at the end
            bare = line[:-2] if line.endswith("\r\n") else line[:-1] if line[-1:] in ("\n", "\r") else line
            if ("\n" not in bare and "\r" not in bare and (d.quotechar is None or d.quoting == QUOTE_NONE or d.quotechar not in bare)
                    and (d.escapechar is None or d.escapechar not in bare) and len(bare) < _limit):
                return bare.split(d.delimiter) if bare else []
        return self._record(line)

    def _line(self, state):
        """The next line; at the end, what that means in this state."""
        line = next(self._lines)
        if not isinstance(line, str):
            raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
        self.line_num += 1
        return line

    def _record(self, line):
        d = self._dialect
        delimiter, quotechar, escapechar = d.delimiter, d.quotechar, d.escapechar
        quoting, strict = d.quoting, d.strict
        fields = []
        field = []
        numeric = False
        state = _START_RECORD

        def save():
            text = "".join(field)
            field.clear()
            fields.append(float(text) if numeric else text)

        def add(c):
            if len(field) >= _limit:
                raise Error(f"field larger than field limit ({_limit})")
            field.append(c)

        while True:
            for c in (*line, None):  # None: the end of the line
                if state == _EAT_CRNL:
                    if c == "\n" or c == "\r":
                        pass
                    elif c is None:
                        state = _START_RECORD
                    else:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                    continue
                if state == _START_RECORD:
                    if c is None:
                        break
                    if c == "\n" or c == "\r":
                        state = _EAT_CRNL
                        continue
                    state = _START_FIELD
                if state == _START_FIELD:
                    if c is None or c == "\n" or c == "\r":
                        save()
                        state = _START_RECORD if c is None else _EAT_CRNL
                    elif c == quotechar and quoting != QUOTE_NONE:
                        state = _IN_QUOTED
                    elif c == escapechar:
                        state = _ESCAPED
                    elif c == " " and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        save()
                    else:
                        if quoting == QUOTE_NONNUMERIC:
                            numeric = True
                        add(c)
                        state = _IN_FIELD
                elif state == _ESCAPED:
                    if c == "\n" or c == "\r":
                        add(c)
                        state = _AFTER_ESCAPED_CRNL
                    else:
                        add("\n" if c is None else c)
                        state = _IN_FIELD
                elif state == _IN_FIELD or state == _AFTER_ESCAPED_CRNL:
                    if state == _AFTER_ESCAPED_CRNL and c is None:
                        continue
                    if c is None or c == "\n" or c == "\r":
                        save()
                        numeric = False
                        state = _START_RECORD if c is None else _EAT_CRNL
                    elif c == escapechar:
                        state = _ESCAPED
                    elif c == delimiter:
                        save()
                        numeric = False
                        state = _START_FIELD
                    else:
                        add(c)
                        state = _IN_FIELD
                elif state == _IN_QUOTED:
                    if c is None:
                        pass
                    elif c == escapechar:
                        state = _ESCAPE_IN_QUOTED
                    elif c == quotechar and quoting != QUOTE_NONE:
                        state = _QUOTE_IN_QUOTED if d.doublequote else _IN_FIELD
                    else:
                        add(c)
                elif state == _ESCAPE_IN_QUOTED:
                    add("\n" if c is None else c)
                    state = _IN_QUOTED
                elif state == _QUOTE_IN_QUOTED:
                    if quoting != QUOTE_NONE and c == quotechar:
                        add(c)
                        state = _IN_QUOTED
                    elif c == delimiter:
                        save()
                        state = _START_FIELD
                    elif c is None or c == "\n" or c == "\r":
                        save()
                        state = _START_RECORD if c is None else _EAT_CRNL
                    elif not strict:
                        add(c)
                        state = _IN_FIELD
                    else:
                        raise Error(f"'{delimiter}' expected after '{quotechar}'")
            if state == _START_RECORD:
                return fields
            try:
                line = self._line(state)
            except StopIteration:
                if field or state == _IN_QUOTED:
                    if strict:
                        raise Error("unexpected end of data") from None
                    save()
                    return fields
                if fields:
                    save()
                    return fields
                raise


def reader(iterable, dialect=_unset, /, **fmtparams):
    """Return a reader object that will process lines from the given iterable."""
    return _Reader(iterable, dialect, fmtparams)


# ---- writing ----

class _Writer:
    """Writer object"""

    def __init__(self, file, dialect, options):
        self._dialect = d = _make(dialect, options)
        write = getattr(file, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self._special = {c for c in (d.delimiter, d.escapechar, d.quotechar) if c} | set(d.lineterminator)

    @property
    def dialect(self):
        return self._dialect

    def _field(self, value):
        d = self._dialect
        quoting = d.quoting
        if value is None:
            text = ""
        elif isinstance(value, str):
            text = value
        else:
            text = str(value)
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float)) and not _is_number(value)
        elif quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        special = self._special
        for c in text:
            if c in special:
                break
        else:
            if quoted:
                return f"{d.quotechar}{text}{d.quotechar}", True
            return text, False
        parts = []
        for c in text:
            if c in special:
                escape = False
                if quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        parts.append(c)
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    parts.append(d.escapechar)
                else:
                    quoted = True
            parts.append(c)
        text = "".join(parts)
        if quoted:
            return f"{d.quotechar}{text}{d.quotechar}", True
        return text, False

    def _row(self, row):
        try:
            items = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self._dialect
        texts = []
        quoted = False
        for value in items:
            text, quoted = self._field(value)
            texts.append(text)
        if len(texts) == 1 and not texts[0] and not quoted:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts[0] = d.quotechar * 2
        return d.delimiter.join(texts) + d.lineterminator

    def writerow(self, row, /):
        """Construct and write a CSV record from an iterable of fields."""
        return self._write(self._row(row))

    def writerows(self, rows, /):
        """Construct and write a series of iterables to a csv file."""
        for row in rows:
            self._write(self._row(row))


def _is_number(value):
    return value is not None and not isinstance(value, (str, bytes)) and (hasattr(type(value), "__float__") or hasattr(type(value), "__index__"))


def writer(fileobj, dialect=_unset, /, **fmtparams):
    """Return a writer object that will write user data on the given file object."""
    return _Writer(fileobj, dialect, fmtparams)


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Writer.__name__ = _Writer.__qualname__ = "writer"
