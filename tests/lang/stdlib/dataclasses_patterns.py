"""Methods of dataclasses are written once for all classes, and filled in with the names of the fields."""
from dataclasses import dataclass, field, FrozenInstanceError
@dataclass
class E: pass
print(E(), E() == E(), hash(E) is not None)
@dataclass(frozen=True, order=True)
class F: pass
print(F(), F() == F(), hash(F()) == hash(()), F() < F(), F() <= F())
try: F().x = 1
except FrozenInstanceError as e: print(e)
@dataclass(frozen=True, order=True)
class G:
    a: int
    b: str = "x"
g = G(1)
print(g, hash(g) == hash((1, "x")), g < G(2), g >= G(1, "a"))
for f in (lambda: setattr(g, "a", 2), lambda: delattr(g, "b"), lambda: setattr(g, "zz", 1), lambda: delattr(g, "q")):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    a: int
    b: list = field(default_factory=list)
    def __post_init__(self): self.c = self.a * 2
print(P(2), P(2).c, P(2) == P(2, []))
@dataclass
class Q:
    a: int
    ä: int = 3
    def __post_init__(self): self.c = self.a * 2
print(Q(2), Q(2).c, Q(ä=5, a=1))
@dataclass(frozen=True)
class H:
    a: int
    def __post_init__(self): print("post", self.a)
print(H(a=3))
@dataclass
class S:
    self: int
    b: int = 0
print(S(1), S(self=3, b=2))
@dataclass(slots=True, frozen=True)
class T:
    a: int
    b: int = 4
print(T(1), T(1).b, T.__init__.__code__.co_varnames)
try: T()
except TypeError as e: print(e)
@dataclass
class K:
    def m(self): return self
    a: int
    b: "int" = field(repr=False, compare=False, default=1)
k = K(1); setattr(k, "a", k)
print(k, K(1, 2) == K(1, 3))
class Sub(G): pass
s = Sub(1)
try: s.a = 2
except FrozenInstanceError as e: print(e)
s.other = 3
print(s, s.other, s == G(1), G(1) == s)
