"""Tracebacks as text and data (library reference, "traceback").

The runtime makes the text of a frame of a traceback, with its carets, and that of an exception (`_runtime`); here they are kept, put together and
printed.
"""
import itertools
import linecache
import sys
import _runtime

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb", "print_exc",
           "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary",
           "TracebackException", "walk_stack", "walk_tb"]

_RECURSIVE_CUTOFF = 3  # times a frame is shown that comes again and again


def _write(texts, file):
    file = sys.stderr if file is None else file
    for text in texts:
        print(text, file=file, end="")


def _try(function, value, what):
    """function(value), str or repr, of whatever a program has raised or used."""
    try:
        return function(value)
    except:
        return f"<{what} {function.__name__}() failed>"


# ---- frames and stacks ----

class FrameSummary:
    """A frame as it was: `filename`, `lineno`, `name`, `line`, and `locals` as text if they were asked for. Also a tuple of the first four."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename, self.lineno, self.name, self._line = filename, lineno, name, line
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self.locals = {variable: _try(repr, value, "local") for variable, value in locals.items()} if locals else None
        self._text = None  # the source with carets, of a frame of a traceback
        if lookup_line:
            self._look_up()

    def _look_up(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)

    @property
    def line(self):
        """The line of source, without the spaces around it; "" if it cannot be read."""
        if self._line is None:
            self._look_up()
        return self._line and self._line.strip()

    def _tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, index):
        return self._tuple()[index]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, tuple):
            return self._tuple() == other
        if not isinstance(other, FrameSummary):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in ("filename", "lineno", "name", "locals"))

    def __repr__(self):
        return "<FrameSummary file {0.filename}, line {0.lineno} in {0.name}>".format(self)


def _limited(entries, limit):
    """The first so many, or the last if the number is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        limit = limit and max(limit, 0)
    if limit is None:
        return entries
    return itertools.islice(entries, limit) if limit >= 0 else list(entries)[limit:]


class StackSummary(list):
    """A list of FrameSummary, the outermost first."""

    @classmethod
    def _of(cls, frames, lookup_lines, capture_locals):
        """`frames` are (frame, number of the line, source with carets, number of the instruction or None)."""
        made, files = cls(), set()
        for frame, number, text, instruction in frames:
            code = frame.f_code
            file = code.co_filename
            if file not in files:
                files.add(file)
                linecache.checkcache(file)
                linecache.lazycache(file, frame.f_globals)
            summary = FrameSummary(file, number, code.co_name, lookup_line=False, locals=frame.f_locals if capture_locals else None)
            summary._text = text
            if instruction is not None and hasattr(code, "co_positions"):
                _, summary.end_lineno, summary.colno, summary.end_colno = next(itertools.islice(code.co_positions(), instruction, None), (None,) * 4)
            made.append(summary)
        if lookup_lines:
            for summary in made:
                summary._look_up()
        return made

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of (frame, number of the line), as walk_stack() and walk_tb() yield them."""
        return klass._of(((frame, number, None, None) for frame, number in _limited(frame_gen, limit)), lookup_lines, capture_locals)

    @classmethod
    def from_list(klass, a_list):
        """Of FrameSummary objects and tuples of (filename, lineno, name, line)."""
        made = StackSummary()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                file, number, function, source = entry
                entry = FrameSummary(file, number, function, line=source)
            made.append(entry)
        return made

    def format_frame_summary(self, frame_summary):
        """The text of one frame; None, from a subclass, leaves it out."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary._text:
            text += frame_summary._text
        elif not frame_summary.filename.startswith("<typhon>") and frame_summary.line:  # the library's own lines are not shown
            text += f"    {frame_summary.line}\n"
        values = frame_summary.locals
        return text + "".join([f"    {name} = {values[name]}\n" for name in sorted(values)]) if values else text

    def format(self):
        """The texts of all frames; of those that come again and again, the first few."""
        texts, last, times = [], None, 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            place = (summary.filename, summary.lineno, summary.name)
            if place != last:
                texts += _repeated(times)
                last, times = place, 0
            times += 1
            if times <= _RECURSIVE_CUTOFF:
                texts.append(text)
        return texts + _repeated(times)


def _repeated(times):
    more = times - _RECURSIVE_CUTOFF
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def walk_stack(f):
    """Yields (frame, number of the line), from this frame outwards. None: from that of the caller of StackSummary.extract, for which this is
    made; used alone, it begins as far up."""
    frame = f
    if frame is None:
        try:
            frame = _runtime.frame(4)
        except ValueError:  # there are not so many
            frame = _runtime.frame(1)
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def _levels(tb):
    while tb is not None:
        yield tb
        tb = tb.tb_next


def walk_tb(tb):
    """Yields (frame, number of the line), from where the exception was handled inwards."""
    return ((level.tb_frame, level.tb_lineno) for level in _levels(tb))


