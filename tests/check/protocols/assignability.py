# Protocols: members of every kind, definition, explicit implementation, runtime checks, class objects.
from typing import *
from typing import Protocol
from abc import abstractmethod, ABC
from collections.abc import *
from dataclasses import dataclass
from typing import NamedTuple
from typing_extensions import ReadOnly
import enum
T = TypeVar("T"); T_co = TypeVar("T_co", covariant=True); T_contra = TypeVar("T_contra", contravariant=True)
class SupportsClose(Protocol):
    def close(self) -> object: ...
class R1:
    def close(self) -> None: ...
class R2:
    close = 3
class R3:
    def close(self, x: int) -> None: ...
class R4:
    def close(self, x: int = 3) -> str: ...
class R5:
    close: Callable[[], int]
class R6:
    @property
    def close(self) -> Callable[[], int]: ...
class R7:
    @classmethod
    def close(cls) -> int: ...
class R8:
    @staticmethod
    def close() -> int: ...
class R9:
    def __init__(self) -> None: self.close = lambda: 3
class R10:
    async def close(self) -> None: ...
class R11:
    def close(self, *a: Any, **k: Any) -> None: ...
a1: SupportsClose = R1()
a2: SupportsClose = R2()  # E: [assignment]
a3: SupportsClose = R3()  # E: [assignment]
a4: SupportsClose = R4()
a5: SupportsClose = R5()
a6: SupportsClose = R6()
a7: SupportsClose = R7()
a8: SupportsClose = R8()
a9: SupportsClose = R9()
a10: SupportsClose = R10()
a11: SupportsClose = R11()
a12: SupportsClose = R1  # E: [assignment]
a13: SupportsClose = R7
a14: SupportsClose = R8
a15: SupportsClose = 3  # E: [assignment]
class Named(Protocol):
    name: str
class NamedRO(Protocol):
    @property
    def name(self) -> str: ...
class NamedCV(Protocol):
    name: ClassVar[str]
class NamedSet(Protocol):
    @property
    def name(self) -> str: ...
    @name.setter
    def name(self, v: str) -> None: ...
class N1:
    name: str = ""
class N2:
    def __init__(self) -> None: self.name = ""
class N3:
    @property
    def name(self) -> str: return ""
class N4:
    name: ClassVar[str] = ""
class N5:
    name: int = 3
class N6:
    @property
    def name(self) -> str: return ""
    @name.setter
    def name(self, v: str) -> None: ...
class N7(NamedTuple):
    name: str
@dataclass(frozen=True)
class N8:
    name: str
@dataclass
class N9:
    name: str
class N10:
    name: Final[str] = ""
class N11:
    name: Literal["a"] = "a"
class N12:
    name = ""
class N13:
    def name(self) -> str: ...
class N14(Any): ...
class N15:
    def __getattr__(self, n: str) -> str: ...
class N16:
    __slots__ = ("name",)
    name: str
class N17:
    name: Any
b1: Named = N1()
b2: Named = N2()
b3: Named = N3()  # E: [assignment]
b4: Named = N4()  # E: [assignment]
b5: Named = N5()  # E: [assignment]
b6: Named = N6()
b7: Named = N7("")  # E: [assignment]
b8: Named = N8("")  # E: [assignment]
b9: Named = N9("")
b10: Named = N10()  # E: [assignment]
b11: Named = N11()  # E: [assignment]
b12: Named = N12()
b13: Named = N13()  # E: [assignment]
b14: Named = N14()
b16: Named = N16()
b17: Named = N17()
c1: NamedRO = N1()
c2: NamedRO = N2()
c3: NamedRO = N3()
c4: NamedRO = N4()
c5: NamedRO = N5()  # E: [assignment]
c6: NamedRO = N6()
c7: NamedRO = N7("")
c8: NamedRO = N8("")
c9: NamedRO = N9("")
c10: NamedRO = N10()
c11: NamedRO = N11()
c13: NamedRO = N13()  # E: [assignment]
d1: NamedCV = N1()  # E: [assignment]
d2: NamedCV = N2()  # E: [assignment]
d3: NamedCV = N3()  # E: [assignment]
d4: NamedCV = N4()
d7: NamedCV = N7("")  # E: [assignment]
e1: NamedSet = N1()
e3: NamedSet = N3()  # E: [assignment]
e4: NamedSet = N4()  # E: [assignment]
e6: NamedSet = N6()
e7: NamedSet = N7("")  # E: [assignment]
e8: NamedSet = N8("")  # E: [assignment]
# definition
class Tmpl(Protocol):
    name: str
    value: int = 0
    x = 3  # E: [misc]
    def method(self) -> None:
        self.name = "a"
        self.temp: list[int] = []  # E: [misc]
        self.other = 3  # E: [misc]
    @classmethod
    def c(cls) -> None: ...
    @staticmethod
    def s() -> int: ...
    @abstractmethod
    def ab(self) -> int: raise NotImplementedError
    @property
    def p(self) -> int: ...
class Concrete:
    def __init__(self, n: str, v: int) -> None:
        self.name = n; self.value = v
    x: int = 3
    def method(self) -> None: return
    @classmethod
    def c(cls) -> None: ...
    @staticmethod
    def s() -> int: ...
    def ab(self) -> int: return 3
    p: int = 3
