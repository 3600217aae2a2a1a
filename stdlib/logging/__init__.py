"""Logging (library reference, "logging").

    logger.info(...) -> LogRecord -> the logger's filters -> the handlers of the logger and of its ancestors
    handler          -> level, filters, formatter -> emit

Loggers make a tree by their dotted names; the Manager keeps it (`loggerDict`), with a PlaceHolder where loggers exist only further down.
"""
import atexit
import os
import re
import sys
import time
import traceback
import types
import warnings
import weakref
from collections.abc import Mapping as _Mapping
from itertools import islice as _islice
from _thread import RLock as _RLock, get_ident as _get_ident
import _runtime

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter", "Handler", "INFO",
           "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig",
           "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass",
           "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory", "setLogRecordFactory",
           "lastResort", "raiseExceptions", "getLevelNamesMapping", "getHandlerByName", "getHandlerNames"]

_startTime = time.time()
raiseExceptions = True  # errors of handlers are shown
logThreads = logProcesses = logMultiprocessing = logAsyncioTasks = True  # what records are to hold

# ---- levels ----

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_nameToLevel = dict(CRITICAL=CRITICAL, FATAL=FATAL, ERROR=ERROR, WARN=WARN, WARNING=WARNING, INFO=INFO, DEBUG=DEBUG, NOTSET=NOTSET)
_levelToName = {number: name for name, number in _nameToLevel.items() if name not in ("FATAL", "WARN")}


def getLevelNamesMapping():
    """A dict of all names of levels and their numbers."""
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a number, or the number of a name; "Level n" if there is none."""
    for table in _levelToName, _nameToLevel:
        if table.get(level) is not None:
            return table[level]
    return f"Level {level}"


def addLevelName(level, levelName):
    """Gives a number a name."""
    with _lock:
        _nameToLevel[levelName], _levelToName[level] = level, levelName


def _checkLevel(level):
    """The number of a level given by number or name."""
    if isinstance(level, int):
        return level
    if str(level) != level:
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    try:
        return _nameToLevel[level]
    except KeyError:
        raise ValueError(f"Unknown level: {level!r}") from None


_lock = _RLock()  # of what the module keeps: names, handlers, the tree of loggers


def _acquireLock():
    _lock.acquire()


def _releaseLock():
    _lock.release()


# ---- frames ----

def currentframe():
    """The caller's frame."""
    return _runtime.frame(1)


_srcfile = currentframe().f_code.co_filename  # frames of this file are passed over; None: records hold no places


def _outside(frame):
    """The frame and those above it which are not of this file."""
    while frame is not None:
        if frame.f_code.co_filename != _srcfile:
            yield frame
        frame = frame.f_back


# ---- records ----

