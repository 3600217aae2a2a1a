# python3.12
"""copy, pickle, copyreg, __reduce__, __getstate__, shared references, recursion, slots, dataclasses, enums, functions, errors."""
import collections, copy, copyreg, datetime, decimal, enum, fractions, functools, io, pickle, sys, types, uuid, pathlib, re, operator
from dataclasses import dataclass, field


class Plain:
    def __init__(self, **k): self.__dict__.update(k)
    def __eq__(self, o): return type(o) is type(self) and vars(self) == vars(o)
    def __repr__(self): return f"Plain({', '.join(f'{k}={v!r}' for k, v in vars(self).items() if v is not self)})"
class Slots:
    __slots__ = ("a", "b", "__weakref__")
    def __init__(self, a): self.a = a
class State:
    def __init__(self): self.cache, self.value = {"big": 1}, 7; self.log = []
    def __getstate__(self): d = self.__dict__.copy(); del d["cache"]; return d
    def __setstate__(self, d): self.__dict__.update(d); self.cache = {}; self.log = d["log"] + ["restored"]
class Reduced:
    def __init__(self, x, *, y=0): self.x, self.y = x, y
    def __reduce__(self): return (functools.partial(Reduced, y=self.y), (self.x,), {"extra": 1})
class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return self[0], self[1]
class KwArgs:
    def __new__(cls, *, k): o = super().__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {"k": self.k}
class MyList(list):
    def __init__(self, *a): super().__init__(*a); self.tag = "t"
class MyDict(dict): __slots__ = ("z",)
class Color(enum.Enum):
    RED = 1; BLUE = "b"
class Perm(enum.Flag):
    R = enum.auto(); W = enum.auto()
@dataclass
class Node:
    v: int; kids: list = field(default_factory=list); parent: "Node | None" = field(default=None, repr=False)
@dataclass(frozen=True, slots=True)
class Fz:
    a: int; b: tuple = ()
NT = collections.namedtuple("NT", "p q", defaults=[5])
def func(x): return x + 1
values = [None, True, 0, -1, 255, 2 ** 31, -2 ** 80, 1.5, float("inf"), 1j, "é😀" * 3, "x" * 300, b"\0\xff", bytearray(b"ab"), (), (1,), (1, 2, 3, 4), [1, [2]], {"a": {"b": 1}}, {1, 2}, frozenset([3]), range(1, 9, 2), slice(1, None), ..., NotImplemented, int, len, func, NT(1), Color.BLUE, Perm.R | Perm.W, Fz(1, (2,)), datetime.datetime(2024, 1, 2, 3, tzinfo=datetime.UTC), datetime.timedelta(1, 2), decimal.Decimal("1.50"), fractions.Fraction(3, 7), collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1, 2], 3), collections.defaultdict(list, x=[1]), uuid.UUID(int=5), pathlib.PurePosixPath("/a/b"), functools.partial(int, base=2), operator.itemgetter(1, 2), types.SimpleNamespace(a=1), Plain(x=1, y=[2]), ValueError("msg", 3), OSError(2, "No", "f"), re.compile("a+", re.I), NewArgs(1, 2), str.upper, [].append, complex, print, Plain.__eq__, collections.ChainMap({"a": 1})]
for v in values:
    out = []
    for proto in range(6):
        try:
            w = pickle.loads(pickle.dumps(v, proto)); out.append(repr(w) == repr(v) or re.sub("0x\\w+", "", repr(w)) == re.sub("0x\\w+", "", repr(v)))
        except Exception as e: out.append(f"{type(e).__name__}: {e}")
    if out != [True] * 6: print(repr(v)[:50], out)
    c, d = copy.copy(v), copy.deepcopy(v)
    if repr(c) != repr(v) or repr(d) != repr(v): print("copy differs", repr(v)[:60])
