"""Importing by program (library reference, "importlib")."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    """Imports a module; a relative name ("..x") is resolved against `package`."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        from importlib.util import resolve_name
        name = resolve_name(name, package)
    if not name:
        raise ValueError("Empty module name")
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Folders are looked at anew in every import."""


def reload(module):
    """Runs the source of a module again, in its namespace."""
    from types import ModuleType
    if not isinstance(module, ModuleType):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    parent = name.rpartition(".")[0]
    if parent and parent not in sys.modules:
        raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
    file = getattr(module, "__file__", None)
    if file and not file.startswith("<"):
        from importlib.machinery import SourceFileLoader
        from importlib.util import find_spec
        spec = find_spec(name)
        if spec is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        SourceFileLoader(name, spec.origin).exec_module(module)
    return sys.modules[name]
