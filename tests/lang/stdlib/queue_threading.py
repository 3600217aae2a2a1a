import contextvars
import queue
import threading


def f(): pass


q = queue.Queue(2)
q.put(1); q.put_nowait(2)
try: q.put_nowait(3)
except queue.Full as e: print(repr(e))
print(q.get(), q.get(), q.empty())
try: q.get(timeout=0.01)
except queue.Empty as e: print(repr(e))
q=queue.PriorityQueue(); q.put((2,'b')); q.put((1,'a')); print(q.get(), q.qsize())
q=queue.LifoQueue(); q.put(1); q.put(2); print(q.get())
l=threading.Lock()
with l: print(l.locked(), l.acquire(False), l.acquire(timeout=0.01))
try: l.release()
except RuntimeError as e: print(e)
print(threading.current_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count())
t=threading.Thread(target=f, name='x'); print(t.name, t.daemon, t.is_alive(), t)
print(threading.Thread(target=f).name, threading.Thread().name)
loc=threading.local(); loc.x=1; print(loc.x)
try: loc.y
except AttributeError as e: print(type(e))
e=threading.Event(); print(e.wait(0.01), e.is_set()); e.set(); print(e.wait())
v=contextvars.ContextVar('v', default=3); tok=v.set(5); print(v.get(), tok.old_value is contextvars.Token.MISSING); v.reset(tok); print(v.get())
c=contextvars.copy_context(); print(c.run(lambda: (v.set(9), v.get())[1]), v.get(), c[v])
