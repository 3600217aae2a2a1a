# Simple statements (chapter 7)  # unchecked  # python3.12
import sys
def attempt(f, *args):
    try: return f(*args)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# assignment: targets of every form, values evaluated first, targets left to right
class T: pass
t = T(); d = {}; l = [0, 1, 2]
a = b = c = []
t.x, d["k"], l[0], (p, [q, *r]), *rest = 1, 2, 3, (4, [5, 6, 7]), 8, 9
print(a is b is c, t.x, d, l, p, q, r, rest)
[a, b], (c,) = "xy", "z"; (a); [] = (); () = []; print(a, b, c)
i = 0; x = [5, 6]; i, x[i] = 1, 7; print(i, x)
x = [1, 2, 3, 4, 5]; x[1:3], x[0] = "ab", "c"; print(x)
*a, = range(3); print(a)
a, *b = "q"; print(a, b)
(a, b), c = [1, 2], 3; print(a, b, c)
for source in ["1 = x", "f() = 1", "x + 1 = 2", "(x := 1) = 2", "None = 1", "True = 1", "__debug__ = 1", "x.__debug__ = 1", "'a' = 1", "f'' = 1", "[x, 1] = y", "(x, f()) = y", "{} = 1", "{x} = 1", "lambda: 1 = 2", "x if y else z = 1", "x and y = 1", "not x = 1", "-x = 1", "... = 1", "*x = 1", "*x, *y = 1", "x, = ", "x = *y", "x = yield", "await x = 1", "[x for x in y] = 1", 
               "x += y += 1", "x, y += 1", "[x] += 1", "f() += 1", "(x) += 1; x", "None += 1", "x: int, y: int = 1", "(x, y): int", "[x]: int", "x.y: int = 1", "x[0]: int", "f(): int", "1: int", "(x): int = 1", "x: int = y = 1", "x: int = *y, 1", "x: int = yield",
               "del x, (y, [z])", "del f()", "del 1", "del x + y", "del *x", "del (x,)", "del ()", "del []", "del", "del None", "del x.y, x[0], x[1:2]", "del (x for x in y)", "del x if y else z", "del {x}", "del 'a'", "del __debug__",
               "return", "yield", "await x", "break", "continue", "return 1", "class A: return", "class A: yield", "class A: break", "lambda: (yield)", "[(yield) for x in y]", "def f(): [(yield) for x in y]", "def f(): (await x)", "async def f(): [await x for x in y]", "async def f(): yield; return 1", "async def f(): yield from x", "def f(): async with x: pass", "def f(): async for x in y: pass", "async with x: pass", "[x async for x in y]", "def f(): [x async for x in y]", "async def f(): [x async for x in y]", "async def f(): (x async for x in y)", "def f(): (x async for x in y)",
               "global x", "def f(): x = 1; global x", "def f(): x; global x", "def f(x): global x", "def f(): global x; nonlocal x", "nonlocal x", "def f(): nonlocal x", "def f(x):\n def g(): x = 1; nonlocal x", "def f(x):\n def g(x): nonlocal x", "class A: nonlocal x", "def f():\n for x in y: pass\n global x", "def f():\n import x\n global x", "def f():\n x: int\n global x", "def f():\n global x\n x: int", "global x, y; x = 1", "def f(): global __debug__", "def f():\n global f\n def f(): pass", "x = 1\nglobal x",
               "import", "import a.b as c, d", "import a as b.c", "from a import", "from a import (b, c,)", "from a import (b,,)", "from a import b,", "from . import *", "from a import *, b", "def f(): from a import *", "class A: from a import *", "from .a.b import c as d", "from ... import x", "from .... import x", "from a import b as c.d", "import a.b.c as d", "from a import ()", "import (a)", "from a import b as 1", "import a as None",
               "raise", "raise x from", "raise x, y", "raise from x", "raise x from y from z", "assert", "assert x,", "assert (x, 'm')", "assert x, y, z", "pass x", "pass; pass", "print 'x'", "print x, y", "exec 'x'", "x y", "x = 5 5", "if x = 1: pass", "while x = 1: pass", "f(**x, *y)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x=1, x=2)", "f(1=2)", "f(None=1)", "f(x.y=1)", "f(*x, y=1, *z)", "f(**x, y=1)", "f(x := 1)", "f(x := 1, y=(z := 2))", "f(a, b for b in c)", "x := 1", "(x := 1)", "x = y := 1", "f(x=y := 1)", "[x := 1]", "x[y := 1]", "(x.y := 1)", "((a, b) := 1)", "[y := 1 for x in z]", "[x := 1 for x in z]", "[1 for x in (y := z)]", "class A: [y := 1 for x in z]",
               "type X = int", "type X[T] = list[T]", "type X[T: int, *Ts, **P] = T", "type = 1", "type X = ", "type X[T, T] = T", "type X[T] = (yield)", "type X = (x := 1)", "type X = await y", "type[X] = 1", "type (X) = 1", "def f[T](x: T) -> T: pass", "class A[T: (int, str)]: pass", "class A[T](B[T]): pass", "def f[T: (yield)](): pass", "class A[T: (x := 1)]: pass"]:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as e: print(repr(source), e.msg, e.lineno, e.offset)