class LogRecord:
    """What happened: all there is to know about one call of a logger."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time()
        if args and len(args) == 1 and isinstance(args[0], _Mapping) and args[0]:
            args = args[0]  # the values of %(name)s
        self.name, self.msg, self.args = name, msg, args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        try:
            self.filename, self.module = _file_names[pathname]
        except (KeyError, TypeError):
            self.filename, self.module = _names_of_file(pathname)
        self.exc_info, self.exc_text, self.stack_info = exc_info, None, sinfo
        self.lineno, self.funcName = lineno, func
        self.created, self.msecs = now, float(int(now % 1 * 1000))
        self.relativeCreated = (now - _startTime) * 1000
        self.thread, self.threadName = _this_thread() if logThreads else (None, None)
        self.processName = _this_process() if logMultiprocessing else None
        self.process = os.getpid() if logProcesses else None
        self.taskName = _this_task() if logAsyncioTasks else None

    def __repr__(self):
        return '<%s: %s, %s, %s, %s, "%s">' % ("LogRecord", self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        """The message, with the arguments put in."""
        text = str(self.msg)
        return text % self.args if self.args else text


_file_names = {}  # by path: what records call it


def _names_of_file(path):
    try:
        file = os.path.basename(path)
        names = file, os.path.splitext(file)[0]
    except (AttributeError, TypeError, ValueError):
        return path, "Unknown module"
    if len(_file_names) > 500:  # they come from elsewhere
        _file_names.clear()
    _file_names[path] = names
    return names


# What a record says of its surroundings is asked of modules only if the program has imported them.

def _this_thread():
    threading = sys.modules.get("threading")
    return _get_ident(), threading.current_thread().name if threading else "MainThread"


def _this_process():
    multiprocessing = sys.modules.get("multiprocessing")
    try:
        return multiprocessing.current_process().name
    except Exception:  # it is not there, or not complete yet
        return "MainProcess"


def _this_task():
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        try:
            return asyncio.current_task().get_name()
        except Exception:
            pass


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
    """Records are made by calling this, with the arguments of LogRecord."""
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    """What makes records."""
    return _logRecordFactory


def makeLogRecord(dict):
    """A record with these attributes, such as came from another process."""
    record = _logRecordFactory(*(None, None, "", 0, "", (), None, None))
    vars(record).update(dict)
    return record


# ---- formatters ----

class PercentStyle:
    """How values are put into a format; this one by `%`."""

    default_format, asctime_format, asctime_search = "%(message)s", "%(asctime)s", "%(asctime)"
    validation_pattern = r"(?i)%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]"

    def __init__(self, fmt, *, defaults=None):
        self._fmt, self._defaults = fmt or self.default_format, defaults

    def usesTime(self):
        """Whether the format has a place for the time."""
        return self.asctime_search in self._fmt

    def validate(self):
        """Raises ValueError if the format is not of this style."""
        if re.search(self.validation_pattern, self._fmt) is None:
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _fill(self, values):
        return self._fmt % values

    def format(self, record):
        """The format with the record's attributes in it."""
        values = vars(record)
        try:
            return self._fill({**self._defaults, **values} if self._defaults else values)
        except KeyError as missing:
            raise ValueError(f"Formatting field not found in record: {missing}")


class StrFormatStyle(PercentStyle):
    """By `str.format`."""

    default_format, asctime_format, asctime_search = "{message}", "{asctime}", "{asctime"
    fmt_spec = r"(?i)^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$"
    field_spec = r"^(\d+|\w+)(\.\w+|\[[^]]+\])*$"

    def _fill(self, values):
        return self._fmt.format(**values)

    def _problems(self):
        from string import Formatter as Parser
        named = False
        for _, field, spec, conversion in Parser().parse(self._fmt):
            if field:
                named = True
                if re.match(self.field_spec, field) is None:
                    yield f"invalid field name/expression: {field!r}"
            if conversion and conversion not in "rsa":
                yield f"invalid conversion: {conversion!r}"
            if spec and re.match(self.fmt_spec, spec) is None:
                yield f"bad specifier: {spec!r}"
        if not named:
            yield "no fields"

    def validate(self):
        try:
            problem = next(self._problems(), None)
        except ValueError as error:  # it cannot even be parsed
            problem = error
        if problem is not None:
            raise ValueError(f"invalid format: {problem}")


class StringTemplateStyle(PercentStyle):
    """By `string.Template`."""

    default_format, asctime_format, asctime_search = "${message}", "${asctime}", "${asctime}"

    def __init__(self, *args, **kwargs):
        from string import Template
        super().__init__(*args, **kwargs)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or super().usesTime()

    def _fill(self, values):
        return self._tpl.substitute(**values)

    def validate(self):
        problem = "bare '$' not allowed" if not self._tpl.is_valid() else "no fields" if not self._tpl.get_identifiers() else None
        if problem:
            raise ValueError("invalid format: " + problem)


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT), "{": (StrFormatStyle, "{levelname}:{name}:{message}"), "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _style_of(key):
    if key in _STYLES:
        return _STYLES[key]
    raise ValueError("Style must be one of: " + ",".join(_STYLES))


