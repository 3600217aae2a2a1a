# Classes: ClassVar, override, members against those of the bases, slots, abstract classes, bases.
from typing import *
from typing import final, Generic, TypeVar, ClassVar, Final, Protocol
from typing_extensions import override, Self
from abc import ABC, abstractmethod, ABCMeta
import abc
from dataclasses import dataclass
T = TypeVar("T")
class CV(Generic[T]):
    a9: ClassVar = 3
    a12: Annotated[ClassVar[int], 1] = 3
    a13: ClassVar[Annotated[int, 1]] = 3
    a14: ClassVar["int"] = 3
    a15: "ClassVar[int]" = 3
var = 3
b3 = cast(ClassVar[int], 3)  # E: [valid-type]
assert_type(CV.a9, int)
CV.a14 = 3
class Ship:
    captain: str = "P"
    damage: int
    stats: ClassVar[dict[str, int]] = {}
    def __init__(self, d: int, c: str | None = None):
        self.damage = d
        if c: self.captain = c
sh = Ship(3)
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
    @override
    @property
    def p1(self) -> int: return 1
    @property
    @override
    @staticmethod
    @override
    @override
    @staticmethod
    @classmethod
    @override
    @classmethod
    @override
    @override
    @override
    @classmethod
    @staticmethod
    def c() -> int: ...  # E: [misc]
    @staticmethod
    @property
    @classmethod
    def m1(cls) -> int: ...  # E: [no-redef]
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
    def k(self, a: int) -> int: ...
    def po(self, zz: int) -> int: ...
    @property
    @property
    @property
    def __init__(self) -> None:
        self.iv = 3
    m1: int
class D4(Base):
    m2 = 3
# multiple inheritance
class M1:
    def f(self) -> int: ...
    x: int
class M2:
    def f(self) -> str: ...
    x: str
class M4(M1, M2):
    def f(self) -> Any: ...
    x: Any
class M5:
    def f(self, y: int = 3) -> int: ...
class M6(M5, M1): ...
class M10(M9x := M1): ...
class Sl1:
    __slots__ = ("a",)
class Sl2:
    __slots__ = ("b",)
class Sl4:
    __slots__ = ("a", "b")
    a: int
    def __init__(self) -> None:
        self.a = 3
class Sl5(Sl4):
    def m(self) -> None: self.d = 3
class Sl6(Sl4):
    __slots__ = ("e",)
    def __init__(self) -> None:
        self.a = 3; self.e = 3
class Sl7:
    __slots__ = ("x",)
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
class Ab2(Ab):
    p = 3
    def g(self) -> int: return super().g()
class Ab3(Ab2):
    @classmethod
    def c(cls) -> int: return super().c()  # E: [safe-super]
    @staticmethod
    def s() -> int: ...
def mkab(c: type[Ab]) -> Ab: return c()
mkab(Ab)
class NoAbc:
    @abstractmethod
    def f(self) -> int: ...
NoAbc()
@final
class Fin: ...
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
    @classmethod
    @staticmethod
    @property
    def __priv(self) -> None: ...
class SubFinM2(FinM):
    @final
    @abstractmethod
    def x(self) -> None: ...  # E: [misc]
class UseBase4(list): ...
class UseBase8(Any): ...
class UseBase12(Callable[..., int]): ...  # E: [valid-type]
class UseBase14(NewType("X", int)): ...
class UseBase15(Annotated[int, 3]): ...
class UseBase17(type[int]): ...
class UseBase18(tuple[int, str]): ...
def rb() -> type[P]: ...
class UseBase19(rb()): ...
def ub(x: type[T], y: type[Any], z: type[P]):
    class In(x): ...  # E: [valid-type]
    class In2(y): ...
    class In3(z): ...
