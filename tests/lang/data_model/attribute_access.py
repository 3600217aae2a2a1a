# Customizing attribute access, descriptors, slots (3.3.2).  # python3.12
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
class A:
    def __getattr__(self, name):
        print("getattr", name)
        if name == "deep": return self.deeper
        if name == "deeper": raise AttributeError("custom words")
        return name.upper()
    there = 1
a = A()
print(a.there, a.other, attempt(lambda: a.deep), hasattr(a, "deeper"), getattr(a, "deeper", "default"), attempt(getattr, a, "deeper"))
class P:
    @property
    def broken(self): raise AttributeError("inside the property")
    def __getattr__(self, name): return ("fallback", name)
print(P().broken)
class B:
    def __getattribute__(self, name):
        print("getattribute", name)
        if name == "x": raise AttributeError("no x")
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "from getattr " + name
    y = 2
    def method(self): return "m"
b = B()
print(b.x, b.y, b.z, b.method(), b.__class__.__name__)
print(len([1]) if not hasattr(B, "__len__") else 0)
class C:
    def __setattr__(self, name, value): print("set", name, value); object.__setattr__(self, name, value)
    def __delattr__(self, name): print("del", name); object.__delattr__(self, name)
c = C()
c.x = 1
c.x += 1
del c.x
print(attempt(lambda: delattr(c, "x")), attempt(lambda: setattr(c, 1, 2)), attempt(lambda: getattr(c, 1)), attempt(lambda: hasattr(c, None)), attempt(lambda: delattr(c, 2)))
print(c.__dict__)
# Implicit lookups go to the type.
class D: pass
d = D()
d.__len__ = lambda: 5
d.__call__ = lambda: 5
d.__str__ = lambda: "instance"
d.__eq__ = lambda o: True
d.__bool__ = lambda: False
print(attempt(len, d), attempt(d), str(d) == "instance", d == 1, bool(d), d.__len__())
class Meta(type):
    def __getattribute__(cls, name): print("meta", name); return super().__getattribute__(name)
    def __len__(cls): return 42
class E(metaclass=Meta):
    def __len__(self): return 10
    def __getattribute__(self, name): print("class", name); return super().__getattribute__(name)
e = E()
print(len(e), e.__len__(), type(e).__len__(e), len(E), hash(e) is None)
# Descriptors.
class Data:
    def __init__(self, name): self.name = name
    def __get__(self, instance, owner=None): return ("get", self.name, type(instance).__name__, owner.__name__ if owner else None)
    def __set__(self, instance, value): print("set", self.name, value)
    def __delete__(self, instance): print("delete", self.name)
class NonData:
    def __get__(self, instance, owner=None): return ("non-data", instance is None, owner.__name__)
class OnlySet:
    def __set__(self, instance, value): instance.__dict__["only"] = ("through", value)
class OnlyDelete:
    def __delete__(self, instance): print("only delete")
class Named:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
class Host:
    data = Data("data")
    non = NonData()
    only = OnlySet()
    gone = OnlyDelete()
    named = Named()
    again = named
h = Host()
print(h.data, Host.data, h.non, Host.non)
h.data = 5
del h.data
h.__dict__["data"] = "hidden"
h.__dict__["non"] = "instance wins"
print(h.data, h.non, type(h.only).__name__)
h.only = 7
print(h.only, attempt(lambda: delattr(h, "only")), attempt(lambda: setattr(h, "gone", 1)))
del h.gone
h.non = "again"
del h.non
print(h.non, attempt(lambda: delattr(h, "non")), attempt(lambda: delattr(h, "nothing")), attempt(lambda: h.nothing), attempt(lambda: Host.nothing))
Host.late = Named()
Host.data = "replaced"
print(h.data, Host.data)
class ManyBad:
    def __set_name__(self, owner, name): raise ValueError("bad name")
try:
    class Bad:
        attribute = ManyBad()