class Formatter:
    """Makes text of a record. `converter`, `default_time_format` and `default_msec_format` say how the time is written."""

    converter = time.localtime
    default_time_format, default_msec_format = "%Y-%m-%d %H:%M:%S", "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = _style_of(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt, self.datefmt = self._style._fmt, datefmt

    def usesTime(self):
        """Whether the record's time is needed."""
        return self._style.usesTime()

    def formatTime(self, record, datefmt=None):
        """The record's time."""
        when = self.converter(record.created)
        text = time.strftime(datefmt or self.default_time_format, when)
        return text if datefmt or not self.default_msec_format else self.default_msec_format % (text, record.msecs)

    def formatMessage(self, record):
        """The line of the record."""
        return self._style.format(record)

    def formatException(self, ei):
        """The text of an exception, given as sys.exc_info() gives it."""
        return "".join(traceback.format_exception(*ei)).removesuffix("\n")

    def formatStack(self, stack_info):
        """The text of a stack."""
        return stack_info

    def format(self, record):
        """The text of the record: its line, the exception, the stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)  # kept for other handlers
        if record.exc_text:
            text = _below(text, record.exc_text)
        return _below(text, self.formatStack(record.stack_info)) if record.stack_info else text


def _below(text, more):
    return text + more if text.endswith("\n") else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes text of a number of records, between a header and a footer."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        """What comes before them."""
        return ""

    def formatFooter(self, records):
        """What comes after them."""
        return ""

    def format(self, records):
        """The text of them all; nothing if there are none."""
        if not len(records):
            return ""
        return "".join([self.formatHeader(records), *map(self.linefmt.format, records), self.formatFooter(records)])


# ---- filters ----

class Filter:
    """Lets pass what comes from one logger and from those below it."""

    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        """Whether the record passes."""
        return not self.nlen or record.name == self.name or record.name.startswith(self.name + ".")


def _add_once(items, item):
    with _lock:
        if item not in items:
            items.append(item)


def _take_out(items, item):
    with _lock:
        if item in items:
            items.remove(item)


class Filterer:
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Adds an object with a method `filter`, or a function."""
        _add_once(self.filters, filter)

    def removeFilter(self, filter):
        """Removes it, if it is there."""
        _take_out(self.filters, filter)

    def filter(self, record):
        """The record, or the one that a filter has put in its place; false if a filter holds it back."""
        for each in self.filters:
            verdict = getattr(each, "filter", each)(record)
            if not verdict:
                return False
            record = verdict if isinstance(verdict, LogRecord) else record
        return record


# ---- handlers ----

_handlers = weakref.WeakValueDictionary()  # those that have names
_handlerList = []  # weak references to all, in the order in which they were made


def getHandlerByName(name):
    """The handler of this name; None if there is none."""
    return _handlers.get(name)


def getHandlerNames():
    """A frozenset of all names of handlers."""
    return frozenset(_handlers)


def _forget_handler(reference):
    _take_out(_handlerList, reference)


class Handler(Filterer):
    """Sends records somewhere; `emit` of a subclass says how."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = self.formatter = None
        self._closed = False
        self.level = _checkLevel(level)
        with _lock:
            _handlerList.append(weakref.ref(self, _forget_handler))
        self.createLock()

    def __repr__(self):
        return f"<{type(self).__name__} {self._about()}({getLevelName(self.level)})>"

    def _about(self):
        return ""

    def get_name(self):
        return self._name

    def set_name(self, name):
        with _lock:
            _handlers.pop(self._name, None)
            self._name = name
            if name:
                _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        """Makes the lock that keeps threads apart."""
        self.lock = _RLock()

    def acquire(self):
        """Waits for the lock."""
        if self.lock:
            self.lock.acquire()

    def release(self):
        """Gives the lock back."""
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        """Records below the level are left out."""
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        """What makes text of records."""
        self.formatter = fmt

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        """Sends the record; for subclasses."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Sends the record unless a filter holds it back; the filters' verdict."""
        verdict = self.filter(record)
        if verdict:
            self.acquire()
            try:
                self.emit(verdict if isinstance(verdict, LogRecord) else record)
            finally:
                self.release()
        return verdict

    def flush(self):
        """Sends what has been held back; for subclasses."""

    def close(self):
        """The handler is used no more."""
        with _lock:
            self._closed = True
            if self._name:
                _handlers.pop(self._name, None)

    def handleError(self, record):
        """Called in `emit` where an exception is handled: shows it on sys.stderr, if `raiseExceptions` is true."""
        stream = sys.stderr
        if raiseExceptions and stream:
            try:
                for text in _error_report(record, sys.exception()):
                    stream.write(text)
            except OSError:
                pass


