# Inference: expected types, returns, containers, generators, coroutines, comprehensions, operators.
from __future__ import annotations
import asyncio
import contextlib
from collections import defaultdict, deque, Counter, OrderedDict, ChainMap
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterable, Iterator, Mapping, Sequence, MutableSequence
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypedDict, TypeVar, assert_type, overload
import functools, itertools, operator, re, os, sys, json

T = TypeVar("T")
K = TypeVar("K")


# ---- expected types
v1: list[float] = [1, 2, 3]
v2: dict[str, list[int | None]] = {"a": [1, None], "b": []}
v3: set[object] = {1, "a"}
v4: tuple[float, list[object]] = (1, [1, "a"])
v5: Callable[[int], float] = lambda x: x * 2
v6: list[Callable[[str], int]] = [lambda s: len(s), len]
v7: dict[str, Callable[[int, int], int]] = {"add": lambda a, b: a + b}
v8: list[Literal["a", "b"]] = ["a", "b"]
v9: Sequence[float] = [1] + [2]
v10: list[float] = [x for x in range(3)]
v11: dict[str, float] = {str(i): i for i in range(3)}
v12: list[float] = [1] if v1 else [2]
v13: list[float] = list([1, 2])
v14: Iterable[float] = (x for x in [1])
v15: list[int] | None = []
v16: list[list[float]] = [[1], [2.5]]
v17: defaultdict[str, list[int]] = defaultdict(list)
v18: list[int] = ["a"]  # E: [list-item]
v19: dict[str, int] = {"a": "b"}  # E: [dict-item]
v20: set[int] = {"a"}  # E: [arg-type]
v21: list[float] = [1] * 3
v22: Mapping[str, object] = {"a": 1, "b": [1]}
v23: tuple[int, ...] = ()
v24: list[int] = [*range(3), *[1, 2]]
v25: dict[str, int] = {**{"a": 1}, "b": 2}
v26: Callable[[], list[float]] = lambda: [1]
v27: list[type[Exception]] = [ValueError, KeyError]
v28: Callable[[int], float] = lambda x: x.foo  # E: [attr-defined]
v29: Callable[[int], str] = lambda x: x  # E: [assignment]
v30: list[tuple[str, float]] = [("a", 1), ("b", 2)]
v31: deque[float] = deque([1, 2])
v32: Counter[str] = Counter("abc")
v33: dict[str, dict[str, int]] = {}
v33["x"] = {}
v34: object = [1, "a"]
v35: dict[int, str] = dict([(1, "a")])
v36: dict[str, int] = dict(a=1)
v37: list[str] = sorted({"a": 1})
v38: int = max([1, 2], key=lambda q: -q)
v39: list[int] = list(map(lambda q: q + 1, [1, 2]))
v40: list[str] = list(filter(None, ["a", ""]))
v41: dict[str, int] = dict(zip(["a"], [1]))


def takes(a: list[float], b: dict[str, list[float]] | None = None, *, key: Callable[[int], str] = str) -> list[float]:
    return [1]


takes([1], {"a": [1]}, key=lambda i: str(i + 1))
takes([1], key=lambda i: i)  # E: [arg-type]
takes(["a"])  # E: [arg-type]


def returns_list(flag: bool) -> list[float]:
    if flag:
        return []
    return [1, 2]


def identity(x: T) -> T:
    return x


def first(xs: Sequence[T], default: K) -> T | K:
    return xs[0] if xs else default


assert_type(identity(3), int)
assert_type(identity([1]), list[int])
w1: list[float] = identity([1])
assert_type(first([1], None), int | None)
assert_type(first(["a"], 1), str | int)


# ---- returns of functions without annotations
def no_annotation(x):
    return 1


def inferred_union(flag: bool):
    if flag:
        return 1
    return "a"


def inferred_none():
    pass


def inferred_gen():
    yield 1


def inferred_optional(flag: bool):
    if flag:
        return [1]


def inferred_never():
    raise ValueError


async def inferred_async(x: int):
    return x


