# python3.12
# Weak collections among the abstract ones; names of static methods; dir() in a mapping.
import collections.abc as a, weakref, copy
s=weakref.WeakSet()
print(isinstance(s,a.MutableSet), isinstance(weakref.WeakKeyDictionary(),a.MutableMapping), isinstance(weakref.WeakValueDictionary(),a.Mapping), isinstance(s,a.Set))
class C: pass
class S(weakref.WeakSet): pass
c=C(); s=S([c]); s.x=[1]
d=copy.copy(s); print(type(d).__name__, d==s if hasattr(s,'__eq__') else '', len(d), d.x is s.x)
print(str.maketrans.__qualname__, dict.fromkeys.__qualname__, bytes.maketrans.__qualname__, [].append.__qualname__, len.__qualname__, int.from_bytes.__qualname__, object.__new__.__qualname__)
class D(dict):
    def keys(self): return list('xyz')
print(eval('dir()', {}, D()))
