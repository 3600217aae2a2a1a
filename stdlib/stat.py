"""What the numbers of os.stat() mean (library reference, "stat")."""
from _runtime import set_global as _set_global

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

# ---- kinds of file: the topmost four bits of a mode

_KIND, _LETTER = 0o170000, {}


def _kind(name, bits, letter):
    # The constant, and the function that asks a mode for it. No bits: a kind of other systems.
    def is_kind(mode):
        """Whether the mode is one of this kind of file."""
        return mode & 0o170000 == kind
    kind = bits << 12 or -1
    _LETTER[kind] = letter
    is_kind.__name__ = is_kind.__qualname__ = "S_IS" + name
    return bits << 12, is_kind


S_IFIFO, S_ISFIFO = _kind("FIFO", 1, "p")
S_IFCHR, S_ISCHR = _kind("CHR", 2, "c")
S_IFDIR, S_ISDIR = _kind("DIR", 4, "d")
S_IFBLK, S_ISBLK = _kind("BLK", 6, "b")
S_IFREG, S_ISREG = _kind("REG", 8, "-")
S_IFLNK, S_ISLNK = _kind("LNK", 10, "l")
S_IFSOCK, S_ISSOCK = _kind("SOCK", 12, "s")
S_IFDOOR, S_ISDOOR = _kind("DOOR", 0, "?")
S_IFPORT, S_ISPORT = _kind("PORT", 0, "?")
S_IFWHT, S_ISWHT = _kind("WHT", 0, "?")


def S_IFMT(mode):
    """The kind of file."""
    return mode & _KIND


def S_IMODE(mode):
    """The permissions, and the three bits before them: what os.chmod() can set."""
    return mode & 0o7777


# ---- permissions: three bits each for the owner, the group and all others; before them what the x means beyond that

S_ISUID, S_ISGID, S_ISVTX = 1 << 11, 1 << 10, 1 << 9
S_ENFMT = S_ISGID
S_IRUSR, S_IWUSR, S_IXUSR, S_IRGRP, S_IWGRP, S_IXGRP, S_IROTH, S_IWOTH, S_IXOTH = [1 << bit for bit in range(8, -1, -1)]
S_IRWXU, S_IRWXG, S_IRWXO = 7 << 6, 7 << 3, 7
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR


def filemode(mode):
    """The mode as `ls -l` shows it: "-rwxr-xr-x"."""
    letters = [letter if mode >> bit & 1 else "-" for bit, letter in zip(range(8, -1, -1), "rwxrwxrwx")]
    for at, special, letter in (2, S_ISUID, "s"), (5, S_ISGID, "s"), (8, S_ISVTX, "t"):
        if mode & special:
            letters[at] = letter.upper() if letters[at] == "-" else letter
    return _LETTER.get(mode & _KIND, "?") + "".join(letters)


# ---- flags of BSD and macOS (st_flags), attributes of Windows (st_file_attributes): by the number of the bit, a dot where there is none

def _number(prefix, names, first=0):
    for bit, name in enumerate(names.split(), first):
        if name != ".":
            _set_global(prefix + name, 1 << bit)


_number("UF_", "NODUMP IMMUTABLE APPEND OPAQUE NOUNLINK COMPRESSED . . . . . . . . . HIDDEN")
_number("SF_", "ARCHIVED IMMUTABLE APPEND . NOUNLINK SNAPSHOT", 16)
_number("FILE_ATTRIBUTE_", "READONLY HIDDEN SYSTEM . DIRECTORY ARCHIVE DEVICE NORMAL TEMPORARY SPARSE_FILE REPARSE_POINT COMPRESSED OFFLINE "
        "NOT_CONTENT_INDEXED ENCRYPTED INTEGRITY_STREAM VIRTUAL NO_SCRUB_DATA")
