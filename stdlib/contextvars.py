"""Context variables (library reference, "contextvars")."""
__all__ = ("Context", "ContextVar", "Token", "copy_context")

from _contextvars_core import copy_context as _copy_context, graft as _graft
from _thread import _storage
from sys import intern as _intern

_CONTEXT = _intern("context")  # the thread's, in its storage: by the name that _contextvars_core looks for
_missing = object()
_new = object.__new__


def _final(cls, **_):
    base = next(base for base in cls.__mro__ if base in (Context, ContextVar, Token))
    raise TypeError(f"type '_contextvars.{base.__name__}' is not an acceptable base type")


class Context:
    __slots__ = ("_data", "_is_shared", "_entered", "_decimal")
    __init_subclass__ = classmethod(_final)

    def __init__(self):
        self._data = {}
        self._is_shared = False  # _data belongs to copies as well: it is copied before it is changed
        self._decimal = None  # decimal's current context (runtime/modules/decimal_context.c)
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f"cannot enter context: {self} is already entered")
        here = _storage()
        outer = here.get(_CONTEXT)
        self._entered = True
        here[_CONTEXT] = self
        try:
            return callable(*args, **kwargs)
        finally:
            here[_CONTEXT] = outer
            self._entered = False

    def copy(self):
        context = _new(Context)
        context._data = self._data
        context._is_shared = self._is_shared = True
        context._decimal = self._decimal
        context._entered = False
        return context

    def _own(self):
        "What it holds, to be changed."
        if self._is_shared:
            self._data = self._data.copy()
            self._is_shared = False
        return self._data

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._data[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var in self._data

    def get(self, var, default=None, /):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._data.get(var, default)

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()


def _here():
    "The context of the thread."
    here = _storage()
    context = here.get(_CONTEXT)
    if context is None:
        context = here[_CONTEXT] = Context()
        context._decimal = here.get("decimal")
    return context


def copy_context():
    return _here().copy()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    __slots__ = ("_context", "_var", "_old", "_used")
    MISSING = _Missing()
    __init_subclass__ = classmethod(_final)

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class ContextVar:
    __slots__ = ("_name", "_default")
    __init_subclass__ = classmethod(_final)

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _here()._data.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        token = _new(Token)
        token._context = context = _here()
        token._var = self
        token._old = context._data.get(self, Token.MISSING)
        token._used = False
        context._own()[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _here()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            context._own().pop(self, None)
        else:
            context._own()[self] = token._old

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# Imported anew, the module goes on with the classes of the first time: the context of a thread stays what it is.
Context, ContextVar, Token = _graft((Context, ContextVar, Token), _missing, Token.MISSING, copy_context)
copy_context = _copy_context
