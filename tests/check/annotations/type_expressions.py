# What is a type expression and what is not (specification, "Type annotations").
import types
from typing import Any, Callable, ClassVar, Final, Generic, Literal, NoReturn, Optional, Protocol, Tuple, Type, TypeVar, Union

T = TypeVar("T")
variable = 3
flags = {"a": int}

def function() -> None: ...

# ---- legal
a1: int | None
a2: Optional[int]
a3: Union[int, str]
a4: "int | str"
a5: list["int"]
a6: "list[int]"
a7: Callable[[int], str]
a8: Callable[..., str]
a9: Tuple[int, ...]
a10: tuple[()]
a11: tuple[int, str]
a12: Type[int]
a13: type[int]
a14: None
a15: types.ModuleType
a16: Literal["a", 1, True, None]
a17: """
    int |
    str
"""
a18: type
a19: Any
a20: Callable
a21: tuple
a22: """list[
    int]"""

# ---- illegal
b1: eval("int")  # E: [valid-type]
b2: [int, str]  # E: [valid-type]
b3: (int, str)  # E: [valid-type]
b4: [int for i in range(1)]  # E: [valid-type]
b5: {}  # E: [valid-type]
b6: (lambda: int)()  # E: [valid-type]
b7: [int][0]  # E: [valid-type]
b8: int if 1 < 3 else str  # E: [valid-type]
b9: variable  # E: [valid-type]
b10: True  # E: [valid-type]
b11: 1  # E: [valid-type]
b12: -1  # E: [valid-type]
b13: int or str  # E: [valid-type]
b14: f"int"  # E: [valid-type]
b15: types  # E: [valid-type]
b16: function  # E: [valid-type]
b17: 3.5  # E: [valid-type]
b18: b"int"  # E: [valid-type]
b19: ...  # E: [valid-type]
b20: int & str  # E: [valid-type]
b21: flags["a"]  # E: [valid-type]
b22: not int  # E: [valid-type]
b23: int < str  # E: [valid-type]
b24: {int}  # E: [valid-type]
b25: {int: str}  # E: [valid-type]
b26: "[int, str]"  # E: [valid-type]
b27: "1"  # E: [valid-type]
b28: "variable"  # E: [valid-type]
b29: "def"  # E: [valid-type]
b30: Undefined  # E: [name-defined]
b31: "Undefined"  # E: [name-defined]
b32: types.Undefined  # E: [name-defined]

# ---- forms without or with the wrong arguments
c1: Optional  # E: [valid-type]
c2: Union  # E: [valid-type]
c3: Literal  # E: [valid-type]
c4: Generic  # E: [valid-type]
c5: Protocol  # E: [valid-type]
c6: Generic[T]  # E: [valid-type]
c7: Optional[int, str]  # E: [valid-type]
c8: Callable[int]  # E: [valid-type]
c9: Callable[[int]]  # E: [valid-type]
c10: Callable[int, str]  # E: [valid-type]
c11: Callable[[int], str, str]  # E: [valid-type]
c12: Callable[[int], [str]]  # E: [valid-type]
c13: Type[int, str]  # E
c14: type[int, str]  # E
c15: list[int, str]  # E: [type-arg]
c16: int[str]  # E: [type-arg]
c17: dict[int]  # E: [type-arg]
c18: NoReturn[int]  # E
c19: list[...]  # E
c20: tuple[..., int]  # E
c21: tuple[int, ..., str]  # E
c22: tuple[int, int, ...]  # E
c23: tuple[...]  # E
c24: list[3]  # E
c25: Any[int]  # E
c26: list[[int]]  # E

def parameters(
    p1: int = 3,
    p2: variable = 3,  # E: [valid-type]
    *args: [int],  # E: [valid-type]
    **kwargs: 3,  # E: [valid-type]
) -> (int, str):  # E: [valid-type]
    raise Exception
