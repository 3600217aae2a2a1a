"""namedtuple."""
from _collections import _named_tuple, _named_tuple_names
from keyword import iskeyword, kwlist

_keywords = frozenset(kwlist)


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
    elif (fields := _named_tuple_names(typename, field_names, _keywords)) is not None:
        return typename, fields
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


def _methods(fields, count, template):
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
        nonlocal template
        if template is None:
            template = f"({'=%r, '.join(fields)}=%r)" if fields else "()"
        return self.__class__.__name__ + template % self

    def _asdict(self):
        'Return a new dict which maps field names to their values.'
        return dict(zip(fields, self))

    def __getnewargs__(self):
        'Return self as a plain tuple.  Used by copy and pickle.'
        return tuple(self)

    return _make.__func__, _replace, __repr__, _asdict, __getnewargs__


# What classes are made from: methods, the start of the namespace, the globals of __new__, its texts. The names in __new__ that are not those of fields are none that a field may have.
patterns = (
    *_methods((), 0, ""),
    {"__doc__": None, "__slots__": (), "_fields": None, "_field_defaults": None, "__new__": None, "_make": None, "_replace": None, "__repr__": None,
     "_asdict": None, "__getnewargs__": None, "__match_args__": None},
    {"_tuple_new": tuple.__new__, "__builtins__": None, "__name__": None},
    "def __new__(_cls, `$`, `): return _tuple_new(_cls, (`$,` `))", "def __new__(_cls): return _tuple_new(_cls, ())", [],
)


def make(typename, fields, defaults, module):
    """The class; its arguments have been checked."""
    return _named_tuple(typename, fields, defaults, module, patterns)


def _map_pop(kwds, fields, values):
    pop = kwds.pop
    return [pop(name, value) for name, value in zip(fields, values)]
