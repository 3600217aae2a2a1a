# threading.local: what each thread has, what classes have, and own ways to attributes.
import threading
class Sub(threading.local):
    number = 2
    def __init__(self, a, *, b=1):
        self.a = a; self.b = b
    def twice(self): return self.number * 2
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v
s = Sub(5, b=7)
def show(tag):
    print(tag, s.a, s.b, s.number, s.twice(), s.__dict__ if tag else 0)
show('main'); s.number = 10; s.p = 3; s.a += 1; show('main2'); print(s.p)
t = threading.Thread(target=show, args=('thread',)); t.start(); t.join()
for f in (lambda: s.nothing, lambda: delattr(s,'nothing'), lambda: setattr(s,'__dict__',{}), lambda: delattr(s,'__dict__'), lambda: threading.local(5), lambda: threading.local().x):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Own(threading.local):
    def __getattribute__(self, name):
        return ('own', super().__getattribute__(name)) if name != '__dict__' else super().__getattribute__(name)
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
    def __delattr__(self, name):
        print('del', name); super().__delattr__(name)
o = Own(); o.x = 4; print(o.x, vars(o), hasattr(o, 'y')); del o.x; print(vars(o))
class Dyn(threading.local):
    def __getattr__(self, name): return 'dyn ' + name
d = Dyn(); d.z = 1; print(d.z, d.w)
class Sl(threading.local):
    __slots__ = ('q',)
x = Sl(); x.q = 1; x.r = 2; print(x.q, x.r, vars(x))
def other():
    print(x.q, hasattr(x,'r'))
t = threading.Thread(target=other); t.start(); t.join()
L = threading.local(); L.a = [1]; L.a.append(2); L.a += [3]; print(L.a, getattr(L, 'a'), 'a' in L.__dict__, sorted(n for n in dir(L) if not n.startswith('_')))
L.__dict__['k'] = 5; print(L.k); L.__dict__.update(m=6); print(L.m); del L.k; print(hasattr(L, 'k'))
print(type(L), repr(L)[:23], threading.local.__mro__[0])
import gc, weakref
r = weakref.ref(L); del L; gc.collect(); print(r())
