"""Archives in the TAR format: ustar, GNU and pax (library reference, "tarfile"). What a header is, is in _tar_header.

A TarFile is a file and the members that were found in it, or put there. Reading goes forward, member by member, as somebody asks; `offset` is where the
next header is, or is to be written.
"""
import copy
import io
import os
import stat
import sys
from builtins import open as bltn_open
from _tar_header import (
    AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, CONTTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, EOFHeaderError, EmptyHeaderError, FIFOTYPE, GNUTYPE_LONGLINK,
    GNUTYPE_LONGNAME, GNUTYPE_SPARSE, GNU_FORMAT, GNU_MAGIC, GNU_TYPES, HeaderError, InvalidHeaderError, LENGTH_LINK, LENGTH_NAME, LENGTH_PREFIX, LNKTYPE,
    NUL, PAX_FIELDS, PAX_FORMAT, PAX_NUMBER_FIELDS, POSIX_MAGIC, RECORDSIZE, REGTYPE, REGULAR_TYPES, SOLARIS_XHDTYPE, SUPPORTED_TYPES, SYMTYPE,
    SubsequentHeaderError, TarError, TarInfo, TruncatedHeaderError, USTAR_FORMAT, XGLTYPE, XHDTYPE, calc_chksums, itn, nti, nts, stn)

try:
    import pwd
    import grp
except ImportError:
    pwd = grp = None

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError", "HeaderError", "ENCODING",
           "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open", "fully_trusted_filter", "data_filter", "tar_filter", "FilterError",
           "AbsoluteLinkError", "OutsideDestinationError", "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError"]


class ExtractError(TarError):
    """Something of a member could not be restored; see TarFile.errorlevel."""


class ReadError(TarError):
    """It is no archive, or a broken one."""


class CompressionError(TarError):
    """There is no such compression."""


class StreamError(TarError):
    """Not possible with an archive that is read from start to end."""


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copy so many bytes, or all there are."""
    piece = bufsize or 1 << 14
    left = length
    while left is None or left > 0:
        data = src.read(piece if left is None else min(piece, left))
        if not data:
            if left is None:
                return
            raise exception("unexpected end of data")
        dst.write(data)
        left = None if left is None else left - len(data)


# ---- filters: what extracting may do

class FilterError(TarError):
    """A member is not to be extracted; `tarinfo` is it."""

    def __init__(self, tarinfo, words, *path):
        self.tarinfo = tarinfo
        self._path, = path or (None,)
        super().__init__(words)


class AbsolutePathError(FilterError):
    """Its name is an absolute path."""

    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    """It would not be in the folder."""

    def __init__(self, tarinfo, path):
        super().__init__(tarinfo, f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination", path)


class SpecialFileError(FilterError):
    """It is a device or a pipe."""

    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
    """It is a link to an absolute path."""

    def __init__(self, tarinfo):
        super().__init__(tarinfo, f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
    """It is a link to something that is not in the folder."""

    def __init__(self, tarinfo, path):
        super().__init__(tarinfo, f"{tarinfo.name!r} would link to {path!r}, which is outside the destination", path)


def _within(folder, member, error, *parts):
    "The path must be in the folder, wherever links lead."
    path = os.path.realpath(os.path.join(folder, *parts))
    if os.path.commonpath((path, folder)) != folder:
        raise error(member, path)


def _data_mode(member, mode):
    "Nobody's programs, and the owner can always read and write; the system decides about folders."
    if member.isdir() or member.issym():
        return None
    if not (member.isreg() or member.islnk()):
        raise SpecialFileError(member)
    return (mode if mode & 0o100 else mode & ~0o111) | 0o600


def _restrained(member, dest_path, is_data):
    folder = os.path.realpath(dest_path)
    name = member.name.lstrip("/") if member.name.startswith("/") else member.name
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    _within(folder, member, OutsideDestinationError, name)
    changes = {"name": name, "mode": member.mode}
    if member.mode is not None:
        changes["mode"] = member.mode & 0o755  # no special bits, and others cannot write
        if is_data:
            changes["mode"] = _data_mode(member, changes["mode"])
    if is_data:
        changes.update(dict.fromkeys(("uid", "gid", "uname", "gname")))  # whoever extracts it owns it
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            _within(folder, member, LinkOutsideDestinationError, os.path.dirname(name) if member.issym() else "", member.linkname)
    changes = {attribute: value for attribute, value in changes.items() if value != getattr(member, attribute)}
    return member.replace(**changes, deep=False) if changes else member


def fully_trusted_filter(member, dest_path):
    """Everything, as it is."""
    return member


def tar_filter(member, dest_path):
    """What tar does: nothing outside of the folder, no special permissions."""
    return _restrained(member, dest_path, False)


def data_filter(member, dest_path):
    """Only what data needs: files, folders and links in the folder."""
    return _restrained(member, dest_path, True)


_filters = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}


# ---- files in the archive

def _pieces(member):
    "Where the content is: (start, stop, place in the archive), None for a hole."
    if member.sparse is None:
        yield 0, member.size, member.offset_data
        return
    done, place = 0, member.offset_data
    for start, length in member.sparse:
        if start > done:
            yield done, start, None
        yield start, start + length, place
        done, place = start + length, place + length
    if done < member.size:
        yield done, member.size, None


class _Content(io.RawIOBase):
    "The bytes of a member, out of the archive's file."

    mode = "rb"

    def __init__(self, archive, member):
        self._archive = archive
        self.name, self.size = member.name, member.size
        self._at, self._map = 0, [*_pieces(member)]

    def readable(self):
        return True

    def flush(self):
        pass

    def seekable(self):
        return not hasattr(self._archive, "seekable") or self._archive.seekable()

    def tell(self):
        return self._at

    def seek(self, offset, whence=io.SEEK_SET):
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        self._at = max(0, min(base + offset, self.size))
        return self._at

    def read(self, size=-1):
        end = self.size if size is None or size < 0 else min(self._at + size, self.size)
        found = []
        for start, stop, place in self._map:
            if not start <= self._at < min(stop, end):
                continue
            length = min(stop, end) - self._at
            if place is None:
                found.append(bytes(length))
            else:
                self._archive.seek(place + self._at - start)
                found.append(self._archive.read(length))
                if len(found[-1]) != length:
                    raise ReadError("unexpected end of data")
            self._at += length
        return b"".join(found)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)


class ExFileObject(io.BufferedReader):
    """What extractfile() gives."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_Content(tarfile.fileobj, tarinfo))


