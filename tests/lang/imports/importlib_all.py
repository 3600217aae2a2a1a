# python3.12
import re, sys, importlib, importlib.util, importlib.abc, importlib.machinery, types, os, tempfile
def show(*a): print(re.sub('0x[0-9a-f]+', 'N', ' '.join(map(str, a))).replace(folder, 'F'))
def fails(f, *a, **k):
    try: show(f(*a, **k))
    except BaseException as e: show(type(e).__name__+': '+ str(e))
folder = tempfile.mkdtemp(); sys.path.insert(0, folder)
def write(name, text):
    p = os.path.join(folder, name); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, 'w') as f: f.write(text)
    return p
write('moda.py', 'x = 1\nname = __name__\nspec = __spec__\nloader = __loader__\n')
write('pkg/__init__.py', 'from . import sub\nimport pkg.sub as s2\n')
write('pkg/sub.py', 'y = 2\npackage = __package__\n')
write('pkg/deep/__init__.py', ''); write('pkg/deep/er.py', 'from ..sub import y\nfrom .. import sub\n')
write('ns/inner.py', 'z = 3'); write('bad.py', '1/0'); write('syn.py', 'def (')
m = importlib.import_module('moda'); show(m.x, m.name, m.__spec__.name, m.spec is m.__spec__, m.loader is m.__loader__, type(m.__spec__), type(m.__loader__), m.__spec__.origin == m.__file__, m.__spec__.parent == '', m.__spec__.has_location, m.__spec__.submodule_search_locations, m.__package__ == '')
show(repr(m.__spec__).replace(folder, 'F').split(' at ')[0], m.__loader__.name, m.__loader__.path == m.__file__, m.__loader__.get_source('moda')[:5], m.__loader__.is_package('moda'), m.__loader__.get_filename() == m.__file__)
p = importlib.import_module('pkg'); show(p.__path__ == [folder + '/pkg'], p.__spec__.submodule_search_locations == p.__path__, p.__package__, p.__spec__.parent, p.sub.package)
show(importlib.import_module('.sub', 'pkg').y, importlib.import_module('..sub', 'pkg.deep').y, importlib.import_module('pkg.deep.er').y); fails(importlib.import_module, '.x'); fails(importlib.import_module, '...x', 'pkg'); fails(importlib.import_module, ''); fails(importlib.import_module, 'nope.x'); fails(importlib.import_module, 'moda.x'); fails(importlib.import_module, 'bad'); show('bad' in sys.modules); fails(importlib.import_module, '.nope', 'pkg')
import ns.inner; show(ns.inner.z, ns.__spec__.origin, type(ns.__loader__).__name__, list(ns.__path__) == [folder + '/ns'], ns.__file__ if hasattr(ns, '__file__') else 'nofile', repr(ns).replace(folder, 'F'))
write('moda.py', 'x = 20000\n'); importlib.invalidate_caches(); r = importlib.reload(m); show(r is m, m.x, m.name); fails(importlib.reload, 3); fails(importlib.reload, types.ModuleType('zz'))
show(importlib.util.find_spec('nope'), importlib.util.find_spec('pkg.sub').name, importlib.util.find_spec('.sub', 'pkg').name, importlib.util.find_spec('bad').origin == folder + '/bad.py'); fails(importlib.util.find_spec, 'nope.x'); fails(importlib.util.find_spec, 'moda.q'); fails(importlib.util.find_spec, '.x'); fails(importlib.util.find_spec, '__main__')
show(importlib.util.resolve_name('.a', 'b.c'), importlib.util.resolve_name('..a', 'b.c'), importlib.util.resolve_name('a', None)); fails(importlib.util.resolve_name, '...a', 'b.c'); fails(importlib.util.resolve_name, '.a', '')
path = write('other/thing.py', 'val = 42\nprint("running", __name__)\n')
spec = importlib.util.spec_from_file_location('my.thing', path); mod = importlib.util.module_from_spec(spec); show(mod.__name__, mod.__file__ == path, mod.__spec__ is spec, mod.__loader__ is spec.loader, mod.__package__, hasattr(mod, 'val')); spec.loader.exec_module(mod); show(mod.val, 'my.thing' in sys.modules, repr(mod).replace(folder, 'F'))
show(importlib.util.spec_from_file_location('x', '/a/b.txt'), importlib.util.spec_from_loader('zip', importlib.machinery.BuiltinImporter).origin)
show(sys.__spec__.name, sys.__spec__.origin, sys.__loader__.__name__, __spec__, __name__, importlib.util.find_spec('sys').loader.__name__)
show([f.__name__ for f in sys.meta_path], len(sys.path_importer_cache) >= 0)
class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname.startswith('virt'):
            show('find', fullname, path)
            return importlib.util.spec_from_loader(fullname, Loader(), is_package=fullname == 'virtpkg')
