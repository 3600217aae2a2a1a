"""The operating system: files, folders, processes, environment (library reference, "os")."""
import abc as _abc
import sys
import posix as _posix
import stat as st
import posixpath as path
from _runtime import global_names as _global_names, set_global as _set_global
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
    """Objects that stand for a path: they have __fspath__()."""

    @_abc.abstractmethod
    def __fspath__(self):
        """The path, str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            defined = next((base.__dict__["__fspath__"] for base in subclass.__mro__ if "__fspath__" in base.__dict__), None)
            if defined is not None:
                return True
        return NotImplemented

    __class_getitem__ = classmethod(_GenericAlias)


def fsencode(filename):
    """A path as bytes."""
    plain = fspath(filename)
    return plain if isinstance(plain, bytes) else plain.encode("utf-8", "surrogateescape")


def fsdecode(filename):
    """A path as text; bytes that are none become surrogates, which fsencode() turns back."""
    plain = fspath(filename)
    return plain if isinstance(plain, str) else plain.decode("utf-8", "surrogateescape")


# ---- environment ----

from _collections_abc import MutableMapping as _MutableMapping, Mapping as _Mapping


class _Environ(_MutableMapping):
    "The variables, in one of two views. Changes reach the process, and so its children."

    def __init__(self, variables, inward, outward):
        self._variables, self._inward, self._outward = variables, inward, outward

    def __len__(self):
        return len(self._variables)

    def __iter__(self):
        return map(self._outward, [*self._variables])

    def __contains__(self, key):
        return self._inward(key) in self._variables

    def __getitem__(self, key):
        found = self._variables.get(self._inward(key))
        if found is None:
            raise KeyError(key) from None
        return self._outward(found)

    def __setitem__(self, key, value):
        name, content = self._inward(key), self._inward(value)
        putenv(name, content)
        self._variables[name] = content

    def __delitem__(self, key):
        name = self._inward(key)
        unsetenv(name)
        if self._variables.pop(name, None) is None:
            raise KeyError(key) from None

    def __repr__(self):
        return "environ({%s})" % ", ".join(f"{key!r}: {value!r}" for key, value in self.items())

    def copy(self):
        """A dict of them."""
        return dict(self)

    def setdefault(self, key, value):
        """The value of a variable, which is set if it is not there."""
        if key in self:
            return self[key]
        self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if isinstance(other, _Mapping) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if isinstance(other, _Mapping) else NotImplemented


def _inward(text):
    if isinstance(text, str):
        return text.encode("utf-8", "surrogateescape")
    raise TypeError(f"str expected, not {type(text).__name__}")


def _inward_bytes(data):
    if isinstance(data, bytes):
        return data
    raise TypeError(f"bytes expected, not {type(data).__name__}")


_variables = _posix._environment()
environ = _Environ(_variables, _inward, fsdecode)
environb = _Environ(_variables, _inward_bytes, bytes)


def getenv(key, default=None):
    """The value of a variable, or the default."""
    try:
        return environ[key]
    except KeyError:
        return default


def getenvb(key, default=None):
    """The value of a variable as bytes, or the default."""
    try:
        return environb[key]
    except KeyError:
        return default


def get_exec_path(env=None):
    """The folders programs are searched in: a list."""
    given = []
    for key in "PATH", b"PATH":
        try:
            value = (environ if env is None else env)[key]
        except (TypeError, KeyError):
            continue  # a mapping of the other kind of keys may refuse this one
        if value is not None:
            given.append(value)
    if len(given) == 2:
        raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
    return (fsdecode(given[0]) if given else defpath).split(pathsep)


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


def _above(name):
    "(folder, last part) of a path, whether or not it ends with a slash."
    above, last = path.split(name)
    return (above, last) if last else path.split(above)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder, and those it lies in."""
    above, last = _above(name)
    if above and last and not path.exists(above):
        try:
            makedirs(above, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else was faster
        if last in (".", b"."):
            return  # "new/." is there once "new" is
    try:
        mkdir(name, mode)
    except OSError:
        # The error may be another one than that it exists.
        if not (exist_ok and path.isdir(name)):
            raise


def removedirs(name):
    """Remove an empty folder, and those it lies in as long as they are empty."""
    rmdir(name)
    above, last = _above(name)
    try:
        while above and last:
            rmdir(above)
            above, last = path.split(above)
    except OSError:
        pass


def renames(old, new):
    """Rename, making the folders that the new name needs and removing those that are empty then."""
    above, last = path.split(new)
    if above and last and not path.exists(above):
        makedirs(above)
    rename(old, new)
    above, last = path.split(old)
    if above and last:
        try:
            removedirs(above)
        except OSError:
            pass


def _look(folder, onerror):
    "(names of folders, names of others, which of the former are links); None when it cannot be read."
    try:
        found = [*scandir(folder)]
    except OSError as failure:
        if onerror is not None:
            onerror(failure)
        return None
    folders, others, links = [], [], set()
    for entry in found:
        try:
            is_folder = entry.is_dir()
        except OSError:
            is_folder = False
        (folders if is_folder else others).append(entry.name)
        if is_folder and entry.is_symlink():
            links.add(entry.name)
    return folders, others, links


def walk(top, topdown=True, onerror=None, followlinks=False):
    """All folders in a folder: (path, names of folders, names of others) for each. Top down, the names of folders may be changed to go elsewhere."""
    sys.audit("os.walk", top, topdown, onerror, followlinks)
    join, islink = path.join, path.islink
    plan = [fspath(top)]  # folders to be looked at, and what is to be yielded after those above it on the plan
    while plan:
        step = plan.pop()
        if type(step) is tuple:
            yield step
            continue
        seen = _look(step, onerror)
        if seen is None:
            continue
        folders, others, links = seen
        if topdown:
            yield step, folders, others
            inside = [below for name in folders if not islink(below := join(step, name)) or followlinks]
        else:
            plan.append((step, folders, others))
            inside = [join(step, name) for name in folders if followlinks or name not in links]
        plan += inside[::-1]


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like walk(), with a descriptor of the folder as the fourth item, through which it was read."""
    top = fspath(top)
    yield from _fwalk(top, top, dir_fd, topdown, onerror, follow_symlinks)


def _fwalk(name, shown, parent, topdown, onerror, follow_symlinks):
    is_top = name is shown
    try:
        before = None if follow_symlinks else stat(name, dir_fd=parent, follow_symlinks=False)
        folder = open(name, O_RDONLY | O_NONBLOCK, dir_fd=parent)
    except OSError as failure:
        if is_top:
            raise
        if onerror is not None:
            onerror(failure)
        return
    try:
        # What was opened must be what was looked at: nobody has put a link there meanwhile.
        if before is not None and not (st.S_ISDIR(before.st_mode) and path.samestat(before, fstat(folder))):
            return
        folders, others = [], []
        for entry in listdir(folder):
            entry = fsencode(entry) if isinstance(shown, bytes) else entry
            kind = _kind_in(folder, entry)
            if kind is not None:
                (folders if kind == "folder" else others).append(entry)
        if topdown:
            yield shown, folders, others, folder
        for entry in folders:
            yield from _fwalk(entry, path.join(shown, entry), folder, topdown, onerror, follow_symlinks)
        if not topdown:
            yield shown, folders, others, folder
    finally:
        close(folder)


def _kind_in(folder, name):
    try:
        return "folder" if st.S_ISDIR(stat(name, dir_fd=folder).st_mode) else "other"
    except OSError:
        pass
    try:
        return "other" if st.S_ISLNK(stat(name, dir_fd=folder, follow_symlinks=False).st_mode) else None
    except OSError:
        return None


# ---- open files ----

def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if isinstance(fd, int):
        import io
        return io.open(fd, mode, buffering, encoding, *args, **kwargs)
    raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")


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

    from _operator import itemgetter
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


def _try_folders(run, file, env):
    "run(path) in the folders of $PATH; the first error that is more than that there is no such file, or the last one."
    if path.dirname(file):
        run(file)
        return
    notable = last = None
    for folder in get_exec_path(env):
        try:
            run(path.join(fsencode(folder) if isinstance(file, bytes) else folder, file))
        except OSError as failure:
            last = failure
            if notable is None and not isinstance(failure, (FileNotFoundError, NotADirectoryError)):
                notable = failure
    raise notable or last


def execvp(file, args):
    """Become another program, searched for on $PATH."""
    _try_folders(lambda found: execv(found, args), file, None)


def execvpe(file, args, env):
    """Become another program, searched for on $PATH, with other variables."""
    _try_folders(lambda found: execv(found, args) if env is None else execve(found, args, env), file, env)


def _spawn(mode, become, args):
    "A process that calls become(): its id, or, waited for, its exit status or minus the signal that ended it."
    if not isinstance(args, (list, tuple)):
        raise TypeError("argv must be a tuple or a list")
    if not (args and args[0]):
        raise ValueError("argv first element cannot be empty")
    child = fork()
    if not child:
        try:
            become()
        except BaseException:
            _exit(127)
    if mode == P_NOWAIT:
        return child
    while True:
        _, status = waitpid(child, 0)
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Start a program."""
    return _spawn(mode, lambda: execv(file, args), args)


def spawnve(mode, file, args, env):
    """Start a program with other variables."""
    return _spawn(mode, lambda: execve(file, args, env), args)


def spawnvp(mode, file, args):
    """Start a program, searched for on $PATH."""
    return _spawn(mode, lambda: execvp(file, args), args)


def spawnvpe(mode, file, args, env):
    """Start a program, searched for on $PATH, with other variables."""
    return _spawn(mode, lambda: execvpe(file, args, env), args)


# The same with the arguments one by one: an l in the name instead of the v; with an e, the variables come last.

def _listed_exec(function, name, has_env):
    def listed(file, *args):
        function(file, args[:-1], args[-1]) if has_env else function(file, args)
    listed.__name__ = listed.__qualname__ = name
    listed.__doc__ = function.__doc__
    return listed


def _listed_spawn(function, name, has_env):
    def listed(mode, file, *args):
        return function(mode, file, args[:-1], args[-1]) if has_env else function(mode, file, args)
    listed.__name__ = listed.__qualname__ = name
    listed.__doc__ = function.__doc__
    return listed


for _listed, _functions in (_listed_exec, (execv, execve, execvp, execvpe)), (_listed_spawn, (spawnv, spawnve, spawnvp, spawnvpe)):
    for _function in _functions:
        _listed_name = _function.__name__.replace("v", "l")
        _set_global(_listed_name, _listed(_function, _listed_name, _listed_name.endswith("e")))
del _listed, _functions, _function, _listed_name


def popen(cmd, mode="r", buffering=-1):
    """Start a command of the shell: a stream of its output, or to its input."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if not buffering:
        raise ValueError("popen() does not support unbuffered streams")
    from subprocess import PIPE, Popen
    side = "stdout" if mode == "r" else "stdin"
    process = Popen(cmd, shell=True, text=True, bufsize=buffering, **{side: PIPE})
    return _wrap_close(getattr(process, side), process)


class _wrap_close:
    "The stream of popen(): closing it waits for the process, and tells how that ended."

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        yield from self._stream

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        """None when all was well, else the exit status as wait() tells it."""
        self._stream.close()
        return self._process.wait() << 8 or None


supports_dir_fd = {stat, access, chmod, chown, link, lstat, mkdir, mkfifo, mknod, open, readlink, remove, rename, replace, rmdir, symlink, unlink, utime}
supports_effective_ids = {access}
supports_fd = {stat, chdir, chmod, chown, listdir, scandir, statvfs, truncate, utime}
supports_follow_symlinks = {stat, access, chmod, chown, link, utime}

# ---- what few scripts need (runtime/modules/posix_more.c) ----

def _limit_name(name):
    if isinstance(name, str):
        try:
            return pathconf_names[name]
        except KeyError:
            raise ValueError("unrecognized configuration name") from None
    if not isinstance(name, int):
        raise TypeError("configuration names must be strings or integers")
    return name


def pathconf(path, name):
    """Return the configuration limit name for the file or directory path."""
    return _posix._pathconf(path, _limit_name(name))


def fpathconf(fd, name, /):
    """Return the configuration limit name for the file descriptor fd."""
    return _posix._pathconf(fd if isinstance(fd, int) else fd.fileno(), _limit_name(name))


def _user_name(function, username):
    if not isinstance(username, str):
        raise TypeError(f"{function}() argument 1 must be str, not {type(username).__name__}")
    name = fsencode(username)
    if b"\0" in name:
        raise ValueError("embedded null character")
    return name


def initgroups(username, gid, /):
    """Initialize the group access list."""
    return _posix._initgroups(_user_name("initgroups", username), gid)


def getgrouplist(user, group, /):
    """Returns a list of groups to which a user belongs."""
    return _posix._getgrouplist(_user_name("getgrouplist", user), group)


_sched_param = _named("sched_param", ("sched_priority",), "Currently has only one field: sched_priority")


class sched_param(_sched_param):
    """Currently has only one field: sched_priority"""

    __slots__ = ()
    __doc__ = _sched_param.__doc__

    def __new__(cls, sched_priority):
        return tuple.__new__(cls, (sched_priority,))

    def __reduce__(self):
        return type(self), tuple(self)


sched_param.__module__ = "posix"


def _priority_of(param):
    if not isinstance(param, sched_param):
        raise TypeError("must have a sched_param object")
    return param.sched_priority


def sched_getparam(pid, /):
    """Returns scheduling parameters for the process identified by pid."""
    return sched_param(_posix._sched_getparam(pid))


def sched_setparam(pid, param, /):
    """Set scheduling parameters for the process identified by pid."""
    return _posix._sched_setparam(pid, _priority_of(param))


def sched_setscheduler(pid, policy, param, /):
    """Set the scheduling policy for the process identified by pid."""
    return _posix._sched_setscheduler(pid, policy, _priority_of(param))


waitid_result = _named("waitid_result", ("si_pid", "si_uid", "si_signo", "si_status", "si_code"), "waitid_result: Result from waitid.")


def waitid(idtype, id, options, /):
    """Returns the result of waiting for a process or processes."""
    found = _posix._waitid(idtype, id, options)
    return found and waitid_result(found)


def wait4(pid, options):
    """Wait for completion of a specific child process. Returns a tuple of information about the child process."""
    import resource
    child, status, usage = _posix._wait4(pid, options)
    return child, status, resource.struct_rusage(usage)


def wait3(options):
    """Wait for completion of a child process. Returns a tuple of information about the child process."""
    return wait4(-1, options)


def _views(buffers, name):
    try:
        len(buffers), buffers[:0]
    except TypeError:
        raise TypeError(f"{name}() arg 2 must be a sequence") from None
    return [memoryview(buffer).cast("B") for buffer in buffers]


def _fill(views, data):
    at = 0
    for view in views:
        if view.readonly:
            raise BufferError("Object is not writable.")
    for view in views:
        part = data[at:at + len(view)]
        view[:len(part)] = part
        at += len(part)
    return len(data)


def readv(fd, buffers, /):
    """Read from a file descriptor fd into a number of mutable, bytes-like objects ("buffers")."""
    views = _views(buffers, "readv")
    _fill(views, b"")
    return _fill(views, read(fd, sum(map(len, views))))


def _no_flags(flags):
    if flags:
        raise NotImplementedError("Typhon passes no RWF_ flags")


def preadv(fd, buffers, offset, flags=0, /):
    """Reads from a file descriptor into a number of mutable bytes-like objects, from a position on."""
    _no_flags(flags)
    views = _views(buffers, "preadv")
    _fill(views, b"")
    return _fill(views, pread(fd, sum(map(len, views)), offset))


def pwritev(fd, buffers, offset, flags=0, /):
    """Writes the contents of bytes-like objects to a file descriptor at a given offset."""
    _no_flags(flags)
    return pwrite(fd, b"".join(_views(buffers, "pwritev")), offset)


def _need_int(value):
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _file_action(action):
    """What posix_spawn() does with a descriptor in the child."""
    if not isinstance(action, tuple) or not action:
        raise TypeError("Each file_actions element must be a non-empty tuple")
    kinds = {POSIX_SPAWN_OPEN: ("open", 5), POSIX_SPAWN_CLOSE: ("close", 2), POSIX_SPAWN_DUP2: ("dup2", 3)}
    if action[0] not in kinds:
        raise TypeError("Unknown file_actions identifier")
    name, count = kinds[action[0]]
    if len(action) != count:
        raise TypeError(f"A {name} file_action tuple must have {count} elements")
    for value in action[3:] + action[1:2] if name == "open" else action[1:]:
        _need_int(value)
    if name == "open" and b"\0" in fsencode(action[2]):
        raise ValueError("embedded null byte")

    def act():
        if name == "open":
            made = open(*action[2:])
            if made != action[1]:
                dup2(made, action[1], True)
                close(made)
            else:
                set_inheritable(made, True)
        elif name == "close":
            close(action[1])
        else:
            dup2(action[1], action[2], True)
            set_inheritable(action[2], True)
    return act


def _become(name, run, path, argv, env, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None):
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}: argv must not be empty")
    if not fsencode(argv[0]):
        raise ValueError(f"{name}: argv first element cannot be empty")
    if not hasattr(env, "keys"):
        raise TypeError(f"{name}: environment must be a mapping object")
    actions = [_file_action(action) for action in file_actions or ()]
    masked, default = [*setsigmask], [*setsigdef]
    for number in [*masked, *default] + ([] if setpgroup is None else [setpgroup]):
        _need_int(number)
    for number in (*masked, *default):
        if not 1 <= number <= 64:
            raise ValueError(f"signal number {number} out of range [1; 64]")
    reading, writing = pipe()  # what went wrong in the child; closed when it has become the program
    child = fork()
    if not child:
        try:
            close(reading)
            if setpgroup is not None:
                setpgid(0, setpgroup)
            if setsid:
                _posix.setsid()
            if resetids:
                setegid(getgid())
                seteuid(getuid())
            if scheduler:
                sched_setscheduler(0, *scheduler) if scheduler[0] is not None else sched_setparam(0, scheduler[1])
            if masked or default:
                import signal
                signal.pthread_sigmask(signal.SIG_SETMASK, masked) if masked else None
                for number in default:
                    signal.signal(number, signal.SIG_DFL)
            for act in actions:
                act()
            run(path, argv, env)
        except OSError as failure:
            write(writing, str(failure.errno).encode())
        finally:
            _exit(127)
    close(writing)
    said = read(reading, 16)
    close(reading)
    if said:
        waitpid(child, 0)
        raise OSError(int(said), strerror(int(said)), path)
    return child


def posix_spawn(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None):
    """Execute the program specified by path in a new process."""
    return _become("posix_spawn", execve, path, argv, env, file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler)


def posix_spawnp(path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None):
    """Execute the program specified by path in a new process, looked for in $PATH."""
    return _become("posix_spawnp", execvpe, path, argv, env, file_actions, setpgroup, resetids, setsid, setsigmask, setsigdef, scheduler)


def login_tty(fd, /):
    """Prepare the tty of which fd is a file descriptor for a new login session."""
    import fcntl
    import termios
    _posix.setsid()
    fcntl.ioctl(fd, termios.TIOCSCTTY, 0)
    for standard in range(3):
        dup2(fd, standard)
    if fd > 2:
        close(fd)


__all__ = [_n for _n in _global_names() if not _n.startswith("_") and _n not in ("sys", "st", "path")] + ["path", "_exit"]