assert_type(inferred_union(True), int | str)
assert_type(inferred_none(), None)
assert_type(next(inferred_gen()), int)
assert_type(inferred_optional(True), list[int] | None)


class Attr:
    cls_attr = 3
    items = [1, 2]
    mapping = {"a": 1}

    def __init__(self, a: int, b=3, *args: str, **kwargs: float):
        self.a = a
        self.pair = (a, "x")
        self.names: list[str] = []
        self.opt = None
        self.kwargs = kwargs
        self.args = args
        self.later = []

    def set(self, x: int) -> None:
        self.opt = x
        self.later.append(x)

    @property
    def double(self):
        return self.a * 2

    @functools.cached_property
    def cached(self) -> list[int]:
        return [1]

    @staticmethod
    def st(x: int) -> str: ...

    @classmethod
    def cm(cls) -> Self: ...


at = Attr(1)
assert_type(at.cls_attr, int)
assert_type(at.items, list[int])
assert_type(at.a, int)
assert_type(at.pair, tuple[int, str])
assert_type(at.opt, int | None)
assert_type(at.double, int)
assert_type(at.cached, list[int])
assert_type(at.st(1), str)
assert_type(at.cm(), Attr)
assert_type(at.kwargs, dict[str, float])
assert_type(at.args, tuple[str, ...])


# ---- empty containers
def empties(n: int):
    xs = []
    for i in range(n):
        xs.append(i)
    d = {}
    d["a"] = 1
    s = set()
    s.add("x")
    e = []
    e.extend([1, 2])
    total: int = sum(xs)
    return xs


# ---- generators, coroutines
def gen() -> Generator[int, str, bool]:
    x = yield 1
    assert_type(x, str)
    yield "a"  # E: [misc]
    return True


def gen2() -> Iterator[int]:
    r = yield from gen()
    assert_type(r, bool)
    yield from [1, 2]
    yield from ["a"]  # E: [misc]


def gen3() -> Iterable[int]:
    yield 1


def gen4() -> int:  # E: [misc]
    yield 1


def gen5() -> Generator[int]:
    yield 1


async def agen() -> AsyncIterator[int]:
    yield 1


async def agen2() -> AsyncGenerator[int, None]:
    async for x in agen():
        yield x


async def coro(x: int) -> str:
    await asyncio.sleep(1)
    return ""


async def use() -> None:
    a = await coro(1)
    assert_type(a, str)
    b = coro(1)
    assert_type(b, Coroutine[Any, Any, str])
    async for i in agen():
        assert_type(i, int)
    c = [i async for i in agen()]
    assert_type(c, list[int])
    d = [await coro(i) for i in range(3)]
    assert_type(d, list[str])
    e, f = await asyncio.gather(coro(1), inferred_async(2))
    assert_type(e, str)
    assert_type(f, int)
    for j in agen():  # E: [attr-defined]
        pass
    async for k in [1]:  # E: [attr-defined]
        pass
    await 3  # E: [misc]
    assert_type(await inferred_async(3), int)
    g: Awaitable[str] = coro(1)
    g2: Awaitable[int] = coro(1)  # E: [assignment]
    await asyncio.wait_for(coro(1), 1)
    t = asyncio.create_task(coro(1))
    assert_type(await t, str)


def caller(f: Callable[[int], Awaitable[str]]) -> None: ...


caller(coro)
caller(lambda x: coro(x))


@contextlib.contextmanager
def manager(x: int) -> Iterator[str]:
    yield "a"


@contextlib.asynccontextmanager
async def amanager() -> AsyncIterator[int]:
    yield 1


with manager(1) as m, open("f") as fh:
    assert_type(m, str)
    fh.read()
with manager("x") as m2:  # E: [arg-type]
    pass


async def use2():
    async with amanager() as am:
        assert_type(am, int)


