# The standard type hierarchy (3.2): the special attributes of each kind of object.  # unchecked
import sys, types
def attempt(f, *args, **kw):
    try:
        return f(*args, **kw)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
# None, NotImplemented, Ellipsis
print(None, NotImplemented, ..., type(None)(), type(NotImplemented)(), type(...)(), attempt(type(None), 1), bool(...), repr(Ellipsis), ... is Ellipsis, attempt(lambda: None.__class__ is type(None)))
# functions
def f(a, b: int = 2, /, c=3, *args: str, d, e=5, **kw):
    "the doc"
    x = y = 1
    return lambda: (a, x)
print(f.__doc__, f.__name__, f.__qualname__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__, f.__globals__ is globals(), f.__builtins__ is not None, f.__type_params__ if sys.version_info >= (3, 12) else ())
inner = f(1, d=2)
print(inner.__name__, inner.__qualname__, [c.cell_contents for c in inner.__closure__], inner.__code__.co_freevars, f.__code__.co_cellvars)
c = f.__code__
print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_varnames, c.co_flags & 0x0f, c.co_firstlineno, c.co_filename.endswith("attributes_of_objects.py"))
f.attr = 1
f.__name__ = "renamed"; f.__qualname__ = "other.renamed"; f.__doc__ = None; f.__defaults__ = (8, 9, 10); f.__kwdefaults__ = {"d": 4, "e": 1}
print(f.__name__, f.__dict__, f()(), attempt(lambda: setattr(f, "__name__", 1)), attempt(lambda: setattr(f, "__defaults__", 1)), attempt(lambda: setattr(f, "__kwdefaults__", 1)), attempt(lambda: setattr(f, "__dict__", 1)), attempt(lambda: setattr(f, "__code__", 1)), attempt(lambda: setattr(f, "__closure__", ())), attempt(lambda: setattr(f, "__globals__", {})), attempt(lambda: setattr(f, "__annotations__", 1)), attempt(lambda: setattr(f, "__qualname__", 1)))
f.__defaults__ = None; f.__kwdefaults__ = None
print(attempt(f), f.__annotations__)
del f.__annotations__, f.__doc__
print(f.__annotations__, f.__doc__)
def g(): return 1
def h(q=5): return q
g.__code__ = h.__code__
print(attempt(g), g(3))
g.__defaults__ = (7,)
print(g(), attempt(lambda: setattr(g, "__code__", inner.__code__)))
# bound methods
class C:
    "class doc"
    def m(self, x=1): "m doc"; return (self.__class__.__name__, x)
    @classmethod
    def k(cls): return cls
    @staticmethod
    def s(): pass
o = C()
m = o.m
print(m.__self__ is o, m.__func__ is C.m, m.__doc__, m.__name__, m.__module__, m(), m == o.m, m is o.m, hash(m) == hash(o.m), m.__func__.__qualname__, o.k.__self__ is C, C.k.__func__, attempt(lambda: setattr(m, "attr", 1)), attempt(lambda: m.nope)) if False else print(m.__self__ is o, m.__doc__, m.__name__, m(), m == o.m, m is o.m, hash(m) == hash(o.m), o.k.__self__ is C, attempt(lambda: setattr(m, "attr", 1)), attempt(lambda: m.nope))
C.m.tag = "tagged"
print(m.tag, C().m == C().m, types.MethodType(lambda s: s, 5)(), attempt(types.MethodType, 5, 5), attempt(types.MethodType, len, None), repr(m).startswith("<bound method C.m of <"))
print(C.__doc__, C.__name__, C.__qualname__, C.__module__, C.__bases__, C.__mro__, C.__base__, sorted(k for k in C.__dict__), C.__dict__["s"].__func__, C.__subclasses__(), C.__flags__ > 0, C.__basicsize__ > 0) if False else print(C.__doc__, C.__name__, C.__qualname__, C.__module__, C.__bases__, C.__mro__, C.__base__, sorted(k for k in C.__dict__ if k not in ("__firstlineno__", "__static_attributes__")), C.__subclasses__())
print(attempt(lambda: C.__dict__.__setitem__("x", 1)), attempt(lambda: C.__dict__.update({})), type(C.__dict__).__name__, C.__dict__ == dict(C.__dict__), C.__dict__ | {} == dict(C.__dict__), len(C.__dict__) > 3, "m" in C.__dict__)
print(C.__annotations__, C.__type_params__ if sys.version_info >= (3, 12) else ())
class D:
    x: int
    y: "str" = 1
    (z): float = 2
    def f(self): self.w: int = 3
