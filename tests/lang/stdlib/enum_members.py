# python3.12
# enum: what bodies define, members by value, boundaries of flags, what is hidden by members, the functional form, checks
import zlib
import enum, warnings, pickle, copy, operator, sys
from enum import *
def t(f, *a, **k):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: r = repr(f(*a, **k))
        except Exception as e: r = f"{type(e).__name__}: {e}" + (f" in {type(e.__context__).__name__}" if e.__context__ else "")
    import re; r = re.sub("0x[0-9a-f]{6,}", "0x", r)
    return r + ("" if not w else " WARN " + str([(x.category.__name__, str(x.message)) for x in w]))
def body(text, base="Enum", extra=None):
    def run():
        ns = {**globals(), **(extra or {})}
        exec(f"class X({base}):\n" + "\n".join("    " + l for l in text.split("\n")), ns)
        X = ns["X"]
        return list(X.__members__.items()), X.__doc__, sorted(n for n in vars(X) if not n.startswith("_"))
    print(repr(text), base, t(run))
class Seen:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, c=None): return ("seen", self.name)
for text in ("A = 1\nB = 2", "A = 1\nB = 1", "A = auto()\nB = auto()", "A = 1\nA = 2", "mro = 1", "_x_ = 1", "__x = 1\nA = __x", "_p = 1\nA = 2", "A = 1\ndef A(self): pass", "def A(self): pass\nA = 1",
    "_ignore_ = 'b c'\nb = 1\nc = 2\nA = b", "A = 1\n_ignore_ = ['A']", "_order_ = 'A B'\nB = 2\nA = 1", "_order_ = 'A B'\nA = 2\nB = 1", "__order__ = 'A, B'\nA = 2\nB = 1", "_order_ = 'A'\nA = 2\nB = 1",
    "class N: pass\nA = 1", "A = nonmember(1)\nB = member(len)", "@member\ndef f(self): pass", "A = auto(), 3\nB = auto(), 4", "A = 'x'\nB = auto()", "A = 1\nB = 'x'\nC = auto()", "A = 1.5\nB = auto()", "A = auto()\ndef _generate_next_value_(n, s, c, l): return n",
    "def _generate_next_value_(n, s, c, l): return n.lower() + str(c) + repr(l)\nA = auto()\nB = auto()", "@staticmethod\ndef _generate_next_value_(n, s, c, l): return c * 10\nA = auto()\nB = 5\nC = auto()", "A = []\nB = {}\nC = []", "A = None", "A = lambda: 1", "A = property(len)\nB = 1",
    "def __init__(self, a, b): self.a = a; self.b = b\nA = 1, 2\nB = 3, 4", "def __init__(self, a): pass\nA = 1, 2", "def __new__(cls, v):\n    o = object.__new__(cls)\n    o._value_ = v * 2\n    return o\nA = 1\nB = 2", "def __new__(cls, v):\n    return object.__new__(cls)\nA = 1",
    "name = 1\nvalue = 2", "A = 1\nname = 'x'", "A = 1\n_missing_ = classmethod(lambda cls, v: cls.A)", "s = Seen()\nA = 1\ndef __init__(self, v): self.got = self.s", "A = 1\ns = Seen()", "A: int = 1\nB: str", "'doc'\nA = 1", "__slots__ = ()\nA = 1", "A = 2\nB = 1\nC = A", "_private__ = 3\n__dunder__ = 4\nA = 1", "A = enum.auto(7)\nB = auto()", "A = (1, 2)\nB = auto()", "A = object()\nB = auto()", "_numeric_repr_ = str\nA = 1", "_iter_member_ = 1\nA = 1", "_add_alias_ = 1", "A, B, C = range(3)", "A = B = 1", "A = 1\ndel A\nA = 2", "vars().update(A=1, B=2)", "locals()['A'] = 5"):
    body(text, extra={"Seen": Seen})
