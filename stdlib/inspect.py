"""What objects are, have and look like (library reference, "inspect"). Signatures are in _signature, sources in _inspect_source: both come when they
are asked for."""
import collections
import functools
import os
import sys
import types
from collections import namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
TPFLAGS_IS_ABSTRACT = 0x100000

_LAZY = {name: module for module, names in {
    "_signature": "Signature Parameter BoundArguments signature _ParameterKind _empty _void _POSITIONAL_ONLY _POSITIONAL_OR_KEYWORD _VAR_POSITIONAL _KEYWORD_ONLY _VAR_KEYWORD",
    "_inspect_source": "getsource getsourcelines getsourcefile getfile getabsfile getmodule getmodulename findsource getblock getcomments BlockFinder EndOfBlock",
    "_inspect_frames": "getframeinfo getouterframes getinnerframes stack trace currentframe FrameInfo Traceback getlineno getargvalues formatargvalues "
                       "ArgInfo getargs Arguments",
}.items() for name in names.split()}

__all__ = [
    "AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ArgInfo", "Arguments", "Attribute", "BlockFinder", "BoundArguments", "BufferFlags",
    "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR", "CO_ITERABLE_COROUTINE",
    "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS", "ClassFoundException", "ClosureVars", "EndOfBlock",
    "FrameInfo", "FullArgSpec", "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT",
    "Traceback", "classify_class_attrs", "cleandoc", "currentframe", "findsource", "formatannotation", "formatannotationrelativeto", "formatargvalues",
    "get_annotations", "getabsfile", "getargs", "getargvalues", "getasyncgenlocals", "getasyncgenstate", "getattr_static", "getblock", "getcallargs",
    "getclasstree", "getclosurevars", "getcomments", "getcoroutinelocals", "getcoroutinestate", "getdoc", "getfile", "getframeinfo", "getfullargspec",
    "getgeneratorlocals", "getgeneratorstate", "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule", "getmodulename", "getmro",
    "getouterframes", "getsource", "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen", "isasyncgenfunction", "isawaitable",
    "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction", "isdatadescriptor", "isframe", "isfunction", "isgenerator",
    "isgeneratorfunction", "isgetsetdescriptor", "ismemberdescriptor", "ismethod", "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine",
    "istraceback", "markcoroutinefunction", "signature", "stack", "trace", "unwrap", "walktree",
]


class ClassFoundException(Exception):
    """Of earlier versions; programs may name it."""


def __getattr__(name):
    module = _LAZY.get(name)
    if module is None:
        if name == "BufferFlags":
            return _make_buffer_flags()
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(__import__(module), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_LAZY, "BufferFlags"})


def _make_buffer_flags():
    import enum
    global BufferFlags
    BufferFlags = enum.IntFlag("BufferFlags", {
        "SIMPLE": 0x0, "WRITABLE": 0x1, "FORMAT": 0x4, "ND": 0x8, "STRIDES": 0x18, "C_CONTIGUOUS": 0x38, "F_CONTIGUOUS": 0x58, "ANY_CONTIGUOUS": 0x98,
        "INDIRECT": 0x118, "CONTIG": 0x9, "CONTIG_RO": 0x8, "STRIDED": 0x19, "STRIDED_RO": 0x18, "RECORDS": 0x1d, "RECORDS_RO": 0x1c, "FULL": 0x11d,
        "FULL_RO": 0x11c, "READ": 0x100, "WRITE": 0x200}, module=__name__)
    return BufferFlags


# ---- what an object is ----

def _predicate(name, kind, what):
    def predicate(object):
        return isinstance(object, kind)
    predicate.__name__ = predicate.__qualname__ = name
    predicate.__doc__ = f"Whether it is {what}."
    return predicate


