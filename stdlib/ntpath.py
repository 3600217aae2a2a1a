"""Paths as Windows writes them (library reference, "os.path"): for programs that handle such paths on other systems.

    drive ("C:", "\\\\server\\share") + root ("\\" or nothing) + the rest, names between "\\" or "/"
"""
import genericpath
import os
from genericpath import *

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "samefile",
           "sameopenfile", "samestat", "commonpath", "isjunction"]

curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "\\", ";", "/"
defpath = ".;C:\\bin"
devnull = "nul"
supports_unicode_filenames = True
_UNC = "\\\\?\\UNC\\"


def _like(path, text):
    """text, as bytes if the path is."""
    return text.encode("ascii") if isinstance(path, bytes) else text


def _plain(path):
    """A path with one kind of separator."""
    return path.replace(_like(path, "/"), _like(path, "\\"))


def _seps(path):
    return _like(path, "\\/")


def normcase(s):
    """Lower case, and backslashes."""
    s = os.fspath(s)
    if isinstance(s, bytes):
        return os.fsencode(os.fsdecode(s).replace("/", "\\").lower())
    return s.replace("/", "\\").lower()


def isabs(s):
    """Whether a path begins at a root."""
    s = os.fspath(s)
    begin = _plain(s[:3])
    return begin.startswith(_like(s, "\\")) or begin[1:].startswith(_like(s, ":\\"))


def join(path, *paths):
    """Paths, one below the other; one with a root or of another drive begins anew."""
    path = os.fspath(path)
    if not paths:
        path[:0] + _like(path, "\\")  # the error for what is no path
    try:
        drive, root, rest = splitroot(path)
        for added in map(os.fspath, paths):
            new_drive, new_root, new_rest = splitroot(added)
            if new_root:
                if new_drive or not drive:
                    drive = new_drive
                root, rest = new_root, new_rest
                continue
            if new_drive and new_drive != drive:
                if new_drive.lower() != drive.lower():
                    drive, root, rest = new_drive, new_root, new_rest
                    continue
                drive = new_drive
            if rest and rest[-1:] not in _seps(path):
                rest = rest + _like(path, "\\")
            rest = rest + new_rest
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", path, *paths)
        raise
    if rest and not root and drive and drive[-1:] not in _like(path, ":\\/"):
        return drive + _like(path, "\\") + rest
    return drive + root + rest


def splitdrive(p):
    """(the drive, all behind it)"""
    drive, root, rest = splitroot(p)
    return drive, root + rest


def splitroot(p):
    """(the drive, the root, the rest)"""
    p = os.fspath(p)
    separator, none = _like(p, "\\"), p[:0]
    plain = _plain(p)
    if plain[:2] == separator * 2:
        start = 8 if plain[:8].upper() == _like(p, _UNC) else 2
        server = plain.find(separator, start)
        share = plain.find(separator, server + 1) if server >= 0 else -1
        return (p[:share], p[share:share + 1], p[share + 1:]) if share >= 0 else (p, none, none)
    drive = 2 if plain[1:2] == _like(p, ":") and plain[:1] != separator else 0
    root = drive + 1 if plain[drive:drive + 1] == separator else drive
    return p[:drive], p[drive:root], p[root:]


def split(p):
    """(the folder, the last name)"""
    p = os.fspath(p)
    drive, root, rest = splitroot(p)
    at = max(rest.rfind(_like(p, "\\")), rest.rfind(_like(p, "/"))) + 1
    return drive + root + rest[:at].rstrip(_seps(p)), rest[at:]


def splitext(p):
    """(all before the last dot of the last name, the rest); dots at its beginning do not count."""
    p = os.fspath(p)
    begin = max(p.rfind(_like(p, "\\")), p.rfind(_like(p, "/"))) + 1
    dot = p.rfind(_like(p, "."))
    if dot < begin or not p[begin:dot].strip(_like(p, ".")):
        return p, p[:0]
    return p[:dot], p[dot:]


def basename(p):
    """The last name."""
    return split(p)[1]


def dirname(p):
    """All before the last name."""
    return split(p)[0]


def isjunction(path):
    """Whether a path is a junction: there are none here."""
    os.fspath(path)
    return False


def lexists(path):
    """Whether a path exists, be it a broken link."""
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def ismount(path):
    """Whether a path is the root of a drive or of a share."""
    path = abspath(os.fspath(path))
    drive, root, rest = splitroot(path)
    if drive and drive[:1] in _seps(path):
        return not rest
    return bool(root and not rest)


