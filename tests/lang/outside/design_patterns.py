# python3.12
"""Observer/command/visitor/strategy/builder/flyweight/proxy/mediator/memento patterns as teaching code."""
from __future__ import annotations
import abc, copy, functools, itertools, operator, sys, weakref, types, contextlib
from collections import defaultdict, OrderedDict
from typing import Any, Callable, ClassVar, Protocol
class Event:
    def __init__(self): self._h = []
    def __iadd__(self, f): self._h.append(f); return self
    def __isub__(self, f): self._h.remove(f); return self
    def __call__(self, *a, **k): return [h(*a, **k) for h in list(self._h)]
    def __len__(self): return len(self._h)
class Observable(type):
    def __new__(m, n, b, d):
        for k, v in list(d.items()):
            if isinstance(v, types.FunctionType) and k.startswith("on_"):
                d.pop(k); d[k[3:]] = m.wrap(v)
        d.setdefault("events", defaultdict(Event)); return super().__new__(m, n, b, d)
    @staticmethod
    def wrap(f):
        name = f.__name__[3:]
        @functools.wraps(f)
        def run(self, *a): r = f(self, *a); self.events[name](self, r); return r
        return run
class Door(metaclass=Observable):
    def on_open(self, who): return f"{who} opens"
    def on_close(self): return "closes"
d = Door(); seen = []; h = lambda s, r: seen.append(r); d.events["open"] += h; d.open("eve"); d.events["open"] -= h; d.open("bob"); d.close(); print(seen, len(d.events["open"]), hasattr(d, "on_open"), d.open.__name__)
class Command(abc.ABC):
    @abc.abstractmethod
    def do(self, doc): ...
    @abc.abstractmethod
    def undo(self, doc): ...
class Insert(Command):
    def __init__(self, at, text): self.at, self.text = at, text
    def do(self, doc): doc[self.at:self.at] = self.text
    def undo(self, doc): del doc[self.at:self.at + len(self.text)]
class Delete(Command):
    def __init__(self, a, b): self.s = slice(a, b)
    def do(self, doc): self.old = doc[self.s]; del doc[self.s]
    def undo(self, doc): doc[self.s.start:self.s.start] = self.old
class Editor:
    def __init__(self): self.doc, self.done, self.undone = [], [], []
    def run(self, c): c.do(self.doc); self.done.append(c); self.undone.clear(); return self
    def undo(self): c = self.done.pop(); c.undo(self.doc); self.undone.append(c); return self
    def redo(self): c = self.undone.pop(); c.do(self.doc); self.done.append(c); return self
    def __str__(self): return "".join(self.doc)
e = Editor(); e.run(Insert(0, "hello")).run(Insert(5, " world")).run(Delete(0, 1)); print(e, "|", e.undo(), "|", e.undo(), "|", e.redo(), len(e.undone))
try: Command()
except TypeError as x: print(x)
class Partial(Command):
    def do(self, doc): pass
try: Partial()
except TypeError as x: print(x)
print(Command.__abstractmethods__ == {"do", "undo"}, Partial.__abstractmethods__)
class Flyweight:
    _pool: ClassVar[weakref.WeakValueDictionary] = weakref.WeakValueDictionary()
    def __new__(cls, k):
        o = cls._pool.get(k)
        if o is None: o = super().__new__(cls); o.k = k; cls._pool[k] = o
        return o
a, b = Flyweight("x"), Flyweight("x"); print(a is b, Flyweight("y") is a)
class LoggingProxy:
    def __init__(self, target): object.__setattr__(self, "_t", target); object.__setattr__(self, "calls", [])
    def __getattr__(self, n):
        v = getattr(self._t, n)
        if callable(v):
            def f(*a, **k): self.calls.append((n, a)); return v(*a, **k)
            return f
        return v
    def __setattr__(self, n, v): self.calls.append(("set", n, v)); setattr(self._t, n, v)
    def __len__(self): return len(self._t)
    def __iter__(self): return iter(self._t)
class L(list): pass
p = LoggingProxy(L([3, 1])); p.append(2); p.sort(); p.tag = 5; print(list(p), len(p), p.calls, p._t.tag)
class Builder:
    def __init__(self): self.parts = OrderedDict()
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        def add(v): self.parts[n] = v; return self
        return add
    def build(self): return " ".join(f"{k.upper()} {v}" for k, v in self.parts.items())
