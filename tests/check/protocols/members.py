# Protocols: members, explicit classes, class objects, variance, isinstance.
from abc import abstractmethod
from typing import Any, Callable, ClassVar, Generic, Iterable, Iterator, NamedTuple, Protocol, Sequence, Sized, TypeVar, runtime_checkable, assert_type, Self, Union, Collection
import dataclasses
from dataclasses import dataclass
class SupportsClose(Protocol):
    def close(self) -> None: ...
class File:
    def close(self) -> None: ...
class Res:
    def close(self) -> None: ...
def close_all(things: Iterable[SupportsClose]) -> None: ...
close_all([File(), Res()])
close_all([1])  # E
class Template(Protocol):
    name: str
    value: int = 0
    def method(self) -> None:
        self.name = "name"
        self.temp: list[int] = []  # E
class Concrete:
    def __init__(self, name: str, value: int) -> None:
        self.name = name
        self.value = value
    def method(self) -> None: return
var: Template = Concrete("value", 42)
class Template2(Protocol):
    val1: ClassVar[Sequence[int]]
class C2Good:
    val1: ClassVar[Sequence[int]] = [2]
class C2Bad1: ...
class C2Bad2:
    val1: Sequence[float] = [2]
class C2Bad3:
    val1: list[int] = [2]
class C2Bad4:
    val1: Sequence[int] = [2]
v2_g: Template2 = C2Good()
v2_1: Template2 = C2Bad1()  # E
v2_2: Template2 = C2Bad2()  # E
v2_3: Template2 = C2Bad3()  # E
v2_4: Template2 = C2Bad4()  # E
class Template3(Protocol):
    val1: Sequence[int]
class C3Good1:
    val1: Sequence[int] = [0]
class C3Good2:
    def __init__(self, val1: Sequence[int]) -> None:
        self.val1 = val1
@dataclass
class C3Good3:
    val1: Sequence[int]
@dataclass(frozen=False)
class C3Good4:
    val1: Sequence[int] = dataclasses.field(default_factory=list)
class C3Bad1:
    val1: Sequence[float]= []
class C3Bad2:
    @property
    def val1(self) -> Sequence[int]: return [0]
class C3Bad3(NamedTuple):
    val1: Sequence[int]
@dataclass(frozen=True)
class C3Bad4:
    val1: Sequence[int]
class C3Bad5:
    val1: ClassVar[Sequence[int]] = [1]
v3_1: Template3 = C3Good1()
v3_2: Template3 = C3Good2([1])
v3_3: Template3 = C3Good3([1])
v3_4: Template3 = C3Good4()
v3_5: Template3 = C3Bad1()  # E
v3_6: Template3 = C3Bad2()  # E
v3_7: Template3 = C3Bad3([1])  # E
v3_8: Template3 = C3Bad4([1])  # E
v3_9: Template3 = C3Bad5()  # E
class Template4(Protocol):
    @property
    def val1(self) -> Sequence[float]: ...
class C4Good1:
    val1: ClassVar[Sequence[float]] = [1]
class C4Good2:
    val1: Sequence[int] = [1]
class C4Good3:
    @property
    def val1(self) -> Sequence[float]: return [0.0]
class C4Good4(NamedTuple):
    val1: Sequence[float]
class C4Bad1:
    @property
    def val1(self) -> Sequence[complex]: return [0]
v4_1: Template4 = C4Good1()
v4_2: Template4 = C4Good2()
v4_3: Template4 = C4Good3()
v4_4: Template4 = C4Good4([1])
v4_5: Template4 = C4Bad1()  # E
class Template5(Protocol):
    def method1(self, a: int, b: int) -> float: ...
class C5Good1:
    def method1(self, a: float, b: int) -> int: return 0
class C5Good2:
    @classmethod
    def method1(cls, a: int, b: int) -> float: return 0
class C5Good3:
    @staticmethod
    def method1(a: float, b: float) -> float: return 0
class C5Good4:
    def __init__(self):
        self.method1: Callable[[int, int], float]
class C5Bad1:
    def method1(self, a, c) -> int: return 0
class C5Bad2:
    def method1(self, a: int, c: int) -> int: return 0
class C5Bad3:
    @classmethod
    def method1(cls: type, a: int, c: int) -> float: return 0
class C5Bad5:
    def method1(self, *, a: int, b: int) -> float: return 0
v5_1: Template5 = C5Good1()
v5_2: Template5 = C5Good2()
v5_3: Template5 = C5Good3()
v5_5: Template5 = C5Bad1()  # E
v5_6: Template5 = C5Bad2()  # E
v5_7: Template5 = C5Bad3()  # E
v5_8: Template5 = C5Bad5()  # E
# explicit
class PColor(Protocol):
    @abstractmethod
    def draw(self) -> str: ...
    def complex_method(self) -> int: return 1
class NiceColor(PColor):
    def draw(self) -> str: return "deep blue"
class BadColor(PColor):
    def draw(self) -> str:
        return super().draw()  # E
class ImplicitColor:
    def draw(self) -> str: return "gray"
    def complex_method(self) -> int: return 0
nice: NiceColor
class RGB(Protocol):
    rgb: tuple[int, int, int]
    other: int
    def __init__(self) -> None: ...
    def transparency(self) -> int: ...
class Point(RGB):
    def __init__(self, red: int, green: int, blue: str) -> None:
        self.rgb = red, green, blue  # E
        self.other = 0
