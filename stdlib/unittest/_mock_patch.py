"""patch: an attribute, a dictionary or several attributes are replaced for as long as a function, a class's tests or a block runs."""
import contextlib
import inspect
from functools import wraps

from ._mock_call import DEFAULT
from .mock import (
    AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock, NonCallableMock, _instance_callable, _is_async_func, _is_async_obj, _is_instance_mock, _is_list,
    _refuse_typos, create_autospec
)

__unittest = True


def _object_named(path):
    """The object of a dotted name: as much of it as is a module is imported."""
    module, *steps = path.split(".")
    found = __import__(module)
    for step in steps:
        module += "." + step
        if not hasattr(found, step):
            __import__(module)
        found = getattr(found, step)
    return found


def _get_target(target):
    try:
        owner, attribute = target.rsplit(".", 1)
    except (AttributeError, TypeError, ValueError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return lambda: _object_named(owner), attribute


class _Patcher:
    """What all patches are: decorators of functions and of classes with tests, context managers, and something to start and stop."""

    _active_patches = []  # those that were started

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                test = getattr(func, name) if name.startswith(patch.TEST_PREFIX) else None
                if hasattr(test, "__call__"):
                    setattr(func, name, self.copy()(test))
            return func
        return self._around(func)

    def start(self):
        """Replaces from now on; what `with` would give."""
        value = self.__enter__()
        _Patcher._active_patches.append(self)
        return value

    def stop(self):
        """Puts back what was there, if start was called."""
        if self not in _Patcher._active_patches:
            return None
        _Patcher._active_patches.remove(self)
        return self.__exit__(None, None, None)


_NOT_INHERITED = {"__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__"}


class _patch(_Patcher):
    """The patch of an attribute. Those of patch.multiple have their attribute's name as `attribute_name`: mocks go to the decorated function by
    keyword; the first of them enters the others, `additional_patchers`."""

    __module__ = "unittest.mock"
    attribute_name = None
    target = None  # while the patch is on, the object whose attribute it is

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        for other, value in (("new", None if new is DEFAULT else self), ("autospec", autospec)):
            if new_callable is not None and value is not None:
                raise ValueError(f"Cannot use '{other}' and 'new_callable' together")
        if not unsafe:
            _refuse_typos(kwargs)
        for word, value in (("spec", spec), ("spec_set", spec_set)):
            if _is_instance_mock(value):
                raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the {word} arg has already been mocked out. [{word}={value!r}]")
        self.getter, self.attribute, self.new, self.new_callable, self.kwargs = getter, attribute, new, new_callable, kwargs
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.additional_patchers = []

    def copy(self):
        """Another one of the same."""
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs,
                      unsafe=True)
        made.attribute_name, made.additional_patchers = self.attribute_name, [each.copy() for each in self.additional_patchers]
        return made

    # ---- as a decorator ----

    def _around(self, func):
        if hasattr(func, "patchings"):  # decorated already: one more
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args += _enter_all(stack, patched.patchings, kwargs)
                    return await func(*args, **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args += _enter_all(stack, patched.patchings, kwargs)
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    # ---- the new value ----

    def _find_original(self):
        """(what the attribute is, whether the target itself has it)"""
        import builtins
        target, name = self.target, self.attribute
        own = getattr(target, "__dict__", ())
        local = name in own
        original = own[name] if local else getattr(target, name, DEFAULT)
        if hasattr(builtins, name) and inspect.ismodule(target):
            self.create = True  # a module may be given a name that it has from the builtins
        if original is DEFAULT and not self.create:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def _new_value(self, original):
        spec, spec_set, autospec = (None if value is False else value for value in (self.spec, self.spec_set, self.autospec))
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if spec_set not in (True, None) and (spec is not None or autospec is not None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if autospec is not None:
            return self._autospecced(original, original if autospec is True else autospec, spec_set)
        if self.new is not DEFAULT:
            if self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            return self.new
        # Only one of the two is left; True stands for the original.
        spec = original if spec is True else spec
        if spec_set is True:
            spec, spec_set = None, original if spec is None else spec
        return self._new_mock(original, spec, spec_set)

    def _autospecced(self, original, wanted, spec_set):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        problem = None
        if _is_instance_mock(self.target):
            problem = "as the patch target has already been mocked out."
        elif _is_instance_mock(wanted):
            problem = f"from target {getattr(self.target, '__name__', self.target)!r} as it has already been mocked out."
        if problem is not None:
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} {problem} [target={self.target!r}, attr={wanted!r}]")
        return create_autospec(wanted, spec_set=bool(spec_set), _name=self.attribute, **self.kwargs)

    def _new_mock(self, original, spec, spec_set):
        specs = {name: value for name, value in (("spec", spec), ("spec_set", spec_set)) if value is not None}
        like = next(reversed(specs.values())) if specs else None
        if specs and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        kind = self.new_callable
        if kind is None:
            can_call = not specs or ("__call__" in like if _is_list(like) else callable(like))
            is_async = _is_async_func(like) if specs else _is_async_obj(original)
            kind = AsyncMock if is_async else MagicMock if can_call else NonCallableMagicMock
        named = isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute
        new = kind(**specs, **{**({"name": self.attribute} if named else {}), **self.kwargs})
        if specs and isinstance(original, type) and _is_instance_mock(new):  # what a call of it gives is like an instance
            instance_kind = MagicMock if _is_list(like) or _instance_callable(like) else NonCallableMagicMock
            options = {key: value for key, value in self.kwargs.items() if key != "name"}
            new.return_value = instance_kind(_new_parent=new, _new_name="()", **specs, **options)
        return new

    # ---- on and off ----

    def __enter__(self):
        if self.target is not None:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        try:
            self.temp_original, self.is_local = self._find_original()
            new = self._new_value(self.temp_original)
        except BaseException:
            self.target = None
            raise
        with contextlib.ExitStack() as stack:
            stack.push(self._restore)
            setattr(self.target, self.attribute, new)
            value = new
            if self.attribute_name is not None:
                value = {self.attribute_name: new} if self.new is DEFAULT else {}
                for other in self.additional_patchers:
                    others = stack.enter_context(other)
                    value.update(others if other.new is DEFAULT else ())
            self._undo = stack.pop_all()
        return value

    def __exit__(self, *exc_info):
        if self.target is not None:
            return self._undo.__exit__(*exc_info)

    def _restore(self, *exc_info):
        target, name, original = self.target, self.attribute, self.temp_original
        self.target = None
        if self.is_local and original is not DEFAULT:
            setattr(target, name, original)
            return
        delattr(target, name)
        if not self.create and (name in _NOT_INHERITED or not hasattr(target, name)):
            setattr(target, name, original)  # it does not come from somewhere else


def _enter_all(stack, patchings, kwargs):
    """Enters the patches of a decorated function; mocks come as further arguments, or by keyword."""
    args = ()
    for each in patchings:
        value = stack.enter_context(each)
        if each.attribute_name is not None:
            kwargs.update(value)
        elif each.new is DEFAULT:
            args += (value,)
    return args


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replaces what the dotted name `target` stands for, by `new` or by a mock: while the decorated function (which is given the mock) or the block
    runs. The other arguments are for the mock."""
    return _patch(*_get_target(target), new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """As patch, for an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """As patch, for several attributes of an object, given by keyword; mocks of those that are DEFAULT come by keyword."""
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")

    def owner():
        return _object_named(target) if type(target) is str else target
    patchers = [_patch(owner, name, new, spec, create, spec_set, autospec, new_callable, {}) for name, new in kwargs.items()]
    for each, name in zip(patchers, kwargs):
        each.attribute_name = name
    first, *first.additional_patchers = patchers
    return first


class _patch_dict(_Patcher):
    """Changes a dictionary, or something like one, and puts back what was in it."""

    __module__ = "unittest.mock"

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}
        self._before = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def _around(self, func):
        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _object_named(self.in_dict)
        changed = self.in_dict
        self._before = changed.copy() if hasattr(changed, "copy") else {key: changed[key] for key in changed}
        if self.clear:
            _clear(changed)
        _update(changed, self.values)
        return changed

    def __exit__(self, *exc_info):
        if self._before is not None:
            _clear(self.in_dict)
            _update(self.in_dict, self._before)
            self._before = None
        return False


# What is like a dictionary may lack the methods that do it at once.

def _clear(mapping):
    if hasattr(mapping, "clear"):
        mapping.clear()
    else:
        for key in list(mapping):
            del mapping[key]


def _update(mapping, values):
    if hasattr(mapping, "update"):
        mapping.update(values)
    else:
        for key in values:
            mapping[key] = values[key]


def _patch_stopall():
    """Stops all patches that were started, the last first."""
    for patcher in reversed(list(_Patcher._active_patches)):
        patcher.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _patch_stopall
patch.TEST_PREFIX = "test"
