"""The abstract classes of collections.abc. In a module of its own, so that they can be had without the package.

Three kinds of class: those that any type belongs to which has certain methods (`_structural` gives them their hook), and those that add
methods to the few a subclass must write, for sets, mappings and sequences. What these have in common stands before them.
"""

from abc import ABCMeta, abstractmethod, _register_known, _share_pattern
from itertools import chain, count, filterfalse
from _operator import countOf
from _runtime import defines_all

__name__ = "collections.abc"
_GenericAlias = type(list[int])

__all__ = """Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized Container Callable
    Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence ByteString Buffer""".split()


def _structural(*methods, subscript=None):
    """Decorates an abstract class: a type with all of these methods is a subclass of it (of it alone: its subclasses have to be named)."""
    def decorate(abstract):
        def __subclasshook__(cls, C):
            return True if cls is abstract and defines_all(C, methods) else NotImplemented
        abstract.__subclasshook__ = classmethod(__subclasshook__)
        if subscript is not None:
            abstract.__class_getitem__ = classmethod(subscript)
        return abstract
    return decorate


def _throw(typ, val, tb):
    # The exception that the three arguments of throw() mean.
    error = typ if val is None and tb is None else typ() if val is None else val
    raise error if tb is None else error.with_traceback(tb)


def _resuming(kind):
    """send(), throw() and close() of the class of this name."""
    @abstractmethod
    def send(self, value):
        """Resumes it with a value; returns what it yields next."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raises an exception where it waits; returns what it yields next."""
        _throw(typ, val, tb)

    def close(self):
        """Ends it: raises GeneratorExit where it waits."""
        try:
            self.throw(GeneratorExit)
        except (StopIteration, GeneratorExit):
            return
        raise RuntimeError(kind + " ignored GeneratorExit")

    for method in (send, throw, close):
        method.__qualname__ = f"{kind.title()}.{method.__name__}"
    return send, throw, close


def _exhaust(take, emptied):
    # Takes until there is nothing more.
    try:
        while True:
            take()
    except emptied:
        pass


def _each(action, values):
    for value in values:
        action(value)


# ---- one method, or a few

@_structural("__hash__")
class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_structural("__len__")
class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_structural("__contains__", subscript=_GenericAlias)
class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False


def _callable_alias(cls, args):
    from typing import _callable_generic_alias
    return _callable_generic_alias(cls, args)


@_structural("__call__", subscript=_callable_alias)
class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


