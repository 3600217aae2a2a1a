# weakref: references that do not keep their object alive.
import gc
import weakref


class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C({self.n})"
    def __eq__(self, other): return isinstance(other, C) and other.n == self.n
    def __hash__(self): return hash(self.n)


def dead(callback=None):
    c = C(0)
    c.me = c
    return weakref.ref(c, callback) if callback else weakref.ref(c)


c = C(1)
r = weakref.ref(c)
print(r() is c, r == weakref.ref(c), r is weakref.ref(c), hash(r) == hash(c), weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r])
print(r != r, type(r).__name__, r.__callback__)
gone = dead()
gc.collect()
print(gone(), repr(gone).endswith("dead>"))
called = []
with_callback = dead(called.append)
gc.collect()
print(called == [with_callback], with_callback())
for bad in (1, "s", (1,), None, [1], {}):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)


class Slots:
    __slots__ = ("a",)


class Weakable:
    __slots__ = ("a", "__weakref__")


try:
    weakref.ref(Slots())
except TypeError as e:
    print(e)
w = Weakable()
print(weakref.ref(w)() is w)


class Key(weakref.ref):
    def __new__(cls, ob, callback=None, *, key): return super().__new__(cls, ob, callback)
    def __init__(self, ob, callback=None, *, key):
        super().__init__(ob, callback)
        self.key = key


k = Key(c, key="the key")
print(k() is c, k.key, isinstance(k, weakref.ref))
d = weakref.WeakValueDictionary()
d["a"] = c
d["b"] = C(2)
gc.collect()
print(sorted(d.keys()), len(d), d.get("b"), d["a"])
e = weakref.WeakKeyDictionary()
e[c] = "value"
print(e[c], c in e, len(e))
s = weakref.WeakSet([c])
print(c in s, len(s))
f = weakref.finalize(c, print, "finalized", 1)
print(f.alive)
f()
print(f.alive)
m = weakref.WeakMethod(c.__repr__)
print(m()())
p = weakref.proxy(c)
print(p.n, p == c)
