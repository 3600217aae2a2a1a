# threading.settrace reaches threads that start later.
import threading, sys
ev = []
def f(): return 1
def tr(fr, e, a):
    if fr.f_code.co_name == 'f': ev.append((e, threading.current_thread().name))
    return tr
threading.settrace(tr)
t = threading.Thread(target=f, name='T'); t.start(); t.join()
print(ev, threading.gettrace() is tr, sys.gettrace())
threading.settrace(None)
