"""Utility code for importers (library reference, "importlib.util")."""
import sys

from . import _machinery, _resolve
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


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Given the path to a .py file, return the path to its .pyc file, which CPython would write."""
    import os
    path = os.fspath(path)
    head, tail = os.path.split(path)
    base, dot, rest = tail.rpartition(".")
    name = f"{base if base else rest}.{sys.implementation.cache_tag}"
    if optimization is not None and optimization != "":
        if not str(optimization).isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        name += f".opt-{optimization}"
    return os.path.join(head, "__pycache__", name + ".pyc")


def source_from_cache(path):
    """Given the path to a .pyc. file, return the path to its .py file."""
    import os
    head, name = os.path.split(os.fspath(path))
    head, cache = os.path.split(head)
    if cache != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    dots = name.count(".")
    if dots not in {2, 3}:
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(head, name.partition(".")[0] + ".py")


class LazyLoader:
    """Refused: a module cannot be replaced while it is looked at."""

    def __init__(self, loader):
        raise NotImplementedError("importlib.util.LazyLoader: Typhon has no lazy modules")

    @classmethod
    def factory(cls, loader):
        raise NotImplementedError("importlib.util.LazyLoader: Typhon has no lazy modules")
