"""Operations on files and folders as a whole (library reference, "shutil")."""
import errno as _errno
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "ExecError", "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format", "get_unpack_formats",
           "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ignore_patterns", "chown", "which", "get_terminal_size",
           "SameFileError", "disk_usage"]

COPY_BUFSIZE = 1 << 16


class Error(OSError):
    """Something of this module went wrong; copytree() gives a list of what did."""


class SameFileError(Error):
    """A file cannot be copied to itself."""


class SpecialFileError(OSError):
    """Not possible with such a file, a named pipe for instance."""


class ExecError(OSError):
    """A command could not be executed."""


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    """Something is wrong with the registered formats."""


# ---- one file

def copyfileobj(fsrc, fdst, length=0):
    """Copy what is left of one open file to another, in pieces of a length."""
    take, give = fsrc.read, fdst.write
    while piece := take(length or COPY_BUFSIZE):
        give(piece)


def _let_system_copy(source, target):
    "The system copies between the descriptors: whether it could. Nothing was copied if not."
    place = 0
    try:
        while count := os.sendfile(target, source, place, 1 << 26):
            place += count
    except OSError as error:
        if place or error.errno == _errno.ENOSPC:
            raise
        return False
    return place > 0


def _stat(path, follow=True):
    return path.stat(follow_symlinks=follow) if isinstance(path, os.DirEntry) else os.stat(path, follow_symlinks=follow)


def _are_links(follow_symlinks, *paths):
    return not follow_symlinks and all(map(os.path.islink, paths))


