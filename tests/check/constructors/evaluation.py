# Constructor calls: metaclass __call__, __new__, __init__, type[T], conversion to callables.
from typing import *
from typing import Generic, TypeVar
from typing_extensions import TypeVar as TV
T = TypeVar("T"); S = TypeVar("S"); P = ParamSpec("P"); R = TypeVar("R")
class Meta2(type):
    def __call__(cls, *args, **kwargs): return super().__call__(*args, **kwargs)
class C2(metaclass=Meta2):
    def __new__(cls, x: int) -> Self: return super().__new__(cls)
C2()  # E: [call-arg]
assert_type(C2(1), C2)
class Meta3(type):
    def __call__(cls: type[T], *args: Any, **kwargs: Any) -> T: return super().__call__(cls, *args, **kwargs)
class C3(metaclass=Meta3):
    def __new__(cls, x: int) -> Self: return super().__new__(cls)
C3()  # E: [call-arg]
assert_type(C3(1), C3)
class Meta4(type):
    @overload
    def __call__(cls: type[T], x: int) -> T: ...
    @overload
    def __call__(cls: type[T], x: str) -> int: ...
    def __call__(cls, x: Any) -> Any: return super().__call__()
class C4(metaclass=Meta4):
    def __new__(cls, x: int) -> Self: return super().__new__(cls)
assert_type(C4(1), C4)
assert_type(C4(""), int)
class Meta5(type):
    def __call__(cls, x: str) -> int: ...
class C5(metaclass=Meta5):
    def __init__(self, y: bytes) -> None: ...
assert_type(C5(""), int)
C5(b"")  # E: [arg-type]
class N1(Generic[T]):
    def __new__(cls, x: T) -> Self: return super().__new__(cls)
assert_type(N1[int](1), N1[int])
assert_type(N1[float](1), N1[float])
N1[int](1.0)  # E: [arg-type]
assert_type(N1(1), N1[int])
class N2(Generic[T]):
    def __new__(cls, *args, **kwargs) -> Self: return super().__new__(cls)
    def __init__(self, x: T) -> None: ...
assert_type(N2(1), N2[int])
class N3:
    def __new__(cls) -> int: return 0
    def __init__(self, x: int) -> None: ...
assert_type(N3(), int)
N3(1)  # E: [call-arg]
class N4:
    def __new__(cls) -> "N4 | Any": return 0
    def __init__(self, x: int) -> None: ...
assert_type(N4(), "N4 | Any")
class N5:
    def __new__(cls, *args, **kwargs) -> Any: return 0
    def __init__(self, x: int) -> None: ...
assert_type(N5(), Any)
class N6:
    def __new__(cls): return 0
    def __init__(self, x: int): ...
assert_type(N6(), int)
class N7(Generic[T]):
    def __new__(cls, *args, **kwargs) -> "N7[list[T]]": ...
assert_type(N7[int](), N7[list[int]])
assert_type(N7(), N7[list[Any]])
class N8(Generic[T]):
    def __new__(cls: "type[N8[int]]") -> "N8[int]": ...
N8(); N8[int]()
N8[str]()  # E: [misc]
class N9:
    def __new__(cls) -> "int | N9": ...
    def __init__(self, x: int) -> None: ...
assert_type(N9(), "int | N9")
class N10Base:
    def __new__(cls, x: int) -> Self: ...
class N10(N10Base):
    def __init__(self, x: str) -> None: ...
N10(1)  # E: [arg-type]
N10("")  # E: [arg-type]
class I1(Generic[T]):
    def __init__(self, x: T) -> None: ...
I1[int](1.0)  # E: [arg-type]
assert_type(I1[float](1), I1[float])
class I2(Generic[T]):
    def __init__(self: "I2[int]") -> None: ...
I2(); I2[int]()
I2[str]()  # E: [misc]
assert_type(I2(), I2[int])
class I3(Generic[T]):
    @overload
    def __init__(self: "I3[list[int]]", v: int) -> None: ...
    @overload
    def __init__(self: "I3[set[str]]", v: str) -> None: ...
    @overload
    def __init__(self, v: T) -> None: ...
    def __init__(self, v: Any) -> None: ...
assert_type(I3(0), I3[list[int]])
assert_type(I3[int](3), I3[int])
assert_type(I3(""), I3[set[str]])
assert_type(I3(3.0), I3[float])
V1 = TypeVar("V1"); V2 = TypeVar("V2"); T1 = TypeVar("T1"); T2 = TypeVar("T2")
class I4(Generic[T1, T2]):
    def __init__(self: "I4[V1, V2]", a: V1, b: V2) -> None: ...
assert_type(I4(0, ""), I4[int, str])
I4[int, str]("", 0)  # E: [arg-type]  # E: [arg-type]
class I5(Generic[T1, T2]):
    def __init__(self: "I5[V2, V1]", a: V1, b: V2) -> None: ...
assert_type(I5(0, ""), I5[str, int])
class I6(Generic[T1, T2]):
    def __init__(self: "I6[T2, T1]") -> None: ...  # E: [misc]