print(Builder().select("a, b").where("x > 1").limit(5).build())
class Shape:
    def accept(self, v): return getattr(v, "visit_" + type(self).__name__.lower(), v.default)(self)
class Sq(Shape): s = 2
class Ci(Shape): r = 1
class Area:
    def visit_sq(self, x): return x.s ** 2
    def default(self, x): return f"? {type(x).__name__}"
print([s().accept(Area()) for s in (Sq, Ci)])
STRATEGIES: dict[str, Callable[[float], float]] = {}
def strategy(f): STRATEGIES[f.__name__] = f; return f
@strategy
def half(x): return x / 2
@strategy
def free(x): return 0
print({n: f(10) for n, f in STRATEGIES.items()})
class Memento:
    def __init__(self): self.state = {"n": 0, "l": []}; self._saved = []
    @contextlib.contextmanager
    def transaction(self):
        saved = copy.deepcopy(self.state)
        try: yield self.state
        except Exception as ex: self.state = saved; print("rolled back:", ex)
m = Memento()
with m.transaction() as s: s["n"] = 1; s["l"].append(1)
with m.transaction() as s: s["n"] = 99; s["l"].append(2); raise ValueError("bad")
print(m.state)
class Chain:
    def __init__(self, *hs): self.hs = hs
    def handle(self, r): return next((x for h in self.hs if (x := h(r)) is not None), "unhandled")
c = Chain(lambda r: "neg" if r < 0 else None, lambda r: "zero" if r == 0 else None); print([c.handle(x) for x in (-1, 0, 5)])
class Borg:
    _s: dict[str, Any] = {}
    def __init__(self): self.__dict__ = self._s
x, y = Borg(), Borg(); x.v = 1; print(y.v, x is y, x.__dict__ is y.__dict__)
class Mixin:
    def greet(self): return "mixin " + super().greet()
class Base:
    def greet(self): return "base"
class C1(Mixin, Base):
    def greet(self): return "c1 " + super().greet()
class C2(Mixin, Base):
    def greet(self): return "c2 " + super().greet()
class D(C1, C2): pass
print(D().greet(), [k.__name__ for k in D.__mro__], super(C1, D()).greet())
try:
    class Bad(Base, Mixin, Base): pass
except TypeError as ex: print(ex)
try:
    class X(Base): pass
    class Y(Base, X): pass
except TypeError as ex: print(ex)
class Prop:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "doc of v"
        return self._v
    @v.setter
    def v(self, n):
        if n < 0: raise ValueError("negative")
        self._v = n
    @v.deleter
    def v(self): self._v = None
    @classmethod
    def make(cls, n): o = cls(); o.v = n; return o
    @staticmethod
    def helper(): return "static"
    ro = property(lambda self: "ro")
q = Prop.make(5); del q.v; print(q.v, Prop.v.__doc__, Prop.helper(), q.helper(), Prop.v.fget(q), type(Prop.__dict__["make"]).__name__)
for bad in ("q.__class__.make(-1)", "setattr(q, 'ro', 1)", "delattr(q, 'ro')", "Prop.v.fset(q)", "q.nope", "Prop.nope", "q.make.nope", "Prop.make()", "q.helper(1)", "super().x", "Prop().v()", "object().x", "None.x", "(5).x", "setattr(5, 'x', 1)", "setattr(object(), 'x', 1)", "Prop(1)", "object(1)", "setattr(int, 'x', 1)", "del_attr()", "q.__dict__['zz']", "type('X', (int, str), {})", "type('X', (bool,), {})", "type('X', 5, {})", "type(1, 2)", "Prop.__name__.x", "Prop.__init__()", "int.__new__(str)", "object.__new__(int)", "abc.ABC().x", "isinstance(1, 'x')", "issubclass(1, int)", "q.__class__ = 5", "setattr(q, '__class__', int)"):
    def del_attr(): del q.missing
    try: print(bad, eval(bad) if " = " not in bad else exec(bad))
    except Exception as ex: print(bad, "!!", type(ex).__name__, ex)
