"""typing: NamedTuple, TypedDict, NewType."""
import sys
from _typing_forms import (
    Annotated, Generic, NotRequired, Required, Union, _GenericAlias, _AnnotatedAlias, _caller, _type_check, _type_convert,
)
from _collections import _named_tuple_class, _typed_dict_class
from collections._namedtuple import _check_names, make as _make_namedtuple, patterns as _patterns
from keyword import kwlist as _kwlist

__name__ = "typing"

# ---- NamedTuple

_prohibited = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace",
                         "_asdict", "_source"))
_special = frozenset(("__module__", "__name__", "__annotations__"))
_keywords = frozenset(_kwlist)
# What the natives know aliases by, and names that they ask for.
_aliases = (_GenericAlias, Union, *map(sys.intern, ("_late", "__origin__", "__required_keys__", "__optional_keys__", "__total__")))


def _annotation_type(tp, name):
    return _type_check(tp, f"field {name} annotation must be a type")


def _namedtuple_of(name, types, module, defaults=()):
    types = {n: _annotation_type(t, n) for n, t in types}
    typename, fields = _check_names(name, list(types), False)
    made = _make_namedtuple(typename, fields, tuple(defaults), module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        made = _named_tuple_class(typename, ns, _keywords, Generic, _annotation_type, _patterns, _aliases, bases, _NamedTuple)
        if made is not None:
            return made
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = ns.get("__annotations__", {})
        default_names = []
        for field_name in types:
            if field_name in ns:
                default_names.append(field_name)
            elif default_names:
                raise TypeError(f"Non-default namedtuple field {field_name} cannot follow default field"
                                f"{'s' if len(default_names) > 1 else ''} {', '.join(default_names)}")
        made = _namedtuple_of(typename, types.items(), ns.get("__module__"), [ns[n] for n in default_names])
        new_bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        if len(new_bases) > 1:
            # With Generic as well: the same class once more, under the bases it asked for.
            space = {k: v for k, v in made.__dict__.items() if k not in ("__dict__", "__weakref__")}
            space["__annotations__"] = types
            if "__orig_bases__" in ns:
                space["__orig_bases__"] = ns["__orig_bases__"]
            space["__class_getitem__"] = Generic.__dict__["__class_getitem__"]  # tuple has one, too
            made = type.__new__(type, typename, new_bases, space)
        for key in ns:
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special and key not in made._fields:
                setattr(made, key, ns[key])
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """Typed version of namedtuple."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _namedtuple_of(typename, fields, _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})  # what a class statement has in the place of the function


_namedtuple_bases = (_NamedTuple,)


def _namedtuple_mro_entries(bases):
    if len(bases) > 1 and sum(1 for b in bases if b is NamedTuple) > 1:
        raise TypeError("duplicate base class NamedTuple")
    return _namedtuple_bases


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


# ---- TypedDict

def _qualifier(tp):
    # Required, NotRequired, or None; looked for through Annotated
    while isinstance(tp, _AnnotatedAlias):
        tp = tp.__origin__
    return tp.__origin__ if isinstance(tp, _GenericAlias) and "_late" not in tp.__dict__ and tp.__origin__ in (Required, NotRequired) else None


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = _typed_dict_class(_TypedDictMeta, name, ns, total, Generic, _aliases, bases, _TypedDict)
        if made is not None:
            return made
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic_base = (Generic,) if any(isinstance(b, type) and issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)
        if "__orig_bases__" not in ns:
            made.__orig_bases__ = bases
        annotations = {}
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {key: _type_check(tp, msg, module=made.__module__) for key, tp in ns.get("__annotations__", {}).items()}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            base_required = base.__dict__.get("__required_keys__", set())
            base_optional = base.__dict__.get("__optional_keys__", set())
            required |= base_required
            optional -= base_required
            optional |= base_optional
            required -= base_optional
        annotations.update(own)
        for key, tp in own.items():
            qualifier = _qualifier(tp)
            is_required = qualifier is Required or (qualifier is None and total)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if "__total__" not in made.__dict__:
            made.__total__ = total
        return made

    __call__ = dict  # a TypedDict called makes a plain dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A simple typed namespace. At runtime it is equivalent to a plain dict."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        import warnings
        warnings.warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, and may not be "
                      "understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
    ns = {"__annotations__": dict(fields)}
    module = _caller()
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


_typeddict_bases = (_TypedDict,)


def _typeddict_mro_entries(bases):
    return _typeddict_bases


TypedDict.__mro_entries__ = _typeddict_mro_entries


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


# ---- NewType

class NewType:
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        if "." in name:
            name = name.rpartition(".")[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller() or "__main__"
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                subclass = cls.__name__
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{subclass} = NewType({subclass!r}, {name})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