ismodule = _predicate("ismodule", types.ModuleType, "a module")
isclass = _predicate("isclass", type, "a class")
isfunction = _predicate("isfunction", types.FunctionType, "a function written in Python")
ismethod = _predicate("ismethod", types.MethodType, "a method written in Python, of an instance or a class")
isbuiltin = _predicate("isbuiltin", types.BuiltinFunctionType, "a built-in function or method")
ismethodwrapper = _predicate("ismethodwrapper", types.MethodWrapperType, "a built-in special method of an instance")
isgetsetdescriptor = _predicate("isgetsetdescriptor", types.GetSetDescriptorType, "an attribute computed by a built-in class")
ismemberdescriptor = _predicate("ismemberdescriptor", types.MemberDescriptorType, "a slot of a class")
isgenerator = _predicate("isgenerator", types.GeneratorType, "a generator")
iscoroutine = _predicate("iscoroutine", types.CoroutineType, "a coroutine")
isasyncgen = _predicate("isasyncgen", types.AsyncGeneratorType, "an asynchronous generator")
istraceback = _predicate("istraceback", types.TracebackType, "a traceback")
isframe = _predicate("isframe", types.FrameType, "a frame")
iscode = _predicate("iscode", types.CodeType, "a code object")
_NO_DESCRIPTORS = (type, types.MethodType, types.FunctionType)  # as far as these questions go


def ismethoddescriptor(object):
    """Whether it has a __get__ but no __set__: a method of a built-in class, say. Classes, methods and functions do not count."""
    kind = type(object)
    return not isinstance(object, _NO_DESCRIPTORS) and hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Whether it has a __set__ or a __delete__: a property, say. Classes, methods and functions do not count."""
    kind = type(object)
    return not isinstance(object, _NO_DESCRIPTORS) and (hasattr(kind, "__set__") or hasattr(kind, "__delete__"))


def isroutine(object):
    """Whether it is any kind of function or method."""
    kinds = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodWrapperType)
    return isinstance(object, kinds) or ismethoddescriptor(object)


def isabstract(object):
    """Whether it is a class with abstract methods, of which there can be no instances."""
    if not isinstance(object, type):
        return False
    if "__abstractmethods__" in vars(object) or not isinstance(object, _abc_meta()):
        return bool(getattr(object, "__abstractmethods__", None))
    # It is being made (__init_subclass__ may ask): what ABCMeta will find is looked for here.
    own = any(getattr(value, "__isabstractmethod__", False) for value in vars(object).values())
    return own or any(getattr(getattr(object, name, None), "__isabstractmethod__", False)
                      for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ()))


def _abc_meta():
    abc = sys.modules.get("abc")
    return abc.ABCMeta if abc is not None else ()


def _innermost(function):
    """What methods and partial objects call in the end."""
    while isinstance(function, types.MethodType):
        function = function.__func__
    while isinstance(function, functools.partial):
        function = function.func
    return function


def _has_flag(function, flag):
    function = _innermost(function)
    if not isinstance(function, types.FunctionType):
        from _signature import _is_function_like
        if not _is_function_like(function):
            return False
    return function.__code__.co_flags & flag != 0


def isgeneratorfunction(obj):
    """Whether a call of it makes a generator."""
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether a call of it makes an asynchronous generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_mark = object()


def iscoroutinefunction(obj):
    """Whether a call of it makes a coroutine: it is an "async def", or marked by markcoroutinefunction."""
    return _has_flag(obj, CO_COROUTINE) or getattr(_innermost(obj), "_is_coroutine_marker", None) is _mark


def markcoroutinefunction(func):
    """Decorator: iscoroutinefunction shall say yes."""
    func = getattr(func, "__func__", func)
    func._is_coroutine_marker = _mark
    return func


def isawaitable(object):
    """Whether it can be awaited."""
    if isinstance(object, types.GeneratorType):  # made one by types.coroutine
        return object.gi_code.co_flags & CO_ITERABLE_COROUTINE != 0
    return isinstance(object, (types.CoroutineType, collections.abc.Awaitable))


# ---- members ----

def _dynamic_attributes(cls, wanted=lambda attribute: True):
    """The names that dir() leaves out: of attributes that have one value in the class and another in instances."""
    return [name for name, value in vars(cls).items() if isinstance(value, types.DynamicClassAttribute) and wanted(value)]


def _members(object, predicate, get):
    names, mro = dir(object), ()
    if isinstance(object, type):
        mro = object.__mro__
        for base in getattr(object, "__bases__", ()):
            names += _dynamic_attributes(base)
    members = {}
    for name in names:
        try:
            if name in members:  # a dynamic attribute: what the class itself has is wanted
                raise AttributeError
            value = get(object, name)
        except AttributeError:
            holder = next((vars(base) for base in mro if name in vars(base)), None)
            if holder is None:
                continue
            value = holder[name]
        members.setdefault(name, []).append(value)
    return [(name, value) for name in sorted(members) for value in members[name] if not predicate or predicate(value)]


def getmembers(object, predicate=None):
    """All members as (name, value), sorted by name; with a predicate, those whose value it accepts."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running any code of the object or its class, as getattr_static."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """A list of all attributes of a class: name, kind ('class method', 'static method', 'property', 'method', 'data'), the class that defines it,
    and the object as it stands in that class."""
    metamro = tuple(kind for kind in type(cls).__mro__ if kind is not type and kind is not object)
    class_bases = (cls, *cls.__mro__)
    names = dir(cls)
    for base in cls.__mro__:
        names += _dynamic_attributes(base, lambda attribute: attribute.fget is not None)
    result, processed = [], set()
    for name in names:
        home = got = in_dict = None
        if name not in processed:  # else it is dynamic: the class's own
            try:
                if name == "__dict__":
                    raise AttributeError("__dict__ is special, don't want the proxy")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _home_of(got, name, cls, class_bases, metamro)
        for base in class_bases + metamro:
            if name in vars(base):
                in_dict = vars(base)[name]
                home = home if home in metamro else base
                break
        if home is None:
            continue
        obj = got if got is not None else in_dict
        if isinstance(in_dict, (staticmethod, types.BuiltinMethodType)):
            kind, obj = "static method", in_dict
        elif isinstance(in_dict, classmethod) or isinstance(in_dict, types.ClassMethodDescriptorType) and getattr(got, "__self__", None) is not None:
            kind, obj = "class method", in_dict  # of built-in ones only what they give tells them from methods
        elif isinstance(in_dict, property):
            kind, obj = "property", in_dict
        else:
            kind = "method" if isroutine(obj) else "data"
        result.append(Attribute(name, kind, home, obj))
        processed.add(name)
    return result


