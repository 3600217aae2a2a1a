"""Temporary files and folders (library reference, "tempfile").

Everything here tries names that nobody can guess until one of them is free, which making the file or folder tells. What needs other modules (removing
folders, cleaning up when an object is forgotten) imports them then.
"""
import errno as _errno
import functools as _functools
import io as _io
import os as _os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp", "TMP_MAX",
           "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

template = "tmp"
tempdir = None
TMP_MAX = 238328  # names that are tried

_NEW_FILE = _os.O_RDWR | _os.O_CREAT | _os.O_EXCL | getattr(_os, "O_NOFOLLOW", 0)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


# ---- names

def _names():
    random = _os.urandom
    try:
        random(0)
    except PermissionError:  # not granted: they need only be new
        from random import randbytes as random
    while True:
        number = int.from_bytes(random(8))
        letters = []
        for _ in range(8):
            number, letter = divmod(number, len(_LETTERS))
            letters.append(_LETTERS[letter])
        yield "".join(letters)


_all_names = _names()


def _get_candidate_names():
    "An iterator over names; programs use it, too."
    return _all_names


def _parts(suffix, prefix, dir):
    "The three with what is not given filled in; all str or all bytes."
    kinds = {bytes if isinstance(_os.fspath(part) if isinstance(part, _os.PathLike) else part, bytes) else str
             for part in (prefix, suffix, dir) if part is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = kinds.pop() if kinds else bytes if isinstance(tempdir, bytes) else str
    is_text = kind is str
    return (kind() if suffix is None else suffix,
            (template if is_text else _os.fsencode(template)) if prefix is None else prefix,
            (gettempdir() if is_text else gettempdirb()) if dir is None else dir)


def _make_new(make, what, suffix, prefix, dir):
    "make(path) for names until there is nothing of that name: (its result, path)."
    encode = _os.fsencode if isinstance(suffix, bytes) else str
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        path = _os.path.join(dir, prefix + encode(next(names)) + suffix)
        try:
            return make(path), path
        except FileExistsError:
            pass
    raise FileExistsError(_errno.EEXIST, f"No usable temporary {what} found")


def _new_file(path):
    return _os.open(path, _NEW_FILE, 0o600)


# ---- the folder for temporary files

def _folders():
    for variable in "TMPDIR", "TEMP", "TMP":
        if folder := _os.getenv(variable):
            yield _os.path.abspath(folder)
    yield from ("/tmp", "/var/tmp", "/usr/tmp")
    try:
        yield _os.getcwd()
    except OSError:
        yield _os.curdir


def _is_usable(folder):
    try:
        file, path = _make_new(_new_file, "file name", "", "", folder)
        try:
            _os.write(file, b"?")
        finally:
            _os.close(file)
            _os.unlink(path)
    except OSError:
        return False
    return True


def _folder():
    global tempdir
    if tempdir is None:
        tried = []
        for folder in _folders():
            if _is_usable(folder):
                tempdir = folder
                break
            tried.append(folder)
        else:
            raise FileNotFoundError(_errno.ENOENT, f"No usable temporary directory found in {tried}")
    return tempdir


def gettempdir():
    """The folder for temporary files."""
    return _os.fsdecode(_folder())


def gettempdirb():
    """The folder for temporary files, as bytes."""
    return _os.fsencode(_folder())


def gettempprefix():
    """What names begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """What names begin with, as bytes."""
    return _os.fsencode(template)


# ---- making

def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Make a file: (descriptor, absolute path)."""
    suffix, prefix, dir = _parts(suffix, prefix, dir)
    return _make_new(_new_file, "file name", suffix, prefix, _os.path.abspath(dir))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a folder: its absolute path."""
    _, path = _make_new(lambda path: _os.mkdir(path, 0o700), "directory name", *_parts(suffix, prefix, dir))
    return _os.path.abspath(path)


def mktemp(suffix="", prefix=template, dir=None):
    """A path of nothing that is there now. Somebody else may make something there before you do: use mkstemp()."""
    def is_free(path):
        if _os.path.lexists(path):
            raise FileExistsError
    return _make_new(is_free, "filename", suffix, prefix, gettempdir() if dir is None else dir)[1]


def _open(file, options, path=None):
    "A descriptor opened as a file object; closed (and its path removed) when that fails."
    try:
        opened = _io.open(file if path is None else path, opener=None if path is None else lambda path, flags: file, **options)
    except BaseException:
        try:
            _os.close(file)
        except OSError:
            pass  # open() had it already
        if path is not None:
            _os.unlink(path)
        raise
    return opened


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    """A file without a name, which is gone when it is closed."""
    options = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors)
    suffix, prefix, dir = _parts(suffix, prefix, dir)
    try:
        # One that never had a name, where the system can make it.
        file = _os.open(dir, _os.O_RDWR | _os.O_TMPFILE, 0o600)
    except (AttributeError, OSError):
        file, path = _make_new(_new_file, "file name", suffix, prefix, _os.path.abspath(dir))
        _os.unlink(path)
    return _open(file, options)


class _Removal:
    "Closes a file and removes its path, each once; nobody minds when the path is gone already."

    def __init__(self, file, path, delete):
        self.file, self.path, self.delete = file, path, delete

    def close(self, and_delete):
        try:
            self.file.close()
        finally:
            if and_delete and self.delete:
                self.delete = False
                try:
                    _os.unlink(self.path)
                except FileNotFoundError:
                    pass

    __call__ = close


class _TemporaryFileWrapper:
    """A file whose path is removed with it; everything else is asked of the file."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name = file, name
        self._delete_on_close = delete_on_close
        self._removal = _Removal(file, name, delete)
        if delete:
            from weakref import finalize
            self._forgotten = finalize(self, self._removal, True)

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if callable(value):
            method = value

            @_functools.wraps(method)
            def value(*args, **kwargs):
                self  # the file must not be closed while somebody has one of its methods
                return method(*args, **kwargs)
        if not isinstance(value, int):
            self.__dict__[name] = value
        return value

    def close(self):
        """Close the file; its path is removed, unless that was not wanted."""
        self._removal.close(self._delete_on_close)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *exc_info):
        answer = self.file.__exit__(*exc_info)
        self._removal.close(True)
        return answer

    def __iter__(self):
        yield from self.file  # a generator, which holds on to self


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None,
                       delete_on_close=True):
    """A file with a path, which is removed when it is closed; with delete_on_close=False at the end of the `with`; with delete=False never."""
    file, path = mkstemp(suffix, prefix, dir)
    opened = _open(file, dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors), path)
    return _TemporaryFileWrapper(opened, path, delete, delete_on_close)


