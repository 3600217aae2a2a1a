# python3.12: pathlib: names and suffixes, comparisons, parents, asking, changing, walking, errors
import os, pathlib, pickle, sys, tempfile, shutil
from pathlib import *
def attempt(f, *a, **k):
    try: print('->', repr(f(*a, **k)).replace(top, 'TOP'))
    except BaseException as e: print(type(e).__name__, str(e).replace(top, 'TOP'))
top = tempfile.mkdtemp(); os.chdir(top)
class F:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
for a in (('a', 'b'), ('a/', '/b'), ('',), (), ('a//b/./c',), ('//x',), ('///x',), (F('q'), 'r'), (PureWindowsPath('a\\b'), 'c')): print(PurePosixPath(*a), repr(PurePosixPath(*a)), PurePosixPath(*a).parts)
for bad in b'a', 3, None, F(b'x'), F(3): attempt(PurePath, bad)
for n in 'a.b.c', '.a', 'a.', '..', 'a..b', '.a.b', '', 'a', 'x/y.tar.gz', 'a.b.': 
    p = PurePosixPath(n); print(n, repr(p.name), repr(p.suffix), p.suffixes, repr(p.stem), str(p.parent))
p = PurePosixPath('a/b.c')
for n in 'x', '', '.', 'x/y', '/x', '..': attempt(p.with_name, n)
for n in '.d', '', '.', 'd', '/', '.d/', '..d', '.d.e': attempt(p.with_suffix, n)
attempt(p.with_stem, 'q'); attempt(PurePosixPath('/').with_name, 'q'); attempt(PurePosixPath('').with_suffix, '.x'); attempt(PurePosixPath('.a').with_suffix, '.x'); attempt(PureWindowsPath('a').with_name, 'c:x')
ps = PurePosixPath('/a/b/c').parents
print(len(ps), list(ps), ps[0], ps[-1], ps[0:2], ps[::-1], repr(ps)); attempt(ps.__getitem__, 3); attempt(ps.__getitem__, -4); print(list(PurePosixPath('a').parents), list(PurePosixPath('').parents))
a, b, w = PurePosixPath('a'), PurePosixPath('b'), PureWindowsPath('A')
print(a < b, a <= a, b > a, b >= a, a == w, w == PureWindowsPath('a'), hash(w) == hash(PureWindowsPath('a')), sorted([PurePosixPath('a/b'), PurePosixPath('a-b'), PurePosixPath('a')]), PurePosixPath.__lt__.__qualname__)
attempt(lambda: a < w); attempt(lambda: a < 'b'); print(a / 'x', 'x' / a, a.joinpath('x', '/y')); attempt(lambda: a / 3); attempt(lambda: 3 / a); attempt(a.joinpath, 3)
print(pickle.loads(pickle.dumps(a)) == a, a.is_absolute(), PurePosixPath('/a').is_absolute(), PureWindowsPath('c:a').is_absolute(), a.is_reserved(), PureWindowsPath('nul').is_reserved())
attempt(PurePosixPath('/a/b').relative_to, '/a'); attempt(PurePosixPath('/a/b').relative_to, '/c'); attempt(PurePosixPath('/a/b').relative_to, '/c', walk_up=True); attempt(PurePosixPath('a').relative_to, '/c', walk_up=True); print(PurePosixPath('/a/b').is_relative_to('/a'), PurePosixPath('/a/b').match('*/b'), PurePosixPath('/a/b').match('/b'))
p = Path('f'); print(p.exists(), p.is_file(), p.is_dir(), p.write_text('hé\n', 'utf-8'), p.read_text('utf-8'), p.read_bytes(), p.write_bytes(b'xyz'), p.stat().st_size, p.is_file(), p.is_symlink(), p.is_fifo(), p.is_socket(), p.is_block_device(), p.is_char_device(), p.is_mount(), p.is_junction(), Path('/').is_mount(), Path('/dev/null').is_char_device())
attempt(p.write_text, 3); attempt(p.write_bytes, 'x'); print(p.read_bytes()); attempt(Path('no').read_text); attempt(Path('f/x').exists); attempt(Path('a\0b').exists); attempt(Path('a\0b').is_dir); print(Path.is_dir.__name__, Path.is_file.__doc__ is not None)
l = Path('l'); l.symlink_to('f'); d = Path('dead'); d.symlink_to('none'); print(l.is_symlink(), l.exists(), d.exists(), d.exists(follow_symlinks=False), l.samefile('f'), l.samefile(p), l.readlink(), l.resolve() == Path(top).resolve() / 'f', l.lstat().st_mode != l.stat().st_mode); h = Path('h'); h.hardlink_to('f'); print(h.samefile(p), p.stat().st_nlink)
loop = Path('loop'); loop.symlink_to('loop'); attempt(loop.resolve); attempt(loop.resolve, strict=True); attempt(Path('no').resolve, True); attempt(Path('no/../f').resolve); attempt(loop.exists); attempt(loop.is_dir)
t = Path('t'); t.touch(); t.touch(); attempt(t.touch, exist_ok=False); t.chmod(0o600); print(oct(t.stat().st_mode)); attempt(t.unlink); attempt(t.unlink); attempt(t.unlink, missing_ok=True); attempt(t.rmdir)
m = Path('m/n/o'); attempt(m.mkdir); attempt(m.mkdir, parents=True); attempt(m.mkdir); attempt(m.mkdir, exist_ok=True); attempt(p.mkdir, exist_ok=True); attempt(Path('f/x').mkdir, parents=True); m.rmdir()
attempt(p.rename, 'g'); attempt(Path('g').replace, Path('m/g')); attempt(Path('nope').rename, 'x'); attempt(Path('m').replace, 'f2')
for q in 'f2/a/b', 'f2/c': Path(q).mkdir(parents=True)
Path('f2/a/file').touch(); Path('f2/back').symlink_to('a')
for k in dict(), dict(top_down=False), dict(follow_symlinks=True): print(sorted((str(x), sorted(y), sorted(z)) for x, y, z in Path('f2').walk(**k)))
for x, y, z in Path('f2').walk():
    y.sort(); print(x, y, sorted(z)); y[:] = y[:1]
print(list(Path('nope').walk())); list(Path('nope').walk(on_error=lambda e: print(type(e).__name__, str(e.filename))))
print(sorted(map(str, Path('f2').iterdir())), sorted(map(str, Path('f2').glob('**/*'))), sorted(map(str, Path('f2').rglob('f*')))); attempt(lambda: list(Path('nope').iterdir())); attempt(lambda: list(Path('.').glob(''))); attempt(lambda: list(Path('.').glob('/x'))); attempt(lambda: list(Path('.').glob('a**')))
os.environ['HOME'] = '/home/me'; print(Path('~/x').expanduser(), Path('x/~').expanduser(), Path.home()); attempt(Path('~nobodyhere/x').expanduser); print(Path('x').absolute() == Path(top) / 'x', Path().absolute() == Path(top), Path.cwd() == Path(top).resolve())
with Path('f2') as ctx: print(ctx)
attempt(WindowsPath, 'x'); print(type(Path('x')).__name__, type(PurePath('x')).__name__, Path('/a b').as_uri(), bytes(Path('é'))); attempt(Path('x').as_uri)
class Sub(PurePosixPath):
    def with_segments(self, *s): print('segments', s); return super().with_segments(*s)
print(repr(Sub('a/b').parent), repr(Sub('a') / 'c'), repr(Sub('a/b').with_name('z')))
os.chdir('/'); shutil.rmtree(top)
