"""Classes made from annotated fields (library reference, "dataclasses"). The methods of one class are compiled together, as one text."""
from types import GenericAlias, MappingProxyType
import sys

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = MappingProxyType({})
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        from _repr_guard import enter_repr, leave_repr
        if not enter_repr(self):
            return "..."
        try:
            return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                    f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                    f"kw_only={self.kw_only!r},_field_type={self._field_type})")
        finally:
            leave_repr(self)

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return "_DataclassParams(" + ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- what a class body says

def _annotation_names(text, cls, module_name, wanted):
    # Whether the string annotation `text` begins with `wanted`, plain or behind the name the module is imported under.
    text = text.lstrip()
    head = text.partition("[")[0].strip()
    prefix, dot, name = head.rpartition(".")
    space = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    if dot:
        module = sys.modules.get(module_name)
        return module is not None and space.get(prefix) is module and getattr(module, name, None) is wanted
    return name in space and space[name] is wanted


def _is_classvar(annotation, cls):
    if isinstance(annotation, str):
        if "ClassVar" not in annotation and "." not in annotation and not annotation[:1].isalpha():
            return False
        typing = sys.modules.get("typing")
        return typing is not None and _annotation_names(annotation, cls, "typing", typing.ClassVar)
    typing = sys.modules.get("typing")
    if typing is None or isinstance(annotation, type):
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _annotation_names(annotation, cls, "dataclasses", InitVar)
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _annotation_names(annotation, cls, "dataclasses", KW_ONLY)
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":  # a slot: no default
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_classvar(annotation, cls):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type is not _FIELD_CLASSVAR:
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


def _collect_fields(cls, kw_only):
    """All fields, of the bases first; also whether some, and whether all bases that are dataclasses are frozen."""
    found = {}
    any_frozen_base = False
    all_frozen_bases = None
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_bases = True
            if all_frozen_bases is None:
                all_frozen_bases = True
            for f in base_fields.values():
                found[f.name] = f
            frozen = getattr(base, _PARAMS).frozen
            any_frozen_base = any_frozen_base or frozen
            all_frozen_bases = all_frozen_bases and frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found, has_bases, any_frozen_base, all_frozen_bases


# ---- methods as text

def _parameter(f, space):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    space["_d_" + f.name] = f.default if f.default is not MISSING else _HAS_DEFAULT_FACTORY
    return f"{f.name}=_d_{f.name}"


def _init_text(parameters, keyword_parameters, all_fields, frozen, has_post_init, self_name, slots, space):
    seen_default = None
    for f in parameters:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    names = [self_name] + [_parameter(f, space) for f in parameters]
    if keyword_parameters:
        names.append("*")
        names += [_parameter(f, space) for f in keyword_parameters]
    lines = [f"def __init__({', '.join(names)}):"]
    for f in all_fields:
        name = f.name
        if f.default_factory is not MISSING:
            space["_f_" + name] = f.default_factory
            value = f"_f_{name}() if {name} is _FACTORY else {name}" if f.init else f"_f_{name}()"
        elif f.init:
            value = name
        elif slots and f.default is not MISSING:
            space["_d_" + name] = f.default
            value = "_d_" + name
        else:
            continue
        if f._field_type is _FIELD_INITVAR:
            if f.default_factory is not MISSING:
                lines.append(f" {name} = {value}")
        elif frozen:
            lines.append(f" _set({self_name}, {name!r}, {value})")
        else:
            lines.append(f" {self_name}.{name} = {value}")
    if has_post_init:
        given = ", ".join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        lines.append(f" {self_name}.{_POST_INIT_NAME}({given})")
    if len(lines) == 1:
        lines.append(" pass")
    return "\n".join(lines)


def _tuple_text(self_name, some_fields):
    return "(" + "".join(f"{self_name}.{f.name}, " for f in some_fields) + ")"


def _repr_text(shown):
    parts = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in shown)
    return ("def __repr__(self):\n if not _enter(self): return '...'\n try: return "
            f"self.__class__.__qualname__ + f\"({parts})\"\n finally: _leave(self)")


def _compare_text(name, operator, compared):
    return (f"def {name}(self, other):\n if other.__class__ is self.__class__: "
            f"return {_tuple_text('self', compared)} {operator} {_tuple_text('other', compared)}\n return NotImplemented")


def _frozen_text(names):
    listed = "(" + "".join(f"{name!r}, " for name in names) + ")"
    condition = f"type(self) is _cls or name in {listed}" if names else "type(self) is _cls"
    return (f"def __setattr__(self, name, value):\n if {condition}: raise _Frozen(f\"cannot assign to field {{name!r}}\")\n"
            " super(_cls, self).__setattr__(name, value)\n"
            f"def __delattr__(self, name):\n if {condition}: raise _Frozen(f\"cannot delete field {{name!r}}\")\n"
            " super(_cls, self).__delattr__(name)")


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