print(D.__annotations__, D().__annotations__)
# builtin functions and methods
print(len.__name__, len.__qualname__, len.__module__, len.__self__.__name__, len.__doc__[:10], [].append.__name__, [].append.__qualname__, [1].append.__self__, attempt(lambda: len.__dict__), str.join.__objclass__, str.join.__name__, (1).__add__.__name__, (1).__add__.__self__, int.__add__.__objclass__, repr(int.__add__), repr(str.join), repr(len), repr((1).__add__).startswith("<method-wrapper '__add__' of int object at"), repr([].append).startswith("<built-in method append of list object at"))
# modules
mod = types.ModuleType("mod", "words")
print(mod.__name__, mod.__doc__, mod.__dict__.keys(), mod.__loader__, mod.__spec__, mod.__package__, repr(mod), attempt(types.ModuleType), attempt(types.ModuleType, 1), attempt(lambda: setattr(mod, "__dict__", {})), attempt(lambda: delattr(mod, "__name__")), repr(mod), attempt(lambda: mod.foo))
mod.__file__ = "somewhere.py"
print(repr(mod), repr(sys), __name__, attempt(lambda: __package__), __doc__, __file__.endswith(".py"), type(__builtins__).__name__)
# instances
print(o.__class__ is C, o.__dict__, vars(o), attempt(lambda: o.__name__), attempt(lambda: o.__mro__), attempt(lambda: C().__qualname__))
o.__dict__["a b"] = 1
o.__dict__[5] = 2
print(getattr(o, "a b"), o.__dict__, attempt(lambda: dir(o)))
# slices, cells
s = slice(1, 2, 3)
print(s.start, s.stop, s.step, s.indices(10), s == slice(1, 2, 3), s < slice(1, 2, 4), attempt(lambda: setattr(s, "start", 2)), slice(None).indices(5), slice(-2, None, -1).indices(5), attempt(slice(1).indices, -1), attempt(lambda: slice()), repr(slice("a", [1])), attempt(slice("a").indices, 3), attempt(slice(1, 2, 0).indices, 3))
def outer():
    n = 1
    def inner(): return n
    return inner
cell = outer().__closure__[0]
print(cell.cell_contents, type(cell).__name__, types.CellType(5).cell_contents, attempt(lambda: types.CellType().cell_contents), cell == types.CellType(1), cell < types.CellType(2), repr(cell).startswith("<cell at 0x"))
cell.cell_contents = 9
del cell.cell_contents
print(attempt(lambda: cell.cell_contents))
# generator, coroutine, async generator objects
def gen():
    x = yield
gi = gen()
async def co(): pass
ci = co()
async def ag(): yield
ai = ag()
print(gi.__name__, gi.__qualname__, gi.gi_running, gi.gi_yieldfrom, gi.gi_code.co_name, gi.gi_frame.f_lineno > 0, gi.gi_suspended, ci.__name__, ci.cr_running, ci.cr_await, ci.cr_code.co_name, ci.cr_origin, ci.cr_suspended, ai.__name__, ai.ag_running, ai.ag_await, ai.ag_code.co_name)
next(gi)
print(gi.gi_suspended, gi.gi_frame is not None); gi.close(); print(gi.gi_frame, gi.gi_suspended); ci.close(); print(ci.cr_frame)
gi.__name__ = "other"
print(repr(gi).startswith("<generator object gen at"), gi.__name__, attempt(lambda: setattr(gi, "__name__", 1)), attempt(lambda: setattr(gi, "gi_running", 1)))
# traceback and frame objects
def fails():
    local = 5
    raise ValueError("x")
try: fails()
except ValueError as e: tb = e.__traceback__
print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, tb.tb_next.tb_frame.f_code.co_name, tb.tb_frame.f_globals is globals(), tb.tb_next.tb_frame.f_lineno, tb.tb_lasti >= 0)
tb.tb_next = None
print(tb.tb_next, attempt(lambda: setattr(tb, "tb_next", 5)), attempt(lambda: setattr(tb, "tb_next", tb)))
# complex, float, int attributes
print((1).real, (1).imag, (1).numerator, (1).denominator, True.real, (1.5).real, (1.5).imag, (1 + 2j).real, (1j).imag, attempt(lambda: setattr(1j, "real", 2)), int.real.__name__ if hasattr(int.real, "__name__") else "", range(1, 9, 2).start, range(3).step, memoryview(b"abc").format)
# static attributes of builtin exceptions
e = KeyError("k", 2)
print(e.args, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, attempt(lambda: e.__notes__), attempt(lambda: setattr(e, "args", 5)), attempt(lambda: setattr(e, "__cause__", 5)), attempt(lambda: setattr(e, "__context__", 5)), attempt(lambda: setattr(e, "__traceback__", 5)), attempt(lambda: delattr(e, "args")), attempt(lambda: delattr(e, "__cause__")), attempt(e.add_note, 5), attempt(lambda: setattr(e, "__suppress_context__", 5)))
