# Any, Never, None, promotions, type[].
from typing import Any, Never, NoReturn, Generic, TypeVar, assert_type, Type, Hashable, Protocol
from typing import Iterable
import types
T = TypeVar("T")
U = TypeVar("U", bound="User")
V = TypeVar("V")
def never1() -> NoReturn:
    raise Exception
def never2(x: int) -> NoReturn:  # E
    if x != 0:
        raise Exception
def f1(n: Never, m: NoReturn) -> None:
    v1: int = n
    v2: list[int] = m
def f2() -> list[Never]: ...
x1: list[int] = f2()  # E
class ClassB(Generic[T]): ...
def f3(x: U) -> ClassB[U]:
    return ClassB[Never]()  # E
class ClassC(Generic[V]): ...
def none1(val: None) -> None:
    assert_type(val, None)
none1(None)
none1(1)  # E
none2: type[None] = type(None)
none3: Hashable = None
none4: Iterable = None  # E
class SupportsEq(Protocol):
    def __eq__(self, o: object, /) -> bool: ...
none5: SupportsEq = None
def p1(x: float) -> None:
    if not isinstance(x, float):
        assert_type(x, int)
    x.numerator  # E
    x.hex()
p2: float = 3
p3: complex = 1.5
p4: int = 1.5  # E
class User: ...
class BasicUser(User): ...
class ProUser(User):
    def __init__(self) -> None: ...
def ty1(a: type[BasicUser | ProUser]) -> type[BasicUser]:
    if issubclass(a, BasicUser):
        return a
    return a  # E
def ty2(cls: type[U]) -> U:
    return cls()
assert_type(ty2(ProUser), ProUser)
def ty3(a: type[Any], b: type[object], c: type, d: Type, e: type[type]):
    a.unknown
    b.unknown  # E
    c.unknown
    d.unknown
    a.__name__
    b.__name__
    assert_type(c, type)
    x: type = a
    y: type[Any] = c
TA1 = Type
def ty4(a: "TA1[Any]"): ...
def any1(a: Any) -> int:
    a.b.c()
    x: str = a
    return a
class AnyBase(Any): ...
AnyBase().foo()
z: int = AnyBase()
def noret() -> NoReturn:
    while True: pass
def use() -> int:
    noret()
