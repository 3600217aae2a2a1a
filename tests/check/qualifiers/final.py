# Final and @final.
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Literal, NamedTuple, List, Sequence, TypedDict, assert_type, final, overload
import typing

ID1: Final[float] = 1
ID2: Final = 1
ID3: typing.Final = "x"
ID4: Annotated[Final[int], "meta"] = 1
ID5: "Final[int]" = 2
ID6: Final[int]  # E: [misc]
ID7: Final  # E: [misc]
assert_type(ID1, float)
ID8: Final[int] = "x"  # E: [assignment]
ID9: Final[int, str] = 1  # E: [valid-type]

RATE: Final = 3000
RATE = 300  # E: [misc]
RATE += 1  # E: [misc]
del_me: Final = 1


class Base:
    DEFAULT_ID: Final = 0
    declared: Final[int]
    never: Final[int]  # E: [misc]

    def __init__(self, flag: bool) -> None:
        self.declared = 1
        self.id1: Final = 1
        self.id2: Final[float] = 2
        if flag:
            self.id3: Final = 1

    def other(self) -> None:
        self.declared = 2  # E: [misc]
        self.id1 = 3  # E: [misc]
        self.id4: Final = 1  # E: [misc]
        self.DEFAULT_ID = 3  # E: [misc]
        self.id1 += 1  # E: [misc]


Base.DEFAULT_ID = 1  # E: [misc]
Base(True).DEFAULT_ID = 1  # E: [misc]
Base(True).id1 = 1  # E: [misc]
assert_type(Base(True).id2, float)
assert_type(Base(True).declared, int)


class Both:
    x: Final = 1

    def __init__(self) -> None:
        self.x = 2  # E: [misc]


class Twice:
    x: Final[int]

    def __init__(self) -> None:
        self.x = 1
        self.x = 2  # E: [misc]


class Conditional:
    x: Final[int]

    def __init__(self, flag: bool) -> None:
        if flag:
            self.x = 1
        else:
            self.x = 2


class Window:
    BORDER_WIDTH: Final = 2.5

    @final
    def method(self) -> None: ...

    @final
    @classmethod
    def cmethod(cls) -> None: ...

    @staticmethod
    @final
    def smethod() -> None: ...

    @final
    @property
    def prop(self) -> int: ...

    @overload
    def over(self) -> None: ...
    @overload
    def over(self, arg: int) -> int: ...
    @final
    def over(self, arg=None) -> Any: ...


class ListView(Window):
    BORDER_WIDTH = 3  # E: [misc]

    def method(self) -> None: ...  # E: [misc]

    @classmethod
    def cmethod(cls) -> None: ...  # E: [misc]

    @staticmethod
    def smethod() -> None: ...  # E: [misc]

    @property
    def prop(self) -> int: ...  # E: [misc]

    def over(self, arg: int | None = None) -> Any: ...  # E: [misc]


class ListView2(Window):
    BORDER_WIDTH: int = 3  # E: [misc]
    method = None  # E: [misc]


class ListView3(Window):
    def __init__(self) -> None:
        self.BORDER_WIDTH = 1  # E: [misc]


@final
class Leaf: ...


class Sub(Leaf): ...  # E: [misc]


@final
def not_method() -> None: ...  # E: [misc]


# ---- where it may not stand
x1: list[Final[int]] = []  # E: [valid-type]
x2: dict[str, Final] = {}  # E: [valid-type]
x3: Final[Final[int]] = 1  # E: [valid-type]
x4: int | Final[int] = 1  # E: [valid-type]


def fun(x: Final[List[int]]) -> None: ...  # E: [valid-type]
def fun2() -> Final[int]: ...  # E: [valid-type]
def fun3(x: list[Final[int]]) -> None: ...  # E: [valid-type]


def local() -> None:
    a: Final = 1
    b: Final[int] = 2
    a = 2  # E: [misc]
    b += 2  # E: [misc]
    for b in [1]: ...  # E: [misc]
    with open("x") as a: ...  # E: [misc]
    (a := 4)  # E: [misc]
    a, c = 1, 2  # E: [misc]


for i in range(3):
    looped: Final = i  # E: [misc]
while True:
    looped2: Final = 1  # E: [misc]
    break

x: Final = ["a", "b"]
x.append("c")
assert_type(x, list[str])
y: Final[Sequence[str]] = ["a", "b"]
y.append("x")  # E: [attr-defined]
z: Final = ("a", "b")
assert_type(z, tuple[str, str])

X: Final = "x"
Y: Final = "y"
N = NamedTuple("N", [(X, int), (Y, int)])
N(x=3, y=4)
N(a=1)  # E: [call-arg]
N(x="", y="")  # E: [arg-type] # E: [arg-type]


class TD(TypedDict):
    a: Final[int]  # E: [valid-type]


class NT(NamedTuple):
    a: Final[int]  # E: [misc]


@dataclass
class D:
    a: Final[int]
    b: Final[int] = 3
    c: ClassVar[Final[int]] = 3
    d: ClassVar[Final] = 4
    e: Final = 5


d = D(1)
D(1, 2, 6)
D(1, 2, 3, 4)  # E: [call-arg]
D()  # E: [call-arg]
d.a = 2  # E: [misc]
d.b = 2  # E: [misc]
d.c = 2  # E: [misc]
D.c = 2  # E: [misc]
assert_type(D.c, int)
assert_type(d.b, int)


class Outer:
    A: Final = 1
    A = 2  # E: [misc]


class Redeclared:
    A: Final[int] = 1
    A: Final[int] = 2  # E: [misc]


module_twice: Final = 1
module_twice: Final = 2  # E: [misc]


# Whatever binds a final name again, an error.
IMPORTED: Final = 1
import os as IMPORTED  # E: [misc]
FROM: Final = 1
from os import path as FROM  # E: [misc]
DEFINED: Final = 1
def DEFINED() -> None: ...  # E: [misc]
CLASS: Final = 1
class CLASS: ...  # E: [misc]
CAUGHT: Final = 1
try:
    pass
except ValueError as CAUGHT:  # E: [misc]
    pass
CAPTURED: Final = 1
match [3]:
    case [CAPTURED]:  # E: [misc]
        pass
    case [*_, CAPTURED]:  # E: [misc]
        pass
def before() -> None: ...
before: Final = 3  # E: [misc]
INNER: Final = [INNER for INNER in range(3)]  # a scope of its own


class FinalThenMethod:
    a: Final = 3
    def a(self) -> None: ...  # E: [misc]


from support.finals import LIMIT
LIMIT = 3  # E: [misc]
LIMIT += 3  # E: [misc]
try:
    from support.finals import MAYBE
except ImportError:
    MAYBE = 3
