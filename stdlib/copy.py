"""Shallow and deep copies (library reference, "copy").

Both kinds go the same way: what can't change is its own copy, some built-in types have a way of their own, a class may have a method for it, and
everything else is taken apart by its reduction, as pickle would, and put together again.
"""

__all__ = ["Error", "copy", "deepcopy"]

import types
from _operator import is_not as _is_not
from _weakref import ref
from copyreg import dispatch_table


class Error(Exception):
    """The object can't be copied."""


error = Error

_method = types.MethodType
_atomic = {
    type(None), type(...), type(NotImplemented), bool, int, float, complex, str, bytes, type, range, property, ref, super,
    types.FunctionType, types.BuiltinFunctionType, types.CodeType,
}
_shallow_atomic = _atomic - {super} | {tuple, frozenset, slice}
_with_copy_method = {list, dict, set, bytearray}


def copy(x):
    """A copy that holds the same objects."""
    cls = type(x)
    if cls in _shallow_atomic:
        return x
    if cls in _with_copy_method:
        return x.copy()
    if issubclass(cls, type):
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    parts = _reduction(x, cls, "shallow")
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A copy that holds copies, to any depth. `memo` is by id() of what has been copied what it was copied to."""
    cls = type(x)
    if memo is None:
        if cls in _atomic:
            return x
        memo = {}
    made = memo.get(id(x), _nil)
    if made is not _nil:
        return made
    if cls in _atomic:
        return x
    if cls is list:
        memo[id(x)] = made = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        memo[id(x)] = made = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        made = _deep_tuple(x, memo)
    else:
        made = _deep_object(x, cls, memo)
    if made is not x:
        memo[id(x)] = made
        # The memo keeps what it knows by id(), as an id is only good while the object lives: in a list, under the id of itself.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # it holds itself, by way of something that changes
        return memo[id(x)]
    changed = any(map(_is_not, x, items))
    return tuple(items) if changed else x


def _deep_object(x, cls, memo):
    if issubclass(cls, type):
        return x
    if cls is _method:
        return _method(x.__func__, deepcopy(x.__self__, memo))
    own = getattr(x, "__deepcopy__", None)
    if own is not None:
        return own(memo)
    parts = _reduction(x, cls, "deep")
    return x if isinstance(parts, str) else _reconstruct(x, memo, *parts)


def _reduction(x, cls, kind):
    # What it is made of; a str (the name of a global): it is its own copy.
    reduce = dispatch_table.get(cls)
    if reduce is not None:
        return reduce(x)
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce:
        return reduce()
    raise Error(f"un({kind})copyable object of type {cls}")


def _reconstruct(x, memo, func, args, state=None, items=None, pairs=None):
    # The object that a reduction describes: with its parts as they are, or copied as well when there is a memo.
    if memo is None:
        made = func(*args)
    else:
        made = func(*[deepcopy(part, memo) for part in args]) if args else func()
        memo[id(x)] = made
        if state is not None:
            state = deepcopy(state, memo)
        if items is not None:
            items = (deepcopy(item, memo) for item in items)
        if pairs is not None:
            pairs = ((deepcopy(key, memo), deepcopy(value, memo)) for key, value in pairs)
    if state is not None:
        _set_state(made, state)
    if items is not None:
        for item in items:
            made.append(item)
    if pairs is not None:
        for key, value in pairs:
            made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    in_slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, in_slots = state
    if state is not None:
        made.__dict__.update(state)
    if in_slots is not None:
        for name in in_slots:
            setattr(made, name, in_slots[name])