# augmented assignment: the target once, in place when it can be
class Tracked(list):
    def __iadd__(self, other): print("iadd"); return super().__iadd__(other)
    def __add__(self, other): print("add"); return Tracked(list.__add__(self, other))
def side(v): print("side", v); return v
x = Tracked([1]); y = x; x += [2]; print(x is y, x)
d = {"k": Tracked()}; side(d)[side("k")] += side([3]); print(d)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
n = 5; n -= 2; n *= 3; n **= 2; n //= 4; n %= 7; n <<= 3; n >>= 1; n |= 3; n &= 14; n ^= 5; print(n); n /= 4; print(n)
def local():
    z += 1
print(attempt(local))
s = {1}; u = s; s |= {2}; print(u); f = frozenset({1}); g = f; f |= {2}; print(sorted(g), sorted(f)); tt = uu = (1,); tt += (2,); print(uu)
# annotated assignment
v: int = 1
w: undefined_name_in_function if False else int
class K:
    a: int
    b: "str" = "x"
    c: print("evaluated") = 2
    (d): int = 3
def annotated():
    x: never_evaluated
    y: never_evaluated = 5
    try: print(x)
    except UnboundLocalError as e: print(e)
    box = T()
    box.z: print("an attribute's annotation is evaluated, and not kept") = 1
    return y, box.z
print(attempt(annotated), __annotations__, K.__annotations__)
# assert
def checks(v, m):
    assert v, m
print(attempt(checks, 1, 2), attempt(checks, 0, "words"), attempt(checks, [], [1]), attempt(checks, None, KeyError("k")), __debug__)
# del
def deletes():
    a = b = [1, 2, 3]
    del a[0], b[-1]
    r = b
    del a, (b,)
    return r, attempt(lambda: a)
print(deletes())
class D:
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, k): print("delattr", k)
o = D(); del o.x, o[1], o[1:2, ...]; del [o]; print(attempt(lambda: o))
# return, yield, raise inside finally
def returns():
    try: return "try"
    finally: print("finally")
def overrides():
    try: raise ValueError
    finally: return "finally wins"
def nothing(): return
def star(): return 1, *[2, 3]
print(returns(), overrides(), nothing(), star())
def cont():
    for i in range(3):
        try: 1 / 0
        except ZeroDivisionError: continue
        finally: print("f", i)
    return "done"
print(cont())
# raise
try:
    try: raise KeyError("a")
    except KeyError as e: raise ValueError("b") from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
# global at module level, in class, in exec
global gg
gg = 1
class G:
    global made_by_class
    made_by_class = 5
    def f(self):
        global made_by_method
        made_by_method = 6
G().f(); print(gg, made_by_class, made_by_method, hasattr(G, "made_by_class"))
# import statements bind
import os.path, collections.abc as cabc, sys as system
from os import path as p1, sep
from collections import *
print(os.path is p1, cabc.__name__, system is sys, OrderedDict.__name__, sep)
def inner_import():
    import json as j, os.path
    from math import pi as PI
    return j.__name__, os.__name__, PI > 3, sorted(locals())
print(inner_import())
# type statement
type Alias = list[Later]
type Pair[A, B: int, *Cs, **P] = dict[A, B]
print(Alias, Alias.__name__, attempt(lambda: Alias.__value__), Pair.__type_params__, Pair[int, str], Pair.__value__, type(Alias).__name__)
Later = int
print(Alias.__value__, attempt(lambda: Alias[int]), attempt(lambda: setattr(Alias, "__name__", 1)), Alias.__module__, isinstance(1, int))
def generic[T: int, *Ts, **P](x: T, *a: *Ts, **k) -> T: return (T, Ts, P)
class Generic1[T, U: (int, str)]:
    type Inner = tuple[T, U]
    def m[V](self, v: V): return T, U, V
    attr = T
print(generic(1), generic.__type_params__, generic.__annotations__, Generic1.__type_params__, Generic1[int, str], Generic1.Inner.__value__, Generic1().m(1), Generic1.attr, Generic1.__type_params__[1].__constraints__, generic.__type_params__[0].__bound__, attempt(lambda: T), Generic1.__orig_bases__, Generic1.__mro__[1:])
class Lazy[T: Undefined1]: pass
print(attempt(lambda: Lazy.__type_params__[0].__bound__))
Undefined1 = str
print(Lazy.__type_params__[0].__bound__)
