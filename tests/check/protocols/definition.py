# Protocols: their declarations.
from abc import abstractmethod
from typing import Callable, ClassVar, Generic, Iterator, Protocol, Sized, TypeVar, runtime_checkable

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Template(Protocol):
    name: str
    value: int = 0
    kind: ClassVar[str] = ""

    def method(self) -> None:
        self.name = ""
        self.temp: list[int] = []  # E: [misc]


Template()  # E: [misc]


class SizedAndClosable(Sized, Protocol):
    def close(self) -> None: ...


class Plain: ...


class BadBase(Plain, Protocol): ...  # E: [misc]


class NoLongerProtocol(SizedAndClosable):
    pass


class FromNone(NoLongerProtocol, Protocol): ...  # E: [misc]


class Covariant(Protocol[T_co]):
    def content(self) -> T_co: ...


class Contravariant(Protocol[T_contra]):
    def send(self, data: T_contra) -> int: ...


class Invariant(Protocol[T]):
    attr: T


class ShouldBeCovariant(Protocol[T]):  # E: [misc]
    def content(self) -> T: ...


class ShouldBeContravariant(Protocol[T]):  # E: [misc]
    def send(self, data: T) -> None: ...


class ShouldBeInvariant(Protocol[T_co]):  # E: [misc]
    attr: T_co


class ReadOnly(Protocol[T_co]):
    @property
    def attr(self) -> T_co: ...


class Wrong(Protocol[T_co]):  # E: [misc]
    def f(self, x: T_co) -> None: ...  # E: [misc]


class CallableMember(Protocol[T_co]):
    def f(self, x: Callable[[T_co], None]) -> None: ...


class Twice(Protocol[T], Generic[T]): ...  # E: [misc]


class NewSyntax[U](Protocol[U]): ...  # E: [misc]


@runtime_checkable
class NotProtocol:  # E: [misc]
    pass


class RGB(Protocol):
    rgb: tuple[int, int, int]
    other: int

    @abstractmethod
    def intensity(self) -> int:
        return 0


class Point(RGB):
    def __init__(self, red: int, blue: str) -> None:
        self.rgb = red, red, blue  # E: [assignment]
        self.other = 0


Point(1, "")  # E: [abstract]


class Point2(RGB):
    def intensity(self) -> int:
        return 1

    def __init__(self) -> None:
        self.rgb = 1, 2, 3
        self.other = 1


Point2()


class BadPoint(RGB):
    rgb: str  # E: [assignment]
    other = 1

    def intensity(self) -> str:  # E: [override]
        return ""
