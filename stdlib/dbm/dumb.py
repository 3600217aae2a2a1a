"""A simple database in plain files (library reference, "dbm.dumb"): NAME.dat has the values, each from a multiple of 512 bytes on, NAME.dir a line
for each key: key, (place, size); NAME.bak is the NAME.dir before the last one."""
import ast
import io
import os
from collections.abc import MutableMapping

__all__ = ["error", "open"]
_BLOCK = 512
error = OSError


class _Database(MutableMapping):
    """An open database. The index is in memory; it is written when the database is closed or by sync()."""

    def __init__(self, name, mode, flag="c"):
        self._name, self._mode, self._read_only, self._changed = name, mode, flag == "r", False
        self._index = None
        data = name + ".dat"
        if flag == "n" or not os.path.exists(data) and flag == "c":
            for suffix in (".dat", ".dir", ".bak"):
                if suffix == ".dat":
                    self._make(name + suffix).close()
                elif os.path.exists(name + suffix):
                    os.unlink(name + suffix)
            self._changed = True
        io.open(data, "rb").close()  # it must be there
        self._index = {} if self._changed else self._read_index(flag)

    def _read_index(self, flag):
        index = {}
        try:
            with io.open(self._name + ".dir", encoding="Latin-1") as file:
                for line in filter(str.strip, file):
                    key, where = ast.literal_eval(line)
                    index[key.encode("Latin-1")] = where
        except FileNotFoundError:
            if flag not in ("c", "n"):
                raise
            self._changed = True
        return index

    def _make(self, path):
        file = io.open(path, "wb")
        if hasattr(os, "chmod"):
            os.chmod(path, self._mode)
        return file

    def sync(self):
        """Writes the index."""
        if self._index is None or not self._changed:
            return
        old, new = self._name + ".bak", self._name + ".dir"
        if os.path.exists(new):
            os.replace(new, old)
        with self._make(new) as file:
            file.writelines([f"{key.decode('Latin-1')!r}, {where}\n".encode("Latin-1") for key, where in self._index.items()])
        self._changed = False

    def close(self):
        """Writes the index; after that nothing can be asked."""
        try:
            self.sync()
        finally:
            self._index = None

    def __del__(self):
        if getattr(self, "_index", None) is not None:
            self.close()

    def _opened(self):
        if self._index is None:
            raise error("DBM object has already been closed")
        return self._index

    def _writable(self):
        if self._read_only:
            raise error("The database is opened for reading only")
        return self._opened()

    @staticmethod
    def _key(key):
        return key.encode("utf-8") if isinstance(key, str) else key

    def __getitem__(self, key):
        place, size = self._opened()[self._key(key)]
        with io.open(self._name + ".dat", "rb") as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, value):
        index = self._writable()
        if not isinstance(key, (str, bytes, bytearray)):
            raise TypeError("keys must be bytes or strings")
        if not isinstance(value, (str, bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        key, value = bytes(self._key(key)), self._key(value)
        place, size = index.get(key, (None, 0))
        with io.open(self._name + ".dat", "rb+") as file:
            if place is None or -(-size // _BLOCK) < -(-len(value) // _BLOCK):  # the old blocks are too few
                end = file.seek(0, io.SEEK_END)
                place = -(-end // _BLOCK) * _BLOCK
                file.write(bytes(place - end))
            file.seek(place)
            file.write(value)
        index[key] = place, len(value)
        self._changed = True

    def __delitem__(self, key):
        index = self._writable()
        self._changed = True
        del index[self._key(key)]
        self.sync()

    def __contains__(self, key):
        return self._key(key) in self._opened()

    has_key = __contains__

    def keys(self):
        return [*self._opened()]

    iterkeys = __iter__ = lambda self: iter(self.keys())

    def items(self):
        return [(key, self[key]) for key in self.keys()]

    def __len__(self):
        return len(self._opened())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def open(file, flag="c", mode=0o666):
    """Opens a database: "r" to read, "w" also to write, "c" to make it if it is not there, "n" always a new one."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    before = os.umask(0)
    os.umask(before)
    return _Database(os.fsdecode(file), mode & ~before, flag)
