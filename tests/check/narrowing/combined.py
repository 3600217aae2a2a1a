# More of narrowing.
from __future__ import annotations
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Generic, Literal, NewType, Protocol, TypedDict, TypeGuard, TypeIs, TypeVar, Union, assert_never, assert_type, overload, NamedTuple, Never
import types

T = TypeVar("T")
K = TypeVar("K")


def is_instance_of(x: object, cls: type[T]) -> TypeIs[T]: ...
def is_list_of(x: list[Any], t: type[T]) -> TypeGuard[list[T]]: ...
def not_none(x: T | None) -> TypeIs[T]: ...


class G(Generic[T]):
    def check(self, x: object) -> TypeIs[T]: ...


def generic_guards(x: int | str | None, y: list[Any], g: G[int]):
    if is_instance_of(x, int):
        assert_type(x, int)
    else:
        assert_type(x, str | None)
    if is_list_of(y, str):
        assert_type(y, list[str])
    if g.check(x):
        assert_type(x, int)
    else:
        assert_type(x, str | None)


@overload
def og(x: int | str, flag: Literal[True]) -> TypeIs[int]: ...
@overload
def og(x: int | str, flag: Literal[False]) -> TypeIs[str]: ...
def og(x: int | str, flag: bool) -> bool: ...


def overloaded_guards(x: int | str):
    if og(x, True):
        assert_type(x, int)
    else:
        assert_type(x, str)
    if og(x, False):
        assert_type(x, str)


def combos(x: int | str | bytes | None, y: object):
    if isinstance(x, int) or isinstance(x, str):
        assert_type(x, int | str)
    else:
        assert_type(x, bytes | None)
    if isinstance(x, (int, str)) and not isinstance(x, int):
        assert_type(x, str)
    if not (isinstance(x, int) or x is None):
        assert_type(x, str | bytes)
    if isinstance(y, int) and y > 3 or isinstance(y, str) and len(y) > 3:
        assert_type(y, int | str)
    while x is not None and not isinstance(x, int):
        assert_type(x, str | bytes)
        x = None
    assert_type(x, int | None)


class Shape:
    kind: Literal["a", "b"]


@dataclass
class Sq:
    kind: Literal["sq"]
    side: int


@dataclass
class Ci:
    kind: Literal["ci"]
    r: float


@dataclass
class Tr:
    kind: Literal["tr"]


def area(s: Sq | Ci | Tr) -> float:
    if s.kind == "sq":
        return s.side
    elif s.kind == "ci":
        return s.r
    else:
        assert_type(s, Tr)
        return 0


def area2(s: Sq | Ci | Tr) -> float:
    match s:
        case Sq(side=x):
            assert_type(x, int)
            return x
        case Ci(kind, r):
            assert_type(r, float)
            return r
        case Tr():
            return 1
        case _ as never:
            assert_never(never)


def area3(s: Sq | Ci | Tr) -> float:
    match s.kind:
        case "sq":
            assert_type(s, Sq)
            return s.side
        case "ci" | "tr":
            assert_type(s, Ci | Tr)
            return 1


class Msg(TypedDict):
    type: Literal["m"]
    text: str


class Evt(TypedDict):
    type: Literal["e"]
    code: int


def td(m: Msg | Evt):
    if m["type"] == "m":
        m["text"]
    else:
        m["code"]
    match m["type"]:
        case "m":
            assert_type(m, Msg)
        case "e":
            assert_type(m, Evt)
    match m:
        case {"type": "m", "text": t}:
            assert_type(t, str)
        case {"type": "e", "code": c}:
            assert_type(c, int)


class Color(Enum):
    R = 1
    G = 2


def enums(c: Color | None, d: dict[Color, int]):
    if c == Color.R:
        assert_type(c, Literal[Color.R])
    elif c is None:
        assert_type(c, None)
    else:
        assert_type(c, Literal[Color.G])
    match c:
        case Color.R:
            pass
        case Color.G:
            pass
        case None:
            pass
        case _:
            assert_never(c)
    if c in (Color.R, None):
        assert_type(c, Literal[Color.R] | None)
    if c in d:
        pass
    if c:
        assert_type(c, Color)


def bools(b: bool, x: bool | None, y: Literal[True] | str):
    if b is True:
        assert_type(b, Literal[True])
    else:
        assert_type(b, Literal[False])
    if x is None:
        return
    if x == True:
        assert_type(x, Literal[True])
    if not b:
        assert_type(b, Literal[False])
    if y is True:
        assert_type(y, Literal[True])
    else:
        assert_type(y, str)


