"""Utilities for importers (library reference, "importlib.util")."""
import os
import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader
from types import ModuleType

__all__ = ["cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache", "source_hash",
           "spec_from_file_location", "spec_from_loader"]

MAGIC_NUMBER = b"\xcb\r\r\n"


def resolve_name(name, package):
    """The absolute name of a relative one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{rest}" if rest else parts[0]


def _spec_of_module(name, module):
    spec = getattr(module, "__spec__", None)
    if spec is not None:
        return spec
    file = getattr(module, "__file__", None)
    if file is None and not hasattr(module, "__path__") or file and file.startswith("<"):
        return ModuleSpec(name, BuiltinImporter, origin=file or "built-in", is_package=hasattr(module, "__path__"))
    if file is None:
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = list(module.__path__)
        return spec
    return spec_from_file_location(name, file)


def _search(name, folders):
    tail = name.rpartition(".")[2]
    portions = []
    for folder in folders:
        base = os.path.join(folder or os.getcwd(), tail)
        for file in (os.path.join(base, "__init__.py"), base + ".py"):
            if os.path.isfile(file):
                return spec_from_file_location(name, file)
        if os.path.isdir(base):
            portions.append(base)
    if not portions:
        return None
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = portions
    return spec


def find_spec(name, package=None):
    """What an import of the module would find; None: nothing."""
    name = resolve_name(name, package) if name.startswith(".") else name
    if name in sys.modules:
        module = sys.modules[name]
        return None if module is None else _spec_of_module(name, module)
    parent = name.rpartition(".")[0]
    if parent:
        package = __import__(parent, fromlist=["__path__"])
        try:
            folders = package.__path__
        except AttributeError as error:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name) from error
    else:
        folders = sys.path
    spec = _search(name, folders)
    if spec is not None and spec.loader is not None:
        return spec
    try:  # what Typhon brings along
        module = __import__(name, fromlist=["*"])
    except ImportError:
        return spec
    return spec if hasattr(module, "__path__") and getattr(module, "__file__", None) is None else _spec_of_module(name, module)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec made with what the loader can tell."""
    if hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader=loader)
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_given = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_given):
    """The spec of a module in a file; None for a file that is not a source."""
    if location is None:
        location = loader.get_filename(name)
    location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is _given:
        if hasattr(loader, "is_package") and loader.is_package(name):
            spec.submodule_search_locations = [os.path.dirname(location)]
    else:
        spec.submodule_search_locations = submodule_search_locations
        if submodule_search_locations == []:
            spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def module_from_spec(spec):
    """A module that has not been run yet."""
    module = None
    if hasattr(spec.loader, "create_module"):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = ModuleType(spec.name)
        module.__loader__ = spec.loader
        module.__package__ = spec.parent
        module.__spec__ = spec
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
    return module


def decode_source(source_bytes):
    """Source as text, with its line ends translated."""
    import io
    return io.TextIOWrapper(io.BytesIO(source_bytes), encoding="utf-8-sig").read()


def source_hash(source_bytes):
    return __import__("hashlib").blake2b(source_bytes, digest_size=8).digest()


def cache_from_source(path, debug_override=None, *, optimization=None):
    folder, file = os.path.split(os.fspath(path))
    return os.path.join(folder, "__pycache__", f"{file.removesuffix('.py')}.{sys.implementation.cache_tag}.pyc")


def source_from_cache(path):
    folder, file = os.path.split(os.fspath(path))
    parent, cache = os.path.split(folder)
    if cache != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    return os.path.join(parent, file.partition(".")[0] + ".py")
