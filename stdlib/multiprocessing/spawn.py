"""What packages ask of the start method spawn, which is refused: the program that would be started, and whether this is such a one."""
import os
import sys

__all__ = ["freeze_support", "set_executable", "get_executable", "is_forking"]

WINEXE = WINSERVICE = False
_python_exe = os.fsencode(sys.executable)


def set_executable(exe):
    global _python_exe
    _python_exe = exe if exe is None else os.fsencode(exe)


def get_executable():
    return _python_exe


def is_forking(argv):
    """Whether the command line is one of a child made by spawn."""
    return len(argv) >= 2 and argv[1] == "--multiprocessing-fork"


def freeze_support():
    pass
