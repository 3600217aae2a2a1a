import weakref, gc
class C: pass
def callback(ref):
    c = C()
    refs.append(weakref.ref(c, callback))
refs = []
callback(None)
while True: gc.collect()
