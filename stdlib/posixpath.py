"""Common operations on POSIX pathnames: what os.path is here (library reference, "os.path")."""
import posix as _posix
from posix import fspath as _fspath
import genericpath
from genericpath import *
from genericpath import _check_arg_types

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
           "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser", "expandvars",
           "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep",
           "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath", "isjunction"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return _fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = _fspath(s)
    return s.startswith("/" if isinstance(s, str) else b"/")


def join(a, *p):
    """The path that the parts make, one below the other.

    If any component is an absolute path, all previous path components will be discarded.  An empty last part will result in a path that
    ends with a separator.
    """
    a = _fspath(a)
    sep = "/" if isinstance(a, str) else b"/"
    path = a
    try:
        if not p:
            path[:0] + sep
        for b in map(_fspath, p):
            if b.startswith(sep):
                path = b
            elif not path or path.endswith(sep):
                path += b
            else:
                path += sep + b
    except (TypeError, AttributeError, BytesWarning):
        _check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    """Split a pathname.

    Returns tuple "(head, tail)" where "tail" is everything after the final slash.  Either part may be empty.
    """
    p = _fspath(p)
    sep = "/" if isinstance(p, str) else b"/"
    i = p.rfind(sep) + 1
    head, tail = p[:i], p[i:]
    if head and head != sep * len(head):
        head = head.rstrip(sep)
    return head, tail


def basename(p):
    """Returns the final component of a pathname"""
    p = _fspath(p)
    return p[p.rfind("/" if isinstance(p, str) else b"/") + 1:]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def splitext(p):
    """The path in two: what stands before its extension, and the extension.

    Extension is everything from the last dot to the end, ignoring leading dots.  Returns "(root, ext)"; ext may be empty.
    """
    p = _fspath(p)
    if isinstance(p, bytes):
        sep, dot = b"/", b"."
    else:
        sep, dot = "/", "."
    start = p.rfind(sep) + 1
    at = p.rfind(dot, start)
    if at < 0 or not p[start:at].strip(dot):
        return p, p[:0]
    return p[:at], p[at:]


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """Split a pathname into drive, root and tail. On Posix, drive is always empty; the root may be empty, a single slash, or two slashes."""
    p = _fspath(p)
    sep, empty = ("/", "") if isinstance(p, str) else (b"/", b"")
    if p[:1] != sep:
        return empty, empty, p
    if p[1:2] != sep or p[2:3] == sep:
        return empty, sep, p[1:]
    return empty, p[:2], p[2:]


def isjunction(path):
    """Test whether a path is a junction. Junctions are not a part of posix semantics"""
    _fspath(path)
    return False


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    return _posix._kind(path, False) != 0


def ismount(path):
    """Test whether a path is a mount point"""
    try:
        s1 = _posix.lstat(path)
    except (OSError, ValueError):
        return False
    if s1.st_mode & 0o170000 == 0o120000:
        return False
    path = _fspath(path)
    parent = realpath(join(path, b".." if isinstance(path, bytes) else ".."))
    try:
        s2 = _posix.lstat(parent)
    except (OSError, ValueError):
        return False
    return s1.st_dev != s2.st_dev or s1.st_ino == s2.st_ino


def expanduser(path):
    """Expand ~ and ~user constructions.  If user or $HOME is unknown, do nothing."""
    path = _fspath(path)
    is_bytes = isinstance(path, bytes)
    tilde, sep = (b"~", b"/") if is_bytes else ("~", "/")
    if not path.startswith(tilde):
        return path
    i = path.find(sep, 1)
    if i < 0:
        i = len(path)
    import os
    if i == 1:
        home = os.environ.get("HOME")
        if home is None:
            home = _home_of(_posix.getuid(), 2)
    else:
        home = _home_of(os.fsdecode(path[1:i]), 0)
    if home is None:
        return path
    if is_bytes:
        home = os.fsencode(home)
    home = home.rstrip(sep)
    return (home + path[i:]) or sep


def _home_of(wanted, field):
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                parts = line.rstrip("\n").split(":")
                if len(parts) == 7 and parts[field] == str(wanted):
                    return parts[5]
    except OSError:
        pass
    return None


