"""typing: special forms, generic classes and their aliases, type variables."""
import _runtime
import sys
import typing
from _abc_parts import begin_generic as _begin_generic
from typing import Any

__name__ = "typing"  # what __module__ of the classes says

_GenericAliasType = type(list[int])
_UnionType = type(int | str)
_NoneType = type(None)
_builtin_aliases = (_GenericAliasType, _UnionType)


def _caller(depth=2):
    return sys._getframemodulename(depth)


def _is_dunder(name):
    return name[:2] == "__" and name[-2:] == "__"


# ---- what may stand where a type is expected

def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """`arg` when it may be a type; strings become ForwardRef, None its type."""
    if arg is None:
        return _NoneType
    kind = type(arg)
    if kind is type or kind is TypeVar:
        if arg is Generic:
            raise TypeError(f"Plain {arg} is not valid as type argument")
        return arg
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    if isinstance(arg, _GenericAlias):
        if "_late" in arg.__dict__:
            return arg
        origin = arg.__origin__
        if origin is Generic or origin is _Protocol or (not allow_special_forms and (origin is ClassVar or origin is Final) and is_argument):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg
    if arg is Any or arg is LiteralString or arg is NoReturn or arg is Never or arg is Self or arg is TypeAlias:
        return arg
    if allow_special_forms and (arg is ClassVar or arg is Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg is Generic or arg is _Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if kind is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, _GenericAliasType):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if type(obj) is type(_type_repr):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return repr(obj)


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list)) or isinstance(arg, (ParamSpec, _ConcatenateGenericAlias))


def _is_unpacked(x):
    return isinstance(x, _UnpackGenericAlias) or (isinstance(x, _GenericAliasType) and x.__unpacked__)


def _collect_parameters(args):
    """The type variables in args, in order of first appearance."""
    parameters = []
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, tuple):
            for x in t:
                for collected in _collect_parameters([x]):
                    if collected not in parameters:
                        parameters.append(collected)
        elif hasattr(t, "__typing_subst__"):
            if t not in parameters:
                parameters.append(t)
        else:
            for x in getattr(t, "__parameters__", ()):
                if x not in parameters:
                    parameters.append(x)
    return tuple(parameters)


def _check_generic(cls, parameters, elen):
    if not elen:
        raise TypeError(f"{cls} is not a generic class")
    alen = len(parameters)
    if alen != elen:
        raise TypeError(f"Too {'many' if alen > elen else 'few'} arguments for {cls}; actual {alen}, expected {elen}")


def _unpack_args(args):
    newargs = []
    for arg in args:
        subargs = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if subargs is not None and not (subargs and subargs[-1] is ...):
            newargs.extend(subargs)
        else:
            newargs.append(arg)
    return newargs


# ---- special forms

class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _NotIterable:
    __slots__ = ()
    __iter__ = None


_made = {}  # aliases made before, by what was subscripted and with what: the same is given again


def _made_once(make, self, parameters):
    """make(self, parameters), or what that gave before; texts are not remembered, since each ForwardRef finds its own module."""
    try:
        return _made[self, parameters]
    except (KeyError, TypeError):
        pass
    alias = make(self, parameters)
    if not isinstance(parameters, str) and not (isinstance(parameters, tuple) and any(isinstance(p, str) for p in parameters)):
        if len(_made) >= 256:
            _made.clear()
        try:
            _made[self, parameters] = alias
        except TypeError:
            pass
    return alias


class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        if item == "__module__":
            return "typing"
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self is Literal:  # 1 and True are two of them
            return self._getitem(self, parameters)
        return _made_once(self._getitem, self, parameters)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_Protocol = _SpecialForm  # Protocol when it has been made, till then nothing that is a type argument


def _not_subscriptable(name, doc):
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


LiteralString = _not_subscriptable("LiteralString", "Represents an arbitrary literal string.")
Never = _not_subscriptable("Never", "The bottom type, a type that has no members.")
NoReturn = _not_subscriptable("NoReturn", "Special type indicating functions that never return.")
Self = _not_subscriptable("Self", "Used to spell the type of \"self\" in classes.")
TypeAlias = _not_subscriptable("TypeAlias", "Special form for marking type aliases.")


@_SpecialForm
def ClassVar(self, parameters):
    """Special type construct to mark class variables."""
    return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_SpecialForm
def Final(self, parameters):
    """Special typing construct to indicate final names to type checkers."""
    return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_SpecialForm
