# Callables: Unpack of keywords, callback protocols, every parameter kind against every other.
from typing import *
from typing import Protocol, Callable
from typing_extensions import ReadOnly
T = TypeVar("T"); P = ParamSpec("P"); R = TypeVar("R"); T_contra = TypeVar("T_contra", contravariant=True)
class TD1(TypedDict):
    v1: Required[int]
    v2: NotRequired[str]
class TD2(TD1):
    v3: Required[str]
def func1(**kwargs: Unpack[TD2]) -> None:
    v1 = kwargs["v1"]
    assert_type(v1, int)
    if "v2" in kwargs:
        assert_type(kwargs["v2"], str)
    assert_type(kwargs["v3"], str)
    assert_type(kwargs, TD2)
def func2(v3: str, **kwargs: Unpack[TD1]) -> None: ...
def func3() -> None:
    func1()  # E: [call-arg]  # E: [call-arg]
    func1(v1=1, v2="", v3="5")
    td2 = TD2(v1=2, v3="4")
    func1(**td2)
    func1(v1=1, v2="", v3="4", v4=1)  # E: [call-arg]
    func1(1, "3", "2")  # E: [call-arg]
    my_dict: dict[str, str] = {}
    func1(**my_dict)  # E: [arg-type]
    d1 = {"v1": 2, "v3": "4", "v4": 4}
    func1(**d1)  # E: [arg-type]  # E: [arg-type]
    func2(**td2)
    func1(v1=2, **td2)  # E: [misc]
    func2(1, **td2)  # E: [misc]
class TDA(Protocol):
    def __call__(self, *, v1: int, v3: str) -> None: ...
class TDB(Protocol):
    def __call__(self, *, v1: int, v3: str, v2: str = "") -> None: ...
class TDC(Protocol):
    def __call__(self, *, v1: int, v3: int) -> None: ...
class TDD(Protocol):
    def __call__(self, *, v1: int, v2: str = "", v3: str, v4: int) -> None: ...
class TDE(Protocol):
    def __call__(self, v1: int, v3: str) -> None: ...
class TDF(Protocol):
    def __call__(self, **kwargs: Unpack[TD2]) -> None: ...
class TDG(Protocol):
    def __call__(self, **kwargs: str) -> None: ...
p1: TDA = func1
p2: TDB = func1
p3: TDC = func1  # E: [assignment]
p4: TDD = func1  # E: [assignment]
p5: TDE = func1  # E: [assignment]
p6: TDF = func1
p7: TDG = func1  # E: [assignment]
def func4(v1: int, v3: str, v2: str = "") -> None: ...
def func4b(*, v1: int, v3: str) -> None: ...
def func4c(*, v1: int, v3: str, v2: str) -> None: ...
p8: TDF = func4  # E: [assignment]
p9: TDF = func4b  # E: [assignment]
p10: TDF = func4c  # E: [assignment]
def func5(v1: int, **kwargs: Unpack[TD2]) -> None: ...  # E: [misc]
def func6(**kwargs: Unpack[T]) -> None: ...  # E: [valid-type]
def func7(**kwargs: Unpack[int]) -> None: ...  # E: [valid-type]
def func8(v1: int, /, **kwargs: Unpack[TD2]) -> None: ...
func8(1, v1=2, v3="")
class TD3(TypedDict, total=False):
    a: int
def func9(**kwargs: Unpack[TD3]) -> None: ...
func9()
func9(a="")  # E: [arg-type]
def func10(*args: int, **kwargs: Unpack[TD1]) -> None: ...
func10(1, 2, v1=3)
func10("x", v1=3)  # E: [arg-type]
def func11(**kwargs: TD1) -> None: ...
func11(x={"v1": 1})
func11(v1=1)  # E: [arg-type]
class Animal(TypedDict):
    name: str
class Dog(Animal):
    breed: str
def an(**kwargs: Unpack[Animal]) -> None: ...
def dg(**kwargs: Unpack[Dog]) -> None: ...
class PA(Protocol):
    def __call__(self, **kwargs: Unpack[Animal]) -> None: ...
class PD(Protocol):
    def __call__(self, **kwargs: Unpack[Dog]) -> None: ...
x1: PA = dg  # E: [assignment]
x2: PD = an
# callback protocols
class Combiner(Protocol):
    def __call__(self, *vals: bytes, max_len: int | None = None) -> list[bytes]: ...
