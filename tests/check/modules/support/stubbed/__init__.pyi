import os
import sys as sys
from typing import List, Any as Any
from ._impl import f, g as g
from . import mod
from .star import *
x: int
_p: int
def fn(a: int = ...) -> str: ...
class K:
    attr: List[int]
    def m(self) -> K: ...
y = ...  # type: str
z: Forward
class Forward: ...
