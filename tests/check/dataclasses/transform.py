# dataclass_transform: functions, base classes, metaclasses, options, field specifiers, converters.
from typing import Any, Callable, Literal, TypeVar, assert_type, dataclass_transform, overload

T = TypeVar("T")
S = TypeVar("S")


@dataclass_transform()
def create_model(cls: type[T]) -> type[T]:
    return cls


@create_model
class Customer:
    id: int
    name: str


c = Customer(327, "John")
Customer(id=327, name="John")
Customer()  # E: [call-arg]
Customer(327, first_name="John")  # E: [call-arg]
Customer(327, "John", 0)  # E: [call-arg]
c < c  # E: [operator]


@dataclass_transform(kw_only_default=True, order_default=True)
def create_options(*, frozen: bool = False, kw_only: bool = True, order: bool = True) -> Callable[[type[T]], type[T]]: ...


@create_options()
class A:
    id: int


A(id=1) < A(id=2)
A(1)  # E: [call-arg]


@create_options(frozen=True, kw_only=False, order=False)
class B:
    id: int


b = B(1)
b.id = 3  # E: [misc]
b < b  # E: [operator]


@overload
@dataclass_transform(frozen_default=True)
def frozen_model(cls: type[T]) -> type[T]: ...
@overload
def frozen_model(cls: None = None, *, frozen: bool = True) -> Callable[[type[T]], type[T]]: ...
def frozen_model(cls: Any = None, *, frozen: bool = True) -> Any:
    return cls


@frozen_model
class C:
    id: int


C(1).id = 2  # E: [misc]


@frozen_model(frozen=False)
class D:
    id: int


D(1).id = 2


def model_field(*, default: Any = ..., init: bool = True, kw_only: bool = False, alias: str | None = None, factory: Any = None) -> Any: ...


class ModelField:
    def __init__(self, *, init: bool = True, default: Any | None = None) -> None: ...


@dataclass_transform(kw_only_default=True, field_specifiers=(ModelField, model_field))
class ModelBase:
    not_a_field: str

    def __init_subclass__(cls, *, frozen: bool = False, kw_only: bool = True, order: bool = True) -> None: ...


class Client1(ModelBase, frozen=True):
    id: int
    name: str = model_field(alias="full_name")


c1 = Client1(id=3, full_name="")
c1.id = 3  # E: [misc]
Client1(3, "")  # E: [call-arg]
Client1(id=3, name="")  # E: [call-arg]


class Client2(ModelBase, kw_only=False):
    id: int = ModelField(init=False)
    name: str
    age: int = model_field(kw_only=True)


Client2("x", age=1)
Client2(1, "x", age=1)  # E: [call-arg]


class Client3(ModelBase, unknown=True):  # E: [call-arg]
    id: int


class NotFrozen(ModelBase):
    a: int


class FrozenChild(NotFrozen, frozen=True):  # E: [misc]
    b: int


@dataclass_transform(field_specifiers=(model_field,), kw_only_default=True)
class ModelMeta(type):
    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], *, frozen: bool = False, order: bool = False) -> Any: ...


class MetaBase(metaclass=ModelMeta):
    base_field: int = model_field(default=0)


class FromMeta(MetaBase, frozen=True, order=True):
    id: int
    other: int = model_field(default=3)


m = FromMeta(id=1)
FromMeta(id=1, other=2, base_field=3)
m.id = 3  # E: [misc]
FromMeta(1)  # E: [call-arg]


@overload
def field2(*, default: Any = ..., resolver: Callable[[], Any], init: Literal[False] = False) -> Any: ...
@overload
def field2(*, default: Any = ..., resolver: None = None, init: bool = True) -> Any: ...
def field2(**kwargs: Any) -> Any: ...


@dataclass_transform(field_specifiers=(field2,))
def create2(cls: type[T]) -> type[T]:
    return cls


@create2
class Resolved:
    id: int = field2(resolver=lambda: 0)
    name: str


Resolved("")
Resolved(1, "")  # E: [call-arg]


def conv_field(*, converter: Callable[[S], T], default: S | None = None) -> T: ...


@dataclass_transform(field_specifiers=(conv_field,))
class ConvBase: ...


def to_str(value: int | bytes) -> str:
    return str(value)


class Converted(ConvBase):
    a: str = conv_field(converter=to_str)
    b: int = conv_field(converter=int)
    c: str = conv_field(converter=to_str, default=b"")


cv = Converted(1, "3")
assert_type(cv.a, str)
Converted("x", "3")  # E: [arg-type]
Converted(1, [])  # E: [arg-type]
cv.a = 3
cv.a = "x"  # E: [assignment]


@dataclass_transform(strange=True)  # E
def unknown_option(cls: type[T]) -> type[T]:
    return cls
