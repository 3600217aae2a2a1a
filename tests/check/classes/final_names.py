# Final names in classes.
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple, Protocol


class C:
    a: Final = 1
    b: Final[int] = 2
    c: Final[int]
    d: Final[int]  # E: [misc]
    e: Final  # E

    def __init__(self) -> None:
        self.c = 3
        self.f: Final = 3
        self.a = 2  # E: [misc]

    def method(self) -> None:
        self.c = 4  # E: [misc]
        self.g: Final = 3  # E: [misc]
        self.f += 1  # E: [misc]


C().b = 3  # E: [misc]
C.b = 3  # E: [misc]


@dataclass
class D:
    x: Final[int]
    y: Final[int] = 3


class P(Protocol):
    x: Final[int]


class Once:
    a: Final[int]
    b: Final[int]

    def __init__(self, cond: bool) -> None:
        self.a = 0
        self.a = 1  # E: [misc]
        if cond:
            self.b = 1
        else:
            self.b = 2


class F1:
    from typing import final

    @final
    def method(self) -> None: ...


class F2:
    def method(self) -> None: ...


class F3(F2, F1):  # E: [misc]
    pass
