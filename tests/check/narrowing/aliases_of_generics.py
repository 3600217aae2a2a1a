# Aliases as classes of isinstance: those written with type arguments can't be.
from typing import List, TypeVar, Union, TypeAlias, Generic, Optional
T = TypeVar("T")
A = list[T]
B = list[int]
C = List
D = list
E = Union[int, str]
F: TypeAlias = dict[str, int]
G: TypeAlias = "dict[str, int]"
H = list | None
class K(Generic[T]): ...
L = K
M = K[int]
def f(x: object) -> None:
    isinstance(x, A)  # E:
    isinstance(x, B)  # E:
    isinstance(x, C)
    isinstance(x, D)
    isinstance(x, E)
    isinstance(x, F)  # E:
    isinstance(x, G)  # E:
    isinstance(x, H)
    isinstance(x, L)
    isinstance(x, M)  # E:
    isinstance(x, (int, M))  # E:
    isinstance(x, list[int] | None)  # E:
    isinstance(x, B | None)  # E:
