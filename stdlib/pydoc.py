"""Documentation of objects as text: what help() shows (library reference, "pydoc"). There are no HTML pages and no server."""
import builtins
import inspect
import sys
from collections import deque

__all__ = ["help", "render_doc", "doc", "getdoc", "locate", "resolve", "plain", "text", "plaintext", "describe"]

_HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__loader__", "__module__",
           "__name__", "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__version__"}


class ErrorDuringImport(Exception):
    """Errors that occurred while trying to import something to document it."""

    def __init__(self, filename, exc_info):
        self.filename = filename
        self.exc, self.value, self.tb = exc_info

    def __str__(self):
        return f"problem in {self.filename} - {self.exc.__name__}: {self.value}"


def getdoc(object):
    """Get the doc string or comments for an object."""
    found = _own_doc(object) if inspect.isclass(object) else inspect.getdoc(object)
    found = found or inspect.getcomments(object)
    return found and found.rstrip() or ""


def _own_doc(object):
    """Of what inherits its documentation: only its own."""
    doc = object.__dict__.get("__doc__") if inspect.isclass(object) else getattr(object, "__doc__", None)
    return inspect.cleandoc(doc) if isinstance(doc, str) else None


def splitdoc(doc):
    """Split a doc string into a synopsis line (if any) and the rest."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if len(lines) >= 2 and not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def plain(text):
    """Remove boldface formatting from text: there is none."""
    import re
    return re.sub("\b.", "", re.sub(".\b", "", text)) if "\b" in text else text


def visiblename(name, all=None, obj=None):
    """Decide whether to show documentation on a variable."""
    if name in _HIDDEN:
        return False
    if name.startswith("__") and name.endswith("__"):
        return True
    if name.startswith("_") and hasattr(obj, "_fields"):  # of a named tuple
        return True
    if all is not None:
        return name in all
    return not name.startswith("_")


def classname(object, modname):
    """Get a class name and qualify it with a module name if necessary."""
    return object.__name__ if object.__module__ == modname else f"{object.__module__}.{object.__name__}"


def isdata(object):
    """Check if an object is of a type that probably means it's data."""
    return not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isframe(object)
                or inspect.istraceback(object) or inspect.iscode(object))


def describe(thing):
    """Produce a short description of the given thing."""
    if inspect.ismodule(thing):
        if thing.__name__ in sys.builtin_module_names:
            return f"built-in module {thing.__name__}"
        return f"package {thing.__name__}" if hasattr(thing, "__path__") else f"module {thing.__name__}"
    if inspect.isbuiltin(thing):
        return f"built-in function {thing.__name__}"
    for is_kind, kind in ((inspect.isgetsetdescriptor, "getset"), (inspect.ismemberdescriptor, "member")):
        if is_kind(thing):
            return f"{kind} descriptor {thing.__objclass__.__module__}.{thing.__objclass__.__name__}.{thing.__name__}"
    for is_kind, kind in ((inspect.isclass, "class"), (inspect.isfunction, "function"), (inspect.ismethod, "method")):
        if is_kind(thing):
            return f"{kind} {thing.__name__}"
    return type(thing).__name__


