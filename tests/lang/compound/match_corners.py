# match (8.6)  # python3.12
import collections, collections.abc, dataclasses, enum
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return f"{type(e).__name__}: {e}"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Q(P): pass
class NoArgs:
    def __init__(self): self.z = 1
class BadArgs: __match_args__ = ["x"]
class BadItem: __match_args__ = (1,)
class Color(enum.Enum): RED = 1; GREEN = 2
class NS: const = 5; text = "t"
class Seq(collections.abc.Sequence):
    def __init__(self, *v): self.v = v
    def __len__(self): print("len"); return len(self.v)
    def __getitem__(self, i): print("item", i); return self.v[i]
class Map(collections.abc.Mapping):
    def __init__(self, d): self.d = d
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __getitem__(self, k): print("getitem", k); return self.d[k]
    def get(self, k, default=None): print("get", k); return self.d.get(k, default)
class Registered:
    def __len__(self): return 1
    def __getitem__(self, i): return "r"
collections.abc.Sequence.register(Registered)
Point3 = collections.namedtuple("Point3", "a b c")
@dataclasses.dataclass
class DC:
    p: int
    q: int = dataclasses.field(kw_only=True, default=9)
def f(v):
    match v:
        case None: return "None"
        case True: return "True"
        case 0: return "zero"
        case 1.5 | -1.5: return "float"
        case -2: return "minus two"
        case 1 + 2j | -1 - 2j: return "complex"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case Color.RED: return "red"
        case NS.const | NS.text: return "NS"
        case [] | (): return "empty"
        case [1, 2, *rest] if rest: return f"rest {rest}"
        case [x]: return f"one {x}"
        case [1, [2, *inner], *tail]: return f"inner {inner}"
        case (x, y) if x == y: return "equal pair"
        case [*start, "end"]: return f"start {start}"
        case [first, *middle, last]: return f"{first} {middle} {last}"
        case {"k": 1, **others}: return f"k {others}"
        case {"type": str(t), "v": int() | float() as n}: return f"typed {t} {n}"
        case {-1: x} | {None: x} | {NS.const: x}: return f"odd key {x}"
        case Point3(a=1): return "p3"
        case {}: return "mapping"
        case P(1, y=[a, *_]): return f"P list {a}"
        case Q(x, y): return f"Q {x} {y}"
        case P(x=0) | P(y=0): return "P zero"
        case P(): return "P"
        case DC(p, q=q): return f"DC {p} {q}"
        case int(n) | float(n): return f"number {n}"
        case str(s) if len(s) > 3: return f"long {s}"
        case str() as s: return f"str {s!r}"
        case bytes(b) | bytearray(b): return f"bytes {b}"
        case set(s) | frozenset(s): return f"set {len(s)}"
        case type(): return "class"
        case object(z=1): return "has z"
        case other: return f"other {type(other).__name__}"
for v in (None, True, False, 0, 0.0, 1.5, -1.5, -2, -2.0, 1 + 2j, "ab", b"x", Color.RED, Color.GREEN, 5, "t", [], (), "", b"", [1, 2], [1, 2, 3], [1, 2, 3, 4], (7,), [1, [2, 3, 4], 5], (3, 3), ["x", "end"], [1, 5, 6, 7], range(4), range(0), {"k": 1}, {"k": 1, "z": 2}, {"k": 2}, {"type": "a", "v": 1.0},
          {"type": 1, "v": 1}, {-1: "m"}, {None: "n"}, {5: "five"}, Point3(2, 3, 4), Point3(1, 1, 1), {}, collections.OrderedDict(k=1), collections.Counter("a"), P(1, [5, 6]), Q(8, 9), P(0, 1), P(1, 0), P(4, 5), DC(1), 77, 7.25, "long text", "abc", b"yz", bytearray(b"q"), {1, 2}, frozenset(), int, NoArgs(), object(), ..., memoryview(b"ab"), collections.deque([1, 2]),
          Seq(1, 2), Registered(), Map({"k": 1}), Map({"q": 1}), iter([]), (x for x in []), "t" * 2):
    r = attempt(f, v)
    print(repr(v) if " at 0x" not in repr(v) else type(v).__name__, "->", r)
