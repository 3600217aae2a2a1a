"""typing_extensions: the names of typing, and those that are newer than 3.12."""
import typing
from typing import *
from typing import _overloads

__all__ = [*typing.__all__, "Buffer", "Doc", "NoDefault", "ReadOnly", "TypeForm", "TypeIs", "deprecated", "get_original_bases", "runtime",
           "is_protocol", "get_protocol_members", "Format", "IntVar", "NoExtraItems", "Reader", "Sentinel", "Writer", "disjoint_base", "sentinel",
           "evaluate_forward_ref", "get_annotations", "type_repr"]


def __getattr__(name):
    if name in ("TypeIs", "ReadOnly", "TypeForm"):
        from _typing_forms import _GenericAlias, _SpecialForm, _type_check

        def getitem(self, parameters):
            return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only a single type."),))
        getitem.__name__ = name
        made = _SpecialForm(getitem)
    elif name == "Buffer":
        from _collections_abc import Buffer as made
    elif name == "get_original_bases":
        from types import get_original_bases as made
    elif name == "runtime":
        made = typing.runtime_checkable
    elif name == "Format":
        from enum import IntEnum
        made = IntEnum("Format", {"VALUE": 1, "VALUE_WITH_FAKE_GLOBALS": 2, "FORWARDREF": 3, "STRING": 4}, module=__name__)
    else:
        return getattr(typing, name)
    globals()[name] = made
    return made


class NoDefault:
    def __repr__(self):
        return "typing_extensions.NoDefault"


NoDefault = NoDefault()


class NoExtraItems:
    def __repr__(self):
        return "typing_extensions.NoExtraItems"


NoExtraItems = NoExtraItems()


class sentinel:
    """A value that is like no other, with a readable name (PEP 661)."""
    __slots__ = ("__name__", "__dict__")

    def __init_subclass__(cls):
        raise TypeError("type 'sentinel' is not an acceptable base type")

    def __init__(self, name, /):
        if not isinstance(name, str):
            raise TypeError("sentinel name must be a string")
        import sys
        self.__name__ = name
        self.__module__ = sys._getframemodulename(1)

    def __repr__(self):
        return self.__name__

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


class Sentinel:
    """A value that is like no other, with a readable name."""

    def __init__(self, name, repr=None):
        self.__name__ = self._name = name
        self._repr = repr if repr is not None else f"<{name}>"

    def __repr__(self):
        return self._repr

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]

    def __call__(self, *args, **kwargs):
        raise TypeError(f"{type(self).__name__!r} object is not callable")

    def __getstate__(self):
        raise TypeError(f"Cannot pickle {type(self).__name__!r} object")


@runtime_checkable
class Reader(Protocol[typing.T_co]):
    """What can be read from."""
    __slots__ = ()

    def read(self, size=..., /): ...


@runtime_checkable
class Writer(Protocol[typing.T_contra]):
    """What can be written to."""
    __slots__ = ()

    def write(self, data, /): ...


def IntVar(name):
    return typing.TypeVar(name)


def disjoint_base(cls):
    """Mark a class whose layout no other such class can share."""
    cls.__disjoint_base__ = True
    return cls


def type_repr(value):
    """How a type is written in an annotation."""
    import types
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return "..." if value is ... else repr(value)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    """The annotations of a class, module or callable, as values or (format STRING) as text."""
    import inspect
    if format == 2:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    if eval_str and format != 1:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    found = inspect.get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str)
    if format == 4:
        return {name: value if isinstance(value, str) else type_repr(value) for name, value in found.items()}
    return found


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None):
    """The type that a ForwardRef names."""
    if format == 4:
        return forward_ref.__forward_arg__
    names = {}
    if owner is not None:
        import sys
        names.update(vars(sys.modules.get(getattr(owner, "__module__", None), typing)))
        names.update(vars(owner) if isinstance(owner, type) else getattr(owner, "__globals__", {}))
    names.update(globals or {})
    names.update({parameter.__name__: parameter for parameter in type_params or getattr(owner, "__type_params__", ())})
    try:
        value = eval(forward_ref.__forward_arg__, names, locals)
    except NameError:
        if format == 3:
            return forward_ref
        raise
    if isinstance(value, str):
        value = typing.ForwardRef(value)
    return type(None) if value is None else value


class Doc:
    """Define the documentation of a type annotation using Annotated."""

    def __init__(self, documentation, /):
        self.documentation = documentation

    def __repr__(self):
        return f"Doc({self.documentation!r})"

    def __hash__(self):
        return hash(self.documentation)

    def __eq__(self, other):
        if not isinstance(other, Doc):
            return NotImplemented
        return self.documentation == other.documentation


class deprecated:
    """Indicate that a class, function or overload is deprecated."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None or isinstance(arg, type):
            arg.__deprecated__ = message
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            import warnings
            warnings.warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
