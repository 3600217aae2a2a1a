# Variance: declared and inferred (specification, "Variance").
from dataclasses import dataclass
from typing import Callable, Final, Generic, Iterator, NamedTuple, Protocol, Sequence, TypeVar, overload

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)

class Inv(Generic[T]): ...
class Co(Generic[T_co]): ...
class Contra(Generic[T_contra]): ...

def declared(i: Inv[int], c: Co[int], n: Contra[float]) -> None:
    a: Inv[float] = i  # E: [assignment]
    b: Co[float] = c
    d: Contra[int] = n
    e: Co[bool] = c  # E: [assignment]
    f: Contra[complex] = n  # E: [assignment]

class ShouldBeCovariant1[T]:
    def __getitem__(self, index: int) -> T: ...  # type: ignore
    def __iter__(self) -> Iterator[T]: ...  # type: ignore
class ShouldBeCovariant2[T](Sequence[T]):
    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]: ...  # type: ignore
    def __len__(self) -> int:
        return 0
class ShouldBeCovariant3[U]:
    def method1(self) -> "ShouldBeCovariant2[U]": ...  # type: ignore
    def method2(self) -> "ShouldBeCovariant3[U]": ...  # type: ignore
@dataclass(frozen=True)
class ShouldBeCovariant4[T]:
    x: T
class ShouldBeCovariant5[T]:
    def __init__(self, x: T) -> None:
        self._x = x
    @property
    def x(self) -> T:
        return self._x
class ShouldBeCovariant6(NamedTuple, Generic[T]):
    x: T
class ShouldBeCovariant7[T]:
    def __init__(self, x: T) -> None:
        self.x: Final = x
class ShouldBeCovariant8[T]:
    def method(self, callback: Callable[[T], None]) -> None: ...

class ShouldBeInvariant1[T]:
    def __init__(self, value: T) -> None:
        self._value = value
    @property
    def value(self) -> T:
        return self._value
    @value.setter
    def value(self, value: T) -> None:
        self._value = value
class ShouldBeInvariant2[T]:
    def __init__(self, value: T) -> None: ...
    def get_value(self) -> T: ...  # type: ignore
    def set_value(self, value: T) -> None: ...
class ShouldBeInvariant3[K, V](dict[K, V]): ...
@dataclass
class ShouldBeInvariant4[T]:
    x: T
class ShouldBeInvariant5[T]:
    attr: list[T]
class ShouldBeInvariant6[T]:
    def __init__(self, x: T) -> None:
        self.x = x

class ShouldBeContravariant1[T]:
    def __init__(self, value: T) -> None: ...
    def set_value(self, value: T) -> None: ...

def inferred(a: ShouldBeCovariant1[int], b: ShouldBeCovariant2[int], c: ShouldBeCovariant3[int], d: ShouldBeCovariant4[int], e: ShouldBeCovariant5[int], f: ShouldBeCovariant6[int],
             g: ShouldBeCovariant7[int], h: ShouldBeCovariant8[int]) -> None:
    a1: ShouldBeCovariant1[float] = a
    b1: ShouldBeCovariant2[float] = b
    c1: ShouldBeCovariant3[float] = c
    d1: ShouldBeCovariant4[float] = d
    e1: ShouldBeCovariant5[float] = e
    g1: ShouldBeCovariant7[float] = g
    h1: ShouldBeCovariant8[float] = h
    a2: ShouldBeCovariant1[bool] = a  # E: [assignment]
    b2: ShouldBeCovariant2[bool] = b  # E: [assignment]
    c2: ShouldBeCovariant3[bool] = c  # E: [assignment]
    d2: ShouldBeCovariant4[bool] = d  # E: [assignment]
    e2: ShouldBeCovariant5[bool] = e  # E: [assignment]

def inferred2(a: ShouldBeInvariant1[int], b: ShouldBeInvariant2[int], c: ShouldBeInvariant3[int, str], d: ShouldBeInvariant4[int], e: ShouldBeInvariant5[int], f: ShouldBeInvariant6[int]) -> None:
    a1: ShouldBeInvariant1[float] = a  # E: [assignment]
    a2: ShouldBeInvariant1[bool] = a  # E: [assignment]
    b1: ShouldBeInvariant2[float] = b  # E: [assignment]
    c1: ShouldBeInvariant3[float, str] = c  # E: [assignment]
    c2: ShouldBeInvariant3[int, object] = c  # E: [assignment]
    d1: ShouldBeInvariant4[float] = d  # E: [assignment]
    e1: ShouldBeInvariant5[float] = e  # E: [assignment]
    f1: ShouldBeInvariant6[float] = f  # E: [assignment]

def inferred3(a: ShouldBeContravariant1[float]) -> None:
    a1: ShouldBeContravariant1[int] = a
    a2: ShouldBeContravariant1[object] = a  # E: [assignment]

Auto = TypeVar("Auto", infer_variance=True)
class OldSyntax(Generic[Auto]):
    def get(self) -> Auto: ...  # type: ignore
def old(a: OldSyntax[int]) -> None:
    a1: OldSyntax[float] = a
    a2: OldSyntax[bool] = a  # E: [assignment]
