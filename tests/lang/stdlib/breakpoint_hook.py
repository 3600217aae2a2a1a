# breakpoint() calls sys.breakpointhook, which calls what $PYTHONBREAKPOINT names; input() without its streams; OrderedDict.pop of subclasses.
import os, sys, warnings
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(1, 2, k=3))
os.environ["PYTHONBREAKPOINT"] = "builtins.print"
breakpoint("called", "with", sep="-")
os.environ["PYTHONBREAKPOINT"] = "print"
breakpoint("called again")
for wrong in ("nope.nothing", "os.nothing", "nothing"):
    os.environ["PYTHONBREAKPOINT"] = wrong
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(breakpoint())
    print([(w.category.__name__, str(w.message)) for w in seen])
sys.breakpointhook = lambda *args, **kwargs: (args, kwargs)
print(breakpoint(1, a=2))
sys.breakpointhook = sys.__breakpointhook__
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint())
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
import io
saved = sys.stdin
for stream in (None, io.StringIO("typed\n")):
    sys.stdin = stream
    try:
        print(input("? "))
    except RuntimeError as e:
        print(e)
del sys.stdin
try:
    input()
except RuntimeError as e:
    print(e)
sys.stdin = saved

from collections import OrderedDict


class Watched(OrderedDict):
    def __missing__(self, key):
        return "missing"

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


w = Watched(a=1, b=2, c=3)
for act in (lambda: w.pop("a"), lambda: w.pop("zz"), lambda: w.pop("zz", 5), lambda: w.popitem(), lambda: w.pop("zz", default=3), lambda: w["zz"]):
    try:
        print(act())
    except KeyError as e:
        print(repr(e))
