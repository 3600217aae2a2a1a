# python3.12
"""match statement showcase: JSON-ish dispatcher, AST simplifier, shapes, guards, or, as, star, mapping rest, class patterns, errors."""
import dataclasses, enum, ast, re, sys, collections
from dataclasses import dataclass
@dataclass
class P: x: int; y: int = 0
@dataclass
class Circle: center: P; r: float
class Color(enum.Enum): RED = 1; BLUE = 2
class Both:
    __match_args__ = ("a", "b")
    def __init__(s, a, b): s.a, s.b = a, b
class Weird:
    __match_args__ = ["a"]
class Dup:
    __match_args__ = ("a", "a"); a = 1
K = 5
def f(v):
    match v:
        case None: return "none"
        case True | False as b: return f"bool {b}"
        case 0 | 1 | 2: return "small"
        case int(n) if n < 0: return f"neg {n}"
        case -0.5 | 3.5: return "float lit"
        case 1 + 2j: return "complex"
        case Color.RED: return "red"
        case Color(): return "other color"
        case int() | float(): return f"num {v}"
        case "": return "empty str"
        case "a" | "b" as s: return f"ab {s}"
        case str(s) if re.fullmatch(r"\d+", s): return f"digits {int(s)}"
        case str(): return f"str {v!r}"
        case b"x": return "bytes"
        case []: return "empty seq"
        case [x]: return f"one {x!r}"
        case [int(x), int(y)]: return f"ints {x} {y}"
        case ["cmd", *args, {"opt": o}]: return f"cmd {args} opt={o}"
        case [first, [a, *_], *rest] if rest: return f"nested {first} {a} {rest}"
        case (P(x=0, y=yy) | P(x=yy, y=0)) as p: return f"axis {yy} {p}"
        case P(x, y) if x == y: return f"diag {x}"
        case P(): return "point"
        case Circle(P(x, _), r=r): return f"circle {x} {r}"
        case {"type": "add", "args": [l, r]}: return f"add {f(l)} {f(r)}"
        case {"type": str(t), **rest}: return f"{t} rest={rest}"
        case {1: one, None: n}: return f"keys {one} {n}"
        case {}: return f"mapping {len(v)}"
        case Both(1, b=2): return "both 1 2"
        case Both(a, b): return f"both {a} {b}"
        case set() | frozenset(): return "set"
        case [*xs]: return f"seq {xs}"
        case _: return f"other {type(v).__name__}"
for v in [None, True, 0, 2, -5, 3.5, -0.5, 1 + 2j, Color.RED, Color.BLUE, 99, 2.25, "", "a", "123", "zz", b"x", b"y", [], (), [1], ("s",), [1, 2], (1, 2), ["cmd", 1, 2, {"opt": 3, "z": 1}], ["cmd", {"opt": 1}], [1, [2, 3], 4], [1, "ab", 4], P(0, 3), P(4, 0), P(2, 2), P(1, 2), Circle(P(1, 1), 2), {"type": "add", "args": [1, "x"]}, {"type": "sub", "z": 1}, {1: "a", None: "b", 3: 3}, {}, {"q": 1}, Both(1, 2), Both(1, 3), {1}, frozenset(), range(3), collections.deque([1, 2, 3]), bytearray(b"z"), iter([]), object(), collections.OrderedDict(type="od"), collections.Counter("a"), "12\n", 1.0, [1, 2, 3]]: print(repr(v)[:45].ljust(46), f(v)) if not repr(v).startswith("<") else print(f(v))
for src in ("match Weird():\n case Weird(1): pass", "match Dup():\n case Dup(1, 1): pass", "match Both(1, 2):\n case Both(1, 2, 3): pass", "match Both(1, 2):\n case Both(1, a=1): pass", "match 5:\n case K(): pass", "match {}:\n case {'a': 1, 'a': 2}: pass", "match 1:\n case x | 1: pass", "match 1:\n case (a, a): pass", "match 1:\n case [*a, *b]: pass", "match 1:\n case {**r, 'a': 1}: pass", "match 1:\n case a | b: pass", "match 1:\n case x: pass\n case 2: pass", "match 1:\n case f(): pass", "match 1:\n case a.b: pass", "match 1:\n case 1 + 1: pass", "match 1:\n case -x: pass", "match 1:\n case {**_}: pass", "match 1:\n case P(x=1, x=2): pass", "match object():\n case object(1): pass", "match 7:\n case int(7, 8): pass", "match 1:\n case f'x': pass", "match 1:\n case _ as x: pass", "match 1:\n case x as _: pass", "match:\n case 1: pass", "match 1:\n  pass", "match 1:", "match = 5; print(match); case = 6; print(match + case)", "match(5)", "match [1, 2]:\n case 1, *r: print(r)", "match 1, 2:\n case (1, b): print(b)", "print(match := 3)", "match *a, b:\n case _: print('star')", "match {'a': {'b': [1, {'c': 2}]}}:\n case {'a': {'b': [_, {'c': c}]}}: print(c)", "match 'x':\n case str() as s if (t := s * 2): print(t)", "match {1: 2}:\n case {K: v}: print(v)", "match {5: 2}:\n case {c.K: v}: print(v)"):
    ns = {"Weird": Weird, "Dup": Dup, "Both": Both, "P": P, "K": K, "a": [1], "b": 2, "c": sys.modules[__name__]}
    try: exec(src, ns); print(repr(src), "ok")
    except Exception as e: print(repr(src), type(e).__name__, e)
def simplify(t):
    match t:
        case ("+", 0, x) | ("+", x, 0) | ("*", 1, x) | ("*", x, 1): return simplify(x)
        case ("*", 0, _) | ("*", _, 0): return 0
        case (op, a, b):
            s = (op, simplify(a), simplify(b))
            match s:
                case (op, int(x), int(y)): return eval(f"{x}{op}{y}")
                case _ if s != t: return simplify(s)
            return s
    return t
print(simplify(("+", ("*", 0, "x"), ("*", ("+", 2, 3), ("+", "y", 0)))))
x = 5
match [1, x]:
    case [1, y] if y == x: print("guard", y)
match x:
    case int(z): pass
print(z)
