# dataclass_transform in all its forms.
import typing
from typing import Any, Callable, Generic, Literal, Optional, Type, TypeVar, assert_type, dataclass_transform, overload, ClassVar
from dataclasses import field as stdlib_field

_T = TypeVar("_T")
T = TypeVar("T")


# ---- function
@typing.dataclass_transform()
def create_model(cls: Type[_T]) -> Type[_T]:
    return cls


@create_model
class Customer1:
    id: int
    name: str


Customer1(327, "John Smith")
Customer1(id=327, name="John Smith")
Customer1()  # E: [call-arg]
Customer1(327, first_name="John")  # E: [call-arg]
Customer1(327, "John Smith", 0)  # E: [call-arg]
Customer1(1, "a") == Customer1(1, "a")
Customer1(1, "a") < Customer1(1, "a")  # E: [operator]


# ---- function with parameters
@dataclass_transform(kw_only_default=True, order_default=True)
def create_model2(*, frozen: bool = False, kw_only: bool = True, order: bool = True) -> Callable[[Type[_T]], Type[_T]]: ...


@create_model2(frozen=True, kw_only=False)
class Customer2:
    id: int
    name: str


c2 = Customer2(1, "a")
c2.id = 3  # E: [misc]
Customer2(1, "a") < Customer2(1, "b")


@create_model2()
class Customer3:
    id: int
    name: str = ""
    other: int


Customer3(id=1, other=2)
Customer3(1, 2)  # E: [call-arg]
c3 = Customer3(id=1, other=2)
c3.id = 3
c3 < c3


@create_model2(order=False)
class Customer4:
    id: int


Customer4(id=1) < Customer4(id=1)  # E: [operator]


# ---- overloads
@overload
@dataclass_transform(kw_only_default=True)
def over(cls: type[T]) -> type[T]: ...
@overload
def over(*, frozen: bool = ...) -> Callable[[type[T]], type[T]]: ...
def over(cls: Any = None, *, frozen: bool = False) -> Any: ...


@over
class Over1:
    a: int


@over(frozen=True)
class Over2:
    a: int


Over1(a=1)
Over1(1)  # E: [call-arg]
Over2(a=1).a = 2  # E: [misc]
Over2(1)  # E: [call-arg]