def _error_report(record, error):
    yield "--- Logging error ---\n"
    yield from traceback.format_exception(error)
    yield "Call stack:\n"
    here = os.path.dirname(_srcfile or __file__)
    frame = _runtime.frame(0)
    while frame and os.path.dirname(frame.f_code.co_filename) == here:
        frame = frame.f_back
    if frame:
        yield from traceback.format_stack(frame)
    else:
        yield f"Logged from file {record.filename}, line {record.lineno}\n"
    try:
        about = f"Message: {record.msg!r}\nArguments: {record.args}\n"
    except RecursionError:
        raise
    except Exception:
        about = "Unable to print the message and arguments - possible formatting error.\nUse the traceback above to help find the error.\n"
    yield about


class StreamHandler(Handler):
    """Writes records to a stream, sys.stderr if none is given, each with `terminator` after it."""

    terminator = "\n"
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream if stream is not None else sys.stderr

    def _about(self):
        name = getattr(self.stream, "name", "")
        return f"{name} " if str(name) else ""

    def setStream(self, stream):
        """Writes to another one from now on; the old one, or None if it is the same."""
        old = self.stream
        if old is stream:
            return None
        self.acquire()
        try:
            self.flush()
            self.stream = stream
        finally:
            self.release()
        return old

    def flush(self):
        """Flushes the stream."""
        self.acquire()
        try:
            flush = getattr(self.stream, "flush", None) if self.stream else None
            if flush is not None:
                flush()
        finally:
            self.release()

    def emit(self, record):
        """Writes the record."""
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


class FileHandler(StreamHandler):
    """Writes records to a file; with `delay`, it is opened when the first one comes."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        self._builtin_open = open  # at exit the name may be gone before the handler is
        if not delay:
            super().__init__(self._open())
        else:
            Handler.__init__(self)
            self.stream = None

    def _about(self):
        return self.baseFilename + " "

    def _open(self):
        return self._builtin_open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        """Closes the file."""
        self.acquire()
        try:
            stream = self.stream
            try:
                if stream:
                    self.flush()
            finally:
                self.stream = None
                if hasattr(stream, "close"):
                    stream.close()
        finally:
            Handler.close(self)
            self.release()

    def emit(self, record):
        if self.stream is None and not (self._closed and self.mode == "w"):  # what is closed is not overwritten
            self.stream = self._open()
        if self.stream:
            super().emit(record)


class NullHandler(Handler):
    """Does nothing with records: for libraries, so that theirs are not shown by the last resort."""

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    """Writes to what sys.stderr is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    stream = property(lambda self: sys.stderr)


