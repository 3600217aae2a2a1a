from typing import Any
from termios import *

IFLAG: int
OFLAG: int
CFLAG: int
LFLAG: int
ISPEED: int
OSPEED: int
CC: int

def cfmakeraw(mode: list[Any]) -> None: ...
def cfmakecbreak(mode: list[Any]) -> None: ...
def setraw(fd: Any, when: int = ...) -> list[Any]: ...
def setcbreak(fd: Any, when: int = ...) -> list[Any]: ...