@overload
def over3(cls: type[T]) -> type[T]: ...
@overload
def over3(*, frozen: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform()
def over3(cls: Any = None, *, frozen: bool = False) -> Any: ...


@over3(frozen=True)
class Over3:
    a: int


Over3(1).a = 2  # E: [misc]


# ---- base class
@dataclass_transform()
class ModelBase:
    not_a_field: str

    def __init_subclass__(cls, *, frozen: bool = False, kw_only: bool = True, order: bool = True, init: bool = True, eq: bool = True) -> None: ...


class Model1(ModelBase, frozen=True, kw_only=False):
    id: int
    name: str = "x"


Model1(1)
Model1(1, "a")
Model1("a")  # E: [arg-type]
m1 = Model1(1)
m1.id = 2  # E: [misc]
m1 < m1  # E: [operator]
Model1(not_a_field="x")  # E: [call-arg]


class Model2(Model1, frozen=True):
    extra: int = 0


Model2(1, "a", 3)


class Model3(Model1):  # E: [misc]
    extra: int = 0


class Model4(ModelBase, order=True):
    id: int


class Model5(Model4, frozen=True):  # E: [misc]
    x: int


Model4(1) < Model4(2)


class Model6(ModelBase, init=False):
    id: int


Model6(id=1)  # E: [call-arg]


class Generic1(ModelBase, Generic[T]):
    a: T


assert_type(Generic1(1), Generic1[int])


# ---- metaclass
def model_field(*, init: bool = True, default: Any | None = None, default_factory: Any = None, kw_only: bool | None = None, alias: str | None = None) -> Any: ...


class ModelField:
    def __init__(self, *, init: bool = True, default: Any = ..., factory: Any = ...) -> None: ...


@dataclass_transform(eq_default=True, order_default=True, kw_only_default=False, field_specifiers=(ModelField, model_field))
class ModelMeta(type):
    not_a_field: str


class MetaBase(metaclass=ModelMeta):
    def __init_subclass__(cls, *, frozen: bool = False, kw_only: bool = False, order: bool = True) -> None: ...
    not_a_field2: str


class Meta1(MetaBase, frozen=True):
    id: int
    name: str = model_field(default="x")


class Meta1Child(Meta1, frozen=True):
    salary: float = model_field(alias="pay")  # E: [misc]


class Meta2(MetaBase):
    id: int = model_field(alias="identifier")
    b: str = model_field(init=False)
    c: str = model_field(kw_only=True)
    d: int = model_field(default=1)
    e: int = ModelField(factory=int)
    f: int = ModelField(init=False)


Meta2(1, c="")  # E: [call-arg]
Meta2(identifier=1, c="", d=2, e=3)  # E: [call-arg]
Meta2(id=1, c="")  # E: [call-arg]
Meta2(1)  # E: [call-arg] # E: [call-arg]
Meta2(1, c="", b="")  # E: [call-arg]
Meta2(1, c="", f=1)  # E: [call-arg]
Meta1(1) < Meta1(2)  # E: [call-arg]
Meta1(1).id = 3  # E: [call-arg] # E: [misc]


class Meta3(MetaBase):
    x: int
    other: ClassVar[int] = 3
    plain = 3

    def __init__(self, x: str) -> None:
        pass


Meta3("a")
Meta3(1)  # E: [arg-type]


# ---- specifiers with implied init
@overload
def implied(*, default: Optional[Any] = ..., resolver: Callable[[], Any], init: Literal[False] = False) -> Any: ...
@overload
def implied(*, default: Optional[Any] = ..., resolver: None = None, init: bool = True, kw_only: Literal[True] = True) -> Any: ...
def implied(**kwargs: Any) -> Any: ...


@dataclass_transform(kw_only_default=True, field_specifiers=(implied,))
def implied_model(*, init: bool = True) -> Callable[[Type[_T]], Type[_T]]: ...


@implied_model()
class Implied:
    id: int = implied(resolver=lambda: 0)
    name: str = implied()


Implied(name="a")
Implied(id=1, name="a")  # E: [call-arg]
Implied("a")  # E: [call-arg]


@implied_model(init=False)
class Implied2:
    id: int = implied(resolver=lambda: 0)
    name: str


Implied2()
Implied2(name="a")  # E: [call-arg]


# ---- specifiers not listed are plain defaults
@create_model
class Unlisted:
    a: int = stdlib_field(init=False)


Unlisted(1)
Unlisted()


@dataclass_transform(unknown_parameter=True)  # E: [misc]
def unknown(cls: type[T]) -> type[T]: ...


# ---- frozen default
@dataclass_transform(frozen_default=True)
def frozen_model(*, frozen: bool = True) -> Callable[[type[T]], type[T]]: ...


@frozen_model()
class F1:
    a: int


@frozen_model(frozen=False)
class F2:
    a: int


F1(1).a = 2  # E: [misc]
F2(1).a = 2


@frozen_model()
class F3(F2):  # E: [misc]
    b: int


@dataclass_transform(frozen_default=True)
class FrozenBase:
    def __init_subclass__(cls, *, frozen: bool = True) -> None: ...


class FB1(FrozenBase):
    a: int


class FB2(FrozenBase, frozen=False):
    a: int


FB1(1).a = 3  # E: [misc]
FB2(1).a = 3


# ---- descriptor default and converter-free specifier objects
class Factory:
    @staticmethod
    def field(*, default: Any = ...) -> Any: ...


def outer() -> None:
    @create_model
    class Inner:
        x: int

    Inner(1)
    Inner("a")  # E: [arg-type]
