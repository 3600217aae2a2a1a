# The import system (chapter 5): packages, submodules, relative imports, sys.modules, __getattr__, circular imports, errors.
import os, sys, tempfile
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
def put(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f: f.write(text)
def attempt(f, *args):
    try: return f(*args)
    except BaseException as e: return f"{type(e).__name__}: {e}".replace(folder, "FOLDER")
def run(code, space=None):
    space = {"__name__": "scratch"} if space is None else space
    try: exec(code, space); return {k: v for k, v in space.items() if not k.startswith("__")}
    except BaseException as e: return (f"{type(e).__name__}: {e}" + (f" name={e.name} path={e.path}" if isinstance(e, ImportError) else "")).replace(folder, "FOLDER")
put("pkg/__init__.py", "print('init', __name__, __package__, __path__ == [__path__[0]], __file__.endswith('__init__.py'))\nvalue = 1\n")
put("pkg/a.py", "print('a', __name__, __package__, hasattr(__import__('sys').modules[__name__], '__path__'))\nfrom . import b\nfrom .b import name as renamed\nfrom .sub import deep\nfrom .. import nothing_above if False else None\n".replace("from .. import nothing_above if False else None\n", ""))
put("pkg/b.py", "print('b')\nname = 'b name'\n__all__ = ['name', '_private']\n_private = 5\nhidden = 6\n")
put("pkg/sub/__init__.py", "print('sub')\nfrom ..b import name\nfrom ... import x\n".replace("from ... import x\n", ""))
put("pkg/sub/deep.py", "print('deep', __package__)\nfrom .. import a as circular\nfrom ...pkg import value\n".replace("from ...pkg import value\n", "from ..  import value\n"))
import pkg.a
print(pkg.a.b.name, pkg.a.renamed, pkg.sub.deep.value, sorted(k for k in sys.modules if k.startswith("pkg")), hasattr(pkg, "b"))
import pkg.sub.deep as d
from pkg import sub, a as aa, b
from pkg.b import *
print(d.__name__, sub.name, aa is pkg.a, name, _private, attempt(lambda: hidden))
print(run("import pkg.missing"), run("from pkg import missing"), run("from pkg.b import missing"), run("import missing_top"), run("import missing_top.sub"), run("import pkg.b.c"), run("from pkg.b.c import x"), run("import pkg.a as q")["q"] is pkg.a)
print(run("from . import x"), run("from .x import y"), run("from .. import x", {"__name__": "pkg.a", "__package__": "pkg"}), run("from .b import name", {"__name__": "pkg.a", "__package__": "pkg"}), run("from . import b", {"__name__": "pkg", "__path__": []}) if False else "", run("from .b import name", {"__package__": 5}), run("from .b import name", {"__name__": "pkg.zzz"}))
# a module runs once; sys.modules decides; None bars it
put("once.py", "print('once runs')\ncounter = 0\n")
import once, once as again
once.counter += 1
from once import counter
print(counter, again is once)
del sys.modules["once"]
import once as third
print(third is again, third.counter)
sys.modules["barred"] = None
print(run("import barred"), run("from barred import x"))
sys.modules["faked"] = 5
print(run("import faked")["faked"], run("from faked import real"), run("from faked import nope"))
put("replaces.py", "import sys\nsys.modules[__name__] = {'replaced': True}\n")
print(run("import replaces")["replaces"])
# an error while a module runs: it is gone from sys.modules, its submodules stay
put("fails.py", "x = 1\nraise ValueError('while importing')\n")
print(run("import fails"), "fails" in sys.modules)
put("failpkg/__init__.py", "import failpkg.good\nraise RuntimeError('late')\n"); put("failpkg/good.py", "")
print(run("import failpkg"), "failpkg" in sys.modules, "failpkg.good" in sys.modules)
put("syntax.py", "def f(:\n")
print(run("import syntax").split("(")[0] != "", "syntax" in sys.modules)
# circular imports
put("left.py", "import right\nvalue = 'left'\ndef f(): return right.value\n"); put("right.py", "import left\nprint('left has value', hasattr(left, 'value'))\nvalue = 'right'\ntry:\n    from left import value as v\nexcept ImportError as e: print(str(e).split(' (')[0])\ntry: left.value\nexcept AttributeError as e: print(e)\n")
import left
print(left.f())
# module __getattr__ and __dir__
put("dynamic.py", "def __getattr__(name):\n    if name.startswith('x'): return name * 2\n    raise AttributeError(f'no {name} here')\ndef __dir__(): return ['b', 'a']\n")
import dynamic
from dynamic import xy
print(dynamic.xz, xy, attempt(lambda: dynamic.q), run("from dynamic import q"), dir(dynamic), hasattr(dynamic, "__path__"))
# attributes of modules
print(once.__name__, third.__file__.endswith("once.py"), third.__package__, type(third.__spec__).__name__, third.__spec__.name, third.__loader__ is not None, third.__doc__, pkg.__spec__.submodule_search_locations == pkg.__path__, pkg.b.__package__, type(third.__dict__).__name__, repr(third).replace(folder, "FOLDER"), repr(sys), repr(pkg).replace(folder, "FOLDER"))
put("documented.py", "'''the doc'''\nfrom __future__ import annotations\ndef f(x: undefined): pass\n")
import documented
print(documented.__doc__, documented.f.__annotations__)
# namespace packages
put("space/one.py", "print('one', __package__)\n")
import space.one
print(list(space.__path__) == [os.path.join(folder, "space")], getattr(space, "__file__", None), space.__spec__.origin if False else "")
# __import__ and its arguments
print(__import__("pkg.b").__name__, __import__("pkg.b", fromlist=["name"]).__name__, __import__("b", {"__name__": "pkg", "__path__": pkg.__path__, "__package__": "pkg"}, None, ["name"], 1).__name__, attempt(__import__, ""), attempt(__import__, 5), attempt(__import__, "x", {}, {}, [], -1), attempt(__import__, "", {"__package__": "pkg", "__name__": "pkg.a"}, None, ["b"], 1).__name__)
import builtins
real = builtins.__import__
def hook(name, *args): print("hook", name, args[3], len(args)); return real(name, *args)
builtins.__import__ = hook
exec("import pkg.b as m\nfrom pkg import a, b\nimport math", {"__name__": "s"})
builtins.__import__ = real
# import inside functions and classes; names bound
class Holder:
    import math as m
    from pkg.b import name
print(Holder.m.pi > 3, Holder.name)
def local():
    import pkg.b
    from pkg import value as v
    return pkg.b.name, v, sorted(locals())
print(local())
# star without __all__, star of a class's dict
put("star.py", "a = 1\n_b = 2\n__c = 3\nimport sys\n"); put("badall.py", "__all__ = ['a', 'gone']\na = 1\n"); put("oddall.py", "__all__ = [1]\n")
print(sorted(run("from star import *")), run("from badall import *"), run("from oddall import *"), sorted(run("from pkg import *")))
import shutil
shutil.rmtree(folder)
# a package that puts another object in its own place: its modules are found, and become attributes of what is there
put("replaced/__init__.py", """import sys
class Instead:
    def __init__(self, module): object.__setattr__(self, "kept", module)
    def __getattribute__(self, name): return getattr(object.__getattribute__(self, "kept"), name)
    def __setattr__(self, name, value): print("set", name); setattr(object.__getattribute__(self, "kept"), name, value)
sys.modules[__name__] = Instead(sys.modules[__name__])
""")
put("replaced/inner.py", "x = 1\n")
from replaced import inner
print(inner.x, type(__import__("replaced")).__name__)
