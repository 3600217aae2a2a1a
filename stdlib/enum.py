"""Enumerations (library reference, "enum").

How a class comes about: its body runs in an _EnumDict, which tells members from what else is defined there. EnumType.__new__ makes the class
without the members, but with a _Founder among its attributes; as that is told its name it makes them all, so that they are there when
__init_subclass__ runs. What all members need is known then: the type of the values, the function that makes members, and how values are shown.
The module _enum_parts has the natives that do what most bodies and members need, and comes here for what is rare about them.

Where the base classes themselves are being made, Enum, Flag and ReprEnum are (): nothing is a subclass of that.
"""
import _operator as operator
import sys
from _enum_parts import Body as _Body, Founder as _Founder, new_body as _new_body, plan_of as _plan_of, planned_body as _planned_body, planned_class as _planned_class
from _runtime import global_names as _global_names, set_global as _set_global
from types import DynamicClassAttribute, MappingProxyType

__all__ = """EnumType EnumMeta Enum IntEnum StrEnum Flag IntFlag ReprEnum auto unique property verify member nonmember FlagBoundary STRICT CONFORM
    EJECT KEEP global_flag_repr global_enum_repr global_str global_enum EnumCheck CONTINUOUS NAMED_FLAGS UNIQUE pickle_by_global_name
    pickle_by_enum_name""".split()

Enum = Flag = ReprEnum = ()
_digits, _plain_property = bin, property  # this module has others of these names
EJECT = KEEP = None
_get, _set = type.__getattribute__, type.__setattr__


# ---- what names in a body mean

def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_framed(name, mark, length):
    # Between two marks there is something that has no underscore at its ends.
    inner = name[length:-length]
    return inner != "" and inner[0] != "_" != inner[-1] and name.startswith(mark) and name.endswith(mark)


def _is_dunder(name):
    return _is_framed(name, "__", 2)


def _is_sunder(name):
    return _is_framed(name, "_", 1)


def _is_private(cls_name, name):
    start, _, rest = name.partition(f"_{cls_name}__")
    return not start and rest != "" and rest[0] != "_" and not rest.endswith("__") and name != rest


class _Unset:
    def __repr__(self):
        return "_auto_null"


_unset = _Unset()


class _Wrapped:
    def __init__(self, value):
        self.value = value


class nonmember(_Wrapped):
    """Keeps a value of an enum's body from becoming a member."""


class member(_Wrapped):
    """Makes a member of a value of an enum's body, of whatever kind."""


class auto(_Wrapped):
    """Stands for the value that follows the last one."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


_SETTINGS = frozenset("""_order_ _generate_next_value_ _numeric_repr_ _missing_ _ignore_ _iter_member_ _iter_member_by_value_
    _iter_member_by_def_""".split())


def _words(names):
    return names.replace(",", " ").split() if isinstance(names, str) else list(names)


class _EnumDict(_Body):
    """The namespace of an enum's body: finds the members, and refuses names that are used twice."""

    # _member_names: in order; the values mean nothing. _values: those that the next auto() follows.

    def _store(self, key, value):
        """What storing an item comes to if there is more about it than usual."""
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._setting(key, value)
        elif not _is_dunder(key):
            value = self._plain(key, value)
        elif key == "__order__":
            key = "_order_"
        dict.__setitem__(self, key, value)

    def _setting(self, key, value):
        if key not in _SETTINGS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._has_followed:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._following = value.__func__ if isinstance(value, staticmethod) else value
            value = staticmethod(self._following)
        elif key == "_ignore_":
            value = self._ignored = _words(value)
            if already := set(value).intersection(self._member_names):
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _plain(self, key, value):
        """What is stored for a name that has no special form; most are members."""
        known = key in self._member_names
        if not known:
            if key in self._ignored:
                return value
            if isinstance(value, nonmember):
                return value.value
            if _is_descriptor(value):
                return value
            if isinstance(value, type):
                _warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator to keep the current behavior.")
        if known or key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        kind = type(value)
        if isinstance(value, auto):
            value = self._follow(key, value)
        elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
            parts = [self._follow(key, part) if isinstance(part, auto) else part for part in value]
            value = tuple(parts) if kind is tuple else kind(*parts)
        else:
            value = value.value if isinstance(value, member) else value
            self._values.append(value)
        self._member_names[key] = None
        return value

    def _follow(self, key, item):
        if item.value is _unset:
            self._has_followed = True
            item.value = self._following(key, 1, len(self._member_names), list(self._values))
        self._values.append(item.value)
        return item.value

    def update(self, members, **more_members):
        """As that of dicts, but each name is looked at."""
        for source in (members, more_members):
            if not hasattr(source, "keys"):
                pairs = source
            else:
                pairs = [(name, source[name]) for name in source.keys()]
            for pair in pairs:
                self.__setitem__(*pair)


