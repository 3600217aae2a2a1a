# How classes of ABCMeta and protocols come about: what stands in them and in which order, metaclasses derived from ABCMeta, keywords, namespaces that are no dict,
# registrations and caches, __init_subclass__ of Generic and Protocol with and without more bases.
from abc import ABC, ABCMeta, abstractmethod
from typing import Generic, Protocol, TypeVar, runtime_checkable
import typing

T = TypeVar("T")
K = TypeVar("K")


def names(cls):
    return [name for name in cls.__dict__ if name not in ("__static_attributes__", "__firstlineno__")]


class Plain(ABC):
    @abstractmethod
    def load(self): ...

    @property
    @abstractmethod
    def size(self): ...


class Done(Plain):
    def load(self): ...
    size = 3


print(names(Plain), sorted(Plain.__abstractmethods__), names(Done), Done.__abstractmethods__)
try:
    Plain()
except TypeError:
    print("abstract")


class Space(dict):
    pass


class WithSpace(ABCMeta):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        print("prepare", name, kwargs)
        return Space()

    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, type(namespace).__name__, kwargs)
        return super().__new__(mcls, name, bases, namespace, **kwargs)


class Derived(metaclass=WithSpace):
    def __init_subclass__(cls, **kwargs):
        print("init_subclass", cls.__name__, kwargs)

    @abstractmethod
    def f(self): ...


class Below(Derived, flag=1):
    pass


print(sorted(Below.__abstractmethods__), ABCMeta("Direct", (), Space(g=abstractmethod(lambda self: 1))).__abstractmethods__)


class Other(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        made.by_other = name
        return made


class Both(WithSpace, Other):
    pass


print(Both("B", (), {}).by_other)
for arguments in (("A",), ("A", ()), (1, (), {}), ("A", 1, {}), ("A", (), 1), ("A", (1,), {}), ("A", (bool,), {})):
    try:
        print(ABCMeta(*arguments))
    except TypeError as error:
        print("TypeError", str(error)[:60])
try:
    class Keyword(ABC, unknown=1):
        pass
except TypeError as error:
    print(error)


class Asked:
    @property
    def __isabstractmethod__(self):
        print("asked")
        return True


class Raises:
    @property
    def __isabstractmethod__(self):
        raise ValueError("is it?")


class HasAsked(ABC):
    x = Asked()


print(HasAsked.__abstractmethods__)
try:
    class HasRaises(ABC):
        x = Raises()
except ValueError as error:
    print(error)


# ---- registrations

class Root(ABC):
    pass


class Stranger:
    pass


print(isinstance(Stranger(), Root), issubclass(Stranger, Root), issubclass(Done, Root))
print(Root.register(Stranger) is Stranger, isinstance(Stranger(), Root), issubclass(Stranger, Root))
Root.register(int)
print(isinstance(3, Root), issubclass(bool, Root), isinstance("", Root), issubclass(Root, Root))
Root._abc_caches_clear()
print(isinstance(3, Root), isinstance("", Root))
Root._abc_registry_clear()
Root._abc_caches_clear()
print(isinstance(3, Root), issubclass(Stranger, Root))
try:
    class Sub(Root):
        pass
    Sub.register(Root)
except RuntimeError as error:
    print(error)


# ---- protocols and generic classes

class Shape(Protocol):
    name: str

    def area(self) -> int: ...


class Sized2(Protocol[T]):
    def size(self) -> T: ...


class Square(Shape):
    def area(self):
        return 1


class Own(Protocol):
    _is_protocol = False

    def __init__(self):
        self.x = 1


class Hooked(Protocol):
    @classmethod
    def __subclasshook__(cls, other):
        return True

    def f(self): ...


class Box(Generic[T]):
    pass


class Pair(Generic[K, T]):
    pass


class IntBox(Box[int]):
    pass


class Same(Box):
    pass


class Mixed(Box[T], Pair[K, T]):
    pass


class WithKeyword(Generic[T]):
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Tagged(WithKeyword[K], tag=7):
    pass


class Cooperates:
    def __init_subclass__(cls, **kwargs):
        print("cooperates", cls.__name__)
        super().__init_subclass__(**kwargs)


class GenericFirst(Cooperates, Generic[T]):
    pass


class ProtocolFirst(Protocol[T]):
    def g(self) -> T: ...


class Implementation(ProtocolFirst[int], Cooperates):
    def g(self): return 1


for cls in (Shape, Sized2, Square, Own, Hooked, Box, Pair, IntBox, Same, Mixed, WithKeyword, Tagged, GenericFirst, ProtocolFirst, Implementation):
    kept = [name for name in names(cls) if name not in ("__protocol_attrs__", "__callable_proto_members_only__", "__non_callable_proto_members__", "__orig_bases__", "__annotations__")]
    print(cls.__name__, cls.__parameters__, bool(getattr(cls, "_is_protocol", False)), kept)
print(Tagged.tag, Own.__init__ is Own.__dict__["__init__"])
for make in (lambda: typing.Generic.__class_getitem__(int), lambda: type("G", (Generic,), {}), Shape, lambda: isinstance(1, Shape), lambda: Square().area()):
    try:
        print(make())
    except TypeError as error:
        print("TypeError", error)


class Concrete:
    pass


try:
    class Wrong(Concrete, Protocol):
        pass
except TypeError as error:
    print(error)


@runtime_checkable
class HasF(Protocol):
    def f(self): ...


class F:
    def f(self): ...


print(isinstance(F(), HasF), isinstance(1, HasF), issubclass(F, HasF), issubclass(int, HasF))