# ---- comprehensions
def comps(xs: list[int], pairs: dict[str, int], nested: list[list[int]]):
    assert_type([x * 2 for x in xs], list[int])
    assert_type({x: str(x) for x in xs}, dict[int, str])
    assert_type({x for x in xs}, set[int])
    assert_type([(k, v) for k, v in pairs.items()], list[tuple[str, int]])
    assert_type([y for x in nested for y in x if y > 1], list[int])
    assert_type(list(x for x in xs), list[int])
    assert_type(sum(x for x in xs), int)
    assert_type([x if x else None for x in xs], list[int | None])
    assert_type(dict((k, v) for k, v in pairs.items()), dict[str, int])
    assert_type(any(x > 1 for x in xs), bool)
    assert_type(max(xs), int)
    assert_type(max(xs, default=None), int | None)
    assert_type(sorted(xs, key=lambda q: -q), list[int])
    assert_type(list(enumerate(xs)), list[tuple[int, int]])
    assert_type(list(zip(xs, pairs)), list[tuple[int, str]])
    assert_type(list(reversed(xs)), list[int])
    assert_type(list(map(str, xs)), list[str])
    assert_type([*xs, "a"], list[int | str])
    assert_type({**pairs, "x": 1.5}, dict[str, int | float])
    assert_type(xs[0], int)
    assert_type(xs[1:], list[int])
    assert_type(pairs.get("a"), int | None)
    assert_type(pairs.get("a", 0), int)
    assert_type(pairs.setdefault("a", 1), int)
    assert_type(pairs.pop("a"), int)
    assert_type(list(pairs), list[str])
    assert_type(isinstance(xs, list), bool)
    assert_type(divmod(5, 2), tuple[int, int])
    assert_type(abs(-3), int)
    assert_type(round(2.5), int)
    assert_type(round(2.5, 1), float)
    assert_type(pow(2, 3), int)
    assert_type(len(xs), int)
    assert_type(input(), str)
    assert_type(next(iter(xs)), int)
    assert_type(next(iter(xs), None), int | None)
    assert_type(getattr(xs, "foo", None), Any | None)
    assert_type(functools.reduce(lambda a, b: a + b, xs), int)
    assert_type(functools.reduce(lambda a, b: a + str(b), xs, ""), str)
    assert_type(list(itertools.chain(xs, xs)), list[int])
    assert_type(os.environ.get("x"), str | None)
    assert_type(re.match("a", "b"), re.Match[str] | None)
    assert_type("a".split(), list[str])
    assert_type("a,b".partition(","), tuple[str, str, str])
    assert_type(b"a".decode(), str)
    assert_type(" ".join(["a"]), str)
    assert_type("a" in "abc", bool)
    assert_type(functools.partial(int, base=2)("1"), int)


# ---- operators
class Vec:
    def __add__(self, o: Vec) -> Vec: ...
    def __mul__(self, o: float) -> Vec: ...
    def __rmul__(self, o: float) -> Vec: ...
    def __eq__(self, o: object) -> bool: ...
    def __lt__(self, o: Vec) -> bool: ...
    def __neg__(self) -> Vec: ...
    def __getitem__(self, i: int) -> float: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[float]: ...
    def __contains__(self, x: float) -> bool: ...
    def __call__(self, x: int) -> str: ...
    def __bool__(self) -> bool: ...
    def __iadd__(self, o: int) -> Self: ...
    def __matmul__(self, o: Vec) -> float: ...


