"""Regular expressions (library reference, "re"). The work is done by the native module _re; here are the class of errors, and what takes time
to make and is rarely asked for: the enum of flags, Scanner, and the submodules that read a pattern into a tree, as CPython's have it (_parser)."""
from _re import Match, Pattern, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub, subn

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match",
    "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]
__version__ = "2.2.1"


def _compile(pattern, flags):
    "What a pickled pattern is made with."
    return compile(pattern, flags)


class error(Exception):
    """A pattern that is none: `msg` says why, without the place; `pattern` is the text, `pos` the place in it, `lineno` and `colno` the same
    by lines (each may be None).
    """

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


_flag_names = (
    "NOFLAG", "ASCII", "A", "IGNORECASE", "I", "LOCALE", "L", "UNICODE", "U", "MULTILINE", "M", "DOTALL", "S", "VERBOSE", "X", "TEMPLATE", "T", "DEBUG",
)


def __getattr__(name):
    if name in _flag_names or name == "RegexFlag":
        from re._flags import RegexFlag
        space = globals()
        space["RegexFlag"] = RegexFlag
        for flag in _flag_names:
            space[flag] = RegexFlag[flag]
        return space[name]
    if name == "Scanner":
        from re._scanner import Scanner
        globals()["Scanner"] = Scanner
        return Scanner
    if name in ("_casefix", "_compiler", "_constants", "_parser"):
        import importlib
        return importlib.import_module(f"re.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted(set(globals()) | set(__all__))
