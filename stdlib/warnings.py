"""Warnings, and the filters that say what becomes of them (library reference, "warnings").

A filter is (action, pattern of the message, category, pattern of the module, line); patterns may be None, line 0, for any. The first that fits
counts. What has been shown is remembered in registries, of which each module has one (`__warningregistry__`); they hold the version of the filters
that was in force, and are emptied when that is out of date.
"""
import sys
from _runtime import frame as _frame, place as _place

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]

filters = [("ignore", None, category, None, 0) for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
filters.insert(0, ("default", None, DeprecationWarning, "__main__", 0))
defaultaction, onceregistry = "default", {}
_version = 1


# ---- filters ----

def _filters_mutated():
    global _version
    _version += 1


def resetwarnings():
    """No filter is left; what is not filtered has the default action."""
    filters.clear()
    _filters_mutated()


def _add_filter(append, *entry):
    if not append:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    elif entry not in filters:
        filters.append(entry)
    _filters_mutated()


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def _check(*conditions):
    for holds, complaint in conditions:
        if not holds:
            raise AssertionError(complaint)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter, in front of all others or behind them. `message` and `module` are regular expressions for the beginning of the message
    (in any case) and of the module's name."""
    is_class = isinstance(category, type)
    _check((action in _ACTIONS, f"invalid action: {action!r}"), (isinstance(message, str), "message must be a string"),
           (is_class, "category must be a class"), (is_class and issubclass(category, Warning), "category must be a Warning subclass"),
           (isinstance(module, str), "module must be a string"), (isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"))
    if message or module:
        import re
    _add_filter(append, action, re.compile(message, re.I) if message else None, category, re.compile(module) if module else None, lineno)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages and modules."""
    if action not in _ACTIONS or not isinstance(lineno, int) or lineno < 0:
        _check((action in _ACTIONS, f"invalid action: {action!r}"), (False, "lineno must be an int >= 0"))
    _add_filter(append, action, None, category, None, lineno)


def _fits(pattern, text):
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


# ---- giving warnings ----

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Gives a warning about the place where this is called, or, with a greater `stacklevel`, so much further up; frames of files that begin with
    one of `skip_file_prefixes` do not count."""
    kind = type(message) if isinstance(message, Warning) else UserWarning if category is None else category
    if not (isinstance(kind, type) and issubclass(kind, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(kind).__name__}'")
    if skip_file_prefixes == ():
        scope, file, line = _place(stacklevel if stacklevel > 1 else 1) or (vars(sys), "sys", 1)
    else:
        scope, file, line = _place_outside(skip_file_prefixes, max(stacklevel, 2))
    warn_explicit(message, kind, file, line, scope.get("__name__", "<string>"), scope.setdefault("__warningregistry__", {}), None, source)


def _place_outside(skipped, stacklevel):
    """(globals, file, line) of what the caller's warning is about, not counting frames of files that begin with one of `skipped`"""
    try:
        found = _frame_outside(skipped, _frame(2), stacklevel)
    except ValueError:  # there are not so many
        found = None
    return (vars(sys), "sys", 1) if found is None else (found.f_globals, found.f_code.co_filename, found.f_lineno)


def _frame_outside(skipped, frame, stacklevel):
    if not isinstance(skipped, tuple):
        raise TypeError(f"warn() argument 'skip_file_prefixes' must be tuple, not {type(skipped).__name__}")
    for prefix in skipped:
        if not isinstance(prefix, str):
            raise TypeError(f"Found non-str '{type(prefix).__name__}' in skip_file_prefixes.")
    while stacklevel > 1 and frame is not None:
        frame = frame.f_back
        if frame is None or not frame.f_code.co_filename.startswith(skipped):
            stacklevel -= 1
    return frame


def _warn_unawaited_coroutine(coro):
    """What the interpreter calls for a coroutine that was never started."""
    words = f"coroutine '{coro.__qualname__}' was never awaited"
    if coro.cr_origin:
        import traceback
        words += "\nCoroutine created at (most recent call last)\n" + "".join(traceback.format_list([(*c, None) for c in coro.cr_origin][::-1])).rstrip("\n")
    warn(words, RuntimeWarning, 2, coro)


def _deprecated(name, message="{name!r} is deprecated and slated for removal in Python {remove}", *, remove):
    """What modules of the library call for what will go in a version, given as a pair of numbers."""
    warn(message.format(name=name, remove="{}.{}".format(*remove)), DeprecationWarning, 3)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Gives a warning about a place. `module_globals` may have a loader that knows the source."""
    lineno = int(lineno)
    if module_globals is not None and not isinstance(module_globals, dict):
        raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
    if module is None:
        module = filename[:-3] if filename[-3:].lower() == ".py" else filename or "<unknown>"
    if isinstance(message, Warning):
        warning, text, category = message, str(message), type(message)
    else:
        warning, text = category(message), message
    registry = {} if registry is None else registry
    if registry.get("version") != _version:
        registry.clear()
        registry["version"] = _version
    here = (text, category, lineno)
    if here in registry:
        return
    for action, messages, kind, modules, line in filters:
        if (issubclass(category, kind) and (not line or line == lineno) and (messages is None or _fits(messages, text))
                and (modules is None or _fits(modules, module))):
            break
    else:
        action = messages = kind = modules = line = defaultaction
    if action == "error":
        raise warning
    if action in _MEMORIES:
        registry[here] = 1
        if _MEMORIES[action](registry, text, category):
            return
    elif action == "ignore":
        return
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {(action, messages, kind, modules, line)}")
    if module_globals:
        from linecache import getlines
        getlines(filename, module_globals)
    _show(WarningMessage(warning, category, filename, lineno, source=source))


def _was_there(memory, key):
    if key in memory:
        return True
    memory[key] = 1
    return False


# Whether a warning that is new in its line has been shown all the same.
_MEMORIES = {
    "default": lambda registry, text, category: False,
    "module": lambda registry, text, category: _was_there(registry, (text, category, 0)),
    "once": lambda registry, text, category: _was_there(onceregistry, (text, category)),
}


# ---- showing them ----

class WarningMessage:
    """A warning as it is shown, or recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category and category.__name__

    def __str__(self):
        shown = {"message": self.message, "category": self._category_name, "filename": self.filename, "lineno": self.lineno, "line": self.line}
        return "{" + ", ".join([f"{name} : {value!r}" for name, value in shown.items()]) + "}"


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning; the line of source is looked up if it is not given."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        try:
            from linecache import getline
            line = getline(filename, lineno)
        except Exception:  # at exit, say: the warning itself is more important
            pass
    return f"{text}  {line.strip()}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Shows a warning, on sys.stderr if no file is given. A program may put a function of its own in its place."""
    stream = sys.stderr if file is None else file
    if stream is not None:
        try:
            stream.write(formatwarning(message, category, filename, lineno, line))
        except OSError:
            pass


_own_showwarning = showwarning
_record = None  # in a catch_warnings that records


def _show(shown):
    is_own = showwarning is _own_showwarning
    if is_own and _record is not None:
        _record(shown)
        return
    showwarning(shown.message, shown.category, shown.filename, shown.lineno, shown.file, shown.line)
    if is_own and shown.source is not None and shown.filename != "sys" and sys.stderr is not None:
        sys.stderr.write(f"{shown.category.__name__}: Enable tracemalloc to get the object allocation traceback\n")


class catch_warnings:
    """A context manager: the filters, and what shows warnings, are afterwards what they were before. With `record`, warnings are not shown but kept in
    a list, which entering gives; with `action` and the like, a simple filter is added."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module  # tests may have another one
        self._filter = (action, category, lineno, append)
        self._entered = False  # what derives from it looks at that, too
        self._before = None

    def __repr__(self):
        shown = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            shown.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._before = module.filters, module.showwarning, module._record
        module.filters = list(module.filters)
        module._filters_mutated()
        if self._filter[0] is not None:
            simplefilter(*self._filter)
        if self._record:
            records = []
            module._record, module.showwarning = records.append, module._own_showwarning
            return records

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._record = self._before
        module._filters_mutated()


def __getattr__(name):
    names = {"_OptionError": "OptionError", "_getaction": "action_of", "_getcategory": "category_of", "_setoption": "add"}
    if name not in names:
        raise AttributeError(f"module 'warnings' has no attribute {name!r}")
    import _warning_options
    return getattr(_warning_options, names[name])


if sys.warnoptions:
    import _warning_options
    _warning_options.add_all()
