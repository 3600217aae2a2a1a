"""The typing module at run time (library reference, "typing").

Here stands what every typed script asks for; the rest is in _typing_*.py and read when a name of it is wanted (__getattr__ at the end).
"""
from _runtime import set_global as _set_global

TYPE_CHECKING = False

_homes = {}
for _home, _names in (
    ("_typing_forms",
     "Annotated Callable ClassVar Concatenate Final ForwardRef Generic Literal LiteralString Never NoReturn Optional ParamSpec "
     "ParamSpecArgs ParamSpecKwargs Required NotRequired Self Tuple Type TypeAlias TypeAliasType TypeGuard TypeVar TypeVarTuple Union Unpack "
     "AnyStr AbstractSet AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString ChainMap Collection Container "
     "ContextManager Coroutine Counter DefaultDict Deque Dict FrozenSet Generator Hashable ItemsView Iterable Iterator KeysView List "
     "Mapping MappingView Match MutableMapping MutableSequence MutableSet OrderedDict Pattern Reversible Sequence Set Sized ValuesView "
     "_GenericAlias _Final _NotIterable _SpecialForm _UnionGenericAlias _callable_generic_alias _make_type_param _make_type_alias _type_check _type_repr "
     "_CallableGenericAlias _LiteralGenericAlias _AnnotatedAlias _SpecialGenericAlias _BaseGenericAlias _ConcatenateGenericAlias _UnpackGenericAlias"),
    ("_typing_protocol",
     "Protocol runtime_checkable _ProtocolMeta get_protocol_members is_protocol"),
    ("_typing_supports",
     "SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound IO BinaryIO TextIO"),
    ("_typing_records", "NamedTuple TypedDict NewType is_typeddict _TypedDictMeta NamedTupleMeta"),
    ("_typing_hints", "get_type_hints get_origin get_args get_overloads clear_overloads no_type_check no_type_check_decorator _eval_type _strip_annotations"),
):
    for _name in _names.split():
        _homes[_name] = _home
_homes["GenericAlias"] = "types"
del _home, _names, _name

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional", "ParamSpec", "Protocol",
    "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView",
    "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized",
    "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible",
    "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter",
    "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match",
    "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "final", "get_args",
    "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "no_type_check_decorator", "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeAliasType", "Unpack",
]

Text = str


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def cast(typ, val):
    """Has the checker take the value for one of that type. Returns the value."""
    return val


def _tp_cache(func=None, /, *, typed=False):
    """typing_extensions decorates with it what makes types. Here such results are not kept."""
    return func if func is not None else lambda func: func


_overloads = {}  # (module, qualified name) -> {line: function}


def _overload_dummy(*args, **kwds):
    """Helper for @overload to raise when called."""
    raise NotImplementedError(
        "You should not call an overloaded function. "
        "A series of @overload-decorated functions "
        "outside a stub module should always be followed "
        "by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods."""
    plain = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((plain.__module__, plain.__qualname__), {})[plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def _marked(thing, mark):
    # For whoever looks; not everything takes attributes.
    try:
        setattr(thing, mark, True)
    except (TypeError, AttributeError):
        pass
    return thing


def final(f):
    """Decorator: the method is not to be overridden, or the class not to be derived from."""
    return _marked(f, "__final__")


def override(method, /):
    """Decorator: the method is meant to override one of a base class."""
    return _marked(method, "__override__")


def assert_type(val, typ, /):
    """Has the checker confirm that the value is of exactly that type. Returns the value."""
    return val


def assert_never(arg, /):
    """Has the checker confirm that this is never reached."""
    shown = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {shown if len(shown) <= 100 else shown[:100] + '...'}")


def reveal_type(obj, /):
    """Has the checker say what type it infers; says the class at run time. Returns the value."""
    from sys import stderr
    print("Runtime type is", repr(type(obj).__name__), file=stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator: classes made by this (decorator, metaclass or base class) are to be checked as dataclasses."""
    told = dict(eq_default=eq_default, order_default=order_default, kw_only_default=kw_only_default, frozen_default=frozen_default,
                field_specifiers=field_specifiers, kwargs=kwargs)

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = dict(told)
        return cls_or_fn
    return decorator


def type_check_only(func_or_cls):
    return func_or_cls


def __getattr__(name):
    home = _homes.get(name)
    if home is None and name in ("T", "KT", "VT", "T_co", "KT_co", "VT_co", "V_co", "T_contra", "CT_co"):  # not in __all__, but programs import them
        variance = {"covariant": name.endswith("_co"), "contravariant": name.endswith("_contra")}
        return _set_global(name, __getattr__("TypeVar")(name, **variance, **({"bound": type} if name == "CT_co" else {})))
    if home is None:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    module = __import__(home)
    return _set_global(name, getattr(module, name))


def __dir__():
    return sorted(set(globals()) | set(__all__))
