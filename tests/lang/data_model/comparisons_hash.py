# Rich comparison, hashing and identity (3.3.1).  # python3.12
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
import operator as o
COMPARISONS = {"lt": o.lt, "le": o.le, "eq": o.eq, "ne": o.ne, "gt": o.gt, "ge": o.ge}
def method(name, answer):
    def call(self, other):
        print("   ", name, type(self).__name__, type(other).__name__)
        return answer
    return call
def make(label, bases=(), **answers):
    return type(label, bases, {f"__{n}__": method(n, a) for n, a in answers.items()})
A = make("A", lt="A<", eq="A=", ge=NotImplemented)
B = make("B", gt="B>", eq=NotImplemented, le="B<=", ne=[])
C = make("C", (A,), gt="C>", eq="C=", lt=NotImplemented)
D = make("D", (A,))
N = make("N", lt=NotImplemented, le=NotImplemented, eq=NotImplemented, ne=NotImplemented, gt=NotImplemented, ge=NotImplemented)
for left in (A, B, C, D, N):
    for right in (A, B, C, D, N):
        for name, f in COMPARISONS.items():
            print(left.__name__, name, right.__name__, attempt(f, left(), right()))
for name, f in COMPARISONS.items():
    print(attempt(f, 1, A()), attempt(f, A(), "x"), attempt(f, None, B()), attempt(f, N(), 1), attempt(f, object(), 1))
# != follows __eq__ unless there is a __ne__
class E:
    def __eq__(self, other): return NotImplemented if other is None else other == 5
print(E() != 5, E() != 6, E() != None, E() == None, E().__ne__(5), E().__ne__(None))
class F:
    def __eq__(self, other): return []
print(F() != 1, F() == 1, not F() == 1)
# __hash__
class G:
    def __eq__(self, other): return True
print(G.__hash__, attempt(hash, G()), attempt(lambda: {G()}), attempt(lambda: {G(): 1}))
class H(G):
    __hash__ = object.__hash__
print(attempt(lambda: hash(H()) == object.__hash__(H())) in (True, False))
class I(G):
    def __hash__(self): return 3
class J(I): pass
class K(I):
    def __eq__(self, other): return False
print(hash(I()), hash(J()), K.__hash__, attempt(hash, K()))
class L:
    __hash__ = None
print(attempt(hash, L()), isinstance(L(), __import__("collections.abc").abc.Hashable))
for answer in (True, 2**61 - 1, 2**61, -1, -2, 2**64, -2**70, 1.0, "x", None):
    print(answer, attempt(hash, type("M", (), {"__hash__": lambda self: answer})()))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2**61 - 1), hash(-1), hash(-2), hash(0.5), hash(float("inf")), hash(-float("inf")), hash(1e300), hash(2**1000), hash(1.5 + 2j), hash(()), hash((1, 2)), hash(range(3)) == hash(range(0, 3, 1)), hash(None) == hash(None))
print(hash((1, (2, 3))), hash(frozenset()), hash(frozenset({1, 2, 3})), hash(slice) == hash(slice), attempt(hash, slice(1, 2)) if __import__("sys").version_info < (3, 12) else "slices are hashable")
print(attempt(hash, []), attempt(hash, {}), attempt(hash, set()), attempt(hash, bytearray()), attempt(hash, ([],)), attempt(lambda: {[]: 1}), attempt(lambda: {1}.add([])), attempt(lambda: {}.get([])), attempt(lambda: [] in {}), attempt(lambda: [] in {1}), attempt(lambda: {1} in {frozenset({1})}))
# identity goes first in containers
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [nan].count(nan), (nan,) == (nan,), {nan: 1} == {nan: 1}, [float("nan")] == [nan], nan == nan, {nan} == {nan})
class Never:
    def __eq__(self, other): return False
    def __hash__(self): return 1
n = Never()
print(n in [n], [n].index(n), {n: 5}[n], n in {n}, [n] == [n], n == n, [n].remove(n), (n,).count(n))
# the order of questions when containers are compared
class Q:
    def __init__(self, v): self.v = v
    def __eq__(self, other): print("eq", self.v, getattr(other, "v", other)); return self.v == getattr(other, "v", other)
    def __lt__(self, other): print("lt", self.v, getattr(other, "v", other)); return self.v < getattr(other, "v", other)
    def __hash__(self): return 7
print([Q(1), Q(2)] < [Q(1), Q(3)])
print((Q(1), Q(2)) >= (Q(1), Q(2), Q(0)) if hasattr(Q, "__ge__") else 0)
print([Q(1)] == [Q(1), Q(2)])
print({Q(1): "a", Q(2): "b"}[Q(2)])
print(Q(2) in [1, 2, 3])
print([1, Q(2)].index(2))
print(sorted([Q(3), Q(1), Q(2)])[0].v, min(Q(2), Q(1)).v, max([Q(2), Q(3)], key=lambda q: q.v).v)
# chained comparison: the middle once, the result not made a bool
class R:
    def __init__(self, name, answer): self.name, self.answer = name, answer
    def __lt__(self, other): return self.answer
def r(name, answer):
    print("made", name)
    return R(name, answer)
print(r("a", []) < r("b", 5) < r("c", 6))
print(r("a", 1) < r("b", "last") < r("c", 6))
print(1 < 2 > 1 != 3 in [3] is not None)
class NoBool:
    def __bool__(self): raise ValueError("no truth")
print(attempt(lambda: r("a", NoBool()) < r("b", 1) < 3))
print(attempt(lambda: r("a", NoBool()) < 3).__class__.__name__)
print(attempt(lambda: not NoBool()), attempt(lambda: NoBool() and 1), attempt(lambda: 1 if NoBool() else 2), attempt(lambda: 1 in type("T", (), {"__contains__": lambda s, x: NoBool()})()), attempt(lambda: any([NoBool()])))
for bad in (1, "x", None, [], 2.0):
    print(attempt(bool, type("T", (), {"__bool__": lambda s: bad})()))
for bad in (-1, 2**63, 2**70, "x", None, 1.0, True):
    print(attempt(bool, type("T", (), {"__len__": lambda s: bad})()), attempt(len, type("T", (), {"__len__": lambda s: bad})()))
