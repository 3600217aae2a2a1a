"""Files that map bytes to bytes (library reference, "dbm"). One kind is here: dbm.dumb."""
import os

__all__ = ["open", "whichdb", "error"]
_names = ["dbm.dumb"]  # the kinds there are


class _Error(Exception):
    __module__ = "dbm"


_Error.__name__ = _Error.__qualname__ = "error"
error = _Error, OSError


def open(file, flag="r", mode=0o666):
    """Opens a database: "r" to read, "w" also to write, "c" to make it if it is not there, "n" always a new one."""
    name = os.fsdecode(file)
    kind = None if "n" in flag else whichdb(name)
    if kind is None and "c" not in flag and "n" not in flag:
        raise _Error(2, "db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == "":
        raise error[0]("db type could not be determined")
    if kind not in (None, "dbm.dumb"):
        raise error[0](f"db type is {kind}, but the module is not available")
    from . import dumb
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """The module that a database is for; None: it is not there or cannot be read; "": it is of no known kind."""
    name = os.fsdecode(filename)
    if os.path.exists(name + ".pag") and os.path.exists(name + ".dir"):
        return "dbm.ndbm"
    try:
        size = os.stat(name + ".dat").st_size
        with _open_binary(name + ".dir") as index:
            if os.stat(name + ".dir").st_size == 0 or index.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with _open_binary(name) as file:
            start = file.read(16)
    except OSError:
        return None
    if start[:4] in (b"\xce\x9a\x57\x13", b"\xcd\x9a\x57\x13", b"\xcf\x9a\x57\x13"):
        return "dbm.gnu"
    return ""


def _open_binary(name):
    import io
    return io.open(name, "rb")
