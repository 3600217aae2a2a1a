# Protocols: explicit implementations.
from abc import ABC, abstractmethod
from typing import ClassVar, Protocol, final


class PColor(Protocol):
    @abstractmethod
    def draw(self) -> str: ...

    def complex_method(self) -> int:
        return 1


class NiceColor(PColor):
    def draw(self) -> str:
        return "deep blue"


class BadColor(PColor):
    def draw(self) -> str:
        return super().draw()  # E: [safe-super]


class RGB(Protocol):
    rgb: tuple[int, int, int]
    other: int

    def transparency(self) -> int: ...


class Point(RGB):
    def __init__(self, red: int, green: int, blue: str) -> None:
        self.rgb = red, green, blue  # E: [assignment]
        self.other = 0


Point(0, 0, "")  # E: [abstract]


class Proto1(Protocol):
    cm1: ClassVar[int]
    cm2: ClassVar[int] = 0
    im1: int
    im2: int = 0
    im3: int

    def __init__(self) -> None:
        self.im3 = 0


class Proto2(Protocol):
    cm10: int


class Proto3(Proto2, Protocol):
    cm11: int


class Concrete1(Proto1): ...


c1 = Concrete1()  # E: [abstract]


class Concrete2(Proto1):
    cm1 = 3
    im1 = 0


c2 = Concrete2()


class Concrete3(Proto1, Proto3):
    def __init__(self) -> None:
        self.im1 = 0


c3 = Concrete3()  # E: [abstract]


class Concrete4(Proto1, Proto3):
    cm1 = 3
    cm10 = 3

    def __init__(self) -> None:
        self.im1 = 3
        self.im10 = 10
        self.cm11 = 3


c4 = Concrete4()


class Proto5(Protocol):
    @abstractmethod
    def method1(self) -> int: ...


class Concrete5(Proto5):
    pass


c5 = Concrete5()  # E: [abstract]


class Proto6(Protocol):
    x: int


class Mixin:
    x = 3


class Concrete6(Mixin, Proto6):
    pass


c6 = Concrete6()


class Proto7(Protocol):
    @abstractmethod
    def method1(self) -> int: ...


class Mixin7(Proto7, ABC):
    def method1(self) -> int:
        return 0


class Concrete7(Proto7):
    @abstractmethod
    def method1(self) -> int:
        return 1


class Concrete7b(Mixin7, Concrete7):
    pass


c7 = Concrete7b()


@final
class FinalMissing(Proto5):  # E: [misc]
    pass
