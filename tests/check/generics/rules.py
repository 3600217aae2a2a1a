# Generics: declarations, bounds, constraints, scoping, erasure.
from typing import *
from typing_extensions import TypeVar as TV, deprecated
from collections.abc import Sequence, Mapping, Iterable, Callable
from abc import ABC
T = TypeVar("T")
S = TypeVar("S")
AnyStr2 = TypeVar("AnyStr2", str, bytes)
B = TypeVar("B", bound="Base")
class Base: ...
class Der(Base): ...
TB1 = TypeVar("TB1", str)  # E: [misc]
TB2 = TypeVar("TB2", int, bound=str)  # E: [misc]
TB3 = TypeVar("X")  # E: [misc]
TB4 = TypeVar("TB4", covariant=True, contravariant=True)  # E: [misc]
TB5 = TypeVar("TB5", list[T], str)  # E: [valid-type]
TB6 = TypeVar("TB6", bound=list[T])  # E: [valid-type]
TB7: Any = [TypeVar("TB7")][0]  # E: [misc]
TB8 = TypeVar("TB8", bound=3)  # E: [valid-type]
TB9 = TypeVar("TB9", "int", "str")
def concat(x: AnyStr2, y: AnyStr2) -> AnyStr2:
    return x + y
concat("a", "b")
concat("a", b"b")  # E: [type-var]
concat(1, 2)  # E: [type-var]
class MyStr(str): ...
assert_type(concat(MyStr(), MyStr("x")), str)
def concat_u(x: str | bytes, a: Any, s: str):
    concat(x, x)  # E: [type-var]
    assert_type(concat(a, s), str)
    concat(a, a)
    concat(a, b"")
def first(l: Sequence[T]) -> T:
    return l[0]
assert_type(first([1, 2]), int)
assert_type(first("a"), str)
def cons(x: T, y: S) -> dict[T, S]:
    return {x: y}
assert_type(cons(1, "a"), dict[int, str])
def bnd(x: B) -> B:
    x.foo  # E: [attr-defined]
    return x
bnd(3)  # E: [type-var]
assert_type(bnd(Der()), Der)
class LL(Generic[T, T]): ...  # E: [misc]
class L1(Generic[T], list[S]): ...  # E: [misc]
class L2(list[T], Mapping[S, T]): ...  # E: [misc]
class L3(Mapping[T, S], Generic[S, T]): ...
class L4(Generic[int]): ...  # E: [misc]
class L5(Generic): ...  # E: [misc]
class L6(Generic[T], Generic[S]): ...  # E: [misc]
class L7(Protocol[T], Generic[S]): ...  # E: [misc]
class L8(Sequence[T], Generic[T]): ...
class L9(Generic[T, "S"]): ...  # E: [misc]  # E: [misc]
def l3(x: L3[str, int]) -> None:
    x["a"]  # E: [index]
    assert_type(x[1], str)
class Node(Generic[T]):
    label: T
    def __init__(self, label: T | None = None) -> None: ...
n1 = Node("")
assert_type(n1, Node[str])
n2 = Node[int]()
n3: Node[int] = Node()
n4 = Node()
Node[int](3)
Node[int]("x")  # E: [arg-type]
Node[int, str](3)  # E: [type-arg]
Node.label = 1  # E: [misc]
Node.label  # E: [misc]
Node[int].label = 1  # E: [misc]
Node[int].label  # E: [misc]
type(n1).label  # E: [misc]
n1.label
n1.label = 3  # E: [assignment]
def foo(x: T) -> T: ...
foo[int](3)  # E: [index]
int[str]  # E: [type-arg]
Y = Node[int]
Y(3)
Y[str]  # E: [type-arg]
Y("a")  # E: [arg-type]
L = list[T]
def lf(x: L[int], y: L): 
    assert_type(x, list[int])
    assert_type(y, list[Any])
class MyIter1(Iterator[T]):
    def __next__(self) -> T: ...