def classes(v):
    match v:
        case NoArgs(1): return 1
def bad_args(v):
    match v:
        case BadArgs(1): return 1
def bad_item(v):
    match v:
        case BadItem(1): return 1
def too_many(v):
    match v:
        case P(1, 2, 3): return 1
def twice(v):
    match v:
        case P(1, x=1): return 1
def int_two(v):
    match v:
        case int(1, 2): return 1
def dup_key(v, k=NS):
    match v:
        case {NS.const: 1, k.const: 2}: return 1
def not_class(v):
    match v:
        case NS.const(): return 1
def missing(v):
    match v:
        case nowhere.x: return 1
def none_matches(v):
    match v:
        case 1: return 1
print(attempt(classes, NoArgs()), attempt(classes, 5), attempt(bad_args, BadArgs()), attempt(bad_item, BadItem()), attempt(too_many, P(1, 2)), attempt(twice, P(1, 2)), attempt(int_two, 1), attempt(dup_key, {5: 1}), attempt(dup_key, 5), attempt(not_class, 1), attempt(missing, 1), none_matches(2))
# names bound by a pattern that failed later stay bound; guards see them; evaluation order
class Loud:
    def __repr__(self): return "Loud"
    def __init__(self, n): self.n = n
    def __eq__(self, other): print("eq", self.n, other); return self.n == other
def order(v):
    match v:
        case [Loud.__name__, x] if print("guard 1", x): pass
        case [a, b] if print("guard 2", a, b) or a == 99: pass
        case (1 | 2 | 3) as n, _: print("n", n)
        case [_, _]: print("last", a, b)
order([Loud(3), 4]); order([Loud(5), 6])
match 1, 2:
    case x, *y: print(x, y)
match [1, 2, 3], {"a": 1}:
    case [*x], {**z}: print(x, z)
match (w := 5):
    case 5: print("walrus", w)
match *range(2), 7:
    case a, b, c: print(a, b, c)
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [_, {"c": found}]}}: print(found)
# soft keywords are names, too
match = {"case": 1}; case = "case"; type = 3; _ = 8
print(match[case], match["case"], type, _)
match (match):
    case {"case": 1}: print("soft")
match -1:
    case -1: print("call or match?")
def match(*a): return a
print(match(1), match (1, 2))
match [1]:
    case [_]: print("_ is not bound", _)
# names captured in class scope, in loops, nested
class K:
    match [1, 2]:
        case [p, q]: r = p + q
print(K.p, K.q, K.r)
for v in [1, "a", [2]]:
    match v:
        case int():
            match v:
                case 1: print("nested"); continue
        case str(): continue
        case _: print("break"); break
# the mapping pattern does not create keys; the sequence pattern does not take str
d = collections.defaultdict(list)
match d:
    case {"x": _}: print("created")
    case _: print("not created", len(d))
# float, nan, bool and int
match True:
    case 1: print("True matches 1")
match 1:
    case True: print("never")
    case 1.0: print("1 matches 1.0")
# __match_args__ of builtins and self-matching subclasses
class MyInt(int): pass
class MyStr(str): __match_args__ = ("upper",)
match MyInt(3):
    case int(x): print("MyInt", x)
match MyStr("q"):
    case MyStr(u): print("MyStr", attempt(u))
match MyStr("q"):
    case str(u): print("str", u)
match dict(a=1):
    case dict(x): print("dict", x)
match [1]:
    case list(x): print("list", x)
match (1,):
    case tuple((x,)): print("tuple", x)
# an attribute that raises something else than AttributeError
class Raises:
    @property
    def x(self): raise ValueError("from x")
    @property
    def y(self): raise AttributeError("from y")
def looks(v):
    match v:
        case Raises(y=_): return "y"
        case Raises(x=_): return "x"
print(attempt(looks, Raises()))
class Instance(type):
    def __instancecheck__(cls, v): print("asked", v); return v == 5
class Special(metaclass=Instance): pass
def special(v):
    match v:
        case Special(): return "special"
        case _: return "plain"
print(special(5), special(6))
