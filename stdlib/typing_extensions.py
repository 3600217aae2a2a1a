"""typing_extensions: the names of typing, and those that are newer than 3.12."""
import typing
from typing import *
from typing import _overloads

__all__ = [*typing.__all__, "Buffer", "Doc", "NoDefault", "ReadOnly", "TypeForm", "TypeIs", "deprecated", "get_original_bases", "runtime",
           "is_protocol", "get_protocol_members"]


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
    else:
        return getattr(typing, name)
    globals()[name] = made
    return made


class NoDefault:
    def __repr__(self):
        return "typing_extensions.NoDefault"


NoDefault = NoDefault()


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