def _home_of(got, name, cls, class_bases, metamro):
    """The class that an attribute comes from, also one that __getattr__ of a metaclass makes up."""
    home = getattr(got, "__objclass__", None)
    if home in class_bases:
        return home
    last = None
    for base in class_bases:
        if getattr(base, name, None) is got:
            last = base
    for base in metamro:
        try:
            value = base.__getattr__(cls, name)
        except AttributeError:
            continue
        if value is got:
            last = base
    return last if last is not None else home


def getmro(cls):
    """The classes in which attributes are looked up, in order; the class itself comes first."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*: follows the chain of :attr:`__wrapped__` attributes. stop: a callback that says where to end early."""
    f = func
    seen = {id(f): f}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {f!r}")
        seen[id(func)] = func
    return func


# ---- documentation ----

def indentsize(line):
    """The number of spaces that a line begins with; tabs count as many as they reach."""
    text = line.expandtabs()
    return len(text) - len(text.lstrip())


def _defining_class(function):
    """The class that a function is written in, by its qualified name; None if it cannot be found."""
    found = sys.modules.get(function.__module__)
    for step in function.__qualname__.split(".")[:-1] if found is not None else ():
        found = getattr(found, step, None)
    return found if isinstance(found, type) else None


def _place(obj):
    """(the class that has a method or descriptor, its name); None if that is not known, or something else has taken its name"""
    if isinstance(obj, (types.MethodType, types.BuiltinFunctionType)):
        bound, name = obj.__self__, obj.__name__ if isbuiltin(obj) else obj.__func__.__name__
        if isinstance(bound, type):  # a method of the class itself, or one that a metaclass gives it
            own = f"{bound.__qualname__}.{name}" == obj.__qualname__ if isbuiltin(obj) else \
                getattr(getattr(bound, name, None), "__func__") is obj.__func__
            if own:
                return bound, name
        return bound.__class__, name
    if isinstance(obj, types.FunctionType):
        cls, name = _defining_class(obj), obj.__name__
    elif isinstance(obj, property):
        cls, name = _defining_class(obj.fget), obj.fget.__name__
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        cls, name = obj.__objclass__, obj.__name__
    else:
        return None
    return (cls, name) if cls is not None and getattr(cls, name) is obj else None


