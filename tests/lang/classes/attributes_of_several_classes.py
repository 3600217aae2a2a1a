# One place that reads attributes of several classes in turn, while these change, and classes come and go.
import gc
class A:
    x = 1
    @classmethod
    def m(cls): return cls.__name__, cls.x
    @staticmethod
    def s(): return "static"
class B(A): x = 2
class C(A): pass
class M(type):
    x = "meta"
    @property
    def p(cls): return "property of " + cls.__name__
class D(A, metaclass=M): x = 4
class E(metaclass=M): pass
def read(classes): return [c.x for c in classes]
def call(classes): return [c.m() for c in classes]
def static(classes): return [c.s() for c in classes]
def names(classes): return [c.__name__ for c in classes]
everything = [A, B, C, D, E]
for turn in range(4):
    print(read(everything), call(everything[:4]), static(everything[:4]), names(everything))
    if turn == 0: A.x = 10
    if turn == 1:
        C.x = 30
        del B.x
        M.p = M.x = property(lambda cls: "data " + cls.__name__)
    if turn == 2:
        A.m = classmethod(lambda cls: "another")
        B.__name__ = "Renamed"
        M.x = "plain"
        E.x = 5
print([c.p for c in (D, E)])
def fresh(i):
    return type(f"T{i}", (A,) if i % 2 else (), {"x": i, "m": classmethod(lambda cls: cls.x)})
for i in range(300):
    made = [fresh(i), fresh(i + 1), A]
    if read(made) != [i, i + 1, 10] or [c.m() for c in made[:2]] != [i, i + 1]: print("wrong", i)
    if i % 50 == 0: gc.collect()
class Meta(type):
    def __getattribute__(cls, name): return "asked " + name if name == "x" else type.__getattribute__(cls, name)
class F(metaclass=Meta): x = 1
print(read([A, F, B, F, A]))
def both(things): return [t.x for t in things]
print(both([A, A(), B, B(), D, D(), F, F()]))