def _source(level):
    try:
        text = _runtime.traceback_source(level)
    except TypeError:  # something like a traceback
        return None
    file = level.tb_frame.f_code.co_filename
    if not text and not file.startswith("<typhon>"):
        lines = linecache.getlines(file, level.tb_frame.f_globals)  # as doctest puts its examples there
        if lines:
            text = _runtime.traceback_source(level, "".join(lines))
    return text


def _extract(tb, limit, lookup_lines=True, capture_locals=False):
    frames = ((level.tb_frame, level.tb_lineno, _source(level), getattr(level, "tb_lasti", -1) // 2 if getattr(level, "tb_lasti", -1) >= 0 else None) for level in _limited(_levels(tb), limit))
    return StackSummary._of(frames, lookup_lines, capture_locals)


def extract_tb(tb, limit=None):
    """The StackSummary of a traceback."""
    return _extract(tb, limit)


def extract_stack(f=None, limit=None):
    """The StackSummary of the stack at a frame, the caller's if none is given."""
    stack = StackSummary.extract(walk_stack(f or _runtime.frame(1)), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """The texts of frames, given as FrameSummary objects or tuples."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """The texts of the frames of a traceback."""
    return _extract(tb, limit).format()


def format_stack(f=None, limit=None):
    """The texts of the frames of the stack at a frame, the caller's if none is given."""
    return extract_stack(f or _runtime.frame(1), limit).format()


def print_list(extracted_list, file=None):
    """Prints the texts of frames, to sys.stderr if no file is given, as all print_ functions do."""
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    """Prints the frames of a traceback."""
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    """Prints the frames of the stack at a frame, the caller's if none is given."""
    _write(format_stack(f or _runtime.frame(1), limit), file)


def clear_frames(tb):
    """Clears the local variables of all frames of a traceback that do not run any more."""
    for level in _levels(tb):
        try:
            level.tb_frame.clear()
        except RuntimeError:
            pass


# ---- exceptions: functions ----

class _Implicit:
    def __repr__(self):
        return "<implicit>"


_implicit = _Implicit()


def _exception_of(exc, value, tb):
    """(exception, traceback) of the arguments: an exception alone, or its type, itself and its traceback."""
    given = [argument is not _implicit for argument in (value, tb)]
    if all(given):
        return value, tb
    if any(given):
        raise ValueError("Both or neither of value and tb must be given")
    if exc is None or isinstance(exc, BaseException):
        return exc, getattr(exc, "__traceback__", None)
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _texts(exc, value, tb, limit, chain):
    exception, traceback = _exception_of(exc, value, tb)
    return TracebackException(type(exception), exception, traceback, limit=limit, compact=True).format(chain=chain)


def format_exception(exc, /, value=_implicit, tb=_implicit, limit=None, chain=True):
    """The texts of an exception: those that led to it (`chain`), the frames, itself."""
    return list(_texts(exc, value, tb, limit, chain))


def print_exception(exc, /, value=_implicit, tb=_implicit, limit=None, file=None, chain=True):
    """Prints an exception."""
    _write(_texts(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_implicit):
    """The texts of an exception alone: of one, but for SyntaxError and notes."""
    exception = exc if value is _implicit else value
    return list(TracebackException(type(exception), exception, None, compact=True).format_exception_only())


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    error = sys.exception()
    return "".join(format_exception(error, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    error = sys.exception()
    print_exception(error, limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Prints the last exception that nothing handled, of an interactive session."""
    if hasattr(sys, "last_exc"):
        last = (sys.last_exc,)
    elif hasattr(sys, "last_type"):
        last = (sys.last_type, sys.last_value, sys.last_traceback)
    else:
        raise ValueError("no last exception")
    print_exception(*last, limit=limit, file=file, chain=chain)


# ---- exceptions: kept to be shown ----

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class TracebackException:
    """An exception as it was, to be shown: all that is needed for that is taken when it is made, and neither it nor its frames are kept."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = _extract(exc_traceback, limit, lookup_lines, capture_locals)
        self.exc_type, self._str = exc_type, _try(str, exc_value, "exception")
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = ["Ignored error getting __notes__: " + _try(repr, error, "__notes__")]
        self._only = _runtime.format_exception_only(exc_value) if isinstance(exc_value, BaseException) else None
        if exc_traceback is None and isinstance(exc_value, NameError) and self._str and self._str in self._only:
            # Which names there are, is known from the frame alone: nothing is suggested without one.
            start = self._only.index(self._str) + len(self._str)
            self._only = self._only[:start] + self._only[self._only.index("\n", start):]
        if exc_type and issubclass(exc_type, SyntaxError):
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            self.lineno, self.end_lineno = (n if n is None else str(n) for n in (exc_value.lineno, exc_value.end_lineno))
        if _seen is None:  # else it is made for another one, which follows the relations itself, without recursion
            def keep(exception):
                return TracebackException(
                    type(exception), exception, exception.__traceback__, limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                    max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)
            seen = {id(exc_value)}
            _relate(self, exc_value, keep, seen, compact)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an exception and its own traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Yields the texts of the exception alone."""
        if self.exc_type is None or self._only is None:
            yield "NoneType: None\n" if self.exc_type in (None, type(None)) else f"{self.exc_type.__qualname__}: {self._str}\n"
        elif issubclass(self.exc_type, SyntaxError):
            yield from _syntax_error_parts(self._only)
        else:
            head, notes = _split_notes(self._only, self.__notes__)
            yield head
            yield from notes

    def format(self, *, chain=True):
        """Yields the texts of the exception, with those that led to it."""
        return self._pieces(chain, 0)

    def print(self, *, file=None, chain=True):
        """Prints them."""
        _write(self.format(chain=chain), file)

    def _earlier(self):
        """(what is said between the two, the exception that led to this one), or (None, None)"""
        if self.__cause__ is not None:
            return _CAUSE, self.__cause__
        if self.__context__ is not None and not self.__suppress_context__:
            return _CONTEXT, self.__context__
        return None, None

    def _pieces(self, chain, depth):
        """Yields the texts as they stand within groups `depth` deep; returns whether a group is among them."""
        line = [(None, self)]
        while chain and line[-1][1] is not None:
            said, earlier = line[-1][1]._earlier()
            line[-1] = (said, line[-1][1])
            line.append((None, earlier))
        has_group = False
        for said, exception in reversed(line):
            if exception is None:
                continue
            if said is not None:
                yield from _indented([said], depth)
            if exception.exceptions is None:
                if exception.stack:
                    yield from _indented(["Traceback (most recent call last):\n", *exception.stack.format()], depth)
                yield from _indented(exception.format_exception_only(), depth)
            elif depth > self.max_group_depth:
                yield from _indented([f"... (max_group_depth is {self.max_group_depth})\n"], depth)
            else:
                yield from exception._group_pieces(self.max_group_width, depth, chain)
                has_group = True
        return has_group

    def _group_pieces(self, width, depth, chain):
        """Those of a group: itself, then each member under a numbered line."""
        margin = "|"
        if depth == 0:
            depth, margin = 1, "+"
        if self.stack:
            yield from _indented(["Exception Group Traceback (most recent call last):\n"], depth, margin)
            yield from _indented(self.stack.format(), depth)
        yield from _indented(self.format_exception_only(), depth)
        left_out = len(self.exceptions) - width
        inner = depth + 1
        for number, member in enumerate(self.exceptions[:width], 1):
            yield _rule(depth, number, number == 1)
            has_group = yield from member._pieces(chain, inner)
        if left_out > 0:
            yield _rule(depth, "...", width == 0)
            yield from _indented([f"and {left_out} more exception{'s' if left_out > 1 else ''}\n"], inner)
            has_group = False
        if not has_group:  # else its own last line ends this one, too
            yield "  " * inner + "+------------------------------------\n"


def _relate(kept, exception, keep, seen, compact):
    """Keeps what led to an exception, and the members of groups, each once."""
    waiting = [(kept, exception)]

    def new(other):
        if other is None or id(other) in seen:
            return None
        seen.add(id(other))
        waiting.append((keep(other), other))
        return waiting[-1][0]
    while waiting:
        kept, exception = waiting.pop()
        if exception is not None:
            kept.__cause__ = new(exception.__cause__)
            if not compact or exception.__cause__ is None and not exception.__suppress_context__:
                kept.__context__ = new(exception.__context__)
            if isinstance(exception, BaseExceptionGroup):
                kept.exceptions = []
                for member in exception.exceptions:
                    seen.discard(id(member))  # a member is shown wherever it is
                    kept.exceptions.append(new(member))


def _indented(texts, depth, margin="|"):
    """The texts within groups so deep, their lines behind a margin."""
    if depth == 0:
        return texts
    start = "  " * depth + margin + " "
    return ("".join([start + line for line in text.splitlines(True)]) for text in texts)


def _rule(depth, title, is_first):
    return f"{'  ' * depth}{'+-' if is_first else '  '}+---------------- {title} ----------------\n"


def _split_notes(text, notes):
    """The text without its notes, and the notes, each ending with a line end."""
    if notes is None:
        return text, []
    from collections.abc import Sequence
    if isinstance(notes, Sequence) and not isinstance(notes, (str, bytes)):
        lines = [line + "\n" for note in notes for line in _try(str, note, "note").split("\n")]
    else:
        lines = [_try(repr, notes, "__notes__") + "\n"]
    tail = "".join(lines)
    return (text[:-len(tail)], lines) if tail and text.endswith(tail) else (text, [])


def _syntax_error_parts(text):
    """File line, source line with carets, message."""
    lines = text.splitlines(True)
    has_place = bool(lines) and lines[0].startswith("  File ")
    source = itertools.takewhile(lambda line: line.startswith("    "), lines[has_place:])
    place = [*lines[:has_place], *source]
    return place + lines[len(place):]
