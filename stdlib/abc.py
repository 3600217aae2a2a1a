"""Abstract base classes: ABCMeta, abstractmethod (library reference, "abc")."""

from _abc_parts import abstract_names as _abstract_names, new_class as _new_class
from _runtime import share_pattern as _share_pattern

_invalidations = 0  # registrations so far: answers "no" remembered before the last one may be wrong


class _State:
    """What an abstract class knows of its subclasses: nothing at first, as most classes never do."""

    registry = None  # registered classes, in order: a dict
    yes = no = frozenset()
    no_version = -1

    def remember(self, subclass, answer):
        if answer:
            if not self.yes:
                self.yes = set()
            self.yes.add(subclass)
        else:
            if not self.no:
                self.no = set()
            self.no.add(subclass)


def abstractmethod(funcobj):
    """Decorator: subclasses have to override the method."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that subclasses have to override. Deprecated: @classmethod before @abstractmethod says so too."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    """A static method that subclasses have to override. Deprecated: @staticmethod before @abstractmethod says so too."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    """A property that subclasses have to override. Deprecated: @property before @abstractmethod says so too."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract base classes: they can take other classes for subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if mcls is ABCMeta and not kwargs:
            return _new_class(mcls, name, bases, namespace, _State)
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        made.__abstractmethods__ = _abstract_names(made, namespace if type(namespace) is dict else dict(namespace))
        made._abc_impl = _State()
        return made

    def register(cls, subclass):
        """Takes a class for a subclass. Returns it, so that this is a decorator as well."""
        global _invalidations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        state = cls._abc_impl
        if state.registry is None:
            state.registry = {}
        state.registry[subclass] = None
        _invalidations += 1
        _share_pattern(cls, subclass)
        return subclass

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        subclass = instance.__class__
        state = cls._abc_impl
        if subclass in state.yes:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if subclass in state.no and state.no_version == _invalidations:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        state = cls._abc_impl
        if subclass in state.yes:
            return True
        if state.no_version != _invalidations:
            state.no = frozenset()
            state.no_version = _invalidations
        elif subclass in state.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls in getattr(subclass, "__mro__", ()) or _is_registered(cls, state, subclass)
        elif answer is not True and answer is not False:
            raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
        state.remember(subclass, answer)
        return answer

    def _dump_registry(cls, file=None):
        """Debug helper to print the ABC registry."""
        state = cls._abc_impl
        for title, value in (
            ("Class", f"{cls.__module__}.{cls.__qualname__}"), ("Inv. counter", _invalidations), ("_abc_registry", set(state.registry or ())),
            ("_abc_cache", set(state.yes)), ("_abc_negative_cache", set(state.no)), ("_abc_negative_cache_version", max(state.no_version, 0)),
        ):
            print(f"{title}: {value}", file=file)

    def _abc_registry_clear(cls):
        """Clear the registry (for debugging or testing)."""
        cls._abc_impl.registry = None

    def _abc_caches_clear(cls):
        """Clear the caches (for debugging or testing)."""
        cls._abc_impl.yes = cls._abc_impl.no = frozenset()


def _get_dump(cls, /):
    """(weak references to what was registered, to what was found to be a subclass and not to be one, version), for those who pickle classes by value."""
    import weakref
    state = cls._abc_impl
    return *({weakref.ref(known) for known in classes or ()} for classes in (state.registry, state.yes, state.no)), max(state.no_version, 0)


def _register_known(cls, subclasses):
    """register() of types of which none is a subclass or superclass of the other kind so far."""
    global _invalidations
    state = cls._abc_impl
    if state.registry is None:
        state.registry = {}
    for subclass in subclasses:
        state.registry[subclass] = None
        _share_pattern(cls, subclass)
    _invalidations += 1


def _is_registered(cls, state, subclass):
    for registered in list(state.registry or ()):
        if issubclass(subclass, registered):
            return True
    for known in cls.__subclasses__():
        if issubclass(subclass, known):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """To derive abstract base classes from, instead of naming the metaclass."""

    __slots__ = ()


def get_cache_token():
    """A number that changes with each register() of an abstract base class: what was remembered before may be wrong."""
    return _invalidations


def update_abstractmethods(cls):
    """Looks again which methods are abstract, after the class was changed."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, dict(cls.__dict__))
    return cls
