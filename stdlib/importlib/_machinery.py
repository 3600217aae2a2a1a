"""Specs, loaders and finders. The import statement finds and loads natively (runtime/import.c) until a script looks at sys.meta_path or
sys.path_hooks: from then on `_find_and_load` walks the finders there, the first of which are the ones below.

Finders and loaders here only describe and do what import.c does: `_imp.find`, `_imp.load_native`, `_imp.execute`.
"""
import sys
import types
import _imp

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process"""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


# ---- specs ----

class ModuleSpec:
    """The specification for a module, used for loading: name, loader, origin, and where its submodules are."""

    __module__ = "_frozen_importlib"

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
        args = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            args.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            args.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{self.__class__.__name__}({', '.join(args)})"

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations and self.cached == other.cached
                    and self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented

    __hash__ = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            self._cached = _cache_from_source(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The name of the module's parent."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)


def _cache_from_source(path):
    """Where CPython would keep the bytecode of a source file."""
    if path.startswith("<") or not path.endswith(".py"):
        return None
    head, slash, tail = path.rpartition("/")
    return f"{head}{slash}__pycache__/{tail[:-3]}.{sys.implementation.cache_tag}.pyc"


class _Importlib_InitRequired(Exception):
    pass


# ---- loaders ----

def _check_name(loader, name):
    own = getattr(loader, "name", name)
    if name is not None and own != name:
        raise ImportError(f"loader for {own} cannot handle {name}", name=name)
    return own


class _LoaderBasics:
    """What loaders of sources have in common."""

    def create_module(self, spec):
        """Use default semantics for module creation."""

    def load_module(self, fullname=None):
        return _load_module_shim(self, fullname or getattr(self, "name", None))

    def get_code(self, fullname):
        """Return the code object compiled from source."""
        return self.source_to_code(self.get_source(fullname), self.get_filename(fullname))

    def source_to_code(self, data, path, *, _optimize=-1):
        """Return the code object compiled from source."""
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)

    def is_package(self, fullname):
        filename = self.get_filename(fullname).rpartition("/")[2]
        return filename.rsplit(".", 1)[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"


class SourceLoader(_LoaderBasics):
    __module__ = "_frozen_importlib_external"

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        pass

    def get_source(self, fullname):
        """Concrete implementation of InspectLoader.get_source."""
        path = self.get_filename(fullname)
        try:
            data = self.get_data(path)
        except OSError as exc:
            raise ImportError("source not available through get_data()", name=fullname) from exc
        return _decode_source(data)


class FileLoader:
    """Base file loader class which implements the loader protocol methods that require file system usage."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, fullname=None):
        """Return the path to the source file as found by the finder."""
        _check_name(self, fullname)
        return self.path

    def get_data(self, path):
        """Return the data from path as raw bytes."""
        with open(path, "rb") as file:
            return file.read()

    def get_resource_reader(self, module):
        from importlib.resources import _FileReader
        return _FileReader(self)


class SourceFileLoader(FileLoader, SourceLoader):
    """Concrete implementation of SourceLoader using the file system."""

    __module__ = "_frozen_importlib_external"

    def path_stats(self, path):
        import os
        status = os.stat(path)
        return {"mtime": status.st_mtime, "size": status.st_size}

    def exec_module(self, module):
        if type(self) is SourceFileLoader:
            _imp.execute(module, module.__name__, self.path)
        else:
            SourceLoader.exec_module(self, module)


MAGIC_NUMBER = b"\xcb\r\r\n"


def _bytecode_of(source, path, flags, first, second):
    """What py_compile writes: a header like CPython's (first and second: time and size of the source, or its hash), then the path and the source
    itself. Compiling it again is as quick as reading byte code."""
    import marshal
    return MAGIC_NUMBER + b"".join(n.to_bytes(4, "little") for n in (flags, first & 0xFFFFFFFF, second & 0xFFFFFFFF)) + marshal.dumps(("typhon", path, source))


