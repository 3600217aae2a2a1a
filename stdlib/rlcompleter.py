"""Completing names for a line editor (library reference, "rlcompleter"): importing this makes the tab key complete Python names.

What is completed is an expression of names and dots; its parts are evaluated, but nothing is called. A completion that can be
called ends with "(", with "()" if it takes no arguments.
"""
import builtins
import keyword
import re

__all__ = ["Completer"]

try:
    import readline as _editor
    _readline_available = True
except ImportError:
    _readline_available = False

_DOTTED = re.compile(r"(?P<object>\w+(?:\.\w+)*)\.(?P<begin>\w*)")
_CONTINUES = {"try": ":", "finally": ":"} | dict.fromkeys(["True", "False", "None", "pass", "break", "continue", "else", "_"], "")  # other keywords: a space


class Completer:
    """complete() gives the names that begin with a text, from a namespace, from __main__ if there is none."""

    def __init__(self, namespace=None):
        self.use_main_ns = int(namespace is None)
        if not self.use_main_ns:
            if namespace and not isinstance(namespace, dict):
                raise TypeError("namespace must be a dictionary")
            self.namespace = namespace

    def complete(self, text, state):
        """The state-th completion; None: there are no more."""
        if self.use_main_ns:
            import __main__
            self.namespace = vars(__main__)
        if not text or text.isspace():
            return self._indentation() if state <= 0 else None
        if state == 0:
            find = self.attr_matches if "." in text else self.global_matches
            self.matches = find(text)
        return self.matches[state] if state < len(self.matches) else None

    def _indentation(self):
        "What the tab key means where no name was begun."
        if not _readline_available:
            return "\t"
        _editor.insert_text("\t")
        _editor.redisplay()
        return ""

    def global_matches(self, text):
        """The keywords, names of the namespace and built-in names that begin with text."""
        found = {word: word + _CONTINUES.get(word, " ") for word in [*keyword.kwlist, *keyword.softkwlist] if word.startswith(text)}
        for space in (self.namespace, vars(builtins)):
            for name, value in space.items():
                if name.startswith(text) and name not in found and name != "__builtins__":
                    found[name] = _as_call(name, value)
        return [*found.values()]

    def attr_matches(self, text):
        """The attributes of what stands before the last dot, that begin with what follows it. Those with an underscore only if it is typed, or
        there are no others."""
        parts = _DOTTED.match(text)
        if parts is None:
            return []
        try:
            value = eval(parts["object"], self.namespace)
        except Exception:
            return []
        names = {name for name in _attributes(value) if name.startswith(parts["begin"])}
        typed = _underscores(parts["begin"])
        open_names = {name for name in names if _underscores(name) <= typed}
        return sorted(_completed(parts["object"], value, name) for name in open_names or names)


def _underscores(name):
    "How hidden a name is: 0, 1 or 2."
    return 0 if name[:1] != "_" else 1 if name[:2] != "__" else 2


def _attributes(value):
    names = set(dir(value)) - {"__builtins__"}
    if hasattr(value, "__class__"):
        names |= {"__class__", *get_class_members(value.__class__)}
    return names


def _completed(expression, value, name):
    whole = f"{expression}.{name}"
    if isinstance(getattr(type(value), name, None), property):  # would run the program's code
        return whole
    attribute = getattr(value, name, None)
    return whole if attribute is None else _as_call(whole, attribute)


def _as_call(name, value):
    if not callable(value):
        return name
    import inspect
    try:
        takes_arguments = bool(inspect.signature(value).parameters)
    except ValueError:
        takes_arguments = True
    return f"{name}(" if takes_arguments else f"{name}()"


def get_class_members(klass):
    """The attributes of a class and its bases."""
    names = [*dir(klass)]
    for base in getattr(klass, "__bases__", ()):
        names += get_class_members(base)
    return names


if _readline_available:
    _editor.set_completer(Completer().complete)
