from typing import Any
from dbm.dumb import _Database

error: tuple[type[Exception], type[OSError]]

def open(file: Any, flag: str = "r", mode: int = 0o666) -> _Database: ...
def whichdb(filename: Any) -> str | None: ...