# ---- streams

_SIGNS = {"gz": (b"\x1f\x8b",), "bz2": (b"BZh",), "xz": (b"\x5d\0\0\x80", b"\xfd7zXZ")}


class _Preview:
    "A file whose first bytes were looked at already."

    def __init__(self, file):
        self.file, self.start = file, file.read(BLOCKSIZE)

    def kind(self):
        return next((kind for kind, signs in _SIGNS.items() if self.start.startswith(signs)), "tar")

    def read(self, size):
        data, self.start = self.start[:size], self.start[size:]
        return data if len(data) == size else data + self.file.read(size - len(data))

    def close(self):
        pass


def _library(name):
    try:
        return __import__(name)
    except ImportError:
        raise CompressionError(f"{name} module is not available") from None


def _uncompressed(kind, name, mode, file, level):
    if kind == "gz":
        return _library("gzip").GzipFile(name if isinstance(name, str) else "", mode + "b", level, file)
    if kind == "bz2":
        return _library("bz2").BZ2File(file, mode + "b", compresslevel=level)
    if kind == "xz":
        return _library("lzma").LZMAFile(file, mode + "b")
    if kind == "tar":
        return file
    raise CompressionError(f"unknown compression type {kind!r}")


class _Stream:
    "A file that is read or written from start to end only: the modes with a bar."

    def __init__(self, name, mode, kind, file, level):
        self.name, self.mode = name or "", mode
        self._below = [] if file is not None else [bltn_open(name, mode + "b")]  # to be closed
        self._place, self.closed = 0, False
        below = self._below[0] if file is None else file
        if kind == "*":
            below = _Preview(below)
            kind = below.kind()
        self._file = _uncompressed(kind, name, mode, below, level)
        if self._file is not below:
            self._below.insert(0, self._file)

    def write(self, data):
        self._file.write(data)
        self._place += len(data)

    def read(self, size):
        data = self._file.read(size)
        while len(data) < size and (more := self._file.read(size - len(data))):
            data += more
        self._place += len(data)
        return data

    def tell(self):
        return self._place

    def seekable(self):
        return False

    def seek(self, place=0):
        if place < self._place:
            raise StreamError("seeking backwards is not allowed")
        while place > self._place and self.read(min(place - self._place, 1 << 16)):
            pass
        return self._place

    def close(self):
        if not self.closed:
            self.closed = True
            for file in self._below:
                file.close()


