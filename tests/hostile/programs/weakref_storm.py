import weakref
class A: pass
k = []
while True:
    a = A(); k.append(weakref.ref(a, lambda r: k.append(r)))
