# typhon-only: guards hold annotations where values come in unchecked
import json
from typing import Any, Optional, List


def any_value(text: str) -> Any:
    return json.loads(text)


class Whole(int):
    def __sub__(self, other: Any) -> Any: return "a text"


class Text(str):
    pass


class Flag:
    def __repr__(self): return "Flag()"
    def __eq__(self, other: object) -> bool:
        return NotImplemented if not isinstance(other, Flag) else any_value("1")

    def __bool__(self) -> bool:
        return any_value("true")


VALUES: list[Any] = [1, True, 1 << 80, 1.5, 0.0, 1e300, 2j, "s", b"b", bytearray(b"x"), [1], {1: 2}, (1,), {1}, frozenset({1}), None, Whole(3), Text("t"), Flag, NotImplemented, ...]


# one parameter, two, many; each with a result of the same type
def one_int(a: int) -> int: return a
def one_float(a: float) -> float: return a
def one_complex(a: complex) -> complex: return a
def one_str(a: str) -> str: return a
def one_bytes(a: bytes) -> bytes: return a
def one_bytearray(a: bytearray) -> bytearray: return a
def one_bool(a: bool) -> bool: return a
def one_list(a: list[int]) -> List[int]: return a
def one_dict(a: dict[int, int]) -> dict[int, int]: return a
def one_tuple(a: tuple[int, ...]) -> tuple[int, ...]: return a
def one_set(a: set[int]) -> set[int]: return a
def one_frozenset(a: frozenset[int]) -> frozenset[int]: return a
def one_none(a: None) -> None: return a
def one_of(a: int | str | None) -> Optional[float | list[int]]: return any_value("{}") if a is None else 1.0
def one_default(a: int = None) -> object: return a  # type: ignore[assignment]
def only_result(a: Any) -> int: return a
def float_or_int(a: int | float) -> int | float: return a
def sets(a: set[int] | frozenset[int]) -> set[int] | frozenset[int]: return a


def two(a: int, b: int) -> int: return a + b
def middle(a: Any, b: str, c: Any, d: list[int], /, e: Any = None, *rest: int, f: float = 1, **more: int) -> tuple[Any, ...]:
    return a, b, d, f, rest, more


class Point:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def moved(self, x: float, y: float, name: str = "") -> "Point":
        return Point(self.x + x, self.y + y)

    @staticmethod
    def made(x: int, y: int) -> "Point": return Point(x, y)

    @property
    def name(self) -> str: return any_value("[]")


def show(function: Any, *args: Any, **keywords: Any) -> None:
    try:
        result = function(*args, **keywords)
        print(function.__name__, args, keywords, "->", type(result).__name__)
    except TypeError as error:
        print(function.__name__, "|", error)


for each in (one_int, one_float, one_complex, one_str, one_bytes, one_bytearray, one_bool, one_list, one_dict, one_tuple, one_set, one_frozenset, one_none, one_of, one_default, only_result,
             float_or_int, sets):
    for value in VALUES: show(each, value)
for a in VALUES:
    show(two, a, 1)
    show(two, 1, a)
    show(middle, a, a, a, a)
    show(middle, a, "", a, [], a, a, a, f=a, g=a)
    show(Point, a, 1.5)
    show(Point, 1, a)
    show(Point(1, 2).moved, 1, a)
    show(Point.made, a, a)
    show(Point(1, 2).moved, a, 1, name=a)
show(lambda: Point(1, 2).name)


# what is returned needs no guard, or does although it looks as if it did not
def texts(n: int) -> str:
    if n == 0: return f"{n}{n}"
    if n == 1: return f"{any_value('[]')}"
    if n == 2: return "x" if n else any_value("1")
    return any_value("3") if n == 3 else "y"


def truths(a: Any, b: Any) -> bool:
    if a is b: return a is b
    if a in (1, 2): return a not in (3,)
    if a == 4: return not a
    return a == b


def less(a: int) -> int: return a - 1
def returns(n: int) -> None:
    if n == 1: return None
    if n == 2: return any_value("2")
    if n == 3: return


def cleaned(n: int) -> int:
    try:
        with open("/dev/null"): return any_value('"in with"') if n else 1
    except TypeError as error:
        print("inside:", error)
        return 2
    finally:
        print("cleaned")


def loops(items: list[Any]) -> int:
    for item in items:
        if item: return item
    return 0


class Odd:
    def __repr__(self): return "Odd()"
    def __eq__(self, other: object) -> Any: return "odd"


class Formatted:
    def __format__(self, spec: str) -> Any: return Text("formatted")


for n in range(5): show(texts, n)
for pair in ((1, 1), (2, 3), (4, 5), (Odd(), 1), (1.5, 1.5)): show(truths, *pair)
show(less, Whole(3))
for n in range(4): show(returns, n)
for n in range(2): show(cleaned, n)
for list_ in ([], [0, 5], [0, "text"], [None, [1]]): show(loops, list_)
print(Flag() == Flag() if False else "", Flag() == 1, bool(Flag()))
show(Flag.__eq__, Flag(), Flag())
show(Flag.__eq__, Flag(), 1)


# many times, with other types between
def count(n: int, step: float, name: str) -> float:
    return n if n == 0 else count(n - 1, step, name) + step


print(count(200, 0.5, "x"), count(200, 1, "x"))
for bad in ((1.5, 1.0, ""), (True, True, ""), (True, 1.0, None), (1 << 90, "", "")): show(count, *bad) if bad[0] != 1 << 90 else show(two, *bad[:2])
print(count(20, 0.5, Text("x")))


# cells, generators, coroutines
def outer(n: int, text: str) -> Any:
    def inner(m: int) -> str: return text * (n + m)
    return inner


def numbers(n: int, by: int) -> Any:
    for i in range(n): yield i * by


async def later(n: int, text: str) -> int: return any_value('"late"')

show(outer, "1", "x"), show(outer, 1, 2), show(outer(1, "ab"), 2), show(outer(1, "ab"), "2")
show(numbers, "1", 2), show(numbers, 2, None)
print(list(numbers(3, 2)))
import asyncio
try: print(asyncio.run(later(1, "")))
except TypeError as error: print(error)


# ---- items of items, items of a tuple: each is looked at, where several are one step as well
def corner(grid: list[list[float]], i: int, j: int) -> float: return grid[i][j]
def both(p: tuple[int, int]) -> int:
    a, b = p
    return a + b
def halves(p: tuple[float, float]) -> float:
    a, b = p
    return a + b
some_grid: Any = [[1.5, "a"], ["b", 2.5], "text", (1.5, 2), None]
for i, j in ((0, 0), (0, 1), (1, 0), (1, 1), (2, 1), (3, 1), (4, 0), (0, 0)): show(corner, some_grid, i, j)
some_pairs: Any = [(1, 2), (1, "a"), ("a", 1), (1.5, 2.5), (1, 2.5), (2.5, 1), (None, 1), (1 << 70, 1), (1, 2)]
for some_pair in some_pairs: show(both, some_pair), show(halves, some_pair)
