# python3.12
"""Every magic method family: numeric towers, in-place, reflected, containers, context, callable, attribute access, conversion, comparison, slicing, format, copy, class-level."""
import functools, math, operator, sys
log = []
class Meta(type):
    def __call__(cls, *a, **k): log.append(("call", cls.__name__)); return super().__call__(*a, **k)
    def __getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __len__(cls): return 42
    def __bool__(cls): return True
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __add__(cls, o): return cls.__name__ + o.__name__
    def __dir__(cls): return ["only"]
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def __instancecheck__(cls, o): return isinstance(o, int) or super().__instancecheck__(o)
    @property
    def prop(cls): return "meta prop"
class Num(metaclass=Meta):
    def __init__(self, v): self.v = v
    def __repr__(self): return f"Num({self.v})"
def install(name, sym):
    def fwd(self, o): log.append(name); return Num(f"({self.v}{sym}{getattr(o, 'v', o)})") if not isinstance(o, list) else NotImplemented
    def rev(self, o): log.append("r" + name); return Num(f"({o}{sym}{self.v})r")
    def inp(self, o): log.append("i" + name); self.v = f"[{self.v}{sym}={getattr(o, 'v', o)}]"; return self
    for p, f in (("", fwd), ("r", rev), ("i", inp)): f.__name__ = f"__{p}{name}__"; setattr(Num, f"__{p}{name}__", f)
OPS = dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", pow="**", matmul="@", and_="&", or_="|", xor="^", lshift="<<", rshift=">>")
for n, s in OPS.items(): install(n.rstrip("_"), s)
a, b = Num("a"), Num("b")
for n, s in OPS.items():
    print(s, eval(f"a {s} b"), eval(f"a {s} 1"), eval(f"1 {s} a"), end=" ")
    c = Num("c"); ns = {"c": c, "b": b}; exec(f"c {s}= b", ns); print(ns["c"], ns["c"] is c)
for e in ("a + [1]", "[1] + a", "a < b", "-a", "a[0]", "len(a)", "a()", "iter(a)", "int(a)", "a in a", "abs(a)", "hash(a) == hash(a)", "bool(a)", "a == a", "a != b", "float(a)", "a.__index__()", "[1][a]", "round(a)", "~a", "divmod(a, b)", "reversed(a)", "next(a)", "with_(a)", "del_(a)", "a.x", "'%d' % a", "'%s' % a", "complex(a)", "range(a)", "math.floor(a)", "str(a)", "bytes(a)", "a @ None", "pow(a, 2, 3)", "sum([a])", "sorted([a, b])", "format(a, 'd')", "{a: 1}[a]", "a is a", "a and b", "not a", "Num[3]", "len(Num)", "Num + Num", "dir(Num)", "Num", "Num.prop", "isinstance(5, Num)", "a.prop", "Num < Num", "a if a else b", "f'{a!r:>10}'", "math.sqrt(a)", "a.__add__(b)", "Num.__add__(a, b)", "operator.iadd(a, 1)"):
    def with_(x):
        with x: pass
    def del_(x): del x[0]
    try: print(e, "=>", eval(e))
    except Exception as x: print(e, "!!", type(x).__name__, x)
class Full:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i): return (i.start, i.stop, i.step, i.indices(len(self))) if isinstance(i, slice) else self.items[i] if not isinstance(i, tuple) else i
    def __setitem__(self, i, v): log.append(("set", i, v)); self.items[i] = v
    def __delitem__(self, i): log.append(("del", i)); del self.items[i]
    def __contains__(self, x): return x == "magic" or x in self.items
    def __missing__(self, k): return "never"
    def __call__(self, *a, k=0, **kw): return a, k, kw
    def __bool__(self): return bool(self.items)
    def __int__(self): return 7
    def __index__(self): return 2
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __abs__(self): return "abs"
    def __invert__(self): return "inv"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __bytes__(self): return b"bytes"
    def __str__(self): return "STR"
    def __format__(self, spec): return f"<{spec}>"
    def __hash__(self): return 99
    def __eq__(self, o): return "eq" if isinstance(o, Full) else NotImplemented
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return NotImplemented
    def __reversed__(self): return iter("rev")
    def __length_hint__(self): return 10
    def __enter__(self): return self
    def __exit__(self, *a): log.append(("exit", a[0])); return True
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(f"no {n}")
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 1000
    def __class_getitem__(cls, k): return (cls.__name__, k)
    def __matmul__(self, o): return "mm"
    __rmatmul__ = __matmul__
    def __fspath__(self): return "/tmp"
    def __copy__(self): return "copied"
    def __set_name__(self, o, n): log.append(("name", n))
    def __mro_entries__(self, bases): return (Base,)
    def __instancecheck__(self, x): return x == 5
    def __subclasscheck__(self, c): return c is int
    def __prepare__(self): pass
    def __iadd__(self, o): self.items += o; return self
