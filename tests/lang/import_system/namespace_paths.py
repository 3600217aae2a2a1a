# python3.12: a namespace package is looked for again when the path of its parent has changed; a module that takes itself out
import importlib, os, shutil, sys, tempfile
folders = {name: tempfile.mkdtemp() for name in "ABC"}
def write(folder, file, text):
    path = os.path.join(folders[folder], file)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as out: out.write(text)
def shown(text):
    for name, folder in folders.items(): text = str(text).replace(folder, name)
    return text
def attempt(f, *args):
    try: print(shown(f(*args)))
    except Exception as e: print(type(e).__name__, shown(e))
write("A", "outer/a.py", "v = __name__"), write("B", "outer/b.py", "v = __name__"), write("A", "outer/inner/c.py", "v = __name__"), write("B", "outer/inner/d.py", "v = __name__")
write("C", "outer/__init__.py", "whole = True"), write("A", "gone.py", "import sys\ndel sys.modules[__name__]"), write("A", "mod.py", "")
sys.path.append(folders["A"])
import outer.a, outer.inner.c
print(outer.a.v, outer.inner.c.v, len(outer.__path__), shown(outer), shown(outer.inner.__path__))
attempt(importlib.import_module, "outer.b")
sys.path.append(folders["B"])
import outer.b, outer.inner.d
print(outer.b.v, outer.inner.d.v, shown(list(outer.__path__)), shown(repr(outer.__path__)), len(outer.inner.__path__))
path = outer.__path__
print(type(path).__name__, shown(path[0]), folders["B"] + "/outer" in path, outer.__spec__.submodule_search_locations is path, outer.__spec__.origin, outer.__spec__.loader.__class__.__name__, outer.__file__ if hasattr(outer, "__file__") else "no file")
path.append("more"), path.__setitem__(0, "first")
print(path[-1], path[0])
sys.path.remove(folders["A"])
print(shown(list(path)))
attempt(importlib.import_module, "outer.inner.nope")
sys.path.insert(0, folders["C"])  # now there is a whole package, which is not taken for the portions
print(shown(list(path)), hasattr(outer, "whole"))
sys.path.append(folders["A"])
attempt(importlib.import_module, "gone"), attempt(importlib.import_module, "mod.sub"), attempt(importlib.import_module, "mod.sub.deeper")
try: import os.path.nope
except ImportError as e: print(e, e.name)
for folder in folders.values(): shutil.rmtree(folder)
