"""The operating system: files, folders, processes, environment (library reference, "os")."""
import abc as _abc
import sys
import posix as _posix
import stat as st
import posixpath as path
from posix import *
from posix import _exit
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1
supports_bytes_environ = True

_GenericAlias = type(list[int])


# ---- paths as arguments ----

class PathLike(_abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @_abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return NotImplemented if base.__dict__["__fspath__"] is None else True
        return NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


def fsencode(filename):
    """Encode filename (an os.PathLike, bytes, or str) to the filesystem encoding with 'surrogateescape'; return bytes unchanged."""
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode("utf-8", "surrogateescape")
    return filename


def fsdecode(filename):
    """Decode filename (an os.PathLike, bytes, or str) from the filesystem encoding with 'surrogateescape'; return str unchanged."""
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode("utf-8", "surrogateescape")
    return filename


# ---- environment ----

from _collections_abc import MutableMapping as _MutableMapping, Mapping as _Mapping


class _Environ(_MutableMapping):
    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encodedkey = self.encodekey(key)
        unsetenv(encodedkey)
        try:
            del self._data[encodedkey]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}" for key, value in self._data.items())
        return f"environ({{{items}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


_variables = _posix._environment()
environ = _Environ(_variables, _encode, _decode, _encode, _decode)
environb = _Environ(_variables, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """Get an environment variable, return None if it doesn't exist.  key, default and the result are bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the named executable when launching a process."""
    if env is None:
        env = environ
    try:
        path_list = env.get("PATH")
    except TypeError:
        path_list = None
    try:
        path_listb = env[b"PATH"]
    except (KeyError, TypeError):
        pass
    else:
        if path_list is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        path_list = path_listb
    if path_list is not None and isinstance(path_list, bytes):
        path_list = fsdecode(path_list)
    if path_list is None:
        path_list = defpath
    return path_list.split(pathsep)


# ---- folders ----

class DirEntry:
    """An entry of scandir(): its name and path, and answers about it that are kept."""

    __slots__ = ("name", "path", "_type", "_inode", "_stat", "_lstat", "_folder")
    __module__ = "posix"

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def _at(self, follow):
        if self._folder is None:
            return _posix.stat(self.path, follow_symlinks=follow)
        return _posix.stat(self.name, dir_fd=self._folder, follow_symlinks=follow)

    def stat(self, *, follow_symlinks=True):
        """Return stat_result object for the entry; cached per entry."""
        if not follow_symlinks or not self.is_symlink():
            if self._lstat is None:
                self._lstat = self._at(False)
            return self._lstat
        if self._stat is None:
            self._stat = self._at(True)
        return self._stat

    def _is(self, kind, mode, follow):
        if self._type and not (self._type == 10 and follow):
            return self._type == kind
        try:
            return self.stat(follow_symlinks=follow).st_mode & 0o170000 == mode
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Return True if the entry is a directory; cached per entry."""
        return self._is(4, 0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Return True if the entry is a file; cached per entry."""
        return self._is(8, 0o100000, follow_symlinks)

    def is_symlink(self):
        """Return True if the entry is a symbolic link; cached per entry."""
        if self._type:
            return self._type == 10
        try:
            return self.stat(follow_symlinks=False).st_mode & 0o170000 == 0o120000
        except FileNotFoundError:
            return False

    def is_junction(self):
        """Return True if the entry is a junction; cached per entry."""
        return False

    def inode(self):
        """Return inode of the entry; cached per entry."""
        return self._inode

    def __fspath__(self):
        """Returns the path for the entry."""
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    __class_getitem__ = classmethod(_GenericAlias)


class ScandirIterator:
    __module__ = "posix"

    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _entries(found, folder, prefix):
    for name, kind, inode in found:
        entry = object.__new__(DirEntry)
        entry.name = name
        entry.path = prefix + name if prefix else name
        entry._type = kind
        entry._inode = inode
        entry._stat = entry._lstat = None
        entry._folder = folder
        yield entry


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path."""
    found = _posix._scan(path)
    if isinstance(path, int):
        return ScandirIterator(_entries(found, path, None))
    prefix = "." if path is None else fspath(path)
    slash = b"/" if isinstance(prefix, bytes) else "/"
    if not prefix.endswith(slash):
        prefix += slash
    return ScandirIterator(_entries(found, None, prefix))


def makedirs(name, mode=0o777, exist_ok=False):
    """Super-mkdir; create a leaf directory and all intermediate ones."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else was faster
        cdir = b"." if isinstance(tail, bytes) else "."
        if tail == cdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Super-rmdir; remove a leaf directory and all empty intermediate ones."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Super-rename; create directories as necessary and delete any left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator: for each directory in the tree yields a 3-tuple dirpath, dirnames, filenames."""
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    stack = [fspath(top)]
    islink, join = path.islink, path.join
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs = []
        nondirs = []
        walk_dirs = []
        try:
            entries = scandir(top)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            if not is_dir:
                nondirs.append(entry.name)
                continue
            dirs.append(entry.name)
            if not topdown:
                if not followlinks:
                    try:
                        if entry.is_symlink():
                            continue
                    except OSError:
                        pass
                walk_dirs.append(entry.path)
        if topdown:
            yield top, dirs, nondirs
            for dirname in reversed(dirs):
                new_path = join(top, dirname)
                if followlinks or not islink(new_path):
                    stack.append(new_path)
        else:
            stack.append((top, dirs, nondirs))
            stack += reversed(walk_dirs)


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Directory tree generator like walk(), which yields dirpath, dirnames, filenames, dirfd."""
    top = fspath(top)
    yield from _fwalk(top, top, topdown, onerror, follow_symlinks, dir_fd, True)


def _fwalk(name, toppath, topdown, onerror, follow_symlinks, dir_fd, is_root):
    try:
        if not follow_symlinks:
            orig = stat(name, follow_symlinks=False, dir_fd=dir_fd)
        topfd = open(name, O_RDONLY | O_NONBLOCK, dir_fd=dir_fd)
    except OSError as error:
        if is_root:
            raise
        if onerror is not None:
            onerror(error)
        return
    try:
        if not follow_symlinks and not (st.S_ISDIR(orig.st_mode) and path.samestat(orig, fstat(topfd))):
            return
        names = listdir(topfd)
        if isinstance(toppath, bytes):
            names = map(fsencode, names)
        dirs = []
        nondirs = []
        for entry in names:
            try:
                (dirs if st.S_ISDIR(stat(entry, dir_fd=topfd).st_mode) else nondirs).append(entry)
            except OSError:
                try:
                    if st.S_ISLNK(stat(entry, dir_fd=topfd, follow_symlinks=False).st_mode):
                        nondirs.append(entry)
                except OSError:
                    pass
        if topdown:
            yield toppath, dirs, nondirs, topfd
        for entry in dirs:
            yield from _fwalk(entry, path.join(toppath, entry), topdown, onerror, follow_symlinks, topfd, False)
        if not topdown:
            yield toppath, dirs, nondirs, topfd
    finally:
        close(topfd)


# ---- open files ----

def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """Return an open file object connected to a file descriptor."""
    import io
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# ---- facts about the machine ----

confstr_names = {"CS_PATH": 0, "CS_GNU_LIBC_VERSION": 2, "CS_GNU_LIBPTHREAD_VERSION": 3}


def confstr(name, /):
    """Return a string-valued system configuration variable."""
    if isinstance(name, str):
        try:
            name = confstr_names[name]
        except KeyError:
            raise ValueError("unrecognized configuration name") from None
    elif not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    return _posix._confstr(name)


def sysconf(name, /):
    """Return an integer-valued system configuration variable."""
    if isinstance(name, str):
        try:
            name = sysconf_names[name]
        except KeyError:
            raise ValueError("unrecognized configuration name") from None
    elif not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    return _posix._sysconf(name)


def _named(type_name, names, doc):
    """A tuple type with named items, as the system's results have them."""
    class Result(tuple):
        n_fields = n_sequence_fields = len(names)
        n_unnamed_fields = 0
        __slots__ = ()
        __match_args__ = names

        def __new__(cls, sequence, dict=None):
            items = tuple(sequence)
            if len(items) != len(names):
                raise TypeError(f"{cls.__module__}.{type_name}() takes a {len(names)}-sequence ({len(items)}-sequence given)")
            return tuple.__new__(cls, items)

        def __repr__(self):
            return f"{type(self).__module__}.{type_name}({', '.join([f'{n}={v!r}' for n, v in zip(names, self)])})"

        def __reduce__(self):
            return type(self), (tuple(self), {})

    from operator import itemgetter
    for i, item in enumerate(names):
        setattr(Result, item, property(itemgetter(i)))
    Result.__name__ = Result.__qualname__ = type_name
    Result.__module__ = "posix"
    Result.__doc__ = doc
    return Result


uname_result = _named("uname_result", ("sysname", "nodename", "release", "version", "machine"), "uname_result: Result from os.uname().")
times_result = _named("times_result", ("user", "system", "children_user", "children_system", "elapsed"), "times_result: Result from os.times().")


def uname():
    """Return an object identifying the current operating system."""
    return uname_result(_posix._uname())


def times():
    """Return a collection containing process timing information."""
    return times_result(_posix._times())


# ---- processes ----

def waitstatus_to_exitcode(status):
    """Convert a wait status to an exit code."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f"invalid wait status: {status}")


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Register callables to be called when forking a new process."""
    for function in before, after_in_child, after_in_parent:
        if function is not None and not callable(function):
            raise TypeError(f"'{type(function).__name__}' object is not callable")
    if before is after_in_child is after_in_parent is None:
        raise TypeError("At least one argument is required.")
    if before is not None:
        _before_fork.insert(0, before)
    if after_in_child is not None:
        _after_in_child.append(after_in_child)
    if after_in_parent is not None:
        _after_in_parent.append(after_in_parent)


_before_fork = []
_after_in_child = []
_after_in_parent = []


def fork():
    """Fork a child process.  Return 0 to child process and PID of child to parent process."""
    for function in _before_fork:
        function()
    pid = _posix.fork()
    if pid == 0 and "threading" in sys.modules:
        sys.modules["threading"]._after_fork()
    if pid == 0 and "random" in sys.modules:
        sys.modules["random"]._inst.seed()  # the child is not to repeat the parent's numbers
    for function in _after_in_parent if pid else _after_in_child:
        function()
    return pid


def execve(path, argv, env):
    """Execute an executable path with arguments, replacing current process."""
    items = []
    for key in env:
        key_bytes = fsencode(key)
        if not key_bytes or b"=" in key_bytes[1:]:
            raise ValueError("illegal environment variable name")
        items.append(key_bytes + b"=" + fsencode(env[key]))
    _posix._execve(path, argv, items)


def execl(file, *args):
    """Execute the executable file with argument list args, replacing the current process."""
    execv(file, args)


def execle(file, *args):
    """Execute the executable file with argument list args and environment env, replacing the current process."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """Execute the executable file (which is searched for along $PATH) with argument list args."""
    execvp(file, args)


def execlpe(file, *args):
    """Execute the executable file (searched for along $PATH) with argument list args and environment env."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """Execute the executable file (which is searched for along $PATH) with argument list args."""
    _execvpe(file, args)


def execvpe(file, args, env):
    """Execute the executable file (which is searched for along $PATH) with argument list args and environment env."""
    _execvpe(file, args, env)


def _execvpe(file, args, env=None):
    run = (lambda name: execv(name, args)) if env is None else (lambda name: execve(name, args, env))
    if path.dirname(file):
        run(file)
        return
    saved = None
    for folder in get_exec_path(env):
        full = path.join(fsencode(folder), file) if isinstance(file, bytes) else path.join(folder, file)
        try:
            run(full)
        except (FileNotFoundError, NotADirectoryError) as e:
            last = e
        except OSError as e:
            last = e
            if saved is None:
                saved = e
    raise saved if saved is not None else last


def _spawnvef(mode, file, args, env, function):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    pid = fork()
    if not pid:
        try:
            if env is None:
                function(file, args)
            else:
                function(file, args, env)
        except:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        pid, status = waitpid(pid, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Execute file with arguments from args in a subprocess."""
    return _spawnvef(mode, file, args, None, execv)


def spawnve(mode, file, args, env):
    """Execute file with arguments from args in a subprocess with the specified environment."""
    return _spawnvef(mode, file, args, env, execve)


def spawnvp(mode, file, args):
    """Execute file (which is looked for along $PATH) with arguments from args in a subprocess."""
    return _spawnvef(mode, file, args, None, execvp)


def spawnvpe(mode, file, args, env):
    """Execute file (which is looked for along $PATH) with arguments from args in a subprocess with the supplied environment."""
    return _spawnvef(mode, file, args, env, execvpe)


def spawnl(mode, file, *args):
    """Execute file with arguments from args in a subprocess."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """Execute file with arguments from args in a subprocess with the supplied environment."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """Execute file (which is looked for along $PATH) with arguments from args in a subprocess."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """Execute file (which is looked for along $PATH) with arguments from args in a subprocess with the supplied environment."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def popen(cmd, mode="r", buffering=-1):
    """Open a pipe to or from command cmd."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        proc = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(proc.stdout, proc)
    proc = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(proc.stdin, proc)


class _wrap_close:
    """The stream of popen(): closing it waits for the process."""

    def __init__(self, stream, proc):
        self._stream = stream
        self._proc = proc

    def close(self):
        self._stream.close()
        returncode = self._proc.wait()
        if returncode == 0:
            return None
        return returncode << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


supports_dir_fd = {stat, access, chmod, chown, link, lstat, mkdir, mkfifo, mknod, open, readlink, remove, rename, replace, rmdir, symlink, unlink, utime}
supports_effective_ids = {access}
supports_fd = {stat, chdir, chmod, chown, listdir, scandir, statvfs, truncate, utime}
supports_follow_symlinks = {stat, access, chmod, chown, link, utime}

__all__ = [_n for _n in list(globals()) if not _n.startswith("_") and _n not in ("sys", "st", "path")] + ["path", "_exit"]