def _signature_text(parameters, keyword_parameters):
    def show(f):
        if f.default is not MISSING:
            return f"{f.name}: {_annotation_text(f.type)} = {f.default!r}"
        if f.default_factory is not MISSING:
            return f"{f.name}: {_annotation_text(f.type)} = <factory>"
        return f"{f.name}: {_annotation_text(f.type)}"
    parts = [show(f) for f in parameters]
    if keyword_parameters:
        parts += ["*"] + [show(f) for f in keyword_parameters]
    return "(" + ", ".join(parts) + ")"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    globals_ = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    found, has_bases, any_frozen_base, all_frozen_bases = _collect_fields(cls, kw_only)
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen_bases is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)

    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    parameters = [f for f in init_fields if f.init and not f.kw_only]
    keyword_parameters = [f for f in init_fields if f.init and f.kw_only]
    own_fields = [f for f in found.values() if f._field_type is _FIELD]

    space = {"_FACTORY": _HAS_DEFAULT_FACTORY, "_Frozen": FrozenInstanceError, "_set": object.__setattr__, "_cls": cls,
             "__name__": cls.__module__}
    texts = []
    made = []  # names of methods in `texts`
    if init:
        self_name = "self" if "self" not in found else "__dataclass_self__"
        texts.append(_init_text(parameters, keyword_parameters, init_fields, frozen, hasattr(cls, _POST_INIT_NAME), self_name, slots, space))
        made.append("__init__")
    if repr and "__repr__" not in cls.__dict__:
        from _repr_guard import enter_repr, leave_repr
        space["_enter"] = enter_repr
        space["_leave"] = leave_repr
        texts.append(_repr_text([f for f in own_fields if f.repr]))
        made.append("__repr__")
    compared = [f for f in own_fields if f.compare]
    if eq and "__eq__" not in cls.__dict__:
        texts.append(_compare_text("__eq__", "==", compared))
        made.append("__eq__")
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            texts.append(_compare_text(name, operator, compared))
            made.append(name)
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            if name in cls.__dict__:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            made.append(name)
        texts.append(_frozen_text([f.name for f in own_fields]))
    hash_action = None
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        hash_action = "add"
    elif eq and not has_explicit_hash:
        hash_action = "add" if frozen else "none"
    if hash_action == "add":
        hashed = [f for f in own_fields if (f.compare if f.hash is None else f.hash)]
        texts.append(f"def __hash__(self):\n return hash({_tuple_text('self', hashed)})")
        made.append("__hash__")

    if texts:
        exec("\n".join(texts), space)
        for name in made:
            function = space[name]
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, function)
        if init:
            cls.__init__.__annotations__ = {**{f.name: f.type for f in parameters + keyword_parameters}, "return": None}
    if hash_action == "none":
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        if init:
            cls.__doc__ = cls.__name__ + _signature_text(parameters, keyword_parameters)
        else:
            cls.__doc__ = cls.__name__ + "()"
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in parameters))
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, space)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    if "__abstractmethods__" in cls.__dict__:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _inherited_slots(cls):
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        if isinstance(slots, str):
            yield slots
        else:
            yield from slots


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, is_frozen, weakref_slot, space):
    # Slots are fixed when a class is made: it is made once more.
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(f.name for f in fields(cls))
    inherited = set(_inherited_slots(cls))
    slots = tuple(name for name in names + (("__weakref__",) if weakref_slot else ()) if name not in inherited)
    namespace["__slots__"] = slots
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _dataclass_setstate
    space["_cls"] = made
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- asking dataclasses

def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_ATOMIC = frozenset((type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len), type(lambda: 0), type,
                     range, property))


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    return _rebuilt(obj, kind, lambda v: _asdict_inner(v, dict_factory))


def _rebuilt(obj, kind, inner):
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[inner(v) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind([inner(v) for v in obj])
    if isinstance(obj, dict):
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for k, v in obj.items():
                result[inner(k)] = inner(v)
            return result
        return kind([(inner(k), inner(v)) for k, v in obj.items()])
    from copy import deepcopy
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    kind = type(obj)
    if kind in _ATOMIC:
        return obj
    if hasattr(kind, _FIELDS):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    return _rebuilt(obj, kind, lambda v: _astuple_inner(v, tuple_factory))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
    """Return a new dynamically created dataclass."""
    from keyword import iskeyword
    from types import new_class
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            kind = "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = kind

    def exec_body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = new_class(cls_name, bases, {}, exec_body)
    if module is None:
        module = sys._getframemodulename(1)
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
