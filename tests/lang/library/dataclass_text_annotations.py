# Annotations as text that name aliases of ClassVar and InitVar, and slots that cannot be known.
from __future__ import annotations

import dataclasses
import typing
import typing as t
from dataclasses import InitVar, dataclass
from typing import ClassVar

A = typing.ClassVar[int]
B = typing.ClassVar
I = InitVar[int]
J = dataclasses.InitVar


class Box:
    A = typing.ClassVar


@dataclass
class C:
    L = typing.ClassVar
    a: A = 0
    b: B = 0
    local: L = 0
    d: t.ClassVar[int] = 0
    e: Box.A = 0
    f: ClassVar = 0
    i: I = 0
    j: J = 0  # type: ignore
    x: "ClassVar[int]" = 1
    z: int = 0

    def __post_init__(self, i, j):
        print("post init", i, j)


print([f.name for f in dataclasses.fields(C)], [(n, f._field_type.name) for n, f in C.__dataclass_fields__.items()])
print(C(1, 2, 3, 4, 5, 6))


class Read:
    __slots__ = iter(["a"])


try:
    @dataclass(slots=True)
    class D(Read):
        b: int
except TypeError as error:
    print(error)


class Known:
    __slots__ = {"a": "a dict"}


@dataclass(slots=True)
class E(Known):
    a: int
    b: int


print(E.__slots__)
