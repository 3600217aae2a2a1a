# After an unpacking of the wrong length, each target has the type of its element; what is deleted is gone; Any is no news to a declared tuple.
from typing import Annotated, Any, Callable, Final, Literal, NamedTuple, Self, TypedDict, Union, assert_type


class Point(NamedTuple):
    x: int
    y: str


def unpack(p: Point) -> None:
    a, b = p
    a, b, c = p  # E: [misc]
    assert_type(a, int)
    assert_type(b, str)
    (d,) = p  # E: [misc]
    assert_type(d, int)


def delete(a: int, b: str = "") -> None:
    del a
    print(a)  # E: [used-before-def]
    a = 3
    print(a)
    if b:
        del b
    else:
        print(b)
    c = 3
    del c
    print(c)  # E: [used-before-def]


def declared(d: tuple[int, str], e: tuple[Any, ...], f: tuple[int, Any]) -> None:
    d = e
    assert_type(d, tuple[int, str])
    x: tuple[int, ...] = e
    assert_type(x, tuple[int, ...])
    y: tuple[int, str] | None = e
    assert_type(y, tuple[int, str])
    z: tuple[object, int] = f
    assert_type(z, tuple[int, int])


def slices(items: list[int], text: str, pair: tuple[int, str], index: int | None) -> None:
    items["a":]  # E: Slice index must be an integer
    items[:"a"]  # E: [misc]
    items[::""]  # E: [misc]
    items[:2.0]  # E: [misc]
    items["a":] = [1]  # E: [misc]
    del items["a":]  # E: [misc]
    text["a":]  # E: [misc]
    pair["a":]  # E: [misc]
    items[None:None:None]
    items[True:index]
    text[index:]


# Special forms are not called.
Annotated()  # E: [operator]
Literal(3)  # E: [operator]
Callable()  # E: [operator]
Final()  # E: [operator]
Self()  # E: [operator]
Union()  # E: [operator]
TypedDict("TD", {"a": int})(a=3)


class Named:
    def int(self) -> int:  # the name of the method is not there yet
        return 3

    def str(self, a: str) -> str:
        return a

    x: int = 3  # E: [valid-type]


class Finals:
    def __init__(self, flag: bool) -> None:
        self.a: Final[int]  # E: Final name must be initialized [misc]
        self.b: Final[int] = 3
        if flag:
            self.c: Final[str]  # E: [misc]


class Fields(TypedDict):
    a: int
    if len("x") > 0:  # E: Invalid statement in TypedDict definition
        b: int


NamedTuple("Pair", [("a", int)], b=3)  # E: [call-arg]
