"""What finds and loads modules (library reference, "importlib.machinery"): specs, and the loader of source files."""
import os
import sys

__all__ = ["ModuleSpec", "SourceFileLoader", "BuiltinImporter", "SOURCE_SUFFIXES", "BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "all_suffixes"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = []
EXTENSION_SUFFIXES = []
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        if not isinstance(other, ModuleSpec):
            return NotImplemented
        return (self.name == other.name and self.loader == other.loader and self.origin == other.origin and
                self.submodule_search_locations == other.submodule_search_locations and self.has_location == other.has_location)

    __hash__ = None

    @property
    def parent(self):
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value


class SourceFileLoader:
    """Loads a module from a source file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def is_package(self, fullname):
        return os.path.basename(self.path) == "__init__.py" and fullname.rpartition(".")[2] != "__init__"

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()

    def get_source(self, fullname=None):
        with open(self.path, encoding="utf-8-sig") as file:
            return file.read()

    def get_code(self, fullname=None):
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def path_stats(self, path):
        status = os.stat(path)
        return {"mtime": status.st_mtime, "size": status.st_size}

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(self.name), module.__dict__)

    def load_module(self, fullname=None):
        from importlib.util import module_from_spec, spec_from_file_location
        name = fullname or self.name
        module = sys.modules.get(name)
        if module is None:
            module = sys.modules[name] = module_from_spec(spec_from_file_location(name, self.path, loader=self))
        try:
            self.exec_module(module)
        except BaseException:
            sys.modules.pop(name, None)
            raise
        return sys.modules[name]


class BuiltinImporter:
    """Loads what Typhon brings along."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import find_spec
        spec = find_spec(fullname)
        return spec if spec is not None and spec.loader is cls else None

    @classmethod
    def create_module(cls, spec):
        return __import__(spec.name, fromlist=["*"])

    @classmethod
    def exec_module(cls, module):
        pass

    @classmethod
    def is_package(cls, fullname):
        return hasattr(__import__(fullname, fromlist=["*"]), "__path__")
