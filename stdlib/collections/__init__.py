"""Specialised containers (library reference, "collections"). Those not written in C are in modules of their own, read when asked for."""
from _collections import OrderedDict, _deque_iterator, _deque_reverse_iterator, defaultdict, deque
from _runtime import set_global as _set_global

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_homes = {
    "ChainMap": "_chainmap", "Counter": "_counter", "_count_elements": "_counter", "UserDict": "_user", "UserList": "_user", "UserString": "_user",
    "namedtuple": "_namedtuple",
}
# deque is a MutableSequence, whichever of the two modules is read first.
_abstract = __import__("sys").modules.get("_collections_abc")
if _abstract is not None:
    _abstract.MutableSequence.register(deque)
del _abstract


def __getattr__(name):
    home = _homes.get(name)
    if home is not None:
        module = __import__("collections." + home, None, None, [name])
        return _set_global(name, getattr(module, name))
    if name == "abc":
        import collections.abc
        return collections.abc
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted(set(globals()) | set(__all__))
