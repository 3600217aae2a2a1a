# Structural types that the stubs of the library share. No such module exists at run time.
from collections.abc import Awaitable, Buffer, Iterable, Iterator, Sequence, Set as AbstractSet, Sized
from os import PathLike
from typing import Any, Generic, Literal, Protocol, SupportsFloat, SupportsIndex, SupportsInt, TypeVar, Union, overload
from typing_extensions import TypeAlias

_KT = TypeVar("_KT")
_KT_co = TypeVar("_KT_co", covariant=True)
_KT_contra = TypeVar("_KT_contra", contravariant=True)
_VT = TypeVar("_VT")
_VT_co = TypeVar("_VT_co", covariant=True)
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_T_contra = TypeVar("_T_contra", contravariant=True)

# ---- comparison
class HasLess(Protocol[_T_contra]):
    def __lt__(self, other: _T_contra, /) -> bool: ...

class HasGreater(Protocol[_T_contra]):
    def __gt__(self, other: _T_contra, /) -> bool: ...

class HasLessEqual(Protocol[_T_contra]):
    def __le__(self, other: _T_contra, /) -> bool: ...

class HasGreaterEqual(Protocol[_T_contra]):
    def __ge__(self, other: _T_contra, /) -> bool: ...

Orderable: TypeAlias = Union[HasLess[Any], HasGreater[Any]]
OrderingKey: TypeAlias = Union[HasLess[Any], HasGreater[Any], None]  # `max(d, key=d.get)`: that a key function may also give None is its writer's affair
OrderableT = TypeVar("OrderableT", bound=Orderable)

# ---- arithmetic
class HasAdd(Protocol[_T_contra, _T_co]):
    def __add__(self, x: _T_contra, /) -> _T_co: ...

class HasReflectedAdd(Protocol[_T_contra, _T_co]):
    def __radd__(self, x: _T_contra, /) -> _T_co: ...

class HasSubtract(Protocol[_T_contra, _T_co]):
    def __sub__(self, x: _T_contra, /) -> _T_co: ...

class HasReflectedSubtract(Protocol[_T_contra, _T_co]):
    def __rsub__(self, x: _T_contra, /) -> _T_co: ...

class HasMultiply(Protocol[_T_contra, _T_co]):
    def __mul__(self, x: _T_contra, /) -> _T_co: ...

class HasDivmod(Protocol[_T_contra, _T_co]):
    def __divmod__(self, other: _T_contra, /) -> _T_co: ...

class HasReflectedDivmod(Protocol[_T_contra, _T_co]):
    def __rdivmod__(self, other: _T_contra, /) -> _T_co: ...

class HasPower(Protocol[_T_contra, _T_co]):
    def __pow__(self, other: _T_contra, /) -> _T_co: ...

class HasReflectedPower(Protocol[_T_contra, _T_co]):
    def __rpow__(self, other: _T_contra, /) -> _T_co: ...

class HasModularPower(Protocol[_T_contra, _T_co]):
    def __pow__(self, other: _T_contra, modulo: Any, /) -> _T_co: ...

class RoundsToWhole(Protocol[_T_co]):
    def __round__(self) -> _T_co: ...

class RoundsToDigits(Protocol[_T_co]):
    def __round__(self, ndigits: int, /) -> _T_co: ...

class AddsToZero(Protocol):
    def __add__(self, x: Any, /) -> Any: ...
    def __radd__(self, x: int, /) -> Any: ...

class HasTrunc(Protocol):
    def __trunc__(self) -> int: ...

class HasFloor(Protocol[_T_co]):
    def __floor__(self) -> _T_co: ...

class HasCeil(Protocol[_T_co]):
    def __ceil__(self) -> _T_co: ...

IntSource: TypeAlias = Union[str, bytes, bytearray, memoryview, SupportsInt, SupportsIndex, HasTrunc]
FloatSource: TypeAlias = Union[str, bytes, bytearray, memoryview, SupportsFloat, SupportsIndex]

# ---- containers
class SizedAndIndexed(Protocol[_T_co]):
    def __len__(self) -> int: ...
    def __getitem__(self, k: int, /) -> _T_co: ...