@_structural("__buffer__")
class Buffer(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError


_register_known(Buffer, (bytes, bytearray, memoryview))


# ---- iteration

@_structural("__iter__", subscript=_GenericAlias)
class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        yield from ()


@_structural("__iter__", "__next__")
class Iterator(Iterable):
    __slots__ = ()

    def __iter__(self):
        return self

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration after the last."""
        raise StopIteration


@_structural("__reversed__", "__iter__")
class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@_structural("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    __slots__ = ()

    def __next__(self):
        """The next item; StopIteration after the last."""
        return self.send(None)

    send, throw, close = _resuming("generator")


@_structural("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    __slots__ = ()


# ---- what is awaited

@_structural("__await__", subscript=_GenericAlias)
class Awaitable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield


@_structural("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    __slots__ = ()

    send, throw, close = _resuming("coroutine")


@_structural("__aiter__", subscript=_GenericAlias)
class AsyncIterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_structural("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    __slots__ = ()

    def __aiter__(self):
        return self

    @abstractmethod
    async def __anext__(self):
        """The next item; StopAsyncIteration after the last."""
        raise StopAsyncIteration


@_structural("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    __slots__ = ()

    async def __anext__(self):
        """The next item; StopAsyncIteration after the last."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Resumes the generator with a value; returns what it yields next."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raises an exception where the generator waits; returns what it yields next."""
        _throw(typ, val, tb)

    async def aclose(self):
        """Ends the generator: raises GeneratorExit where it waits."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


# ---- sets

class Set(Collection):
    """A finite collection without duplicates. Subclasses provide __contains__, __iter__ and __len__."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """How the operators make their results. To be overridden where the class isn't called with an iterable."""
        return cls(it)

    # The comparisons: sizes first, as they may save the search.

    def __eq__(self, other):
        if isinstance(other, Set):
            return len(self) == len(other) and self.__le__(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, Set):
            return len(self) <= len(other) and _is_part(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, Set):
            return len(self) < len(other) and self.__le__(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, Set):
            return len(self) >= len(other) and _is_part(other, self)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, Set):
            return len(self) > len(other) and self.__ge__(other)
        return NotImplemented

    def isdisjoint(self, other):
        """Whether no value is in both."""
        return not any(map(self.__contains__, other))

    # The operators take any iterable at their other side; as a set where it is asked for its members.

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(filter(self.__contains__, other))
        return NotImplemented

    __rand__ = __and__

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(chain(self, other))
        return NotImplemented

    __ror__ = __or__

    def __sub__(self, other):
        other = _set_like(self, other)
        return other if other is NotImplemented else self._from_iterable(filterfalse(other.__contains__, self))

    def __rsub__(self, other):
        other = _set_like(self, other)
        return other if other is NotImplemented else self._from_iterable(filterfalse(self.__contains__, other))

    def __xor__(self, other):
        other = _set_like(self, other)
        return other if other is NotImplemented else (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """A hash for the set, the same as that of an equal frozenset. For classes that are hashable to use as their __hash__."""
        return hash(frozenset(self))


def _is_part(small, large):
    return all(map(large.__contains__, small))


def _set_like(model, values):
    # `values` as a set, made like `model` where it is none.
    if isinstance(values, Set):
        return values
    return model._from_iterable(values) if isinstance(values, Iterable) else NotImplemented


class MutableSet(Set):
    """A set that changes: subclasses provide add() and discard() as well."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Makes the value a member."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Removes the value, if it is a member."""
        raise NotImplementedError

    def remove(self, value):
        """Removes the value; KeyError when it isn't a member."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Removes some member and returns it; KeyError when there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Removes all members. Slow, as each is asked for anew: override it."""
        _exhaust(self.pop, KeyError)

    def __ior__(self, it):
        _each(self.add, it)
        return self

    def __iand__(self, it):
        _each(self.discard, self - it)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            _each(self.discard, it)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self


# ---- mappings and their views

class Mapping(Collection):
    """Values found by keys. Subclasses provide __getitem__, __iter__ and __len__."""

    __slots__ = ()
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        """The value of the key, or the default."""
        try:
            found = self[key]
        except KeyError:
            found = default
        return found

    def keys(self):
        """A view of the keys, which is a set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def items(self):
        """A view of the pairs of keys and values, which is a set."""
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


class MappingView(Sized):
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()
    _from_iterable = KeysView.__dict__["_from_iterable"]

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        return value in map(self._mapping.__getitem__, self._mapping)


_required = object()


class MutableMapping(Mapping):
    """A mapping that changes: subclasses provide __setitem__ and __delitem__ as well."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_required):
        """Removes the key and returns its value; when it isn't there the default, and KeyError without one."""
        try:
            found = self[key]
        except KeyError:
            if default is not _required:
                return default
            raise
        del self[key]
        return found

    def popitem(self):
        """Removes some key and returns it with its value; KeyError when there is none."""
        for key in self:
            pair = key, self[key]
            del self[key]
            return pair
        raise KeyError

    def clear(self):
        """Removes all keys. Slow, as each is asked for anew: override it."""
        _exhaust(self.popitem, KeyError)

    def update(self, other=(), /, **kwds):
        """Sets what a mapping, or something else with keys(), or an iterable of pairs holds, then the named arguments."""
        keys = other if isinstance(other, Mapping) else other.keys() if hasattr(other, "keys") else None
        if keys is None:
            for key, self[key] in other:
                pass
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]

    def setdefault(self, key, default=None):
        """The value of the key, which is set to the default where it isn't there."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default


# ---- sequences

class Sequence(Reversible, Collection):
    """Values in order, found by their index. Subclasses provide __getitem__ and __len__."""

    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        try:
            for index in count():
                yield self[index]
        except IndexError:
            pass

    def __reversed__(self):
        index = len(self)
        while index > 0:
            index -= 1
            yield self[index]

    def __contains__(self, value):
        return value in iter(self)

    def index(self, value, start=0, stop=None):
        """Where the value is first found between start and stop; ValueError when it isn't."""
        place = start if start is None or start >= 0 else max(start + len(self), 0)
        end = stop if stop is None or stop >= 0 else stop + len(self)
        while end is None or place < end:
            try:
                found = self[place]
            except IndexError:
                break
            if found is value or found == value:
                return place
            place += 1
        raise ValueError

    def count(self, value):
        """How often the value is there."""
        return countOf(self, value)


