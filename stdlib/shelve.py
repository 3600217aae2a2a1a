"""Shelves: mappings from text to objects that stay, pickled in a database (library reference, "shelve")."""
import collections.abc
import pickle

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]


class Shelf(collections.abc.MutableMapping):
    """Objects in a mapping from bytes to bytes. With `writeback` what was read is kept in `cache`, and written when the shelf is closed."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.dict, self.cache = dict, {}
        self.keyencoding, self._protocol = keyencoding, pickle.DEFAULT_PROTOCOL if protocol is None else protocol
        self.writeback = writeback  # the last: its presence says that there is something to close

    # Names and objects as the database has them.

    def _name(self, key):
        return key.encode(self.keyencoding)

    def _key(self, name):
        return name.decode(self.keyencoding)

    def _item(self, item):
        name, data = item
        return self._key(name), pickle.loads(data)

    # The mapping.

    def __len__(self):
        return len(self.dict)

    def __iter__(self):
        return (self._key(name) for name in self.dict.keys())

    def __contains__(self, key):
        return self._name(key) in self.dict

    def __getitem__(self, key):
        if key not in self.cache:
            value = pickle.loads(self.dict[self._name(key)])
            if not self.writeback:
                return value
            self.cache[key] = value
        return self.cache[key]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self.dict[self._name(key)] = pickle.dumps(value, self._protocol)

    def __delitem__(self, key):
        del self.dict[self._name(key)]
        self.cache.pop(key, None)

    # Its end.

    def sync(self):
        """Writes what was kept."""
        if self.cache and self.writeback:
            self.writeback = False  # stays so if an object cannot be pickled: closing would fail again
            for key in self.cache:
                self[key] = self.cache[key]
            self.writeback, self.cache = True, {}
        getattr(self.dict, "sync", lambda: None)()

    def close(self):
        """Writes what was kept and closes the database."""
        if self.dict is None:
            return
        try:
            self.sync()
            getattr(self.dict, "close", lambda: None)()
        finally:
            self.dict = _Closed()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __del__(self):
        if "writeback" in vars(self):
            self.close()


class _Closed(collections.abc.MutableMapping):
    """In place of the database of a closed shelf."""

    def _refuse(self, *arguments):
        raise ValueError("invalid operation on closed shelf")

    __len__ = __iter__ = keys = __contains__ = __getitem__ = __setitem__ = __delitem__ = _refuse

    def __repr__(self):
        return "<Closed Dictionary>"


class BsdDbShelf(Shelf):
    """A shelf over a database that can be walked through, with a current item: each of these gives (key, object)."""

    def first(self):
        return self._item(self.dict.first())

    def last(self):
        return self._item(self.dict.last())

    def next(self):
        return self._item(next(self.dict))

    def previous(self):
        return self._item(self.dict.previous())

    def set_location(self, key):
        return self._item(self.dict.set_location(key))


class DbfilenameShelf(Shelf):
    """A shelf over the database of a file."""

    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        import dbm
        Shelf.__init__(self, dbm.open(filename, flag), protocol, writeback)

    def clear(self):
        """Takes everything away; nothing is read for that."""
        self.cache.clear()
        for name in list(self.dict.keys()):
            del self.dict[name]


def open(filename, flag="c", protocol=None, writeback=False):
    """The shelf in a file (which may get a suffix)."""
    return DbfilenameShelf(filename, flag=flag, protocol=protocol, writeback=writeback)
