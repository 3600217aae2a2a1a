# Dataclasses: frozen, slots, __post_init__, InitVar, descriptors.
from dataclasses import InitVar, dataclass, field
from typing import Any, Generic, TypeVar, assert_type, overload


@dataclass(frozen=True)
class Frozen:
    a: float
    b: str


f = Frozen(1, "")
f.a = 3  # E: [misc]
f.b = ""  # E: [misc]


@dataclass
class NotFrozen(Frozen):  # E: [misc]
    c: int


@dataclass
class Plain:
    a: int


@dataclass(frozen=True)
class FrozenFromPlain(Plain):  # E: [misc]
    b: int


@dataclass(frozen=True)
class StillFrozen(Frozen):
    c: int = 0


@dataclass
class Post:
    a: int
    b: InitVar[int]
    c: InitVar[str] = ""

    def __post_init__(self, b: int, c: str) -> None:
        assert_type(b, int)


p = Post(1, 2, "")
Post(1, "")  # E: [arg-type]
p.b  # E: [attr-defined]


@dataclass
class BadPost:
    a: InitVar[int]
    b: InitVar[str]

    def __post_init__(self, a: int, b: int) -> None:  # E: [override]
        pass


@dataclass
class FewPost:
    a: InitVar[int]

    def __post_init__(self) -> None:  # E: [override]
        pass


@dataclass
class DerivedPost(Post):
    d: InitVar[str] = ""

    def __post_init__(self, b: int, c: str, d: str) -> None:
        pass


@dataclass(slots=True)
class Slots:  # E: [misc]
    x: int
    __slots__ = ()


@dataclass(slots=True)
class Assigned:
    x: int

    def __init__(self) -> None:
        self.x = 3
        self.y = 3  # E: [misc]


@dataclass(slots=False)
class OwnSlots:
    x: int
    __slots__ = ("x",)

    def __init__(self) -> None:
        self.x = 3
        self.y = 3  # E: [misc]


@dataclass
class WithoutSlots:
    x: int


WithoutSlots.__slots__  # E: [attr-defined]
WithoutSlots(1).__slots__  # E: [attr-defined]


@dataclass(slots=True)
class MadeSlots:
    x: int


MadeSlots.__slots__
MadeSlots(1).__slots__


class Data:
    @overload
    def __get__(self, instance: None, owner: Any) -> "Data": ...
    @overload
    def __get__(self, instance: object, owner: Any) -> int: ...
    def __get__(self, instance: object | None, owner: Any) -> "int | Data":
        return 0

    def __set__(self, instance: object, value: int) -> None:
        pass


@dataclass
class WithDescriptor:
    y: Data = Data()


w = WithDescriptor(3)
assert_type(w.y, int)
assert_type(WithDescriptor.y, Data)
WithDescriptor("")  # E: [arg-type]
