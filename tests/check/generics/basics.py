# Type variables: declarations, constraints, bounds, variance.
from typing import *
AnyStr2 = TypeVar("AnyStr2", str, bytes)
def concat(x: AnyStr, y: AnyStr) -> AnyStr: return x + y
def test_concat(x: str, y: bytes, z: Any) -> None:
    concat(x, x)
    concat(y, y)
    concat(x, y)  # E
    concat(y, x)  # E
    concat(x, z)
    assert_type(concat(x, z), str)
class MyStr(str): ...
def test2(m: MyStr, x: str):
    assert_type(concat(m, m), str)
    assert_type(concat(m, x), str)
def meth(x: AnyStr, y: AnyStr) -> AnyStr:
    x.startswith(y)
    a = x.replace(y, y)
    assert_type(x.split(y), list[str] | list[bytes])
    l = [x, y]
    return a
BadConstraint1 = TypeVar("BadConstraint1", str)  # E
T = TypeVar("T"); K = TypeVar("K"); V = TypeVar("V")
BadConstraint2 = TypeVar("BadConstraint2", list[T], str)  # E
class Bad2(Generic[T, T]): ...  # E
class Bad3(Generic[int]): ...  # E
class Bad4(Protocol[int]): ...  # E
class MyMap1(Mapping[K, V], Generic[K, V]):
    def __getitem__(self, k: K) -> V: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[K]: ...
class MyMap2(Mapping[K, V]):
    def __getitem__(self, k: K) -> V: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[K]: ...
def tm(m1: MyMap1[str, int], m2: MyMap2[int, str]) -> None:
    assert_type(m1["a"], int)
    m1[0]  # E
    m2[0]
    m2["0"]  # E
class Bad5(Iterable[T], Generic[V]): ...  # E
def gm(x: T) -> T:
    y: T = x
    z: V = x  # E
    return y
class GenericMeta(type, Generic[T]): ...
class GenericMetaInstance2(metaclass=GenericMeta[T]): ...  # E
def bad_ret(x: list[T]) -> list[V]: ...
def first(l: Sequence[T]) -> T: return l[0]
assert_type(first("abc"), str)
class LinkedList(Generic[T]):
    head: T | None
    def __init__(self, items: Iterable[T] = ()) -> None: ...
    def add(self, item: T) -> "LinkedList[T]": ...
assert_type(LinkedList([1]).add(2), LinkedList[int])
LinkedList([1]).add("")  # E
n: LinkedList[str] = LinkedList()
class Node(Generic[T]):
    label: T
    def __init__(self, label: T | None = None) -> None:
        if label is not None: self.label = label
assert_type(Node(""), Node[str])
assert_type(Node(0), Node[int])
Node.label = 1  # E
Node[int].label = 1  # E
type(Node()).label  # E
assert_type(Node[int]().label, int)
ST = TypeVar("ST", bound=Sized)
def longer(x: ST, y: ST) -> ST: return x if len(x) > len(y) else y
assert_type(longer([1], [1, 2]), list[int])
assert_type(longer({1}, {1, 2}), set[int])
assert_type(longer([1], {1, 2}), list[int] | set[int])
longer(3, 3)  # E
BB = TypeVar("BB", bound=list[T])  # E
X = TypeVar("X", covariant=True, contravariant=True)  # E
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
class ImmList(Generic[T_co]):
    def __init__(self, items: Iterable[T_co]) -> None: ...
    def __iter__(self) -> Iterator[T_co]: ...
class Emp: ...
class Man(Emp): ...
def dump(e: ImmList[Emp]) -> None: ...
ms: ImmList[Man] = ImmList([Man()])
dump(ms)
ee: ImmList[Man] = ImmList([Emp()])  # E
def dump2(e: list[Emp]) -> None: ...
mm: list[Man] = [Man()]
dump2(mm)  # E
class CoC(ImmList[T_co]): ...
class ContraBad(ImmList[T_contra]): ...  # E
class InvBad(Generic[T_co]):
    def m(self, x: T_co) -> None: ...  # E
class Sink(Generic[T_contra]):
    def m(self) -> T_contra: ...  # E
def deco(f: Callable[[T], T]) -> Callable[[T], list[T]]: ...
@deco
def idn(x: T) -> T: return x
assert_type(idn(1), list[int])
def upper() -> Callable[[T], T]: ...
assert_type(upper()(1), int)
