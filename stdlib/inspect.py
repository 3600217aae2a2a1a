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
TPFLAGS_IS_ABSTRACT = 1 << 20

_LAZY = {name: module for module, names in {
    "_signature": "Signature Parameter BoundArguments signature _ParameterKind _empty _void",
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
    pass


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

def ismodule(object):
    """Return true if the object is a module."""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Return true if the object is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Return true if the object is an instance method."""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor: it has __get__ but not __set__, and is no method, function or class."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Return true if the object is a data descriptor: it has a __set__ or a __delete__ attribute."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Return true if the object is a member descriptor: a slot of a class."""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Return true if the object is a getset descriptor: an attribute computed by a built-in class."""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Return true if the object is a user-defined function."""
    return isinstance(object, types.FunctionType)


def _has_code_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial):
        f = f.func
    if not isfunction(f):
        from _signature import _is_function_like
        if not _is_function_like(f):
            return False
    return bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_code_flag(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def _has_coroutine_mark(f):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial):
        f = f.func
    return getattr(f, "_is_coroutine_marker", None) is _is_coroutine_mark


def markcoroutinefunction(func):
    """Decorator to ensure callable is recognised as a coroutine function."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_marker = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function: made by "async def", or marked by markcoroutinefunction."""
    return _has_code_flag(obj, CO_COROUTINE) or _has_coroutine_mark(obj)


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    """Return true if the object is an asynchronous generator."""
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    """Return true if the object is a generator."""
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    """Return true if the object is a coroutine."""
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    """Return true if object can be passed to an `await` expression."""
    return (isinstance(object, types.CoroutineType) or (isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
            or isinstance(object, collections.abc.Awaitable))


def istraceback(object):
    """Return true if the object is a traceback."""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Return true if the object is a frame object."""
    return isinstance(object, types.FrameType)


def iscode(object):
    """Return true if the object is a code object."""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Return true if the object is a built-in function or method."""
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    """Return true if the object is a method wrapper."""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- members ----

def _getmembers(object, predicate, getter):
    results, processed = [], set()
    names = dir(object)
    if isclass(object):
        mro = getmro(object)
        try:
            for base in object.__bases__:
                names += [k for k, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute)]
        except AttributeError:
            pass
    else:
        mro = ()
    for key in names:
        try:
            value = getter(object, key)
            if key in processed:
                raise AttributeError  # a dynamic class attribute: what the class itself has is wanted
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((key, value))
        processed.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name. Optionally, only return members that satisfy a given predicate."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name without triggering dynamic lookup via the descriptor protocol,
    __getattr__ or __getattribute__."""
    return _getmembers(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """Return list of attribute-descriptor tuples: name, kind ('class method', 'static method', 'property', 'method', 'data'), the class that
    defines it, and the object as it stands in that class."""
    mro = getmro(cls)
    metamro = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    class_bases = (cls,) + mro
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        names += [k for k, v in base.__dict__.items() if isinstance(v, types.DynamicClassAttribute) and v.fget is not None]
    result, processed = [], set()
    for name in names:
        home = got = in_dict = None
        if name not in processed:
            try:
                if name == "__dict__":
                    raise AttributeError("__dict__ is special, don't want the proxy")
                got = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _home_of(got, name, cls, class_bases, metamro)
        for base in all_bases:
            if name in base.__dict__:
                in_dict = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        obj = got if got is not None else in_dict
        if isinstance(in_dict, (staticmethod, types.BuiltinMethodType)):
            kind, obj = "static method", in_dict
        elif isinstance(in_dict, (classmethod, types.ClassMethodDescriptorType)):
            kind, obj = "class method", in_dict
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
    "Return tuple of base classes (including cls) in method resolution order."
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
    """Return the indent size, in spaces, at the start of a line of text."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def _find_class(func):
    """The class that a function is defined in, by its qualified name."""
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split(".")[:-1]:
        cls = getattr(cls, name, None)
    return cls if isclass(cls) else None


def _find_doc(obj):
    """The text that a class or method inherits."""
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                try:
                    doc = base.__doc__
                except AttributeError:
                    continue
                if doc is not None:
                    return doc
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        owner = obj.__self__
        cls = owner if isclass(owner) and getattr(getattr(owner, name, None), "__func__") is obj.__func__ else owner.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = _find_class(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isbuiltin(obj):
        name = obj.__name__
        owner = obj.__self__
        cls = owner if isclass(owner) and owner.__qualname__ + "." + name == obj.__qualname__ else owner.__class__
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = _find_class(obj.fget)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name = obj.__name__
        cls = obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
        if ismemberdescriptor(obj):
            slots = getattr(cls, "__slots__", None)
            if isinstance(slots, dict) and name in slots:
                return slots[name]
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """Get the documentation string for an object, cleaned; what it has not itself may come from what it overrides."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _find_doc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)


def cleandoc(doc):
    """Clean up indentation from docstrings: white space that all lines from the second on begin with, and blank lines at both ends, go."""
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")]
    lines[0] = lines[0].lstrip(" ")
    if indents:
        margin = min(indents)
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


# ---- classes as a tree ----

def walktree(classes, children, parent):
    """Recursive helper function for getclasstree()."""
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    """Arrange the given list of classes into a hierarchy of nested lists."""
    children, roots = {}, []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                if parent not in children:
                    children[parent] = []
                if c not in children[parent]:
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


# ---- annotations ----

def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object: a new dict, with texts evaluated if eval_str is true."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__", None)
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        module = sys.modules.get(getattr(obj, "__module__", None) or "")
        obj_globals = getattr(module, "__dict__", None)
        obj_locals = dict(vars(obj))
        unwrapped = obj
    elif isinstance(obj, types.ModuleType):
        found = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals, unwrapped = obj.__dict__, None, None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        obj_globals, obj_locals, unwrapped = getattr(obj, "__globals__", None), None, obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    while unwrapped is not None:
        if hasattr(unwrapped, "__wrapped__"):
            unwrapped = unwrapped.__wrapped__
        elif isinstance(unwrapped, functools.partial):
            unwrapped = unwrapped.func
        else:
            break
    if hasattr(unwrapped, "__globals__"):
        obj_globals = unwrapped.__globals__
    if globals is None:
        globals = obj_globals
    if locals is None:
        locals = obj_locals or {}
    for parameter in getattr(obj, "__type_params__", ()) or ():
        if parameter.__name__ not in locals:
            locals = {**locals, parameter.__name__: parameter}
    return {key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in found.items()}


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w\.]+", lambda match: match.group().removeprefix("typing."), repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


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
    spec = getfullargspec(func)
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = spec
    f_name = func.__name__
    values = {}
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
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
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:
            pass
    scope = func.__globals__
    built_in = scope.get("__builtins__", builtins.__dict__)
    if ismodule(built_in):
        built_in = built_in.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        try:
            found_globals[name] = scope[name]
        except KeyError:
            try:
                found_builtins[name] = built_in[name]
            except KeyError:
                unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


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
    if not isinstance(obj, type) and not (issubclass(type(obj), type)):
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


def getgeneratorstate(generator):
    """Get current state of a generator-iterator: GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state("GEN_", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getgeneratorlocals(generator):
    """Get the mapping of generator local variables to their current values."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    """Get current state of a coroutine object: CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state("CORO_", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getcoroutinelocals(coroutine):
    """Get the mapping of coroutine local variables to their current values."""
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


def getasyncgenstate(agen):
    """Get current state of an asynchronous generator object: AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state("AGEN_", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def getasyncgenlocals(agen):
    """Get the mapping of asynchronous generator local variables to their current values."""
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    frame = agen.ag_frame
    return {} if frame is None else frame.f_locals
