# Customizing class creation (3.3.3) and generic types (3.3.5), instance and subclass checks (3.3.4).  # python3.12
def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return f"{type(e).__name__}: {e}" + (f" notes {e.__notes__}" if hasattr(e, "__notes__") else "")
class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, tag, kw)
        cls.tag = tag
class A(Base, tag="a"): pass
class B(A): pass
print(A.tag, B.tag, attempt(lambda: type("C", (Base,), {}, bad=1)), attempt(type, "D", (Base,), {}, tag=5).tag, attempt(lambda: type("E", (), {}, x=1)), attempt(lambda: type("E", (), {}).__init_subclass__(1)), attempt(object.__init_subclass__, x=2))
class Order(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kw):
        print("prepare", metacls.__name__, name, [b.__name__ for b in bases], kw)
        class Space(dict):
            def __setitem__(self, key, value):
                if not key.startswith("__"): print("  store", key)
                dict.__setitem__(self, key, value)
            def __missing__(self, key):
                if key == "magic": return 42
                raise KeyError(key)
        return Space()
    def __new__(metacls, name, bases, space, **kw):
        print("new", metacls.__name__, name, type(space).__name__, kw)
        return super().__new__(metacls, name, bases, dict(space))
    def __init__(cls, name, bases, space, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, space)
    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)
class M(metaclass=Order, key=1):
    x = magic
    def f(self): return __class__
    y = x + 1
    del x
print(M().f() is M, M.y, hasattr(M, "x"))
class N(M, other=2):
    def __new__(cls, *a): print("N.new", a); return super().__new__(cls)
    def __init__(self, *a): print("N.init", a)