def _warn(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=4)


# ---- attributes of members

class property(DynamicClassAttribute):
    """A property of members that leaves the name free in the class, where a member may have it."""

    member = None  # what the class has by that name
    _is_of_value = False  # whether it's what values have by that name

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        if fget is not None:
            super().__init__(fget, fset, fdel, doc or getattr(fget, "__doc__", None) or "")
            return
        self.fget, self.fset, self.fdel, self.__doc__ = None, fset, fdel, doc
        self.overwrite_doc, self.__isabstractmethod__ = doc is None, False

    def __set_name__(self, ownerclass, name):
        self.name, self.clsname = name, ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        whose = ""
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            if self._is_of_value:
                return getattr(instance._value_, self.name)
            if self.name in instance.__dict__:
                return instance.__dict__[self.name]
            whose = " member"
        if self.member is None:
            raise AttributeError(f"{ownerclass!r}{whose} has no attribute {self.name!r}")
        return self.member

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)


class _NameOfMember(property):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(instance, ownerclass) if instance is None else instance._name_


class _ValueOfMember(property):
    def __get__(self, instance, ownerclass=None):
        return super().__get__(instance, ownerclass) if instance is None else instance._value_


def _attribute_for(cls, name, made):
    """What the class has by a member's name: the member, or a property that gives it, if members have an attribute of the name from a base class."""
    hidden = None
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if found is None:
            continue
        if isinstance(found, DynamicClassAttribute):
            hidden = found
            break
        if hidden is None and _is_descriptor(found):
            hidden = found
    if hidden is None:
        return made
    both = (type(hidden) if isinstance(hidden, (_NameOfMember, _ValueOfMember)) else property)()
    if isinstance(hidden, (DynamicClassAttribute, _plain_property)):
        both.fget, both.fset, both.fdel = hidden.fget, hidden.fset, hidden.fdel
    else:
        both._is_of_value = True
    both.member = made
    both.__set_name__(cls, name)
    return both


# ---- making members

def _is_single_bit(number):
    return number > 0 and not number & number - 1


def _value_of(data_type, args):
    """The value of a member whose __new__ has given it none."""
    try:
        return data_type(*args)
    except Exception as error:
        raise TypeError("_value_ not set in __new__, unable to create it") from error


def _takes_part(cls, value):
    """Counts the bits of a flag: whether it is listed. Negative ones and those without a bit are names of combinations."""
    mask = cls._flag_mask_
    mask |= value
    _set(cls, "_flag_mask_", mask)
    is_single = _is_single_bit(value)
    if is_single:
        _set(cls, "_singles_mask_", cls._singles_mask_ | value)
    _set(cls, "_all_bits_", 2 ** mask.bit_length() - 1)
    return is_single


_marks = (auto, _unset, None, None, None, None, None, _attribute_for, _value_of, _takes_part)  # for _enum_parts


def _marks_with(init, *followings):
    return (auto, _unset, init, *followings, _attribute_for, _value_of, _takes_part)


