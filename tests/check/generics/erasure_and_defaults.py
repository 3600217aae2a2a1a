# Erasure, defaults of type arguments, promotion, expected types that reach into displays and calls.
from typing import *
from typing import Generic, TypeVar
from typing_extensions import TypeVar as TV
from types import CoroutineType
import types
T = TypeVar("T")
async def func1(ignored: int, /) -> str: return "spam"
assert_type(func1, Callable[[int], Coroutine[Any, Any, str]])
assert_type(func1(3), Coroutine[Any, Any, str])
assert_type(func1(3), CoroutineType[Any, Any, str])
assert_type(func1, Callable[[int], CoroutineType[Any, Any, str]])
async def generator29() -> AsyncIterator[int]:
    raise NotImplementedError
async def generator30() -> AsyncIterator[int]:
    raise NotImplementedError
    yield
assert_type(generator29(), Coroutine[Any, Any, AsyncIterator[int]])
assert_type(generator30(), AsyncIterator[int])
DI = TV("DI", default=int); DS = TV("DS", default=str)
class Two(Generic[DI, DS]): ...
class NoDef(Generic[T, DS]): ...
MyAlias: TypeAlias = NoDef[int, DS]
def fa(p1: MyAlias, p2: MyAlias[bool]):
    assert_type(p1, NoDef[int, str])
    assert_type(p2, NoDef[int, bool])
MyAlias[bool, int]  # E: [type-arg]
class SubMe(Generic[T, DS]):
    x: DS
class Bar(SubMe[int, DS]): ...
assert_type(Bar, type[Bar[str]])
assert_type(Bar(), Bar[str])
assert_type(Bar[bool](), Bar[bool])
class Foo(SubMe[float]): ...
assert_type(Foo().x, str)
Foo[str]  # E: [type-arg]
class Baz(Generic[DI, DS]): ...
class Spam(Baz): ...
assert_type(Spam(), Spam)
vb: Baz[int, str] = Spam()
Z1 = TV("Z1")
LD = TV("LD", default=list[Z1])
class BarL(Generic[Z1, LD]):
    def __init__(self, x: Z1, y: LD) -> None: ...
assert_type(BarL, type[BarL[Any, list[Any]]])
assert_type(BarL[int], type[BarL[int, list[int]]])
assert_type(BarL[int](0, []), BarL[int, list[int]])
assert_type(BarL[int, list[str]](0, []), BarL[int, list[str]])
assert_type(BarL[int, str](0, ""), BarL[int, str])
class Fo(Generic[Z1, DI]):
    def __init__(self, a: Z1, b: DI) -> None: ...
assert_type(Fo(1, ""), Fo[int, str])
Fo[int](1, "")  # E: [arg-type]
Fo[int]("", 3)  # E: [arg-type]
def f1(val1: None) -> None:
    assert val1 is None
    t1: None
    return None
f1(None)
f1(type(None))  # E: [arg-type]
none1: None = None
none1.__doc__
none2: Iterable[Any] = None  # E: [assignment]
assert_type(None.__eq__(0), bool)
def f2(v: type[None]): ...
f2(None.__class__)
f2(type(None))
f2(None)  # E: [arg-type]
def f3(f: float):
    f.numerator  # E: [attr-defined]
    f.real; f.imag; f.conjugate()
    if isinstance(f, float):
        f.hex()
    else:
        assert_type(f, int)
    if isinstance(f, int):
        assert_type(f, int)
    else:
        assert_type(f, float)
        f.hex()
def f4(x: int) -> float: return x
def f5(c: complex):
    if isinstance(c, complex): c.imag
    elif isinstance(c, float): assert_type(c, float)
    else: assert_type(c, int)
class Node(Generic[T]):
    label: T
    def __init__(self, label: T | None = None) -> None:
        if label is not None: self.label = label
assert_type(Node(), Node[Any])
assert_type(Node().label, Any)
assert_type(Node(0).label, int)
v4: Node[int] = Node()
v5 = Node[str]()
assert_type(v5, Node[str])
class ND(Generic[T]):
    label: T
    def __init__(self, label: T) -> None: ...
nd1: ND[int | None] = ND(3)
nd2: ND[object] = ND(3)
def rr() -> ND[float]: return ND(3)
l1: list[ND[float]] = [ND(3), ND(4.0)]
t1: tuple[list[float], int] = ([3], 3)
d1: dict[str, list[float]] = {"a": [1]}
c1: Callable[[], list[float]] = lambda: [1]
def gg(x: list[float]) -> None: ...
gg([1, 2])
gg([x for x in [1, 2]])
gg(list([1]))
gg([1] * 3)
gg([1] + [2.0])
s1: set[float] = {1} | {2.0}
o1: list[float] | None = [1]
o2: list[int] | list[str] = [""]
o3: list[int | str] = [1, "a"]
o4: dict[str, Any] = {"a": {"b": 1}}
o5: Sequence[Sequence[float]] = [[1], (2,)]
o6: list[float] = [1] if input() else [2]
o7: list[float] = [] or [1]
async def co() -> list[float]: return [1]