def _code_of_bytecode(data, name, path):
    """The code of a file that py_compile wrote."""
    import marshal
    magic = bytes(data[:4])
    if magic != MAGIC_NUMBER:
        raise ImportError(f"bad magic number in {name!r}: {magic!r}", name=name, path=path)
    if len(data) < 16:
        raise EOFError(f"reached EOF while reading pyc header of {name!r}")
    flags = int.from_bytes(data[4:8], "little")
    if flags & ~3:
        raise ImportError(f"invalid flags {flags!r} in {name!r}", name=name, path=path)
    try:
        kind, file, source = marshal.loads(data[16:])
        if kind != "typhon":
            raise ValueError
    except (EOFError, TypeError, ValueError):
        raise ImportError(f"Typhon does not run CPython's bytecode: {path}", name=name, path=path) from None
    return compile(source, file, "exec", dont_inherit=True)


class SourcelessFileLoader(FileLoader, _LoaderBasics):
    """Of files that py_compile wrote, without their source."""

    __module__ = "_frozen_importlib_external"

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return _code_of_bytecode(self.get_data(path), fullname, path)

    def get_source(self, fullname):
        return None


class ExtensionFileLoader(FileLoader, _LoaderBasics):
    """Refused: extensions compiled for CPython."""

    __module__ = "_frozen_importlib_external"

    def create_module(self, spec):
        raise ImportError(f"Typhon does not load extension modules of CPython: {self.path}", name=self.name, path=self.path)

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return self.path.rpartition("/")[2].partition(".")[0] == "__init__"

    def get_code(self, fullname):
        return None

    def get_source(self, fullname):
        return None


class _EmbeddedLoader(SourceLoader):
    """Of the library's modules that are built into the binary."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name)

    def get_filename(self, fullname=None):
        _check_name(self, fullname)
        return self.path

    def get_data(self, path):
        if path == self.path:
            return _imp.source(self.name).encode()
        raise FileNotFoundError(2, "No such file or directory", path)

    def get_source(self, fullname):
        return _imp.source(fullname)

    def exec_module(self, module):
        _imp.execute(module, module.__name__, None)


class NamespaceLoader(_LoaderBasics):
    """Of packages that are folders without __init__.py."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ""

    def get_code(self, fullname):
        return compile("", "<string>", "exec", dont_inherit=True)

    def exec_module(self, module):
        pass

    def get_resource_reader(self, module):
        from importlib.resources import _NamespaceReader
        return _NamespaceReader(self._path)


_NamespaceLoader = NamespaceLoader


def _namespace_spec(name, portions):
    from _namespace_path import _NamespacePath
    path = _NamespacePath(name, portions)
    spec = ModuleSpec(name, NamespaceLoader(name, path), is_package=True)
    spec.submodule_search_locations = path
    return spec


# ---- finders ----

def _spec_of(name, path):
    """What import.c finds, as a spec; None."""
    found = _imp.find(name, path)
    if found is None:
        return None
    kind, origin, is_package, portions = found
    if kind == "spec":
        return origin
    if kind == "native":
        return ModuleSpec(name, BuiltinImporter, origin="built-in")
    if kind == "namespace":
        return _namespace_spec(name, portions)
    loader = (_EmbeddedLoader if kind == "embedded" else SourceFileLoader)(name, origin)
    spec = ModuleSpec(name, loader, origin=origin, is_package=is_package)
    spec._set_fileattr = True
    if is_package:
        spec.submodule_search_locations = [origin.rpartition("/")[0]]
    return spec


class BuiltinImporter:
    """Meta path import for built-in modules."""

    __module__ = "_frozen_importlib"
    _ORIGIN = "built-in"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if fullname.startswith("_") or fullname in sys.builtin_module_names:
            spec = _spec_of(fullname, [])
            if spec is not None and (spec.loader is BuiltinImporter or isinstance(spec.loader, _EmbeddedLoader) and fullname.startswith("_")):
                return spec
        return None

    @staticmethod
    def create_module(spec):
        """Create a built-in module"""
        if not _imp.is_builtin(spec.name):
            raise ImportError(f"{spec.name!r} is not a built-in module", name=spec.name)
        return _imp.load_native(spec.name)

    @staticmethod
    def exec_module(module):
        """Nothing is left to do."""

    @classmethod
    def get_code(cls, fullname):
        """Return None as built-in modules do not have code objects."""
        return None

    @classmethod
    def get_source(cls, fullname):
        """Return None as built-in modules do not have source code."""
        return None

    @classmethod
    def is_package(cls, fullname):
        """Return False as built-in modules are never packages."""
        return False

    @classmethod
    def load_module(cls, fullname):
        return _load_module_shim(cls, fullname)


