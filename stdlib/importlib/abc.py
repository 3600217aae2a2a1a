"""Abstract base classes of finders and loaders (library reference, "importlib.abc")."""
from abc import ABCMeta, abstractmethod

from . import _machinery as _own

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader", "FileLoader", "SourceLoader"]


class _Forgetful(metaclass=ABCMeta):
    def invalidate_caches(self):
        """Forgets what may have changed; to be overridden."""


class MetaPathFinder(_Forgetful):
    """A finder in sys.meta_path."""


class PathEntryFinder(_Forgetful):
    """A finder for one entry of a path, made by sys.path_hooks."""


class Loader(metaclass=ABCMeta):
    """What loads modules."""

    def create_module(self, spec):
        """The module that exec_module() will fill; None: one made in the usual way."""

    def load_module(self, fullname):
        """Loads a module and returns it (the old way; exec_module() is the new one)."""
        if hasattr(self, "exec_module"):
            return _own._load_module_shim(self, fullname)
        raise ImportError


class ResourceLoader(Loader):
    """A loader that reads files of where it loads from."""

    @abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that can show what it loads."""

    @staticmethod
    def source_to_code(data, path="<string>"):
        """Compiles source text, or its bytes."""
        return compile(data, path, "exec", 0, True)

    @abstractmethod
    def get_source(self, fullname):
        """The source text of a module; None: it has none."""
        raise ImportError

    def get_code(self, fullname):
        """The code object of a module; None: it has none."""
        text = self.get_source(fullname)
        return text if text is None else self.source_to_code(text)

    def is_package(self, fullname):
        """Whether a module is a package."""
        raise ImportError

    exec_module, load_module = _own._LoaderBasics.exec_module, _own._LoaderBasics.load_module


class ExecutionLoader(InspectLoader):
    """A loader whose modules can be run as scripts."""

    @abstractmethod
    def get_filename(self, fullname):
        """What __file__ of a module will be."""
        raise ImportError

    def get_code(self, fullname):
        """The code object of a module, compiled under its file's name."""
        text = self.get_source(fullname)
        if text is None:
            return None
        try:
            where = {"path": self.get_filename(fullname)}
        except ImportError:
            where = {}
        return self.source_to_code(text, **where)


class FileLoader(_own.FileLoader, ResourceLoader, ExecutionLoader):
    """A loader of one module from a file."""


class SourceLoader(_own.SourceLoader, ResourceLoader, ExecutionLoader):
    """A loader of source text; get_filename() and get_data() are what a subclass must have."""

    def _overridden(self, name):
        "The method, when a subclass has its own: else nothing is known of the file."
        method = getattr(self, name)
        if method.__func__ is getattr(SourceLoader, name):
            raise OSError
        return method

    def path_stats(self, path):
        """What is known of a source file: its modification time ("mtime"), and perhaps its size."""
        return {"mtime": self._overridden("path_mtime")(path)}

    def path_mtime(self, path):
        """The modification time of a source file."""
        return int(self._overridden("path_stats")(path)["mtime"])

    def set_data(self, path, data):
        """Writes bytes to a file; to be overridden where it can be done."""


for _base, _names in {MetaPathFinder: "BuiltinImporter FrozenImporter PathFinder", PathEntryFinder: "FileFinder", Loader: "NamespaceLoader",
                      InspectLoader: "BuiltinImporter FrozenImporter", ExecutionLoader: "ExtensionFileLoader",
                      FileLoader: "SourceFileLoader SourcelessFileLoader", SourceLoader: "SourceFileLoader _EmbeddedLoader"}.items():
    for _name in _names.split():
        _base.register(getattr(_own, _name))
