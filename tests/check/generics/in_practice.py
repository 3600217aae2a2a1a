# Generic functions and classes in use: Self, bounds, decorators, descriptors, the library.
from typing import *
from typing import Generic, TypeVar, Protocol
from typing_extensions import TypeVar as TV
import typing as t
import collections
import collections.abc
import functools
import contextlib
import abc
T = TypeVar("T"); P = ParamSpec("P"); R = TypeVar("R")
class ParentA:
    @property
    def prop1(self) -> Self: return self
class ChildA(ParentA): ...
assert_type(ParentA().prop1, ParentA)
assert_type(ChildA().prop1, ChildA)
class ParentB:
    a: list[Self]
    @classmethod
    def method1(cls) -> Self: return cls()
class ChildB(ParentB):
    b: int = 0
    def method2(self) -> None:
        assert_type(self, Self)
        assert_type(self.a, list[Self])
        assert_type(self.a[0], Self)
        assert_type(self.method1(), Self)
    @classmethod
    def method3(cls) -> None:
        assert_type(cls, type[Self])
        assert_type(cls.a, list[Self])
        assert_type(cls.a[0], Self)
        assert_type(cls.method1(), Self)
# historical positional-only
def hf1(__x: int, __y__: int = 0) -> None: ...
hf1(3, __y__=1)
hf1(__x=3)  # E: [call-arg]
def hf2(x: int, __y: int) -> None: ...  # E: [misc]
def hf3(x: int, *args: int, __y: int) -> None: ...
hf3(3, __y=3)
class HA:
    def m1(self, __x: int, __y__: int = 0) -> None: ...
    def m2(self, x: int, __y: int) -> None: ...  # E: [misc]
HA().m1(3)
HA().m1(__x=3)  # E: [call-arg]
def hf4(x: int, /, __y: int) -> None: ...
hf4(3, __y=4)
# bounds
ST = TypeVar("ST", bound=Sized)
def longer(x: ST, y: ST) -> ST:
    if len(x) > len(y): return x
    return y
assert_type(longer([1], [1, 2]), list[int])
assert_type(longer({1}, {2}), set[int])
longer(3, 3)  # E: [type-var]
BT = TypeVar("BT", bound="FwdC")
class FwdC: ...
def fb(x: BT) -> BT: ...
fb(3)  # E: [type-var]
UT = TypeVar("UT", bound=int | str)
def fu(x: UT) -> UT:
    if isinstance(x, int):
        return x
    return x
assert_type(fu(3), int)
# unions with None, variance of tuple etc
def opt(x: T | None) -> T: ...
def useopt(a: int | None, b: list[int] | None, c: None):
    assert_type(opt(a), int)
    assert_type(opt(b), list[int])
    opt(c)
def dflt(d: dict[str, T], k: str, default: R) -> T | R: ...
assert_type(dflt({"a": 1}, "a", None), int | None)
def nested(x: list[list[T]]) -> T: ...
assert_type(nested([[1]]), int)
nested([1])  # E: [arg-type]
def pair(x: tuple[T, R]) -> tuple[R, T]: return x[1], x[0]
assert_type(pair((1, "a")), tuple[str, int])
def clsT(c: type[T], *a: Any) -> T: return c(*a)
assert_type(clsT(int), int)
def it(x: Iterable[tuple[T, R]]) -> dict[T, R]: return dict(x)
assert_type(it([(1, "a")]), dict[int, str])
assert_type(it({"a": 1}.items()), dict[str, int])
def comp(f: Callable[[T], R], g: Callable[[R], P.args]) -> None: ...  # E: [valid-type]
def compose(f: Callable[[T], R], g: Callable[[R], UT]) -> Callable[[T], UT]:
    return lambda x: g(f(x))
assert_type(compose(lambda x: str(x), len)(3), int)
assert_type(compose(str, len), Callable[[object], int])
@contextlib.contextmanager
def cm(x: T) -> Iterator[list[T]]: yield [x]
with cm(3) as v: assert_type(v, list[int])
@functools.wraps(cm)
def wrapped(*a: Any, **k: Any) -> Any: ...
@functools.lru_cache(maxsize=None)
def cached(x: int) -> str: return ""
assert_type(cached(3), str)
@functools.cache
def cached2(x: int) -> str: return ""
cached2(3).upper()
class Desc(Generic[T]):
    def __init__(self, f: Callable[[Any], T]) -> None: ...
    @overload
    def __get__(self, o: None, t: type) -> Self: ...
    @overload
    def __get__(self, o: object, t: type) -> T: ...
    def __get__(self, o: Any, t: Any) -> Any: ...
class HasDesc:
    @Desc
    def x(self) -> int: ...
assert_type(HasDesc().x, int)
assert_type(HasDesc.x, Desc[int])
assert_type(functools.reduce(lambda a, b: a + b, [1, 2], 0), int)
assert_type(sorted([3, 1], key=lambda x: -x), list[int])
assert_type(max([1, 2], key=lambda x: x), int)
assert_type(list(zip([1], ["a"])), list[tuple[int, str]])
assert_type(dict(zip(["a"], [1])), dict[str, int])
assert_type({k: v for k, v in {"a": 1}.items()}, dict[str, int])
assert_type([*range(3)], list[int])
assert_type(sum([1.0, 2.0]), float | int)
assert_type(list(map(str, [1])), list[str])
assert_type(list(filter(None, [1, None])), list[int])
assert_type(next(iter([1]), None), int | None)
assert_type(list(enumerate(["a"])), list[tuple[int, str]])
assert_type(collections.defaultdict(list), collections.defaultdict[Any, list[Any]])
dd: collections.defaultdict[str, list[int]] = collections.defaultdict(list)
dd["a"].append("x")  # E: [arg-type]
oo: t.OrderedDict[str, int] = collections.OrderedDict()
cc: t.Counter[str] = collections.Counter("abc")
assert_type(collections.Counter("abc"), collections.Counter[str])
dq: t.Deque[int] = collections.deque([1])
cm2: t.ChainMap[str, int] = collections.ChainMap({"a": 1})
aa: t.Type[int] = bool
bb: t.Dict[str, t.List[t.Tuple[int, ...]]] = {"a": [(1, 2)]}
ee: t.FrozenSet[int] = frozenset([1])
ff: t.Text = ""
gg: t.Pattern[str]; hh: t.Match[str]
ii: t.ContextManager[int]; jj: t.AsyncContextManager[int]
kk: t.AbstractSet[int] = {1}
ll: t.ByteString
mm: t.Hashable = 3
vv: t.IO[str]; ww: t.TextIO; xx: t.BinaryIO
yy: t.NoReturn; zz: t.AnyStr  # E: [valid-type]
class NewM(metaclass=abc.ABCMeta): ...
def kwd(*, a: T, b: T) -> list[T]: ...
assert_type(kwd(a=1, b=2), list[int])
def vargs(*a: T, **k: R) -> tuple[T, R]: ...
assert_type(vargs(1, x=""), tuple[int, str])
def gen_m(self: T) -> T: return self
class AttachedMethod:
    m = gen_m
assert_type(AttachedMethod().m(), AttachedMethod)
def func_with_default(x: T = 3) -> T: ...  # E: [assignment]
DT = TV("DT", default=int)
def func_with_d2(x: list[DT] = []) -> DT: ...
assert_type(func_with_d2(), int)
def abstract_t(c: type[abc.ABC]) -> None: ...
abstract_t(int)  # E: [arg-type]