def _member_with(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        pass  # not hashable
    for known in cls._member_map_.values():
        if known._value_ == value:
            return known
    return None


# What a class that is derived from this module's own enums need not find out: tuples as planned_class takes them.
_plans = []
_PLANNED = set()  # the bases of which there may be plans
_KEYS = tuple(map(sys.intern, (
    "_new_member_", "_use_args_", "_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_member_type_", "_value_repr_", "_boundary_", "_flag_mask_",
    "_singles_mask_", "_all_bits_", "_inverted_")))
_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")
_SHOWN = ("__repr__", "__str__", "__format__", "__reduce_ex__")
_SPECIAL = (*map(sys.intern, ("_ignore_", "_order_", "__new__", *_SHOWN, *_OPERATORS)),)


def _remember_plan(bases, classdict, data_type, parent, shown_by, is_flag, new, use_args, settings):
    special = _SPECIAL[:3] if data_type is object else _SPECIAL
    if classdict.keys().isdisjoint(special) and _plan_of(_plans, bases) is None:
        boundary = parent._boundary_ if is_flag else None
        _plans.append((bases, data_type, shown_by, is_flag, new, use_args, boundary, special, _KEYS, _marks, settings,
                       _order_by_definition if is_flag else None, []))


def _mixins(class_name, bases):
    """(the type of the values, the enum that is derived from)"""
    if not bases:
        return object, Enum or None
    parent = bases[-1]
    if isinstance(parent, EnumType):
        return _data_type(class_name, bases), parent
    raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")


def _data_type(class_name, bases):
    # From each base the first class that makes its own objects, or is a dataclass; an enum among them says what its values are.
    found = {}
    for chain in bases:
        derived = None  # the class nearest to `chain` that only adds to what it is derived from
        for base in chain.__mro__[:-1]:
            if isinstance(base, EnumType):
                if base._member_type_ is object:
                    continue
                found[base._member_type_] = None
                break
            derived = derived or base
            if not base.__dict__.keys().isdisjoint(("__new__", "__dataclass_fields__")):
                found[derived] = None
                break
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
    return next(iter(found), object)


def _shown_by(bases):
    """How values are shown: a function, or None for repr()."""
    for base in [base for chain in bases for base in chain.__mro__ if base is not object]:
        if isinstance(base, EnumType):
            return base._value_repr_
        own = base.__dict__
        if "__repr__" in own:
            made_for_it = "__dataclass_fields__" in own and "__dataclass_params__" in own and own["__dataclass_params__"].repr
            return _fields_shown if made_for_it else own["__repr__"]
    return None


def _fields_shown(value):
    return ", ".join([f"{field.name}={getattr(value, field.name)!r}" for field in value.__dataclass_fields__.values() if field.repr])


def _maker(classdict, data_type, parent):
    """(the function that makes members, whether it is given their values)"""
    lookup = Enum and Enum.__new__  # what calling a finished enum does
    new = classdict.get("__new__")
    if new is None:
        inert = (None, None.__new__, object.__new__, lookup)
        candidates = [getattr(source, method, None) for method in ("__new_member__", "__new__") for source in (data_type, parent)]
        new = next((found for found in candidates if found not in inert), object.__new__)
    return new, parent is not None and new is not object.__new__ and new is not lookup


# ---- the class of enums

class EnumType(type):
    """The class of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        if metacls is EnumType:
            body = _planned_body(_plans, _EnumDict, cls, bases, _marks)
            if body is not None:
                return body
        metacls._check_for_existing_members_(cls, bases)
        parent = _mixins(cls, bases)[1]
        following = None if parent is None else getattr(parent, "_generate_next_value_", None)
        return _new_body(_EnumDict, cls, following, _marks)

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if metacls is EnumType and boundary is None and not _simple and not kwds:
            try:
                made = _planned_class(_plans, cls, bases, classdict, Enum)
            except Exception as error:
                _forget_founder(error)
                raise
            if made is not None:
                return made
        make = type.__new__ if metacls is EnumType else super().__new__
        if _simple:
            return make(metacls, cls, bases, classdict, **kwds)
        return _class_with(make, metacls, cls, bases, classdict, boundary, kwds)

    # ---- as a function

    def __call__(cls, value=_unset, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """A member by its value; for an enum without members a new enum."""
        if value is _unset:
            raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
        if cls._member_map_:
            return cls.__new__(cls, (value, names, *values) if names else value)
        if names is None and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """A new enum with members of these names: a string of them, an iterable of them or of (name, value), or a mapping."""
        metacls, bases = cls.__class__, (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        names = _words(names) if isinstance(names, str) else names or ()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            following, last = _mixins(class_name, bases)[1]._generate_next_value_, []
            for count, name in enumerate(names):
                last.append(following(name, start, count, last[:]))
            names = zip(names, last)
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        if module is None:
            module = sys._getframemodulename(2)
        for key, told in (("__module__", module), ("__qualname__", qualname)):
            if told is not None:
                body[key] = told
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """A new enum of those constants of a module that a function of their names accepts; it and its members take their place."""
        space = vars(sys.modules[module])
        constants = space if source is None else vars(source)
        chosen = [(key, constants[key]) for key in constants if filter(key)]
        try:
            chosen.sort(key=operator.itemgetter(1, 0))
        except TypeError:
            chosen.sort(key=operator.itemgetter(0))  # the values can't be compared
        made = cls(name, chosen, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        space.update(made.__members__)
        space[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for base in [base for chain in bases for base in chain.__mro__]:
            if Enum and isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    # ---- as a container of its members

    def __bool__(cls):
        """True, also without members."""
        return True

    def __len__(cls):
        """The number of members; aliases don't count."""
        return len(cls._member_names_)

    def __iter__(cls):
        """The members in the order of their definition."""
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_])

    def __reversed__(cls):
        """The members, the last one first."""
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_[::-1]])

    def __getitem__(cls, name):
        """A member by its name."""
        return cls._member_map_[name]

    @_plain_property
    def __members__(cls):
        """All names with their members, aliases too."""
        return MappingProxyType(cls._member_map_)

    def __contains__(cls, value):
        """Whether it is a member, or the value of one."""
        return isinstance(value, cls) or value in cls._value2member_map_ or value in cls._unhashable_values_

    # ---- as a class

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        _set(cls, name, value)

    def __delattr__(cls, attr):
        if attr not in cls._member_map_:
            return super().__delattr__(attr)
        raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")

    def __dir__(cls):
        names = set("__class__ __contains__ __doc__ __getitem__ __iter__ __len__ __members__ __module__ __name__ __qualname__".split())
        names.update(cls._member_names_)
        for method, found in (("__new__", cls._new_member_), ("__init_subclass__", cls.__init_subclass__)):
            if found is not getattr(object, method):
                names.add(method)
        return sorted(names if cls._member_type_ is object else names.union(dir(cls._member_type_)))

    def __repr__(cls):
        return f"<{'flag' if issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"