def expanduser(path):
    """A path with ~ or ~user replaced, by what USERPROFILE, or HOMEDRIVE and HOMEPATH say."""
    path = os.fspath(path)
    if not path.startswith(_like(path, "~")):
        return path
    end = 1
    while end < len(path) and path[end:end + 1] not in _seps(path):
        end += 1
    if "USERPROFILE" in os.environ:
        home = os.environ["USERPROFILE"]
    elif "HOMEPATH" in os.environ:
        home = join(os.environ.get("HOMEDRIVE", ""), os.environ["HOMEPATH"])
    else:
        return path
    if end != 1:
        wanted, current = os.fsdecode(path[1:end]), os.environ.get("USERNAME")
        if wanted != current:
            if current != basename(home):
                return path
            home = join(dirname(home), wanted)
    return (os.fsencode(home) if isinstance(path, bytes) else home) + path[end:]


def expandvars(path):
    """A path with $name, ${name} and %name% replaced; not between single quotes. What is not set stays."""
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out, at = [], 0
    while at < len(path):
        c = path[at]
        piece, size = c, 1
        if c == "'":
            end = path.find("'", at + 1)
            piece = path[at:] if end < 0 else path[at:end + 1]
            size = len(piece)
        elif c in "%$" and path[at + 1:at + 2] == c:
            size = 2
        elif c == "%":
            end = path.find("%", at + 1)
            piece = path[at:] if end < 0 else os.environ.get(path[at + 1:end], path[at:end + 1])
            size = len(path) - at if end < 0 else end + 1 - at
        elif c == "$" and path[at + 1:at + 2] == "{":
            end = path.find("}", at + 2)
            piece = path[at:] if end < 0 else os.environ.get(path[at + 2:end], path[at:end + 1])
            size = len(path) - at if end < 0 else end + 1 - at
        elif c == "$":
            end = at + 1
            while end < len(path) and (path[end].isascii() and path[end].isalnum() or path[end] in "_-"):
                end += 1
            piece, size = os.environ.get(path[at + 1:end], path[at:end]), end - at
        out.append(piece)
        at += size
    return "".join(out)


def normpath(path):
    """A path without empty names, "." and what ".." takes back."""
    path = os.fspath(path)
    separator, up = _like(path, "\\"), _like(path, "..")
    drive, root, rest = splitroot(_plain(path))
    names = []
    for name in rest.split(separator):
        if not name or name == _like(path, "."):
            continue
        if name == up and names and names[-1] != up:
            names.pop()
        elif name != up or not root:
            names.append(name)
    if not drive and not root and not names:
        names.append(_like(path, "."))
    return drive + root + separator.join(names)


def abspath(path):
    """The absolute form of a path."""
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(path, *, strict=False):
    """The absolute form: links cannot be followed here."""
    return abspath(path)


def relpath(path, start=None):
    """A path as seen from another."""
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    start = _like(path, ".") if start is None else os.fspath(start)
    try:
        start_drive, _, start_rest = splitroot(abspath(normpath(start)))
        drive, _, rest = splitroot(abspath(normpath(path)))
        if normcase(start_drive) != normcase(drive):
            raise ValueError(f"path is on mount {drive!r}, start on mount {start_drive!r}")
        start_names = [name for name in start_rest.split(_like(path, "\\")) if name]
        names = [name for name in rest.split(_like(path, "\\")) if name]
        same = 0
        for one, other in zip(start_names, names):
            if normcase(one) != normcase(other):
                break
            same += 1
        parts = [_like(path, "..")] * (len(start_names) - same) + names[same:]
        return join(*parts) if parts else _like(path, ".")
    except (TypeError, ValueError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """The longest path that all are below of."""
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    first = paths[0]
    if any(isinstance(path, bytes) != isinstance(first, bytes) for path in paths):
        genericpath._check_arg_types("commonpath", *paths)
    try:
        separator = _like(first, "\\")
        split_paths = [splitroot(_plain(path).lower()) for path in paths]
        if len({root for _, root, _ in split_paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths")
        if len({drive for drive, _, _ in split_paths}) != 1:
            raise ValueError("Paths don't have the same drive")
        drive, root, rest = splitroot(_plain(first))
        here = _like(first, ".")
        names = [name for name in rest.split(separator) if name and name != here]
        lists = [[name for name in rest.split(separator) if name and name != here] for _, _, rest in split_paths]
        least, most = min(lists), max(lists)
        same = len(least)
        for i, name in enumerate(least):
            if name != most[i]:
                same = i
                break
        return drive + root + separator.join(names[:same])
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