class HasItems(Protocol[_KT_contra, _VT_co]):
    def __getitem__(self, key: _KT_contra, /) -> _VT_co: ...

class HasItemsAndContains(Protocol[_KT_contra, _VT_co]):
    def __contains__(self, x: Any, /) -> bool: ...
    def __getitem__(self, key: _KT_contra, /) -> _VT_co: ...

class ItemStore(Protocol[_KT_contra, _VT]):
    def __contains__(self, x: Any, /) -> bool: ...
    def __getitem__(self, key: _KT_contra, /) -> _VT: ...
    def __setitem__(self, key: _KT_contra, value: _VT, /) -> None: ...
    def __delitem__(self, key: _KT_contra, /) -> None: ...

class KeysAndItems(Protocol[_KT, _VT_co]):
    def keys(self) -> Iterable[_KT]: ...
    def __getitem__(self, key: _KT, /) -> _VT_co: ...

class HasItemView(Protocol[_KT_co, _VT_co]):
    def items(self) -> AbstractSet[tuple[_KT_co, _VT_co]]: ...

class GivesIterator(Protocol[_T_co]):
    def __iter__(self) -> _T_co: ...

class HasNext(Protocol[_T_co]):
    def __next__(self) -> _T_co: ...

class GivesAsyncIterator(Protocol[_T_co]):
    def __aiter__(self) -> _T_co: ...

class HasAsyncNext(Protocol[_T_co]):
    def __anext__(self) -> Awaitable[_T_co]: ...

class HasReversed(Protocol[_T_co]):
    def __reversed__(self) -> Iterator[_T_co]: ...

class Indexed(Protocol[_T_co]):
    def __getitem__(self, index: int, /) -> _T_co: ...

class SizedIterable(Protocol[_T_co]):
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[_T_co]: ...

# ---- streams, files, formatting
class Writable(Protocol[_T_contra]):
    def write(self, s: _T_contra, /) -> object: ...

class Flushable(Protocol):
    def flush(self) -> object: ...

class WritableAndFlushable(Protocol[_T_contra]):
    def write(self, s: _T_contra, /) -> object: ...
    def flush(self) -> object: ...

class Readable(Protocol[_T_co]):
    def read(self, length: int = ..., /) -> _T_co: ...

class LineReadable(Protocol[_T_co]):
    def readline(self, length: int = ..., /) -> _T_co: ...

class HasFileno(Protocol):
    def fileno(self) -> int: ...

class HasFormat(Protocol):
    def __format__(self, format_spec: str, /) -> str: ...

TextPath: TypeAlias = Union[str, PathLike[str]]
BinaryPath: TypeAlias = Union[bytes, PathLike[bytes]]
AnyPath: TypeAlias = Union[str, bytes, PathLike[str], PathLike[bytes]]
FileOrDescriptor: TypeAlias = Union[int, AnyPath]
BytesLike: TypeAlias = Union[bytes, bytearray, memoryview, Buffer]
MutableBytesLike: TypeAlias = Union[bytearray, memoryview]
# The usual spellings of a mode; others are typed as IO[Any].
TextMode: TypeAlias = Literal["r", "rt", "r+", "rt+", "r+t", "w", "wt", "w+", "wt+", "w+t", "a", "at", "a+", "at+", "a+t", "x", "xt", "x+", "xt+", "x+t"]
BinaryReadMode: TypeAlias = Literal["rb", "br"]
BinaryWriteMode: TypeAlias = Literal["wb", "bw", "ab", "ba", "xb", "bx"]
BinaryUpdateMode: TypeAlias = Literal["rb+", "r+b", "wb+", "w+b", "ab+", "a+b", "xb+", "x+b"]
BinaryMode: TypeAlias = Union[BinaryReadMode, BinaryWriteMode, BinaryUpdateMode]

# What `TypeForm[T]` means to the checker.
_TypeFormT = TypeVar("_TypeFormT", covariant=True)
class TypeForm(Generic[_TypeFormT]): ...