# ---- in memory at first

def _delegated(name):
    def method(self, *args):
        return getattr(self._file, name)(*args)
    method.__name__ = name
    method.__qualname__ = f"SpooledTemporaryFile.{name}"
    return method


def _growing(name):
    "Like _delegated, but what is written may be too much for memory."
    def method(self, what):
        answer = getattr(self._file, name)(what)
        if not self._rolled and self._most and self._file.tell() > self._most:
            self.rollover()
        return answer
    method.__name__ = name
    method.__qualname__ = f"SpooledTemporaryFile.{name}"
    return method


def _asked(name):
    return property(lambda self: getattr(self._file, name))


class SpooledTemporaryFile(_io.IOBase):
    """Is in memory until it is longer than max_size, or its descriptor is asked for; then it becomes a TemporaryFile."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._most = max_size
        self._options = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix, encoding=encoding, newline=newline, dir=dir, errors=errors)
        if "b" in mode:
            self._file = _io.BytesIO()
        else:
            self._file = _io.TextIOWrapper(_io.BytesIO(), encoding=_io.text_encoding(encoding), errors=errors, newline=newline)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def rollover(self):
        """Become a real file."""
        if self._rolled:
            return
        memory, self._file = self._file, TemporaryFile(**self._options)
        place = memory.tell()
        if hasattr(memory, "buffer"):
            content = memory.detach().getvalue()
            self._file.buffer.write(content)
        else:
            self._file.write(memory.getvalue())
        self._file.seek(place)
        self._rolled = True

    def fileno(self):
        """The descriptor of the real file it becomes, if it is none."""
        self.rollover()
        return self._file.fileno()

    def truncate(self, size=None):
        """Cut it, or make it longer."""
        if size is None:
            return self._file.truncate()
        if size > self._most:
            self.rollover()
        return self._file.truncate(size)

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __next__(self):
        return next(self._file)

    def __iter__(self):
        return iter(self._file)

    closed, encoding, errors, newlines = map(_asked, ("closed", "encoding", "errors", "newlines"))

    @property
    def mode(self):
        """How it was opened."""
        return self._file.mode if self._rolled else self._options["mode"]

    @property
    def name(self):
        """What a real file calls itself; None in memory."""
        return self._file.name if self._rolled else None

    for _name in ("close", "flush", "isatty", "read", "read1", "readinto", "readinto1", "readline", "readlines", "readable", "writable", "seek", "seekable",
                  "tell", "detach"):
        locals()[_name] = _delegated(_name)
    for _name in ("write", "writelines"):
        locals()[_name] = _growing(_name)
    del _name


# ---- folders

def _remove_tree(path, ignore_errors):
    "Makes what is in it writable where it must."
    import shutil

    def on_error(function, at, error):
        if isinstance(error, FileNotFoundError):
            return
        if not isinstance(error, PermissionError):
            if not ignore_errors:
                raise error
            return
        try:
            for each in [_os.path.dirname(at)] * (at != path) + [at]:
                _os.chmod(each, 0o700)
            try:
                _os.unlink(at)
            except (PermissionError, IsADirectoryError):
                shutil.rmtree(at, onexc=on_error if at != path else None, ignore_errors=ignore_errors)
        except FileNotFoundError:
            pass
    shutil.rmtree(path, onexc=on_error)


def _remove_forgotten(path, words, ignore_errors, delete):
    if delete:
        _remove_tree(path, ignore_errors)
        import warnings
        warnings.warn(words, ResourceWarning)


class TemporaryDirectory:
    """A folder that is removed with all that is in it, at the end of the `with`, by cleanup(), or when this is forgotten."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        from weakref import finalize
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete, self._ignores_errors = delete, ignore_cleanup_errors
        self._finalizer = finalize(self, _remove_forgotten, self.name, f"Implicitly cleaning up {self!r}", ignore_cleanup_errors, delete)

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove it."""
        if self._finalizer.detach() or _os.path.exists(self.name):
            _remove_tree(self.name, self._ignores_errors)
