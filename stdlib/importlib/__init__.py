"""The import statement as functions (library reference, "importlib")."""
__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

import sys
import types
from builtins import __import__


def invalidate_caches():
    """Call the invalidate_caches() method on all meta path finders stored in sys.meta_path (where implemented)."""
    for finder in sys.__dict__.get("meta_path", ()):
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def _resolve(name, package, level):
    """The absolute name of a relative one with `level` dots."""
    bits = package.rsplit(".", level - 1)
    if len(bits) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{bits[0]}.{name}" if name else bits[0]


def import_module(name, package=None):
    """Import a module. The 'package' argument is required when performing a relative import."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        name = _resolve(name[level:], package, level)
    if not name:
        raise ValueError("Empty module name")
    module = sys.modules.get(name)
    if module is not None:
        return module
    __import__(name)
    try:
        return sys.modules[name]
    except KeyError:
        raise KeyError(f"{name!r} not in sys.modules as expected") from None


_reloading = {}


def reload(module):
    """Reload the module and return it. The module must have been successfully imported before."""
    from . import _machinery
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module") from None
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent = name.rpartition(".")[0]
        path = None
        if parent:
            try:
                path = sys.modules[parent].__path__
            except KeyError:
                raise ImportError(f"parent {parent!r} not in sys.modules", name=parent) from None
        spec = module.__spec__ = _machinery._find_spec(name, path, module)
        if spec is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        _machinery._exec(spec, module)
        return sys.modules[name]
    finally:
        _reloading.pop(name, None)


def __getattr__(name):
    if name in ("machinery", "util", "abc", "resources", "metadata", "_bootstrap", "_bootstrap_external") and f"importlib.{name}" in sys.modules:
        return sys.modules[f"importlib.{name}"]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
