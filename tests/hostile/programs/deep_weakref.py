import weakref
class C: pass
a = C()
for _ in range(10**5):
    b = C()
    b.ref = weakref.ref(a, lambda r: None)
    b.a = a
    a = b
del a, b
import gc
gc.collect()