class Loader(importlib.abc.Loader):
    def create_module(self, spec): show('create', spec.name, spec.parent); return None
    def exec_module(self, module): show('exec', module.__name__, module.__package__, module.__spec__.loader is self); module.attr = 'from ' + module.__name__
    def __repr__(self): return '<Loader>'
sys.meta_path.insert(0, Finder())
import virt; show(virt.attr, virt, virt.__spec__)
from virtpkg.sub import attr; show(attr, sys.modules['virtpkg'].sub.attr, sys.modules['virtpkg'].__path__)
import moda as again; show(again is m)
write('fresh.py', 'q = 9'); import fresh; show(fresh.q, type(fresh.__loader__).__name__)
fails(lambda: __import__('nothere')); fails(lambda: __import__('pkg.nothere')); fails(lambda: __import__('bad')); show('bad' in sys.modules)
class BadLoader(Loader):
    def exec_module(self, module): raise ValueError('boom')
sys.meta_path.append(type('F2', (), {'find_spec': staticmethod(lambda n, p=None, t=None: importlib.util.spec_from_loader(n, BadLoader()) if n == 'late' else None)}))
fails(lambda: __import__('late')); show('late' in sys.modules)
class Custom(types.ModuleType): pass
class CL(importlib.abc.Loader):
    def create_module(self, spec): return Custom(spec.name)
    def exec_module(self, module): exec('a = 1\ndef f(): return a', module.__dict__)
sys.meta_path.insert(0, type('F3', (), {'find_spec': staticmethod(lambda n, p=None, t=None: importlib.machinery.ModuleSpec(n, CL(), origin='virtual') if n == 'cust' else None)}))
import cust; show(type(cust).__name__, cust.f(), cust)
class Src(importlib.abc.SourceLoader):
    def get_filename(self, n): return '<mem>/' + n
    def get_data(self, p): return b'src = __name__\nfile = __file__\n'
sys.meta_path.insert(0, type('F4', (), {'find_spec': staticmethod(lambda n, p=None, t=None: importlib.util.spec_from_loader(n, Src()) if n == 'srcmod' else None)}))
import srcmod; show(srcmod.src, srcmod.file)
del sys.meta_path[:3]
sys.modules['blocked'] = None; fails(lambda: __import__('blocked'))
def hook(p):
    if p != 'magic://': raise ImportError
    class PF:
        def find_spec(self, n, target=None): show('path finder', n); return importlib.util.spec_from_loader(n, Loader()) if n == 'hooked' else None
    return PF()
sys.path_hooks.insert(0, hook); sys.path.append('magic://'); sys.path_importer_cache.clear()
import hooked; show(hooked.attr)
write('fresh2.py', 'q = 10'); importlib.invalidate_caches(); import fresh2; show(fresh2.q)
show(importlib.util.source_from_cache('/a/__pycache__/b.cpython-312.pyc'), importlib.machinery.all_suffixes()[0], importlib.machinery.SOURCE_SUFFIXES)
show(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader), isinstance(m.__loader__, importlib.abc.Loader), importlib.machinery.ModuleSpec('a', None) == importlib.machinery.ModuleSpec('a', None))
import importlib as il; show(il.__import__('pkg.sub').__name__, il.__import__('pkg.sub', fromlist=['y']).__name__)
f = importlib.machinery.FileFinder(folder, (importlib.machinery.SourceFileLoader, ['.py'])); show(f.find_spec('moda').name, f.find_spec('zzz'), importlib.machinery.PathFinder.find_spec('moda', [folder]).name)