lastResort = _defaultLastResort = _StderrHandler(WARNING)  # handles what no other handler does


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, the last made first; done at exit."""
    for handler in [reference() for reference in reversed(handlerList)]:
        try:
            if handler:
                _retire(handler)
        except:
            if raiseExceptions:
                raise


def _retire(handler):
    try:
        handler.acquire()
        if getattr(handler, "flushOnClose", True):
            handler.flush()
        handler.close()
    except (OSError, ValueError):  # the stream is closed already
        pass
    finally:
        handler.release()


atexit.register(shutdown)


def _after_fork():
    """The child of a fork has none of the threads that may have held a lock."""
    global _lock
    _lock = _RLock()
    for reference in list(_handlerList):
        handler = reference()
        if handler is not None:
            handler.createLock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


# ---- loggers ----

def _must_be_logger(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


def setLoggerClass(klass):
    """Loggers are made of this class from now on."""
    global _loggerClass
    _must_be_logger(klass)
    _loggerClass = klass


def getLoggerClass():
    """The class of which loggers are made."""
    return _loggerClass


class PlaceHolder:
    """In the tree in place of a logger that has not been made: the loggers below it."""

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager:
    """Keeps the tree of loggers; there is one."""

    def __init__(self, rootnode):
        self.root, self.loggerDict = rootnode, {}
        self.loggerClass = self.logRecordFactory = None
        self.emittedNoHandlerWarning = False
        self._caches = []  # of the loggers that have asked about levels
        self.disable = 0

    @property
    def disable(self):
        """Records up to this level are left out everywhere."""
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def setLoggerClass(self, klass):
        """Loggers of this manager are made of this class."""
        _must_be_logger(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        """Kept for programs that ask for it."""
        self.logRecordFactory = factory

    def getLogger(self, name):
        """The logger of this name, made if there is none."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        held = self.loggerDict.get(name)
        if held is not None and not isinstance(held, PlaceHolder):
            return held
        with _lock:
            held = self.loggerDict.get(name)
            if held is None or isinstance(held, PlaceHolder):
                logger = self.loggerDict[name] = (self.loggerClass or _loggerClass)(name)
                logger.manager = self
                self._place(logger, held.loggerMap if held is not None else ())
                return logger
        return held

    def _place(self, logger, below):
        """Puts a new logger into the tree: under the nearest above it, and between that one and those below."""
        path = logger.name
        logger.parent = self.root
        while "." in path:
            path = path[:path.rindex(".")]
            if not path:
                break
            above = self.loggerDict.get(path)
            if isinstance(above, Logger):
                logger.parent = above
                break
            if above is None:
                self.loggerDict[path] = PlaceHolder(logger)
            else:
                above.append(logger)
        for lower in below:
            if lower.parent is logger.parent:
                lower.parent = logger

    def _clear_cache(self):
        with _lock:
            for cache in self._caches:
                cache.clear()
            self._caches.clear()


def _report_at(level, name):
    """A method of loggers for one level."""
    def method(self, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)
    return _named(method, name, f"Logs a message with the level {name.upper()}; its arguments are put in by %.")


def _other_name(name, of, owner, is_deprecated=False):
    """A method, or with no owner a function, that only calls another one."""
    kind = "method" if owner else "function"

    def call(target, msg, args, kwargs):
        if is_deprecated:
            warnings.warn(f"The {name!r} {kind} is deprecated, use {of!r} instead", DeprecationWarning, 3)
        target(msg, *args, **kwargs)

    def method(self, msg, *args, **kwargs):
        call(getattr(self, of), msg, args, kwargs)

    def function(msg, *args, **kwargs):
        call(globals()[of], msg, args, kwargs)
    return _named(method if owner else function, name, f"Another name of `{of}`{', deprecated' if is_deprecated else ''}.", owner)


def _named(method, name, about, owner="Logger."):
    method.__name__, method.__qualname__, method.__doc__ = name, owner + name, about
    return method


