# __match_args__ has the InitVars too.
from dataclasses import InitVar, dataclass, field
from typing import Literal, assert_type


@dataclass
class A:
    x: int
    z: InitVar[int] = 0
    k: int = field(default=1, kw_only=True)
    n: int = field(default=1, init=False)


assert_type(A.__match_args__, tuple[Literal["x"], Literal["z"]])
