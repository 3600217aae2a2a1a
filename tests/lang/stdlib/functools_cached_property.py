# cached_property keeps its value among the attributes of the instance, whatever that is (library reference, "functools").
from functools import cached_property
class P:
    def __init__(self): self.n = 0
    @cached_property
    def y(self): self.n += 1; return self.n
    @cached_property
    def z(self): return NotImplemented
    @cached_property
    def bad(self): raise KeyError(3)
p = P()
print(p.y, p.y, p.z, p.z, p.n, p.__dict__, vars(p))
p.y = 5; print(p.y); del p.y; print(p.y, p.n)
try: p.bad
except KeyError as e: print(repr(e))
class S:
    __slots__ = ("a",)
    @cached_property
    def y(self): return 1
try: S().y
except TypeError as e: print(e)
class M(type):
    @cached_property
    def y(cls): return 1
class C(metaclass=M): pass
try: print(C.y)
except TypeError as e: print(e)
class D(P):
    @property
    def __dict__(self): return {"y": "mine"}
print(D().y)
class Q(P):
    def __getattribute__(self, n): return object.__getattribute__(self, n)
q = Q(); print(q.y, q.y, q.n)
import types
class Mod(types.ModuleType):
    @cached_property
    def y(self): return 7
m = Mod("m"); print(m.y, m.__dict__["y"])
print(type(P.y), P.y is P.__dict__["y"])
class E(Exception):
    @cached_property
    def y(self): return 9
e = E(); print(e.y, e.y, e.__dict__)