class I7: ...
I7(1)  # E: [call-arg]
I7(x=1)  # E: [call-arg]
class I8(int): ...
I8("3")
I8(b"", 3, 4)  # E: [call-overload]
class I9:
    def __init__(self) -> int: ...  # E: [misc]
class I10:
    def __init__(self, x: int = 3): self.x = x
class I11(I10): ...
I11("x")  # E: [arg-type]
class I12(I10, I7): ...
I12(1)
class I13(I7, I10): ...
I13(1); I13("")  # E: [arg-type]
class Slots:
    def __init__(self) -> None:
        return 3  # E: [return-value]
def ty(x: type[I10], y: type[T], z: type[C5], w: type[N3]) -> T:
    assert_type(x(1), I10)
    x("")  # E: [arg-type]
    y(3)  # E: [call-arg]
    assert_type(z(""), int)
    assert_type(w(), int)
    return y()
BT = TypeVar("BT", bound=I10)
def ty2(x: type[BT]) -> BT:
    x("")  # E: [arg-type]
    assert_type(x(), BT)
    return x(1)
class D1(Generic[T1, T2]):
    def __new__(cls, x: T1) -> Self: ...
assert_type(D1(1), D1[int, Any])
T3 = TV("T3", default=str)
class D2(Generic[T1, T3]):
    def __new__(cls, x: T1) -> Self: ...
assert_type(D2(1), D2[int, str])
# to callable
def ac(cb: Callable[P, R]) -> Callable[P, R]: return cb
r1 = ac(I10)
assert_type(r1(1), I10)
r1("")  # E: [arg-type]
r2 = ac(C1 := C5)
assert_type(r2(""), int)
r2()  # E: [call-arg]
r3 = ac(N3)
assert_type(r3(), int)
r3(1)  # E: [call-arg]
r4 = ac(I7)
r4()
r4(1)  # E: [call-arg]
class K4:
    def __new__(cls, x: int) -> int: ...
r5 = ac(K4)
assert_type(r5(1), int)
r5()  # E: [call-arg]
class K5:
    def __new__(cls, *args, **kwargs) -> Self: ...
    def __init__(self, x: int) -> None: ...
r6 = ac(K5)
r6(1)
r6()  # E: [call-arg]
r6("x")  # E: [arg-type]
class K6(Generic[T]):
    def __init__(self, x: T) -> None: ...
r7 = ac(K6)
assert_type(r7(1), K6[int])
assert_type(ac(K6[str])(""), K6[str])
ac(K6[str])(1)  # E: [arg-type]
class K7(Generic[T]):
    @overload
    def __init__(self: "K7[int]", x: int) -> None: ...
    @overload
    def __init__(self: "K7[str]", x: str) -> None: ...
    def __init__(self, x: int | str) -> None: ...
r8 = ac(K7)
assert_type(r8(1), K7[int])
assert_type(r8(""), K7[str])
r8(b"")  # E: [call-overload]
class K8(Generic[T]):
    def __new__(cls, x: list[T], y: list[T]) -> Self: ...
r9 = ac(K8)
assert_type(r9([""], [""]), K8[str])
r9([1], [""])  # E: [arg-type]
class K9:
    def __new__(cls, x: int = 1) -> Self: ...
    def __init__(self, x: str = "") -> None: ...
r10 = ac(K9)
f1: Callable[[int], I10] = I10
f2: Callable[[str], I10] = I10  # E: [assignment]
f3: Callable[[], I7] = I7
f4: Callable[[int], int] = C5  # E: [assignment]
f5: Callable[[str], int] = C5
f6: Callable[..., I10] = I11
f7: Callable[[int], I11] = I10  # E: [assignment]
class FP(Protocol):
    def __call__(self, x: int = 3) -> I10: ...
f8: FP = I10
f9: FP = I7  # E: [assignment]
def tyc(x: type[I10]):
    g: Callable[[int], I10] = x
    h: Callable[[str], I10] = x  # E: [assignment]
list(map(I10, [1, 2]))
list(map(I10, ["a"]))  # E: [arg-type]
class Ab(ABC if False else object): ...
class Init1:
    __init__: Callable[..., None]
class DescNew:
    x: int
    def __new__(cls, x: int) -> "DescNew":
        s = super().__new__(cls)
        assert_type(s, Self)
        s.x = x
        return s
assert_type(DescNew(3), DescNew)
class SubNew(DescNew): ...
assert_type(SubNew(3), DescNew)
class NI:
    def __new__(cls, x: int) -> Self: ...
    def __init__(self, x: int) -> None: ...
NI("")  # E: [arg-type]
class G1(dict[str, int]): ...
G1(a=1)
G1(a="x")  # E: [arg-type]
x: list[int] = list("a")  # E: [assignment]
y: set[str] = set()
z: dict[str, list[int]] = dict()
w: list[float] = list([1])

# Named tuples as callables.
from typing import NamedTuple as _NamedTuple
class _Row(_NamedTuple):
    a: int
    b: str = ""
row_made: Callable[[int], _Row] = _Row
row_wrong: Callable[[str], _Row] = _Row  # E: [assignment]
list(map(_Row, [1]))
list(map(_Row, [""]))  # E: [arg-type]