except ValueError as error:
    print("ValueError", error, getattr(error, "__notes__", None))
except RuntimeError as error:
    print("ValueError", error.__cause__, ["Error calling __set_name__ on 'ManyBad' instance 'attribute' in 'Bad'"])
# A descriptor's __get__ found through super, on a metaclass, on a class.
class Base:
    d = Data("base")
class Sub(Base):
    d = "sub"
    def up(self): return super().d
    @classmethod
    def up_class(cls): return super().d
print(Sub().up(), Sub.up_class())
class MetaD(type):
    m = Data("meta")
    n = NonData()
class WithMeta(metaclass=MetaD):
    m = "class attribute"
    n = "class n"
print(WithMeta.m, WithMeta.n, attempt(lambda: WithMeta().m))
WithMeta.m = 3
# function, classmethod, staticmethod, property as descriptors
class F:
    def f(self): return self
    c = classmethod(lambda cls: cls.__name__)
    s = staticmethod(lambda: "static")
    p = property(lambda self: "get", lambda self, v: print("pset", v), lambda self: print("pdel"), "the doc")
    ro = property(lambda self: 1)
    wo = property(None, lambda self, v: None)
f = F()
print(F.f is F.__dict__["f"], f.f.__self__ is f, f.f.__func__ is F.f, F.f.__get__(f)() is f, F.f.__get__(None, F) is F.f, f.c(), F.c(), f.s(), F.s(), f.p, F.p.__doc__, type(F.p).__name__)
f.p = 1
del f.p
print(attempt(lambda: setattr(f, "ro", 2)), attempt(lambda: delattr(f, "ro")), attempt(lambda: f.wo), attempt(lambda: delattr(f, "wo")))
print(attempt(lambda: F.f.__get__(None, None)), attempt(lambda: F.__dict__["c"].__get__(None, F)()), attempt(lambda: F.__dict__["p"].__get__(f)), F.__dict__["p"].__get__(None, F) is F.__dict__["p"])
print(attempt(lambda: property().__get__(f)), attempt(lambda: F.p.fget(1)), F.p.fset is not None, F.p.getter(lambda s: 2).fget(0), F.p.__set_name__ is not None if hasattr(F.p, "__set_name__") else "")
# __slots__
class S:
    __slots__ = ("a", "_b", "__c")
    def __init__(self): self.__c = 3
s = S()
print(attempt(lambda: s.a), attempt(lambda: setattr(s, "x", 1)), attempt(lambda: s.__dict__), S.__slots__, s._S__c, attempt(lambda: delattr(s, "a")))
s.a = 1
print(s.a, S.a.__name__, type(S.a).__name__, S.a.__get__(s), S.a.__objclass__.__name__, repr(S.a))
del s.a
print(attempt(lambda: s.a), attempt(lambda: S.a.__get__(1)), attempt(lambda: S.a.__set__([], 1)))
class T(S): pass
t = T()
t.x = 1
print(t.__dict__, attempt(lambda: t.a))
class U(S):
    __slots__ = ["d", "__dict__"]
u = U(); u.d = 1; u.z = 2
print(u.__dict__)
class V:
    __slots__ = {"k": "the doc of k"}
print(V.k.__doc__, V.__slots__)
class W:
    __slots__ = "single"
print([n for n in vars(W) if not n.startswith("__")])
for bad in (("1a",), (1,), ("a b",), ("__dict__", "__dict__"), ("__weakref__", "__weakref__"), 5, ("",)):
    print(attempt(lambda: type("Bad", (), {"__slots__": bad})))
