# Generic, overloaded and wide functions given as arguments: the other arguments say what they are about.
from typing import *
from collections.abc import Callable, Iterable, Iterator, Sequence, Mapping, Awaitable
import functools, itertools, operator, contextlib, asyncio
A = TypeVar("A"); B = TypeVar("B"); C = TypeVar("C"); K = TypeVar("K"); V = TypeVar("V"); P = ParamSpec("P"); R = TypeVar("R")
N = TypeVar("N", int, float)
def ap(f: Callable[[A], B], x: A) -> B: ...
def ap2(f: Callable[[A, B], C], x: A, y: B) -> C: ...
def comp(f: Callable[[A], B], g: Callable[[B], C]) -> Callable[[A], C]: ...
def mp(f: Callable[[A], B], xs: Iterable[A]) -> list[B]: ...
def flt(f: Callable[[A], bool], xs: Iterable[A]) -> list[A]: ...
def fold(f: Callable[[B, A], B], z: B, xs: Iterable[A]) -> B: ...
def ident(x: A) -> A: ...
def const(x: A) -> Callable[[Any], A]: ...
def head(x: Sequence[A]) -> A: ...
def wrap(x: A) -> list[A]: ...
def pair(x: A, y: B) -> tuple[A, B]: ...
def swap(p: tuple[A, B]) -> tuple[B, A]: ...
def thunk(f: Callable[[], A]) -> A: ...
def deco(f: Callable[P, R]) -> Callable[P, list[R]]: ...
def opt(x: A | None, d: A) -> A: ...
def vals(d: Mapping[K, V]) -> list[V]: ...
def add(x: N, y: N) -> N: ...
assert_type(ap(len, "a"), int)
assert_type(ap(str, 1), str)
assert_type(ap(int, "1"), int)
assert_type(ap(list, "ab"), list[str])
assert_type(ap(set, [1]), set[int])
assert_type(ap(tuple, [1]), tuple[int, ...])
assert_type(ap(sorted, [1]), list[int])
assert_type(ap(enumerate, ["a"]), enumerate[str])
assert_type(ap(sum, [1]), int)
assert_type(ap(max, [1]), int)
assert_type(ap(iter, [1]), Iterator[int])
assert_type(ap(next, iter([1])), int)
assert_type(ap(abs, -1), int)
assert_type(ap(ident, 1), int)
assert_type(ap(wrap, 1), list[int])
assert_type(ap(head, [1]), int)
assert_type(ap(head, "a"), str)
assert_type(ap(swap, (1, "")), tuple[str, int])
assert_type(ap(vals, {"a": 1}), list[int])
assert_type(ap2(pair, 1, ""), tuple[int, str])
assert_type(ap2(add, 1, 2), int)
assert_type(ap2(max, 1, 2), int)
assert_type(ap2(divmod, 1, 2), tuple[int, int])
assert_type(ap2(isinstance, 1, int), bool)
assert_type(comp(len, str)("a"), str)
assert_type(comp(str, len)(1), int)
assert_type(comp(wrap, head)(1), int)
assert_type(comp(ident, wrap)(1), list[int])
assert_type(comp(wrap, wrap)(""), list[list[str]])
assert_type(comp(head, len)([["a"]]), int)
assert_type(comp(sorted, head)([1]), int)
assert_type(comp(lambda x: x, str)(1), str)
assert_type(mp(str, [1]), list[str])
assert_type(mp(wrap, [1]), list[list[int]])
assert_type(mp(lambda x: (x, x), [1]), list[tuple[int, int]])
assert_type(mp(len, ["a"]), list[int])
assert_type(mp(head, [[1]]), list[int])
assert_type(mp(str.upper, ["a"]), list[str])
assert_type(mp(str.split, ["a"]), list[list[str]])
assert_type(mp(operator.attrgetter("x"), [1]), list[Any])
assert_type(mp(dict, [[("a", 1)]]), list[dict[str, int]])
assert_type(mp(functools.partial(pair, 1), ["a"]), list[tuple[int, str]])
assert_type(flt(bool, [1]), list[int])
assert_type(flt(lambda x: x > 1, [1]), list[int])
assert_type(flt(str.isdigit, ["a"]), list[str])
assert_type(fold(operator.add, 0, [1]), int)
assert_type(fold(lambda a, x: a + x, 0, [1]), int)
assert_type(fold(lambda a, x: a + [x], list[int](), [1]), list[int])
assert_type(fold(lambda a, x: {**a, x: len(x)}, dict[str, int](), ["a"]), dict[str, int])
assert_type(fold(max, 0, [1]), int)
assert_type(thunk(lambda: 1), int)
assert_type(thunk(list), list[Any])
assert_type(thunk(dict), dict[Any, Any])
assert_type(thunk(int), int)
assert_type(thunk(lambda: {"a": [1]}), dict[str, list[int]])
assert_type(thunk(functools.partial(wrap, 1)), list[int])
assert_type(deco(ident)(1), list[int])
assert_type(deco(pair)(1, ""), list[tuple[int, str]])
assert_type(deco(wrap)(1), list[list[int]])
assert_type(deco(len)("a"), list[int])
assert_type(deco(deco(ident))(1), list[list[int]])
assert_type(opt(None, 1), int)
assert_type(opt(1, 2), int)
assert_type(opt(None, []), list[Any])
assert_type(opt({"a": 1}.get("a"), 0), int)
x1: list[int] = opt(None, [])
x2: dict[str, list[int]] = ident({})
x3: list[float] = wrap(1)
x4: list[int | None] = wrap(1)
x5: list[str] = wrap(1)  # E
x6: tuple[float, str | None] = pair(1, "")
x7: Callable[[int], int] = ident
x8: Callable[[int], str] = ident  # E
x9: Callable[[int], list[int]] = wrap
x10: Callable[[int], list[str]] = wrap  # E
x11: Callable[[list[int]], int] = head
x12: Callable[[str], str] = comp(ident, ident)
x13: Callable[[int], list[int]] = comp(ident, wrap)
x14: Iterable[int] = map(int, ["1"])
x15: dict[str, Callable[[int], int]] = {"a": ident, "b": lambda v: v + 1, "c": abs}
x16: list[Callable[[int], str]] = [str, lambda v: "", ident]  # E
x17: Sequence[Sequence[float]] = [[1], (2.0,)]
x18: dict[str, dict[str, float]] = {"a": {"b": 1}}
x19: set[float] = {1, 2.0}
x20: list[tuple[str, float]] = [("a", 1)]
x21: tuple[list[float], ...] = ([1], [2.0])
x22: list[list[float]] = [[1] for _ in range(3)]
x23: dict[str, list[float]] = {k: [1] for k in "ab"}
x24: list[float] = [1] * 3
x25: list[float] = [1] + [2.0]
x26: list[float] = sorted([1, 2])
x27: list[float] = list((1, 2))
x28: dict[str, float] = dict(a=1)
x29: dict[str, float] = dict([("a", 1)])
x30: Iterator[float] = (i for i in [1])
x31: list[Literal["a", "b"]] = ["a"]
x33: Literal["a", "b"] = "a" if x1 else "b"
x34: frozenset[float] = frozenset([1])
x35: tuple[Literal[1], ...] = (1, 1)
x36: list[float] = [*[1], 2.0]
def ret1() -> list[float]: return [1]
def ret2(c: bool) -> dict[str, float | None]: return {"a": 1} if c else {"b": None}
def ret3() -> tuple[list[float], dict[str, object]]: return [1], {"a": 1}
def ret4() -> Callable[[int], list[float]]: return lambda x: [x]
def ret5() -> Callable[[int], Callable[[str], tuple[int, str]]]: return lambda a: lambda b: (a, b)
def ret6() -> Iterator[list[float]]: yield [1]
async def ret7() -> list[float]: return [1]
def kw(*, xs: list[float] = [1], f: Callable[[int], float] = lambda v: v) -> None: ...
kw(xs=[1], f=abs)
kw(f=lambda v: v * 2.0)
kw(f=lambda v: "")  # E
assert_type(list(map(lambda kv: kv[1], {"a": 1}.items())), list[int])
assert_type(dict(map(lambda s: (s, len(s)), ["a"])), dict[str, int])
assert_type([f(1) for f in (ident, wrap)], list[int | list[int]])
assert_type(list(itertools.chain(*[[1], [2]])), list[int])
assert_type(max([("a", 1)], key=operator.itemgetter(1)), tuple[str, int])
assert_type(sorted({"b": 1}.items(), key=lambda t: t[1])[0][0], str)


