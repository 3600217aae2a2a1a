"""Descriptor-typed fields without a default, options of dataclass_transform that are no literals, an order that is wrong in a base only."""
from dataclasses import dataclass, field
from typing import Any, Callable, TypeVar, dataclass_transform, overload

T = TypeVar("T")

class Positive:
    @overload
    def __get__(self, instance: None, owner: type) -> "Positive": ...
    @overload
    def __get__(self, instance: object, owner: type) -> int: ...
    def __get__(self, instance: Any, owner: Any) -> Any: ...
    def __set__(self, instance: object, value: int | str) -> None: ...

@dataclass
class Account:
    first: Positive
    second: Positive = Positive()

Account("1", 2)
Account(1.5, 2)  # E: [arg-type]

@dataclass_transform(kw_only_default=bool(1))  # E: True or False
def not_literal(cls: type[T]) -> type[T]: ...
@dataclass_transform(frozen_default=True, eq_default=False)
def literal(cls: type[T]) -> type[T]: ...

@dataclass
class Wrong:
    a: int = 1
    b: int  # E: [misc]
@dataclass
class Under(Wrong):
    c: int = 2
@dataclass
class Right:
    a: int = 1
@dataclass
class Left:
    b: int
@dataclass
class Both(Left, Right):  # E: [misc]
    c: int = 2
