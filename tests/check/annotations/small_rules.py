# Small rules: defaults, results, calls, displays, unpacking, operators, properties.
from typing import *
from typing import Generic, TypeVar, Final
import typing_extensions as te
from collections.abc import Callable as Cb
T = TypeVar("T")
T = TypeVar("T")  # E: [misc]
S = TypeVar("S"); S2 = S
A = TypeVar(name="A")
B1: TypeVar = TypeVar("B1")
def f0(x: B1) -> B1: ...
class Foo:
    V = TypeVar("V")
    def m(self, x: V) -> V: return x
def inner():
    U = TypeVar("U")
    def f(x: U) -> U: return x
    return f
def bad_type(x: T.foo): ...  # E: [valid-type]
def un(x: "unknown.Thing"): ...  # E: [name-defined]
class M: ...
M.x: int = 3  # E: [misc]
def f1(*args: int, **kw: str) -> None:
    assert_type(args, tuple[int, ...])
    assert_type(kw, dict[str, str])
def f2(x: int = 0.0): ...  # E: [assignment]
def f3(x: int = None): ...  # E: [assignment]
def f4(x: str = ...): ...
def f5(x: int | None = None): ...
def f6(x, y=3, *, z=None): 
    y + 1
f6(1, "a", z=3)
f6()  # E: [call-arg]
def f7(a: int, /, b: int) -> None: ...
f7(a=1, b=2)  # E: [call-arg]
f7(1, b=2)
f7(1, 2, 3)  # E: [call-arg]
f7(1)  # E: [call-arg]
f7(1, 2, c=3)  # E: [call-arg]
f7(1, 2, b=3)  # E: [misc]
class P1(Protocol):
    def f(self, x: int = ...) -> int: ...
async def co() -> int: ...
x1: int = co()  # E: [assignment]
def g1() -> int: return ""  # E: [return-value]
def g2() -> int:  # E: [return]
    if input(): return 1
def g3() -> int: ... 
def g4() -> int:  # E: [empty-body]
    pass
def g5() -> int:
    """doc"""
    ...
def g6() -> None:
    return 3  # E: [return-value]
def g7() -> int:
    while True: pass
def g8() -> int:
    try:
        return 1
    finally:
        print()
def g9() -> int:
    raise NotImplementedError
def g10() -> int:
    assert False
def g11(x: int) -> str:
    match x:
        case int(): return ""
def g12(x: Literal[1, 2]) -> str:
    if x == 1: return ""
    elif x == 2: return ""
def g13() -> Iterator[int]:
    yield from range(3)
    return 3
lam = lambda x: x + 1
lam(3)
lam()  # E: [call-arg]
v1: list[int] = ["a"]  # E: [list-item]
v2: dict[str, int] = {"a": "b"}  # E: [dict-item]
v3: set[int] = {"a"}  # E: [arg-type]
v4: tuple[int, str] = (1, 2)  # E: [assignment]
v5: tuple[int, ...] = (1, "a")  # E: [assignment]
v6: list[list[int]] = [["a"]]  # E: [list-item]
v7: list[object] = [1, "a"]
v8: Sequence[object] = [1]
v9: list[int] | None = ["x"]  # E: [list-item]
a = b = 3
a.foo  # E: [attr-defined]
(c, d) = 1, "x"
c.upper()  # E: [attr-defined]
e, *f = [1, 2, 3]
assert_type(f, list[int])
g, h = 3  # E: [attr-defined]
i, j = (1, 2, 3)  # E: [misc]
for k in 3: ...  # E: [attr-defined]
with 3: ...  # E: [attr-defined]
with open("x") as fp: assert_type(fp.read(), str)
3()  # E: [operator]
"a" + 1  # E: [operator]
1 + "a"  # E: [operator]
-"a"  # E: [operator]
not "a"
[1][""]  # E: [call-overload]
{}["a"]
{"a": 1}[1]  # E: [index]
(1, 2)[2]  # E: [misc]
3[0]  # E: [index]
print(undefined_x)  # E: [name-defined]
import nonexistent_mod_xyz  # E: [import-not-found]
from typing import nonexistent_name  # E: [attr-defined]
int.foo  # E: [attr-defined]
M().foo  # E: [attr-defined]
M().foo = 3  # E: [attr-defined]
M.foo = 3  # E: [attr-defined]
def dec(f: Callable[[int], T]) -> Callable[[int], T]: ...
@dec  # E: [arg-type]
def dd(x: str) -> int: ...
class Base: 
    def __init__(self, x: int) -> None: ...
class Derived(Base):
    def __init__(self) -> None:
        super().__init__()  # E: [call-arg]
        super().__init__(3)
        super().nope()  # E: [misc]
class Prop:
    @property
    def x(self) -> int: ...
    @x.setter
    def x(self, v: str) -> None: ...
    @property
    def ro(self) -> int: ...
p = Prop()
p.x = "a"
p.x = 3  # E: [assignment]
p.ro = 3  # E: [misc]
assert_type(p.x, int)
del p.ro  # E: [misc]
p.x()  # E: [operator]
class CV2:
    y: ClassVar[int] = 3
CV2().y = 3  # E: [misc]
if TYPE_CHECKING:
    from typing import Sized as Sz
def opt(x: int | None) -> int:
    x + 1  # E: [operator]
    if x: return x
    return x  # E: [return-value]
def opt2(x: int | None) -> int:
    if x is None: return 0
    return x
def kwo(*, a: int) -> None: ...
kwo(1)  # E: [call-arg]
kwo(a="")  # E: [arg-type]
kwo(**{"a": 1})
kwo(**{"a": "x"})  # E: [arg-type]
def spl(*a: int) -> None: ...
spl(*[1, 2]); spl(*["a"])  # E: [arg-type]
spl(*(1, "a"))  # E: [arg-type]
spl(*3)  # E: [attr-defined]
