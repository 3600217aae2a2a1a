# TypeGuard, TypeIs and what checkers narrow.
from collections.abc import Awaitable, Callable, Iterable, Sequence, Mapping
from enum import Enum
from typing import Any, Final, Generic, Literal, Never, Protocol, Self, TypedDict, TypeGuard, TypeIs, TypeVar, assert_never, assert_type, overload, NotRequired, runtime_checkable
import dataclasses

T = TypeVar("T")


def is_two_element_tuple(val: tuple[T, ...]) -> TypeGuard[tuple[T, T]]:
    return len(val) == 2


OneOrTwoStrs = tuple[str] | tuple[str, str]


def func(names: tuple[str, ...], val: OneOrTwoStrs):
    if is_two_element_tuple(names):
        assert_type(names, tuple[str, str])
    else:
        assert_type(names, tuple[str, ...])
    if not is_two_element_tuple(val):
        assert_type(val, OneOrTwoStrs)
    else:
        assert_type(val, tuple[str, str])
    if is_two_element_tuple(val=val):
        pass


def is_str_list(val: list[object], allow_empty: bool) -> TypeGuard[list[str]]:
    if len(val) == 0:
        return allow_empty
    return all(isinstance(x, str) for x in val)


def is_set_of(val: set[Any], type: type[T]) -> TypeGuard[set[T]]:
    return all(isinstance(x, type) for x in val)


def use(v: list[object], s: set[object], flag: list[object]):
    if is_str_list(v, True):
        assert_type(v, list[str])
    if is_set_of(s, str):
        assert_type(s, set[str])


def bad_guard(x: object) -> TypeGuard[int]:
    return 3  # E: [return-value]


def bad_guard2(x: object) -> TypeIs[int]:
    return "x"  # E: [return-value]


def no_params() -> TypeGuard[int]:  # E: [misc]
    return True


def no_params2() -> TypeIs[int]:  # E: [misc]
    return True


def kw_only(*, x: object) -> TypeIs[int]:  # E: [misc]
    return True


class Guards:
    def tg(self, val: object) -> TypeGuard[int]: ...
    @classmethod
    def tgc(cls, val: object) -> TypeGuard[int]: ...
    @staticmethod
    def tgs(val: object) -> TypeGuard[int]: ...
    def ti(self, val: object) -> TypeIs[int]: ...
    def none(self) -> TypeGuard[int]: ...  # E: [misc]
    @classmethod
    def nonec(cls) -> TypeIs[int]: ...  # E: [misc]
    @staticmethod
    def nones() -> TypeIs[int]: ...  # E: [misc]
    @property
    def prop(self) -> bool: ...


def methods(g: Guards, v: int | str):
    if g.tg(v):
        assert_type(v, int)
    else:
        assert_type(v, int | str)
    if Guards.tgc(v):
        assert_type(v, int)
    if Guards.tgs(v):
        assert_type(v, int)
    if g.ti(v):
        assert_type(v, int)
    else:
        assert_type(v, str)
    if Guards.ti(g, v):
        pass


def is_str(x: object) -> TypeIs[str]:
    return isinstance(x, str)


def is_str_bad(x: int) -> TypeIs[str]:  # E: [narrowed-type-not-subtype]
    ...


def is_list_bad(x: list[object]) -> TypeIs[list[int]]:  # E: [narrowed-type-not-subtype]
    ...


def is_awaitable(x: object) -> TypeIs[Awaitable[Any]]: ...


def type_is(x: str | int, y: Awaitable[int] | int, z: object, w: Any):
    if is_str(x):
        assert_type(x, str)
    else:
        assert_type(x, int)
    if is_awaitable(y):
        y2: Awaitable[int] | int = y
    else:
        assert_type(y, int)
    if is_str(z):
        assert_type(z, str)
    if is_str(w):
        assert_type(w, str)
    r = is_str(z)
    assert_type(r, TypeIs[str])
    b: bool = is_str(z)
    if not is_str(x) or len(x) > 3:
        pass
    while is_str(x):
        assert_type(x, str)
    assert is_str(z)
    assert_type(z, str)
    [q for q in [x] if is_str(q)]


