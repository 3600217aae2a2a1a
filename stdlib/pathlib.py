"""Paths as objects (library reference, "pathlib").

A pure path keeps the segments it was made of and, once asked for, its normal form: drive, root and the parts of the tail.
"""
import io as _io
import os
import posixpath
import stat as _stat
import sys
from _collections_abc import Sequence as _Sequence
from errno import EBADF as _EBADF, ELOOP as _ELOOP, ENOENT as _ENOENT, ENOTDIR as _ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


def _ignore_error(error):
    return getattr(error, "errno", None) in (_ENOENT, _ENOTDIR, _EBADF, _ELOOP)


class _Parents(_Sequence):
    """The ancestors of a path, nearest first."""

    __slots__ = ("_path", "_drv", "_root", "_tail")

    def __init__(self, path):
        self._path = path
        self._drv = path.drive
        self._root = path.root
        self._tail = path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self[k] for k in range(*i.indices(len(self))))
        if i >= len(self) or i < -len(self):
            raise IndexError(i)
        if i < 0:
            i += len(self)
        return self._path._from_parts(self._drv, self._root, self._tail[:-i - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """Base class for manipulating paths without I/O.

    PurePath represents a filesystem path and offers operations which don't imply any actual filesystem I/O.
    """

    __slots__ = ("_raw_paths", "_drv", "_root", "_tail_cached", "_str", "_hash")
    _flavour = posixpath
    _sep = "/"

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg._flavour != self._flavour:
                    paths.extend(path.replace(arg._sep, self._sep) for path in arg._raw_paths)
                else:
                    paths.extend(arg._raw_paths)
            else:
                try:
                    path = os.fspath(arg)
                except TypeError:
                    path = arg
                if not isinstance(path, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                    f"not {type(path).__name__!r}")
                paths.append(path)
        self._raw_paths = paths
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

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order() < other._order()

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order() <= other._order()

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order() > other._order()

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._flavour is not other._flavour:
            return NotImplemented
        return self._order() >= other._order()

    # -- parts of the name --

    @property
    def name(self):
        """The final path component, if any."""
        tail = self._tail
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        """The final component's last suffix, if any. This includes the leading period. For example: '.txt'"""
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        """A list of the final component's suffixes, if any."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The final path component, minus its last suffix."""
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        """Return a new path with the file name changed."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        drv, root, tail = self._split_root(name)
        if drv or root or not tail or self._sep in tail or tail == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._from_parts(self.drive, self.root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        """Return a new path with the stem changed."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """Return a new path with the file suffix changed.  If the path has no suffix, add given suffix."""
        if self._sep in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % suffix)
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        name = name + suffix if not old else name[:-len(old)] + suffix
        return self._from_parts(self.drive, self.root, self._tail[:-1] + [name])

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        """Return the relative path to another path identified by the passed arguments."""
        if _deprecated:
            _warn_positional("relative_to")
        other = self.with_segments(other, *_deprecated)
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
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def joinpath(self, *pathsegments):
        """Combine this path with one or several arguments, and return a new path."""
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

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
        mine = list(self.parts)
        theirs = list(pattern.parts)
        if pattern.drive or pattern.root:
            if len(mine) != len(theirs):
                return False
        elif len(theirs) > len(mine):
            return False
        from fnmatch import fnmatchcase
        for part, pat in zip(reversed(mine), reversed(theirs)):
            if not (fnmatchcase(part, pat) if case_sensitive else fnmatchcase(part.lower(), pat.lower())):
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


class Path(PurePath):
    """PurePath subclass that can make system calls.

    Path represents a filesystem path but unlike PurePath, also offers methods to do system calls on path objects.
    """

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings._deprecated("pathlib.PurePath(**kwargs)", "support for supplying keyword arguments to pathlib.PurePath is deprecated and "
                                 "scheduled for removal in Python {remove}", remove=(3, 14))
        super().__init__(*args)

    # -- asking --

    def stat(self, *, follow_symlinks=True):
        """Return the result of the stat() system call on this path, like os.stat() does."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """Like stat(), except if the path points to a symlink, the symlink's status information is returned."""
        return self.stat(follow_symlinks=False)

    def exists(self, *, follow_symlinks=True):
        """Whether this path exists."""
        try:
            self.stat(follow_symlinks=follow_symlinks)
        except OSError as e:
            if not _ignore_error(e):
                raise
            return False
        except ValueError:
            return False
        return True

    def _is(self, test, follow=True):
        try:
            return test(self.stat(follow_symlinks=follow).st_mode)
        except OSError as e:
            if not _ignore_error(e):
                raise
            return False
        except ValueError:
            return False

    def is_dir(self):
        """Whether this path is a directory."""
        return self._is(_stat.S_ISDIR)

    def is_file(self):
        """Whether this path is a regular file (also True for symlinks pointing to regular files)."""
        return self._is(_stat.S_ISREG)

    def is_mount(self):
        """Check if this path is a mount point"""
        return os.path.ismount(self)

    def is_symlink(self):
        """Whether this path is a symbolic link."""
        return self._is(_stat.S_ISLNK, False)

    def is_junction(self):
        """Whether this path is a junction."""
        return False

    def is_block_device(self):
        """Whether this path is a block device."""
        return self._is(_stat.S_ISBLK)

    def is_char_device(self):
        """Whether this path is a character device."""
        return self._is(_stat.S_ISCHR)

    def is_fifo(self):
        """Whether this path is a FIFO."""
        return self._is(_stat.S_ISFIFO)

    def is_socket(self):
        """Whether this path is a socket."""
        return self._is(_stat.S_ISSOCK)

    def samefile(self, other_path):
        """Return whether other_path is the same or not as this file (as returned by os.path.samefile())."""
        st = self.stat()
        try:
            other_st = other_path.stat()
        except AttributeError:
            other_st = self.with_segments(other_path).stat()
        return st.st_ino == other_st.st_ino and st.st_dev == other_st.st_dev

    # -- reading and writing --

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file pointed to by this path and return a file object, as the built-in open() function does."""
        return _io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """Open the file in bytes mode, read it, and close the file."""
        with self.open(mode="rb") as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """Open the file in text mode, read it, and close the file."""
        with self.open(mode="r", encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Open the file in bytes mode, write to it, and close the file."""
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Open the file in text mode, write to it, and close the file."""
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

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
        return self._select(pattern, case_sensitive, False)

    def rglob(self, pattern, *, case_sensitive=None):
        """Recursively yield all existing files (of any kind) matching the given relative pattern, anywhere in this subtree."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        return self._select(pattern, case_sensitive, True)

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
        """Walk the directory tree from this directory, similar to os.walk()."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        stack = [self]
        while stack:
            path = stack.pop()
            if isinstance(path, tuple):
                yield path
                continue
            try:
                entries = os.scandir(path)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            dirnames, filenames = [], []
            for entry in entries:
                try:
                    is_dir = entry.is_dir(follow_symlinks=follow_symlinks)
                except OSError:
                    is_dir = False
                (dirnames if is_dir else filenames).append(entry.name)
            if top_down:
                yield path, dirnames, filenames
            else:
                stack.append((path, dirnames, filenames))
            stack += [path._child(name) for name in reversed(dirnames)]

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
        """Make the path absolute, resolving all symlinks on the way and also normalizing it."""
        try:
            s = os.path.realpath(self, strict=strict)
        except OSError as e:
            if e.errno == _ELOOP:
                raise RuntimeError("Symlink loop from %r" % e.filename)
            raise
        p = self.with_segments(s)
        if not strict:
            try:
                p.stat()
            except OSError as e:
                if e.errno == _ELOOP:
                    raise RuntimeError("Symlink loop from %r" % e.filename)
        return p

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
        """Create this file with the given access mode, if it doesn't exist."""
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Create a new directory at this given path."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions of the path, like os.chmod()."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Like chmod(), except if the path points to a symlink, the symlink's permissions are changed."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Remove this file or link. If the path is a directory, use rmdir() instead."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove this directory.  The directory must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename this path to the target path. Returns the new Path instance pointing to the target path."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Rename this path to the target path, overwriting if that path exists."""
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symlink pointing to the target path."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Make this path a hard link pointing to the same file as *target*."""
        os.link(target, self)

    def expanduser(self):
        """Return a new path with expanded ~ and ~user constructs (as returned by os.path.expanduser)"""
        if not (self.drive or self.root) and self._tail and self._tail[0][:1] == "~":
            homedir = os.path.expanduser(self._tail[0])
            if homedir[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self.with_segments(homedir, *self._tail[1:])
        return self

    def __enter__(self):
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


def _is_folder(entry):
    try:
        return entry.is_dir()
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
        if child.exists() if rest == len(parts) else os.path.isdir(child):
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
    yield from _steps(path, parts, rest, case_sensitive)
    for entry in _entries(path):
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            is_folder = False
        if is_folder:
            yield from _below(path._child(entry.name), parts, rest, case_sensitive)


class PosixPath(Path, PurePosixPath):
    """Path subclass for non-Windows systems."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """Path subclass for Windows systems."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