def ops(v: Vec, i: int, f: float, s: str, b: bytes, o: int | None):
    assert_type(v + v, Vec)
    assert_type(v * 2, Vec)
    assert_type(2 * v, Vec)
    assert_type(v @ v, float)
    assert_type(-v, Vec)
    assert_type(v[0], float)
    assert_type(v(1), str)
    assert_type(v < v, bool)
    assert_type(v > v, bool)
    v + 1  # E: [operator]
    1 + v  # E: [operator]
    v["a"]  # E: [index]
    v("a")  # E: [arg-type]
    v += 1
    v += "a"  # E: [operator]
    v -= 1  # E: [operator]
    ~v  # E: [operator]
    v < 1  # E: [operator]
    "a" in v  # E: [operator]
    assert_type(i + f, float)
    assert_type(i / i, float)
    assert_type(i // i, int)
    assert_type(f ** 2, float)
    assert_type(i ** 2, int)
    assert_type(s % i, str)
    assert_type(s * 3, str)
    assert_type([i] * 3, list[int])
    assert_type(i & 1, int)
    assert_type(True + 1, int)
    assert_type(not v, bool)
    assert_type(i and s, int | str)
    assert_type(i or s, int | str)
    assert_type(i < f < i, bool)
    o + 1  # E: [operator]
    s + 1  # E: [operator]
    s + b  # E: [operator]
    i < s  # E: [operator]
    x, *y = v
    assert_type(x, float)
    assert_type(y, list[float])
    for q in v:
        assert_type(q, float)
    for z in i:  # E: [attr-defined]
        pass
    len(i)  # E: [arg-type]
    i()  # E: [operator]
    i[0]  # E: [index]
    i.foo  # E: [attr-defined]
    with i:  # E: [attr-defined]
        pass


def unpack(t: tuple[int, str], l: list[int], d: dict[str, int], n: tuple[int, tuple[str, float]]):
    a, b = t
    assert_type(b, str)
    c, (e, f) = n
    assert_type(f, float)
    g, h = l
    (i, j), k = t, 1
    first_, *mid, last = l
    assert_type(mid, list[int])
    [p, q] = t
    for x, y in d.items():
        assert_type(y, int)
    for idx, (aa, bb) in enumerate([t]):
        assert_type(bb, str)
    u = v = 3
    assert_type(u, int)
    a, b = b, a
    print(*l, sep="")
    print(**d)  # E: [call-overload]


def star_call(a: int, b: str, *c: float, k: int = 0, **kw: str) -> None: ...


star_call(*(1, "a"))
star_call(*(1, 2))  # E: [arg-type]
star_call(1, "a", 1.0, 2, k=3, z="a")
star_call(1, "a", z=1)  # E: [arg-type]
star_call(1, "a", k="x")  # E: [arg-type]
star_call(1, "a", **{"z": "x"})  # E: [arg-type]


# ---- conditional expressions, walrus, lambdas
def conds(x: int | None, ys: list[int]):
    a = x if x is not None else "none"
    assert_type(a, int | str)
    b: list[float] = ys if False else [1.5]
    c = (n := 10) + n
    assert_type(n, int)
    f = lambda q, r=1: r
    assert_type(f(1), int)
    g = (lambda: 3)()
    assert_type(g, int)
    h = [lambda: 1, lambda: 2]
    assert_type(h[0](), int)


# ---- except
def exc() -> None:
    try:
        pass
    except (ValueError, TypeError) as e:
        assert_type(e, ValueError | TypeError)
    except OSError as e2:
        assert_type(e2, OSError)
        e2.errno
    try:
        pass
    except* ValueError as eg:
        assert_type(eg, ExceptionGroup[ValueError])
    e  # E: [used-before-def]
    try:
        pass
    except int:  # E: [misc]
        pass
    raise 3  # E: [misc]
    
def exc2() -> None:
    raise ValueError from 3  # E: [misc]


def exc3():
    raise ValueError
    print(1 + "a")


class Ctx:
    def __enter__(self) -> Self:
        return self
    def __exit__(self, *args: object) -> None: ...


with Ctx() as ctx:
    assert_type(ctx, Ctx)
with Ctx() as (a1, b1):  # E: [attr-defined]
    pass
with (Ctx() as c1, Ctx() as c2):
    pass


def dele(d: dict[str, int], l: list[int]):
    del d["a"]
    del l[0]
    del l[1:2]
    del d[0]  # E: [arg-type]
    x = 1
    del x
    print(x)  # E: [used-before-def]


glob = [1, 2]


def use_glob() -> None:
    global glob
    glob = [3]
    glob = "x"


def nonl(x: int) -> None:
    count = 0
    def inner() -> None:
        nonlocal count
        count += 1
        count = 3
    inner()


def causes(e: Exception | None, c: type[Exception]) -> None:
    if e:
        raise ValueError from e
    if c:
        raise ValueError from c
    raise ValueError from None


def maybe_cause(e: BaseException | None, n: int | None) -> None:
    if e:
        raise ValueError from e
    raise ValueError from n  # E: [misc]