for base in ("IntEnum", "StrEnum", "Flag", "IntFlag", "str, Enum", "int, Enum", "float, Enum", "tuple, Enum", "bytes, Enum", "Enum, int", "object, Enum", "complex, ReprEnum", "Flag, boundary=KEEP", "Flag, boundary=CONFORM", "Flag, boundary=EJECT", "IntFlag, boundary=STRICT", "Enum, foo=1", "IntEnum, Enum", "bool, Enum", "dict, Enum"):
    for text in ("A = 1\nB = 2", "A = auto()\nB = auto()\nC = auto()", "A = 'a'\nB = 'b'", "A = 1, 2\nB = 3, 4", "A = b'x', 'ascii'", "A = 3\nB = auto()\nC = 4\nD = auto()", "A = -1\nB = 0\nC = 7", "A = None\nB = 1", "A = 1.5", "A = '1'", "A = 2020, 1, 1", "A = 1\nB = 6"):
        body(text, base)
class C(Enum): A = 1; B = 2; D = 1
class L(Enum): A = [1]; B = {}; T = 1, 2
class F(Flag): R = 1; W = 2; X = 4; RW = 3; BIG = 9; N = 0
class K(Flag, boundary=KEEP): A = 1; B = 2; D = 8
class Cf(Flag, boundary=CONFORM): A = 1; B = 4; AB = 5
class Ej(Flag, boundary=EJECT): A = 1; B = 4
class I(IntFlag): A = 1; B = 2; C = 4; ALL = 7
class Is(IntFlag, boundary=STRICT): A = 1; B = 4
class NegF(Flag): A = 1; B = 2; NOTA = ~1
class S(StrEnum): A = auto(); B = "x"
class N(IntEnum): A = 1; B = 2
class Wrong(Flag): C = 4; A = 1; B = 2
class P(Enum):
    A = 1
    @property
    def p(self): return 5
    @enum.property
    def q(self): return 6
    @q.setter
    def q(self, v): print("set", v)
    @DynamicClassAttribute if False else enum.property
    def r(self): "r doc"; return 7
class Sub(P if False else Enum):
    A = 1
    def f(self): pass
    @staticmethod
    def st(): pass
    attr = nonmember(3)
vals = [0, 1, 3, 8, -2, "A", None, 1.0, True, [1], {}, (1, 2), C.A, F.R, "R|W", 1 << 40]
for E in (C, L, F, K, Cf, Ej, I, Is, NegF, S, N, Wrong):
    print(E, repr(E), len(E), list(E), list(reversed(E)), dict(E.__members__), bool(E), len(dir(E)), E._member_names_, E._boundary_ if issubclass(E, Flag) else "")
    for v in vals: print(E.__name__, v, t(E, v), t(lambda: v in E), t(E.__getitem__, v), sep=" ; ")
    for m in list(E)[:2]:
        print(repr(m), str(m), f"{m}", f"{m!s:>8}", t(format, m, ">10"), m.name, m.value, hash(m) == hash(m.name), zlib.crc32(str(dir(m)).encode()), t(copy.copy, m), t(copy.deepcopy, m), m.__reduce_ex__(2)[1:], t(setattr, m, "name", 1), t(setattr, m, "value", 1), t(setattr, m, "zz", 1), t(delattr, m, "name"), t(setattr, E, m.name, 3), t(delattr, E, m.name), t(delattr, E, "nope"), m.__objclass__ is E, m._sort_order_, t(lambda: m < m), m == m.value, t(lambda: m.A), t(lambda: m.mro))
    print(t(E), t(E, 1, 2), t(lambda: E(value=1)), t(E, names="a"), t(E, 1, names=2), t(lambda: E()), t(type, "Y", (E,), {}), t(lambda: E("Y", "A B")))
ops = (operator.or_, operator.xor, operator.contains, operator.add)
flags = [F.R, F(0), K(20), Cf.A, I(9), Is.A, NegF.NOTA, 1, -1, 64, "x", None, C.A, N.A, True]
for a in flags:
    for b in flags:
        if isinstance(a, Enum) or isinstance(b, Enum): print(repr(a), repr(b), *(t(op, a, b) for op in ops), sep=" ; ")
    if isinstance(a, Flag): print(t(operator.invert, a), t(lambda: ~~a), t(list, a), t(len, a), bool(a), t(str, a), t(repr, a), t(format, a), t(lambda: a.name), t(lambda: pickle.loads(pickle.dumps(a)) is a) if 0 else "")
