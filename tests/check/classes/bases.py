# What may be a base, metaclasses, keywords of the class statement.
from abc import ABC, ABCMeta, abstractmethod
from enum import Enum
from typing import Any, Generic, NewType, Protocol, TypeVar, final

T = TypeVar("T")
S = TypeVar("S")
UserId = NewType("UserId", int)


class FromNewType(UserId):  # E: [misc]
    pass


class A: ...


class B(A): ...


class BadOrder(A, B): ...  # E: [misc]


class Twice(A, A): ...  # E: [misc]


class NotAClass(3): ...  # E


class Grand(Generic[T, S]): ...


class Child(Grand[T, S]): ...


class Swapped(Child[T, S], Grand[S, T]): ...  # E: [misc]


class Meta1(type): ...


class Meta2(type): ...


class M1(metaclass=Meta1): ...


class M2(metaclass=Meta2): ...


class Conflict(M1, M2): ...  # E: [misc]


class AbstractMeta(ABC, metaclass=Meta1): ...  # E: [misc]


class NotMeta(metaclass=A): ...  # E: [misc]


class Hook:
    def __init_subclass__(cls, *, flag: bool, name: str = "") -> None: ...


class H1(Hook, flag=True): ...


class H2(Hook): ...  # E: [call-arg]


class H3(Hook, flag=1): ...  # E: [arg-type]


class H4(Hook, flag=True, other=1): ...  # E: [call-arg]


class Plain(other=1): ...  # E: [call-arg]


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @property
    @abstractmethod
    def name(self) -> str: ...


class Square(Shape):
    def area(self) -> float:
        return 1.0

    @property
    def name(self) -> str:
        return ""


class Half(Shape):
    def area(self) -> float:
        return 1.0


Shape()  # E: [abstract]
Square()
Half()  # E: [abstract]


@final
class FinalHalf(Shape):  # E: [misc]
    def area(self) -> float:
        return 1.0


def make(cls: type[Shape]) -> Shape:
    return cls()


T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Inv(Generic[T]): ...


class Co(Generic[T_co]):
    def __init__(self, x: T_co) -> None: ...

    def get(self) -> T_co: ...

    def put(self, x: T_co) -> None: ...  # E: [misc]


class Contra(Generic[T_contra]):
    def put(self, x: T_contra) -> None: ...

    def get(self) -> T_contra: ...  # E: [misc]


class Inv1(Inv[T_co]): ...  # E: [misc]


class Inv2(Inv[T_contra]): ...  # E: [misc]


class Co1(Co[T_co]): ...


class Co2(Co[T_contra]): ...  # E: [misc]


class Contra1(Contra[T_contra]): ...


class Contra2(Contra[T_co]): ...  # E: [misc]


class Contra3(Contra[Co[T_contra]]): ...


class Contra4(Contra[Co[T_co]]): ...  # E: [misc]


class Slotted:
    __slots__ = ("a", "b")
    b = 3  # E: [misc]

    def __init__(self) -> None:
        self.a = 1
        self.c = 2  # E: [misc]
