"""Higher-order functions (library reference, "functools"). What is called often is native: reduce, partial, cmp_to_key, the cache itself."""
from _functools import _keep, _kept, _lru_cache_wrapper, cmp_to_key, partial, reduce
from _operator import attrgetter
from _thread import RLock

__all__ = """update_wrapper wraps WRAPPER_ASSIGNMENTS WRAPPER_UPDATES total_ordering cache cmp_to_key lru_cache reduce partial partialmethod
    singledispatch singledispatchmethod cached_property""".split()

_absent = object()
_GenericAlias = type(list[int])

# ---- wrappers

WRAPPER_UPDATES = ("__dict__",)
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Gives a function the looks of the one that it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, _absent)
        if value is not _absent:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, ()))
    wrapper.__wrapped__ = wrapped  # last: __dict__ may have brought that of the wrapped function
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for wrappers of the function: update_wrapper() with the rest given."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering: the other comparisons from one
#
# A comparison is known by its root (what the class defines) in one of five ways: as its negation, with equality put in or taken out, or both.

def _negated(method_of):
    def compare(self, other):
        answer = method_of(type(self))(self, other)
        return answer if answer is NotImplemented else not answer
    return compare


def _or_equal(method_of):
    def compare(self, other):
        answer = method_of(type(self))(self, other)
        return answer if answer is NotImplemented else answer or self == other
    return compare


def _but_unequal(method_of):
    def compare(self, other):
        answer = method_of(type(self))(self, other)
        return answer if answer is NotImplemented else answer and self != other
    return compare


def _negated_or_equal(method_of):
    def compare(self, other):
        answer = method_of(type(self))(self, other)
        return answer if answer is NotImplemented else not answer or self == other
    return compare


def _negated_but_unequal(method_of):
    def compare(self, other):
        answer = method_of(type(self))(self, other)
        return answer if answer is NotImplemented else not answer and self != other
    return compare


_signs = {"lt": "<", "le": "<=", "gt": ">", "ge": ">="}  # in the order of preference of roots
_negations = {"lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}
_ways = {  # what is wanted, with which direction: how it is made, and how that is told
    "negation": (_negated, "(not a {0} b)"),
    "same, e": (_or_equal, "(a {0} b) or (a == b)"),
    "same, t": (_but_unequal, "(a {0} b) and (a != b)"),
    "turned, e": (_negated_or_equal, "(not a {0} b) or (a == b)"),
    "turned, t": (_negated_but_unequal, "(not a {0} b) and (a != b)"),
}


def _derived(wanted, root):
    # The function for one comparison by another; made once, and to be found in this module under its name (for pickle).
    name = f"_{wanted}_from_{root}"
    function = globals().get(name)
    if function is None:
        direction = "same" if wanted[0] == root[0] else "turned"
        make, told = _ways["negation" if wanted == _negations[root] else f"{direction}, {wanted[1]}"]
        function = globals()[name] = make(attrgetter(f"__{root}__"))
        function.__name__ = f"__{wanted}__"
        function.__qualname__ = name
        function.__doc__ = f"Return a {_signs[wanted]} b.  Computed by @total_ordering from {told.format(_signs[root])}."
    return function


def __getattr__(name):
    wanted, _, root = name[1:].partition("_from_")
    if name[0] == "_" and wanted != root and wanted in _signs and root in _signs:
        return _derived(wanted, root)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def total_ordering(cls):
    """Class decorator: adds the comparisons that are missing, given one of them."""
    defined = [name for name in _signs if getattr(cls, f"__{name}__", None) is not getattr(object, f"__{name}__")]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name in _signs:
        if name not in defined:
            setattr(cls, f"__{name}__", _derived(name, defined[0]))
    return cls


# ---- partialmethod

class partialmethod:
    """A method with some arguments given already. What it calls may be any descriptor."""

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            # one of another is one of the function within
            args, keywords, func = func.args + args, func.keywords | keywords, func.func
        elif not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        positional = ", ".join([repr(value) for value in self.args])
        named = ", ".join([f"{name}={value!r}" for name, value in self.keywords.items()])
        return "{}.{}({}, {}, {})".format(cls.__module__, cls.__qualname__, self.func, positional, named)

    def __get__(self, obj, cls=None):
        func = self.func
        if hasattr(func, "__get__") and not isinstance(func, partial):
            bound = func.__get__(obj, cls)
            if bound is not func:  # the descriptor has bound it: only the arguments are to be put in
                method = partial(bound, *self.args, **self.keywords)
                owner = getattr(bound, "__self__", _absent)
                if owner is not _absent:
                    method.__self__ = owner
                return method
        return self._as_function().__get__(obj, cls)

    def _as_function(self):
        # A function, so that binding puts the instance before the arguments that are given.
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **(self.keywords | keywords))
        _method._partialmethod = self  # inspect.signature() asks for it
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(_GenericAlias)


