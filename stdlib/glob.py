"""Paths that match patterns of shells (library reference, "glob").

The last part of a pattern is looked for in what the rest of it finds; so a search goes down as many folders as there are parts with wildcards.
"""
import fnmatch as _fnmatch
import os as _os

__all__ = ["escape", "glob", "iglob"]

_MAGIC = "*?["


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match: a list. With recursive, ** is any number of folders; what begins with a dot is found when the pattern says the dot."""
    return [*iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden)]


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match: an iterator."""
    root = pathname[:0] if root_dir is None else _os.fspath(root_dir)
    found = _Search(root, dir_fd, recursive, include_hidden).paths(pathname)
    if not pathname or recursive and _is_any_depth(pathname[:2]):
        return filter(None, found)  # the folder itself, which has no name
    return found


class _Search:
    "The options of a search."

    def __init__(self, root, dir_fd, recursive, hidden):
        self.root, self.dir_fd = root, dir_fd
        self.recursive, self.hidden = recursive, hidden

    def paths(self, pattern, folders_only=False):
        above, last = _os.path.split(pattern)
        if not has_magic(pattern):
            if self.exists(_joined(self.root, pattern if last else above), must_be_folder=not last):
                yield pattern
            return
        if not has_magic(last):
            look = self.named
        else:
            look = self.at_any_depth if self.recursive and _is_any_depth(last) else self.matching
        for top in self.paths(above, True) if has_magic(above) else [above]:
            for name in look(_joined(self.root, top), last, folders_only):
                yield _os.path.join(top, name)

    # Three ways to look for names in a folder.

    def named(self, folder, name, folders_only):
        return [name] if self.exists(_joined(folder, name), must_be_folder=not name) else []

    def matching(self, folder, pattern, folders_only):
        names = self.names(folder, folders_only)
        return _fnmatch.filter(names if pattern[:1] in (".", b".") else filter(self.is_shown, names), pattern)

    def at_any_depth(self, folder, pattern, folders_only):
        if not folder or self.exists(folder, must_be_folder=True):
            yield pattern[:0]
        yield from self.below(folder, folders_only)

    def below(self, folder, folders_only):
        for name in filter(self.is_shown, self.names(folder, folders_only)):
            yield name
            for rest in self.below(_joined(folder, name), folders_only):
                yield _joined(name, rest)

    def is_shown(self, name):
        return self.hidden or name[:1] not in (".", b".")

    # What is there.

    def exists(self, path, must_be_folder):
        if self.dir_fd is None:
            return (_os.path.isdir if must_be_folder else _os.path.lexists)(path)
        try:
            mode = _os.stat(path, dir_fd=self.dir_fd, follow_symlinks=must_be_folder).st_mode
        except (ValueError, OSError):
            return False
        return not must_be_folder or mode & 0o170000 == 0o040000

    def names(self, folder, folders_only):
        "Of what is in the folder; nothing when it cannot be read."
        here = folder or (b"." if isinstance(folder, bytes) else ".")
        try:
            if self.dir_fd is None:
                return self.listed(here, here, folders_only)
            opened = _os.open(here, _os.O_RDONLY | _os.O_DIRECTORY, dir_fd=self.dir_fd)
            try:
                return self.listed(opened, here, folders_only)
            finally:
                _os.close(opened)
        except OSError:
            return []

    def listed(self, where, like, folders_only):
        names = []
        with _os.scandir(where) as entries:
            for entry in entries:
                try:
                    if folders_only and not entry.is_dir():
                        continue
                except OSError:
                    continue
                names.append(_os.fsencode(entry.name) if isinstance(like, bytes) else entry.name)
        return names


def glob0(dirname, pattern):
    """The name alone, if the folder has it."""
    return [pattern] if _os.path.lexists(_os.path.join(dirname, pattern)) else []


def glob1(dirname, pattern):
    """The names in the folder that match; hidden ones only for a pattern that begins with a dot."""
    try:
        names = _os.listdir(dirname or (b"." if isinstance(dirname, bytes) else "."))
    except OSError:
        return []
    dot = b"." if isinstance(pattern, bytes) else "."
    return _fnmatch.filter((name for name in names if pattern.startswith(dot) or not name.startswith(dot)), pattern)


def _joined(folder, name):
    return _os.path.join(folder, name) if folder and name else folder or name


def _is_any_depth(part):
    return part in ("**", b"**")


def has_magic(s):
    """Whether it is a pattern, rather than a path."""
    return any(letter in s for letter in (_MAGIC.encode() if isinstance(s, bytes) else _MAGIC))


def escape(pathname):
    """A pattern for that very path."""
    drive, rest = _os.path.splitdrive(pathname)
    for letter in "[?*":  # the bracket first, for it is what the others get
        plain, quoted = letter, f"[{letter}]"
        rest = rest.replace(plain.encode(), quoted.encode()) if isinstance(rest, bytes) else rest.replace(plain, quoted)
    return drive + rest