class FrozenImporter:
    """Meta path import for frozen modules: of the modules built into the binary, those that no file can take the place of."""

    __module__ = "_frozen_importlib"
    _ORIGIN = "frozen"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if path is not None or fullname not in ("abc", "codecs", "genericpath", "io", "os", "posixpath", "site", "stat"):
            return None
        return _spec_of(fullname, [])

    @staticmethod
    def create_module(spec):
        """Use default semantics for module creation."""

    @staticmethod
    def exec_module(module):
        _imp.execute(module, module.__name__, None)

    @classmethod
    def load_module(cls, fullname):
        return _load_module_shim(cls, fullname)


class PathFinder:
    """Meta path finder for sys.path and package __path__ attributes, and behind them for the library."""

    __module__ = "_frozen_importlib_external"

    @staticmethod
    def invalidate_caches():
        for name, finder in list(sys.path_importer_cache.items()):
            if finder is None:
                del sys.path_importer_cache[name]
            elif hasattr(finder, "invalidate_caches"):
                finder.invalidate_caches()

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """Try to find a spec for 'fullname' on sys.path or 'path'."""
        if not fullname.rpartition(".")[2]:
            return None
        hooks = sys.__dict__.get("path_hooks")
        if hooks is None or hooks == _default_path_hooks():
            return _spec_of(fullname, path)
        return cls._find_by_hooks(fullname, sys.path if path is None else path, target) or _spec_of(fullname, [])

    @classmethod
    def _find_by_hooks(cls, fullname, path, target):
        namespace = []
        for entry in path:
            if not isinstance(entry, str):
                continue
            finder = cls._path_importer_cache(entry)
            if finder is None:
                continue
            spec = finder.find_spec(fullname, target)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            namespace.extend(spec.submodule_search_locations or ())
        if not namespace:
            return None
        return _namespace_spec(fullname, namespace)

    @classmethod
    def _path_importer_cache(cls, path):
        if path == "":
            import os
            try:
                path = os.getcwd()
            except FileNotFoundError:
                return None
        try:
            return sys.path_importer_cache[path]
        except KeyError:
            finder = sys.path_importer_cache[path] = cls._path_hooks(path)
            return finder

    @staticmethod
    def _path_hooks(path):
        for hook in sys.path_hooks:
            try:
                return hook(path)
            except ImportError:
                continue
        return None

    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)


