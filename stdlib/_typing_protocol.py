"""typing: Protocol."""
from _abc_parts import begin_protocol as _begin_protocol, new_class as _new_class, note_protocol as _note_protocol
from abc import ABCMeta, _State
from _typing_forms import Generic, _GenericAlias, _caller
import _typing_forms
import typing

__name__ = "typing"

_excluded = frozenset((
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol",
    "_is_runtime_protocol", "__protocol_attrs__", "__non_callable_proto_members__", "__callable_proto_members_only__", "__type_params__",
    "__static_attributes__", "__firstlineno__", "_MutableMapping__marker", "__qualname__", "_abc_impl", "__classcell__", "__classdictcell__",
))
_allowed_bases = {
    "collections.abc": ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized", "Container",
                        "Collection", "Reversible", "Buffer"),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager"),
}
_absent = object()


def _static_attribute(instance, name):
    # The attribute as it lies in the instance or its classes: no property and no __getattr__ runs.
    try:
        own = object.__getattribute__(instance, "__dict__")
    except AttributeError:
        own = ()
    if type(own) is dict and name in own:
        return own[name]
    if isinstance(instance, type):
        for base in instance.__mro__:
            if name in base.__dict__:
                return base.__dict__[name]
    for base in type(instance).__mro__:
        if name in base.__dict__:
            value = base.__dict__[name]
            if type(value).__name__ == "member_descriptor":
                return getattr(instance, name, _absent)
            return value
    return _absent


def _is_caller_lenient():
    # abc and functools ask whether a class is a subclass of any other: they are answered, not refused.
    return _caller(3) in ("abc", "functools", None)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif len(bases) > 1 and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__name__ in _allowed_bases.get(base.__module__, ())
                        or isinstance(base, _ProtocolMeta) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if mcls is _ProtocolMeta and not kwargs:
            return _new_class(mcls, name, bases, namespace, _State)
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        _note_protocol(cls, _excluded)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not _is_caller_lenient():
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not cls.__callable_proto_members_only__ and "__subclasshook__" in cls.__dict__ and cls.__dict__["__subclasshook__"] is _proto_hook:
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not _is_caller_lenient():
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for attr in cls.__protocol_attrs__:
            value = _static_attribute(instance, attr)
            if value is _absent or value is None and callable(getattr(cls, attr, None)):
                return False
        return True


@classmethod
def _proto_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = base.__dict__.get("__annotations__", {})
            if isinstance(other, _ProtocolMeta) and getattr(other, "_is_protocol", False) and attr in annotations:
                break
        else:
            return NotImplemented
    return True


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    # A class that inherits from protocols: the first other __init__ of its MRO is its own.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        if not args and not kwargs and _begin_protocol(cls, Protocol, Generic, _GenericAlias, _proto_hook, _no_init_or_replace_init):
            return
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any([b is Protocol for b in cls.__bases__])
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


typing.Protocol = _typing_forms._Protocol = Protocol


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Return True if the given type is a Protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """Return the set of members defined in a Protocol."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)