def _inherited_doc(obj):
    """The text that a class or method has from those above it."""
    if isinstance(obj, type):
        texts = [getattr(base, "__doc__", None) for base in obj.__mro__ if base is not object]
    else:
        place = _place(obj)
        if place is None:
            return None
        cls, name = place
        slots = getattr(cls, "__slots__", None)
        if ismemberdescriptor(obj) and isinstance(slots, dict) and name in slots:
            return slots[name]
        texts = [getattr(getattr(base, name, None), "__doc__", None) for base in cls.__mro__]
    return next((text for text in texts if text is not None), None)


def getdoc(object):
    """The documentation of an object, cleaned; what it has not itself may come from what it overrides."""
    try:
        text = object.__doc__
        text = _inherited_doc(object) if text is None else text
    except (TypeError, AttributeError):
        return None
    return cleandoc(text) if isinstance(text, str) else None


def cleandoc(doc):
    """The text without the space that all lines from the second on begin with, and without empty lines at both ends."""
    first, *rest = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip(" ")) for line in rest if line.strip(" ")]
    margin = min(indents) if indents else 0
    lines = [line[margin:] for line in rest] if margin else rest
    return "\n".join([first.lstrip(" "), *lines]).strip("\n")


# ---- classes as a tree ----

def walktree(classes, children, parent):
    """The tree of some classes, given what is below each: pairs of a class and its bases, each followed by the tree below it."""
    tree = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree += [walktree(children[cls], children, cls)]
    return tree


def getclasstree(classes, unique=False):
    """Some classes as nested lists, and above them their bases; with `unique`, a class is listed below one of its bases only."""
    children, roots = {}, []
    for cls in classes:
        bases = cls.__bases__
        if not bases and cls not in roots:
            roots.append(cls)
        if unique:  # the first that is among the classes is the last that counts
            size = next((number for number, base in enumerate(bases, 1) if base in classes), None)
            bases = bases[:size]
        for base in bases:
            below = children.setdefault(base, [])
            if cls not in below:
                below.append(cls)
    return walktree(roots + [base for base in children if base not in classes], children, None)


# ---- annotations ----

def _annotated(obj):
    """(the annotations as they are, globals and locals to evaluate them in)"""
    if isinstance(obj, type):
        module = sys.modules.get(getattr(obj, "__module__", None) or "")
        own = vars(obj).get("__annotations__")
        return None if isinstance(own, types.GetSetDescriptorType) else own, getattr(module, "__dict__", None), dict(vars(obj))
    own = getattr(obj, "__annotations__", None)
    if isinstance(obj, types.ModuleType):
        return own, vars(obj), None
    if callable(obj):
        return own, getattr(obj, "__globals__", None), None
    raise TypeError(f"{obj!r} is not a module, class, or callable.")


