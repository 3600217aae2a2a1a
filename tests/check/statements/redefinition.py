# Defs and classes of one name in one block.
from functools import singledispatch
from typing import overload


def twice() -> None: ...
def twice() -> None: ...  # E: Name "twice" already defined on line 6  [no-redef]


class Twice: ...
class Twice: ...  # E: Name "Twice" already defined on line 10  [no-redef]


if twice:
    def perhaps() -> None: ...
else:
    def perhaps() -> None: ...


@overload
def of(x: int) -> int: ...
@overload
def of(x: str) -> str: ...
def of(x: int | str) -> int | str:
    return x


class C:
    @property
    def x(self) -> int:
        return 1

    @x.setter
    def x(self, value: int) -> None: ...

    def m(self) -> None: ...
    def m(self) -> None: ...  # E: [no-redef]


@singledispatch
def show(x: object) -> None: ...
@show.register
def _(x: int) -> None: ...
@show.register
def _(x: str) -> None: ...