class Base: pass
f = Full(1, 2, 3)
for e in ("f[1:2]", "f[::2]", "f[-1]", "f[1, ..., None]", "f[:, 1]", "'magic' in f", "9 in f", "f(1, k=2, z=3)", "int(f)", "float(f)", "complex(f)", "round(f)", "round(f, 2)", "math.trunc(f)", "math.floor(f)", "math.ceil(f)", "-f", "+f", "abs(f)", "~f", "divmod(f, 2)", "divmod(2, f)", "f ** 2", "pow(f, 2, 5)", "bytes(f)", "str(f)", "f'{f}'", "f'{f:spec}'", "format(f)", "hash(f)", "f == Full()", "f == 1", "f != Full()", "f < 1", "1 > f", "f >= f", "list(reversed(f))", "operator.length_hint(f)", "f.dyn_x", "f.other", "dir(f)", "Full[int]", "f @ 1", "1 @ f", "range(f)", "'abc'[f]", "hex(f)", "'%d' % f", "'%x' % f", "'%.1f' % f", "[0, 1, 2, 3][f:]", "bin(f)", "chr(f)", "isinstance(5, f)", "issubclass(int, f)", "isinstance(6, f)", "__import__('copy').copy(f)", "__import__('os').fspath(f)", "list(f)", "max(f)", "sum(f)", "sorted(f, reverse=True)", "tuple(zip(f, f))", "f.__len__()", "bool(Full())", "all(f)", "[*f]", "enumerate(f).__next__()", "hasattr(f, 'nope')", "getattr(f, 'nope', 'dflt')", "len(f)", "f and 1", "operator.index(f)", "int('11', f)", "math.factorial(f)", "'x' * f", "[1] * f", "b'ab' * f", "bytearray(f)", "str(b'', f)", "sum(f, f)"):
    try: print(e, "=>", eval(e))
    except Exception as x: print(e, "!!", type(x).__name__, x)
class Derived(f): n = f
print(Derived.__mro__, Derived.__orig_bases__[0] is f); f[0] = 5; del f[0]; f += [9]; x, *y = f; print(x, y, f.items, log[-6:])
with f: raise ValueError
class Track:
    def __getattribute__(self, n): log.append(("get", n)); return super().__getattribute__(n)
    def __setattr__(self, n, v): log.append(("seta", n)); super().__setattr__(n, v)
    def __delattr__(self, n): log.append(("dela", n)); super().__delattr__(n)
log.clear(); t = Track(); t.x = 1; t.x; t.x += 1; del t.x; hasattr(t, "x"); print(log)
class BadLen:
    def __len__(self): return -1
class StrLen:
    def __len__(self): return "x"
    def __bool__(self): return 1
    def __str__(self): return 5
    def __repr__(self): return None
    def __hash__(self): return "h"
    def __index__(self): return "i"
    def __iter__(self): return 5
    def __int__(self): return "q"
    def __format__(self, s): return 3
    def __bytes__(self): return "s"
    def __float__(self): return 1
    def __contains__(self, x): return "truthy"
    def __length_hint__(self): return -5
    def __fspath__(self): return 3
    def __dir__(self): return 3
for e in ("len(BadLen())", "bool(BadLen())", "len(s)", "bool(s)", "str(s)", "repr(s)", "hash(s)", "[1][s]", "iter(s)", "int(s)", "format(s)", "bytes(s)", "float(s)", "1 in s", "operator.length_hint(s)", "open(s)", "dir(s)", "range(s)", "f'{s}'", "'%s' % s", "print(s)", "{s}", "list(s)", "hex(s)", "complex(s)", "'%r' % s", "[s]", "str([s])", "next(s)", "ascii(s)"):
    s = StrLen()
    try: print(e, "=>", eval(e))
    except Exception as x: print(e, "!!", type(x).__name__, x)
