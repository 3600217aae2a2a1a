"""Classes made from annotated fields (library reference, "dataclasses"). Methods are text, compiled when they are first called: in a program of many
dataclasses most are not."""
from _dataclass_parts import filled as _filled, heap_mark as _heap_mark, heap_stay as _heap_stay, late_method as _late_method, process as _process, slot_numbers as _slot_numbers, slotted as _slotted
from _repr_guard import enter_repr as _enter_repr, leave_repr as _leave_repr
from types import GenericAlias, MappingProxyType
import sys

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance is not to be set or deleted."""


class _Mark:
    """A value that stands for something; each is the only one of its class, whose name shows."""

    def __init_subclass__(cls, text=None):
        if text is not None:
            cls.__repr__ = lambda self: text


class _HAS_DEFAULT_FACTORY_CLASS(_Mark, text="<factory>"):
    """In signatures: the factory is called."""


class _MISSING_TYPE(_Mark):
    """Nothing was given."""


class _KW_ONLY_TYPE(_Mark):
    """As an annotation: the fields that follow are given by keyword."""


_HAS_DEFAULT_FACTORY, MISSING, KW_ONLY = _HAS_DEFAULT_FACTORY_CLASS(), _MISSING_TYPE(), _KW_ONLY_TYPE()
_FIELDS, _PARAMS, _POST_INIT_NAME = "__dataclass_fields__", "__dataclass_params__", "__post_init__"
_NO_METADATA = MappingProxyType({})


class _Kind:
    """What a field is: an ordinary one, a variable of the class, or a parameter of __init__ alone."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Kind, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))


class InitVar:
    """InitVar[type], as an annotation: a parameter of __init__, handed on to __post_init__, and no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        named = isinstance(self.type, type) and not isinstance(self.type, GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if named else repr(self.type)}]"


class Field:
    """What is known of a field; `name` and `type` are set when its class is made a dataclass."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.default, self.default_factory, self.kw_only = default, default_factory, kw_only
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = MappingProxyType(metadata) if metadata is not None else _NO_METADATA
        self.name = self.type = self._field_type = None

    def __repr__(self):
        if not _enter_repr(self):
            return "..."
        try:
            shown = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
            return f"Field({''.join([f'{word}={getattr(self, word)!r},' for word in shown])}_field_type={self._field_type})"
        finally:
            _leave_repr(self)

    def __set_name__(self, owner, name):
        if self.default is not MISSING and (set_name := getattr(type(self.default), "__set_name__", None)):  # a descriptor as the default
            set_name(self.default, owner, name)


class _DataclassParams:
    """The arguments that @dataclass was given."""

    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init, self.repr, self.eq, self.order, self.unsafe_hash = init, repr, eq, order, unsafe_hash
        self.frozen, self.match_args, self.kw_only, self.slots, self.weakref_slot = frozen, match_args, kw_only, slots, weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{word}={getattr(self, word)!r}' for word in self.__slots__])})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """More about a field than its annotation says: to be assigned to its name in the class."""
    if not (default is MISSING or default_factory is MISSING):
        raise ValueError("cannot specify both default and default_factory")
    metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
    return _filled(Field, None, compare, default, default_factory, hash, init, kw_only, metadata, None, repr, None)


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


# ---- what a class body says

def _first_word(text):
    """(the word that the text begins with, the rest), both without the space around them"""
    text = text.lstrip()
    size = next((at for at, char in enumerate(text) if not (char.isalnum() or char == "_")), len(text))
    return text[:size], text[size:].lstrip()


def _annotation_named(text, cls, module_name):
    """What the name means that the text of an annotation begins with, plain or behind the name under which its module is imported; None: it is another."""
    name, rest = _first_word(text)
    space = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    attribute = _first_word(rest[1:])[0] if rest.startswith(".") else ""
    if attribute:
        module = sys.modules.get(module_name)
        if module is None or space.get(name) is not module:
            return None
        name, space = attribute, vars(module)
    return space.get(name)