class FileFinder:
    """File-based finder: the modules of one folder."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        if not path or path == ".":
            import os
            path = os.getcwd()
        self.path = path

    def invalidate_caches(self):
        """Invalidate the directory mtime: nothing is kept."""

    def find_spec(self, fullname, target=None):
        """Try to find a spec for the specified module. Returns the matching spec, or None if not found."""
        import os
        tail = fullname.rpartition(".")[2]
        if not tail:
            return None
        base = os.path.join(self.path, tail)
        is_folder = os.path.isdir(base)
        if is_folder:
            for suffix, loader in self._loaders:
                full = os.path.join(base, "__init__" + suffix)
                if os.path.isfile(full):
                    return spec_from_file_location(fullname, full, loader=loader(fullname, full), submodule_search_locations=[base])
        for suffix, loader in self._loaders:
            if os.path.isfile(base + suffix):
                return spec_from_file_location(fullname, base + suffix, loader=loader(fullname, base + suffix))
        if not is_folder:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = [base]
        return spec

    @classmethod
    def path_hook(cls, *loader_details):
        """A class method which returns a closure to use on sys.path_hook which will return an instance using the specified loaders."""
        def path_hook_for_FileFinder(path):
            import os
            if not os.path.isdir(path or "."):
                raise ImportError("only directories are supported", path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f"FileFinder({self.path!r})"


class WindowsRegistryFinder:
    """Finds nothing here."""

    __module__ = "_frozen_importlib_external"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


_path_hook = FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES))


def _default_path_hooks():
    from zipimport import zipimporter
    return [zipimporter, _path_hook]


# ---- what import.c finds by hooks ----

def _find_in_archive(entry, name):
    """(spec, whether it is a package) of a module in an archive on the path; None."""
    try:
        finder = sys.__dict__["path_importer_cache"][entry]
    except KeyError:
        from zipimport import ZipImportError, zipimporter
        try:
            finder = zipimporter(entry)
        except ZipImportError:
            finder = None
        sys.path_importer_cache[entry] = finder
    spec = finder.find_spec(name) if finder is not None else None
    if spec is None:
        return None
    if spec.loader is None:
        spec.loader = NamespaceLoader(name, spec.submodule_search_locations)
    return spec, spec.submodule_search_locations is not None


def _find_bytecode(file, name):
    """The same of a module without source."""
    import os
    file = os.path.abspath(file)
    is_package = os.path.basename(file) == "__init__.pyc"
    spec = spec_from_file_location(name, file, loader=SourcelessFileLoader(name, file), submodule_search_locations=[os.path.dirname(file)] if is_package else None)
    return spec, is_package


def _load_found(spec, _):
    return _load(spec)


def _describe_main(module, name):
    """The module __main__ gets the spec of the module that it runs."""
    parent = name.rpartition(".")[0]
    spec = _spec_of(name, sys.modules[parent].__path__ if parent else None)
    if spec is not None:
        module.__spec__, module.__loader__, module.__cached__ = spec, spec.loader, spec.cached


def _main_of(spec, name):
    return spec.loader.get_code(name), spec.origin


# ---- from specs to modules ----

def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if not origin and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = False
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                is_package = None  # as is_package says it does not know
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_unset = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    """Return a module spec based on a file location. None: no loader is known for such a file."""
    import os
    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        if not location.startswith("<"):
            location = os.path.abspath(location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        for kind, suffixes in ((ExtensionFileLoader, EXTENSION_SUFFIXES), (SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)):
            if location.endswith(tuple(suffixes)):
                loader = spec.loader = kind(name, location)
                break
        else:
            return None
    if submodule_search_locations is _unset:
        if hasattr(loader, "is_package"):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                pass
            else:
                if is_package:
                    spec.submodule_search_locations = []
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == []:
        spec.submodule_search_locations.append(os.path.split(location)[0])
    return spec


def _init_module_attrs(spec, module, *, override=False):
    def put(name, value):
        try:
            setattr(module, name, value)
        except AttributeError:
            pass

    def lacks(name):
        return override or module.__dict__.get(name) is None
    if lacks("__name__"):
        put("__name__", spec.name)
    if lacks("__loader__"):
        loader = spec.loader
        if loader is None and spec.submodule_search_locations is not None:
            loader = NamespaceLoader(spec.name, spec.submodule_search_locations)
            spec.loader = loader
            put("__file__", None)
        put("__loader__", loader)
    if lacks("__package__"):
        put("__package__", spec.parent)
    put("__spec__", spec)
    if spec.submodule_search_locations is not None and (override or getattr(module, "__path__", None) is None):
        put("__path__", spec.submodule_search_locations)
    if spec.has_location:
        if override or getattr(module, "__file__", None) is None:
            put("__file__", spec.origin)
        if override or getattr(module, "__cached__", None) is None:
            put("__cached__", spec.cached)
    return module


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = types.ModuleType(spec.name)
    return _init_module_attrs(spec, module)


def _exec(spec, module):
    """Execute the spec's specified module in an existing module's namespace."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name!r} not in sys.modules", name=name)
    try:
        if spec.loader is None:
            if spec.submodule_search_locations is None:
                raise ImportError("missing loader", name=name)
            _init_module_attrs(spec, module, override=True)
        else:
            _init_module_attrs(spec, module, override=True)
            if hasattr(spec.loader, "exec_module"):
                spec.loader.exec_module(module)
            else:
                spec.loader.load_module(name)
    finally:
        module = sys.modules.pop(name)
        sys.modules[name] = module
    return module


def _load(spec):
    """Return a new module object, loaded by the spec's loader."""
    loader = spec.loader
    if loader is not None and not hasattr(loader, "exec_module"):
        if not hasattr(loader, "load_module"):
            raise ImportError("missing loader" if loader is None else f"unloadable loader {loader!r}", name=spec.name)
        return _load_by_load_module(spec)
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if loader is None:
                if spec.submodule_search_locations is None:
                    raise ImportError("missing loader", name=spec.name)
            else:
                loader.exec_module(module)
        except:
            sys.modules.pop(spec.name, None)
            raise
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _load_by_load_module(spec):
    """For loaders of the old kind, which have only load_module."""
    import warnings
    warnings.warn(f"{type(spec.loader).__name__}.exec_module() not found; falling back to load_module()", ImportWarning)
    try:
        spec.loader.load_module(spec.name)
    except:
        sys.modules.pop(spec.name, None)
        raise
    module = sys.modules.pop(spec.name)
    sys.modules[spec.name] = module
    if getattr(module, "__loader__", None) is None:
        module.__loader__ = spec.loader
    if getattr(module, "__package__", None) is None:
        module.__package__ = spec.parent
    if getattr(module, "__spec__", None) is None:
        module.__spec__ = spec
    return module