def good(*vals: bytes, max_len: int | None = None) -> list[bytes]: ...
def bad1(*v: bytes, max_items: int | None) -> list[bytes]: ...
def bad2(*v: bytes) -> list[bytes]: ...
def bad3(*v: str, max_len: str | None) -> list[bytes]: ...
def good2(*v: bytes, max_len: int | None = None, **k: int) -> list[bytes]: ...
def good3(*v: bytes, **k: int | None) -> list[bytes]: ...
cb: Combiner = good
cb = bad1  # E: [assignment]
cb = bad2  # E: [assignment]
cb = bad3  # E: [assignment]
cb = good2
cb = good3
class CP1(Protocol):
    name: str
    def __call__(self, x: int) -> int: ...
def fcp(x: int) -> int: ...
y1: CP1 = fcp  # E: [assignment]
class CP2(Protocol):
    __name__: str
    __module__: str
    __qualname__: str
    __annotations__: dict[str, Any]
    def __call__(self) -> None: ...
def fcp2() -> None: ...
y2: CP2 = fcp2
class CP3(Protocol):
    other: int
    def __call__(self) -> None: ...
def deco(f: Callable[[], None]) -> CP3:
    f2 = cast(CP3, f)
    f2.other = 3
    f2.other = "x"  # E: [assignment]
    f2.xxx = 3  # E: [attr-defined]
    return f2
class CP4(Protocol):
    @overload
    def __call__(self, x: int) -> int: ...
    @overload
    def __call__(self, x: str) -> str: ...
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
y4: CP4 = ov
y5: CP4 = fcp  # E: [assignment]
def anyf(x: Any) -> Any: ...
y6: CP4 = anyf
class CP5(Protocol):
    def __call__(self, x: T) -> T: ...
def idf(x: T) -> T: return x
def intf(x: int) -> int: ...
y7: CP5 = idf
y8: CP5 = intf  # E: [assignment]
class CP6(Protocol[P]):
    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None: ...
class CP7(Protocol):
    def __call__(self, path: str, *args: Any, **kwargs: Any) -> str: ...
def c7a(path: str, x: int = 1) -> str: ...
def c7b(path: str, x: int, y: int) -> str: ...
def c7c(path: str, *, z: int) -> str: ...
def c7d(p: str) -> str: ...
y9: CP7 = c7a
y10: CP7 = c7b
y11: CP7 = c7c
y12: CP7 = c7d  # E: [assignment]
class CP8(Protocol):
    def __call__(self, x: int, /, y: str) -> Any: ...
def c8a(a: int, y: str) -> Any: ...
def c8b(a: int, b: str) -> Any: ...
def c8c(a: int, /, b: str) -> Any: ...
def c8d(y: int, x: str) -> Any: ...
z1: CP8 = c8a
z2: CP8 = c8b  # E: [assignment]
z3: CP8 = c8c  # E: [assignment]
z4: CP8 = c8d  # E: [assignment]
class Std(Protocol):
    def __call__(self, a: int) -> None: ...
class PosOnly(Protocol):
    def __call__(self, a: int, /) -> None: ...
class KwOnly(Protocol):
    def __call__(self, *, a: int) -> None: ...
class StdD(Protocol):
    def __call__(self, a: int = 3) -> None: ...
class KwD(Protocol):
    def __call__(self, *, a: int = 3) -> None: ...
class VarP(Protocol):
    def __call__(self, *a: int) -> None: ...
class VarK(Protocol):
    def __call__(self, **a: int) -> None: ...
class Both(Protocol):
    def __call__(self, *a: int, **k: int) -> None: ...
class NoP(Protocol):
    def __call__(self) -> None: ...
class IntVarP(Protocol):
    def __call__(self, a: int, *b: int) -> None: ...