def _is_classvar(annotation, cls):
    if isinstance(annotation, str):
        if "ClassVar" not in annotation and "." not in annotation and not annotation[:1].isalpha():
            return False
        annotation = _annotation_named(annotation, cls, "typing")
    typing = sys.modules.get("typing")
    if typing is None or isinstance(annotation, type):
        return False
    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        annotation = _annotation_named(annotation, cls, "dataclasses")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    return annotation is KW_ONLY or isinstance(annotation, str) and _annotation_named(annotation, cls, "dataclasses") is KW_ONLY


def _kind_of(annotation, cls):
    if isinstance(annotation, type):
        return _FIELD_INITVAR if annotation is InitVar else _FIELD
    if _is_classvar(annotation, cls):
        return _FIELD_CLASSVAR
    return _FIELD_INITVAR if _is_initvar(annotation, cls) else _FIELD


def _new_field(cls, name, annotation, kw_only):
    made = getattr(cls, name, MISSING)
    if not isinstance(made, Field):
        is_slot = type(made).__name__ == "member_descriptor"  # which is no default
        made = field(default=MISSING if is_slot else made)
    kind = _kind_of(annotation, cls)
    made.name, made.type, made._field_type = name, annotation, kind
    if kind is not _FIELD:
        if made.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
    elif type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    if made.kw_only is MISSING:
        if kind is not _FIELD_CLASSVAR:
            made.kw_only = kw_only
    elif kind is _FIELD_CLASSVAR:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    return made


def _own_fields(cls, annotations, kw_only):
    """Those that the class itself has, by its annotations: one that is not plain."""
    mark = None
    for name, annotation in annotations.items():
        if not _is_kw_only(annotation, cls):
            yield _new_field(cls, name, annotation, kw_only)
        elif mark is not None:
            raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
        else:
            mark, kw_only = name, True


_PLAIN_FIELD = Field(MISSING, MISSING, True, True, None, True, None, False)


def _put_defaults(cls, own):
    """The default itself stands in the class, not the Field that was given."""
    for f in own:
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is not MISSING:
                setattr(cls, f.name, f.default)
            else:
                delattr(cls, f.name)


def _collect_fields(cls, kw_only):
    """(all fields by name, those of the bases first; whether each base that is a dataclass is frozen)"""
    found, frozen = {}, []
    for base in reversed(cls.__mro__[1:-1]):
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            found.update((f.name, f) for f in inherited.values())
            frozen.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get("__annotations__", {})
    own = list(_own_fields(cls, annotations, kw_only))
    _put_defaults(cls, own)
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    found.update((f.name, f) for f in own)
    return found, frozen


# ---- methods as text: their lines are those of the methods that CPython makes

def _patterned(cls, name, text, names, space, positional=1):
    """A method whose text is the same for all classes, with patterns in it for the names of fields (late_method)."""
    return _late_method(name, f"{cls.__qualname__}.{name}", cls.__module__, space, text, positional, 0, positional + 2 * len(names) + 16, None, None, names)


def _check_names(names):
    """What an annotation's name can be only if nobody wrote it as an annotation."""
    for name in names:
        if not name.isidentifier():
            raise SyntaxError(f"invalid syntax: field {name!r}")


def _default_of(f):
    return f.default if f.default is not MISSING else _HAS_DEFAULT_FACTORY


def _initial_value(f, slots, space):
    """The text of what a field is set to; None: nothing."""
    name = f.name
    if f.default_factory is not MISSING:
        space[f"__dataclass_factory_{name}__"] = f.default_factory
        return f"__dataclass_factory_{name}__() if {name} is __dataclass_HAS_DEFAULT_FACTORY__ else {name}" if f.init else f"__dataclass_factory_{name}__()"
    if f.init:
        return name
    if slots and f.default is not MISSING:  # it cannot stand in the class
        space[f"__dataclass_dflt_{name}__"] = f.default
        return f"__dataclass_dflt_{name}__"
    return None


