"""What urlopen() gives: a file with an address and headers (library reference, "urllib.response")."""

__all__ = ["addbase", "addclosehook", "addinfo", "addinfourl"]


class addbase:
    """A file around a file."""

    def __init__(self, fp):
        self.fp = self.file = fp

    def __getattr__(self, name):
        # Everything else is the file's.
        if name in ("fp", "file"):
            raise AttributeError(name)
        return getattr(self.file, name)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self)!r} whose fp = {self.file!r}>"

    def __enter__(self):
        if self.fp.closed:
            raise ValueError("I/O operation on closed file")
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        yield from self.file

    def close(self):
        self.file.close()


class addclosehook(addbase):
    """Calls a function when it is closed."""

    def __init__(self, fp, closehook, *hookargs):
        super().__init__(fp)
        self.closehook, self.hookargs = closehook, hookargs

    def close(self):
        try:
            hook, self.closehook = self.closehook, None
            if hook:
                hook(*self.hookargs)
        finally:
            super().close()


class addinfo(addbase):
    """Has headers."""

    def __init__(self, fp, headers):
        super().__init__(fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    """Has headers, an address, and a status."""

    def __init__(self, fp, headers, url, code=None):
        super().__init__(fp, headers)
        self.url, self.code = url, code

    @property
    def status(self):
        return self.code

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url
