"""typing: looking at types and annotations: get_type_hints, get_origin, get_args, overloads."""
import sys
from typing import _overloads
from _typing_forms import (
    Annotated, ClassVar, Final, ForwardRef, Generic, NotRequired, ParamSpec, ParamSpecArgs, ParamSpecKwargs, Required, Union, Unpack, _AnnotatedAlias,
    _BaseGenericAlias, _GenericAlias, _GenericAliasType, _UnionType, _callable_origin, _is_param_expr, _type_check, _type_convert,
)

__name__ = "typing"

_functions = (type(lambda: 0), type(len), type(str.join), type([].append), type(object().__str__), type(object.__init__))


def _evaluate_forward(ref, globalns, localns, recursive_guard):
    if ref.__forward_arg__ in recursive_guard:
        return ref
    if not ref.__forward_evaluated__ or localns is not globalns:
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if ref.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(ref.__forward_module__, None), "__dict__", globalns)
        code = ref.__forward_code__ or ref.__forward_arg__
        value = _type_check(eval(code, globalns, localns), "Forward references must evaluate to types.",
                            is_argument=ref.__forward_is_argument__, allow_special_forms=ref.__forward_is_class__)
        ref.__forward_value__ = _eval_type(value, globalns, localns, recursive_guard | {ref.__forward_arg__})
        ref.__forward_evaluated__ = True
    return ref.__forward_value__


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    """`t` with all forward references in it evaluated."""
    if isinstance(t, ForwardRef):
        return _evaluate_forward(t, globalns, localns, recursive_guard)
    if isinstance(t, (_GenericAlias, _GenericAliasType, _UnionType)):
        args = t.__args__
        if isinstance(t, _GenericAliasType):
            args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in args)
        new_args = tuple(_eval_type(a, globalns, localns, recursive_guard) for a in args)
        if isinstance(t, _GenericAliasType) and t.__unpacked__:
            return Unpack[_GenericAliasType(t.__origin__, new_args)]
        if new_args == t.__args__:
            return t
        if isinstance(t, _GenericAliasType):
            return _GenericAliasType(t.__origin__, new_args)
        if isinstance(t, _UnionType):
            result = new_args[0]
            for arg in new_args[1:]:
                result = result | arg
            return result
        return t.copy_with(new_args)
    return t


def _strip_annotations(t):
    """`t` without Annotated, Required and NotRequired."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, "__origin__") and t.__origin__ in (Required, NotRequired):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, _GenericAliasType, _UnionType)):
        stripped = tuple(_strip_annotations(a) for a in t.__args__)
        if stripped == t.__args__:
            return t
        if isinstance(t, _GenericAlias):
            return t.copy_with(stripped)
        if isinstance(t, _GenericAliasType):
            return _GenericAliasType(t.__origin__, stripped)
        result = stripped[0]
        for arg in stripped[1:]:
            result = result | arg
        return result
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        return _class_hints(obj, globalns, localns, include_extras)
    if globalns is None:
        if isinstance(obj, type(sys)):
            globalns = obj.__dict__
        else:
            wrapped = obj
            while hasattr(wrapped, "__wrapped__"):
                wrapped = wrapped.__wrapped__
            globalns = getattr(wrapped, "__globals__", {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    hints = getattr(obj, "__annotations__", None)
    if hints is None:
        if isinstance(obj, _functions):
            return {}
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    hints = dict(hints)
    type_params = getattr(obj, "__type_params__", ())
    if type_params:
        localns = {**{p.__name__: p for p in type_params}, **dict(localns)}
    for name, value in hints.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, type(sys)), is_class=False)
        hints[name] = _eval_type(value, globalns, localns)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}


_GetSetDescriptor = type(type.__dict__["__annotations__"])


def _class_hints(obj, globalns, localns, include_extras):
    hints = {}
    for base in reversed(obj.__mro__):
        base_globals = getattr(sys.modules.get(base.__module__, None), "__dict__", {}) if globalns is None else globalns
        annotations = base.__dict__.get("__annotations__", {})
        if isinstance(annotations, _GetSetDescriptor):  # of type
            annotations = {}
        base_locals = dict(base.__dict__) if localns is None else localns
        if localns is None and globalns is None:
            base_globals, base_locals = base_locals, base_globals
        params = base.__type_params__
        if params:
            base_locals = {**{p.__name__: p for p in params}, **dict(base_locals)}
        for name, value in annotations.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, base_globals, base_locals)
    return hints if include_extras else {k: _strip_annotations(t) for k, t in hints.items()}




def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _GenericAliasType, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _GenericAliasType)):
        res = tp.__args__
        if tp.__origin__ is _callable_origin() and not (len(res) == 2 and _is_param_expr(res[0])):
            res = (list(res[:-1]), res[-1])
        return res
    if isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def get_overloads(func):
    """Return all defined overloads for *func* as a sequence."""
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    """Clear all overloads in the registry."""
    _overloads.clear()


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key, None)
            if not hasattr(obj, "__qualname__") or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}" or getattr(obj, "__module__", None) != arg.__module__:
                continue
            if isinstance(obj, type(lambda: 0)):
                obj.__no_type_check__ = True
            elif hasattr(obj, "__func__"):
                obj.__func__.__no_type_check__ = True
            elif isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Decorator to give another decorator the @no_type_check effect."""
    import functools

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator
