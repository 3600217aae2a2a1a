"""Mock objects (library reference, "unittest.mock").

Each mock is the only instance of a class of its own, so that its magic methods can be set on that class. A mock knows two parents: the one whose
attribute it is (`_mock_parent`, for method_calls) and the one it came from in any way (`_mock_new_parent`, for mock_calls).
"""
__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR", "NonCallableMock",
           "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

import inspect
from _thread import RLock
from functools import partial
from inspect import iscoroutinefunction
from types import CodeType, FunctionType, MethodType

from ._mock_call import ANY, DEFAULT, _Call, _CallList, _deleted, _format_call_signature, _missing, call, sentinel
from .util import safe_repr

__unittest = True

FILTER_DIR = True
FunctionTypes = (FunctionType, MethodType)


class InvalidSpecError(Exception):
    """Something that cannot be a spec: another mock."""


# ---- special methods: which there are, and what they do by default ----

def _dunder(words):
    return {f"__{word}__" for word in words.split()}


_OPERATORS = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod"
_magics = _dunder("lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit neg pos abs invert complex int float index round "
                 "trunc floor ceil bool next fspath aiter hash iter") | _dunder(_OPERATORS)
_magics |= {f"__{kind}{word}__" for kind in "ir" for word in _OPERATORS.split()} - {"__idivmod__"}
_ONLY_IF_SET = _dunder("get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir subclasses format "
                       "getnewargs_ex")
_COROUTINES = _dunder("aenter aexit anext")
_SYNCHRONOUS = _magics | _ONLY_IF_SET
_SETTABLE = _SYNCHRONOUS | _COROUTINES
_REFUSED = _dunder("getattr setattr init new prepare instancecheck subclasscheck del")


def _is_magic(name):
    return name == f"__{name[2:-2]}__"


def _set_value(mock, name):
    return getattr(mock, name)._mock_return_value


def _equal(mock, other):
    value = _set_value(mock, "__eq__")
    return value if value is not DEFAULT else True if mock is other else NotImplemented


def _unequal(mock, other):
    if _set_value(mock, "__ne__") is not DEFAULT:
        return DEFAULT  # the return value holds
    return False if mock is other else NotImplemented


def _items(mock, name="__iter__"):
    value = _set_value(mock, name)
    return iter(() if value is DEFAULT else value)


_VALUES = dict.fromkeys(_dunder("lt gt le ge"), NotImplemented) | dict.fromkeys(_dunder("contains exit aexit"), False) | {
    "__int__": 1, "__index__": 1, "__len__": 0, "__complex__": 1j, "__float__": 1.0, "__bool__": True}
_COMPUTED = {
    "__hash__": object.__hash__, "__str__": object.__str__, "__sizeof__": object.__sizeof__,
    "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}"}
_EFFECTS = {"__eq__": _equal, "__ne__": _unequal, "__iter__": _items, "__aiter__": lambda mock: _AsyncIterator(_items(mock, "__aiter__"))}


def _give_default(mock, method, name):
    if name in _VALUES:
        method.return_value = _VALUES[name]
    elif name in _COMPUTED:
        method.return_value = _COMPUTED[name](mock)
    elif name in _EFFECTS:
        method.side_effect = partial(_EFFECTS[name], mock)


# ---- what a value is ----

def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)  # not isinstance: a mock may pretend to be of another class


def _is_exception(obj):
    return issubclass(obj, BaseException) if isinstance(obj, type) else isinstance(obj, BaseException)


def _mock_behind(obj):
    """The mock behind a function that create_autospec has made; anything else is as it is."""
    return obj.mock if isinstance(obj, FunctionTypes) and hasattr(obj, "mock") else obj


def _has_call(obj):
    return getattr(obj, "__call__", None) is not None


def _callable(obj):
    while isinstance(obj, (classmethod, staticmethod, MethodType)):
        obj = obj.__func__
    return isinstance(obj, type) or _has_call(obj)


def _is_list(obj):
    return type(obj) is list or type(obj) is tuple


def _instance_callable(obj):
    """Whether it can be called; of a class, whether its instances can."""
    if isinstance(obj, type):
        return any(vars(base).get("__call__") is not None for base in obj.__mro__)
    return _has_call(obj)


def _is_async_obj(obj):
    if isinstance(obj, AsyncMock) or not _is_instance_mock(obj):
        function = getattr(obj, "__func__", obj)
        return iscoroutinefunction(function) or inspect.isawaitable(function)
    return False


def _is_async_func(obj):
    return bool(getattr(obj, "__code__", None)) and iscoroutinefunction(obj)


# ---- signatures ----

def _called_part(spec, as_instance, eat_self):
    """(what is called when spec is, its signature); None if there is none. eat_self: its first argument is not the caller's."""
    if isinstance(spec, type) and not as_instance:
        called, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        called, eat_self = spec.__func__, eat_self or isinstance(spec, classmethod)
    elif isinstance(spec, FunctionTypes):
        called = spec
    else:
        called = getattr(spec, "__call__", _missing)
        if called is _missing:
            return None
    try:
        return called, inspect.signature(partial(called, None) if eat_self else called)
    except ValueError:
        return None


def _demand_signature(spec, mock, eat_self, as_instance=False):
    """Calls of the mock must fit the signature of spec."""
    found = _called_part(spec, as_instance, eat_self)
    if found is None:
        return
    called, signature = found

    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
    for name in ("__name__", "__doc__", "__text_signature__", "__module__", "__defaults__", "__kwdefaults__"):
        try:
            setattr(check, name, getattr(called, name))
        except (TypeError, AttributeError):
            pass
    kind = type(mock)
    kind._mock_check_sig, kind.__signature__ = check, signature


_ASSERTIONS = ("assert_called_with", "assert_called_once_with", "assert_has_calls", "assert_any_call", "assert_called", "assert_not_called",
               "assert_called_once")
_AWAIT_ASSERTIONS = ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await",
                     "assert_has_awaits", "assert_not_awaited")


def _function_around(mock, original, is_async):
    """A real function that calls the mock, with the name and the signature of the original; what is recorded of calls stands in it."""
    found = _called_part(original, False, isinstance(original, type))
    if found is None:
        return mock
    signature = found[1]

    def around(*args, **kwargs):
        signature.bind(*args, **kwargs)
        return mock(*args, **kwargs)
    name = getattr(original, "__name__", "")
    around.__name__ = name if name.isidentifier() else "funcopy"

    def reset_mock():
        for record in ("method_calls", "mock_calls"):
            setattr(around, record, _CallList())
        mock.reset_mock()
        value = around.return_value
        if value is not mock and _is_instance_mock(value):
            value.reset_mock()
    attributes = vars(around)
    attributes.update(
        mock=mock, called=False, call_count=0, call_args=None, call_args_list=_CallList(), method_calls=_CallList(), mock_calls=_CallList(),
        return_value=mock.return_value, side_effect=mock.side_effect, _mock_children=mock._mock_children, reset_mock=reset_mock, __signature__=signature)
    if is_async:
        attributes.update(_is_coroutine=True, await_count=0, await_args=None, await_args_list=_CallList())
    for name in _ASSERTIONS + (_AWAIT_ASSERTIONS if is_async else ()):
        setattr(around, name, _forwarding(mock, name))
    mock._mock_delegate = around
    return around


def _forwarding(mock, name):
    def assertion(*args, **kwargs):
        return getattr(mock, name)(*args, **kwargs)
    assertion.__name__ = name
    return assertion


# ---- the mocks ----

class Base:
    """What a mock has before it is one."""

    _mock_return_value, _mock_side_effect = DEFAULT, None

    def __init__(self, /, *args, **kwargs):
        """Takes all arguments that are left."""


# Set without further ado, whatever the spec.
_PLAIN_ATTRIBUTES = {"return_value", "side_effect"} | {"_mock_" + word for word in (
    "return_value side_effect parent new_parent name new_name sealed delegate").split()}


def _recorded(name):
    """An attribute that stands in the function around the mock, when there is one (create_autospec)."""
    own = "_mock_" + name

    def get(self):
        around = self._mock_delegate
        return getattr(self, own) if around is None else getattr(around, name)

    def set(self, value):
        around = self._mock_delegate
        if around is not None:
            setattr(around, name, value)
        else:
            self.__dict__[own] = value
    _PLAIN_ATTRIBUTES.add(name)
    return property(get, set)


_LIKE_ASSERT = ("assert", "assret", "asert", "aseert", "assrt")
_WITHOUT_ASSERT = {name.removeprefix("assert_") for name in _ASSERTIONS} - {"called"}


