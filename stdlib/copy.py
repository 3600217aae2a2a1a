"""Shallow and deep copies (library reference, "copy")."""

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_atomic = frozenset((
    type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, property, type(...), type(NotImplemented),
    type(len), type(lambda: 0), type([].append),
))


def copy(x):
    """Shallow copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    rv = _reduced(x, cls)
    if isinstance(rv, str):
        return x
    return _reconstruct(x, None, *rv)


def _reduced(x, cls):
    reductor = _dispatch_table().get(cls)
    if reductor is not None:
        return reductor(x)
    if cls.__reduce_ex__ is object.__reduce_ex__ and cls.__reduce__ is object.__reduce__:
        return _plain_reduce(x, cls)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un(deep)copyable object of type {cls}")


def _dispatch_table():
    import sys
    module = sys.modules.get("copyreg")
    return module.dispatch_table if module is not None else {}


_immovable = frozenset((type((lambda: (yield))()), type(type.__dict__), type(iter({}))))


def _plain_reduce(x, cls):
    # What object.__reduce_ex__ says for protocol 4: how to make it again, its state, its items.
    if cls in _immovable:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if cls.__module__ == "builtins" and not issubclass(cls, (list, dict, set, bytearray, BaseException, object)) or cls is type(__import__("sys")):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    keywords = {}
    if hasattr(cls, "__getnewargs_ex__"):
        args, keywords = x.__getnewargs_ex__()
    elif hasattr(cls, "__getnewargs__"):
        args = x.__getnewargs__()
    else:
        args = ()
    list_items = iter(x) if isinstance(x, list) else None
    dict_items = iter(x.items()) if isinstance(x, dict) else None

    def make(cls, *args):
        return cls.__new__(cls, *args, **keywords)
    if issubclass(cls, BaseException):
        return cls, x.args, x.__dict__ or None
    if issubclass(cls, (set, frozenset)):
        return cls, (list(x),), _state(x, cls)
    if issubclass(cls, bytearray):
        return cls, (bytes(x),), _state(x, cls)
    return make, (cls, *args), _state(x, cls), list_items, dict_items


def _state(x, cls):
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return x.__getstate__()
    namespace = getattr(x, "__dict__", None) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name[:2] == "__" and name[-2:] != "__":
                name = f"_{base.__name__.lstrip('_')}{name}"
            try:
                slots[name] = getattr(x, name)
            except AttributeError:
                pass
    return (namespace, slots) if slots else namespace


def deepcopy(x, memo=None, _nil=[]):
    """Deep copy operation on arbitrary Python objects."""
    cls = type(x)
    if cls is int or cls is str or cls is float or cls is bool or x is None:
        return x
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    if cls is list:
        y = []
        memo[d] = y
        append = y.append
        for a in x:
            append(deepcopy(a, memo))
    elif cls is dict:
        y = {}
        memo[d] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = [deepcopy(a, memo) for a in x]
        if d in memo:
            return memo[d]
        for k, j in zip(x, y):
            if k is not j:
                y = tuple(y)
                break
        else:
            y = x
    elif cls in _atomic and cls is not frozenset or issubclass(cls, type):
        return x
    elif cls is type(_Bound().method):
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            rv = _reduced(x, cls) if cls is not frozenset else (frozenset, (list(x),))
            y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
    if y is not x:
        memo[d] = y
        _keep_alive(x, memo)
    return y


class _Bound:
    def method(self):
        pass


def _keep_alive(x, memo):
    # Ids are only good while the object lives.
    kept = memo.get(id(memo))
    if kept is None:
        memo[id(memo)] = [x]
    else:
        kept.append(x)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, state_setter=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if state_setter is not None:
            state_setter(y, state)
        elif hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slotstate = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slotstate = state
            if state is not None:
                y.__dict__.update(state)
            if slotstate is not None:
                for key, value in slotstate.items():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def __getattr__(name):
    if name == "dispatch_table":
        from copyreg import dispatch_table
        return dispatch_table
    raise AttributeError(f"module 'copy' has no attribute {name!r}")
