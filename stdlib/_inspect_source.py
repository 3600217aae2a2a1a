"""Where objects were written: the half of `inspect` that is about files."""
import linecache
import os
import re
import sys

from inspect import iscode, isclass, isframe, isfunction, ismethod, ismodule, istraceback, unwrap


class EndOfBlock(Exception):
    pass


class BlockFinder:
    """Kept for those that import it; getblock does the work."""


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got " + type(object).__name__)


def getmodulename(path):
    """Return the module name for a given file, or None."""
    name = os.path.basename(path)
    for suffix in (".py", ".pyc"):
        if name.endswith(suffix) and name != suffix:
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """Return the filename that can be used to locate an object's source. Return None if no way can be identified to get the source."""
    filename = getfile(object)
    if os.path.exists(filename) or filename in linecache.cache or linecache.getline(filename, 1):
        return filename
    module = getmodule(object, filename)
    if getattr(getattr(module, "__spec__", None), "loader", None) is not None and not filename.startswith("<"):
        return filename  # the loader may have the source
    return None


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getabsfile(object, _filename)
    except (TypeError, FileNotFoundError):
        return None
    for module in list(sys.modules.values()):
        found = getattr(module, "__file__", None) if ismodule(module) else None
        if found and os.path.normcase(os.path.abspath(found)) == file:
            return module
    main = sys.modules["__main__"]
    if not hasattr(object, "__name__"):
        return None
    if getattr(main, object.__name__, None) is object:
        return main
    builtin = sys.modules["builtins"]
    if getattr(builtin, object.__name__, None) is object:
        return builtin
    return None


# ---- lines that belong together ----

_OPENING = re.compile(r"""(?P<comment>\#.*)|(?P<string>(?i:[rbfu]{0,2})(?:'''|\"\"\"|'|\"))|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<word>\w+)|.""")


class _Lines:
    """Groups the lines of a text into logical lines: (first, last, indent, text of the first without what follows it); comments are marked."""

    def __init__(self, lines):
        self.lines = lines
        self.quote = None
        self.depth = 0
        self.continued = False

    def feed(self, line):
        """Takes one physical line into account."""
        text = line.rstrip("\n")
        self.continued = False
        i = 0
        while i < len(text):
            if self.quote:
                end = self._end_of_string(text, i)
                if end < 0:
                    if len(self.quote) == 1:
                        self.continued = text.endswith("\\")
                        if not self.continued:
                            self.quote = None
                    return
                i, self.quote = end, None
                continue
            match = _OPENING.match(text, i)
            if match is None:
                break
            i = match.end()
            if match["comment"]:
                return
            if match["string"]:
                self.quote = match["string"].lstrip("rRbBfFuU")
            elif match["open"]:
                self.depth += 1
            elif match["close"]:
                self.depth = max(0, self.depth - 1)
        if not self.quote:
            self.continued = text.endswith("\\")

    def _end_of_string(self, text, i):
        while i < len(text):
            if text[i] == "\\":
                i += 2
            elif text.startswith(self.quote, i):
                return i + len(self.quote)
            else:
                i += 1
        return -1

    @property
    def is_open(self):
        return bool(self.quote) or self.depth > 0 or self.continued


def _logical_lines(lines, start=0):
    """Yields (first, after, indent, text): blank ones have the text "", comments begin with #."""
    i = start
    while i < len(lines):
        first = i
        scanner = _Lines(lines)
        scanner.feed(lines[i])
        i += 1
        while scanner.is_open and i < len(lines):
            scanner.feed(lines[i])
            i += 1
        text = lines[first].expandtabs().rstrip()
        yield first, i, len(text) - len(text.lstrip()), text.strip()


def getblock(lines):
    """Extract the block of code at the top of the given list of lines: a statement and what is indented under it."""
    last = 0
    base = None
    body = None  # indent of the body
    is_compound = False
    for first, after, indent, text in _logical_lines(lines):
        if base is None:
            if text.startswith("@"):
                last = after
                continue
            if not text or text.startswith("#"):
                last = after
                continue
            base = indent
            last = after
            is_compound = _ends_in_colon(lines[first:after])
            if not is_compound:
                break
            continue
        if not text:
            continue
        if text.startswith("#"):
            if body is not None and indent >= body:
                last = after
            continue
        if indent <= base:
            break
        if body is None:
            body = indent
        last = after
    return lines[:last]


def _ends_in_colon(lines):
    """Whether the statement's block stands on the following lines."""
    text = lines[-1].rstrip()
    while text.endswith("\\"):
        text = text[:-1].rstrip()
    scanner, kept = _Lines(lines), ""
    i = 0
    while i < len(text):
        match = _OPENING.match(text, i)
        if match is None or match["comment"]:
            break
        if match["string"]:
            scanner.quote = match["string"].lstrip("rRbBfFuU")
            end = scanner._end_of_string(text, match.end())
            if end < 0:
                break
            kept += "s"
            i = end
            continue
        kept += match.group()
        i = match.end()
    return kept.rstrip().endswith(":")


_DEFINITION = re.compile(r"(?:async\s+)?(def|class)\s+(\w+)")


def _find_class(lines, qualname):
    """The line that a class of that qualified name begins at, its decorators included; None."""
    stack = []  # (indent, name, "def" or "class")
    decorator = None
    for first, after, indent, text in _logical_lines(lines):
        if not text or text.startswith("#"):
            continue
        if text.startswith("@"):
            decorator = first if decorator is None else decorator
            continue
        while stack and stack[-1][0] >= indent:
            stack.pop()
        match = _DEFINITION.match(text)
        if match:
            kind, name = match.groups()
            parts = []
            for _, outer, outer_kind in stack:
                parts.append(outer)
                if outer_kind == "def":
                    parts.append("<locals>")
            if kind == "class" and ".".join([*parts, name]) == qualname:
                return first if decorator is None else decorator
            stack.append((indent, name, kind))
        decorator = None
    return None


def findsource(object):
    """Return the entire source file and starting line number for an object."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith("<") and file.endswith(">")):
            raise OSError("source code not available")
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        number = _find_class(lines, object.__qualname__)
        if number is None:
            raise OSError("could not find class definition")
        return lines, number
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, number
    raise OSError("could not find code object")


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the text of the source code for an object."""
    lines, number = getsourcelines(object)
    return "".join(lines)


def getcomments(object):
    """Get lines of comments immediately preceding an object's source code, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 0
        if lines and lines[0][:2] == "#!":
            start = 1
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(line.expandtabs() for line in lines[start:end]) if end > start else None
    if number <= 0:
        return None

    def indent(line):
        line = line.expandtabs()
        return len(line) - len(line.lstrip())
    wanted = indent(lines[number])
    start = number
    while start > 0 and lines[start - 1].lstrip()[:1] == "#" and indent(lines[start - 1]) == wanted:
        start -= 1
    comments = [line.expandtabs().lstrip() for line in lines[start:number]]
    while comments and comments[0].strip() == "#":
        comments.pop(0)
    while comments and comments[-1].strip() == "#":
        comments.pop()
    return "".join(comments) if comments else None
