# Weak references and proxies without callbacks are shared; callbacks of one object are called newest first; in-place operators of proxies.
import gc
import weakref


class C:
    def __init__(self, n=0): self.n = n
    def __add__(self, other): return ("add", other)
    def __iadd__(self, other): return ("iadd", other)
    def __itruediv__(self, other): return ("itruediv", other)
    def __matmul__(self, other): return ("matmul", other)
    def __imatmul__(self, other): return ("imatmul", other)


class NoInplace:
    def __add__(self, other): return ("add", other)


o = C()
a, b = weakref.ref(o), weakref.ref(o)
p, q = weakref.proxy(o), weakref.proxy(o)
print(a is b, p is q, weakref.getweakrefcount(o), weakref.getweakrefs(o)[0] is a, any(r is p for r in weakref.getweakrefs(o)))
with_callback = weakref.ref(o, print)
proxy_with_callback = weakref.proxy(o, lambda p: None)
print(with_callback is a, proxy_with_callback is p, weakref.getweakrefcount(o), weakref.proxy(o) is p, weakref.ref(o, None) is a)


class Ref(weakref.ref): pass


other = C()
first, second = Ref(other), weakref.ref(other)
print([r is second for r in weakref.getweakrefs(other)], Ref(other) is first)
x = p
x += 3
print(x)
x = p
x /= 4
print(x)
x = p
x @= 5
print(x, p @ 6)
none = NoInplace()
x = weakref.proxy(none)
x += 1
print(x)
try:
    next(weakref.proxy(o))
except TypeError as error:
    print(error)
told = []
target = C()
refs = [weakref.ref(target, lambda r, i=i: told.append(i)) for i in range(5)]
finalizers = [weakref.finalize(target, told.append, f"f{i}") for i in range(3)]
del target
gc.collect()
print(told)
told_proxy = []
target = C()
pr = weakref.proxy(target, lambda dead: told_proxy.append(type(dead).__name__))
del target
gc.collect()
print(len(told_proxy))
try:
    pr.n
except ReferenceError as error:
    print(error)