N(1, 2)
class Elsewhere:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Elsewhere())
class Sub2(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __init__(self, v): self.given = v
s = Sub2(4)
print(s, s.given)
# the most derived metaclass; conflicts
class M1(type): pass
class M2(M1): pass
class M3(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
class C3(metaclass=M3): pass
class C12(C1, C2): pass
print(type(C12).__name__, type(type("T", (C1,), {})).__name__, attempt(lambda: type("X", (C1, C3), {})), attempt(M1, "Y", (C2,), {}).__class__.__name__)
try:
    class Conflict(C2, C3): pass
except TypeError as e: print(e)
try:
    class Conflict2(C1, metaclass=M3): pass
except TypeError as e: print(e)
# a metaclass that is no class
def function_meta(name, bases, space, **kw):
    print("function_meta", name, bases, sorted(k for k in space if not k.startswith("__")), kw)
    return ("made", name)
class F(metaclass=function_meta, z=3):
    a = 1
print(F)
class WithPrepare:
    def __prepare__(self, name, bases): return {"given": 1}
    def __call__(self, name, bases, space): return sorted(k for k in space if k != "__module__" and k != "__qualname__" and k != "__firstlineno__" and k != "__static_attributes__")
class G(int, metaclass=WithPrepare()):
    b = given
print(G)
for bad in (5, None, "x"):
    try:
        class Bad(metaclass=bad): pass
    except TypeError as e: print(e)
try:
    class BadSpace(metaclass=type("P", (type,), {"__prepare__": classmethod(lambda *a: 5)})): pass
except TypeError as e: print(e)
# __mro_entries__
class Entry:
    def __init__(self, *bases): self.bases = bases
    def __mro_entries__(self, bases): print("entries", len(bases)); return self.bases
class H(Entry(A, dict), int if False else Entry()): pass
print(H.__bases__, [type(b).__name__ for b in H.__orig_bases__], attempt(lambda: type("I", (Entry(A),), {})))
class BadEntry:
    def __mro_entries__(self, bases): return 5
try:
    class J(BadEntry()): pass
except TypeError as e: print(e)
import types
print(types.resolve_bases((A, Entry(B))), types.new_class("K", (Entry(A),), {"tag": 9}, lambda ns: ns.update(q=1)).q, types.get_original_bases(H)[0].bases if hasattr(types, "get_original_bases") else (A, dict))
print(types.prepare_class("L", (M,), {"metaclass": Order, "w": 1})[0].__name__)
# bases that cannot be
for bases in ((int, str), (A, A), (bool,), (A, Base, A), (Base, A), (type(None),), (1,), ("a",), (range,), (type(lambda: 0),), (object, A), (slice,), (int, list)):
    print(attempt(lambda: type("Z", bases, {})) if not isinstance(r := attempt(lambda: type("Z", bases, {})), type) else "made")
try:
    class Q(1): pass
except TypeError as e: print(e)
try:
    class Q(len): pass
except TypeError as e: print(e)
print(attempt(type), attempt(type, 1, 2), attempt(type, "x", (), 5), attempt(type, 1, (), {}), attempt(type, "x", [], {}), attempt(type, "x\0y", (), {}), attempt(lambda: type("x", (), {1: 2})) and "ok", attempt(lambda: type("", (), {}).__name__), attempt(type, "x", (), {"__qualname__": 5}), attempt(type, "X", (), {"__doc__": 7}).__doc__, attempt(type, "X", (), {"__module__": 7}).__module__, attempt(type, "X", (), {"__slots__": 5}), attempt(type, "X", (), {"__classcell__": 5}), type(1), type(type))
# __class__ cell
class Cell:
    def me(self): return __class__
    you = lambda self: (lambda: __class__)()
    try:
        early = __class__
    except NameError as e:
        early = str(e)
    @staticmethod
    def st(): return __class__
    class Inner:
        def me(self): return __class__
print(Cell().me(), Cell().you(), Cell.early, Cell.st(), Cell.Inner().me())
class NoCell(type):
    def __new__(m, n, b, s):
        s.pop("__classcell__", None)
        return super().__new__(m, n, b, s)
try:
    class R(metaclass=NoCell):
        def f(self): return __class__
except RuntimeError as e: print(e)
# __set_name__ with the order of things
class D:
    def __init__(self): print("made D")
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name, hasattr(owner, "later"))
class Tracker:
    def __init_subclass__(cls): print("init_subclass sees", cls.__name__, hasattr(cls, "d"))
class S(Tracker):
    d = D()
    later = 1
# decorators
def deco(label):
    print("evaluated", label)
    def apply(c): print("applied", label, c.__name__); return c
    return apply
@deco("outer")
@deco("inner")
class T(print("bases") or object): print("body")
# instance and subclass checks
class Check(type):
    def __instancecheck__(cls, x): print("instancecheck", x); return "yes"
    def __subclasscheck__(cls, c): print("subclasscheck", c); return []
class U(metaclass=Check): pass
print(isinstance(5, U), isinstance(U(), U), issubclass(int, U), issubclass(U, U), isinstance(5, (str, U)), issubclass(int, (U, int)), attempt(lambda: [1 for c in [ValueError()] if isinstance(c, U)]))
print(attempt(isinstance, 1, 1), attempt(isinstance, 1, (int, 1)), attempt(isinstance, "a", (int, 1)), attempt(issubclass, 1, int), attempt(issubclass, int, 1), attempt(isinstance, 1, "int"), attempt(isinstance, 1, list[int]), attempt(issubclass, int, list[int]), attempt(isinstance, 1, int | str), attempt(isinstance, 1, (str, (float, (int,)))), attempt(isinstance, 1, int | list[int]), attempt(issubclass, bool, int | str))
class Faker:
    @property
    def __class__(self): return int
print(isinstance(Faker(), int), isinstance(Faker(), Faker), type(Faker()).__name__, Faker().__class__)
class HasBases:
    def __init__(self, *b): self.__bases__ = b
one = HasBases(); two = HasBases(one)
print(attempt(issubclass, two, one), attempt(issubclass, one, two), attempt(isinstance, 1, one), attempt(issubclass, HasBases(), int))
# __class_getitem__, and a metaclass's __getitem__ before it
class V:
    def __class_getitem__(cls, item): return (cls.__name__, item)
class W(V): pass
class X(V, metaclass=type("MG", (type,), {"__getitem__": lambda cls, i: ("meta", i)})): pass
print(V[1], W[1, 2], W[1:2], X[0], attempt(lambda: V()[0]), attempt(lambda: int[0]), attempt(lambda: object[1]), list[int], dict[str, int], type[int], tuple[int, ...], tuple[()])
print(V.__class_getitem__(3), type(V.__dict__["__class_getitem__"]).__name__, type(Base.__dict__["__init_subclass__"]).__name__, type(Elsewhere.__dict__["__new__"]).__name__)
# changing bases
class Old1: v = 1
class Old2: v = 2
class Kid(Old1): pass
k = Kid()
Kid.__bases__ = (Old2,)
print(k.v, Kid.__mro__[1].__name__, Old1.__subclasses__(), [c.__name__ for c in Old2.__subclasses__()])
print(attempt(lambda: setattr(Kid, "__bases__", ())), attempt(lambda: setattr(Kid, "__bases__", (int,))), attempt(lambda: setattr(Kid, "__bases__", 5)), attempt(lambda: setattr(Kid, "__bases__", (Kid,))), attempt(lambda: setattr(int, "__bases__", (object,))), attempt(lambda: delattr(Kid, "__bases__")))
Kid.__name__ = "Renamed"; Kid.__qualname__ = "Q.R"; Kid.__module__ = "elsewhere"; Kid.__doc__ = "words"
print(Kid, k.__class__.__name__, Kid.__doc__, attempt(lambda: setattr(Kid, "__name__", 1)), attempt(lambda: setattr(Kid, "__qualname__", 1)), attempt(lambda: setattr(int, "__name__", "x")), attempt(lambda: delattr(Kid, "__name__")), attempt(lambda: setattr(Kid, "__name__", "a\0b")), attempt(lambda: setattr(Kid, "__mro__", ())), attempt(lambda: setattr(Kid, "__dict__", {})))
class MroMeta(type):
    def mro(cls): print("mro of", cls.__name__); return [cls, Old1, object]
class Odd(metaclass=MroMeta): pass
print(Odd.v, Odd.__mro__, attempt(lambda: type("BadMro", (), {}, ).mro()) is not None)
class BadMro(type):
    def mro(cls): return [5]
print(attempt(lambda: BadMro("Q", (), {})))