def _globals_of_wrapped(obj, default):
    """Those of the function in which annotations were written, however much is wrapped around it."""
    while not isinstance(obj, types.ModuleType):
        if hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        elif isinstance(obj, functools.partial):
            obj = obj.func
        else:
            return getattr(obj, "__globals__", default)
    return default


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or callable, in a new dict; with `eval_str`, those that are text are evaluated."""
    own, own_globals, own_locals = _annotated(obj)
    if own is None:
        return {}
    if not isinstance(own, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str or not own:
        return {**own}
    globals = _globals_of_wrapped(obj, own_globals) if globals is None else globals
    locals = own_locals or {} if locals is None else locals
    parameters = {parameter.__name__: parameter for parameter in getattr(obj, "__type_params__", None) or ()}
    if parameters:
        locals = {**parameters, **locals}
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in own.items()}


def formatannotation(annotation, base_module=None):
    """The text of an annotation; names of classes of `base_module` stand alone."""
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda name: name[0].removeprefix("typing."), repr(annotation))
    if not isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return repr(annotation)
    module, name = annotation.__module__, annotation.__qualname__
    return name if module == "builtins" or module == base_module else f"{module}.{name}"


def formatannotationrelativeto(object):
    """formatannotation for the module that an object is from."""
    return functools.partial(formatannotation, base_module=getattr(object, "__module__", None))


# ---- arguments ----

FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    import _signature
    try:
        found = _signature._signature_of(func, _signature._How(_signature.Signature, follow_wrapped=False, skip_bound=False))
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, positional_only, kwonlyargs, defaults = [], [], [], ()
    varargs = varkw = None
    annotations, kwdefaults = {}, {}
    if found.return_annotation is not found.empty:
        annotations["return"] = found.return_annotation
    for parameter in found.parameters.values():
        kind, name = parameter.kind, parameter.name
        if kind is _signature._POSITIONAL_ONLY or kind is _signature._POSITIONAL_OR_KEYWORD:
            (positional_only if kind is _signature._POSITIONAL_ONLY else args).append(name)
            if parameter.default is not parameter.empty:
                defaults += (parameter.default,)
        elif kind is _signature._VAR_POSITIONAL:
            varargs = name
        elif kind is _signature._KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not parameter.empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not parameter.empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(positional_only + args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def _missing_arguments(f_name, names, is_positional, values):
    names = [repr(name) for name in names if name not in values]
    if len(names) == 1:
        text = names[0]
    else:
        text = ", ".join(names[:-1]) + f" and {names[-1]}"
    kind = "positional" if is_positional else "keyword-only"
    raise TypeError(f"{f_name}() missing {len(names)} required {kind} argument{'' if len(names) == 1 else 's'}: {text}")


def _too_many(f_name, args, kwonly, varargs, default_count, given, values):
    least = len(args) - default_count
    kwonly_given = len([name for name in kwonly if name in values])
    if varargs:
        plural = least != 1
        takes = f"at least {least}"
    elif default_count:
        plural = True
        takes = f"from {least} to {len(args)}"
    else:
        plural = len(args) != 1
        takes = str(len(args))
    extra = ""
    if kwonly_given:
        extra = f" positional argument{'s' if given != 1 else ''} (and {kwonly_given} keyword-only argument{'s' if kwonly_given != 1 else ''})"
    raise TypeError(f"{f_name}() takes {takes} positional argument{'s' if plural else ''} but {given}{extra} {'was' if given == 1 and not kwonly_given else 'were'} given")


def getcallargs(func, /, *positional, **named):
    """Get the mapping of arguments to values: a dict with keys the function argument names (including the names of the * and ** arguments)."""
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = getfullargspec(func)
    f_name = func.__name__
    values = {}
    if getattr(func, "__self__", None) is not None and ismethod(func):
        positional = (func.__self__, *positional)
    default_count = len(defaults) if defaults else 0
    n = min(len(positional), len(args))
    for name, value in zip(args, positional):
        values[name] = value
    if varargs:
        values[varargs] = tuple(positional[n:])
    possible = set(args + kwonlyargs)
    if varkw:
        values[varkw] = {}
    for name, value in named.items():
        if name not in possible:
            if not varkw:
                raise TypeError(f"{f_name}() got an unexpected keyword argument {name!r}")
            values[varkw][name] = value
            continue
        if name in values:
            raise TypeError(f"{f_name}() got multiple values for argument {name!r}")
        values[name] = value
    if len(positional) > len(args) and not varargs:
        _too_many(f_name, args, kwonlyargs, varargs, default_count, len(positional), values)
    if len(positional) < len(args):
        required = args[:len(args) - default_count]
        for name in required:
            if name not in values:
                _missing_arguments(f_name, required, True, values)
        for i, name in enumerate(args[len(args) - default_count:]):
            if name not in values:
                values[name] = defaults[i]
    missing = 0
    for name in kwonlyargs:
        if name not in values:
            if kwonlydefaults and name in kwonlydefaults:
                values[name] = kwonlydefaults[name]
            else:
                missing += 1
    if missing:
        _missing_arguments(f_name, kwonlyargs, False, values)
    return values


ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def getclosurevars(func):
    """Get the mapping of free variables to their current values: nonlocals, globals, builtins, and the set of unbound names."""
    import builtins
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    nonlocals = {}
    for name, cell in zip(func.__code__.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:  # it has no value yet
            pass
    scope = func.__globals__
    built_in = scope.get("__builtins__", builtins)
    places = [(scope, {}), (vars(built_in) if ismodule(built_in) else built_in, {})]
    unbound = set()
    for name in func.__code__.co_names:
        if name in ("None", "True", "False"):  # of code in which they were names
            continue
        for values, found in places:
            if name in values:
                found[name] = values[name]
                break
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, places[0][1], places[1][1], unbound)


# ---- attributes without running code ----

_sentinel = object()


def _instance_value(obj, name):
    try:
        values = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _sentinel
    return dict.get(values, name, _sentinel) if isinstance(values, dict) else _sentinel


def _class_value(cls, name):
    for entry in type.__dict__["__mro__"].__get__(cls):
        shadow = type.__dict__["__dict__"].__get__(entry)
        if name in shadow:
            return shadow[name]
    return _sentinel


def _has_own_dict_property(cls):
    """Whether a class replaces __dict__ of its instances by something of its own."""
    found = _class_value(cls, "__dict__")
    return found is not _sentinel and not isinstance(found, (types.GetSetDescriptorType, types.MemberDescriptorType))


def getattr_static(obj, attr, default=_sentinel):
    """Retrieve attributes without triggering dynamic lookup via the descriptor protocol, __getattr__ or __getattribute__."""
    of_instance = _sentinel
    if not issubclass(type(obj), type):  # isinstance would ask obj.__class__
        cls = type(obj)
        if not _has_own_dict_property(cls):
            of_instance = _instance_value(obj, attr)
    else:
        cls = obj
    of_class = _class_value(cls, attr)
    if of_instance is not _sentinel and of_class is not _sentinel:
        kind = type(of_class)
        if _class_value(kind, "__get__") is not _sentinel and (_class_value(kind, "__set__") is not _sentinel or _class_value(kind, "__delete__") is not _sentinel):
            return of_class
    if of_instance is not _sentinel:
        return of_instance
    if of_class is not _sentinel:
        return of_class
    if obj is cls:
        for entry in type.__dict__["__mro__"].__get__(type(cls)):
            shadow = type.__dict__["__dict__"].__get__(entry)
            if attr in shadow:
                return shadow[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


# ---- generators and coroutines ----

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(prefix, running, suspended, frame):
    return prefix + ("RUNNING" if running else "SUSPENDED" if suspended else "CLOSED" if frame is None else "CREATED")


def _locals(frame):
    return frame.f_locals if frame is not None else {}


def getgeneratorstate(generator):
    """Get current state of a generator-iterator: GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state("GEN_", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getgeneratorlocals(generator):
    """Get the mapping of generator local variables to their current values."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return _locals(generator.gi_frame)


def getcoroutinestate(coroutine):
    """Get current state of a coroutine object: CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state("CORO_", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getcoroutinelocals(coroutine):
    """Get the mapping of coroutine local variables to their current values."""
    return _locals(getattr(coroutine, "cr_frame", None))


def getasyncgenstate(agen):
    """Get current state of an asynchronous generator object: AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state("AGEN_", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getasyncgenlocals(agen):
    """Get the mapping of asynchronous generator local variables to their current values."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals(agen.ag_frame)


def _main():
    """python -m inspect [--details] module[:qualname]: its source, or what is known of it."""
    import argparse
    import importlib
    from inspect import findsource, getsource, getsourcefile

    parser = argparse.ArgumentParser()
    parser.add_argument("object", help="The object to be analysed. It supports the 'module:qualname' syntax")
    parser.add_argument("-d", "--details", action="store_true", help="Display info about the module rather than its source code")
    args = parser.parse_args()
    target = args.object
    name, has_names, names = target.partition(":")
    try:
        found = module = importlib.import_module(name)
    except Exception as error:
        print(f"Failed to import {name} ({type(error).__name__}: {error})", file=sys.stderr)
        sys.exit(2)
    for part in names.split(".") if has_names else ():
        found = getattr(found, part)
    if module.__name__ in sys.builtin_module_names:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    if not args.details:
        print(getsource(found))
        return
    print(f"Target: {target}\nOrigin: {getsourcefile(module)}\nCached: {module.__cached__}")
    if found is module:
        print(f"Loader: {module.__loader__!r}")
        if hasattr(module, "__path__"):
            print(f"Submodule search path: {module.__path__}")
    else:
        try:
            print(f"Line: {findsource(found)[1]}")
        except Exception:
            pass
    print()


if __name__ == "__main__":
    from inspect import _main
    _main()