def Required(self, parameters):
    """Special typing construct to mark a TypedDict key as required."""
    return _GenericAlias(self, (_type_check(parameters, f"{self._name} accepts only a single type."),))


@_SpecialForm
def NotRequired(self, parameters):
    """Special typing construct to mark a TypedDict key as potentially missing."""
    return _GenericAlias(self, (_type_check(parameters, f"{self._name} accepts only a single type."),))


@_SpecialForm
def TypeGuard(self, parameters):
    """Special typing construct for marking user-defined type predicate functions."""
    return _GenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_SpecialForm
def Unpack(self, parameters):
    """Type unpack operator."""
    return _UnpackGenericAlias(self, (_type_check(parameters, f"{self} accepts only single type."),))


@_SpecialForm
def Concatenate(self, parameters):
    """Special form for annotating higher-order functions."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    msg = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_type_check(p, msg) for p in parameters[:-1]), parameters[-1]))


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is equivalent to Union[X, None]."""
    return Union[_type_check(parameters, f"{self} requires a single type."), _NoneType]


def _flat_union(parameters):
    flat = []
    for p in parameters:
        if isinstance(p, (_UnionGenericAlias, _UnionType)):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    unique = []
    for p in flat:
        if p not in unique:
            unique.append(p)
    return tuple(unique)


@_SpecialForm
def Union(self, parameters):
    """Union type; Union[X, Y] means either X or Y."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    msg = "Union[arg, ...]: each arg must be a type."
    parameters = _flat_union(tuple(_type_check(p, msg) for p in parameters))
    if len(parameters) == 1:
        return parameters[0]
    if len(parameters) == 2 and _NoneType in parameters:
        return _UnionGenericAlias(self, parameters, name="Optional")
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Literal(self, parameters):
    """Special typing form to define literal types (a.k.a. value types)."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        if isinstance(p, _LiteralGenericAlias):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    try:
        seen = set()
        unique = []
        for p in flat:
            if (p, type(p)) not in seen:
                seen.add((p, type(p)))
                unique.append(p)
        flat = unique
    except TypeError:  # unhashable values
        pass
    return _LiteralGenericAlias(self, tuple(flat))


# ---- aliases: subscripted generics

class _BaseGenericAlias(_Final, _root=True):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return result

    def __mro_entries__(self, bases):
        res = []
        if self.__origin__ not in bases:
            res.append(self.__origin__)
        i = bases.index(self)
        if not any(isinstance(b, _BaseGenericAlias) or (isinstance(b, type) and issubclass(b, Generic)) for b in bases[i + 1:]):
            res.append(Generic)
        return tuple(res)

    def __getattr__(self, attr):
        own = self.__dict__
        is_known = "__origin__" in own or "_late" in own
        if attr in ("__name__", "__qualname__") and is_known:
            return self._name or self.__origin__.__name__
        if attr == "__origin__" and is_known:
            own[attr] = own["_late"].__origin__
            return own[attr]
        if attr == "__args__" or not is_known or _is_dunder(attr):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, value):
        if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_source"):
            self.__dict__[attr] = value
        else:
            setattr(self.__origin__, attr, value)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__() + [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _GenericAlias(_BaseGenericAlias, _root=True):
    """What `C[int]` is for a generic class C, and what subscripted special forms are.

    Of a _SpecialGenericAlias that is subscripted, `_late`, the origin is that one's, looked up when it is first asked for: `Sequence[int]` in an annotation
    needs no collections.abc.
    """

    def __init__(self, origin, args, *, inst=True, name=None, late=None):
        if not isinstance(args, tuple):
            args = (args,)
        own = self.__dict__
        own["_inst"] = inst
        own["_name"] = name
        if late is not None:
            own["_late"] = late
        else:
            own["__origin__"] = origin
        own["__args__"] = args
        own["__parameters__"] = _collect_parameters(args)
        if not name:
            own["__module__"] = getattr(origin, "__module__", None)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        if self.__args__ != other.__args__:
            return False
        late = self.__dict__.get("_late")
        return late is not None and late is other.__dict__.get("_late") or self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._name or self.__origin__.__name__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __getitem__(self, args):
        if "_late" not in self.__dict__ and (self.__origin__ is Generic or self.__origin__ is _Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_unpack_args(_type_convert(p) for p in args))
        return self.copy_with(self._determine_new_args(args))

    def _determine_new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                args = prepare(self, args)
        alen = len(args)
        plen = len(params)
        if alen != plen:
            raise TypeError(f"Too {'many' if alen > plen else 'few'} arguments for {self}; actual {alen}, expected {plen}")
        return tuple(self._make_substitution(self.__args__, dict(zip(params, args))))

    def _make_substitution(self, args, by_param):
        new_args = []
        for old in args:
            if isinstance(old, type):
                new_args.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(by_param[old])
            else:
                inner = getattr(old, "__parameters__", ())
                if not inner:
                    new = old
                else:
                    parts = []
                    for x in inner:
                        if isinstance(x, TypeVarTuple):
                            parts.extend(by_param[x])
                        else:
                            parts.append(by_param[x])
                    new = old[tuple(parts)]
            if self.__origin__ is _callable_origin() and isinstance(new, tuple):
                new_args.extend(new)  # Callable[P, T] flattens what P stands for
            elif isinstance(old, TypeVarTuple) or _is_unpacked(old) and isinstance(new, tuple):
                new_args.extend(new)
            elif isinstance(old, tuple):
                new_args.append(tuple(self._make_substitution(old, by_param)))
            else:
                new_args.append(new)
        return new_args

    def copy_with(self, args):
        own = self.__dict__
        return self.__class__(own.get("__origin__"), args, name=own["_name"], inst=own["_inst"], late=own.get("_late"))

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        return f"{name}[{args}]"

    def __reduce__(self):
        import operator
        origin = getattr(typing, self._name) if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if len(bases) == 1 and isinstance(origin, type) and not self._name:  # most have no other base
            return (origin,)
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            if _Protocol in bases:
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _BaseGenericAlias) and b is not self:
                    return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