# One variable, several functions.
def through(x: A, *fs: Callable[[A], A]) -> A: ...
def through_two(x: A, f: Callable[[A], A], g: Callable[[A], A]) -> A: ...
def negated(x: int) -> int: ...
assert_type(through(1, lambda v: v + 1, abs), int)
assert_type(through(1, abs, lambda v: v + 1), int)
assert_type(through_two(1, abs, negated), int)
assert_type(through_two(1, negated, abs), int)
assert_type(through_two(1, abs, abs), int)
through_two("", lambda v: v + "", abs)  # E: [arg-type]
def is_sized(x: Sized) -> bool: ...
def of_floats(x: list[float]) -> int: ...
assert_type(flt(is_sized, ["a"]), list[str])
assert_type(ap(of_floats, [1]), int)


# functools.partial of a generic function.
def same(x: A, y: A, *, k: B) -> dict[A, B]: ...
class Made(Generic[A]):
    def __init__(self, x: A, y: int) -> None: ...
    def m(self, x: B) -> tuple[A, B]: ...
part = functools.partial(pair, 1)
assert_type(part(""), tuple[int, str])
part()  # E: [call-arg]
part(1, 2)  # E: [call-arg]
assert_type(functools.partial(wrap, 1)(), list[int])
assert_type(functools.partial(same, 1)(2, k=""), dict[int, str])
assert_type(functools.partial(same, k=1)("a", "b"), dict[str, int])
p1: Callable[[str], tuple[int, str]] = functools.partial(pair, 1)
p2: Callable[[str], tuple[str, str]] = functools.partial(pair, 1)  # E: [assignment]
functools.partial(pair, 1, 2, 3)  # E: [call-arg]
functools.partial(pair, z=1)  # E: [call-arg]
p3: functools.partial[tuple[int, str]] = functools.partial(pair, 1, "")
assert_type(functools.partial(Made, "a")(1), Made[str])
assert_type(functools.partial(Made[int](1, 2).m, "")(), tuple[int, str])