def comp(xs: list[int | None], ys: list[int | str]):
    assert_type([x for x in xs if x], list[int])
    assert_type([y for y in ys if isinstance(y, int)], list[int])
    assert_type({y: 1 for y in ys if not isinstance(y, int)}, dict[str, int])
    assert_type(list(filter(None, xs)), list[int])
    assert_type(next((x for x in xs if x is not None), 0), int)
    all(x is not None for x in xs)
    z = [y.upper() if isinstance(y, str) else y + 1 for y in ys]
    assert_type(z, list[int | str])


def ternary(x: int | None, y: str | list[str]):
    a = x + 1 if x is not None else 0
    b = [y] if isinstance(y, str) else y
    assert_type(b, list[str])
    c = x if x else None
    assert_type(c, int | None)


def try_flow(x: int | None) -> int:
    try:
        if x is None:
            raise ValueError
    except ValueError:
        x = 3
    assert_type(x, int)
    try:
        pass
    finally:
        assert_type(x, int)
    for i in range(3):
        if x > 2:
            continue
        if x is None:
            break
    else:
        return x
    return x


def nested_fn(x: int | None):
    if x is None:
        return
    def f() -> int:
        return x + 1
    g = lambda: x + 1
    class C:
        y = x + 1
    return [x + i for i in range(3)]


def assign_member(n: Node):
    if n.value is None:
        n.value = 3
    assert_type(n.value, int)
    n = Node()
    assert_type(n.value, int | None)
    if n.next is not None and n.next.value is not None:
        assert_type(n.next.value, int)
    assert n.next
    assert_type(n.next, Node)


class Node:
    value: int | None = None
    next: Node | None = None
    @property
    def prop(self) -> int | None: ...


def props(n: Node):
    if n.prop is not None:
        n.prop + 1


def protocols(x: Iterable[int] | int, y: Mapping[str, int] | Sequence[int], z: Callable[[], int] | str):
    if isinstance(x, int):
        assert_type(x, int)
    else:
        assert_type(x, Iterable[int])
    if isinstance(y, Mapping):
        assert_type(y, Mapping[str, int])
    else:
        assert_type(y, Sequence[int])
    if isinstance(z, str):
        pass
    else:
        assert_type(z(), int)
    if callable(z):
        assert_type(z(), int)


def sequences(x: str | list[str], v: int | list[int] | tuple[int, ...]):
    if isinstance(x, list):
        assert_type(x, list[str])
    if isinstance(v, (list, tuple)):
        assert_type(v, list[int] | tuple[int, ...])
    else:
        assert_type(v, int)
    match v:
        case int():
            pass
        case [a, b, *rest]:
            assert_type(a, int)
        case []:
            pass
        case [a]:
            pass


def any_narrow(x: Any, y: Any | None):
    if isinstance(x, int):
        assert_type(x, int)
    elif isinstance(x, (str, bytes)):
        assert_type(x, str | bytes)
    else:
        assert_type(x, Any)
    if x is None:
        assert_type(x, None)
    if x == "a":
        pass
    if y is not None:
        assert_type(y, Any)
    if not x:
        assert_type(x, Any)


def type_objects(t: type[int] | type[str], c: type[int | str]):
    if issubclass(t, int):
        assert_type(t, type[int])
    else:
        assert_type(t, type[str])
    if t is int:
        assert_type(t, type[int])
    if c == int:
        pass


UserId = NewType("UserId", int)


def newtypes(x: UserId | str):
    if isinstance(x, int):
        assert_type(x, UserId)
    else:
        assert_type(x, str)


def never_return() -> Never:
    raise ValueError


def uses_never(x: int | None) -> int:
    if x is None:
        never_return()
    return x


def uses_never2(x: int | str) -> int:
    if isinstance(x, str):
        never_return()
    assert_type(x, int)
    return x


def unreachable(x: int) -> int:
    if isinstance(x, int):
        return 1
    return "not checked"


def star_except():
    try:
        pass
    except* (ValueError, TypeError) as e:
        assert_type(e, ExceptionGroup[ValueError | TypeError])


def reassign(x: int | str):
    if isinstance(x, str):
        x = len(x)
    assert_type(x, int)
    y = x
    y = str(y)
    assert_type(y, str)
    z: int | str = x
    assert_type(z, int)
    del z
