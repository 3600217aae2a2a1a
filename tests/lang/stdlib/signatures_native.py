# python3.12
"""Signatures of what CPython has in C, and of re's functions."""
import bisect
import inspect
import itertools
import operator
import re

for owner in (itertools, operator, re, bisect):
    for name in owner.__all__ if hasattr(owner, "__all__") else sorted(vars(owner)):
        found = getattr(owner, name)
        if callable(found) and name[0] != "_" and not isinstance(found, type(re.A)) and (owner is not re or name.islower() and name != "template"):
            try:
                print(name, inspect.signature(found))
            except ValueError:
                print(name, "has none")
