# Classes: ClassVar, override, members against those of the bases, slots, abstract classes, bases.
from typing import *
from typing import final, Generic, TypeVar, ClassVar, Final, Protocol
from typing_extensions import override, Self
from abc import ABC, abstractmethod, ABCMeta
import abc
from dataclasses import dataclass
T = TypeVar("T")
class CV(Generic[T]):
    a1: ClassVar[int, str]  # E: [valid-type]
    a2: ClassVar[3]  # E: [valid-type]
    a3: ClassVar[var]  # E: [used-before-def]  # E: [valid-type]
    a4: ClassVar[T]  # E: [valid-type]
    a5: ClassVar[list[T]]  # E: [valid-type]
    a6: ClassVar[Callable[..., T]]  # E: [valid-type]
    a7: list[ClassVar[int]]  # E: [valid-type]
    a8: ClassVar[list[str]] = {}  # E: [assignment]
    a9: ClassVar = 3
    a10: ClassVar[Final[int]] = 3  # E: [valid-type]
    a11: Final[ClassVar[int]] = 3  # E: [valid-type]
    a12: Annotated[ClassVar[int], 1] = 3
    a13: ClassVar[Annotated[int, 1]] = 3
    a14: ClassVar["int"] = 3
    a15: "ClassVar[int]" = 3
    a16: Union[ClassVar[int], str]  # E: [valid-type]
    def m1(self, a: ClassVar[int]) -> None:  # E: [valid-type]
        x: ClassVar[str] = ""  # E: [misc]
        self.xx: ClassVar[str] = ""  # E: [misc]
    def m2(self) -> ClassVar[int]:  # E: [valid-type]
        return 3
    a17: ClassVar[ClassVar[int]] = 3  # E: [valid-type]
var = 3
b1: ClassVar[int] = 3  # E: [misc]
b2: TypeAlias = ClassVar[str]  # E: [valid-type]
b3 = cast(ClassVar[int], 3)  # E: [valid-type]
def f1(x: ClassVar[int]): ...  # E: [valid-type]
assert_type(CV.a9, int)
CV.a14 = 3
CV().a14 = 3  # E: [misc]
class Ship:
    captain: str = "P"
    damage: int
    stats: ClassVar[dict[str, int]] = {}
    def __init__(self, d: int, c: str | None = None):
        self.damage = d
        self.stats = {}  # E: [misc]
        if c: self.captain = c
sh = Ship(3)
sh.stats = {}  # E: [misc]
Ship.stats = {}
class ProtoA(Protocol):
    x: ClassVar[str]
    y: ClassVar[str]
    z: str
    def m(self) -> None:
        self.z = ""
class ProtoAImpl:
    x = ""
    z: str = ""
    def m(self) -> None: ...
    def __init__(self) -> None: self.y = ""
pa: ProtoA = ProtoAImpl()  # E: [assignment]
# override
class P:
    def m1(self) -> int: return 1
    @property
    def p1(self) -> int: return 1
    x: int = 3
    @staticmethod
    def s() -> int: ...
    @classmethod
    def c(cls) -> int: ...
    def __m(self) -> int: ...
class A(P):
    @override
    def m1(self) -> int: return 1
    @override
    def m2(self) -> int: return 1  # E: [misc]
    @override
    @property
    def p1(self) -> int: return 1
    @property
    @override
    def p2(self) -> int: return 1  # E: [misc]
    @staticmethod
    @override
    def s() -> int: ...
    @override
    @staticmethod
    def s2() -> int: ...  # E: [misc]
    @classmethod
    @override
    def c(cls) -> int: ...
    @classmethod
    @override
    def c2(cls) -> int: ...  # E: [misc]
    @override
    def __m(self) -> int: ...  # E: [misc]
class AA(Any):
    @override
    def foo(self) -> int: ...
@override
def topf() -> None: ...  # E: [misc]
class Ov(P):
    def m1(self) -> str: ...  # E: [override]
    x: str = ""  # E: [assignment]
class Ov2(P):
    m1: int = 3  # E: [assignment]
    def x(self) -> int: ...  # E: [override]