for E in (F, K, Cf, I, NegF, Wrong):
    for v in range(-9, 12): print(E.__name__, v, t(lambda: (lambda m: (m, str(m), m.name if isinstance(m, Enum) else 0, list(m) if isinstance(m, Enum) else 0, ~m))(E(v))))
print(t(lambda: Enum("X", "a b c")), t(lambda: list(Enum("X", "a,b  c"))), t(lambda: list(Enum("X", ["a", "b"], start=5))), t(lambda: list(Enum("X", [("a", 3), ("b", 4)]))), t(lambda: list(Enum("X", {"a": 9}))), t(lambda: list(IntEnum("X", "a b", start=0))), t(lambda: list(Enum("X", "a b", type=str))), t(lambda: Enum("X", ())), t(lambda: Enum("X", [])), t(lambda: Enum("X")), t(lambda: list(Flag("X", "a b c"))), t(lambda: Enum("X", "a", module="m", qualname="q.X").__qualname__), t(lambda: list(StrEnum("X", "Ab Cd"))), t(lambda: Enum("X", "a a")), t(lambda: Enum("X", "mro")), t(lambda: Enum("X", 5)), t(lambda: Enum("X", [1, 2])), t(lambda: list(Enum("X", iter([("a", 1)])))), t(lambda: Enum("X", names="a b", boundary=None)), t(lambda: Enum("X", "a").a.__module__), t(lambda: Enum(value="X", names="a")), t(lambda: list(Flag("X", "a b", boundary=KEEP))))
print(C.A.p if hasattr(C.A, "p") else "", P.A.p, P.A.q, P.A.r, t(lambda: P.q), t(lambda: P.r), t(setattr, P.A, "q", 4), t(setattr, P.A, "r", 4), t(delattr, P.A, "r"), P.__dict__["r"].__doc__, P.__dict__["q"].name, P.__dict__["q"].clsname, t(lambda: P.name), t(lambda: P.value), P.__dict__.get("name"), Enum.__dict__["name"].__doc__)
print(t(unique, C), t(unique, F), t(verify(UNIQUE), C), t(verify(CONTINUOUS), C), t(verify(CONTINUOUS), F), t(verify(NAMED_FLAGS), F), t(verify(CONTINUOUS), S), t(verify(CONTINUOUS, UNIQUE), N), t(verify(), C), t(verify(NAMED_FLAGS), K))
class G1(Enum): A = 1; B = 5; D = 9
class G2(Flag): A = 1; B = 8; AB = 11; CD = 6
print(t(verify(CONTINUOUS), G1), t(verify(CONTINUOUS), G2), t(verify(NAMED_FLAGS), G2), t(verify(CONTINUOUS), IntEnum("Q", {"a": 1, "b": 300})), t(verify("x"), C), list(EnumCheck), list(FlagBoundary), repr(STRICT), str(KEEP))
class GE(IntEnum): GA = 1; GB = 2
class GF(IntFlag): GFA = 1; GFB = 2; GFC = 8
class GS(Flag): GSA = 1; GSB = 2
for g in (GE, GF, GS): global_enum(g)
class GU(Enum): GUA = 1
global_enum(GU, update_str=True)
print(GE.GA, repr(GE.GA), GA, GF.GFA, repr(GF.GFA), repr(GF(3)), repr(GF(4)), repr(GF(20)), repr(GF(0)), str(GS(3)), str(GS(0)), GUA, repr(GUA), str(GS.GSA), enum.show_flag_values(11), t(enum.show_flag_values, -1), t(enum.show_flag_values, "x"), [enum.bin(x, y) for x in (0, 1, 10, -1, -10, ~10) for y in (None, 3, 8)], t(enum.bin, 1.5))
print(enum.global_str(GS.GSA), enum.global_enum_repr(GE.GA), enum.global_flag_repr(GF(3)), enum.pickle_by_enum_name(C.A, 2), enum.pickle_by_global_name(C.A, 2), enum.auto(), auto(3), repr(nonmember(1))[:20], sorted(enum.__all__) == enum.__all__, EnumMeta is EnumType)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "none": return None
        if value == "bad": return 5
        if value == "raise": raise KeyError("k")
        if value == "verr": raise ValueError("v")
        return cls.A
