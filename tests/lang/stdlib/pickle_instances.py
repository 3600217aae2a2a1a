# Instances that object.__reduce_ex__ pickles, beside all kinds that have a say in it.
import pickle, copyreg, enum, dataclasses, collections, datetime, abc
class A: pass
class B(A):
    def __init__(self, x): self.x = x; self.me = self
class S:
    __slots__ = ("a", "b")
class SD(S): pass
class G:
    def __getstate__(self): return {"g": 1}
class St:
    def __setstate__(self, s): self.s = s
class R:
    def __reduce__(self): return R, ()
class N:
    def __new__(cls, *a): o = super().__new__(cls); o.n = a; return o
    def __getnewargs__(self): return (1, 2)
class NN:
    def __new__(cls): o = super().__new__(cls); o.made = True; return o
class M(type): pass
class WM(metaclass=M):
    pass
class AB(abc.ABC):
    pass
class Prop:
    @property
    def x(self): return self.__dict__["x"] * 2
    @x.setter
    def x(self, v): self.__dict__["x"] = v + 1
class GA:
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        return n
class Big: pass
class D(dict): pass
class Ex(Exception):
    def __init__(self, a): super().__init__(a); self.q = 5
@dataclasses.dataclass
class DC:
    a: int
    b: list = dataclasses.field(default_factory=list)
class Red: pass
copyreg.pickle(Red, lambda o: (str, ("red",)))
objs = [A(), B(3), G(), St(), R(), N(5), NN(), WM(), AB(), GA(), D(a=1), DC(1, [2]), Red()]
a = A(); a.k = "v"; a.l = [a, {"k": a}]; objs.append(a)
st = St(); st.z = 1; objs.append(st)
p = Prop(); p.x = 5; objs.append(p)
b = Big()
for i in range(200): setattr(b, f"a{i}", i)
objs.append(b)
w = WM(); w.r = 1; objs.append(w)
s = SD(); s.a = 1; s.c = 2; objs.append(s)
o = A(); o.__dict__[5] = 6; objs.append(o)
o = A(); o.__setstate__ = 5; objs.append(o)
sh = A(); sh.t = 1
objs.append([sh, sh, A, A, (sh,)])
import pickletools
for proto in range(0, 6):
    for o in objs:
        try:
            data = pickle.dumps(o, proto)
            r = pickle.loads(data)
            print(proto, type(o).__name__, data.hex() if len(data) < 400 else len(data), type(r).__name__, sorted(map(repr, getattr(r, "__dict__", {}).keys()))[:5])
        except Exception as e:
            print(proto, type(o).__name__, type(e).__name__, e)
r = pickle.loads(pickle.dumps(a)); print(r.l[0] is r, r.l[1]["k"] is r)
r = pickle.loads(pickle.dumps(objs[-1])); print(r[0] is r[1], r[2] is A, r[4][0] is r[0])
r = pickle.loads(pickle.dumps(p)); print(r.x, r.__dict__)
class P2(pickle.Pickler):
    def reducer_override(self, o): return (str, ("over",)) if isinstance(o, A) else NotImplemented
class P3(pickle.Pickler):
    dispatch_table = collections.ChainMap({A: lambda o: (int, (7,))}, copyreg.dispatch_table)
class P4(pickle.Pickler):
    dispatch_table = {A: lambda o: (int, (8,))}
class P5(pickle.Pickler):
    def persistent_id(self, o): return "pid" if isinstance(o, B) else None
class U5(pickle.Unpickler):
    def persistent_load(self, p): return p
    def find_class(self, m, n): print("find", m, n); return super().find_class(m, n)
import io
for P in (P2, P3, P4, P5):
    f = io.BytesIO(); P(f).dump([A(), B(1), G(), A()]); f.seek(0); print(P.__name__, [x if isinstance(x, (str, int)) else type(x).__name__ for x in U5(f).load()])
bad = b"\x80\x04\x8c\x08__main__\x94\x8c\x01A\x94\x93\x94)\x81\x94"
for tail in (b"K\x05b.", b"}\x94K\x01K\x02sb.", b"(K\x01K\x02tb.", b"Nb.", b"(}}\x8c\x01zK\x01stb.", b"b.", b"]b."):
    try: x = pickle.loads(bad + tail); print(type(x).__name__, x.__dict__)
    except Exception as e: print(type(e).__name__, e)
for data in (b"\x80\x04K\x01)\x81.", b"\x80\x04)\x81.", b"\x80\x04\x8c\x08builtins\x8c\x06object\x93)\x81.", b"\x80\x04\x8c\x08builtins\x8c\x03int\x93)\x81.", b"\x80\x04\x8c\x03abc\x8c\x03ABC\x93]\x81."):
    try: print(type(pickle.loads(data)).__name__)
    except Exception as e: print(type(e).__name__, e)
