"""namedtuple."""
from _collections import _tuplegetter
from _dataclass_parts import late_method as _late_method
from keyword import iskeyword


def _check_names(typename, field_names, rename):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
    for name in [typename] + field_names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return typename, tuple(field_names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Returns a new subclass of tuple with named fields."""
    typename, fields = _check_names(typename, field_names, rename)
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
    if module is None:
        import sys
        module = sys._getframemodulename(1)
    return make(typename, fields, defaults, module)


def _constructor(typename, fields, defaults):
    # The method that depends on the fields, compiled when it is first called. The names given to them are no identifiers a field may have.
    arguments = ", ".join(fields)
    space = {"_tuple_new": tuple.__new__, "__builtins__": {}, "__name__": f"namedtuple_{typename}"}
    text = f"def __new__(_cls, {arguments}): return _tuple_new(_cls, ({arguments},))" if fields else "def __new__(_cls): return _tuple_new(_cls, ())"
    made = _late_method("__new__", f"{typename}.__new__", space["__name__"], space, text, len(fields) + 1, 0, 3 * len(fields) + 16, defaults, None)
    made.__doc__ = f"Create new instance of {typename}({arguments}{',' if len(fields) == 1 else ''})"
    return made


def make(typename, fields, defaults, module):
    """The class; its arguments have been checked."""
    __new__ = _constructor(typename, fields, defaults)
    count = len(fields)
    template = "(" + ", ".join(f"{name}=%r" for name in fields) + ")"

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make(_map_pop(kwds, fields, self))
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        'Return a nicely formatted representation string'
        return self.__class__.__name__ + template % self

    def _asdict(self):
        'Return a new dict which maps field names to their values.'
        return dict(zip(fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return tuple(self)

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"
    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    for method in (_make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = dict(
        __doc__=f"{typename}({', '.join(fields)}{',' if len(fields) == 1 else ''})", __slots__=(), _fields=fields,
        _field_defaults=dict(zip(fields[count - len(defaults):], defaults)) if defaults else {}, __new__=__new__, _make=_make,
        _replace=_replace, __repr__=__repr__, _asdict=_asdict, __getnewargs__=__getnewargs__, __match_args__=fields,
    )
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    if module is not None:
        namespace["__module__"] = module
    return type(typename, (tuple,), namespace)


def _map_pop(kwds, fields, values):
    pop = kwds.pop
    return [pop(name, value) for name, value in zip(fields, values)]
