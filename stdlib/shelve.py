"""Shelves: mappings from text to objects that stay, pickled in a database (library reference, "shelve")."""
from collections.abc import MutableMapping
from io import BytesIO
from pickle import DEFAULT_PROTOCOL, Pickler, Unpickler

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]


class _Closed(MutableMapping):
    """In place of the database of a closed shelf."""

    def _refuse(self, *_):
        raise ValueError("invalid operation on closed shelf")

    __getitem__ = __setitem__ = __delitem__ = __iter__ = __len__ = keys = _refuse

    def __repr__(self):
        return "<Closed Dictionary>"


class Shelf(MutableMapping):
    """Objects in a mapping from bytes to bytes. With `writeback` what was read is kept, and written when the shelf is closed."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.dict, self.writeback, self.keyencoding = dict, writeback, keyencoding
        self._protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        self.cache = {}

    def _load(self, data):
        return Unpickler(BytesIO(data)).load()

    def __getitem__(self, key):
        if key in self.cache:
            return self.cache[key]
        value = self._load(self.dict[key.encode(self.keyencoding)])
        if self.writeback:
            self.cache[key] = value
        return value

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        data = BytesIO()
        Pickler(data, self._protocol).dump(value)
        self.dict[key.encode(self.keyencoding)] = data.getvalue()

    def __delitem__(self, key):
        del self.dict[key.encode(self.keyencoding)]
        self.cache.pop(key, None)

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self.dict

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        yield from (key.decode(self.keyencoding) for key in self.dict.keys())

    def __len__(self):
        return len(self.dict)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def sync(self):
        """Writes what was kept."""
        if self.writeback and self.cache:
            kept, self.cache, self.writeback = self.cache, {}, False
            try:
                for key, value in kept.items():
                    self[key] = value
            finally:
                self.writeback = True
        if hasattr(self.dict, "sync"):
            self.dict.sync()

    def close(self):
        """Writes what was kept and closes the database."""
        database = self.dict
        if database is None:
            return
        try:
            self.sync()
            if hasattr(database, "close"):
                database.close()
        finally:
            self.dict = _Closed()

    def __del__(self):
        if hasattr(self, "writeback"):  # it was made
            self.close()


class BsdDbShelf(Shelf):
    """A shelf over a database that can be walked through: first(), next(), previous(), last(), set_location()."""

    def _entry(self, entry):
        key, data = entry
        return key.decode(self.keyencoding), self._load(data)

    def set_location(self, key):
        return self._entry(self.dict.set_location(key))

    def next(self):
        return self._entry(next(self.dict))

    def previous(self):
        return self._entry(self.dict.previous())

    def first(self):
        return self._entry(self.dict.first())

    def last(self):
        return self._entry(self.dict.last())


class DbfilenameShelf(Shelf):
    """A shelf over the database of a file."""

    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        import dbm
        super().__init__(dbm.open(filename, flag), protocol, writeback)

    def clear(self):
        """Takes everything away."""
        self.cache.clear()
        for key in [*self.dict.keys()]:
            del self.dict[key]


def open(filename, flag="c", protocol=None, writeback=False):
    """The shelf in a file (which may get a suffix)."""
    return DbfilenameShelf(filename, flag, protocol, writeback)
