# Attributes of functions, bound methods, built-in functions, cells and code.  # unchecked: it changes __kwdefaults__
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs) -> int:
    "doc of f"
    local = a
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__)
print(f.__dict__, f.__globals__ is globals(), type(f).__name__, callable(f))
code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals, code.co_flags, code.co_firstlineno)
print(code.co_freevars, code.co_cellvars, code.co_filename == __file__, code.co_qualname)
f.x = 1
f.__dict__["y"] = 2
print(f.x, f.y, f.__dict__, vars(f))
del f.x
try:
    f.x
except AttributeError as e:
    print(e)
for name, value in [("__name__", 1), ("__qualname__", None), ("__defaults__", [1]), ("__kwdefaults__", 1), ("__code__", 1), ("__annotations__", 1), ("__dict__", 1), ("__closure__", None),
                    ("__globals__", {})]:
    try:
        setattr(f, name, value)
        print(name, "set")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
f.__name__ = "g"
f.__qualname__ = "Q.g"
f.__doc__ = None
f.__defaults__ = (20, 30)
f.__kwdefaults__ = {"d": 9, "e": 8}
print(f.__name__, repr(f).split(" at ")[0], f.__doc__, f(1))
del f.__defaults__
print(f.__defaults__)
try:
    f(1)
except TypeError as e:
    print(e)


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


s = counter()
s()
print(s.__closure__[0].cell_contents, s.__code__.co_freevars, counter.__code__.co_cellvars, counter.__code__.co_varnames)
s.__closure__[0].cell_contents = 10
print(s(), s.__qualname__, s.__code__.co_flags & 16)
try:
    f.__code__ = s.__code__
except ValueError as e:
    print(e)
h = lambda x: x * 2
h.__code__ = (lambda x: x * 3).__code__
print(h(2), h.__name__, h.__qualname__)
FunctionType = type(h)
made = FunctionType(h.__code__, {}, "made", (7,))
print(made(), made.__name__, made.__module__, made.__defaults__)
for bad in [(1, {}), (h.__code__, 1), (h.__code__, {}, 1), (h.__code__, {}, None, 1), (s.__code__, {}), (h.__code__, {}, None, None, 1), (s.__code__, {}, None, None, ())]:
    try:
        FunctionType(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
CellType = type(s.__closure__[0])
cell = CellType()
try:
    cell.cell_contents
except ValueError as e:
    print(e, repr(cell).split(" at ")[0], repr(cell).split(": ")[1])
print(CellType(1) == CellType(1), CellType(1) < CellType(2), CellType() < CellType(0), repr(CellType("x")).split(": ")[1].split(" at ")[0])


class C:
    def method(self, x=1):
        "doc of method"
        return (self, x)

    @classmethod
    def cm(cls): return cls

    @staticmethod
    def sm(): return "static"

    def __repr__(self): return "<a C>"


c = C()
m = c.method
print(m, m.__self__ is c, m.__func__ is C.method, m.__name__, m.__qualname__, m.__doc__, m.__defaults__, m.__module__)
print(m == c.method, m is c.method, m == C().method, hash(m) == hash(c.method), repr(C.method)[:18], C.cm, C.sm.__name__, m(5))
try:
    m.x = 1
except AttributeError as e:
    print(e)
MethodType = type(m)
bound = MethodType(lambda self, y: (self, y), 5)
print(bound(6), bound.__self__)
for bad in [(1, 2), (len, None), (len,)]:
    try:
        MethodType(*bad)
    except TypeError as e:
        print(e)
print(f.__get__(c).__self__ is c, f.__get__(None, C) is f, MethodType(len, [1, 2])())

print(len, len.__name__, len.__qualname__, len.__module__, len.__self__, [].append.__name__, [].append.__qualname__, [].append.__self__, [].append.__module__)
print(repr([].append).split(" at ")[0], repr({}.fromkeys).split(" at ")[0], dict.fromkeys.__qualname__, dict.fromkeys.__self__)
l = []
print(l.append == l.append, l.append == [].append, hash(l.append) == hash(l.append), type(len).__name__, type(l.append) is type(len))
try:
    len.x = 1
except AttributeError as e:
    print(e)


def gen(): yield 1
async def co(): pass
async def agen(): yield 1
print([fn.__code__.co_flags & (32 | 128 | 512) for fn in (gen, co, agen)])
print(repr(f.__code__).split(" at ")[0], (lambda: None).__code__.co_name, compile("1", "<x>", "eval").co_filename, compile("x=1", "<x>", "exec").co_name)
print(f.__code__.replace(co_name="renamed").co_name, f.__code__.co_consts[0] in (None, "doc of f"))