def takes_narrower(x: int | str, narrower: Callable[[object], TypeIs[int]]): ...
def takes_guard(x: int | str, narrower: Callable[[object], TypeGuard[int]]): ...
def takes_bool(narrower: Callable[[object], bool]): ...
def takes_int(narrower: Callable[[object], int]): ...
def takes_str(narrower: Callable[[object], str]): ...


def is_bool(x: object) -> TypeIs[bool]: ...
def is_int_guard(x: object) -> TypeGuard[int]: ...
def is_bool_guard(x: object) -> TypeGuard[bool]: ...
def is_int_is(x: object) -> TypeIs[int]: ...
def plain_bool(x: object) -> bool: ...


takes_narrower(1, is_bool)  # E: [arg-type]
takes_narrower(1, is_int_is)
takes_guard(1, is_int_guard)
takes_guard(1, is_bool_guard)
takes_guard(1, is_int_is)  # E: [arg-type]
takes_narrower(1, is_int_guard)  # E: [arg-type]
takes_narrower(1, plain_bool)  # E: [arg-type]
takes_guard(1, plain_bool)  # E: [arg-type]
takes_bool(is_bool)
takes_bool(is_int_guard)
takes_int(is_int_guard)
takes_str(is_int_guard)  # E: [arg-type]
takes_str(is_bool)  # E: [arg-type]


class GuardProto(Protocol):
    def __call__(self, x: object, /) -> TypeGuard[int]: ...


gp: GuardProto = is_int_guard
gp2: GuardProto = plain_bool  # E: [assignment]


def guard_callable(f: Callable[[object], TypeIs[int]], v: int | str):
    if f(v):
        assert_type(v, int)
    else:
        assert_type(v, str)


# ---- None, truthiness
def none(x: int | None, y: str | None, z: list[int] | None, w: Literal[0, 1, 2] | None, e: Literal["", "a"], o: object):
    if x is None:
        assert_type(x, None)
    else:
        assert_type(x, int)
    if x is not None:
        assert_type(x, int)
    if x == None:
        assert_type(x, None)
    else:
        assert_type(x, int)
    if x != None:
        assert_type(x, int)
    if None is x:
        assert_type(x, None)
    if x:
        assert_type(x, int)
    else:
        assert_type(x, int | None)
    if not z:
        assert_type(z, list[int] | None)
    else:
        assert_type(z, list[int])
    if w:
        assert_type(w, Literal[1, 2])
    else:
        assert_type(w, Literal[0] | None)
    if e:
        assert_type(e, Literal["a"])
    else:
        assert_type(e, Literal[""])
    if x is None and y is None:
        return
    if x is None or y is None:
        return
    assert_type(x, int)
    assert_type(y, str)
    v = x or 3
    if o is None:
        assert_type(o, None)


def short(x: int | None, y: str | None):
    a = x and x + 1
    assert_type(a, int | None)
    b = y or "d"
    assert_type(b, str)
    c = x if x is not None else 0
    assert_type(c, int)
    (x is None) or x + 1
    x is None or (lambda: x + 1)()
    d = [i for i in [x] if i is not None]
    assert_type(d, list[int])
    e = {i: 1 for i in [y] if i}
    assert_type(e, dict[str, int])


# ---- isinstance
class A:
    a: int = 0


class B(A):
    b: int = 0


class C:
    c: int = 0


