# More of what checked libraries do.
import os, re
from itertools import chain
from typing import Any, AnyStr, Callable, Iterable, Iterator, Optional, Union, NoReturn, assert_type, assert_never


def f(x: Iterable[str] | int) -> None:
    if isinstance(x, bytearray):
        assert_never(x)
    if isinstance(x, (str, bytes)):
        assert_type(x, str)


def wrapper(reference: AnyStr) -> Callable[[str], AnyStr]:
    if isinstance(reference, str):
        return lambda x: x
    return lambda x: x.encode()


def bad_wrapper(reference: AnyStr) -> Callable[[str], AnyStr]:
    if isinstance(reference, str):
        return lambda x: x.encode()  # E: [return-value]
    return lambda x: x.encode()


def fail() -> NoReturn:
    raise ValueError


def meth(o: object) -> int:
    method: Callable[[], int] = getattr(o, "x", None)  # E: [assignment]
    if method is None:
        fail()
    return method()


class Slots:
    __slots__ = ("name", "other")

    def __init__(self) -> None:
        for n in self.__slots__:
            object.__setattr__(self, n, 1)

    def m(self) -> int:
        return self.name + self.other

    def bad(self) -> int:
        return self.missing  # E: [attr-defined]


class Base:
    def __init__(self) -> None:
        self._body = None


class Child(Base):
    def __init__(self) -> None:
        self._body: Optional[bytes] = None


def narrow(first_item: bytes) -> None:
    if isinstance(first_item, str):
        assert_never(first_item)
        s = re.compile("a").split
    else:
        s = re.compile(b"a").split
    assert_type(s(first_item), list[bytes | Any])