EnumMeta = EnumType


def _class_with(make, metacls, cls, bases, classdict, boundary, kwds):
    if "_ignore_" in classdict:
        for name in [*classdict["_ignore_"], "_ignore_"]:
            classdict.pop(name, None)
    values = {name: classdict[name] for name in classdict._member_names}
    if unfit := [name for name in ("mro", "") if name in values]:
        raise ValueError(f"invalid enum member name(s) {','.join(map(repr, unfit))}")
    order = classdict.pop("_order_", None)
    data_type, parent = _mixins(cls, bases)
    shown_by, is_flag = _shown_by(bases), any([issubclass(base, Flag) for base in bases]) if Flag else None
    new, use_args = _maker(classdict, data_type, parent)
    space = {name: value for name, value in classdict.items() if name not in values}
    names, of_value, unhashable = [], {}, []
    founder = _Founder(values, new, use_args, data_type, is_flag, names, of_value, unhashable, _marks)
    space.update(zip(_KEYS, (new, use_args, names, founder, of_value, unhashable, data_type, shown_by)))
    if is_flag or is_flag is None and boundary:
        space.update(_boundary_=boundary or parent._boundary_, _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
    made = _made(make, metacls, cls, bases, space, kwds)
    settings = ()
    if data_type is not object or len(bases) != 1:  # else what members need is the parent's
        before = len(made.__dict__)
        _complete(made, classdict, data_type, parent, ReprEnum in bases if ReprEnum else False)
        settings = tuple(made.__dict__.items())[before:]
    if _PLANNED.issuperset(map(id, bases)) and not kwds and boundary is None and bases:
        _remember_plan(bases, classdict, data_type, parent, shown_by, is_flag, new, use_args, settings)
    if Enum:
        if "__new__" in classdict:
            _set(made, "__new_member__", new)
        _set(made, "__new__", Enum.__new__)
    if order is not None:
        _check_order(made, _words(order))
    if is_flag:
        _order_by_definition(made)
    return made


def _made(make, metacls, cls, bases, space, kwds):
    try:
        return make(metacls, cls, bases, space, **kwds)
    except Exception as error:
        _forget_founder(error)
        raise


def _forget_founder(error):
    # That a member was being made while the class was isn't told.
    notes = getattr(error, "__notes__", [])
    if notes and f"'{_Founder.__name__}' instance" in notes[-1]:
        notes.pop()
        if not notes:
            del error.__notes__


def _order_by_definition(made):
    """The members of a flag that are not in the order of their bits."""
    values = [each._value_ for each in made]
    if values != sorted(values):
        _set(made, "_iter_member_", made._iter_member_by_def_)


def _complete(made, classdict, data_type, parent, like_value):
    """Methods that come from the wrong one of the data type and the enum are set right."""
    if like_value:  # a member is printed and formatted as its value
        text = data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__
        for name, method in (("__format__", data_type.__format__), ("__str__", text)):
            if name not in classdict:
                classdict[name] = method
                _set(made, name, method)
    if parent is not None:
        for name in _SHOWN:
            if name not in classdict and getattr(made, name) in (getattr(data_type, name), getattr(object, name)):
                _set(made, name, getattr(parent, name))
    if issubclass(made, Flag):
        for name in _OPERATORS:
            method = getattr(made, name)
            if name not in classdict and method is not getattr(Flag, name) and method is getattr(data_type, name, None):
                _set(made, name, getattr(Flag, name))


def _check_order(made, order):
    """Whether _order_ names the members in their order; aliases in it are passed over."""
    order = [name for name in order if name not in made._member_map_ or name in made._member_names_]
    if order != made._member_names_:
        raise TypeError(f"member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}")


# ---- enums

class Enum(metaclass=EnumType):
    """A set of names for values: each class attribute that a body defines becomes a member."""

    @classmethod
    def __signature__(cls):
        return "(*values)" if cls._member_names_ else "(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)"

    def __new__(cls, value):
        # A member by its value; in a class that is being made, `_new_member_` is called instead.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            found = _member_with(cls, value)
            if found is not None:
                return found
        return _missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the greatest, or if they can't be compared than the last that a number can be added to."""
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            _warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                  "and the value returned will be the largest value in the enum incremented by 1")
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                continue
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    @_NameOfMember
    def name(self):
        """The name of the Enum member."""

    @_ValueOfMember
    def value(self):
        """The value of the Enum member."""

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __dir__(self):
        cls, members = self.__class__, self._member_map_
        names = {name for name in getattr(self, "__dict__", ()) if name not in members}
        for base in cls.__mro__:
            for name, attribute in base.__dict__.items():
                if name not in members or isinstance(attribute, property) and attribute.fget is not None:
                    names.add(name)
                elif isinstance(attribute, property):
                    names.discard(name)
        shown = {name for name in names if name[:1] != "_"}
        shown.update("__class__ __doc__ __eq__ __hash__ __module__".split(), () if cls._member_type_ is object else object.__dir__(self))
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _missing(cls, value):
    """What _missing_() makes of a value that no member has."""
    if not cls._member_map_:  # from a __new__ of the class that is being made, where object's was meant
        raise TypeError(f"{cls!r} has no members defined")
    absent = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        made = cls._missing_(value)
    except Exception as error:
        if not isinstance(error, ValueError):
            error.__context__ = absent
        failure = error
    else:
        if isinstance(made, cls) or isinstance(made, int) and issubclass(cls, Flag) and cls._boundary_ is EJECT:
            return made
        failure = absent
        if made is not None:
            failure = TypeError(f"error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid member")
            failure.__context__ = absent
    try:
        raise failure
    finally:
        del failure, absent


