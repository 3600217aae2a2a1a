"""Weak references: they do not keep the object they refer to alive (library reference, "weakref").

An object dies when the collector finds that nothing refers to it any more; until then a weak reference still gives it.
"""
import _operator
import sys
import _weakref
from _weakref import ReferenceType, getweakrefcount, ref

_GenericAlias = type(list[int])

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
    "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]


# ---- proxies

def _referent(p):
    o = object.__getattribute__(p, "_reference")()
    if o is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return o


def _plain(o):
    return _referent(o) if type(o) in (ProxyType, CallableProxyType) else o


class _ProxyReference(ref):
    """What a proxy refers by: nobody else's, and it knows its proxy."""

    __slots__ = ("proxy", "is_shared")


def getweakrefs(object, /):
    """Return a list of all weak reference objects that point to 'object'."""
    found = [r.proxy if type(r) is _ProxyReference else r for r in _weakref.getweakrefs(object)]
    found.sort(key=lambda r: type(r) is not ref or r.__callback__ is not None)  # the shared one first
    return found


class ProxyType:
    __slots__ = ("_reference", "__weakref__")
    __hash__ = None

    def __init__(self, o, callback=None):
        told = None if callback is None else lambda reference: callback(reference.proxy)
        reference = _ProxyReference(o, told)
        reference.proxy, reference.is_shared = self, callback is None
        object.__setattr__(self, "_reference", reference)

    def __getattribute__(self, name): return getattr(_referent(self), name)
    def __setattr__(self, name, value): setattr(_referent(self), name, value)
    def __delattr__(self, name): delattr(_referent(self), name)
    def __repr__(self):
        o = object.__getattribute__(self, "_reference")()
        return f"<weakproxy at {id(self):#x} to {type(o).__name__} at {id(o):#x}>"
    def __str__(self): return str(_referent(self))
    def __bytes__(self): return bytes(_referent(self))
    def __bool__(self): return bool(_referent(self))
    def __dir__(self): return dir(_referent(self))
    def __len__(self): return len(_referent(self))
    def __getitem__(self, key): return _referent(self)[_plain(key)]
    def __setitem__(self, key, value): _referent(self)[_plain(key)] = value
    def __delitem__(self, key): del _referent(self)[_plain(key)]
    def __contains__(self, item): return _plain(item) in _referent(self)
    def __iter__(self): return iter(_referent(self))
    def __next__(self):
        o = _referent(self)
        if not hasattr(type(o), "__next__"):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type(o).__name__}' object")
        return next(o)

    def __reversed__(self): return reversed(_referent(self))
    def __enter__(self): return _referent(self).__enter__()
    def __exit__(self, *details): return _referent(self).__exit__(*details)
    def __int__(self): return int(_referent(self))
    def __float__(self): return float(_referent(self))
    def __index__(self): return _referent(self).__index__()
    def __neg__(self): return -_referent(self)
    def __pos__(self): return +_referent(self)
    def __abs__(self): return abs(_referent(self))
    def __invert__(self): return ~_referent(self)
    def __eq__(self, other): return _referent(self) == _plain(other)
    def __ne__(self, other): return _referent(self) != _plain(other)
    def __lt__(self, other): return _referent(self) < _plain(other)
    def __le__(self, other): return _referent(self) <= _plain(other)
    def __gt__(self, other): return _referent(self) > _plain(other)
    def __ge__(self, other): return _referent(self) >= _plain(other)
    def __add__(self, other): return _referent(self) + _plain(other)
    def __radd__(self, other): return _plain(other) + _referent(self)
    def __sub__(self, other): return _referent(self) - _plain(other)
    def __rsub__(self, other): return _plain(other) - _referent(self)
    def __mul__(self, other): return _referent(self) * _plain(other)
    def __rmul__(self, other): return _plain(other) * _referent(self)
    def __matmul__(self, other): return _referent(self) @ _plain(other)
    def __rmatmul__(self, other): return _plain(other) @ _referent(self)
    def __truediv__(self, other): return _referent(self) / _plain(other)
    def __rtruediv__(self, other): return _plain(other) / _referent(self)
    def __floordiv__(self, other): return _referent(self) // _plain(other)
    def __rfloordiv__(self, other): return _plain(other) // _referent(self)
    def __mod__(self, other): return _referent(self) % _plain(other)
    def __rmod__(self, other): return _plain(other) % _referent(self)
    def __divmod__(self, other): return divmod(_referent(self), _plain(other))
    def __rdivmod__(self, other): return divmod(_plain(other), _referent(self))
    def __pow__(self, other, modulus=None): return pow(_referent(self), _plain(other), modulus)
    def __rpow__(self, other): return _plain(other) ** _referent(self)
    def __lshift__(self, other): return _referent(self) << _plain(other)
    def __rlshift__(self, other): return _plain(other) << _referent(self)
    def __rshift__(self, other): return _referent(self) >> _plain(other)
    def __rrshift__(self, other): return _plain(other) >> _referent(self)
    def __iadd__(self, other): return _operator.iadd(_referent(self), _plain(other))
    def __isub__(self, other): return _operator.isub(_referent(self), _plain(other))
    def __imul__(self, other): return _operator.imul(_referent(self), _plain(other))
    def __imatmul__(self, other): return _operator.imatmul(_referent(self), _plain(other))
    def __itruediv__(self, other): return _operator.itruediv(_referent(self), _plain(other))
    def __ifloordiv__(self, other): return _operator.ifloordiv(_referent(self), _plain(other))
    def __imod__(self, other): return _operator.imod(_referent(self), _plain(other))
    def __ipow__(self, other): return _operator.ipow(_referent(self), _plain(other))
    def __ilshift__(self, other): return _operator.ilshift(_referent(self), _plain(other))
    def __irshift__(self, other): return _operator.irshift(_referent(self), _plain(other))
    def __iand__(self, other): return _operator.iand(_referent(self), _plain(other))
    def __ior__(self, other): return _operator.ior(_referent(self), _plain(other))
    def __ixor__(self, other): return _operator.ixor(_referent(self), _plain(other))
    def __and__(self, other): return _referent(self) & _plain(other)
    def __rand__(self, other): return _plain(other) & _referent(self)
    def __or__(self, other): return _referent(self) | _plain(other)
    def __ror__(self, other): return _plain(other) | _referent(self)
    def __xor__(self, other): return _referent(self) ^ _plain(other)
    def __rxor__(self, other): return _plain(other) ^ _referent(self)


