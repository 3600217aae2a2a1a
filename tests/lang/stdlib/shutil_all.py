# python3.12: shutil: every function, with errors, links, archives
import shutil, os, sys, tempfile, stat, warnings, errno
def attempt(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, str(e).replace(top, 'TOP'))
top = tempfile.mkdtemp(); os.chdir(top)
def w(p, t='text', mode=None):
    os.makedirs(os.path.dirname(p) or '.', exist_ok=True)
    with open(p, 'w') as f: f.write(t)
    if mode: os.chmod(p, mode)
def show(p):
    for d, ds, fs in os.walk(p):
        ds.sort()
        print(d, [(f, open(os.path.join(d, f)).read() if not os.path.islink(os.path.join(d,f)) else os.readlink(os.path.join(d,f))) for f in sorted(fs)], [x for x in ds if os.path.islink(os.path.join(d,x))])
w('a', 'A', 0o640); os.utime('a', (1e9, 1e9)); w('src/x', 'X'); w('src/sub/y', 'Y', 0o600); w('src/sub/z.pyc', 'Z'); os.symlink('x', 'src/link'); os.symlink('sub', 'src/dlink'); os.symlink('nowhere', 'src/dead')
print(shutil.copyfile('a', 'b'), open('b').read()); attempt(shutil.copyfile, 'a', 'a'); attempt(shutil.copyfile, 'no', 'b'); attempt(shutil.copyfile, 'a', 'src'); attempt(shutil.copyfile, 'a', 'no/x'); attempt(shutil.copyfile, 'a', 'no/'); attempt(shutil.copyfile, 'src', 'b')
os.mkfifo('pipe'); attempt(shutil.copyfile, 'pipe', 'b'); attempt(shutil.copyfile, 'a', 'pipe')
print(shutil.copy('a', 'src'), oct(os.stat('src/a').st_mode), shutil.copy2('a', 'c'), os.stat('c').st_mtime, oct(os.stat('c').st_mode)); os.unlink('src/a')
print(shutil.copyfile('src/link', 'l2', follow_symlinks=False), os.readlink('l2')); print(shutil.copy2('src/link', 'l3', follow_symlinks=False), os.path.islink('l3'))
w('empty', ''); print(shutil.copy('empty', 'e2'), os.path.getsize('e2')); w('big', 'q' * 300000); shutil.copy('big', 'big2'); print(os.path.getsize('big2')); shutil.copymode('src/sub/y', 'b'); print(oct(os.stat('b').st_mode))
with open('a','rb') as f, open('d','wb') as g: print(shutil.copyfileobj(f, g, 1))
for kw in dict(symlinks=True), dict(ignore_dangling_symlinks=True), dict(), dict(symlinks=True, ignore=shutil.ignore_patterns('*.pyc', 'l*')), dict(ignore_dangling_symlinks=True, copy_function=lambda s, d: print(type(s).__name__, s) or shutil.copy(s, d)):
    attempt(shutil.copytree, 'src', 'dst', **kw); show('dst'); shutil.rmtree('dst', ignore_errors=True)
os.mkdir('dst'); attempt(shutil.copytree, 'src', 'dst'); attempt(shutil.copytree, 'src', 'dst', symlinks=True, dirs_exist_ok=True); attempt(shutil.copytree, 'none', 'dst2'); attempt(shutil.copytree, 'a', 'dst2')
attempt(shutil.rmtree, 'none'); attempt(shutil.rmtree, 'a'); os.symlink('dst', 'dstlink'); attempt(shutil.rmtree, 'dstlink'); print(shutil.rmtree('none', ignore_errors=True), shutil.rmtree('none', True))
shutil.rmtree('none', onexc=lambda f, p, e: print(f.__name__, p, type(e).__name__)); shutil.rmtree('a', onexc=lambda f, p, e: print(f.__name__, p, type(e).__name__)); shutil.rmtree('dstlink', onexc=lambda f, p, e: print(f.__name__, p, e))
with warnings.catch_warnings(record=True) as ws:
    warnings.simplefilter('always'); shutil.rmtree('none', onerror=lambda f, p, e: print(f.__name__, p, e[0].__name__)); print([str(x.message) for x in ws])
