# typing_extensions: the names of typing, and those newer than 3.12.
import enum
from typing import (
    IO as IO, TYPE_CHECKING as TYPE_CHECKING, AbstractSet as AbstractSet, Annotated as Annotated, Any as Any, AnyStr as AnyStr,
    AsyncContextManager as AsyncContextManager, AsyncGenerator as AsyncGenerator, AsyncIterable as AsyncIterable,
    AsyncIterator as AsyncIterator, Awaitable as Awaitable, BinaryIO as BinaryIO, Callable as Callable, ChainMap as ChainMap,
    ClassVar as ClassVar, Collection as Collection, Concatenate as Concatenate, Container as Container, ContextManager as ContextManager,
    Coroutine as Coroutine, Counter as Counter, DefaultDict as DefaultDict, Deque as Deque, Dict as Dict, Final as Final,
    ForwardRef as ForwardRef, FrozenSet as FrozenSet, Generator as Generator, Generic as Generic, Hashable as Hashable,
    ItemsView as ItemsView, Iterable as Iterable, Iterator as Iterator, KeysView as KeysView, List as List, Literal as Literal,
    LiteralString as LiteralString, Mapping as Mapping, MappingView as MappingView, Match as Match, MutableMapping as MutableMapping,
    MutableSequence as MutableSequence, MutableSet as MutableSet, NamedTuple as NamedTuple, Never as Never, NewType as NewType,
    NoReturn as NoReturn, NotRequired as NotRequired, Optional as Optional, OrderedDict as OrderedDict, ParamSpec as ParamSpec,
    ParamSpecArgs as ParamSpecArgs, ParamSpecKwargs as ParamSpecKwargs, Pattern as Pattern, Protocol as Protocol, Required as Required,
    Reversible as Reversible, Self as Self, Sequence as Sequence, Set as Set, Sized as Sized, SupportsAbs as SupportsAbs,
    SupportsBytes as SupportsBytes, SupportsComplex as SupportsComplex, SupportsFloat as SupportsFloat, SupportsIndex as SupportsIndex,
    SupportsInt as SupportsInt, SupportsRound as SupportsRound, Text as Text, TextIO as TextIO, Tuple as Tuple, Type as Type,
    TypeAlias as TypeAlias, TypeAliasType as TypeAliasType, TypeGuard as TypeGuard, TypeVar as TypeVar, TypeVarTuple as TypeVarTuple,
    TypedDict as TypedDict, Union as Union, Unpack as Unpack, ValuesView as ValuesView, assert_never as assert_never,
    assert_type as assert_type, cast as cast, clear_overloads as clear_overloads, dataclass_transform as dataclass_transform,
    final as final, get_args as get_args, get_origin as get_origin, get_overloads as get_overloads,
    get_protocol_members as get_protocol_members, get_type_hints as get_type_hints, is_protocol as is_protocol,
    is_typeddict as is_typeddict, no_type_check as no_type_check, no_type_check_decorator as no_type_check_decorator,
    overload as overload, override as override, reveal_type as reveal_type, runtime_checkable as runtime_checkable,
    type_check_only as type_check_only, _SpecialForm, _T, _F
)

from typing import NoDefault as NoDefault, ReadOnly as ReadOnly, TypeIs as TypeIs
TypeForm: _SpecialForm
NoExtraItems: Any
runtime = runtime_checkable
_R_co = TypeVar("_R_co", covariant=True)
_W_contra = TypeVar("_W_contra", contravariant=True)

def IntVar(name: str) -> Any: ...

@final
class sentinel:
    __name__: str
    __module__: str
    def __init__(self, name: str, /) -> None: ...
    def __or__(self, other: Any) -> Any: ...
    def __ror__(self, other: Any) -> Any: ...

class Sentinel:
    __name__: str
    def __init__(self, name: str, repr: str | None = None) -> None: ...
    def __or__(self, other: Any) -> Any: ...
    def __ror__(self, other: Any) -> Any: ...

@runtime_checkable
class Reader(Protocol[_R_co]):
    def read(self, size: int = ..., /) -> _R_co: ...

@runtime_checkable
class Writer(Protocol[_W_contra]):
    def write(self, data: _W_contra, /) -> int: ...

class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4

def type_repr(value: object) -> str: ...
def get_annotations(obj: Any, *, globals: Mapping[str, Any] | None = None, locals: Mapping[str, Any] | None = None, eval_str: bool = False, format: Format = ...) -> dict[str, Any]: ...
def evaluate_forward_ref(
    forward_ref: ForwardRef, *, owner: object = None, globals: Mapping[str, Any] | None = None, locals: Mapping[str, Any] | None = None,
    type_params: Iterable[Any] | None = None, format: Format | None = None,
) -> Any: ...

class deprecated:
    message: LiteralString
    category: type[Warning] | None
    stacklevel: int
    def __init__(self, message: LiteralString, /, *, category: type[Warning] | None = ..., stacklevel: int = 1) -> None: ...
    def __call__(self, arg: _T, /) -> _T: ...

class Doc:
    documentation: str
    def __init__(self, documentation: str, /) -> None: ...

@runtime_checkable
class Buffer(Protocol):
    def __buffer__(self, flags: int, /) -> memoryview: ...

class disjoint_base:
    def __call__(self, cls: _T, /) -> _T: ...

def get_original_bases(cls: type, /) -> tuple[Any, ...]: ...
