from __future__ import annotations
from typing import TypedDict, NotRequired, Required, Unpack, assert_type, Literal, Any, Generic, TypeVar, Callable, Protocol, Mapping, ReadOnly, overload
import typing_extensions as te

T = TypeVar("T")
class Opts(TypedDict, total=False):
    a: int
    b: str
class Req(TypedDict):
    a: int
    b: NotRequired[str]
def f(**kw: Unpack[Req]) -> None:
    assert_type(kw, Req)
    assert_type(kw["a"], int)
    kw.get("b")
f(a=1)
f(a=1, b="x")
f(b="x")  # E: [call-arg]
f(a="x")  # E: [arg-type]
f(a=1, c=2)  # E: [call-arg]
r: Req = {"a": 1}
f(**r)
o: Opts = {}
f(**o)  # E: [call-arg]
f(1)  # E: [call-arg]
def g(a: int, **kw: Unpack[Req]) -> None: ...  # E: [misc]
def h(**kw: Unpack[int]) -> None: ...  # E: [valid-type]
class P(Protocol):
    def __call__(self, *, a: int, b: str = ...) -> None: ...
p: P = f
def dd(x: Req, y: Opts, k: Literal["a", "b"], m: Mapping[str, object]):
    x |= {"b": "y"}
    x.update(b="z")
    x.update({"a": 3, "b": "x"})
    z = x | {"b": "q"}
    assert_type(z, Req)
    del x["b"]
    y.pop("a")
    y.pop("a", None)
    for kk in x.keys():
        assert_type(kk, str)
    if "b" in x:
        x["b"].upper()
    x[k]
    a: Req = {**x, "b": "q"}
    b: Req = {**y, "a": 1}
    c: Opts = x  # E: [assignment]
    d: Mapping[str, object] = x
    e: dict[str, Any] = x  # E: [assignment]
    x == y
    x["a"], x["b"] = 1, "x"
    x["a"] = x["a"] + 1
    for k2 in ("a", "b"):
        x[k2]
    q = {"a": 1}
    w: Req = q  # E: [assignment]
    lst: list[Req] = [{"a": 1}, {"a": 2, "b": "x"}]
    lst2: list[Req] = [{"a": "1"}]  # E: [typeddict-item]
    dct: dict[str, Req] = {"x": {"a": 1}}
    u: Req | None = {"a": 1}
    u2: Req | Opts = {"b": "x"}
    u3: Req | int = {"b": "x"}  # E: [assignment]
    fn: Callable[[], Req] = lambda: {"a": 1}
    fn2: Callable[[], Req] = lambda: {"b": "1"}  # E: [typeddict-item]
    t: tuple[Req, int] = ({"a": 1}, 2)
    cond: Req = {"a": 1} if m else {"a": 2}
    comp: list[Req] = [{"a": i} for i in range(3)]
    comp2: dict[str, Req] = {str(i): {"a": i} for i in range(3)}
def ret() -> Req:
    return {"a": 1}
def ret2() -> Req:
    return {"a": ""}  # E: [typeddict-item]
def ret3() -> Req:
    return dict(a=1)
class G(TypedDict, Generic[T]):
    v: T
    n: NotRequired[list[T]]
def mk(x: T) -> G[T]:
    return {"v": x}
assert_type(mk(1), G[int])
assert_type(mk("a")["v"], str)
gg: G[float] = {"v": 1, "n": [1, 2]}
def takes_g(g: G[T]) -> T: ...
assert_type(takes_g({"v": 1}), int)
class Sub(G[str]):
    extra: int
s: Sub = {"v": "x", "extra": 1}
s2: Sub = {"v": 1, "extra": 1}  # E: [typeddict-item]
up: G[str] = s
class Rec(TypedDict):
    children: list[Rec]
    parent: NotRequired[Rec | None]
rec: Rec = {"children": [{"children": []}]}
rec2: Rec = {"children": [{"children": 3}]}  # E: [typeddict-item]
Fun = TypedDict("Fun", {"a b": int, "c": "Fun | None", "d": te.NotRequired[te.ReadOnly[str]]}, total=False)
fun: Fun = {"a b": 1, "c": {"a b": 2}}
fun["d"] = "x"  # E: [typeddict-readonly-mutated]
fun["c"]
Bad = TypedDict("Bad", {"a": 1})  # E: [valid-type]
class A1(TypedDict):
    x: ReadOnly[int]
class A2(A1):
    y: int
class A3(A2):
    x: Required[int]
a3: A3 = {"x": 1, "y": 2}
a3["x"] = 2
print(Req.__required_keys__, Req.__total__, Req.__annotations__)
Req.a  # E: [attr-defined]
isinstance(r, dict)
@overload
def ov(x: Req) -> int: ...
@overload
def ov(x: Opts) -> str: ...
def ov(x: Any) -> Any: ...
assert_type(ov({"a": 1}), int)
assert_type(ov({"b": "x"}), str)
