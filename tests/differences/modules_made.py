# Modules of the library come out of the program itself; __main__ has a loader only when importlib made one.
import os, sys
print(__loader__ is None, os.__file__.startswith("<typhon>"), type(os.__loader__).__name__, sys.__doc__ is None, repr(os).endswith("(frozen)>"))
