# python3.12: tempfile: names, what is removed when, files in memory, folders, errors
import tempfile, os, gc, io, warnings
def attempt(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
print(sorted(n for n in dir(tempfile.SpooledTemporaryFile) if not n.startswith('_')))
with tempfile.NamedTemporaryFile() as f:
    print(f.file.name == f.name, f.name.startswith('/tmp/tmp'), os.path.exists(f.name), type(f).__name__, f.write(b'ab\n'), f.seek(0), list(f), f.closed)
print(os.path.exists(f.name), f.closed)
f = tempfile.NamedTemporaryFile('w+', suffix='.txt', prefix='pre', encoding='utf-8', newline='\n'); print(f.name[-4:], os.path.basename(f.name)[:3], f.encoding, f.write('x')); os.unlink(f.name); attempt(f.close); attempt(f.close)
f = tempfile.NamedTemporaryFile(delete=False); f.close(); print(os.path.exists(f.name)); os.unlink(f.name)
with tempfile.NamedTemporaryFile(delete_on_close=False) as f:
    f.close(); print(os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.NamedTemporaryFile(delete_on_close=False) as f: os.unlink(f.name)
attempt(tempfile.NamedTemporaryFile, 'q'); attempt(tempfile.TemporaryFile, 'w+', encoding='nope')
attempt(tempfile.mkstemp, 'a', b'b'); 
fd, p = tempfile.mkstemp(b'x'); print(type(p), oct(os.stat(p).st_mode)); os.close(fd); os.unlink(p)
d = tempfile.mkdtemp('s', 'p'); print(d[-1], oct(os.stat(d).st_mode)); print(os.path.dirname(tempfile.mktemp(dir=d)) == d); os.rmdir(d)
os.chdir('/tmp'); d = tempfile.mkdtemp(dir='.'); print(os.path.isabs(d)); os.rmdir(d)
import pathlib
d = tempfile.mkdtemp(dir=pathlib.Path('/tmp')); print(type(d).__name__); os.rmdir(d)
print(tempfile.gettempdir(), tempfile.gettempdirb(), tempfile.gettempprefix(), tempfile.gettempprefixb(), tempfile.TMP_MAX, tempfile.template, tempfile.tempdir)
with tempfile.TemporaryFile() as f: print(type(f.name), f.write(b'hey'), f.seek(0), f.read(), type(f).__name__)
with tempfile.TemporaryFile('w+', encoding='utf-8') as f: print(f.write('hé'), f.seek(0), f.read(), f.mode)
s = tempfile.SpooledTemporaryFile(5); print(s.mode, s.name, s._rolled, s.write(b'abc'), s._rolled, s.write(b'defg'), s._rolled, s.tell(), s.seek(1), s.read(2), type(s.name).__name__)
attempt(lambda: s.encoding); attempt(lambda: s.newlines)
s.close(); attempt(s.__enter__); print(s.closed)
s = tempfile.SpooledTemporaryFile(mode='w+', encoding='utf-8'); print(s.write('é\nb'), s.tell(), s.seek(0), s.readline(), s.readlines(), s.encoding, s.errors, s.name, s.mode); s.rollover(); print(s.tell(), s.seek(0), s.read(), s.fileno() > 2, s.isatty())
s = tempfile.SpooledTemporaryFile(3); s.writelines([b'a', b'b', b'cd']); print(s._rolled, s.truncate(2), s.seek(0), s.read()); s = tempfile.SpooledTemporaryFile(3); s.write(b'ab'); print(s.truncate(1), s._rolled, s.truncate(100), s._rolled, s.seekable(), s.readable(), s.writable(), s.flush())
s.seek(0); b = bytearray(3); print(s.readinto(b), b, [len(l) for l in s]); print(isinstance(s, io.IOBase), tempfile.SpooledTemporaryFile[bytes], tempfile.TemporaryDirectory[str])
with tempfile.TemporaryDirectory(suffix='x', prefix='y') as d:
    print(os.path.basename(d)[0], d[-1], os.path.isdir(d)); os.makedirs(d + '/a/b'); open(d + '/a/b/c', 'w').close(); os.chmod(d + '/a/b/c', 0); os.chmod(d + '/a/b', 0o500)
print(os.path.exists(d))
t = tempfile.TemporaryDirectory(); print(repr(t) == f'<TemporaryDirectory {t.name!r}>'); t.cleanup(); t.cleanup(); print(os.path.exists(t.name))
t = tempfile.TemporaryDirectory(delete=False); n = t.name; 
with t: pass
print(os.path.exists(n)); os.rmdir(n)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    t = tempfile.TemporaryDirectory(); n = t.name; del t; gc.collect(); print(os.path.exists(n), [str(x.message)[:43] for x in w], [x.category.__name__ for x in w])
f = tempfile.NamedTemporaryFile(); n = f.name; r = f.read; del f; gc.collect(); print(r(), os.path.exists(n)); del r; gc.collect(); print(os.path.exists(n))
print(len(next(tempfile._get_candidate_names())))
tempfile.tempdir = b'/tmp'; print(type(tempfile.mkdtemp.__call__()).__name__); tempfile.tempdir = None