class TextDoc:
    """Formatter class for text documentation."""

    def bold(self, text):
        return text

    def indent(self, text, prefix="    "):
        """Indent text by prepending a given prefix to each line."""
        return "\n".join((prefix + line).rstrip() for line in text.split("\n")) if text else ""

    def section(self, title, contents):
        """Format a section with a given heading."""
        return f"{self.bold(title)}\n{self.indent(contents).rstrip()}\n\n"

    def document(self, object, name=None, *args):
        """Generate documentation for an object."""
        args = (object, name) + args
        if inspect.isgetsetdescriptor(object) or inspect.ismemberdescriptor(object):
            return self.docdata(*args)
        if inspect.ismodule(object):
            return self.docmodule(*args)
        if inspect.isclass(object):
            return self.docclass(*args)
        if inspect.isroutine(object):
            return self.docroutine(*args)
        if inspect.isdatadescriptor(object):
            return self.docdata(*args)
        return self.docother(*args)

    # ---- modules ----

    def docmodule(self, object, name=None, mod=None):
        name = object.__name__
        synopsis, rest = splitdoc(getdoc(object))
        result = self.section("NAME", name + (synopsis and " - " + synopsis))
        all = getattr(object, "__all__", None)
        if rest:
            result += self.section("DESCRIPTION", rest)

        def own(value, always=False):
            return all is not None or always or (inspect.getmodule(value) or object) is object
        classes = [(key, value) for key, value in inspect.getmembers(object, inspect.isclass) if own(value) and visiblename(key, all, object)]
        functions = [(key, value) for key, value in inspect.getmembers(object, inspect.isroutine)
                     if own(value, inspect.isbuiltin(value)) and visiblename(key, all, object)]
        data = [(key, value) for key, value in inspect.getmembers(object, isdata) if visiblename(key, all, object)]
        if hasattr(object, "__path__"):
            result += self._package_contents(object)
        if classes:
            tree = self.formattree(inspect.getclasstree([value for key, value in classes], True), name)
            result += self.section("CLASSES", "\n".join([tree] + [self.document(value, key, name) for key, value in classes]))
        if functions:
            result += self.section("FUNCTIONS", "\n".join(self.document(value, key, name) for key, value in functions))
        if data:
            result += self.section("DATA", "\n".join(self.docother(value, key, name, maxlen=70) for key, value in data))
        for attribute, title in (("__version__", "VERSION"), ("__date__", "DATE"), ("__author__", "AUTHOR"), ("__credits__", "CREDITS")):
            if hasattr(object, attribute):
                result += self.section(title, str(getattr(object, attribute)))
        try:
            file = inspect.getabsfile(object)
        except TypeError:
            file = "(built-in)"
        return result + self.section("FILE", file)

    def _package_contents(self, object):
        import pkgutil
        names = sorted(info.name + (" (package)" if info.ispkg else "") for info in pkgutil.iter_modules(object.__path__))
        return self.section("PACKAGE CONTENTS", "\n".join(names)) if names else ""

    def formattree(self, tree, modname, parent=None, prefix=""):
        """Render in text a class tree as returned by inspect.getclasstree()."""
        result = ""
        for entry in tree:
            if isinstance(entry, tuple):
                c, bases = entry
                result += prefix + classname(c, modname)
                if bases and bases != (parent,):
                    result += f"({', '.join(classname(base, modname) for base in bases)})"
                result += "\n"
            else:
                result += self.formattree(entry, modname, c, prefix + "    ")
        return result

    # ---- classes ----

    def docclass(self, object, name=None, mod=None, *ignored):
        real = object.__name__
        name = name or real
        title = f"class {real}" if name == real else f"{name} = class {real}"
        if object.__bases__:
            title += f"({', '.join(classname(base, object.__module__) for base in object.__bases__)})"
        contents = self._class_head(object, name)
        self._class_members(object, mod, contents)
        text = "\n".join(contents)
        return title + "\n" + self.indent(text.rstrip(), " |  ") + "\n" if text else title + "\n"

    def _class_head(self, object, name):
        contents = []
        try:
            parameters = str(inspect.signature(object))
        except (ValueError, TypeError):
            parameters = None
        if parameters and parameters != "()":
            contents.append(name + parameters + "\n")
        doc = getdoc(object)
        if doc:
            contents.append(doc + "\n")
        mro = inspect.getmro(object)
        if len(mro) > 2:
            contents.append("Method resolution order:")
            contents.extend(f"    {classname(base, object.__module__)}" for base in mro)
            contents.append("")
        below = sorted((c.__name__ for c in type.__subclasses__(object) if not c.__name__.startswith("_") and c.__module__ == "builtins"), key=str)
        if below:
            contents.append("Built-in subclasses:")
            contents.extend(f"    {one}" for one in below[:4])
            if len(below) > 4:
                contents.append(f"    ... and {len(below) - 4} other subclasses")
            contents.append("")
        return contents

    def _class_members(self, object, mod, contents):
        attributes = []
        for attribute in inspect.classify_class_attrs(object):
            name, kind, home, value = attribute
            if inspect.isdatadescriptor(value):
                kind = "readonly property" if isinstance(value, property) and value.fset is None else "data descriptor"
            if visiblename(name, obj=object):
                attributes.append((name, kind, home, value))
        mro = deque(inspect.getmro(object))
        separate = False
        while attributes:
            here = mro.popleft() if mro else attributes[0][2]
            mine = sorted((a for a in attributes if a[2] is here), key=lambda a: a[0])
            attributes = [a for a in attributes if a[2] is not here]
            if object is not builtins.object and here is builtins.object:
                continue
            where = "defined here" if here is object else f"inherited from {classname(here, object.__module__)}"
            for title, kind in (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
                                ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"),
                                ("Data and other attributes", "data")):
                members = [a for a in mine if a[1] == kind]
                if not members:
                    continue
                if separate:
                    contents.append("-" * 70)
                separate = True
                contents.append(f"{title} {where}:\n")
                contents.extend(self._member(object, mod, kind, name, value) for name, _, _, value in members)

    def _member(self, object, mod, kind, name, value):
        if kind == "data":
            doc = getdoc(value) if callable(value) or inspect.isdatadescriptor(value) else None
            return self.docother(getattr(object, name, value), name, mod, maxlen=70, doc=doc) + "\n"
        if kind in ("readonly property", "data descriptor"):
            return self.docdata(value, name, mod)
        try:
            value = getattr(object, name)
        except Exception:
            return self.docdata(value, name, mod)
        return self.document(value, name, mod, object)

    # ---- the rest ----

    def docroutine(self, object, name=None, mod=None, cl=None):
        real = getattr(object, "__name__", None) or name
        name = name or real
        note, skip_doc = "", False
        receiver = getattr(object, "__self__", None)
        if receiver is not None and not inspect.ismodule(receiver) and (inspect.ismethod(object) or inspect.isbuiltin(object)):
            owner = receiver.__class__
            if cl:
                if owner is not cl:
                    note = f" from {classname(owner, mod)}"
            else:
                note = f" method of {classname(owner, mod)} instance"
        is_async = inspect.iscoroutinefunction(object) or inspect.isasyncgenfunction(object)
        if name == real:
            title = real
        else:
            skip_doc = bool(cl) and getattr(cl, real, None) is object
            title = f"{name} = {real}"
        parameters = None
        if inspect.isroutine(object):
            try:
                parameters = str(inspect.signature(object))
            except (ValueError, TypeError):
                pass
        if parameters and real == "<lambda>":
            title = f"{name} lambda "
            parameters = parameters[1:-1]
        declaration = ("async " if is_async else "") + title + (parameters or "(...)") + note
        if skip_doc:
            return declaration + "\n"
        doc = getdoc(object)
        return declaration + "\n" + (doc and self.indent(doc).rstrip() + "\n")

    def docdata(self, object, name=None, mod=None, cl=None):
        doc = getdoc(object) or ""
        return (f"{name}\n" if name else "") + (self.indent(doc) + "\n" if doc else "") if name else self.indent(doc) + "\n"

    docproperty = docdata

    def docother(self, object, name=None, mod=None, parent=None, *ignored, maxlen=None, doc=None):
        text = repr(object)
        head = f"{name} = " if name else ""
        if maxlen and len(head) + len(text) > maxlen:
            text = text[:maxlen - len(head) - len(text)] + "..."
        line = head + text
        if doc is None and not isdata_plain(object):
            doc = getdoc(object)
        return f"{line}\n{self.indent(str(doc))}\n" if doc else line