fd = os.open('.', os.O_RDONLY); shutil.rmtree('dst', dir_fd=fd); print(os.path.exists('dst'), shutil.rmtree.avoids_symlink_attacks); os.close(fd); os.mkdir('dst'); shutil.rmtree(b'dst'); print(os.path.exists('dst'))
print(shutil.move('b', 'm1'), shutil.move('m1', 'src'), os.path.exists('src/m1')); w('m1'); attempt(shutil.move, 'm1', 'src'); attempt(shutil.move, 'src', 'src/sub'); attempt(shutil.move, 'nofile', 'x'); print(shutil.move('src/', 'moved')); print(os.path.isdir('moved')); os.mkdir('into'); print(shutil.move('moved/', 'into'), shutil.move('into/moved', 'src'))
for x in shutil.get_archive_formats() + shutil.get_unpack_formats(): 
    if 'bz' not in x[0] and 'xz' not in x[0]: print(x)
for fmt in 'tar', 'gztar', 'zip':
    os.unlink('src/dead') if os.path.islink('src/dead') else None
    p = shutil.make_archive('out/arch', fmt, 'src'); print(p.replace(top, 'TOP')); shutil.unpack_archive(p, 'un', filter='data') if fmt != 'zip' else shutil.unpack_archive(p, 'un'); show('un'); shutil.rmtree('un')
    print(shutil.make_archive('arch2', fmt, '.', 'src/sub').replace(top, 'TOP')); shutil.unpack_archive('arch2' + {'tar': '.tar', 'gztar': '.tar.gz', 'zip': '.zip'}[fmt], 'un', fmt); show('un'); shutil.rmtree('un')
attempt(shutil.make_archive, 'x', 'nope'); attempt(shutil.make_archive, 'x', 'zip', 'nodir'); attempt(shutil.make_archive, 'x', 'zip', 'a'); attempt(shutil.unpack_archive, 'a'); attempt(shutil.unpack_archive, 'a', format='nope'); attempt(shutil.unpack_archive, 'a', format='zip'); attempt(shutil.unpack_archive, 'a', format='tar')
attempt(shutil.register_archive_format, 'q', 3); attempt(shutil.register_archive_format, 'q', len, 3); attempt(shutil.register_archive_format, 'q', len, [(1, 2, 3)]); shutil.register_archive_format('q', lambda base, dir, **k: print(base.replace(top, 'TOP'), dir, sorted(k), os.getcwd() == top) or 'done', [('k', 1)], 'desc'); print(shutil.make_archive('bb', 'q', 'src'), [x for x in shutil.get_archive_formats() if x[0] == 'q']); shutil.unregister_archive_format('q'); attempt(shutil.unregister_archive_format, 'q')
attempt(shutil.register_unpack_format, 'q', ['.zip'], len); attempt(shutil.register_unpack_format, 'q', ['.q'], 3); shutil.register_unpack_format('q', ['.q'], lambda f, d, **k: print(f, d, k), [('z', 1)]); shutil.unpack_archive('file.q', 'dd'); shutil.unregister_unpack_format('q')
u = shutil.disk_usage('.'); print(type(u).__name__, u._fields, u.total >= u.used); attempt(shutil.chown, 'a'); attempt(shutil.chown, 'a', 'nouser!'); attempt(shutil.chown, 'a', group='nogroup!'); print(shutil.chown('a', 'root', 'root'))
os.environ['COLUMNS'] = '33'; os.environ['LINES'] = 'x'; print(shutil.get_terminal_size((1, 2))); os.environ['LINES'] = '44'; print(shutil.get_terminal_size())
w('bin/prog', '', 0o755); w('bin/no', '', 0o644); print(shutil.which('prog', path='bin'), shutil.which('no', path='bin'), shutil.which('bin/prog'), shutil.which('prog', path=''), shutil.which(b'prog', path=b'bin'), shutil.which('no', os.F_OK, 'x:bin'), shutil.which('bin'), shutil.which('sh') is not None)
print([c.__mro__[1].__name__ for c in (shutil.Error, shutil.SameFileError, shutil.SpecialFileError, shutil.ExecError, shutil.ReadError, shutil.RegistryError)])
os.chdir('/'); shutil.rmtree(top); print(os.path.exists(top))
