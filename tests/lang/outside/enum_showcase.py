# python3.12
"""Enum showcase: auto, flags, aliases, functional API, mixins, nonmember, custom __new__, state machine."""
import enum, json, sys
from enum import *
from functools import partial


class Weekday(Enum):
    MONDAY = 1; TUESDAY = 2; WEDNESDAY = 3
    @property
    def next(self): ms = list(Weekday); return ms[(ms.index(self) + 1) % len(ms)]
    @classmethod
    def _missing_(cls, v): return next((m for m in cls if m.name.lower().startswith(str(v).lower())), None)
    def __str__(self): return self.name.title()


class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6); MARS = (6.421e+23, 3.3972e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def gravity(self): return 6.67300E-11 * self.mass / self.radius ** 2


class Shape(Enum):
    SQUARE = 2; DIAMOND = 1; CIRCLE = 3; ALIAS_FOR_SQUARE = 2


class Perm(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W; NONE = 0
class IPerm(IntFlag, boundary=KEEP): A = 1; B = 2; C = 4
class Strict(Flag, boundary=STRICT): A = 1; B = 4
class Conform(Flag, boundary=CONFORM): A = 1; B = 4
class Num(IntEnum): ONE = 1; TWO = auto(); TEN = 10
class S(StrEnum): ALPHA = auto(); BETA = "b"
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return f"{name.lower()}{count}{last}"
    FIRST = auto(); SECOND = auto()
class Coord(bytes, Enum):
    def __new__(cls, value, label): o = bytes.__new__(cls, [value]); o._value_ = value; o.label = label; return o
    PX = (0, "P.X"); PY = (1, "P.Y")
class Op(Enum):
    ADD = member(partial(lambda a, b: a + b)); MUL = member(lambda a, b: a * b); helper = nonmember("not a member")
    def __call__(self, *a): return self.value(*a)
class Ordered(Enum):
    def __lt__(self, o): return self.value < o.value if self.__class__ is o.__class__ else NotImplemented
class Grade(Ordered): A = 5; B = 4
print(Weekday.MONDAY, repr(Weekday.MONDAY), Weekday(2), Weekday["WEDNESDAY"].next, Weekday("mon"), Weekday.MONDAY.name, list(Weekday), len(Weekday), Weekday.TUESDAY in Weekday, isinstance(Weekday.MONDAY, Weekday), {Weekday.MONDAY: 1}, Weekday.__members__)
print(f"{Planet.EARTH.gravity:.3f} {Planet.MARS.gravity:.3f}", Planet.EARTH, Shape.ALIAS_FOR_SQUARE, list(Shape), Shape(2) is Shape.SQUARE, Shape.__members__.keys())
print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.R in Perm.RW, bool(Perm.NONE), list(Perm.RW), Perm(7), Perm.R ^ Perm.RW, len(Perm.RW), Perm(0), Perm.R.name, (Perm.R | Perm.X).name, Perm["R"], repr(Perm.R | Perm.X))
print(IPerm.A | 8, IPerm(15), IPerm.A + 1, IPerm.A | IPerm.B == 3, repr(IPerm.A | 8), ~IPerm.A, Conform(7), Num.ONE + 1, Num.TWO * Num.TEN, Num(10), repr(Num.ONE), f"{Num.TEN:>4}|{Num.TEN!s}", json.dumps({"n": Num.ONE, "s": S.BETA}), S.ALPHA, S.ALPHA.upper(), S("b"), S.BETA == "b", f"{S.ALPHA:>8}")
print(Auto.FIRST.value, Auto.SECOND.value, Coord.PY.label, Coord(1), Coord.PX == b"\0", Op.ADD(2, 3), Op.MUL(2, 3), Op.helper, [m.name for m in Op], sorted(Grade), Grade.A > Grade.B)
F = Enum("F", "X Y Z", start=5, module=__name__); G = IntFlag("G", {"P": 1, "Q": 8}); H = Enum("H", [("A", 1), ("B", 2)], type=int); print(list(F), list(G), H.A + 1, F.__module__, G.P | G.Q, H.B < 5)
for bad in ("Weekday('x')", "Weekday(9)", "Weekday['NOPE']", "Weekday.MONDAY.FOO", "Strict(8)", "Perm(16)", "Weekday()", "exec('class Sub(Weekday): pass')", "setattr(Weekday, 'MONDAY', 3)", "exec('class D(Enum):\\n A=1\\n A=2')", "exec('@unique\\nclass U(Enum):\\n A=1\\n B=1')", "Num.ONE < Weekday.MONDAY", "Grade.A < Num.ONE", "delattr(Weekday, 'MONDAY')", "Enum('X', 'a b a')", "exec('class M(Enum):\\n mro = 1')", "exec('class N(int, Enum):\\n A = \"x\"')", "Perm.R | 1", "exec('class Q(IntEnum):\\n A = \"z\"')", "Weekday.MONDAY.value.foo", "setattr(Weekday.MONDAY, 'value', 3)", "exec('@verify(CONTINUOUS)\\nclass V(Enum):\\n A=1\\n B=4')", "exec('@verify(NAMED_FLAGS)\\nclass V(Flag):\\n A=1\\n B=6')"):
    try: print(bad, eval(bad))
    except Exception as e: print(f"{bad:40} {type(e).__name__}: {e}")
class Light(Enum):
    RED = "stop"; GREEN = "go"; AMBER = "wait"
    _ignore_ = ["tmp"]
    tmp = 5
    def to(self):
        match self:
            case Light.RED: return Light.GREEN
            case Light.GREEN: return Light.AMBER
            case _: return Light.RED
l, seen = Light.RED, []
for _ in range(4): seen.append(l.name); l = l.to()
print(seen, hash(Light.RED) == hash("RED"), Light.RED == "stop", Light.RED is Light("stop"), dir(Light)[:3], Light.RED._value_, Light.RED.__class__, type(Light), Light.__doc__, hasattr(Light, "tmp"))
import pickle, copy; print(pickle.loads(pickle.dumps(Perm.RW)) is Perm.RW, copy.deepcopy(Light.RED) is Light.RED, [m for m in reversed(Light)], bin(3), enum.bin(10), enum.show_flag_values(6), Perm.__doc__)
@dataclass_like if False else (lambda c: c)
class Empty(Enum): pass
print(list(Empty), bool(Empty), Enum.__name__, EnumMeta is EnumType)
global_ = global_enum(type("x", (), {})) if False else None
class Http(IntEnum):
    OK = 200, "fine"; NOT_FOUND = 404, "gone"
    def __new__(cls, v, phrase): o = int.__new__(cls, v); o._value_ = v; o.phrase = phrase; return o
print(Http(404).phrase, Http.OK == 200, Http.OK.phrase, "%d %s" % (Http.OK, Http.OK), sum(Http), max(Http))
