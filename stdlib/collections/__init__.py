"""Specialised containers (library reference, "collections"). Each is in a module of its own, read when it is asked for."""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_homes = {
    "ChainMap": "_chainmap", "Counter": "_counter", "_count_elements": "_counter", "OrderedDict": "_ordered", "UserDict": "_user",
    "UserList": "_user", "UserString": "_user", "defaultdict": "_defaultdict", "deque": "_deque", "namedtuple": "_namedtuple",
}


def __getattr__(name):
    home = _homes.get(name)
    if home is not None:
        module = __import__("collections." + home, None, None, [name])
        value = globals()[name] = getattr(module, name)
        return value
    if name == "abc":
        import collections.abc
        return collections.abc
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted(set(globals()) | set(__all__))