def isinst(x: A | C, y: object, z: A, u: int | str | bytes, v: type[A] | type[C], w: Any, s: Sequence[int] | int, l: list[int] | dict[str, int], f: float, cx: complex, num: int | float):
    if isinstance(x, A):
        assert_type(x, A)
    else:
        assert_type(x, C)
    if isinstance(z, B):
        assert_type(z, B)
    else:
        assert_type(z, A)
    if isinstance(z, C):
        z.a + z.c
    if isinstance(u, (int, str)):
        assert_type(u, int | str)
    else:
        assert_type(u, bytes)
    if isinstance(u, int | str):
        assert_type(u, int | str)
    if isinstance(y, (int, (str, bytes))):
        assert_type(y, int | str | bytes)
    if isinstance(y, list):
        assert_type(y, list[Any])
    if issubclass(v, A):
        assert_type(v, type[A])
    else:
        assert_type(v, type[C])
    if isinstance(w, str):
        assert_type(w, str)
    else:
        assert_type(w, Any)
    if isinstance(s, Sequence):
        assert_type(s, Sequence[int])
    else:
        assert_type(s, int)
    if isinstance(l, list):
        assert_type(l, list[int])
    else:
        assert_type(l, dict[str, int])
    if isinstance(f, float):
        assert_type(f, float)
    else:
        assert_type(f, int)
    if isinstance(f, int):
        assert_type(f, int)
    else:
        f.hex()
    if type(x) is A:
        assert_type(x, A)
    if type(x) == C:
        assert_type(x, C)
    if isinstance(u, int) and u > 3:
        assert_type(u, int)
    if not isinstance(u, int):
        assert_type(u, str | bytes)
    if isinstance(y, A) and isinstance(y, C):
        y.a + y.c
    if isinstance(x, type(None)):
        assert_type(x, Never)
    if isinstance(y, type):
        pass
    cls = A
    if isinstance(x, cls):
        assert_type(x, A)


def callables(x: int | Callable[[int], str], y: object, z: type[A] | int):
    if callable(x):
        assert_type(x(1), str)
    else:
        assert_type(x, int)
    if callable(y):
        y(1, 2)
    if callable(z):
        assert_type(z, type[A])


def generic_inst(x: T, y: T | None) -> T:
    if isinstance(x, int):
        x + 1
    if y is None:
        return x
    assert_type(y, T)
    return y


# ---- in
def contains(x: Literal["a", "b", "c"], y: str, z: int | None, k: str | int, t: Literal[1, 2] | str):
    if x in ("a", "b"):
        assert_type(x, Literal["a", "b"])
    else:
        assert_type(x, Literal["c"])
    if z in (1, 2):
        assert_type(z, int)
    if z in [1, 2, None]:
        assert_type(z, int | None)
    if x not in ("a",):
        assert_type(x, Literal["b", "c"])
    if k in [1, 2]:
        pass


# ---- discriminated unions
class Circle(TypedDict):
    kind: Literal["circle"]
    radius: float


class Square(TypedDict):
    kind: Literal["square"]
    side: float


class TaggedA:
    tag: Literal["a"] = "a"
    va: int = 0


class TaggedB:
    tag: Literal["b", "c"] = "b"
    vb: str = ""


class WithOpt(TypedDict):
    opt: NotRequired[int]
    req: str


class WithoutOpt(TypedDict):
    other: str


def discriminated(s: Circle | Square, t: TaggedA | TaggedB, w: WithOpt | WithoutOpt, wo: WithOpt):
    if s["kind"] == "circle":
        assert_type(s, Circle)
    else:
        assert_type(s, Square)
    if t.tag == "a":
        assert_type(t, TaggedA)
    else:
        assert_type(t, TaggedB)
    if t.tag in ("b", "c"):
        assert_type(t, TaggedB)
    if "radius" in s:
        assert_type(s, Circle)
    else:
        assert_type(s, Square)
    match s["kind"]:
        case "circle":
            s["radius"]
        case "square":
            s["side"]
    match t:
        case TaggedA():
            t.va
        case TaggedB(vb=v):
            assert_type(v, str)
    match s:
        case {"kind": "circle"}:
            assert_type(s, Circle)
        case _:
            assert_type(s, Square)
    kind = s["kind"]
    if "opt" in wo:
        wo["opt"]
    if not (s["kind"] == "circle"):
        assert_type(s, Square)


class Ok(Generic[T]):
    ok: Literal[True] = True
    value: T


class Err:
    ok: Literal[False] = False
    error: str


