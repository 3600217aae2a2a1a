# Self (specification, "Self").
from typing import Self, Generic, TypeVar, Protocol, Callable, Any, TypeAlias
from dataclasses import dataclass
T = TypeVar("T")
class Shape:
    def set_scale(self, scale: float) -> Self:
        reveal_type(self)  # N: Revealed type is "Self"
        self.scale = scale
        return self
    @classmethod
    def from_config(cls, config: dict[str, float]) -> Self:
        return cls()
    def difference(self, other: Self) -> float: ...
    def apply(self, f: Callable[[Self], None]) -> None: ...
    def bad(self) -> Self:
        return Shape()  # E: [return-value]
    @classmethod
    def bad2(cls) -> Self:
        return Shape()  # E: [return-value]
class Circle(Shape): ...
reveal_type(Shape().set_scale(1.0))  # N: Revealed type is "self_rules.Shape"
reveal_type(Circle().set_scale(1.0))  # N: Revealed type is "self_rules.Circle"
reveal_type(Circle.from_config({}))  # N: Revealed type is "self_rules.Circle"
@dataclass
class LinkedList(Generic[T]):
    value: T
    next: Self | None = None
ll = LinkedList(1, LinkedList(2))
reveal_type(ll.next)  # N: Revealed type is "self_rules.LinkedList[builtins.int] | None"
@dataclass
class Ord(LinkedList[int]):
    def foo(self) -> str: return ""
xs = Ord(value=1, next=LinkedList(value=2))  # E: [arg-type]
if ll.next is not None: ll.next = Ord(3)
class Container(Generic[T]):
    value: T
    def set_value(self, value: T) -> Self: ...
def object_with_concrete_type(i: Container[int], s: Container[str], o: Container[T]) -> Container[T]:
    reveal_type(i.set_value(42))  # N: Revealed type is "self_rules.Container[builtins.int]"
    reveal_type(s.set_value("hello"))  # N: Revealed type is "self_rules.Container[builtins.str]"
    return o
def foo(bar: Self) -> Self: ...  # E: [valid-type]
bar: Self  # E: [valid-type]
TupleSelf: TypeAlias = tuple[Self]  # E: [valid-type]
class Foo2(list[Self]): ...  # E: [valid-type]
class Foo3:
    def rec(self: Self) -> Self: return self
    def bad(self: T) -> Self: return self  # E: [valid-type]
    @staticmethod
    def make(x: int) -> Self: ...  # E: [valid-type]
    attr: Self
    def ret_concrete(self) -> Self: return Foo3()  # E: [return-value]
    def lst(self) -> list[Self]: return [self]
class Base(type):
    def __new__(cls, *args: Any) -> Self: ...  # E: [valid-type]
    def __mul__(cls, count: int) -> list[Self]: ...  # E: [valid-type]
class P(Protocol):
    def m(self) -> Self: ...
class I1:
    def m(self) -> Self: return self
class I2:
    def m(self) -> "I2": return self
class I3:
    def m(self) -> "I1": return I1()
def p(x: P) -> None:
    reveal_type(x.m())  # N: Revealed type is "self_rules.P"
p(I1()); p(I2())
p(I3())  # E: [arg-type]