def _load_module_shim(loader, fullname):
    spec = spec_from_loader(fullname, loader)
    if fullname in sys.modules:
        module = sys.modules[fullname]
        _exec(spec, module)
        return sys.modules[fullname]
    return _load(spec)


# ---- what import.c calls ----

_DEFAULT_META_PATH = [BuiltinImporter, FrozenImporter, PathFinder]


def _find_spec(name, path, target=None):
    """Find a module's spec."""
    finders = sys.__dict__.get("meta_path", _DEFAULT_META_PATH)
    if finders is None:
        raise ImportError("sys.meta_path is None, Python is likely shutting down")
    if not finders:
        import warnings
        warnings.warn("sys.meta_path is empty", ImportWarning)
    for finder in finders:
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, target)
        if spec is not None:
            return spec
    return None


def _find_and_load(name, path):
    finders = sys.meta_path
    spec = None
    if isinstance(finders, list):
        spec = _find_spec(name, path)
    else:
        spec = _find_spec(name, path)
    if spec is None:
        _imp.raise_not_found(name)
    return _load(spec)


def _make_attribute(module, name):
    """The value of __spec__ or __loader__ of a module that import.c has made, or of meta_path and its like of sys."""
    if name == "meta_path":
        value = list(_DEFAULT_META_PATH)
    elif name == "path_hooks":
        value = _default_path_hooks()
    elif name == "path_importer_cache":
        value = {}
    else:
        spec = _spec_of_loaded(module)
        space = module.__dict__
        space["__spec__"] = spec
        space.setdefault("__loader__", spec.loader)
        return space[name]
    module.__dict__[name] = value
    return value


def _spec_of_loaded(module):
    space = module.__dict__
    name, file, path = space.get("__name__"), space.get("__file__"), space.get("__path__")
    if file is None and path is not None:
        loader, spec = NamespaceLoader(name, path), None
        spec = ModuleSpec(name, loader, is_package=True)
        spec.submodule_search_locations = path
        return spec
    if file is None:
        return ModuleSpec(name, BuiltinImporter, origin="built-in")
    loader = (_EmbeddedLoader if file.startswith("<typhon>") else SourceFileLoader)(name, file)
    spec = ModuleSpec(name, loader, origin=file, is_package=path is not None)
    spec._set_fileattr = True
    if path is not None:
        spec.submodule_search_locations = list(path)
    return spec


def _module_repr(module, _):
    space = module.__dict__
    name, spec, loader = space.get("__name__", "?"), space.get("__spec__"), space.get("__loader__")
    if spec is None:
        path = space.get("__path__")
        if loader is None and path is not None:
            return f"<module {name!r} (namespace) from {list(path)!r}>"
        return f"<module {name!r} ({loader!r})>" if loader is not None else f"<module {name!r}>"
    name = "?" if spec.name is None else spec.name
    if spec.origin is None:
        loader = spec.loader
        if loader is None:
            return f"<module {name!r}>"
        if isinstance(loader, NamespaceLoader):
            return f"<module {name!r} (namespace) from {list(loader._path)!r}>"
        return f"<module {name!r} ({loader!r})>"
    if spec.has_location:
        return f"<module {name!r} from {spec.origin!r}>"
    return f"<module {name!r} ({spec.origin})>"


def _decode_source(source_bytes):
    """Decode bytes representing source code and return the string."""
    import re
    encoding = "utf-8"
    if source_bytes.startswith(b"\xef\xbb\xbf"):
        source_bytes = source_bytes[3:]
    else:
        for line in source_bytes.split(b"\n", 2)[:2]:
            match = re.match(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
            if match:
                encoding = match.group(1).decode()
                break
    return source_bytes.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
