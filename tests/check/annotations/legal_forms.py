# Where type expressions may stand, and what is none (specification, "Type annotations").
from typing import *
from typing import Any, Callable, Literal, Union, Optional, ClassVar, Final, TypeVar, Generic, Annotated, Protocol
import types
import typing
import collections.abc
from abc import abstractmethod

T = TypeVar("T")
class C: ...
var1 = 3
fn = lambda: int
def g1(
    a: int, b: str | None, c: "list[int]", d: Any, e: None, f: Callable[[int], str], g: types.ModuleType, h: typing.Union[int, str],
    i: collections.abc.Sequence[int], j: type, k: type[Any], l: tuple[()], m: Literal[1, 2], n: "int | str", o: list["C"], p: 'None',
) -> None: ...

def g2(
    p1: eval("".join(map(chr, [105, 110, 116]))),  # E: [valid-type]
    p2: [int, str],  # E: [valid-type]
    p3: (int, str),  # E: [valid-type]
    p4: [int for i in range(1)],  # E: [valid-type]
    p5: {},  # E: [valid-type]
    p6: (lambda: int)(),  # E: [valid-type]
    p7: [int][0],  # E: [valid-type]
    p8: int if 1 < 3 else str,  # E: [valid-type]
    p9: var1,  # E: [valid-type]
    p10: True,  # E: [valid-type]
    p11: 1,  # E: [valid-type]
    p12: -1,  # E: [valid-type]
    p13: int or str,  # E: [valid-type]
    p14: f"int",  # E: [valid-type]
    p15: types,  # E: [valid-type]
    p16: 3.5,  # E: [valid-type]
    p17: b"int",  # E: [valid-type]
    p18: C(),  # E: [valid-type]
    p19: fn,  # E: [valid-type]
    p20: ...,  # E: [valid-type]
    p21: int and str,  # E: [valid-type]
    p22: not int,  # E: [valid-type]
    p23: int < str,  # E: [valid-type]
    p24: (int), 
    p25: "int" "eger",  # E: [name-defined]
    p26: list[1],  # E: [valid-type]
    p27: dict[int],  # E: [type-arg]
    p28: int[str],  # E: [type-arg]
    p29: list[int, str],  # E: [type-arg]
    p30: [int],  # E: [valid-type]
    p31: C.x,  # E: [name-defined]
    p34: {int},  # E: [valid-type]
    p35: {int: str},  # E: [valid-type]
    p36: (x := int),  # E: [valid-type]
    p37: 1j,  # E: [valid-type]
    p38: int + str,  # E: [valid-type]
    p39: print,  # E: [valid-type]
    p40: undefined_thing,  # E: [name-defined]
): ...

class D:
    def int(self) -> None: ...
    x: "int" = 3
    def m(self) -> "D": return self

class E2(C):
    def f(self, x: E2) -> None: ...  # E: [used-before-def]
    def g(self, x: "E2", y: "list[E2]", z: "E2 | None") -> E2: ...  # E: [used-before-def]

v: "int["  # E: [valid-type]
v2: "x = 3"  # E: [valid-type]
v3: ""  # E: [valid-type]
v4: " int"
v5: """
  int |
  str |
  list[Any]
"""
v6: """int |
  str"""
v7: r"int"
v8: u"int"
v9: "(int)"
w1: int | "str"  # E: [operator]
w2: "C" | None  # E: [operator]
w3: "C" | int  # E: [operator]
w4: list[int] | "C"
w5: list["int | str"]
w6: Optional["F"]
w7: type["F"]
class F: ...
w8: list["F"] | None
def ff(x: "F" | None): ...  # E: [operator]
w9: "G" | None  # E: [operator]
w10: Union["G", None]
class G: ...
