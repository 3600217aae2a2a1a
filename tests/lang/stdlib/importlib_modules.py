# importlib: by name, relative, reload, plugins from files, specs.
import importlib, importlib.util, importlib.machinery, importlib.abc, os, sys, tempfile
from importlib import import_module

print(import_module("os.path").join("a", "b"), import_module("json") is sys.modules["json"])
for arguments in (("no_such_module_x",), ("json.nothing",), (".x",), ("",), (".decoder", "json"), ("..x", "json")):
    try:
        print(import_module(*arguments).__name__)
    except (ImportError, TypeError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "name", "-"))

folder = tempfile.mkdtemp()
path = os.path.join(folder, "plugin_one.py")


def write(text):
    with open(path, "w") as file:
        file.write(text)


write("print('running', __name__)\nvalue = 1\nother = 5\ndef twice(n): return n * 2\n")
spec = importlib.util.spec_from_file_location("my_plugin", path)
print(spec.name, spec.origin == path, spec.has_location, spec.parent == "", spec.submodule_search_locations, type(spec.loader).__name__)
module = importlib.util.module_from_spec(spec)
print(module.__name__, hasattr(module, "value"), module.__spec__ is spec, module.__file__ == path)
sys.modules["my_plugin"] = module
spec.loader.exec_module(module)
print(module.value, module.twice(4), import_module("my_plugin") is module)

sys.path.insert(0, folder)
print(importlib.util.find_spec("plugin_one").origin == path, importlib.util.find_spec("nothing_here"), importlib.util.find_spec("math").name)
import plugin_one
write("print('running again')\nvalue = 2\n")
importlib.invalidate_caches()
print(importlib.reload(plugin_one) is plugin_one, plugin_one.value, plugin_one.other)
os.makedirs(os.path.join(folder, "pack"))
for name, text in (("__init__", "from importlib import import_module\nmods = [import_module('.' + n, __name__) for n in ('a', 'b')]\n"), ("a", "x = 'a'\n"), ("b", "from . import a\nx = a.x + 'b'\n")):
    with open(os.path.join(folder, "pack", name + ".py"), "w") as file:
        file.write(text)
import pack
print([m.x for m in pack.mods], importlib.util.find_spec("pack").submodule_search_locations == [os.path.join(folder, "pack")])
write("def broken(:\n")
try:
    importlib.reload(plugin_one)
except SyntaxError as error:
    print(type(error).__name__, error.lineno)
try:
    importlib.reload("x")
except TypeError as error:
    print(error)
for name, package in (("a", None), (".a", "p"), ("..a", "p.q"), (".", "p"), ("...a", "p.q"), (".a", None)):
    try:
        print(importlib.util.resolve_name(name, package))
    except ImportError as error:
        print(error)
print(importlib.machinery.all_suffixes()[0] if ".py" in importlib.machinery.all_suffixes() else None, importlib.util.spec_from_file_location("x", "/tmp/x.txt"))
loader = importlib.machinery.SourceFileLoader("m", os.path.join(folder, "pack", "a.py"))
print(loader.get_source("m"), loader.is_package("m"), isinstance(loader, importlib.abc.SourceLoader), loader.load_module().x)


class Memory(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec("answer = 42", module.__dict__)


spec = importlib.util.spec_from_loader("memory", Memory())
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.answer, spec.has_location, spec == importlib.machinery.ModuleSpec("memory", spec.loader))
import shutil
shutil.rmtree(folder)
