# Abstract classes and explicit protocol classes.
from abc import ABC, ABCMeta, abstractmethod
from typing import Protocol, final, runtime_checkable

class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
    @property
    @abstractmethod
    def name(self) -> str: ...
    def describe(self) -> str:
        return self.name

class Half(Shape):
    def area(self) -> float:
        return 1.0
class Full(Half):
    @property
    def name(self) -> str:
        return ""
class ByAttribute(Half):
    name = "x"

Shape()  # E: [abstract]
Half()  # E: [abstract]
Full()
ByAttribute()

class Meta(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls) -> "Meta": ...
    @staticmethod
    @abstractmethod
    def stat() -> int: ...
Meta()  # E: [abstract]
class NotEnforced:
    @abstractmethod
    def f(self) -> int: ...
NotEnforced()

def by_type(cls: type[Shape]) -> Shape:
    return cls()

class Proto(Protocol):
    x: int
    y: str = ""
    def method(self) -> int: ...
    def with_body(self) -> int:
        return 3
    def none(self) -> None: ...
Proto()  # E: [misc]
class Explicit(Proto): ...
Explicit()  # E: [abstract]
class Explicit2(Proto):
    def __init__(self) -> None:
        self.x = 3
    def method(self) -> int:
        return 3
Explicit2().with_body()  # E: [abstract]
class Explicit3(Proto):
    x = 4
    def method(self) -> int:
        return 4
Explicit3()  # E: [abstract]

@final
class Final: ...
class SubFinal(Final): ...  # E: [misc]
