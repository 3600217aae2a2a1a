"""Utilities for packages (library reference, "pkgutil")."""
import os
import sys
from collections import namedtuple
from functools import singledispatch
from importlib._machinery import FileFinder, PathFinder
from importlib.util import find_spec

__all__ = ["get_importer", "iter_importers", "get_loader", "find_loader", "walk_packages", "iter_modules", "get_data", "extend_path", "ModuleInfo",
           "resolve_name"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "A namedtuple with minimal info about a module."


def iter_modules(path=None, prefix=""):
    """Yields ModuleInfo for all submodules on path, or, if path is None, all top-level modules on sys.path."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    importers = iter_importers() if path is None else map(get_importer, path)
    yielded = set()
    for importer in importers:
        for name, is_package in iter_importer_modules(importer, prefix):
            if name not in yielded:
                yielded.add(name)
                yield ModuleInfo(importer, name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    """Yields ModuleInfo for all modules recursively on path, or, if path is None, all accessible modules. All packages on the given path are
    imported, to find their __path__. onerror: called with the name of a package that cannot be imported."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            below = [p for p in getattr(sys.modules[info.name], "__path__", None) or [] if p not in seen]
            seen.update(below)
            yield from walk_packages(below, info.name + ".", onerror)


@singledispatch
def iter_importer_modules(importer, prefix=""):
    if not hasattr(importer, "iter_modules"):
        return []
    return importer.iter_modules(prefix)


@iter_importer_modules.register(FileFinder)
def _iter_file_finder_modules(importer, prefix=""):
    from inspect import getmodulename
    if importer.path is None or not os.path.isdir(importer.path):
        return
    yielded = set()
    for file in sorted(os.listdir(importer.path)):
        name = getmodulename(file)
        if name == "__init__" or name in yielded:
            continue
        path = os.path.join(importer.path, file)
        is_package = False
        if not name and os.path.isdir(path) and "." not in file:
            name = file
            try:
                is_package = any(getmodulename(inner) == "__init__" for inner in os.listdir(path))
            except OSError:
                pass
            if not is_package:
                continue
        if name and "." not in name:
            yielded.add(name)
            yield prefix + name, is_package


def iter_zipimport_modules(importer, prefix=""):
    """(name, whether it is a package) of the modules of an archive, in the order of their paths."""
    from inspect import getmodulename
    yielded = set()
    for path in sorted(importer._files):
        if not path.startswith(importer.prefix):
            continue
        parts = path[len(importer.prefix):].split(os.sep)
        is_package = len(parts) == 2 and parts[1].startswith("__init__.py")
        name = parts[0] if is_package else getmodulename(parts[0]) if len(parts) == 1 else None
        if name and name != "__init__" and name not in yielded and "." not in name:
            yielded.add(name)
            yield prefix + name, is_package


def _register_archives():
    from zipimport import zipimporter
    iter_importer_modules.register(zipimporter, iter_zipimport_modules)


_register_archives()


def get_importer(path_item):
    """Retrieve a finder for the given path item: through sys.path_importer_cache and sys.path_hooks."""
    path_item = os.fsdecode(path_item)
    try:
        return sys.path_importer_cache[path_item]
    except KeyError:
        for hook in sys.path_hooks:
            try:
                importer = hook(path_item)
            except ImportError:
                continue
            sys.path_importer_cache.setdefault(path_item, importer)
            return importer
    return None


def iter_importers(fullname=""):
    """Yield finders for the given module name: those on sys.meta_path, and those of its path."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    if "." in fullname:
        import importlib
        package = importlib.import_module(fullname.rpartition(".")[0])
        path = getattr(package, "__path__", None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for item in path:
        yield get_importer(item)


def get_loader(module_or_name):
    """Get a "loader" object for module_or_name, or None."""
    _deprecated("get_loader")
    if module_or_name in sys.modules:
        module_or_name = sys.modules[module_or_name]
        if module_or_name is None:
            return None
    if hasattr(module_or_name, "__name__"):
        loader = getattr(module_or_name, "__loader__", None)
        if loader is not None:
            return loader
        if getattr(module_or_name, "__spec__", None) is None:
            return None
        module_or_name = module_or_name.__name__
    return _find_loader(module_or_name)


def find_loader(fullname):
    """Find a "loader" object for fullname, or None."""
    _deprecated("find_loader")
    return _find_loader(fullname)


def _deprecated(name):
    import warnings
    warnings._deprecated(f"pkgutil.{name}", "{name!r} is deprecated and slated for removal in Python {remove}; use importlib.util.find_spec() instead", remove=(3, 14))


def _find_loader(fullname):
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    try:
        spec = find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as ex:
        raise ImportError(f"Error while finding loader for {fullname!r} ({type(ex)}: {ex})") from ex
    return spec.loader if spec is not None else None


def extend_path(path, name):
    """Extend a package's path with the folders of the same name along sys.path."""
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition(".")
    try:
        search = sys.modules[parent].__path__ if parent else sys.path
    except (KeyError, AttributeError):
        return path
    for folder in search:
        if not isinstance(folder, str):
            continue
        portion = os.path.join(folder, last)
        if os.path.isfile(os.path.join(portion, "__init__.py")) and portion not in path:
            path.append(portion)
        listed = os.path.join(folder, name + ".pkg")
        if os.path.isfile(listed):
            with open(listed) as file:
                path.extend(line for line in map(str.strip, file) if line and not line.startswith("#"))
    return path


def get_data(package, resource):
    """Get a resource from a package as bytes; None if its loader has no get_data."""
    spec = find_spec(package)
    if spec is None:
        return None
    if not hasattr(spec.loader, "get_data"):
        return None
    module = sys.modules.get(package)
    if module is None:
        import importlib
        module = importlib.import_module(package)
    if not hasattr(module, "__file__") or module.__file__ is None:
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split("/")))


def resolve_name(name):
    """Resolve a name to an object: "package.module:object.attribute", or with dots alone, as much of it as can be being imported."""
    import importlib
    import re
    match = re.match(r"^(?P<pkg>(?!\d)(\w+)(\.(?!\d)(\w+))*)(?P<cln>:(?P<obj>(?!\d)(\w+)(\.(?!\d)(\w+))*)?)?$", name)
    if not match:
        raise ValueError(f"invalid format: {name!r}")
    if match["cln"]:
        found = importlib.import_module(match["pkg"])
        parts = match["obj"].split(".") if match["obj"] else []
    else:
        parts = match["pkg"].split(".")
        used = parts.pop(0)
        found = importlib.import_module(used)
        while parts:
            longer = f"{used}.{parts[0]}"
            try:
                found = importlib.import_module(longer)
            except ImportError:
                break
            parts.pop(0)
            used = longer
    for part in parts:
        found = getattr(found, part)
    return found
