"""The history and the settings of a line editor (library reference, "readline").

input() reads lines as the terminal gives them, with the terminal's own editing; what is kept here is for programs that keep their history and set
completers: all of it works, and Typhon's own prompt (the REPL) has its editor and its completion anyway.
"""
import os as _os


class _State:
    """What the functions set."""

    history = []
    limit = -1  # lines that a history file may have
    line = ""
    delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?"
    completer = startup_hook = pre_input_hook = display_hook = None
    adds_lines = True


_state = _State()


def _text(value):
    if not isinstance(value, str):
        raise TypeError("bad argument type for built-in operation")
    return value


def _hook(value, name):
    if value is not None and not callable(value):
        raise TypeError(f"{name}(func): argument not callable")
    return value


# ---- the init file

def parse_and_bind(string, /):
    """Execute the init line provided in the string argument."""
    _text(string)


def read_init_file(filename=None, /):
    """Execute a readline initialization file."""
    with _open(filename, "~/.inputrc", "r"):
        pass


# ---- the line

def get_line_buffer():
    """Return the current contents of the line buffer."""
    return _state.line


def insert_text(string, /):
    """Insert text into the line buffer at the cursor position."""
    _state.line += _text(string)


def redisplay():
    """Change what's displayed on the screen to reflect contents of the line buffer."""


# ---- files of history

def _open(filename, default, mode):
    path = _os.path.expanduser(default) if filename is None else filename
    try:
        return open(path, mode, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        raise type(error)(error.errno, error.strerror) from None


def read_history_file(filename=None, /):
    """Load a readline history file."""
    with _open(filename, "~/.history", "r") as file:
        _state.history += file.read().splitlines()


def _cut(filename):
    """No more lines in a file than may be."""
    if _state.limit < 0:
        return
    with _open(filename, "~/.history", "r") as file:
        lines = file.read().splitlines()
    if len(lines) > _state.limit:
        with _open(filename, "~/.history", "w") as file:
            file.writelines(line + "\n" for line in lines[len(lines) - _state.limit:])


def write_history_file(filename=None, /):
    """Save a readline history file."""
    with _open(filename, "~/.history", "w") as file:
        file.writelines(line + "\n" for line in _state.history)
    _cut(filename)


def append_history_file(nelements, filename=None, /):
    """Append the last nelements items of the history list to file."""
    with _open(filename, "~/.history", "r+") as file:
        file.seek(0, 2)
        count = min(max(nelements, 0), len(_state.history))
        file.writelines(line + "\n" for line in _state.history[len(_state.history) - count:])
    _cut(filename)


def get_history_length():
    """Return the maximum number of lines that will be written to the history file."""
    return _state.limit


def set_history_length(length, /):
    """Set the maximal number of lines which will be written to the history file."""
    _state.limit = length


# ---- the history

def clear_history():
    """Clear the current readline history."""
    _state.history.clear()


def get_current_history_length():
    """Return the current (not the maximum) length of history."""
    return len(_state.history)


def get_history_item(index, /):
    """Return the current contents of history item at one-based index."""
    return _state.history[index - 1] if 1 <= index <= len(_state.history) else None


def _check_position(pos):
    if pos < 0:
        raise ValueError("History index cannot be negative")
    if pos >= len(_state.history):
        raise ValueError(f"No history item at position {pos}")


def remove_history_item(pos, /):
    """Remove history item given by its zero-based position."""
    _check_position(pos)
    del _state.history[pos]


def replace_history_item(pos, line, /):
    """Replaces history item given by its position with contents of line."""
    _text(line)
    _check_position(pos)
    _state.history[pos] = line


def add_history(string, /):
    """Add an item to the history buffer."""
    _state.history.append(_text(string))


def set_auto_history(enabled, /):
    """Enables or disables automatic history."""
    _state.adds_lines = bool(enabled)


# ---- hooks and completion

def set_startup_hook(function=None, /):
    """Set or remove the function invoked by the rl_startup_hook callback."""
    _state.startup_hook = _hook(function, "set_startup_hook")


def set_pre_input_hook(function=None, /):
    """Set or remove the function invoked by the rl_pre_input_hook callback."""
    _state.pre_input_hook = _hook(function, "set_pre_input_hook")


def set_completer(function=None, /):
    """Set or remove the completer function."""
    _state.completer = _hook(function, "set_completer")


def get_completer():
    """Get the current completer function."""
    return _state.completer


def get_completion_type():
    """Get the type of completion being attempted."""
    return 0


def get_begidx():
    """Get the beginning index of the completion scope."""
    return 0


def get_endidx():
    """Get the ending index of the completion scope."""
    return 0


def set_completer_delims(string, /):
    """Set the word delimiters for completion."""
    _state.delimiters = _text(string)


def get_completer_delims():
    """Get the word delimiters for completion."""
    return _state.delimiters


def set_completion_display_matches_hook(function=None, /):
    """Set or remove the completion display function."""
    _state.display_hook = _hook(function, "set_completion_display_matches_hook")
