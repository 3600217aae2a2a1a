"""Functions that say how to copy and pickle objects of a type (library reference, "copyreg")."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}  # class -> function that says how to make an object again


def constructor(object):
    """Declares a callable fit for making objects when unpickling: nothing but a check."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Declares the function that reduces objects of a class."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def pickle_complex(c):
    """How complex numbers are reduced."""
    return complex, (c.real, c.imag)


def pickle_union(obj):
    """How unions like int | str are reduced."""
    from functools import reduce
    from _operator import or_
    return reduce, (or_, obj.__args__)


dispatch_table |= {complex: pickle_complex, type(int | str): pickle_union}


# Pickles name these two: what object.__reduce_ex__ says from protocol 2 on.

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


# ---- protocols 0 and 1: what object.__reduce_ex__ says

_MADE_BY_SCRIPT = 1 << 9  # of a class's __flags__


def _reconstructor(cls, base, state):
    # Named by pickles. `state` is what the built-in base makes its part of the object from.
    made = object.__new__(cls) if base is object else base.__new__(cls, state)
    if base is not object and base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    assert proto < 2
    cls = self.__class__
    base = next((base for base in cls.__mro__ if not base.__flags__ & _MADE_BY_SCRIPT), object)
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    made = _reconstructor, (cls, base, None if base is object else base(self))
    state = _old_state(self)
    return (*made, state) if state else made


def _old_state(self):
    # These protocols have no place for what is in slots.
    try:
        own = self.__getstate__
    except AttributeError:
        return None
    has_default = isinstance(self, type) or type(self).__getstate__ is object.__getstate__
    if has_default and getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    return own()


def _slotnames(cls):
    # The names of all slots, as attributes are called: private ones with the name of their class.
    names = []
    for base in cls.__mro__:
        slots = vars(base).get("__slots__", ())
        prefix = base.__name__.lstrip("_")
        for name in [slots] if isinstance(slots, str) else slots:
            is_private = name.startswith("__") and not name.endswith("__")
            if name not in ("__dict__", "__weakref__"):
                names.append(f"_{prefix}{name}" if is_private and prefix else name)
    return names


# ---- short codes for what is pickled often

_extension_registry = {}  # (module, name) -> code
_inverted_registry = {}   # code -> (module, name)
_extension_cache = {}     # code -> object


def add_extension(module, name, code):
    """Gives a number to an object that is found by its name: pickles say the number instead."""
    code, key = int(code), (module, name)
    if code < 1 or code >= 1 << 31:
        raise ValueError("code out of range")
    known_code, known_key = _extension_registry.get(key), _inverted_registry.get(code)
    if known_code == code and known_key == key:
        return
    if known_code is not None:
        raise ValueError(f"key {key} is already registered with code {known_code}")
    if known_key is not None:
        raise ValueError(f"code {code} is already in use for key {known_key}")
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Takes the number back. For tests only: pickles with the number can't be read any more."""
    key = module, name
    if (_extension_registry.get(key), _inverted_registry.get(code)) != (code, key):
        raise ValueError(f"key {key} is not registered with code {code}")
    for table, entry in (_extension_registry, key), (_inverted_registry, code), (_extension_cache, code):
        table.pop(entry, None)


def clear_extension_cache():
    """Forgets which objects have been found."""
    _extension_cache.clear()