def _is_name(c, bytes_too):
    return c.isalnum() and c.isascii() or c == ("_" if not bytes_too else b"_")


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables are left unchanged."""
    path = _fspath(path)
    import os
    is_bytes = isinstance(path, bytes)
    dollar, brace, close = (b"$", b"{", b"}") if is_bytes else ("$", "{", "}")
    if dollar not in path:
        return path
    environ = os.environb if is_bytes else os.environ
    parts = []
    at = 0
    while True:
        i = path.find(dollar, at)
        if i < 0:
            parts.append(path[at:])
            break
        parts.append(path[at:i])
        j = i + 1
        if path[j:j + 1] == brace:
            end = path.find(close, j)
            if end < 0:
                parts.append(path[i:])
                break
            name = path[j + 1:end]
            end += 1
        else:
            end = j
            while end < len(path) and _is_name(path[end:end + 1], is_bytes):
                end += 1
            name = path[j:end]
        value = environ.get(name) if name or end > j else None
        parts.append(path[i:end] if value is None else value)
        at = end
    return path[:0].join(parts)


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    return _posix._path_normpath(_fspath(path))


def abspath(path):
    """Return an absolute path."""
    path = _fspath(path)
    if isinstance(path, bytes):
        if not path.startswith(b"/"):
            path = join(_posix.getcwdb(), path)
    elif not path.startswith("/"):
        path = join(_posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any symbolic links encountered in the path."""
    filename = _fspath(filename)
    if isinstance(filename, bytes):
        sep, dot, dotdot = b"/", b".", b".."
    else:
        sep, dot, dotdot = "/", ".", ".."
    rest = filename.split(sep)[::-1]
    path = sep if filename.startswith(sep) else filename[:0]  # relative ones are made absolute at the end
    seen = {}  # link -> what it stands for, None while being resolved
    # Entries of `rest`: names to walk, or (link,) where a link's own parts end.
    while rest:
        name = rest.pop()
        if isinstance(name, tuple):
            seen[name[0]] = path
            continue
        if not name or name == dot:
            continue
        if name == dotdot:
            head, tail = split(path)
            path = join(path, dotdot) if tail == dotdot else head if path else dotdot
            continue
        newpath = join(path, name)
        try:
            is_link = _posix.lstat(newpath).st_mode & 0o170000 == 0o120000
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = newpath
            continue
        if newpath in seen:
            resolved = seen[newpath]
            if resolved is not None:
                path = resolved
                continue
            if strict:
                _posix.stat(newpath)
            # a loop: the rest is taken as it is
            return abspath(join(newpath, *[name for name in reversed(rest) if not isinstance(name, tuple)]))
        try:
            target = _posix.readlink(newpath)
        except OSError:
            if strict:
                raise
            path = newpath
            continue
        seen[newpath] = None
        rest.append((newpath,))
        rest += target.split(sep)[::-1]
        if target.startswith(sep):
            path = sep
    return abspath(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    if path is None:
        raise TypeError("expected str, bytes or os.PathLike object, not NoneType")
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    if isinstance(path, bytes):
        curdir, sep, pardir = b".", b"/", b".."
    else:
        curdir, sep, pardir = ".", "/", ".."
    start = curdir if start is None else _fspath(start)
    try:
        start_tail = abspath(start).lstrip(sep)
        path_tail = abspath(path).lstrip(sep)
        start_list = start_tail.split(sep) if start_tail else []
        path_list = path_tail.split(sep) if path_tail else []
        i = len(commonprefix([start_list, path_list]))
        rel_list = [pardir] * (len(start_list) - i) + path_list[i:]
        return sep.join(rel_list) or curdir
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        _check_arg_types("relpath", path, start)
        raise


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    if not paths or not (paths := tuple(map(_fspath, paths))):
        raise ValueError("commonpath() arg is an empty sequence")
    if isinstance(paths[0], bytes):
        sep, curdir = b"/", b"."
    else:
        sep, curdir = "/", "."
    try:
        split_paths = [path.split(sep) for path in paths]
        absolute = {p.startswith(sep) for p in paths}
        if len(absolute) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[c for c in s if c and c != curdir] for s in split_paths]
        low = min(split_paths)
        high = max(split_paths)
        common = low
        for i, c in enumerate(low):
            if c != high[i]:
                common = low[:i]
                break
        prefix = sep if absolute.pop() else sep[:0]
        return prefix + sep.join(common)
    except (TypeError, AttributeError):
        _check_arg_types("commonpath", *paths)
        raise