def result(r: Ok[int] | Err):
    if r.ok:
        assert_type(r, Ok[int])
    else:
        assert_type(r, Err)
    if r.ok is True:
        assert_type(r, Ok[int])
    if not r.ok:
        assert_type(r, Err)


# ---- members, subscripts
class Node:
    value: int | None
    next: "Node | None"
    items: dict[str, int | None]
    pair: tuple[int | None, str]

    def method(self) -> None:
        if self.value is not None:
            assert_type(self.value, int)
            self.other()
            assert_type(self.value, int)
            self.value = None
            assert_type(self.value, None)
        if self.next and self.next.next:
            assert_type(self.next.next, Node)
            self.next = None
        if self.items["a"] is not None:
            assert_type(self.items["a"], int)
        if self.pair[0] is not None:
            assert_type(self.pair[0], int)
            assert_type(self.pair, tuple[int, str])  # E: [assert-type]

    def other(self) -> None: ...


def subscript(d: dict[str, int | None], l: list[int | None], i: int):
    if d["a"] is not None:
        assert_type(d["a"], int)
        d["a"] = None
        assert_type(d["a"], None)
    if l[0] is not None:
        assert_type(l[0], int)
    if l[-1]:
        assert_type(l[-1], int)


# ---- walrus
def walrus(x: list[int | None], f: Callable[[], str | None]):
    if (y := x[0]) is not None:
        assert_type(y, int)
    if s := f():
        assert_type(s, str)
    while (z := f()) is not None:
        assert_type(z, str)
    assert_type(z, None)
    if (q := f()) and len(q) > 3:
        assert_type(q, str)
    if isinstance(w := f(), str):
        assert_type(w, str)
    [v for u in x if (v := u) is not None]


# ---- aliases of conditions
def aliased(x: int | None, y: int | str):
    ok = x is not None
    if ok:
        assert_type(x, int)
    is_int = isinstance(y, int)
    if is_int:
        assert_type(y, int)
    else:
        assert_type(y, str)


# ---- match
def matches(x: int | str | list[int] | None | dict[str, int] | A | tuple[int, str]):
    match x:
        case None:
            assert_type(x, None)
        case int():
            assert_type(x, int)
        case str() as s:
            assert_type(s, str)
        case [a, b]:
            assert_type(x, list[int] | tuple[int, str])
        case [*rest]:
            assert_type(x, list[int])
        case {"k": v}:
            assert_type(v, int)
        case {**rest2}:
            assert_type(rest2, dict[str, int])
        case A(a=q):
            assert_type(q, int)
        case _:
            assert_never(x)


def match_literals(x: Literal[1, 2, "a"], y: bool, z: int):
    match x:
        case 1 | 2:
            assert_type(x, Literal[1, 2])
        case "a":
            assert_type(x, Literal["a"])
        case _:
            assert_never(x)
    match y:
        case True:
            assert_type(y, Literal[True])
        case False:
            assert_type(y, Literal[False])
        case _:
            assert_never(y)
    match z:
        case 1:
            assert_type(z, Literal[1])
        case n if n > 3:
            assert_type(n, int)
        case _:
            pass


def exhaustive(x: int | str) -> int:
    match x:
        case int():
            return 1
        case str():
            return 2


def not_exhaustive(x: int | str | None) -> int:  # E: [return]
    match x:
        case int():
            return 1
        case str():
            return 2


def guarded(x: int) -> int:  # E: [return]
    match x:
        case int() if x > 3:
            return 1


def exhaustive_if(x: int | str) -> int:
    if isinstance(x, int):
        return 1
    elif isinstance(x, str):
        return 2


def exhaustive_bool(x: bool) -> int:
    if x is True:
        return 1
    elif x is False:
        return 2


def never_assert(x: int | str | None):
    if isinstance(x, int):
        pass
    elif isinstance(x, str):
        pass
    else:
        assert_never(x)  # E: [arg-type]


