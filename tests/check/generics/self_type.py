# typing.Self.
from typing import Self


class Shape:
    def scale(self, factor: float) -> Self:
        return self

    @classmethod
    def make(cls) -> Self:
        return cls()

    def wrong(self) -> Self:
        return Shape()  # E: [return-value]

    def plain(self):
        return self


class Circle(Shape):
    def radius(self) -> float:
        return 1


reveal_type(Circle().scale(2))  # N: Revealed type is "self_type.Circle"
reveal_type(Circle.make())  # N: Revealed type is "self_type.Circle"
reveal_type(Circle().scale(1).radius())  # N: Revealed type is "builtins.float"
reveal_type(Circle().plain())  # N: Revealed type is "self_type.Circle"


class Node:
    next: Self | None = None


class Special(Node): ...


reveal_type(Special().next)  # N: Revealed type is "self_type.Special | None"


def outside(x: Self) -> None: ...  # E: [valid-type]
