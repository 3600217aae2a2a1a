# Variance: declared, in bases, inferred, of protocols.
from typing import *
from typing_extensions import TypeVar as TV
from collections.abc import *
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
T = TypeVar("T")
S_co = TypeVar("S_co", bound=int, covariant=True)
class Inv(Generic[T]): ...
class Co(Generic[T_co]): 
    def __init__(self, x: T_co) -> None: ...
    def get(self) -> T_co: ...
    def put(self, x: T_co) -> None: ...  # E: [misc]
    def ls(self) -> list[T_co]: ...
class Contra(Generic[T_contra]):
    def get(self) -> T_contra: ...  # E: [misc]
    def put(self, x: T_contra) -> None: ...
class CoSub1(Inv[T_co]): ...  # E: [misc]
class CoSub2(Inv[T_contra]): ...  # E: [misc]
class CoSub3(Co[T_contra]): ...  # E: [misc]
class CoSub4(Contra[T_co]): ...  # E: [misc]
class CoSub5(Co[Co[T_co]]): ...
class CoSub6(Contra[Contra[T_co]]): ...
class CoSub7(Contra[Co[T_co]]): ...  # E: [misc]
class CoSub8(Co[Contra[T_co]]): ...  # E: [misc]
class CoSub9(Contra[Co[T_contra]]): ...
class CoSub10(Co[Inv[T_co]]): ...  # E: [misc]
class CoSub11(Sequence[T_co]): ...
class CoSub12(Co[T], Inv[T]): ...
CoA: TypeAlias = Co[T_co]
InvA = Inv[T_co]
class CoSub13(CoA[T_contra]): ...  # E: [misc]
class CoSub14(InvA[T_co]): ...  # E: [misc]
class CoSub15(Co[T_co], Inv[T]): ...
def b1(x: Co[bool]):
    a: Co[int] = x
    b: Co[str] = x  # E: [assignment]
def b2(x: Contra[int]):
    a: Contra[bool] = x
    b: Contra[object] = x  # E: [assignment]
def b3(x: Inv[bool]):
    a: Inv[int] = x  # E: [assignment]
    b: Inv[bool] = x
    c: Inv[Any] = x
def tcof(x: T_co) -> T_co: ...
def tcontraf(x: list[T_contra]) -> None: ...
# PEP 695 inferred
class I1[T]:
    def __init__(self, x: T): self._x = x
    @property
    def x(self) -> T: ...
i1: I1[float] = I1[int](3)
i1b: I1[int] = I1[float](3)  # E: [assignment]
class I2[T]:
    def f(self, x: T) -> None: ...
i2: I2[int] = I2[float]()
i2b: I2[float] = I2[int]()  # E: [assignment]
class I3[T]:
    x: T
i3: I3[float] = I3[int]()  # E: [assignment]
class I4[T]:
    x: Final[T]
    def __init__(self, x: T): self.x = x
i4: I4[float] = I4[int](3)
class I5[T](Sequence[T]): 
    def __getitem__(self, i): ...
    def __len__(self) -> int: ...
i5: I5[float] = I5[int]()
class I6[T](list[T]): ...
i6: I6[float] = I6[int]()  # E: [assignment]
class I7[T1, T2, T3](list[T1]):
    def m1(self, a: T2) -> T3: ...
def i7(a: I7[float, int, int], b: I7[int, float, float]):
    x: I7[int, int, int] = a  # E: [assignment]
    y: I7[float, float, int] = a  # E: [assignment]
    z: I7[float, int, float] = a
    w: I7[float, bool, int] = a
from dataclasses import dataclass
@dataclass(frozen=True)
class I8[T]:
    x: T
i8: I8[float] = I8[int](3)
i8b: I8[int] = I8[float](3.0)  # E: [assignment]
@dataclass
class I9[T]:
    x: T
i9: I9[float] = I9[int](3)  # E: [assignment]
class I10[T]:
    _x: T
i10: I10[float] = I10[int]()
class I11[T]:
    __x: T
    def __init__(self, x: T) -> None: self.__x = x
i11: I11[float] = I11[int](3)
class I12[T]:
    @property
    def x(self) -> T: ...
    @x.setter
    def x(self, v: T) -> None: ...
i12: I12[float] = I12[int]()  # E: [assignment]
class I13[T](NamedTuple):
    x: T
i13: I13[float] = I13[int](3)
class I14[T](Protocol):
    def m(self) -> T: ...
def i14(a: I14[int]):
    b: I14[float] = a
    c: I14[bool] = a  # E: [assignment]
class I15[T]:
    def m(self) -> "I15[T]": ...
    def n(self, x: T) -> "I15[T]": ...
def i15(a: I15[float]):
    b: I15[int] = a
    c: I15[object] = a  # E: [assignment]
class I16[T]:
    def m(self, cb: Callable[[T], None]) -> None: ...
def i16(a: I16[int]):
    b: I16[float] = a
    c: I16[bool] = a  # E: [assignment]
class I17[T]: ...
def i17(a: I17[int]):
    b: I17[str] = a  # E: [assignment]
class Par:
    def m[T](self, x: T) -> T: ...
Kv = TV("Kv", infer_variance=True)
class I18(Generic[Kv]):
    def m(self) -> Kv: ...
i18: I18[float] = I18[int]()
i18b: I18[int] = I18[float]()  # E: [assignment]
Kb = TV("Kb", infer_variance=True, covariant=True)  # E: [misc]
class I19[T]:
    def __contains__(self, x: T) -> bool: ...
    @classmethod
    def c(cls, x: T) -> Self: ...
    @staticmethod
    def s(x: T) -> None: ...
i19: I19[int] = I19[float]()
class Pr1(Protocol[T]):  # E: [misc]
    def m(self) -> T: ...
class Pr2(Protocol[T]):  # E: [misc]
    def m(self, x: T) -> None: ...
class Pr3(Protocol[T_co]):  # E: [misc]
    def m(self, x: T_co) -> None: ...  # E: [misc]
class Pr4(Protocol[T]):
    x: T
class Pr5(Protocol[T_co]): 
    @property
    def x(self) -> T_co: ...
class Pr6(Protocol[T]):  # E: [misc]
    @property
    def x(self) -> T: ...
class Pr7(Protocol[T_co]):
    def __init__(self, x: T_co) -> None: ...
    def m(self: "Pr7[T_co]") -> T_co: ...
class Pr8(Protocol[T_contra]):  # E: [misc]
    def m(self) -> T_contra: ...  # E: [misc]
class Pr9(Protocol[T_co]):  # E: [misc]
    x: T_co
class Pr10(Protocol[T, T_co]):  # E: [misc]
    def m(self, x: T) -> T_co: ...
class Pr11(Protocol[T]):
    def m(self) -> None: ...
class Pr12(Protocol[T]):
    def m(self, x: T) -> T: ...
class Pr13(Protocol[T]):
    def m(self) -> list[T]: ...
class Pr14(Protocol[T]):  # E: [misc]
    def m(self, x: Callable[[T], None]) -> None: ...
class Pr15(Protocol[T]):  # E: [misc]
    def __call__(self, *a: T) -> None: ...
P = ParamSpec("P")
class Pr16(Protocol[P, T_co]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T_co: ...
class Pr17(Protocol[T, P]):  # E: [misc]
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T: ...
