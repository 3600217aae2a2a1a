"""Files inside packages (library reference, "importlib.resources")."""
import contextlib
import importlib
import os
import pathlib
import types

__all__ = ["Package", "Resource", "ResourceReader", "as_file", "contents", "files", "is_resource", "open_binary", "open_text", "path", "read_binary",
           "read_text"]

Package = types.ModuleType | str
Resource = str


def _package(anchor):
    if isinstance(anchor, str):
        return importlib.import_module(anchor)
    return anchor


def files(anchor=None, package=None):
    """Get a Traversable resource for an anchor: a package, a module (then the folder it is in), a name, or the module that calls."""
    if anchor is None:
        anchor = package
    if anchor is None:
        import _runtime
        anchor = _runtime.frame(1).f_globals["__name__"]
    module = _package(anchor)
    spec = module.__spec__
    reader = getattr(spec.loader, "get_resource_reader", None)
    if reader is not None:
        found = reader(spec.name)
        if hasattr(found, "files"):
            return found.files()
    if spec.submodule_search_locations is not None and spec.origin is None:
        return _NamespaceReader(spec.submodule_search_locations).files()
    if spec.origin is None or spec.origin.startswith("<"):
        raise TypeError(f"{spec.name!r} has no files")
    return pathlib.Path(spec.origin).parent


class _FileReader:
    """Of a module in a file: its folder."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def files(self):
        return self.path

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def open_resource(self, resource):
        return open(self.resource_path(resource), "rb")

    def is_resource(self, path):
        return self.path.joinpath(path).is_file()

    def contents(self):
        return (entry.name for entry in self.path.iterdir())


class _ZipReader:
    """Of a package in an archive."""

    def __init__(self, loader, name):
        self.archive, self.prefix = loader.archive, loader.prefix + name.rpartition(".")[2] + "/"

    def files(self):
        import zipfile
        return zipfile.Path(self.archive, self.prefix)

    def open_resource(self, resource):
        path = self.files().joinpath(resource)
        if not path.is_file():
            raise FileNotFoundError(resource)
        return path.open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (entry.name for entry in self.files().iterdir())


class _NamespaceReader:
    """Of a namespace package: its folders, one after the other."""

    def __init__(self, path):
        self.path = [pathlib.Path(folder) for folder in path]

    def files(self):
        return self.path[0] if len(self.path) == 1 else _MultiplexedPath(self.path)


class _MultiplexedPath:
    """Several folders as one."""

    def __init__(self, paths):
        self._paths = paths
        self.name = paths[0].name

    def iterdir(self):
        seen = set()
        for folder in self._paths:
            for entry in folder.iterdir():
                if entry.name not in seen:
                    seen.add(entry.name)
                    yield entry

    def joinpath(self, *parts):
        for folder in self._paths:
            found = folder.joinpath(*parts)
            if found.exists():
                return found
        return self._paths[0].joinpath(*parts)

    __truediv__ = joinpath

    def is_dir(self):
        return True

    def is_file(self):
        return False


@contextlib.contextmanager
def as_file(path):
    """Given a Traversable object, return that object as a path on the local file system in a context manager."""
    if isinstance(path, pathlib.Path):
        yield path
        return
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder, path.name)
        target.write_bytes(path.read_bytes())
        yield target


def _resource(package, resource):
    name = str(resource)
    if os.path.split(name)[0]:
        raise ValueError(f"{resource!r} must be only a file name")
    return files(package).joinpath(name)


def open_binary(package, resource):
    """Return a file-like object opened for binary reading of the resource."""
    return _resource(package, resource).open("rb")


def read_binary(package, resource):
    """Return the binary contents of the resource."""
    return _resource(package, resource).read_bytes()


def open_text(package, resource, encoding="utf-8", errors="strict"):
    """Return a file-like object opened for text reading of the resource."""
    return _resource(package, resource).open("r", encoding=encoding, errors=errors)


def read_text(package, resource, encoding="utf-8", errors="strict"):
    """Return the decoded string of the resource."""
    with open_text(package, resource, encoding, errors) as file:
        return file.read()


def contents(package):
    """Return an iterable of entries in `package`: also those that are no resources."""
    return [entry.name for entry in files(package).iterdir()]


def is_resource(package, name):
    """True if `name` is a resource inside `package`: a file, not a folder."""
    return any(entry.name == str(name) and entry.is_file() for entry in files(package).iterdir())


def path(package, resource):
    """A context manager providing a file path object to the resource."""
    return as_file(_resource(package, resource))


def __getattr__(name):
    if name == "ResourceReader":
        from importlib.resources.abc import ResourceReader
        return ResourceReader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*globals(), "ResourceReader"})
