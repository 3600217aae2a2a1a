"""Lines of source files, kept once read (library reference, "linecache")."""
import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# By file name: (size, modification time or None, lines, full name), or (a function that gives the source,) when nobody has asked for it yet.
cache = {}


def clearcache():
    """Forgets all."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line of a file, with its end; "" if there is none. Errors are none, either."""
    if lineno < 1:
        return ""
    return "".join(getlines(filename, module_globals)[lineno - 1:lineno])


def getlines(filename, module_globals=None):
    """All lines of a file."""
    entry = cache.get(filename, ())
    if len(entry) > 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        cache.clear()
        return []


def checkcache(filename=None):
    """Forgets the file, or all files, that have changed since they were read."""
    for name in [filename] if filename is not None else [*cache]:
        entry = cache.get(name, ())
        if len(entry) < 2 or entry[1] is None:  # not read yet, or not from a file
            continue
        size, modified, _, path = entry
        try:
            status = os.stat(path)
            unchanged = (status.st_size, status.st_mtime) == (size, modified)
        except OSError:
            unchanged = False
        if not unchanged:
            cache.pop(name, None)


def _is_no_file(name):
    return not name or name[0] == "<" and name[-1] == ">"


def _candidates(filename):
    """The paths at which the file may be: as it is named, or below the folders of sys.path."""
    yield filename
    if not os.path.isabs(filename):
        for folder in sys.path:
            try:
                yield os.path.join(folder, filename)
            except (TypeError, AttributeError):  # not all in it need be strings
                pass


def updatecache(filename, module_globals=None):
    """Reads a file again; its lines, or [] if that fails."""
    if len(cache.get(filename, ())) > 1:
        del cache[filename]
    if _is_no_file(filename):
        return []
    for path in _candidates(filename):
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            if path == filename and lazycache(filename, module_globals):
                return _from_loader(filename)
        else:
            break
    else:
        return []
    cache.pop(filename, None)
    try:
        lines = _read(path)
    except (OSError, SyntaxError, UnicodeDecodeError):
        return []
    cache[filename] = status.st_size, status.st_mtime, lines, path
    return lines


def _read(path):
    with open(path, "rb") as file:
        data = file.read()
    if b"coding" in b"".join(data.split(b"\n", 2)[:2]):  # the file says how it is to be read
        import io
        import tokenize
        text = data.decode(tokenize.detect_encoding(io.BytesIO(data).readline)[0])
    else:
        text = data.removeprefix(b"\xef\xbb\xbf").decode()
    lines = [line + "\n" for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if lines[-1] == "\n":
        del lines[-1]
    return lines


def lazycache(filename, module_globals):
    """Remembers how to get the source of a module which may be in no file: from its loader. Whether there is a way."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not _is_no_file(filename):
        read = _builtin_source(filename) if filename.startswith("<typhon>/") else _loader_source(module_globals or {})
        if read is not None:
            cache[filename] = (read,)
            return True
    return False


def _builtin_source(filename):
    import _imp
    name = filename.removeprefix("<typhon>/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return lambda: _imp.source(name)


def _loader_source(module_globals):
    spec = module_globals.get("__spec__")
    if "__name__" not in module_globals:
        return None
    name = getattr(spec, "name", None) or module_globals["__name__"]
    loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
    get_source = getattr(loader, "get_source", None)
    return (lambda: get_source(name)) if name and get_source else None


def _from_loader(filename):
    read, = cache.pop(filename)
    try:
        text = read()
    except (OSError, ImportError):
        return []
    if text is None:
        return []
    lines = [line + "\n" for line in text.splitlines()]
    cache[filename] = len(text), None, lines, filename
    return lines