def _callable_origin():
    module = sys.modules.get("_collections_abc")
    return module.Callable if module is not None else None


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """An alias of a class of builtins, collections...: `List`, `Iterator`. Its origin is looked up when first needed."""

    def __init__(self, source, nparams, name):
        own = self.__dict__
        own["_source"] = source
        own["_nparams"] = nparams
        own["_name"] = name
        own["_inst"] = name not in ("List", "Dict", "Set", "FrozenSet", "Type", "Tuple")
        own["__module__"] = "typing"

    def __getattr__(self, attr):
        if attr == "__origin__":
            module, _, name = self._source.rpartition(":")
            origin = getattr(__import__(module, None, None, [name]), name)
            self.__dict__["__origin__"] = origin
            return origin
        if attr in ("__name__", "__qualname__"):
            return self._name
        if attr == "__doc__":
            return f"A generic version of {self.__origin__.__module__}.{self.__origin__.__qualname__}."
        if _is_dunder(attr):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __getitem__(self, params):
        return _made_once(_SpecialGenericAlias._subscript, self, params)

    def _subscript(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        msg = "Parameters to generic types must be types."
        params = tuple([_type_check(p, msg) for p in params])
        if len(params) != self._nparams:
            _check_generic(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(None, params, name=self._name, inst=self._inst, late=self)

    def __repr__(self):
        return "typing." + self._name

    def __instancecheck__(self, obj):
        if self._name == "ByteString":
            import warnings
            warnings._deprecated("typing.ByteString", remove=(3, 14))
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    _prefix = "typing.Callable"

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_type_repr(a) for a in args[:-1]])}], {_type_repr(args[-1])}]"

    def __getitem__(self, args):
        return super().__getitem__(_callable_parameters(self, args))

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        import operator
        return operator.getitem, (typing.Callable, args)


def _callable_parameters(alias, args):
    # C[[int, str]] for an alias with one ParamSpec means C[int, str] as its arguments
    parameters = alias.__parameters__
    if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and isinstance(args, tuple) and not (args and _is_param_expr(args[0])):
        return (args,)
    return args


class _AbcCallableAlias(_CallableGenericAlias, _root=True):
    """collections.abc.Callable[...]"""

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return f"collections.abc.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]"
        return f"collections.abc.Callable[[{', '.join([_type_repr(a) for a in args[:-1]])}], {_type_repr(args[-1])}]"

    def __mro_entries__(self, bases):
        return (self.__origin__,)