class CallableProxyType(ProxyType):
    __slots__ = ()
    __hash__ = None
    def __call__(self, *args, **kwargs): return _referent(self)(*args, **kwargs)


ProxyType.__module__ = CallableProxyType.__module__ = "weakref"
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object, callback=None, /):
    """Create a proxy object that weakly references 'object'."""
    if callback is None:  # one without a callback is shared
        for reference in _weakref.getweakrefs(object):
            if type(reference) is _ProxyReference and reference.is_shared:
                return reference.proxy
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


# ---- methods

class WeakMethod(ref):
    """A reference to a bound method that dies with its object, not with the method (which is made anew at each look-up)."""

    __slots__ = ("_function", "_kind", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            o, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            self = mine()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, o, gone)
        self._function = ref(function, gone)
        self._kind = type(meth)
        self._alive = True
        mine = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        o, function = super().__call__(), self._function()
        return None if o is None or function is None else self._kind(function, o)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        equal = WeakMethod.__eq__(self, other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


# ---- collections

class KeyedRef(ref):
    """A reference that knows the key it is stored under."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class _Mapping:
    """What dictionaries have on top of items, lookup, assignment and deletion."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __contains__(self, key):
        try:
            self[key]
        except (KeyError, TypeError):
            return False
        return True

    def __iter__(self):
        return self.keys()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    _none = object()

    def pop(self, key, default=_none):
        try:
            value = self[key]
        except KeyError:
            if default is _Mapping._none:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key, value in list(self.items())[::-1]:
            del self[key]
            return key, value
        raise KeyError("popitem(): dictionary is empty")

    def clear(self):
        self.data.clear()

    def update(self, other=(), /, **kwargs):
        for key, value in (other.items() if hasattr(other, "items") else [(k, other[k]) for k in other.keys()] if hasattr(other, "keys") else other):
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        new = type(self)()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        new = type(self)()
        new.update(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


class WeakValueDictionary(_Mapping):
    """A dictionary whose entries go when their values die."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        mine = ref(self)

        def remove(reference):
            self = mine()
            if self is not None and self.data.get(reference.key) is reference:
                del self.data[reference.key]
        self._remove = remove
        self.update(other, **kwargs)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return sum(reference() is not None for reference in self.data.values())

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[deepcopy(key, memo)] = value
        return new


class WeakKeyDictionary(_Mapping):
    """A dictionary whose entries go when their keys die."""

    def __init__(self, dict=None):
        self.data = {}
        mine = ref(self)

        def remove(reference):
            self = mine()
            if self is not None:
                self.data.pop(reference, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __len__(self):
        return sum(reference() is not None for reference in self.data)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self.items():
            new[key] = deepcopy(value, memo)
        return new


class WeakSet:
    """A set whose items go when they die."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, data=None):
        self.data = set()
        mine = ref(self)

        def remove(reference):
            self = mine()
            if self is not None:
                self.data.discard(reference)
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(reference() is not None for reference in self.data)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __repr__(self):
        return repr({ref(item) for item in self})

    def add(self, item): self.data.add(ref(item, self._remove))
    def discard(self, item): self.data.discard(ref(item))
    def remove(self, item): self.data.remove(ref(item))
    def clear(self): self.data.clear()
    def copy(self): return self.__class__(self)

    def __reduce__(self):
        state = {name: value for name, value in self.__dict__.items() if name not in ("data", "_remove")}
        return self.__class__, (list(self),), state or None


    def pop(self):
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def _apply(self, name, other):
        return self.__class__(getattr(set(self), name)(set(other)))

    def union(self, other): return self._apply("union", other)
    def intersection(self, other): return self._apply("intersection", other)
    def difference(self, other): return self._apply("difference", other)
    def symmetric_difference(self, other): return self._apply("symmetric_difference", other)
    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection_update(self, other):
        kept = set(other)
        for item in list(self):
            if item not in kept:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other): return set(self) <= set(other)
    def issuperset(self, other): return set(self) >= set(other)
    def isdisjoint(self, other): return set(self).isdisjoint(set(other))
    __le__, __ge__ = issubset, issuperset
    def __lt__(self, other): return set(self) < set(other)
    def __gt__(self, other): return set(self) > set(other)

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None


# ---- finalize

class finalize:
    """Calls a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _registry = {}
    _is_registered = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._is_registered:
            import atexit
            finalize._is_registered = True
            atexit.register(finalize._at_exit)
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs, True
        info.index = len(finalize._registry)
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = finalize._registry.get(self)
        o = info and info.weakref()
        if o is not None and finalize._registry.pop(self, None):
            return o, info.func, info.args, info.kwargs

    def peek(self):
        info = finalize._registry.get(self)
        o = info and info.weakref()
        if o is not None:
            return o, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        o = info and info.weakref()
        if o is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(o).__name__!r} at {id(o):#x}>"

    @classmethod
    def _at_exit(cls):
        def newest():  # asked for again each time: a callback may register further ones
            return next((f for f, info in reversed(cls._registry.items()) if info.atexit), None)
        while f := newest():
            try:
                f()
            except Exception:
                sys.excepthook(*sys.exc_info())


# Known to collections.abc, which asks for those that were imported before it.
if hasattr(sys.modules.get("_collections_abc"), "MutableSet"):
    sys.modules["_collections_abc"].MutableSet.register(WeakSet)
    sys.modules["_collections_abc"].MutableMapping.register(WeakKeyDictionary)
    sys.modules["_collections_abc"].MutableMapping.register(WeakValueDictionary)