s = Slots(1); t = copy.copy(s); print(t.a, hasattr(t, "b"), pickle.loads(pickle.dumps(s, 2)).a)
try: pickle.dumps(s, 1)
except TypeError as e: print(e)
st = pickle.loads(pickle.dumps(State())); print(vars(st)); st = copy.deepcopy(st); print(vars(st))
r = pickle.loads(pickle.dumps(Reduced(1, y=2))); print(vars(r)); print(vars(pickle.loads(pickle.dumps(KwArgs(k=3)))))
ml = MyList([1, 2]); ml.me = ml; m2 = pickle.loads(pickle.dumps(ml)); print(m2, m2.me is m2, m2.tag, type(m2).__name__); m3 = copy.deepcopy(ml); print(m3.me is m3, m3 is ml)
md = MyDict(a=1); md.z = 9; print(pickle.loads(pickle.dumps(md)).z, copy.copy(md).z)
root = Node(1); root.kids = [Node(2, parent=root), Node(3, parent=root)]; r2 = copy.deepcopy(root); print(r2, r2.kids[0].parent is r2, pickle.loads(pickle.dumps(root)).kids[1].parent.v)
shared = [1]; a, b = pickle.loads(pickle.dumps([shared, shared])); print(a is b); rec = []; rec.append(rec); x = pickle.loads(pickle.dumps(rec)); print(x[0] is x, copy.deepcopy(rec))
class Deep:
    def __init__(self, n): self.n, self.l = n, []
    def __copy__(self): return Deep(self.n + 100)
    def __deepcopy__(self, memo): print("deepcopy", len(memo) > 0); o = Deep(self.n); memo[id(self)] = o; o.l = copy.deepcopy(self.l, memo); return o
d = Deep(1); d.l.append(d); e = copy.deepcopy([d, d]); print(e[0] is e[1], e[0].l[0] is e[0], copy.copy(d).n, copy.replace if hasattr(copy, "replace") else "no replace")
for bad in ("pickle.dumps(lambda: 1)", "pickle.dumps(sys.stdout)", "pickle.dumps((i for i in []))", "pickle.loads(b'')", "pickle.loads(b'junk')", "pickle.loads(b'\\x80\\x09.')", "pickle.dumps(sys)", "pickle.loads(b'cnomod\\nname\\n.')", "copy.deepcopy(sys)", "copy.copy(x for x in [])", "pickle.dumps(type('Local', (), {})())", "pickle.dumps(1, 9)", "pickle.loads('text')", "pickle.loads(pickle.dumps([1])[:-2])"):
    try: print(bad, eval(bad))
    except Exception as e: print(f"{bad:45} {type(e).__name__}: {re.sub('0x[0-9a-f]+', '0x', str(e))}")
class P(pickle.Pickler):
    def persistent_id(self, o): return ("plain", o.x) if isinstance(o, Plain) else None
    def reducer_override(self, o): return (complex, (o.real, 9)) if type(o) is complex else NotImplemented
class U(pickle.Unpickler):
    def persistent_load(self, pid): return f"<{pid[0]} {pid[1]}>"
    def find_class(self, m, n):
        if m == "os": raise pickle.UnpicklingError(f"forbidden {m}.{n}")
        return super().find_class(m, n)
f = io.BytesIO(); p = P(f); p.dump([Plain(x=5), 2j, 1]); p.dump("second"); f.seek(0); u = U(f); print(u.load(), u.load())
try: U(io.BytesIO(b"cos\nsystem\n(S'x'\ntR.")).load()
except pickle.UnpicklingError as e: print(e)
copyreg.pickle(type(func.__code__), lambda c: (str, (c.co_name,))); print(pickle.loads(pickle.dumps(func.__code__)))
class Sig:
    def __init__(self): raise RuntimeError("init must not run")
print(type(pickle.loads(pickle.dumps(object.__new__(Sig)))).__name__)
bufs = []; data = pickle.dumps(pickle.PickleBuffer(bytearray(b"oob")), 5, buffer_callback=bufs.append); print(len(bufs), bytes(pickle.loads(data, buffers=bufs)))
