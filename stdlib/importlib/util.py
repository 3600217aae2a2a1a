"""Utility code for importers (library reference, "importlib.util")."""
import sys
import types

from . import _machinery, _resolve
from .abc import Loader
from ._machinery import _decode_source as decode_source, module_from_spec, spec_from_file_location, spec_from_loader

MAGIC_NUMBER = _machinery.MAGIC_NUMBER


def _rotated(x, by):
    return (x << by | x >> 64 - by) & 0xFFFFFFFFFFFFFFFF


def _sip_round(a, b, c, d):
    """One round of SipHash (Aumasson and Bernstein, 2012)."""
    mask = 0xFFFFFFFFFFFFFFFF
    a, c = a + b & mask, c + d & mask
    b, d = _rotated(b, 13) ^ a, _rotated(d, 16) ^ c
    a, c = _rotated(a, 32) + d & mask, c + b & mask
    return a, _rotated(b, 17) ^ c, _rotated(c, 32), _rotated(d, 21) ^ a


def source_hash(source_bytes):
    "Return the hash of *source_bytes* as used in hash-based pyc files."
    # SipHash-1-3; the key is the magic number.
    key = int.from_bytes(MAGIC_NUMBER, "little")
    state = key ^ 0x736F6D6570736575, 0x646F72616E646F6D, key ^ 0x6C7967656E657261, 0x7465646279746573
    data = bytes(source_bytes)
    whole = len(data) // 8 * 8
    last = int.from_bytes(data[whole:], "little") | (len(data) & 0xFF) << 56
    for word in *(int.from_bytes(data[i:i + 8], "little") for i in range(0, whole, 8)), last:
        a, b, c, d = state
        a, b, c, d = _sip_round(a, b, c, d ^ word)
        state = a ^ word, b, c, d
    a, b, c, d = state
    state = a, b, c ^ 0xFF, d
    for _ in range(3):
        state = _sip_round(*state)
    a, b, c, d = state
    return (a ^ b ^ c ^ d).to_bytes(8, "little")


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = len(name) - len(name.lstrip("."))
    return _resolve(name[level:], package, level)


def find_spec(name, package=None):
    """Return the spec for the specified module: of one that is imported its __spec__, else what the finders say. Parent packages are
    imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f"{name}.__spec__ is not set") from None
        if spec is None:
            raise ValueError(f"{name}.__spec__ is None")
        return spec
    parent_name = fullname.rpartition(".")[0]
    path = None
    if parent_name:
        parent = __import__(parent_name, fromlist=["__path__"])
        try:
            path = parent.__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent_name!r} while trying to find {fullname!r}", name=fullname) from e
    return _machinery._find_spec(fullname, path)


def _find_spec_from_path(name, path=None):
    """Static checkers call it: find_spec() of a name that is looked for in a package's path, without its parents being imported."""
    return find_spec(name) if name in sys.modules else _machinery._find_spec(name, path)


def _cache_tag():
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    return tag


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Given the path to a .py file, return the path to its .pyc file, which CPython would write."""
    import os
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning, stacklevel=2)
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    head, tail = os.path.split(os.fspath(path))
    base, dot, rest = tail.rpartition(".")
    name = (base or rest) + dot + _cache_tag()
    level = str(sys.flags.optimize or "" if optimization is None else optimization)
    if level:
        if not level.isalnum():
            raise ValueError(f"{level!r} is not alphanumeric")
        name += f".opt-{level}"
    if sys.pycache_prefix is not None:
        return os.path.join(sys.pycache_prefix, os.path.join(os.getcwd(), head).lstrip("/"), name + ".pyc")
    return os.path.join(head, "__pycache__", name + ".pyc")


def source_from_cache(path):
    """Given the path to a .pyc. file, return the path to its .py file."""
    import os
    _cache_tag()
    path = os.fspath(path)
    head, name = os.path.split(path)
    prefix = None if sys.pycache_prefix is None else sys.pycache_prefix.rstrip("/")
    if prefix is not None and head.startswith(prefix + "/"):
        head = head[len(prefix):]
    else:
        head, cache = os.path.split(head)
        if cache != "__pycache__":
            raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    parts = name.split(".")
    if len(parts) not in (3, 4):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if len(parts) == 4:
        if not parts[2].startswith("opt-"):
            raise ValueError("optimization portion of filename does not start with 'opt-'")
        if not parts[2][4:].isalnum():
            raise ValueError(f"optimization level {parts[2]!r} is not an alphanumeric value")
    return os.path.join(head, parts[0] + ".py")


class _LazyModule(types.ModuleType):
    """A module whose code runs when it is first asked for an attribute. Then it becomes a module like any other."""

    def __getattribute__(self, name):
        plain = object.__getattribute__
        spec = plain(self, "__spec__")
        state = spec.loader_state
        with state["lock"]:
            if plain(self, "__class__") is _LazyModule:
                if state["loads"]:  # what its own code and its loader ask for
                    return plain(self, name)
                state["loads"] = True
                try:
                    _load_lazily(self, spec, state)
                finally:
                    state["loads"] = False
        return getattr(self, name)

    def __delattr__(self, name):
        self.__getattribute__(name)
        delattr(self, name)


def _load_lazily(module, spec, state):
    variables = object.__getattribute__(module, "__dict__")
    name, before, nothing = variables["__name__"], state["variables"], object()
    given = {key: value for key, value in variables.items() if before.get(key, nothing) is not value}
    spec.loader.exec_module(module)
    if sys.modules.get(name, module) is not module:
        raise ValueError(f"module object for {name!r} substituted in sys.modules during a lazy load")
    variables.update(given)  # what was set meanwhile stays
    object.__setattr__(module, "__class__", types.ModuleType)


class LazyLoader(Loader):
    """Loads a module by another loader, when the module is first used."""

    def __init__(self, loader):
        self.__check(loader)
        self.loader = loader

    @staticmethod
    def __check(loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")

    @classmethod
    def factory(cls, loader):
        """A function that makes the loader, and a lazy one of it."""
        cls.__check(loader)
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Make the module lazy."""
        from threading import RLock
        module.__spec__.loader = module.__loader__ = self.loader
        module.__spec__.loader_state = {"variables": module.__dict__.copy(), "lock": RLock(), "loads": False}
        module.__class__ = _LazyModule
