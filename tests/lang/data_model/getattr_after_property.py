# __getattr__ hears of every AttributeError of the ordinary way: a getter's, a descriptor's, __getattribute__'s.
class P:
    @property
    def broken(self): raise AttributeError("inside the property")
    def __getattr__(self, name): return ("fallback", name)
print(P().broken)
p=P()
print(p.broken)
def f(x): return x.broken
print(f(p), getattr(p,"broken"), hasattr(p,"broken"))
class Q:
    def __getattribute__(self, n): raise AttributeError(n)
    def __getattr__(self, n): return n
print(Q().a)
class D:
    def __get__(self, i, o): raise AttributeError("d")
class R:
    d = D()
    def __getattr__(self, n): return n
print(R().d)
class S:
    @property
    def broken(self): return self.missing
    def __getattr__(self, n):
        raise AttributeError(f"nope {n}")
try: S().broken
except AttributeError as e: print(e, e.__context__)
class T:
    @property
    def m(self): raise AttributeError("prop m")
    def __getattr__(self, n): return lambda *a: (n, a)
print(T().m(1, 2))
def g(o): return o.m(3)
for i in range(5): print(g(T()), end=" ")