p = Point(0, 0, "")  # E
class Proto1(Protocol):
    cm1: int
class Proto2(Protocol):
    cm10: int
class Proto3(Proto2, Protocol):
    cm11: int
class Concrete1(Proto1):
    pass
c1 = Concrete1()  # E
class Proto5(Protocol):
    @abstractmethod
    def method1(self) -> int: ...
class Concrete5(Proto5): ...
c5 = Concrete5()  # E
# generic / merging
class SizedAndClosable1(Sized, Protocol):
    def close(self) -> None: ...
class SizedAndClosable3(Sized, SupportsClose): ...
class SC:
    def __len__(self) -> int: return 0
    def close(self): pass
def close_sc(x: SizedAndClosable1): ...
close_sc(SC())
s6: SizedAndClosable1 = SC()
s7: SizedAndClosable3 = SC()  # E
class BadProto(SizedAndClosable3, Protocol):  # E
    ...
# class objects
class CO(Protocol):
    @abstractmethod
    def meth(self) -> int: ...
class COConcrete:
    def meth(self) -> int: return 42
def fun(cls: type[CO]) -> int:
    return cls().meth()
fun(CO)  # E
fun(COConcrete)
tvar: type[CO]
tvar = CO  # E
tvar = COConcrete
tvar().meth()
class ProtoA1(Protocol):
    def method1(self, x: int) -> int: ...
class ProtoA2(Protocol):
    def method1(_self, self: Any, x: int) -> int: ...
class ConcreteA:
    def method1(self, x: int) -> int: return 0
pa1: ProtoA1 = ConcreteA  # E
pa2: ProtoA2 = ConcreteA
class ProtoB1(Protocol):
    @property
    def prop1(self) -> int: ...
class ConcreteB:
    @property
    def prop1(self) -> int: return 0
pb1: ProtoB1 = ConcreteB  # E
class ProtoC1(Protocol):
    attr1: ClassVar[int]
class ProtoC2(Protocol):
    attr1: int
class ConcreteC1:
    attr1: ClassVar[int] = 1
class ConcreteC2:
    attr1: int = 1
class CMeta(type):
    attr1: int
class ConcreteC3(metaclass=CMeta):
    def __init__(self, attr1: int) -> None:
        self.attr1 = attr1
pc1: ProtoC1 = ConcreteC1  # E
pc2: ProtoC2 = ConcreteC1
pc3: ProtoC1 = ConcreteC2  # E
pc4: ProtoC2 = ConcreteC2  # E: [assignment]
# recursive
T = TypeVar("T")
class ProtoR1(Protocol[T]):
    def m1(self) -> "ProtoR1[T]": ...
class ImplR:
    def m1(self) -> "ImplR": return self
r1: ProtoR1[int] = ImplR()
# self
class Copyable(Protocol):
    def copy(self) -> Self: ...
class One:
    def copy(self) -> "One": return One()
class Two(One): ...
class Other: ...
def copy_it(x: Copyable) -> None: ...
copy_it(One())
copy_it(Two())  # E
copy_it(Other())  # E
# variance
T1 = TypeVar("T1")
T2 = TypeVar("T2", bound=int)
T3 = TypeVar("T3", bytes, str)
T1_co = TypeVar("T1_co", covariant=True)
T1_contra = TypeVar("T1_contra", contravariant=True)
class ProtocolV1(Protocol[T1, T2, T3]):  # E
    def m1(self, p0: T1, p1: T2, p2: T3) -> T1 | T2: ...
    def m2(self) -> T1 | T2: ...
class ProtocolV2(Protocol[T1_co]):
    def m1(self) -> T1_co: ...
class ProtocolV3(Protocol[T1]):  # E
    def m1(self) -> T1: ...
class ProtocolV4(Protocol[T1]):  # E
    def m1(self, p0: T1) -> None: ...
class ProtocolV5(Protocol[T1_contra]):
    def m1(self, p0: T1_contra) -> None: ...
class ProtocolV6(Protocol[T1]):
    def m1(self, p0: T1) -> T1: ...
class ProtocolV7(Protocol[T1]):
    attr1: T1
# runtime
class NonRuntime(Protocol):
    name: str
@runtime_checkable
class DataProto(Protocol):
    name: str
@runtime_checkable
class NonDataProto(Protocol):
    def method1(self) -> int: ...
def rt(a: Any) -> None:
    if isinstance(a, NonRuntime):  # E
        pass
    if isinstance(a, DataProto):
        pass
    if issubclass(a, (NonDataProto, DataProto)):  # E
        pass
    if issubclass(a, NonDataProto):
        pass
@runtime_checkable
class Proto3r(Protocol):
    def method1(self, a: int) -> int: return a
class Concrete3A:
    def method1(self, a: str) -> None: ...
def func3(v: Concrete3A):
    if isinstance(v, Proto3r):  # E
        pass


# A class variable of a protocol: only ClassVar (or Final) makes one; `kind = ""` may be each instance's own.
class HasKind(Protocol):
    kind: ClassVar[str]


class KindDeclared:
    kind: ClassVar[str] = ""


class KindAssigned:
    kind = ""


class KindOfInstance:
    kind: str = ""


kind1: HasKind = KindDeclared()
kind2: HasKind = KindAssigned()  # E: [assignment]
kind3: HasKind = KindOfInstance()  # E: [assignment]
