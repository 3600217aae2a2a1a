# Which overload a call takes; what common library calls give.
from enum import Enum
from typing import Any, Callable, Literal, TypeVar, assert_type, overload, Protocol, Self
@overload
def e1(x: int) -> int: ...
@overload
def e1(x: str, y: str) -> str: ...
def e1(*a, **k): ...
e1()  # E
e1(1, "")  # E
r = e1(1)
assert_type(r, int)
e1("")  # E
e1(1, y=1)  # E
@overload
def e2(x: int, y: str, z: int) -> str: ...
@overload
def e2(x: int, y: int, z: int) -> int: ...
def e2(*a, **k): ...
def check1(v: int | str) -> None:
    assert_type(e2(1, v, 1), int | str)
def check2(v: int | str) -> None:
    e2(v, v, 1)  # E
class Color(Enum):
    RED = 1
    BLUE = 2
@overload
def e3(x: Literal[Color.RED]) -> Literal[1]: ...
@overload
def e3(x: Literal[Color.BLUE]) -> str: ...
def e3(x): ...
def check3(v: Color) -> None:
    assert_type(e3(v), Literal[1] | str)
@overload
def e4(x: Literal[True]) -> Literal[1]: ...
@overload
def e4(x: Literal[False]) -> Literal[0]: ...
def e4(x): ...
def check4(v: bool) -> None:
    assert_type(e4(v), Literal[0, 1])
@overload
def e5(x: tuple[int, int]) -> int: ...
@overload
def e5(x: tuple[int, str]) -> str: ...
def e5(x): ...
def check5(v: tuple[int, int | str]) -> None:
    assert_type(e5(v), int | str)
@overload
def e6(x: type[int]) -> int: ...
@overload
def e6(x: type[str]) -> str: ...
def e6(x): ...
def check6(v: type[int | str]) -> None:
    assert_type(e6(v), int | str)
@overload
def e7(x: list[int]) -> int: ...
@overload
def e7(x: list[Any]) -> str: ...
def e7(x): ...
@overload
def e8(x: int, /) -> str: ...
@overload
def e8(x: int, y: int = 0, /) -> str: ...
@overload
def e8(x: str, /) -> float: ...
def e8(*a): ...
def check8(v: Any, l: list[Any]) -> None:
    assert_type(e8(v), Any)
    assert_type(e1(v), int)
    assert_type(e7(l), Any)
@overload
def e9(x: int, y: Literal[2], /) -> int: ...  # E
@overload
def e9(*args: int) -> str: ...
def e9(*a): ...
def check9(v: list[int], t: tuple[int, int]) -> None:
    e9(*v)
    assert_type(e9(1, 2), int)
    assert_type(e9(1, 3), str)
class MM:
    @overload
    def __getitem__(self, i: int, /) -> int: ...
    @overload
    def __getitem__(self, s: slice, /) -> bytes: ...
    def __getitem__(self, x, /): return b""
b = MM()
assert_type(b[0], int)
assert_type(b[0:1], bytes)
b[""]  # E
T1 = TypeVar("T1")
T2 = TypeVar("T2")
S = TypeVar("S")
@overload
def map2(func: Callable[[T1], S], i1: list[T1]) -> list[S]: ...
@overload
def map2(func: Callable[[T1, T2], S], i1: list[T1], i2: list[T2]) -> list[S]: ...
def map2(func, i1, i2=None): return []
assert_type(map2(lambda x: str(x), [1]), list[str])
assert_type(map2(lambda x, y: (x, y), [1], [""]), list[tuple[int, str]])
d: dict[str, int] = {}
assert_type(d.get("a"), int | None)
assert_type(d.get("a", 0), int)
assert_type(d.get("a", ""), int | str)
assert_type(d.pop("a", None), int | None)
assert_type(sum([1, 2]), int)
assert_type(max(1, 2), int)
assert_type(max([1], default=None), int | None)
assert_type(sorted([3, 1]), list[int])
assert_type(dict([("a", 1)]), dict[str, int])
assert_type(list(range(3)), list[int])
assert_type(open("f").read(), str)
assert_type(open("f", "rb").read(), bytes)
assert_type({1: 2} | {3: 4}, dict[int, int])
assert_type(" ".join(["a"]), str)
assert_type("a".split(), list[str])
assert_type(abs(-1), int)
assert_type(round(1.5), int)
assert_type(round(1.5, 1), float)
assert_type(divmod(1, 2), tuple[int, int])
assert_type(pow(2, 3), int)
assert_type(2 ** 3, int)
assert_type([1, 2][0:1], list[int])
assert_type(list(enumerate(["a"])), list[tuple[int, str]])
assert_type(list(filter(None, [1, None])), list[int])
assert_type(list(reversed([1])), list[int])
assert_type(set([1]) | {""}, set[int | str])
assert_type(getattr(1, "a"), Any)
assert_type(isinstance(1, int), bool)
assert_type(min("a", "b", key=len), str)
assert_type(next(iter([1])), int)
assert_type(next(iter([1]), None), int | None)
assert_type(any(x for x in [1]), bool)
assert_type(tuple([1]), tuple[int, ...])
assert_type(frozenset([1]), frozenset[int])
assert_type(dict.fromkeys(["a"], 1), dict[str, int])
assert_type({k: v for k, v in zip("a", [1])}, dict[str, int])
assert_type(b"a" + b"b", bytes)
assert_type(print("a"), None)
assert_type(input(), str)
assert_type(f"{1}", str)
assert_type(1 if d else "", int | str)
assert_type([*range(3), "a"], list[int | str])