class MyIter2(Iterator[str]):
    def __next__(self) -> str: ...
assert_type(list(MyIter2()), list[str])
class MyDict(dict[str, T]): ...
def md(d: MyDict[int]): 
    assert_type(d["x"], int)
    d[1]  # E: [index]
    e: dict[str, int] = d
    f: dict[str, str] = d  # E: [assignment]
class Bad1(list[T], Generic[T]): ...
class MyMap1(Mapping[str, T]): ... 
class MyMap2(MyMap1[int, str]): ...  # E: [type-arg]
x1: list[int, int]  # E: [type-arg]
x2: dict[int]  # E: [type-arg]
x3: dict[int, int, int]  # E: [type-arg]
def sc1() -> None:
    y: list[T] = []  # E: [valid-type]
def sc2(x: T) -> None:
    z: list[T] = [x]
    q: list[S] = []  # E: [valid-type]
z1: T  # E: [valid-type]
z2: list[T] = []  # E: [valid-type]
list[T]()  # E: [valid-type]
class Outer(Generic[T]):
    class Inner(Iterable[T]): ...  # E: [misc]
    class Other:
        x: list[T]  # E: [valid-type]
    class Fine(Iterable[S]): ...
    def m(self, x: T, y: S) -> S: ...
    def m2(self, x: T):
        class Loc(Generic[T]): ...  # E: [misc]
        class Loc2(Sequence[T]): ...  # E: [misc]
        def inner(x: T) -> T: ...
    attr: list[S]  # E: [valid-type]
    al: TypeAlias = list[T]  # E: [valid-type]
    def __init__(self) -> None:
        self.z: list[S] = []  # E: [valid-type]
        self.y: list[T] = []
def outer(x: T) -> None:
    class LocalG(Generic[T]): ...  # E: [misc]
    def inner(y: T) -> T: return y
    def inner2(y: S) -> T: return x
    class Loc: 
        x: T
def fa(x: AnyStr2) -> AnyStr2:
    if isinstance(x, str):
        return x.upper()
    return x.upper()
def fb(x: AnyStr2) -> AnyStr2:
    return "x"  # E: [return-value]
def fc(x: T) -> T:
    return 3  # E: [return-value]
def fd(x: T) -> list[T]:
    return [x, 3]  # E: [list-item]
def fe(x: B) -> B:
    return Base()  # E: [return-value]
def ff(x: T, y: S) -> T:
    return y  # E: [return-value]
def fg(x: list[T], y: T) -> None:
    x.append(y)
fg([1], "a")  # E: [arg-type]
li: list[int] = []
fg(li, "a")  # E: [arg-type]
def fh() -> T: ...
def fi(x: type[T]) -> T: return x()
def fj(x: Callable[[T], S], y: T) -> S: return x(y)
assert_type(fj(str, 3), str)
assert_type(fj(lambda v: [v], 3), list[int])
fj(len, 3)  # E: [arg-type]
def fk(x: Iterable[T], key: Callable[[T], Any]) -> T: ...
assert_type(fk([1], lambda v: v + 1), int)
fk(["a"], lambda v: v + 1)  # E: [operator]
def fl(*a: T) -> T: ...
assert_type(fl(1, "a"), int | str)
class Meta(type, Generic[T]): ...
class UsesMeta(metaclass=Meta[T]): ...  # E: [misc]
class UsesMeta2(metaclass=Meta[int]): ...
class G3(Generic[AnyStr2]): ...
G3[str]
G3[int]  # E: [type-var]
g4: G3[str | bytes]  # E: [type-var]
g5: G3[Any]
class G4(Generic[B]): ...
G4[Der]
g6: G4[int]  # E: [type-var]
def gg(x: T) -> "G4[T]": ...  # E: [type-var]
def gh(x: B) -> "G4[B]": ...
def gi(x: AnyStr2) -> G3[AnyStr2]: ...
def gj(x: T) -> G3[T]: ...  # E: [type-var]