print(attempt(lambda: type("Bad", (), {"__slots__": ("x",), "x": 1})), attempt(lambda: type("Bad", (int,), {"__slots__": ("x",)})), attempt(lambda: type("Ok", (int,), {"__slots__": ()})(3) + 1), attempt(lambda: type("Bad", (tuple,), {"__slots__": ("x",)})),
      attempt(lambda: type("Bad", (bytes,), {"__slots__": "x"})), attempt(lambda: type("Ok", (list,), {"__slots__": "x"})([1])), attempt(lambda: type("Bad", (S, V), {})), attempt(lambda: type("Fine", (S, type("Empty", (), {"__slots__": ()})), {}).__name__), attempt(lambda: type("Bad", (T,), {"__slots__": ("__dict__",)})))
class X: __slots__ = ()
print(attempt(lambda: setattr(X(), "q", 1)), attempt(lambda: X().q), attempt(lambda: delattr(X(), "q")), attempt(lambda: setattr(1, "q", 1)), attempt(lambda: setattr("s", "upper", 1)), attempt(lambda: setattr(int, "x", 1)), attempt(lambda: delattr(int, "real")), attempt(lambda: setattr([], "append", 1)), attempt(lambda: setattr(object(), "a", 1)), attempt(lambda: delattr([], "append")), attempt(lambda: setattr(len, "a", 1)), attempt(lambda: setattr(None, "a", 1)), attempt(lambda: setattr((lambda: 1), "__name__", 1)), attempt(lambda: setattr(1, "real", 2)), attempt(lambda: setattr(type, "a", 2)))
import weakref
print(attempt(weakref.ref, X()), attempt(weakref.ref, 1), attempt(weakref.ref, []))
# __class__ assignment
class One:
    def who(self): return "one"
class Two:
    def who(self): return "two"
o = One(); o.v = 5
o.__class__ = Two
print(o.who(), o.v, type(o).__name__, isinstance(o, One))
class Slotted: __slots__ = ("p",)
class Slotted2: __slots__ = ("p",)
class Slotted3: __slots__ = ("q",)
z = Slotted(); z.p = 1; z.__class__ = Slotted2
print(z.p, attempt(lambda: setattr(z, "__class__", Slotted3)), attempt(lambda: setattr(o, "__class__", Slotted)), attempt(lambda: setattr(o, "__class__", int)), attempt(lambda: setattr(1, "__class__", Two)), attempt(lambda: setattr(o, "__class__", 5)), attempt(lambda: delattr(o, "__class__")), attempt(lambda: setattr([], "__class__", list)), attempt(lambda: setattr(type("L", (list,), {})(), "__class__", type("M", (list,), {}))))
# __dict__ assignment
o.__dict__ = {"new": 1}
print(o.new, attempt(lambda: o.v), attempt(lambda: setattr(o, "__dict__", 5)), attempt(lambda: vars(1)), attempt(lambda: delattr(o, "__dict__")))
# __dir__
class Dir:
    def __dir__(self): return ["z", "a"]
print(dir(Dir()), attempt(dir, type("T", (), {"__dir__": lambda s: 5})()), attempt(dir, type("T", (), {"__dir__": lambda s: [1, "a"]})()))
# module-level __getattr__ and __dir__
import types
m = types.ModuleType("m", "doc")
m.__getattr__ = lambda name: name * 2 if name != "no" else m.missing_really(name)
m.__dir__ = lambda: ["b", "a"]
print(m.ab, dir(m), m.__doc__, m.__name__)
class MyModule(types.ModuleType):
    def __setattr__(self, name, value): print("module set", name); super().__setattr__(name, value)
    @property
    def prop(self): return "computed"
m.__class__ = MyModule
m.x = 5
print(m.prop, m.x, attempt(lambda: types.ModuleType("n").gone), attempt(lambda: delattr(types.ModuleType("n"), "gone")))
print(attempt(lambda: (1).real.foo), attempt(lambda: "".foo), attempt(lambda: None.foo), attempt(lambda: int.foo), attempt(lambda: len.foo), attempt(lambda: (lambda: 0).foo), attempt(lambda: A.foo), attempt(lambda: [].append.foo), attempt(lambda: super(B, b).nope))
