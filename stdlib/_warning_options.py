"""-W and PYTHONWARNINGS: what warnings does with sys.warnoptions, if there are any."""
import sys
import warnings


def _action(word):
    word = "always" if word == "all" else word or "default"
    for action in ("default", "always", "ignore", "module", "once", "error"):
        if action.startswith(word):
            return action
    raise ValueError(f"invalid action: {word!r}")


def _category(name):
    if not name:
        return Warning
    module, _, last = name.rpartition(".")
    try:
        holder = __import__(module or "builtins", fromlist=[last])
    except ImportError:
        raise ValueError(f"invalid module name: {module!r}") from None
    found = getattr(holder, last, None)
    if found is None:
        raise ValueError(f"unknown warning category: {name!r}")
    if not (isinstance(found, type) and issubclass(found, Warning)):
        raise ValueError(f"invalid warning category: {name!r}")
    return found


def _line(text):
    try:
        number = int(text or 0)
    except ValueError:
        raise ValueError(f"invalid lineno {text!r}") from None
    if number < 0:
        raise ValueError(f"invalid lineno {number!r}")
    return number


def _add(option):
    """An option is action:message:category:module:line, from the left as much of it as is wanted; message and module stand for themselves."""
    fields = [field.strip() for field in option.split(":")]
    if len(fields) > 5:
        raise ValueError(f"too many fields (max 5): {option!r}")
    action, message, category, module, line = fields + [""] * (5 - len(fields))
    action, category = _action(action), _category(category)
    if message or module:
        import re
        message, module = re.escape(message), re.escape(module) + r"\Z" if module else ""
    warnings.filterwarnings(action, message, category, module, _line(line))


for _option in sys.warnoptions:
    try:
        _add(_option)
    except ValueError as problem:
        print("Invalid -W option ignored:", problem, file=sys.stderr)
