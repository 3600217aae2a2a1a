# Literal types.
from typing import Final, Literal

mode: Literal["r", "w"] = "r"
bad: Literal["r", "w"] = "x"  # E: [assignment]
N: Final = 3
three: Literal[3] = N
n = 3
one: Literal[1, 2] = 1


def open_it(m: Literal["r", "w"]) -> None: ...


open_it("r")
open_it("q")  # E: Argument 1 to "open_it" has incompatible type "Literal['q']"; expected "Literal['r', 'w']"  [arg-type]


def f(s: str) -> None:
    open_it(s)  # E: [arg-type]


flag: Literal[True] = True
wrong: Literal[True] = False  # E: [assignment]
items: list[Literal["a", "b"]] = ["a", "b"]
items.append("c")  # E: [arg-type]
