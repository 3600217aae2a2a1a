# python3.12: os: environments, trees of folders, families of exec and spawn, streams of popen
import os, sys, tempfile, shutil
def attempt(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, str(e).replace(top, 'TOP'))
top = tempfile.mkdtemp(); os.chdir(top)
os.environ['ZZ'] = 'é'; print(os.environ['ZZ'], os.environb[b'ZZ'], os.getenv('ZZ'), os.getenvb(b'ZZ'), os.getenv('NO', 3), 'ZZ' in os.environ, b'ZZ' in os.environb)
for f in (lambda: os.environ['NOPE'], lambda: os.environ[3], lambda: os.environb['x'], lambda: os.environ.__setitem__('a', 3), lambda: os.environ.__delitem__('NOPE'), lambda: os.getenv(3), lambda: 3 in os.environ): attempt(f)
print(os.environ.setdefault('ZZ', 'q'), os.environ.setdefault('YY', 'q'), os.environ.pop('YY'), os.environ.get('YY'), type(os.environ.copy()).__name__, type(os.environ | {'a': 'b'}).__name__, ({'a': 'b'} | os.environ)['a'], 'environ({' in repr(os.environ), type(os.environ).__name__)
os.environ |= {'WW': '1'}; print(os.environ['WW']); attempt(lambda: os.environ | 3); attempt(lambda: 3 | os.environ)
print(os.get_exec_path({}), os.get_exec_path({'PATH': 'a:b'}), os.get_exec_path({b'PATH': b'c'})); attempt(os.get_exec_path, {'PATH': 'a', b'PATH': b'b'})
attempt(os.makedirs, 'a/b/c/'); attempt(os.makedirs, 'a/b'); attempt(os.makedirs, 'a/b', exist_ok=True); attempt(os.makedirs, 'new/.'); attempt(os.makedirs, b'x/y'); open('file', 'w').close(); attempt(os.makedirs, 'file', exist_ok=True); attempt(os.makedirs, 'file/x'); attempt(os.makedirs, ''); attempt(os.makedirs, 'm/n', 0o700); print(oct(os.stat('m/n').st_mode))
attempt(os.removedirs, 'm/n'); print(os.path.exists('m')); attempt(os.removedirs, 'nope'); open('a/f', 'w').close(); os.renames('a/f', 'deep/er/f'); os.renames('deep/er/f', 'g'); print(os.path.exists('deep'), sorted(os.listdir('.')))
os.symlink('a', 'link'); os.symlink('none', 'dead'); os.makedirs('a/z/q'); open('a/z/file', 'w').close(); os.symlink('../z', 'a/b/back')
for k in dict(), dict(topdown=False), dict(followlinks=True): print([(d, sorted(x), sorted(f)) for d, x, f in sorted(os.walk('a', **k))][:8])
for d, ds, fs in os.walk('.'):
    ds.sort(); print(d, ds, sorted(fs))
    if 'b' in ds: ds.remove('b')
print(list(os.walk('nope'))); list(os.walk('nope', onerror=lambda e: print(type(e).__name__, e.filename))); print([type(x[0]) for x in os.walk(b'x')])
for k in dict(), dict(topdown=False), dict(follow_symlinks=True): print(sorted((d, sorted(x), sorted(f), type(fd).__name__) for d, x, f, fd in os.fwalk('a', **k)))
attempt(lambda: list(os.fwalk('nope'))); print(sorted(d for d, *_ in os.fwalk(b'a')))
def child(f, *a):
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        try: f(*a)
        except BaseException as e: print(type(e).__name__, e, flush=True)
        os._exit(9)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
sys.stdout.flush()
sh = '/bin/sh'
for f, a in (os.execl, (sh, 'sh', '-c', 'exit 3')), (os.execle, (sh, 'sh', '-c', 'exit $Q', {'Q': '4'})), (os.execlp, ('sh', 'sh', '-c', 'exit 5')), (os.execlpe, ('sh', 'sh', '-c', 'exit $Q', {'Q': '6', 'PATH': os.environ['PATH']})), (os.execvp, ('nosuchprogram', ['x'])), (os.execvp, (b'sh', ['sh', '-c', 'exit 7'])), (os.execvpe, ('sh', ['sh', '-c', 'exit 8'], os.environ)), (os.execvp, ('./file', ['x'])): child(f, *a)
print(os.spawnl(os.P_WAIT, sh, 'sh', '-c', 'exit 3'), os.spawnle(os.P_WAIT, sh, 'sh', '-c', 'exit $Q', {'Q': '4'}), os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'kill -9 $$'), os.spawnlpe(os.P_WAIT, 'sh', 'sh', '-c', 'exit 5', os.environ), os.spawnv(os.P_WAIT, sh, ['sh', '-c', 'exit 1']), os.spawnve(os.P_WAIT, sh, ['sh', '-c', 'exit 2'], {}), os.spawnvp(os.P_WAIT, 'nosuch', ['x']), os.spawnvpe(os.P_WAIT, 'sh', ['sh', '-c', 'exit 6'], os.environ))
p = os.spawnv(os.P_NOWAIT, sh, ['sh', '-c', 'exit 7']); print(os.waitpid(p, 0)[1]); attempt(os.spawnv, os.P_WAIT, sh, []); attempt(os.spawnv, os.P_WAIT, sh, ['']); attempt(os.spawnv, os.P_WAIT, sh, 'x'); print(os.execl.__name__, os.spawnlpe.__name__)
with os.popen('echo hi; exit 3') as s: print(s.read(), list(s))
s = os.popen('exit 3'); print(s.close()); s = os.popen('true'); print(s.close(), type(s).__name__); w = os.popen('cat > out', 'w'); w.write('written'); print(w.close(), open('out').read())
attempt(os.popen, 3); attempt(os.popen, 'x', 'q'); attempt(os.popen, 'x', buffering=0); attempt(os.popen, 'x', buffering=None); attempt(os.fdopen, 'x')
class P:
    def __fspath__(self): return 'p'
class N:
    __fspath__ = None
print(isinstance(P(), os.PathLike), issubclass(N, os.PathLike), issubclass(int, os.PathLike), os.fsencode('é'), ascii(os.fsdecode(b'\xff')), os.fsencode(P()), os.PathLike[str]); attempt(os.fsencode, 3); attempt(os.PathLike)
os.chdir('/'); shutil.rmtree(top)