class Ov3(P):
    def m1(self, y: int) -> int: ...  # E: [override]
    def p1(self) -> int: ...  # E: [override]
class Ov4(P):
    def m1(self, y: int = 3, *a: int) -> bool: ...
    p1: int = 3 
    @classmethod
    def s(cls) -> int: ...
    def c(self) -> int: ...  # E: [override]
class Ov5(P):
    @staticmethod
    def c() -> int: ...
    @staticmethod
    def m1() -> int: ...
    @property
    def x(self) -> int: ...  # E: [override]
class Ov6(P):
    @classmethod
    def m1(cls) -> int: ...
    def s(self) -> int: ...  # E: [override]
class Base:
    def m(self, a: int, b: str = "") -> int: ...
    def k(self, *, a: int) -> int: ...
    def v(self, *a: int, **k: str) -> int: ...
    def po(self, a: int, /) -> int: ...
    async def co(self) -> int: ...
    @property
    def ro(self) -> int: ...
    @property
    def rw(self) -> int: ...
    @rw.setter
    def rw(self, v: int) -> None: ...
    attr: list[int]
    ro2: Final[int] = 3
    cv: ClassVar[int] = 3
    iv: int = 3
    opt: int | None
    @overload
    def ov(self, x: int) -> int: ...
    @overload
    def ov(self, x: str) -> str: ...
    def ov(self, x: Any) -> Any: ...
    def _priv(self, x: int) -> int: ...
    def __eq__(self, o: object) -> bool: ...
class D1(Base):
    def m(self, x: int, b: str = "") -> int: ...
    def k(self, a: int) -> int: ...
    def v(self, *a: int) -> int: ...  # E: [override]
    def po(self, zz: int) -> int: ...
    async def co(self) -> str: ...  # E: [override]
    @property
    def ro(self) -> str: ...  # E: [override]
    @property
    def rw(self) -> int: ...  # E: [override]
    attr: list[bool]  # E: [assignment]
    ro2: Final[int] = 3  # E: [misc]
    cv: int = 3  # E: [misc]
    iv: ClassVar[int] = 3  # E: [misc]
    opt: int
    def ov(self, x: int | str) -> Any: ...
    def _priv(self, x: str) -> int: ...  # E: [override]
    def __eq__(self, o: int) -> bool: ...  # E: [override]
class D2(Base):
    def m(self, a: float, b: str = "", c: int = 3) -> bool: ...
    def v(self, *a: float, **k: object) -> int: ...
    def co(self) -> Coroutine[Any, Any, bool]: ...
    def ov(self, x: int) -> int: ...  # E: [override]
    ro = 3
    rw: int = 3
    @property
    def attr(self) -> list[int]: ...  # E: [override]
class D3(Base):
    def m(self, a: int) -> int: ...  # E: [override]
    def k(self, *, a: int, b: int) -> int: ...  # E: [override]
    def po(self, a: str, /) -> int: ...  # E: [override]
    attr = ["a"]  # E: [assignment]
    iv = "s"  # E: [assignment]
    cv = "s"  # E: [assignment]
    def __init__(self) -> None:
        self.opt = "s"  # E: [assignment]
        self.iv = 3
    m1: int
class D4(Base):
    def m(self, b: str, a: int) -> int: ...  # E: [override]
    m2 = 3
    v = None  # E: [assignment]
# multiple inheritance
class M1:
    def f(self) -> int: ...
    x: int
class M2:
    def f(self) -> str: ...
    x: str
class M3(M1, M2): ...  # E: [misc]  # E: [misc]
class M4(M1, M2):
    def f(self) -> Any: ...
    x: Any
class M5:
    def f(self, y: int = 3) -> int: ...
class M6(M5, M1): ...
class M7(M1, M5): ...  # E: [misc]
class M8(M1, M1): ...  # E: [misc]
class M9(object, M1): ...  # E: [misc]
class M10(M9x := M1): ...
class M11(int, str): ...  # E: [misc]
class Sl1:
    __slots__ = ("a",)
class Sl2:
    __slots__ = ("b",)
