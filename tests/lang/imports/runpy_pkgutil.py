# python3.12
import runpy, pkgutil, os, sys, tempfile, importlib.resources as res, importlib.metadata as md
def fails(f, *a, **k):
    try: r = f(*a, **k); print(r)
    except BaseException as e: print((type(e).__name__+': '+ str(e)).replace(folder, 'F'))
folder = tempfile.mkdtemp(); sys.path.insert(0, folder)
def write(name, text):
    p = os.path.join(folder, name); os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, 'w') as f: f.write(text)
    return p
p = write('script.py', 'import sys\nv = [__name__, __package__, __spec__, sys.argv[0] == __file__, globals().get("given")]\n')
print(runpy.run_path(p)['v'], runpy.run_path(p, {'given': 5}, '__main__')['v'])
write('mod.py', 'import sys\nv = [__name__, __package__, __spec__.name, sys.argv[0] == __file__, given if "given" in globals() else None, __name__ in sys.modules]\n')
print(runpy.run_module('mod')['v'], runpy.run_module('mod', {'given': 1}, 'other', True)['v'], 'other' in sys.modules)
write('pkg/__init__.py', 'a = 1'); write('pkg/__main__.py', 'print("main", __name__, __package__)'); write('pkg/m1.py', 'x = 1'); write('pkg/sub/__init__.py', ''); write('pkg/sub/m2.py', 'def f(): return 5'); write('pkg/data.txt', 'hello\nworld'); write('emptypkg/__init__.py', ''); write('pkg/notpkg/x.txt', '')
runpy.run_module('pkg', run_name='__main__'); fails(runpy.run_module, 'emptypkg'); fails(runpy.run_module, 'nope'); fails(runpy.run_module, '.x'); fails(runpy.run_module, 'nope.x'); fails(runpy.run_path, folder); fails(runpy.run_module, 'sys')
write('d/__main__.py', 'z = __name__, __file__'); r = runpy.run_path(os.path.join(folder, 'd')); print(r['z'][0], os.path.basename(r['z'][1]))
import pkg
print([(m.name, m.ispkg) for m in pkgutil.iter_modules(pkg.__path__)], [(m.name, m.ispkg) for m in pkgutil.walk_packages(pkg.__path__, 'pkg.')], [m.name for m in pkgutil.iter_modules([folder])], type(next(pkgutil.iter_modules([folder])).module_finder).__name__)
fails(lambda: list(pkgutil.iter_modules('x')))
print(pkgutil.get_data('pkg', 'data.txt'), pkgutil.resolve_name('pkg.sub.m2:f')(), pkgutil.resolve_name('pkg.sub.m2.f')(), pkgutil.resolve_name('pkg:a'), pkgutil.resolve_name('os.path').__name__); fails(pkgutil.resolve_name, '1x'); fails(pkgutil.resolve_name, 'pkg.nope'); fails(pkgutil.resolve_name, 'nope:x')
pass
f = res.files('pkg'); print(f.joinpath('data.txt').read_text(), (f / 'data.txt').is_file(), sorted(x.name for x in f.iterdir() if '__py' not in x.name))
with res.as_file(f / 'data.txt') as path: print(path.name)
write('demo-1.2.dist-info/METADATA', 'Metadata-Version: 2.1\nName: demo\nVersion: 1.2\nRequires-Dist: a>1\nRequires-Dist: b\n\nLong text\n'); write('demo-1.2.dist-info/entry_points.txt', '[console_scripts]\nrun = pkg.sub.m2:f\n'); write('demo-1.2.dist-info/RECORD', 'pkg/m1.py,,10\n')
print(md.version('demo'), md.metadata('demo')['Name'], md.requires('demo'), md.distribution('demo').metadata.get_all('Requires-Dist'), list(md.files('demo')), md.entry_points(group='console_scripts')['run'].load()(), md.entry_points(group='console_scripts')['run'].value)
fails(md.version, 'not-there-at-all')