# ---- the archive

def _choice(mode, modes, words):
    if mode not in modes:
        raise ValueError(f"mode must be {words}")


class TarFile:
    """An archive, opened with TarFile.open()."""

    debug = 0                 # kept, nothing more
    dereference = False       # add what links refer to, rather than links
    ignore_zeros = False      # skip blocks that are no headers
    errorlevel = 1            # 0: errors of extracting are ignored; 1: OSErrors are raised; 2: all are
    format, encoding, errors = DEFAULT_FORMAT, ENCODING, None
    tarinfo, fileobject = TarInfo, ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None, ignore_zeros=None, encoding=None,
                 errors="surrogateescape", pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
        _choice(mode, ("r", "a", "w", "x"), "'r', 'a', 'w' or 'x'")
        if mode == "a" and not fileobj and not os.path.exists(name):
            mode = "w"
        self.mode = mode
        self._mode = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}[mode]
        self._is_ours = not fileobj
        self.fileobj = fileobj or bltn_open(name, self._mode)
        if fileobj:
            self._mode = getattr(fileobj, "mode", self._mode)
            if name is None and isinstance(label := getattr(fileobj, "name", None), (str, bytes)):
                name = label
        self.name = os.path.abspath(name) if name else None
        options = {"format": format, "tarinfo": tarinfo, "dereference": dereference, "ignore_zeros": ignore_zeros, "encoding": encoding, "debug": debug,
                   "errorlevel": errorlevel}
        self.__dict__.update((option, value) for option, value in options.items() if value is not None)
        self.errors, self.copybufsize = errors, copybufsize
        self.pax_headers = dict(pax_headers or {}) if self.format == PAX_FORMAT else {}
        self.members, self.inodes = [], {}  # inodes: (inode, device): the name it was added by
        self.closed = False
        self._loaded = mode != "r"
        self.offset = self.fileobj.tell()
        self.firstmember = None
        try:
            self._begin()
        except:
            self._let_go()
            raise

    def _begin(self):
        if self.mode == "r":
            self.firstmember = self.next()  # which shows that it is an archive
            return
        if self.mode == "a":
            self._find_end()
        if self.pax_headers:
            self._put(self.tarinfo.create_pax_global_header(dict(self.pax_headers)))

    def _find_end(self):
        while True:
            self.fileobj.seek(self.offset)
            try:
                self.members.append(self.tarinfo.fromtarfile(self))
            except EOFHeaderError:
                self.fileobj.seek(self.offset)
                return
            except HeaderError as error:
                raise ReadError(str(error)) from None

    def _put(self, data):
        self.fileobj.write(data)
        self.offset += len(data)

    def _let_go(self):
        self.closed = True
        if self._is_ours:
            self.fileobj.close()

    # ---- opening

    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Open an archive: mode "r", "w", "a" or "x", then ":" and the compression ("*" finds it), or "|" for a stream."""
        if not (name or fileobj):
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            return cls._open_any(name, fileobj, kwargs)
        action, colon, kind = mode.partition(":")
        if colon:
            if (kind or "tar") not in cls.OPEN_METH:
                raise CompressionError(f"unknown compression type {kind!r}")
            return getattr(cls, cls.OPEN_METH[kind or "tar"])(name, action or "r", fileobj, **kwargs)
        action, bar, kind = mode.partition("|")
        if bar:
            return cls._open_stream(name, action or "r", kind or "tar", fileobj, kwargs)
        if mode not in ("a", "w", "x"):
            raise ValueError("undiscernible mode")
        return cls.taropen(name, mode, fileobj, **kwargs)

    @classmethod
    def _open_any(cls, name, file, options):
        start = None if file is None else file.tell()
        tried = []
        for kind in [*(kind for kind in cls.OPEN_METH if kind != "tar"), "tar"]:  # which may skip what is no header
            try:
                if file is not None:
                    file.seek(start)
                return getattr(cls, cls.OPEN_METH[kind])(name, "r", file, **options)
            except (CompressionError, ReadError) as error:
                tried.append(f"\n- method {kind}: {error!r}")
        raise ReadError(f"file could not be opened successfully:{''.join(tried)}")

    @classmethod
    def _open_stream(cls, name, action, kind, file, options):
        _choice(action, ("r", "w"), "'r' or 'w'")
        stream = _Stream(name, action, kind, file, options.pop("compresslevel", 9))
        try:
            archive = cls(name, action, stream, **options)
        except BaseException as error:
            stream.close()
            if kind == "gz" and action == "r" and isinstance(error, OSError):
                raise ReadError("not a gzip file") from None
            if kind != "tar" and action == "r" and (isinstance(error, (OSError, EOFError)) or type(error).__name__ == "LZMAError"):
                raise ReadError("invalid compressed data") from error
            raise
        archive._is_ours = True
        return archive

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Open one that is not compressed."""
        _choice(mode, ("r", "a", "w", "x"), "'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _open_compressed(cls, name, mode, file, errors, words, options):
        try:
            archive = cls.taropen(name, mode, file, **options)
        except BaseException as error:
            file.close()
            if mode == "r" and isinstance(error, errors):
                raise ReadError(words) from error
            raise
        archive._is_ours = True
        return archive

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open one that is compressed by gzip."""
        _choice(mode, ("r", "w", "x"), "'r', 'w' or 'x'")
        make = _library("gzip").GzipFile
        try:
            file = make(name, mode + "b", compresslevel, fileobj)
        except OSError as error:
            if fileobj is None or mode != "r":
                raise
            raise ReadError("not a gzip file") from error
        return cls._open_compressed(name, mode, file, (OSError, EOFError), "not a gzip file", kwargs)

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Open one that is compressed by bzip2."""
        _choice(mode, ("r", "w", "x"), "'r', 'w' or 'x'")
        file = _library("bz2").BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._open_compressed(name, mode, file, (OSError, EOFError), "not a bzip2 file", kwargs)

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Open one that is compressed by xz."""
        _choice(mode, ("r", "w", "x"), "'r', 'w' or 'x'")
        library = _library("lzma")
        file = library.LZMAFile(fileobj or name, mode, preset=preset)
        return cls._open_compressed(name, mode, file, (library.LZMAError, EOFError), "not an lzma file", kwargs)

    # ---- using

    def _check(self, mode=None):
        if self.closed:
            raise OSError(f"{type(self).__name__} is closed")
        if mode and self.mode not in mode:
            raise OSError(f"bad operation for mode {self.mode!r}")

    def close(self):
        """Close it; one that was written ends with two blocks of zeros, in a full record."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode != "r":
                self._put(bytes(2 * BLOCKSIZE))
                self.fileobj.write(bytes(-self.offset % RECORDSIZE))
        finally:
            self._let_go()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, exc_type, *exc_info):
        if exc_type is None:
            self.close()
        else:
            self._let_go()  # what is half written gets no end

    def getmembers(self):
        """All members, in their order."""
        self._check()
        while not self._loaded:
            self.next()
        return self.members

    def getnames(self):
        """The names of all members."""
        return [member.name for member in self.getmembers()]

    def getmember(self, name):
        """The member of that name; the last of them, which is the newest."""
        member = self._last(self.getmembers(), name.rstrip("/"))
        if member is None:
            raise KeyError(f"filename {name!r} not found")
        return member

    def _last(self, members, name, shape=str):
        return next((member for member in reversed(members) if shape(member.name) == name), None)

    def next(self):
        """The next member, None at the end."""
        self._check("ra")
        first, self.firstmember = self.firstmember, None
        if first is not None:
            return first
        if self.fileobj.tell() != self.offset:
            if not self.offset:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError("unexpected end of data")
        member = self._read_header()
        if member is None:
            self._loaded = True
        else:
            self.members.append(member)
        return member

    def _read_header(self):
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except (EOFHeaderError, InvalidHeaderError) as error:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                self._need_more(error, error if isinstance(error, InvalidHeaderError) else None)
            except EmptyHeaderError as error:
                self._need_more(error, "empty file")
            except TruncatedHeaderError as error:
                self._need_more(error, error)
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                zlib = sys.modules.get("zlib")
                if zlib is not None and isinstance(error, zlib.error):
                    raise ReadError(f"zlib error: {error}") from None
                raise
            return None

    def _need_more(self, error, words):
        "What is no header at the start of the file makes it no archive; elsewhere it ends one."
        if not self.offset and words is not None:
            raise ReadError(str(words)) from None

    def __iter__(self):
        index = 0
        while index < len(self.members) or not self._loaded:
            if index == len(self.members) or self.firstmember is not None:
                if self.next() is None:
                    return
            yield self.members[index]
            index += 1

    def list(self, verbose=True, *, members=None):
        """Print the members, like `ls -l`."""
        import time
        self._check()
        for member in self if members is None else members:
            words = [member.name + "/" * member.isdir()]
            if verbose:
                kind = stat.S_IFDIR if member.isdir() else stat.S_IFLNK if member.issym() else 0
                size = f"{member.devmajor},{member.devminor}" if member.ischr() or member.isblk() else member.size
                moment = "????-??-?? ??:??:??" if member.mtime is None else time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(member.mtime))
                words[:0] = ("?" * 10 if member.mode is None else stat.filemode(kind | member.mode), f"{member.uname or member.uid}/{member.gname or member.gid}",
                             f"{size!s:>10}", moment)
                if member.issym() or member.islnk():
                    words.append(("-> " if member.issym() else "link to ") + member.linkname)
            line = " ".join(words)
            if encoding := getattr(sys.stdout, "encoding", None):
                line = line.encode(encoding, "backslashreplace").decode(encoding)
            print(line, "")

    # ---- adding

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """A TarInfo for a file there is; None for a socket."""
        self._check("awx")
        name = fileobj.name if fileobj is not None else name
        inside = os.fspath(name if arcname is None else arcname).lstrip("/")
        if fileobj is not None:
            status = os.fstat(fileobj.fileno())
        else:
            status = os.stat(name, follow_symlinks=bool(self.dereference))
        kind = _TYPES.get(stat.S_IFMT(status.st_mode))
        if kind is None:
            return None
        member = self.tarinfo()
        member.tarfile = self
        if kind == REGTYPE:
            file = status.st_ino, status.st_dev
            known = self.inodes.get(file, inside)
            if status.st_nlink > 1 and not self.dereference and known != inside:
                kind, member.linkname = LNKTYPE, known
            elif status.st_ino:
                self.inodes[file] = inside
        elif kind == SYMTYPE:
            member.linkname = os.readlink(name)
        elif kind in (CHRTYPE, BLKTYPE):
            member.devmajor, member.devminor = os.major(status.st_rdev), os.minor(status.st_rdev)
        member.name, member.type, member.mode, member.mtime = inside, kind, status.st_mode, status.st_mtime
        member.uid, member.gid, member.size = status.st_uid, status.st_gid, status.st_size if kind == REGTYPE else 0
        for attribute, table, find in ("uname", pwd, "getpwuid"), ("gname", grp, "getgrgid"):
            try:
                setattr(member, attribute, getattr(table, find)(member.uid if table is pwd else member.gid)[0])
            except (AttributeError, KeyError):
                pass  # the system has no such table, or no such entry
        return member

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Add a file, or a folder with all that is in it. filter(TarInfo) gives what is to be added, or None."""
        self._check("awx")
        path = os.fspath(name)
        inside = path if arcname is None else os.fspath(arcname)
        if self.name is not None and os.path.abspath(path) == self.name:
            return  # the archive itself
        member = self.gettarinfo(path, inside)
        if member is not None and filter is not None:
            member = filter(member)
        if member is None:
            return
        if member.isreg():
            with bltn_open(path, "rb") as file:
                self.addfile(member, file)
            return
        self.addfile(member)
        if recursive and member.isdir():
            for entry in sorted(os.listdir(path)):
                self.add(os.path.join(path, entry), os.path.join(inside, entry), filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Add a member, with as many bytes of a file as it says."""
        self._check("awx")
        member = copy.copy(tarinfo)
        self._put(member.tobuf(self.format, self.encoding, self.errors))
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, member.size, bufsize=self.copybufsize)
            self.offset += member.size
            self._put(bytes(-member.size % BLOCKSIZE))
        self.members.append(member)

    # ---- extracting

    def _filter(self, wanted):
        if wanted is None and self.extraction_filter is None:
            import warnings
            warnings.warn("Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. "
                          "Use the filter argument to control this behavior.", DeprecationWarning)
            return fully_trusted_filter
        if wanted is None:
            if isinstance(self.extraction_filter, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such as tarfile.data_filter directly.")
            return self.extraction_filter
        if not callable(wanted) and wanted not in _filters:
            raise ValueError(f"filter {wanted!r} not found")
        return wanted if callable(wanted) else _filters[wanted]

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extract all members, or some of them, into a folder."""
        allowed = self._filter(filter)
        folders = []
        for each in self if members is None else members:
            member = self._allowed(each, allowed, path)
            if member is not None:
                # Times and permissions of folders come last: putting files there changes them, or would be forbidden.
                folders += [member] * member.isdir()
                self._restore(member, path, not member.isdir(), numeric_owner)
        for member in sorted(folders, key=lambda member: member.name, reverse=True):
            self._attempt(self._restore_attributes, member, os.path.join(path, member.name), numeric_owner)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extract a member, given by itself or its name, into a folder."""
        found = self._allowed(member, self._filter(filter), path)
        if found is not None:
            self._restore(found, path, set_attrs, numeric_owner)

    def _attempt(self, work, *arguments):
        "Errors are raised or not, as errorlevel says."
        try:
            return work(*arguments)
        except ExtractError:
            if self.errorlevel > 1:
                raise
        except (FilterError, OSError):
            if self.errorlevel > 0:
                raise
        return None

    def _allowed(self, member, allowed, path):
        member = self.getmember(member) if isinstance(member, str) else member
        member = self._attempt(allowed, member, path)
        if member is not None and member.islnk():
            member = copy.copy(member)  # it gets an attribute, which is not the archive's
            member._link_target = os.path.join(path, member.linkname)
        return member

    def _restore(self, member, path, set_attrs, numeric_owner):
        self._check("r")
        self._attempt(self._make, member, os.path.join(path, member.name), set_attrs, numeric_owner)

    def _make(self, member, target, set_attrs=True, numeric_owner=False):
        target = target.rstrip("/")
        if above := os.path.dirname(target):
            os.makedirs(above, exist_ok=True)
        getattr(self, _MAKERS.get(member.type, "makefile" if member.isreg() else "makeunknown"))(member, target)
        if set_attrs:
            self._restore_attributes(member, target, numeric_owner)

    def _restore_attributes(self, member, target, numeric_owner):
        self.chown(member, target, numeric_owner)
        if not member.issym():
            self.chmod(member, target)
            self.utime(member, target)

    def extractfile(self, member):
        """A file object for the content of a member, or of what it links to; None for what has none."""
        self._check("r")
        found = self.getmember(member) if isinstance(member, str) else member
        if found.issym() or found.islnk():
            if isinstance(self.fileobj, _Stream):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._linked(found))
        has_content = found.isreg() or found.type not in SUPPORTED_TYPES
        return self.fileobject(self, found) if has_content else None

    def _linked(self, member):
        "The member a link refers to. One that is linked to comes before."
        members, name = self.getmembers(), member.linkname
        if member.issym():
            name = os.path.join(os.path.dirname(member.name), name)
        else:
            place = next((n for n, each in enumerate(members) if each is member or each.offset == member.offset), len(members))
            members = members[:place]
        found = self._last(members, os.path.normpath(name), os.path.normpath)
        if found is None:
            raise KeyError(f"linkname {'/'.join(filter(None, (os.path.dirname(member.name) if member.issym() else '', member.linkname)))!r} not found")
        return found

    # Methods that subclasses replace: they make a member of one kind at a path.

    def makefile(self, tarinfo, targetpath):
        """Make a file."""
        source = self.fileobj
        source.seek(tarinfo.offset_data)
        with bltn_open(targetpath, "wb") as target:
            for start, size in [(0, tarinfo.size)] if tarinfo.sparse is None else tarinfo.sparse:
                target.seek(start)
                copyfileobj(source, target, size, ReadError, self.copybufsize)
            if tarinfo.sparse is not None:
                target.truncate(tarinfo.size)

    makeunknown = makefile

    def makedir(self, tarinfo, targetpath):
        """Make a folder, which only the owner can use until it is complete."""
        try:
            os.mkdir(targetpath, *[0o700] * (tarinfo.mode is not None))
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefifo(self, tarinfo, targetpath):
        """Make a named pipe."""
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        """Make a device."""
        kind = stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR
        os.mknod(targetpath, kind | (0o600 if tarinfo.mode is None else tarinfo.mode), os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        """Make a link; instead of one to what is not there, what it refers to."""
        is_symbolic = tarinfo.issym()
        if not is_symbolic and not os.path.exists(tarinfo._link_target):
            self._make(self._linked(tarinfo), targetpath)
            return
        if os.path.lexists(targetpath):
            os.unlink(targetpath)
        if is_symbolic:
            os.symlink(tarinfo.linkname, targetpath)
        else:
            os.link(tarinfo._link_target, targetpath)

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Give it to its owner: only root can."""
        if not hasattr(os, "geteuid") or os.geteuid():
            return
        owner = []
        for number, name, table, find in (tarinfo.uid, tarinfo.uname, pwd, "getpwnam"), (tarinfo.gid, tarinfo.gname, grp, "getgrnam"):
            if name and table and not numeric_owner:
                try:
                    number = getattr(table, find)(name)[2]
                except KeyError:
                    pass  # nobody of that name here
            owner.append(-1 if number is None else number)
        try:
            (os.lchown if tarinfo.issym() else os.chown)(targetpath, *owner)
        except (OSError, OverflowError) as error:
            raise ExtractError("could not change owner") from error

    def chmod(self, tarinfo, targetpath):
        """Give it its permissions."""
        try:
            if tarinfo.mode is not None:
                os.chmod(targetpath, tarinfo.mode)
        except OSError as error:
            raise ExtractError("could not change mode") from error

    def utime(self, tarinfo, targetpath):
        """Give it its time."""
        try:
            if tarinfo.mtime is not None:
                os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError("could not change modification time") from error


_TYPES = {stat.S_IFREG: REGTYPE, stat.S_IFDIR: DIRTYPE, stat.S_IFLNK: SYMTYPE, stat.S_IFIFO: FIFOTYPE, stat.S_IFCHR: CHRTYPE, stat.S_IFBLK: BLKTYPE}
_MAKERS = {DIRTYPE: "makedir", FIFOTYPE: "makefifo", CHRTYPE: "makedev", BLKTYPE: "makedev", LNKTYPE: "makelink", SYMTYPE: "makelink"}


def is_tarfile(name):
    """Whether a path, or a file that can be sought in, is an archive."""
    try:
        if not hasattr(name, "read"):
            open(name).close()
            return True
        place = name.tell()
        open(fileobj=name).close()
        name.seek(place)
    except TarError:
        return False
    return True


open = TarFile.open


def main():
    """Run as a command: list, extract, create or test an archive."""
    import argparse
    parser = argparse.ArgumentParser(description="A simple command-line interface for tarfile module.")
    parser.add_argument("-v", "--verbose", action="store_true", default=False, help="Verbose output")
    parser.add_argument("--filter", metavar="<filtername>", choices=_filters, help="Filter for extraction")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("-l", "--list", metavar="<tarfile>", help="Show listing of a tarfile")
    action.add_argument("-e", "--extract", nargs="+", metavar=("<tarfile>", "<output_dir>"), help="Extract tarfile into target dir")
    action.add_argument("-c", "--create", nargs="+", metavar=("<name>", "<file>"), help="Create tarfile from sources")
    action.add_argument("-t", "--test", metavar="<tarfile>", help="Test if a tarfile is valid")
    options = parser.parse_args()
    if options.filter and options.extract is None:
        parser.exit(1, "--filter is only valid for extraction\n")

    def need_archive(path):
        if not is_tarfile(path):
            parser.exit(1, f"{path!r} is not a tar archive.\n")

    def tell(words):
        if options.verbose:
            print(words)
    if options.test is not None:
        need_archive(options.test)
        with open(options.test, "r") as archive:
            archive.getmembers()
            print(archive.getmembers(), file=sys.stderr)
        tell(f"{options.test!r} is a tar archive.")
    elif options.list is not None:
        need_archive(options.list)
        with open(options.list, "r:*") as archive:
            archive.list(verbose=options.verbose)
    elif options.extract is not None:
        if len(options.extract) > 2:
            parser.exit(1, parser.format_help())
        path, folder = [*options.extract, os.curdir][:2]
        need_archive(path)
        with open(path, "r:*") as archive:
            archive.extractall(path=folder, filter=options.filter)
        tell(f"{path!r} file is extracted." if folder == os.curdir else f"{path!r} file is extracted into {folder!r} directory.")
    else:
        path, *files = options.create
        endings = {".gz": "gz", ".tgz": "gz", ".xz": "xz", ".txz": "xz", ".bz2": "bz2", ".tbz": "bz2", ".tbz2": "bz2", ".tb2": "bz2"}
        with open(path, "w:" + endings.get(os.path.splitext(path)[1], "")) as archive:
            for file in files:
                archive.add(file)
        tell(f"{path!r} file created.")


if __name__ == "__main__":
    main()
