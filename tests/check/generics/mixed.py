# Generics with everything else: named tuples, TypedDicts, dataclasses, descriptors, metaclasses, decorators, async.
from typing import *
from typing import Generic, TypeVar, NamedTuple, TypedDict, Protocol
from dataclasses import dataclass, field
import functools, contextlib, abc, asyncio, itertools, operator, collections, enum
T = TypeVar("T"); K = TypeVar("K"); V = TypeVar("V"); P = ParamSpec("P"); R = TypeVar("R"); Ts = TypeVarTuple("Ts")
class GNT(NamedTuple, Generic[T]):
    x: T
    y: list[T]
assert_type(GNT(1, [2]), GNT[int])
assert_type(GNT(1, [2]).x, int)
a, b = GNT("a", ["b"])
assert_type(a, str); assert_type(b, list[str])
class GTD(TypedDict, Generic[T]):
    v: T
gt: GTD[int] = {"v": 3}
gt2: GTD[int] = {"v": ""}  # E: [typeddict-item]
assert_type(gt["v"], int)
@dataclass
class GDC(Generic[T]):
    v: T
    l: list[T] = field(default_factory=list)
assert_type(GDC(3), GDC[int])
assert_type(GDC(3).l, list[int])
GDC[int]("")  # E: [arg-type]
@dataclass
class GDS(GDC[str]):
    n: int = 0
GDS("a", ["b"], 3)
GDS(1)  # E: [arg-type]
def deco(n: int) -> Callable[[Callable[P, R]], Callable[P, list[R]]]:
    def outer(f: Callable[P, R]) -> Callable[P, list[R]]:
        @functools.wraps(f)
        def inner(*args: P.args, **kwargs: P.kwargs) -> list[R]:
            return [f(*args, **kwargs) for _ in range(n)]
        return inner
    return outer
@deco(3)
def f1(x: int, y: str = "") -> bool: return True
assert_type(f1(1), list[bool])
f1("x")  # E: [arg-type]
f1(1, y=2)  # E: [arg-type]
class Reg(Generic[P, R]):
    def __init__(self, f: Callable[P, R]) -> None: self.f = f
    def __call__(self, *a: P.args, **k: P.kwargs) -> R: return self.f(*a, **k)
    def other(self) -> "Reg[P, R]": return self
@Reg
def f2(x: int) -> str: return ""
assert_type(f2(3), str)
f2("")  # E: [arg-type]
assert_type(f2.other()(3), str)
class M(Generic[K, V]):
    def get(self, k: K) -> V | None: ...
    @overload
    def get2(self, k: K) -> V | None: ...
    @overload
    def get2(self, k: K, d: V | T) -> V | T: ...
    def get2(self, k: K, d: Any = None) -> Any: ...
m: M[str, int] = M()
assert_type(m.get("a"), int | None)
assert_type(m.get2("a", ""), int | str)
assert_type(m.get2("a", 3), int)
assert_type(m.get2("a", None), int | None)
class Prop(Generic[T]):
    def __init__(self, v: T) -> None: self._v = v
    @property
    def v(self) -> T: return self._v
    @v.setter
    def v(self, x: T) -> None: self._v = x
p = Prop(3)
p.v = 4
p.v = ""  # E: [assignment]
assert_type(p.v, int)
class Ab(abc.ABC, Generic[T]):
    @abc.abstractmethod
    def run(self, x: T) -> T: ...
    @property
    @abc.abstractmethod
    def name(self) -> str: ...
class Im(Ab[int]):
    def run(self, x: int) -> int: return x
    name = "x"
Im()
class Im2(Ab[int]):
    def run(self, x: str) -> int: ...  # E: [override]
Im2()  # E: [abstract]
class Chain:
    def a(self) -> Self: return self
    def b(self, f: Callable[[Self], T]) -> T: return f(self)
class SubChain(Chain):
    z: int = 3
assert_type(SubChain().a().b(lambda s: s.z), int)
@contextlib.contextmanager
def cm(x: T) -> Generator[T, None, None]: yield x
with cm("s") as s1, cm(3) as s2:
    assert_type(s1, str); assert_type(s2, int)
@contextlib.asynccontextmanager
async def acm(x: T) -> AsyncIterator[T]: yield x
async def use_acm() -> None:
    async with acm(3) as v: assert_type(v, int)
class CM(Generic[T]):
    def __init__(self, x: T) -> None: ...
    def __enter__(self) -> T: ...
    def __exit__(self, *a: object) -> None: ...
with CM([1]) as l1: assert_type(l1, list[int])
part = functools.partial(f1, 3)
assert_type(part(), list[bool])
assert_type(list(itertools.chain([1], [2])), list[int])
assert_type(list(itertools.islice(["a"], 2)), list[str])
assert_type([x for x, y in itertools.product([1], ["a"])], list[int])
assert_type({k: list(g) for k, g in itertools.groupby([1, 2], key=lambda x: x % 2 == 0)}, dict[bool, list[int]])
assert_type(list(itertools.accumulate([1, 2])), list[int])
assert_type(functools.reduce(operator.add, [1, 2]), int)
dd = collections.defaultdict[str, list[int]](list)
dd["a"].append(1)
cnt = collections.Counter(["a"])
assert_type(cnt.most_common(1), list[tuple[str, int]])
def rec(x: T, n: int) -> list[T]:
    if n == 0: return [x]
    return rec(x, n - 1) + [x]
