# Finders and loaders of a script on sys.meta_path; modules found, made and run by hand (5.3, 5.4).  # python3.12
import sys, importlib, importlib.abc, importlib.machinery, importlib.util, types, io, os, tempfile
sys.dont_write_bytecode = True
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        print("find_spec", name, path)
        if name.startswith("virtual"): return importlib.machinery.ModuleSpec(name, Loader(), is_package=name == "virtual")
class Loader(importlib.abc.Loader):
    def create_module(self, spec): print("create", spec.name); return None
    def exec_module(self, module): print("exec", module.__name__); module.x = 1
sys.meta_path.insert(0, Finder())
import virtual
import virtual.sub
print(virtual.x, virtual.__spec__.name, virtual.__path__, virtual.__package__)
try: import nothere
except ImportError as e: print(e)
print(importlib.import_module("virtual.other").__name__)
importlib.reload(virtual)
print([type(f).__name__ if not isinstance(f, type) else f.__name__ for f in sys.meta_path][1:], len(sys.path_hooks) > 0)
d = tempfile.mkdtemp(); sys.path.insert(0, d)
open(os.path.join(d, "plain.py"), "w").write("y = 2\n")
spec = importlib.util.find_spec("plain"); print(spec.name, spec.loader is not None, os.path.basename(spec.origin))
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m); print(m.y)
import plain
open(os.path.join(d, "plain.py"), "w").write("y = 3333\n"); importlib.invalidate_caches(); importlib.reload(plain); print(plain.y)
print(importlib.util.find_spec("json").name, importlib.util.find_spec("not_there_at_all"), plain.__spec__.cached is None or True)
print(sys.modules[__name__].__spec__, plain.__loader__.__class__.__name__, plain.__file__.endswith("plain.py"))
