# python3.12
import compileall
import os
import py_compile
import re
import shutil
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('sub/deep')
for name, text in ('a.py', 'x=1\n'), ('bad.py', 'x=\n'), ('sub/b.py', 'y=2\n'), ('sub/deep/c.py', 'z=2\n'), ('t.txt', 'n'):
    with open(name, 'w') as f:
        f.write(text)
sys.stderr = sys.stdout

def clean():
    for r,d,f in os.walk('.'):
        if '__pycache__' in d: shutil.rmtree(os.path.join(r,'__pycache__'))
def files(): return sorted(os.path.join(r,f).replace(sys.implementation.cache_tag,'TAG') for r,d,fs in os.walk('.') for f in fs if f.endswith('.pyc'))
def go(f,*a,**k):
    print('---',f.__name__,a,k)
    sys.stdout.flush()
    try: print(f(*a,**k))
    except (Exception, SystemExit) as e: print(type(e),e)
    print(files())
go(compileall.compile_dir,'.'); go(compileall.compile_dir,'.'); clean()
go(compileall.compile_dir,'.',quiet=1);clean(); go(compileall.compile_dir,'.',quiet=2); clean(); go(compileall.compile_dir,'sub',maxlevels=0);clean();go(compileall.compile_dir,'sub',maxlevels=1);clean()
go(compileall.compile_dir,'.',rx=re.compile('bad|deep'),quiet=0);go(compileall.compile_dir,'.',force=True,rx=re.compile('bad|deep')); clean()
go(compileall.compile_file,'a.py'); go(compileall.compile_file,'a.py');go(compileall.compile_file,'bad.py');go(compileall.compile_file,'bad.py',quiet=1);go(compileall.compile_file,'t.txt');go(compileall.compile_file,'nope.py');go(compileall.compile_dir,'nope');go(compileall.compile_dir,'nope',quiet=2); clean()
go(compileall.compile_file,'a.py',legacy=True);os.unlink('a.pyc');go(compileall.compile_file,'a.py',optimize=[0,1,2]); clean()
go(compileall.compile_file,'bad.py',ddir='/else');go(compileall.compile_file,'sub/b.py',stripdir='sub',prependdir='/pre');go(compileall.compile_file,'sub/b.py',ddir='x',stripdir='y');clean()
go(compileall.compile_dir,'.',workers=-1);go(compileall.compile_dir,'sub',workers=1,hardlink_dupes=True);go(compileall.compile_file,'a.py',optimize=[1,1],hardlink_dupes=True);go(compileall.compile_file,'a.py',optimize=[1,2],hardlink_dupes=True);clean()
for a in (['.','-q'],['-l','.'],['-f','a.py'],['-x','bad','.'],['-r','0','sub'],['nope'],['-b','sub/b.py'],['-d','zz','bad.py'],['-qq','bad.py'],['-i','list','sub'],['-o','1','a.py'],['-s','x','-d','y','a.py'],['-p','pre','sub'],['--invalidation-mode','checked-hash','a.py'],['--hardlink-dupes','a.py'],['-j','1','a.py'],['-e','sub','sub/b.py']):
    sys.argv=['compileall']+a; go(compileall.main); clean()
    if os.path.exists('sub/b.pyc'): os.unlink('sub/b.pyc')
    sys.argv = ['x']

# ---- py_compile
def short(path):
    return path and path.replace(sys.implementation.cache_tag, 'TAG')
print(short(py_compile.compile('a.py')), files())
print(py_compile.compile('a.py', 'out/deep/a.pyc'), os.path.exists('out/deep/a.pyc'))
print(short(py_compile.compile('a.py', optimize=2)), py_compile.compile('bad.py'), py_compile.compile('bad.py', quiet=2), py_compile.compile('bad.py', doraise=True, quiet=2))
try:
    py_compile.compile('bad.py', doraise=True, dfile='other name')
except py_compile.PyCompileError as e:
    print(e, e.exc_type_name, repr(e.exc_value), e.file, e.args[1:], e.msg == str(e))
e = py_compile.PyCompileError(ValueError, ValueError('v'), 'file'); print(e, e.exc_type_name, e.args)
print(py_compile.PyCompileError(SyntaxError, SyntaxError('v'), 'file', 'words'))
os.symlink('a.py', 'link'); os.mkdir('folder')
for target in 'link', 'folder':
    try:
        py_compile.compile('a.py', target)
    except FileExistsError as e:
        print(e)
try:
    py_compile.compile('nope.py')
except OSError as e:
    print(e)
for mode in py_compile.PycInvalidationMode:
    py_compile.compile('a.py', 'm.pyc', invalidation_mode=mode)
    with open('m.pyc', 'rb') as f:
        data = f.read()
    import importlib.util
    print(mode, data[:4] == importlib.util.MAGIC_NUMBER, data[4:8], data[8:12] == int(os.stat('a.py').st_mtime).to_bytes(4, 'little'), data[12:16] == (4).to_bytes(4, 'little'),
          data[8:16] == importlib.util.source_hash(b'x=1\n'))
os.environ['SOURCE_DATE_EPOCH'] = '1'
py_compile.compile('a.py', 'm.pyc')
print(open('m.pyc', 'rb').read()[4:8])
del os.environ['SOURCE_DATE_EPOCH']

# A module, a package and a script without source.
os.mkdir('only')
with open('source.py', 'w') as f:
    f.write("def f():\n    return __name__, __file__[-10:]\n")
py_compile.compile('source.py', 'only/compiled.pyc')
py_compile.compile('source.py', 'only/package/__init__.pyc')
py_compile.compile('source.py', 'only/package/inner.pyc')
py_compile.compile('a.py', 'only/source.pyc')
sys.path.insert(0, 'only')
import compiled, package.inner, source
print(compiled.f(), package.f(), package.inner.f(), len(package.__path__), type(compiled.__loader__).__name__, compiled.f.__code__.co_filename, source.x)
import runpy
print(runpy.run_path('only/compiled.pyc')['f']()[0])
with open('only/wrong.pyc', 'wb') as f:
    f.write(b'no bytecode at all')
try:
    import wrong
except ImportError as e:
    print(e, e.name, e.path[-10:])
for args in ['a.py'], ['bad.py'], ['-q', 'bad.py'], ['nope.py']:
    sys.argv = ['py_compile', *args]
    try:
        print(py_compile.main())
    except SystemExit as e:
        print('exit', e)