class Logger(Filterer):
    """Where events are reported to. Loggers are not made but got from getLogger()."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name, self.level, self.parent = name, _checkLevel(level), None
        self.propagate, self.disabled, self.handlers = True, False, []
        self._cache = {}  # by level, whether it is enabled

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        if getLogger(self.name) is self:
            return getLogger, (self.name,)
        from pickle import PicklingError
        raise PicklingError("logger cannot be pickled")

    def _line(self):
        """This logger and those above it."""
        logger = self
        while logger:
            yield logger
            logger = logger.parent

    # ---- levels ----

    def setLevel(self, level):
        """Records below the level are left out."""
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def getEffectiveLevel(self):
        """The level set here, or else further up."""
        logger = self
        while logger and not logger.level:
            logger = logger.parent
        return logger.level if logger else NOTSET

    def isEnabledFor(self, level):
        """Whether a record of this level would be handled."""
        if self.disabled:
            return False
        try:
            return self._cache[level]
        except KeyError:
            pass
        with _lock:
            if not self._cache:
                self.manager._caches.append(self._cache)
            answer = self._cache[level] = level > self.manager.disable and self.getEffectiveLevel() <= level
        return answer

    # ---- reporting ----

    debug, info, warning, error, critical = map(_report_at, (DEBUG, INFO, WARNING, ERROR, CRITICAL), ("debug", "info", "warning", "error", "critical"))

    fatal, warn = _other_name("fatal", "critical", "Logger."), _other_name("warn", "warning", "Logger.", True)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs an error with the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs a message with a level given by number."""
        is_number = isinstance(level, int)
        if not is_number and raiseExceptions:
            raise TypeError("level must be an integer")
        if is_number and self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        place = "(unknown file)", 0, "(unknown function)", None
        if _srcfile:
            try:
                place = self.findCaller(stack_info, stacklevel)
            except ValueError:
                pass
        if exc_info and not isinstance(exc_info, tuple):
            error = exc_info if isinstance(exc_info, BaseException) else None
            exc_info = sys.exc_info() if error is None else (type(error), error, error.__traceback__)
        file, line, function, stack = place
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info, function, extra, stack))

    def findCaller(self, stack_info=False, stacklevel=1):
        """Where the logger was called: file, line, function, and the text of the stack if asked for. With a greater `stacklevel`, so much further
        up."""
        frames = _outside(_runtime.frame(1))
        frame = next(frames, None)
        for further in _islice(frames, max(stacklevel - 1, 0)) if stacklevel > 1 else ():
            frame = further
        if frame is None:
            return "(unknown file)", 0, "(unknown function)", None
        stack = None
        if stack_info:
            stack = "".join(["Stack (most recent call last):\n", *traceback.format_stack(frame)]).removesuffix("\n")
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, stack

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """Makes a record; subclasses may make theirs."""
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            attributes = vars(record)
            for key in extra:
                if key in attributes or key == "message" or key == "asctime":
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                attributes[key] = extra[key]
        return record

    # ---- handling ----

    def addHandler(self, hdlr):
        """Records are given to this handler, too."""
        _add_once(self.handlers, hdlr)

    def removeHandler(self, hdlr):
        """Records are not given to it any more."""
        _take_out(self.handlers, hdlr)

    def hasHandlers(self):
        """Whether records get to any handler."""
        for logger in self._line():
            if logger.handlers or not logger.propagate:
                return bool(logger.handlers)
        return False

    def handle(self, record):
        """Gives a record to the handlers unless the logger is disabled or a filter holds it back."""
        verdict = not self.disabled and self.filter(record)
        if verdict:
            self.callHandlers(verdict if isinstance(verdict, LogRecord) else record)

    def callHandlers(self, record):
        """Gives a record to the handlers of this logger and of those above it, as far as records propagate."""
        unheard = True
        for logger in self._line():
            for handler in logger.handlers:
                unheard = False
                if handler.level <= record.levelno:
                    handler.handle(record)
            if not logger.propagate:
                break
        if unheard:
            self._handle_unheard(record)

    def _handle_unheard(self, record):
        if lastResort:
            if lastResort.level <= record.levelno:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            self.manager.emittedNoHandlerWarning = True
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')

    # ---- the tree ----

    def getChild(self, suffix):
        """The logger of this name below this one."""
        return self.manager.getLogger(suffix if self is self.root else f"{self.name}.{suffix}")

    def getChildren(self):
        """A set of the loggers right below this one."""
        with _lock:
            depth = 0 if self is self.manager.root else self.name.count(".") + 1
            return {each for each in self.manager.loggerDict.values()
                    if isinstance(each, Logger) and each.name.count(".") == depth and each.parent is self}