# ---- caches

def _CacheInfo(hits, misses, maxsize, currsize):
    # The named tuple takes the place of this function when it is first asked for: few scripts do.
    global _CacheInfo
    from collections import namedtuple
    _CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize", module="functools")
    return _CacheInfo(hits, misses, maxsize, currsize)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, lambda *numbers: _CacheInfo(*numbers))
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """Decorator: remembers the results of the last `maxsize` different calls (None: of all calls)."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)  # @lru_cache without parentheses
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def cache(user_function, /):
    """Decorator: remembers the results of all calls."""
    return _cached(user_function, None, False)


class cached_property:
    """A property that is computed once and then kept among the attributes of the instance."""

    attrname = None

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = getattr(func, "__module__", None)

    def __set_name__(self, owner, name):
        known = self.attrname
        if known is not None and known != name:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({known!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = _kept(instance, name, _absent)
        if value is _absent:
            value = self.func(instance)
            _keep(instance, name, value)
            return value
        if value is not NotImplemented:
            return value
        try:
            space = instance.__dict__
        except AttributeError:
            kind = type(instance).__name__
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        value = space.get(name, _absent)
        if value is not _absent:
            return value
        value = self.func(instance)
        try:
            space[name] = value
        except TypeError:
            message = "The '__dict__' attribute on {!r} instance does not support item assignment for caching {!r} property."
            raise TypeError(message.format(type(instance).__name__, name)) from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


# ---- single dispatch
#
# The implementation for a class is that of the first registered class in its MRO. Abstract classes that it belongs to without deriving from
# them (they were told by register(), or answer by __subclasshook__) are put into that order first.

def _merge(chains):
    # The order in which each chain's order is kept (C3: the first head that lies behind no other).
    stacks = [list(reversed(chain)) for chain in chains if chain]
    behind = {}
    for stack in stacks:
        for waiting in stack[:-1]:
            behind[waiting] = behind.get(waiting, 0) + 1
    order = []
    while stacks:
        heads = (stack[-1] for stack in stacks if not behind.get(stack[-1]))
        head = next(heads, None)
        if head is None:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(head)
        for stack in stacks:
            if stack[-1] is head:
                stack.pop()
                if stack:
                    behind[stack[-1]] -= 1
        stacks = [stack for stack in stacks if stack]
    return order


def _c3_mro(cls, abcs=None):
    # The MRO of cls with these abstract classes. Those that come in through cls itself stand after its last base that is an abstract class.
    bases = cls.__bases__
    place = max((n for n, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    new, passed_on = [], []
    for candidate in abcs or ():
        is_new = issubclass(cls, candidate) and not any(issubclass(base, candidate) for base in bases)
        (new if is_new else passed_on).append(candidate)
    named, others = list(bases[:place]), list(bases[place:])
    chains = [_c3_mro(parent, passed_on) for parent in named + new + others]
    return _merge([[cls], *chains, named, new, others])


def _compose_mro(cls, types):
    derived_from = set(cls.__mro__)
    virtual = [t for t in types if t not in derived_from and hasattr(t, "__mro__") and not isinstance(t, _GenericAlias) and issubclass(cls, t)]
    # only the most special ones, as their own bases come with them
    virtual = [t for t in virtual if all(t is other or t not in other.__mro__ for other in virtual)]
    abstract = {}  # as an ordered set
    for t in virtual:
        # by way of its subclasses that cls belongs to, longest way first, or on its own
        ways = [
            [base for base in sub.__mro__ if base in virtual]
            for sub in t.__subclasses__() if sub not in derived_from and issubclass(cls, sub)
        ]
        for way in sorted(ways, key=len, reverse=True) or [[t]]:
            abstract.update(dict.fromkeys(way))
    return _c3_mro(cls, abstract)


def _implementation(cls, registry):
    mro = _compose_mro(cls, registry)
    registered = [n for n, t in enumerate(mro) if t in registry]
    if not registered:
        return registry.get(None)
    first = registered[0]
    best = mro[first]
    if registered[1:2] == [first + 1]:
        # Two in a row, neither a base of cls and the first no subclass of the second: their order means nothing.
        rival = mro[first + 1]
        if rival not in cls.__mro__ and best not in cls.__mro__ and not issubclass(best, rival):
            raise RuntimeError(f"Ambiguous dispatch: {best} or {rival}")
    return registry[best]


class _Dispatcher:
    """The implementations of a generic function, and which of them were found for the classes asked about."""

    def __init__(self, default):
        self.registry = {object: default}
        self.found = {}
        self.token = None  # once an abstract class is registered: of the registrations with abstract classes that `found` is good for

    def dispatch(self, cls):
        if self.token is not None:
            self._check_token()
        found = self.found.get(cls)
        if found is None:
            found = self.registry.get(cls) or _implementation(cls, self.registry)
            self.found[cls] = found
        return found

    def _check_token(self):
        from abc import get_cache_token
        token = get_cache_token()
        if token != self.token:
            self.found.clear()
            self.token = token

    def register(self, cls, func=None):
        if _dispatchable(cls) is not None:
            if func is None:
                return lambda function: self.register(cls, function)
        elif func is not None:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        else:
            func, cls = cls, _annotated_class(cls)
        self.registry.update(dict.fromkeys(_dispatchable(cls), func))
        if self.token is None and hasattr(cls, "__abstractmethods__"):
            from abc import get_cache_token
            self.token = get_cache_token()
        self.found.clear()
        return func


def _is_union(cls):
    from typing import get_origin, Union
    return get_origin(cls) in (Union, type(int | str))


def _dispatchable(cls):
    # The classes that this names, if it may be registered: a class, or a union of classes.
    if isinstance(cls, type) and not isinstance(cls, _GenericAlias):
        return (cls,)
    if hasattr(cls, "__args__") and _is_union(cls):
        if all(isinstance(member, type) for member in cls.__args__):
            return cls.__args__
    return None


def _annotated_class(function):
    # What the first annotation of a function says.
    if not getattr(function, "__annotations__", None):
        raise TypeError(f"Invalid first argument to `register()`: {function!r}. "
                        f"Use either `@register(some_class)` or plain `@register` on an annotated function.")
    from typing import get_type_hints
    for name, cls in get_type_hints(function).items():
        if _dispatchable(cls) is None:
            reason = "not all arguments are classes" if _is_union(cls) else "is not a class"
            raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {reason}.")
        return cls


def singledispatch(func):
    """Makes a function generic: which implementation is called depends on the class of the first argument."""
    from types import MappingProxyType
    dispatcher = _Dispatcher(func)
    implementation = dispatcher.dispatch
    name = getattr(func, "__name__", "singledispatch function")

    def wrapper(*args, **kw):
        if args:
            return implementation(args[0].__class__)(*args, **kw)
        raise TypeError(f"{name} requires at least 1 positional argument")

    def dispatch(cls):
        """The implementation for a class."""
        return implementation(cls)

    def register(cls, func=None):
        """Makes func the implementation for a class, or for each of a union. A decorator, with the class or with an annotated function."""
        return dispatcher.register(cls, func)

    wrapper.register, wrapper.dispatch = register, dispatch
    wrapper.registry = MappingProxyType(dispatcher.registry)
    wrapper._clear_cache = dispatcher.found.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """Makes a method generic: which implementation is called depends on the class of the first argument after self (or cls)."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        """Makes the method the implementation for a class, as register() of a generic function does."""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
