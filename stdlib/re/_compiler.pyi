from re import Pattern, _parser as _parser
from re._constants import *
from re._parser import SubPattern
from typing import Any

def isstring(obj: object) -> bool: ...
def compile(p: str | bytes | SubPattern, flags: int = 0) -> Pattern[Any]: ...