_marks = _marks_with(Enum.__init__, Enum._generate_next_value_, None, None, None)


class ReprEnum(Enum):
    """Members are shown as such, but printed and formatted as their values."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        for what, value in zip(("", "encoding must be a string, not ", "errors must be a string, not "), values):
            if not isinstance(value, str) and (what or len(values) == 1):
                raise TypeError(f"{what}{value!r}" if what else f"{value!r} is not a string")
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()


# ---- flags

class FlagBoundary(StrEnum):
    """What a Flag does with bits that none of its members has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _iter_bits_lsb(number):
    if number < 0:
        raise ValueError(f"{number!r} is not a positive integer")
    while number:
        rest = number & number - 1  # without the lowest bit
        yield number - rest
        number = rest


def show_flag_values(value):
    """The values of one bit each that it is made of."""
    return [*_iter_bits_lsb(value)]


def bin(num, max_bits=None):
    """The bits of an integer, behind one for its sign: '0b1 010' is -6. Filled with it up to max_bits."""
    length = num.bit_length()
    digits = _digits(num + (1 << length) if num < 0 else num)[2:].rjust(length, "0") if length else ""
    sign = "1" if num < 0 else "0"
    return f"0b{sign} {digits if max_bits is None else digits.rjust(max_bits, sign)}"