def _callable_generic_alias(origin, args):
    if not (isinstance(args, tuple) and len(args) == 2):
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    params, result = args
    if isinstance(params, (tuple, list)):
        args = (*params, result)
    elif not _is_param_expr(params):
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {params}")
    return _AbcCallableAlias(origin, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(None, params, name=self._name, inst=False, late=self)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        return _made_once(_CallableType._subscript, self, (tuple(args), result) if isinstance(args, list) else params)

    def _subscript(self, params):
        args, result = params
        msg = "Callable[args, result]: result must be a type."
        result = _type_check(result, msg)
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            if _is_param_expr(args):
                return self.copy_with((args, result))
            args = (args,)
        return self.copy_with((*tuple(_type_convert(arg) for arg in args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        return _made_once(_TupleType._subscript, self, params)

    def _subscript(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            msg = "Tuple[t, ...]: t must be a type."
            return self.copy_with((*(_type_check(p, msg) for p in params[:-1]), ...))
        msg = "Tuple[t0, t1, ...]: each t must be a type."
        return self.copy_with(tuple(_type_check(p, msg) for p in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            return all(a in other.__args__ for a in self.__args__) and len(self.__args__) == len(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is _NoneType:
                return f"typing.Optional[{_type_repr(args[1])}]"
            if args[1] is _NoneType:
                return f"typing.Optional[{_type_repr(args[0])}]"
        return f"typing.Union[{', '.join([_type_repr(a) for a in args])}]"

    def __instancecheck__(self, obj):
        for cls in self.__args__:
            if isinstance(obj, cls):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False

    def __reduce__(self):
        import operator
        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set((v, type(v)) for v in self.__args__) == set((v, type(v)) for v in other.__args__)

    def __hash__(self):
        return hash(frozenset((v, type(v)) for v in self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join([_type_repr(a) for a in self.__args__]) or '()'}]"


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return "typing.Unpack[" + _type_repr(self.__args__[0]) + "]"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, _GenericAliasType)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name="Annotated")
        self.__dict__["__metadata__"] = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __reduce__(self):
        import operator
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(repr(a) for a in self.__metadata__)}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    """Add context-specific metadata to a type."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        if _is_unpacked(params[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        msg = "Annotated[t, ...]: t must be a type."
        return _AnnotatedAlias(_type_check(params[0], msg, allow_special_forms=True), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# ---- type variables

class _Variable:
    """Common part of TypeVar, ParamSpec and TypeVarTuple."""

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__

    def _sign(self):
        if self.__infer_variance__:
            return ""
        return "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"


def _set_variance(self, covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    self.__covariant__ = bool(covariant)
    self.__contravariant__ = bool(contravariant)
    self.__infer_variance__ = bool(infer_variance)


class TypeVar(_Variable):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"TypeVar() argument 'name' must be str, not {type(name).__name__}")
        _set_variance(self, covariant, contravariant, infer_variance)
        self.__name__ = name
        if constraints:
            if len(constraints) == 1:
                raise TypeError("A single constraint is not allowed")
            if bound is not None:
                raise TypeError("Constraints cannot be combined with bound=...")
            msg = "TypeVar(name, constraint, ...): constraints must be types."
            constraints = tuple(_type_check(t, msg) for t in constraints)
        self._thunk = None
        self._bound = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._constraints = constraints
        module = _caller()
        if module != "typing":
            self.__module__ = module

    @property
    def __bound__(self):
        if self._thunk is not None and not self._thunk[0]:
            self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        if self._thunk is not None and self._thunk[0]:
            self._evaluate()
        return self._constraints

    def _evaluate(self):
        kind, thunk = self._thunk
        value = thunk()
        self._thunk = None
        if kind:
            self._constraints = tuple(value)
        else:
            self._bound = value

    def __repr__(self):
        return self._sign() + self.__name__

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
        if _is_unpacked(arg):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg


class ParamSpecArgs:
    """The args for a ParamSpec object."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecArgs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(("args", self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of ParamSpecArgs")

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.ParamSpecArgs' is not an acceptable base type")


class ParamSpecKwargs:
    """The kwargs for a ParamSpec object."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"

    def __eq__(self, other):
        if not isinstance(other, ParamSpecKwargs):
            return NotImplemented
        return self.__origin__ == other.__origin__

    def __hash__(self):
        return hash(("kwargs", self.__origin__))

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of ParamSpecKwargs")

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.ParamSpecKwargs' is not an acceptable base type")


class ParamSpec(_Variable):
    """Parameter specification."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"ParamSpec() argument 'name' must be str, not {type(name).__name__}")
        _set_variance(self, covariant, contravariant, infer_variance)
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        module = _caller()
        if module != "typing":
            self.__module__ = module

    @property
    def args(self):
        """Represents positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Represents keyword arguments."""
        return ParamSpecKwargs(self)

    def __repr__(self):
        return self._sign() + self.__name__

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple(_type_check(a, "Expected a type.") for a in arg)
        if not _is_param_expr(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        i = params.index(self)
        if i >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        if len(params) == 1 and not _is_param_expr(args[0]):  # Z[int, str] for Z[[int, str]]
            return (args,)
        if isinstance(args[i], list):
            return (*args[:i], tuple(args[i]), *args[i + 1:])
        return args


class TypeVarTuple(_Variable):
    """A type variable tuple."""

    def __init__(self, name):
        if not isinstance(name, str):
            raise TypeError(f"TypeVarTuple() argument 'name' must be str, not {type(name).__name__}")
        self.__name__ = name
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        at = params.index(self)
        for param in params[at + 1:]:
            if isinstance(param, TypeVarTuple):
                raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        alen = len(args)
        plen = len(params)
        left = at
        right = plen - at - 1
        variadic = None
        fill = None
        for k, arg in enumerate(args):
            if not isinstance(arg, type):
                subargs = getattr(arg, "__typing_unpacked_tuple_args__", None)
                if subargs and len(subargs) == 2 and subargs[-1] is ...:
                    if variadic is not None:
                        raise TypeError("More than one unpacked arbitrary-length tuple argument")
                    variadic = k
                    fill = subargs[0]
        if variadic is not None:
            left = min(left, variadic)
            right = min(right, alen - variadic - 1)
        elif left + right > alen:
            raise TypeError(f"Too few arguments for {alias}; actual {alen}, expected at least {plen - 1}")
        return (*args[:left], *([fill] * (at - left)), tuple(args[left:alen - right]), *([fill] * (plen - right - left - 1 - (at - left))),
                *args[alen - right:])


_UnionType = type(int | str)


@_runtime.only_subscripted
@_runtime.show_module
class TypeAliasType:
    """Type alias: what a `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        _init_alias(self, name, type_params, value, None, _caller())

    @property
    def __value__(self):
        thunk = self._thunk
        if thunk is not None:
            own = self.__dict__
            own["_value"] = thunk()
            own["_thunk"] = None
        return self._value

    @property
    def __parameters__(self):
        params = []
        for p in self.__type_params__:
            if isinstance(p, TypeVarTuple):
                params.append(Unpack[p])
            else:
                params.append(p)
        return tuple(params)

    def __setattr__(self, name, value):
        if name in ("__name__", "__value__", "__type_params__", "__parameters__", "__module__"):
            raise AttributeError("readonly attribute" if name == "__name__" else f"attribute '{name}' of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _GenericAliasType(self, parameters)

    def __repr__(self):
        return self.__name__

    def __or__(self, right):
        return _UnionType._of(self, right)

    def __ror__(self, left):
        return _UnionType._of(left, self)

    def __reduce__(self):
        return self.__name__

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")



def _init_alias(alias, name, type_params, value, thunk, module):
    own = alias.__dict__
    own["__name__"] = name
    own["__type_params__"] = type_params
    own["_value"] = value
    own["_thunk"] = thunk
    own["__module__"] = module


# What the interpreter calls for `class C[T: int]`, `def f[T]` and `type X = ...`.

def _make_type_param(kind, name, thunk):
    """kind: 0 TypeVar (with `thunk` for its bound, or None), 3 TypeVar with constraints, 1 ParamSpec, 2 TypeVarTuple"""
    if kind == 1:
        made = ParamSpec(name, infer_variance=True)
    elif kind == 2:
        made = TypeVarTuple(name)
    else:
        made = TypeVar(name, infer_variance=True)
        if thunk is not None:
            made._thunk = (kind == 3, thunk)
    return made


def _make_type_alias(name, type_params, thunk):
    made = object.__new__(TypeAliasType)
    _init_alias(made, name, type_params, None, thunk, _caller())
    return made


# ---- Generic

def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or isinstance(x, _UnpackGenericAlias) and isinstance(x.__args__[0], TypeVarTuple)


def _subscript_generic(cls, params):
    if not isinstance(params, tuple):
        params = (params,)
    params = tuple([_type_convert(p) for p in params])
    if cls is Generic or cls is _Protocol:
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all(_is_typevar_like(p) for p in params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
    else:
        parameters = cls.__parameters__
        for param in parameters:
            prepare = getattr(param, "__typing_prepare_subst__", None)
            if prepare is not None:
                params = prepare(cls, params)
        _check_generic(cls, params, len(parameters))
        new_args = []
        for param, new in zip(parameters, params):
            if isinstance(param, TypeVarTuple):
                new_args.extend(new)
            else:
                new_args.append(new)
        params = tuple(new_args)
    return _GenericAlias(cls, params)


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        return _made_once(_subscript_generic, cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        if not args and not kwargs and _begin_generic(cls, Generic, _GenericAlias):
            return
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is not None:
            error = Generic in bases
        else:
            error = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"
        if error:
            raise TypeError("Cannot inherit from plain Generic")
        tvars = ()
        if bases is not None:
            tvars = _collect_parameters(bases)
            gvars = None
            for base in bases:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if gvars is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    gvars = base.__parameters__
            if gvars is not None:
                if not set(tvars) <= set(gvars):
                    missing = ", ".join(str(t) for t in tvars if t not in gvars)
                    listed = ", ".join(str(g) for g in gvars)
                    raise TypeError(f"Some type variables ({missing}) are not listed in Generic[{listed}]")
                tvars = gvars
        cls.__parameters__ = tuple(tvars)


# ---- strings that stand for types

class ForwardRef:
    """Internal wrapper to hold a forward reference."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__", "__forward_is_argument__",
                 "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_code__ = None  # compiled when it is evaluated
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        if not arg.isidentifier():
            text = arg
            if arg.startswith("*"):
                text = f"({arg},)[0]"
            try:
                self.__forward_code__ = compile(text, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_arg__ == other.__forward_arg__ and self.__forward_value__ == other.__forward_value__
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"

    def _evaluate(self, globalns, localns, type_params=None, *, recursive_guard=frozenset()):
        from _typing_hints import _evaluate_forward
        return _evaluate_forward(self, globalns, localns, recursive_guard)


# ---- aliases, made when they are asked for

_aliases = {
    "List": ("builtins:list", 1), "Dict": ("builtins:dict", 2), "Set": ("builtins:set", 1), "FrozenSet": ("builtins:frozenset", 1),
    "Type": ("builtins:type", 1), "Deque": ("collections:deque", 1), "DefaultDict": ("collections:defaultdict", 2),
    "OrderedDict": ("collections:OrderedDict", 2), "Counter": ("collections:Counter", 1), "ChainMap": ("collections:ChainMap", 2),
    "Hashable": ("_collections_abc:Hashable", 0), "Sized": ("_collections_abc:Sized", 0), "ByteString": ("_collections_abc:ByteString", 0),
    "AbstractSet": ("_collections_abc:Set", 1), "Awaitable": ("_collections_abc:Awaitable", 1), "Coroutine": ("_collections_abc:Coroutine", 3),
    "AsyncIterable": ("_collections_abc:AsyncIterable", 1), "AsyncIterator": ("_collections_abc:AsyncIterator", 1),
    "Iterable": ("_collections_abc:Iterable", 1), "Iterator": ("_collections_abc:Iterator", 1), "Reversible": ("_collections_abc:Reversible", 1),
    "Container": ("_collections_abc:Container", 1), "Collection": ("_collections_abc:Collection", 1), "MutableSet": ("_collections_abc:MutableSet", 1),
    "Mapping": ("_collections_abc:Mapping", 2), "MutableMapping": ("_collections_abc:MutableMapping", 2), "Sequence": ("_collections_abc:Sequence", 1),
    "MutableSequence": ("_collections_abc:MutableSequence", 1), "MappingView": ("_collections_abc:MappingView", 1),
    "KeysView": ("_collections_abc:KeysView", 1), "ItemsView": ("_collections_abc:ItemsView", 2), "ValuesView": ("_collections_abc:ValuesView", 1),
    "Generator": ("_collections_abc:Generator", 3), "AsyncGenerator": ("_collections_abc:AsyncGenerator", 2),
    "ContextManager": ("contextlib:AbstractContextManager", 1), "AsyncContextManager": ("contextlib:AbstractAsyncContextManager", 1),
    "Pattern": ("re:Pattern", 1), "Match": ("re:Match", 1),
}


def __getattr__(name):
    if name in _aliases:
        source, nparams = _aliases[name]
        made = _SpecialGenericAlias(source, nparams, name)
    elif name == "Callable":
        made = _CallableType("_collections_abc:Callable", 2, "Callable")
    elif name == "Tuple":
        made = _TupleType("builtins:tuple", -1, "Tuple")
    elif name == "AnyStr":
        made = TypeVar("AnyStr", bytes, str)
        made.__module__ = "typing"
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    return _runtime.set_global(name, made)