class _ByteStringMeta(ABCMeta):
    # Whoever asks for it, or makes one, hears that it goes.

    def __new__(cls, name, bases, namespace, /, **kwds):
        if name != "ByteString":
            cls._deprecated()
        return super().__new__(cls, name, bases, namespace, **kwds)

    def __instancecheck__(cls, instance):
        cls._deprecated()
        return super().__instancecheck__(instance)

    @staticmethod
    def _deprecated():
        from warnings import warn
        warn("'collections.abc.ByteString' is deprecated and slated for removal in Python 3.14", DeprecationWarning, stacklevel=3)


class ByteString(Sequence, metaclass=_ByteStringMeta):
    """What bytes and bytearray have in common."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that changes: subclasses provide __setitem__, __delitem__ and insert() as well."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Puts the value before the index."""
        raise IndexError

    def append(self, value):
        """Puts the value at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Puts each of the values at the end."""
        _each(self.append, list(values) if values is self else values)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Removes what is at the index and returns it; IndexError when there is none."""
        found = self[index]
        del self[index]
        return found

    def remove(self, value):
        """Removes the first such value; ValueError when there is none."""
        del self[self.index(value)]

    def clear(self):
        """Removes all. Slow, as each is asked for anew: override it."""
        _exhaust(self.pop, IndexError)

    def reverse(self):
        """Turns the order around, in place."""
        left, right = 0, len(self) - 1
        while left < right:
            self[left], self[right] = self[right], self[left]
            left, right = left + 1, right - 1


# ---- the built-in types among them

def _register_natives():
    modules = __import__("sys").modules
    for abstract, *types in (
        (Set, frozenset), (MutableSet, set),
        (Mapping, type(type.__dict__)), (MutableMapping, dict),
        (KeysView, type({}.keys())), (ItemsView, type({}.items())), (ValuesView, type({}.values())),
        (Sequence, tuple, str, range, memoryview), (ByteString, bytes, bytearray), (MutableSequence, list, bytearray),
    ):
        _register_known(abstract, types)
    # These may have been imported before; they register themselves when they come later.
    for module, name in ("_collections", "deque"), ("array", "array"):
        if module in modules:
            MutableSequence.register(getattr(modules[module], name))
    if hasattr(modules.get("weakref"), "WeakSet"):
        MutableSet.register(modules["weakref"].WeakSet)
        _each(MutableMapping.register, (modules["weakref"].WeakKeyDictionary, modules["weakref"].WeakValueDictionary))


_share_pattern("mapping", Mapping)
_share_pattern("sequence", Sequence)
_register_natives()


def __getattr__(name):
    # Types without a name of their own, which packages take from CPython's module.
    makers = {
        "dict_keys": lambda: {}.keys(), "dict_values": lambda: {}.values(), "dict_items": lambda: {}.items(), "dict_keyiterator": lambda: iter({}),
        "dict_valueiterator": lambda: iter({}.values()), "dict_itemiterator": lambda: iter({}.items()), "list_iterator": lambda: iter([]),
        "list_reverseiterator": lambda: reversed([]), "tuple_iterator": lambda: iter(()), "set_iterator": lambda: iter(set()), "str_iterator": lambda: iter(""),
        "bytes_iterator": lambda: iter(b""), "bytearray_iterator": lambda: iter(bytearray()), "range_iterator": lambda: iter(range(0)),
        "longrange_iterator": lambda: iter(range(1 << 1000)), "zip_iterator": lambda: iter(zip()), "mappingproxy": lambda: type.__dict__,
        "generator": lambda: (_ for _ in ()),
    }
    maker = makers.get(name)
    if maker is None:
        raise AttributeError(f"module '_collections_abc' has no attribute {name!r}")
    return globals().setdefault(name, type(maker()))


def _check_methods(C, *methods):
    """What a class's __subclasshook__ answers by: whether the type has all the methods."""
    return True if defines_all(C, methods) else NotImplemented