def _init_body(self_name, all_fields, frozen, has_post_init, slots, space):
    lines = []
    for f in all_fields:
        value = _initial_value(f, slots, space)
        if value is None:
            continue
        if f._field_type is _FIELD:
            lines.append(f" __dataclass_set__({self_name}, {f.name!r}, {value})" if frozen else f" {self_name}.{f.name} = {value}")
        elif value != f.name:
            lines.append(f" {f.name} = {value}")
    if has_post_init:
        lines.append(f" {self_name}.{_POST_INIT_NAME}({', '.join([f.name for f in all_fields if f._field_type is _FIELD_INITVAR])})")
    return "\n".join(lines) or " pass"


def _defaults(parameters):
    """Those of the positional parameters, or None."""
    defaults = []
    for f in parameters:
        if _has_default(f):
            defaults.append(_default_of(f))
        elif defaults:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    return tuple(defaults) if defaults else None


def _init_method(cls, parameters, keyword_parameters, all_fields, self_name, body, space):
    names = [self_name, *[f.name for f in parameters], *["*"][:len(keyword_parameters)], *[f.name for f in keyword_parameters]]
    keyword_defaults = {f.name: _default_of(f) for f in keyword_parameters if _has_default(f)} or None
    return _late_method("__init__", f"{cls.__qualname__}.__init__", cls.__module__, space, f"\ndef __init__({', '.join(names)}):\n{body}", 1 + len(parameters),
                        len(keyword_parameters), len(names) + 2 * len(all_fields) + 16, _defaults(parameters), keyword_defaults)


_REPR_SPACE = {"_enter": _enter_repr, "_leave": _leave_repr, "__name__": __name__}
_REPR = ("\ndef __repr__(self):\n if not _enter(self): return '...'\n try: return self.__class__.__qualname__ + f\"(`$={self.$!r}`, `)\"\n"
         " finally: _leave(self)")
_HASH = "\ndef __hash__(self):\n return hash((`self.$,` `))"
_INIT, _INIT_FROZEN = "\ndef __init__(self, `$`, `):\n` self.$ = $`\n`", "\ndef __init__(self, `$`, `):\n` __dataclass_set__(self, '$', $)`\n`"
_POST_INIT_CALL = f"\n self.{_POST_INIT_NAME}()"
_FROZEN = (
    ("__setattr__", "\ndef __setattr__(self, name, value):\n if type(self) is _cls or name in (`'$',` `):\n  raise _Frozen(f\"cannot assign to field {name!r}\")\n"
     " super(_cls, self).__setattr__(name, value)", 3),
    ("__delattr__", "\ndef __delattr__(self, name):\n if type(self) is _cls or name in (`'$',` `):\n  raise _Frozen(f\"cannot delete field {name!r}\")\n"
     " super(_cls, self).__delattr__(name)", 2))


def _comparison(name, operator):
    return (f"\ndef {name}(self, other):\n if other.__class__ is self.__class__:\n  return (`self.$,` `) {operator} (`other.$,` `)\n"
            " return NotImplemented")


