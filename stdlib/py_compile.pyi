import enum
from os import PathLike
from typing import AnyStr

class PyCompileError(Exception):
    exc_type_name: str
    exc_value: BaseException
    file: str
    msg: str
    def __init__(self, exc_type: type[BaseException], exc_value: BaseException, file: str, msg: str = "") -> None: ...

class PycInvalidationMode(enum.Enum):
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3

def compile(
    file: str | PathLike[str], cfile: str | PathLike[str] | None = None, dfile: str | PathLike[str] | None = None, doraise: bool = False, optimize: int = -1,
    invalidation_mode: PycInvalidationMode | None = None, quiet: int = 0
) -> str | None: ...
def main() -> None: ...
