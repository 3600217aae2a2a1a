"""Completing names for a line editor (library reference, "rlcompleter"): importing this makes the tab key complete Python names.

What is completed is an expression of names and dots; its parts are evaluated, but nothing is called.
"""
import builtins
import inspect
import keyword
import re

__all__ = ["Completer"]


class Completer:
    """complete() gives the names that begin with a text, from a namespace, from __main__ if there is none."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError("namespace must be a dictionary")
        self.use_main_ns = 0 if namespace is not None else 1
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """The state-th completion; None: there are no more."""
        if self.use_main_ns:
            import __main__
            self.namespace = __main__.__dict__
        if not text.strip():
            if state > 0:
                return None
            if not _readline_available:
                return "\t"
            readline.insert_text("\t")
            readline.redisplay()
            return ""
        if state == 0:
            self.matches = self.attr_matches(text) if "." in text else self.global_matches(text)
        try:
            return self.matches[state]
        except IndexError:
            return None

    def _callable_postfix(self, val, word):
        if callable(val):
            word += "("
            try:
                if not inspect.signature(val).parameters:
                    word += ")"
            except ValueError:
                pass
        return word

    def global_matches(self, text):
        """The keywords, names of the namespace and built-in names that begin with text."""
        matches, seen, size = [], {"__builtins__"}, len(text)
        for word in keyword.kwlist + keyword.softkwlist:
            if word[:size] == text:
                seen.add(word)
                if word in ("finally", "try"):
                    word += ":"
                elif word not in ("False", "None", "True", "break", "continue", "pass", "else", "_"):
                    word += " "
                matches.append(word)
        for names in self.namespace, builtins.__dict__:
            for word, value in names.items():
                if word[:size] == text and word not in seen:
                    seen.add(word)
                    matches.append(self._callable_postfix(value, word))
        return matches

    def attr_matches(self, text):
        """The attributes of what stands before the last dot, that begin with what follows it. Those with an underscore only if it is typed."""
        found = re.match(r"(\w+(\.\w+)*)\.(\w*)", text)
        if not found:
            return []
        expression, begin = found.group(1, 3)
        try:
            value = eval(expression, self.namespace)
        except Exception:
            return []
        words = set(dir(value))
        words.discard("__builtins__")
        if hasattr(value, "__class__"):
            words.add("__class__")
            words.update(get_class_members(value.__class__))
        hidden = "" if begin.startswith("__") else "__" if begin == "_" else "_" if begin == "" else None
        while True:
            matches = []
            for word in words:
                if not word.startswith(begin) or hidden and word.startswith(hidden):
                    continue
                if isinstance(getattr(type(value), word, None), property):
                    matches.append(f"{expression}.{word}")
                    continue
                item = getattr(value, word, None)
                matches.append(self._callable_postfix(item, f"{expression}.{word}") if item is not None else f"{expression}.{word}")
            if matches or not hidden:
                break
            hidden = "__" if hidden == "_" else None
        matches.sort()
        return matches


def get_class_members(klass):
    """The attributes of a class and its bases."""
    names = dir(klass)
    for base in getattr(klass, "__bases__", ()):
        names = names + get_class_members(base)
    return names


try:
    import readline
except ImportError:
    _readline_available = False
else:
    readline.set_completer(Completer().complete)
    _readline_available = True
