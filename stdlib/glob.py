"""Paths that match patterns of shells (library reference, "glob")."""
import fnmatch as _fnmatch
import os as _os
import re as _re
import sys as _sys

__all__ = ["escape", "glob", "iglob"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return a list of paths matching a pathname pattern.

    The pattern may contain simple shell-style wildcards a la fnmatch. Unlike fnmatch, filenames starting with a dot are special cases that
    are not matched by '*' and '?' patterns by default.
    """
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """Return an iterator which yields the paths matching a pathname pattern."""
    if root_dir is not None:
        root_dir = _os.fspath(root_dir)
    else:
        root_dir = pathname[:0]
    found = _iglob(pathname, root_dir, dir_fd, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        try:
            first = next(found)
            if first:
                return _chain(first, found)
        except StopIteration:
            pass
    return found


def _chain(first, rest):
    yield first
    yield from rest


def _iglob(pathname, root_dir, dir_fd, recursive, dironly, include_hidden):
    dirname, basename = _os.path.split(pathname)
    if not has_magic(pathname):
        assert not dironly
        if basename:
            if _lexists(_join(root_dir, pathname), dir_fd):
                yield pathname
        elif _isdir(_join(root_dir, dirname), dir_fd):
            yield pathname  # "folder/" matches folders only
        return
    if not dirname:
        if recursive and _is_recursive(basename):
            yield from _glob2(root_dir, basename, dir_fd, dironly, include_hidden)
        else:
            yield from _glob1(root_dir, basename, dir_fd, dironly, include_hidden)
        return
    if dirname != pathname and has_magic(dirname):
        dirs = _iglob(dirname, root_dir, dir_fd, recursive, True, include_hidden)
    else:
        dirs = [dirname]
    if has_magic(basename):
        in_folder = _glob2 if recursive and _is_recursive(basename) else _glob1
    else:
        in_folder = _glob0
    for dirname in dirs:
        for name in in_folder(_join(root_dir, dirname), basename, dir_fd, dironly, include_hidden):
            yield _os.path.join(dirname, name)


def _glob1(dirname, pattern, dir_fd, dironly, include_hidden=False):
    names = _listdir(dirname, dir_fd, dironly)
    if not (include_hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    return _fnmatch.filter(names, pattern)


def _glob0(dirname, basename, dir_fd, dironly, include_hidden=False):
    if basename:
        if _lexists(_join(dirname, basename), dir_fd):
            return [basename]
    elif _isdir(dirname, dir_fd):
        return [basename]
    return []


def _glob2(dirname, pattern, dir_fd, dironly, include_hidden=False):
    """** : the folder itself, and all below it."""
    if not dirname or _isdir(dirname, dir_fd):
        yield pattern[:0]
    yield from _below(dirname, dir_fd, dironly, include_hidden)


def _below(dirname, dir_fd, dironly, include_hidden):
    for name in _listdir(dirname, dir_fd, dironly):
        if include_hidden or not _is_hidden(name):
            yield name
            path = _join(dirname, name) if dirname else name
            for rest in _below(path, dir_fd, dironly, include_hidden):
                yield _join(name, rest)


def _listdir(dirname, dir_fd, dironly):
    names = []
    descriptor = None
    try:
        if dir_fd is not None:
            where = descriptor = _os.open(dirname or ".", _os.O_RDONLY | _os.O_DIRECTORY, dir_fd=dir_fd)
        else:
            where = dirname or (b"." if isinstance(dirname, bytes) else ".")
        for entry in _os.scandir(where):
            try:
                if not dironly or entry.is_dir():
                    names.append(_os.fsencode(entry.name) if isinstance(dirname, bytes) else entry.name)
            except OSError:
                pass
    except OSError:
        pass
    finally:
        if descriptor is not None:
            _os.close(descriptor)
    return names


def _lexists(pathname, dir_fd):
    if dir_fd is None:
        return _os.path.lexists(pathname)
    try:
        _os.lstat(pathname, dir_fd=dir_fd)
    except (OSError, ValueError):
        return False
    return True


def _isdir(pathname, dir_fd):
    if dir_fd is None:
        return _os.path.isdir(pathname)
    try:
        return _os.stat(pathname, dir_fd=dir_fd).st_mode & 0o170000 == 0o040000
    except (OSError, ValueError):
        return False


def _join(dirname, basename):
    if not dirname or not basename:
        return dirname or basename
    return _os.path.join(dirname, basename)


def has_magic(s):
    return any(c in s for c in ((b"*", b"?", b"[") if isinstance(s, bytes) else "*?["))


def _is_hidden(path):
    return path[:1] in (".", b".")


def _is_recursive(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def escape(pathname):
    """Escape all special characters."""
    drive, pathname = _os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        pathname = _re.sub(b"([*?[])", rb"[\1]", pathname)
    else:
        pathname = _re.sub("([*?[])", r"[\1]", pathname)
    return drive + pathname
