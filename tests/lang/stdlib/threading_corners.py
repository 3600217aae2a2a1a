# python3.12 # timed: threading: words of errors, states, corners of what threads wait with, the end of the program
import threading, time, warnings, sys, io
warnings.simplefilter('always')
def attempt(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class Bare(threading.Thread):
    def __init__(self): pass
b = Bare()
for f in (b.start, b.join, b.is_alive, lambda: b.name, lambda: b.daemon, lambda: b.ident, lambda: b.native_id, lambda: setattr(b,'daemon',1), lambda: setattr(b,'name',1), lambda: repr(b)): attempt(f)
def work(): pass
t = threading.Thread(target=work); print(t.name, t.daemon, t.ident, t.is_alive(), repr(t))
attempt(t.join); t.start(); attempt(t.start); t.join(); t.join(0); print(t.is_alive(), 'stopped' in repr(t)); attempt(t.start); attempt(lambda: setattr(t,'daemon',True))
attempt(threading.Thread, 1)
print(threading.Thread(name='').name, threading.Thread(target=3).name, threading.Thread(name=5).name, repr(threading.Thread(daemon=True, name='d')))
attempt(threading.current_thread().join)
t = threading.Thread(target=lambda: threading.current_thread().join() ); 
err, sys.stderr = sys.stderr, io.StringIO()
t.start(); t.join(); out, sys.stderr = sys.stderr.getvalue(), err
print(out.splitlines()[0], out.splitlines()[-1])
old = threading.excepthook
threading.excepthook = lambda a: print('hook', a.exc_type, a.exc_value, a.exc_traceback is not None, a.thread.name, len(a))
t = threading.Thread(target=lambda: 1/0, name='z'); t.start(); t.join()
t = threading.Thread(target=sys.exit, name='exit'); t.start(); t.join()
threading.excepthook = old
t = threading.Thread(target=sys.exit); t.start(); t.join()
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    t.isDaemon(); t.getName(); t.setName('n'); threading.Thread().setDaemon(1); threading.currentThread(); threading.activeCount(); threading.Event().isSet()
    c = threading.Condition()
    with c: c.notifyAll()
    for x in w: print(x.category.__name__, x.message, x.filename == __file__)
for c in (threading.Condition(), threading.Condition(threading.Lock())):
    attempt(c.wait); attempt(c.notify); print(repr(c)[:20])
    with c: attempt(c.wait, 0); attempt(c.wait, -1); attempt(c.wait, 0.01); attempt(c.wait_for, lambda: 0, 0); attempt(c.wait_for, lambda: [], 0.01); attempt(c.wait_for, lambda: 'yes', 0)
c = threading.Condition()
with c:
    with c:
        r=[]
        def w():
            with c: r.append(1); c.notify()
        threading.Thread(target=w).start(); attempt(c.wait, 5); print(r)
s = threading.Semaphore(1)
attempt(threading.Semaphore, -1); print(s.acquire(), s.acquire(False), s.acquire(timeout=0.01), s.acquire(True, 0)); attempt(s.acquire, False, 1); attempt(s.release, 0); s.release(3); print(repr(s).split(':')[1], s._value)
s = threading.BoundedSemaphore(2); attempt(s.release); s.acquire(); s.release(); print(repr(s).split(':')[1]); attempt(s.release, 5)
e = threading.Event(); print(e.wait(0), e.wait(0.01), e.is_set(), repr(e).split(':')[1]); e.set(); print(e.wait(), repr(e).split(':')[1]); e.clear()
threading.Timer(0.01, e.set).start(); print(e.wait(5))
tm = threading.Timer(5, print, ['no']); tm.start(); tm.cancel(); tm.join(); print(tm.finished.is_set())
bar = threading.Barrier(3, action=lambda: print('action'))
got = []
def party():
    got.append(bar.wait(5))
ts = [threading.Thread(target=party) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(got), bar.n_waiting, bar.broken, bar.parties, repr(bar).split(':')[1])
bar = threading.Barrier(2)
attempt(bar.wait, 0.01); print(bar.broken, repr(bar).split(':')[1]); attempt(bar.wait); bar.reset(); print(bar.broken)
bar = threading.Barrier(1, action=lambda: 1/0); attempt(bar.wait); print(bar.broken)
bar = threading.Barrier(2, timeout=0.01); attempt(bar.wait); bar.abort(); attempt(bar.wait, 1)
bar = threading.Barrier(2); t = threading.Thread(target=attempt, args=(bar.wait,)); t.start()
while not bar.n_waiting: time.sleep(0.001)
bar.reset(); t.join(); print(bar.broken, bar.n_waiting)
print([t.name for t in threading.enumerate()], threading.active_count(), threading.main_thread() is threading.current_thread(), repr(threading.main_thread()).split(',')[0])
import _thread
def raw(): print(repr(threading.current_thread()).split(' ')[0], threading.current_thread().daemon); attempt(threading.current_thread().join); l.release()
l = _thread.allocate_lock(); l.acquire(); _thread.start_new_thread(raw, ()); l.acquire()
class Falsy(threading.Thread):
    def __bool__(self): return False
    def run(self): print(threading.current_thread() is self)
f = Falsy(); f.start(); f.join()
class Sub(threading.Thread):
    def run(self): print(self._target, self._args, self._kwargs)
x = Sub(target=len, args=(1,), kwargs={'a': 1}); x.start(); x.join()
threading._register_atexit(print, 'before end')
threading.Thread(target=lambda: (time.sleep(0.05), print('non-daemon ends'))).start()
print('main ends')
