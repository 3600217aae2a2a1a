"""Paths as objects (library reference, "pathlib").

A pure path keeps the segments it was made of and, once asked for, its normal form: drive, root and the parts of the tail.
"""
import io as _io
import os
import posixpath
import stat as _stat
import sys
from _collections_abc import Sequence as _Sequence
from _operator import ge as _ge, gt as _gt, le as _le, lt as _lt
from errno import EBADF as _EBADF, ELOOP as _ELOOP, ENOENT as _ENOENT, ENOTDIR as _ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


_NOT_THERE = {_ENOENT, _ENOTDIR, _EBADF, _ELOOP}


class _Parents(_Sequence):
    """The folders a path lies in, the nearest first."""

    __slots__ = ("_path",)

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, index):
        count = len(self)
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(count))))
        if not -count <= index < count:
            raise IndexError(index)
        path = self._path
        return path._from_parts(path.drive, path.root, path._tail[:-1 - index % count])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


def _ordering(compare):
    "A comparison of two paths of one kind, part by part."
    def method(self, other):
        if isinstance(other, PurePath) and other._flavour is self._flavour:
            return compare(self._order(), other._order())
        return NotImplemented
    method.__name__ = f"__{compare.__name__}__"
    method.__qualname__ = f"PurePath.{method.__name__}"
    return method


def _suffix_place(name):
    "Where the suffix begins in the name, or the name's length."
    place = name.rfind(".")
    return place if 0 < place < len(name) - 1 else len(name)


_new = object.__new__