# ---- loops, try, with
def loops(xs: list[int | None], get: Callable[[], int | None]):
    x = None
    for i in xs:
        if x is None:
            x = i
        else:
            x = x + 1
    assert_type(x, int | None)
    y = get()
    while y is None:
        y = get()
    assert_type(y, int)
    n = None
    while True:
        if n is None:
            n = 1
            continue
        n += 1
        if n > 10:
            break
    assert_type(n, int)
    for k in range(3):
        pass
    else:
        k = ""
    assert_type(k, str)
    while get():
        found = 1
        break
    else:
        found = None
    assert_type(found, int | None)


def tries(f: Callable[[], int]):
    x: int | None = None
    try:
        x = f()
    except ValueError:
        assert_type(x, int | None)
    else:
        assert_type(x, int)
    assert_type(x, int | None)
    try:
        y = f()
    except Exception:
        return
    assert_type(y, int)
    try:
        z = f()
    except Exception:
        z = None
    finally:
        pass
    assert_type(z, int | None)
    try:
        w = ""
    finally:
        w = 1
    assert_type(w, int)


class Suppress:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> bool:
        return True


class NoSuppress:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> None: ...


class MaybeSuppress:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> bool | None: ...


class LiteralSuppress:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> Literal[True]: ...


class LiteralFalse:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> Literal[False]: ...


class AnySuppress:
    def __enter__(self) -> None: ...
    def __exit__(self, exc_type, exc_value, traceback) -> Any: ...


class AsyncSuppress:
    async def __aenter__(self) -> None: ...
    async def __aexit__(self, exc_type, exc_value, traceback) -> bool: ...


def with1(x: int | str) -> None:
    with Suppress():
        x = int(x)
        raise ValueError
    assert_type(x, int | str)


def with2(x: int | str) -> None:
    with LiteralSuppress():
        assert isinstance(x, int)
    assert_type(x, int | str)


def with3(x: int | str) -> None:
    with MaybeSuppress():
        assert isinstance(x, int)
    assert_type(x, int)


def with4() -> int:
    with NoSuppress():
        return 1


def with5() -> int:  # E: [return]
    with Suppress():
        return 1


def with6() -> int:
    with LiteralFalse():
        return 1


def with7() -> int:
    with AnySuppress():
        return 1


async def with8() -> int:  # E: [return]
    async with AsyncSuppress():
        return 1


def with9() -> int:
    with MaybeSuppress():
        raise ValueError


def reraise(x: int | None) -> int:
    try:
        return int(x or 0)
    except ValueError as e:
        raise TypeError from e
    except (KeyError, IndexError) as e2:
        assert_type(e2, KeyError | IndexError)
        raise


# ---- captured variables
def captured(x: int | None, y: int | None):
    if x is None or y is None:
        return
    def inner() -> int:
        return x
    def inner2() -> int:
        return y  # E: [return-value]
    y = None
    f = lambda: x + 1


def assign_narrow():
    x: int | str
    x = 1
    assert_type(x, int)
    x = "a"
    assert_type(x, str)
    y: float | None = 1.0
    assert_type(y, float)
    z: Sequence[int] | None = [1]
    z.index(1)
    for x in [1, 2]:
        assert_type(x, int)


def deleted(d: dict[str, int]):
    x = 1
    del x
    x  # E: [used-before-def]


@runtime_checkable
class HasClose(Protocol):
    def close(self) -> None: ...


def proto(x: object, y: int | HasClose):
    if isinstance(x, HasClose):
        x.close()
    if isinstance(y, HasClose):
        y.close()
    if hasattr(x, "foo"):
        pass

# __exit__ is called with the exception's type, value and traceback.
class ShortExit:
    def __enter__(self) -> int: ...
    def __exit__(self) -> None: ...
class StarExit:
    def __enter__(self) -> int: ...
    def __exit__(self, *args: object) -> None: ...
class AsyncShortExit:
    async def __aenter__(self) -> int: ...
    async def __aexit__(self, kind: object) -> None: ...
with ShortExit(): ...  # E: [call-arg]
with StarExit(): ...
async def short_exits() -> None:
    async with AsyncShortExit(): ...  # E: [call-arg]
def narrow_type(wanted: type[float]) -> None: ...
narrow_type(int)
narrow_type(str)  # E: [arg-type]
