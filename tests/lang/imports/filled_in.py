# Names that functions and other modules give: what nobody declares, annotated code may use.
from functools import partial
from typing import Any, Optional, Protocol, TypeVar
from support import left_open

def set_up() -> None:
    global settings, loads, Local
    settings = {"a": 1}
    from json import loads
    class Local:
        x = 3

def use() -> int:
    return settings["a"] + loads("2") + Local.x

left_open.connection = {"name": "x"}
left_open.count = "many"

def connected(key: str) -> str:
    return left_open.connection[key] + left_open.count

class Symbol:
    def __new__(cls, name):
        return Flag(len(name))
class Flag(int): ...
def flags(x: int) -> int:
    return Symbol("abc") | x

class Ordered(Protocol):
    def __lt__(self, other: Any) -> bool: ...
O = TypeVar("O", bound=Ordered)
def smallest(xs: list[O]) -> O:
    best = xs[0]
    for x in xs:
        if x < best: best = x
    return best

def only(x: tuple[str, ...]) -> Optional[str]:
    if len(x) == 0:
        return None
    elif len(x) > 1:
        raise ValueError(len(x))
    else:
        return x[0]

power = partial(pow, exp=2)
set_up()
print(use(), connected("name"), flags(4), smallest([3, 1, 2]), smallest(["b", "a"]), only(()), only(("x",)), power(5))