t1: Tmpl = Concrete("", 1)
class P1(Protocol, R1): ...  # E: [misc]
class P2(R1, Protocol): ...  # E: [misc]
class P3(SupportsClose, Protocol, Generic[T]): ... 
class P4(SupportsClose, Sized): ...
class P5(SupportsClose, Sized, Protocol): ...
class P6(Protocol[T], Iterable[T]): ...
class P7(Iterable[T_co], Protocol[T_co]): ...
class P8(Protocol[T], Protocol): ...  # E: [misc]
class P9(Protocol[int]): ...  # E: [misc]
class P10(Iterable, Protocol): ...
class P11(P5): 
    def m(self) -> None: ...
p4 = P4()  # E: [abstract]
p5 = P5()  # E: [misc]
p11: type[P11]
Protocol()  # E: [operator]
SupportsClose()  # E: [misc]
v1: Protocol  # E: [valid-type]
v2: list[Protocol]  # E: [valid-type]
def fp(x: Protocol[int]) -> None: ...  # E: [valid-type]
class SC2(SupportsClose): 
    pass
SC2()  # E: [abstract]
class SC3(SupportsClose):
    def close(self) -> int: return 3
SC3()
class SC4(SupportsClose):
    def close(self) -> int: return super().close()  # E: [return-value]
class SC5(Named): ...
SC5()  # E: [abstract]
class SC6(Named): 
    def __init__(self) -> None: self.name = "x"
SC6()
class SC7(Named):
    name = 3  # E: [assignment]
class SC8(Tmpl):
    def ab(self) -> int: return super().ab()  # E: [safe-super]
    @property
    def p(self) -> int: ...
    def __init__(self): self.name = ""
class RGB(Protocol):
    rgb: tuple[int, int, int]
    other: int
    @abstractmethod
    def inten(self) -> int: return 0
    def transp(self) -> int: ...
class Point(RGB):
    def __init__(self, r: int, g: int, b: str) -> None:
        self.rgb = r, g, b  # E: [assignment]
        self.other = 0
p = Point(0, 0, "")  # E: [abstract]
class RGB2(Protocol):
    rgb: tuple[int, int, int]
class Conc1(RGB2): ...
Conc1()  # E: [abstract]
class Conc2(RGB2): rgb = (1, 2, 3)
Conc2()
class Conc3(RGB2):
    def m(self) -> None: self.rgb = (1, 2, 3)
@final
class Conc4(RGB2): ...  # E: [misc]
# runtime checkable
@runtime_checkable
class RC(Protocol):
    name: str
@runtime_checkable
class RCM(Protocol):
    def close(self) -> object: ...
def rc(x: object, y: type[object], z: type[R3]):
    isinstance(x, SupportsClose)  # E: [misc]
    issubclass(y, SupportsClose)  # E: [misc]
    if isinstance(x, RC): assert_type(x.name, str)
    issubclass(y, RC)  # E: [misc]
    issubclass(y, RCM)
    isinstance(x, RCM)
    isinstance(x, (RC, SupportsClose))  # E: [misc]
    issubclass(y, (RCM, RC))  # E: [misc]
    isinstance(x, RC | int)
    isinstance(x, Named | int)  # E: [misc]
@runtime_checkable
class RCX(Protocol):
    def m(self) -> int: ...
class CX:
    def m(self) -> str: ...
def rcx(x: CX):
    if isinstance(x, RCX):  # E: [misc]
        pass
@runtime_checkable
class NotP: ...  # E: [misc]
@runtime_checkable
class DP(Protocol):
    @property
    def name(self) -> str: ...
def dp(y: type[Any]):
    issubclass(y, DP)  # E: [misc]
    if isinstance(y, RCM): pass
# class objects
class PA1(Protocol):
    def meth(self, x: int) -> int: ...
class CA1:
    def meth(self, x: int) -> int: ...
class CA2:
    @classmethod
    def meth(cls, x: int) -> int: ...
class PA2(Protocol):
    def meth(_self, self: Any, x: int) -> int: ...
q1: PA1 = CA1  # E: [assignment]
q2: PA1 = CA2
q3: PA2 = CA1
q4: PA1 = CA1()
class CP1(Protocol):
    x: ClassVar[int]
class CP2(Protocol):
    @property
    def x(self) -> int: ...
class CP3(Protocol):
    x: int
class CCa:
    x: int = 3
class CCb:
    x: ClassVar[int] = 3
class CCm(type):
    x: int = 3
class CCc(metaclass=CCm): ...
class CCd:
    @property
    def x(self) -> int: ...
r1: CP1 = CCa  # E: [assignment]
r2: CP2 = CCa  # E: [assignment]
r3: CP2 = CCb
r4: CP1 = CCb  # E: [assignment]
r5: CP2 = CCc
r6: CP2 = CCd  # E: [assignment]
r7: CP3 = CCa  # E: [assignment]
r8: CP3 = CCb
class Proto(Protocol):
    @abstractmethod
    def meth(self) -> int: ...
class PC:
    def meth(self) -> int: return 3
def mk(c: type[Proto]) -> int: return c().meth()
mk(Proto)  # E: [arg-type]
mk(PC)
var: type[Proto]
var = Proto  # E: [assignment]
var = PC
var().meth()
class CallP(Protocol):
    def __call__(self, x: int) -> "CX2": ...
class CX2:
    def __init__(self, x: int) -> None: ...
cp: CallP = CX2