def _bitwise(name, operate):
    """A Flag's operator: with members, and with values if members are numbers themselves."""
    def method(self, other):
        cls, data_type = self.__class__, self._member_type_
        if isinstance(other, cls):
            other = other._value_
        elif data_type is object or not isinstance(other, data_type):
            return NotImplemented
        value = operate(self._value_, other)
        known = cls._value2member_map_.get(value)
        return cls(value) if known is None else known
    method.__name__, method.__qualname__ = name, f"Flag.{name}"
    return method


class Flag(Enum, boundary=STRICT):
    """Members are bits, which can be combined."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the bit above the highest."""
        if not last_values:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {highest!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members that a value is made of, the lowest bit first."""
        rest, member_of = value & cls._flag_mask_, cls._value2member_map_.get
        if rest < 0:
            raise ValueError(f"{rest!r} is not a positive integer")
        while rest:
            higher = rest & rest - 1
            yield member_of(rest - higher)
            rest = higher

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The members that a value is made of, in the order of their definition."""
        yield from sorted(cls._iter_member_by_value_(value), key=operator.attrgetter("_sort_order_"))

    @classmethod
    def _missing_(cls, value):
        """Makes the member of a combination of bits."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        bits, mask, boundary = cls._all_bits_, cls._flag_mask_, cls._boundary_
        if value > bits or value < ~bits or value & (bits ^ mask):  # there are bits that no member has
            if boundary is EJECT:
                return value
            value = _within(cls, value)
        asked = value
        if value < 0:
            value += bits + 1
        if boundary is not KEEP and (unknown := value & ~mask):
            raise ValueError(f"{cls.__name__}({value!r}) --> unknown values {unknown!r} [{bin(unknown)}]")
        data_type = cls._member_type_
        made = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = _name_of_bits(cls, value)
        made = cls._value2member_map_.setdefault(value, made)
        cls._value2member_map_[asked] = made
        return made

    def __contains__(self, other):
        """Whether all bits of another member are in this one."""
        cls = self.__class__
        if isinstance(other, cls):
            return not other._value_ & ~self._value_
        raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {cls.__qualname__!r}")

    def __iter__(self):
        """The members of one bit that it is made of."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        cls = self.__class__
        name = "" if self._name_ is None else f".{self._name_}"
        return f"<{cls.__name__}{name}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    __or__ = __ror__ = _bitwise("__or__", operator.or_)
    __and__ = __rand__ = _bitwise("__and__", operator.and_)
    __xor__ = __rxor__ = _bitwise("__xor__", operator.xor)

    def __invert__(self):
        other = self._inverted_
        if other is None:
            value = ~self._value_
            other = self._inverted_ = self.__class__(value if self._boundary_ in (EJECT, KEEP) else value & self._singles_mask_)
        return other


def _within(cls, value):
    """What a Flag's boundary makes of a value with other bits than members have."""
    boundary, mask = cls._boundary_, cls._flag_mask_
    if boundary is STRICT:
        width = max(value.bit_length(), mask.bit_length())
        raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}")
    if boundary is CONFORM:
        return value & mask
    if boundary is KEEP:
        return value if value >= 0 else value + max(cls._all_bits_ + 1, 1 << value.bit_length())
    raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")