class Sl3(Sl1, Sl2): ...  # E: [misc]
class Sl4:
    __slots__ = ("a", "b")
    a: int
    def __init__(self) -> None:
        self.a = 3
        self.c = 3  # E: [misc]
class Sl5(Sl4):
    def m(self) -> None: self.d = 3
class Sl6(Sl4):
    __slots__ = ("e",)
    def __init__(self) -> None:
        self.a = 3; self.e = 3
        self.f = 3  # E: [misc]
class Sl7:
    __slots__ = ("x",)
    x = 3  # E: [misc]
# abstract
class Ab(ABC):
    @abstractmethod
    def f(self) -> int: ...
    @property
    @abstractmethod
    def p(self) -> int: ...
    @classmethod
    @abstractmethod
    def c(cls) -> int: ...
    @staticmethod
    @abstractmethod
    def s() -> int: ...
    @abstractmethod
    def g(self) -> int: return 3
Ab()  # E: [abstract]
class Ab2(Ab):
    def f(self) -> int: return super().f()  # E: [safe-super]
    p = 3
    def g(self) -> int: return super().g()
Ab2()  # E: [abstract]
class Ab3(Ab2):
    @classmethod
    def c(cls) -> int: return super().c()  # E: [safe-super]
    @staticmethod
    def s() -> int: ...
Ab3()
def mkab(c: type[Ab]) -> Ab: return c()
mkab(Ab)
class NoAbc:
    @abstractmethod
    def f(self) -> int: ...
NoAbc()
@final
class Fin: ...
class SubFin(Fin): ...  # E: [misc]
class FinM:
    @final
    def m(self) -> None: ...
    @final
    @classmethod
    def c(cls) -> None: ...
    @final
    @staticmethod
    def s() -> None: ...
    @final
    @property
    def p(self) -> int: ...
    @final
    def __priv(self) -> None: ...
class SubFinM(FinM):
    def m(self) -> None: ...  # E: [misc]
    @classmethod
    def c(cls) -> None: ...  # E: [misc]
    @staticmethod
    def s() -> None: ...  # E: [misc]
    @property
    def p(self) -> int: ...  # E: [misc]
    def __priv(self) -> None: ...
class SubFinM2(FinM):
    m = None  # E: [misc]
    c: int = 3  # E: [misc]
@final
def ff() -> None: ...  # E: [misc]
class SubBool(bool): ...  # E: [misc]
class EnumLike:
    @final
    @abstractmethod
    def x(self) -> None: ...  # E: [misc]
class UseBase(var): ...  # E: [valid-type]
class UseBase2(3): ...  # E: [valid-type]
class UseBase3("int"): ...  # E: [valid-type]
class UseBase4(list): ...
class UseBase5(Union[int, str]): ...  # E: [valid-type]
class UseBase6(Optional[int]): ...  # E: [valid-type]
class UseBase7(Literal[3]): ...  # E: [valid-type]
class UseBase8(Any): ...
class UseBase9(None): ...  # E: [valid-type]
class UseBase10(T): ...  # E: [valid-type]
class UseBase11(Self): ...  # E: [valid-type]
class UseBase12(Callable[..., int]): ...  # E: [valid-type]
class UseBase13(int | str): ...  # E: [valid-type]
class UseBase14(NewType("X", int)): ...
class UseBase15(Annotated[int, 3]): ...
class UseBase16(Final): ...  # E: [valid-type]
class UseBase17(type[int]): ...
class UseBase18(tuple[int, str]): ...
def rb() -> type[P]: ...
class UseBase19(rb()): ...
def ub(x: type[T], y: type[Any], z: type[P]):
    class In(x): ...  # E: [valid-type]
    class In2(y): ...
    class In3(z): ...

class AnnotatedInInit:
    def __init__(self) -> None:
        self.written: int = 1
        self.inferred = 1
class PropertiesInstead(AnnotatedInInit):
    @property
    def written(self) -> int: return 1  # E: [override]
    @property
    def inferred(self) -> int: return 1
class SettablePropertiesInstead(AnnotatedInInit):
    @property
    def written(self) -> int: return 1
    @written.setter
    def written(self, value: int) -> None: ...
