"""-W and PYTHONWARNINGS: what warnings does with sys.warnoptions, if there are any. Programs that take such options themselves use these functions
by the names that CPython has for them: warnings._setoption, _getaction, _getcategory and _OptionError."""
import sys
import warnings


class OptionError(Exception):
    """An option that says nothing."""


def action_of(word):
    word = "always" if word == "all" else word or "default"
    for action in ("default", "always", "ignore", "module", "once", "error"):
        if action.startswith(word):
            return action
    raise OptionError(f"invalid action: {word!r}")


def category_of(name):
    if not name:
        return Warning
    module, _, last = name.rpartition(".")
    try:
        holder = __import__(module or "builtins", fromlist=[last])
    except ImportError:
        raise OptionError(f"invalid module name: {module!r}") from None
    found = getattr(holder, last, None)
    if found is None:
        raise OptionError(f"unknown warning category: {name!r}")
    if not (isinstance(found, type) and issubclass(found, Warning)):
        raise OptionError(f"invalid warning category: {name!r}")
    return found


def _line(text):
    try:
        number = int(text or 0)
    except ValueError:
        raise OptionError(f"invalid lineno {text!r}") from None
    if number < 0:
        raise OptionError(f"invalid lineno {number!r}")
    return number


def add(option):
    """An option is action:message:category:module:line, from the left as much of it as is wanted; message and module stand for themselves."""
    fields = [field.strip() for field in option.split(":")]
    if len(fields) > 5:
        raise OptionError(f"too many fields (max 5): {option!r}")
    action, message, category, module, line = fields + [""] * (5 - len(fields))
    action, category = action_of(action), category_of(category)
    if message or module:
        import re
        message, module = re.escape(message), re.escape(module) + r"\Z" if module else ""
    warnings.filterwarnings(action, message, category, module, _line(line))


def add_all():
    for option in sys.warnoptions:
        try:
            add(option)
        except OptionError as problem:
            print("Invalid -W option ignored:", problem, file=sys.stderr)