class RootLogger(Logger):
    """The logger at the top, which has a level always."""

    def __init__(self, level):
        super().__init__("root", level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger
root = Logger.root = RootLogger(WARNING)
Logger.manager = Manager(root)


def _delegate_at(level, name):
    """A method of adapters for one level."""
    def method(self, msg, *args, **kwargs):
        self.log(level, msg, *args, **kwargs)
    return _named(method, name, f"Logs a message with the level {name.upper()}.", "LoggerAdapter.")


class LoggerAdapter:
    """A logger with something to be added to its messages: `extra` makes attributes of records, `process` may do more."""

    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, logger, extra=None):
        self.logger, self.extra = logger, extra

    def __repr__(self):
        return f"<{type(self).__name__} {self.logger.name} ({getLevelName(self.logger.getEffectiveLevel())})>"

    def process(self, msg, kwargs):
        """The message and the keywords as they are to be logged."""
        kwargs["extra"] = self.extra
        return msg, kwargs

    debug, info, warning, error, critical = map(_delegate_at, (DEBUG, INFO, WARNING, ERROR, CRITICAL), ("debug", "info", "warning", "error", "critical"))

    warn = _other_name("warn", "warning", "LoggerAdapter.", True)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs an error with the exception that is being handled."""
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs a message, as `process` has it."""
        if not self.isEnabledFor(level):
            return
        text, options = self.process(msg, kwargs)
        self.logger.log(level, text, *args, **options)

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    # The rest is the logger's.

    def hasHandlers(self):
        return self.logger.hasHandlers()

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    name = property(lambda self: self.logger.name)
    manager = property(lambda self: self.logger.manager, lambda self, manager: setattr(self.logger, "manager", manager))

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()


# ---- functions of the module: the root logger's ----

def getLogger(name=None):
    """The logger of this name, made if there is none; without a name, the root logger."""
    if name and not (isinstance(name, str) and name == root.name):
        return Logger.manager.getLogger(name)
    return root


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one.

    filename, filemode, encoding, errors: of a file; stream; or handlers, ready made. format, datefmt, style: of the messages; level: of the logger;
    force: handlers that are there are removed first."""
    with _lock:
        options = {"force": False, "encoding": None, "errors": "backslashreplace", **kwargs}
        if options["force"]:
            for handler in list(root.handlers):
                root.removeHandler(handler)
                handler.close()
        if not root.handlers:
            _configure_root(options)


def _configure_root(options):
    take = options.pop
    force, encoding, errors, handlers = take("force"), take("encoding"), take("errors"), take("handlers", None)
    if handlers is None:
        if options.keys() >= {"stream", "filename"}:
            raise ValueError("'stream' and 'filename' should not be specified together")
        filename, mode = take("filename", None), take("filemode", "a")
        if filename:
            handlers = [FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)]
        else:
            handlers = [StreamHandler(take("stream", None))]
    elif options.keys() & {"stream", "filename"}:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt, style = take("datefmt", None), take("style", "%")
    formatter = Formatter(take("format", _style_of(style)[1]), datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = take("level", None)
    if level is not None:
        root.setLevel(level)
    if options:
        raise ValueError("Unrecognised argument(s): " + ", ".join(options))


def _root_function(name):
    def function(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)
    return _named(function, name, f"Logs a message with the level {name.upper()} to the root logger, which is given a handler if it has none.", "")


debug, info, warning, error, critical = map(_root_function, ("debug", "info", "warning", "error", "critical"))


fatal, warn = _other_name("fatal", "critical", ""), _other_name("warn", "warning", "", True)


def exception(msg, *args, exc_info=True, **kwargs):
    """Logs an error with the exception that is being handled to the root logger."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def log(level, msg, *args, **kwargs):
    """Logs a message with a level given by number to the root logger."""
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Records up to this level are left out everywhere."""
    root.manager.disable = level
    root.manager._clear_cache()


# ---- warnings ----

_shown_by = None  # warnings.showwarning as it was before captureWarnings


def _log_warning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _shown_by is not None:
            _shown_by(message, category, filename, lineno, file, line)
        return
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(warnings.formatwarning(message, category, filename, lineno, line)))


def captureWarnings(capture):
    """Warnings are logged to "py.warnings" from now on, or, if `capture` is false, no more."""
    global _shown_by
    if capture and _shown_by is None:
        _shown_by, warnings.showwarning = warnings.showwarning, _log_warning
    elif not capture and _shown_by is not None:
        warnings.showwarning, _shown_by = _shown_by, None
