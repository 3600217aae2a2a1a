"""Signatures of callables: the half of `inspect` that is about parameters.

A signature comes, in this order, from __wrapped__ (unless told not to follow it), __signature__, the code of a function, the text that a built-in
function has for it (__text_signature__), the parts of a partial object, or __call__, __new__ and __init__ of classes.
"""
import enum
import functools
import types
from collections import OrderedDict
from keyword import iskeyword

from inspect import CO_VARARGS, CO_VARKEYWORDS, formatannotation, get_annotations, isbuiltin, isfunction, ismethoddescriptor, unwrap


__name__ = "inspect" # where all this is shown to be


class _void:
    """A private marker - used in Parameter & Signature."""


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""
    __module__ = "inspect"


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = len(cls.__members__)
        member.description = description
        return member

    def __str__(self):
        return self.name


_ParameterKind.__module__ = "inspect"
_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


class Parameter:
    """Represents a parameter in a function signature: name, default, annotation, kind."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    __module__ = "inspect"

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():  # the iterable of a comprehension
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if (iskeyword(name) and self._kind is not _POSITIONAL_ONLY) or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """Creates a customized copy of the Parameter."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Result of `Signature.bind` call. Holds the mapping of arguments to the function's parameters."""

    __slots__ = ("arguments", "_signature", "__weakref__")
    __module__ = "inspect"

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break  # after a gap arguments are given by keyword
            value = self.arguments[name]
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(value)
            else:
                args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_keyword = False
        for name, parameter in self._signature.parameters.items():
            if not by_keyword:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_keyword = True
                elif name not in self.arguments:
                    by_keyword = True
                    continue
            if not by_keyword or name not in self.arguments:
                continue
            value = self.arguments[name]
            if parameter.kind == _VAR_KEYWORD:
                kwargs.update(value)
            else:
                kwargs[name] = value
        return kwargs

    def apply_defaults(self):
        """Set default values for missing arguments: () for *args, {} for **kwargs."""
        complete = []
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                value = self.arguments[name]
            elif parameter.default is not _empty:
                value = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                value = ()
            elif parameter.kind is _VAR_KEYWORD:
                value = {}
            else:
                continue  # made by bind_partial
            complete.append((name, value))
        self.arguments = dict(complete)

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """A Signature object represents the overall signature of a function: its parameters, in order, and its return annotation."""

    __slots__ = ("_return_annotation", "_parameters")
    __module__ = "inspect"

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        if parameters is None:
            found = OrderedDict()
        elif __validate_parameters__:
            found = self._validated(parameters)
        else:
            found = OrderedDict((parameter.name, parameter) for parameter in parameters)
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @staticmethod
    def _validated(parameters):
        found = OrderedDict()
        top = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters:
            kind, name = parameter.kind, parameter.name
            if kind < top:
                raise ValueError(f"wrong parameter order: {top.description} parameter before {kind.description} parameter")
            top = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is _empty:
                    if seen_default:
                        raise ValueError("non-default argument follows default argument")
                else:
                    seen_default = True
            if name in found:
                raise ValueError(f"duplicate parameter name: {name!r}")
            found[name] = parameter
        return found

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        return _signature_of(obj, _How(cls, follow_wrapped, globals, locals, eval_str))

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=_void, return_annotation=_void):
        """Creates a customized copy of the Signature."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _hash_basis(self):
        by_position = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        by_keyword = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return by_position, by_keyword, self.return_annotation

    def __hash__(self):
        by_position, by_keyword, returned = self._hash_basis()
        return hash((by_position, frozenset(by_keyword.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = list(self.parameters.values())
        index = self._bind_positional(parameters, args, kwargs, arguments, partial)
        kwargs = dict(kwargs)
        rest = None
        for parameter in parameters[index:]:
            if parameter.kind == _VAR_KEYWORD:
                rest = parameter
                continue
            if parameter.kind == _VAR_POSITIONAL:
                continue
            name = parameter.name
            if name not in kwargs or parameter.kind == _POSITIONAL_ONLY:
                if not partial and parameter.default is _empty and name not in kwargs:
                    word = " keyword-only" if parameter.kind == _KEYWORD_ONLY and parameter is parameters[index] else ""
                    raise TypeError(f"missing a required{word} argument: {name!r}") from None
                if parameter.kind == _POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword") from None
                continue
            arguments[name] = kwargs.pop(name)
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def _bind_positional(self, parameters, args, kwargs, arguments, partial):
        """Binds what is given by position. Returns how many parameters that has used up."""
        index = 0
        for position, value in enumerate(args):
            if index == len(parameters) or parameters[index].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments") from None
            parameter = parameters[index]
            index += 1
            if parameter.kind == _VAR_POSITIONAL:
                arguments[parameter.name] = tuple(args[position:])
                return index
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}") from None
            arguments[parameter.name] = value
        return index

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object, that maps the passed `args` and `kwargs` to the function's signature. Raises `TypeError` if the passed
        arguments can not be bound."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Get a BoundArguments object, that partially maps the passed `args` and `kwargs` to the function's signature."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        texts = []
        after_positional_only, needs_star = False, True
        for parameter in self.parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                after_positional_only = True
            elif after_positional_only:
                texts.append("/")
                after_positional_only = False
            if kind == _VAR_POSITIONAL:
                needs_star = False
            elif kind == _KEYWORD_ONLY and needs_star:
                texts.append("*")
                needs_star = False
            texts.append(str(parameter))
        if after_positional_only:
            texts.append("/")
        text = f"({', '.join(texts)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text


# ---- where signatures come from ----

class _How:
    """How to look for a signature: the class to make, whether to follow __wrapped__, and how to evaluate annotations."""

    def __init__(self, cls, follow_wrapped=True, globals=None, locals=None, eval_str=False, skip_bound=True):
        self.cls = cls
        self.follow_wrapped = follow_wrapped
        self.globals = globals
        self.locals = locals
        self.eval_str = eval_str
        self.skip_bound = skip_bound


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def _without_first(found):
    """The signature without the parameter that a method is bound to."""
    parameters = tuple(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _is_function_like(obj):
    """Duck type of a function, as some tools that compile make."""
    if not callable(obj) or isinstance(obj, type):
        return False
    return (isinstance(getattr(obj, "__name__", None), str) and isinstance(getattr(obj, "__code__", None), types.CodeType)
            and isinstance(getattr(obj, "__defaults__", _void), (tuple, type(None)))
            and isinstance(getattr(obj, "__kwdefaults__", _void), (dict, type(None)))
            and isinstance(getattr(obj, "__annotations__", _void), (dict, type(None))))


def _of_function(func, how):
    cls = how.cls
    make = cls._parameter_cls
    code = func.__code__
    count, positional_only = code.co_argcount, code.co_posonlyargcount
    names = code.co_varnames
    annotations = get_annotations(func, globals=how.globals, locals=how.locals, eval_str=how.eval_str)
    defaults, kwdefaults = func.__defaults__ or (), func.__kwdefaults__ or {}
    parameters = []
    for index, name in enumerate(names[:count]):
        offset = index - (count - len(defaults))
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_POSITIONAL_ONLY if index < positional_only else _POSITIONAL_OR_KEYWORD,
                               default=defaults[offset] if offset >= 0 else _empty))
    after = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        parameters.append(make(names[after], annotation=annotations.get(names[after], _empty), kind=_VAR_POSITIONAL))
    for name in names[count:after]:
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_KEYWORD_ONLY, default=kwdefaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[after + bool(code.co_flags & CO_VARARGS)]
        parameters.append(make(name, annotation=annotations.get(name, _empty), kind=_VAR_KEYWORD))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _is_builtin(obj):
    return isbuiltin(obj) or ismethoddescriptor(obj) or isinstance(obj, (types.WrapperDescriptorType, types.MethodWrapperType)) or obj in (type, object)


def _split_arguments(text):
    """The parts between commas at the top."""
    parts, depth, quote, start = [], 0, None, 0
    for i, c in enumerate(text):
        if quote:
            if c == quote and text[i - 1] != "\\":
                quote = None
        elif c in "'\"":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and not depth:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _default_value(text, obj):
    import sys
    namespace = dict(sys.modules)
    module = getattr(obj, "__module__", None) or getattr(getattr(obj, "__objclass__", None), "__module__", None)
    if module in sys.modules:
        namespace.update(vars(sys.modules[module]))
    try:
        return eval(text, namespace)
    except (NameError, SyntaxError):
        raise ValueError(f"{obj!r} builtin has invalid signature") from None


def _of_text(how, obj, text, skip_bound=True):
    """Parses the __text_signature__ "($self, a, b=1, /, *, c)"."""
    make = how.cls._parameter_cls
    if not text.startswith("("):
        raise ValueError(f"{obj!r} builtin has invalid signature")
    parts = _split_arguments(text.strip()[1:-1])
    self_parameter = None
    if parts and parts[0].startswith("$"):
        self_parameter = 0
        parts[0] = parts[0][1:]
    kind = _POSITIONAL_ONLY if "/" in parts else _POSITIONAL_OR_KEYWORD
    parameters = []
    for part in parts:
        if part == "/":
            kind = _POSITIONAL_OR_KEYWORD
        elif part == "*":
            kind = _KEYWORD_ONLY
        elif part.startswith("**"):
            parameters.append(make(part[2:], _VAR_KEYWORD))
        elif part.startswith("*"):
            parameters.append(make(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            name, equals, default = part.partition("=")
            parameters.append(make(name.strip(), kind, default=_default_value(default.strip(), obj) if equals else _empty))
    if self_parameter is not None:
        owner = getattr(obj, "__self__", None)
        if parts[0] == "module" or (owner is not None and skip_bound):
            parameters.pop(0)  # bound already
        else:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return how.cls(parameters)


def _of_builtin(func, how):
    text = getattr(func, "__text_signature__", None)
    if not text:
        raise ValueError(f"no signature found for builtin {func!r}")
    return _of_text(how, func, text, how.skip_bound)


def _of_partial(wrapped, partial, extra_args=()):
    """What is left of a signature after some arguments are given."""
    old = wrapped.parameters
    new = OrderedDict(old.items())
    args, keywords = partial.args or (), partial.keywords or {}
    if extra_args:
        args = extra_args + args
    try:
        bound = wrapped.bind_partial(*args, **keywords)
    except TypeError as ex:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from ex
    to_keyword_only = False
    for name, parameter in old.items():
        try:
            value = bound.arguments[name]
        except KeyError:
            pass
        else:
            if parameter.kind is _POSITIONAL_ONLY:
                new.pop(name)
                continue
            if parameter.kind is _POSITIONAL_OR_KEYWORD:
                if name not in keywords:
                    new.pop(name)
                    continue
                to_keyword_only = True  # given by keyword: it and those after it can only be given so
                new[name] = parameter.replace(default=value)
            if parameter.kind is _KEYWORD_ONLY:
                new[name] = parameter.replace(default=value)
        if not to_keyword_only:
            continue
        if parameter.kind is _POSITIONAL_OR_KEYWORD:
            new[name] = new[name].replace(kind=_KEYWORD_ONLY)
            new.move_to_end(name)
        elif parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
            new.move_to_end(name)
        elif parameter.kind is _VAR_POSITIONAL:
            new.pop(name)
    return wrapped.replace(parameters=new.values())


def _user_defined(cls, name):
    """The method of a class, unless it is one that is built in."""
    try:
        method = getattr(cls, name)
    except AttributeError:
        return None
    if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType)):
        return None
    return method


def _signature_of(obj, how):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _of_method(obj, how)
    if how.follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, how)
    try:
        given = obj.__signature__
    except AttributeError:
        given = None
    if given is not None:
        if not isinstance(given, Signature) and callable(given):
            given = given()
        if isinstance(given, str):
            return _of_text(how, obj, given)
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    method = getattr(obj, "_partialmethod", None)
    if isinstance(method, functools.partialmethod):
        return _of_partialmethod(method, how)
    if isfunction(obj) or _is_function_like(obj):
        return _of_function(obj, how)
    if _is_builtin(obj) and not isinstance(obj, type):
        return _of_builtin(obj, how)
    if isinstance(obj, functools.partial):
        return _of_partial(_signature_of(obj.func, how), obj)
    if isinstance(obj, type):
        return _of_class(obj, how)
    call = _user_defined(type(obj), "__call__")
    if call is not None:
        try:
            found = _signature_of(call, how)
        except ValueError as ex:
            raise ValueError(f"no signature found for {obj!r}") from ex
        return _without_first(found) if how.skip_bound else found
    if isinstance(obj, types.BuiltinFunctionType):
        raise ValueError(f"no signature found for builtin function {obj!r}")
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_method(obj, how):
    found = _signature_of(obj.__func__, how)
    return _without_first(found) if how.skip_bound else found


def _of_partialmethod(method, how):
    wrapped = _signature_of(method.func, how)
    found = _of_partial(wrapped, method, (None,))
    first = tuple(wrapped.parameters.values())[0]
    if first.kind is _VAR_POSITIONAL:
        return found
    rest = tuple(found.parameters.values())
    return found.replace(parameters=(first,) + rest)


def _of_class(cls, how):
    call = _user_defined(type(cls), "__call__")
    if call is not None:
        found = _signature_of(call, how)
    else:
        found = _of_new_or_init(cls, how)
    if found is None:
        for base in cls.__mro__[:-1]:
            text = getattr(base, "__text_signature__", None)
            if text:
                return _of_text(how, cls, text)
        if issubclass(cls, type):
            raise ValueError(f"no signature found for builtin {cls!r}" if cls is type else f"callable {cls!r} is not supported by signature")
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return how.cls()
        raise ValueError(f"no signature found for builtin type {cls!r}")
    return _without_first(found) if how.skip_bound else found


def _of_new_or_init(cls, how):
    """Of the two the one that a class nearer in the method resolution order defines."""
    new, initialize = _user_defined(cls, "__new__"), _user_defined(cls, "__init__")
    for base in cls.__mro__:
        if new is not None and "__new__" in base.__dict__:
            return _signature_of(new, how)
        if initialize is not None and "__init__" in base.__dict__:
            return _signature_of(initialize, how)
    return None