def rel(s: Std, p: PosOnly, k: KwOnly, sd: StdD, kd: KwD, vp: VarP, vk: VarK, b: Both, n: NoP, iv: IntVarP):
    _: Any
    a1: PosOnly = s
    a2: KwOnly = s
    a3: Std = p  # E: [assignment]
    a4: Std = k  # E: [assignment]
    a5: PosOnly = k  # E: [assignment]
    a6: KwOnly = p  # E: [assignment]
    a7: Std = sd
    a8: StdD = s  # E: [assignment]
    a9: NoP = sd
    a10: NoP = s  # E: [assignment]
    a11: KwD = sd
    a12: KwD = k  # E: [assignment]
    a13: NoP = kd
    a14: NoP = vp
    a15: NoP = vk
    a16: NoP = b
    a17: VarP = n  # E: [assignment]
    a18: VarK = n  # E: [assignment]
    a19: PosOnly = vp
    a20: Std = vp  # E: [assignment]
    a21: KwOnly = vk
    a22: Std = vk  # E: [assignment]
    a23: Std = b
    a24: StdD = b
    a25: Both = vp  # E: [assignment]
    a26: IntVarP = vp  # E: [assignment]
    a27: VarP = iv  # E: [assignment]
    a28: IntVarP = p  # E: [assignment]
    a29: VarP = s  # E: [assignment]
    a30: VarK = k  # E: [assignment]
    a31: KwD = vk
    a32: VarK = kd  # E: [assignment]
    a33: Callable[[int], None] = s
    a34: Callable[[int], None] = k  # E: [assignment]
    a35: Callable[..., None] = k
    a36: Callable[[int, int], None] = vp
    a37: Callable[[], None] = vp
    a39: Callable[[str], None] = s  # E: [assignment]
    a40: Callable[[bool], object] = s
    a41: Callable[[int], int] = s  # E: [assignment]
class OvP(Protocol):
    @overload
    def __call__(self, x: int) -> int: ...
    @overload
    def __call__(self, x: str) -> str: ...
def tov(o: OvP):
    a: Callable[[int], int] = o
    b: Callable[[str], str] = o
    c: Callable[[bytes], str] = o  # E: [assignment]
    d: Callable[[int], str] = o  # E: [assignment]
    e: Callable[[bool], float] = o
class ConcP(Protocol):
    def __call__(self, x: int, *args: Any, **kw: Any) -> None: ...
ell1: Callable[Concatenate[int, ...], None] = fcp2  # E: [assignment]
def e1(x: int, y: str) -> None: ...
def e2(*, x: int) -> None: ...
ell2: Callable[Concatenate[int, ...], None] = e1
ell3: Callable[Concatenate[int, ...], None] = e2  # E: [assignment]
ell4: Callable[Concatenate[str, ...], None] = e1  # E: [assignment]
f_any: Callable
f_any = e1
def e3(*args, **kwargs) -> None: ...
ell5: Callable[[int, str], None] = e3
class NotGrad(Protocol):
    def __call__(self, a: int, *args: Any, k: str, **kwargs: Any) -> None: ...
def e4(a: int, b: int, *, k: str) -> None: ...
def e5(a: int, *, k: str, m: str) -> None: ...
def e6(a: int, *, k: int) -> None: ...
ng1: NotGrad = e4
ng2: NotGrad = e5
ng3: NotGrad = e6  # E: [assignment]
class Ga(Protocol[T_contra]):
    def __call__(self, *args: T_contra, **kwargs: T_contra) -> None: ...
class Gb(Protocol):
    def __call__(self, *args: Any, **kwargs: Any) -> None: ...
def sp(f: Ga[Any], g: Gb):
    x: NoP = f
    y: Std = g
    z: Callable[P, None] = g  # E: [valid-type]
gb: Gb = e4
ga: Ga[Any] = e4  # E: [assignment]
def sp2(*args: str, **kwargs: str) -> None: ...
ga2: Ga[str] = sp2
gb2: Gb = sp2
def call1(cb: Callable[[int, str], list[str]]) -> None:
    cb(1, "a")
    cb(1)  # E: [call-arg]
    cb(1, 2)  # E: [arg-type]
    cb(1, "a", 3)  # E: [call-arg]
    cb(1, b="a")  # E: [call-arg]
    cb(*(1, "a"))
    cb(*[1, 2])  # E: [arg-type]
    cb.__name__
def ret_cb() -> Callable[[str], str]: return lambda x: x
def ret_cb2() -> Callable[[int], str]: return lambda x: x  # E: [return-value]
lam1: Callable[[int], int] = lambda: 3  # E: [assignment]
lam2: Callable[[int], int] = lambda a, b: 3  # E: [assignment]
lam3: Callable[[int], int] = lambda a, b=3: 3
lam4: Callable[[int], int] = lambda *a: a[0]
lam5: Callable[[int], str] = lambda a: a  # E: [assignment]
