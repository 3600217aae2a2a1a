# Constructors: metaclass __call__, __new__, __init__, conversion to callables.
from typing import Any, Callable, Generic, NoReturn, ParamSpec, Self, TypeVar, assert_type, overload
T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")
T1 = TypeVar("T1")
T2 = TypeVar("T2")
class Class1(Generic[T]):
    def __init__(self, x: T) -> None: ...
assert_type(Class1[int](1), Class1[int])
assert_type(Class1[float](1), Class1[float])
Class1[int](1.0)  # E
assert_type(Class1(1), Class1[int])
class Class2(Generic[T]):
    def __init__(self, x: Self | None) -> None: ...
class Class3(Class2[int]): ...
Class3(None)
Class3(Class3(None))
Class3(Class2[int](None))  # E
class Class5(Generic[T]):
    @overload
    def __init__(self: "Class5[list[int]]", value: int) -> None: ...
    @overload
    def __init__(self: "Class5[set[str]]", value: str) -> None: ...
    @overload
    def __init__(self, value: T) -> None: ...
    def __init__(self, value) -> None: ...
assert_type(Class5(0), Class5[list[int]])
assert_type(Class5[int](3), Class5[int])
assert_type(Class5(""), Class5[set[str]])
assert_type(Class5(3.0), Class5[float])
class Class6(Generic[T1, T2]):
    def __init__(self: "Class6[str, int]") -> None: ...
assert_type(Class6(), Class6[str, int])
class Class8(Generic[T1, T2]):
    def __init__(self: "Class8[T2, T1]") -> None: ...  # E: [misc]
class Class10: ...
Class10()
Class10(1)  # E
# new
class N1(Generic[T]):
    def __new__(cls, x: T) -> Self:
        return super().__new__(cls)
assert_type(N1[int](1), N1[int])
N1[int](1.0)  # E
assert_type(N1(1), N1[int])
class N2(Generic[T]):
    def __new__(cls, *args, **kwargs) -> Self:
        return super().__new__(cls)
    def __init__(self, x: T) -> None: ...
assert_type(N2(1), N2[int])
class N3:
    def __new__(cls) -> int:
        return 0
    def __init__(self, x: int): ...
assert_type(N3(), int)
class N4:
    def __new__(cls) -> "N4 | Any":
        return 0
    def __init__(self, x: int): ...
assert_type(N4(), N4 | Any)
class N5:
    def __new__(cls) -> NoReturn:
        raise NotImplementedError
    def __init__(self, x: int): ...
def f5() -> None:
    assert_type(N5(), NoReturn)
class N6:
    def __new__(cls) -> "int | N6":
        return 0
    def __init__(self, x: int): ...
assert_type(N6(), int | N6)
class N8(Generic[T]):
    def __new__(cls, *args, **kwargs) -> "N8[list[T]]":
        return super().__new__(cls)  # E
assert_type(N8[int](), N8[list[int]])
assert_type(N8[str](), N8[list[str]])
# meta
class Meta1(type):
    def __call__(cls, *args, **kwargs) -> NoReturn:
        raise TypeError("Cannot instantiate class")
class MC1(metaclass=Meta1):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)
def g1() -> None:
    assert_type(MC1(), NoReturn)
class Meta2(type):
    def __call__(cls, *args, **kwargs) -> "int | Meta2":
        return 1
class MC2(metaclass=Meta2):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)
assert_type(MC2(), int | Meta2)
class Meta3(type):
    def __call__(cls: type[T], *args: Any, **kwargs: Any) -> T:
        return super().__call__(cls, *args, **kwargs)
class MC3(metaclass=Meta3):
    def __new__(cls, x: int) -> Self:
        return super().__new__(cls)
MC3()  # E
assert_type(MC3(1), MC3)
# callable
def accepts_callable(cb: Callable[P, R]) -> Callable[P, R]:
    return cb
class K1:
    def __init__(self, x: int) -> None: ...
r1 = accepts_callable(K1)
assert_type(r1(1), K1)
r1()  # E
r1(y=1)  # E
class K2: ...
r2 = accepts_callable(K2)
assert_type(r2(), K2)
r2(1)  # E
class K3:
    def __new__(cls, *args, **kwargs) -> Self: ...
    def __init__(self, x: int) -> None: ...
r3 = accepts_callable(K3)
assert_type(r3(3), K3)
r3()  # E
class K4:
    def __new__(cls, x: int) -> int: ...
r4 = accepts_callable(K4)
assert_type(r4(1), int)
r4()  # E
class K7(Generic[T]):
    @overload
    def __init__(self: "K7[int]", x: int) -> None: ...
    @overload
    def __init__(self: "K7[str]", x: str) -> None: ...
    def __init__(self, x: int | str) -> None: ...
r7 = accepts_callable(K7)
assert_type(r7(0), K7[int])
assert_type(r7(""), K7[str])
class K8(Generic[T]):
    def __new__(cls, x: list[T], y: list[T]) -> Self:
        return super().__new__(cls)
r8 = accepts_callable(K8)
assert_type(r8([""], [""]), K8[str])
r8([1], [""])  # E
# type
class TC1:
    def __init__(self, x: int) -> None: ...
def tfunc1(cls: type[TC1]) -> int:
    assert_type(cls(x=3), TC1)
    cls(y=1)  # E
    return 1
def tfunc2(cls: type[T]) -> T:
    cls(1)  # E
    return cls()
S = TypeVar("S", bound=TC1)
def tfunc3(cls: type[S]) -> S:
    assert_type(cls(1), S)
    cls()  # E
    cls("")  # E
    return cls(x=1)