def _no_attribute(name):
    return AttributeError(f"Mock object has no attribute {name!r}")


class NonCallableMock(Base):
    """A mock that cannot be called."""

    _lock = RLock()  # of making children

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        wanted = spec_set or spec
        awaited = wanted is not None and not issubclass(cls, AsyncMockMixin) and _is_async_obj(wanted)
        kind = type(cls.__name__, (AsyncMockMixin, cls) if awaited else (cls,), {"__doc__": cls.__doc__})
        made = kind._mock_instance = object.__new__(kind)
        return made

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        own = vars(self)
        own.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name, _mock_new_parent=parent if _new_parent is None else _new_parent,
            _mock_sealed=False, _mock_unsafe=unsafe, _mock_wraps=wraps, _mock_delegate=None, _mock_children={}, _mock_called=False, _mock_call_count=0,
            _mock_call_args=None, _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(), method_calls=_CallList())
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        known = {"_spec_class": None, "_spec_set": spec_set, "_spec_signature": None, "_mock_methods": spec, "_spec_asyncs": []}
        if spec is not None and not _is_list(spec):
            names = known["_mock_methods"] = dir(spec)
            known["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            known["_spec_signature"] = (_called_part(spec, _spec_as_instance, _eat_self) or (None, None))[1]
            values = ((name, inspect.getattr_static(spec, name, None)) for name in names)
            known["_spec_asyncs"] = [name for name, value in values if iscoroutinefunction(getattr(value, "__func__", value))]
        vars(self).update(known)

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes of the spec, an object or a list of names, may be got from now on; with `spec_set`, only those may be set."""
        self._mock_add_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Makes another mock an attribute of this one, whatever it was before."""
        vars(_mock_behind(mock)).update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; "a.b" is that of a child."""
        for path in sorted(kwargs, key=lambda path: path.count(".")):  # a child before its attributes
            *way, last = path.split(".")
            owner = self
            for step in way:
                owner = getattr(owner, step)
            setattr(owner, last, kwargs[path])

    # ---- what a call gives, and what is known of calls ----

    def _get_return_value(self):
        around = self._mock_delegate
        value = self._mock_return_value if around is None else around.return_value
        if value is DEFAULT:
            value = self.return_value = self._get_child_mock(_new_parent=self, _new_name="()")
        return value

    def _set_return_value(self, value):
        if self._mock_delegate is None:
            self._mock_return_value = value
            _adopt(self, value, None, "()")
        else:
            self._mock_delegate.return_value = value

    return_value = property(_get_return_value, _set_return_value, doc="What a call gives.")

    def _get_side_effect(self):
        around = self._mock_delegate
        if around is None:
            return self._mock_side_effect
        effect = around.side_effect
        if not (effect is None or callable(effect) or isinstance(effect, _EffectIterator) or _is_exception(effect)):
            effect = around.side_effect = _EffectIterator(effect)
        return effect

    def _set_side_effect(self, value):
        holder, name = (self, "_mock_side_effect") if self._mock_delegate is None else (self._mock_delegate, "side_effect")
        setattr(holder, name, _as_effect(value))

    side_effect = property(_get_side_effect, _set_side_effect)

    called, call_count, call_args, call_args_list, mock_calls = map(_recorded, ("called", "call_count", "call_args", "call_args_list", "mock_calls"))

    def _forget_calls(self):
        self.called, self.call_count, self.call_args = False, 0, None
        self.call_args_list, self.mock_calls, self.method_calls = _CallList(), _CallList(), _CallList()

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets the calls of this mock and of those below it; with the options, also what calls give."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if child is not _deleted and not isinstance(child, _SpecState):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if value is not self and _is_instance_mock(value):
            value.reset_mock(visited)

    # ---- attributes ----

    __class__ = property(lambda self: type(self) if self._spec_class is None else self._spec_class)

    def __getattr__(self, name):
        if name == "_mock_methods" or name == "_mock_unsafe":  # not yet there
            raise AttributeError(name)
        names = self._mock_methods
        specified = bool(names) and name in names
        if names is None:
            if _is_magic(name):
                raise AttributeError(name)
        elif name not in names or name in _SETTABLE:
            raise _no_attribute(name)
        if not specified and not self._mock_unsafe and (name in _WITHOUT_ASSERT or name.startswith(_LIKE_ASSERT)):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        with NonCallableMock._lock:
            children = self._mock_children
            child = children.get(name)
            if child is _deleted:
                raise AttributeError(name)
            if child is None:
                wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
                child = children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            elif isinstance(child, _SpecState):
                child = children[name] = child.make(self, name)
            return child

    def __setattr__(self, name, value):
        if name not in _PLAIN_ATTRIBUTES:
            if name == "__class__":
                name = "_spec_class"
            names, own = self._mock_methods, vars(self)
            is_missing = names is not None and name not in names
            if is_missing and self._spec_set and name not in own and name != "_spec_class":
                raise _no_attribute(name)
            if name in _REFUSED:
                raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
            if name in ("_mock_methods", "_spec_class"):
                own[name] = value
                return
            if name in _SETTABLE:
                if is_missing:
                    raise _no_attribute(name)
                value = self._set_magic(name, value)
            elif _adopt(self, value, name, name):
                self._mock_children[name] = value
            if self._mock_sealed and not hasattr(self, name):
                raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
            if isinstance(value, PropertyMock):
                own[name] = value
                return
        object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        """A special method belongs to the type. Returns what the instance is to have: a function without self."""
        kind = type(self)
        if _is_instance_mock(value):
            _adopt(self, value, None, name)
            setattr(kind, name, value)
            self._mock_children[name] = value
            return value

        def method(self, /, *args, **kwargs):
            return value(self, *args, **kwargs)
        method.__name__ = name
        setattr(kind, name, method)
        return partial(value, self)

    def __delattr__(self, name):
        own, kind, children = vars(self), type(self), self._mock_children
        if name in _SETTABLE and name in vars(kind):
            delattr(kind, name)
            if name not in own:
                return
        if name in own:
            object.__delattr__(self, name)
        elif children.get(name) is _deleted:
            raise AttributeError(name)
        children.pop(name, None)  # the last place: names are listed in the order in which they came and went
        children[name] = _deleted

    def __dir__(self):
        """The names that are of use: those of the spec, and those of the mock that are not private."""
        if not FILTER_DIR:
            return object.__dir__(self)
        names = {name for name in dir(type(self)) if name[0] != "_"}
        names.update(name for name in vars(self) if name[0] != "_" or _is_magic(name))
        names.update(name for name, child in self._mock_children.items() if child is not _deleted)
        return sorted(names.union(self._mock_methods or ()))

    def _extract_mock_name(self):
        """The way to this mock from the top: its name, with dots and parentheses."""
        top, steps = self, []
        while True:
            steps.append(top._mock_new_name)
            if top._mock_new_parent is None:
                break
            top = top._mock_new_parent
        text = top._mock_name or "mock"
        for step in reversed(steps[:-1]):
            text += step if step == "()" else "." + step
        return text

    def __repr__(self):
        words = [type(self).__name__]
        name = self._extract_mock_name()
        if name not in ("mock", "mock."):
            words.append(f"name={name!r}")
        if self._spec_class is not None:
            words.append(f"{'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}")
        return f"<{' '.join(words)} id='{id(self)}'>"

    def _get_child_mock(self, /, **kw):
        """Makes a mock for an attribute or a return value: of the same class, unless a subclass says otherwise."""
        if self._mock_sealed:
            raise AttributeError(self._extract_mock_name() + (f".{kw['name']}" if "name" in kw else "()"))
        return self._child_class(kw.get("_new_name"))(**kw)

    def _child_class(self, name):
        own = type(self)
        if name in vars(self)["_spec_asyncs"] or issubclass(own, MagicMock) and name in _COROUTINES:
            return AsyncMock
        if issubclass(own, AsyncMockMixin):
            return MagicMock if name in _SYNCHRONOUS or self._mock_methods and name in self._mock_methods else AsyncMock
        if issubclass(own, CallableMixin):
            return own.__mro__[1]
        return MagicMock if issubclass(own, NonCallableMagicMock) else Mock

    # ---- assertions: what they share; those on awaits use it, too ----

    def _label(self):
        return self._mock_name or "mock"

    def _shown_calls(self, heading="Calls"):
        """The calls made, as the end of a message; nothing when there are none."""
        return f"\n{heading}: {safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call_signature(self._label(), args, kwargs)

    def _signature_for(self, name):
        """The signature of the child that a call such as call.a().b() is of; None: it is not known."""
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for step in name.replace("()", "").split("."):
            child = children.get(step)
            if child is None or isinstance(child, _SpecState):
                return signature
            child = _mock_behind(child)
            children, signature = child._mock_children, child._spec_signature
        return signature

    def _call_matcher(self, one):
        """A call in a form in which arguments by position and by keyword are the same; or the exception that binding it raised."""
        name = one[0] if isinstance(one, tuple) and len(one) > 2 else ""
        signature = self._signature_for(name)
        if signature is None:
            return one
        *_, args, kwargs = one
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return call(name, bound.args, bound.kwargs)

    def _expect_last(self, last, args, kwargs, action):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(last) != wanted:
            shown, actual = self._format_mock_call_signature(args, kwargs), self._format_mock_call_signature(*last)
            raise AssertionError(f"expected {action} not found.\nExpected: {shown}\n  Actual: {actual}") from _cause(wanted)

    def _expect_any(self, made, args, kwargs, action):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        candidates = [self._call_matcher(one) for one in made]
        if _cause(wanted) or not any(_same_parts(wanted, one) for one in candidates):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} {action} not found") from _cause(wanted)

    def _expect_all(self, calls, made, any_order, nouns, actual, missing_text):
        """`calls` are a row of those made, or, in any order, all among them."""
        wanted = [self._call_matcher(one) for one in calls]
        cause = next(filter(None, map(_cause, wanted)), None)
        made = _CallList(map(self._call_matcher, made))
        if any_order:
            rest, missing = list(made), []
            for one in wanted:
                if one in rest:
                    rest.remove(one)
                else:
                    missing.append(one)
            if missing:
                raise AssertionError(missing_text(tuple(missing), rest)) from cause
        elif wanted not in made:
            problem = f"{nouns.capitalize()} not found." if cause is None else \
                f"Error processing expected {nouns}.\nErrors: {list(map(_cause, wanted))}"
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}{actual()}") from cause

    # ---- assertions on calls ----

    def _expect_count(self, holds, text, show_calls=True):
        if not holds:
            raise AssertionError(text + (self._shown_calls() if show_calls else ""))

    def assert_called(self):
        """It was called."""
        self._expect_count(self.call_count, f"Expected {self._label()!r} to have been called.", False)

    def assert_not_called(self):
        """It was never called."""
        count = self.call_count
        self._expect_count(count == 0, f"Expected {self._label()!r} to not have been called. Called {count} times.")

    def assert_called_once(self):
        """It was called exactly once."""
        count = self.call_count
        self._expect_count(count == 1, f"Expected {self._label()!r} to have been called once. Called {count} times.")

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        last = self.call_args
        if last is None:
            shown = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f"expected call not found.\nExpected: {shown}\n  Actual: not called.")
        self._expect_last(last, args, kwargs, "call")

    def assert_called_once_with(self, /, *args, **kwargs):
        """There was exactly one call, and it had these arguments."""
        count = self.call_count
        self._expect_count(count == 1, f"Expected {self._label()!r} to be called once. Called {count} times.")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        self._expect_any(self.call_args_list, args, kwargs, "call")

    def assert_has_calls(self, calls, any_order=False):
        """These calls are in mock_calls: in a row, or anywhere with `any_order`."""
        self._expect_all(
            calls, self.mock_calls, any_order, "calls", lambda: self._shown_calls("  Actual").rstrip("."),
            lambda missing, rest: f"{self._label()!r} does not contain all of {missing!r} in its call list, found {rest!r} instead")


def _cause(matched):
    """The exception that a call could not be bound for."""
    return matched if isinstance(matched, Exception) else None


def _same_parts(wanted, made):
    """Whether two calls are equal part by part, with the wanted one on the left: ANY in it decides."""
    assert len(wanted) == len(made)
    return all(left == right for left, right in zip(wanted, made))


def _adopt(parent, value, name, new_name):
    """Makes the mock `value` a child, unless it has a name or parent already."""
    value = _mock_behind(value)
    if not _is_instance_mock(value) or value._mock_name or value._mock_new_name:
        return False
    if value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:  # it would be below itself
            return False
        above = above._mock_new_parent
    if name:
        value._mock_name, value._mock_parent = name, parent
    if new_name:
        value._mock_new_name, value._mock_new_parent = new_name, parent
    return True


class _EffectIterator:
    """Gives one value after the other."""

    def __init__(self, values):
        self.values = iter(values)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.values)


def _as_effect(effect):
    """Something to iterate over becomes an iterator."""
    if effect is None or _callable(effect) or _is_exception(effect):
        return effect
    try:
        return iter(effect)
    except TypeError:
        return effect


class CallableMixin(Base):
    """What makes a mock callable."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name="", _new_parent=None, **kwargs):
        vars(self)["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Whether the arguments will do; a stricter one may be set on the type."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        self.call_args = made = _Call((args, kwargs), two=True)
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        # The parents record it, too: all those that the mock came from, and as method calls those whose attribute it is.
        way, method, parent = self._mock_new_name, self._mock_name, self._mock_new_parent
        is_attribute = self._mock_parent is not None
        while parent is not None:
            if is_attribute:
                parent.method_calls.append(_Call((method, args, kwargs)))
                is_attribute = parent._mock_parent is not None
                method = f"{parent._mock_name}.{method}"
            parent.mock_calls.append(_Call((way, args, kwargs)))
            above = parent._mock_new_name
            if above:
                way = above + way if way.startswith("()") else f"{above}.{way}"
            parent = parent._mock_new_parent

    def _take(self, effect):
        return next(effect)

    def _by_effect(self, args, kwargs):
        """(what the side effect gives, the function that gave it); DEFAULT: the return value holds"""
        effect = self.side_effect
        if effect is None:
            return DEFAULT, None
        if _is_exception(effect):
            raise effect
        if _callable(effect):
            return effect(*args, **kwargs), effect
        value = self._take(effect)
        if _is_exception(value):
            raise value
        return value, None

    def _by_default(self, args, kwargs):
        """(the return value, or what the wrapped object gives; the function that gave it)"""
        around, wraps = self._mock_delegate, self._mock_wraps
        if self._mock_return_value is DEFAULT:
            if around and around.return_value is not DEFAULT:
                return around.return_value, None
            if wraps is not None:
                return wraps(*args, **kwargs), wraps
        return self.return_value, None

    def _execute_mock_call(self, /, *args, **kwargs):
        value, _ = self._by_effect(args, kwargs)
        return self._by_default(args, kwargs)[0] if value is DEFAULT else value


class Mock(CallableMixin, NonCallableMock):
    """An object that has all attributes and can be called in any way, and that remembers how it was.

    spec, spec_set: an object or a list of names it is to be like; side_effect: a function, exception or values for calls; return_value: of calls;
    wraps: an object to pass calls on to; name: for messages; unsafe: attributes may look like misspelt assertions. Other keywords set
    attributes."""


class _MagicProxy(Base):
    """Stands for a special method on the type of a mock until it is used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            obj = vars(owner).get("_mock_instance")
            if obj is None:  # a class of this module, not that of a mock
                return self
        made = obj._get_child_mock(name=self.name, _new_name=self.name, _new_parent=obj)
        setattr(obj, self.name, made)
        _give_default(obj, made, self.name)
        return made


_PROXIES = {name: _MagicProxy(name) for name in sorted(_magics | _COROUTINES)}


class MagicMixin(Base):
    """What gives a mock special methods: those of its spec, or all."""

    def __init__(self, /, *args, **kw):
        self._set_proxies()  # so that attributes given by keywords can be magic
        super().__init__(*args, **kw)
        self._set_proxies()  # those that are not in the spec go again

    def _set_proxies(self):
        kind, names = type(self), getattr(self, "_mock_methods", None)
        there = vars(kind)
        for name, proxy in _PROXIES.items():
            if names is None or name in names:
                if name not in there:
                    setattr(kind, name, proxy)
            elif name in there:
                delattr(kind, name)

    def mock_add_spec(self, spec, spec_set=False):
        """Only attributes and special methods of the spec, an object or a list of names, may be got from now on; with `spec_set`, only those may
        be set."""
        self._mock_add_spec(spec, spec_set)
        self._set_proxies()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that cannot be called."""


class AsyncMagicMixin(MagicMixin):
    """The same for mocks of coroutine functions."""


class MagicMock(MagicMixin, Mock):
    """A Mock that has special methods, too, with defaults that do no harm."""


# ---- asynchronous ones ----

def _coroutine_code():
    """What makes a mock look like a coroutine function to inspect."""
    code = NonCallableMock(spec_set=CodeType)
    vars(code).update(
        co_flags=inspect.CO_COROUTINE | inspect.CO_VARARGS | inspect.CO_VARKEYWORDS, co_varnames=("args", "kwargs"), co_argcount=0,
        co_posonlyargcount=0, co_kwonlyargcount=0)
    return code


class AsyncMockMixin(Base):
    """What makes a call give a coroutine, and remembers which were awaited."""

    await_count, await_args, await_args_list = map(_recorded, ("await_count", "await_args", "await_args_list"))

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        vars(self).update(
            _is_coroutine=True, _mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList(), __code__=_coroutine_code(),
            __name__="AsyncMock", __defaults__=(), __kwdefaults__={}, __annotations__=None)

    def _take(self, effect):
        try:
            return next(effect)
        except StopIteration:
            raise StopAsyncIteration  # a coroutine cannot raise the other

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_args = made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args_list.append(made)
        for step in self._by_effect, self._by_default:
            value, function = step(args, kwargs)
            if function is not None and iscoroutinefunction(function):
                value = await value
            if value is not DEFAULT:
                break
        return value

    def reset_mock(self, /, *args, **kwargs):
        """Forgets the awaits as well."""
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()

    def assert_awaited(self):
        """A call was awaited."""
        self._expect_count(self.await_count, f"Expected {self._label()} to have been awaited.", False)

    def assert_not_awaited(self):
        """No call was awaited."""
        count = self.await_count
        self._expect_count(count == 0, f"Expected {self._label()} to not have been awaited. Awaited {count} times.", False)

    def assert_awaited_once(self):
        """Exactly one call was awaited."""
        count = self.await_count
        self._expect_count(count == 1, f"Expected {self._label()} to have been awaited once. Awaited {count} times.", False)

    def assert_awaited_with(self, /, *args, **kwargs):
        """The call awaited last had these arguments."""
        last = self.await_args
        if last is None:
            raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        self._expect_last(last, args, kwargs, "await")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """Exactly one call was awaited, and it had these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        """Some call that was awaited had these arguments."""
        self._expect_any(self.await_args_list, args, kwargs, "await")

    def assert_has_awaits(self, calls, any_order=False):
        """These calls are in await_args_list: in a row, or anywhere with `any_order`."""
        self._expect_all(calls, self.await_args_list, any_order, "awaits", lambda: f"\nActual: {self.await_args_list}",
                         lambda missing, rest: f"{missing!r} not all found in await list")


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A MagicMock of a coroutine function: what a call gives is a coroutine, and that gives what the mock would have given."""


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


class PropertyMock(Mock):
    """A mock to be set on a class: getting the attribute calls it without arguments, setting it calls it with the value."""

    def _get_child_mock(self, /, **kw):
        return MagicMock(**kw)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


# ---- create_autospec ----

class _SpecState:
    """A child that is made when it is asked for."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.arguments = (spec, spec_set, instance, parent, name)

    def make(self, mock, name):
        try:
            return create_autospec(*self.arguments)
        except InvalidSpecError:
            target = vars(mock)["_mock_name"] or mock
            raise InvalidSpecError(f"Cannot autospec attr {name!r} from target {target!r} as it has already been mocked out. "
                                   f"[target={mock!r}, attr={self.arguments[0]!r}]")


def _takes_self(spec, entry, is_type):
    """Whether the first argument of the method is the instance or class, which the caller does not give."""
    if not isinstance(spec, type):
        if entry in getattr(spec, "__dict__", ()):  # an attribute of the instance
            return False
        spec = spec.__class__
    for cls in spec.__mro__:
        if entry in vars(cls):
            return is_type and isinstance(vars(cls)[entry], FunctionTypes)
    return is_type


def _refuse_typos(kwargs):
    for typo in ("autospect", "auto_spec", "set_spec"):
        if typo in kwargs:
            raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")


def _class_for(spec, is_type, instance):
    """The class of a mock that is to be like spec."""
    if inspect.isdatadescriptor(spec):
        return MagicMock
    if _is_async_func(spec):
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        return AsyncMock
    can_call = _callable(spec) and (not (is_type and instance) or _instance_callable(spec))
    return MagicMock if can_call else NonCallableMagicMock


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that is like another object all the way down: attributes have the attributes of those of the object, and calls must fit the signatures.
    Of a class, with `instance`, one that is like its instances."""
    if _is_list(spec):  # a list of names says nothing about their values
        spec = type(spec)
    if _is_instance_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    if not unsafe:
        _refuse_typos(kwargs)
    is_type = isinstance(spec, type)
    kind = _class_for(spec, is_type, instance)
    options = {}
    if not inspect.isdatadescriptor(spec):  # the values of one may be anything
        if spec is not None or spec_set:
            options["spec_set" if spec_set else "spec"] = spec
            if instance:
                options["_spec_as_instance"] = True
        options.update(kwargs)
    name = options.pop("name", _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=name if _parent is not None else "", name=name, **options)
    is_function = isinstance(spec, FunctionTypes)
    if is_function:
        mock = _function_around(mock, spec, _is_async_func(spec))
    else:
        _demand_signature(spec, mock, is_type, instance)
    if not instance:
        if _parent is not None:
            _parent._mock_children[name] = mock
        if is_type and "return_value" not in kwargs:
            mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for entry in dir(spec):
        if not _is_magic(entry):  # those MagicMock has
            _specify(mock, spec, spec_set, entry, is_type, instance)
    return mock


def _specify(mock, spec, spec_set, entry, is_type, instance):
    """An attribute of the mock is to be like that of the spec."""
    try:
        original = getattr(spec, entry)
    except AttributeError:
        return
    children = mock._mock_children
    if not isinstance(original, FunctionTypes):
        children[entry] = _SpecState(original, spec_set, mock, entry, instance and not isinstance(original, type))
        return
    parent = mock.mock if isinstance(spec, FunctionTypes) else mock
    takes_self = _takes_self(spec, entry, is_type)
    kind = AsyncMock if iscoroutinefunction(original) else MagicMock
    children[entry] = child = kind(
        parent=parent, name=entry, _new_name=entry, _new_parent=parent, _eat_self=takes_self, **{"spec_set" if spec_set else "spec": original})
    child.return_value = kind()  # there already when the mock is sealed
    _demand_signature(original, child, takes_self)
    if parent is not mock:  # a function finds no children
        setattr(mock, entry, child)


# ---- seal, mock_open ----

def seal(mock):
    """No attribute that is not there yet is made any more: an AttributeError from now on, here and in the mocks below."""
    mock._mock_sealed = True
    for name in dir(mock):
        child = getattr(mock, name, None)
        if isinstance(child, NonCallableMock) and child._mock_new_parent is mock:
            if not isinstance(child._mock_children.get(name), _SpecState):  # else it would go down for ever, as int.real.real does
                seal(child)


def mock_open(mock=None, read_data=""):
    """A mock in place of the function `open`, or the given mock made one. `read_data` is what can be read of the file."""
    import io
    as_stream = io.BytesIO if isinstance(read_data, bytes) else io.StringIO
    stream = as_stream(read_data)
    opened = MagicMock(spec=[*{*dir(io.TextIOWrapper), *dir(io.BytesIO)}])
    opened.__enter__.return_value = opened

    def unless_set(name, read):
        """What a test has set as the return value comes before the stream."""
        def effect(*args, **kwargs):
            value = getattr(opened, name).return_value
            return read(*args, **kwargs) if value is None else value
        return effect

    def lines():
        if opened.readline.return_value is None:
            yield from stream
        while opened.readline.return_value is not None:
            yield opened.readline.return_value

    for name in ("read", "readline", "readlines"):
        method = getattr(opened, name)
        method.return_value = None
        method.side_effect = unless_set(name, lambda *args, name=name, **kwargs: getattr(stream, name)(*args, **kwargs))
    opened.write.return_value = None
    opened.__iter__.side_effect = lines
    opened.__next__.side_effect = unless_set("readline", lambda: next(stream))

    def reopen(*args, **kwargs):
        nonlocal stream
        stream = as_stream(read_data)
        return DEFAULT
    if mock is None:
        mock = MagicMock(name="open", spec=dir(io.open))
    mock.side_effect, mock.return_value = reopen, opened
    return mock


from ._mock_patch import _get_target, _patch, _patch_dict, _patch_multiple, _patch_object, _patch_stopall, patch  # it needs what stands above