for v in ("none", "bad", "raise", "verr", "ok", [1]): print(v, t(Miss, v))
log = []
class Init(Enum):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        log.append((cls.__name__, list(cls), kw, hasattr(cls, "A")))
class InitSub(Init): A = 1; B = 2
class InitSub2(Init, flag=3): A = 1
print(log)
class Auto(Enum):
    def __new__(cls, *args):
        value = len(cls.__members__) + 1
        obj = object.__new__(cls); obj._value_ = value; obj.args = args
        return obj
class AutoSub(Auto): A = (); B = 5; D = 1, 2
print([(m, m.value, m.args) for m in AutoSub], AutoSub.__new__ is Enum.__new__, AutoSub._new_member_.__qualname__, hasattr(AutoSub, "__new_member__"))
class Meta(EnumMeta):
    def __call__(cls, *a, **k): log.append(a); return super().__call__(*a, **k)
class WithMeta(Enum, metaclass=Meta): A = 1
print(WithMeta(1), log[-1:], type(WithMeta), t(lambda: WithMeta("X", "a b")))
import dataclasses
@dataclasses.dataclass
class D: a: int; b: str = dataclasses.field(repr=False, default="q")
class DE(D, Enum): X = 1, "z"; Y = 2
print(list(DE), DE.X.a, DE.Y.b, str(DE.X), t(DE, 1), t(DE, D(1, "z")), DE.X.value)
@dataclasses.dataclass(repr=False)
class D2: a: int
class DE2(D2, Enum): X = 1
print(repr(DE2.X)[:8])
class Mixin:
    def hello(self): return self.name
    def __repr__(self): return "mixed " + self._name_
class M(Mixin, Enum): A = 1
print(repr(M.A), M.A.hello(), str(M.A))
class SI(int):
    def __str__(self): return "SI!"
    def __repr__(self): return "SIr"
class SE(SI, ReprEnum): A = 1
class SE2(SI, Enum): A = 1
print(str(SE.A), repr(SE.A), f"{SE.A}", str(SE2.A), repr(SE2.A), f"{SE2.A}", f"{N.A:03d}", f"{S.A:>4}", N.A + 1, S.A + "b", N.A in {1: 2}, I.A | 8, type(I.A + 1))
class Base(Enum):
    def m(self): return "m"
class Der(Base): A = 1
print(Der.A.m(), t(lambda: Base(1)), t(lambda: list(Base("Fn", "a b"))), isinstance(Der.A, Base), Der.__bases__, t(lambda: type("Z", (Der,), {})), t(lambda: EnumType("Z", (Enum,), {})), t(lambda: EnumType("Z", (int,), EnumType.__prepare__("Z", (int,)))))
class Dyn(Enum):
    A = 1
    @property
    def A2(self): return self.A
    B = 2
print(Dyn.A.A2, t(lambda: Dyn.A.B), t(lambda: Dyn.A.B.A), Dyn.B.A is Dyn.A)
class PropClash(Enum):
    @enum.property
    def first(self): return "prop"
class PC(PropClash): first = 1; other = 2
print(PC.first, PC.first.first, PC.other.first, vars(PC)["first"].__class__.__name__, PC.first.value)
class MethClash(Enum):
    def meth(self): return "meth"
class MC(MethClash): meth = 1; other = 2
print(MC.meth, t(lambda: MC.other.meth), t(lambda: MC.meth.meth))
class IntClash(IntEnum): real = 1; imag = 2; numerator = 3
print(IntClash.real, t(lambda: IntClash.imag.real), t(lambda: IntClash.imag.numerator), IntClash.imag + 1)
class NV(Enum): name = 1; value = 2; A = 3
print(NV.name, NV.value, NV.name.name, NV.name.value, NV.A.name, NV.A.value)
