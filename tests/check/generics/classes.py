# Generic classes.
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item

    def map_to(self, other: V) -> "Pair[T, V]":
        return Pair(self.item, other)


class Pair(Generic[K, V]):
    def __init__(self, key: K, value: V) -> None:
        self.key = key
        self.value = value

    def swap(self) -> "Pair[V, K]":
        return Pair(self.value, self.key)


reveal_type(Box(1))  # N: Box[builtins.int]
reveal_type(Box(1).get())  # N: Revealed type is "builtins.int"
reveal_type(Box("a").item)  # N: Revealed type is "builtins.str"
reveal_type(Box(1).map_to("a").swap().key)  # N: Revealed type is "builtins.str"
b: Box[float] = Box(1)
c: Box[int] = b  # E: [assignment]
d = Box[str](1)  # E: [arg-type]


class Stack[E]:
    def __init__(self) -> None:
        self.items: list[E] = []

    def push(self, item: E) -> None:
        self.items.append(item)

    def pop(self) -> E:
        return self.items.pop()


stack = Stack[int]()
stack.push(1)
stack.push("")  # E: [arg-type]
reveal_type(stack.pop())  # N: Revealed type is "builtins.int"
other: Stack[str] = Stack()


class Named(Box[str]):
    pass


reveal_type(Named("a").get())  # N: Revealed type is "builtins.str"
Named(1)  # E: [arg-type]


class ImmutableBox[E]:
    def __init__(self, item: E) -> None:
        self._item = item

    def get(self) -> E:
        return self._item


covariant: ImmutableBox[float] = ImmutableBox[int](1)