class PurePath:
    """A path, and what can be told of it without looking at files."""

    __slots__ = ("_raw_paths", "_drv", "_root", "_tail_cached", "_str", "_hash")
    _flavour = posixpath
    _sep = "/"

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        segments = []
        for arg in args:
            if isinstance(arg, PurePath):
                segments += arg._raw_paths if arg._flavour == self._flavour else [text.replace(arg._sep, self._sep) for text in arg._raw_paths]
                continue
            if not isinstance(arg, str):
                try:
                    arg = os.fspath(arg)
                except TypeError:
                    pass
                if not isinstance(arg, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(arg).__name__!r}")
            segments.append(arg)
        self._raw_paths = segments
        self._drv = self._root = self._tail_cached = self._str = self._hash = None

    def with_segments(self, *pathsegments):
        """Construct a new path object from any number of path-like objects."""
        return type(self)(*pathsegments)

    def __reduce__(self):
        return self.__class__, self.parts

    # -- the normal form --

    @classmethod
    def _split_root(cls, path):
        return posixpath.splitroot(path)

    @classmethod
    def _join_segments(cls, paths):
        return posixpath.join(*paths)

    def _load(self):
        paths = self._raw_paths
        path = "" if not paths else paths[0] if len(paths) == 1 else self._join_segments(paths)
        if not path:
            self._drv, self._root, self._tail_cached = "", "", []
            return
        drv, root, rel = self._split_root(path)
        self._drv = drv
        self._root = root
        self._tail_cached = [part for part in rel.split(self._sep) if part and part != "."]

    def _from_parts(self, drv, root, tail):
        text = self._format(drv, root, tail)
        cls = type(self)
        if cls is PurePosixPath or cls is PosixPath:  # what their __init__ does
            path = _new(cls)
            path._raw_paths = [text]
            path._hash = None
        else:
            path = self.with_segments(text)
        path._str = text or "."
        path._drv = drv
        path._root = root
        path._tail_cached = tail
        return path

    @classmethod
    def _format(cls, drv, root, tail):
        if drv or root:
            return drv + root + cls._sep.join(tail)
        if tail and cls._split_root(tail[0])[0]:
            tail = ["."] + tail
        return cls._sep.join(tail)

    @property
    def drive(self):
        """The drive prefix (letter or UNC path), if any."""
        if self._drv is None:
            self._load()
        return self._drv

    @property
    def root(self):
        """The root of the path, if any."""
        if self._root is None:
            self._load()
        return self._root

    @property
    def _tail(self):
        if self._tail_cached is None:
            self._load()
        return self._tail_cached

    @property
    def anchor(self):
        """The concatenation of the drive and root, or ''."""
        return self.drive + self.root

    @property
    def parts(self):
        """An object providing sequence-like access to the components in the filesystem path."""
        if self.drive or self.root:
            return (self._drv + self._root,) + tuple(self._tail)
        return tuple(self._tail)

    def __str__(self):
        """Return the string representation of the path, suitable for passing to system calls."""
        text = self._str
        if text is None:
            text = self._str = self._format(self.drive, self.root, self._tail) or "."
        return text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """Return the string representation of the path with forward (/) slashes."""
        return str(self).replace(self._sep, "/")

    def __bytes__(self):
        """Return the bytes representation of the path."""
        return os.fsencode(self)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.as_posix()!r})"

    def as_uri(self):
        """Return the path as a 'file' URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        drive = self.drive
        if len(drive) == 2 and drive[1] == ":":
            prefix, path = "file:///" + drive, self.as_posix()[2:]
        elif drive:
            prefix, path = "file:", self.as_posix()
        else:
            prefix, path = "file://", str(self)
        from urllib.parse import quote_from_bytes
        return prefix + quote_from_bytes(os.fsencode(path))

    # -- comparing --

    @property
    def _key(self):
        return str(self)

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key == other._key and self._flavour is other._flavour

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(self._key)
        return self._hash

    def _order(self):
        return self._key.split(self._sep)

    __lt__, __le__, __gt__, __ge__ = map(_ordering, (_lt, _le, _gt, _ge))

    # -- parts of the name --

    @property
    def name(self):
        """The last part, without drive and root."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """The end of the name with the last dot, ".txt" for instance, or nothing."""
        name = self.name
        return name[_suffix_place(name):]

    @property
    def stem(self):
        """The name without its suffix."""
        name = self.name
        return name[:_suffix_place(name)]

    @property
    def suffixes(self):
        """All suffixes of the name."""
        _, *after = [""] if self.name.endswith(".") else self.name.lstrip(".").split(".")
        return [f".{each}" for each in after]

    def _named(self, name):
        return self._from_parts(self.drive, self.root, [*self._tail[:-1], name])

    def with_name(self, name):
        """The path with another name."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or self._sep in name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._named(name)

    def with_stem(self, stem):
        """The path with the name changed, but for the suffix."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another suffix, or none."""
        if self._sep in suffix or "/" in suffix or self._split_root(suffix)[:2] != ("", "") or suffix == "." or not suffix.startswith("." * bool(suffix)):
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        return self._named(name[:_suffix_place(name)] + suffix)

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        """Return the relative path to another path identified by the passed arguments."""
        if _deprecated:
            _warn_positional("relative_to")
        other = self.with_segments(other, *_deprecated)
        if self._lies_in(other):
            return self.with_segments(*self._tail[len(other._tail):])
        for step, path in enumerate([other] + list(other.parents)):
            if self.is_relative_to(path):
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(*[".."] * step, *self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        """Return True if the path is relative to another path or False."""
        if _deprecated:
            _warn_positional("is_relative_to")
        return self._lies_in(self.with_segments(other, *_deprecated))

    def _lies_in(self, other):
        "Whether the other is it or one of its parents."
        if self._flavour is posixpath and other._flavour is posixpath:
            theirs = other._tail
            return self.root == other.root and self._tail[:len(theirs)] == theirs
        return other == self or other in self.parents

    def joinpath(self, *pathsegments):
        """The path with others after it."""
        return self.with_segments(self, *pathsegments)

    def _joined(self, *pathsegments):
        try:
            return self.with_segments(*pathsegments)
        except TypeError:
            return NotImplemented

    def __truediv__(self, key):
        return self._joined(self, key)

    def __rtruediv__(self, key):
        return self._joined(key, self)

    @property
    def parent(self):
        """The logical parent of the path."""
        tail = self._tail
        if not tail:
            return self
        return self._from_parts(self._drv, self._root, tail[:-1])

    @property
    def parents(self):
        """A sequence of this path's logical parents."""
        return _Parents(self)

    def is_absolute(self):
        """True if the path is absolute (has both a root and, if applicable, a drive)."""
        return bool(self.root)

    def is_reserved(self):
        """Return True if the path contains one of the special names reserved by the system, if any."""
        return False

    def match(self, path_pattern, *, case_sensitive=None):
        """Return True if this path matches the given pattern."""
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        if case_sensitive is None:
            case_sensitive = self._is_case_sensitive
        if not pattern._tail and not pattern.drive and not pattern.root:
            raise ValueError("empty pattern")
        mine = list(self.parts) or [""]  # "**" stands for nothing as well
        theirs = list(pattern.parts)
        if pattern.drive or pattern.root:
            if len(mine) != len(theirs):
                return False
        elif len(theirs) > len(mine):
            return False
        from fnmatch import fnmatchcase
        for part, pat in zip(reversed(mine), reversed(theirs)):
            if not part and pat == "*" or not (fnmatchcase(part, pat) if case_sensitive else fnmatchcase(part.lower(), pat.lower())):
                return False
        return True

    _is_case_sensitive = True


def _warn_positional(name):
    import warnings
    warnings._deprecated(f"pathlib.PurePath.{name}(*args)", "support for supplying additional positional arguments to "
                         f"pathlib.PurePath.{name}() is deprecated and scheduled for removal in Python {{remove}}", remove=(3, 14))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """PurePath subclass for non-Windows systems."""

    __slots__ = ()


_windows_reserved = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {f"{name}{c}" for name in ("COM", "LPT") for c in "123456789\xb9\xb2\xb3"}


class PureWindowsPath(PurePath):
    """PurePath subclass for Windows systems."""

    __slots__ = ()
    _flavour = "nt"
    _sep = "\\"
    _is_case_sensitive = False

    @classmethod
    def _split_root(cls, path):
        path = path.replace("/", "\\")
        if path[:1] == "\\":
            if path[1:2] == "\\":
                # \\server\share\rest, \\?\UNC\server\share\rest
                start = 8 if path[:8].upper() == "\\\\?\\UNC\\" else 2
                i = path.find("\\", start)
                if i < 0:
                    return path, "", ""
                k = path.find("\\", i + 1)
                if k < 0:
                    return path, "", ""
                return path[:k], path[k:k + 1], path[k + 1:]
            return "", "\\", path[1:]
        if path[1:2] == ":":
            if path[2:3] == "\\":
                return path[:2], "\\", path[3:]
            return path[:2], "", path[2:]
        return "", "", path

    def _load(self):
        super()._load()
        if not self._root and self._drv.startswith("\\") and not self._drv.endswith("\\"):
            parts = self._drv.split("\\")
            if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                self._root = "\\"  # \\server\share

    @classmethod
    def _join_segments(cls, paths):
        drive, root, tail = cls._split_root(paths[0])
        for path in paths[1:]:
            d, r, t = cls._split_root(path)
            if r:
                if d or not drive:
                    drive = d
                root, tail = r, t
                continue
            if d and d != drive:
                if d.lower() != drive.lower():
                    drive, root, tail = d, r, t
                    continue
                drive = d
            if tail and not tail.endswith("\\"):
                tail += "\\"
            tail += t
        if tail and not root and drive and drive[-1:] not in ":\\":
            return drive + "\\" + tail
        return drive + root + tail

    @property
    def _key(self):
        return str(self).lower()

    def is_absolute(self):
        return bool(self.drive and self.root)

    def is_reserved(self):
        if self.drive.startswith("\\\\") or not self._tail:
            return False
        name = self._tail[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in _windows_reserved


def _asking(name, test, doc, follow=True):
    "A method that asks for the kind of file; no for one that is not there."
    def method(self):
        status = self._status(follow)
        return status is not None and test(status.st_mode)
    method.__name__, method.__qualname__, method.__doc__ = name, f"Path.{name}", doc
    return method


class Path(PurePath):
    """A path of this system's files, and what can be done with them."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings._deprecated("pathlib.PurePath(**kwargs)", "support for supplying keyword arguments to pathlib.PurePath is deprecated and "
                                 "scheduled for removal in Python {remove}", remove=(3, 14))
        super().__init__(*args)

    # -- asking --

    def stat(self, *, follow_symlinks=True):
        """What os.stat() tells of it."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What os.stat() tells of it, of a link itself."""
        return self.stat(follow_symlinks=False)

    def _status(self, follow):
        "None when there is no such file."
        try:
            return self.stat(follow_symlinks=follow)
        except OSError as error:
            if error.errno not in _NOT_THERE:
                raise
        except ValueError:
            pass  # no path of the system: a zero in it
        return None

    def exists(self, *, follow_symlinks=True):
        """Whether there is such a file."""
        return self._status(follow_symlinks) is not None

    is_dir = _asking("is_dir", _stat.S_ISDIR, "Whether it is a folder, or a link to one.")
    is_file = _asking("is_file", _stat.S_ISREG, "Whether it is an ordinary file, or a link to one.")
    is_symlink = _asking("is_symlink", _stat.S_ISLNK, "Whether it is a link.", False)
    is_fifo = _asking("is_fifo", _stat.S_ISFIFO, "Whether it is a named pipe.")
    is_socket = _asking("is_socket", _stat.S_ISSOCK, "Whether it is a socket.")
    is_char_device = _asking("is_char_device", _stat.S_ISCHR, "Whether it is a device of characters.")
    is_block_device = _asking("is_block_device", _stat.S_ISBLK, "Whether it is a device of blocks.")

    def is_mount(self):
        """Whether a file system begins here."""
        return os.path.ismount(self)

    def is_junction(self):
        """No: only Windows has them."""
        return False

    def samefile(self, other_path):
        """Whether another path leads to the same file."""
        other = other_path if hasattr(other_path, "stat") else self.with_segments(other_path)
        return os.path.samestat(self.stat(), other.stat())

    # -- reading and writing --

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """open() with this path."""
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All that is in the file."""
        with self.open("rb", 0) as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        """All that is in the file, as text."""
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        """Make it a file of that: how many bytes it has."""
        data = memoryview(data)  # what is no bytes must not cost the file
        with self.open("wb") as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Make it a file of that: how many characters it has."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # -- folders --

    def iterdir(self):
        """Yield path objects of the directory contents."""
        for name in os.listdir(self):
            yield self._child(name)

    def _child(self, name):
        return self._from_parts(self.drive, self.root, self._tail + [name])

    def glob(self, pattern, *, case_sensitive=None):
        """Iterate over this subtree and yield all existing files (of any kind) matching the given relative pattern."""
        sys.audit("pathlib.Path.glob", self, pattern)
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        yield from self._select(pattern, case_sensitive, False)

    def rglob(self, pattern, *, case_sensitive=None):
        """Recursively yield all existing files (of any kind) matching the given relative pattern, anywhere in this subtree."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        yield from self._select(pattern, case_sensitive, True)

    def _select(self, pattern, case_sensitive, everywhere):
        text = os.fspath(pattern)
        parsed = self.with_segments(pattern)
        if parsed.drive or parsed.root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(parsed._tail)
        if text and text[-1] == "/":
            parts.append("")  # folders only
        if everywhere:
            parts.insert(0, "**")
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return _matching(self, parts, case_sensitive)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """All folders in this one, as os.walk() has them, with paths."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        plan = [self]  # folders to be looked at, and what is to be yielded after those above it
        while plan:
            step = plan.pop()
            if type(step) is tuple:
                yield step
                continue
            names = {True: [], False: []}  # whether it is a folder: names
            try:
                for entry in os.scandir(step):
                    names[_is_folder(entry, follow_symlinks)].append(entry.name)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            result = step, names[True], names[False]
            if top_down:
                yield result
            else:
                plan.append(result)
            plan += map(step._child, reversed(names[True]))

    @classmethod
    def cwd(cls):
        """Return a new path pointing to the current working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """Return a new path pointing to the user's home directory (as returned by os.path.expanduser('~'))."""
        return cls("~").expanduser()

    def absolute(self):
        """Return an absolute version of this path by prepending the current working directory. No normalization is performed."""
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self) if self._tail or self._raw_paths else self.with_segments(os.getcwd())

    def resolve(self, strict=False):
        """The absolute path without links and dots; strict: it must lead to something."""
        try:
            real = self.with_segments(os.path.realpath(self, strict=strict))
            try:
                strict or real.stat()
            except OSError as error:
                if error.errno == _ELOOP:
                    raise
        except OSError as error:
            if error.errno == _ELOOP:
                raise RuntimeError(f"Symlink loop from {error.filename!r}")
            raise
        return real

    def owner(self):
        """Return the login name of the file owner."""
        return _name_of(self.stat().st_uid, "/etc/passwd", "getpwuid(): uid not found: ")

    def group(self):
        """Return the group name of the file gid."""
        return _name_of(self.stat().st_gid, "/etc/group", "getgrgid(): gid not found: ")

    def readlink(self):
        """Return the path to which the symbolic link points."""
        return self.with_segments(os.readlink(self))

    # -- changing --

    def touch(self, mode=0o666, exist_ok=True):
        """Make an empty file, or give the one that is there the time of now."""
        if exist_ok:
            try:
                return os.utime(self)
            except OSError:
                pass
        os.close(os.open(self, os.O_WRONLY | os.O_CREAT | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a folder; with parents, those it lies in too."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            above = self.parent
            if above == self or not parents:
                raise
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            # The error may be another one than that it exists.
            if not (exist_ok and self.is_dir()):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change its permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Change its permissions, of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove the file."""
        try:
            os.unlink(self)
        except FileNotFoundError as error:
            if not missing_ok:
                raise error

    def rmdir(self):
        """Remove the folder, which must be empty."""
        os.rmdir(self)

    def _moved(self, move, target):
        move(self, target)
        return self.with_segments(target)

    def rename(self, target):
        """Give it another path: that path."""
        return self._moved(os.rename, target)

    def replace(self, target):
        """Give it another path, of whatever is there: that path."""
        return self._moved(os.replace, target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symlink pointing to the target path."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path a hard link pointing to the same file as *target*."""
        os.link(target, self)

    def expanduser(self):
        """The path with the folder of a user in place of ~ or ~user."""
        first = "" if self.root or self.drive or not self._tail else self._tail[0]
        if not first.startswith("~"):
            return self
        home = os.path.expanduser(first)
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    def __enter__(self):
        import warnings
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects as a context manager is a no-op",
                      DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, *args):
        pass


def _name_of(number, table, complaint):
    with open(table, encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            fields = line.split(":")
            if len(fields) > 2 and fields[2] == str(number):
                return fields[0]
    raise KeyError(f"{complaint}{number}")


def _matching(path, parts, case_sensitive):
    """The paths below that the pattern's parts select, each once."""
    if not parts:
        if path.exists():
            yield path
        return
    seen = set()
    for found in _steps(path, parts, 0, case_sensitive):
        if "**" in parts:
            text = str(found)
            if text in seen:
                continue
            seen.add(text)
        yield found


def _entries(path):
    try:
        with os.scandir(path) as entries:
            return list(entries)
    except OSError:
        return []


def _is_folder(entry, follow=True):
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:
        return False


def _steps(path, parts, at, case_sensitive):
    if at == len(parts):
        yield path
        return
    part = parts[at]
    rest = at + 1
    if part == "**":
        yield from _below(path, parts, rest, case_sensitive)
    elif part == "..":
        if os.path.isdir(path):
            yield from _steps(path._child(".."), parts, rest, case_sensitive)
    elif part == "":
        if os.path.isdir(path):
            yield path
    elif case_sensitive is None and not any(c in part for c in "*?["):
        child = path._child(part)
        if os.path.lexists(child) if rest == len(parts) else os.path.isdir(child):
            yield from _steps(child, parts, rest, case_sensitive)
    else:
        from fnmatch import fnmatchcase
        insensitive = case_sensitive is False
        if insensitive:
            part = part.lower()
        for entry in _entries(path):
            if rest < len(parts) and not _is_folder(entry):
                continue
            name = entry.name
            if fnmatchcase(name.lower() if insensitive else name, part):
                yield from _steps(path._child(name), parts, rest, case_sensitive)


def _below(path, parts, rest, case_sensitive):
    """**: this folder and all folders below it, links to folders not followed."""
    if not os.path.isdir(path):
        return
    pending = [path]
    while pending:
        path = pending.pop()
        yield from _steps(path, parts, rest, case_sensitive)
        folders = [path._child(entry.name) for entry in _entries(path) if _is_folder(entry, False)]
        pending.extend(reversed(folders))


class PosixPath(Path, PurePosixPath):
    """Path subclass for non-Windows systems."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """Path subclass for Windows systems."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