def _is_same(one, other):
    try:
        return os.path.samestat(_stat(one), _stat(other))
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy what is in a file: the path it was copied to."""
    if _is_same(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    for path in src, dst:
        try:
            is_pipe = stat.S_ISFIFO(_stat(path).st_mode)
        except OSError:
            continue
        if is_pipe:
            raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
    if _are_links(follow_symlinks, src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as source:
        try:
            target = open(dst, "wb")
        except IsADirectoryError as error:
            if os.path.exists(dst):
                raise
            raise FileNotFoundError(f"Directory does not exist: {dst}") from error
        with target:
            if not _let_system_copy(source.fileno(), target.fileno()):
                copyfileobj(source, target)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Give a file the permissions of another."""
    if not _are_links(follow_symlinks, src, dst):  # the system has none for links
        os.chmod(dst, stat.S_IMODE(_stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Give a file the permissions, times and extended attributes of another."""
    follow = not _are_links(follow_symlinks, src, dst)
    like = _stat(src, follow)
    os.utime(dst, ns=(like.st_atime_ns, like.st_mtime_ns), follow_symlinks=follow)
    _copy_attributes(src, dst, follow)
    try:
        os.chmod(dst, stat.S_IMODE(like.st_mode), follow_symlinks=follow)
    except NotImplementedError:
        pass  # a link


def _copy_attributes(src, dst, follow):
    unable = {_errno.ENOTSUP, _errno.ENODATA, _errno.EINVAL, _errno.EPERM, _errno.EACCES}
    try:
        for name in os.listxattr(src, follow_symlinks=follow):
            os.setxattr(dst, name, os.getxattr(src, name, follow_symlinks=follow), follow_symlinks=follow)
    except AttributeError:
        pass
    except OSError as error:
        if error.errno not in unable:
            raise


def _copier(finish, name, doc):
    def method(src, dst, *, follow_symlinks=True):
        if os.path.isdir(dst):
            dst = os.path.join(dst, os.path.basename(src))
        copyfile(src, dst, follow_symlinks=follow_symlinks)
        finish(src, dst, follow_symlinks=follow_symlinks)
        return dst
    method.__name__ = method.__qualname__ = name
    method.__doc__ = doc
    return method


copy = _copier(copymode, "copy", "Copy a file with its permissions, to a path or into a folder: the path it was copied to.")
copy2 = _copier(copystat, "copy2", "Copy a file with all that copystat() copies, to a path or into a folder: the path it was copied to.")


# ---- trees

def ignore_patterns(*patterns):
    """For copytree(): names that match one of the patterns are left out."""
    import fnmatch
    return lambda path, names: {name for pattern in patterns for name in fnmatch.filter(names, pattern)}


class _TreeCopy:
    "The options of copytree()."

    def __init__(self, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok):
        self.keeps_links, self.ignore, self.copy_file = symlinks, ignore, copy_function
        self.skips_dangling, self.may_exist = ignore_dangling_symlinks, dirs_exist_ok
        self.takes_entries = copy_function in (copy, copy2)  # others are given paths

    def folder(self, src, dst):
        with os.scandir(src) as listing:
            entries = [*listing]
        left_out = self.ignore(os.fspath(src), [entry.name for entry in entries]) if self.ignore is not None else ()
        os.makedirs(dst, exist_ok=self.may_exist)
        problems = []
        for entry in entries:
            if entry.name in left_out:
                continue
            path, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
            try:
                self.entry(entry, path, target)
            except Error as inside:
                problems += inside.args[0]
            except OSError as error:
                problems.append((path, target, str(error)))
        try:
            copystat(src, dst)
        except OSError as error:
            problems.append((src, dst, str(error)))
        if problems:
            raise Error(problems)
        return dst

    def entry(self, entry, path, target):
        source = entry if self.takes_entries else path
        if entry.is_symlink():
            if self.keeps_links:
                os.symlink(os.readlink(path), target)
                copystat(source, target, follow_symlinks=False)
                return
            if self.skips_dangling and not os.path.exists(os.readlink(path)):
                return  # CPython, too, looks for the target of a relative link from here
        if entry.is_dir():
            self.folder(path, target)
        else:
            self.copy_file(source, target)


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copy a folder with all that is in it: the path it was copied to."""
    return _TreeCopy(symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok).folder(src, dst)


class _TreeRemoval:
    """Removes folders through their descriptors, so that nobody can put a link in the way: what is looked at is what is removed."""

    def __init__(self, on_error):
        self.on_error = on_error

    def attempt(self, function, path, *args, also=(), **kwargs):
        "The result of a system call, None when it failed, which was told, or when the file is gone."
        try:
            return function(*args, **kwargs)
        except FileNotFoundError as error:
            if function not in also:
                return None
            error.filename = path
            self.on_error(function, path, error)
        except OSError as error:
            error.filename = path
            self.on_error(function, path, error)
        return None

    def folder(self, path, name, parent, must_exist=False):
        also = (os.open, os.rmdir) if must_exist else ()
        flags = os.O_RDONLY | os.O_NOFOLLOW | (0 if must_exist else os.O_DIRECTORY)
        descriptor = self.attempt(os.open, path, name, flags, dir_fd=parent, also=also)
        if descriptor is None:
            return
        try:
            self.content(path, descriptor)
        finally:
            self.attempt(os.close, path, descriptor)
        self.attempt(os.rmdir, path, name, dir_fd=parent, also=also)

    def content(self, path, descriptor):
        def listing():
            with os.scandir(descriptor) as found:
                return [*found]
        try:
            entries = listing()
        except OSError as error:
            error.filename = path
            self.on_error(os.scandir, path, error)
            return
        for entry in entries:
            inside = os.path.join(path, entry.name)
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
            except OSError:
                is_folder = False
            if is_folder:
                self.folder(inside, entry.name, descriptor)
            else:
                self.attempt(os.unlink, inside, entry.name, dir_fd=descriptor)


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Remove a folder with all that is in it. onexc(function, path, exception) is called for what fails, or it raises."""
    def tell(function, path, error):
        if ignore_errors:
            return
        if onexc is not None:
            onexc(function, path, error)
        elif onerror is not None:
            onerror(function, path, (type(error), error, error.__traceback__))
        else:
            raise error
    path = os.fsdecode(path) if isinstance(path, bytes) else path
    removal = _TreeRemoval(tell)
    try:
        mode = os.lstat(path, dir_fd=dir_fd).st_mode
    except OSError as error:
        return tell(os.lstat, path, error)
    if stat.S_ISLNK(mode):
        try:
            raise OSError("Cannot call rmtree on a symbolic link")
        except OSError as error:
            return tell(os.path.islink, path, error)
    removal.folder(path, path, dir_fd, must_exist=True)


rmtree.avoids_symlink_attacks = True


def _is_inside(path, folder):
    path, folder = (os.path.join(os.path.abspath(each), "") for each in (path, folder))
    return path.startswith(folder)


def move(src, dst, copy_function=copy2):
    """Move a file or folder to a path or into a folder, over file systems: the path it was moved to."""
    target = dst
    if os.path.isdir(dst):
        if _is_same(src, dst):
            # Its name is written in another way, perhaps.
            os.rename(src, dst)
            return None
        name = os.fspath(src)
        target = os.path.join(dst, os.path.basename(name.rstrip(b"/" if isinstance(name, bytes) else "/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
        return target
    except OSError:
        pass
    if os.path.islink(src):
        os.symlink(os.readlink(src), target)
    elif os.path.isdir(src):
        if _is_inside(dst, src):
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
        copytree(src, target, symlinks=True, copy_function=copy_function)
        rmtree(src)
        return target
    else:
        copy_function(src, target)
    os.unlink(src)
    return target


# ---- archives

def _folder_for(path, dry_run):
    folder = os.path.dirname(path)
    if folder and not dry_run:
        os.makedirs(folder, exist_ok=True)


_COMPRESSIONS = {None: "", "gzip": "gz", "bzip2": "bz2", "xz": "xz"}


def _make_tarball(base_name, base_dir, compress="gzip", verbose=0, dry_run=0, owner=None, group=None, logger=None, root_dir=None):
    import tarfile
    if compress not in _COMPRESSIONS:
        raise ValueError(f"bad value for 'compress', or compression format not supported : {compress}")
    kind = _COMPRESSIONS[compress]
    path = f"{base_name}.tar{'.' * bool(kind)}{kind}"
    _folder_for(path, dry_run)
    user, team = _in_table(owner, "/etc/passwd"), _in_table(group, "/etc/group")

    def owned(member):
        if user is not None:
            member.uid, member.uname = user, owner
        if team is not None:
            member.gid, member.gname = team, group
        return member
    if not dry_run:
        with tarfile.open(path, "w|" + kind) as archive:
            archive.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir, filter=owned)
    return path if root_dir is None else os.path.abspath(path)


def _make_zipfile(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None, root_dir=None):
    import zipfile
    path = base_name + ".zip"
    _folder_for(path, dry_run)
    if dry_run:
        return path if root_dir is None else os.path.abspath(path)
    top = os.path.normpath(base_dir)
    start = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if top != os.curdir:
            archive.write(start, top)
        for folder, folders, files in os.walk(start):
            inside = os.path.normpath(os.path.join(top, os.path.relpath(folder, start)))
            for name in [*sorted(folders), *(name for name in files if os.path.isfile(os.path.join(folder, name)))]:
                archive.write(os.path.join(folder, name), os.path.join(inside, name))
    return path if root_dir is None else os.path.abspath(path)


_make_tarball.supports_root_dir = _make_zipfile.supports_root_dir = True


def _read_zipfile(path, folder):
    import zipfile
    if not zipfile.is_zipfile(path):
        raise ReadError(f"{path} is not a zip file")
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            name = member.filename
            if ".." in name or name.startswith("/"):
                continue  # it would be elsewhere
            target = os.path.join(folder, *name.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            if not name.endswith("/"):
                with archive.open(member) as source, open(target, "wb") as copied:
                    copyfileobj(source, copied)


def _read_tarball(path, folder, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(path)
    except tarfile.TarError:
        raise ReadError(f"{path} is not a compressed or uncompressed tar file")
    with archive:
        archive.extractall(folder, filter=filter)


# name: (description, function that makes, its options); name: (extensions, description, function that unpacks, its options)
_makers = {
    "tar": ("uncompressed tar file", _make_tarball, {"compress": None}),
    "gztar": ("gzip'ed tar-file", _make_tarball, {"compress": "gzip"}),
    "bztar": ("bzip2'ed tar-file", _make_tarball, {"compress": "bzip2"}),
    "xztar": ("xz'ed tar-file", _make_tarball, {"compress": "xz"}),
    "zip": ("ZIP file", _make_zipfile, {}),
}
_unpackers = {
    "tar": ([".tar"], "uncompressed tar file", _read_tarball, {}),
    "gztar": ([".tar.gz", ".tgz"], "gzip'ed tar-file", _read_tarball, {}),
    "bztar": ([".tar.bz2", ".tbz2"], "bzip2'ed tar-file", _read_tarball, {}),
    "xztar": ([".tar.xz", ".txz"], "xz'ed tar-file", _read_tarball, {}),
    "zip": ([".zip"], "ZIP file", _read_zipfile, {}),
}


def get_archive_formats():
    """The formats make_archive() knows: pairs (name, description)."""
    return sorted((name, description) for name, (description, *_) in _makers.items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Have make_archive() call a function for another format, with options, pairs (name, value)."""
    options = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError(f"The {function} object is not callable")
    if not isinstance(options, (list, tuple)):
        raise TypeError("extra_args needs to be a sequence")
    if not all(isinstance(option, (list, tuple)) and len(option) == 2 for option in options):
        raise TypeError("extra_args elements are : (arg_name, value)")
    _makers[name] = description, function, dict(options)


def unregister_archive_format(name):
    """Forget a format of make_archive()."""
    del _makers[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    """Make an archive of base_dir, as seen from root_dir: its path, base_name with an extension."""
    if format not in _makers:
        raise ValueError(f"unknown archive format {format!r}")
    _, function, options = _makers[format]
    options = {"dry_run": dry_run, "logger": logger, **({} if format == "zip" else {"owner": owner, "group": group}), **options}
    path, start = os.fspath(base_name), os.curdir if base_dir is None else base_dir
    if root_dir is None:
        return function(path, start, **options)
    if not stat.S_ISDIR(os.stat(root_dir).st_mode):
        raise NotADirectoryError(_errno.ENOTDIR, "Not a directory", root_dir)
    if getattr(function, "supports_root_dir", False):
        return function(path, start, root_dir=root_dir, **options)
    here = os.getcwd()
    path = os.path.abspath(path)
    os.chdir(root_dir)
    try:
        return function(path, start, **options)
    finally:
        os.chdir(here)


def get_unpack_formats():
    """The formats unpack_archive() knows: tuples (name, extensions, description)."""
    return sorted((name, extensions, description) for name, (extensions, description, *_) in _unpackers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Have unpack_archive() call a function for files with one of the extensions."""
    for extension in extensions:
        for other, (taken, *_) in _unpackers.items():
            if extension in taken:
                raise RegistryError(f'{extension} is already registered for "{other}"')
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = extensions, description, function, dict(extra_args or ())


def unregister_unpack_format(name):
    """Forget a format of unpack_archive()."""
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpack an archive into a folder; its extension says the format, if that is not given."""
    path = os.fspath(filename)
    folder = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    if format is None:
        format = next((name for name, (extensions, *_) in _unpackers.items() if any(map(path.endswith, extensions))), None)
        if format is None:
            raise ReadError(f"Unknown archive format '{path}'")
    elif format not in _unpackers:
        raise ValueError(f"Unknown unpack format '{format}'")
    _, _, function, options = _unpackers[format]
    function(path, folder, **options, **({} if filter is None else {"filter": filter}))


# ---- the system

_usage = None


def disk_usage(path):
    """How large the file system of a path is: (total, used, free), in bytes."""
    global _usage
    if _usage is None:
        from collections import namedtuple
        _usage = namedtuple("usage", "total used free", module="shutil")
    disk = os.statvfs(path)
    unit = disk.f_frsize
    return _usage(unit * disk.f_blocks, unit * (disk.f_blocks - disk.f_bfree), unit * disk.f_bavail)


def _in_table(name, table):
    "The number of a user or group, from the system's table, or None; numbers are their own."
    if not isinstance(name, str):
        return name
    try:
        with open(table, encoding="utf-8", errors="surrogateescape") as lines:
            for fields in (line.split(":") for line in lines):
                if fields[0] == name:
                    return int(fields[2])
    except OSError:
        pass
    return None


def _number_of(name, what, table):
    number = _in_table(name, table)
    if number is None:
        raise LookupError(f"no such {what}: {name!r}")
    return number


def chown(path, user=None, group=None):
    """Give a file to a user, a group or both: names or numbers."""
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    os.chown(path, -1 if user is None else _number_of(user, "user", "/etc/passwd"),
             -1 if group is None else _number_of(group, "group", "/etc/group"))


def get_terminal_size(fallback=(80, 24)):
    """(columns, lines) as $COLUMNS and $LINES say, or the terminal of standard output, or the fallback."""
    told = []
    for variable in "COLUMNS", "LINES":
        try:
            told.append(max(int(os.environ[variable]), 0))
        except (ValueError, KeyError):
            told.append(0)
    if not all(told):
        try:
            real = os.get_terminal_size(sys.__stdout__.fileno())
        except (OSError, AttributeError, ValueError):
            real = fallback
        told = [mine or seen or other for mine, seen, other in zip(told, real, fallback)]
    return os.terminal_size(told)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """Where a command is found on the search path, or None."""
    folder, name = os.path.split(cmd)
    if folder:
        folders = [folder]
    else:
        if path is None:
            path = os.environ.get("PATH")
            if path is None:
                try:
                    path = os.confstr("CS_PATH")
                except (AttributeError, ValueError):
                    path = os.defpath
        if not path:
            return None
        folders = os.fsencode(path).split(b":") if isinstance(cmd, bytes) else os.fsdecode(path).split(":")
    for each in dict.fromkeys(folders):
        found = os.path.join(each, name)
        if os.path.exists(found) and os.access(found, mode) and not os.path.isdir(found):
            return found
    return None