def isdata_plain(object):
    """Whether the documentation of an object is only that of its class."""
    return _own_doc(object) == _own_doc(type(object))


text = plaintext = TextDoc()


# ---- finding what to document ----

def locate(path, forceload=0):
    """Locate an object by name or dotted path, importing as necessary; None: it is not there."""
    parts = [part for part in path.split(".") if part]
    module, n = None, 0
    while n < len(parts):
        name = ".".join(parts[:n + 1])
        try:
            __import__(name)
        except ImportError:
            break
        except Exception:
            raise ErrorDuringImport(name, sys.exc_info())
        module, n = sys.modules[name], n + 1
    found = module or builtins
    for part in parts[n:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def resolve(thing, forceload=0):
    """Given an object or a path to an object, get the object and its name."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError(f"No Python documentation found for {thing!r}.\nUse help() to get the interactive help utility.\n"
                              "Use help(str) for help on the str class.")
        return found, thing
    name = getattr(thing, "__name__", None)
    return thing, name if isinstance(name, str) else None


def render_doc(thing, title="Python Library Documentation: %s", forceload=0, renderer=None):
    """Render text documentation, given an object or a path to an object."""
    renderer = text if renderer is None else renderer
    object, name = resolve(thing, forceload)
    about = describe(object)
    module = inspect.getmodule(object)
    if name and "." in name:
        about += " in " + name[:name.rfind(".")]
    elif module and module is not object:
        about += " in module " + module.__name__
    if not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isdatadescriptor(object)
            or (_own_doc(object) and not isdata_plain(object))):
        if hasattr(object, "__origin__"):
            object = object.__origin__
        else:
            object = type(object)
            about += " object"
    return title % about + "\n\n" + renderer.document(object, name)


def doc(thing, title="Python Library Documentation: %s", forceload=0, output=None, is_cli=False):
    """Display text documentation, given an object or a path to an object."""
    try:
        shown = render_doc(thing, title, forceload)
    except (ImportError, ErrorDuringImport) as exc:
        if is_cli:
            raise
        shown = str(exc)
    (output or sys.stdout).write(plain(shown) + "\n")


class Helper:
    """What the builtin help calls."""

    def __init__(self, input=None, output=None):
        self._input = input
        self._output = output

    @property
    def output(self):
        return self._output or sys.stdout

    def __repr__(self):
        return "<pydoc.Helper instance>"

    _nothing = object()

    def __call__(self, request=_nothing):
        if request is self._nothing:
            self.interact()
        else:
            self.help(request)

    def help(self, request):
        if isinstance(request, str):
            request = request.strip()
            if request in ("", "help"):
                self.output.write("help(x) tells about the object x, help('name') about what has that name: a module, class, function...\n")
                return
            if request == "keywords":
                import keyword
                self.output.write(" ".join(keyword.kwlist) + "\n")
                return
            if request == "modules":
                import _imp
                self.output.write("\n".join(name for name in _imp.embedded() if not name.startswith("_")) + "\n")
                return
        doc(request, "Help on %s:", output=self._output)

    def interact(self):
        """Asks for names until there is none."""
        self.output.write("Type the name of any module, class or function; an empty line or quit leaves.\n")
        while True:
            try:
                request = input("help> ").strip()
            except (KeyboardInterrupt, EOFError):
                break
            if request.lower() in ("", "q", "quit", "exit"):
                break
            self.help(request)


help = Helper()


_USAGE = """\
usage: python -m pydoc NAME ...

Shows the documentation of each: a keyword's list ('keywords'), the modules there are ('modules'), a module, class or
function, what a dotted name leads to, or a file whose path has a '/'.
"""


def importfile(path):
    """Import a Python source file, given its path."""
    import importlib.util
    import os
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:
        raise ErrorDuringImport(path, sys.exc_info())
    return module


def pager(text, title=""):
    """Shows a text: by the program that $MANPAGER or $PAGER names where both ends are a terminal, else at once."""
    import os
    import subprocess
    program = os.environ.get("MANPAGER") or os.environ.get("PAGER")
    try:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    except (AttributeError, ValueError):
        is_terminal = False
    if not is_terminal or not program or os.environ.get("TERM") in ("dumb", "emacs"):
        sys.stdout.write(plain(text))
        return
    shown = subprocess.Popen(program, shell=True, stdin=subprocess.PIPE, errors="backslashreplace")
    try:
        with shown.stdin as pipe:
            pipe.write(text)
    except (OSError, KeyboardInterrupt):
        pass  # it was left before the end
    shown.wait()


def cli():
    """python -m pydoc NAME ..."""
    names = sys.argv[1:]
    if not names or names[0].startswith("-"):
        print(_USAGE, end="")
        return
    for name in names:
        try:
            if "/" in name:
                doc(importfile(name), "Help on %s:", is_cli=True)
            elif name in ("keywords", "modules", "help"):
                help.help(name)
            else:
                doc(name, "Help on %s:", is_cli=True)
        except FileNotFoundError:
            print(f"file {name!r} does not exist")
            sys.exit(1)
        except (ImportError, ErrorDuringImport) as error:
            print(error)
            sys.exit(1)


if __name__ == "__main__":
    from pydoc import cli
    cli()
