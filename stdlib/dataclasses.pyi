from collections.abc import Callable, Iterable, Mapping
from enum import Enum, auto
from types import GenericAlias
from typing import Any, ClassVar, Final, Generic, Literal, Protocol, TypeVar, dataclass_transform, overload, type_check_only
from typing_extensions import TypeIs

_T = TypeVar("_T")
_InstanceT = TypeVar("_InstanceT", bound=DataclassInstance)

@type_check_only
class DataclassInstance(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

class _MISSING_TYPE(Enum): # so that `x is MISSING` says what x is
    MISSING = auto()
MISSING: Final = _MISSING_TYPE.MISSING

class KW_ONLY: ...

class FrozenInstanceError(AttributeError): ...

class Field(Generic[_T]):
    name: str
    type: Any
    default: _T | _MISSING_TYPE
    default_factory: Callable[[], _T] | _MISSING_TYPE
    repr: bool
    hash: bool | None
    init: bool
    compare: bool
    metadata: Mapping[Any, Any]
    kw_only: bool | _MISSING_TYPE
    def __set_name__(self, owner: Any, name: str) -> None: ...
    def __class_getitem__(cls, item: Any, /) -> GenericAlias: ...

class InitVar(Generic[_T]):
    type: Any
    def __init__(self, type: Any) -> None: ...
    def __class_getitem__(cls, type: Any) -> InitVar[Any]: ...

@overload
def field(
    *, default: _T, default_factory: _MISSING_TYPE = ..., init: bool = True, repr: bool = True, hash: bool | None = None,
    compare: bool = True, metadata: Mapping[Any, Any] | None = None, kw_only: bool | _MISSING_TYPE = ...
) -> _T: ...
@overload
def field(
    *, default: _MISSING_TYPE = ..., default_factory: Callable[[], _T], init: bool = True, repr: bool = True, hash: bool | None = None,
    compare: bool = True, metadata: Mapping[Any, Any] | None = None, kw_only: bool | _MISSING_TYPE = ...
) -> _T: ...
@overload
def field(
    *, default: _MISSING_TYPE = ..., default_factory: _MISSING_TYPE = ..., init: bool = True, repr: bool = True, hash: bool | None = None,
    compare: bool = True, metadata: Mapping[Any, Any] | None = None, kw_only: bool | _MISSING_TYPE = ...
) -> Any: ...

@overload
@dataclass_transform(field_specifiers=(field, Field))
def dataclass(cls: type[_T], /) -> type[_T]: ...
@overload
@dataclass_transform(field_specifiers=(field, Field))
def dataclass(
    cls: None = None, /, *, init: bool = True, repr: bool = True, eq: bool = True, order: bool = False, unsafe_hash: bool = False,
    frozen: bool = False, match_args: bool = True, kw_only: bool = False, slots: bool = False, weakref_slot: bool = False
) -> Callable[[type[_T]], type[_T]]: ...

def fields(class_or_instance: DataclassInstance | type[DataclassInstance]) -> tuple[Field[Any], ...]: ...
@overload
def asdict(obj: DataclassInstance) -> dict[str, Any]: ...
@overload
def asdict(obj: DataclassInstance, *, dict_factory: Callable[[list[tuple[str, Any]]], _T]) -> _T: ...
@overload
def astuple(obj: DataclassInstance) -> tuple[Any, ...]: ...
@overload
def astuple(obj: DataclassInstance, *, tuple_factory: Callable[[list[Any]], _T]) -> _T: ...
def replace(obj: _InstanceT, /, **changes: Any) -> _InstanceT: ...
@overload
def is_dataclass(obj: type) -> TypeIs[type[DataclassInstance]]: ...
@overload
def is_dataclass(obj: object) -> TypeIs[DataclassInstance | type[DataclassInstance]]: ...
def make_dataclass(
    cls_name: str, fields: Iterable[str | tuple[str, Any] | tuple[str, Any, Any]], *, bases: tuple[type, ...] = (),
    namespace: dict[str, Any] | None = None, init: bool = True, repr: bool = True, eq: bool = True, order: bool = False,
    unsafe_hash: bool = False, frozen: bool = False, match_args: bool = True, kw_only: bool = False, slots: bool = False,
    weakref_slot: bool = False, module: str | None = None
) -> type: ...
