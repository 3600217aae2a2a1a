# Packages, relative imports, circular imports, failures, sys.modules.
import sys

import support.pkg
print(support.pkg.renamed, support.pkg.alpha.value, support.pkg.__doc__)
print(sorted(n for n in sys.modules if n.startswith("support")))
from support.pkg import *
print(gamma.__name__, renamed)
import support.pkg.sub.deep as deep
print(deep.seen)
try:
    deep.too_far()
except ImportError as e:
    print(type(e).__name__, e)
print(support.pkg.__path__ == [support.pkg.__file__.rpartition("/")[0]], support.pkg.__package__, deep.__package__)

import support.spaced.inside
print(support.spaced.inside.where, hasattr(support.spaced, "__file__"), len(list(support.spaced.__path__)))

for name in ("support.nothing", "nothing_at_all", "nothing.inside", "support.public.deeper"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(type(e).__name__, e, e.name)
try:
    from support.pkg import missing
except ImportError as e:
    print(type(e).__name__, str(e).replace(support.pkg.__file__, "FILE"), e.name, e.path == support.pkg.__file__)
try:
    import support.circle_a
except ImportError as e:
    print(str(e).rpartition(" (")[0])
print("support.circle_a" in sys.modules, "support.circle_b" in sys.modules, hasattr(support, "circle_a"))
import support.circle_ok
print(support.circle_ok.f())
import support.partial
for _ in range(2):
    try:
        import support.fails
    except ValueError as e:
        print("ValueError", e, "support.fails" in sys.modules)
try:
    import support.broken
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.filename.rpartition("/")[2], e.lineno, e.offset)

import support.lazy as lazy
print(lazy.known, lazy.computed, dir(lazy))
from support.lazy import computed
try:
    lazy.other
except AttributeError as e:
    print(e)
try:
    from support.lazy import absent
except ImportError as e:
    print(str(e).rpartition(" (")[0])

space = {}
exec("from support.public import *", space)
print(sorted(n for n in space if n != "__builtins__"))
from support import replaced
print(replaced.value, type(sys.modules["support.replaced"]).__name__)

sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
sys.modules["made"] = type(sys)("made", "doc of made")
import made
made.x = 1
print(made.x, made.__doc__, made.__name__, repr(made))
try:
    made.y
except AttributeError as e:
    print(e, e.name, e.obj is made)
del made.x
try:
    del made.x
except AttributeError as e:
    print(type(e).__name__)
try:
    from . import something
except ImportError as e:
    print(e)
try:
    exec("from . import x", {})
except KeyError as e:
    print("KeyError", e)
except ImportError as e:
    print("ImportError", e)
import os.path as p, math as m
print(p.basename("/a/b"), m.__name__, repr(m)[:12])
print(repr(sys), type(m), __name__, __package__, __spec__ is None)


def local_import():
    import math
    from math import floor as f
    return f(math.pi)


print(local_import())
print(__import__("support.pkg").__name__, __import__("support.pkg", fromlist=["alpha"]).__name__)
print(__import__("alpha", {"__package__": "support.pkg"}, None, ["value"], 1).value)