def _name_of_bits(cls, value):
    """The names of the members that a value is made of, and what else is in it; None if there is no member."""
    singles, unknown = cls._singles_mask_, value
    found = list(cls._iter_member_(value & singles))
    if value & ~singles:  # not all bits have a member of their own
        others = [each for each in cls._member_map_.values() if each._value_ and each._value_ & value == each._value_]
        found = list(dict.fromkeys(found + others))
    for each in found:
        unknown &= ~each._value_
    if not found:
        return None
    names = [each._name_ for each in found]
    if unknown:
        if cls._boundary_ is STRICT:
            raise ValueError(f"{cls!r}: no members with value {unknown!r}")
        names.append(cls._numeric_repr_(unknown))
    return "|".join(names)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are bits, and ints."""


# ---- what is said of whole enums

def _aliases(enumeration):
    return ", ".join([f"{name} -> {each.name}" for name, each in enumeration.__members__.items() if name != each.name])


def unique(enumeration):
    """Class decorator: no two names may have the same value."""
    if aliases := _aliases(enumeration):
        raise ValueError(f"duplicate values found in {enumeration!r}: {aliases}")
    return enumeration


# ---- members as names of a module

def pickle_by_enum_name(self, proto):
    """__reduce_ex__() for members that are to be pickled by their names in the enum."""
    return getattr, (self.__class__, self._name_)


def pickle_by_global_name(self, proto):
    """__reduce_ex__() for members that are to be pickled by their names in the module."""
    return self.name


def _last_part(module):
    return module.rpartition(".")[2]


def global_enum_repr(self):
    """A member as it is written behind the name of the module."""
    return f"{_last_part(self.__class__.__module__)}.{self._name_}"


def global_flag_repr(self):
    """A member of a Flag, or the members it is made of, as they are written behind the name of the module."""
    cls, module = self.__class__, _last_part(self.__class__.__module__)
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_!r})"
    keeps = self._boundary_ is KEEP and not _is_single_bit(self._value_)  # then the rest may be a number
    names = [self._name_] if _is_single_bit(self._value_) else self._name_.split("|")
    return "|".join([name if keeps and name[0].isdigit() else f"{module}.{name}" for name in names])


def global_str(self):
    """A member as its name alone."""
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """Class decorator: the members become names of the module, and are shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


_marks = _marks_with(Enum.__init__, Enum._generate_next_value_, Flag._generate_next_value_, StrEnum._generate_next_value_, StrEnum.__new_member__)
_PLANNED.update(map(id, (Enum, IntEnum, StrEnum, Flag, IntFlag, int, str, float)))


# ---- what few programs ask for

_LATE = ("EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify")


def __getattr__(name):
    if name in _LATE:
        return _set_global(name, getattr(__import__("_enum_checks"), name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted({*_global_names(), *_LATE})