_EQ = _comparison("__eq__", "==")
_ORDERS = [(name, _comparison(name, operator)) for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="))]


_texts = {}  # id of an alias like Optional[str], which typing makes once: (its text, the alias). Classes of scripts may be renamed


def _annotation_text(annotation):
    if (known := _texts.get(id(annotation))) is not None:
        return known[0]
    if getattr(annotation, "__module__", None) == "typing":
        text = repr(annotation).replace("typing.", "")
        is_union = getattr(annotation, "__origin__", None) is getattr(sys.modules.get("typing"), "Union", MISSING)
        if is_union and len(_texts) < 100 and all([type(part) is type and part.__module__ == "builtins" for part in annotation.__args__]):
            _texts[id(annotation)] = text, annotation
        return text
    if isinstance(annotation, GenericAlias) or not isinstance(annotation, type):
        return repr(annotation)
    name = annotation.__qualname__
    return name if annotation.__module__ == "builtins" else f"{annotation.__module__}.{name}"


def _signature_text(parameters, keyword_parameters):
    def shown(f):
        default = f" = {'<factory>' if f.default is MISSING else repr(f.default)}" if _has_default(f) else ""
        return f"{f.name}: {_annotation_text(f.type)}{default}"
    return f"({', '.join([*map(shown, parameters), *['*'][:len(keyword_parameters)], *map(shown, keyword_parameters)])})"


def _signature_of(cls):
    """That of a class which is not called as its fields say."""
    try:
        import inspect
        return str(inspect.signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError, ImportError):
        return ""


# What the native for usual classes has to know: see _dataclass_parts.
_PARTS = (_DataclassParams, _PLAIN_FIELD, MISSING, InitVar, KW_ONLY, _FIELD, _FIELD_CLASSVAR, _HAS_DEFAULT_FACTORY, FrozenInstanceError, object.__setattr__, _REPR_SPACE, _annotation_text, _signature_of,
          _INIT, _INIT_FROZEN, _POST_INIT_CALL, _REPR, _EQ, _HASH, *[text for _, text in _ORDERS], *[text for _, text, _ in _FROZEN],
          *map(sys.intern, (_FIELDS, _PARAMS, _POST_INIT_NAME, "__dataclass_HAS_DEFAULT_FACTORY__", "_Frozen", "__dataclass_set__", "_cls", "return")),
          (*_slot_numbers(Field, ("name", "type", "default", "kw_only", "_field_type", "init", "repr", "hash", "compare", "default_factory")),
           *_slot_numbers(_DataclassParams, _DataclassParams.__slots__)))


def _process_class(cls, arguments):
    typing = sys.modules.get("typing")
    space = _process(cls, arguments, _PARTS, typing and typing.ClassVar)
    if space is None:
        return _process_unusual(cls, *arguments)
    if arguments[-2]:
        cls = _add_slots(cls, arguments[5], arguments[-1], None if space is True else space)
    return cls if type(cls) is type else _with_abstract_methods(cls)


def _with_abstract_methods(cls):
    if "__abstractmethods__" in cls.__dict__:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _process_unusual(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    mark = _heap_mark()
    globals_ = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    found, frozen_bases = _collect_fields(cls, kw_only)
    if not frozen and any(frozen_bases):
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen and not all(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = found

    own_space = cls.__dict__
    class_hash = own_space.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in own_space)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    _check_names(found)
    init_fields = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    parameters = [f for f in init_fields if f.init and not f.kw_only]
    keyword_parameters = [f for f in init_fields if f.init and f.kw_only]
    own_fields = [f for f in found.values() if f._field_type is _FIELD]
    shown = tuple([f.name for f in own_fields if f.repr])
    compared = tuple([f.name for f in own_fields if f.compare])
    space = {"__dataclass_HAS_DEFAULT_FACTORY__": _HAS_DEFAULT_FACTORY, "_Frozen": FrozenInstanceError, "__dataclass_set__": object.__setattr__,
             "_cls": cls, "__name__": cls.__module__}
    methods = []
    if init:
        self_name = "self" if "self" not in found else "__dataclass_self__"
        body = _init_body(self_name, init_fields, frozen, hasattr(cls, _POST_INIT_NAME), slots, space)
        method = _init_method(cls, parameters, keyword_parameters, init_fields, self_name, body, space)
        if "__init__" not in own_space:
            method.__annotations__ = {**{f.name: f.type for f in parameters + keyword_parameters}, "return": None}
            methods.append(method)
    if repr and "__repr__" not in own_space:
        methods.append(_patterned(cls, "__repr__", _REPR, shown, _REPR_SPACE))
    if eq and "__eq__" not in own_space:
        methods.append(_patterned(cls, "__eq__", _EQ, compared, globals_, 2))
    if order:
        for name, text in _ORDERS:
            if name in own_space:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            methods.append(_patterned(cls, name, text, compared, globals_, 2))
    if frozen:
        names = tuple([f.name for f in own_fields])
        for name, text, positional in _FROZEN:
            if name in own_space:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
            methods.append(_patterned(cls, name, text, names, space, positional))
    hash_action = None
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        hash_action = "add"
    elif eq and not has_explicit_hash:
        hash_action = "add" if frozen else "none"
    if hash_action == "add":
        hashed = tuple([f.name for f in own_fields if (f.compare if f.hash is None else f.hash)])
        methods.append(_patterned(cls, "__hash__", _HASH, hashed, globals_))

    for method in methods:
        setattr(cls, method.__name__, method)
    made_init = init and methods and methods[0].__name__ == "__init__"
    if hash_action == "none":
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        made_here = made_init and type(cls).__call__ is type.__call__
        cls.__doc__ = cls.__name__ + (_signature_text(parameters, keyword_parameters) if made_here else _signature_of(cls))
    if match_args and "__match_args__" not in vars(cls):
        cls.__match_args__ = tuple([f.name for f in parameters])
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, space)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    _heap_stay(mark)
    return _with_abstract_methods(cls)


def _dataclass_getstate(self):
    """The state of a frozen instance with slots, for pickle and copy."""
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _add_slots(cls, is_frozen, weakref_slot, space):
    mark = _heap_mark()
    made = _slotted(cls, tuple([f.name for f in fields(cls)]), weakref_slot)
    if is_frozen:
        for name, method in (("__getstate__", _dataclass_getstate), ("__setstate__", _dataclass_setstate)):
            if name not in cls.__dict__:
                setattr(made, name, method)
    if space is not None:
        space["_cls"] = made
    _heap_stay(mark)
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    """Gives a class methods made from its annotated fields: __init__, __repr__, __eq__, and what else the arguments ask for."""
    arguments = (init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is not None:
        return _process_class(cls, arguments)
    return lambda cls: _process_class(cls, arguments)


# ---- asking dataclasses

def fields(class_or_instance):
    """The fields of a dataclass or an instance of one, as a tuple."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _check_instance(obj, function):
    if not _is_dataclass_instance(obj):
        raise TypeError(f"{function}() should be called on dataclass instances")


_ATOMIC = frozenset((type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len), type(lambda: 0), type,
                     range, property))


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance in a dict, of those within it, too; other values are copied."""
    _check_instance(obj, "asdict")

    def convert(value):
        kind = type(value)
        if kind in _ATOMIC:
            return value
        if hasattr(kind, _FIELDS):
            return dict_factory([(f.name, convert(getattr(value, f.name))) for f in fields(value)])
        return _rebuilt(value, kind, convert)
    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields of an instance in a tuple, of those within it, too; other values are copied."""
    _check_instance(obj, "astuple")

    def convert(value):
        kind = type(value)
        if kind in _ATOMIC:
            return value
        if hasattr(kind, _FIELDS):
            return tuple_factory([convert(getattr(value, f.name)) for f in fields(value)])
        return _rebuilt(value, kind, convert)
    return convert(obj)


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


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None):
    """A new dataclass with these fields: names, (name, type) or (name, type, default or field())."""
    from keyword import iskeyword
    from types import new_class
    body = dict(namespace or {})
    annotations = {}
    for given in fields:
        parts = (given, "typing.Any") if isinstance(given, str) else given
        if len(parts) not in (2, 3):
            raise TypeError(f"Invalid field: {given!r}")
        name, annotation, *default = parts
        if not (isinstance(name, str) and name.isidentifier()):
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
        body.update((name, value) for value in default)
    cls = new_class(cls_name, bases, {}, lambda space: space.update({**body, "__annotations__": annotations}))
    if module is None:
        module = sys._getframemodulename(1)
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A new instance of the class of this one, with some fields changed."""
    _check_instance(obj, "replace")
    for name, f in getattr(obj, _FIELDS).items():
        kind, given = f._field_type, name in changes
        if kind is _FIELD_CLASSVAR:
            continue
        if f.init:
            if not given:
                if kind is _FIELD_INITVAR and f.default is MISSING:
                    raise ValueError(f"InitVar {name!r} must be specified with replace()")
                changes[name] = getattr(obj, name)
        elif given:
            raise ValueError(f"field {name} is declared with init=False, it cannot be specified with replace()")
    return type(obj)(**changes)