def curry(f: Callable[[K, V], R]) -> Callable[[K], Callable[[V], R]]:
    return lambda k: lambda v: f(k, v)
def addi(a: int, b: str) -> float: ...
assert_type(curry(addi)(1)("x"), float)
curry(addi)("x")  # E: [arg-type]
def zipw(f: Callable[[K, V], R], a: Iterable[K], b: Iterable[V]) -> list[R]: ...
assert_type(zipw(lambda a, b: (a, b), [1], ["x"]), list[tuple[int, str]])
def tap(x: T, *fs: Callable[[T], object]) -> T: return x
tap(3, print, str, lambda v: v + 1)
tap(3, lambda v: v.nope)  # E: [attr-defined]
def mk(cls: type[T], **kw: object) -> T: return cls(**kw)
assert_type(mk(Chain), Chain)
class Meta(type):
    reg: dict[str, type]
    def __getitem__(cls: type[T], k: str) -> T: ...
    def __iter__(cls: type[T]) -> Iterator[T]: ...
    def __len__(cls) -> int: ...
class WM(metaclass=Meta): ...
assert_type(WM["a"], WM)
assert_type([x for x in WM], list[WM])
len(WM)
assert_type(WM.reg, dict[str, type])
class InitSub:
    def __init_subclass__(cls, *, tag: str, **kw: object) -> None: ...
class IS1(InitSub, tag="x"): ...
class IS2(InitSub): ...  # E: [call-arg]
class IS3(InitSub, tag=3): ...  # E: [arg-type]
class GA:
    def __getattr__(self, n: str) -> int: ...
    def __setattr__(self, n: str, v: int) -> None: ...
ga = GA()
assert_type(ga.foo, int)
ga.bar = 3
ga.bar = ""  # E: [assignment]
class SN(Generic[T]):
    def __set_name__(self, o: type, n: str) -> None: ...
    @overload
    def __get__(self, o: None, t: Any) -> "SN[T]": ...
    @overload
    def __get__(self, o: object, t: Any) -> T: ...
    def __get__(self, o: Any, t: Any) -> Any: ...
    def __set__(self, o: object, v: T) -> None: ...
class HasSN:
    d = SN[int]()
assert_type(HasSN().d, int)
HasSN().d = 3
HasSN().d = ""  # E: [assignment]
assert_type(HasSN.d, SN[int])
class Op:
    def __add__(self, o: int) -> "Op": ...
    def __radd__(self, o: str) -> str: ...
    def __eq__(self, o: object) -> bool: ...
    def __lt__(self, o: "Op") -> bool: ...
    def __contains__(self, x: int) -> bool: ...
    def __call__(self, *a: int) -> str: ...
    def __getitem__(self, i: int | slice) -> int: ...
    def __bool__(self) -> Literal[True]: ...
    def __matmul__(self, o: "Op") -> float: ...
    def __neg__(self) -> int: ...
    def __iadd__(self, o: int) -> Self: ...
    def __hash__(self) -> int: ...
assert_type(Op() + 3, Op); assert_type("x" + Op(), str)
Op() + "x"  # E: [operator]
3 + Op()  # E: [operator]
Op() < Op(); Op() < 3  # E: [operator]
assert_type(Op() @ Op(), float); assert_type(-Op(), int)
op = Op(); op += 3
op += "x"  # E: [operator]
Op()("x")  # E: [arg-type]
Op()["a"]  # E: [index]
"x" in Op()  # E: [operator]
async def gather() -> None:
    r1, r2 = await asyncio.gather(aint(), astr())
    assert_type(r1, int); assert_type(r2, str)
    t = asyncio.create_task(aint())
    assert_type(await t, int)
    assert_type(await asyncio.wait_for(astr(), 1), str)
async def aint() -> int: return 1
async def astr() -> str: return ""
def varargs(*args: *tuple[int, *tuple[str, ...]], **kw: Unpack["KW"]) -> None:
    assert_type(args, tuple[int, *tuple[str, ...]])
    assert_type(kw["a"], int)
class KW(TypedDict):
    a: int
varargs(1, "a", a=3)
varargs("a", a=3)  # E: [arg-type]
varargs(1)  # E: [call-arg]
x: Callable[Concatenate[int, P], None]  # E: [valid-type]
type Tree[X] = X | list[Tree[X]]
tr: Tree[int] = [1, [2, [3]]]
tr2: Tree[int] = [1, ["a"]]  # E: [list-item]
type Cb[**Q, Z] = Callable[Q, Z]
cb: Cb[[int], str] = lambda x: str(x)
def box[A: (int, str), B = bool](a: A, b: B | None = None) -> tuple[A, B]: ...
assert_type(box(1), tuple[int, bool])
assert_type(box("", 3), tuple[str, int])
box(3.0)  # E: [type-var]
class Stack[E]:
    def __init__(self) -> None: self.items: list[E] = []
    def push(self, e: E) -> None: self.items.append(e)
    def pop(self) -> E: return self.items.pop()
    def map[F](self, f: Callable[[E], F]) -> "Stack[F]": ...
st = Stack[int]()
st.push("")  # E: [arg-type]
assert_type(st.map(str), Stack[str])
assert_type(st.map(lambda v: [v]).pop(), list[int])
