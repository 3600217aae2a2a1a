# Self in a method of an enum: what a comparison with a member shows.
from enum import Enum
from typing import Self


class Color(Enum):
    RED = 1
    BLUE = 2

    def same(self) -> Self:
        if self is Color.RED:
            return self
        if self == Color.BLUE:
            return self
        return self
