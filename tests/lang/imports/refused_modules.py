# typhon-only
# Modules of CPython's library that are not part of Typhon are refused by name; optional imports fall back as usual.
import importlib
import sys

for name in ("nntplib", "curses", "ctypes", "tkinter", "telnetlib", "lib2to3", "no_such_module_at_all", "curses.panel", "_ctypes"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(type(error).__name__, error.name, error, sep=" | ")
    except BaseException as error:
        print("other", type(error))
try:
    import ctypes  # type: ignore
except ModuleNotFoundError as error:
    print(error)
try:
    import tkinter.ttk as ttk  # type: ignore
except ImportError:
    ttk = None
print(ttk)
try:
    from nntplib import NNTP  # type: ignore
except ImportError as error:
    print(error.msg)
print("nntplib" in sys.modules, importlib.util.find_spec("nntplib") if hasattr(importlib, "util") else None)
sys.meta_path.append(type("Finder", (), {"find_spec": staticmethod(lambda name, path, target=None: None)})())
try:
    import curses  # type: ignore
except ImportError as error:
    print(error)
